#include "base/errand.h"

#include "base/steady.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TOOL_MEMORY ((rlim_t)2 << 30)
#define PATIENCE_MS 300
#define BESIDE 10 /* how far it gives way to what is on the glass */
#define LOOK_NS 2000000

static void limit(int what, rlim_t most) {
    struct rlimit bound = {most, most};
    setrlimit(what, &bound);
}

/* When memory is short, this is what goes, and not the kiosk. */
static void go_first(void) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ssize_t wrote = write(file, "1000", 4);
    (void)wrote;
    close(file);
}

/* Between fork and exec: nothing that may hold a lock. */
static void become(const Errand *errand, int out) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (errand->in)
        dup2(errand->in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    if (errand->complains)
        dup2(out, STDERR_FILENO);
    limit(RLIMIT_CPU, (rlim_t)errand->seconds);
#ifndef __SANITIZE_ADDRESS__ /* which reserves what it will never use */
    limit(RLIMIT_AS, TOOL_MEMORY);
#endif
    setpriority(PRIO_PROCESS, 0, BESIDE);
    go_first();
    execvpe(errand->command[0], errand->command,
            errand->environment ? errand->environment : environ);
    _exit(127);
}

static bool is_given_up(const Errand *errand) {
    return errand->gives_up && atomic_load(errand->gives_up);
}

static bool goes_on(const Errand *errand, int64_t until) {
    return steady_ms() < until && !is_given_up(errand);
}

/* False: it takes too long, or is given up. */
static bool hear(const Errand *errand, int64_t until, int in, char *text, int room) {
    char beyond[4096];
    int length = 0;
    ssize_t got = 1;
    while (got && goes_on(errand, until)) {
        struct pollfd waits = {in, POLLIN, 0};
        if (poll(&waits, 1, PATIENCE_MS) <= 0)
            continue;
        int most = room - 1 - length;
        got = read(in, most ? text + length : beyond, most ? (size_t)most : sizeof beyond);
        if (got < 0 && errno != EINTR)
            break;
        length += most && got > 0 ? (int)got : 0;
    }
    text[length] = 0;
    return !got;
}

/* One that says nothing more need not have ended. */
static bool ends(const Errand *errand, int64_t until, pid_t pid, int *status) {
    pid_t ended;
    while ((ended = waitpid(pid, status, WNOHANG)) == 0 && goes_on(errand, until))
        nanosleep(&(struct timespec){0, LOOK_NS}, NULL);
    return ended == pid;
}

static void end(pid_t pid, int *status) {
    kill(pid, SIGKILL);
    while (waitpid(pid, status, 0) < 0 && errno == EINTR) {
    }
}

/* Who is killed has used up its time or the machine's memory: it does not crash that way. */
static int end_of(int status) {
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    return WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU ? ERRAND_TOO_SLOW
                                                                      : ERRAND_CRASHED;
}

int errand_run(const Errand *errand, char *text, int room) {
    int64_t until = steady_ms() + (int64_t)errand->seconds * 1000;
    int out[2], status = 0;
    text[0] = 0;
    if (pipe2(out, O_CLOEXEC) != 0)
        return ERRAND_NOT_RUN;
    pid_t pid = fork();
    if (pid == 0)
        become(errand, out[1]);
    close(out[1]);
    bool heard = pid > 0 && hear(errand, until, out[0], text, room);
    close(out[0]);
    if (pid < 0)
        return ERRAND_NOT_RUN;
    if (heard && ends(errand, until, pid, &status))
        return end_of(status);
    end(pid, &status);
    return is_given_up(errand) ? ERRAND_NOT_RUN : end_of(status);
}
