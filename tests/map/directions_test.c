/* Ways in words on the plan made by hand, sentence by sentence; then figures, dates and the letter
   to a phone. */
#include "map/directions_text.h"

#include "support/languages.h"
#include "support/hand_plan.h"
#include "support/test.h"

static Arena arena;

static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

typedef struct Told {
    Plan plan;
    Route route;
    Path path;
    Decisions decisions;
} Told;

static Told tell(Plan plan, int space, bool step_free) {
    static Plan kept;
    kept = plan;
    Told t = {.plan = plan};
    Millis when = 0;
    civil_parse("2019-01-07", &when);
    RouteAsk ask = {plan.kiosk[0].node, plan.space[space].node, {step_free}, when};
    t.route = route_find(router_new(&kept, &arena), ask);
    assert_true(t.route.found);
    t.path = path_of(&kept, &t.route, ask.from, &arena);
    t.decisions = directions_decide(&kept, &t.route, &t.path, 0, space, &arena);
    return t;
}

static void expect_steps(const Told *t, int space, Lang lang, const char *const *step) {
    int count = 0;
    while (step[count])
        count++;
    for (int i = 0; i < t->decisions.count; i++) {
        Slice said = text_of_decision(&t->plan, &t->decisions.decision[i], space, lang, &arena);
        if (i >= count || !slice_is(said, step[i]))
            fail_msg("step %d is \"" SLICE_FMT "\", not \"%s\"", i + 1, SLICE_ARG(said),
                     i < count ? step[i] : "");
    }
    assert_int_equal(t->decisions.count, count);
}

static void test_up_the_lift_and_through_a_door(void **state) {
    (void)state;
    Told t = tell(hand_plan(), HAND_ROOM, true);
    expect_steps(
        &t, HAND_ROOM, LANG_FR,
        (const char *const[]){"Face à l’écran, partir derrière soi, sur la droite",
                              "Après le passage, prendre un peu à gauche (10\u00A0m)",
                              "Prendre l’ascenseur A, à gauche, jusqu’au 1er étage (bouton\u00A01)",
                              "En sortant de l’ascenseur A, prendre un peu à droite (10\u00A0m)",
                              "Porte en face\u00A0: Salle S101", NULL});
    expect_steps(
        &t, HAND_ROOM, LANG_EN,
        (const char *const[]){"Facing the screen, head behind you, to the right",
                              "After the passage, bear left (10\u00A0m)",
                              "Take lift A, on the left, to the first floor (button\u00A01)",
                              "Coming out of lift A, bear right (10\u00A0m)",
                              "Door straight ahead: Room S101", NULL});
}

static void test_up_the_ramp(void **state) {
    (void)state;
    Told t = tell(hand_plan(), HAND_WORKSHOP, true);
    expect_steps(&t, HAND_WORKSHOP, LANG_FR,
                 (const char *const[]){
                     "Face à l’écran, partir derrière soi, sur la droite (15\u00A0m)",
                     "Prendre la porte à droite à hauteur de l’ascenseur A, vers l’atelier soudage",
                     "Monter par la rampe", "Arrivée\u00A0: Atelier soudage (A1)", NULL});
}

static void test_a_kiosk_that_faces_the_other_way_mirrors_the_first_step(void **state) {
    (void)state;
    Plan p = hand_plan();
    p.kiosk[0].bearing_cdeg = 0;
    Told t = tell(p, HAND_STORE, false);
    Slice first = text_of_decision(&t.plan, &t.decisions.decision[0], HAND_STORE, LANG_FR, &arena);
    assert_true(slice_has_prefix(first, LIT("Face à l’écran, passer à gauche de la borne")));
    p.kiosk[0].bearing_cdeg =
        9000; /* faces east: to who looks at it, the hall's opening lies behind, to the left */
    t = tell(p, HAND_STORE, false);
    first = text_of_decision(&t.plan, &t.decisions.decision[0], HAND_STORE, LANG_FR, &arena);
    assert_true(slice_has_prefix(first, LIT("Face à l’écran, partir derrière soi, sur la gauche")));
}

static void test_turns_have_classes(void **state) {
    (void)state;
    const struct {
        double deg;
        TurnClass turn;
    } cases[] = {{0, TURN_STRAIGHT},      {19, TURN_STRAIGHT},     {-19, TURN_STRAIGHT},
                 {21, TURN_SLIGHT_RIGHT}, {-21, TURN_SLIGHT_LEFT}, {74, TURN_SLIGHT_RIGHT},
                 {-74, TURN_SLIGHT_LEFT}, {76, TURN_RIGHT},        {-76, TURN_LEFT},
                 {149, TURN_RIGHT},       {151, TURN_BACK},        {180, TURN_BACK}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(turn_of(cases[i].deg), cases[i].turn);
}

static void expect_turn(TurnClass turn, const char *fr, const char *en) {
    Plan p = hand_plan();
    Decision d = {.kind = DECIDE_TURN, .turn = turn, .edge = PLAN_NONE, .into = PLAN_NONE};
    assert_true(slice_is(text_of_decision(&p, &d, HAND_ROOM, LANG_FR, &arena), fr));
    assert_true(slice_is(text_of_decision(&p, &d, HAND_ROOM, LANG_EN, &arena), en));
}

static void test_every_turn_in_words(void **state) {
    (void)state;
    expect_turn(TURN_STRAIGHT, "Continuer tout droit", "Go straight on");
    expect_turn(TURN_SLIGHT_LEFT, "Prendre un peu à gauche", "Bear left");
    expect_turn(TURN_SLIGHT_RIGHT, "Prendre un peu à droite", "Bear right");
    expect_turn(TURN_LEFT, "Tourner à gauche", "Turn left");
    expect_turn(TURN_RIGHT, "Tourner à droite", "Turn right");
    expect_turn(TURN_BACK, "Faire demi-tour", "Turn around");
}

static void test_each_step_lies_on_the_way_in_order(void **state) {
    (void)state;
    for (int space = 0; space < HAND_SPACES; space++) {
        Plan p = hand_plan();
        if (!p.space[space].place)
            continue;
        Told t = tell(p, space, false);
        for (int i = 0; i < t.decisions.count; i++) {
            const Decision *d = &t.decisions.decision[i];
            assert_true(d->along_mm <= d->until_mm && d->until_mm <= t.path.length_mm + 1);
            assert_true(i == 0 || d->along_mm >= d[-1].along_mm);
        }
    }
}

static void test_figures_are_round(void **state) {
    (void)state;
    assert_int_equal(text_of_metres(900), 5);
    assert_int_equal(text_of_metres(12400), 10);
    assert_int_equal(text_of_metres(12600), 15);
    assert_int_equal(text_of_metres(54000), 50);
    assert_int_equal(text_of_metres(56000), 60);
    assert_int_equal(text_of_minutes(0), 1);
    assert_int_equal(text_of_minutes(60000), 1);
    assert_int_equal(text_of_minutes(60001), 2);
    assert_true(slice_is(text_of_time(150000, LANG_FR, &arena), "3\u00A0min"));
}

static void test_dates_are_written_as_spoken(void **state) {
    (void)state;
    Millis first = 0, third = 0;
    assert_true(civil_parse("2019-03-01", &first) && civil_parse("2018-09-03", &third));
    assert_true(slice_is(text_of_date(first, LANG_FR, &arena), "1er\u00A0mars\u00A02019"));
    assert_true(slice_is(text_of_date(third, LANG_FR, &arena), "3\u00A0septembre\u00A02018"));
    assert_true(slice_is(text_of_date(third, LANG_EN, &arena), "3\u00A0September\u00A02018"));
    assert_true(slice_is(text_of_month(third, LANG_FR, &arena), "sept.\u00A02018"));
}

static void test_a_letter_never_cuts_a_step(void **state) {
    (void)state;
    Told t = tell(hand_plan(), HAND_ROOM, true);
    Slice whole = route_as_text(&t.plan, &t.route, &t.decisions, HAND_ROOM, LANG_FR, 450, &arena);
    assert_true(whole.len <= 450 && slice_find(whole, LIT("5. Porte en face")) > 0);
    for (int most = 60; most < whole.len; most++) {
        Slice letter =
            route_as_text(&t.plan, &t.route, &t.decisions, HAND_ROOM, LANG_FR, most, &arena);
        assert_true(letter.len <= most || slice_find(letter, LIT("1.")) < 0);
        assert_true(slice_is(slice_cut(letter, letter.len - 3, letter.len), "…"));
        assert_true(utf8_valid(letter));
    }
}

static void test_a_place_that_is_shut_says_until_when(void **state) {
    (void)state;
    Plan p = hand_plan();
    Millis before = 0;
    civil_parse("2018-09-02", &before);
    assert_true(slice_is(text_of_shut(&p, HAND_EAST, before, LANG_FR, &arena),
                         "Aile est\u00A0: ouverture le 3\u00A0septembre\u00A02018"));
    assert_int_equal(text_of_shut(&p, HAND_ROOM, before, LANG_FR, &arena).len, 0);
}

static void expect_open(const char *when, const char *fr, const char *en) {
    static PlanHours hours[] = {
        {.space = HAND_ROOM, .days = 31, .opens_min = 480, .closes_min = 720},
        {.space = HAND_ROOM, .adds = true, .days = 31, .opens_min = 810, .closes_min = 1080},
        {.space = HAND_ROOM, .days = 127, .from = 701, .to = 831}};
    Plan p = hand_plan();
    Millis at = 0;
    p.hours = hours;
    p.hours_count = 3;
    assert_true(civil_parse(when, &at));
    assert_true(slice_is(text_of_open(&p, HAND_ROOM, at, LANG_FR, &arena), fr));
    assert_true(slice_is(text_of_open(&p, HAND_ROOM, at, LANG_EN, &arena), en));
    assert_int_equal(text_of_open(&p, HAND_EAST, at, LANG_FR, &arena).len, 0);
}

/* 2026-11-23 is a Monday. */
static void test_a_place_says_how_long_it_is_open(void **state) {
    (void)state;
    expect_open("2026-11-23T09:00", "Ouvert jusqu’à midi", "Open until noon");
    expect_open("2026-11-23T12:30", "Fermé, ouvre à 13\u00A0h\u00A030",
                "Closed, opens at 1.30\u00A0pm");
    expect_open("2026-11-23T17:59", "Ouvert jusqu’à 18\u00A0h", "Open until 6\u00A0pm");
    expect_open("2026-11-23T18:00", "Fermé, ouvre demain à 8\u00A0h",
                "Closed, opens tomorrow at 8\u00A0am");
    expect_open("2026-11-27T18:00", "Fermé, ouvre lundi à 8\u00A0h",
                "Closed, opens on Monday at 8\u00A0am");
    expect_open("2026-07-01T18:00", "Fermé, ouvre le 1er\u00A0septembre\u00A02026 à 8\u00A0h",
                "Closed, opens on 1\u00A0September\u00A02026 at 8\u00A0am");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_up_the_lift_and_through_a_door),
        cmocka_unit_test(test_up_the_ramp),
        cmocka_unit_test(test_a_kiosk_that_faces_the_other_way_mirrors_the_first_step),
        cmocka_unit_test(test_turns_have_classes),
        cmocka_unit_test(test_every_turn_in_words),
        cmocka_unit_test(test_each_step_lies_on_the_way_in_order),
        cmocka_unit_test(test_figures_are_round),
        cmocka_unit_test(test_dates_are_written_as_spoken),
        cmocka_unit_test(test_a_letter_never_cuts_a_step),
        cmocka_unit_test(test_a_place_that_is_shut_says_until_when),
        cmocka_unit_test(test_a_place_says_how_long_it_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
