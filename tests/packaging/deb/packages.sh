#!/bin/bash
# The packages, as they are installed: the same bytes wherever they are built, lintian says nothing of
# them, and on a fresh Debian they leave what a kiosk needs, its own user able to show it, and nothing
# more. usage: tests/packaging/deb/packages.sh BUILD
set -u
cd "$(dirname "$0")/../../.." || exit 1
deb=$(realpath "$1")/deb
export AZIMUT_BUILD=$1
status=0
. tests/packaging/deb/root.sh
say() { printf '%s\n' "$*" >&2; }

say "a second time, elsewhere, with another mask, in another time zone"
elsewhere=$(mktemp -d)/quite/another/path
(umask 077 && TZ=Asia/Tokyo LANG=fr_FR.UTF-8 CCACHE_DISABLE=1 tools/packaging/deb.sh "$elsewhere" > /dev/null) ||
    fault "not built a second time"
for package in "$deb"/azimut_*_amd64.deb "$deb"/azimut-*_all.deb; do
    cmp "$package" "$elsewhere/${package##*/}" || fault "${package##*/} has other bytes when it is built elsewhere"
done
rm -rf "${elsewhere%/quite/*}"

lintian --allow-root --pedantic --display-info --display-experimental --fail-on \
    error,warning,info,pedantic,experimental "$deb"/azimut_*_amd64.deb "$deb"/azimut-*_all.deb ||
    fault "lintian has something to say"

say "into a fresh Debian"
base_root && new_root root azimut azimut-campus azimut-kiosk || exit 1
root=$deb/root
say "$(in_root "$root" dpkg-query -f '.\n' -W | wc -l) packages, $(du -sm "$root" | cut -f1) MB in all"

# mode_of PATH WANTED: its mode, owner and group.
mode_of() { # by the names of the root
    [ "$(in_root "$root" stat -c '%a %U %G' "$1")" = "$2" ] ||
        fault "$1: $(in_root "$root" stat -c '%a %U %G' "$1") instead of $2"
}
mode_of /var/lib/azimut '750 azimut azimut'
[ "$(readlink "$root/etc/azimut/azimut.conf")" = ../../var/lib/azimut/azimut.conf ] ||
    fault "the configuration is not where it can be written"
mode_of /etc/azimut/screen.conf.d/screen.conf '644 root root'
mode_of /usr/bin/azimut '755 root root'
mode_of /usr/share/azimut/campus.pack '644 root root'
mode_of /usr/libexec/azimut/stick '755 root root'
ours='azimut azimut-campus azimut-kiosk'
in_root "$root" sh -c "dpkg -L $ours | grep . | xargs -d '\n' stat -c '%A %n'" | grep -E '^-..[sS]|^-.....[sS]|^.{8}w' |
    grep -v '^l' && fault "files with the rights of others, or that anybody may write"
in_root "$root" id -nG azimut | grep -q audio || fault "the user azimut has no sound"
in_root "$root" getent passwd azimut | grep -q ':/usr/sbin/nologin$' || fault "somebody could log in as azimut"
in_root "$root" sh -c 'command -v gcc cc make' && fault "a compiler on a public machine"
for unit in azimut-screen.service azimut.service azimut-again.timer; do
    in_root "$root" systemctl is-enabled -q $unit || fault "$unit is not enabled"
done
[ "$(in_root "$root" systemctl is-enabled azimut-out-of-service.service 2> /dev/null)" = static ] ||
    fault "out of service from the beginning"
in_root "$root" sh -c 'systemd-analyze verify --man=no /lib/systemd/system/azimut* 2>&1' |
    sed 's/@\.service/@sdb1.service/' | grep -i azimut && fault "systemd has something against a unit"
for page in tools/man/*.in; do
    page=$(basename "$page" .in)
    in_root "$root" dpkg -L azimut | grep -q "/man1/$page.1.gz$" || fault "no man page of $page"
done

# The examples are understood, the commented line too, by the programs that they are for.
in_root "$root" sh -c 'apt-get -q -y --no-install-recommends install usbguard' > "$deb/install.log" 2>&1 || fault "no usbguard"
sed 's/^# allow id/allow id/' "$root/usr/share/azimut-kiosk/usbguard-rules.conf" > "$root/var/tmp/rules"
in_root "$root" usbguard-rule-parser -f /var/tmp/rules > "$deb/err" 2>&1
[ "$(grep -c '^OUTPUT: [ar]' "$deb/err")" = 5 ] && ! grep -q ERROR "$deb/err" || fault "usbguard does not understand: $(cat "$deb/err")"

say "as its user, without a display"
as_kiosk() { in_root "$root" setpriv --reuid azimut --regid azimut --init-groups --no-new-privs env HOME=/var/lib/azimut "$@"; }
cat > "$root/var/tmp/visit.touch" <<END
screen attract
tap "Commencer"
screen home
tap "Tous les gestes"
tap "Poser un cordon"
wait 2000
shot film
END
as_kiosk azimut --headless --window 1920x1080 --stats /var/lib/azimut/try.db --script /var/tmp/visit.touch \
    --shots /var/lib/azimut/shots --transcript /var/lib/azimut/told 2> "$deb/err" ||
    fault "it does not run: $(tail -3 "$deb/err")"
[ ! -s "$deb/err" ] || fault "it runs and complains: $(cat "$deb/err")"
grep -q '^video .* at [1-9]' "$root/var/lib/azimut/told" || fault "no film is played"
[ -s "$root/var/lib/azimut/try.db" ] || fault "nothing is counted"
as_kiosk sh -c '! touch /etc/azimut/x /usr/share/azimut/x 2> /dev/null' || fault "its user may write where it should not"
cat > "$root/var/tmp/setup.touch" <<END
screen setup
tap "Suite"
tap "Suite"
tap "Suite"
tap "galerie"
tap "Suite"
tap "Suite"
tap "Suite"
tap "Suite"
tap "Suite"
tap "Suite"
tap "Écrire et démarrer"
expect "C’est écrit."
END
as_kiosk azimut-setup --headless --window 1920x1080 --config /etc/azimut/azimut.conf --script /var/tmp/setup.touch 2> "$deb/err"
[ $? -eq 75 ] || fault "the first day: $(tail -3 "$deb/err")"
mode_of /var/lib/azimut/azimut.conf '644 azimut azimut'
printf '314159\n314159\n' | as_kiosk azimut --set-pin 2> /dev/null || fault "the command of azimut.conf sets no code"
mode_of /var/lib/azimut/pin '600 azimut azimut'

say "an update, and gone"
[ -L "$root/etc/azimut/azimut.conf" ] || fault "the link to the configuration is gone"
echo '# ours' >> "$root/var/lib/azimut/azimut.conf"
in_root "$root" sh -c 'apt-get -q -y --reinstall install /var/tmp/ours/*.deb < /dev/null' > "$deb/install.log" 2>&1 ||
    fault "no update: $(tail -3 "$deb/install.log")"
grep -qx '# ours' "$root/var/lib/azimut/azimut.conf" || fault "an update forgets how the kiosk is set up"
in_root "$root" apt-get -q -y purge azimut azimut-campus azimut-kiosk > "$deb/install.log" 2>&1 || fault "it cannot be removed"
[ ! -e "$root/etc/azimut" ] || fault "something stays in /etc/azimut"
[ -s "$root/var/lib/azimut/try.db" ] || fault "the counters are gone with the program"
[ $status -eq 0 ] && say "all is as it should be"
exit $status
