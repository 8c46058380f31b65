/* One picture, drawn in a process that is forked for it and never outlives it. */
#include "platform/paint/easel.h"

#include "platform/paint/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SLOWER 10
#else
#define SLOWER 1
#endif
#define DATA_BYTES_MAX ((rlim_t)160 << 20) /* a progressive JPEG of 16 megapixels needs 150 MB */
#define CPU_S_MAX (2 * SLOWER)             /* the slowest of our own takes 0.05 */
#define WALL_MS_MAX (8000 * SLOWER)        /* with the machine busy elsewhere */

enum { REFUSED = 3 }; /* exit status: `error` says why; a sanitizer's is another */

struct Sheet {
    Error error; /* of the process that draws */
    uint32_t pixels[PICTURE_PIXELS_MAX];
    char bytes[PICTURE_BYTES_MAX]; /* of the file, for a keeper that has no pack */
};

Sheet *sheet_new(void) {
    void *sheet = mmap(NULL, sizeof(Sheet), PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return sheet == MAP_FAILED ? NULL : sheet;
}

void sheet_free(Sheet *sheet) {
    if (sheet)
        munmap(sheet, sizeof *sheet);
}

int sheet_patience_ms(void) {
    return WALL_MS_MAX;
}

PictureSource sheet_take(Sheet *sheet, PictureSource source) {
    memcpy(sheet->bytes, source.data.at, (size_t)source.data.len);
    source.data.at = sheet->bytes;
    return source;
}

const uint32_t *sheet_pixels(const Sheet *sheet) {
    return sheet->pixels;
}

void sheet_clear(Sheet *sheet) {
    madvise(sheet, sizeof *sheet, MADV_REMOVE);
}

/* ---- the process that draws ------------------------------------------------------------------ */

static void limit(int what, rlim_t most) {
    setrlimit((__rlimit_resource_t)what, &(struct rlimit){most, most});
}

/* What the process came with: proc_pid_statm(5), the sixth number, in pages. */
static rlim_t data_bytes(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file && fscanf(file, "%*d %*d %*d %*d %*d %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* What a decoder has to say is not for the log; what a sanitizer has, is. */
static void be_quiet(void) {
    int nothing = SLOWER > 1 ? -1 : open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing >= 0)
        dup2(nothing, STDERR_FILENO);
}

static void set_limits(void) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    signal(SIGXCPU, SIG_DFL);
    be_quiet();
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    setrlimit(RLIMIT_CPU, &(struct rlimit){CPU_S_MAX, CPU_S_MAX + 1}); /* the first is SIGXCPU */
    limit(RLIMIT_DATA, data_bytes() + DATA_BYTES_MAX);
#if SLOWER == 1 /* a sanitizer reads /proc before it tells what it found */
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, 0);
#endif
}

static void draw_here(Sheet *sheet, const PictureSource *source, const PictureWish *wish) {
    set_limits();
    sheet->error.text[0] = 0;
    if (!jail_enter(SLOWER > 1)) {
        error_set(&sheet->error, "the system cannot shut in what draws it");
        _exit(REFUSED);
    }
    _exit(picture_draw(source, wish, sheet->pixels, &sheet->error) ? EXIT_SUCCESS : REFUSED);
}

/* ---- the one that waits ---------------------------------------------------------------------- */

/* Waits as long as a picture may take by the clock; answers whether the process took longer.
   Without a pidfd the limit of its own time must do. */
static bool is_late(pid_t pid) {
    int fd = pidfd_open(pid, 0);
    struct pollfd end = {.fd = fd, .events = POLLIN};
    int ready = -1;
    while (fd >= 0 && (ready = poll(&end, 1, WALL_MS_MAX)) < 0 && errno == EINTR)
        ;
    if (fd >= 0)
        close(fd);
    return ready == 0;
}

static int wait_for(pid_t pid, bool *late) {
    int status = 0;
    *late = is_late(pid);
    if (*late)
        kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

/* What the process says of itself is not to be trusted either. */
static bool copy_error(const Sheet *sheet, Error *error) {
    memcpy(error->text, sheet->error.text, sizeof error->text);
    error->text[sizeof error->text - 1] = 0;
    for (char *at = error->text; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
    return false;
}

static bool judge(const Sheet *sheet, int status, bool late, Error *error) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
        return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == REFUSED)
        return copy_error(sheet, error);
    int sign = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (late || sign == SIGXCPU)
        return error_set(error, "drawing it takes too long");
    return error_set(error, "drawing it failed: %s", sign ? strsignal(sign) : "ended by itself");
}

bool sheet_draw(Sheet *sheet, const PictureSource *source, const PictureWish *wish, Error *error) {
    bool late;
    pid_t pid = fork();
    if (pid == 0)
        draw_here(sheet, source, wish);
    if (pid < 0)
        return error_set(error, "no process to draw it: %s", strerror(errno));
    int status = wait_for(pid, &late);
    return judge(sheet, status, late, error);
}
