# Finding a fault by elimination: measure in the middle, keep the half that is dead, lock the power out, mend, start.
length 37
poster 13.4
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
sound 32.2 clunk
sound 32.5 motor 4.5

# ---- time --------------------------------------------------------------------------------------------------------------
# three scenes under one another: the diagram, the main switch, the end switch
key scene 0:0 15.0:0 16.2:1 20.6:1 21.8:2 29.4:2 30.8:0
let live = (t<17.2)+(t>30.9)
let mended = t>26.9
let run_ = (t>32.2)*(t-32.2)

# ---- parts -----------------------------------------------------------------------------------------------------------
part terminal
  circle 0 0 15 fill paper
end

# A contact in its box; "shut" goes from 0 to 1, "dim_" fades what is out of suspicion.
part contact
  rect -82 -62 164 124 round 12 fill mix paper ground dim_
  group fade 1-0.72*dim_
    line -115 0 -40 0
    line 115 0 40 0
    line -40 0 40*(1-0)-4 -34*(1-shut) width 7
    circle -40 0 8 fill blue noline
    circle 40 0 8 fill blue noline
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
    group turn run_*240*min(run_,1)
      repeat i 0 3
        path M 0 0 L 50*cos(i*90-16) 50*sin(i*90-16) L 50*cos(i*90+16) 50*sin(i*90+16) Z fill blue fine
      end
    end
    circle 0 0 14 fill paper
  end
end

# the main switch, large: yellow plate, red handle
part padlock
  path M -34 0 L -34 -40*1 C -34 -92 34 -92 34 -40 L 34 0 nofill width 15
  rect -58 -4 116 96 round 14 fill shade
  circle 0 36 13 fill ink noline
  line 0 40 0 64 line ink width 7
end

paper 0 -scene*240

# ---- the diagram ----------------------------------------------------------------------------------------------------------
# Terminals at 110, 340, 570, 800, 1030, 1170; the chain at y = 180.
group at 0 -scene*800
  line 110 180 1170 180
  path M 1170 180 L 1170 300 nofill
  line 1130 300 1210 300 width 8
  line 1146 316 1194 316
  line 1160 330 1180 330
  # current, once it flows
  key flow 31.2:0 32.2:1 37:1
  when flow
    line 110 180 110+1060*flow 180 line amber width 9 dashed run -t*120
  end
  key dr 9.2:0 10.2:1 31:1 31.4:0
  key dl 13.0:0 14.0:1 31:1 31.4:0
  let shut = 1
  let dim_ = dl
  group at 225 180
    put contact
    path M -34 -64 C -34 -96 34 -96 34 -64 Z fill heat
    mark 0 104 38 S0
  end
  let dim_ = 0
  let shut = mended
  group at 455 180
    put contact
    line -60 -64 -10 -92 width 7
    circle 0 -96 14 fill paper
    mark 0 104 38 S1
    key ring 13.4:0 14.4:1 31:1 31.6:0
    rect -104 -124 208 250 round 24 nofill line amber width 10 trim 0 ring
  end
  let shut = 1
  let dim_ = dr
  group at 685 180
    put contact
    path M -26 -64 L -26 -84 L -4 -84 L -4 -104 L 22 -104 L 22 -84 nofill fine
    mark 0 104 38 F1
  end
  group at 915 180
    rect -58 -46 116 92 fill mix mix paper ground dr amber flow
    line -115 0 -58 0
    line 58 0 115 0
    mark 0 104 38 KM1
  end
  repeat i 0 4
    put terminal at 110+i*230 180
  end
  number 110 140 34 24 0 after _V fill heat
  number 1100 290 34 0 0 after _V
  # start button, motor
  put motor at 960 400
  group at 640 470
    rect -76 -76 152 152 round 16 fill paper
    let push = soft(t,1.5,1.7)-soft(t,1.9,2.1)+soft(t,2.1,2.3)-soft(t,2.6,2.8)+soft(t,32.0,32.2)-soft(t,32.8,33.0)
    circle 0 0 50 fill blue
    circle 0 0 44-5*push fill good
    line 0 -20 0 20 line paper width 9
  end
  # meter, black lead to 0 V, red probe in the hand
  key px 2.8:420 4.6:110 5.8:110 7.6:570 9.6:570 11.6:340 13.4:340 14.8:760
  key py 2.8:680 4.6:198 5.8:198 6.7:250 7.6:198 9.6:198 10.6:250 11.6:198 13.4:198 14.8:800
  let on = (t>4.9)*(t<6.0)*24+(t>11.9)*(t<13.5)*24
  let volts = on
  put meter at 110 380
  hose 9 250 610 300 650 420 640 420 340 1000 360 1100 340 1146 306 fill ink noline alpha 0
  when t<31
    hose 8 290 606 360 660 px-20 max(py,420)+170 px+70 py+110 fill heat noline
  end
  when (t>2.8)*(t<14.9)
    put pinch_back at px+60 py+86
    put probe at px py
    put pinch at px+60 py+86
  end
  key fx 0:500 1.5:0 2.8:0 3.6:600 30.6:600 31.9:0 33.0:0 34.0:600
  when (t<3.7)+(t>30.6)*(t<34)
    put finger at 652+fx 474+fx*0.8 turn 40
  end
end

# ---- the main switch: off, locked, checked -------------------------------------------------------------------------------
group at 0 800-scene*800
  rect 420 60 380 500 round 26 fill paper
  circle 610 290 160 fill amber
  key off 16.6:0 17.2:90
  number 610 110 48 1 0
  number 800-20 306 48 0 0
  group at 610 290 turn off
    rect -34 -130 68 260 round 26 fill heat
    circle 0 98 16 fill paper
  end
  key lock 17.4:500 18.4:0>
  when t>17.3
    group at 512+lock*(-1) 350+lock*0.6
      put padlock
    end
  end
  key hand 15.6:600 16.5:0 17.3:0 18.0:600
  when (t>15.6)*(t<18.1)
    group at 610+hand 290+hand*0.5
      group turn off*0.5-20
        put pinch_back at 20 -90
        put pinch at 20 -90
      end
    end
  end
  key seen 18.6:0 19.2:1
  let volts = if(t<19.2,24,0)
  put meter at 940 250 fade seen
end

# ---- the end switch: the carriage is there, the switch does not feel it -----------------------------------------------------
key slide 26.0:0 26.9:66 
let pushed = max(slide-42,0)
group at 0 1600-scene*800
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
  dim 650 366 700 366 -110 alpha gap
  number 675 230 44 3 0 alpha gap
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
