# Kanban: a card goes back with every empty box, and who makes parts makes only what a card asks for.
length 34
poster 9.3
sound 0 hall 34
sound 1.3 tick
sound 2.5 tick
sound 3.7 tick
sound 4.6 slide 0.9
sound 6.9 paper
sound 7.3 press 0.5
sound 8.2 press 0.5
sound 9.1 press 0.5
sound 10.6 slide 0.9
sound 13.3 press 0.5
sound 14.1 buzzer
sound 14.6 press 0.5
sound 15.5 press 0.5
sound 22.2 chime
sound 22.9 tick
sound 24.1 tick
sound 24.8 slide 0.9
sound 27.4 press 0.5
sound 28.3 press 0.5
sound 29.2 press 0.5
sound 30.8 slide 0.9

# ---- time --------------------------------------------------------------------------------------------------------------
# The bench empties a box every six units of "lam". It stops from 14.1 s to 22 s. Five boxes follow each other, six apart:
# c 0-4 in use, 4-5.8 back to the press, 6-9.4 filled again, 9.8-11.8 up to the rack, then rolling forward place by place.
key lam 0:0 0.5:0 14.1:13.6= 22:13.6 34:25.6=
# the box that is in the press when the bench stops is still finished, then waits at the back of the rack
let extra = clamp(t-14.1,0,7.9)*(t<25.8)
let cp = 6+mod(lam,6)
let cp = max(cp,min(11,cp+extra))
let cw = mod(lam,6)
let stopped = (t>14.1)*(t<22)

# ---- parts -----------------------------------------------------------------------------------------------------------
part cog
  circle 0 0 17 fill amber
  circle 0 0 5 fill paper fine
end

# A box 104 wide; its floor is at y = 0; "full" says how many parts are in it.
part box
  repeat j 0 2
    when j<full
      put cog at -32+j*32 -44
    end
  end
  path M -56 -50 L -50 0 L 50 0 L 56 -50 Z fill shade
end

part card
  rect -20 -25 40 50 round 5 fill paper fine
  rect -13 -18 26 18 fill heat noline
  line -12 10 12 10 thin
end

# ---- the picture --------------------------------------------------------------------------------------------------------
paper
rect -20 560 1320 30 fill blue

# the press
key ram of cp 6.5:0 6.8:86< 7.1:0 7.4:0 7.7:86< 8.0:0 8.3:0 8.6:86< 8.9:0
rect 50 340 210 220 fill paper
rect 50 150 36 190 fill shade
rect 224 150 36 190 fill shade
rect 142 170 26 60+ram fill paper
rect 108 224+ram 94 30 fill amber
rect 34 110 242 56 round 8 fill blue
line 50 390 260 390 thin
path M 262 340 L 316 420 nofill width 9
# its lamp, lit while a card asks for parts
let asked = (cp>6.3)*(cp<9.4)
circle 216 76 22 fill mix ground amber asked
line 216 98 216 110
circle 216 76 33 nofill line amber width 5 alpha asked*(0.6+0.3*sin(t*300))
# the place of the card
rect 98 44 60 66 round 6 nofill dashed fine

# stand, rack: full boxes roll forward above, empty ones roll back below
rect 298 500 100 60 fill paper
path M 410 560 L 410 320 nofill width 9
path M 846 560 L 846 380 nofill width 9
repeat i 0 11
  circle 424+i*37.5 342+i*5.4 7 fill paper fine
  circle 424+i*37.5 508-i*4.2 7 fill paper fine
end
line 404 350 852 415 width 7
line 404 517 852 467 width 7

# what goes where: parts to the right, cards to the left; all waits while the bench is stopped
key going 14.1:1 14.9:0.15 21.9:0.15 22.5:1
group at 640 96 fade going
  group at -120 0 scale 1.7
    put cog
  end
  line -60 0 70 0 line blue width 8 dashed run -t*60
  arrow 60 0 110 0 line blue width 10
end
group at 640 186 fade going
  group at 118 0 scale 1.25
    put card
  end
  line 60 0 -70 0 line heat width 8 dashed run -t*60
  arrow -60 0 -110 0 line heat width 10
end

# the bench: three parts make one product
rect 930 430 320 24 fill blue
rect 960 454 22 106 fill shade
rect 1196 454 22 106 fill shade
line 1226 430 1226 300 width 7
circle 1226 280 24 fill mix good heat stopped
circle 1226 280 36 nofill line heat width 5 alpha stopped*(0.6+0.3*sin(t*300))
let got = (cw>1.2)+(cw>2.4)+(cw>3.6)
let out = soft(cw,4.3,5.5)
group at 1120+out*300 430
  rect -66 -14 132 14 fill paper
  repeat i 0 2
    when i<got
      put cog at -40+i*40 -28
    end
  end
end
group at 1120 430 fade soft(cw,5.5,6)
  rect -66 -14 132 14 fill paper
end
repeat i 0 2
  let f = ramp(cw,0.5+i*1.2,1.2+i*1.2)
  when (f>0)*(f<1)
    put cog at mix(1010,1080+i*40,f) mix(386,402,f)-90*f*(1-f)*4
  end
end

# boxes and their cards
repeat b 0 4
  let c = mod(lam+6*b,30)
  let inpress = (c>5.8)*(c<11.8)
  let c = if(inpress,max(c,min(11,c+extra)),c)
  key bx of c 0:1000 4.0:1000 4.5:862 5.8:348 9.8:348 10.4:396 11.0:456 11.8:568 16.8:568 17.4:680 22.8:680 23.4:792 28.8:792 30:1000
  key by of c 0:430 4.0:430 4.5:458 5.8:500 9.8:500 10.4:312 11.0:339 11.8:356 16.8:356 17.4:372 22.8:372 23.4:388 28.8:388 30:430
  let full = if(c<5.9,3-(c>0.5)-(c>1.7)-(c>2.9),(c>7.3)+(c>8.2)+(c>9.1))
  put box at bx by
  key hop of c 5.8:0 6.4:1 9.3:1 9.8:0
  put card at mix(bx,128,hop) mix(by-24,77,hop)
end
# the part comes down the chute
repeat i 0 2
  let f = ramp(cp,6.8+i*0.9,7.3+i*0.9)
  when (f>0)*(f<1)
    put cog at mix(180,326,f) mix(322,430,f*f)
  end
end
