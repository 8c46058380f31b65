# A team: five minutes at the board, then a gesture shown, done together, done alone.
length 33
poster 26.5
include people.part
sound 0 hall 33
sound 3.0 tick
sound 4.6 tick
sound 6.2 tick
sound 14.4 clunk
sound 15.8 ratchet 0.8 0.6
sound 19.6 clunk
sound 20.8 ratchet 0.8 0.6
sound 25.0 clunk
sound 26.2 ratchet 0.8 0.6
sound 29.6 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the board; 1: the bench
key scene 0:0 10.2:0 11.6:1

# ---- parts ------------------------------------------------------------------------------------------------------------
# A plate with two bolts; "done" of them are tight.
part work
  rect -110 -40 220 40 round 6 fill shade
  repeat i 0 1
    group at -56+i*112 -40
      rect -22 -24-18*(1-clamp(done-i,0,1)) 44 24 round 5 fill amber
      rect -9 -18*(1-clamp(done-i,0,1)) 18 18*(1-clamp(done-i,0,1)) fill paper fine
    end
  end
end

# An arm from a shoulder at the origin to a hand at hx, hy; the elbow hangs below the middle.
part arm
  let ax = hx*0.5+sag*0.3
  let ay = hy*0.5+sag
  tube 44 0 0 ax ay hx hy fill mix mix mix shade blue coat amber coat-1 paper coat-2
  circle hx hy 27 fill mix skin1 skin4 tone
end

# A box spanner with a cross bar, seen from the front; its socket stands on the origin, "swing" is how far it is turned.
part spanner
  rect -8 -150 16 130 fill shade
  rect -22 -36 44 40 round 5 fill paper
  rect -14-62*abs(cos(swing)) -164 28+124*abs(cos(swing)) 24 round 10 fill blue
end

paper -scene*300 0

# ---- the board ----------------------------------------------------------------------------------------------------------
group at -scene*1400 0
  rect 330 20 620 330 round 12 fill paper
  rect 330 20 620 60 round 12 fill blue
  repeat r 0 2
    line 330 150+r*66 950 150+r*66 line grid thin
    circle 384 115+r*66 22 fill mix mix skin1 skin3 r skin4 r-1
  end
  repeat c 0 3
    repeat r 0 2
      rect 440+c*124 96+r*66 104 40 round 8 fill ground thin
    end
  end
  # magnets that she puts up: who does what
  key m1 2.2:0 3.0:1
  key m2 3.8:0 4.6:1
  key m3 5.4:0 6.2:1
  rect 440 96 104 40 round 8 fill amber alpha m1>0.98
  rect 564 162 104 40 round 8 fill amber alpha m2>0.98
  rect 688 228 104 40 round 8 fill amber alpha m3>0.98
  # what got stuck yesterday
  key why 7.2:0 8.0:1
  rect 812 162 104 40 round 8 fill heat alpha why
  path M 862 168 L 862 184 nofill line paper width 6 alpha why
  circle 862 194 3.5 fill paper noline alpha why
  # she stands beside the board; her hand carries the magnets
  let coat = 3
  let tone = 0.62
  let hue = 0
  let hair = 1
  group at 1100 210 scale 1.2
    put bust
    key hx0 1.4:-40 2.2:-190 3.0:-460 3.8:-190 4.6:-356 5.4:-190 6.2:-250 7.0:-60 7.2:-120 8.0:-150 9.4:-40
    key hy0 1.4:180 2.2:60 3.0:-96 3.8:60 4.6:-42 5.4:60 6.2:14 7.0:170 8.0:-46 9.4:180
    let hx = hx0+70
    let hy = hy0-110
    let sag = 50
    group at -70 110
      put arm
      when (t<6.3)*(t>1.4)
        rect hx-44 hy-18 88 36 round 8 fill amber alpha ((t<3.0)+(t>3.6)*(t<4.6)+(t>5.2)*(t<6.2))
      end
    end
  end
  let back = 1
  let tall = 400
  # the team, seen from behind: they listen, one puts up a hand
  let coat = 2
  let tone = 0.05
  let hue = 2
  let hair = 3
  group at 170 440+6*sin(t*60)
    put bust
  end
  let coat = 0
  let tone = 0.95
  let hue = 0
  let hair = 4
  group at 400 450+6*sin(t*60+120)
    key up 8.0:0 8.8:1
    let hx = 60
    let hy = 90-240*up
    let sag = 10
    group at 70 110
      put arm
    end
    put bust
  end
  let coat = 1
  let tone = 0.45
  let hue = 1
  let hair = 2
  group at 640 440+6*sin(t*60+200)
    put bust
  end
  let coat = 0
  let tone = 0.2
  let hue = 1
  let hair = 0
  group at 880 480+6*sin(t*60+300)
    put bust
  end
end

let back = 0
let tall = 230

# ---- the bench: shown, together, alone -------------------------------------------------------------------------------------
let turn1 = t<18.4
let turn2 = (t>18.4)*(t<23.8)
let turn3 = t>23.8
key done 13.0:0 15.8:0 16.8:2 18.6:2 18.6:0= 20.8:0 21.8:2 24.0:2 24.0:0= 26.2:0 27.4:2
# the wrench: on the bench, in the hand, on the bolts
key wy 12.6:0 14.0:1 28.0:1 29.2:0
key off 17.8:0 18.6:900< 18.6:-900= 19.4:0> 23.2:0 24.0:900< 24.0:-900= 24.8:0>
key lift 17.2:0 17.7:1 19.5:1 20.1:0 22.6:0 23.1:1 24.9:1 25.5:0
let cycle = if(turn1,t-15.8,if(turn2,t-20.8,t-26.2))
let bolt = if(cycle>0.5,1,0)
group at 1400*(1-scene) 0
  # three steps, counted above
  repeat i 0 2
    let now_ = if(i<0.5,turn1,if(i<1.5,turn2,turn3))
    circle 520+i*120 64 36 fill mix paper amber now_
    number 520+i*120 78 40 i+1 0
    when i<1.5
      line 564+i*120 64 596+i*120 64 width 6
    end
  end
  # the leader on the left
  let coat = 3
  let tone = 0.62
  let hue = 0
  let hair = 1
  key lean 23.8:0 25.0:-130
  group at 380+lean 230 scale 1.25
    put bust
  end
  # the newcomer on the right
  let coat = 2
  let tone = 0.05
  let hue = 2
  let hair = 3
  group at 900 236 scale 1.25
    put bust
  end
  rect 120 520 1040 50 fill blue
  group at 640+off 520
    put work
  end
  # the spanner: on the bench, beside her or beside the newcomer, on a bolt while it turns
  let bx = mix(if(t<20,190,1110),584+bolt*112,wy)
  let by = mix(520,454,wy)-60*wy*(1-wy)*4-70*lift
  let swing = cycle*380*(cycle>0)*(cycle<1.2)
  let grip_ = 62*abs(cos(swing))
  group at bx by
    put spanner
  end
  # the hands: hers in the first turn, both in the second, the newcomer's in the third
  let coat = 3
  let tone = 0.62
  let sag = 40
  key h1 11.6:0 12.8:1 18.2:1 18.4:1 23.4:1 24.2:0
  group at 456+lean 390
    let hx = mix(20,bx-grip_-456-lean,h1)
    let hy = mix(116,by-152-390,h1)
    put arm
  end
  let coat = 2
  let tone = 0.05
  key h2 18.2:0 19.0:1 
  group at 826 396
    let hx = mix(-10,bx+grip_-826,h2)
    let hy = mix(110,by-152-396,h2)
    put arm
  end
  key tick 28.6:0 29.4:1
  path M 1080 170 L 1112 206 L 1176 124 nofill line good width 14 trim 0 tick
end
