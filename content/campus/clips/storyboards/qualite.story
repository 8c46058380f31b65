# Measuring a run of parts with a calliper and following them on a chart: a drift is seen before one part is bad.
length 35
poster 19.7
include hands.part
sound 0 hall 35
sound 1.9 tick
sound 4.9 tick
sound 7.5 tick
sound 9.5 tick
sound 11.5 tick
sound 13.5 tick
sound 15.5 tick
sound 17.5 tick
sound 19.5 tick
sound 20.6 beep
sound 24.0 ratchet 0.6
sound 26.5 tick
sound 28.5 tick
sound 30.5 tick
sound 32.2 chime

# ---- twelve parts: when each is measured, and what it measures -----------------------------------------------------
# n is the part that stands in the jaws now, u how far its turn has gone (0 comes, 0.5 is measured, 1 leaves).
key n 3.9:0 3.9:1 6.5:1 6.5:2 8.5:2 8.5:3 10.5:3 10.5:4 12.5:4 12.5:5 14.5:5 14.5:6 16.5:6 16.5:7 18.5:7 18.5:8 25.5:8 25.5:9 27.5:9 27.5:10 29.5:10 29.5:11
key u 0.4:0 3.9:1= 3.9:0= 6.5:1= 6.5:0= 8.5:1= 8.5:0= 10.5:1= 10.5:0= 12.5:1= 12.5:0= 14.5:1= 14.5:0= 16.5:1= 16.5:0= 18.5:1= 18.5:0= 20.5:1= 25.5:1 25.5:0= 27.5:1= 27.5:0= 29.5:1= 29.5:0= 31.5:1=
let grip_ = soft(u,0.36,0.48)-soft(u,0.7,0.8)
let come = soft(u,0,0.3)
let leave = soft(u,0.82,1)

# the values in hundredths above 20 millimetres: two quiet ones, then seven that climb, then three after the correction
part value
  let v = 2*if(i<1,0,if(i<2,-1,if(i<3,0,if(i<4,1,if(i<5,2,if(i<6,3,if(i<7,4,if(i<8,5,if(i<9,6,if(i<10,1,if(i<11,-1,0)))))))))))
end

# ---- the calliper ------------------------------------------------------------------------------------------------------
# 8 units a millimetre; its fixed jaw closes at x = 0, the sliding one at x = w.
part calliper_back
  path M -70 -30 L 520 -30 L 520 24 L -70 24 Z
  repeat j 0 62
    let long = 12+8*(mod(j,5)<0.5)
    line j*8 -30 j*8 -30+long hair
  end
  path M -84 -34 L 0 -34 L 0 250 L -14 250 L -54 190 L -84 60 Z
end

part calliper_slide
  path M 0 -46 L 210 -46 L 210 46 L 76 46 L 54 190 L 14 250 L 0 250 Z fill shade
  rect 26 -36 164 72 round 8 fill ink
  number 182 18 50 shown 2 right fill paper
  circle 232 36 26 fill paper
end

# ---- the picture -------------------------------------------------------------------------------------------------------
paper
# conveyor
rect -20 520 1320 34 fill paper
repeat i 0 16
  group at 20+i*80 537 turn (come+leave+n)*200
    circle 0 0 13 fill shade fine
    line -8 0 8 0 thin
  end
end

let i = n
put value
let w = 160+v*1.2
let shown = if(grip_>0.98,20+v/100,20+v/100+(1-grip_)*9)
let px = 640+(1-come)*(-900)+leave*900
when (t<20.6)+(t>25.4)
  # the part: a turned pin, seen from the side, its centre line upright
  group at px 0
    rect 0 350 w 170 fill amber
    line w/2 326 w/2 544 axis thin
  end
end
let open = (1-grip_)*70
key rest 20.4:0 21.4:1 25.0:1 26.0:0
let lift = 1-soft(u,0.24,0.36)+soft(u,0.76,0.88)
group at 640 210-lift*128-rest*520
  put calliper_back
  group at w+open 0
    put calliper_slide
    # the thumb rolls the slide
    put grip_back at 262 8 turn 14
    put grip at 258 14 turn 4
  end
end

# ---- the chart ----------------------------------------------------------------------------------------------------------
group at 60 50
  rect 0 0 430 400 round 14 fill paper
  line 50 30 50 366 
  line 50 366 404 366
  key calm 31.4:0 32.4:0.22
  rect 50 60 354 288 fill good noline alpha calm
  line 50 204 404 204 axis thin
  # control limits, at plus and minus 7 hundredths
  line 50 60 404 60 line heat dashed fine
  line 50 348 404 348 line heat dashed fine
  # seven in a row that climb
  key alarm 20.6:0 22.0:1
  line 106 224.6 302 80.4 line amber width 30 trim 0 alarm alpha 0.6-soft(t,25,26)*0.35
  let mx = 0
  let my = 0
  repeat i 0 11
    put value
    let x = 78+i*28
    let y = 204-v*10.3
    # a point appears when its part is measured
    let at_ = if(i<1,2.3,if(i<2,5.3,7.7+(i-2)*2))
    let at_ = if(i>8,26.6+(i-9)*2,at_)
    let born = soft(t,at_,at_+0.3)
    when (i>0)*(born>0)
      line ox oy mix(ox,x,born) mix(oy,y,born) fine
    end
    let ox = x
    let oy = y
  end
  repeat i 0 11
    put value
    let x = 78+i*28
    let y = 204-v*10.3
    let at_ = if(i<1,2.3,if(i<2,5.3,7.7+(i-2)*2))
    let at_ = if(i>8,26.6+(i-9)*2,at_)
    let born = soft(t,at_,at_+0.3)
    circle x y 10*born fill blue noline
  end
  number 404 54 26 20.14 2 right fill heat
  number 404 342 26 19.86 2 right fill heat
end

# ---- the correction: one notch on the machine ------------------------------------------------------------------------
key knob 21.2:0 22.2:1 25.0:1 25.8:0
group at 780 300 scale knob
  circle 0 0 170 fill paper
  circle 0 0 100 fill shade
  repeat i 0 17
    line 116*cos(i*20) 116*sin(i*20) 134*cos(i*20) 134*sin(i*20) fine
  end
  key notch 23.6:0 24.3:-20
  group turn notch
    line 0 -40 0 -88 line paper width 13
  end
end
key hx 22.0:620 23.3:0 24.5:0 25.4:620
group at 770+hx 260+hx*0.6 turn -ramp(t,23.6,24.3)*20
  put pinch_back at 30 10
  put pinch at 30 10
end
