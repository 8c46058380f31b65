/* Every slip of an author's pen is named, and the plan is made or refused. */
#include "support/languages.h"
#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void test_doors_that_lead_nowhere(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|name:fr=Atelier", 0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=h", 0, 10, 10, 12);
    sketch_node("door=yes|level=0", 50, 50);
    sketch_node("door=yes|level=1", 5, 0);
    sketch_rect("indoor=area|level=0|kiosk:ref=around", -20, -20, 30, 30);
    sketch_node("door=yes|level=0|width=huge", 10, 5);
    sketch_import();
    sketch_expect("cette porte ne touche aucun espace");
    sketch_expect("cette porte est au niveau « 1 », mais l’espace qu’elle touche (Atelier) est au "
                  "niveau « RDC »");
    sketch_expect("cette porte ne touche que « Atelier »");
    sketch_expect("width=« huge » n’est pas une longueur");
}

/* One point for the doors of a lift on two floors, and a lift that is slower than most. */
static void test_a_door_on_two_floors(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=-1|kiosk:ref=cave", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=hall", 0, 0, 10, 4);
    sketch_rect(
        "indoor=room|room=elevator|level=-1;0|kiosk:ref=ascenseur|kiosk:wait=60|kiosk:storey=8 s",
        10, 0, 12, 2);
    sketch_node("door=sliding|level=-1;0", 10, 1);
    sketch_import();
    int below = sketch_door(sketch_space("cave"), sketch_space("ascenseur"));
    int above = sketch_door(sketch_space("hall"), sketch_space("ascenseur-RDC"));
    assert_true(below >= 0 && above >= 0 && below != above);
    assert_int_equal(sketch.plan.node[sketch.plan.edge[below].a].level, 0);
    assert_int_equal(sketch.plan.node[sketch.plan.edge[above].a].level, 1);
    assert_int_equal(sketch_edge_of_kind(EDGE_LIFT)->fixed_ms, 68000);
    assert_string_equal(sketch.plan.level[0].name.at.in[LANG_FR].at, "au sous-sol");
}

/* An entrance as maps have it: a point of the building's outline, without a floor. */
static void test_doors_without_a_floor(void **state) {
    (void)state;
    sketch_begin();
    sketch_node("entrance=main", 5, 0);
    sketch_node("door=yes", 5, 10);
    sketch_node("door=yes", 70, 70);
    sketch_ring("indoor=room|level=0|ref=A|room=classroom",
                (const double[][2]){{0, 0}, {5, 0}, {10, 0}, {10, 10}, {5, 10}, {0, 10}}, 6);
    sketch_ring("indoor=corridor|level=0|kiosk:ref=h",
                (const double[][2]){{0, 10}, {5, 10}, {10, 10}, {10, 12}, {0, 12}}, 5);
    sketch_rect("indoor=room|level=1|ref=B|room=classroom", 0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=i", 0, 10, 10, 12);
    sketch_import();
    assert_true(sketch_door(sketch_space("A"), sketch_space("h")) >= 0);
    assert_true(sketch_door(sketch_space("A"), PLAN_NONE) >= 0);
    assert_true(sketch.plan.edge[sketch_door(sketch_space("A"), PLAN_NONE)].flags & EDGE_MAIN);
    assert_true(sketch_door(sketch_space("B"), PLAN_NONE) < 0); /* nobody steps out of a window */
    assert_true(sketch_door(sketch_space("B"), sketch_space("i")) < 0);
    sketch_expect("cette porte n’a pas de niveau et n’est le point d’aucun tracé");
}

static void test_shafts_that_lead_nowhere(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 10, 10);
    sketch_rect("indoor=room|room=elevator|level=0", 10, 0, 12, 2);
    sketch_rect("indoor=room|room=stairs|level=0", 10, 2, 12, 6);
    sketch_rect("indoor=room|room=elevator", 20, 2, 22, 6);
    sketch_node("highway=elevator", 5, 5);
    sketch_import();
    sketch_expect("cet ascenseur n’est que sur un niveau");
    sketch_expect("cet escalier n’est que sur un niveau");
    sketch_expect("cet espace n’a pas de niveau");
    sketch_expect("cet ascenseur n’a pas de niveaux");
}

static void test_levels_that_are_not_understood(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=rdc|ref=B", 20, 0, 30, 10);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("level=« rdc » n’est pas compris");
    assert_int_equal(sketch.plan.space_count, 1);
}

static void test_a_room_without_a_way_in(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 10, 2);
    sketch_rect("indoor=room|level=0|ref=12|room=classroom", 0, 2, 10, 8);
    sketch_rect("indoor=room|level=1|ref=13|room=classroom", 0, 2, 10, 8);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=i", 0, 0, 10, 2);
    sketch_node("door=yes|level=1", 5, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 1, 1);
    sketch_import();
    sketch_expect("« Salle 12 » ne peut pas être atteint depuis la borne « k » : aucune porte ; "
                  "ajouter un point door=yes");
    sketch_expect("rien ne relie le niveau « 1 » aux autres");
}

static void test_two_kiosks_on_one_id(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", 0, 0, 10, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 1, 1);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 2, 1);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("deux bornes s’appellent « k »");
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", 0, 0, 10, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=north|level=0", 1, 1);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("kiosk:bearing=« north »");
}

static void test_files_without_a_building(void **state) {
    (void)state;
    sketch_begin();
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("aucun espace dans ce fichier");
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 90000, 0, 90010, 10);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("plus de 5 km");
}

static void test_a_file_whose_spaces_are_all_lines(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=room|level=0|ref=Y", (const double[][2]){{20, 0}, {30, 0}, {30, 0.0000001}},
                3);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("aucun espace n’a pu être lu");
}

static void test_what_is_missing_is_left_aside(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    ImportFile file = {
        LIT("x.osm"),
        LIT("<osm><node id='1' lat='45' lon='3'/><node id='2' lat='45.0001' lon='3'/>"
            "<node id='3' lat='45.0001' lon='3.0001'/><node id='4' lat='45' lon='3.0001'/>"
            "<way id='5'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='indoor' "
            "v='room'/>"
            "<tag k='level' v='0'/><tag k='ref' v='A'/></way>"
            "<way id='6'><nd ref='1'/><nd ref='99'/><nd ref='3'/><nd ref='1'/><tag k='indoor' "
            "v='room'/>"
            "<tag k='level' v='0'/></way>"
            "<relation id='7'><member type='way' ref='98' role='outer'/><tag k='indoor' v='area'/>"
            "<tag k='level' v='0'/></relation></osm>")};
    assert_true(import_plan(&file, 1, (TradeIds){0}, &sketch.report, &sketch.arena, &sketch.plan));
    sketch_expect("le point 99 de ce tracé manque");
    sketch_expect("le tracé 98 de cette relation manque");
    assert_int_equal(sketch.plan.space_count, 1);
}

static const char *numbered(const char *kind, int id) {
    static char text[200];
    snprintf(text, sizeof text, "%s %d", kind, id);
    return text;
}

static void test_a_code_given_twice_names_both(void **state) {
    (void)state;
    sketch_begin();
    int first = sketch_rect("indoor=room|level=0|ref=A1|name:fr=Atelier", 0, 0, 10, 10);
    int second = sketch_rect("indoor=room|level=0|ref=A1|name:fr=Bureau", 10, 0, 18, 10);
    sketch_import();
    sketch_expect("le code « A1 » est donné deux fois, ici et à « Atelier »");
    sketch_expect(numbered("(chemin", first));
    sketch_expect(numbered("chemin", second));
}

static void test_ways_to_floors_that_are_not_drawn(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|level=0|kiosk:ref=a", 0, 0, 20, 10);
    int steps = sketch_line("highway=steps|level=0;5", (const double[][2]){{5, 5}, {8, 5}}, 2);
    int lift = sketch_node("highway=elevator|level=0-1|ref=A", 2, 2);
    int outside = sketch_node("highway=elevator|level=0|ref=B", 40, 2);
    sketch_rect("indoor=area|level=1|kiosk:ref=b", 10, 0, 20, 10);
    sketch_import();
    sketch_expect("aucun espace n’est dessiné au niveau « 5 », où ceci mène");
    sketch_expect(numbered("chemin", steps));
    sketch_expect("aucun espace n’entoure cet ascenseur au niveau « 1 »");
    sketch_expect(numbered("point", lift));
    sketch_expect("aucun espace n’entoure cet ascenseur au niveau « RDC »");
    sketch_expect(numbered("point", outside));
    assert_false(sketch_says("écrire tous ses niveaux"));
}

static void test_a_door_beside_a_room_of_another_floor(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|name:fr=Couloir", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=1|ref=S", 0, 3, 10, 8);
    sketch_node("door=hinged|level=0", 5, 3);
    sketch_import();
    sketch_expect("cette porte de « Couloir » mène dehors ; « Salle S », de l’autre côté, est au "
                  "niveau « 1 »");
}

static void test_a_plan_that_is_too_wide_names_what_is_far(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 10, 0, 20, 10);
    int far = sketch_rect("indoor=room|level=0|ref=C", 9000, 0, 9010, 10);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("plus de 5 km, et celui-ci est le plus loin");
    sketch_expect(numbered("chemin", far));
}

static void test_a_relation_in_itself(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_import_with("<osm><relation id='77'><member type='relation' ref='77' role='outer'/><tag "
                       "k='indoor' v='area'/>"
                       "<tag k='level' v='0'/></relation></osm>",
                       (TradeIds){0});
    sketch_expect("cette relation se contient elle-même");
    sketch_expect("[relation 77]");
}

static void test_values_that_nobody_walks(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=0|ref=S", 0, 3, 10, 8);
    sketch_node("door=hinged|level=0|width=0.1", 5, 3);
    sketch_line("highway=footway|level=0|incline=80%", (const double[][2]){{1, 1}, {4, 1}}, 2);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("width=« 0.1 » : personne ne passe par là");
    sketch_expect("incline=« 80% » : personne ne monte cela à pied");
}

/* A door of 70 centimetres lets nobody through in a wheelchair, whatever the unit that was
 * forgotten. */
static void test_a_unit_that_was_forgotten(void **state) {
    static const struct {
        const char *tags, *said;
        int mm;
    } DOORS[] = {
        {"door=hinged|level=0|width=70", "width=« 70 » : tant de mètres ? lu comme 70 cm", 700},
        {"door=hinged|level=0|width=900", "lu comme 90 cm ; écrire 0.9", 900},
        {"door=hinged|level=0|width=1.2", NULL, 1200},
        {"door=hinged|level=0|width=4,5", NULL, 4500}};
    (void)state;
    for (size_t i = 0; i < sizeof DOORS / sizeof *DOORS; i++) {
        sketch_begin();
        sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
        sketch_rect("indoor=room|level=0|ref=S", 0, 3, 10, 8);
        sketch_node(DOORS[i].tags, 5, 3);
        sketch_import();
        int door = sketch_door(sketch_space("a"), sketch_space("S"));
        assert_true(door >= 0);
        assert_int_equal(sketch.plan.edge[door].width_mm, DOORS[i].mm);
        if (DOORS[i].said)
            sketch_expect(DOORS[i].said);
        else
            assert_false(sketch_says("width"));
        sketch_teardown(NULL);
    }
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
    sketch_line("highway=footway|level=0|incline=0.08", (const double[][2]){{1, 1}, {4, 1}}, 2);
    sketch_import();
    sketch_expect("incline=« 0.08 » : si peu pour cent ? lu comme 8 %");
}

/* A name whose accents stand apart is the same name; marks that turn words are named. */
static void test_names_as_other_systems_write_them(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect(
        "indoor=room|level=0|ref=A|room=workshop|name:fr=Atelier e\xCC\x81lectricite\xCC\x81", 0, 0,
        10, 10);
    sketch_rect("indoor=room|level=0|ref=B|room=workshop|name:fr=Atelier \xE2\x80\xAEX", 10, 0, 20,
                10);
    sketch_import();
    assert_string_equal(sketch.plan.space[sketch_space("A")].name.plain.in[LANG_FR].at,
                        "Atelier électricité");
    sketch_expect("une marque invisible (U+202E) change l’ordre des mots");
}

static void test_hours_that_are_not_understood_are_named(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|opening_hours=sunrise-sunset", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B|opening_hours=Mo-Fr 08:00-18:00", 10, 0, 20, 10);
    sketch_import();
    sketch_expect("opening_hours=« sunrise-sunset » n’est pas compris");
    assert_int_equal(sketch.plan.hours_count, 1);
    assert_string_equal(sketch.plan.space[sketch_space("B")].hours.in[LANG_FR].at,
                        "du lundi au vendredi, 8\u00A0h – 18\u00A0h");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_doors_that_lead_nowhere),
        cmocka_unit_test(test_a_door_on_two_floors),
        cmocka_unit_test(test_doors_without_a_floor),
        cmocka_unit_test(test_shafts_that_lead_nowhere),
        cmocka_unit_test(test_levels_that_are_not_understood),
        cmocka_unit_test(test_a_room_without_a_way_in),
        cmocka_unit_test(test_two_kiosks_on_one_id),
        cmocka_unit_test(test_files_without_a_building),
        cmocka_unit_test(test_a_file_whose_spaces_are_all_lines),
        cmocka_unit_test(test_what_is_missing_is_left_aside),
        cmocka_unit_test(test_a_code_given_twice_names_both),
        cmocka_unit_test(test_ways_to_floors_that_are_not_drawn),
        cmocka_unit_test(test_a_door_beside_a_room_of_another_floor),
        cmocka_unit_test(test_a_plan_that_is_too_wide_names_what_is_far),
        cmocka_unit_test(test_a_relation_in_itself),
        cmocka_unit_test(test_values_that_nobody_walks),
        cmocka_unit_test(test_a_unit_that_was_forgotten),
        cmocka_unit_test(test_names_as_other_systems_write_them),
        cmocka_unit_test(test_hours_that_are_not_understood_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
