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

base_root && new_root machine azimut azimut-campus azimut-kiosk || exit 1
machine=$deb/machine
in_root "$machine" apt-get -q -y --no-install-recommends install linux-image-amd64 initramfs-tools zstd > "$deb/install.log" 2>&1 ||
    { tail -5 "$deb/install.log"; exit 1; }
rm "$machine/usr/sbin/policy-rc.d"

# What goes on is told by a service of the test, on the first serial port, a word a line.
cat > "$machine/usr/local/sbin/watched" <<'END'
#!/bin/bash
exec > /dev/ttyS0 2>&1
pid() { systemctl show -p MainPID --value azimut; }
stands() { # stands WORD OTHER-THAN: ready, and another process than that one
    for _ in $(seq 600); do
        if [ "$(systemctl is-active azimut)" = active ] && [ "$(pid)" != "$2" ]; then
            echo "AZIMUT $1"
            return
        fi
        sleep 1
    done
    echo "AZIMUT not-$1"
    systemctl status azimut azimut-screen --no-pager
    journalctl --no-pager -b -u azimut -u azimut-screen | tail -30
}
stands stands 0
sleep 15 # its picture is taken
echo "AZIMUT user $(ps -o user= -p "$(pid)")"
echo "AZIMUT sockets $(ss -Htuln 2> /dev/null | wc -l)"
first=$(pid)
kill -KILL "$first"
stands back-from-kill "$first"
second=$(pid)
kill -STOP "$second"
stands back-from-hang "$second"
mkdir -p /run/systemd/system/azimut.service.d
printf '[Service]\nExecStart=\nExecStart=/bin/false\n' > /run/systemd/system/azimut.service.d/broken.conf
systemctl daemon-reload
systemctl kill -s KILL azimut
for _ in $(seq 600); do
    [ "$(systemctl is-active azimut-out-of-service)" = active ] && break
    sleep 1
done
echo "AZIMUT out-of-service-$(systemctl is-active azimut-out-of-service) restarts $(systemctl show -p NRestarts --value azimut)"
sleep 15
rm -r /run/systemd/system/azimut.service.d
systemctl daemon-reload
systemctl start azimut-again
stands again 0
echo "AZIMUT calm-page-is-$(systemctl is-active azimut-out-of-service)"
echo "AZIMUT end"
systemctl poweroff
END
chmod 755 "$machine/usr/local/sbin/watched"
cat > "$machine/etc/systemd/system/watched.service" <<'END'
[Service]
ExecStart=/usr/local/sbin/watched
[Install]
WantedBy=multi-user.target
END
in_root "$machine" systemctl enable watched.service > /dev/null 2>&1
rm -f "$shots"/*
mke2fs -q -t ext4 -d "$machine" "$shots/disk.img" 4G || exit 1
cp "$machine"/boot/vmlinuz-* "$shots/kernel"
cp "$machine"/boot/initrd.img-* "$shots/initrd"
rm -rf "$machine"

# Where the processor lends itself to it, and else slowly.
accel=tcg,thread=multi
timeout 20 qemu-system-x86_64 -accel kvm -cpu host -display none -serial file:"$shots/try" -kernel "$shots/kernel" \
    -append "console=ttyS0 panic=-1" -no-reboot > /dev/null 2>&1
[ -s "$shots/try" ] && accel=kvm
say "a machine by $accel"
qemu-system-x86_64 -accel $accel -cpu "$([ $accel = kvm ] && echo host || echo Nehalem)" -smp 2 -m 2048 -display none -no-reboot \
    -vga std -net none -device virtio-tablet-pci -drive "file=$shots/disk.img,if=virtio,format=raw,cache=unsafe" \
    -kernel "$shots/kernel" -initrd "$shots/initrd" -append "root=/dev/vda rw console=ttyS0 quiet" \
    -serial "file:$shots/serial" -monitor "unix:$shots/monitor,server,nowait" 2> "$shots/qemu" &
qemu=$!
trap 'kill $qemu 2> /dev/null' EXIT
begun=$SECONDS
told() { tr -d '\r' < "$shots/serial" 2> /dev/null | sed -n 's/.*AZIMUT //p'; }
# comes WORD: until it is told, or the machine is gone, or nobody waits any longer.
comes() {
    until told | grep -q "^$1"; do
        kill -0 $qemu 2> /dev/null || { fault "the machine is gone before $1"; return 1; }
        told | grep -q '^not-' && { fault "$(told | tail -1)"; tr -d '\r' < "$shots/serial" | tail -40; return 1; }
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
    comes 'sockets 0'
    comes back-from-kill
    comes back-from-hang
    comes 'out-of-service-active restarts 5' && sleep 5 && look calm
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
