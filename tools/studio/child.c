#include "tools/studio/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_MOST = 16 << 20, READ_BYTES = 1 << 16 };

typedef struct Pipes {
    int in[2], out[2], wrong[2];
} Pipes;

static void close_both(const int ends[2]) {
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

static bool open_pipes(Pipes *p) {
    *p = (Pipes){{-1, -1}, {-1, -1}, {-1, -1}};
    if (pipe2(p->in, O_CLOEXEC) == 0 && pipe2(p->out, O_CLOEXEC) == 0 &&
        pipe2(p->wrong, O_CLOEXEC) == 0)
        return true;
    close_both(p->in);
    close_both(p->out);
    close_both(p->wrong);
    return false;
}

void child_signals(void) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
}

/* Where it stands there already, it is not closed for the other program. */
static void put_at(int fd, int place) {
    if (fd == place)
        fcntl(fd, F_SETFD, 0);
    else
        dup2(fd, place);
}

/* After fork: nothing but what may be done there. */
static void become(const Pipes *p, int file, const char *folder, char *const *arguments) {
    child_signals();
    put_at(p->in[0], STDIN_FILENO);
    put_at(file >= 0 ? file : p->out[1], STDOUT_FILENO);
    put_at(p->wrong[1], STDERR_FILENO);
    if (folder && chdir(folder) != 0)
        _exit(127);
    execvp(arguments[0], arguments);
    _exit(127);
}

/* A short text; whoever does not read it is not waited for. */
static void type(int fd, Slice text) {
    while (text.len > 0) {
        ssize_t wrote = write(fd, text.at, (size_t)text.len);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            break;
        text = slice_cut(text, (int)wrote, text.len);
    }
    close(fd);
}

typedef struct Heard {
    char *at;
    size_t len;
    bool cut;
} Heard;

static bool hear(int fd, Heard *heard) {
    char bytes[READ_BYTES];
    ssize_t got = read(fd, bytes, sizeof bytes);
    if (got < 0)
        return errno == EINTR;
    heard->cut |= got > 0 && heard->len + (size_t)got >= SAID_MOST;
    if (got > 0 && !heard->cut) {
        heard->at = realloc(heard->at, heard->len + (size_t)got);
        if (!heard->at)
            abort();
        memcpy(heard->at + heard->len, bytes, (size_t)got);
        heard->len += (size_t)got;
    }
    return got > 0;
}

static void hear_both(const Pipes *p, Heard heard[2]) {
    struct pollfd ends[2] = {{p->out[0], POLLIN, 0}, {p->wrong[0], POLLIN, 0}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (poll(ends, 2, -1) < 0 && errno != EINTR)
            break;
        for (int i = 0; i < 2; i++)
            if (ends[i].fd >= 0 && ends[i].revents && !hear(ends[i].fd, &heard[i]))
                ends[i].fd = -1;
    }
}

static Slice kept(Arena *arena, Heard *heard) {
    Slice text = arena_copy(arena, (Slice){heard->at ? heard->at : "", (int)heard->len});
    free(heard->at);
    return text;
}

static const Child NONE = {-1, {"", 0}, {"", 0}, false};

static Child run(Arena *arena, const char *folder, Slice input, int file,
                 const char *const *arguments) {
    Pipes p;
    Heard heard[2] = {0};
    int status = -1;
    if (!open_pipes(&p))
        return NONE;
    pid_t pid = fork();
    if (pid == 0)
        become(&p, file, folder, (char *const *)(uintptr_t)arguments);
    close(p.in[0]);
    close(p.out[1]);
    close(p.wrong[1]);
    type(p.in[1], input);
    hear_both(&p, heard);
    close(p.out[0]);
    close(p.wrong[0]);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    bool ended = pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) != 127;
    Child child = {.status = ended ? WEXITSTATUS(status) : -1, .cut = heard[0].cut};
    child.said = kept(arena, &heard[0]);
    child.wrong = kept(arena, &heard[1]);
    return child;
}

Child child_run(Arena *arena, const char *folder, Slice input, const char *const *arguments) {
    return run(arena, folder, input, -1, arguments);
}

Child child_run_into(Arena *arena, const char *folder, const char *path,
                     const char *const *arguments) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return NONE;
    Child child = run(arena, folder, LIT(""), file, arguments);
    if (close(file) != 0)
        child.status = -1;
    return child;
}
