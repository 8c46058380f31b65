/* azimut-studio: the content of a campus on local web pages, for whoever writes it without an
   editor. */
#include "base/command_line.h"
#include "base/message.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/job.h"
#include "tools/studio/progress.h"
#include "tools/studio/server.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sodium.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct StudioOrder {
    int port;
} StudioOrder;

static bool read_port(const char *text, void *field, Error *error) {
    uint64_t port;
    if (!option_number(text, 1, UINT16_MAX, &port))
        return error_set(error, "%s n’est pas un port, de 1 à %d", text, UINT16_MAX);
    *(int *)field = (int)port;
    return true;
}

static const Command COMMANDS[] = {COMMAND(
    NULL, "DIR", "opens the content folder of a campus in a browser, on this machine alone")};

static const Option OPTIONS[] = {
    OPTION("port", "N", read_port, offsetof(StudioOrder, port),
           "the port of 127.0.0.1, instead of a free one", NULL, OPTION_FREE),
};

static const CommandLine LINE = {"azimut-studio", COMMANDS, 1, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

static int fail(const char *what) {
    fprintf(stderr, "azimut-studio: %s\n", what);
    return EXIT_FAILURE;
}

static bool say_no(Error *error, StudioWord word, const char *file, const char *why) {
    Arena arena = {0};
    Slice said = studio_sentence(&arena, LANG_FIRST, word, slice_from(file), slice_from(why));
    error_set(error, SLICE_FMT, SLICE_ARG(said));
    arena_free(&arena);
    return false;
}

/* ---- what it needs --------------------------------------------------------------------------- */

static bool find_folder(Studio *s, const char *folder, Error *error) {
    char campus[PATH_MAX + 16];
    if (!realpath(folder, s->folder))
        return say_no(error, STUDIO_NOT_READ, folder, error_why(errno));
    snprintf(campus, sizeof campus, "%s/campus.yaml", s->folder);
    return access(campus, F_OK) == 0 || say_no(error, STUDIO_NO_CAMPUS, folder, "");
}

/* The other programs, where they lie beside this one. */
static void find_tools(Studio *s) {
    char beside[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", s->tools, sizeof s->tools - 1);
    s->tools[len > 0 ? len : 0] = 0;
    char *slash = strrchr(s->tools, '/');
    if (slash)
        *slash = 0;
    snprintf(beside, sizeof beside, "%.4000s/azimut-pack", s->tools);
    if (access(beside, X_OK) != 0)
        s->tools[0] = 0;
}

static bool make_work(Studio *s, Error *error) {
    const char *place = getenv("TMPDIR");
    snprintf(s->work, sizeof s->work, "%.3900s/azimut-studio-XXXXXX", place ? place : "/tmp");
    return mkdtemp(s->work) || say_no(error, STUDIO_NOT_WRITTEN, s->work, error_why(errno));
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    (void)kind;
    (void)where;
    remove(path);
    return 0;
}

static void make_token(Studio *s) {
    unsigned char bytes[(STUDIO_TOKEN - 1) / 2];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(s->token, sizeof s->token, bytes, sizeof bytes);
}

/* ---- from the first page to the last --------------------------------------------------------- */

/* A file that leads on, which nobody else may read: what a program is called with, all users of a
   machine may. */
static bool write_way(const char *path, const char *address) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!out)
        return false;
    fprintf(out,
            "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" "
            "content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0; url=%s\">"
            "<title>Azimut</title><p><a href=\"%s\">Azimut</a></p>\n",
            address, address);
    return fclose(out) == 0;
}

static void open_browser(const Studio *s, const char *address) {
    char way[PATH_MAX + 32];
    snprintf(way, sizeof way, "file://%s/azimut.html", s->work);
    if ((!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) ||
        !write_way(way + strlen("file://"), address))
        return;
    pid_t pid = fork();
    if (pid == 0) {
        if (fork() == 0) {
            child_signals();
            execlp("xdg-open", "xdg-open", way, (char *)NULL);
            _exit(127);
        }
        _exit(0);
    }
    if (pid > 0)
        waitpid(pid, NULL, 0);
}

static void tell(const Studio *s) {
    Arena arena = {0};
    Slice address = arena_printf(&arena, "http://127.0.0.1:%d/%s/", s->port, s->token);
    Slice said = studio_sentence(&arena, LANG_FIRST, STUDIO_OPEN_AT, address, LIT(""));
    printf(SLICE_FMT "\n", SLICE_ARG(said));
    fflush(stdout);
    open_browser(s, address.at);
    arena_free(&arena);
}

/* Until somebody ends it. */
static void wait_for_end(const sigset_t *ends) {
    int signal;
    while (sigwait(ends, &signal) != 0)
        ;
}

static bool serve(Studio *s, int port, const sigset_t *ends, Error *error) {
    Server *server;
    pthread_mutex_init(&s->lock, NULL);
    job_open(s);
    if (!faults_begin(s)) {
        job_close(s);
        return error_set(error, "%s", error_why(errno));
    }
    bool good = server_begin(&server, s, port, error);
    if (good) {
        tell(s);
        wait_for_end(ends);
        server_end(server);
    }
    job_close(s);
    faults_end(s);
    progress_forget();
    return good;
}

int main(int argc, char **argv) {
    static Studio studio;
    StudioOrder order = {0};
    Operands operands;
    Error error;
    sigset_t ends;
    int status;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    if (sodium_init() < 0)
        return fail(message("libsodium ne s’ouvre pas"));
    langs();
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &ends, NULL);
    find_tools(&studio);
    make_token(&studio);
    if (!find_folder(&studio, operands.at[0], &error) || !make_work(&studio, &error))
        return fail(error.text);
    bool good = serve(&studio, order.port, &ends, &error);
    nftw(studio.work, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return good ? EXIT_SUCCESS : fail(error.text);
}
