#!/bin/bash
# What programs say is in both languages: each sentence of the code stands once in assets/lang/tools, in the file of
# the language that it is not written in, with the same directives, and nothing else stands there. No French, and
# nothing that is printed, is said without it.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# One id a line, whatever number of lines it stands on, and the form for more on one of its own.
ids() {
    awk '
        function flush() { if (id != "") print id; id = "" }
        /^msgid/ { flush(); reads = 1 }
        /^msgstr/ { reads = 0 }
        reads && match($0, /".*"/) { id = id substr($0, RSTART + 1, RLENGTH - 2) }
        END { flush() }' "$@" | sort -u
}

tools/messages.sh "$work" || fault "the code cannot be read"
ids "$work/french.pot" >"$work/french"
ids "$work/english.pot" >"$work/english"
sort -u "$work/french" "$work/english" >"$work/said"
[ "$(wc -l <"$work/said")" -gt 1000 ] || fault "hardly a sentence is found"
for po in assets/lang/tools/*.po; do
    case $po in */en.po) wanted=$work/french ;; */fr.po) wanted=$work/english ;; *) wanted=$work/said ;; esac
    ids "$po" >"$work/has"
    comm -13 "$work/has" "$wanted" | sed "s|^|$po lacks (tools/messages.sh): |" | grep . && status=1
    comm -23 "$work/has" "$wanted" | sed "s|^|$po has what nobody says: |" | grep . && status=1
    msgfmt --check-format --check-domain -o /dev/null "$po" || status=1
    msgattrib --no-obsolete --untranslated "$po" | grep . && status=1
    msgattrib --no-obsolete --only-fuzzy "$po" | grep . && status=1
done
# The English is English and the French French.
msgattrib --no-wrap assets/lang/tools/en.po | sed -n 's/^msgstr[^"]*//p' | grep -E "[àâçéèêëîïôœù]|« [^»]|l’" |
    grep -vE 'formation diplôme|soudeur' | sed 's/^/French in en.po: /' | grep . && status=1
msgattrib --no-wrap assets/lang/tools/fr.po | sed -n 's/^msgstr[^"]*//p' | grep -wE "the|with|without|which|than" |
    sed 's/^/English in fr.po: /' | grep . && status=1

# What is French in a string and no sentence: what authors and others write, letters, the words of a page.
others='^(Code formation diplôme|Capacité|Année 1|Toutes les bornes|France compétences, RNCP|aucune|fermé|fériés?|\[à écrire\]|Jun|[ÀÂÇÈÉÊàâçèéêîôùûœ’«»]|l’|[^ ]*/…/[^ ]*|<!DOCTYPE .*|zscale=.*)$'
french() { grep -E "[àâçéèêîôœùûÀÉÊ’«»]|(^|[^a-z])(le|la|les|un|une|des|du|est|sont|avec|sans|dans|cet|cette|aucun|aucune)([^a-z]|$)"; }
ids "$work/all.pot" | comm -23 - "$work/said" | french | grep -vE "$others" | grep -vE '^    text: \{fr: ' |
    sed 's/^/French, and no message: /' | grep . && status=1
# What is printed as it stands is no sentence: files of others, in their own words.
ids "$work/written.pot" | comm -23 - "$work/said" | grep -E '[a-zA-Z]{2,} [a-zA-Z]{2,}' |
    grep -vE '</?[a-z]|">|^#|^\||^azimut: no memory left|^usage: storyboard|text: \{fr|-- From|open \\"|^wait ' |
    sed 's/^/printed, and no message: /' | grep . && status=1
exit $status
