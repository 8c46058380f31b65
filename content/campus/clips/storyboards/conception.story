# From a sketch to a thing: draw the outline of a phone stand, pull it into three dimensions, turn it, print it, use it.
length 36
poster 17.0
include hands.part
sound 0 hall 36
sound 1.0 pencil 4.6
sound 6.0 pencil 1.6 0.7
sound 10.0 rise 2.6
sound 13.2 servo 4.2 0.25
sound 19.4 printer 9.6
sound 33.2 clunk
sound 34.0 chime

# ---- the outline, in millimetres, y upwards: base, back rest, front lip --------------------------------------------
# 0,0  90,0  90,8  41,8  76,82  67,86  30,8  8,8  8,18  0,18
part outline
  path M 0 0 L 360 0 L 360 -32 L 164 -32 L 304 -328 L 268 -344 L 120 -32 L 32 -32 L 32 -72 L 0 -72 Z nofill line ink trim 0 ink_
end

# The pencil: its point is the origin.
part pencil
  group turn -52
    path M 0 0 L 34 -12 L 34 12 Z fill paper fine
    path M 0 0 L 12 -4 L 12 4 Z fill ink noline
    rect 34 -12 170 24 fill amber
    rect 204 -12 22 24 fill shade
  end
end

# Where the point is after u of the outline (its length is 1584 units of the sheet).
part drawing_hand
  put pinch_back at px+44 py-50 turn -8
  group at px py
    put pencil
  end
  put pinch at px+44 py-50 turn -8
end

# ---- movement --------------------------------------------------------------------------------------------------------
key ink_ 1.0:0 5.6:1
let s = ink_*1584
let px = 0
let py = 0
key u1 0:0 360:360= 392:360= 588:164= 915:304= 954:268= 1299:120= 1387:32= 1427:32= 1459:0= 1531:0=
key flat 0:1 7.0:1
key solid 9.8:0 12.6:60
key yaw 10.0:0 12.8:34 13.4:34 17.8:394 18.6:394
key pitch 10.0:0 12.8:22 18.6:22
key stage 18.2:0 19.4:1 29.4:1 30.6:2
let shift = stage*1400

paper -shift*0.3 0

# ---- the sketch ---------------------------------------------------------------------------------------------------------
key sheet 9.2:1 10.2:0
group at 420 540 fade sheet
  rect -220 -470 800 560 round 4 fill paper fine
  repeat i 0 6
    line -220 -400+i*80 580 -400+i*80 hair line grid
  end
  repeat i 0 9
    line -160+i*80 -470 -160+i*80 90 hair line grid
  end
  key con 0.3:0 1.0:1
  line 0 -390 0 50 axis hair alpha con
  line -50 0 440 0 axis hair alpha con
  put outline
  key d1 6.0:0 6.7:1
  key d2 6.9:0 7.6:1
  dim 360 0 0 0 -48 alpha d1
  number 180 40 36 90 0 alpha d1
  dim 360 0 360 -344 80 86 0 alpha d2
end

# the hand follows the line
part follow
  let q = s
  let px = if(q<360,q,if(q<392,360,if(q<588,360-(q-392),if(q<915.4,164+(q-588)*0.4277,if(q<954.8,304-(q-915.4)*0.9138,if(q<1300,268-(q-954.8)*0.4287,if(q<1388,120-(q-1300),if(q<1428,32,if(q<1460,32-(q-1428),0)))))))))
  let py = if(q<360,0,if(q<392,-(q-360),if(q<588,-32,if(q<915.4,-32-(q-588)*0.904,if(q<954.8,-328-(q-915.4)*0.4061,if(q<1300,-344+(q-954.8)*0.9038,if(q<1388,-32,if(q<1428,-32-(q-1388),if(q<1460,-72,-72+(q-1460))))))))))
  put drawing_hand
end
key away 0:600 0.9:0> 5.7:0 6.4:600<
when t<6.5
  group at 420+away 540+away*0.5
    put follow
  end
end

# ---- the solid ----------------------------------------------------------------------------------------------------------
part stand
  prism vx vy k yaw pitch z0 z1 0 0 90 0 90 8 41 8 76 82 67 86 30 8 8 8 8 18 0 18 fill amber
end

when (t>9.4)*(t<19.6)
  group at 0-shift 0
    let mid = soft(t,9.8,12.6)
    let k = mix(4,4.6,mid)
    let z0 = -solid/2
    let z1 = solid/2
    let vx = mix(600,640,mid)
    let vy = mix(540,530,mid)
    key round 10.4:0 11.6:1
    oval vx vy-20 330 124 nofill axis thin run yaw*5.2 alpha round
    prism vx vy k yaw pitch z0 z1 -45 0 45 0 45 8 -4 8 31 82 22 86 -15 8 -37 8 -37 18 -45 18 fill amber
    line vx vy-480 vx vy+110 axis hair alpha round
    key pull 9.9:0 10.3:1 12.0:1 12.6:0
    arrow 800+50*mid 260-14*mid 920+120*mid 230-40*mid alpha pull width 10
    key turning 13.6:0 14.2:1 17.0:1 17.7:0
    group at vx vy-20 stretch 1 0.376
      spin 0 0 390 150 30 alpha turning width 13
    end
  end
end

# ---- the printer ---------------------------------------------------------------------------------------------------------
# The part lies on its side: each layer is the outline once more.
key print 19.8:0.5 28.6:60=
when (t>18)*(t<30.8)
  group at 1400-shift 0
    # frame, bed
    rect 210 60 40 560 fill shade
    rect 1030 60 40 560 fill shade
    rect 210 40 860 40 round 6 fill blue
    rect 190 600 900 36 fill blue
    let vx = 510
    let vy = 525
    let k = 2.9
    prism vx vy k 0 -50 -7 0 -50 -24 140 -24 140 112 -50 112 fill paper
    let turnup = -50
    prism vx vy k 0 turnup 0 print layers 4 0 0 90 0 90 8 41 8 76 82 67 86 30 8 8 8 8 18 0 18 fill amber
    # the nozzle follows the outline, as the layer grows
    let q = mod(t*640,1532)
    let ox = if(q<360,q,if(q<392,360,if(q<588,360-(q-392),if(q<915.4,164+(q-588)*0.4277,if(q<954.8,304-(q-915.4)*0.9138,if(q<1300,268-(q-954.8)*0.4287,if(q<1388,120-(q-1300),if(q<1428,32,if(q<1460,32-(q-1428),0)))))))))/4
    let oy = if(q<360,0,if(q<392,(q-360),if(q<588,32,if(q<915.4,32+(q-588)*0.904,if(q<954.8,328+(q-915.4)*0.4061,if(q<1300,344-(q-954.8)*0.9038,if(q<1388,32,if(q<1428,32+(q-1388),if(q<1460,72,72-(q-1460))))))))))/4
    let up = oy*cos(turnup)+print*sin(turnup)*(-1)
    key home 19.2:0 19.8:1 28.6:1 29.4:0
    let nx = mix(900,vx+ox*k,home)
    let ny = mix(250,vy-up*k,home)
    rect 250 ny-152 780 24 fill paper
    group at nx ny
      rect -44 -180 88 92 round 8 fill blue
      rect -24 -88 48 44 fill shade
      path M -24 -44 L 24 -44 L 6 -4 L -6 -4 Z fill ink
      circle 0 0 7 fill amber noline
    end
  end
end

# ---- in use --------------------------------------------------------------------------------------------------------------
when t>29
  group at 2800-shift 0
    rect -40 470 1360 300 fill paper
    let yaw = 34
    let pitch = 16
    let k = 3.3
    let vx = 560
    let vy = 520
    let z0 = -30
    let z1 = 30
    put stand
    key tel 31.2:130 33.2:0>
    let a = tel*0.4277
    let b = tel*0.904
    when t>31.1
      prism vx vy k yaw pitch -34 34 10+a 8+b 18+a 8+b 76+a 132+b 68+a 136+b fill blue line ink
      prism vx vy k yaw pitch -30 30 12.9+a 15.5+b 13.4+a 15.2+b 66.5+a 127.3+b 66+a 127.6+b fill mix shade paper soft(t,33.3,34) line ink
    end
    prism vx vy k yaw pitch -30 30 0 0 8 0 8 18 0 18 fill amber
  end
end
