#include "tools/studio/faults.h"

#include "tools/studio/child.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct Faults {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t change;
    bool ends;
    unsigned wanted, known; /* how often it was changed; how much of that is looked at */
    char pack[PATH_MAX];
    Arena arena; /* of what was found last */
    Fault *fault;
    int count;
    bool built;
    Slice trouble;
} Faults;

const char *faults_tool(const Studio *studio, Arena *arena, const char *name) {
    if (!studio->tools[0])
        return name;
    return arena_printf(arena, "%s/%s", studio->tools, name).at;
}

const char *faults_pack(const Studio *studio) {
    return studio->faults->pack;
}

/* ---- what azimut-pack says ------------------------------------------------------------------- */

static Slice next_field(Slice *line) {
    int tab = slice_find(*line, LIT("\t"));
    Slice field = slice_cut(*line, 0, tab < 0 ? line->len : tab);
    *line = slice_cut(*line, tab < 0 ? line->len : tab + 1, line->len);
    return field;
}

static Slice from_folder(const Studio *studio, Slice file) {
    Slice folder = slice_from(studio->folder);
    bool within = slice_has_prefix(file, folder) && file.len > folder.len + 1;
    return within ? slice_cut(file, folder.len + 1, file.len) : file;
}

static void take_line(const Studio *studio, Faults *f, Slice line) {
    Slice kind = next_field(&line), file = next_field(&line), number = next_field(&line);
    next_field(&line);
    bool warning = slice_is(kind, "warning");
    if (!warning && !slice_is(kind, "fault"))
        return;
    *LIST_ADD(&f->arena, f->fault, f->count) =
        (Fault){.file = from_folder(studio, file),
                .message = line,
                .line = atoi(arena_copy(&f->arena, number).at),
                .warning = warning};
}

static void take_all(const Studio *studio, Faults *f, Child child) {
    Slice rest = child.said;
    f->fault = NULL;
    f->count = 0;
    while (rest.len) {
        int end = slice_find(rest, LIT("\n"));
        take_line(studio, f, slice_cut(rest, 0, end < 0 ? rest.len : end));
        rest = slice_cut(rest, end < 0 ? rest.len : end + 1, rest.len);
    }
    f->built |= child.status == 0;
    int grave = 0;
    for (int i = 0; i < f->count; i++)
        grave += !f->fault[i].warning;
    f->trouble = child.status < 0 || (child.status > 0 && !grave) ? child.wrong : LIT("");
    if (child.status < 0 && !f->trouble.len)
        f->trouble = LIT("azimut-pack");
}

static Child look(const Studio *studio, Arena *arena, const char *pack) {
    const char *const arguments[] = {faults_tool(studio, arena, "azimut-pack"),
                                     "build",
                                     "--lines",
                                     studio->folder,
                                     "-o",
                                     pack,
                                     NULL};
    return child_run(arena, NULL, LIT(""), arguments);
}

/* ---- beside the pages ------------------------------------------------------------------------ */

static void *run(void *self) {
    Studio *studio = self;
    Faults *f = studio->faults;
    pthread_mutex_lock(&f->lock);
    while (!f->ends) {
        if (f->known == f->wanted) {
            pthread_cond_wait(&f->change, &f->lock);
            continue;
        }
        unsigned wanted = f->wanted;
        pthread_mutex_unlock(&f->lock);
        Arena found = {0};
        Child child = look(studio, &found, f->pack);
        pthread_mutex_lock(&f->lock);
        arena_free(&f->arena);
        f->arena = found;
        take_all(studio, f, child);
        f->known = wanted;
        pthread_cond_broadcast(&f->change);
    }
    pthread_mutex_unlock(&f->lock);
    return NULL;
}

bool faults_begin(Studio *studio) {
    pthread_condattr_t how;
    Faults *f = studio->faults = calloc(1, sizeof *f);
    if (!f)
        abort();
    snprintf(f->pack, sizeof f->pack, "%.4000s/preview.pack", studio->work);
    pthread_mutex_init(&f->lock, NULL);
    pthread_condattr_init(&how);
    pthread_condattr_setclock(&how, CLOCK_MONOTONIC);
    pthread_cond_init(&f->change, &how);
    pthread_condattr_destroy(&how);
    f->wanted = 1;
    errno = pthread_create(&f->thread, NULL, run, studio);
    return errno == 0;
}

void faults_end(Studio *studio) {
    Faults *f = studio->faults;
    pthread_mutex_lock(&f->lock);
    f->ends = true;
    pthread_cond_broadcast(&f->change);
    pthread_mutex_unlock(&f->lock);
    pthread_join(f->thread, NULL);
    pthread_cond_destroy(&f->change);
    pthread_mutex_destroy(&f->lock);
    arena_free(&f->arena);
    free(f);
    studio->faults = NULL;
}

void faults_stale(Studio *studio) {
    Faults *f = studio->faults;
    pthread_mutex_lock(&f->lock);
    f->wanted++;
    pthread_cond_broadcast(&f->change);
    pthread_mutex_unlock(&f->lock);
}

static void wait_for(Faults *f, int wait_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += wait_ms / 1000;
    until.tv_nsec += wait_ms % 1000 * 1000000L;
    if (until.tv_nsec >= 1000000000L) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000L;
    }
    int late = 0;
    while (f->known != f->wanted && !late && !f->ends)
        late = pthread_cond_timedwait(&f->change, &f->lock, &until);
}

FaultList faults_now(Desk *d, int wait_ms) {
    Faults *f = d->studio->faults;
    FaultList list = {0};
    pthread_mutex_unlock(&d->studio->lock);
    pthread_mutex_lock(&f->lock);
    wait_for(f, wait_ms);
    list.fault = arena_array(d->arena, Fault, f->count + 1);
    list.count = f->count;
    for (int i = 0; i < f->count; i++) {
        list.fault[i] = f->fault[i];
        list.fault[i].file = arena_copy(d->arena, f->fault[i].file);
        list.fault[i].message = arena_copy(d->arena, f->fault[i].message);
        list.grave += !f->fault[i].warning;
    }
    list.known = f->known == f->wanted;
    list.built = f->built;
    list.trouble = arena_copy(d->arena, f->trouble);
    pthread_mutex_unlock(&f->lock);
    pthread_mutex_lock(&d->studio->lock);
    return list;
}
