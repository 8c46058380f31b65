# A workstation looked at: a man walks, bends and lifts; boxes are moved within reach, the table raised; the time goes down, the back is straight.
length 32
poster 5.3
include hands.part
include people.part
sound 0 hall 32
sound 0.6 tick
sound 2.4 drop
sound 5.4 drop
sound 8.4 tick
sound 12.0 pencil 1.4
sound 14.4 slide 1.0 0.5
sound 16.2 slide 1.0 0.5
sound 18.2 press 1.0
sound 20.6 tick
sound 22.0 drop
sound 24.2 drop
sound 26.4 tick
sound 28.6 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# how the workstation is: 0 as found, 1 as it has become; three changes, one after the other
key near 14.2:0 15.4:1
key bin 16.0:0 17.2:1
key high 18.0:0 19.2:1
let first = t<10
let second = t>20.6
# what he does: stands, fetches on the right, bends for the box on the floor, assembles; the second round is shorter
key fetch 1.0:0 2.2:1 2.6:1 3.8:0 20.8:0 21.4:1 21.6:1 22.2:0
key bend 4.0:0 5.2:1 5.6:1 6.8:0 22.8:0 23.4:0.99 23.7:0.99 24.3:0
key work 6.8:0 7.2:1 8.2:1 8.4:0 24.4:0 24.8:1 26.2:1 26.4:0
let clock = if(first,clamp(t-0.6,0,7.8)*38/7.8,if(second,clamp(t-20.6,0,5.8)*24/5.8,38))

# ---- the man, from the side, facing right -----------------------------------------------------------------------------------
let walk = fetch*190*(1-near)
let fold = if(second,0,bend)
let lean = 8+6*work*(1-high)+62*fold+20*(1-high)*work
let hipx = 470+walk+fold*26
let hipy = 392+fold*16
let shx = hipx+150*sin(lean)
let shy = hipy-150*cos(lean)
# the hand: to the parts, to the box, to the table
let tabley = 372-high*36
let partx = 940-near*250
let binx = 700
let biny = 560-bin*170
let restx = shx+60
let resty = shy+140
let wantx = if(fetch>0.01,mix(640,partx,fetch),if(bend>0.01,mix(640,if(bin>0.5,560,binx),bend),640))
let wanty = if(fetch>0.01,mix(tabley-20,tabley-60,fetch),if(bend>0.01,mix(tabley-20,if(bin>0.5,tabley-40,biny),bend),tabley-20-8*abs(sin(t*300))*work))
let reach = sqrt((wantx-shx)*(wantx-shx)+(wanty-shy)*(wanty-shy))
let far_ = min(1,200/max(reach,1))
let hx = shx+(wantx-shx)*far_
let hy = shy+(wanty-shy)*far_
let half = min(reach*far_,199)/2
let bow = sqrt(10000-half*half)
let exx = (shx+hx)/2-bow*(hy-shy)/(2*half+0.001)*0.9
let eyy = (shy+hy)/2+bow*(hx-shx)/(2*half+0.001)*0.9
let stride = sin(walk*2.4)*60*(walk>4)*(walk<186)

part man
  # legs
  tube 50 hipx hipy hipx-10-stride*0.5 490 hipx-20-stride 584 fill blue
  tube 50 hipx hipy hipx+20+fold*40+stride*0.5 490 hipx+10+stride 584 fill blue
  rect hipx-44-stride 570 74 26 round 12 fill ink
  rect hipx-14+stride 570 74 26 round 12 fill ink
  # trunk
  tube 92 hipx hipy-14 shx shy+10 fill shade
  group at shx+52*sin(lean) shy-62*cos(lean)+8 turn lean
    circle 0 0 44 fill mix skin1 skin4 tone
    path M -44 4 C -50 -66 40 -68 44 -12 C 20 -34 -14 -24 -22 10 C -30 20 -38 16 -44 4 Z fill hair1
  end
  tube 42 shx shy+16 exx eyy hx hy fill shade
  circle hx hy 25 fill mix skin1 skin4 tone
end

paper

# ---- the workstation --------------------------------------------------------------------------------------------------------
rect -20 596 1320 36 fill blue
let tone = 0.8
# the table; its legs grow
rect 590 tabley 190 26 fill blue
rect 610 tabley+26 26 570-tabley fill shade
rect 734 tabley+26 26 570-tabley fill shade
# the rack of parts, far, then near
group at partx-40 0
  rect -20 tabley-0 160 20 fill blue
  rect 10 tabley+20 20 576-tabley fill shade
  rect 90 tabley+20 20 576-tabley fill shade
  path M -6 tabley-60 L 4 tabley L 116 tabley L 126 tabley-60 Z fill amber
end
# the box on the floor, then at the height of the hand
group at binx-60-bin*188 biny-0
  path M 0 -30 L 8 36 L 112 36 L 120 -30 Z fill paper
  repeat i 0 2
    circle 30+i*30 -32 15 fill shade fine
  end
end
when bin>0.02
  rect 440 biny+36 160 14 fill shade
  rect 446 biny+50 16 546-biny fill shade
end
put man
# what is in his hand
when (fetch>0.9)+(fetch>0.02)*(t>2.2)*(t<4)+(fetch>0.02)*(t>21.4)*(t<23)
  rect hx-16 hy-46 32 30 fill amber
end
when (bend>0.9)+(bend>0.02)*(t>5.2)*(t<7)+(bend>0.02)*(t>23.4)*(t<24.6)
  circle hx hy-28 15 fill shade
end
when work
  rect 624 tabley-30 60 30 fill amber
  circle 654 tabley-44 14 fill shade
end

# ---- what the back does, drawn over him ----------------------------------------------------------------------------------------
key hurt 4.6:0 5.2:1 6.2:1 6.8:0
curve hipx-30 hipy (hipx+shx)/2-40*cos(lean) (hipy+shy)/2-30*sin(lean) shx-20 shy-14 line heat width 12 alpha hurt
key steps 1.4:0 2.2:1 9.2:1 10:0
path M 480 660 L 670 660 nofill dashed thin line heat alpha steps*(t<10)

# ---- stopwatch and camera of the methods technician -----------------------------------------------------------------------------
group at 1120 160
  rect -20 -150 40 36 round 8 fill shade
  circle 0 0 116 fill paper
  repeat i 0 11
    line 96*cos(i*30) 96*sin(i*30) 108*cos(i*30) 108*sin(i*30) thin
  end
  arc 0 0 88 -90 -90+clock*6 pie fill amber alpha 0.45 noline
  group turn clock*6
    line 0 16 0 -84 line heat width 6
  end
  circle 0 0 9 fill ink noline
end
group at 860 60
  rect 0 0 120 76 round 14 fill ink
  number 106 54 44 clock 0 after _s right fill amber
end
key hold 0:1 9.6:1 10.6:0 19.4:0 20.4:1 27.2:1 28.4:0
group at 1150+(1-hold)*500 230+(1-hold)*200
  let bare = 1
  let tone = 0.2
  put finger at 50 -20 turn 60 scale 0.8
end

# ---- the plan: three changes, drawn ------------------------------------------------------------------------------------------------
key pan 10.6:0 11.4:1 19.4:1 20.2:0
group at 60 40 fade pan
  rect 0 0 320 250 round 16 fill paper
  rect 150 96 60 10 fill blue noline
  line 40 170 290 170 thin
  rect 166 106 8 64 fill shade noline
  rect 188 106 8 64 fill shade noline
  circle 104 70 18 fill ground fine
  line 104 90 104 140 width 8
  let d = soft(t,12,13.4)
  rect 244 70 36 26 fill amber fine
  arrow 236 50 190 50 line heat width 5 alpha d
  arrow 60 150 60 100 line heat width 5 alpha d
  arrow 230 150 230 112 line heat width 5 alpha d
  number 104 226 36 38 0 after _s
  mark 176 224 34 →
  number 240 226 36 24 0 after _s alpha d
end
key go1 14.0:0 14.4:1 15.4:1 15.8:0
arrow 900 240 760 240 line amber alpha go1
key go2 16.0:0 16.4:1 17.2:1 17.6:0
arrow 400 560 400 440 line amber alpha go2
key go3 18.0:0 18.4:1 19.2:1 19.6:0
arrow 820 560 820 450 line amber alpha go3
key tick 28.6:0 29.4:1
path M 720 96 L 752 132 L 816 50 nofill line good width 14 trim 0 tick
