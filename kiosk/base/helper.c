#include "base/helper.h"

#include "base/log.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
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

static void say_lost(const char *program, int fault) {
    log_line("helper", "%s cannot be started: %s", program, strerror(fault));
}

void helper_look(const char *program) {
    struct stat info;
    if (!program)
        return;
    if (access(program, X_OK) != 0)
        say_lost(program, errno);
    else if (stat(program, &info) == 0 && S_ISDIR(info.st_mode))
        say_lost(program, EISDIR);
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
    say_lost(program, fault);
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
