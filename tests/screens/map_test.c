/* What touches on the map's page do: keys, switch, walk-through, trips, days; and what a list knows
 * of a place. */
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"
#include "screens/search/hit_card.h"
#include "support/test.h"
#include "support/world.h"

enum { FIND_HIT = 4 }; /* the token of a card on the page that searches */

static Arena arena;

static MapState *map(void) {
    return visit_state(&world.app.visit, SCREEN_map);
}

static int place(const char *id) {
    return plan_find_space(&world.pack.plan, slice_from(id));
}

static void go_to(const char *id) {
    world_go(SCREEN_map, place(id) + 1);
}

static int begin(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    world_go(SCREEN_map, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    world_end();
    arena_free(&arena);
    return 0;
}

/* ---- keys and switch ------------------------------------------------------------------------- */

static void test_a_key_lights_its_kind_and_leads_to_the_nearest(void **state) {
    (void)state;
    static const struct {
        const char *label;
        SpaceKind kind;
    } KEYS[] = {{"Toilettes", SPACE_TOILETS},
                {"Ascenseurs", SPACE_LIFT},
                {"Escaliers", SPACE_STAIRS},
                {"Sorties", SPACE_ENTRANCE}};
    const Plan *plan = &world.pack.plan;
    for (int i = 0; i < 4; i++) {
        world_tap_label(KEYS[i].label);
        assert_int_equal(map()->lit, KEYS[i].kind);
        assert_int_equal(plan->space[map()->space].kind, KEYS[i].kind);
        Kiosk k = app_kiosk(&world.app);
        int ms = place_entry(&k, map()->space).ms;
        for (int other = 0; other < plan->space_count; other++)
            if (plan->space[other].kind == KEYS[i].kind && plan->space[other].place &&
                place_entry(&k, other).ms >= 0)
                assert_true(ms <= place_entry(&k, other).ms);
    }
    world_tap_label("Sorties");
    assert_int_equal(map()->lit, SPACE_OTHER);
    assert_int_equal(map()->space, PLAN_NONE);
}

static void test_the_switch_is_kept_for_the_visit(void **state) {
    (void)state;
    world_tap_label("Fauteuil, poussette");
    assert_true(world.app.visit.settings.step_free);
    go_to("221");
    assert_true(world_find_chosen("Fauteuil, poussette"));
    Kiosk k = app_kiosk(&world.app);
    Itinerary way = itinerary_find(&k, map_leg(map()), k.today, &arena);
    assert_true(way.route.found && way.ask.who.step_free);
    for (int i = 0; i < way.route.leg_count; i++)
        assert_int_not_equal(world.pack.plan.edge[way.route.leg[i].edge].kind, EDGE_STAIRS);
    world_tap_label("Fauteuil, poussette");
    assert_false(world.app.visit.settings.step_free);
}

/* ---- the walk-through ------------------------------------------------------------------------ */

static int maps_shown(void) {
    const Page *page = app_page(&world.app);
    int count = 0;
    for (int i = 0; i < page->shown_count; i++)
        count += page->shown[i]->graphic.kind == GRAPHIC_MAP;
    return count;
}

static void test_the_way_is_shown_once_with_both_floors_at_a_change(void **state) {
    (void)state;
    go_to("221");
    world_tap_label("Montrer le chemin");
    int most = 0, step = 0;
    for (int i = 0; i < 130 && map()->began; i++) {
        world_pass(100);
        int now = maps_shown();
        most = now > most ? now : most;
        assert_true(map()->step >= step);
        step = map()->step;
    }
    assert_false(map()->began);
    assert_int_equal(most, 2);
    assert_true(step > 1);
    world_tap_label("Voir les étapes");
    assert_int_equal(map()->panel, PANEL_STEPS);
}

static void test_without_motion_the_steps_are_pictures(void **state) {
    (void)state;
    world.app.visit.settings.still = true;
    go_to("221");
    world_tap_label("Montrer le chemin");
    assert_false(map()->began);
    world_pass(5000);
    assert_int_equal(map()->step, 0);
    world_tap_label("Étape suivante");
    assert_int_equal(map()->step, 1);
    assert_int_equal(maps_shown(), 2);
    world_tap_label("Étape suivante");
    assert_int_equal(maps_shown(), 1);
    world_tap_label("Étape précédente");
    assert_int_equal(map()->step, 1);
}

/* ---- trips ----------------------------------------------------------------------------------- */

static void expect_leg(int from, int to) {
    assert_int_equal(map_leg(map()).from, from);
    assert_int_equal(map_leg(map()).to, to);
    Kiosk k = app_kiosk(&world.app);
    assert_true(itinerary_find(&k, map_leg(map()), k.today, &arena).route.found);
}

/* On a list that may go on on the next page. */
static void tap_listed(const char *label) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_is(page_label(page, page->shown[i]), label)) {
            world_tap_label(label);
            return;
        }
    world_tap_label("Page suivante");
    world_tap_label(label);
}

static void pick(const char *id) {
    world_go(SCREEN_map, place(id) + 1);
}

static void test_a_trip_from_elsewhere_over_two_stops_and_back(void **state) {
    (void)state;
    go_to("221");
    expect_leg(PLAN_NONE, place("221"));
    world_tap_label("Changer le départ, ajouter un arrêt, revenir");
    world_tap_label("Je pars d’un autre endroit");
    pick("A4");
    expect_leg(place("A4"), place("221"));
    tap_listed("Ajouter un arrêt");
    pick("A5");
    tap_listed("Ajouter un arrêt");
    pick("010");
    assert_int_equal(map()->stops, TRIP_STOPS);
    world_tap_label("Voir les étapes");
    expect_leg(place("A4"), place("A5"));
    map()->leg = 2;
    expect_leg(place("010"), place("221"));
    map()->back = true;
    map()->leg = 0;
    expect_leg(place("221"), place("010"));
    map()->leg = 2;
    expect_leg(place("A5"), place("A4"));
}

static void test_the_way_back_ends_at_the_kiosk(void **state) {
    (void)state;
    go_to("221");
    world_tap_label("Changer le départ, ajouter un arrêt, revenir");
    world_tap_label("Chemin du retour");
    expect_leg(place("221"), PLAN_NONE);
    Kiosk k = app_kiosk(&world.app);
    Itinerary way = itinerary_find(&k, map_leg(map()), k.today, &arena);
    const PathPoint *last = &way.path.point[way.path.count - 1];
    assert_int_equal(last->at.x, k.plan->node[k.plan->kiosk[k.here].node].at.x);
    assert_int_equal(last->at.y, k.plan->node[k.plan->kiosk[k.here].node].at.y);
}

static void test_a_place_is_no_stop_twice(void **state) {
    (void)state;
    go_to("221");
    map()->pick = PICK_STOP;
    pick("221");
    assert_int_equal(map()->stops, 0);
}

/* ---- days and lists -------------------------------------------------------------------------- */

static void test_days_follow_each_other_with_today_between(void **state) {
    (void)state;
    Kiosk k = app_kiosk(&world.app);
    k.today = k.plan->zone[0].opens + 1;
    assert_true(map_stop_first(&k) < 0 || map_stop_last(&k) > 0);
    assert_true(map_stop(&k, 0) == k.today);
    for (int stop = map_stop_first(&k); stop < map_stop_last(&k); stop++)
        assert_true(map_stop(&k, stop) < map_stop(&k, stop + 1));
}

static void test_a_list_knows_the_nearest_and_whether_steps_are_in_the_way(void **state) {
    (void)state;
    Kiosk k = app_kiosk(&world.app);
    PlaceEntry *entry;
    int count = place_list_fill(&k, LIST_TOILETS, &arena, &entry), nearest = 0;
    assert_true(count > 2);
    for (int i = 0; i < count; i++) {
        nearest += entry[i].nearest;
        assert_true(!i || entry[i].ms < 0 || entry[i].ms >= entry[i - 1].ms);
        RouteAsk ask = {
            k.plan->kiosk[k.here].node, k.plan->space[entry[i].space].node, {true}, k.today};
        assert_int_equal(entry[i].step_free, route_find(k.router, ask).found);
    }
    assert_true(entry[0].nearest);
    assert_int_equal(nearest, 1);
}

/* What was typed matches all of them as well: the nearest come first, of every sort. */
static void test_a_search_shows_the_nearest_first(void **state) {
    (void)state;
    world_go(SCREEN_find, FIND_PLACES);
    for (const char *c = "toilettes"; *c; c++)
        app_type(&world.app, *c);
    Kiosk k = app_kiosk(&world.app);
    const Page *page = app_page(&world.app);
    int before = 0, cards = 0, plain = 0;
    for (int i = 0; i < page->shown_count; i++) {
        if (page->shown[i]->action.token != FIND_HIT)
            continue;
        int space = hit_target(page->shown[i]->action.arg).arg;
        int ms = place_entry(&k, space).ms;
        assert_true(ms >= before);
        before = ms;
        plain += !k.plan->space[space].step_free;
        cards++;
    }
    assert_int_equal(cards, 4);
    assert_true(plain > 0);
}

/* Upright, seated and enlarged there is little room below the reach line: still two cards a page,
   and searching is on all of them. */
static void test_a_low_panel_has_few_pages(void **state) {
    (void)state;
    world_end();
    world_begin((Settings){.step = STEP_LARGER, .seated = true}, 1080, 1920);
    world_go(SCREEN_map, 0);
    for (int i = 0; i < 2; i++) {
        const Page *page = app_page(&world.app);
        int pages = 0;
        for (int n = 0; n < page->shown_count; n++)
            pages = page->shown[n]->paged ? page->shown[n]->page_count : pages;
        assert_in_range(pages, 1, 3);
        if (!i)
            assert_non_null(world_find("Chercher un lieu"));
        go_to("118");
    }
}

/* The stands of the open day of 2018 are no places of 2026. */
static void test_what_is_over_is_on_no_list(void **state) {
    (void)state;
    Kiosk k = app_kiosk(&world.app);
    assert_true(civil_parse("2026-11-23", &k.today));
    PlaceEntry *entry;
    for (int now = 0; now < 2; now++) {
        int over = 0, count = place_list_fill(&k, LIST_ASK, &arena, &entry);
        for (int i = 0; i < count; i++)
            over += slice_has_prefix(k.plan->space[entry[i].space].id, LIT("stand-"));
        assert_int_equal(over, now ? 3 : 0);
        assert_true(civil_parse("2018-03-17", &k.today));
    }
}

/* On a Sunday night nothing is open: that is said before one walks. */
static void test_a_closed_place_is_said_on_its_way(void **state) {
    (void)state;
    Kiosk k = app_kiosk(&world.app);
    Millis sunday = civil_to((Civil){.year = 2026, .month = 11, .day = 22, .hour = 3});
    int closed = k.plan->hours[0].space;
    assert_true(k.plan->hours_count > 0);
    Itinerary way = itinerary_find(&k, (Leg){PLAN_NONE, closed}, sunday, &arena);
    assert_true(way.notices.count > 0);
    assert_true(slice_has_prefix(way.notices.text[0], LIT("Fermé")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_key_lights_its_kind_and_leads_to_the_nearest, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_the_switch_is_kept_for_the_visit, begin, end),
        cmocka_unit_test_setup_teardown(test_the_way_is_shown_once_with_both_floors_at_a_change,
                                        begin, end),
        cmocka_unit_test_setup_teardown(test_without_motion_the_steps_are_pictures, begin, end),
        cmocka_unit_test_setup_teardown(test_a_trip_from_elsewhere_over_two_stops_and_back, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_the_way_back_ends_at_the_kiosk, begin, end),
        cmocka_unit_test_setup_teardown(test_a_place_is_no_stop_twice, begin, end),
        cmocka_unit_test_setup_teardown(test_days_follow_each_other_with_today_between, begin, end),
        cmocka_unit_test_setup_teardown(
            test_a_list_knows_the_nearest_and_whether_steps_are_in_the_way, begin, end),
        cmocka_unit_test_setup_teardown(test_a_search_shows_the_nearest_first, begin, end),
        cmocka_unit_test_setup_teardown(test_a_low_panel_has_few_pages, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_over_is_on_no_list, begin, end),
        cmocka_unit_test_setup_teardown(test_a_closed_place_is_said_on_its_way, begin, end),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
