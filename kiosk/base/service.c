#include "base/service.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define US_PER_MS 1000

static struct {
    struct sockaddr_un address;
    socklen_t bytes;  /* of the address; 0: nobody is told */
    int64_t patience; /* a third of the manager's own */
    int64_t told;     /* when it was told last */
    bool ready, asleep;
} manager;

static void tell(const char *line) {
    if (!manager.bytes)
        return;
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    (void)sendto(fd, line, strlen(line), MSG_NOSIGNAL | MSG_DONTWAIT,
                 (const struct sockaddr *)&manager.address, manager.bytes);
    close(fd);
}

/* A path, or with @ a name that no folder has. */
static void find_socket(const char *path) {
    size_t length = path ? strlen(path) : 0;
    if (!length || length >= sizeof manager.address.sun_path || !strchr("/@", path[0]))
        return;
    manager.address.sun_family = AF_UNIX;
    memcpy(manager.address.sun_path, path, length);
    if (path[0] == '@')
        manager.address.sun_path[0] = 0;
    manager.bytes = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
}

/* WATCHDOG_PID names another process where this one was started by a script. */
static int64_t patience(const char *microseconds, const char *process) {
    if (!microseconds || (process && strtoll(process, NULL, 10) != getpid()))
        return 0;
    return strtoll(microseconds, NULL, 10) / US_PER_MS / 3;
}

void service_begin(void) {
    memset(&manager, 0, sizeof manager);
    find_socket(getenv("NOTIFY_SOCKET"));
    if (manager.bytes)
        manager.patience = patience(getenv("WATCHDOG_USEC"), getenv("WATCHDOG_PID"));
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
}

void service_alive(int64_t now) {
    if (!manager.ready)
        tell("READY=1");
    else if (!manager.patience || now - manager.told < manager.patience / 2)
        return;
    else
        tell("WATCHDOG=1");
    manager.ready = true;
    manager.told = now;
}

int64_t service_patience(void) {
    return manager.patience;
}

void service_asleep(bool asleep) {
    if (asleep != manager.asleep)
        tell(asleep ? "STATUS=asleep" : "STATUS=awake");
    manager.asleep = asleep;
}

void service_stops(void) {
    tell("STOPPING=1");
}
