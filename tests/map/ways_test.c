/* The campus itself: the same answer as Dijkstra between all places, no forbidden edge under a
   step-free way, and every way in words against the golden ones. ACCEPT=1 takes what is said now as
   golden: read it before you commit it. */
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include "map/notices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Arena arena;
static Router *router;
static const Plan *plan;

static int setup(void **state) {
    int status = world_setup(state);
    plan = &world.pack.plan;
    router = router_new(plan, &arena);
    return status;
}

static int teardown(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

static Millis day(const char *date) {
    Millis when = 0;
    assert_true(civil_parse(date, &when));
    return when;
}

/* ---- all pairs ------------------------------------------------------------------------------- */

static void check_edges(const Route *route, RouteAsk ask) {
    int ms = 0;
    for (int i = 0; i < route->leg_count; i++) {
        RouteLeg leg = route->leg[i];
        assert_int_equal(plan_edge_passable(plan, leg.edge, leg.forward, ask.who, ask.when).bar,
                         BAR_NONE);
        ms += route_edge_ms(plan, leg.edge, leg.forward, ask.who);
    }
    assert_int_equal(ms, route->ms);
}

static void check_pairs(Millis when) {
    for (int who = 0; who < 2; who++)
        for (int a = 0; a < plan->space_count; a++) {
            if (!plan->space[a].place)
                continue;
            RouteAsk ask = {plan->space[a].node, 0, {who}, when};
            int *ms = arena_array(&arena, int, plan->node_count);
            memcpy(ms, route_reach(router, ask), sizeof *ms * (size_t)plan->node_count);
            for (int b = 0; b < plan->space_count; b++) {
                if (!plan->space[b].place)
                    continue;
                ask.to = plan->space[b].node;
                Route star = route_find(router, ask);
                assert_int_equal(star.found ? star.ms : -1, ms[ask.to]);
                check_edges(&star, ask);
            }
        }
}

static void test_a_star_is_dijkstra_between_all_places_and_uses_no_closed_edge(void **state) {
    (void)state;
    check_pairs(day("2019-10-01"));
    check_pairs(day("2017-10-02"));
}

static void test_to_every_node_from_the_kiosk(void **state) {
    (void)state;
    for (int who = 0; who < 2; who++)
        for (int to = 0; to < plan->node_count; to++) {
            RouteAsk ask = {plan->kiosk[0].node, to, {who}, day("2018-10-01")};
            int star = route_find(router, ask).ms;
            assert_int_equal(star, route_plainly(router, ask).ms);
        }
}

/* ---- words ----------------------------------------------------------------------------------- */

static void put_way(FILE *out, int space, bool step_free, Lang lang) {
    RouteAsk ask = {plan->kiosk[0].node, plan->space[space].node, {step_free}, day("2019-10-01")};
    Route route = route_find(router, ask);
    fprintf(out, "== " SLICE_FMT "%s\n", SLICE_ARG(plan->space[space].id),
            step_free ? " (sans marche)" : "");
    if (!route.found) {
        RouteWhy why = route_why(router, ask);
        for (int i = 0; i < why.count; i++)
            fprintf(out, "- " SLICE_FMT "\n",
                    SLICE_ARG(obstacle_text(plan, why.bar[i], ask.when, lang, &arena)));
        return;
    }
    Path path = path_of(plan, &route, ask.from, &arena);
    Decisions decisions = directions_decide(plan, &route, &path, 0, space, &arena);
    fprintf(out, SLICE_FMT "\n",
            SLICE_ARG(route_as_text(plan, &route, &decisions, space, lang, 4096, &arena)));
}

static void write_ways(FILE *out, Lang lang) {
    for (int space = 0; space < plan->space_count; space++)
        for (int step_free = 0; step_free < 2 && plan->space[space].place; step_free++)
            put_way(out, space, step_free, lang);
}

static void compare(Lang lang) {
    char golden[128], now[512], command[1200];
    snprintf(golden, sizeof golden, "tests/golden/ways.%s.txt", LANG_CODE[lang]);
    snprintf(now, sizeof now, "%s/ways.%s.txt", world_build(), LANG_CODE[lang]);
    FILE *out = fopen(getenv("ACCEPT") ? golden : now, "w");
    assert_non_null(out);
    write_ways(out, lang);
    fclose(out);
    snprintf(command, sizeof command, "diff -u %s %s", golden, getenv("ACCEPT") ? golden : now);
    assert_int_equal(system(command), 0);
}

static void test_every_way_in_french(void **state) {
    (void)state;
    compare(LANG_FR);
}

static void test_every_way_in_english(void **state) {
    (void)state;
    compare(LANG_EN);
}

/* The longest way of all still fits on a code that is read from sixty centimetres. */
static void test_every_way_fits_on_a_phone(void **state) {
    (void)state;
    for (int space = 0; space < plan->space_count; space++) {
        if (!plan->space[space].place)
            continue;
        RouteAsk ask = {plan->kiosk[0].node, plan->space[space].node, {true}, day("2019-10-01")};
        Route route = route_find(router, ask);
        if (!route.found)
            continue;
        Path path = path_of(plan, &route, ask.from, &arena);
        Decisions decisions = directions_decide(plan, &route, &path, 0, space, &arena);
        assert_true(route_as_text(plan, &route, &decisions, space, LANG_FR, 450, &arena).len <=
                    450);
    }
}

/* The first two steps between two places. */
static void expect_start(const char *from, const char *to, Lang lang, const char *first,
                         const char *second) {
    int a = plan_find_space(plan, slice_from(from)), b = plan_find_space(plan, slice_from(to));
    assert_true(a >= 0 && b >= 0);
    RouteAsk ask = {plan->space[a].node, plan->space[b].node, {false}, day("2019-10-01")};
    Route route = route_find(router, ask);
    Path path = path_of(plan, &route, ask.from, &arena);
    Decisions d = directions_decide(plan, &route, &path, PLAN_NONE, b, &arena);
    assert_true(d.count >= 2);
    const char *step[] = {first, second};
    for (int i = 0; i < 2; i++)
        assert_string_equal(text_of_decision(plan, &d.decision[i], b, lang, &arena).at, step[i]);
}

/* Out of stairs one goes left or right; what one comes out of is no landmark; a way in has its own
   name, not the hall's. */
static void test_ways_that_start_at_stairs_a_lift_or_a_way_in(void **state) {
    (void)state;
    expect_start("w5069", "004", LANG_FR, "Partir de l’escalier B",
                 "Après le passage, tourner à gauche (60\u00A0m)");
    expect_start("w5070", "wc-accessibles-0b", LANG_FR,
                 "Partir de l’ascenseur B et passer la porte", "Tourner à gauche (10\u00A0m)");
    expect_start("w5070", "wc-accessibles-0b", LANG_EN, "Start from lift B and go through the door",
                 "Turn left (10\u00A0m)");
    expect_start("n1085", "terrasse", LANG_FR, "Partir de l’entrée principale (15\u00A0m)",
                 "Prendre un peu à gauche (25\u00A0m)");
}

/* ---- before one walks ------------------------------------------------------------------------ */

static Notices notices(const char *place, bool step_free, const char *when, Lang lang) {
    int space = plan_find_space(plan, slice_from(place));
    return notices_find(
        plan, router,
        (RouteAsk){plan->kiosk[0].node, plan->space[space].node, {step_free}, day(when)}, space,
        lang, &arena);
}

static void expect_notice(Notices n, const char *text) {
    assert_int_equal(n.count, text ? 1 : 0);
    if (text && !slice_is(n.text[0], text))
        fail_msg("\"" SLICE_FMT "\"", SLICE_ARG(n.text[0]));
}

static void test_a_closure_that_changes_the_way_is_said(void **state) {
    (void)state;
    expect_notice(notices("133", true, "2026-11-24T10:00", LANG_FR),
                  "Ascenseur B\u00A0: en entretien, jusqu’à midi. Passer par l’ascenseur A");
    expect_notice(notices("133", true, "2026-11-24T10:00", LANG_EN),
                  "Lift B: being serviced, until noon. Take lift A");
    expect_notice(notices("133", true, "2026-11-24T12:00", LANG_FR), NULL);
    expect_notice(notices("101", true, "2026-11-24T10:00", LANG_FR),
                  NULL); /* goes by lift A anyway */
    expect_notice(notices("133", false, "2026-11-24T10:00", LANG_FR), NULL);
}

static void test_a_place_that_is_closed_then_says_so(void **state) {
    (void)state;
    expect_notice(notices("001", false, "2026-11-28T10:00", LANG_FR),
                  "Fermé, ouvre lundi à 7\u00A0h\u00A030");
    expect_notice(notices("001", false, "2026-11-27T14:59:50", LANG_FR),
                  "Fermé, ouvre lundi à 7\u00A0h\u00A030"); /* on arrival */
    expect_notice(notices("001", false, "2026-11-27T14:00", LANG_EN), NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_star_is_dijkstra_between_all_places_and_uses_no_closed_edge),
        cmocka_unit_test(test_to_every_node_from_the_kiosk),
        cmocka_unit_test(test_every_way_in_french),
        cmocka_unit_test(test_every_way_in_english),
        cmocka_unit_test(test_every_way_fits_on_a_phone),
        cmocka_unit_test(test_ways_that_start_at_stairs_a_lift_or_a_way_in),
        cmocka_unit_test(test_a_closure_that_changes_the_way_is_said),
        cmocka_unit_test(test_a_place_that_is_closed_then_says_so),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
