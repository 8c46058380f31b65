# Curing a tyre: the raw tyre goes into the mould, a bladder presses it against the pattern, heat and time do the rest.
length 31
poster 25.4
include hands.part
sound 0 hall 31
sound 2.2 servo 2.2
sound 5.4 press 2.2
sound 7.6 clunk
sound 8.2 hiss 2.4 0.6
sound 11.4 beep
sound 12.0 press 6.4 0.4
sound 18.6 beep
sound 19.2 hiss 2.0
sound 19.6 servo 2.4
sound 27.4 tick
sound 28.4 chime

# ---- time -------------------------------------------------------------------------------------------------------------
key side_load 0:1250 0.4:1250 3.0:0 31:0
key loady 0:-260 3.0:-260 4.6:0
key shut 5.2:0 7.6:1 19.4:1 21.8:0
key blow 8.0:0 11.0:1 18.8:1 19.4:0
key cure 11.4:0 18.6:1=
key out 22.2:0 24.0:1
let cooked = cure

# ---- parts ------------------------------------------------------------------------------------------------------------
# Half of a tyre in section, open to the left; its middle line is y = 0, the tread is on the right.
part section
  path M -120 -126 L -96 -126 C -40 -150 60 -150 96-6*(1-blow) -100 L 112-10*(1-cure)*(1-blow) -60 L 112-10*(1-cure)*(1-blow) 60 L 96-6*(1-blow) 100 C 60 150 -40 150 -96 126 L -120 126 L -120 104 L -92 100 C -40 116 30 112 56 84 L 64 40 L 64 -40 L 56 -84 C 30 -112 -40 -116 -92 -100 L -120 -104 Z fill mix shade ink 0.15+0.75*cooked
  when cooked>0.02
    repeat i 0 3
      path M 116 -52+i*30 L 94 -50+i*30 L 94 -36+i*30 L 116 -34+i*30 Z fill ground noline alpha cooked
    end
  end
  circle -108 -115 8 fill amber fine alpha 1-out
  circle -108 115 8 fill amber fine alpha 1-out
end

# Half a mould, upper or lower; the cavity's pattern is the teeth on the right.
part shell
  path M -190 -330 L 220 -330 L 220 -4 L 118 -4 L 118 -64 L 100 -104 C 60 -156 -40 -156 -100 -132 L -130 -132 L -130 -190 L -190 -190 Z fill paper hatch
  repeat i 0 1
    rect 96 -50+i*30 24 14 fill paper fine
  end
  circle -60 -250 24 fill mix ground heat 0.75*shut
  circle 60 -250 24 fill mix ground heat 0.75*shut
  circle 176 -130 24 fill mix ground heat 0.75*shut
end

part gauge
  circle 0 0 78 fill paper
  arc 0 0 58 140 400 thin
  arc 0 0 58 140 140+260*g line amber width 12
  group turn 140+260*g
    line 0 0 44 0 line ink width 7
  end
  circle 0 0 10 fill ink noline
end

paper

# ---- the press --------------------------------------------------------------------------------------------------------
# One side of the machine, right of its middle line: the bladder, the tyre, the two halves of the mould.
part side
  path M 0 -80 L mix(60,180,blow) mix(-80,-98,blow) C mix(80,260,blow) mix(-80,-116,blow) mix(110,330,blow) mix(-76,-106,blow) mix(112,352,blow) mix(-60,-82,blow) L mix(114,362,blow) -40 L mix(114,362,blow) 40 L mix(112,352,blow) mix(60,82,blow) C mix(110,330,blow) mix(76,106,blow) mix(80,260,blow) mix(80,116,blow) mix(60,180,blow) mix(80,98,blow) L 0 80 Z fill mix paper heat 0.35*max(cure*(1-out),blow*0.3)
  group at 300+load loady fade 1-out
    put section
  end
  group at 300 -500*(1-shut)
    put shell
  end
  group at 300 0 stretch 1 -1
    put shell
  end
end

group at 400 330 scale 0.72
  when (shut>0.95)
    glow 0 0 560 amber 0.4*cure*(1-soft(t,18.6,19.4))
  end
  let load = -side_load
  group stretch -1 1
    put side
  end
  let load = side_load
  put side
  rect -34 -470 68 800 fill shade
  line 0 -470 0 330 axis hair
  rect -560 330 1120 56 round 8 fill blue
  key push 5.4:0 6.0:1 7.0:1 7.6:0
  repeat i 0 1
    arrow -430+i*860 -440 -430+i*860 -350 line amber width 14 alpha push
  end
  key air 8.4:0 9.0:1 10.6:1 11.0:0
  arrow 60 0 220 0 line amber width 14 alpha air
  arrow -60 0 -220 0 line amber width 14 alpha air
end

# ---- temperature, pressure, time ----------------------------------------------------------------------------------------
key panel 9.6:0 10.6:1 19.6:1 20.4:0
group at 820 60 fade panel
  rect 0 0 420 470 round 22 fill paper
  let g = 0.15+0.6*soft(t,8,12)
  group at 112 110
    put gauge
  end
  let g = 0.1+0.65*blow
  group at 308 110
    put gauge
  end
  number 112 230 34 20+150*soft(t,8,12) 0 after _°C
  number 308 230 34 18*blow 0 after _bar
  rect 30 262 360 176 round 8 fill ink
  line 60 410 366 410 line shade thin
  line 60 290 60 410 line shade thin
  let q = cure
  path M 60 400 L 130 316 L 330 316 L 366 350 nofill line amber width 7 trim 0 q
  line 330 286 330 416 dashed thin line heat
end

# ---- out, and looked at -------------------------------------------------------------------------------------------------
when t>22.3
  key look 24.0:0 25.0:1
  group at 1020 270 fade soft(t,22.6,23.6) scale 0.6+0.4*soft(t,22.6,24)
    # the whole tyre from the front, still hot
    glow 0 0 300 amber 0.45*(1-ramp(t,24,30))
    circle 0 0 200 fill mix ink blue 0.25
    repeat i 0 35
      group turn i*10
        rect 184 -5 22 10 fill mix ink blue 0.7 noline
      end
    end
    circle 0 0 150 nofill line shade thin
    circle 0 0 112 fill ground
  end
  key hx 25.0:600 26.4:0 28.6:0 29.6:0
  group at 1130+hx 250+90*soft(t,26.4,28.4)+hx*0.5
    put finger turn 20-16*soft(t,26.4,28.4) scale 0.8
  end
  key ring 26.8:0 28.0:1
  when ring
    arc 1020 270 226 50 50-250*ring line amber width 10
  end
  key tick 28.4:0 29.1:1
  path M 1110 560 L 1140 590 L 1200 514 nofill line good width 14 trim 0 tick
end
