#!/bin/bash
# The studio in a real browser, by mouse and keyboard: records dragged into another order, rows within a record, a film chosen and a
# picture dropped, a campus signed with a key that has a password, a form that asks before it is lost.
set -u
. tests/support/studio.sh
. tests/support/film.sh

lead() { # orders, as tests/support/browser.pl takes them, with | for a tab
    tr '|' '\t' | timeout 300 perl tests/support/browser.pl "$work/profile" >"$work/told" 2>"$work/log" ||
        fault "the browser: $(tail -qn 3 "$work/told" "$work/log")"
}

start "$campus"

# ---- dragged -------------------------------------------------------------------------------------
mapfile -t desks < <(grep -o '^- id: .*' "$campus/desks.yaml" | cut -c7-)
first='ol.entries li:nth-child(1)' third='ol.entries li:nth-child(3)'
lead <<END
go|$fr/list/desk
wait|document.querySelector('.moved').hidden
drag|$third|$first
wait|document.querySelector('$first').textContent.includes('${desks[2]}')
wait|!document.querySelector('.moved').hidden
click|.moved button
wait|document.querySelector('.notice.good') !== null && location.search === '?ordered=1'
END
[ "$(grep -o '^- id: .*' "$campus/desks.yaml" | head -3 | cut -c7- | tr '\n' ' ')" = "${desks[2]} ${desks[0]} ${desks[1]} " ] ||
    fault "dragged into another order than is written: $(grep -o '^- id: .*' "$campus/desks.yaml" | head -3)"

row='[id="f/facts/0/label.fr"]'
lead <<END
go|$fr/record/trade/soudage
drag|li.row:has([id="f/facts/2/label.fr"]) .label|li.row:has($row)
wait|document.querySelector('li.row').contains(document.querySelector('[id="f/facts/2/label.fr"]'))
click|.bar button.primary
wait|location.search === '?saved=1'
END
grep -A1 '^facts:' "$campus/trades/soudage.yaml" | grep -q Rythme || fault "a dragged row is not written"

# ---- what is typed and not saved -----------------------------------------------------------------
lead <<END
go|$fr/record/desk/${desks[0]}
fill|input[name="name.fr"]|Un autre nom
click|button[value="add/opening"], button.add
wait|document.querySelector('[data-unsaved]') !== null
say|document.querySelector('input[name="name.fr"]').value
END
grep -qx 'Un autre nom' "$work/told" || fault "a new row loses what was typed: $(cat "$work/told")"

# ---- a film that is chosen, a picture that is dropped --------------------------------------------
film "$work/Mon film.mov" 3
convert -size 640x480 gradient:steelblue-gold "$work/Ma photo.jpg"
lead <<END
go|$fr/files
file|#file|$work/Mon film.mov
click|.bar button.primary
wait|location.pathname.endsWith('/job')
wait|document.querySelector('.notice.good') !== null
go|$fr/files
drop|.drop|$work/Ma photo.jpg
wait|document.querySelector('#file').files.length === 1
click|.bar button.primary
wait|location.search === '?saved=1'
wait|[...document.images].some(i => i.src.endsWith('ma-photo.jpg') && i.complete && i.naturalWidth === 640)
END
[ -s "$campus/clips/mon-film.mp4" ] || fault "no film: $(ls "$campus/clips" 2>&1)"
cmp -s "$work/Mon film.mov" "$campus/originals/mon-film.mov" || fault "the original of a film is lost"
cmp -s "$work/Ma photo.jpg" "$campus/pictures/ma-photo.jpg" || fault "no picture"
rm -r "$campus/clips" "$campus/originals" "$campus/pictures/ma-photo.jpg"

# ---- a key with a password -----------------------------------------------------------------------
printf 'un mot de passe\nun mot de passe\n' | "$pack" keygen "$work/key" >/dev/null 2>&1
lead <<END
go|$fr/publish
fill|#key|$work/key
fill|#password|un autre
fill|#target|$work/stick
click|.bar button.primary
wait|document.querySelector('.notice.bad') !== null
say|document.querySelector('.job').innerText
go|$fr/publish
say|document.querySelector('#password').value
fill|#password|un mot de passe
click|.bar button.primary
wait|document.querySelector('.notice.good') !== null
END
grep -q 'pas signé' "$work/told" || fault "a wrong password: $(cat "$work/told")"
grep -q 'un autre' "$work/told" && fault "a password comes back"
"$pack" verify "$work/stick/azimut/campus.pack" -p "$work/key.pub" >/dev/null || fault "not signed with a password"
grep -rq 'un mot de passe' "$work"/azimut-studio-* && fault "the password lies on the disk"
stop
grep Sanitizer "$work/err" && fault "$(cat "$work/err")"
exit $status
