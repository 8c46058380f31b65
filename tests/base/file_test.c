/* What is opened for reading: a file, and nothing that looks like one. That a file is replaced
   whole is in config_edit_test.c. */
#include "base/file.h"

#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static char folder[] = "/tmp/azimut-file-XXXXXX";
static char path[64], other[64];

static int begin(void **state) {
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/one", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    return rmdir(folder);
}

static void assert_refused(const char *what, int why, bool is_none) {
    int64_t size = -7;
    assert_int_equal(file_open(what, &size), -1);
    assert_int_equal(errno, why);
    assert_int_equal(size, -7);
    assert_int_equal(file_is_none(why), is_none);
}

static void test_a_file_is_opened(void **state) {
    (void)state;
    Error error;
    char text[8] = "";
    int64_t size;
    assert_true(file_put(path, "three", 5, 0600, &error));
    int fd = file_open(path, &size);
    assert_true(fd >= 0);
    assert_int_equal(size, 5);
    assert_int_equal(read(fd, text, sizeof text), 5);
    assert_string_equal(text, "three");
    close(fd);
    fd = file_open(path, NULL);
    assert_true(fd >= 0);
    close(fd);
    unlink(path);
}

/* Nobody writes into the pipe: to open it would wait for ever. */
static void test_nothing_else_is(void **state) {
    (void)state;
    Error error;
    assert_refused(path, ENOENT, false);
    assert_refused(folder, EISDIR, true);
    assert_refused("/dev/null", ENOTSUP, true);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused(path, ENOTSUP, true);
    unlink(path);
    assert_true(file_put(other, "", 0, 0600, &error));
    assert_int_equal(symlink(other, path), 0);
    assert_refused(path, ELOOP, true);
    unlink(path);
    unlink(other);
}

static void test_a_socket_is_none(void **state) {
    (void)state;
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(name.sun_path, sizeof name.sun_path, "%s", path);
    assert_int_equal(bind(fd, (struct sockaddr *)&name, sizeof name), 0);
    assert_refused(path, ENXIO, true);
    close(fd);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_is_opened),
        cmocka_unit_test(test_nothing_else_is),
        cmocka_unit_test(test_a_socket_is_none),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
