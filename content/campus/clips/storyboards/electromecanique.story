# Changing a bearing: pull the worn one off, warm the new one so that it opens, slide it on, let it grip.
length 31
poster 6
include hands.part
sound 0 hall 31
sound 0.6 ratchet 2.6 0.5
sound 4.6 screw 3.6
sound 8.4 clunk
sound 11.4 beep
sound 11.6 press 4.0 0.4
sound 15.6 beep
sound 19.4 slide 0.9 0.6
sound 20.4 clunk
sound 25.4 motor 5.4

# ---- parts ------------------------------------------------------------------------------------------------------------
# A bearing in section, its middle is the origin: outer ring, balls, inner ring; "hot" and "wide" are the heat and the opening.
part bearing
  rect -46 -170 92 44 fill mix paper heat hot*0.5 hatch
  rect -46 126 92 44 fill mix paper heat hot*0.5 hatch
  rect -46 -98-wide 92 34 fill mix paper heat hot*0.5 hatch
  rect -46 64+wide 92 34 fill mix paper heat hot*0.5 hatch
  circle 0 -112 22 fill mix shade amber worn
  circle 0 112 22 fill mix shade amber worn
  group fade worn
    path M -14 -122 L -2 -110 L -10 -102 nofill line heat width 6
    path M 8 106 L 16 116 L 4 122 nofill line heat width 6
  end
end

part shaft
  rect -700 -100 620 200 fill mix shade paper 0.3
  rect -80 -74 60 148 fill mix shade paper 0.3
  rect -20 -64 160 128 fill mix shade paper 0.3
  path M 140 -64 L 156 -54 L 156 54 L 140 64 Z fill mix shade paper 0.3
  line -720 0 420 0 axis hair
end

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the shaft; 1: the heater; 0 again
key scene 0:0 9.2:0 10.4:1 16.6:1 17.8:0
key pull 4.8:0 8.4:190= 9.2:190
let hot = 0
let wide = 0

paper -scene*300 0

group at -scene*1400 0
  group at 600 270
    # the rotor behind the shaft
    rect -520 -210 300 420 round 16 fill blue
    repeat i 0 6
      line -500 -180+i*60 -240 -180+i*60 line shade width 10
    end
    rect -220 -150 60 300 fill shade
    put shaft
    # the worn bearing and its puller
    let worn = 1
    when t<9.9
      put bearing at 32+pull 0
      key px 0:640 1.6:0 8.6:0 9.4:640
      group at px+pull 0
        path M 250 -232 L -40 -222 L -40 -104 L -18 -104 L -18 -196 L 250 -202 Z fill shade
        path M 250 232 L -40 222 L -40 104 L -18 104 L -18 196 L 250 202 Z fill shade
        group at -pull 0
          path M 156 0 L 174 -16 L 174 16 Z fill ink noline
          rect 174 -20 330 40 fill paper
          crop 174 -20 330 40
            repeat i 0 17
              let q = mod(i*20+t*26*(t>4.6)*(t<8.4),360)
              line 170+q -20 178+q 20 fine
            end
          end
        end
        rect 220 -244 70 488 round 10 fill amber
        rect 204 -36 102 72 round 8 fill paper
        group at 514-pull 0
          let arm = 130*abs(cos(t*70*(t>4.6)*(t<8.4)))+16
          rect -12 -arm 24 2*arm round 8 fill paper
          circle 0 0 24 fill shade
        end
      end
      key hx 1.8:500 3.0:0 8.4:0 9.2:500
      group at px+514+hx 90*cos(t*70*(t>4.6)*(t<8.4))+hx*0.5
        put pinch_back at 12 0
        put pinch at 12 0
      end
    end
    key go 5.0:0 5.6:1 7.8:1 8.4:0
    arrow 20+pull -262 160+pull -262 line amber alpha go
    # the new one slides on, hot, and cools there
    let worn = 0
    key hot 18:1 20.6:1 24.0:0
    key wide 18:12 20.6:12 23.6:0
    key nx 17.8:640 19.2:250 20.4:32< 31:32
    when t>16.8
      glow nx 0 230 amber 0.5*hot
      put bearing at nx 0
      key away 20.6:0 21.6:1
      group at nx+60+away*600 130+away*300
        put pinch_back at 20 14
        put pinch at 20 14
      end
    end
    when t>25.2
      let v = t-25.2
      spin 150 0 120 -60 60 line amber width 9 alpha ramp(v,0,0.6)
      repeat i 0 3
        let q = mod(v*min(v,2)*90+i*50,200)-100
        line -690 q*0.96 -90 q*0.96 hair alpha 0.7
        when abs(q)<60
          line -14 q 140 q hair alpha 0.7
        end
      end
    end
    key grip 22.4:0 23.2:1 24.6:1 25.2:0
    group fade grip
      arrow 32 -250 32 -186 line blue width 10
      arrow 32 250 32 186 line blue width 10
    end
  end
end

# ---- the heater: the bearing hangs over its bar -------------------------------------------------------------------------
group at 1400*(1-scene) 0
  key warm 11.4:0 15.6:1=
  rect 180 420 560 130 round 16 fill blue
  rect 200 180 70 240 fill shade
  rect 650 180 70 240 fill shade
  group at 460 250
    glow 0 0 250 amber 0.5*warm
    circle 0 0 170 fill mix paper heat warm*0.5
    circle 0 0 128 fill ground
    circle 0 0 98+warm*6 fill mix paper heat warm*0.5
    repeat i 0 8
      circle 114*cos(i*40) 114*sin(i*40) 15 fill shade
    end
    circle 0 0 62+warm*9 fill ground
  end
  rect 180 180 560 56 round 8 fill mix shade paper 0.3
  hose 10 460 550 460 600 300 640 100 700 -40 700 fill ink noline
  rect 420 446 80 76 round 10 fill mix paper amber (t>11.4)*(t<15.7)
  path M 466 458 L 446 488 L 460 488 L 452 512 L 476 480 L 462 480 Z fill ink noline
  key fx 10.2:500 11.2:0 11.6:0 12.4:500
  when t<12.4
    put finger at 484+fx 490+fx*0.6 turn 24
  end
  rect 840 70 340 150 round 18 fill paper
  rect 862 92 296 106 round 10 fill ink
  number 1140 172 80 20+90*warm 0 after _°C right fill amber
  key dimx 12.6:0 13.4:1
  group at 1010 400 fade dimx
    circle 0 0 130 fill paper
    lens 0 0 126
      rect -140 -140 280 80-warm*14 fill mix paper heat warm*0.5 hatch
      rect -140 -46 280 200 fill mix shade paper 0.3
    end
    circle 0 0 130 nofill
  end
end
