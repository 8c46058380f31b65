#!/bin/sh
# Builds the Debian packages from a copy of the sources, so that nothing else gets into them: the same
# sources make the same bytes. usage: tools/packaging/deb.sh TO [ARCHITECTURE]
set -eu
mkdir -p "$1"
to=$(realpath "$1") arch=${2:-}
version=$(sed -n 's/^#define AZIMUT_VERSION "\(.*\)"/\1/p' kiosk/base/version.h)
sources=$to/azimut-$version${arch:+-$arch}
umask 022
export LC_ALL=C.UTF-8

# The day of the last change; sources without their history are of the day of their changelog.
day=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -r CHANGELOG.md +%s)}
files() { git ls-files -z 2>/dev/null || find . -path "./${1#"$PWD/"}" -prune -o -path ./build -prune -o -type f -print0; }

rm -rf "$sources"
mkdir -p "$sources"
files "$to" | tar -c --null -T - | tar -x -C "$sources" --no-same-owner
cp -r "$sources/tools/packaging/debian" "$sources/debian"
cat > "$sources/debian/changelog" <<END
azimut ($version) unstable; urgency=medium

  * What has changed is in CHANGELOG.md.

 -- $(sed -n 's/^Maintainer: //p' "$sources/debian/control")  $(date -u -R -d "@$day")
END

DEB_BUILD_OPTIONS="noautodbgsym parallel=$(nproc) ${DEB_BUILD_OPTIONS:-}"
export SOURCE_DATE_EPOCH="$day" DEB_BUILD_OPTIONS
cd "$sources"
log=$to/build${arch:+-$arch}.log
if [ -n "$arch" ]; then
    set -- --host-arch="$arch" --build=any -Pcross,nocheck
else
    set -- --build=binary
fi
dpkg-buildpackage -us -uc -ui "$@" > "$log" 2>&1 || { tail -40 "$log"; exit 1; }
cd "$to"
rm -rf "$sources"
ls azimut*_"$version"_*.deb
