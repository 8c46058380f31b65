# A line of jars: filled, one taken out and weighed, the dose corrected, the metal detector, the lid.
length 31
poster 5.5
include hands.part
sound 0 hall 31
sound 0.4 servo 30.2 0.35
sound 1.6 drop 0.35 0.5
sound 3.6 drop 0.35 0.5
sound 5.6 drop 0.35 0.5
sound 9.4 clunk
sound 11.6 beep
sound 15.6 tick
sound 16.6 tick
sound 21.2 buzzer 0.4
sound 22.7 press 0.5
sound 27.4 beep
sound 28.2 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the nozzle; 1: the scales; 2: the detector; 1 again
key scene 0:0 7.6:0 8.8:1 17.8:1 19.0:2 25.0:2 26.2:1
# the belt goes one jar further every two seconds: it moves for one, stands for one
let k = floor(t/2)
let step = (k+soft(t-k*2,0,0.9))*240
let fill_ = ramp(t-k*2,1.0,1.8)

# ---- parts ------------------------------------------------------------------------------------------------------------
# A jar, its bottom is the origin; "full" from 0 to 1.
part jar
  path M -70 -150 L -70 -20 C -70 -4 -62 0 -50 0 L 50 0 C 62 0 70 -4 70 -20 L 70 -150 C 70 -166 56 -170 56 -184 L -56 -184 C -56 -170 -70 -166 -70 -150 Z fill paper
  when full
    crop -68 -136*full-2 136 136*full
      path M -66 -150 L -66 -20 C -66 -6 -60 -4 -50 -4 L 50 -4 C 60 -4 66 -6 66 -20 L 66 -150 Z fill heat noline alpha 0.85
      repeat i 0 8
        circle -52+mod(i*37,104) -16-mod(i*53,118) 8 fill mix heat amber 0.4 noline
      end
    end
  end
  path M -70 -150 L -70 -20 C -70 -4 -62 0 -50 0 L 50 0 C 62 0 70 -4 70 -20 L 70 -150 C 70 -166 56 -170 56 -184 L -56 -184 C -56 -170 -70 -166 -70 -150 Z nofill
  line -44 -130 -44 -50 line paper width 8 alpha 0.7
end

part lid
  rect -64 -206 128 30 round 8 fill amber
  repeat j 0 6
    line -48+j*16 -198 -48+j*16 -184 thin
  end
end

part belt
  rect -20 500 1320 30 round 15 fill shade
  repeat i 0 13
    group at mod(i*110,1430)-60 548
      circle 0 0 15 fill paper
      group turn step*3
        line 0 0 13 0 thin
      end
    end
  end
  rect -20 566 1320 14 fill blue
end

paper -scene*240 0

# ---- filling ------------------------------------------------------------------------------------------------------------
group at -scene*1400 0
  put belt
  repeat i -1 6
    let x = mod(step,240)+i*240-120
    # the jar below the nozzle fills while the belt stands; to the right they are full
    let full = if(x>610,1,if(x>590,fill_,0))
    let full = if((x>590)*(x<610)*(t-k*2<0.95),0,full)
    let full = if(x>605,1,full)
    when x<1340
      group at x 500
        put jar
      end
    end
  end
  # the hopper and its nozzle
  path M 440 -20 L 760 -20 L 760 80 L 650 190 L 550 190 L 440 80 Z fill shade
  rect 462 -20 276 90 fill heat alpha 0.85 noline
  rect 572 190 56 60 fill paper
  path M 572 250 L 628 250 L 616 290 L 584 290 Z fill paper
  when (fill_>0)*(fill_<1)
    rect 588 290 24 200-120*fill_ fill heat noline alpha 0.85
  end
  # the screen of the line
  group at 920 60
    rect 0 0 280 170 round 18 fill paper
    rect 22 22 236 126 round 8 fill ink
    repeat i 0 5
      rect 44+i*34 132-20-mod(i*37,50) 22 20+mod(i*37,50)-4 fill amber noline
    end
    circle 228 50 12 fill good line paper fine
  end
end

# ---- weighing -----------------------------------------------------------------------------------------------------------
let late = t>25
key jx 8.8:1300 9.2:1300 10.6:640 17.2:640 25.6:1300 26.2:1100 27.0:640
key jy 9.2:300 10.6:352 10.9:390
let weight = if(late,501*soft(t,27.0,27.4),492*soft(t,10.9,11.5))
group at 1400*(1-scene)*(scene<1.5)-1400*max(scene-1,0) 0
  rect 60 530 1160 44 fill blue
  path M 430 530 L 460 440 L 820 440 L 850 530 Z fill shade
  rect 520 392 240 14 round 6 fill paper
  rect 600 404 80 40 fill paper
  rect 520 456 240 60 round 8 fill ink
  number 742 504 50 weight 0 after _g right fill amber
  let full = if(late,0.97,0.9)
  group at jx if(late,392,jy+2)
    put jar
  end
  key hx 8.8:1360 9.2:1360 10.6:710 11.0:710 12.0:1400 25.6:1360 26.2:1170 27.0:710 27.3:710 28.2:1400
  when (t<12.1)+(t>25.6)
    group at hx if(late,300,jy-92)
      put pinch_back at 10 0
      put pinch at 10 0
    end
  end
  # what is allowed, and where it is
  key ask 11.8:0 12.6:1
  group at 240 300 fade ask
    rect -150 -150 300 250 round 20 fill paper
    rect -110 -40 220 24 round 12 fill mix paper heat 0.3
    rect -30 -40 140 24 round 0 fill mix paper good 0.35
    number -30 30 34 497 0
    number 104 30 34 503 0
    let mx_ = if(late,if(t>27.4,42,-92),-92)
    path M mx_ -46 L mx_-20 -88 L mx_+20 -88 Z fill mix heat good (mx_>-30) 
  end
  # the screen: one step more
  key pan 12.8:0 13.6:1 17.2:1 17.8:0
  group at 900 40 fade pan
    rect 0 0 330 250 round 18 fill paper
    rect 22 22 286 120 round 8 fill ink
    number 290 104 64 490+5*(t>15.7)+4*(t>16.7) 0 after _mL right fill amber
    rect 22 158 134 70 round 14 fill shade
    rect 174 158 134 70 round 14 fill mix shade amber max((t>15.6)*(t<16.1),(t>16.6)*(t<17.1))
    line 66 193 112 193 width 9
    line 218 193 264 193 width 9
    line 241 170 241 216 width 9
  end
  key fy 13.8:420 15.4:0 17.2:0 18.0:420
  let tap = soft(t,15.4,15.6)-soft(t,15.9,16.1)+soft(t,16.4,16.6)-soft(t,16.9,17.1)
  when (t>13.8)*(t<18)
    put finger at 1146+fy*0.5 244+fy+14*(1-tap) turn 46 scale 0.9
  end
  key tick 28.2:0 29:1
  path M 1000 200 L 1034 240 L 1100 150 nofill line good width 15 trim 0 tick
end

# ---- the detector and the lid --------------------------------------------------------------------------------------------
let alarm = (t>21.2)*(t<23.4)
key out 22.7:0 23.2:1
group at 1400*(2-scene) 0
  put belt
  rect 470 190 60 312 round 12 fill blue
  repeat i 0 5
    let x = t*150-3270+i*230
    let bad_ = (i>2.5)*(i<3.5)
    when (x<1340)*(x>-80)
      let full = 0.97
      group at x+0 500+if(bad_,out*170,0) fade if(bad_,1-out,1)
        put jar
        put lid
        when bad_
          group at 20 -60
            path M -16 -8 L 0 -16 L 14 -4 L 6 12 L -10 10 Z fill ink fine
          end
        end
      end
    end
  end
  rect 640 190 60 312 round 12 fill blue
  rect 450 130 270 76 round 18 fill amber
  circle 585 168 22 fill mix good heat alarm
  when alarm
    circle 585 168 30+14*(t-21.2) nofill line heat width 7 alpha 1-(t-21.2)/2.2
  end
  # the flap that lets the jar go
  rect 760 500 180 16 fill mix shade heat alarm fine
  path M 760 600 L 780 690 L 920 690 L 940 600 nofill width 7
end
