#include "support/building.h"

#include "support/sketch.h"

static void draw_ground_floor(void) {
    sketch_rect("indoor=area|room=hall|name:fr=Hall d'accueil|name:en=Entrance "
                "hall|kiosk:ref=hall|" FLOOR_0,
                0, 0, 10, 8);
    sketch_rect("indoor=corridor|kiosk:ref=couloir|" FLOOR_0, 10, 0, 30, 4);
    sketch_rect("indoor=corridor|kiosk:ref=aile|" FLOOR_0, 26, 4, 30, 16);
    sketch_rect("indoor=room|room=workshop|ref=A1|name:fr=Atelier soudage|name:en=Welding "
                "workshop|" FLOOR_0,
                12, -12, 24, 0);
    sketch_rect("indoor=room|room=storage|ref=A2|name:fr=Magasin|name:en=Store|" FLOOR_0, 26, 16,
                30, 20);
    sketch_node("door=hinged|width=1.6|" FLOOR_0, 18, 0);
    sketch_node("door=hinged|width=70 cm|" FLOOR_0, 28, 16);
    sketch_node("kiosk:id=hall|kiosk:bearing=180|" FLOOR_0, 5, 6);
}

static void draw_shafts(void) {
    sketch_rect("indoor=room|room=elevator|ref=A|kiosk:ref=ascenseur|level=0-1", 20, 4, 22, 6);
    sketch_rect("indoor=room|room=stairs|ref=B|kiosk:ref=escalier|level=0-1", 14, 4, 18, 10);
    sketch_rect("indoor=room|room=escalator|ref=C|kiosk:ref=escalator|level=0-1|kiosk:direction=up",
                11, 4, 13, 12);
    sketch_node("door=sliding|automatic_door=yes|width=0.9|level=0;1", 21, 4);
    sketch_node("door=no|width=1,6 m|level=0;1", 16, 4);
    sketch_node("door=no|width=1|level=0;1", 12, 4);
}

static void draw_first_floor(void) {
    sketch_rect("indoor=corridor|kiosk:ref=palier|" FLOOR_1, 10, 0, 30, 4);
    sketch_rect("indoor=room|room=classroom|ref=S101|" FLOOR_1, 12, -8, 24, 0);
    sketch_rect("indoor=room|room=project|ref=E102|kiosk:zone=est|" FLOOR_1, 30, 0, 38, 8);
    sketch_node("door=hinged|width=0.9|" FLOOR_1, 18, 0.00);
    sketch_node("door=hinged|width=0.9|" FLOOR_1, 30, 2);
    sketch_node("kiosk:zone=est|zone:opens=2018-09-03|zone:name:fr=Aile est|zone:name:en=East wing",
                40, 0);
}

void building_draw(void) {
    sketch_begin();
    draw_ground_floor();
    draw_shafts();
    draw_first_floor();
    sketch_rect("indoor=level|level=0|kiosk:floor_height=0", -1, -12, 38, 20);
    sketch_rect("indoor=level|level=1|kiosk:floor_height=4", -1, -12, 38, 20);
}
