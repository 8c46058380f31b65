/* The code of the staff: right, wrong, wrong too often, forgotten, across restarts. */
#include "staff/pin.h"

#include "base/log.h"

#include "support/test.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/azimut-pin-XXXXXX", path[64];
static Error error;

static void test_the_right_code_and_no_other(void **state) {
    (void)state;
    Pin pin;
    assert_true(pin_set(path, "471108", &error));
    pin_open(&pin, path, 0);
    assert_true(pin_is_set(&pin));
    assert_false(pin_try(&pin, "471109", 0));
    assert_int_equal(pin_tries_left(&pin, 0), 4);
    assert_true(pin_try(&pin, "471108", 0));
    assert_int_equal(pin_tries_left(&pin, 0), 5);
}

static void test_the_file_tells_nobody(void **state) {
    (void)state;
    struct stat info;
    char text[512] = "";
    assert_true(pin_set(path, "471108", &error));
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
    assert_true(pin_set(path, "471108", &error));
    pin_open(&pin, path, now);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < PIN_TRIES; i++)
            assert_false(pin_try(&pin, "000001", now));
        assert_int_equal(pin_seconds_left(&pin, now), 300 << round);
        assert_false(pin_try(&pin, "471108", now)); /* even the right one has to wait */
        pin_open(&pin, path, now);
        assert_int_equal(pin_seconds_left(&pin, now), 300 << round);
        now += (5 << round) * CIVIL_MINUTE;
        assert_int_equal(pin_seconds_left(&pin, now), 0);
    }
    assert_true(pin_try(&pin, "471108", now));
    pin_open(&pin, path, now);
    assert_int_equal(pin_seconds_left(&pin, now), 0);
}

static void fail_five_times(Pin *pin, Millis now) {
    for (int i = 0; i < PIN_TRIES; i++)
        assert_false(pin_try(pin, "000001", now));
}

/* One wait less for each quiet quarter of an hour; without a pause it grows to 80 minutes. */
static void test_quiet_takes_the_wait_back(void **state) {
    (void)state;
    Pin pin;
    assert_true(pin_set(path, "471108", &error));
    pin_open(&pin, path, 0);
    fail_five_times(&pin, 0);
    assert_int_equal(pin_seconds_left(&pin, 0), 300);
    fail_five_times(&pin, 14 * CIVIL_MINUTE); /* not yet */
    assert_int_equal(pin_seconds_left(&pin, 14 * CIVIL_MINUTE), 600);
    fail_five_times(&pin, 29 * CIVIL_MINUTE); /* one step back, and one forth */
    assert_int_equal(pin_seconds_left(&pin, 29 * CIVIL_MINUTE), 600);
    fail_five_times(&pin, 120 * CIVIL_MINUTE);
    assert_int_equal(pin_seconds_left(&pin, 120 * CIVIL_MINUTE), 300);
    assert_false(pin_try(&pin, "000001", 126 * CIVIL_MINUTE));
    assert_int_equal(pin_tries_left(&pin, 127 * CIVIL_MINUTE), 4);
    assert_int_equal(pin_tries_left(&pin, 141 * CIVIL_MINUTE + 1), 4); /* the first five are gone */
    assert_int_equal(pin_tries_left(&pin, 156 * CIVIL_MINUTE + 1), 5);
}

/* A whole school day of wrong codes: the staff never wait longer than twenty minutes. */
static void test_a_pupil_cannot_shut_the_staff_out(void **state) {
    (void)state;
    Pin pin;
    Millis now = 0;
    int longest = 0;
    assert_true(pin_set(path, "471108", &error));
    pin_open(&pin, path, 0);
    while (now < 10 * 60 * CIVIL_MINUTE) {
        fail_five_times(&pin, now);
        int wait = pin_seconds_left(&pin, now);
        longest = wait > longest ? wait : longest;
        now += (Millis)wait * 1000;
    }
    assert_true(longest <= 20 * 60);
    assert_true(pin_try(&pin, "471108", now));
}

/* Set by another user, as root does for the kiosk's: the kiosk can still read it. */
static void test_owner_and_rights_stay(void **state) {
    (void)state;
    struct stat info;
    char link[80];
    Pin pin;
    assert_true(pin_set(path, "471108", &error));
    assert_int_equal(chmod(path, 0640), 0);
    bool root = geteuid() == 0;
    if (root)
        assert_int_equal(chown(path, 65534, 65533), 0);
    snprintf(link, sizeof link, "%s.link", path);
    assert_int_equal(symlink(path, link), 0);
    assert_true(pin_set(link, "860317", &error));
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    unlink(link);
    pin_open(&pin, path, 0);
    assert_false(pin_try(&pin, "000001", 0)); /* writes the file too */
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    if (root)
        assert_true(info.st_uid == 65534 && info.st_gid == 65533);
    unlink(path);
    if (root)
        assert_int_equal(chown(folder, 65534, 65533), 0);
    assert_true(pin_set(path, "471108", &error)); /* the first one is its folder's owner's */
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    if (root)
        assert_true(info.st_uid == 65534);
    assert_int_equal(chown(folder, geteuid(), getegid()), 0);
}

static void expect_said(const char *file, const char *what, bool unreadable) {
    char subject[LOG_SUBJECT], message[LOG_MESSAGE];
    Pin pin;
    pin_open(&pin, file, 0);
    assert_false(pin_is_set(&pin));
    assert_int_equal(pin.unreadable, unreadable);
    assert_true(log_recent(0, subject, message));
    assert_string_equal(subject, "pin");
    assert_non_null(strstr(message, what));
    assert_non_null(strstr(message, file));
}

static void test_a_file_without_a_code_is_said(void **state) {
    (void)state;
    expect_said("/no/such/file", "No such file", false);
    expect_said(folder, "Is a directory", true);
    FILE *file = fopen(path, "w");
    fclose(file);
    expect_said(path, "is empty", true);
    file = fopen(path, "w");
    fputs("471108\n", file);
    fclose(file);
    expect_said(path, "holds no code", true);
}

static void test_codes_that_are_none(void **state) {
    (void)state;
    static const char *const BAD[] = {"",       "12345",  "1234567", "12345a",
                                      "111111", "123456", "987654",  "４７１１０８"};
    assert_true(pin_set(path, "471108", &error));
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_false(pin_set(path, BAD[i], &error));
    Pin pin;
    pin_open(&pin, path, 0);
    assert_true(pin_try(&pin, "471108", 0)); /* the one that was good still is */
    assert_false(pin_set("/no/such/folder/pin", "471108", &error));
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
        cmocka_unit_test(test_quiet_takes_the_wait_back),
        cmocka_unit_test(test_a_pupil_cannot_shut_the_staff_out),
        cmocka_unit_test(test_owner_and_rights_stay),
        cmocka_unit_test(test_a_file_without_a_code_is_said),
        cmocka_unit_test(test_codes_that_are_none),
        cmocka_unit_test(test_without_a_file_the_door_stays_shut),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
