# From sketches to a handle that fits: six quick outlines, two kept, one cut in foam, tried in the hand, the thumb rest moved.
length 32
poster 28.3
include hands.part
let bare = 1
let tone = 0.4
sound 0 hall 32
sound 1.0 pencil 1.2
sound 2.5 pencil 1.2
sound 4.0 pencil 1.2
sound 5.5 pencil 1.2
sound 8.2 tick
sound 9.2 tick
sound 12.2 slide 3.2 0.5
sound 18.2 clunk
sound 21.4 pencil 0.8
sound 26.4 tick
sound 28.6 chime

# ---- time -------------------------------------------------------------------------------------------------------------
# scene 0: the sheet of sketches; 1: the foam; 2: the model in the hand
key scene 0:0 10.2:0 11.4:1 16.4:1 17.6:2

# ---- parts: six torches, drawn by their outline; "v" says which, "u" how far it is drawn -----------------------------------
part sketch
  let fat = 26+14*mod(v,2)
  let bend = (v-2.5)*16
  path M -110 -fat C -60 -fat-bend 20 -fat+bend*0.6 60 -fat L 84 -46 L 112 -46 L 112 46 L 84 46 L 60 fat C 20 fat+bend*0.6 -60 fat-bend -110 fat C -126 fat-10 -126 -fat+10 -110 -fat Z nofill line ink width 5 trim 0 u
  circle -10+v*12-30 -fat*0.1 12 nofill line ink width 4 trim 0 clamp(u*3-2,0,1)
  line 84 -46 84 46 line ink width 4 trim 0 clamp(u*3-2,0,1)
end

# The torch as it is cut: waist in the middle, a swelling for the palm; its button at "button".
part body
  path M -250 -58 C -190 -84 -120 -74 -60 -52 C 0 -36 60 -40 120 -60 L 170 -92 L 236 -92 L 236 92 L 170 92 L 120 60 C 60 44 0 48 -60 62 C -120 84 -190 92 -250 66 C -286 50 -286 -42 -250 -58 Z fill mix paper amber skin_
end

paper 0 -scene*240

# ---- the sheet ----------------------------------------------------------------------------------------------------------
group at 0 -scene*800
  rect 120 30 1040 540 round 6 fill paper
  repeat i 0 5
    let v = i
    let u = soft(t,0.9+i*1.25,2.0+i*1.25)
    group at 310+mod(i,3)*330 170+floor(i/3)*250
      put sketch
    end
  end
  # the pencil goes along each of them
  let n = clamp(floor((t-0.9)/1.25),0,5)
  let w = clamp((t-0.9-n*1.25)/1.1,0,1)
  let penx = 310+mod(n,3)*330-100+200*abs(1-2*abs(w-0.5))
  let peny = 170+floor(n/3)*250+40*sin(w*360)*(-1)
  key away 0:500 0.8:0 8.3:0 9.9:0 10.6:600
  key ringa 8.2:0 8.9:1
  key ringb 9.1:0 9.8:1
  circle 640 170 118 nofill line amber width 9 trim 0 ringa
  circle 640 420 118 nofill line amber width 9 trim 0 ringb
  let kx = if(t>8.0,640+118*cos(360*if(t>9.0,ringb,ringa)),penx)
  let ky = if(t>8.0,if(t>9.0,420,170)+118*sin(360*if(t>9.0,ringb,ringa)),peny)
  group at kx+away ky+away*0.7
    put pinch_back at 22 -8
    group turn 28
      path M 0 0 L 14 -34 L 14 -200 L -14 -200 L -14 -34 Z fill amber
      path M 0 0 L 6 -16 L -6 -16 Z fill ink noline
    end
    put pinch at 22 -44
  end
end

# ---- the foam: cut along the outline --------------------------------------------------------------------------------------
group at 0 800*(1-scene)*(scene<1.5)-800*max(scene-1,0)
  key cut 12.2:0 15.6:1=
  rect 300 110 680 400 round 4 fill ground
  group at 640 310
    let skin_ = 0
    when cut<1
      path M -250 -58 C -190 -84 -120 -74 -60 -52 C 0 -36 60 -40 120 -60 L 170 -92 L 236 -92 L 236 92 L 170 92 L 120 60 C 60 44 0 48 -60 62 C -120 84 -190 92 -250 66 C -286 50 -286 -42 -250 -58 Z nofill axis fine
    end
    path M -250 -58 C -190 -84 -120 -74 -60 -52 C 0 -36 60 -40 120 -60 L 170 -92 L 236 -92 L 236 92 L 170 92 L 120 60 C 60 44 0 48 -60 62 C -120 84 -190 92 -250 66 C -286 50 -286 -42 -250 -58 Z nofill line heat width 7 trim 0 cut
  end
  key kx2 of cut 0:390 0.38:760= 0.42:810= 0.50:876= 0.62:876= 0.70:800= 0.98:380= 1:380
  key ky2 of cut 0:252 0.2:236 0.38:252= 0.42:230= 0.50:218= 0.62:402= 0.70:374= 0.85:380 1:330
  repeat i 0 29
    let p = t*1.7+dice(i*3)
    let k = floor(p)
    let u = p-k
    when (t>12.2)*(t<15.6)
      circle kx2+dice(i+k)*80-40 ky2+u*u*180 4+4*dice(i) fill paper thin alpha 1-u
    end
  end
  # the knife: once along the top, back along the bottom
  key ka 11.2:600 12.1:0 15.7:0 16.6:600
  when t<16.8
    group at kx2+ka ky2+ka*0.6
      put pinch_back at 44 -14
      path M 0 0 L 40 -52 L 62 -34 L 14 8 Z fill shade fine
      tube 26 46 -40 130 -130 fill amber
      put pinch at 60 -44
    end
  end
end

# ---- in the hand ------------------------------------------------------------------------------------------------------------
# the thumb rest: too far forward at first, then where the thumb is
key button 20.6:96 21.2:96 22.4:96 24.2:-30
group at 0 800*(2-scene)
  group at 620 300 turn -6
    let skin_ = soft(t,26,27.4)
    key hold 17.6:500 19.2:0
    # palm behind
    group at hold hold*0.6
      tube 110 -30 90 -160 620 fill shade
      tube 120 -40 70 -70 210 fill mix skin1 skin4 tone
      path M -180 30 C -190 -60 -120 -120 -20 -116 C 70 -112 110 -60 100 10 C 92 110 30 150 -60 146 C -140 140 -176 100 -180 30 Z fill mix skin1 skin4 tone
    end
    put body
    # the button
    circle button -10 26 fill heat
    circle button -10 26 nofill
    # fingers in front
    group at hold hold*0.6
      repeat i 0 3
        tube 44 -150+i*56 150-i*6 -156+i*56 34 fill mix skin1 skin4 tone
      end
      # the thumb comes over from above and looks for the button
      key reach 19.2:0 20.2:1 20.9:1 22.0:0 24.6:0.1 
      tube 46 -150 -90 -90 -96 -34+50*reach -22+6*reach*(-1) fill mix skin1 skin4 tone
    end
  end
  # what is missing, or nothing any more
  key miss 20.2:0 21.0:1 22.6:1 23.2:0
  group fade miss
    dim 630 300 716 290 -150 20 0
    circle 712 280 58 nofill line heat width 9
  end
  key lit 26.2:0 27.4:1
  path M 864 192 L 1280 60 L 1280 440 L 880 366 Z fill amber noline alpha 0.45*lit
  key tick 28.6:0 29.4:1
  path M 1080 500 L 1114 538 L 1178 454 nofill line good width 14 trim 0 tick
end
