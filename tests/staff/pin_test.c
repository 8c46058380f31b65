/* The code of the staff: right, wrong, wrong too often, forgotten, across restarts. */
#include "staff/pin.h"

#include "support/test.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MINUTE ((Millis)60000)

static char folder[] = "/tmp/azimut-pin-XXXXXX", path[64];
static Fault fault;

static void test_the_right_code_and_no_other(void **state) {
    (void)state;
    Pin pin;
    assert_true(pin_set(path, "471108", &fault));
    pin_open(&pin, path, 0);
    assert_true(pin_is_set(&pin));
    assert_false(pin_try(&pin, "471109", 0));
    assert_int_equal(pin_tries_left(&pin), 4);
    assert_true(pin_try(&pin, "471108", 0));
    assert_int_equal(pin_tries_left(&pin), 5);
}

static void test_the_file_tells_nobody(void **state) {
    (void)state;
    struct stat info;
    char text[512] = "";
    assert_true(pin_set(path, "471108", &fault));
    FILE *file = fopen(path, "r");
    assert_true(fread(text, 1, sizeof text - 1, file) > 0);
    fclose(file);
    assert_null(strstr(text, "471108"));
    assert_non_null(strstr(text, "$argon2id$"));
    stat(path, &info);
    assert_int_equal(info.st_mode & 077, 0);
}

/* 5 minutes, then 10, then 20: also when the power is cut in between. */
static void test_the_wait_grows_and_outlives_a_restart(void **state) {
    (void)state;
    Pin pin;
    Millis now = 0;
    assert_true(pin_set(path, "471108", &fault));
    pin_open(&pin, path, now);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < PIN_TRIES; i++)
            assert_false(pin_try(&pin, "000001", now));
        assert_int_equal(pin_seconds_left(&pin, now), 300 << round);
        assert_false(pin_try(&pin, "471108", now)); /* even the right one has to wait */
        pin_open(&pin, path, now);
        assert_int_equal(pin_seconds_left(&pin, now), 300 << round);
        now += (5 << round) * MINUTE;
        assert_int_equal(pin_seconds_left(&pin, now), 0);
    }
    assert_true(pin_try(&pin, "471108", now));
    pin_open(&pin, path, now);
    assert_int_equal(pin_seconds_left(&pin, now), 0);
}

static void test_codes_that_are_none(void **state) {
    (void)state;
    static const char *const BAD[] = {"", "12345", "1234567", "12345a", "111111", "123456", "987654", "４７１１０８"};
    assert_true(pin_set(path, "471108", &fault));
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_false(pin_set(path, BAD[i], &fault));
    Pin pin;
    pin_open(&pin, path, 0);
    assert_true(pin_try(&pin, "471108", 0)); /* the one that was good still is */
    assert_false(pin_set("/no/such/folder/pin", "471108", &fault));
}

static void test_without_a_file_the_door_stays_shut(void **state) {
    (void)state;
    static const char *const FILES[] = {NULL, "/no/such/file", "/dev/null"};
    for (int i = 0; i < 3; i++) {
        Pin pin;
        pin_open(&pin, FILES[i], 0);
        assert_false(pin_is_set(&pin));
        assert_false(pin_try(&pin, "000000", 0));
    }
    FILE *file = fopen(path, "w");
    fputs("n’importe quoi\nfailed -7\n", file);
    fclose(file);
    Pin pin;
    pin_open(&pin, path, 0);
    assert_false(pin_try(&pin, "000000", 0));
}

static int begin(void **state) {
    (void)state;
    if (sodium_init() < 0 || !mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/pin", folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    unlink(path);
    return rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_right_code_and_no_other),
        cmocka_unit_test(test_the_file_tells_nobody),
        cmocka_unit_test(test_the_wait_grows_and_outlives_a_restart),
        cmocka_unit_test(test_codes_that_are_none),
        cmocka_unit_test(test_without_a_file_the_door_stays_shut),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
