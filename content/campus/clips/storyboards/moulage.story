# Setting an injection press: the first part is short; one setting is raised by one step; the second part is whole.
length 34
poster 25.2
include hands.part
sound 0 hall 34
sound 0.6 granules 2.4
sound 0.8 press 1.8
sound 3.4 push 2.4
sound 7.4 clunk
sound 9.6 drop
sound 14.4 ratchet 0.5
sound 16.6 press 1.6
sound 18.8 push 2.6
sound 24.4 clunk
sound 26.8 drop
sound 29.2 chime
sound 30.8 press 2

# ---- the cycle, twice -----------------------------------------------------------------------------------------------
# open: how far the mould is open; shot: how full it is; back: how far the screw has gone back
key open 0:190 0.8:190 2.6:0 7.2:0 8.8:190 16.4:190 18.0:0 24.2:0 25.8:190 31.0:190 33.0:0
key shot 0:0 3.4:0 5.6:0.78< 10.6:0.78 10.61:0= 18.8:0 21.2:1< 27.6:1 27.61:0=
key back 0:0 0.2:20 2.9:104 3.4:104 5.6:18< 15.6:18 18.2:122 18.8:122 21.2:18< 30.6:18 33.6:122
key eject 0:0 8.8:0 9.4:44 10.2:44 11.0:0 25.8:0 26.4:44 27.4:44 28.2:0
key fall 0:0 9.5:0 10.6:620< 10.6:0 26.5:0 27.5:620<
let cool = max(soft(t,5.8,7.2)*(t<10.6),soft(t,21.6,24.0)-soft(t,28,29))
let turning = (t<2.9)+(t>15.6)*(t<18.2)+(t>30.6)*(t<33.6)

# ---- parts -----------------------------------------------------------------------------------------------------------
# The cup in section, from the gate outwards; f is how full.
part cup
  hose 26 100 -126 40 -126 14 -122 0 -104 0 0 0 104 14 122 40 126 100 126 noline fill mix amber heat (1-cool)*0.25 trim 0.5-f/2 0.5+f/2
end

part cup_solid
  hose 20 100 -126 40 -126 14 -122 0 -104 0 0 0 104 14 122 40 126 100 126 fill amber trim 0.5-f/2 0.5+f/2
end

part granule
  circle 0 0 8 fill amber fine
end

# The gauge: how far the screw goes back, in millimetres, and the knob that sets it.
part gauge
  rect 0 0 330 150 round 18 fill paper
  rect 20 24 150 102 round 8 fill ink
  key dose 0:42 14.4:42 14.41:46
  number 95 94 56 dose 0 fill amber
  group at 250 76
    circle 0 0 52 fill shade
    key click 0:-40 14.0:-40 14.5:5>
    group turn click
      line 0 -14 0 -44 line paper width 9
    end
    repeat i 0 4
      line 58*cos(-170+i*40) 58*sin(-170+i*40) 66*cos(-170+i*40) 66*sin(-170+i*40) fine
    end
  end
end

# ---- the picture -----------------------------------------------------------------------------------------------------
paper
# bed of the machine
rect -20 560 740 40 fill blue
rect 960 560 340 40 fill blue
rect 80 470 60 90 fill shade
rect 480 470 60 90 fill shade
# barrel in section
rect 30 250 520 220 fill paper noline
rect 30 250 520 50 hatch
rect 30 420 520 50 hatch
path M 550 250 L 600 320 L 600 400 L 550 470 L 550 420 L 572 372 L 572 348 L 550 300 Z fill paper
crop 30 300 560 120
  rect 30 300 511 120 fill mix paper amber 0.35 noline
  let melt = 470-back
  rect melt 300 max(541-melt,0) 120 fill amber noline
  path M 540 300 L 572 348 L 572 372 L 540 420 Z fill amber noline
  # screw
  group at -back 0
    rect -60 340 560 40 fill shade
    let q = mod(t*90*turning,60)
    repeat i -1 11
      let fx = i*46+mod(t*60*turning,46)-20
      when fx<474
        path M fx 304 L fx+26 304 L fx+50 416 L fx+24 416 Z fill shade
      end
    end
    path M 498 308 L 532 360 L 498 412 Z fill shade
  end
end
rect 552 346 70 28 fill amber noline
# heater bands
repeat i 0 3
  rect 190+i*92 228 66 22 fill heat
  rect 190+i*92 470 66 22 fill heat
end
# hopper with granules
repeat i 0 55
  let gy = 114+floor(i/7)*24+mod(t*40*turning,24)
  let gx = 80+mod(i,7)*16+mod(floor(i/7),2)*8
  when abs(gx-130)<if(gy<160,66,max(66-(gy-160)*0.66,18))-8
    put granule at gx gy
  end
end
path M 52 100 L 208 100 L 208 160 L 156 240 L 156 300 L 104 300 L 104 240 L 52 160 Z nofill

# fixed half of the mould
rect 600 150 40 420 fill blue
path M 640 190 L 760 190 L 760 530 L 640 530 Z hatch
rect 622 348 140 24 fill amber noline
line 622 346 760 346 fine
line 622 374 760 374 fine
repeat i 0 1
  circle 690 240+i*240 20 fill mix ground blue cool*0.8
end

# moving half, its core, the ejector
group at open 0
  rect 944 150 46 420 fill blue
  rect 990 320 320 80 fill paper
  path M 760 190 L 944 190 L 944 530 L 760 530 L 760 500 L 874 500 L 874 474 L 786 474 L 786 246 L 874 246 L 874 220 L 760 220 Z hatch
  rect 760 220 26 280 fill ground noline
  rect 786 220 88 26 fill ground noline
  rect 786 474 88 26 fill ground noline
  repeat i 0 1
    circle 900 280+i*160 20 fill mix ground blue cool*0.8
  end
  let f = shot
  when open<1
    when shot
      put cup at 773 360
    end
  end
  rect 800-0+eject*(-1) 350 160 20 fill shade
end
when (open>0.9)*(shot>0)
  let f = shot
  group at 773+open-eject 360+fall
    put cup_solid
  end
end
# guide bars
line 640 172 1000 172 thin axis
line 640 548 1000 548 thin axis

# the dose: how far back the screw goes
key gaugeon 11.6:0 12.6:1 18.6:1 19.4:0
put gauge at 250 50 fade gaugeon
key hand 12.8:500 13.9:0 14.6:0 15.8:500
when (t>12.6)*(t<16)
  group at 500+hand 132+hand*0.4
    group turn 10+ramp(t,14,14.5)*16
      put pinch_back
      put pinch
    end
  end
end

# looking at what fell, larger: what is missing is dashed
key look 10.4:0 11.4:1 15.8:1 16.4:0
group at 1090 190 scale look
  circle 0 0 165 fill paper
  let f = 0.78
  put cup_solid at -50 0
  path M 56 -114 L 56 -138 L -6 -138 nofill noline
  rect 18 -139 38 26 nofill line heat dashed fine
  rect 18 113 38 26 nofill line heat dashed fine
end
key look2 27.4:0 28.4:1
group at 1090 190 scale look2
  circle 0 0 165 fill paper
  let f = 1
  put cup_solid at -50 0
  key good 28.8:0 29.6:1
  path M -10 4 L 16 34 L 66 -34 line good width 15 trim 0 good
end
