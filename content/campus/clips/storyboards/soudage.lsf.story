# Holds the place of the person who signs "soudage": a drawing that says it is one, until the campus films somebody. Only the
# middle, 576 by 720, is kept; the hands rest, for a drawing must not pretend to speak.
length 31
poster 2
include hands.part
include people.part

let tone = 0.45
let coat = 1
let hair = 1
let hue = 1
let tall = 330

rect 340 -20 600 760 fill ground noline
group at 640 190 scale 1.5
  put bust
end
key breath 0:0 5:1 11:0 17:1 23:0 29:1 31:0.6
# Two forearms that meet before the belt: she waits.
group at 0 breath*4
  path M 496 430 C 480 520 520 592 640 588 L 640 532 C 580 536 560 500 560 440 Z fill shade
  path M 784 430 C 800 520 760 592 640 588 L 640 532 C 700 536 720 500 720 440 Z fill shade
  oval 640 560 52 34 fill mix skin1 skin4 tone
  path M 596 560 C 620 540 664 540 686 556 noline
  line 620 548 658 572 thin
end
rect 340 612 600 120 fill ink noline
mark 640 662 38 Langue des signes fill paper
mark 640 704 34 exemple, à filmer fill amber
