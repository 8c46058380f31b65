/* The pages of the first day, touched: what turns back by itself, a glass that is set right, who
 * may come here, and what stays when one leaves. */
#include "screens/setup/setup_parts.h"
#include "support/test.h"
#include "support/world.h"

#include "app/app_parts.h"

#include <math.h>
#include <string.h>

static SetupView view;
static StaffView staff;
static SetupAnswers asked; /* what the last wish was about */
static SetupAsk last;
static int asks[SETUP_LEAVE + 1];
static Affine glass;  /* what the display server makes of a touch */
static Affine matrix; /* what the kiosk makes of that */

static const SetupView *get_view(void *self) {
    (void)self;
    return &view;
}

static const StaffView *get_staff(void *self) {
    (void)self;
    return &staff;
}

static void take_ask(void *self, SetupAsk ask, const SetupAnswers *answers) {
    (void)self;
    last = ask;
    asks[ask]++;
    if (answers)
        asked = *answers;
    if (ask == SETUP_TOUCH)
        matrix = answers->touch;
}

static void begin(bool by_itself) {
    view = (SetupView){.by_itself = by_itself,
                       .turns = true,
                       .volume = 50,
                       .now = {.touch = AFFINE_NONE, .volume = 50}};
    memset(asks, 0, sizeof asks);
    glass = matrix = AFFINE_NONE;
    staff = (StaffView){.has_pin = true, .open = !by_itself, .tries_left = 5};
    world.staff = by_itself ? (StaffDesk){0} : (StaffDesk){.view = get_staff};
    world_begin((Settings){0}, 1920, 1080);
    world.app.setup.setup = (SetupDesk){NULL, get_view, take_ask};
    world.app.setup.sets_up = by_itself;
    if (by_itself) {
        world.app.visit.at = SCREEN_setup;
        world.app.visit.uncounted = true;
        Kiosk k = app_kiosk(&world.app);
        screen_setup.enter(visit_state(&world.app.visit, SCREEN_setup), &k, 0);
        world.app.dirty = true;
    } else {
        world_go(SCREEN_staff, 0);
        world.app.visit.uncounted = true; /* as whoever comes in by that door */
        app_go_to(&world.app, SCREEN_setup, 0);
    }
}

static SetupState *setup(void) {
    return visit_state(&world.app.visit, SCREEN_setup);
}

static void go(SetupStep step) {
    setup()->step = (int)step;
    world.app.dirty = true;
}

static int bounded(double share, int length) {
    double at = share * (length - 1);
    return at < 0 ? 0 : at > length - 1 ? length - 1 : (int)at;
}

/* A finger on the glass, at a share of its width and height. */
static void put_finger(double x, double y) {
    AffinePoint told = affine_apply(&glass, (AffinePoint){x, y}), at = affine_apply(&matrix, told);
    Point pixel = {bounded(at.x, 1920), bounded(at.y, 1080)};
    world_look();
    app_page(&world.app);
    app_touch(&world.app, (Touch){TOUCH_PRESS, pixel});
    app_page(&world.app);
    app_touch(&world.app, (Touch){TOUCH_RELEASE, pixel});
}

/* Where the cross on the page is, off by so much. */
static void touch_cross(double off) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->graphic.kind == GRAPHIC_AIM) {
            Aim aim = page->shown[i]->graphic.aim;
            put_finger(aim.x / 1000.0 + off, aim.y / 1000.0);
            return;
        }
    fail_msg("there is no cross");
}

/* ---- turning --------------------------------------------------------------------------------- */

static void test_a_turned_display_turns_back(void **state) {
    (void)state;
    begin(true);
    go(SETUP_STEP_TURN);
    world_tap_label("À droite, 90°");
    assert_int_equal(last, SETUP_TURN);
    assert_int_equal(asked.turned, 90);
    assert_true(world_says("Toucher l’écran, n’importe où"));
    world_pass(14000);
    assert_int_equal(asks[SETUP_TURN], 1);
    world_pass(1100);
    assert_int_equal(asks[SETUP_TURN], 2);
    assert_int_equal(asked.turned, 0);
    assert_int_equal(setup()->step, SETUP_STEP_TURN);
    world_end();
}

/* Wherever the touch seems to be, it keeps it: a glass does not know that its display was turned.
   Then the crosses come by themselves. */
static void test_a_touch_anywhere_keeps_it(void **state) {
    (void)state;
    for (int corner = 0; corner < 4; corner++) {
        begin(true);
        go(SETUP_STEP_TURN);
        world_tap_label("À droite, 90°");
        put_finger(corner & 1, corner >> 1);
        assert_true(world_says("Toucher la croix 1 sur 5"));
        assert_int_equal(setup()->answers.turned, 90);
        world_pass(60000);
        assert_int_equal(setup()->answers.turned, 90);
        world_end();
    }
}

static void test_where_the_session_turns_it_is_only_written_down(void **state) {
    (void)state;
    begin(true);
    view.turns = false;
    go(SETUP_STEP_TURN);
    world_tap_label("Demi-tour, 180°");
    assert_int_equal(setup()->answers.turned, 180);
    assert_true(world_says("c’est la session"));
    world_end();
}

/* ---- touch ----------------------------------------------------------------------------------- */

static void touch_all_crosses(void) {
    for (int i = 0; i <= SETUP_CROSSES; i++)
        touch_cross(0);
}

static void assert_exact(void) {
    static const double AT[] = {.02, .35, .61, .97};
    for (int x = 0; x < 4; x++)
        for (int y = 0; y < 4; y++) {
            AffinePoint told = affine_apply(&glass, (AffinePoint){AT[x], AT[y]}),
                        at = affine_apply(&matrix, told);
            assert_true(hypot((at.x - AT[x]) * 1920, (at.y - AT[y]) * 1080) < 4);
        }
}

static void set_right(Affine as) {
    begin(true);
    go(SETUP_STEP_TOUCH);
    world_tap_label("Régler avec les croix");
    glass = as;
    touch_all_crosses();
    assert_true(world_says("L’écran est réglé"));
    assert_exact();
    world_end();
}

static void test_any_glass_is_set_right(void **state) {
    (void)state;
    set_right(AFFINE_NONE);
    set_right((Affine){.9, 0, .05, 0, .92, .03});
    set_right((Affine){0, 1, 0, -1, 0, 1}); /* turned by a quarter */
    set_right((Affine){0, -1, 1, 1, 0, 0});
    set_right((Affine){-1, 0, 1, 0, -1, 1}); /* upside down */
    set_right((Affine){-1, 0, 1, 0, 1, 0});  /* mirrored */
}

/* What is there already is part of what is found. */
static void test_a_second_time_comes_after_the_first(void **state) {
    (void)state;
    begin(true);
    glass = (Affine){.8, 0, .1, 0, .8, .1};
    matrix = view.now.touch = (Affine){1.25, 0, -.1, 0, 1.25, -.125}; /* nearly right */
    world_go(SCREEN_setup, 0);
    go(SETUP_STEP_TOUCH);
    setup_crosses_begin(setup(), &(Kiosk){.now = world.app.now});
    world.app.dirty = true;
    touch_all_crosses();
    assert_true(world_says("L’écran est réglé"));
    assert_exact();
    world_end();
}

static void test_a_cross_that_is_missed_changes_nothing(void **state) {
    (void)state;
    for (int missed = 0; missed <= SETUP_CROSSES; missed++) {
        begin(true);
        go(SETUP_STEP_TOUCH);
        world_tap_label("Régler avec les croix");
        for (int i = 0; i <= SETUP_CROSSES && setup()->touch.until; i++)
            touch_cross(i == missed ? .06 : 0);
        assert_true(world_says("trop loin"));
        assert_true(affine_is_none(&matrix));
        assert_true(affine_is_none(&setup()->answers.touch));
        world_end();
    }
}

/* A finger is not a needle. */
static void test_a_trembling_finger_is_good_enough(void **state) {
    (void)state;
    begin(true);
    go(SETUP_STEP_TOUCH);
    world_tap_label("Régler avec les croix");
    for (int i = 0; i <= SETUP_CROSSES; i++)
        touch_cross(i % 2 ? .004 : -.004);
    assert_true(world_says("L’écran est réglé"));
    world_end();
}

static void test_crosses_that_nobody_touches_go(void **state) {
    (void)state;
    begin(true);
    go(SETUP_STEP_TOUCH);
    world_tap_label("Régler avec les croix");
    for (int i = 0; i < SETUP_CROSSES; i++)
        touch_cross(.01);
    assert_false(affine_is_none(&matrix)); /* on trial until the fifth */
    world_pass(30100);
    assert_true(world_says("Personne n’a touché"));
    assert_true(affine_is_none(&matrix));
    world_end();
}

/* ---- the code -------------------------------------------------------------------------------- */

static void test_a_code_is_typed_twice(void **state) {
    (void)state;
    begin(true);
    go(SETUP_STEP_CODE);
    world_tap_each("111111");
    assert_true(world_says("se devine"));
    world_tap_each("471108");
    world_tap_each("471109");
    assert_true(world_says("ne sont pas les mêmes"));
    assert_string_equal(setup()->answers.code, "");
    world_tap_each("471108");
    world_tap_each("471108");
    assert_string_equal(setup()->answers.code, "471108");
    world_tap_label("Effacer");
    assert_string_equal(setup()->answers.code, "");
    world_end();
}

/* ---- who may come, and how one leaves -------------------------------------------------------- */

static void test_nobody_comes_without_the_code(void **state) {
    (void)state;
    begin(false);
    assert_true(world_says("Langue"));
    staff.open = false;
    world.app.dirty = true;
    assert_false(world_says("Langue"));
    app_take_action(&world.app, (Action){SETUP_NEXT, 0});
    assert_string_equal(app_screen_name(&world.app), "staff");
    world_end();
}

static void test_leaving_takes_two_touches_and_undoes(void **state) {
    (void)state;
    begin(false);
    world_tap_label("Quitter sans écrire");
    assert_string_equal(app_screen_name(&world.app), "setup");
    world_tap_label("Suite"); /* not meant */
    world_tap_label("Quitter sans écrire");
    world_tap_label("Toucher encore");
    assert_string_equal(app_screen_name(&world.app), "staff");
    assert_int_equal(asks[SETUP_LEAVE], 1);
    assert_int_equal(asks[SETUP_WRITE], 0);
    world_end();
}

/* Behind the code lies what is not for everybody. */
static void test_forgotten_it_shuts_itself(void **state) {
    (void)state;
    begin(false);
    world_tap_label("Suite");
    world_pass(121000);
    assert_string_equal(app_screen_name(&world.app), "attract");
    assert_true(asks[SETUP_LEAVE] > 0);
    assert_int_equal(world.counted, 0);
    world_end();
}

static void test_a_first_day_waits_and_ends_with_the_kiosk(void **state) {
    (void)state;
    begin(true);
    world_tap_label("Suite");
    world_pass(3600000); /* lunch */
    assert_string_equal(app_screen_name(&world.app), "setup");
    assert_int_equal(setup()->step, SETUP_STEP_TURN);
    app_key(&world.app, KEY_BACK); /* one back, and no further than the first */
    app_key(&world.app, KEY_BACK);
    assert_string_equal(app_screen_name(&world.app), "setup");
    assert_int_equal(setup()->step, SETUP_STEP_LANGUAGE);
    world_tap_label("Quitter sans écrire");
    world_tap_label("Toucher encore");
    assert_string_equal(app_screen_name(&world.app), "attract");
    world_tap_label("Commencer");
    world_pass(91000); /* from here on, like any day */
    assert_string_equal(app_screen_name(&world.app), "attract");
    assert_int_equal(world.counted, 1); /* that visit, and not the setting up */
    world_end();
}

static void test_all_is_written_at_the_end_and_not_before(void **state) {
    (void)state;
    begin(true);
    for (int step = 0; step + 1 < SETUP_STEPS; step++)
        world_tap_label("Suite");
    assert_int_equal(asks[SETUP_WRITE], 0);
    world_tap_label("Écrire et démarrer");
    assert_int_equal(asks[SETUP_WRITE], 1);
    view.fault = SETUP_NO_RIGHT;
    strcpy(view.file, "/etc/azimut/azimut.conf");
    world.app.dirty = true;
    assert_true(world_says("/etc/azimut/azimut.conf ne s’écrit pas"));
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_turned_display_turns_back),
        cmocka_unit_test(test_a_touch_anywhere_keeps_it),
        cmocka_unit_test(test_where_the_session_turns_it_is_only_written_down),
        cmocka_unit_test(test_any_glass_is_set_right),
        cmocka_unit_test(test_a_second_time_comes_after_the_first),
        cmocka_unit_test(test_a_cross_that_is_missed_changes_nothing),
        cmocka_unit_test(test_a_trembling_finger_is_good_enough),
        cmocka_unit_test(test_crosses_that_nobody_touches_go),
        cmocka_unit_test(test_a_code_is_typed_twice),
        cmocka_unit_test(test_nobody_comes_without_the_code),
        cmocka_unit_test(test_leaving_takes_two_touches_and_undoes),
        cmocka_unit_test(test_forgotten_it_shuts_itself),
        cmocka_unit_test(test_a_first_day_waits_and_ends_with_the_kiosk),
        cmocka_unit_test(test_all_is_written_at_the_end_and_not_before),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
