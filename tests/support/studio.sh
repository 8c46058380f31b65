# shellcheck shell=bash disable=SC2034
# A studio that is asked by curl, on a campus of its own in $work. To be read in by a script (. tests/support/studio.sh), which ends
# with `exit $status`.
work=$(mktemp -d)
status=0
studio=
fault() { echo "$1"; status=1; }
tidy() {
    [ -z "$studio" ] || kill "$studio" 2>/dev/null
    umount "$work/small" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap tidy EXIT

# The studio itself under the sanitizers, the programs that it asks as they are installed.
mkdir "$work/bin" "$work/stick"
cp "$AZIMUT_BUILD/asan/azimut-studio" "$work/bin"
for program in azimut azimut-pack; do
    ln -s "$(realpath "$AZIMUT_BUILD/$program")" "$work/bin/$program"
done
pack=$work/bin/azimut-pack
export XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config TMPDIR=$work GIT_CONFIG_GLOBAL=/dev/null
campus=$work/campus
mkdir "$campus"
for part in campus.yaml families.yaml facets.yaml quiz.yaml desks.yaml glossary.yaml certifications.yaml \
    partners.yaml events.yaml trades courses pictures; do
    cp -r "content/campus/$part" "$campus"
done
sed -i 's/picture: \(quiz\|day\)-.*/picture: soudage/' "$campus/quiz.yaml" "$campus"/trades/*.yaml
rm "$campus"/pictures/{quiz,day}-* # each is drawn whenever a table comes in
mkdir "$campus/topics" "$campus/lang"
echo '[]' | tee "$campus/charts.yaml" >"$campus/topics/topics.yaml"

start() { # FOLDER
    rm -f "$work/said" # the address of a studio before this one is nobody's
    "$work/bin/azimut-studio" "$1" >"$work/said" 2>"$work/err" &
    studio=$!
    for _ in $(seq 100); do
        grep -qs http "$work/said" && break
        sleep 0.1
    done
    address=$(grep -o 'http://[^ ]*' "$work/said")
    port=$(echo "$address" | grep -oE ':[0-9]+' | tr -d :)
    fr=${address}fr
}
stop() {
    kill "$studio"
    wait "$studio"
    [ $? -eq 0 ] || fault "it does not end well: $(tail -5 "$work/err")"
    studio=
}
code() { curl -s -o "$work/body" -w '%{http_code}' "$@"; }
expect() { # STATUS curl arguments
    local wanted=$1
    shift
    got=$(code "$@")
    [ "$got" = "$wanted" ] || fault "$got, not $wanted: $* $(grep -o 'class="notice[^<]*' "$work/body")"
}
says() { grep -qF -- "$1" "$work/body" || fault "not said: $1"; }
silent() { grep -qF -- "$1" "$work/body" && fault "said: $1"; }
base() { # PAGE: what its form was opened with; that of a record without waiting for its faults
    curl -s "$fr/${1/#record/delete}" | grep -o 'name="base" value="[^"]*' | sed 's/.*"//'
}
post() { # STATUS PAGE name=value…
    local wanted=$1 page=$2
    shift 2
    fields=()
    for field in "$@"; do fields+=(--data-urlencode "$field"); done
    expect "$wanted" "${fields[@]}" "$fr/$page"
}
settled() { # PAGE: once it is known what is wrong
    for _ in $(seq 100); do
        expect 200 "$fr/$1"
        grep -q 'Vérification en cours' "$work/body" || break
        sleep 0.1
    done
}
before() { rm -rf "$work/before"; cp -r "$campus" "$work/before"; }
changes() { diff -r "$work/before" "$campus" | grep -c '^[<>]'; }
same() { diff -r "$work/before" "$campus" >"$work/diff" || fault "$1 changes something: $(head -5 "$work/diff")"; }
