/* What hangs on places: machines, trades, events, closures. */
#include "support/building.h"
#include "support/languages.h"
#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void test_what_hangs_on_places(void **state) {
    (void)state;
    static const Slice IDS[] = {{"soudage", 7}, {"usinage", 7}};
    sketch_begin();
    int room = sketch_rect("indoor=room|level=0|ref=A|name:fr=Atelier|kiosk:trades=usinage; "
                           "soudage|kiosk:machines:fr=Tour;Étau|"
                           "kiosk:machines:en=Lathe;Vice|alt_name:fr=métal;fer|kiosk:landmark=2",
                           0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=0", 0, 10, 10, 14);
    sketch_node("door=yes|level=0", 5, 10);
    sketch_node("event:from=2018-03-17T10:00|event:to=2018-03-17T11:00|name:fr=Démonstration|"
                "capacity=12|level=0",
                5, 5);
    char over[400];
    snprintf(
        over, sizeof over,
        "<osm><way id='%d'><tag k='closed:from' v='2018-03-18'/><tag k='closed:to' v='2018-03-19'/>"
        "<tag k='closed:reason:fr' v='travaux'/></way></osm>",
        room);
    sketch_import_with(over, (TradeIds){IDS, 2});
    const Plan *p = &sketch.plan;
    assert_true(sketch.good);
    assert_int_equal(p->link_count, 2);
    assert_true(p->link[0].trade == 1 && p->link[1].trade == 0);
    assert_int_equal(p->machine_count, 2);
    assert_string_equal(p->machine[1].name.in[LANG_EN].at, "Vice");
    assert_int_equal(p->term_count, 2);
    assert_int_equal(p->landmark_count, 1);
    assert_int_equal(p->event_count, 1);
    assert_int_equal(p->event[0].space, sketch_space("A"));
    assert_int_equal(p->event[0].capacity, 12);
    assert_int_equal(p->closure_count, 1);
    assert_int_equal(p->closure[0].target, TARGET_OF_SPACE);
    Millis during;
    civil_parse("2018-03-18T12:00", &during);
    assert_int_equal(plan_space_shut(p, sketch_space("A"), during).bar, BAR_CLOSED);
}

static void test_a_point_closes_what_it_stands_in(void **state) {
    (void)state;
    building_draw();
    sketch_node("closed:from=2018-01-01|closed:reason:fr=travaux|level=1", 20, -4);
    sketch_node("closed:from=2018-01-02|closed:reason:fr=en panne|level=0", 21, 5);
    sketch_import();
    const Plan *p = &sketch.plan;
    assert_int_equal(p->closure_count, 2);
    assert_true(p->closure[0].target == TARGET_OF_SPACE &&
                p->closure[0].index == sketch_space("S101"));
    assert_int_equal(p->closure[1].target, TARGET_OF_CONNECTOR);
    assert_int_equal(p->connector[p->closure[1].index].kind, EDGE_LIFT);
}

static void test_what_hangs_wrong(void **state) {
    (void)state;
    static const Slice IDS[] = {{"soudage", 7}};
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|kiosk:trades=pilotage|kiosk:zone=lune|kiosk:landmark=9|"
                "kiosk:label_priority=x",
                0, 0, 10, 10);
    sketch_node("event:from=2018-03-17T12:00|event:to=2018-03-17T11:00|name:fr=Trop tard|level=0",
                5, 5);
    sketch_node("closed:from=hier|level=0", 50, 60);
    sketch_import_with(NULL, (TradeIds){IDS, 1});
    assert_false(sketch.good);
    sketch_expect("« pilotage » n’est pas un métier de ce campus");
    sketch_expect("la zone « lune » n’est définie nulle part");
    sketch_expect("kiosk:landmark va de 1");
    sketch_expect("kiosk:label_priority va de 1 à 5");
    sketch_expect("un événement a besoin d’un titre, d’un début et d’une fin");
    sketch_expect("closed:from=« hier » n’est pas une date");
    sketch_expect("cette fermeture ne ferme rien");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_hangs_on_places),
        cmocka_unit_test(test_a_point_closes_what_it_stands_in),
        cmocka_unit_test(test_what_hangs_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
