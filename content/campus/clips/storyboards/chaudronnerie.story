# Bending a sheet: scribe the line, bend a little further than wanted, let it spring back, check with the square.
length 28
poster 13.4
include hands.part
sound 0 hall 28
sound 3.2 pencil 2.6
sound 8.6 slide 1.0 0.5
sound 10.6 push 3.6
sound 14.4 press 0.8
sound 16.6 servo 1.6 0.5
sound 22.8 clunk
sound 25.2 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the sheet from above; 1: in the press, from its end; 2: the square
key scene 0:0 7.0:0 8.2:1 19.6:1 20.8:2

paper 0 -scene*240

# ---- scribing ---------------------------------------------------------------------------------------------------------
key drawn 3.2:0 5.8:1=
group at 0 -scene*800
  rect 170 90 900 420 fill paper
  repeat i 0 7
    line 210+i*120 120 270+i*120 120 hair alpha 0.4
  end
  # the try square: its stock against the lower edge, its blade along the line
  key sq 0:-640 1.8:0 5.8:0 7.0:-700
  when scene<0.01
    group at 620 510-sq
      rect -64 -470 64 500 fill shade
      repeat i 0 43
        line -64 -450+i*10 -64+12+8*(mod(i,5)<1) -450+i*10 hair
      end
      rect -230 0 260 56 round 6 fill blue
    end
  end
  dim 170 90 620 90 -40 120 0
  line 624 510 624 510-420*drawn line ink width 4
  key hx 1.6:420 3.1:0 5.9:0 6.9:420
  group at 624+hx 510-420*drawn+hx*0.6
    put pinch_back at 20 -10
    group turn 24
      path M 0 0 L -7 -40 L -7 -190 L 7 -190 L 7 -40 Z fill amber fine
      path M 0 0 L -6 -34 L 6 -34 Z fill ink noline
    end
    put pinch at 20 -50
  end
end

# ---- the press brake, from its end ------------------------------------------------------------------------------------
# half is the half angle of the sheet with the level: 0 flat, 46 under the punch, 45 when it has sprung back
key half 10.8:0 14.2:46.5 16.0:46.5 16.5:45
key punch 8.2:-150 10.7:-1 10.8:0 14.2:1= 16.0:1 16.2:1.001 17.8:-150
let depth = if(punch<0,punch,130*sin(half)/cos(half))
let lift = 0
group at 0 800*(1-scene)*(scene<1.5)-800*max(scene-1,0)
  # the die
  path M 380 330 L 518 330 L 640 520 L 762 330 L 900 330 L 900 590 L 380 590 Z fill blue
  rect 300 570 680 60 fill shade
  # the sheet: it lies on the two edges of the vee, its middle goes down
  let c = cos(half)
  let s = sin(half)
  let my = 322+122*s/c
  path M 640 my L 640-330*c my-330*s L 640-330*c-16*s my-330*s-16*c*(-1)*(-1) L 640 my-16/c L 640+330*c+16*s my-330*s-16*c L 640+330*c my-330*s Z fill paper
  # the punch and its beam
  let py = if(punch<0,322-16+punch,my-16/max(c,0.2))
  path M 640 py L 596 py-84 L 596 max(py-250,-10) L 684 max(py-250,-10) L 684 py-84 Z fill shade
  rect 470 max(py-310,-10) 340 max(min(70,py-230),0) round 8 fill blue
  rect 550 -10 180 max(py-300,0) fill shade
  key force 10.8:0 11.4:1 13.6:1 14.2:0
  arrow 880 py-190 880 py-50 line amber width 11 alpha force
  # hands hold the sheet at its end, well away from the punch, and follow it up
  key hands 8.4:500 9.6:0 17.4:0 18.4:600
  group at 640+322*c+hands my-322*s
    put pinch_back at 40 20 scale 0.8
    put pinch at 40 20 scale 0.8
  end
  # the angle
  key ask 14.4:0 15.0:1 18.6:1 19.4:0
  group fade ask
    arc 640 my 170 180+half 360-half thin
    group at 200 160
      rect -110 -62 230 104 round 18 fill ink
      number 4 16 64 180-2*half 0 after ° fill amber
    end
  end
end

# ---- the square -------------------------------------------------------------------------------------------------------
group at 0 800*(2-scene)
  rect 60 520 1160 46 fill blue
  group at 460 512
    path M 0 0 L 420 0 L 420 -20 L 20 -20 L 20 -380 L 0 -380 Z fill paper
    repeat i 0 3
      line 60+i*90 -7 110+i*90 -7 hair
    end
  end
  key sx 20.8:560 22.8:0> 24.6:0
  group at 480+sx 492
    path M 0 0 L 0 -300 L 50 -300 L 50 -50 L 300 -50 L 300 0 Z fill shade
    repeat i 0 22
      line 0 -20-i*12 10+6*(mod(i,5)<1) -20-i*12 hair
    end
    group at 290 -26
      put pinch_back at 30 16
      put pinch at 30 16
    end
  end
  key near 23.2:0 24.0:1
  group at 230 220 scale near
    circle 0 0 140 fill paper
    lens 0 0 136
      rect -160 -200 130 400 fill paper hatch
      rect -26 -200 220 400 fill shade
    end
    circle 0 0 140 nofill
  end
  key ok 25.0:0 25.8:1
  group fade ok
    path M 560 412 L 610 412 L 610 462 nofill line good width 7
  end
  path M 1040 200 L 1070 234 L 1128 160 nofill line good width 14 trim 0 ok
end
