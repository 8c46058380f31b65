/* Hours, weeks, the next start and what is missing of a row of bricks. */
#include "train/bricks.h"

#include "base/civil.h"
#include "support/test.h"

enum { SAFETY, PLAN, SETTING, MACHINING, MODULES };

static int setting_needs[] = {SAFETY, PLAN}, machining_needs[] = {SETTING};

static Module modules[MODULES] = {
    [SAFETY] = {.hours = 14, .months = 1U << MONTH_MARCH},
    [PLAN] = {.hours = 35, .months = 1U << MONTH_JANUARY},
    [SETTING] = {.hours = 70, .needs = {setting_needs, 2}, .months = 1U << MONTH_FEBRUARY},
    [MACHINING] = {.hours = 105, .needs = {machining_needs, 1}, .months = 1U << MONTH_OCTOBER},
};

static const Pack pack = {.module = modules, .module_count = MODULES};

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static void nothing_wanted(void **state) {
    (void)state;
    unsigned char mark[MODULES] = {0};
    BrickSum sum = bricks_sum(&pack, mark, at("2026-11-28"));
    assert_int_equal(sum.wanted + sum.hours + sum.weeks + sum.missing_count, 0);
    assert_int_equal(sum.starts, 0);
}

/* What is had costs nothing; a begun week counts. */
static void sums(void **state) {
    (void)state;
    unsigned char mark[MODULES] = {BRICK_HAVE, BRICK_HAVE, BRICK_WANT, BRICK_WANT};
    BrickSum sum = bricks_sum(&pack, mark, at("2026-11-28"));
    assert_int_equal(sum.wanted, 2);
    assert_int_equal(sum.hours, 175);
    assert_int_equal(sum.weeks, 5);
    assert_int_equal(sum.missing_count, 0);
    mark[SAFETY] = BRICK_WANT;
    assert_int_equal(bricks_sum(&pack, mark, at("2026-11-28")).weeks, 6);
}

/* Only what is ready can start: setting needs two others first. */
static void starts(void **state) {
    (void)state;
    unsigned char mark[MODULES] = {BRICK_HAVE, BRICK_HAVE, BRICK_WANT, BRICK_WANT};
    assert_int_equal(bricks_sum(&pack, mark, at("2026-11-28")).starts, at("2027-02-01"));
    mark[SAFETY] = BRICK_WANT;
    assert_int_equal(bricks_sum(&pack, mark, at("2026-11-28")).starts, at("2027-03-01"));
    assert_int_equal(bricks_sum(&pack, mark, at("2027-03-01")).starts, at("2027-03-01"));
    assert_int_equal(bricks_sum(&pack, mark, at("2027-03-02")).starts, at("2028-03-01"));
}

static void missing(void **state) {
    (void)state;
    unsigned char mark[MODULES] = {BRICK_HAVE, BRICK_FREE, BRICK_FREE, BRICK_WANT};
    BrickSum sum = bricks_sum(&pack, mark, at("2026-11-28"));
    assert_int_equal(sum.missing_count, 2);
    assert_int_equal(sum.missing[0].module, SETTING);
    assert_int_equal(sum.missing[0].before, MACHINING);
    assert_int_equal(sum.missing[1].module, PLAN);
    assert_int_equal(sum.missing[1].before, SETTING);
}

/* A pack that nobody checked may have a circle. */
static void circle_ends(void **state) {
    (void)state;
    int a_needs[] = {1}, b_needs[] = {0};
    Module two[] = {{.hours = 1, .needs = {a_needs, 1}}, {.hours = 1, .needs = {b_needs, 1}}};
    Pack round = {.module = two, .module_count = 2};
    unsigned char mark[] = {BRICK_WANT, BRICK_FREE};
    BrickSum sum = bricks_sum(&round, mark, at("2026-11-28"));
    assert_int_equal(sum.missing_count, 1);
    assert_int_equal(sum.missing[0].module, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_wanted), cmocka_unit_test(sums),        cmocka_unit_test(starts),
        cmocka_unit_test(missing),        cmocka_unit_test(circle_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
