#!/bin/bash
# azimut-pack on plans, good and bad, and azimut-map on what it built: each mistake of an author is named with its place and its
# mend; no file at all makes it crash; zones, overlays and options do what they say.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
map=$AZIMUT_BUILD/asan/azimut-map
campus=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# plan "what is said" exit-status file sed-script: the campus plan is changed; the message has a file, a line and a column.
plan() {
    cp content/campus/plan/plan.osm "$work/plan.osm"
    sed -i "$3" "$work/plan.osm"
    cmp -s content/campus/plan/plan.osm "$work/plan.osm" && fault "the test changed nothing: $3"
    said=$("$pack" map "$work/plan.osm" -o "$work/x.pack" 2>&1)
    [ $? -eq "$2" ] || fault "not status $2: $3: $said"
    printf '%s\n' "$said" | grep -qE "plan.osm:[0-9]+(:[0-9]+)?: (avertissement : )?.*$1" || fault "expected: $1
got: $said"
}

plan 'level=« zéro » n’est pas compris' 0 "0,/k='level' v='1'/s//k='level' v='zéro'/"
plan 'width=« large » n’est pas une longueur' 0 "0,/k='width' v='0.93'/s//k='width' v='large'/"
plan 'deux bornes s’appellent « galerie »' 1 "s/v='etage-1'/v='galerie'/"
plan 'kiosk:bearing=« sud »' 1 "s/k='kiosk:bearing' v='180'/k='kiosk:bearing' v='sud'/"
plan 'ne peut pas être atteint sans marche .* seulement par des marches .l’escalier' 0 "s/k='door' v='sliding'/k='barrier' v='door'/"
plan 'ne peut pas être atteint sans marche .* l’élargir' 0 "s/k='width' v='0.93'/k='width' v='0.7'/"
plan 'la zone « tranche-3 » n’est définie nulle part' 0 "0,/v='tranche-3'/s//v='tranche-9'/"
plan 'n’est pas plus haut que le niveau' 1 "s/k='kiosk:floor_height' v='8.5'/k='kiosk:floor_height' v='1'/"

# Whatever lies in the corpus is built with warnings or refused with a reason.
for file in tests/corpus/osm/*; do
    said=$("$pack" map "$file" -o "$work/x.pack" 2>&1)
    code=$?
    [ $code -le 1 ] || fault "$file: status $code: $said"
    [ $code -eq 0 ] || printf '%s\n' "$said" | grep -qE "^$file:[0-9]+:" || fault "$file: no reason: $said"
    [ $code -ne 0 ] || "$pack" show "$work/x.pack" >/dev/null || fault "$file: what was built cannot be read"
done

# Cut anywhere, the plan is refused in words.
size=$(stat -c %s content/campus/plan/plan.osm)
for part in 1 2 3 5 8 13 21 34 55 89; do
    head -c $((size * part / 100)) content/campus/plan/plan.osm >"$work/cut.osm"
    said=$("$pack" map "$work/cut.osm" -o "$work/cut.pack" 2>&1)
    [ $? -eq 1 ] || fault "cut at $part %: $said"
    printf '%s\n' "$said" | grep -qE 'cut.osm:[0-9]+:[0-9]+: .*(fin|formé)' || fault "cut at $part %: $said"
done
[ -e "$work/cut.pack" ] && fault "half a plan was built"

# A line of a hundred megabytes is refused, and in no more memory than it takes.
{ printf "<osm><node id='1'><tag k='name' v='"; head -c 100000000 /dev/zero | tr '\0' a; printf "'/></node></osm>"; } >"$work/long.osm"
"$pack" map "$work/long.osm" -o "$work/x.pack" 2>&1 | grep -q 'trop lourd' || fault "a hundred megabytes in one attribute"
rm "$work/long.osm"

# Same sources, same bytes.
"$pack" map content/campus/plan/plan.osm -o "$work/a.pack" >/dev/null || fault "the plan does not build by itself"
TZ=Asia/Tokyo "$pack" map content/campus/plan/plan.osm -o "$work/b.pack" >/dev/null
cmp "$work/a.pack" "$work/b.pack" || fault "same plan, other bytes"

# An overlay beside a plan; an overlay without one.
cp -r content/campus "$work/campus" && rm -rf "$work/campus/clips" "$work/campus/lang" # see clips.sh
sed -i "s/v='2018-03-17T10:00'/v='2018-03-17T25:00'/" "$work/campus/plan/event-2018-03.osm"
"$pack" check "$work/campus" | grep -q 'event-2018-03.osm:[0-9]*:[0-9]*: .*event:from' || fault "a wrong hour goes unnoticed"
rm "$work/campus/plan/plan.osm"
"$pack" check "$work/campus" 2>/dev/null | grep -q 'plan.osm manque' || fault "an overlay without a plan goes unnoticed"
rm "$work/campus/plan/"*.osm
"$pack" check "$work/campus" 2>/dev/null | grep -q 'creer.fr.md:[0-9]*: .*kiosk:place/010' || fault "a button to a place of no plan goes unnoticed"
sed -i '/kiosk:place/d' "$work/campus/topics/"*.md
"$pack" check "$work/campus" >/dev/null || fault "a campus without a plan is not accepted"
cp content/campus/plan/plan.osm "$work/campus/plan/"
sed -i 's/kind: toilets/kind: toilet/' "$work/campus/plan/words.yaml"
"$pack" check "$work/campus" 2>/dev/null | grep -q 'words.yaml:[0-9]*: « toilet » n’est pas une sorte d’espace ; est-ce « toilets »' ||
    fault "an unknown kind goes unnoticed"

# The matrix: every pair, in seconds and metres; zones by date; and what is asked without steps takes longer.
"$map" matrix "$campus" >"$work/walk.csv" || fault "no matrix"
"$map" matrix "$campus" --step-free >"$work/roll.csv" || fault "no step-free matrix"
[ "$(head -1 "$work/walk.csv")" = "from,to,seconds,metres" ] || fault "the matrix has no head"
places=$(cut -d, -f1 "$work/walk.csv" | sort -u | grep -vc '^from$')
[ "$(grep -vc '^from' "$work/walk.csv")" -eq $((places * places)) ] || fault "the matrix is not square"
awk -F, 'NR==FNR { walk[$1,$2]=$3; next } FNR > 1 && $3 != "" && $3 < walk[$1,$2] - 0.2 { exit 1 }' "$work/walk.csv" "$work/roll.csv" ||
    fault "a way without steps is shorter than the shortest"
on() { "$map" matrix "$campus" --at "$1" | awk -F, -v to="$2" '$1 == "galerie" && $2 == to { print $3 != "" ? "reached" : "shut" }'; }
[ "$(on 2018-09-02 010)" = shut ] && [ "$(on 2018-09-03 010)" = reached ] || fault "the fab-lab does not open on 2018-09-03"
[ "$(on 2019-09-01 221)" = shut ] && [ "$(on 2019-09-02 221)" = reached ] || fault "the second floor does not open on 2019-09-02"
[ "$(on 2018-03-16 stand-inscriptions)" = shut ] && [ "$(on 2018-03-17 stand-inscriptions)" = reached ] || fault "the stand is not there for its day"

# A way by itself has the figures of the matrix, never says more metres along than there are, and says what is closed.
for pair in 'A7 001' 'parvis 221' '133 A1' 'galerie terrasse' '206 010'; do
    for how in walk roll; do
        option=$([ $how = roll ] && echo --step-free)
        way=$("$map" route "$campus" --from "${pair% *}" --to "${pair#* }" --json $option)
        row=$(awk -F, -v a="${pair% *}" -v b="${pair#* }" '$1 == a && $2 == b { print "\"seconds\":" $3 ",\"metres\":" $4 "," }' "$work/$how.csv")
        case $way in *"$row"*) ;; *) fault "$pair: the matrix says $row, the way $way" ;; esac
        printf '%s' "$way" | awk '{ match($0, /"metres":[0-9.]+/); most = substr($0, RSTART + 9, RLENGTH - 9)
            while (match($0, /"along_m":[0-9.]+/)) { if (substr($0, RSTART + 10, RLENGTH - 10) + 0 > most + 0) exit 1; $0 = substr($0, RSTART + RLENGTH) } }' ||
            fault "$pair: farther along than the way is long"
    done
done
"$map" route "$campus" --to 001 --at 2026-11-28T10:00 --json | grep -q '"hours":{"open":false,"until":"2026-11-30T07:30"}' || fault "a closed cafeteria is not said"
"$map" route "$campus" --to 133 --step-free --at 2026-11-24T10:00 | head -1 | grep -q '^Ascenseur B.*Passer par l’ascenseur A\.$' || fault "a lift out of service is not said"
"$map" route "$campus" --kiosk etage-1 --to 001 >/dev/null || fault "no way from a kiosk by its name"

# The audit, its status, and usage.
"$map" audit "$campus" | grep -q 'tout peut être atteint' || fault "the audit of the campus"
"$pack" map tests/corpus/osm/two-storeys.osm -o "$work/two.pack" >/dev/null
"$map" audit "$work/two.pack" >"$work/audit.txt" && fault "an audit with findings ends well"
grep -q 'fait 0,70 m de large' "$work/audit.txt" || fault "the audit does not name the door"
"$map" >/dev/null 2>&1
[ $? -eq 2 ] || fault "no usage"
"$map" audit /dev/null >/dev/null 2>&1
[ $? -eq 1 ] || fault "any file is audited"
exit $status
