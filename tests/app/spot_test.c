/* A visit over content that has become another: the page is the same one, or found again by its id,
   or home. */
#include "app/spot.h"

#include "screens/common/common.h"

#include "support/test.h"
#include "support/world.h"

#include <stdlib.h>
#include <string.h>

enum { TRADE = 5 };

/* What the pack was before: the same, with its trades in another order. */
typedef struct Before {
    Pack pack;
    Trade *trade;
} Before;

static Before before(int moved) {
    Before b = {world.pack, calloc((size_t)world.pack.trade_count, sizeof(Trade))};
    for (int i = 0; i < b.pack.trade_count; i++)
        b.trade[i] = world.pack.trade[(i + moved) % b.pack.trade_count];
    b.pack.trade = b.trade;
    return b;
}

static void renew(const Pack *was) {
    app_renew(&world.app, &world.pack, was, world.wayfinder, (Recordings){0});
}

static int shown_arg(void) {
    return world.app.visit.arg;
}

static void test_the_same_records_leave_the_visit_as_it_is(void **state) {
    (void)state;
    Before b = before(0);
    app_put(&world.app, SCREEN_home, 0, NULL);
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    world_tap_label("Gestes et outils");
    size_t size = screen_get(SCREEN_trade)->state_size;
    void *kept = malloc(size);
    memcpy(kept, visit_state(&world.app.visit, SCREEN_trade), size);
    renew(&b.pack);
    assert_string_equal(world_screen(), "trade");
    assert_memory_equal(kept, visit_state(&world.app.visit, SCREEN_trade), size);
    assert_true(world.app.visit.depth > 0);
    free(kept);
    free(b.trade);
}

static void test_a_page_is_found_again_by_its_id(void **state) {
    (void)state;
    Before b = before(3);
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    renew(&b.pack);
    assert_string_equal(world_screen(), "trade");
    assert_int_equal(shown_arg(), (TRADE + 3) % world.pack.trade_count);
    free(b.trade);
}

/* Whichever part of its page one was led to. */
static void test_so_is_one_that_was_entered_where_it_is_learnt(void **state) {
    (void)state;
    Before b = before(3);
    app_put(&world.app, SCREEN_trade, common_learn(TRADE).arg, NULL);
    renew(&b.pack);
    assert_string_equal(world_screen(), "trade");
    assert_int_equal(shown_arg(), (TRADE + 3) % world.pack.trade_count);
    free(b.trade);
}

static void test_without_its_record_it_is_home(void **state) {
    (void)state;
    Before b = before(0);
    b.trade[TRADE].id = LIT("gone");
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    renew(&b.pack);
    assert_string_equal(world_screen(), "home");
    assert_int_equal(world.app.visit.depth, 0);
    free(b.trade);
}

static void test_nobody_is_woken_by_it(void **state) {
    (void)state;
    Before b = before(3);
    renew(&b.pack);
    assert_string_equal(world_screen(), "attract");
    assert_false(world.app.visit.begun);
    free(b.trade);
}

static void test_how_it_is_seen_stays(void **state) {
    (void)state;
    Before b = before(3);
    Settings seen = world.app.visit.settings;
    seen.theme = THEME_CONTRASTE;
    seen.lang = 1;
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    app_see(&world.app, seen);
    renew(&b.pack);
    assert_int_equal(world.app.visit.settings.theme, THEME_CONTRASTE);
    assert_int_equal(world.app.visit.settings.lang, 1);
    b.pack.lang.count = 1; /* of the pack before; it was called otherwise */
    strcpy(b.pack.lang.code[1], "xx");
    renew(&b.pack);
    assert_int_equal(world.app.visit.settings.lang, LANG_FIRST);
    free(b.trade);
}

static void test_a_screen_is_put_in_a_state(void **state) {
    (void)state;
    size_t size = screen_get(SCREEN_trade)->state_size;
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    world_tap_label("Gestes et outils");
    void *kept = malloc(size);
    memcpy(kept, visit_state(&world.app.visit, SCREEN_trade), size);
    app_put(&world.app, SCREEN_home, 0, NULL);
    assert_string_equal(world_screen(), "home");
    app_put(&world.app, SCREEN_trade, TRADE, kept);
    assert_string_equal(world_screen(), "trade");
    assert_true(world_find_chosen("Gestes et outils"));
    free(kept);
}

static void test_whoever_is_unhurried_is_not_asked(void **state) {
    (void)state;
    world.app.setup.unhurried = true;
    app_put(&world.app, SCREEN_trade, TRADE, NULL);
    world_pass(60 * 60 * 1000);
    assert_string_equal(world_screen(), "trade");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VISIT_TEST(test_the_same_records_leave_the_visit_as_it_is),
        VISIT_TEST(test_a_page_is_found_again_by_its_id),
        VISIT_TEST(test_so_is_one_that_was_entered_where_it_is_learnt),
        VISIT_TEST(test_without_its_record_it_is_home),
        VISIT_TEST(test_nobody_is_woken_by_it),
        VISIT_TEST(test_how_it_is_seen_stays),
        VISIT_TEST(test_a_screen_is_put_in_a_state),
        VISIT_TEST(test_whoever_is_unhurried_is_not_asked),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
