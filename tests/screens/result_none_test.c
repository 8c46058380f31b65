/* A campus in the making has a quiz, and neither films nor trades to go on to. */
#include "support/test.h"
#include "support/world.h"

static void test_a_result_without_films_and_trades(void **state) {
    (void)state;
    const Pack kept = world.pack;
    world_begin((Settings){0}, 1920, 1080);
    world_go(SCREEN_quiz, 0);
    world.pack.clip_count = world.pack.trade_count = 0;
    world.pack.clip = NULL;
    world.pack.trade = NULL;
    world_go(SCREEN_result, 0); /* too few answers */
    assert_string_equal(world_screen(), "result");
    assert_true(app_page(&world.app)->shown_count > 0);
    world_end();
    world.pack = kept;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_result_without_films_and_trades)};
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
