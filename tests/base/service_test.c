/* The service manager hears that a page stands, and then as often as it wishes; nobody else does.
 */
#include "base/service.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static char heard[64];

static int listen_at(const char *path) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    size_t length = strlen(path);
    memcpy(at.sun_path, path, length);
    if (path[0] == '@')
        at.sun_path[0] = 0;
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    socklen_t bytes = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    assert_int_equal(bind(fd, (struct sockaddr *)&at, bytes), 0);
    return fd;
}

static const char *hear(int fd) {
    ssize_t bytes = recv(fd, heard, sizeof heard - 1, 0);
    heard[bytes > 0 ? bytes : 0] = 0;
    return heard;
}

static void begin(const char *address, const char *microseconds, const char *process) {
    const char *names[] = {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"};
    const char *values[] = {address, microseconds, process};
    for (int i = 0; i < 3; i++)
        if (values[i])
            setenv(names[i], values[i], 1);
    service_begin();
    for (int i = 0; i < 3; i++)
        assert_null(getenv(names[i]));
}

static void expect_life(const char *address) {
    int fd = listen_at(address);
    begin(address, "30000000", NULL);
    assert_int_equal(service_patience(), 10000);
    assert_string_equal(hear(fd), "");
    service_alive(1000);
    assert_string_equal(hear(fd), "READY=1");
    service_alive(1001); /* a finger that moves is no reason to tell it again */
    service_alive(5999);
    assert_string_equal(hear(fd), "");
    service_alive(6000);
    assert_string_equal(hear(fd), "WATCHDOG=1");
    service_alive(16000); /* a loop that slept as long as it may */
    assert_string_equal(hear(fd), "WATCHDOG=1");
    service_asleep(false); /* as it was */
    assert_string_equal(hear(fd), "");
    service_asleep(true);
    assert_string_equal(hear(fd), "STATUS=asleep");
    service_asleep(true);
    assert_string_equal(hear(fd), "");
    service_asleep(false);
    assert_string_equal(hear(fd), "STATUS=awake");
    service_stops();
    assert_string_equal(hear(fd), "STOPPING=1");
    close(fd);
}

static void test_it_is_told_at_a_path_and_by_a_name(void **state) {
    (void)state;
    char path[64], name[64];
    snprintf(path, sizeof path, "/tmp/azimut-service-%d", getpid());
    snprintf(name, sizeof name, "@azimut-service-%d", getpid());
    expect_life(path);
    unlink(path);
    expect_life(name);
}

static void test_ready_without_a_watchdog(void **state) {
    (void)state;
    char name[64], other[16];
    snprintf(name, sizeof name, "@azimut-quiet-%d", getpid());
    snprintf(other, sizeof other, "%d", getpid() + 1);
    int fd = listen_at(name);
    begin(name, NULL, NULL);
    assert_int_equal(service_patience(), 0);
    service_alive(0);
    assert_string_equal(hear(fd), "READY=1");
    service_alive(100000);
    assert_string_equal(hear(fd), "");
    begin(name, "30000000", other); /* somebody else's watchdog */
    assert_int_equal(service_patience(), 0);
    close(fd);
}

static void test_nobody_is_there(void **state) {
    (void)state;
    static const char *const ADDRESSES[] = {NULL, "", "relative", "/nowhere/at/all"};
    for (int i = 0; i < 4; i++) {
        begin(ADDRESSES[i], i < 3 ? "30000000" : NULL, NULL);
        assert_int_equal(service_patience(), 0);
        service_alive(0);
        service_stops();
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_is_told_at_a_path_and_by_a_name),
        cmocka_unit_test(test_ready_without_a_watchdog),
        cmocka_unit_test(test_nobody_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
