/* Every page in the easy language: no code of a register, of a block of skills or of a room, and no
   percentage. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"

static void test_easy_pages_have_no_codes(void **state) {
    (void)state;
    sweep.easy = true;
    for (int lang = 0; lang < langs()->count; lang++)
        for (int tall = 0; tall < 2 && langs_simple((Lang)lang); tall++)
            sweep_every_screen((View){{.lang = (Lang)lang}, tall});
    print_message("%d pages, %d findings\n", sweep.pages, sweep.findings);
    assert_true(sweep.pages > 0);
    assert_int_equal(sweep.findings, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_easy_pages_have_no_codes)};
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
