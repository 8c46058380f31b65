/* What orientation, reach and size of text come to: the few things that all else rests on. */
#include "support/test.h"
#include "ui/form.h"

enum { WIDE = 1920, HIGH = 1080 };

static Form lying(Settings settings) {
    return form_of(settings, WIDE, HIGH);
}

static Form standing(Settings settings) {
    return form_of(settings, HIGH, WIDE);
}

static void test_the_shape_of_the_window_decides(void **state) {
    (void)state;
    assert_true(form_of((Settings){0}, 1280, 720).side_by_side);
    assert_false(form_of((Settings){0}, 720, 1280).side_by_side);
    assert_int_equal(lying((Settings){0}).flow, FLOW_ROW);
    assert_int_equal(standing((Settings){0}).flow, FLOW_COLUMN);
    assert_int_equal(lying((Settings){0}).columns, 3);
    assert_int_equal(standing((Settings){0}).columns, 2);
}

static void test_who_sits_reaches_1100_mm(void **state) {
    (void)state;
    Settings sits = {.seated = true};
    assert_int_equal(lying((Settings){0}).reach, 133);
    assert_int_equal(lying(sits).reach, 374);
    assert_int_equal(lying(sits).lowered, 374 - 133);
    assert_int_equal(standing((Settings){0}).reach, 872);
    assert_int_equal(standing(sits).reach, 1114);
    assert_int_equal(standing((Settings){0}).lowered, 0);
}

static void test_roomy_is_usual_and_standing(void **state) {
    (void)state;
    assert_true(form_is_roomy((Settings){0}));
    assert_false(form_is_roomy((Settings){.seated = true}));
    assert_false(form_is_roomy((Settings){.step = STEP_LARGE}));
    assert_true(lying((Settings){0}).ample);
    assert_false(standing((Settings){0}).ample);
    assert_true(standing((Settings){0}).roomy);
    assert_true(lying((Settings){.step = STEP_LARGER, .seated = true}).tight);
    assert_false(lying((Settings){.step = STEP_LARGE, .seated = true}).tight);
}

static void test_a_share_is_for_two_side_by_side(void **state) {
    (void)state;
    Form wide = lying((Settings){0}), high = standing((Settings){0});
    assert_int_equal(form_share(&wide, 13), 13);
    assert_int_equal(form_share(&high, 13), 0);
}

/* A drawer, a question and a film stay on the drawing, whatever is set. */
static void test_nothing_is_wider_than_the_drawing(void **state) {
    (void)state;
    for (int bits = 0; bits < 2 * 2 * STEP_COUNT; bits++) {
        Settings settings = {.seated = bits & 1, .step = (TextStep)(bits / 4)};
        Form form = bits & 2 ? standing(settings) : lying(settings);
        int inside = form.width - 2 * form.margin;
        assert_true(form.dialog_w < form.width && form.drawer_w < form.width);
        assert_true(form.side_by_side || form.drawer_h <= form.height - form.reach);
        assert_true(form.video_w < inside && form.panel + form.keys < inside);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_shape_of_the_window_decides),
        cmocka_unit_test(test_who_sits_reaches_1100_mm),
        cmocka_unit_test(test_roomy_is_usual_and_standing),
        cmocka_unit_test(test_a_share_is_for_two_side_by_side),
        cmocka_unit_test(test_nothing_is_wider_than_the_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
