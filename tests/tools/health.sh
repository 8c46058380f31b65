#!/bin/bash
# A campus for health, made of nothing but content: other trades, five facets of its own. It is checked, built, asked from,
# judged, visited and counted, and whoever reads of it reads its own words. No C knows of it.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# Six trades of two families, from the sheets of the campus there is; what they are made of is new.
campus=$work/campus
mkdir -p "$campus/trades" "$campus/topics"
cp content/campus/campus.yaml content/campus/charts.yaml "$campus"
cp -r content/campus/pictures "$campus"
echo '- {id: ici, icon: favorite, tone: crimson}' > "$campus/topics/topics.yaml"
printf '# Soigner ici\n\nSix métiers.\n\n## Commencer\n\n[Faire le test](kiosk:quiz)\n' > "$campus/topics/ici.fr.md"
printf '# Caring here\n\nSix trades.\n\n## Begin\n\n[Take the quiz](kiosk:quiz)\n' > "$campus/topics/ici.en.md"
sed -i -e 's/^workplace: .*/workplace: {fr: "Soin", en: "Care"}/' -e '/^of-workplace:/d' \
    -e 's/^at-workplace: .*/at-workplace: {fr: "auprès des patients", en: "with patients"}/' \
    -e '/^work:/,/^  en:/d' "$campus/campus.yaml"
cat > "$campus/families.yaml" << 'END'
- {id: soigner, name: {fr: "Soigner", en: "Caring"}, icon: favorite, tone: crimson}
- {id: analyser, name: {fr: "Analyser", en: "Analysing"}, icon: biotech, tone: blue}
END
cat > "$campus/facets.yaml" << 'END'
- {id: soin, name: {fr: "soigner, panser", en: "caring, dressing"}, icon: medical_services}
- {id: geste, name: {fr: "faire bouger un corps", en: "getting a body to move"}, icon: accessibility_new}
- {id: ecoute, name: {fr: "écouter, rassurer", en: "listening, reassuring"}, icon: forum}
- {id: labo, name: {fr: "analyser au laboratoire", en: "analysing in a lab"}, icon: biotech}
- {id: dossier, name: {fr: "tenir un dossier", en: "keeping a file"}, icon: folder}
END
trade() { # trade ID family soin geste ecoute labo dossier others…
    sed -e "s/^id: .*/id: $1/" -e "s/^family: .*/family: $2/" \
        -e "s/^facets: .*/facets: {soin: $3, geste: $4, ecoute: $5, labo: $6, dossier: $7}/" -e "s/^related: .*/related: [$8, $9]/" \
        "${sheets[sheet++ * 4]}" > "$campus/trades/$1.yaml"
}
sheet=0 sheets=(content/campus/trades/*.yaml)
trade infirmier soigner 4 1 3 1 2 kine social
trade kine soigner 2 4 2 0 1 infirmier social
trade social soigner 0 1 4 0 3 infirmier accueil
trade accueil analyser 0 0 2 1 4 social biologie
trade biologie analyser 1 0 0 4 2 pharmacie accueil
trade pharmacie analyser 1 1 1 3 3 biologie accueil
{
    echo "correlations:"
    sed -n '/^  letters:/,/^    C:/p' content/campus/quiz.yaml
    echo "  facets:"
    for facet in soin geste ecoute labo dossier; do echo "    $facet: {R: 0.1, I: 0.2, A: 0, S: 0.3, E: 0, C: 0.1}"; done
    printf '  between-facets: 0.1\nitems:\n'
    # the questions about letters, and about five of the facets there were
    awk '/^  - id:/ { item = $0; next } item != "" { print_it = /scale:|facet: [MEASP]/; if (print_it) print item; item = "" } /^items:/ { on = 1; next } on && print_it' \
        content/campus/quiz.yaml | sed -e 's/facet: M/facet: soin/; s/facet: E/facet: geste/; s/facet: A/facet: ecoute/; s/facet: S/facet: labo/; s/facet: P/facet: dossier/'
} > "$campus/quiz.yaml"

"$pack" check "$campus" > "$work/said" 2>&1 || fault "not well made: $(head -5 "$work/said")"
"$pack" build "$campus" -o "$work/health.pack" > "$work/said" 2>&1 || fault "not built: $(head -5 "$work/said")"

# What is wrong is named, with the nearest that is right.
wrong() { # wrong "what is said" file sed-script
    cp -r "$campus" "$work/wrong" && sed -i "$3" "$work/wrong/$2"
    "$pack" check "$work/wrong" > "$work/said" 2>&1 && fault "not noticed: $3"
    grep -qE "/$2:[0-9]+: $1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"
    rm -rf "$work/wrong"
}
wrong 'facette inconnue « ecoutte » ; est-ce « ecoute » \?' quiz.yaml '0,/facet: ecoute/s//facet: ecoutte/'
wrong 'facette inconnue « dosier » ; est-ce « dossier » \?' trades/kine.yaml 's/dossier:/dosier:/'
wrong 'la rubrique « labo » manque' trades/kine.yaml 's/labo: 0, //'
wrong '3 facettes, de 4 à 12' facets.yaml '/labo/d; /dossier/d'

# Asked by the kiosk's own quiz: its facets are the columns, and the audit can judge it.
questions=$(grep -c '^  - id:' "$campus/quiz.yaml")
for row in 1 2 3 4 5 6 7 8; do
    for item in $(seq "$questions"); do printf '%s%d' "${comma:-}" $(((row * 7 + item * item) % 5)); comma=,; done
    echo && comma=
done > "$work/answers.csv"
"$AZIMUT_BUILD/asan/azimut-quiz" run "$work/health.pack" --answers "$work/answers.csv" > "$work/run.csv" || fault "not asked"
head -1 "$work/run.csv" | grep -q '^row,asked,order,R,I,A,S,E,C,fsoin,fgeste,fecoute,flabo,fdossier,trade1,p1,' ||
    fault "other columns than its facets: $(head -1 "$work/run.csv")"
[ "$(wc -l < "$work/run.csv")" = 9 ] || fault "not a line a respondent"
"$AZIMUT_BUILD/azimut-quiz" audit "$work/health.pack" --pupils 300 > "$work/audit" 2>&1
grep -q 'Questions : ' "$work/audit" && grep -q 'entropie' "$work/audit" || fault "not judged: $(cat "$work/audit")"
"$AZIMUT_BUILD/azimut-quiz" run "$work/health.pack" --answers "$work/answers.csv" | cmp -s - "$work/run.csv" || fault "optimised, it answers otherwise"

# A visit: from the first question to the profile and to what is taken home, in both languages.
visit() { # visit LANG start quiz profile back home
    { printf 'tap "%s"\ntap "%s"\n' "$2" "$3"; for i in $(seq 30); do printf 'type "%d"\nwait 400\n' $((i % 3 ? 5 : 2)); done
      printf 'screen result\nwait 2300\ntype "2"\ntap "%s"\nshot profile-%s\ntap "%s"\ntap "%s"\n' "$4" "$1" "$5" "$6"; } > "$work/script"
    "$AZIMUT_BUILD/asan/azimut" --headless --pack "$work/health.pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --lang "$1" \
        --script "$work/script" --shots "$work" --transcript "$work/visit.$1" 2> "$work/err" || fault "no visit in $1: $(cat "$work/err")"
}
visit fr Commencer 'Faire le test' 'Ton profil' Retour 'L’emporter'
visit en Start 'Take the quiz' 'Your profile' Back 'Take it home'
for words in 'soigner, panser' 'faire bouger un corps' 'écouter, rassurer' 'analyser au laboratoire' 'tenir un dossier'; do
    grep -qi "^text \"$words" "$work/visit.fr" || fault "the profile does not say: $words"
done
for words in 'caring, dressing' 'listening, reassuring' 'keeping a file'; do
    grep -qi "^text \"$words" "$work/visit.en" || fault "the English profile does not say: $words"
done
grep -qE 'text "Soin - [^0-9]+ [0-4],[0-9]' "$work/visit.fr" || fault "what is taken home has no facets: $(grep Soin "$work/visit.fr")"
grep -q '^text "Auprès des patients"' "$work/visit.fr" && grep -q '^text "With patients"' "$work/visit.en" ||
    fault "the profile does not say where the work is done"
grep -qE '^text "(réparer|câbler|repairing|wiring)' "$work"/visit.?? && fault "words of another campus"

# Counted, and read by a counselor: the same words, which the file of the statistics carries.
stats=$AZIMUT_BUILD/asan/azimut-stats
"$stats" simulate --pack "$work/health.pack" --visits 6000 --seed 3 --from 2026-05 --to 2026-08 -o "$work/stats.db" || fault "not counted"
"$stats" report "$work/stats.db" --html "$work/fr.html" --csv "$work/csv" > /dev/null || fault "no report"
"$stats" report "$work/stats.db" --lang en --csv "$work/csv.en" > /dev/null || fault "no English report"
for words in 'soigner, panser' 'faire bouger un corps' 'écouter, rassurer' 'tenir un dossier'; do
    grep -q "$words" "$work/csv/activites.csv" && grep -q "$words" "$work/fr.html" || fault "the report does not say: $words"
done
grep -q 'listening, reassuring' "$work/csv.en/activites.csv" || fault "the English report does not say its facets"
exit $status
