# A mixture: check the label, open the valves in order, watch the curves; one strays, the right valve is shut; a sample is drawn.
length 32
poster 17
include hands.part
sound 0 hall 32
sound 2.4 beep
sound 6.0 ratchet 1.0 0.5
sound 6.8 slide 2.6 0.5
sound 10.2 servo 18 0.4
sound 11.8 ratchet 1.0 0.5
sound 12.4 slide 2.4 0.4
sound 18.2 buzzer 0.5
sound 20.4 ratchet 1.0 0.5
sound 26.8 drop
sound 29.4 chime

# ---- time -------------------------------------------------------------------------------------------------------------
key va 6.0:0 7.0:90 9.2:90 10.0:0
key vb 11.8:0 12.8:45 20.4:45 21.4:0
key level 6.8:0 9.6:0.5= 12.4:0.5 20.8:0.8= 21:0.8
key tint 12.4:0 16.0:1
key temp 11.0:0 16.0:0.55= 20.8:0.86= 25.0:0.62 32:0.6
let stir = (t>10.2)*(t<29)*t*220

# ---- parts ------------------------------------------------------------------------------------------------------------
# A valve in a pipe; its hand wheel is seen from the front and turns by "open" degrees.
part valve
  path M -44 -30 L 0 0 L -44 30 Z fill paper
  path M 44 -30 L 0 0 L 44 30 Z fill paper
  line 0 0 0 -46 width 9
  group at 0 -70 turn open
    circle 0 0 40 nofill width 12 line mix shade amber (open>2)
    line -38 0 38 0 width 8
    line 0 -38 0 38 width 8
    circle 0 0 9 fill paper
  end
end

paper

# ---- two drums and their pipes ------------------------------------------------------------------------------------------
tube 22 300 150 300 190 470 190 fill paper
tube 22 300 430 380 430 380 250 470 250 fill paper
group at 170 250
  rect -90 -190 180 190 round 18 fill shade
  line -90 -130 90 -130 thin
  rect -54 -116 108 84 round 8 fill paper fine
  circle 0 -74 26 fill blue noline
end
tube 22 260 150 320 150 fill paper
group at 170 530
  rect -90 -190 180 190 round 18 fill shade
  line -90 -130 90 -130 thin
  rect -54 -116 108 84 round 8 fill paper fine
  path M 0 -104 L 30 -50 L -30 -50 Z fill amber noline
end
tube 22 260 430 320 430 fill paper
# what runs through the pipes
when va>10
  line 330 190 470 190 line blue width 9 dashed run -t*140
end
when vb>10
  path M 320 430 L 380 430 L 380 250 L 470 250 nofill line amber width 9 dashed run -t*140
end
group at 386 190
  let open = va
  put valve
end
group at 380 340 turn -90
  let open = vb
  put valve
end

# ---- the tank, cut open --------------------------------------------------------------------------------------------------
path M 470 120 L 470 480 C 470 540 540 560 620 560 C 700 560 770 540 770 480 L 770 120 C 770 90 470 90 470 120 Z fill paper
crop 473 560-440*level-1 294 460
  path M 474 100 L 474 480 C 474 537 540 557 620 557 C 700 557 766 537 766 480 L 766 100 Z fill mix mix ground blue 0.45 amber tint*0.75 noline
  # swirls of what is not yet mixed
  repeat i 0 6
    curve 490+mod(i*61+stir*0.3,230) 240+i*42 530+mod(i*61+stir*0.3,230) 226+i*42 560+mod(i*61+stir*0.3,200) 250+i*42 fine line amber alpha 0.8*(1-tint)*(vb>5)
  end
end
line 474 560-440*level 766 560-440*level fine alpha (level>0.02)
path M 470 120 L 470 480 C 470 540 540 560 620 560 C 700 560 770 540 770 480 L 770 120 C 770 90 470 90 470 120 Z nofill width 7
# the stirrer
rect 580 16 80 70 round 8 fill blue
line 620 86 620 470 line ink width 9
group at 620 470 stretch cos(stir*2) 1
  path M -96 -22 L 0 0 L 96 -22 L 96 22 L 0 6 L -96 22 Z fill shade
end
# heating jacket
repeat i 0 3
  circle 784 200+i*90 14 fill mix paper heat temp
  circle 456 300+i*70 14 fill mix paper heat temp
end

# ---- the screen: weight and temperature -----------------------------------------------------------------------------------
group at 850 50
  rect 0 0 380 330 round 20 fill paper
  rect 22 22 336 200 round 8 fill ink
  rect 24 84 332 44 fill mix ink good 0.55 noline
  line 40 200 340 200 line shade thin
  # the curve is drawn as it comes: nine stretches
  crop 22 22 336 200
    let q = ramp(t,11,26)
    path M 40 196 C 70 196 90 140 136 116 C 170 100 190 104 206 90 C 226 66 244 52 262 60 C 286 70 300 100 340 104 nofill line mix amber heat (t>17.8)*(t<22.5) width 7 trim 0 q
  end
  number 190 292 54 20+60*temp 0 after _°C
  circle 334 274 18 fill mix good heat (t>17.8)*(t<22.5)
end
when (t>18.0)*(t<21.0)
  circle 1184 324 34+12*sin(t*200) nofill line heat width 7 alpha 0.8
end

# ---- hands -------------------------------------------------------------------------------------------------------------
# the label is read first
key sx 0.8:700 2.0:0 3.6:0 4.6:700
when t<4.7
  group at 300+sx 176+sx*0.5
    path M -140 0 L -60 -40 L -60 40 Z fill heat noline alpha 0.35*(t>2.2)*(t<3.4)
    rect -70 -50 120 100 round 18 fill amber
    rect -44 -32 68 50 round 6 fill ink
    path M -26 -8 L -14 4 L 8 -22 nofill line good width 8 alpha (t>2.5)
    group at 60 40
      put pinch_back at 8 0
      put pinch at 8 0
    end
  end
end
let ha = soft(t,4.8,5.9)-soft(t,10.2,11.0)
let hb = soft(t,11.0,11.7)-soft(t,13.0,14.0)+soft(t,19.2,20.3)-soft(t,21.6,22.4)
when ha>0
  group at 416+(1-ha)*640 112+(1-ha)*420 turn va*0.2
    put pinch_back at 4 0 scale 0.85
    put pinch at 4 0 scale 0.85
  end
end
when hb>0
  group at 330+(1-hb)*640 330+(1-hb)*380 turn vb*0.2
    put pinch_back at 4 0 scale 0.85
    put pinch at 4 0 scale 0.85
  end
end
# the sample
tube 18 700 546 860 546 860 566 fill paper
group at 790 546 scale 0.62
  let open = 90*(soft(t,25.8,26.2)-soft(t,27.6,28))
  put valve
end
key bx 23.6:600 25.2:0 28.0:0 29.6:20
key by 28.0:0 29.4:-130
when t>23.6
  let got = ramp(t,26.2,27.6)
  when (t>26.2)*(t<27.6)
    line 860 572 860 640 line amber width 8
  end
  group at 860+bx+by*(-0.9) 676+by
    path M -18 -96 L -18 -70 L -44 -40 L -44 0 L 44 0 L 44 -40 L 18 -70 L 18 -96 Z fill paper
    crop -42 -44*got 84 44
      path M -42 0 L 42 0 L 42 -40 L 18 -68 L -18 -68 L -42 -40 Z fill mix ground amber 0.8 noline
    end
    path M -18 -96 L -18 -70 L -44 -40 L -44 0 L 44 0 L 44 -40 L 18 -70 L 18 -96 nofill
    group at 46 -30
      put pinch_back at 4 0 scale 0.8
      put pinch at 4 0 scale 0.8
    end
  end
end
key tick 29.4:0 30.2:1
path M 870 430 L 904 468 L 968 384 nofill line good width 14 trim 0 tick
