#!/bin/sh
# Installs what is missing of the Debian packages that a purpose needs. usage: tools/deps.sh run|test|deb|machine|bench|fuzz|clips|picture|lint…
set -eu
run="gcc libc6-dev make pkg-config libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libsqlite3-dev
     libunistring-dev libfontconfig-dev libx11-dev libxext-dev libxrandr-dev libsodium-dev libqrencode-dev
     libasound2-dev libyaml-dev libcmark-dev libexpat1-dev libjpeg-dev libpng-dev libwebp-dev liblcms2-dev
     libgeos-dev libpq-dev libmicrohttpd-dev libgettextpo-dev libavformat-dev
     libavcodec-dev libswresample-dev libswscale-dev libavutil-dev libzip-dev libseccomp-dev libespeak-ng-dev
     espeak-ng-data libfribidi-dev fonts-b612 fonts-inter
     fonts-material-design-icons-iconfont fonts-noto-core
     fonts-sil-andika fonts-opendyslexic"
test="libcmocka-dev gettext socat zip poppler-utils zbar-tools zxing-cpp-tools libxml2-utils imagemagick librsvg2-bin xxd fontconfig xvfb xdotool wmctrl openbox x11-apps x11-utils
     x11-xserver-utils xserver-xephyr xserver-xorg-core xserver-xorg-video-dummy weston xwayland
     libgl1-mesa-dri libegl1 libgles2 libcairo2-dev sqlite3 chromium ffmpeg
     libreoffice-calc-nogui postgresql-15 mandoc clang-format minisign casync curl openssl systemd tidy"
deb="debhelper dpkg-dev fakeroot"
machine="lintian debootstrap qemu-user-static qemu-system-x86 e2fsprogs dosfstools mtools imagemagick socat"
fuzz="clang libclang-rt-dev"
bench="xvfb fontconfig libx11-dev libxtst-dev libxdamage-dev libigraph-dev ffmpeg mpv
     sqlite3 postgresql-15"
picture="graphviz"
lint="clang clang-tidy cppcheck shellcheck hunspell hunspell-fr hunspell-en-gb tidy sqlite3 gcovr libcairo2-dev
      libxtst-dev libxdamage-dev libigraph-dev"
clips="libcairo2-dev ffmpeg sox"

wanted=""
for purpose in "$@"; do
    case $purpose in
    run) wanted="$wanted $run" ;;
    test) wanted="$wanted $test" ;;
    bench) wanted="$wanted $bench" ;;
    fuzz) wanted="$wanted $fuzz" ;;
    clips) wanted="$wanted $clips" ;;
    picture) wanted="$wanted $picture" ;;
    machine) wanted="$wanted $machine" ;;
    deb) wanted="$wanted $deb" ;;
    lint) wanted="$wanted $lint" ;;
    *) echo "tools/deps.sh: no such purpose: $purpose" >&2; exit 2 ;;
    esac
done

missing=""
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

echo "Azimut needs these Debian packages, they are going to be installed:"
echo "  $missing"
sudo=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Run as root: apt-get install$missing" >&2; exit 1; }
    sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
# Another installation is waited for.
apt_get() { $sudo apt-get -q -o DPkg::Lock::Timeout=600 "$@" >/dev/null; }

# The list of packages may be old or absent: try at once, refresh and try again.
# shellcheck disable=SC2086
apt_get install -y --no-install-recommends $missing 2>/dev/null ||
    { apt_get update && apt_get install -y --no-install-recommends $missing; }
