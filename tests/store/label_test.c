#include "store/label.h"

#include "support/test.h"

#include <string.h>

#define GOOD                                                                                       \
    "azimut id=clermont version=12 size=4096 format=8 not-before=2026-11-28 expires=2028-01-02"

static void test_there_and_back(void **state) {
    (void)state;
    char line[LABEL_TEXT];
    Label label;
    assert_true(label_read(GOOD, &label));
    assert_string_equal(label.id, "clermont");
    assert_int_equal(label.version, 12);
    assert_int_equal(label.size, 4096);
    assert_int_equal(label.format, 8);
    label_write(&label, line);
    assert_string_equal(line, GOOD);
}

/* A line is read in one way or not at all. */
static void test_what_is_no_label(void **state) {
    (void)state;
    static const char *const NONE[] = {
        "",
        "azimut",
        "timestamp:1795874686 file:c.pack",
        GOOD " ",
        GOOD " more=1",
        "azimut  id=a version=1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id= version=1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=../a version=1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=A version=1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=-a version=1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=a version=-1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=a version=0x1 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=a version=1 version=2 size=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=a size=1 version=1 format=8 not-before=2026-11-28 expires=2028-01-02",
        "azimut id=a version=1 size=1 format=8 not-before=28/11/2026 expires=2028-01-02",
        "azimut id=a version=1 size=1 format=8 not-before=2026-11-31 expires=2028-01-02",
        "azimut id=a version=1 size=1 format=8 not-before=2026-11-28T09:00 expires=2028-01-02",
        "azimut id=a version=1 size=1 format=8 not-before=2026-11-28",
        "azimut id=a version=12345678901234567890 size=1 format=8 not-before=2026-11-28 "
        "expires=2028-01-02",
    };
    Label label;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(label_read(NONE[i], &label));
    char cut[sizeof GOOD];
    for (size_t length = 0; length < sizeof GOOD - 2; length++) {
        memcpy(cut, GOOD, length);
        cut[length] = 0;
        assert_false(label_read(cut, &label));
    }
}

/* Read, so that the reason can be said: who judges it refuses it. */
static void test_a_version_without_end(void **state) {
    (void)state;
    Label label;
    assert_true(label_read("azimut id=a version=9223372036854775807 size=1 format=8 "
                           "not-before=2026-11-28 expires=2028-01-02",
                           &label));
    assert_true(label.version > LABEL_VERSION_MAX);
}

static void test_ids(void **state) {
    (void)state;
    char longest[LABEL_ID + 1];
    memset(longest, 'a', sizeof longest);
    longest[LABEL_ID] = 0;
    assert_false(label_id(longest));
    longest[LABEL_ID - 1] = 0;
    assert_true(label_id(longest));
    assert_true(label_id("clermont-2"));
    assert_false(label_id(""));
    assert_false(label_id("."));
    assert_false(label_id("a/b"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_what_is_no_label),
        cmocka_unit_test(test_a_version_without_end),
        cmocka_unit_test(test_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
