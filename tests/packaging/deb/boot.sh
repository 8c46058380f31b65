#!/bin/bash
# A machine from its firmware to the page that waits for visitors: installed by the packages, started in
# qemu, killed, hung, broken for good, and watched to come back or to say that it cannot. Pictures of
# its screen stay in BUILD/deb/boot. usage: tests/packaging/deb/boot.sh BUILD [SECONDS]
set -u
cd "$(dirname "$0")/../../.." || exit 1
build=$1 patience=${2:-1500}
deb=$(realpath "$build")/deb
status=0
. tests/packaging/deb/root.sh
say() { printf '%s\n' "$*" >&2; }
shots=$deb/boot
mkdir -p "$shots"

# machine: its disk, made anew for other packages and another test only; what it writes is forgotten.
machine() {
    base_root && new_root machine azimut azimut-campus azimut-kiosk || return 1
    machine=$deb/machine
    # What this machine starts from, and no more: an emulated processor unpacks it.
    mkdir -p "$machine/etc/initramfs-tools/conf.d"
    echo 'MODULES=list' > "$machine/etc/initramfs-tools/conf.d/small"
    printf '%s\n' ext4 virtio_pci virtio_blk > "$machine/etc/initramfs-tools/modules"
    in_root "$machine" apt-get -q -y --no-install-recommends install linux-image-amd64 initramfs-tools zstd > "$deb/install.log" 2>&1 ||
        { tail -5 "$deb/install.log"; return 1; }
    rm "$machine/usr/sbin/policy-rc.d"

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

# Where the processor lends itself to it, and else slowly.
accel=tcg,thread=multi
(timeout 20 qemu-system-x86_64 -accel kvm -cpu host -display none -serial file:"$shots/try" -kernel "$shots/kernel" \
    -append "console=ttyS0 panic=-1" -no-reboot || true) > /dev/null 2>&1
grep -qa 'Linux version' "$shots/try" && accel=kvm
say "a machine by $accel"
qemu-system-x86_64 -accel $accel -cpu "$([ $accel = kvm ] && echo host || echo Nehalem)" -smp 2 -m 2048 -display none -no-reboot \
    -vga std -net none -device virtio-tablet-pci -drive "file=$shots/disk.img,if=virtio,format=raw,cache=unsafe" -snapshot \
    -kernel "$shots/kernel" -initrd "$shots/initrd" -append "root=/dev/vda rw console=ttyS0 quiet" \
    -serial "file:$shots/serial" -serial "file:$shots/words" -monitor "unix:$shots/monitor,server,nowait" 2> "$shots/qemu" &
qemu=$!
trap 'kill $qemu 2> /dev/null' EXIT
begun=$SECONDS
touch "$shots/words"
told() { tr -d '\r' 2> /dev/null < "$shots/words" | sed -n 's/.*AZIMUT //p'; }
# comes WORD: until it is told, or the machine is gone, or nobody waits any longer.
comes() {
    until told | grep -q "^$1"; do
        kill -0 $qemu 2> /dev/null || { fault "the machine is gone before $1"; return 1; }
        told | grep -q '^not-' && { fault "$(told | tail -1)"; tail -40 "$shots/words"; return 1; }
        [ $((SECONDS - begun)) -lt "$patience" ] || { fault "no $1 within $patience s: $(told | tail -1)"; return 1; }
        sleep 1
    done
    say "$((SECONDS - begun)) s: $(told | grep "^$1" | head -1)"
}
look() { # look NAME: a picture of its screen
    echo "screendump $shots/$1.ppm" | socat - "unix-connect:$shots/monitor" > /dev/null
    sleep 2
    convert "$shots/$1.ppm" "$shots/$1.png" && rm "$shots/$1.ppm"
}

if comes stands; then
    sleep 5
    look attract
    [ "$(convert "$shots/attract.png" -format %k info:)" -gt 200 ] || fault "the first page is empty: $shots/attract.png"
    comes 'user azimut'
    comes 'ports 0'
    comes back-from-kill
    comes back-from-hang
    comes 'out-of-service-active' && sleep 5 && look calm
    comes again
    comes 'calm-page-is-inactive'
    comes end
fi
# The page of last resort is the one that the program draws without a display, but for its clock.
if [ -e "$shots/calm.png" ]; then
    printf 'wait 100\nshot calm\n' > "$shots/touch"
    "$build/azimut" --headless --calm --window "$(identify -format %wx%h "$shots/calm.png")" --script "$shots/touch" --shots "$shots/wanted" 2> /dev/null
    off=$(compare -metric AE -fuzz 5% "$shots/calm.png" "$shots"/wanted/*calm*.png null: 2>&1)
    [ "${off%%[!0-9]*}" -lt 5000 ] || fault "$off points of $shots/calm.png are not those of the calm page"
fi
exit $status
