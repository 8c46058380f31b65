/* From what an author draws to what the kiosk knows: a building of two floors, and plans without
 * doors. */
#include "support/building.h"
#include "support/languages.h"
#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void test_the_building_by_hand(void **state) {
    (void)state;
    building_draw();
    sketch_import();
    const Plan *p = &sketch.plan;
    assert_true(sketch.good);
    assert_int_equal(p->level_count, 2);
    assert_int_equal(p->level[1].height_mm, 4000);
    assert_int_equal(p->space_count, 14);
    assert_int_equal(p->connector_count, 3);
    assert_string_equal(p->level[1].name.to.in[LANG_FR].at, "au 1er étage");
    const PlanSpace *workshop = &p->space[sketch_space("A1")];
    assert_int_equal(workshop->kind, SPACE_WORKSHOP);
    assert_string_equal(workshop->name.of.in[LANG_FR].at, "de l’atelier soudage");
    assert_in_range(workshop->area_dm2, 14399, 14401);
    assert_in_range(workshop->radius_mm, 5950, 6001);
    assert_string_equal(p->space[sketch_space("S101")].name.plain.in[LANG_EN].at, "Room S101");
    assert_true(p->space[sketch_space("ascenseur")].place); /* it is looked for like any room */
    assert_string_equal(p->space[sketch_space("ascenseur")].name.plain.in[LANG_FR].at,
                        "Ascenseur A");
    assert_int_equal(p->kiosk[0].bearing_cdeg, 18000);
    assert_int_equal(p->node[p->kiosk[0].node].space, sketch_space("hall"));
}

static void test_what_joins_its_floors(void **state) {
    (void)state;
    const PlanEdge *lift = sketch_edge_of_kind(EDGE_LIFT),
                   *stairs = sketch_edge_of_kind(EDGE_STAIRS),
                   *escalator = sketch_edge_of_kind(EDGE_ESCALATOR);
    assert_int_equal(lift->fixed_ms, 35000); /* 30 s and one storey of 5 s */
    assert_int_equal(lift->length_mm, 0);
    assert_int_equal(lift->up_mm, 4000);
    assert_int_equal(stairs->length_mm, 6800);
    assert_int_equal(stairs->flags & EDGE_ONEWAY, 0);
    assert_int_equal(escalator->flags & EDGE_ONEWAY, EDGE_ONEWAY);
    assert_int_equal(sketch.plan.node[escalator->a].level, 0); /* up */
}

static void test_its_doors(void **state) {
    (void)state;
    const Plan *p = &sketch.plan;
    int narrow = sketch_door(sketch_space("aile"), sketch_space("A2"));
    assert_int_equal(p->edge[narrow].width_mm, 700);
    assert_int_equal(p->edge[narrow].fixed_ms, 2000);
    assert_int_equal(plan_edge_passable(p, narrow, true, (PlanTraveller){true}, 0).bar, BAR_NARROW);
    int lift = sketch_door(sketch_space("couloir"), sketch_space("ascenseur"));
    assert_int_equal(p->edge[lift].flags & EDGE_AUTOMATIC, EDGE_AUTOMATIC);
    assert_int_equal(p->edge[lift].fixed_ms, 0);
    assert_true(sketch_door(sketch_space("palier"), sketch_space("ascenseur-1")) >=
                0); /* the same point on level 0;1 */
    assert_int_equal(
        p->edge[sketch_door(sketch_space("couloir"), sketch_space("escalier"))].width_mm, 1600);
    assert_true(sketch_door(sketch_space("hall"), sketch_space("couloir")) >=
                0); /* no wall between them */
    assert_true(sketch_door(sketch_space("couloir"), sketch_space("A2")) < 0);
}

static void test_its_zone(void **state) {
    (void)state;
    Millis before, after;
    civil_parse("2018-09-02T23:59", &before);
    civil_parse("2018-09-03", &after);
    int room = sketch_space("E102");
    assert_int_equal(plan_space_shut(&sketch.plan, room, before).bar, BAR_ZONE);
    assert_int_equal(plan_space_shut(&sketch.plan, room, after).bar, BAR_NONE);
    assert_string_equal(sketch.plan.zone[0].name.in[LANG_EN].at, "East wing");
}

static void test_a_storeroom_behind_a_narrow_door_is_said(void **state) {
    (void)state;
    sketch_expect("« Magasin » ne peut pas être atteint sans marche depuis la borne « hall »");
    sketch_expect("fait 0,70 m de large, il en faut 0,77");
    assert_int_equal(sketch.plan.finding_count, 1);
}

static void draw_without_doors(const char *building) {
    sketch_begin();
    sketch_rect(building, 0, 0, 30, 14);
    sketch_rect("indoor=corridor|level=0;1|kiosk:ref=h", 0, 6, 30, 8);
    for (int i = 0; i < 5; i++) {
        sketch_rect("indoor=room|level=0", 6.0 * i, 0, 6.0 * i + 6, 6);
        sketch_rect("indoor=room|level=1|name=Bureau", 6.0 * i, 8, 6.0 * i + 6, 14);
    }
    sketch_node("highway=elevator|level=0;1", 15, 7);
}

static void test_a_plan_without_doors(void **state) {
    (void)state;
    draw_without_doors("building=yes");
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("salles sur 12 sans porte");
    assert_true(sketch.plan.finding_count > 0);
    draw_without_doors("building=yes|kiosk:assume_openings=yes");
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("10 salles sans porte : 10 ouvertures supposées");
    assert_int_equal(sketch.plan.finding_count, 0);
    int assumed = 0;
    for (int i = 0; i < sketch.plan.edge_count; i++)
        assumed += (sketch.plan.edge[i].flags & EDGE_ASSUMED) != 0;
    assert_int_equal(assumed, 10);
}

static void test_a_drawn_way_comes_before_a_found_one(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=w", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=ramp", 10, 0, 16, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=e", 16, 0, 30, 4);
    sketch_node("door=no|level=0|width=4", 10, 2);
    sketch_node("door=no|level=0|width=4", 16, 2);
    sketch_line("highway=footway|indoor=yes|level=0|incline=9%|width=1.8",
                (const double[][2]){{10, 2}, {16, 2}}, 2);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 1, 2);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 29, 2);
    sketch_import();
    const PlanEdge *ramp = sketch_edge_of_kind(EDGE_RAMP);
    assert_int_equal(ramp->incline_pm, 90);
    assert_int_equal(ramp->up_mm, 540);
    assert_int_equal(ramp->space, sketch_space("ramp"));
    for (int i = 0; i < sketch.plan.edge_count; i++) /* nothing leads past it */
        if (sketch.plan.edge[i].kind == EDGE_WALK)
            assert_int_not_equal(sketch.plan.edge[i].space, sketch_space("ramp"));
    assert_true(fabs(sketch_metres_between_kiosks() - 28) < 2.5);
}

static void test_steps_between_half_floors(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=low", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0.5|kiosk:ref=high", 14, 0, 24, 4);
    sketch_line("highway=steps|level=0;0.5|incline=up|width=2",
                (const double[][2]){{9, 2}, {15, 2}}, 2);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 1, 2);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0.5", 23, 2);
    sketch_import();
    const PlanEdge *steps = sketch_edge_of_kind(EDGE_STAIRS);
    assert_int_equal(steps->length_mm, 6000);
    assert_int_equal(steps->up_mm, 1500);
    assert_true(fabs(sketch_metres_between_kiosks() - 22) < 0.1);
    assert_string_equal(sketch.plan.level[1].name.plain.in[LANG_FR].at, "Entresol");
}

static void test_the_audit_names_what_is_in_the_way(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 30, 4);
    sketch_rect("indoor=room|level=0|ref=1|room=classroom", 0, 4, 10, 10);
    sketch_rect("indoor=room|level=0|ref=2|room=storage|name:fr=Réserve|access=private", 10, 4, 20,
                10);
    sketch_rect("indoor=room|level=0|ref=3|room=classroom", 10, 10, 20, 14);
    sketch_node("door=yes|entrance=emergency|level=0", 5, 4);
    sketch_node("door=yes|level=0", 15, 4);
    sketch_node("door=yes|level=0", 15, 10);
    sketch_rect("indoor=room|room=elevator|level=0-1", 30, 0, 32, 2);
    sketch_rect("indoor=room|room=stairs|ref=S|level=0-2", 30, 2, 32, 4);
    sketch_node("door=no|level=0-2", 30, 3);
    sketch_node("door=sliding|level=0-1", 30, 1);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=h1", 0, 0, 30, 4);
    sketch_rect("indoor=corridor|level=2|kiosk:ref=h2|name:fr=Palier haut", 0, 0, 30, 4);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 1, 1);
    sketch_import();
    sketch_expect("« Salle 1 » ne peut pas être atteint depuis la borne « k » : la porte entre");
    sketch_expect("est une issue de secours");
    sketch_expect("il faudrait traverser un espace privé");
    sketch_expect("« Palier haut » ne peut pas être atteint sans marche");
    sketch_expect("seulement par des marches (l’escalier S) ; ajouter un ascenseur ou une rampe");
    sketch_expect("le niveau « 2 » a 1 salle ouverte au public et aucun ascenseur ne le dessert");
}

static void test_closing_the_lift(void **state) {
    (void)state;
    building_draw();
    sketch_import_with("<osm><node id='1000'/></osm>", (TradeIds){0});
    Plan *p = &sketch.plan;
    PlanClosure closed = {TARGET_OF_CONNECTOR,
                          PLAN_NONE,
                          PLAN_ALWAYS,
                          PLAN_NEVER,
                          {{LIT("en panne"), LIT("out of service")}}};
    for (int i = 0; i < p->connector_count; i++)
        if (p->connector[i].kind == EDGE_LIFT)
            closed.index = i;
    Arena arena = {0};
    RouteAsk roll = {p->kiosk[0].node, p->space[sketch_space("S101")].node, {true}, 0}, walk = roll;
    walk.who.step_free = false;
    assert_true(route_find(router_for_all(p, &arena), roll).found);
    p->closure = &closed;
    p->closure_count = 1;
    assert_false(route_find(router_for_all(p, &arena), roll).found);
    assert_true(route_find(router_for_all(p, &arena), walk).found);
    arena_free(&arena);
}

static void test_the_plan_is_named_after_the_building_that_holds_it(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("building=yes|name=Abri", 100, 100, 110, 110);
    sketch_rect("building=yes|name=Campus", 0, 0, 20, 10);
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 10, 0, 20, 10);
    sketch_import();
    assert_string_equal(sketch.plan.name.in[LANG_FR].at, "Campus");
}

static void test_quarters_of_a_storey(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=0.25|ref=P|name:fr=Palier", 0, 3, 10, 8);
    sketch_node("door=no|level=0;0.25", 5, 3);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 2, 1);
    sketch_import();
    assert_int_equal(sketch.plan.level_count, 2);
    assert_string_equal(sketch.plan.level[1].ref.in[LANG_FR].at, "0,25");
    assert_int_equal(sketch.plan.level[1].height_mm, 750);
    assert_false(sketch_says("n’est pas compris"));
    Router *router = router_for_all(&sketch.plan, &sketch.arena);
    RouteAsk ask = {
        sketch.plan.kiosk[0].node, sketch.plan.space[sketch_space("P")].node, {false}, 0};
    assert_true(route_find(router, ask).found);
    ask.who.step_free = true;
    assert_int_equal(route_why(router, ask).bar[0].obstacle.bar, BAR_STEPS);
    sketch_expect("à 75 cm l’un de l’autre en hauteur");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_building_by_hand),
        cmocka_unit_test(test_what_joins_its_floors),
        cmocka_unit_test(test_its_doors),
        cmocka_unit_test(test_its_zone),
        cmocka_unit_test(test_a_storeroom_behind_a_narrow_door_is_said),
        cmocka_unit_test(test_a_plan_without_doors),
        cmocka_unit_test(test_a_drawn_way_comes_before_a_found_one),
        cmocka_unit_test(test_steps_between_half_floors),
        cmocka_unit_test(test_the_audit_names_what_is_in_the_way),
        cmocka_unit_test(test_closing_the_lift),
        cmocka_unit_test(test_the_plan_is_named_after_the_building_that_holds_it),
        cmocka_unit_test(test_quarters_of_a_storey),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
