# Bringing four inks into register: the sheet runs, a magnifier shows the four crosses apart, the desk moves them together.
length 30
poster 14.9
include hands.part
let bare = 1
let tone = 0.05
sound 0 hall 30
sound 0.8 printer 7.0
sound 8.6 paper
sound 12.2 tick
sound 15.2 tick
sound 16.4 tick
sound 18.6 tick
sound 19.8 tick
sound 22.6 printer 4.0 0.6
sound 26.6 paper
sound 27.6 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the press; 1: the sheet under the magnifier, and the desk; 2: the sheet once more
key scene 0:0 8.0:0 9.2:1 22.2:1 23.4:2
# how far two of the inks are out of place
key off1x 0:26 15.2:26 15.8:13 16.4:13 17.0:0
key off1y 0:-16 17.0:-16
key off2y 0:20 18.6:20 19.2:10 19.8:10 20.4:0
key off1z 0:-16 16.4:-16 17.0:0
let e = t*150

# ---- parts ------------------------------------------------------------------------------------------------------------
part cross
  line -70 0 70 0 width 6
  line 0 -70 0 70 width 6
  circle 0 0 34 nofill width 6
end

# A balloon in four inks; each ink is a layer of its own.
part balloon
  group at off1x*k off1z*k
    path M 0 -150 C 100 -150 130 -60 100 0 C 80 40 40 70 26 100 L -26 100 C -40 70 -80 40 -100 0 C -130 -60 -100 -150 0 -150 Z fill amber noline
  end
  group at 0 0
    path M 0 -150 C 44 -150 54 -60 42 0 C 34 40 20 70 12 100 L -12 100 C -20 70 -34 40 -42 0 C -54 -60 -44 -150 0 -150 Z fill heat noline alpha 0.9
  end
  group at 0 off2y*k
    rect -30 122 60 44 round 8 fill blue noline
    path M -100 4 C -60 30 60 30 100 4 C 92 20 86 30 80 38 C 40 54 -40 54 -80 38 C -86 30 -92 20 -100 4 Z fill blue noline
  end
  path M 0 -150 C 100 -150 130 -60 100 0 C 80 40 40 70 26 100 L -26 100 C -40 70 -80 40 -100 0 C -130 -60 -100 -150 0 -150 Z nofill line ink width 4
  path M -26 100 L -30 122 L 30 122 L 26 100 nofill line ink width 4
  rect -30 122 60 44 round 8 nofill line ink width 4
end

part cylinder
  circle 0 0 r fill paper
  group turn way*e*40/r
    line 0 0 r 0 thin
    line 0 0 -r 0 thin
  end
  circle 0 0 14 fill shade
end

paper 0 -scene*200

# ---- the press: four units, the sheet runs between the cylinders --------------------------------------------------------
group at 0 -scene*800
  rect -20 520 1320 40 fill blue
  # pile of paper on the left, on the right what is printed
  repeat i 0 9
    rect 20 500-i*12 130 10 fill paper hair
  end
  repeat i 0 floor(min(t,8)*1.4)
    rect 1132 506-i*11 130 9 fill paper hair
  end
  repeat i 0 3
    group at 270+i*230 0
      rect -84 70 168 450 round 14 fill shade
      let r = 62
      let way = 1
      group at 0 250
        put cylinder
      end
      let way = -1
      group at 0 380
        put cylinder
      end
      let r = 30
      let way = -1
      group at 0 158
        circle 0 0 30 fill mix mix mix blue heat i amber i-1 ink i-2
      end
      rect -46 84 92 40 round 8 fill mix mix mix blue heat i amber i-1 ink i-2
    end
  end
  line 150 314 1132 314 width 7 line paper
  line 150 320 1132 320 thin
  # sheets that run through
  repeat i 0 3
    let x = mod(t*320+i*300,1200)+60
    when x<1050
      rect x 306 130 10 fill paper fine
      when x>330
        rect x+20 306 30 10 fill blue noline
      end
      when x>560
        rect x+54 306 26 10 fill heat noline
      end
      when x>790
        rect x+84 306 26 10 fill amber noline
      end
    end
  end
  key go 1.0:0 1.8:1 7.0:1 7.8:0
  arrow 560 614 740 614 line amber alpha 0
end

# ---- the register ------------------------------------------------------------------------------------------------------
group at 0 800*(1-scene)*(scene<1.5)-800*max(scene-1,0)
  rect 60 60 560 500 round 6 fill paper
  # colour bar of the sheet
  repeat i 0 12
    rect 84+i*40 520 32 22 fill mix mix mix blue heat mod(i,4) amber mod(i,4)-1 ink mod(i,4)-2 noline
  end
  let k = 0.7
  group at 230 260
    put balloon
  end
  group at 520 130 scale 0.3
    group at off1x off1y
      put cross
    end
    put cross
  end
  # the magnifier over the crosses
  key near 9.8:0 11.0:1
  group at 500 250 scale near
    line 110 120 190 220 line ink width 30
    circle 0 0 170 fill paper
    lens 0 0 164
      group at 0 0
        line -150 0 150 0 line ink width 8
        line 0 -150 0 150 line ink width 8
        circle 0 0 76 nofill line ink width 8
        group at off1x*1.5 off1z*1.5
          line -150 0 150 0 line amber width 8
          line 0 -150 0 150 line amber width 8
          circle 0 0 76 nofill line amber width 8
        end
        group at 0 off2y*1.5
          line -150 0 150 0 line shade width 8
          line 0 -150 0 150 line blue width 8
          circle 0 0 76 nofill line blue width 8
          line -150 0 150 0 line blue width 8
        end
      end
    end
    circle 0 0 170 nofill width 12
  end
  # the desk: two rows of keys, one for each ink that is out
  group at 780 90
    rect 0 0 420 420 round 22 fill shade
    rect 26 26 368 150 round 10 fill ink
    circle 74 70 20 fill amber
    number 374 88 46 off1x*0.01 2 after _mm right fill amber
    circle 74 134 20 fill blue line paper
    number 374 152 46 off2y*0.01 2 after _mm right fill paper
    repeat i 0 1
      group at 0 214+i*96
        rect 40 0 150 72 round 14 fill mix paper amber if(i,(t>18.6)*(t<20.2),(t>15.2)*(t<16.8))
        rect 230 0 150 72 round 14 fill paper
        repeat j 0 1
          group at 115+j*190 36 turn i*90+j*180
            line 24 0 -24 0 width 8
            path M -4 -20 L -24 0 L -4 20 nofill width 8
          end
        end
      end
    end
  end
  key fy 12.8:460 14.6:0 20.6:0 21.8:500
  key row 17.2:0 18.2:96
  let tap = soft(t,15.0,15.2)-soft(t,15.5,15.7)+soft(t,16.2,16.4)-soft(t,16.7,16.9)+soft(t,18.4,18.6)-soft(t,18.9,19.1)+soft(t,19.6,19.8)-soft(t,20.1,20.3)
  when t<22
    put finger at 920 346+row+fy+14*(1-tap) turn 40
  end
end

# ---- the sheet that is right ---------------------------------------------------------------------------------------------
group at 0 800*(2-scene)
  key lamp 24.0:0 25.0:1
  rect 380 20 520 60 round 12 fill blue
  path M 420 80 L 860 80 L 1010 560 L 270 560 Z fill amber alpha 0.28*lamp noline
  rect 340 150 600 410 round 6 fill paper
  let k = 0
  group at 640 340 scale 1.1
    put balloon
  end
  repeat i 0 13
    rect 366+i*40 522 32 22 fill mix mix mix blue heat mod(i,4) amber mod(i,4)-1 ink mod(i,4)-2 noline
  end
  key hx 24.2:500 25.6:0 27.0:0 28.0:500
  group at 936+hx 440+hx*0.6
    put pinch_back at 14 8
    put pinch at 14 8
  end
  key tick 27.6:0 28.4:1
  path M 1040 220 L 1072 256 L 1134 176 nofill line good width 14 trim 0 tick
end
