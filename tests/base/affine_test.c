/* Six numbers between a glass and its picture: found from touches, applied, written and read. */
#include "base/affine.h"

#include "support/test.h"

#include <math.h>
#include <string.h>

static const AffinePoint CROSS[4] = {{.1, .1}, {.9, .1}, {.9, .9}, {.1, .9}};

static void assert_near(double a, double b) {
    if (fabs(a - b) > 1e-6)
        fail_msg("%.9f is not %.9f", a, b);
}

static void assert_brings(const Affine *m, AffinePoint from, AffinePoint to) {
    AffinePoint at = affine_apply(m, from);
    assert_near(at.x, to.x);
    assert_near(at.y, to.y);
}

/* What a glass that is so displaced tells of each cross is brought back onto it. */
static void try_glass(Affine glass) {
    AffinePoint touched[4];
    Affine fit;
    for (int i = 0; i < 4; i++)
        touched[i] = affine_apply(&glass, CROSS[i]);
    assert_true(affine_fit(touched, CROSS, 4, &fit));
    for (int i = 0; i < 4; i++)
        assert_brings(&fit, touched[i], CROSS[i]);
    assert_brings(&fit, affine_apply(&glass, (AffinePoint){.3, .65}), (AffinePoint){.3, .65});
}

static void test_a_displaced_glass_is_found(void **state) {
    (void)state;
    try_glass(AFFINE_NONE);
    try_glass((Affine){1.05, 0, -.02, 0, .97, .01}); /* stretched and shifted */
    try_glass((Affine){0, -1, 1, 1, 0, 0});          /* turned by a quarter, */
    try_glass((Affine){-1, 0, 1, 0, -1, 1});         /* by a half, */
    try_glass((Affine){0, 1, 0, -1, 0, 1});          /* by three quarters */
    try_glass((Affine){-1, 0, 1, 0, 1, 0});          /* mirrored */
    try_glass((Affine){1, .03, 0, -.02, 1, 0});      /* askew */
}

static void test_least_squares_share_an_error_out(void **state) {
    (void)state;
    AffinePoint touched[4];
    Affine fit;
    memcpy(touched, CROSS, sizeof touched);
    touched[0].x += .04;
    assert_true(affine_fit(touched, CROSS, 4, &fit));
    for (int i = 0; i < 4; i++) /* of four corners, a quarter each */
        assert_true(fabs(fabs(affine_apply(&fit, touched[i]).x - CROSS[i].x) - .01) < .001);
}

static void test_no_glass_hangs_like_that(void **state) {
    (void)state;
    const AffinePoint line[4] = {{.1, .1}, {.2, .2}, {.3, .3}, {.4, .4}};
    const AffinePoint one[4] = {{.5, .5}, {.5, .5}, {.5, .5}, {.5, .5}};
    const AffinePoint small[4] = {{.5, .5}, {.6, .5}, {.6, .6}, {.5, .6}};
    Affine fit;
    assert_false(affine_fit(line, CROSS, 4, &fit));
    assert_false(affine_fit(one, CROSS, 4, &fit));
    assert_false(affine_fit(small, CROSS, 4, &fit));
    assert_false(affine_fit(CROSS, CROSS, 2, &fit));
}

/* Of the same size, and beyond what is ever read again. */
static void test_what_is_found_can_be_read(void **state) {
    (void)state;
    static const Affine GLASSES[] = {
        {1, 0, 0, 150, 1, 0}, {1, 150, 0, 0, 1, 0}, {1, 0, 150, 0, 1, 0}, {1, 0, 0, 0, 1, -150}};
    for (int g = 0; g < 4; g++) {
        AffinePoint touched[4];
        Affine fit;
        for (int i = 0; i < 4; i++)
            touched[i] = affine_apply(&GLASSES[g], CROSS[i]);
        assert_false(affine_fit(touched, CROSS, 4, &fit));
    }
}

static void test_one_after_the_other(void **state) {
    (void)state;
    Affine turn = {0, -1, 1, 1, 0, 0}, shift = {1, 0, .25, 0, 1, -.5};
    Affine both = affine_after(&shift, &turn);
    AffinePoint at = {.2, .7}, turned = affine_apply(&turn, at);
    assert_brings(&both, at, affine_apply(&shift, turned));
    Affine same = affine_after(&AFFINE_NONE, &turn);
    assert_memory_equal(&same, &turn, sizeof same);
}

static void test_what_is_written_is_read(void **state) {
    (void)state;
    char text[AFFINE_TEXT];
    Affine read = {.a = 7};
    affine_print(&AFFINE_NONE, text);
    assert_string_equal(text, "1 0 0 0 1 0");
    assert_true(affine_read(text, &read));
    assert_true(affine_is_none(&read));
    affine_print(&(Affine){-1.25, 1e-9, 1.0625, -1e-9, -.98765, 1}, text);
    assert_string_equal(text, "-1.25 0 1.0625 0 -0.98765 1");
    assert_true(affine_read(text, &read));
    assert_near(read.a, -1.25);
    assert_near(read.f, 1);
    assert_true(affine_read(" 0 -1 1  1 0 0 ", &read));
    affine_print(&(Affine){-99.12345, -99.12345, -99.12345, -99.12345, -99.12345, -99.12345}, text);
}

static void test_what_is_no_matrix(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "1 0 0 0 1",
        "1 0 0 0 1 0 0",
        "1 0 0 0 1 x",
        "1,0,0,0,1,0",
        "0 0 0 0 0 0",
        "1 1 0 1 1 0",
        "nan 0 0 0 1 0",
        "inf 0 0 0 1 0",
        "1e9 0 0 0 1e-9 0",
        "5 0 0 0 5 0",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        Affine read = AFFINE_NONE;
        if (affine_read(TEXTS[i], &read) || !affine_is_none(&read))
            fail_msg("\"%s\" is taken for a matrix", TEXTS[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_displaced_glass_is_found),
        cmocka_unit_test(test_least_squares_share_an_error_out),
        cmocka_unit_test(test_no_glass_hangs_like_that),
        cmocka_unit_test(test_what_is_found_can_be_read),
        cmocka_unit_test(test_one_after_the_other),
        cmocka_unit_test(test_what_is_written_is_read),
        cmocka_unit_test(test_what_is_no_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
