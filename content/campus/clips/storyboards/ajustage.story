# Fitting by hand: crossed strokes of the file, ink that shows where the parts touch, file there only, until one slides into the other.
length 31
poster 4.6
include hands.part
let bare = 1
let tone = 0.85
sound 0 hall 31
sound 2.0 pencil 0.9
sound 3.5 pencil 0.9
sound 5.0 pencil 0.9
sound 6.5 pencil 0.9
sound 10.6 slide 2.2 0.5
sound 16.6 pencil 0.8
sound 18.0 pencil 0.8
sound 19.4 pencil 0.8
sound 24.4 clunk
sound 26.2 slide 1.6 0.6
sound 28.4 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the vice, from the side; 1: the surface, from above; 2: one part into the other
key scene 0:0 8.2:0 9.4:1 22.0:1 23.2:2

# ---- parts ------------------------------------------------------------------------------------------------------------
# A file that lies along x; its teeth begin at the origin and go to the right, the handle is on the right.
part file
  path M -330 -4 L -330 18 L 250 18 L 250 -16 L -300 -16 Z fill shade
  repeat i 0 46
    line -318+i*12 18 -310+i*12 4 hair
  end
  path M 250 -10 L 300 -6 L 300 8 L 250 12 Z fill paper
  path M 300 -24 C 350 -36 420 -36 470 -22 C 486 -16 486 18 470 24 C 420 38 350 38 300 26 Z fill amber
end

part vice
  rect -250 60 170 250 round 10 fill blue
  rect 80 60 170 250 round 10 fill blue
  rect -130 60 50 96 fill paper
  rect 80 60 50 96 fill paper
  rect -360 240 720 84 round 10 fill shade
  circle 330 282 26 fill paper
  line 330 230 330 340 width 12
end

paper 0 -scene*200

# ---- filing -----------------------------------------------------------------------------------------------------------
key s 0:1 1.2:0.9 2.0:0.2> 2.9:1 3.5:0.2> 4.4:1 5.0:0.2> 5.9:1 6.5:0.2> 7.4:1
key sy 0:-60 1.2:-40 1.9:0 2.9:0 3.1:-24 3.4:0 4.4:0 4.6:-24 4.9:0 5.9:0 6.1:-24 6.4:0 7.4:0 8.0:-110
let stroke = (s-0.2)/0.8
let worn = ramp(t,2,7.4)*10
group at 0 -scene*760
  group at 560 250
    rect -80 0+worn 160 160 fill paper
    rect -80 0+worn 160 160 hatch
    put vice
    group at 0 worn-18+sy
      group at 210-stroke*330 0
        put grip_back at 392 2
        put file
        put grip at 392 2
      end
    end
    repeat i 0 12
      let p = t*1.6+dice(i*3)
      let k = floor(p)
      let u = p-k
      when (t>2)*(t<8)
        circle -70-dice(i+k)*30-u*26 20+u*u*220 3 fill shade thin alpha 1-u
      end
    end
    key go 2.2:0 2.7:1 6.6:1 7.1:0
    arrow 40 -110 -130 -110 line amber alpha go
  end
  rect -20 574 1320 50 fill blue
end

# ---- ink shows where they touch ---------------------------------------------------------------------------------------
# the part, inked side up, beside the surface plate; it is laid down, rubbed, and turned over: dark spots are the high places
key px 9.4:0 10.4:560 10.8:520 11.3:600 11.8:520 12.3:600 12.8:560 14.0:0
key turnover 9.6:1 10.3:-1 12.9:-1 13.8:1
let good = soft(t,16.4,21)
part face
  rect -190 -130 380 260 round 6 fill paper
  # crossed strokes
  crop -190 -130 380 260
    repeat i 0 20
      line -330+i*34 -130 -70+i*34 130 hair alpha 0.5
    end
    repeat i 0 20
      line 330-i*34 -130 70-i*34 130 hair alpha 0.5*good
    end
  end
  let seen = t>12.9
  when seen
    # the first print: three high places; the last: many, all over
    group fade 1-good
      oval -96 -62 66 40 fill blue noline
      oval 112 30 44 62 fill blue noline
      oval -40 86 40 20 fill blue noline
    end
    group fade good
      repeat i 0 59
        let gx = mod(i,10)*38-171+dice(i*5)*18-9
        let gy = floor(i/10)*42-106+dice(i*11)*20-10
        oval gx gy 8+dice(i)*7 6+dice(i*3)*5 fill blue noline
      end
    end
  end
end

group at 0 760*(1-scene)
  rect 660 90 500 400 round 14 fill shade
  rect 690 120 440 340 round 8 fill mix paper blue 0.75
  group at 300+px 290
    group stretch abs(turnover) 1
      when turnover<0
        rect -190 -130 380 260 round 6 fill paper
        rect -60 -60 120 120 round 10 fill ground
      end
      when turnover>0
        put face
      end
    end
  end
  key hy 9.6:500 10.4:0 12.8:0 13.4:500
  when (t>9.6)*(t<13.4)
    group at 310+px 300+hy
      put pinch_back at 60 40
      put pinch at 60 40
    end
  end
  key ring 14.0:0 14.8:1 16.0:1 16.4:0
  circle 204 228 92 nofill line amber width 9 trim 0 ring
  circle 412 320 84 nofill line amber width 9 trim 0 ring
  # file on these places only, crosswise
  key f 16.0:1 16.6:0 17.4:1 18.0:0 18.8:1 19.4:0 20.2:1 21.0:1.6
  key fy 15.8:400 16.4:0 20.4:0 21.2:500
  when (t>15.8)*(t<21.3)
    group at 330+f*150 270+f*100+fy turn 34
      put file scale 0.8
      group at 314 2 turn 0
        put grip_back scale 0.9 stretch 1 -1
        put grip scale 0.9 stretch 1 -1
      end
    end
  end
end

# ---- it fits ----------------------------------------------------------------------------------------------------------
group at 0 760*(2-scene)
  key down 22:-190 24.4:-60< 25.8:-60 27.8:110 31:110
  path M 340 300 L 540 300 L 540 460 L 740 460 L 740 300 L 940 300 L 940 560 L 340 560 Z fill paper hatch
  group at 640 260+down
    path M -96 -90 L 96 -90 L 96 90 L -96 90 Z fill amber
    when (t>22)*(t<29)
      key let_go 28:0 28.8:1
      group at 60+let_go*400 -60-let_go*200
        put pinch_back at 56 20
        put pinch at 56 20
      end
    end
  end
  # neither loose nor forced: the gap, made large
  key near 25.0:0 25.8:1
  group at 1060 210 scale near
    circle 0 0 120 fill paper
    lens 0 0 116
      rect -120 -120 112 240 fill amber
      rect 4 -120 120 240 fill paper hatch
    end
    dim -8 -20 4 -20 -34
    circle 0 0 120 nofill
  end
  key tick 28.4:0 29.1:1
  path M 1030 420 L 1056 450 L 1104 386 nofill line good width 13 trim 0 tick
end
