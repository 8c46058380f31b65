#!/bin/bash
# The studio, asked by curl and by a browser: who may ask, what a form changes and what it leaves
# alone, two people at once, a full disk, a broken file, versions, pictures, tables, a stick.
set -u
. tests/support/studio.sh
cat >"$campus/lang/de.po" <<'END'
msgid ""
msgstr "Language: de\nPlural-Forms: nplurals=2; plural=n != 1;\n"

msgctxt "glossary/pfmp word"
msgid "PFMP"
msgstr "Praktikum"

msgctxt "glossary/pfmp spelled"
msgid "Période de formation en milieu professionnel"
msgstr ""
END

start "$campus"
[ -n "$address" ] || { fault "no address: $(cat "$work/said" "$work/err")"; exit 1; }

# ---- who may ask ---------------------------------------------------------------------------------
hex=$(printf '%04X' "$port")
grep -q "0100007F:$hex .*0A" /proc/net/tcp || fault "not on 127.0.0.1"
grep -qi "00000000:$hex" /proc/net/tcp && fault "on every address"
expect 403 "http://127.0.0.1:$port/"
expect 403 "http://127.0.0.1:$port/0123456789abcdef0123456789abcdef/fr/"
expect 403 -H 'Host: rebound.example' "$fr/"
expect 403 -H "Host: rebound.example:$port" "$fr/"
expect 403 -H 'Origin: http://elsewhere.example' -d do=save "$fr/record/trade/soudage"
expect 200 -H "Origin: http://127.0.0.1:$port" "$fr/"
expect 405 -X DELETE "$fr/"
expect 303 "$address"
curl -s -D "$work/head" -o "$work/body" "$fr/"
grep -qi "^content-security-policy: default-src 'none'" "$work/head" || fault "no CSP"
grep -qi '^access-control' "$work/head" && fault "others may ask"
says 'Métiers'
expect 200 "${address}en/"
says 'Trades'
for path in 'record/trade/..%2f..%2fcampus' 'record/trade/../../etc' 'record/nothing/x' 'list/..' \
    'text/..%2f..%2fetc/passwd.yaml' 'text/trades/%2e%2e/%2e%2e/x.yaml' 'text//etc/passwd.yaml' \
    'file/pictures/..%2f..%2fcampus.yaml' 'file/desks.yaml' 'restore/000001?file=../../etc/passwd' \
    'restore/..%2f000001?file=campus.yaml' 'record/trade/%00' 'record/trade/%FF' 'nothing'; do
    got=$(code --path-as-is "$fr/$path")
    case $got in 40[034] | 200) ;; *) fault "$path: $got" ;; esac
    silent 'root:'
    case $path in restore*) says 'notice bad' ;; *) [ "$got" = 200 ] && fault "$path is there" ;; esac
done
(echo -n a=; head -c 9000000 /dev/zero | tr '\0' b) >"$work/long"
expect 413 -H 'Expect:' --data-binary @"$work/long" "$fr/record/trade/soudage" # all of it is heard before the answer
rm "$work/long"
expect 413 -H 'Transfer-Encoding: chunked' --data-binary @<(echo -n a=; head -c 5000000 /dev/zero | tr '\0' b) "$fr/record/trade/soudage"

# ---- one field changes, everything else stays ----------------------------------------------------
before
page=record/glossary/pfmp
post 303 $page "base=$(base $page)" do=save
same "an empty form"
post 303 $page "base=$(base $page)" 'word.fr=La PFMP' 'word.en=PFMP' do=save
[ "$(changes)" = 2 ] || fault "one word changes $(changes) lines"
grep -q 'word: {fr: "La PFMP", en: "PFMP"}' "$campus/glossary.yaml" || fault "the word is not written"
stale=$(base $page)
post 303 $page "base=$stale" 'word.fr=PFMP' do=save
same "there and back"

# What a browser would take for a script is a text, and its fault stands beside it.
stale=$(base $page)
post 303 $page "base=$stale" 'text.fr=Un <script>alert(1)</script> "mot"' do=save
settled $page
silent '<script>alert'
says 'Un &lt;script&gt;alert(1)&lt;/script&gt; &quot;mot&quot;'
tr -d '\n' <"$work/body" | sed 's/<div class="field /\n&/g' | grep 'f/text.fr' | grep -q 'class="fault"' ||
    fault "no fault beside its field"
settled faults
says 'glossary.yaml:'
silent '<script>alert'

# Two people: nothing is lost, both texts are shown.
expect 409 --data-urlencode "base=$stale" --data-urlencode 'text.fr=Un autre mot' -d do=save "$fr/$page"
says 'Un autre mot'
says 'Dans le fichier, maintenant'
grep -q 'Un autre mot' "$campus/glossary.yaml" && fault "the second one wins"
post 303 $page "base=$(base $page)" 'text.fr=Des semaines en entreprise.' do=save

expect 200 "$fr/$page"
says '1 / 2'
expect 200 "$fr/languages"
says '>de<'

# Rows: moved, added and taken away before anything is saved.
before
page=record/trade/soudage
rows=('facts#=' 'facts#=0' 'facts#=1' 'facts#=2')
post 200 $page "base=$(base $page)" "${rows[@]}" do=add/facts
says 'facts/3/label.fr'
post 200 $page "base=$(base $page)" "${rows[@]}" do=remove/facts/1
silent 'facts/1/label.fr'
same "a form that is shown again"
post 303 $page "base=$(base $page)" 'facts#=' 'facts#=2' 'facts#=0' 'facts#=1' do=save
grep -A1 '^facts:' "$campus/trades/soudage.yaml" | grep -q Rythme || fault "rows are not moved"
[ "$(sort "$campus/trades/soudage.yaml" | md5sum)" = "$(sort "$work/before/trades/soudage.yaml" | md5sum)" ] ||
    fault "moving rows changes them"

# ---- new, taken away, put in order ---------------------------------------------------------------
post 303 new/trade 'name.fr=Horloger, horlogère' 'name.en=Watchmaker' family=metal do=save
grep -q '^id: horloger-horlogere$' "$campus/trades/horloger-horlogere.yaml" || fault "no new trade"
settled record/trade/horloger-horlogere
tr -d '\n' <"$work/body" | sed 's/<div class="field /\n&/g' | grep 'f/rome' | grep -q 'rome » manque' ||
    fault "what is missing is not said at its field"
post 409 new/trade 'name.fr=Horloger, horlogère' do=save
post 409 new/trade 'id=../../x' 'name.fr=X' do=save
[ -e "$work/x.yaml" ] && fault "a record outside"
post 303 delete/trade/horloger-horlogere "base=$(base delete/trade/horloger-horlogere)" do=delete
[ -e "$campus/trades/horloger-horlogere.yaml" ] && fault "it is still there"
post 303 new/desk 'name.fr=Un bureau' do=save
tail -3 "$campus/desks.yaml" | grep -q '^- id: un-bureau$' || fault "no new desk"
post 303 delete/desk/un-bureau "base=$(base delete/desk/un-bureau)" do=delete
cmp -s content/campus/desks.yaml "$campus/desks.yaml" || fault "new and gone leaves traces"
first=$(grep -m1 -o '^- id: .*' "$campus/desks.yaml")
post 303 order/desk "base=$(base list/desk)" "do=down/${first#- id: }"
grep -m1 -o '^- id: .*' "$campus/desks.yaml" | grep -qx -e "$first" && fault "the order is the same"
post 409 order/desk "base=$stale" "do=down/${first#- id: }"

# ---- versions: the last change is taken back -----------------------------------------------------
last=$(find "$campus.versions" -maxdepth 1 -name '0*' | sort | tail -1)
post 303 "restore/$(basename "$last")" file=desks.yaml
cmp -s content/campus/desks.yaml "$campus/desks.yaml" || fault "nothing comes back"
expect 200 "$fr/versions"
says 'Ranger'

# ---- a file that is no YAML ----------------------------------------------------------------------
printf -- '- id: accueil\n  name: "Accueil\n' >"$campus/desks.yaml"
expect 200 "$fr/list/desk"
says 'text/desks.yaml'
expect 200 "$fr/text/desks.yaml"
says 'name: &quot;Accueil'
post 303 text/desks.yaml "base=$(base text/desks.yaml)" "text=$(cat content/campus/desks.yaml)
"
cmp -s content/campus/desks.yaml "$campus/desks.yaml" || fault "plain text is not written as it is"

# ---- a link that leads outside -------------------------------------------------------------------
mv "$campus/glossary.yaml" "$work/elsewhere.yaml"
ln -s "$work/elsewhere.yaml" "$campus/glossary.yaml"
ln -s /etc/passwd "$campus/pictures/passwd.svg"
expect 404 "$fr/record/glossary/pfmp"
expect 404 "$fr/text/glossary.yaml"
says 'mène hors du dossier'
expect 404 "$fr/file/pictures/passwd.svg"
rm "$campus/glossary.yaml" "$campus/pictures/passwd.svg"
mv "$work/elsewhere.yaml" "$campus/glossary.yaml"

# ---- pictures ------------------------------------------------------------------------------------
upload() { # STATUS FILE NAME…
    local wanted=$1 file=$2 name=$3
    shift 3
    expect "$wanted" -F "file=@$file" -F "name=$name" "$@" "$fr/upload"
}
upload 303 content/campus/pictures/soudage.svg 'Essai à moi'
cmp -s content/campus/pictures/soudage.svg "$campus/pictures/essai-a-moi.svg" || fault "no picture"
upload 409 content/campus/pictures/soudage.svg essai-a-moi
upload 303 content/campus/pictures/usinage.svg essai-a-moi -F replace=1
expect 200 "$fr/file/pictures/essai-a-moi.svg"
head -c 900 /dev/urandom >"$work/noise.jpg"
upload 409 "$work/noise.jpg" noise
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5000 4000"><path d="M0 0h9v9z"/></svg>' >"$work/large.svg"
upload 409 "$work/large.svg" large
says '16 millions'
rm "$campus/pictures/essai-a-moi.svg"

# ---- texts beside a record: a topic in parts, captions with their times ----------------------------
printf -- '- {id: former, icon: school, tone: teal}\n' >"$campus/topics/topics.yaml"
cp content/campus/topics/former.*.md "$campus/topics"
expect 200 "$fr/record/topic/former"
says 'texts/topic/former'
says 'Se former'
expect 200 "$fr/texts/topic/former"
says 'Titre d’une partie'
hash() { grep -oP "value=\"topics/former.$1.md\"><input type=\"hidden\" name=\"base\" value=\"\K[^\"]*" "$work/body"; }
sum=$(hash fr)
[ -n "$sum" ] || fault "no base of the file"
texts() { # STATUS BASE WISH: one part in French, nothing said of English
    expect "$1" --data-urlencode file=topics/former.fr.md -d "base=$2" -d kind=0 --data-urlencode 'text=Apprendre' -d kind=2 --data-urlencode 'text=Une phrase
sur deux lignes.' -d kind=1 --data-urlencode 'text=Une partie' -d kind=4 --data-urlencode target=kiosk:trades \
        --data-urlencode 'text=Les métiers' -d kind=3 -d text= -d "do=$3" "$fr/texts/topic/former"
}
before
texts 200 "$sum" up/0/2
same "rows that are not saved yet"
texts 409 nothing save
same "a form that is too old"
texts 303 "$sum" save
diff - "$campus/topics/former.fr.md" <<'END' || fault "another text than was typed"
# Apprendre

Une phrase sur deux lignes.

## Une partie

[Les métiers](kiosk:trades)
END
cmp content/campus/topics/former.en.md "$campus/topics/former.en.md" || fault "the other language changed"
printf '# Former\n\n1. un\n' >"$campus/topics/former.fr.md"
expect 200 "$fr/texts/topic/former"
says 'il s’écrit comme texte'
expect 404 "$fr/texts/trade/soudage"
rm "$campus"/topics/former.*
echo '[]' >"$campus/topics/topics.yaml"

# ---- tables: out and back without a change; one cell changes one value ---------------------------
before
for table in glossary.csv glossary.ods course.csv; do
    curl -s -o "$work/$table" "$fr/sheet/$table"
    expect 200 -F "file=@$work/$table" "$fr/import/${table%.*}"
done
"$pack" check "$campus" >"$work/checked" || fault "what came back is wrong: $(head -3 "$work/checked")"
sed 's/"La PFMP"/"PFMP"/; s/Des semaines en entreprise\./Quelques semaines./' "$work/glossary.csv" >"$work/other.csv"
expect 200 -F "file=@$work/other.csv" "$fr/import/glossary"
grep -q 'Quelques semaines\.' "$campus/glossary.yaml" || fault "the cell does not come back"
sed -i 's/Quelques semaines\./Quelques   semaines./' "$campus/glossary.yaml" # blanks are counted
curl -s -o "$work/blanks.ods" "$fr/sheet/glossary.ods"
before
expect 200 -F "file=@$work/blanks.ods" "$fr/import/glossary"
grep -q 'Quelques   semaines\.' "$campus/glossary.yaml" || fault "three blanks come back as one"
printf 'id;nonsense\nx;y\n' >"$work/bad.csv"
before
expect 409 -F "file=@$work/bad.csv" "$fr/import/glossary"
says 'nonsense'
same "a wrong table"

# ---- published -----------------------------------------------------------------------------------
# Whoever has no key makes one: for its owner alone, outside of the campus, and never another over it.
first=$work/config/azimut/$(basename "$campus").key
expect 200 "$fr/publish"
says 'Faire une clé'
post 200 key do=key
says 'La clé est là'
says "$first"
[ "$(stat -c %a "$first")" = 600 ] && [ -s "$first.pub" ] || fault "no key for its owner alone: $(ls -l "$work/config/azimut")"
sum=$(md5sum <"$first")
post 200 key do=key
[ "$(md5sum <"$first")" = "$sum" ] || fault "another key over the first"
"$pack" keygen "$work/key" -W >/dev/null
publish() {
    post 303 publish "key=$work/key" "target=$work/stick" raise=1
    for _ in $(seq 300); do
        curl -s -o "$work/body" "$fr/job"
        grep -q 'se met à jour' "$work/body" || break
        sleep 0.2
    done
}
publish
says 'C’est fait'
"$pack" verify "$work/stick/azimut/campus.pack" -p "$work/key.pub" >/dev/null || fault "not signed"
grep -q '^version: 3$' "$campus/campus.yaml" || fault "the version does not rise"
sum=$(md5sum <"$work/stick/azimut/campus.pack")
cp "$campus/desks.yaml" "$work/desks.yaml"
echo '- id: accueil' >>"$campus/desks.yaml"
publish
says 'Ce n’est pas fait'
[ "$(md5sum <"$work/stick/azimut/campus.pack")" = "$sum" ] || fault "the last good pack is gone"
cp "$work/desks.yaml" "$campus/desks.yaml"
post 409 publish "key=$work/none" "target=$work/stick"
post 409 publish "key=$work/key" target=nowhere

# ---- in a browser: nothing is refused by the page's own rules, and the kiosk's picture is there ---
page=record/desk/orientation
post 303 $page "base=$(base $page)" 'phone=04 00 00 00 00' do=save
expect 200 "$fr/picture/desk/orientation"
[ "$(head -c 4 "$work/body" | tail -c 3)" = PNG ] || fault "no picture of the kiosk"
timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --window-size=1366,768 \
    --user-data-dir="$work/profile" --enable-logging=stderr --dump-dom "$fr/$page" >"$work/dom" 2>"$work/log"
grep -i 'CONSOLE' "$work/log" && fault "the page has errors"
grep -q '04 00 00 00 00' "$work/dom" || fault "the browser shows no form"
stop
grep Sanitizer "$work/err" && fault "$(cat "$work/err")"
find "$work" -maxdepth 1 -name 'azimut-studio-*' | grep . && fault "its own folder stays"

# ---- a campus that git keeps: a commit each, nothing else in it ----------------------------------
rm -rf "$campus.versions"
git -C "$campus" init -q
git -C "$campus" add .
git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qm begin
start "$campus"
touch "$campus/new.txt"
git -C "$campus" add new.txt
page=record/glossary/pfmp
post 303 $page "base=$(base $page)" 'word.fr=Une PFMP' do=save
[ "$(git -C "$campus" log -1 --format=%s)" = 'Enregistrer pfmp' ] || fault "no commit"
[ "$(git -C "$campus" show --name-only --format= HEAD)" = glossary.yaml ] || fault "more than the file"
post 303 "restore/$(git -C "$campus" log -1 --format=%h)" file=glossary.yaml
git -C "$campus" diff --quiet HEAD~2 -- glossary.yaml || fault "git does not bring it back"
[ -e "$campus.versions" ] && fault "copies beside git"
stop

# ---- a disk that is full, and one that nobody may write to ---------------------------------------
page=record/glossary/pfmp
mkdir "$work/small"
if mount -t tmpfs -o size=3m tmpfs "$work/small" 2>/dev/null; then
    mkdir "$work/small/c"
    cp content/campus/{campus,glossary,desks,families}.yaml "$work/small/c"
    start "$work/small/c"
    b=$(base $page)
    dd if=/dev/zero of="$work/small/fill" bs=4k 2>/dev/null
    post 200 $page "base=$b" 'word.fr=Une PFMP' do=save
    says 'disque est plein'
    cmp -s content/campus/glossary.yaml "$work/small/c/glossary.yaml" || fault "a full disk harms the file"
    rm "$work/small/fill"
    rm -rf "$work/small/c.versions"
    mount -o remount,ro "$work/small"
    post 200 $page "base=$b" 'word.fr=Une PFMP' do=save
    says 'Aucune copie ne peut être gardée'
    find "$work/small/c" -name '*.part' | grep . && fault "something half-written stays"
    stop
fi
"$work/bin/azimut-studio" "$work/stick" >"$work/said" 2>"$work/err" && fault "any folder is a campus"
grep -q 'campus.yaml y manque' "$work/err" || fault "said of no campus: $(cat "$work/err")"
exit $status
