# Keeping danger away: listen and measure the noise, enclose the machine, fence what turns; the guard opened, everything stops.
length 32
poster 7.5
include hands.part
include people.part
let bare = 1
let tone = 0.9
sound 0 hall 32
sound 0.4 motor 8.6
sound 3.4 beep
sound 9.4 slide 1.2 0.5
sound 10.8 clunk
sound 11.0 motor 4.6 0.3
sound 12.6 beep
sound 18.0 slide 1.0 0.5
sound 19.4 clunk
sound 21.4 motor 4.0 0.4
sound 24.8 clunk
sound 25.2 hiss 0.6 0.4
sound 29.0 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the noise; 1: the rollers
key scene 0:0 15.0:0 16.2:1
key cover 9.2:-580 10.8:0
key runs 0:1 24.8:1 25.2:0
key angle 0:0 24.8:24.8= 25.2:25.0>
let db = if(t<9,91+1.4*sin(t*500),if(t<10.8,91-(t-9)*8,76+0.8*sin(t*500)))

# ---- parts ------------------------------------------------------------------------------------------------------------
part machine
  rect -150 -220 300 220 round 14 fill shade
  rect -120 -190 140 90 round 8 fill ink
  repeat j 0 3
    rect -104+j*30 -120-30*abs(sin(t*400+j*70)) 18 30*abs(sin(t*400+j*70))+8 fill amber noline
  end
  circle 80 -130 44 fill paper
  group at 80 -130 turn t*700
    line -36 0 36 0 width 8
    line 0 -36 0 36 width 8
  end
  rect -170 0 340 26 fill blue
end

part meter
  circle 0 -150 34 fill ink
  path M -20 -120 L 20 -120 L 60 -60 L 60 190 L -60 190 L -60 -60 Z fill amber
  rect -46 -44 92 76 round 8 fill ink
  number 40 12 46 db 0 right fill amber
  circle 0 80 20 fill paper
end

part roller
  circle 0 0 92 fill shade
  group turn way*angle*200
    repeat i 0 5
      line 70*cos(i*60) 70*sin(i*60) 84*cos(i*60) 84*sin(i*60) width 6
    end
    line 0 0 60 0
  end
  circle 0 0 24 fill paper
end

paper -scene*300 0

# ---- the noise ----------------------------------------------------------------------------------------------------------
group at -scene*1400 0
  rect -20 560 1320 40 fill blue
  group at 330 534+3*sin(t*2000)*(t<10.6)
    put machine
  end
  # waves: many and wide, then few and thin
  repeat i 0 3
    let u = mod(t*0.55+i*0.25,1)
    arc 480 400 60+u*300 -50 50 line mix heat good (t>10.8) width if(t>10.8,4,9)*(1-u)+1 alpha (1-u)*if(t>10.8,0.5,0.9)
  end
  # the enclosure comes down; its wall is thick and lined
  group at 0 cover
    path M 110 534 L 110 230 L 550 230 L 550 534 L 520 534 L 520 262 L 140 262 L 140 534 Z fill paper hatch
    line 330 230 330 -40 width 10
  end
  # the worker beside it
  let coat = 1
  let tone = 0.5
  let hue = 2
  let hair = 2
  let tall = 250
  group at 860 290
    put bust
    key muffs 5.6:0 6.4:1 11.4:1 12.4:0
    group fade muffs
      arc 0 -6 62 -165 -15 width 10
      rect -76 -22 30 52 round 12 fill heat
      rect 46 -22 30 52 round 12 fill heat
    end
  end
  rect 740 534 240 26 fill shade
  # the meter in the hand
  let tone = 0.9
  key mx 0.8:700 2.4:0 14.6:0
  group at 1080+mx 250+mx*0.3
    put meter
    group at 60 80 turn 44
      put grip_back stretch 1 -1 scale 0.95
      put grip stretch 1 -1 scale 0.95
    end
  end
  # 80 and 85: from where one must act
  key scale_ 3.2:0 4.0:1 
  group at 560 70 fade scale_
    rect 0 -40 460 110 round 18 fill paper
    rect 30 24 400 18 round 9 fill ground fine
    rect 250 24 180 18 round 9 fill heat alpha 0.45 noline
    number 250 12 34 80 0
    number 330 12 34 85 0
    line 250 20 250 46
    line 330 20 330 46
    let q = clamp((db-65)*16.7,0,400)
    path M 30+q 46 L 16+q 70 L 44+q 70 Z fill mix good heat (db>80)
  end
end

# ---- the rollers ---------------------------------------------------------------------------------------------------------
key guard 17.8:-420 19.4:0 24.2:0 24.9:-150 27.4:-150 28.2:0
group at 1400*(1-scene) 0
  rect 120 560 1040 40 fill blue
  rect 350 60 60 500 fill blue
  rect 870 60 60 500 fill blue
  rect 350 60 580 40 fill blue
  # the strip that runs between them
  rect -20 306 1320 12 fill paper
  when runs
    line 40 312 1240 312 line amber width 5 dashed run -angle*200
  end
  let way = 1
  group at 640 214
    put roller
  end
  let way = -1
  group at 640 410
    put roller
  end
  # where a hand must never come
  key zone 16.4:0 17.2:1 20.2:1 21:0
  when zone
    path M 500 220 L 610 312 L 500 404 Z fill heat line heat alpha 0.4*zone*(0.75+0.25*sin(t*240))
  end
  # the guard, a see-through wall, in front; open, it lets the switch go
  group at 0 guard
    rect 430 90 420 470 round 10 fill ground alpha 0.55
    repeat i 0 7
      line 470+i*48 100 470+i*48 550 hair
    end
    rect 590 490 100 40 round 12 fill amber
  end
  rect 850 330 60 70 round 8 fill mix good heat (guard<-20)*(t>19.4)
  rect 832 348 24 34 round 4 fill paper
  key stop 25.0:0 25.6:1 27.6:1 28.4:0
  when stop
    circle 640 312 190 nofill line good width 12 alpha stop*0.8
    rect 606 282 22 64 fill good noline alpha stop
    rect 652 282 22 64 fill good noline alpha stop
  end
  # a hand: first it would go to the rollers and draws back; later it lifts the guard
  key hx 16.6:-700 17.4:-330 17.6:-330 18.2:-700
  key lift_ 22.6:500 23.9:0 28.3:0 29.2:500
  when (t>16.5)*(t<18.3)
    group at 640+hx 330 stretch -1 1
      put finger turn 4 scale 0.8
    end
  end
  when t>22.6
    group at 690+lift_ 510+guard+lift_*0.6
      put pinch_back at 10 0
      put pinch at 10 0
    end
  end
  key tick 29.0:0 29.8:1
  path M 1060 150 L 1094 188 L 1158 104 nofill line good width 14 trim 0 tick
end
