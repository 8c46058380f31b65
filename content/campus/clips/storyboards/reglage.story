# Finding the zero of a part on a milling machine: touch the edge, subtract the radius, touch the top, mill. 10 units a mm.
length 34
poster 30.4
include hands.part
sound 0 hall 34
sound 0.4 servo 2.2 0.5
sound 3.4 servo 1.6 0.4
sound 6.6 beep
sound 8.7 tick
sound 10.0 servo 3.6 0.4
sound 15.0 servo 2.0 0.4
sound 17.2 beep
sound 19.3 tick
sound 20.6 servo 1.4 0.4
sound 24.6 spindle 9.4
sound 26.6 milling 6.0

# ---- movement: cx, cy is the centre of the ball, in millimetres from the corner of the part, y upwards -------------
key cx 0:-16 2.6:-16 3.4:-16 5.0:-5 6.6:-3= 9.6:-3 9.9:-3 11.6:-3 13.2:0 14.4:0 15.4:7 20.2:7
key cy 0:30 2.6:-4.5 9.8:-4.5 11.6:9 15.2:9 16.4:5 17.2:3= 20.0:3 21.4:34
key zerox 8.7:0 8.71:1
key zeroz 19.3:0 19.31:1
let touch = max((t>6.6)*(t<9.8),(t>17.2)*(t<20))
let showx = cx+if(zerox,0,-212.355)
let showz = cy-3+if(zeroz,0,-148.72)

# the mill after the probe
key mx 23.2:-19 26.6:-14 32.6:24= 34:26
key mz 22.6:34 25.0:-4
let milling = t>22
when milling
  let showx = mx
  let showz = mz
end

# ---- parts -------------------------------------------------------------------------------------------------------
# The probe: its ball is at the origin.
part probe
  line 0 -30 0 -150 line ink width 11
  path M -12 -150 L 12 -150 L 46 -196 L 46 -290 L -46 -290 L -46 -196 Z fill paper
  rect -46 -262 92 20 fill mix shade amber touch
  path M -30 -290 L -30 -330 L -62 -380 L 62 -380 L 30 -330 L 30 -290 Z fill shade
  rect -150 -860 300 480 round 10 fill blue
  circle 0 0 30 fill mix paper amber touch
end

# The mill, 16 wide; the middle of its end is the origin.
part mill
  rect -80 -210 160 210 fill amber
  crop -80 -210 160 210
    let q = mod(t*260,90)
    repeat i -2 3
      path M -84 q-40+i*90 C -30 q-60+i*90 30 q-110+i*90 84 q-130+i*90 line blue
    end
  end
  rect -80 -210 160 210 nofill
  rect -66 -270 132 60 fill paper
  path M -70 -270 L -110 -360 L 110 -360 L 70 -270 Z fill shade
  rect -150 -860 300 500 round 10 fill blue
end

part chip
  let p = t*1.7+dice(i*3)
  let k = floor(p)
  let u = p-k
  let a = 20+dice(i*7+k*3)*60
  let x = 84+cos(a)*260*u
  let y = -52-sin(a)*210*u+230*u*u
  arc x y 10 a+u*300 a+u*300+230 fine alpha (1-u)*3
end

part origin
  circle 0 0 24
  arc 0 0 24 -90 0 pie fill ink noline
  arc 0 0 24 90 180 pie fill ink noline
  circle 0 0 24 nofill fine
end

# ---- the picture ---------------------------------------------------------------------------------------------------
paper
# part of 52 by 18, the cut material goes away behind the mill
let left = 350
let top = 380
group at left top
  let done = clamp(mx+8,0,52)*milling*(t>25)
  path M done*10 0 L 520 0 L 520 180 L 0 180 L 0 40 L done*10 40 Z hatch
  when done<0.1
    rect 0 0 520 180 hatch
  end
end
# the vice
rect left-150 480 150 90 fill shade
rect left+520 480 150 90 fill shade
rect left-230 560 980 56 fill blue
rect -20 616 1320 46 fill paper
repeat i 0 4
  path M 130+i*250 618 L 130+i*250 636 L 110+i*250 636 L 110+i*250 652 L 190+i*250 652 L 190+i*250 636 L 170+i*250 636 L 170+i*250 618 fill ground thin
end

# centre lines of the zero that has been found
key linex 12.6:0 13.6:1 22:1 22.8:0.0
line left 330 left 40 axis thin alpha linex
# contact: rings that spread from the point of touch
key ringx 6.6:0 7.6:1>
key ringz 17.2:0 18.2:1>
circle left top+45 20+60*ringx nofill line amber width 9*(1-ringx)*(t>6.6)
circle left+70 top 20+60*ringz nofill line amber width 9*(1-ringz)*(t>17.2)

group at left top
  when t<22
    put probe at cx*10 -cy*10
  end
  when milling
    when (t>26.2)*(t<33)
      repeat i 0 11
        group at mx*10 -mz*10
          put chip
        end
      end
    end
    put mill at mx*10 -mz*10
  end
  # the ball has a radius of 3: that is what is subtracted
  key three 7.0:0 7.7:1 9.4:1 10:0
  dim -30 45 0 45 -125 alpha three
  number -66 -90 40 3 0 alpha three
  key zero 20.8:0 22.0:1 25.4:1 26.4:0.0
  group fade zero
    arrow 0 0 120 0 line heat width 7
    arrow 0 0 0 -120 line heat width 7
    put origin
  end
end

# the display and its keys
group at 900 60
  rect 0 0 320 300 round 18 fill paper
  rect 20 20 280 150 round 8 fill ink
  mark 52 80 40 X fill amber
  number 286 80 40 showx 3 right fill paper
  mark 52 144 40 Z fill amber
  number 286 144 40 showz 3 right fill paper
  let dx = soft(t,8.5,8.7)-soft(t,8.9,9.1)
  let dz = soft(t,19.1,19.3)-soft(t,19.5,19.7)
  rect 40 196+5*dx 108 74 round 12 fill mix ground amber dx
  rect 172 196+5*dz 108 74 round 12 fill mix ground amber dz
  mark 94 248+5*dx 40 X
  mark 226 248+5*dz 40 Z
  key handx 7.2:560 8.5:60 9.1:60 10.2:560
  key handz 17.8:560 19.1:60 19.7:60 20.8:560
  when (t>7)*(t<10.4)
    put finger at 50+handx 244+handx*0.6 turn 40
  end
  when (t>17.6)*(t<21)
    put finger at 182+handz 244+handz*0.6 turn 40
  end
end
