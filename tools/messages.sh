#!/bin/bash
# What programs say to those who write, build and mend, as gettext finds it in the code: every function and macro
# that takes a sentence is listed here. usage: tools/messages.sh [OUT]. Without OUT it brings assets/lang/tools up to
# date; with it, it makes OUT/french.pot and OUT/english.pot, of the sentences that stand there in French or in English,
# OUT/written.pot, of what is printed as it stands, and OUT/all.pot, of every string.
cd "$(dirname "$0")/.." || exit 1
out=${1:-$(mktemp -d)}
source=$(mktemp -d)
trap 'rm -rf "$source"; [ -n "$1" ] || rm -rf "$out"' EXIT

# Which argument the sentence is; what has two is looked for a second time.
FIRST='message MESSAGE message_count:1,2 error_set:2 report_fault:4 report_warn:5 report_fault_at:5
    osm_fault:3 osm_warn:3 board_fault:3 table_fault:4 DRAWING_FAULT:3 FAULT:3 FILM_FAULT:2 WARN:3 WRONG:4 STOP:2
    say:3 say_column:3 fail:2 fault:2 error:3 refuse:2 wrong:3 OPTION:2 COMMAND:2 TEXT:2 READ:2
    FLAG:3 REFUSAL:2'
PRINTED='printf:1 fprintf:2 puts:1 fputs:1'
SECOND='OPTION:5 COMMAND:3 TEXT:4 READ:4'

# A folder whose faults only go to the log of the kiosk is not among them.
files() {
    git ls-files kiosk/{app,base,content,map,program,quiz,report,search,staff,store,train}'/*.[ch]' kiosk/main.c \
        'kiosk/stats/stats_*.[ch]' kiosk/platform/paint/{picture_draw,sheet}.c kiosk/store/refusals.def 'tools/*.[ch]' |
        grep -v -e '^tools/bench/' -e '^tools/words/' -e '/message\.h$'
}

# SLICE_FMT is a macro, which xgettext does not expand; bytes that are no text are no sentence either.
copy() {
    while read -r file; do
        mkdir -p "$source/${file%/*}"
        sed -e 's/\bSLICE_FMT\b/"%.*s"/g' -e 's/\\x[89A-F][0-9A-F]//g' "$file" >"$source/$file"
    done
}

find_in_code() {
    local how='-k'
    [ "$1" = --all ] && how='--extract-all' || how="-k $(printf -- '-k%s ' "$@")"
    # shellcheck disable=SC2086
    (cd "$source" && find . -name '*.[chd]*' | cut -c3- | sort |
        xargs xgettext --language=C --from-code=UTF-8 --no-wrap --add-location=file $how -o - 2>&3) || exit 1
}

# Neither is a sentence: what has no word, nor a sign that languages set in their own way.
sentences() {
    awk -v french="$1" '
        BEGIN {
            RS = ""; ORS = "\n\n"
            print "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\""
        }
        !/Content-Type: / {
            said = $0
            gsub(/(^|\n)(#|msgstr|msgid_plural)[^\n]*/, "", said)
            sub(/^\n*msgid /, "", said)
            words = said
            gsub(/%[-.*0-9$]*(ll)?[a-z]|\\n/, "", words)
            if (words !~ /[A-Za-z]/ && said !~ / [:;]|,%/) next
            is_french = said ~ / [:;]|,%0?2?d|(à|â|ç|é|è|ê|ë|î|ï|ô|œ|ù|û|À|Ç|É|Ê|’|«|»| )/ ||
                words ~ /(^|[^a-zA-Z])(un|une|des|du|le|la|les|est|sont|aucun|aucune|pas|avec|sans|dans|cet|cette|ce|de|pour|par|chemin|point|relation|couloir|espace|fichier|fiche|nouvelle|manque|moyenne|langues|prendre|ailleurs|rien)([^a-zA-Z]|$)/
            if (is_french == french) print
        }'
}

# That a string is empty, or a quote in a character literal, is no matter here.
exec 3>"$source/said"
mkdir -p "$out"
files | copy
find_in_code $FIRST >"$source/first.pot"
find_in_code $SECOND >"$source/second.pot"
msgcat --no-wrap --use-first --add-location=file --sort-by-file "$source/first.pot" "$source/second.pot" >"$source/all.pot" || exit 1
sentences 1 <"$source/all.pot" >"$out/french.pot"
sentences 0 <"$source/all.pot" >"$out/english.pot"
if [ -n "$1" ]; then
    find_in_code $PRINTED >"$out/written.pot"
    find_in_code --all >"$out/all.pot"
    exit 0
fi
for lang in french:en english:fr; do
    po=assets/lang/tools/${lang#*:}.po
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --sort-by-file --add-location=file "$po" "$out/${lang%:*}.pot"
    msgattrib --no-obsolete --sort-by-file --add-location=file -o "$po" "$po"
done
