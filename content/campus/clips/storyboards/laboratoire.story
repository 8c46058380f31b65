# A titration: drop by drop, the flask swirled, until one drop more changes the colour; read, then do it again to be sure.
length 30
poster 13.6
include hands.part
sound 0 hall 30
sound 3.0 tick
sound 4.0 tick
sound 5.0 tick
sound 6.0 tick
sound 7.0 tick
sound 8.2 tick
sound 9.6 tick
sound 11.0 tick
sound 12.4 beep
sound 24.8 tick
sound 26.0 tick
sound 27.2 tick
sound 28.0 chime

# ---- time -------------------------------------------------------------------------------------------------------------
key scene 0:0 14.6:0 15.8:1 20.8:1 22.0:2
# what has flowed out, in millilitres
key flow 2.8:0 7.2:10.0= 11.2:12.0= 12.2:12.4= 
let used = flow
let turned = soft(t,12.2,12.8)

# ---- parts ------------------------------------------------------------------------------------------------------------
# The flask; the middle of its bottom is the origin.
part flask
  path M -30 -250 L -30 -170 L -130 -20 C -136 -4 -128 0 -120 0 L 120 0 C 128 0 136 -4 130 -20 L 30 -170 L 30 -250 Z fill paper
  path M -84 -88 L -130 -20 C -136 -4 -128 0 -120 0 L 120 0 C 128 0 136 -4 130 -20 L 84 -88+slosh C 40 -96+slosh -40 -80-slosh -84 -88 Z fill mix mix ground amber 0.35 heat turned*0.55 fine
  rect -38 -262 76 20 round 8 fill paper
  path M -30 -242 L -30 -170 L -130 -20 C -136 -4 -128 0 -120 0 L 120 0 C 128 0 136 -4 130 -20 L 30 -170 L 30 -242 nofill
end

# The burette, from its mark 0 at the origin to its tap 340 below; 20 a millilitre.
part burette
  rect -26 -60 52 400 fill paper
  rect -24 used*20 48 338-used*20 fill mix ground blue 0.35 noline
  line -24 used*20 24 used*20 fine
  repeat i 0 15
    line -26 i*20 -26+if(mod(i,5)<1,26,14) i*20 thin
  end
  rect -26 -60 52 400 nofill
  path M -26 340 L -10 366 L -10 430 L 10 430 L 10 366 L 26 340 Z fill paper
end

paper 0 -scene*200

# ---- drop by drop -----------------------------------------------------------------------------------------------------
let slosh = 7*sin(t*300)*(t>2.8)*(t<12.6)
key sway 2.4:0 3.2:1 12.6:1 13.4:0
group at 0 -scene*800
  rect 100 560 1080 40 fill blue
  # stand
  rect 300 540 300 24 round 8 fill shade
  rect 330 -40 22 590 fill shade
  rect 340 90 330 20 fill shade
  rect 610 70 74 60 round 8 fill blue
  group at 640 -20
    put burette
    # the tap
    group at 0 352 turn 90-70*(t>2.8)*(t<12.3)
      rect -44 -11 88 22 round 8 fill amber
    end
    # drops
    let p = t*if(t<7.2,2.2,1)
    let u = p-floor(p)
    when (t>2.9)*(t<12.2)*(u<0.62)
      oval 0 436+u*u*190 7 10 fill mix ground blue 0.5 fine
    end
  end
  group at 640+9*sin(t*300)*sway 560
    put flask
    # one drop lights up where it falls and is gone
    when (t>7)*(t<12.2)
      let p = t
      let u = p-floor(p)
      oval 0 -84 44*u 9 fill heat noline alpha 0.6*(1-u)*(t>8)
    end
  end
  # left hand turns the tap, right hand swirls the flask
  key hl 1.4:-400 2.5:0 12.4:0 13.4:-400
  group at 602+hl 332-hl*0.3 stretch -1 1
    put pinch_back at 0 0 turn 30 scale 0.72
    put pinch at 0 0 turn 30 scale 0.72
  end
  key hr 1.2:500 2.3:0 12.8:0 13.8:500
  group at 676+9*sin(t*300)*sway+hr 344+hr*0.4
    put pinch_back at 10 0 turn -8 scale 0.8
    put pinch at 10 0 turn -8 scale 0.8
  end
  # white paper under the flask would hide nothing: the change is ringed
  key ring 12.9:0 13.7:1
  oval 640 500 190 96 nofill line amber width 9 trim 0 ring
end

# ---- reading ----------------------------------------------------------------------------------------------------------
group at 0 800*(1-scene)*(scene<1.5)-800*max(scene-1,0)
  rect 430 -40 300 720 fill paper
  rect 433 300 294 400 fill mix ground blue 0.35 noline
  repeat i -2 2
    line 430 300-48+i*120 580 300-48+i*120
    number 650 316-48+i*120 44 12+i 0 alpha 1*(i>-2)
    repeat j 1 9
      line 430 300-48+i*120+j*12 430+if(mod(j,5)<1,110,70) 300-48+i*120+j*12 hair
    end
  end
  path M 433 286 C 480 306 680 306 727 286 L 727 340 L 433 340 Z fill mix ground blue 0.35 noline
  curve 433 286 500 299 580 301 660 299 727 286 fine
  rect 430 -40 300 720 nofill
  # the eye is level with the bottom of the curve
  key look 16.2:0 17.2:1
  group fade look
    line 360 301 1180 301 axis hair line heat
    path M 1000 301 C 1050 240 1150 240 1200 301 C 1150 362 1050 362 1000 301 Z fill paper
    circle 1086 301 32 fill blue
    circle 1080 301 14 fill ink noline
  end
  key val 17.6:0 18.4:1
  group at 210 300 fade val
    rect -160 -70 320 140 round 18 fill ink
    number 134 22 62 12.4 1 after _mL right fill amber
  end
end

# ---- again, to be sure ------------------------------------------------------------------------------------------------
group at 0 800*(2-scene)
  rect 90 520 1100 40 fill blue
  repeat i 0 2
    let here = soft(t,22.4+i*1.2,23.4+i*1.2)
    let turned = soft(t,24.4+i*1.2,24.9+i*1.2)
    let slosh = 0
    group at 280+i*350 520+(1-here)*0 fade here
      put flask
      rect -52 -66 104 46 round 8 fill paper fine
      number 0 -32 34 i+1 0
    end
    group at 280+i*350 170 fade turned
      rect -110 -54 220 96 round 16 fill ink
      number 84 16 54 12.4+0.1*(i>0.5)*(i<1.5) 1 right fill amber
    end
  end
  key line_ 27.4:0 28.4:1
  path M 170 90 L 1090 90 nofill line good width 10 trim 0 line_
  path M 1130 96 L 1154 124 L 1200 62 nofill line good width 13 trim 0 ramp(t,28.2,28.9)
end
