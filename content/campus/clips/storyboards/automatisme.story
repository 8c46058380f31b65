# A rule: if the eye sees a yellow box, the piston pushes. Laid on the screen, tried, too early; a short wait is added, tried again.
length 32
poster 25.85
include hands.part
let bare = 1
let tone = 1
sound 0 hall 32
sound 3.3 tick
sound 5.8 tick
sound 8.0 beep
sound 8.6 servo 6.4 0.5
sound 12.2 press 0.6
sound 18.2 tick
sound 20.4 beep
sound 20.8 servo 10.6 0.5
sound 25.6 press 0.6
sound 26.3 drop
sound 29.0 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# The belt from above, 240 a second; the eye is at 520, the piston at 760. Two runs of three boxes, the second is yellow.
let run1 = (t>8.4)*(t<16.733)
let run2 = t>20.6
let go = if(run2,t-20.6,if(run1,t-8.4,0))
let rolling = (run1+run2)*go
let b0 = -50+go*240
let b1 = -440+go*240
let b2 = -660+go*240
# the yellow one reaches the eye after 3.8 s; at once the piston is told, or 1.2 s later
let sees = (b1>474)*(b1<566)*(run1+run2)
let since = go-3.81-run2*1.19
let push = (run1+run2)*(since>0)*(min(1,since/0.3)-clamp((since-0.35)/0.3,0,1))
let pushed = run2*clamp(since/0.3,0,1)

# ---- parts ------------------------------------------------------------------------------------------------------------
part eye
  rect -40 -30 80 60 round 12 fill amber
  circle 0 0 18 fill ink
  circle -5 -5 6 fill paper noline
end

part piston_sign
  rect -56 -30 66 60 fill shade
  rect 10 -9 40 18 fill paper
  rect 50 -30 14 60 fill blue
end

part clock_sign
  circle 0 0 32 fill paper
  line 0 0 0 -20 width 6
  line 0 0 14 8 width 6
end

part plate
  rect -100 -58 200 116 round 16 fill mix paper amber 0.8*lit
end

part parcel
  rect -46 -46 92 92 round 6
  line -46 -14 46 -14 fine
  line -46 14 46 14 fine
end

paper

# ---- the rule: plates joined by arrows --------------------------------------------------------------------------------------
key in1 2.0:1000 3.3:0
key in2 4.4:600 5.8:0
key in3 16.6:800 18.2:0
key wide 15.8:0 16.6:1
let x2 = 790+wide*60
group at 0 96
  key joined 5.8:0 6.4:1
  when joined
    line 420 0 420+(x2-520)*joined 0 width 8
    path M x2-128 -16 L x2-106 0 L x2-128 16 nofill width 8 alpha joined
  end
  group at 320+in1 0
    let lit = sees
    put plate
    put eye at -44 0
    rect 24 -36 56 72 round 4 fill amber fine
  end
  group at x2+in2 0
    let lit = push>0.05
    put plate
    put piston_sign
  end
  when t>16.4
    group at 585+in3 0
      let lit = run2*(go>3.81)*(go<5.0)
      put plate
      put clock_sign at -54 0
      number 40 13 36 1.2 1 after _s
    end
  end
end
key fx 1.2:1300 2.0:1320 3.3:320 4.4:1390 5.8:790 6.8:1400 15.6:1400 16.6:1385 18.2:585 19.2:1400
key fy 3.3:0 3.8:240 4.3:0 5.8:0 6.8:300 15.6:0 18.2:0 19.2:300
when ((t>1.2)*(t<6.9))+((t>15.7)*(t<19.2))
  put finger at fx+20 124+fy turn 42 scale 0.8
end

# ---- the line, from above -----------------------------------------------------------------------------------------------
rect -20 316 1320 148 fill shade
repeat i 0 17
  let bx = mod(i*80+go*240,1440)-80
  line bx 320 bx 460 hair
end
rect -20 300 1320 18 fill blue
path M -20 464 L 700 464 L 700 480 L -20 480 Z fill blue
path M 1300 464 L 820 464 L 820 480 L 1300 480 Z fill blue
# the chute, with what it has received
path M 692 480 L 692 640 L 828 640 L 828 480 fill mix ground paper 0.6
when (run1+run2)
  group at b0 390
    put parcel
  end
  group at b2 390
    put parcel
  end
  group at if(pushed>0,760,b1) 390+pushed*165
    put parcel
    rect -46 -46 92 92 round 6 fill amber
    line -46 -14 46 -14 fine
    line -46 14 46 14 fine
  end
end
# the eye beside the belt, and the beam to its mirror
line 520 310 520 470 thin line heat alpha 0.5+0.5*sees
circle 520 390 60 nofill line amber width 8 alpha sees
rect 490 250 60 52 round 8 fill amber
circle 520 290 13 fill ink
rect 500 466 40 14 fill paper
# the piston
rect 715 196 90 104 round 8 fill shade
rect 748 296 24 30+push*120 fill paper
rect 706 318+push*120 108 24 round 6 fill blue
# the wires to the rule
key wire 6.4:0 7.2:1
path M 320 158 L 320 220 L 520 220 L 520 248 nofill dashed thin trim 0 1 alpha wire
path M x2 158 L x2 196 L 760 196 nofill dashed thin alpha wire

# too early: a red ring where it pushes nothing; right: a tick
key bad 12.5:0 13.2:1 15.0:1 15.5:0
when bad
  circle 760 400 104 nofill line heat width 10 trim 0 bad
end
key tick 28.6:0 29.4:1
path M 1080 96 L 1112 132 L 1176 50 nofill line good width 14 trim 0 tick
