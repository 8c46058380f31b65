# Wiring: strip a wire, put a ferrule on it, crimp it, pull, screw it into its terminal. 20 units are a millimetre.
length 31
poster 16
include hands.part
sound 0 hall 31
sound 3.3 snip
sound 5.0 slide 1.0
sound 8.7 tick
sound 11.6 ratchet 1.2
sound 13.0 clunk
sound 21.6 tick
sound 23.4 screw 2.0
sound 27.6 chime

# ---- what moves ----------------------------------------------------------------------------------------------------
key wire 0:-760 1.6:0> 15.6:0 15.9:-14 16.3:0 16.7:-14 17.1:0 18.6:0 21.6:560
key jaw 1.6:170 3.3:0< 3.9:0 4.0:0 6.6:0 7.4:230
key pull 3.9:0 6.2:420< 7.4:560
key ferrule 6.6:640 8.7:0>
key crimp 9.4:210 11.0:40 12.7:0< 13.2:0 14.2:230
key pan 17.8:0 20.4:430
let squeezed = soft(t,11.6,12.7)
let cut = t>3.3

# ---- parts -----------------------------------------------------------------------------------------------------------
# The stripped end: seven strands, the end of the insulation at the origin.
part strands
  repeat i 0 4
    line -60 -16+i*8 196 -16+i*8+2*sin(i*90) line blue width 11
  end
  repeat i 0 4
    line -60 -16+i*8 196 -16+i*8+2*sin(i*90) line amber width 7
  end
end

part stripper
  path M -46 -460 L 46 -460 L 46 -70 L 12 -20 L -12 -20 L -46 -70 Z fill shade
  line -46 -110 46 -110 thin
  line -12 -20 12 -20 line blue width 8
end

# The ferrule: collar on the left, metal tube on the right.
part ferrule
  let h = 26-7*squeezed
  path M -4 -26 L 66 -26 L 66 26 L -4 26 Z fill paper noline
  path M 54 -h L 186 -h L 186 h L 54 h Z fill paper
  repeat i 0 3
    when squeezed
      line 74+i*30 -h 74+i*30 h line shade width 9 alpha squeezed
    end
  end
  path M -76 -46 L 16 -46 L 58 -27 L 58 27 L 16 46 L -76 46 Z fill blue
end

part die
  path M -86 -460 L 86 -460 L 86 -60 L 74 -26 L -74 -26 L -86 -60 Z fill shade
  line -86 -130 86 -130 thin
  repeat i 0 3
    path M -58+i*30 -26 L -52+i*30 -17 L -40+i*30 -17 L -34+i*30 -26 fine
  end
end

# Pliers seen whole, jaws to the left, and the hand that squeezes them; open goes from 0 to 1.
part pliers
  group turn -7*open
    tube 30 -10 0 60 26 250 44 fill amber
    path M 14 -16 L -96 -20 L -100 -2 L -20 14 Z fill shade
  end
  put grip_back at 150 0 stretch 1 -1
  group turn 7*open
    path M 14 16 L -96 20 L -100 2 L -20 -14 Z fill shade
    tube 30 -10 0 60 -26 250 -44 fill amber
  end
  circle 0 0 13
  group turn 5*open
    put grip at 150 4 stretch 1 -1
  end
end

part inset
  circle 0 0 128 fill paper
  lens 0 0 124
    group at -40 0 scale 0.8 turn -14
      let hw = 5
      put pliers
    end
  end
  circle 0 0 128 nofill
end

part driver
  rect -17 -150 34 146 fill paper
  rect -40 -420 80 270 round 26 fill amber
  line -17+mod(t*46,34) -140 -17+mod(t*46,34) -20 thin line shade alpha (t>23.2)*(t<25.6)
end

# ---- the picture -----------------------------------------------------------------------------------------------------
paper -pan*0.5 0
group at 0-pan 330
  # the terminal, cut open, clipped on its rail
  key block 17.4:0 18.6:1
  group at 1250 0 fade block
    path M -190 -210 L -76 -210 L -76 -96 L 84 -96 L 84 -210 L 260 -210 L 260 210 L 190 210 L 190 236 L 150 236 L 150 210 L -80 210 L -80 236 L -120 236 L -120 210 L -190 210 Z
    path M -150 262 L -98 262 L -98 224 L 168 224 L 168 262 L 220 262 nofill line blue width 11
    path M -190 -54 L -108 -54 L -62 -74 L 76 -74 L 76 -32 L 176 -32 L 176 21 L -62 21 L -62 32 L -108 54 L -190 54 Z fill ground thin
    rect -62 21 258 30 fill amber
  end
  group at wire 0
    put strands at 560 0
    rect -900 -38 if(cut,1460,1660) 76 fill shade
    line -900 -16 if(cut,546,746) -16 line paper width 7 alpha 0.7
    when t>6.6
      put ferrule at 566+ferrule 0
    end
  end
  # the piece of insulation that comes off
  when cut*(t<7.6)
    group at pull 0 fade 1-soft(t,6.9,7.5)
      rect 560 -38 200 76 fill shade
      line 574 -16 746 -16 line paper width 7 alpha 0.7
    end
  end
  when (t>1)*(t<8)
    put stripper at 560+pull -jaw
    group at 560+pull jaw turn 180
      put stripper
    end
  end
  when (t>9)*(t<14.6)
    put die at 690 -crimp+7*squeezed
    group at 690 crimp-7*squeezed turn 180
      put die
    end
  end
  # pulling to check: the ferrule is held, the wire does not slip
  key hold 14.2:0 15.2:1 17.2:1 18.0:0
  let hw = 2
  when hold
    group at 690+(1-hold)*760 4+(1-hold)*300 scale 2.5
      put pinch_back at 2 4
      put pinch
    end
    arrow 330 100 170 100 line amber alpha hold width 11
  end
  # ten millimetres of copper, no more
  key ten 1.7:0 2.3:1 4.0:1 4.4:0
  dim 560 -36 750 -36 -170 10 0 alpha ten
  # the screw comes down
  key bite 23.2:0 25.6:27=
  key driver 21.4:-330 22.8:0> 25.9:0 27.2:-330<
  group at 1254 bite fade block
    rect -34 -168 68 30 fill shade
    rect -24 -138 48 80 fill shade
    repeat i 0 2
      line -24 -118+i*22 24 -128+i*22 thin
    end
    rect -46 -66 92 20 fill shade
  end
  when t>21.2
    put driver at 1254 -168+driver+bite
  end
  key done 26.8:0 27.6:1
  path M 1560 -10 L 1590 24 L 1646 -54 line good width 15 trim 0 done
end

# the whole tool, in a corner: what the hand does
key tool 1.4:0 2.2:1 13.8:1 14.4:0
let open = max(ramp(jaw,0,170),0)
when t>7.6
  let open = ramp(crimp,0,210)
end
put inset at 180 148 scale tool
