#!/bin/bash
# What makes a machine a kiosk, without building its packages (tests/packaging/deb does): where its files
# go, that systemd understands its units and finds the sandbox tight, what a stick is mounted as, and the
# page that people see when nothing else can be shown.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
azimut=$AZIMUT_BUILD/asan/azimut

# ---- files ---------------------------------------------------------------------------------------

umask 077 # of whoever installs, and of no consequence
tools/packaging/install-kiosk.sh "$work/tree" /usr || fault "not installed"
umask 022
(cd "$work/tree" && find . -type f -printf '%m %P\n' | sort -k 2) | diff tests/packaging/files.txt - ||
    fault "other files or rights than in tests/packaging/files.txt"
find "$work/tree" -type d ! -perm 755 | grep . && fault "folders that not everybody may enter"
tools/packaging/install-kiosk.sh "$work/local" /usr/local || fault "not installed in /usr/local"
grep -rlE "/usr/(bin/azimut|libexec|share/azimut)" "$work/local" && fault "these look for programs in /usr"
# Where they lie then, systemd finds them as well.
systemd-sysusers --root="$work/local" 2> "$work/err"
grep -q '^azimut:' "$work/local/etc/passwd" || fault "no user comes of /usr/local: $(cat "$work/err")"
# The files that the README has put there by hand, line after line.
sed -n '/^systemd-sysusers/,/^```/p' README.md | grep -E '^(install|ln) ' | sed "s: /: $work/local/:g" > "$work/by-hand"
sh -e "$work/by-hand" || fault "the words of the README cannot be followed"
[ -s "$work/local/etc/azimut/screen.conf.d/screen.conf" ] && [ -L "$work/local/etc/azimut/azimut.conf" ] ||
    fault "the words of the README leave no configuration"
[ "$(tail -1 "$work/tree/usr/lib/sysctl.d/60-azimut.conf")" = "kernel.sysrq = 0" ] || fault "the kernel has keys of its own"
for conf in journald system; do
    systemd-analyze cat-config --root="$work/local" systemd/$conf.conf 2> "$work/err" | grep -q 'conf.d/azimut.conf$' ||
        fault "$conf.conf is not found in /usr/local: $(cat "$work/err")"
done

# What is installed finds its content where that was put.
(unset MAKEFLAGS MFLAGS MAKELEVEL
    make -s install BUILD="$AZIMUT_BUILD" DESTDIR="$work/elsewhere" PREFIX=/opt/azimut > "$work/said" 2>&1) ||
    fault "make install: $(tail -2 "$work/said")"
printf 'screen attract\n' > "$work/touch"
"$work/elsewhere/opt/azimut/bin/azimut" --headless --script "$work/touch" 2> "$work/err" || fault "$(cat "$work/err")"
[ -s "$work/elsewhere/opt/azimut/share/man/man1/azimut.1" ] || fault "make install brings no man page"

# A first day begins with the words of the configuration that lies beside the program.
tools/packaging/install-kiosk.sh "$work/elsewhere" /opt/azimut || fault "not installed in /opt"
{ echo 'screen setup'; yes 'tap "Suite"' | head -3; echo 'tap "galerie"'; yes 'tap "Suite"' | head -6; echo 'tap "Écrire et démarrer"'; } > "$work/touch"
"$work/elsewhere/opt/azimut/bin/azimut-setup" --headless --window 1920x1080 --pin "$work/first.pin" --config "$work/first.conf" \
    --script "$work/touch" 2> "$work/err"
[ $? -eq 75 ] || fault "the first day: $(cat "$work/err")"
grep -qx 'set-clock = /opt/azimut/libexec/azimut/azimut-set-clock' "$work/first.conf" ||
    fault "a first configuration does not begin as the one in /opt/azimut: $(head -3 "$work/first.conf")"

# ---- units ---------------------------------------------------------------------------------------

units=$work/tree/lib/systemd/system
mkdir "$work/units"
for unit in "$units"/*; do
    # What they start is where it is going to be: here something stands in for it.
    sed 's#=\([-+]*\)/usr/\(bin/azimut\|bin/Xorg\|libexec/azimut/[a-z-]*\)#=\1/bin/true#' "$unit" > "$work/units/${unit##*/}"
done
export SYSTEMD_UNIT_PATH=$work/units:
for unit in "$work"/units/*; do
    systemd-analyze verify --man=no --recursive-errors=no "${unit/@/@sdb1}" > "$work/said" 2>&1 ||
        fault "${unit##*/} does not start"
    grep -F "$work/units" "$work/said" && fault "systemd has something against ${unit##*/}"
done
for unit in azimut azimut-out-of-service azimut-fetch; do
    systemd-analyze security --offline=true --threshold=20 "$work/units/$unit.service" > "$work/said" 2>&1 ||
        fault "$unit.service is exposed: $(tail -1 "$work/said")"
done
# The limit of restarts can be reached: so many of them, with the pause after each, take less time.
of() { sed -n "s/^$1=//p" "$units/azimut.service"; }
[ $(($(of StartLimitBurst) * $(of RestartSec))) -lt "$(of StartLimitIntervalSec)" ] ||
    fault "restarts go on for ever"
diff <(sed -n '/^User=/,/^LimitCORE/p' "$units/azimut.service") \
    <(sed -n '/^User=/,/^LimitCORE/p' "$units/azimut-out-of-service.service") ||
    fault "the page of the kiosk that is out of service may do something else than the kiosk"

# ---- sticks --------------------------------------------------------------------------------------

mkdir "$work/bin"
for tool in mkdir umount rmdir chown; do printf '#!/bin/sh\necho %s "$@"\n' $tool > "$work/bin/$tool"; done
printf '#!/bin/sh\necho "$KIND"\n' > "$work/bin/blkid"
printf '#!/bin/sh\necho mount "$@"\nexit ${FAILS:-0}\n' > "$work/bin/mount"
chmod +x "$work"/bin/*
stick() { KIND=$1 PATH=$work/bin:$PATH "$work/tree/usr/libexec/azimut/stick" "${2:-mount}" sdb1 2>&1; }
safe=nosuid,nodev,noexec,nosymfollow,noatime
mounted() { # mounted KIND TYPE OPTIONS [MORE]: and nothing else is done
    printf 'mkdir -p /media/azimut-sdb1\nmount -t %s -o %s /dev/sdb1 /media/azimut-sdb1\n%s' "$2" "$3" "${4:-}" |
        diff - <(stick "$1") || fault "a stick with $1"
}
mounted vfat vfat $safe,uid=azimut,gid=azimut,umask=0077,utf8,flush
mounted exfat exfat $safe,uid=azimut,gid=azimut,umask=0077
mounted ntfs ntfs3 $safe,uid=azimut,gid=azimut,umask=0077
mounted ext4 ext4 $safe 'chown azimut:azimut /media/azimut-sdb1
'
for kind in iso9660 btrfs LVM2_member ''; do
    stick "$kind" | grep -q "is not read; FAT, exFAT, NTFS and ext4 are" || fault "a stick with $kind is read"
done
FAILS=32 stick vfat | grep -q "this stick cannot be read" || fault "a broken stick is not told"
FAILS=32 stick vfat > /dev/null || fault "a broken stick is a fault of the machine"
stick vfat remove | grep -q "umount -l /media/azimut-sdb1" || fault "a stick stays"
grep -q 'SYSTEMD_WANTS}+="azimut-stick@%k.service"' "$work/tree/lib/udev/rules.d/70-azimut.rules" ||
    fault "no rule asks for azimut-stick@"

# ---- out of service ------------------------------------------------------------------------------

# visit SCRIPT: what a person would notice of the page that stands when all else fails.
visit() {
    printf '%s\n' "$1" > "$work/touch"
    "$azimut" --headless --calm --pack nowhere.pack --stats "$work/s.db" --pin "$work/pin" --now 2026-11-23T14:32 \
        --window 1920x1080 --script "$work/touch" --transcript "$work/told" 2> "$work/err" || fault "$(cat "$work/err")"
}
printf '314159\n314159\n' | "$azimut" --pin "$work/pin" --set-pin 2> /dev/null || fault "no code is set"
corner='tap 1860,50
wait 200'
visit "expect \"La borne fait une pause\"
expect \"À l’accueil, quelqu’un peut répondre à toutes les questions.\"
tap \"English\"
expect \"Someone at reception\"
wait 600000
screen calm
$corner
$corner
$corner
$corner
$corner
screen staff"
[ ! -s "$work/err" ] || fault "out of service, and it says: $(cat "$work/err")"
[ ! -e "$work/s.db" ] || fault "out of service, and it counts"
exit $status
