/* What was meant by a word that is not known. */
#include "base/nearest.h"

#include "support/test.h"

#include <string.h>

static const char *const WORDS[] = {"audience", "mode", "route", "usinage", NULL};

static void expect_nearest(const char *word, const char *wanted) {
    const char *nearest = nearest_word(slice_from(word), WORDS);
    if (wanted ? !nearest || strcmp(nearest, wanted) != 0 : nearest != NULL)
        fail_msg("nearest to \"%s\" is %s", word, nearest ? nearest : "nothing");
}

/* A letter that is wrong, missing, too many, at either end: the first counts as the last does. */
static void test_the_fewest_slips_win(void **state) {
    (void)state;
    expect_nearest("mide", "mode");
    expect_nearest("ode", "mode");
    expect_nearest("xmode", "mode");
    expect_nearest("modes", "mode");
    expect_nearest("usinag", "usinage");
    expect_nearest("xxxmode", "mode");
    expect_nearest("xxxxmode", NULL); /* no word for the end of another */
    expect_nearest("modexxxx", NULL);
    expect_nearest("", NULL);
    expect_nearest("MODE", "mode"); /* capitals are no other letters */
    expect_nearest("m1", NULL);     /* half of a short word is another word */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_fewest_slips_win)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
