# Finding a fault by elimination: measure in the middle, keep the half that is dead, lock the power out, mend, start.
length 37
poster 16.9
include hands.part
sound 0 hall 37
sound 1.7 clunk
sound 2.3 clunk
sound 5.0 beep
sound 8.4 buzzer 0.5
sound 12.0 beep
sound 17.2 clunk
sound 18.6 tick
sound 24.2 ratchet 0.8
sound 26.2 slide 0.6
sound 26.9 tick
sound 27.8 ratchet 0.8
sound 32.3 clunk
sound 32.5 motor 4.5

# ---- time --------------------------------------------------------------------------------------------------------------
# three scenes under one another: the diagram, the main switch, the end switch
key scene 0:0 15.0:0 16.2:1 20.6:1 21.8:2 30.2:2 30.2:0=
let mended = t>26.9
let run_ = max(t-32.5,0)

# ---- parts -----------------------------------------------------------------------------------------------------------
part terminal
  circle 0 0 15 fill paper
end

# A contact in its box; "shut" goes from 0 to 1, "dim_" fades what is out of suspicion.
part contact
  rect -70 -58 140 116 round 12 fill mix paper ground dim_
  group fade 1-0.72*dim_
    line -100 0 -36 0
    line 100 0 36 0
    line -36 0 34 -32*(1-shut) width 7
    circle -36 0 8 fill blue noline
    circle 36 0 8 fill blue noline
  end
end

part probe
  line 0 0 22 30 line ink width 6
  tube 22 30 40 92 124 fill heat
end

part meter
  rect 0 0 250 230 round 22 fill amber
  rect 24 24 202 92 round 8 fill ink
  number 212 90 60 volts 1 right fill paper
  circle 125 172 40 fill paper
  line 125 172 103 144 width 7
end

part motor
  rect 0 0 210 150 round 14 fill shade
  repeat i 0 4
    line 30+i*36 22 30+i*36 128 thin
  end
  rect 20 150 170 20 fill blue
  rect 210 62 50 26 fill paper
  group at -70 75
    circle 0 0 62 fill paper
    group turn run_*300*min(run_/2,1)
      repeat i 0 3
        path M 0 0 L 50*cos(i*90-16) 50*sin(i*90-16) L 50*cos(i*90+16) 50*sin(i*90+16) Z fill blue fine
      end
    end
    circle 0 0 14 fill paper
  end
end

# A tester of absence of voltage: two probes, a row of lamps that stay dark. Its tip is the origin.
part tester
  line 0 0 64 0 line ink width 7
  rect 60 -34 330 68 round 26 fill heat
  rect 110 -18 220 36 round 18 fill ink
  repeat j 0 4
    circle 134+j*43 0 10 fill shade noline
  end
end

part padlock
  path M -34 0 L -34 -40*1 C -34 -92 34 -92 34 -40 L 34 0 nofill width 15
  rect -58 -4 116 96 round 14 fill shade
  circle 0 36 13 fill ink noline
  line 0 40 0 64 line ink width 7
end

paper 0 -scene*240

# ---- the diagram ----------------------------------------------------------------------------------------------------------
# Terminals every 200 from 90 to 1090; the chain is at y = 170. S2 is the start button, KM1 holds itself beside it.
let push = soft(t,1.5,1.7)-soft(t,1.9,2.1)+soft(t,2.1,2.3)-soft(t,2.6,2.8)+soft(t,32.0,32.2)-soft(t,33.4,33.6)
key pulled 32.2:0 32.5:1
group at 0 -scene*800
  line 90 170 1190 170
  path M 1190 170 L 1190 290 nofill
  line 1150 290 1230 290 width 8
  line 1166 306 1214 306
  line 1180 320 1200 320
  path M 690 170 L 690 300 L 890 300 L 890 170 nofill
  key dr 9.2:0 10.2:1 30.6:1 31.4:0
  key dl 13.0:0 14.0:1 30.6:1 31.4:0
  key found 13.2:1 13.8:0
  let dim_ = dl
  let shut = 1
  group at 190 170
    path M -30 -60 C -30 -90 30 -90 30 -60 Z fill heat
    put contact
    mark 0 100 36 S0
  end
  let dim_ = 0
  let shut = if(mended,1,found)
  group at 390 170
    line -50 -60 -6 -88 width 7
    circle 2 -92 14 fill paper
    put contact
    mark 0 100 36 S1
    key ring 13.4:0 14.4:1 31:1 31.6:0
    rect -92 -118 184 238 round 24 nofill line amber width 10 trim 0 ring
  end
  let dim_ = dr
  let shut = 1
  group at 590 170
    path M -26 -60 L -26 -78 L -4 -78 L -4 -96 L 22 -96 L 22 -78 nofill fine
    put contact
    mark 0 100 36 F1
  end
  let shut = push
  group at 790 170
    line 0 -60 0 -84 width 7
    line -22 -84 22 -84 width 7
    put contact
    mark -96 -24 36 S2
  end
  let shut = pulled
  group at 790 300
    rect -48 -34 96 68 round 10 fill mix paper ground dr
    group fade 1-0.72*dr
      line -80 0 -26 0
      line 80 0 26 0
      line -26 0 24 -20*(1-shut) width 6
    end
  end
  group at 990 170
    line -100 0 100 0
    rect -58 -46 116 92 fill mix mix paper ground dr amber pulled
    mark 0 100 36 KM1
  end
  key flow 32.2:0 33.0:1
  when flow
    line 90 170 690 170 line amber width 9 dashed run -t*120 alpha flow
    path M 890 170 L 1190 170 L 1190 290 line amber width 9 dashed run -t*120 alpha flow
    path M 690 170 L 690 300 L 890 300 L 890 170 line amber width 9 dashed run -t*120 alpha flow
  end
  repeat i 0 5
    put terminal at 90+i*200 170
  end
  number 24 122 34 24 0 after _V left fill heat
  number 1130 346 34 0 0 after _V right
  # start button, motor
  key leads 3.0:0 3.8:1 13.8:1 14.3:0
  hose 8 190 604 230 664 420 684 1100 664 1232 560 1236 400 1190 310 fill ink noline alpha leads
  put motor at 960 400
  group at 640 480
    rect -76 -76 152 152 round 16 fill paper
    circle 0 0 50 fill blue
    circle 0 0 44-5*push fill good
    line 0 -20 0 20 line paper width 9
  end
  # meter, black lead to 0 V, red probe in the hand
  key px 2.8:420 4.6:90 5.8:90 7.6:490 9.6:490 11.6:290 13.6:290 14.8:760
  key py 2.8:680 4.6:188 5.8:188 6.7:250 7.6:188 9.6:188 10.6:250 11.6:188 13.6:188 14.8:800
  let on = (t>4.9)*(t<6.0)*24+(t>11.9)*(t<13.5)*24
  let volts = on
  put meter at 110 380
  when (t>2.8)*(t<15.9)
    hose 8 290 600 400 660 max(px+150,440) max(480,py+40) px+52 py+118 fill heat noline alpha leads
  end
  when (t>2.8)*(t<15.0)
    put pinch_back at px+60 py+86
    put probe at px py
    put pinch at px+60 py+86
  end
  key fx 0:500 1.5:0 2.8:0 3.6:600 30.6:600 31.9:0 33.0:0 34.0:600
  when (t<3.7)+(t>30.6)*(t<34)
    put finger at 652+fx 484+fx*0.8 turn 40
  end
end

# ---- the main switch: off, locked, checked -------------------------------------------------------------------------------
group at 0 800-scene*800
  rect 280 60 420 480 round 26 fill paper
  repeat i 0 2
    path M 700 230+i*80 L 790 230+i*80 nofill
  end
  rect 780 170 110 280 round 14 fill paper
  repeat i 0 2
    circle 846 230+i*80 22 fill ground
  end
  circle 490 290 160 fill amber
  key off 16.6:0 17.2:90
  number 490 112 44 1 0
  number 674 306 44 0 0
  group at 490 290 turn off
    rect -34 -130 68 260 round 26 fill heat
    circle 0 98 16 fill paper
  end
  key lock 17.4:500 18.4:0>
  when t>17.3
    group at 392+lock*(-1) 350+lock*0.6
      put padlock
    end
  end
  key hand 15.6:600 16.5:0 17.3:0 18.0:600
  when (t>15.6)*(t<18.1)
    group at 490+hand 290+hand*0.5
      group turn off*0.5-20
        put pinch_back at 20 -90
        put pinch at 20 -90
      end
    end
  end
  # the tester: no lamp lights up
  key test 18.3:520 19.2:0 20.4:0
  group at 846+test 0
    hose 9 390 310 430 312 444 270 430 232 390 230 fill ink noline
    put tester at 0 230
    group at 0 310
      line 0 0 64 0 line ink width 7
      rect 60 -30 330 60 round 26 fill heat
    end
  end
end

# ---- the end switch: the carriage is there, the switch does not feel it -----------------------------------------------------
key slide 26.0:0 26.9:66 
let pushed = max(slide-42,0)
group at 0 1540-scene*800
  # rail and carriage
  rect -20 540 1320 26 fill blue
  rect 740 220 420 250 round 16 fill paper
  rect 740 220 420 60 hatch
  circle 830 500 40 fill shade
  circle 830 500 12 fill paper
  circle 1070 500 40 fill shade
  circle 1070 500 12 fill paper
  path M 740 300 L 700 320 L 700 420 L 740 440 Z fill amber
  # bracket with two slots, the switch that slides on it
  rect 180 450 430 90 fill paper
  rect 230 478 330 30 round 15 fill ground thin
  group at slide 0
    # plunger and roller
    group at -pushed 0
      rect 510 350 80 32 fill paper
      circle 614 366 36 fill shade
      circle 614 366 9 fill paper
      # bridge of the contact
      rect 380 359 140 14 fill blue
      rect 372 308 18 116 fill amber
    end
    path M 220 250 L 530 250 L 530 482 L 220 482 Z nofill width 5
    rect 222 252 306 228 fill shade alpha 0.35 noline
    # fixed contacts
    line 220 320 330 320 line blue width 7
    line 220 412 330 412 line blue width 7
    rect 326 304 20 32 fill mix paper amber mended
    rect 326 396 20 32 fill mix paper amber mended
    # screws
    key loose 24.0:0 24.9:120 27.4:120 28.4:300
    repeat i 0 1
      group at 280+i*190 494 turn loose
        circle 0 0 26 fill paper
        line -15 0 15 0 width 7
      end
    end
  end
  key gap 22.4:0 23.2:1 25.4:1 26.0:0
  dim 650 366 700 366 -190 3 0 alpha gap
  # screwdriver
  key dx 22.8:-500 23.9:0 25.0:0 25.7:-600 26.9:-600 27.6:0 28.5:0 29.3:-600
  when (t>22.6)*(t<29.4)
    group at 280+slide-dx*0.9 494-dx*0.6 turn 0
      line 0 0 150 100 line ink width 15
      tube 56 160 107 330 220 fill amber
      group at 250 167 turn 34
        put grip_back stretch 1 -1
        put grip stretch 1 -1
      end
    end
  end
  key push 25.9:0 26.2:1 26.8:1 27.2:0
  arrow 300 190 440 190 line amber width 12 alpha push
end

# a soft cut back to the diagram: running past two scenes would flicker
key veil 29.5:0 30.15:1 30.3:1 31.0:0
rect 0 0 1280 720 fill ground noline alpha veil
