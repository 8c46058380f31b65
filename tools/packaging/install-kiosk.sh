#!/bin/sh
# Installs what makes a machine a kiosk and nothing else. usage: tools/packaging/install-kiosk.sh DESTDIR PREFIX
set -eu
root=$1 prefix=$2
from=$(dirname "$0")
# What belongs to the system lies beside the root's own, as Debian's packages have it.
system=$root$prefix/lib
[ "$prefix" = /usr ] && system=$root/lib

umask 022
put() { # put MODE FILE TO: all that is installed is called by where that is
    mkdir -p "$(dirname "$3")"
    sed "s:/usr/\(bin/azimut\|libexec/azimut\|share/azimut\):$prefix/\1:g" "$from/$2" > "$3"
    chmod "$1" "$3"
}

for unit in "$from"/*.service "$from"/*.timer; do
    put 644 "${unit##*/}" "$system/systemd/system/${unit##*/}"
done
put 644 70-azimut.rules "$system/udev/rules.d/70-azimut.rules"
put 644 azimut.sysusers "$root$prefix/lib/sysusers.d/azimut.conf"
put 644 azimut.tmpfiles "$root$prefix/lib/tmpfiles.d/azimut.conf"
put 644 journald.conf "$root$prefix/lib/systemd/journald.conf.d/azimut.conf"
put 644 system.conf "$root$prefix/lib/systemd/system.conf.d/azimut.conf"
put 644 sysctl.conf "$root$prefix/lib/sysctl.d/60-azimut.conf"
put 644 azimut.pam "$root/etc/pam.d/azimut"
for helper in stick azimut-night azimut-disk-health azimut-set-clock; do
    put 755 $helper "$root$prefix/libexec/azimut/$helper"
done
put 644 50-azimut-clock.rules "$root/usr/share/polkit-1/rules.d/50-azimut-clock.rules" # where polkit looks
put 755 azimut-fetch "$root$prefix/libexec/azimut/fetch"
# What this kiosk is like is never overwritten: the first copy is made by whoever installs.
put 644 azimut.conf "$root$prefix/share/azimut-kiosk/azimut.conf"
put 644 screen.conf "$root$prefix/share/azimut-kiosk/screen.conf"
put 644 azimut-fetch.default "$root$prefix/share/azimut-kiosk/azimut-fetch.default"
put 644 usbguard-rules.conf "$root$prefix/share/azimut-kiosk/usbguard-rules.conf"
