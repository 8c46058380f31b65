# Turning to the hundredth: a rough pass, measure, correct by half of what is too much, a fine pass, measure again.
length 31
poster 6.2
include hands.part
let bare = 1
let tone = 0.25
sound 0 hall 31
sound 1.2 spindle 8.2
sound 2.8 milling 5.4
sound 12.6 tick
sound 17.5 tick
sound 19.6 spindle 5.8
sound 20.6 milling 3.4 0.5
sound 27.2 tick
sound 27.8 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the lathe from above; 1: the shaft from its end; back to 0, then 1 again
key scene 0:0 9.2:0 10.4:1 15.4:1 16.6:0 24.6:0 25.8:1
key tx 0:1010 2.4:920 2.8:890= 8.0:352= 8.6:352 9.2:1010 16:1010 19.6:1010 20.4:905 20.6:890= 23.9:352= 24.3:352 24.9:1010
key ty 0:90 1.6:90 2.4:0 8.0:0 8.6:90 20.0:90 20.4:0 23.9:0 24.4:90
let first = t<15
let spin = (t>1.4)*(t<9)+(t>19.8)*(t<24.6)
let angle = t*420*spin
let r1 = if(first,116,104)
let r2 = if(first,104,98)
# how far the tool has got: what lies to the right of it is turned
let cut = if(first,if(t<2.8,890,if(t<8.0,tx,352)),if(t<20.6,890,if(t<23.9,tx,352)))

# ---- parts ------------------------------------------------------------------------------------------------------------
part chuck
  rect -40 40 120 480 round 12 fill blue
  rect 60 70 190 420 round 16 fill shade
  repeat i 0 2
    let a = angle+i*120+30
    when cos(a)>-0.3
      rect 150 254+150*sin(a) 180 52 round 6 fill paper
    end
  end
  rect 60 70 190 420 round 16 nofill
end

# The tool, its point is the origin; it stands on its slide and comes from the front of the machine.
part tool
  rect -60 150 300 700 round 10 fill blue
  rect -30 128 150 90 round 8 fill shade
  rect 14 60 56 110 fill paper
  path M 0 0 L 40 20 L 64 64 L 16 64 Z fill amber
  circle 90 190 14 fill paper
end

part chip
  let p = t*2.1+dice(i*3)
  let k = floor(p)
  let u = p-k
  let a = 30+dice(i*7+k*3)*80
  let x = 14+cos(a)*190*u
  let y = 26+sin(a)*170*u
  arc x y 7+fat*5 a+u*400 a+u*400+240 line mix amber heat 0.2*u width 3+fat*2 alpha (1-u)*3
end

# The micrometer around the shaft, seen from its end: the shaft is at the origin, "open" is what is between shaft and spindle.
part micrometer
  hose 46 -180 6 -190 90 -120 186 0 214 130 186 196 100 206 10 fill blue
  rect -190 -26 62 52 round 6 fill paper
  rect 120+open -20 130 40 fill paper
  rect 186 -36 60 72 round 8 fill blue
  rect 246 -30 120 60 fill paper
  repeat i 0 7
    line 260+i*12 -14 260+i*12 -2-10*mod(i,2) hair
  end
  group at 300+open 0
    rect 0 -42 150 84 round 6 fill shade
    repeat i 0 5
      let q = mod(i*14+open*7,84)-42
      line 8 q 142 q thin
    end
    rect 150 -24 50 48 round 8 fill amber
  end
  rect -112 164 224 96 round 16 fill ink
  number 96 232 60 shown 2 right fill amber
end

paper -scene*300 0

# ---- the lathe --------------------------------------------------------------------------------------------------------
group at -scene*1400 0
  put chuck
  # the shaft: what is still raw is grey, what is turned is white
  rect 250 280-r1 cut-250 r1*2 fill mix shade paper 0.6*(1-first)
  rect cut 280-r2 890-cut r2*2 fill paper
  rect 250 280-r1 74 r1*2 nofill
  when spin
    let v = sin(angle)
    line 324 280+r1*v*0.9 cut 280+r1*v*0.9 thin line blue alpha 0.5*(cos(angle)>0)
    line cut 280+r2*v*0.9 890 280+r2*v*0.9 hair line blue alpha 0.5*(cos(angle)>0)
  end
  repeat i 0 44
    let gx = 890-i*12
    when gx>cut+6
      line gx 280-r2 gx 280+r2 hair alpha if(first,0.4,0.16)
    end
  end
  line 40 280 960 280 axis hair
  circle 900 280 5 fill ink noline
  put tool at tx 280+r2+ty
  let fat = first
  when (spin>0)*(ty<3)*(tx<890)*(tx>354)
    repeat i 0 9
      group at tx 280+r2
        put chip
      end
    end
    curve tx+2 282+r2 tx+50 276+r2 tx+92 306+r2 tx+96 356+r2+6*sin(t*700) tx+56 384+r2 tx+22 358+r2 tx+40 324+r2 tx+70 334+r2 tx+64 358+r2 line amber width 4+fat*5
  end
  key go 3.0:0 3.6:1 7.2:1 7.8:0
  arrow tx-40 470 tx-170 470 line amber alpha go
  key turn 1.4:0 2.2:1 7.6:1 8.4:0
  spin 160 280 150 210 290 line amber width 9 alpha turn
  # the drawing: what is wanted
  key want 16.4:0 17.0:1 24.0:1 24.6:0
  group at 980 40 fade want
    rect 0 0 270 200 round 18 fill paper
    rect 24 24 222 96 round 8 fill ink
    number 226 92 56 -0.03*soft(t,17.6,18.4) 2 right fill amber
    rect 24 138 104 42 round 10 fill shade
    rect 142 138 104 42 round 10 fill mix shade amber (t>17.5)*(t<18.4)
    mark 76 170 32 + fill ink
    mark 194 170 32 - fill ink
  end
  key fx 16.6:400 17.4:0 18.3:0 19.0:420
  when (t>16.6)*(t<19.1)
    put finger at 1180+fx 196+fx*0.7 turn 38 scale 0.8
  end
end

# ---- measuring --------------------------------------------------------------------------------------------------------
let last = t>24
key open 10.0:90 12.4:0> 14.6:0 15.4:60 25.4:90 27.0:0>
let size = if(last,30.00,30.06)
let shown = size+open*0.05
group at 1400*(1-scene) 0
  group at 520 270
    circle 0 0 124 fill paper
    circle 0 0 124 hatch
    line -160 0 160 0 axis hair
    line 0 -160 0 160 axis hair
    put micrometer
    group at 440+open 6 turn -6
      put pinch_back at 20 18
      put pinch at 20 18
    end
  end
  key ask 12.8:0 13.6:1 15.2:1 15.6:0 27.2:0 27.8:1
  group fade ask
    rect 60 56 250 120 round 18 fill paper
    number 184 108 44 30 2 before Ø
    when last-1
      number 184 160 44 0.06 2 before + fill heat
    end
    when last
      key tick 27.6:0 28.3:1
      path M 160 140 L 180 160 L 216 120 nofill line good width 11 trim 0 tick
    end
  end
  # hundredths, made large: the allowed band and where the shaft is
  key near 13.2:0 14.0:1 15.2:1 15.6:0 27.4:0 28.0:1
  group at 180 410 fade near
    circle 0 0 112 fill paper
    lens 0 0 108
      rect -120 -20 240 40 fill mix paper good 0.25 noline
      line -120 0 120 0 axis hair
      line -120 if(last,0,-66) 120 if(last,0,-66) width 8 line mix heat good last
    end
    circle 0 0 112 nofill
  end
end
