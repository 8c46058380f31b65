#!/bin/bash
# What the studio must not lose nor do by itself: files whose way back fails, shapes that no control has, two people's rows, a form
# that comes in pieces, names that stand twice, first files, films that take another's place, two things at once.
set -u
. tests/support/studio.sh
. tests/support/film.sh

# azimut-pack waits with its films, or is gone, when a test says so.
rm "$work/bin/azimut-pack"
cat >"$work/bin/azimut-pack" <<END
#!/bin/sh
[ "\$1" = media ] && while [ -e "$work/hold" ]; do sleep 0.1; done
[ "\$1" = build ] && [ -e "$work/broken" ] && { echo 'azimut-pack: gone' >&2; exit 3; }
exec "$(realpath "$AZIMUT_BUILD/azimut-pack")" "\$@"
END
chmod +x "$work/bin/azimut-pack"
ended() { # once the work that goes on has its end
    for _ in $(seq 600); do
        curl -s -o "$work/body" "$fr/job"
        grep -q 'se met à jour' "$work/body" || return
        sleep 0.2
    done
}
fields_in() { # FILE: its form as a browser sends it back, into `fields`
    perl -CSD -0777 -ne '
        sub text { my $t = shift; $t =~ s/&lt;/</g; $t =~ s/&gt;/>/g; $t =~ s/&quot;/"/g; $t =~ s/&#39;/\x27/g; $t =~ s/&amp;/&/g; $t }
        while (/<input\b([^>]*)>|<textarea\b([^>]*)>\n?(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs) {
            my ($input, $area, $inside, $select, $options) = ($1, $2, $3, $4, $5);
            my ($name) = ($input // $area // $select) =~ /\bname="([^"]*)"/ or next;
            my $value = $inside // "";
            ($value) = $input =~ /\bvalue="([^"]*)"/ if defined $input;
            next if defined $input && $input =~ /checkbox/ && $input !~ /checked/;
            ($value) = $options =~ /value="([^"]*)" selected/ if defined $select;
            print text($name), "=", text($value // ""), "\0";
        }' "$1" >"$work/fields"
}
fields_of() { # PAGE
    curl -s "$fr/$1" >"$work/form.html"
    fields_in "$work/form.html"
}
send() { # STATUS PAGE: the fields of the file `fields`
    local wanted=$1 page=$2
    shift 2
    fields=()
    while IFS= read -r -d '' field; do fields+=(--data-urlencode "$field"); done <"$work/fields"
    for field in "$@"; do fields+=(--data-urlencode "$field"); done
    expect "$wanted" "${fields[@]}" "$fr/$page"
}

start "$campus"

# ---- a form comes in pieces ----------------------------------------------------------------------
# The library begins a value anew when a piece ends within its first letter.
page=record/glossary/pfmp
body="base=$(base $page)&word.fr=%C3%89tude&word.en=PFMP"
cut=${body%%%89*}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'POST /%s/fr/%s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n' \
    "$(echo "$address" | cut -d/ -f4)" $page "$port" ${#body} >&3
sleep 0.3
printf '%s' "$cut" >&3
sleep 0.3
printf '%s' "${body#"$cut"}" >&3
cat <&3 >"$work/answer"
exec 3>&-
grep -q '303' "$work/answer" || fault "a form in pieces is refused: $(head -1 "$work/answer")"
grep -q 'word: {fr: "Étude", en: "PFMP"}' "$campus/glossary.yaml" || fault "a value is lost between two pieces"

# ---- records that are written otherwise than the form would --------------------------------------
sed -i 's/^  word: {fr: "Étude", en: "PFMP"}/  word: {en: "PFMP", fr: "Étude"}/' "$campus/glossary.yaml"
post 303 $page "base=$(base $page)" 'word.fr=La PFMP' 'word.en=PFMP' do=save
grep -q 'word: {en: "PFMP", fr: "La PFMP"}' "$campus/glossary.yaml" || fault "another order of languages cannot be saved"

# Facets in another order: all trades can be saved still; nothing of what no control has is lost.
page=record/trade/soudage
perl -0pi -e 's/^conditions: .*$/conditions: [noise, thunder]/m or $_ .= "conditions: [noise, thunder]\n";
    s/^related: .*$/related: ajustage/m; s/^facets: \{(.*?): (\d+), (.*)\}$/facets: {$3, $1: $2, ZZ: 3}/m' \
    "$campus/trades/soudage.yaml"
before
fields_of $page
send 303 $page do=save
same "what stands otherwise, saved again,"
curl -s -o "$work/body" "$fr/$page"
says 'value="thunder" checked'
says 'modifie dans le fichier'
cp content/campus/trades/soudage.yaml "$campus/trades"
sed -i 's/picture: \(quiz\|day\)-.*/picture: soudage/' "$campus/trades/soudage.yaml"

# Both keys at a dash are cleared.
"$pack" check "$campus" >/dev/null
label=$(grep -n -A1 '^facts:' "$campus/trades/soudage.yaml" | tail -1)
post 303 $page "base=$(base $page)" 'facts#=' 'facts#=0' 'facts#=1' 'facts#=2' 'facts/0/label.fr=' 'facts/0/label.en=' 'facts/0/value.fr=' 'facts/0/value.en=' do=save
kill -0 "$studio" 2>/dev/null || fault "two keys cleared at a dash end the studio ($label)"

# As people say yes: it stays marked as an example.
printf -- '- id: essai\n  name: {fr: "Essai", en: "Test"}\n  illustrative: oui\n' >"$campus/desks.yaml"
fields_of record/desk/essai
send 303 record/desk/essai do=save
grep -q 'illustrative: true' "$campus/desks.yaml" || fault "yes becomes: $(grep illustrative "$campus/desks.yaml")"
cp content/campus/desks.yaml "$campus/desks.yaml"

# ---- two people ----------------------------------------------------------------------------------
cp content/campus/trades/soudage.yaml "$campus/trades"
sed -i 's/picture: \(quiz\|day\)-.*/picture: soudage/' "$campus/trades/soudage.yaml"
fields_of $page
perl -0pi -e 's/^(facts:\n)(.*?)(?=^\S)/$1$2  - label: {fr: "Ajouté ailleurs", en: "Added elsewhere"}\n    value: {fr: "Oui", en: "Yes"}\n/ms' \
    "$campus/trades/soudage.yaml"
send 409 $page do=save
says 'Ajouté ailleurs'
says 'Dans le fichier, et pas dans ce formulaire'
says 'data-unsaved'
fields_in "$work/body"
send 303 $page do=save
grep -q 'Ajouté ailleurs' "$campus/trades/soudage.yaml" || fault "what came meanwhile is lost by the second save"
curl -s -o "$work/body" "$fr/$page"
silent 'data-unsaved'
cp content/campus/trades/soudage.yaml "$campus/trades"
sed -i 's/picture: \(quiz\|day\)-.*/picture: soudage/' "$campus/trades/soudage.yaml"

# ---- names that stand twice, and one that is none ------------------------------------------------
cp "$campus/desks.yaml" "$work/desks.yaml"
first=$(grep -m1 -o '^- id: .*' "$campus/desks.yaml")
printf '%s\n  name: {fr: "Le second", en: "The second"}\n- id: Éducation\n  name: {fr: "Sans adresse", en: "No address"}\n' "$first" >>"$campus/desks.yaml"
expect 200 "$fr/list/desk"
second=$(grep -o "record/desk/${first#- id: }~[0-9]*" "$work/body" | head -1)
none=$(grep -o 'record/desk/~[0-9]*' "$work/body" | head -1)
expect 200 "$fr/${second:-second}"
says 'Le second'
post 303 "${second/#record/delete}" "base=$(base "$second")" do=delete
grep -q 'Le second' "$campus/desks.yaml" && fault "the second of one name does not go"
[ "$(grep -c -x -e "$first" "$campus/desks.yaml")" = 1 ] || fault "the first of one name went instead of the second"
none=$(curl -s "$fr/list/desk" | grep -o 'record/desk/~[0-9]*' | head -1)
expect 200 "$fr/${none:-none}"
says 'Sans adresse'
post 303 "$none" "base=$(base "$none")" id=education 'name.fr=Avec adresse' do=save
grep -q '^- id: education' "$campus/desks.yaml" || fault "a bad name cannot be mended"
echo '- remarque' >>"$campus/desks.yaml"
post 303 order/desk "base=$(base list/desk)" "do=down/${first#- id: }"
grep -q '^- remarque' "$campus/desks.yaml" || fault "putting in order loses what is no record"
cp "$work/desks.yaml" "$campus/desks.yaml"

# ---- first files ---------------------------------------------------------------------------------
post 303 new/back_to_school 'title.fr=Reprendre' do=save
curl -s -L -o "$work/body" "$fr/list/back_to_school"
grep -q '^- ' "$campus/back-to-school.yaml" && fault "a file that is one record begins as a list"
cp "$campus/quiz.yaml" "$work/quiz.yaml"
rm "$campus/quiz.yaml" "$campus"/back-to-school.yaml
post 303 new/item id=premier 'text.fr=Aimer cela' do=save
grep -q '^items:' "$campus/quiz.yaml" || fault "a first question stands outside its list: $(head -3 "$campus/quiz.yaml")"
expect 200 "$fr/record/item/premier"
cp "$work/quiz.yaml" "$campus/quiz.yaml"
post 409 new/trade 'id=Metier_9' 'name.fr=X' do=save
post 303 new/trade $'name.fr=Vitrier\v d\u2028art\u200b' 'name.en=Glazier' do=save
expect 200 "$fr/record/trade/vitrier-d-art"
rm -f "$campus/trades/vitrier-d-art.yaml"

# ---- old text, and text that is still to be begun ------------------------------------------------
printf -- '- id: accueil\n  name: {fr: "Acc\350s", en: "Access"}\n' >"$campus/desks.yaml"
expect 200 "$fr/text/desks.yaml"
says 'Accès'
says 'n’est pas en UTF-8'
cp "$work/desks.yaml" "$campus/desks.yaml"
expect 200 "$fr/text/topics/ici.fr.md"
post 303 text/topics/ici.fr.md 'base=-' 'text=# Ici
'
[ "$(cat "$campus/topics/ici.fr.md")" = '# Ici' ] || fault "a first text is not written"
rm "$campus/topics/ici.fr.md"

# ---- tables through a link -----------------------------------------------------------------------
curl -s -o "$work/glossary.csv" "$fr/sheet/glossary.csv"
mv "$campus/glossary.yaml" "$work/elsewhere.yaml"
sum=$(md5sum <"$work/elsewhere.yaml")
ln -s "$work/elsewhere.yaml" "$campus/glossary.yaml"
sed -i 's/La PFMP/Autrement/' "$work/glossary.csv"
expect 409 -F "file=@$work/glossary.csv" "$fr/import/glossary"
says 'mène hors du dossier'
[ "$(md5sum <"$work/elsewhere.yaml")" = "$sum" ] || fault "an import writes outside the folder"
rm "$campus/glossary.yaml"
mv "$work/elsewhere.yaml" "$campus/glossary.yaml"

# ---- pictures ------------------------------------------------------------------------------------
upload() { # STATUS FILE NAME…
    local wanted=$1 file=$2 name=$3
    shift 3
    expect "$wanted" -F "file=@$file" -F "name=$name" "$@" "$fr/upload"
}
convert -size 640x480 gradient:steelblue-gold "$work/photo.png"
upload 303 content/campus/pictures/soudage.svg essai
upload 303 "$work/photo.png" essai -F replace=1
[ -e "$campus/pictures/essai.svg" ] && fault "what is replaced stays beside the new one"
[ -e "$campus/pictures/essai.png" ] || fault "a picture with another ending does not come"
last=$(find "$campus.versions" -maxdepth 1 -name '0*' | sort | tail -1)
post 303 "restore/$(basename "$last")" file=pictures/essai.svg
cmp -s content/campus/pictures/soudage.svg "$campus/pictures/essai.svg" || fault "a replaced picture does not come back"
post 303 remove file=pictures/essai.svg
[ -e "$campus/pictures/essai.svg" ] && fault "a picture cannot be taken away"
post 409 remove file=campus.yaml
[ -e "$campus/campus.yaml" ] || fault "any file can be taken away"
rm "$campus/pictures/essai.png"
(printf '<?xml version="1.0"?>\n<!-- '; head -c 3000 /dev/zero | tr '\0' x; echo ' -->'; tail -n +1 content/campus/pictures/soudage.svg | sed '/^<?xml/d') >"$work/long.svg"
upload 303 "$work/long.svg" long
rm -f "$campus/pictures/long.svg"
expect 409 -F "file=@$work/photo.png" -F "file=@$work/long.svg" -F name=deux "$fr/upload"
says 'Un seul fichier à la fois'

# A copy that cannot be looked at is not "there was none".
post 303 record/desk/accueil "base=$(base record/desk/accueil)" 'phone=04 11 11 11 11' do=save
last=$(find "$campus.versions" -maxdepth 1 -name '0*' | sort | tail -1)
rm "$last/before" && ln -s before "$last/before"
expect 200 -d "file=$(sed -n 2p "$last/what.txt")" "$fr/restore/$(basename "$last")"
[ -e "$campus/$(sed -n 2p "$last/what.txt")" ] || fault "a copy that cannot be read takes the file away"
rm -r "$last"

# ---- films: one at a time, and the new one takes the place of the old ----------------------------
film "$work/premier.mp4" 3
film "$work/second.mov" 3 -vf negate
head -c 20000 /dev/urandom >"$work/noise"
(printf '\0\0\0\024ftypqt  \0\0\0\0qt  '; cat "$work/noise") >"$work/bad.mov"
touch "$work/hold"
upload 303 "$work/premier.mp4" essai
upload 409 "$work/second.mov" autre
says 'Un travail est en cours'
[ -e "$campus/clips/autre.mov" ] && fault "a film lies there that nobody converts"
version=$(grep '^version:' "$campus/campus.yaml")
"$pack" keygen "$work/key" -W >/dev/null
post 409 publish "key=$work/key" "target=$work/stick" raise=1
[ "$(grep '^version:' "$campus/campus.yaml")" = "$version" ] || fault "the version rises for nothing"
rm "$work/hold"
ended
says 'C’est fait'
upload 409 "$work/second.mov" essai
upload 303 "$work/second.mov" essai -F replace=1
ended
says 'C’est fait'
[ -e "$campus/clips/essai.mov" ] && fault "the new film is not converted"
cmp -s "$work/premier.mp4" "$campus/originals/essai.mp4" || fault "the replaced film is lost"
cp "$campus/clips/essai.mp4" "$work/good.mp4"
upload 303 "$work/bad.mov" essai -F replace=1
ended
says 'Ce n’est pas fait'
silent 'publié'
cmp -s "$work/good.mp4" "$campus/clips/essai.mp4" || fault "a film that cannot be converted takes the place of a good one"
[ -e "$campus/clips/essai.mov" ] && fault "a film that cannot be converted stays"
post 303 remove file=clips/essai.mp4
[ -e "$campus/clips/essai.mp4" ] && fault "a film cannot be taken away"
cmp -s "$work/good.mp4" "$campus/originals/essai-2.mp4" || fault "a film that is taken away is lost"
rm -r "$campus/clips" "$campus/originals"

# ---- published onto what was chosen --------------------------------------------------------------
mkdir "$work/a" "$work/b"
printf 'not what it is' >"$campus/desks.yaml" # nothing is built: where it would go is what counts
version=$(grep '^version:' "$campus/campus.yaml")
post 303 publish "key=$work/key" "stick=$work/a" target= raise=1
ended
says 'Ce n’est pas fait'
[ "$(grep '^version:' "$campus/campus.yaml")" = "$version" ] || fault "the version rises though nothing is built"
expect 200 "$fr/publish"
silent "value=\"$work/a\""
post 303 publish "key=$work/key" "target=$work/b"
ended
expect 200 "$fr/publish"
says "name=\"target\""
says "value=\"$work/b\""
cp "$work/desks.yaml" "$campus/desks.yaml"
sed -i 's/^dated: .*/dated: 2020-01-01/' "$campus/campus.yaml"
post 303 publish "key=$work/key" "stick=$work/a" "target=$work/b"
ended
says 'aucune borne ne le prendra'
[ -e "$work/a/azimut/campus.pack" ] || fault "it goes elsewhere than was chosen"
[ -e "$work/b/azimut" ] && fault "it goes where it went before"

# ---- no azimut-pack ------------------------------------------------------------------------------
touch "$work/broken"
post 303 record/desk/accueil "base=$(base record/desk/accueil)" 'phone=04 22 22 22 22' do=save
for _ in $(seq 100); do
    expect 200 "$fr/"
    grep -q 'Vérification en cours' "$work/body" || break
    sleep 0.1
done
silent 'Rien à corriger'
says 'ne répond pas'
rm "$work/broken"
stop

# ---- git: what fails takes nothing away ----------------------------------------------------------
head -c 20000000 /dev/urandom >"$campus/pictures/gros.bin"
cp "$campus/pictures/gros.bin" "$work/gros.bin"
rm -rf "$campus.versions"
git -C "$campus" init -q
git -C "$campus" add .
git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qm begin
echo short >"$campus/pictures/gros.bin"
git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qam shorter
start "$campus"
for id in deadbeef "$(git -C "$campus" rev-list --max-parents=0 --abbrev-commit HEAD)"; do
    expect 200 -d file=campus.yaml "$fr/restore/$id"
    says 'notice bad'
    [ -e "$campus/campus.yaml" ] || { fault "$id takes campus.yaml away"; git -C "$campus" checkout -q -- campus.yaml; }
done
post 303 "restore/$(git -C "$campus" log -1 --format=%h)" file=pictures/gros.bin
cmp -s "$work/gros.bin" "$campus/pictures/gros.bin" || fault "a large file comes back cut"

# What an editor saves while git keeps the version before is not written over.
cat >"$work/late" <<END
#!/bin/sh
cat
[ -e "$work/armed" ] && rm "$work/armed" && sed -i 's/^# .*/# late/; 1s/^/# late\\n/' "$campus/glossary.yaml"
exit 0
END
chmod +x "$work/late"
git -C "$campus" config filter.late.clean "$work/late"
echo 'glossary.yaml filter=late' >"$campus/.git/info/attributes"
page=record/glossary/pfmp
touch "$campus/glossary.yaml" "$work/armed"
echo >>"$campus/glossary.yaml"
post 200 $page "base=$(base $page)" 'word.fr=Trop tard' do=save
says 'modifié par ailleurs'
grep -q '^# late' "$campus/glossary.yaml" || fault "what an editor saved meanwhile is gone"
rm "$campus/.git/info/attributes"
git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qam late >/dev/null

# It is written, and only its version is not kept: that is said, and the next one is no conflict.
git -C "$campus" checkout -qb side HEAD~1
echo a >"$campus/note.txt" && git -C "$campus" add note.txt && git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qm a
git -C "$campus" checkout -q -
echo b >"$campus/note.txt" && git -C "$campus" add note.txt && git -C "$campus" -c user.name=a -c user.email=a@localhost commit -qm b
git -C "$campus" -c user.name=a -c user.email=a@localhost merge -q side >/dev/null 2>&1
page=record/glossary/pfmp
post 303 $page "base=$(base $page)" 'word.fr=Une PFMP' do=save
curl -s -o "$work/body" "$fr/$page"
says 'Aucune copie ne peut être gardée'
grep -q 'Une PFMP' "$campus/glossary.yaml" || fault "a merge that goes on keeps it from being saved"
curl -s -o "$work/body" "$fr/$page"
silent 'Aucune copie ne peut être gardée'
stop
grep Sanitizer "$work/err" && fault "$(cat "$work/err")"

# ---- who opens the browser tells nobody the way --------------------------------------------------
cat >"$work/bin/xdg-open" <<END
#!/bin/sh
echo "\$*" >"$work/opened"
grep SigBlk /proc/self/status >>"$work/opened"
grep SigIgn /proc/self/status >>"$work/opened"
stat -c %a "\${1#file://}" >>"$work/opened"
cat "\${1#file://}" >>"$work/opened"
END
chmod +x "$work/bin/xdg-open"
PATH=$work/bin:$PATH DISPLAY=:99 start "$campus"
for _ in $(seq 50); do [ "$(wc -l <"$work/opened" 2>/dev/null || echo 0)" -ge 5 ] && break; sleep 0.1; done
token=$(echo "$address" | cut -d/ -f4)
head -1 "$work/opened" | grep -q "$token" && fault "the way stands in the list of processes"
grep -q "$address" "$work/opened" || fault "the browser is not led on: $(cat "$work/opened")"
grep -q '^600$' "$work/opened" || fault "others may read the way"
grep -q '^SigBlk:.*0000000000000000$' "$work/opened" || fault "the browser is started deaf: $(grep Sig "$work/opened")"
grep -q '^SigIgn:.*0...$' "$work/opened" || fault "the browser hears of no broken pipe: $(grep Sig "$work/opened")"
stop
exit $status
