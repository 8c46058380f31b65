#include "staff/maker.h"

#include "base/log.h"
#include "base/steady.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_S 120
#define BUILD_S 900
#define TOOL_MEMORY ((rlim_t)2 << 30)
#define PATIENCE_MS 300
#define BESIDE 10 /* how far it gives way to what is on the glass */

/* ---- a process ------------------------------------------------------------------------------- */

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
static void become(char *const command[], int out, int seconds) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(out, STDOUT_FILENO);
    limit(RLIMIT_CPU, (rlim_t)seconds);
#ifndef __SANITIZE_ADDRESS__ /* which reserves what it will never use */
    limit(RLIMIT_AS, TOOL_MEMORY);
#endif
    setpriority(PRIO_PROCESS, 0, BESIDE);
    go_first();
    execv(command[0], command);
    _exit(127);
}

static bool is_over(const Maker *maker, int64_t until) {
    return steady_ms() >= until || atomic_load(maker->gives_up);
}

/* All that it says, as much as there is room for; false: it takes too long, or is given up. */
static bool hear(const Maker *maker, int in, int seconds, char *text, int room) {
    int64_t until = steady_ms() + (int64_t)seconds * 1000;
    char beyond[4096];
    int length = 0;
    ssize_t got = 1;
    while (got && !is_over(maker, until)) {
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

/* What else than an exit status there is. */
enum { NOT_RUN = -1, CRASHED = -2, TOO_SLOW = -3 };

/* Who is killed has used up its time or the machine's memory: it does not crash that way. */
static int end_of(int status) {
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    return WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU ? TOO_SLOW : CRASHED;
}

static int run(const Maker *maker, char *const command[], int seconds, char *text, int room) {
    int ends[2], status = 0;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return NOT_RUN;
    pid_t child = fork();
    if (child == 0)
        become(command, ends[1], seconds);
    close(ends[1]);
    bool heard = child > 0 && hear(maker, ends[0], seconds, text, room);
    close(ends[0]);
    if (child < 0)
        return NOT_RUN;
    if (!heard)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return heard || !atomic_load(maker->gives_up) ? end_of(status) : NOT_RUN;
}

static StoreLook look_from(int status) {
    if (status == 0 || status == 1)
        return status == 0 ? LOOK_GOOD : LOOK_REFUSED;
    if (status == CRASHED || status == TOO_SLOW)
        return status == CRASHED ? LOOK_FELL : LOOK_SLOW;
    return LOOK_NO_TOOL;
}

/* ---- what it is asked ------------------------------------------------------------------------ */

StoreLook maker_look(const void *self, const char *pack, Label *label) {
    const Maker *maker = self;
    char text[1024] = "";
    char *const command[] = {(char *)(uintptr_t)maker->tool, "label", (char *)(uintptr_t)pack,
                             NULL};
    int status = run(maker, command, LOOK_S, text, sizeof text);
    StoreLook look = look_from(status);
    text[strcspn(text, "\n")] = 0;
    if (look > LOOK_REFUSED)
        log_line("store", "%s: ended with %d over a pack", command[0], status);
    return look == LOOK_GOOD && !label_read(text, label) ? LOOK_REFUSED : look;
}

/* What stands before the next tab. */
static Slice cut_column(Slice *line) {
    int tab = slice_find(*line, LIT("\t"));
    Slice column = slice_cut(*line, 0, tab < 0 ? line->len : tab);
    *line = slice_cut(*line, tab < 0 ? line->len : tab + 1, line->len);
    return column;
}

/* "fault" or "warning", FOLDER/file, line, column, words. */
static bool read_fault(Slice line, const char *folder, Fault *fault) {
    Slice kind = cut_column(&line), file = cut_column(&line), beginning = slice_from(folder);
    fault->warning = slice_is(kind, "warning");
    bool is_one = fault->warning || slice_is(kind, "fault");
    if (!is_one || !slice_has_prefix(file, beginning) || file.len <= beginning.len + 1)
        return false;
    fault->file = slice_cut(file, beginning.len + 1, file.len);
    fault->line = atoi(cut_column(&line).at);
    cut_column(&line);
    fault->words = line;
    return line.len;
}

static void read_faults(const char *folder, Made *made) {
    const char *at = made->text;
    while (*at && made->count < MAKER_FAULTS) {
        int length = (int)strcspn(at, "\n");
        Fault *fault = &made->fault[made->count];
        if (read_fault((Slice){at, length}, folder, fault)) {
            made->count++;
            made->faults += !fault->warning;
        }
        at += length + (at[length] == '\n');
    }
}

StoreLook maker_build(const Maker *maker, const char *folder, const char *pack, Made *made) {
    char *const command[] = {
        (char *)(uintptr_t)maker->tool, "build",   (char *)(uintptr_t)folder,       "-o",
        (char *)(uintptr_t)pack,        "--lines", maker->draft ? "--draft" : NULL, NULL};
    made->text[0] = 0;
    made->count = made->faults = 0;
    int status = run(maker, command, BUILD_S, made->text, sizeof made->text);
    read_faults(folder, made);
    StoreLook look = look_from(status);
    if (look > LOOK_REFUSED)
        log_line("store", "%s: ended with %d over a folder", maker->tool, status);
    return look;
}
