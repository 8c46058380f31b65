#!/bin/bash
# New content from a folder and from an HTTPS server: whole or not at all, going on where it was cut short; what is not what
# was signed is thrown away; where only what has changed can be fetched, only that is.
set -u
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
tool=$(realpath "$AZIMUT_BUILD/azimut-pack")
fetch=$(realpath tools/packaging/azimut-fetch)
for program in curl casync openssl; do
    command -v $program >/dev/null || { echo "$program is missing"; exit 1; }
done
mkdir "$work/server" "$work/packs"
export AZIMUT_FROM=$work/server AZIMUT_TO=$work/updates AZIMUT_KEY=$work/key.pub AZIMUT_PACKS=$work/packs AZIMUT_PACK=$tool
"$tool" keygen -W "$work/key" >/dev/null

# Two editions; nobody opens them here.
publish() { # publish DAY [BYTES MORE]
    cp "$AZIMUT_BUILD/campus.pack" "$work/server/campus.new" && chmod u+w "$work/server/campus.new"
    "$tool" sign "$work/server/campus.new" -k "$work/key" --not-before "$1" || fault "it is not signed"
    mv -f "$work/server/campus.new" "$work/server/campus.pack"
    mv -f "$work/server/campus.new.minisig" "$work/server/campus.pack.minisig"
}
run() { "$fetch" 2>"$work/err"; }
is_here() { cmp -s "$work/server/campus.pack" "$work/updates/campus.pack" && cmp -s "$work/server/campus.pack.minisig" "$work/updates/campus.pack.minisig"; }
is_clean() { [ -z "$(find "$work/updates" -name '.*part*' -o -name '.*caibx')" ]; }

run && fault "nothing is there, and all is well"
grep -q 'no campus.pack.minisig' "$work/err" || fault "an empty folder: $(cat "$work/err")"
publish 2026-11-28
run || fault "from a folder: $(cat "$work/err")"
is_here && is_clean || fault "it is not here"
rm "$work/server/campus.pack"
run || fault "what is here already is fetched again: $(cat "$work/err")"

# A folder is called as people call folders, the one that it goes to as well.
odd="$work/partage n° 1 [campus] 100%#?"
mkdir "$odd"
cp "$work/server/campus.pack.minisig" "$odd/"
cp "$AZIMUT_BUILD/campus.pack" "$odd/campus.pack" && "$tool" sign "$odd/campus.pack" -k "$work/key" --not-before 2026-11-28
AZIMUT_FROM="$odd/" AZIMUT_TO="$odd/here" run || fault "an odd name: $(cat "$work/err")"
cmp -s "$odd/campus.pack" "$odd/here/campus.pack" || fault "from a folder with an odd name it does not come"
AZIMUT_FROM="https://localhost/a b" run
[ $? -eq 2 ] && grep -q "write %20" "$work/err" || fault "a blank in an address: $(cat "$work/err")"

# Cut short: the next time it goes on, and only with the same edition.
publish 2026-11-29
sum=$(sha256sum "$work/server/campus.pack.minisig" | cut -c1-16)
head -c 5000000 "$work/server/campus.pack" >"$work/updates/.campus-$sum.part"
head -c 5000000 /dev/zero >"$work/updates/.campus-0123456789abcdef.part"
run || fault "it does not go on: $(cat "$work/err")"
is_here && is_clean || fault "it went on, and is not here"

# Begun with other bytes, longer than it is signed, not what is signed, by somebody else: thrown away; the next time is good.
publish 2026-11-30
sum=$(sha256sum "$work/server/campus.pack.minisig" | cut -c1-16)
head -c 5000000 /dev/zero >"$work/updates/.campus-$sum.part"
run && fault "other bytes are taken"
grep -q 'not what was signed' "$work/err" || fault "other bytes: $(cat "$work/err")"
is_clean || fault "something is left of other bytes"
head -c 99000000 /dev/zero >"$work/updates/.campus-$sum.part"
run && is_here || fault "after a part that is too long: $(cat "$work/err")"
cp "$work/server/campus.pack.minisig" "$work/good"
publish 2026-12-01
head -c 2000000 /dev/zero >>"$work/server/campus.pack"
run && fault "more bytes than are signed are taken"
is_clean || [ "$(find "$work/updates" -name '.*part' -size +$(($(stat -c %s "$AZIMUT_BUILD/campus.pack") + 1500000))c)" = "" ] || fault "more bytes than are signed are kept"
publish 2026-12-02
sed -i 's/size=[0-9]*/size=99999999999/' "$work/server/campus.pack.minisig"
run && fault "a size without end is taken"
publish 2026-12-02
AZIMUT_MOST=1000 run && fault "more than the most is taken"
"$tool" keygen -W "$work/other" >/dev/null
AZIMUT_KEY=$work/other.pub run && fault "somebody else's is taken"
run && is_here || fault "the good one does not come: $(cat "$work/err")"

# Only what has changed: of the chunks, one or two.
cp "$work/updates/campus.pack" "$work/packs/current"
publish 2026-12-03
printf 'Z' | dd of="$work/server/campus.pack" bs=1 seek=9000000 conv=notrunc status=none
"$tool" sign "$work/server/campus.pack" -k "$work/key" 2>"$work/err" || fault "$(cat "$work/err")"
(cd "$work/server" && casync make --store=default.castr campus.caibx campus.pack >/dev/null) || fault "casync cuts nothing"
mv "$work/server/campus.pack" "$work/whole" # it cannot be fetched whole
(cd "$work/packs" && casync make --store=old.castr old.caibx current >/dev/null)
(cd "$work/packs/old.castr" && find . -name '*.cacnk') | (cd "$work/server/default.castr" && xargs rm -f)
left=$(find "$work/server/default.castr" -name '*.cacnk' | wc -l)
[ "$left" -ge 1 ] && [ "$left" -le 4 ] || fault "$left chunks are new"
run || fault "by chunks: $(cat "$work/err")"
cmp -s "$work/whole" "$work/updates/campus.pack" || fault "by chunks another pack comes"
mkdir "$work/un peu" && cp -r "$work/server/"* "$work/un peu/"
AZIMUT_FROM="$work/un peu" AZIMUT_TO="$work/un peu/here" run || fault "by chunks, from a folder with a blank: $(cat "$work/err")"
cmp -s "$work/whole" "$work/un peu/here/campus.pack" || fault "by chunks, from a folder with a blank, another pack comes"
mv "$work/whole" "$work/server/campus.pack"

# By HTTPS, from a server that can only send whole files; never without it, and not from one that nobody vouches for.
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/tls.key" -out "$work/tls.pem" -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost 2>/dev/null
port=$((20000 + $$ % 20000))
(cd "$work/server" && exec openssl s_server -accept "$port" -cert "$work/tls.pem" -key "$work/tls.key" -WWW -quiet >/dev/null 2>&1) &
server=$!
for _ in $(seq 100); do (: <"/dev/tcp/localhost/$port") 2>/dev/null && break; sleep 0.1; done
rm -rf "$work/updates" "$work/packs/current"
AZIMUT_FROM=https://localhost:$port run && fault "a server that nobody vouches for is believed"
AZIMUT_FROM=https://localhost:$port CURL_CA_BUNDLE=$work/tls.pem run || fault "by HTTPS: $(cat "$work/err")"
is_here || fault "by HTTPS it does not come"
AZIMUT_FROM=http://localhost:$port run && fault "it goes without HTTPS"
grep -q 'neither https:// nor a folder' "$work/err" || fault "without HTTPS: $(cat "$work/err")"
exit $status
