/* Helpers: started with their word, heard when they end, and no harm when there is none. */
#include "base/helper.h"
#include "base/log.h"

#include "support/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char program[] = "/tmp/azimut-helper-XXXXXX";

static void write_program(const char *says) {
    FILE *out = fopen(program, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\n%s\n", says);
    fclose(out);
    chmod(program, 0755);
}

static void test_hears_how_it_ended(void **state) {
    (void)state;
    write_program("[ \"$1\" = on ]");
    assert_true(helper_ended_well(helper_start(program, "on")));
    assert_false(helper_ended_well(helper_start(program, "off")));
    write_program("kill -KILL $$");
    assert_false(helper_ended_well(helper_start(program, "on")));
}

static void test_one_that_is_not_there(void **state) {
    (void)state;
    assert_int_equal(helper_start("/nowhere/helper", "on"), -1);
    assert_false(helper_ended_well(-1));
}

static void expect_said(const char *what, const char *says) {
    char subject[LOG_SUBJECT], message[LOG_MESSAGE] = "";
    helper_look(what);
    log_recent(0, subject, message);
    assert_string_equal(message, says);
}

/* Before it is needed for the first time, at night. */
static void test_a_look_in_advance(void **state) {
    (void)state;
    write_program("exit 0");
    expect_said("/nowhere/power", "/nowhere/power cannot be started: No such file or directory");
    expect_said(NULL, "/nowhere/power cannot be started: No such file or directory");
    expect_said(program, "/nowhere/power cannot be started: No such file or directory");
    expect_said("/tmp", "/tmp cannot be started: Is a directory");
}

/* The kiosk blocks SIGTERM for itself: a helper that hangs must not be deaf to it. */
static void test_a_helper_hears_the_signal_that_ends_it(void **state) {
    (void)state;
    sigset_t term, before;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    sigprocmask(SIG_BLOCK, &term, &before);
    write_program("kill -TERM $$; exit 0");
    assert_false(helper_ended_well(helper_start(program, "on")));
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static int make_file(void **state) {
    (void)state;
    int fd = mkstemp(program);
    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state) {
    (void)state;
    return unlink(program);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_look_in_advance),
        cmocka_unit_test(test_hears_how_it_ended),
        cmocka_unit_test(test_one_that_is_not_there),
        cmocka_unit_test(test_a_helper_hears_the_signal_that_ends_it),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
