#!/bin/bash
# Keys and signatures of azimut-pack beside the real minisign: what one makes the other takes, and what is not signed, or not
# as it was signed, is refused with its reason.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
command -v minisign >/dev/null || { echo "minisign is missing"; exit 1; }
cp "$AZIMUT_BUILD/campus.pack" "$work/c.pack"
cd "$work" || exit 1
case $pack in /*) ;; *) pack=$OLDPWD/$pack ;; esac

# refuse "what is said" arguments: status 1 and the reason.
refuse() {
    said=$1
    shift
    LC_ALL=en "$pack" "$@" >out 2>err </dev/null
    [ $? -eq 1 ] || fault "not refused: $*"
    grep -qF -e "$said" err || fault "expected: $said
got: $(cat err)"
    [ ! -s out ] || fault "something is printed: $*"
}

"$pack" keygen -W k >out || fault "no key is made"
[ "$(stat -c %a k)" = 600 ] || fault "others may read the secret key"
cp k k.was
refuse "exists already" keygen -W k
cmp -s k k.was || fault "a key that was there is gone"
rm k.pub && refuse "k: exists already" keygen -W k
[ -e k.pub ] && fault "half a pair of keys is left"
minisign -R -W -s k -p k.pub >/dev/null || fault "minisign does not read the key"

# Ours, verified by minisign; the comment is what the pack says of itself.
"$pack" sign c.pack -k k || fault "it does not sign"
minisign -V -Q -p k.pub -m c.pack >said || fault "minisign does not verify it"
"$pack" label c.pack >label || fault "a pack has no label"
cmp said label || fault "what is signed is not the label"
grep -qE '^azimut id=[a-z]+ version=[0-9]+ size=[0-9]+ format=[0-9]+ not-before=20[0-9-]+ expires=20[0-9-]+$' label ||
    fault "the label: $(cat label)"
[ "$(sed 's/.*size=\([0-9]*\).*/\1/' label)" = "$(stat -c %s c.pack)" ] || fault "the size is not that of the file"
"$pack" verify c.pack -p k.pub | cmp - label || fault "it does not verify its own"
"$pack" sign c.pack -k k --not-before 2026-12-24 --expires 2027-01-06 || fault "dates are not taken"
"$pack" verify c.pack -p k.pub | grep -q 'not-before=2026-12-24 expires=2027-01-06$' || fault "other dates are signed"
refuse "never be taken" sign c.pack -k k --not-before 2027-01-06 --expires 2026-12-24

# One that no kiosk would take any more is signed as it was asked, and not in silence.
"$pack" sign c.pack -k k --now 2027-12-01 --not-before 2026-01-05 --expires 2026-02-06 2>err || fault "it is not signed at all"
grep -q "avertissement : sa signature a expiré le 2026-02-06" err || fault "an end that is over: $(cat err)"
"$pack" verify c.pack -p k.pub --now 2026-02-06 >/dev/null 2>err && [ ! -s err ] || fault "its last day: $(cat err)"
"$pack" verify c.pack -p k.pub --now 2026-02-07 >/dev/null 2>err || fault "what has expired is signed all the same"
grep -q "a expiré le 2026-02-06" err || fault "verified, and over: $(cat err)"
"$pack" sign c.pack -k k --now 2026-12-01 --not-before 2026-11-05 2>err && [ ! -s err ] || fault "it warns: $(cat err)"

# minisign's, verified by us.
minisign -G -W -p m.pub -s m.key </dev/null >/dev/null || fault "minisign makes no key"
minisign -S -W -s m.key -m c.pack -t "$(cat label)" || fault "minisign does not sign"
"$pack" verify c.pack -p m.pub | cmp - label || fault "minisign's signature is not taken"
sed 's/$/\r/' c.pack.minisig >c && mv c c.pack.minisig
"$pack" verify c.pack -p m.pub | cmp - label || fault "a signature that went through another system is not taken"

# A password: one key, both programs.
printf 'abricot\nabricot\n' | "$pack" keygen p >/dev/null 2>&1 || fault "no key with a password"
printf 'abricot\n' | minisign -S -s p -m c.pack -t "$(cat label)" >/dev/null 2>&1 || fault "minisign does not take the password"
"$pack" verify c.pack -p p.pub | cmp - label || fault "signed with the password, not verified"
printf 'cerise\n' | "$pack" sign c.pack -k p 2>err && fault "another password signs"
grep -q "pas le mot de passe" err || fault "a wrong password: $(cat err)"
printf 'a\nb\n' | "$pack" keygen q >/dev/null 2>err && fault "two passwords are taken for one"
[ -e q ] || [ -e q.pub ] && fault "a key is left all the same"

# What is refused, and why.
"$pack" sign c.pack -k k
cp c.pack.minisig good
refuse "another key" verify c.pack -p m.pub
minisign -S -l -W -s k -m c.pack -t "$(cat label)" && refuse "signed the old way" verify c.pack -p k.pub
sed 's/version=[0-9]*/version=99/' good >c.pack.minisig && refuse "was altered" verify c.pack -p k.pub
sed '4s/^..../AAAA/' good >c.pack.minisig && refuse "was altered" verify c.pack -p k.pub
sed '2s/..$/==/' good >c.pack.minisig && refuse "is not a signature" verify c.pack -p k.pub
head -3 good >c.pack.minisig && refuse "is not a signature" verify c.pack -p k.pub
head -c 3000 /dev/urandom >c.pack.minisig && refuse "is not a signature" verify c.pack -p k.pub
: >c.pack.minisig && refuse "no signature lies beside it" verify c.pack -p k.pub
rm c.pack.minisig && refuse "no signature lies beside it" verify c.pack -p k.pub
minisign -S -W -s k -m c.pack && refuse "not with azimut-pack" verify c.pack -p k.pub
cp good c.pack.minisig
printf '\001' | dd of=c.pack bs=1 seek=100000 conv=notrunc status=none && refuse "not the bytes" verify c.pack -p k.pub
head -c 5000 "$OLDPWD/$AZIMUT_BUILD/campus.pack" >c.pack && refuse "not as long as it was when it was signed: 5000 bytes" verify c.pack -p k.pub
cp "$OLDPWD/$AZIMUT_BUILD/campus.pack" c.pack
echo other >d.pack && minisign -S -W -s k -m d.pack -t "$(cat label)" && cp d.pack.minisig c.pack.minisig &&
    refuse "not the bytes" verify c.pack -p k.pub
: >empty.pub && refuse "no public key" verify c.pack -p empty.pub
refuse "no public key" verify c.pack -p k
refuse "no public key" verify c.pack -p missing.pub
: >empty && cp "$OLDPWD/$AZIMUT_BUILD/campus.pack" e.pack && refuse "is empty" sign e.pack -k empty
refuse "not a secret key" sign e.pack -k k.pub
refuse "too short to be a pack" sign d.pack -k k
mkdir e.pack.minisig && refuse "cannot be written" sign e.pack -k k
exit $status
