/* What an author is told of a folder as a whole: what must be mended is no mere warning. */
#include "edit/edit.c"

#include "support/test.h"

static Remark remark_of(Forged known) {
    static Edit edit;
    static Forged last;
    Remark remark = {0};
    last = known;
    edit.known = &last;
    assert_true(find_remark(&edit, &remark));
    return remark;
}

static void test_blindness_alone_is_a_warning(void **state) {
    (void)state;
    assert_true(remark_of((Forged){.look = LOOK_GOOD, .blind = true}).warning);
    for (int blind = 0; blind < 2; blind++) {
        assert_false(remark_of((Forged){.look = LOOK_FELL, .blind = blind}).warning);
        assert_false(remark_of((Forged){.look = LOOK_NO_TOOL, .blind = blind}).warning);
        assert_false(remark_of((Forged){.look = LOOK_REFUSED, .blind = blind}).warning);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_blindness_alone_is_a_warning)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
