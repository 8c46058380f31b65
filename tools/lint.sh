#!/bin/bash
# What neither the compiler nor a test says: faults that clang, cppcheck and shellcheck know, words that
# no dictionary has, HTML that a browser would have to mend. usage: tools/lint.sh BUILD [c|shell|words|html]…
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
build=$1
shift
kinds=${*:-c shell words html}
faults=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Says what a tool has found, and remembers that it has.
found() {
    [ -s "$2" ] || return 0
    echo "$1:"
    cat "$2"
    faults=1
}

# The compiler's own idea of the flags: what one file is compiled with, without the file.
flags() { make -s flags; }

lint_c() {
    local flags
    flags=$(flags)
    # shellcheck disable=SC2086
    git ls-files 'kiosk/*.c' 'tools/*.c' | xargs -P "$(nproc)" -n 8 sh -c '
        flags=$0
        clang-tidy --quiet "$@" -- $flags 2>/dev/null' "$flags" >"$work/tidy"
    found clang-tidy "$work/tidy"
    # shellcheck disable=SC2086
    git ls-files 'kiosk/*.c' 'tools/*.c' | xargs -P "$(nproc)" -n 16 sh -c '
        flags=$0
        clang -fsyntax-only -Wall -Wextra -Wpedantic -Wshadow -Wconditional-uninitialized -Wcomma \
            -Wunreachable-code -Wloop-analysis -Wimplicit-fallthrough $flags "$@" 2>&1' "$flags" >"$work/clang"
    found clang "$work/clang"
    # cppcheck 2.10 loses its way in "? (Type){0} :" and in lists that are included as macros; what is not
    # initialised, or NULL behind a function that ends the program, clang's analyser follows further.
    cppcheck --quiet -j "$(nproc)" --enable=warning,portability,performance --std=c11 \
        -I. -Ikiosk -Iassets -I"$build/words" --suppress=missingIncludeSystem --suppress=internalAstError \
        --suppress=unknownMacro --suppress=uninitvar --suppress=legacyUninitvar --suppress=ctuuninitvar \
        --suppress=nullPointerRedundantCheck --suppress=nullPointerArithmeticRedundantCheck \
        --suppress=ignoredReturnValue kiosk tools 2>"$work/cppcheck"
    found cppcheck "$work/cppcheck"
}

lint_shell() {
    git ls-files '*.sh' .ci/run .ci/hooks 2>/dev/null | xargs shellcheck -S warning >"$work/shell"
    found shellcheck "$work/shell"
}

# All that a visitor, a counselor or an author reads: of the pack, and of the program (msgid is French). Not what the
# search takes for the same, nor lists of grammar.
said() {
    sqlite3 "$build/campus.pack" "SELECT value FROM text WHERE lang = '$1' AND owner NOT LIKE 'term/%' AND field <> 'also'"
    awk -v wanted="$2" '
        /^msgctxt / { ours = !/"(noun|plural|term|search)\// }
        /^msg/ { part = $1; sub(/^[^ ]* /, "") }
        ours && index(part, wanted) == 1 && /^"/ { gsub(/^"|"$/, ""); print }' "assets/lang/$1.po"
}

# Without the marks of PO files and the slots that are filled later; one apostrophe for both.
plain() { sed "s/’/'/g; s/{[a-z_ ]*}//g; s/%[a-z.0-9]*//g; s/\\\\n/ /g; s/ --*[a-z-]*/ /g; s/\.\.\./ /g"; }

lint_words() {
    said fr msgid | plain | hunspell -i UTF-8 -d fr_FR -p tools/lint/words.fr -l | sort -u >"$work/fr"
    said en msgstr | plain | hunspell -i UTF-8 -d en_GB -p tools/lint/words.en -l | sort -u >"$work/en"
    found "French that no dictionary has (tools/lint/words.fr)" "$work/fr"
    found "English that no dictionary has (tools/lint/words.en)" "$work/en"
}

# The report of a simulated year, as a counselor would open it, and the page of a technician.
lint_html() {
    "$build/azimut-stats" simulate --pack "$build/campus.pack" --visits 4000 --seed 5 -o "$work/year.db" >/dev/null
    for lang in fr en; do
        "$build/azimut-stats" report "$work/year.db" --html "$work/$lang.html" --lang $lang >/dev/null
        # tidy 5.6 does not know that a <title> of SVG may have an id.
        tidy -q -e --drop-empty-elements no "$work/$lang.html" 2>&1 |
            grep -v '<title> proprietary attribute "id"' >"$work/$lang.tidy"
        found "tidy, the report in $lang" "$work/$lang.tidy"
    done
    tidy -q -e tests/golden/fleet.fr.html >"$work/fleet.tidy" 2>&1
    found "tidy, the page of many kiosks" "$work/fleet.tidy"
}

for kind in $kinds; do "lint_$kind"; done
exit $faults
