#!/bin/bash
# A machine from its firmware to the page that waits for visitors, in qemu, installed by the packages. Part `fails`: killed,
# hung, broken for good, and watched to come back or to say that it cannot; then it sleeps and is woken. Part `packs`: the staff brings content on sticks that
# are cut short, altered, too old and good, and the power goes in the middle. Part `prints`: a visitor prints, through CUPS and
# from within the sandbox. Pictures of its screen stay in BUILD/deb/boot.
# usage: tests/packaging/deb/boot.sh BUILD [PART…]
set -u
cd "$(dirname "$0")/../../.." || exit 1
build=$1
shift
patience=${PATIENCE_S:-1500}
deb=$(realpath "$build")/deb
status=0
. tests/packaging/deb/root.sh
say() { printf '%s\n' "$*" >&2; }
shots=$deb/boot
code=471108
mkdir -p "$shots"

# ---- its disk ------------------------------------------------------------------------------------

# set_up: as after its first day, with the key of whoever signs its content.
set_up() {
    "$build/azimut-pack" keygen -W "$shots/key" > /dev/null || return 1
    install -m 644 "$shots/key.pub" "$machine/etc/azimut/campus.pub"
    sed 's|^#key = |key = |' "$machine/usr/share/azimut-kiosk/azimut.conf" > "$machine/var/lib/azimut/azimut.conf"
    in_root "$machine" chown azimut:azimut /var/lib/azimut/azimut.conf
    printf '%s\n%s\n' $code $code | in_root "$machine" setpriv --reuid azimut --regid azimut --init-groups azimut --set-pin 2> /dev/null
}

# machine: made anew for other packages and another test only.
machine() {
    base_root && new_root machine azimut azimut-campus azimut-kiosk || return 1
    machine=$deb/machine
    # What this machine starts from, and no more: an emulated processor unpacks it.
    mkdir -p "$machine/etc/initramfs-tools/conf.d"
    echo 'MODULES=list' > "$machine/etc/initramfs-tools/conf.d/small"
    printf '%s\n' ext4 virtio_pci virtio_blk > "$machine/etc/initramfs-tools/modules"
    in_root "$machine" apt-get -q -y --no-install-recommends install linux-image-amd64 initramfs-tools zstd > "$deb/install.log" 2>&1 ||
        { tail -5 "$deb/install.log"; return 1; }
    # For the part `prints`; in the others nothing of it is awake.
    in_root "$machine" apt-get -q -y --no-install-recommends install cups cups-client cups-ipp-utils avahi-daemon > "$deb/install.log" 2>&1 ||
        { tail -5 "$deb/install.log"; return 1; }
    in_root "$machine" systemctl -q disable cups.service cups.socket cups.path avahi-daemon.service avahi-daemon.socket 2> /dev/null
    rm "$machine/usr/sbin/policy-rc.d"
    rm -f "$shots"/key*
    set_up || { fault "it cannot be set up"; return 1; }

    install -m 755 tests/packaging/deb/watched "$machine/usr/local/sbin/watched"
    printf '[Service]\nExecStart=/usr/local/sbin/watched\n[Install]\nWantedBy=multi-user.target\n' \
        > "$machine/etc/systemd/system/watched.service"
    in_root "$machine" systemctl enable watched.service > /dev/null 2>&1
    mke2fs -q -t ext4 -d "$machine" "$shots/disk.img" 4G > /dev/null || return 1
    cp "$machine"/boot/vmlinuz-* "$shots/kernel"
    cp "$machine"/boot/initrd.img-* "$shots/initrd"
    rm -rf "$machine"
}

disk=$shots/disk.img
for made_from in "$deb"/azimut_*_amd64.deb "$deb"/azimut-*_all.deb tests/packaging/deb/{boot.sh,watched}; do
    [ "$disk" -nt "$made_from" ] || rm -f "$disk"
done
[ -e "$disk" ] || machine || exit 1
rm -f "$shots"/*.png "$shots/serial" "$shots/words"

# ---- the machine ---------------------------------------------------------------------------------

# Where the processor lends itself to it, and else slowly.
accel=tcg,thread=multi
(timeout 20 qemu-system-x86_64 -accel kvm -cpu host -display none -serial file:"$shots/try" -kernel "$shots/kernel" \
    -append "console=ttyS0 panic=-1" -no-reboot || true) > /dev/null 2>&1
grep -qa 'Linux version' "$shots/try" && accel=kvm
say "a machine by $accel"

qemu=
trap '[ -z "$qemu" ] || kill "$qemu" 2> /dev/null' EXIT
# An emulated timer that comes late is no fault of the machine; a panic ends it.
switch_on() { # switch_on DISK PART [OPTION…]
    begun=$SECONDS
    : > "$shots/words"
    qemu-system-x86_64 -accel "$accel" -cpu "$([ "$accel" = kvm ] && echo host || echo Nehalem)" -smp 2 -m 2048 -display none -no-reboot \
        -vga std -net none -device virtio-tablet-pci -device qemu-xhci,id=usb -drive "file=$1,if=virtio,format=raw" \
        -kernel "$shots/kernel" -initrd "$shots/initrd" -append "root=/dev/vda rw console=ttyS0 quiet panic=-1 no_timer_check azimut.part=$2" \
        -serial "file:$shots/serial" -serial "file:$shots/words" -monitor "unix:$shots/monitor,server,nowait" \
        -qmp "unix:$shots/qmp,server,nowait" "${@:3}" 2> "$shots/qemu" &
    qemu=$!
}
cut_the_power() {
    kill -KILL "$qemu"
    wait "$qemu" 2> /dev/null
    qemu=
}
told() { tr -d '\r' 2> /dev/null < "$shots/words" | sed -n 's/.*AZIMUT //p'; }
# comes WORD: until it is told, or the machine is gone, or nobody waits any longer.
comes() {
    until told | grep -q "^$1"; do
        kill -0 "$qemu" 2> /dev/null || { fault "the machine is gone before $1"; return 1; }
        told | grep -q '^not-' && { fault "$(told | tail -1)"; tail -40 "$shots/words"; return 1; }
        [ $((SECONDS - begun)) -lt "$patience" ] || { fault "no $1 within $patience s: $(told | tail -1)"; return 1; }
        sleep 1
    done
    say "$((SECONDS - begun)) s: $(told | grep "^$1" | head -1)"
}
monitor() { echo "$1" | socat - "unix-connect:$shots/monitor" > "$shots/answer"; }
look() { # look NAME: a picture of its screen
    monitor "screendump $shots/$1.ppm"
    sleep 2
    convert "$shots/$1.ppm" "$shots/$1.png" && rm "$shots/$1.ppm"
}

# ---- killed, hung, broken ------------------------------------------------------------------------

fails() {
    switch_on "$disk" fails -snapshot
    comes stands || return
    sleep 5
    look attract
    [ "$(convert "$shots/attract.png" -format %k info:)" -gt 200 ] || fault "the first page is empty: $shots/attract.png"
    comes 'user azimut'
    comes 'keyboards 0' # the machine has one
    comes 'sysrq 0'
    comes 'ports 0'
    comes back-from-kill
    comes back-from-hang
    comes 'out-of-service-active' && sleep 5 && look calm
    comes again
    comes 'calm-page-is-inactive'
    if comes display-Off && comes status-asleep; then
        touch_at $((width / 2)) $((height / 2))
        comes display-On && sleep 3 && look woken
    fi
    comes end
    wait "$qemu"
    qemu=
    # The page of last resort is the one that the program draws without a display, but for its clock.
    [ -e "$shots/calm.png" ] || return
    printf 'wait 100\nshot calm\n' > "$shots/touch"
    "$build/azimut" --headless --calm --window "$(identify -format %wx%h "$shots/calm.png")" --script "$shots/touch" --shots "$shots/wanted" 2> /dev/null
    off=$(compare -metric AE -fuzz 5% "$shots/calm.png" "$shots"/wanted/*calm*.png null: 2>&1)
    [ "${off%%[!0-9]*}" -lt 5000 ] || fault "$off points of $shots/calm.png are not those of the calm page"
}

# ---- sticks --------------------------------------------------------------------------------------

# pack_of VERSION: the campus, in that version, signed for a year.
pack_of() {
    rm -rf "$shots/sources"
    cp -r content/campus "$shots/sources"
    sed -i "s/^version:.*/version: $1/" "$shots/sources/campus.yaml"
    "$build/azimut-pack" build "$shots/sources" -o "$shots/$1.pack" > /dev/null || fault "version $1 is not built"
    "$build/azimut-pack" sign "$shots/$1.pack" -k "$shots/key" --not-before "$(date -d yesterday +%F)" \
        --expires "$(date -d 'next year' +%F)" || fault "version $1 is not signed"
    rm -rf "$shots/sources"
}
# stick NAME FILE [KIND]: with a pack, and what is signed beside it.
stick() {
    rm -rf "$shots/azimut" "$shots/$1.stick"
    mkdir -p "$shots/azimut/azimut"
    cp "$2" "$shots/azimut/azimut/$1.pack"
    cp "${2%.*}.pack.minisig" "$shots/azimut/azimut/$1.pack.minisig"
    if [ "${3:-vfat}" = ext4 ]; then
        mke2fs -q -t ext4 -d "$shots/azimut" "$shots/$1.stick" 64M
    else
        truncate -s 64M "$shots/$1.stick"
        mkfs.vfat -n CLE "$shots/$1.stick" > /dev/null && mcopy -s -i "$shots/$1.stick" "$shots/azimut/azimut" ::
    fi || fault "no stick $1"
    rm -rf "$shots/azimut"
}
sticks() {
    pack_of 1
    pack_of 3
    head -c 5000000 "$shots/3.pack" > "$shots/3.cut"
    { head -c 5000000 "$shots/3.pack"; printf X; tail -c +5000002 "$shots/3.pack"; } > "$shots/3.other"
    stick truncated "$shots/3.cut"
    stick bad "$shots/3.other"
    stick older "$shots/1.pack" ext4
    stick good "$shots/3.pack"
}
plug() {
    monitor "drive_add 0 if=none,id=$1-drive,format=raw,file=$shots/$1.stick"
    monitor "device_add usb-storage,id=$1,drive=$1-drive,bus=usb.0"
    begun_with=$(told | grep -c '^sticks 1')
    until [ "$(told | grep -c '^sticks 1')" -gt "$begun_with" ] || [ "$(told | grep '^sticks' | tail -1)" = "sticks 1" ]; do
        [ $((SECONDS - begun)) -lt "$patience" ] || { fault "the stick $1 is not mounted"; return 1; }
        sleep 1
    done
}
pull_out() {
    monitor "device_del $1"
    until [ "$(told | grep '^sticks' | tail -1)" = "sticks 0" ]; do
        [ $((SECONDS - begun)) -lt "$patience" ] || { fault "the stick $1 stays"; return 1; }
        sleep 1
    done
}

# ---- the hand of the staff -----------------------------------------------------------------------

# places SCRIPT [OPTION…]: where everything lies on the page that it leads to, as the program says without a display.
width=1280 height=800
places() {
    printf '%s\n' "$1" > "$shots/touch"
    "$build/azimut" --headless --pack "$build/campus.pack" --window ${width}x$height --still --pin "$shots/pin" --packs "$shots/packs" \
        --key "$shots/key.pub" "${@:2}" --script "$shots/touch" --transcript "$shots/page" 2> "$shots/err" || fault "$(cat "$shots/err")"
    tac "$shots/page" | sed '/^screen/,$d' |
        sed -n 's/^action "\(.*\)" \([0-9-]*\),\([0-9-]*\) \([0-9]*\)x\([0-9]*\).*/\2 \3 \4 \5 \1/p' | tac
}
command_qmp() { printf '{"execute":"qmp_capabilities"}\n%s\n' "$1" | socat -t 1 - "unix-connect:$shots/qmp" > "$shots/answer"; }
finger() { # finger X Y DOWN
    command_qmp '{"execute":"input-send-event","arguments":{"events":[
        {"type":"abs","data":{"axis":"x","value":'$(($1 * 32767 / (width - 1)))'}},
        {"type":"abs","data":{"axis":"y","value":'$(($2 * 32767 / (height - 1)))'}},
        {"type":"btn","data":{"down":'"$3"',"button":"left"}}]}}'
}
touch_at() { finger "$1" "$2" true; sleep 0.1; finger "$1" "$2" false; }
press() { # press PAGE LABEL: in the middle of it
    # shellcheck disable=SC2046
    set -- $(awk -v label="$2" '{ at = $1 + int($3 / 2) " " $2 + int($4 / 2); sub(/^[^ ]* [^ ]* [^ ]* [^ ]* /, "") } $0 == label { print at; exit }' "$shots/places-$1")
    [ $# -eq 2 ] || { fault "nothing to press"; return 1; }
    touch_at "$1" "$2"
    sleep 3
}
# begin: a visit, by the line with the name of the campus, just above the first thing to press.
begin() {
    read -r _ first_y _ < "$shots/places-attract"
    touch_at $((width / 2)) $((first_y - 30))
    sleep 3
}
corner="tap $((width - 40)),34"
learn() {
    printf '%s\n%s\n' $code $code | "$build/azimut" --pin "$shots/pin" --set-pin 2> /dev/null
    rm -rf "$shots/packs"
    door="tap \"Commencer\"
$corner
$corner
$corner
$corner
$corner"
    digits=$(printf '%s' $code | sed 's/./tap "&"\n/g')
    places 'screen attract' > "$shots/places-attract"
    places "$door" > "$shots/places-code"
    places "$door
$digits" > "$shots/places-staff"
    places "$door
$digits
tap \"Contenu\"" > "$shots/places-content"
}
come_in() { # to the tab "Contenu"
    begin
    for _ in 1 2 3 4 5; do touch_at $((width - 40)) 34; done
    sleep 3
    for digit in $(printf '%s' $code | sed 's/./& /g'); do press code "$digit"; done
    press staff Contenu
}

# ---- content that comes --------------------------------------------------------------------------

said_within() { # said_within SECONDS WORD
    for _ in $(seq "$1"); do
        told | grep -q "^$2" && return
        sleep 1
    done
    return 1
}
# ask WORD: for the stick, until that is told. A slow machine may lose a touch; then the visit ends by itself, and the staff
# comes in anew.
ask() {
    for _ in 1 2 3; do
        press content 'Mettre à jour depuis la clé'
        said_within 60 "$1" && break
        sleep 180
        come_in
    done
    comes "$1"
}
refused() { # refused STICK WHY
    plug "$1" || return
    ask "log $1.pack: $2" && sleep 3 && look "$1"
    pull_out "$1"
}
starts_whole() { # starts_whole NAME: the old content or the new one, and never neither
    switch_on "$shots/run.img" packs
    comes stands && comes whole || return
    told | grep '^torn' && fault "$1: half a pack is in the store"
    sleep 8
    look "$1"
    [ "$(convert "$shots/$1.png" -format %k info:)" -gt 200 ] || fault "$1: nothing is shown"
}
packs() {
    sticks
    learn
    cp --sparse=always "$disk" "$shots/run.img"
    switch_on "$shots/run.img" packs
    comes stands || return
    sleep 8
    come_in
    look staff
    refused truncated 'not as long as it was'
    refused bad 'not the bytes that were signed'
    refused older 'older than what this kiosk'

    say "the power goes while it is copied"
    plug good
    ask copying
    cut_the_power
    starts_whole cut-copying || return
    say "it shows $(told | sed -n 's/^whole //p'), or what it came with"

    say "a good one, and the power goes while it is taken over"
    if ! told | grep -q 'version 3: is'; then
        come_in
        plug good
        ask 'log clermont, version 3: is taken' && sleep 3 && look good
        press content 'J’ai fini'
    fi
    sleep 4
    cut_the_power
    starts_whole cut-taking-over || return
    comes 'log clermont, version 3: is on trial'
    come_in
    look trial
    cut_the_power
    rm -f "$shots/run.img" "$shots"/*.stick
}

# ---- paper ---------------------------------------------------------------------------------------

learn_to_print() {
    mkdir -p "$shots/cups"
    for program in lp lpstat; do ln -sf "$PWD/tests/support/cups.sh" "$shots/cups/$program"; done
    places 'screen attract' > "$shots/places-attract"
    places 'tap "Commencer"' > "$shots/places-home"
    HOME=$shots/cups PATH=$shots/cups:$PATH places "tap \"Commencer\"
tap \"Se former ici\"
tap $first_course
screen course" --printer default > "$shots/places-course"
}
first_course=240,300
# print_a_course WORD TOLD: a visitor, when the kiosk is ready for that, until it is told. On a slow machine CUPS may not answer
# in time, and the button is away; or a touch is lost. Then the visit ends by itself, and somebody else comes.
print_a_course() {
    comes "ready-$1" || return
    for _ in 1 2 3 4; do
        sleep 8
        begin
        press home 'Se former ici'
        touch_at "${first_course%,*}" "${first_course#*,}"
        sleep 3
        look "print-$1"
        press course Imprimer
        said_within 100 "$2" && break
        sleep 90
    done
    comes "$2"
}
prints() {
    learn_to_print
    switch_on "$disk" prints -snapshot
    comes 'beyond 0' && comes 'tried, traces 0' || return
    print_a_course as-told 'sheet-as-told 595.*(A4)' && look printed && comes 'as-told, traces 0'
    print_a_course to-keep 'printer CUPS keeps what was printed'
    print_a_course to-wait 'printer a sheet was not printed in time' && comes 'waiting 0'
    comes end
    wait "$qemu"
    qemu=
}

[ $# -gt 0 ] || set -- fails packs prints
for part; do
    say "$part"
    case $part in
    fails) fails ;;
    packs) packs ;;
    prints) prints ;;
    *) fault "no part is called $part" ;;
    esac
done
exit $status
