# Laying a bead of weld: the angle, the distance, the constant speed; then what happens when the speed is wrong.
length 31
poster 11.6
include hands.part
sound 0 hall 31
sound 3.2 clunk
sound 5.0 arc 11.2
sound 16.2 hiss 1.4
sound 19.4 arc 4.6 0.5
sound 28.8 chime

# ---- parts ------------------------------------------------------------------------------------------------------
# The torch: the wire touches at the origin; the nozzle leans 15 degrees, the handle goes up to the right.
part torch
  group turn 15
    line 0 -2 0 -46 line ink width 5
    path M -17 -44 L -22 -150 L 22 -150 L 17 -44 Z fill amber
    rect -27 -176 54 30 round 6 fill shade
  end
  hose 30 46 -172 58 -212 104 -246 160 -268 fill blue
  hose 20 376 -354 450 -392 560 -340 760 -420 1100 -480 fill blue
  group at 250 -304 turn -22
    put grip_back at 20 6 turn 30
    rect -132 -26 300 52 round 22 fill blue
    rect -74 14 40 20 round 8 fill amber
    put grip at 10 2
  end
end

part spark
  let p = t/0.55+dice(i*3+1)
  let k = floor(p)
  let u = p-k
  let a = 200+dice(i*17+k*5)*140
  let v = 70+dice(i*11+k*3)*110
  let sx = cos(a)*v*u
  let sy = sin(a)*v*u+150*u*u
  line sx sy sx-cos(a)*14*(1-u) sy-sin(a)*14*(1-u)-4*u line mix amber heat u width 4*(1-u)+1
end

part steel_ripples
  repeat i 0 40
    let rx = 890-i*17
    let age = (rx-wx)/90+max(t-16,0)*0.8
    when rx>wx
      path M rx-20 472 C rx-20 442 rx+12 442 rx+17 472 Z fill mix amber mix heat shade age-0.7 age*1.4 fine
    end
  end
end

# ---- the seam, from the side --------------------------------------------------------------------------------------
key wx 0:890 5.4:890 16.0:370= 30:370
key lift 0:1 2.6:0 17.6:0 19.0:1
key live 0:0 5.0:0 5.2:1= 16.0:1 16.2:0=
key scene 0:0 18.4:0 19.6:1

let sx0 = -1400*scene
paper sx0*0.3 0
group at sx0 0
  rect 40 534 1200 40 fill blue
  rect 130 574 70 240 fill shade
  rect 1080 574 70 240 fill shade
  when t>5
    put steel_ripples
  end
  rect 90 470 1100 64 fill paper
  # what the welder sees in the visor: from above, the pool and the gap in front of it
  key visor 0:0 6.2:0 7.2:1 16.4:1 17.4:0
  group at 250 210 scale visor
    circle 0 0 158 fill ink
    lens 0 0 152
      rect -200 -200 400 400 fill ink noline
      rect -200 -200 400 196 fill mix ink blue 0.55 noline
      rect -200 4 400 200 fill mix ink blue 0.55 noline
      repeat i 0 16
        let bx = 12+i*15-mod((890-wx)*0.8,15)*(-1)
        path M bx -24 C bx+24 -20 bx+24 20 bx 24 noline line mix amber blue i/7 width 6
      end
      glow 0 0 120 amber 0.55*live
      oval 2 0 32 27 fill amber line heat thin
      oval -8 0 15 14 fill paper noline
    end
    circle 0 0 155 nofill width 9
    rect -40 -176 80 24 round 8 fill shade
  end
  group at wx 468-lift*90
    when live
      glow 0 0 96+6*sin(t*300) amber 0.75
      glow 0 0 44 paper 1
    end
    put torch
    when live
      circle 0 0 10 fill paper noline
      repeat i 0 13
        put spark
      end
    end
  end
  # the angle and the distance, before the arc is struck
  key angle 0:0 2.6:0 3.4:1 5.6:1 6.2:0
  group fade angle
    line wx 468 wx 226 axis hair line blue
    line wx 468 wx+64 226 axis hair line blue
    arc wx 468 230 -90 -75 thin
    number wx+40 214 40 15 0 after °
    dim 840 470 840 424 -30
    number 786 462 40 12 0 right
  end
  key go 6.4:0 7.0:1 15.4:1 16:0
  arrow wx-60 420 wx-180 420 line amber alpha go
end

# ---- three speeds, from above ---------------------------------------------------------------------------------------
# Lane: f is how far its torch is, w the half width of its bead, q the step of its ripples.
part lane
  rect 0 -62 760 58
  rect 0 4 760 58
  line 0 0 760 0 thin line ink
  repeat i 0 84
    let x = 24+i*q
    when (x<20+f*700)*(x<716)
      path M x -w C x+w*0.9 -w*0.8 x+w*0.9 w*0.8 x w C x-w*0.5 w*0.6 x-w*0.5 -w*0.6 x -w Z fill mix amber shade (20+f*700-x)/90+c fine
    end
  end
  when (f>0)*(f<1)
    glow 20+f*700 0 60 amber 0.9
    circle 20+f*700 0 13 fill paper line amber
  end
end

part section
  path M -150 -34 L -4 -34 L -4 34 L -150 34 Z hatch
  path M 150 -34 L 4 -34 L 4 34 L 150 34 Z hatch
end

group at 1400*(1-scene) 0
  let f = ramp(t,20,21.9)
  let c = max(t-21.9,0)
  let w = 9
  let q = 22
  put lane at 70 118
  group at 1000 118
    put section
    path M -16 -34 C -10 -46 10 -46 16 -34 L 6 -8 L -6 -8 Z fill amber fine alpha soft(t,21.7,22.4)
  end
  let f = ramp(t,20,24.6)
  let c = max(t-24.6,0)
  let w = 22
  let q = 13
  put lane at 70 308
  group at 1000 308
    put section
    path M -42 -34 C -30 -54 30 -54 42 -34 L 12 36 C 8 44 -8 44 -12 36 Z fill amber fine alpha soft(t,24.4,25.1)
  end
  let f = ramp(t,20,27.6)
  let c = max(t-27.6,0)
  let w = 40
  let q = 9
  put lane at 70 498
  group at 1000 498
    put section
    path M -64 -34 C -50 -74 50 -74 64 -34 L 26 40 C 20 78 -20 78 -26 40 Z fill amber fine alpha soft(t,27.4,28.1)
  end
  # the right one is ringed
  key ring 28.2:0 29.2:1
  rect 44 222 1192 172 round 22 nofill line amber width 8 trim 0 ring
  key tick 29.0:0 29.6:1
  path M 1170 308 L 1188 330 L 1218 284 line good width 11 trim 0 tick
end
