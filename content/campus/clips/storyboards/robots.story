# Teaching a robot its point again: the gripper stops beside the part, is moved step by step, the point is kept, the cycle runs.
length 31
poster 11.5
include hands.part
let bare = 1
let tone = 0.6
sound 0 hall 31
sound 0.6 servo 2.6
sound 3.4 buzzer 0.5
sound 9.0 servo 0.7
sound 10.6 servo 0.7
sound 12.2 servo 0.7
sound 13.8 servo 0.7
sound 17.8 beep
sound 20.6 servo 2.2
sound 22.6 clunk
sound 23.2 servo 2.6
sound 26.0 clunk
sound 26.6 servo 1.6
sound 28.6 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# where the gripper is to be; the part stands at 640, 470
key gx 0:420 2.8:704= 9.0:704 9.6:688= 10.6:688 11.2:672= 12.2:672 12.8:656= 13.8:656 14.4:640= 18.6:640 20.0:470 21.6:640 22.4:640 25.6:900= 26.4:900 28.2:470
key gy 0:250 2.0:300= 2.8:404 18.6:404 19.2:260 20.6:260= 22.0:404 22.6:404 23.6:250 25.0:250= 25.9:352 26.4:352 27.2:250
let stuck = (t>3.2)*(t<9)
key jaws 0:1 22.2:1 22.6:0 26.0:0 26.4:1
let carried = (t>22.6)*(t<26.2)
let px = if(carried,gx,if(t>26.2,900,640))
let py = if(carried,gy+66,if(t>26.2,418,470))

# ---- the arm: two links of 300 and 270, the shoulder at 250, 330 ----------------------------------------------------------
let wx = gx-236
let wy = gy-92-330
let d2 = wx*wx+wy*wy
let ce = clamp((d2-90000-72900)/162000,-1,1)
let elbow = atan(sqrt(1-ce*ce),ce)
let sh = atan(wy,wx)-atan(270*sin(elbow),300+270*ce)
let ex = 236+300*cos(sh)
let ey = 330+300*sin(sh)
let hx_ = ex+270*cos(sh+elbow)
let hy_ = ey+270*sin(sh+elbow)

part joint
  circle 0 0 40 fill paper
  circle 0 0 16 fill shade
end

part robot
  rect 150 470 172 90 round 10 fill blue
  path M 184 480 L 196 330 L 276 330 L 290 480 Z fill amber
  tube 58 236 330 ex ey fill amber
  tube 44 ex ey hx_ hy_ fill amber
  put joint at 236 330
  put joint at ex ey scale 0.86
  # wrist and gripper always hang straight
  group at hx_ hy_
    rect -24 0 48 44 fill shade
    rect -62 40 124 24 round 8 fill blue
    rect -66-jaws*10 60 20 76 round 4 fill paper
    rect 46+jaws*10 60 20 76 round 4 fill paper
    put joint scale 0.7
  end
end

part block
  rect -44 -40 88 80 round 6 fill shade
  circle 0 0 20 fill paper
end

paper

# ---- the cell -----------------------------------------------------------------------------------------------------------
rect -20 556 1320 40 fill blue
rect 520 510 240 50 fill paper hatch
rect 552 494 26 18 fill paper
rect 702 494 26 18 fill paper
rect 800 458 230 102 round 8 fill paper
line 800 486 1030 486 thin
group at px py
  put block
end
put robot

# it has stopped beside the part: the gap is shown
key gap 4.2:0 5.0:1 14.0:1 14.4:0
group fade gap
  line 640 380 640 600 axis hair line heat
  line gx 300 gx 600 axis hair
  dim 640 470 gx+0.1 470 150 (gx-640)/8 0 after _mm
end
when stuck
  circle 640 470 92+10*sin(t*180) nofill line heat width 8 alpha 0.8
end

# ---- the pendant ---------------------------------------------------------------------------------------------------------
key pend 4.6:700 6.4:0> 17.0:0 18.4:0 20.2:700
group at 900+pend 60+pend*0.2
  rect -30 -20 400 330 round 30 fill ink
  rect 0 10 250 200 round 10 fill paper
  # on its screen: where the program wants to be, where it is
  line 20 176 230 176 line shade thin
  rect 110 126 36 50 fill shade fine
  group at 128+(gx-640)*0.8 120
    path M -34 -60 L 34 -60 L 34 -48 L 28 -48 L 28 0 L 20 0 L 20 -44 L -20 -44 L -20 0 L -28 0 L -28 -48 L -34 -48 Z fill amber fine
  end
  line 128 30 128 196 axis hair line heat
  rect 20 226 96 60 round 12 fill mix shade amber ((t>9)*(t<9.7)+(t>10.6)*(t<11.3)+(t>12.2)*(t<12.9)+(t>13.8)*(t<14.5))
  path M 90 256 L 44 256 nofill width 8
  path M 62 240 L 44 256 L 62 272 nofill width 8
  rect 134 226 96 60 round 12 fill shade
  path M 160 256 L 206 256 nofill width 8
  path M 188 240 L 206 256 L 188 272 nofill width 8
  circle 310 60 34 fill heat
  rect 272 140 76 146 round 14 fill shade
  circle 310 250 22 fill mix paper good (t>17.6)
  path M 300 250 L 308 258 L 322 240 nofill fine alpha 1
end
let tap = soft(t,8.8,9.0)-soft(t,9.5,9.7)+soft(t,10.4,10.6)-soft(t,11.1,11.3)+soft(t,12.0,12.2)-soft(t,12.7,12.9)+soft(t,13.6,13.8)-soft(t,14.3,14.5)+soft(t,17.5,17.7)-soft(t,18.1,18.3)
key fy 6.8:460 8.4:0 18.3:0 19.4:500
key fx 15.2:0 16.8:246
when (t>6.8)*(t<19.4)
  put finger at 970+fx+(1-tap)*10 322+fy+(1-tap)*14-fx*0.02 turn 46 scale 0.9
end
key tick 28.4:0 29.2:1
path M 1090 400 L 1120 434 L 1180 356 nofill line good width 14 trim 0 tick
