#include "base/helper.h"

#include "base/log.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The kiosk holds back the signals that end it; a helper is to end at once. */
static void hear_all_signals(posix_spawnattr_t *how) {
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(how);
    posix_spawnattr_setsigmask(how, &none);
    posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK);
}

pid_t helper_start(const char *program, const char *arg) {
    char *const argv[] = {(char *)program, (char *)arg, NULL};
    posix_spawnattr_t how;
    pid_t helper;
    hear_all_signals(&how);
    int fault = posix_spawn(&helper, program, NULL, &how, argv, environ);
    posix_spawnattr_destroy(&how);
    if (!fault)
        return helper;
    log_line("helper", "%s: %s", program, strerror(fault));
    return -1;
}

bool helper_ended_well(pid_t helper) {
    int status = 0;
    if (helper < 0)
        return false;
    while (waitpid(helper, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
