/* Published indices against published figures. */
#include "quiz/indices.h"

#include "support/test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void code(const char *letters, int out[3]) {
    for (int i = 0; i < 3; i++)
        out[i] = (int)(strchr("RIASEC", letters[i]) - "RIASEC");
}

static int both(int (*index)(const int *, const int *), const char *a, const char *b) {
    int x[3], y[3];
    code(a, x);
    code(b, y);
    return index(x, y);
}

static void test_iachan(void **state) {
    (void)state;
    assert_int_equal(both(indices_iachan, "SEI", "ESI"), 21);
    assert_int_equal(both(indices_iachan, "SEI", "ESA"), 20);
    assert_int_equal(both(indices_iachan, "RIA", "RIA"), 28);
    assert_int_equal(both(indices_iachan, "RIA", "SEC"), 0);
}

static void test_brown_gore(void **state) {
    (void)state;
    assert_int_equal(both(indices_brown_gore, "RIA", "RIA"), 18);
    assert_int_equal(both(indices_brown_gore, "RIA", "SEC"), 0);
    assert_int_equal(both(indices_brown_gore, "RIC", "RIE"), 17);
    assert_int_equal(both(indices_brown_gore, "RIC", "RCI"), 12);
    assert_int_equal(both(indices_brown_gore, "SEI", "ESA"), 12);
    assert_int_equal(both(indices_brown_gore, "SEI", "ESI"), 13);
}

/* Mean and standard deviation over all pairs of the 120 codes. */
static void over_all_pairs(int (*index)(const int *, const int *), double *mean, double *spread) {
    int codes[120][3], count = 0;
    for (int a = 0; a < 6; a++)
        for (int b = 0; b < 6; b++)
            for (int c = 0; c < 6; c++)
                if (a != b && b != c && a != c)
                    memcpy(codes[count++], (int[3]){a, b, c}, sizeof *codes);
    double sum = 0, squares = 0;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            double value = index(codes[i], codes[j]);
            sum += value;
            squares += value * value;
        }
    *mean = sum / (count * count);
    *spread = sqrt(squares / (count * count) - *mean * *mean);
}

static void test_over_all_codes(void **state) {
    (void)state;
    double mean, spread;
    over_all_pairs(indices_iachan, &mean, &spread);
    assert_true(mean == 10 && fabs(spread - 7.81452) < 5e-6);
    over_all_pairs(indices_brown_gore, &mean, &spread);
    assert_true(mean == 9 && fabs(spread - 3.69324) < 5e-6);
}

static void test_differentiation(void **state) {
    (void)state;
    const double score[] = {70, 90, 120, 75, 100, 130};
    const double expected[] = {10, 30, 25, 42.5, 60, 0.102564, 21.9374};
    double di[INDICES_DIFFERENTIATION];
    indices_differentiation(score, di);
    for (int i = 0; i < INDICES_DIFFERENTIATION; i++)
        assert_true(fabs(di[i] - expected[i]) < 5e-5);
    assert_true(indices_spread(score) == di[6]);
    assert_int_equal(indices_leading(score), 5);
    assert_int_equal(indices_second(score), 2);
    assert_int_equal(indices_consistency(score), 3); /* C and A lie opposite each other */
}

/* Occupation 43-4041.00 of O*NET. */
static void test_first_high_point(void **state) {
    (void)state;
    const double score[] = {1.00, 1.85, 1.00, 3.39, 4.47, 7.00};
    assert_int_equal(indices_leading(score), 5);
    assert_int_equal(indices_second(score), 4);
    assert_int_equal(indices_consistency(score), 1);
}

/* RI RA IA RS IS AS RE IE AE SE RC IC AC SC EC */
static HexagonTest hexagon(const double *lower) {
    Covariance r = {{{0}}};
    for (int i = 0, at = 0; i < 6; i++)
        for (int j = 0; j < i; j++)
            r.at[i][j] = r.at[j][i] = lower[at++];
    return indices_hexagon(&r);
}

static void test_order_of_the_hexagon(void **state) {
    (void)state;
    static const struct {
        double lower[15];
        int met, violated;
        double index, p;
    } CASES[] = {
        {{.332, .174, .330, .037, .126, .281, .296, .009, .251, .351, .457, .053, -.068, .111,
          .447},
         71,
         1,
         .972,
         12 / 720.0},
        {{.58, .25, .44, .08, .22, .31, .18, .28, .44, .46, .46, .41, .28, .21, .54},
         61,
         10,
         .708,
         .0167},
        {{.53, .09, .40, .13, .35, .65, .13, .38, .55, .64, .35, .45, .42, .52, .63},
         53,
         17,
         .500,
         .0333},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        HexagonTest test = hexagon(CASES[i].lower);
        assert_int_equal(test.met, CASES[i].met);
        assert_int_equal(test.violated, CASES[i].violated);
        assert_true(fabs(test.index - CASES[i].index) < 5e-4);
        assert_true(fabs(test.p - CASES[i].p) < 5e-5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_iachan),           cmocka_unit_test(test_brown_gore),
        cmocka_unit_test(test_over_all_codes),   cmocka_unit_test(test_differentiation),
        cmocka_unit_test(test_first_high_point), cmocka_unit_test(test_order_of_the_hexagon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
