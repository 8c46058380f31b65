# shellcheck shell=bash disable=SC2034,SC2154
# Fresh Debian roots to install into, from wherever this machine has its own packages. Sourced; wants
# $deb, the folder they are kept in.
fault() { echo "$1"; status=1; }

debian_sources() {
    apt-get indextargets --format '$(ORIGIN)|deb $(SITE) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
        sed -n 's/^Debian|//p' | sort -u
}

# base_root: a small bookworm, made once.
base_root() {
    [ -e "$deb/base/.whole" ] && return
    rm -rf "$deb/base"
    debootstrap --variant=minbase --include=systemd,systemd-sysv,udev,dbus bookworm "$deb/base" \
        "$(debian_sources | sed -n 's/^deb \(.*\) bookworm main$/\1/p' | head -1)" > "$deb/debootstrap.log" 2>&1 ||
        { tail -5 "$deb/debootstrap.log"; return 1; }
    debian_sources > "$deb/base/etc/apt/sources.list"
    # Nothing is started while it is installed, and nobody is asked.
    printf '#!/bin/sh\nexit 101\n' > "$deb/base/usr/sbin/policy-rc.d"
    chmod 755 "$deb/base/usr/sbin/policy-rc.d"
    touch "$deb/base/.whole"
}

# in_root ROOT COMMAND…: with /proc, and the network's names for as long as it takes.
in_root() {
    root=$1
    shift
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    unshare --mount sh -c 'mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/tmp" && exec chroot "$@"' \
        "$root" "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# new_root NAME PACKAGE…: a copy of the base with some of our packages, and what those depend on.
new_root() {
    new=$deb/$1
    shift
    rm -rf "$new"
    cp -a --reflink=auto "$deb/base" "$new"
    mkdir -p "$new/var/tmp/ours"
    for package; do cp "$deb/$package"_*_a[lm][ld]*.deb "$new/var/tmp/ours/"; done # not of arm64
    in_root "$new" sh -c 'apt-get -q update &&
        apt-get -q -y --no-install-recommends install /var/tmp/ours/*.deb' > "$deb/install.log" 2>&1 ||
        { tail -5 "$deb/install.log"; return 1; }
}
