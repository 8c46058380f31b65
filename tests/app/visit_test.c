/* Nothing of a visitor outlives the visit. */
#include "app/visit.h"

#include "search/search_parts.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

enum { SEEN_BYTES = 4096 };

/* Whatever bytes a visit is made of, all of them are as new afterwards: a field added tomorrow is
 * covered today. */
static void test_reset_covers_every_byte(void **state) {
    (void)state;
    Visit used = {0}, fresh = {0};
    Settings initial = {.lang = LANG_EN, .theme = THEME_SOMBRE};
    visit_reset(&fresh, initial, SCREEN_attract, 5);
    memset(&used, 0xA5, sizeof used);
    used.arena = (Arena){0};
    visit_reset(&used, initial, SCREEN_attract, 5);
    assert_memory_equal(&used, &fresh, sizeof used);
}

static void test_states_are_wiped_in_memory(void **state) {
    (void)state;
    Visit visit = {0};
    visit_reset(&visit, (Settings){0}, SCREEN_attract, 1);
    size_t size = screen_get(SCREEN_quiz)->state_size;
    unsigned char *answers = visit_state(&visit, SCREEN_quiz);
    memset(answers, 0x55, size);
    visit.at = SCREEN_quiz;
    visit_remember(&visit);
    unsigned char *remembered = visit.back[0].state;
    visit_reset(&visit, (Settings){0}, SCREEN_attract, 2);
    for (size_t i = 0; i < size; i++) {
        assert_int_equal(answers[i], 0);
        assert_int_equal(remembered[i], 0);
    }
    arena_free(&visit.arena);
}

/* Touches every control of the drawer on all its pages, so that no setting is left as it was. */
static void set_everything(void) {
    Settings *now = &world.app.visit.settings;
    world_tap_label("Accessibilité");
    static const char *const choices[] = {"Très grand", "Contraste", "Assis", "Non", "× 3"};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        for (int turns = 0; turns < 6; turns++) {
            const Page *page = app_page(&world.app);
            const Node *found = NULL, *on = NULL;
            for (int k = 0; k < page->shown_count; k++) {
                const Node *node = page->shown[k];
                if (!page_can_act(node))
                    continue;
                Slice label = page_label(page, node);
                if (slice_is(label, choices[i]))
                    found = node;
                if (node->turns && node->turn == 1)
                    on = node;
            }
            if (found || !on) {
                if (!found)
                    fail_msg("no setting is called %s", choices[i]);
                world_tap(found);
                break;
            }
            world_tap(on);
        }
    }
    assert_int_equal(now->step, STEP_LARGER);
    assert_int_equal(now->theme, THEME_CONTRASTE);
    assert_true(now->seated && now->still && now->patient);
    world_tap_label("Fermer");
    world_tap_label("Choisir ma langue");
    world_tap_label("English, I read English");
}

/* A long visit: settings, answers, a tab, a list page, a way back, the keypad. */
static void live_a_visit(void) {
    world_tap_label("Commencer");
    world_tap_label("Faire le test");
    world_tap_label("Beaucoup");
    world_pass(400);
    world_tap_label("Accueil");
    world_tap_label("Les 24 métiers");
    world_tap_label("Tous les métiers");
    world_tap_label("Page suivante");
    set_everything();
    app_key(&world.app, KEY_NEXT);
    app_key(&world.app, KEY_NEXT);
    app_page(&world.app);
}

static void end_by_finishing(void) {
    world_pass(181000);
    world_tap_label("I’ve finished, erase");
}

static void end_by_idling(void) {
    world_pass(400000);
}

static void end_at_home(void) {
    world_tap_label("Home");
    world_pass(400000);
}

static void test_every_end_of_a_visit_leaves_a_new_kiosk(void **state) {
    (void)state;
    void (*const ends[])(void) = {end_by_finishing, end_by_idling, end_at_home};
    for (int e = 0; e < 3; e++) {
        world_begin((Settings){0}, 1920, 1080);
        Visit fresh = world.app.visit;
        live_a_visit();
        assert_memory_not_equal(&world.app.visit.settings, &fresh.settings, sizeof fresh.settings);
        ends[e]();
        assert_int_equal(world.ended, 1);
        Visit after = world.app.visit;
        /* What differs from visit to visit by design: its number, its hour, where its memory lies.
         */
        after.seed = fresh.seed;
        after.touched = fresh.touched;
        after.arena = fresh.arena;
        memcpy(after.state, fresh.state, sizeof after.state);
        assert_memory_equal(&after, &fresh, sizeof after);
        assert_string_equal(app_screen_name(&world.app), "attract");
        assert_int_equal(world.app.visit.depth, 0);
        world_tap_label("Commencer");
        world_tap_label("Faire le test");
        const Page *page = app_page(&world.app);
        for (int i = 0; i < page->shown_count; i++)
            assert_false(page->shown[i]->selected); /* no answer of the visitor before */
        world_end();
    }
}

/* What was typed is kept from letter to letter: its first place is where all that is kept begins.
 */
static bool is_kept(const char *typed) {
    return memmem(world.wayfinder.search->near, SEEN_BYTES, typed, strlen(typed));
}

static void test_nothing_that_was_typed_stays(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    world_tap_label("Commencer");
    world_go(SCREEN_find, 0);
    for (const char *at = "zygomati"; *at; at++)
        app_type(&world.app, *at);
    app_page(&world.app);
    assert_true(is_kept("zygomati"));
    world_pass(400000);
    assert_int_equal(world.ended, 1);
    assert_false(is_kept("zygo"));
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reset_covers_every_byte),
        cmocka_unit_test(test_states_are_wiped_in_memory),
        cmocka_unit_test(test_nothing_that_was_typed_stays),
        cmocka_unit_test(test_every_end_of_a_visit_leaves_a_new_kiosk),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
