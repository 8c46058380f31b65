# A joint that gets hot: seen with a thermal camera, switched off, locked, tested, tightened, seen again.
length 32
poster 3.6
include hands.part
sound 0 hall 32
sound 0.4 press 7.6 0.3
sound 3.2 beep
sound 8.8 clunk
sound 11.4 clunk
sound 13.8 tick
sound 19.6 ratchet 1.6 0.6
sound 21.4 clunk
sound 24.6 clunk
sound 25.0 press 7.0 0.3
sound 28.4 chime

# ---- time -------------------------------------------------------------------------------------------------------------
key live 0:1 8.8:1 8.9:0= 24.6:0 24.7:1=
key hot 0:1 8.8:1 18.0:0.15 19:0
key tight 19.6:0 21.2:1
key lever 8.4:0 8.9:1 24.2:1 24.7:0
key cam 1.0:700 2.6:0> 7.4:0 8.2:700 25.4:700 26.6:0> 31:0

# ---- parts ------------------------------------------------------------------------------------------------------------
# A three-pole breaker with its lever; the middle of its top is the origin.
part breaker
  rect -170 0 340 220 round 12 fill paper
  rect -120 60 240 96 round 8 fill ground fine
  rect -70 66+46*lever 140 38 round 8 fill mix amber shade lever
  rect -142 74 14 14 fill mix heat good lever noline
  repeat i -1 1
    circle i*100 190 16 fill shade fine
    circle i*100 30 16 fill shade fine
  end
end

# A terminal block of three clamps; each has its screw above and its wire below.
part clamps
  repeat i -1 1
    group at i*130 0
      rect -58 0 116 150 round 8 fill paper
      rect -22 100 44 50 fill ground fine
    end
  end
end

part screws
  repeat i -1 1
    group at i*130 50
      circle 0 0 30 fill shade
      group turn if(abs(i)<0.5,20+tight*200,60-i*50)
        line -19 0 19 0 width 8
      end
    end
  end
end

part wires
  repeat i -1 1
    tube 26 i*130 if(abs(i)<0.5,128+14*(1-tight),128) i*130 460 fill blue
    rect i*130-11 if(abs(i)<0.5,116+14*(1-tight),116) 22 36 fill amber fine
  end
end

part box
  put breaker at 0 0
  repeat i -1 1
    line i*100 206 i*130 286 width 12
  end
  group at 0 280
    put wires
    put clamps
    put screws
  end
end

# The same, as a thermal camera shows it: cold is dark, warm is amber, hot is white.
part heatmap
  rect -700 -400 1400 1400 fill mix ink blue 0.45 noline
  group at 0 280
    repeat i -1 1
      rect i*130-14 120 28 360 fill mix blue shade 0.5*live noline
      rect i*130-58 0 116 150 round 8 fill mix mix ink blue 0.7 shade 0.25*live noline
    end
    glow 0 70 210 heat 0.95*hot
    glow 0 70 130 amber 0.95*hot
    glow 0 70 60 paper 0.9*hot
    rect -14 120 28 360 fill mix amber heat 0.6 alpha 0.55*hot noline
  end
  rect -170 0 340 220 round 12 fill mix ink blue 0.75 noline
end

paper

# ---- the cabinet -------------------------------------------------------------------------------------------------------
rect 60 10 660 690 round 18 fill ground
rect 84 34 612 642 round 10 fill paper thin
group at 390 60
  put box
end
# current that runs
when live
  repeat i -1 1
    line 390+i*130 500 390+i*130 700 line amber width 7 dashed run -t*120
  end
end

# the thermal camera: what is behind its screen is drawn again inside it
group at cam*1.1 cam*0.9
  group at 390 390
    # on its screen
    crop -220 -130 440 250
      group at 0 -330
        put heatmap
      end
    end
    rect -220 -130 440 250 round 16 nofill width 22 line ink
    rect -220 -130 440 250 round 16 nofill width 8 line shade
    when (t<9)+(t>25)
      line -34 20 34 20 line paper width 4
      line 0 -14 0 54 line paper width 4
      rect 84 -112 124 58 round 8 fill ink noline
      number 196 -70 38 if(t<9,92,34) 0 after _°C right fill paper
    end
    path M 200 120 L 320 120 L 420 330 L 300 380 Z fill amber
    group at 330 220 turn 62
      put grip_back stretch 1 -1
      put grip stretch 1 -1
    end
  end
end

# ---- off, locked, tested -----------------------------------------------------------------------------------------------
key fx 7.8:500 8.5:0 9.1:0 9.8:500 23.6:500 24.3:0 24.8:0 25.4:500
when ((t>7.8)*(t<9.9))+((t>23.6)*(t<25.5))
  put finger at 400+fx 160+fx*0.5+20*lever turn 18
end
key lk 9.8:620 11.4:0> 22.2:0 23.4:620
when (t>9.8)*(t<23.4)
  group at 390+lk 190+lk*0.3
    path M -26 0 L -26 -34 C -26 -74 26 -74 26 -34 L 26 0 nofill width 12
    rect -46 -4 92 76 round 12 fill heat
    circle 0 28 10 fill ink noline
    line 0 30 0 50 line ink width 6
    when (t<11.9)+(t>22.0)
      group at 50 20
        put pinch_back at 10 6 scale 0.8
        put pinch at 10 6 scale 0.8
      end
    end
    key let_go 11.5:0 12.2:1
  end
end
key tx 12.0:640 13.2:0 16.2:0 17.2:640
key tj 14.4:0 14.9:130 
when (t>12)*(t<17.3)
  group at 390-130+tj+tx 330+tx*0.4
    line 0 0 30 60 line ink width 7
    line 130 0 110 60 line ink width 7
    path M 20 60 L 120 60 L 140 120 L 140 360 L 0 360 L 0 120 Z fill amber
    rect 20 140 100 90 round 8 fill ink
    number 108 204 56 0 0 after V right fill amber
    repeat j 0 3
      circle 70 262+j*26 8 fill shade noline
    end
    group at 136 250 turn 40
      put grip_back stretch 1 -1
      put grip stretch 1 -1
    end
  end
end

# ---- tightened to the value that was asked for ----------------------------------------------------------------------------
key dx 17.6:640 19.2:0 21.6:0 22.6:640
when (t>17.6)*(t<22.6)
  group at 390+dx 390+dx*0.7
    line 0 0 150 100 line ink width 15
    tube 56 160 107 330 220 fill amber
    circle 250 166 18 fill paper
    group at 300 200 turn 34
      put grip_back stretch 1 -1
      put grip stretch 1 -1
    end
  end
end
key torque 18.4:0 19.2:1 22.0:1 22.6:0
group at 970 150 fade torque
  circle 0 0 116 fill paper
  arc 0 0 88 140 400 thin
  arc 0 0 88 140 140+200*tight line amber width 14
  line 88*cos(340) 88*sin(340) 112*cos(340) 112*sin(340) line good width 10
  group turn 140+200*tight
    line 0 0 66 0 line ink width 8
  end
  circle 0 0 12 fill ink noline
end
key turn_ 19.4:0 20:1 21:1 21.4:0
spin 390 390 70 -150 -30 line amber width 9 alpha turn_
key tick 28.2:0 29:1
path M 900 150 L 936 190 L 1004 100 nofill line good width 15 trim 0 tick
