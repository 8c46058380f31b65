# shellcheck shell=bash
# A campus that is built in a moment. Sourced.
# small_campus FOLDER: three trades of one family, without films, plan and quiz, which would only take time.
small_campus() {
    local good=$1 picture
    mkdir -p "$good/trades" "$good/topics" "$good/pictures"
    cp content/campus/campus.yaml content/campus/charts.yaml content/campus/facets.yaml "$good"
    grep -A3 '^- id: metal' content/campus/families.yaml > "$good/families.yaml"
    sed '/^items:/,$d' content/campus/quiz.yaml > "$good/quiz.yaml" && echo 'items: []' >> "$good/quiz.yaml"
    echo '- {id: ici, icon: build, tone: blue}' > "$good/topics/topics.yaml"
    printf '# Venir ici\n\nTrois métiers.\n\n## Commencer\n\nChoisir un métier.\n\n[Les métiers](kiosk:trades)\n' > "$good/topics/ici.fr.md"
    printf '# Come here\n\nThree trades.\n\n## Begin\n\nChoose a trade.\n\n[The trades](kiosk:trades)\n' > "$good/topics/ici.en.md"
    trade() { # trade ID OTHER OTHER
        sed "s/^family: .*/family: metal/; s/^related: .*/related: [$2, $3]/" "content/campus/trades/$1.yaml" > "$good/trades/$1.yaml"
    }
    trade soudage ajustage chaudronnerie
    trade ajustage soudage chaudronnerie
    trade chaudronnerie soudage ajustage
    for picture in $(sed -n 's/.*picture: *\([a-z0-9-]*\).*/\1/p' "$good/trades/"*); do
        cp "content/campus/pictures/$picture".* "$good/pictures"
    done
}
