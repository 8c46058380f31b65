/* Who reads none of the languages of a page looks for his own: all of them stand side by side. */
#include "support/test.h"
#include "support/world.h"

static const struct { int width, height; } WINDOWS[] = {{1920, 1080}, {1080, 1920}, {1366, 768}};

static void test_all_languages_stand_on_one_page(void **state) {
    (void)state;
    for (size_t w = 0; w < sizeof WINDOWS / sizeof *WINDOWS; w++)
        for (int step = 0; step < STEP_COUNT; step++) {
            world_begin((Settings){.step = (TextStep)step}, WINDOWS[w].width, WINDOWS[w].height);
            world_go(SCREEN_languages, 0);
            world_look();
            for (int lang = 0; lang < langs()->count; lang++)
                assert_true(world_says(langs()->name[lang]));
            assert_null(world_next_page());
            world_end();
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_languages_stand_on_one_page),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
