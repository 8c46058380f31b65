#!/bin/bash
# The arm64 packages, built on amd64 and run under qemu: the content is compiled to the same bytes, and
# the tour's pages are the same pictures. usage: tests/packaging/deb/arm64.sh BUILD
set -u
cd "$(dirname "$0")/../../.." || exit 1
deb=$(realpath "$1")/deb
status=0
. tests/packaging/deb/root.sh
say() { printf '%s\n' "$*" >&2; }

base_root || exit 1
cross=$deb/cross
if [ ! -e "$cross/.whole" ]; then
    say "a root to build in, with the libraries of arm64"
    libraries=$(sed -n '/^Build-Depends:/,/^$/p' tools/packaging/debian/control | grep -oE 'lib[a-z0-9-]*-dev' |
        sed 's/$/:arm64/')
    rm -rf "$cross"
    cp -a --reflink=auto "$deb/base" "$cross"
    # shellcheck disable=SC2086
    in_root "$cross" sh -c 'dpkg --add-architecture arm64 && apt-get -q update &&
        apt-get -q -y --no-install-recommends install build-essential debhelper git pkg-config \
            libgettextpo-dev libunistring-dev crossbuild-essential-arm64 \
            fonts-b612 fonts-inter fonts-material-design-icons-iconfont fonts-noto-core fonts-sil-andika fonts-opendyslexic "$@"' sh $libraries \
        > "$deb/cross.log" 2>&1 || { grep -E '^E:|Depends:' "$deb/cross.log"; exit 1; }
    touch "$cross/.whole"
fi

qemu=$(command -v qemu-aarch64-static) || exit 1
cp "$qemu" "$cross/usr/bin/"
# not_newer A B: neither file has to be there.
not_newer() { [ ! "$1" -nt "$2" ]; }
if not_newer "$(echo "$cross"/out/azimut_*_arm64.deb)" "$(echo "$deb"/azimut_*_amd64.deb)"; then
    say "cross-built"
    rm -rf "$cross/src" "$cross/out"
    mkdir -p "$cross/src" "$cross/out"
    git ls-files -z | tar -c --null -T - | tar -x -C "$cross/src" --no-same-owner
    in_root "$cross" env SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" \
        sh -c 'cd /src && tools/packaging/deb.sh /out arm64' || { fault "not built"; exit 1; }
fi
cp "$cross"/out/azimut_*_arm64.deb "$deb/"
dpkg-deb -f "$cross"/out/azimut_*_arm64.deb Depends | grep -q 'libavformat59.*libsdl2-2.0-0' ||
    fault "what it needs is not said: $(dpkg-deb -f "$cross"/out/azimut_*_arm64.deb Depends)"

# Both with the libraries and fonts of the same Debian.
for package in "$cross"/out/azimut_*_arm64.deb "$deb"/azimut_*_amd64.deb; do
    machine=${package##*_}
    rm -rf "${cross:?}/${machine%.deb}"
    dpkg-deb -x "$package" "$cross/${machine%.deb}"
done
dpkg-deb -x "$deb"/azimut-campus_*_all.deb "$cross/arm64"
pack=/arm64/usr/share/azimut/campus.pack
arm64() { program=$1 && shift && in_root "$cross" qemu-aarch64-static "/arm64/usr/bin/$program" "$@"; }
# shellcheck disable=SC2317 # called by name
amd64() { program=$1 && shift && "$cross/amd64/usr/bin/$program" "$@"; }

say "the content, compiled by arm64"
arm64 azimut-pack build /src/content/campus -o /out/campus.pack > "$deb/err" 2>&1 || fault "$(tail -3 "$deb/err")"
cmp "$cross/out/campus.pack" "$cross$pack" || fault "arm64 compiles the content to other bytes"

say "the tour, drawn by both"
tour() { # tour MACHINE ROOT: where its files are
    rm -rf "$cross/out/$1"
    mkdir "$cross/out/$1"
    for script in tour videos; do
        "$1" azimut --headless --pack "$2$pack" --window 1280x720 --now 2026-11-23T14:32 --seed 7 \
            --script "$2/src/tests/tour/$script.fr.touch" --shots "$2/out/$1" --transcript "$2/out/$1/$script.txt" \
            2> "$deb/err" || fault "the $script on $1: $(tail -3 "$deb/err")"
        [ ! -s "$deb/err" ] || fault "the $script on $1 complains: $(head -3 "$deb/err")"
    done
}
tour arm64 ''
tour amd64 "$cross"
for said in tour videos; do
    diff "$cross/out/amd64/$said.txt" "$cross/out/arm64/$said.txt" > "$deb/err" || fault "the $said differ: $(head -5 "$deb/err")"
done
# Boxes, letters, corners and pictures are laid by us, and equal to the bit. Soft edges of triangles (bricks, the signs of levels,
# the plan) are blended by SDL, the colours of films converted by it, which rounds otherwise on a PC: up to four steps of 255, that
# nobody sees; of one drawing SDL_image reckons two points otherwise, of a film libswscale the last column. Measured, and no
# more is let through.
differs() { compare -metric AE -fuzz "$1" "$picture" "$cross/out/arm64/${picture##*/}" null: 2>&1; }
pictures=0 equal=0
for picture in "$cross"/out/amd64/*.png; do
    pictures=$((pictures + 1))
    [ "$(differs 0)" = 0 ] && equal=$((equal + 1)) && continue
    column=2
    case $picture in */2[23]-video*) column=500 ;; esac
    [ "$(differs 3%)" -le $column ] || fault "${picture##*/} differs in $(differs 3%) points"
    [ "$(differs 1%)" -le $((column + 248)) ] || fault "${picture##*/} differs slightly in $(differs 1%) points"
done
[ $equal -ge 35 ] || fault "only $equal of $pictures pictures are equal"
say "$pictures pictures, $equal equal to the bit"
exit $status
