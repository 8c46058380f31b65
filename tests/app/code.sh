#!/bin/bash
# What is taken home: the code on the page as painted, read back by another program, is the text that the page says it is; in every
# theme, orientation and language, and within the bytes that a phone reads from two steps away.
. tests/support/visit.sh

answers() { # start yes no result take
    echo "tap \"$1\""
    for _ in 1 2 3 4 5 6; do
        for word in "$2" "$3" "$2"; do printf 'tap "%s"\nwait 400\n' "$word"; done
    done
    printf 'tap "%s"\ntap "%s"\nshot code\n' "$4" "$5"
}
answers "Commencer le test" "Beaucoup" "Pas du tout" "Voir mon résultat" "L’emporter" > "$work/fr.touch"
answers "Start the quiz" "A lot" "Not at all" "See my result" "Take it home" > "$work/en.touch"

same_code() { # what
    zbarimg -q --raw -Sdisable -Sqrcode.enable "$work/code.png" > "$work/read.txt" 2>/dev/null || fault "nothing to read: $1"
    tr '\n' ' ' < "$work/read.txt" | sed 's/ $//' > "$work/line.txt"
    sed -n 's/^code "\(.*\)"$/\1/p' "$work/visit.txt" | tail -1 | tr -d '\n' > "$work/said.txt"
    cmp -s "$work/line.txt" "$work/said.txt" || fault "$1: read: $(cat "$work/line.txt")
said: $(cat "$work/said.txt")"
}

# Of few letters with accents a reader guesses wrongly in what alphabet they are, where the code does not say it.
read_page() { # lang page
    printf 'open "%s"\nshot code\n' "$2" > "$work/page.touch"
    "$kiosk" --headless --now 2026-11-23T14:32 --pack "$pack" --window 1920x1080 --lang "$1" --script "$work/page.touch" --shots "$work" \
        --transcript "$work/visit.txt" || fault "no page: $1 $2"
    same_code "$1 $2"
}

read_back() { # lang options…
    lang=$1
    shift
    rm -f "$work/code.png"
    "$kiosk" --headless --now 2026-11-23T14:32 --seed 7 --pack "$pack" --lang "$lang" --script "$work/$lang.touch" --shots "$work" \
        --transcript "$work/visit.txt" "$@" || fault "no code: $lang $*"
    same_code "$lang $*"
    [ "$(wc -c < "$work/read.txt")" -le 451 ] || fault "$lang $*: more than 450 bytes"
    grep -qE 'R [0-4][,.][0-9] I [0-4][,.][0-9] A ' "$work/read.txt" || fault "$lang $*: no scores: $(cat "$work/read.txt")"
    [ "$(grep -c '^- [A-Z][0-9]\{4\} ' "$work/read.txt")" = 5 ] || fault "$lang $*: not five trades"
}

# A phone shows a text; what begins like an address it opens, or searches for. Another reader takes it for a text as well.
shows_text() {
    head -1 "$work/read.txt" | grep -qiE '^[a-z][a-z0-9+.-]*:|^begin:|^www\.' && fault "a phone opens it: $(head -1 "$work/read.txt")"
    ZXingReader -format QRCode "$work/code.png" > "$work/zxing.txt" 2>&1 || fault "zxing does not read it"
    grep -q '^Content: *Text' "$work/zxing.txt" || fault "zxing: no text: $(head -5 "$work/zxing.txt")"
}

read_back fr --window 1920x1080
shows_text
read_back fr --window 1920x1080 --theme contraste
read_back fr --window 1080x1920 --theme sombre
read_back fr --window 1920x1080 --text 1.5
read_back en --window 1080x1920 --text 1.25 --seated
read_back en --window 1280x720
read_page fr project/affiche-metier
read_page en project/sac-motif
read_page pt partner/rectorat
read_page ar project/affiche-metier
exit $status
