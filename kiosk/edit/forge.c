#include "edit/forge.h"

#include "base/steady.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SETTLE_MS 150 /* saves that come closer together are one */
#define SETTLE_MOST_MS 1500
#define SOURCE "campus.yaml"

static bool is_there(const char *folder) {
    char path[WATCH_PATH + sizeof SOURCE];
    snprintf(path, sizeof path, "%s/" SOURCE, folder);
    return access(folder, R_OK | X_OK) == 0 && access(path, F_OK) == 0;
}

static void build(Forge *f) {
    int64_t begun = steady_ms();
    f->made.look = maker_build(&f->maker, f->spec.folder, f->pack, f->spec.lang, &f->made.made);
    f->made.gone = !f->made.made.count && !is_there(f->spec.folder);
    f->made.blind = f->watch.blind;
    f->made.took = steady_ms() - begun;
}

/* The faults point into the text that they are told in. */
static void copy(Forged *to, const Forged *from) {
    *to = *from;
    for (int i = 0; i < to->made.count; i++) {
        Fault *fault = &to->made.fault[i];
        fault->file.at = to->made.text + (fault->file.at - from->made.text);
        fault->words.at = to->made.text + (fault->words.at - from->made.text);
    }
}

static void hand_over(Forge *f) {
    pthread_mutex_lock(&f->lock);
    copy(&f->result, &f->made);
    f->waits = true;
    pthread_mutex_unlock(&f->lock);
    if (f->spec.done)
        f->spec.done(f->spec.self);
}

/* A save is several events, and an author may save several files. */
static void let_settle(Forge *f) {
    int64_t most = steady_ms() + SETTLE_MOST_MS;
    while (steady_ms() < most && watch_wait(&f->watch, -1, SETTLE_MS))
        watch_stirred(&f->watch);
}

static void *work(void *self) {
    Forge *f = self;
    for (bool stirred = true; !atomic_load(&f->stops);) {
        if (stirred) {
            build(f);
            hand_over(f);
        }
        watch_wait(&f->watch, f->wakes[0], -1);
        stirred = watch_stirred(&f->watch);
        if (stirred)
            let_settle(f);
    }
    return NULL;
}

static bool make_scratch(Forge *f) {
    const char *base = getenv("TMPDIR");
    int length = snprintf(f->scratch, sizeof f->scratch, "%s/azimut-edit-XXXXXX",
                          base && *base ? base : "/tmp");
    if (length >= (int)sizeof f->scratch)
        strcpy(f->scratch, "/tmp/azimut-edit-XXXXXX");
    if (!mkdtemp(f->scratch))
        return false;
    snprintf(f->pack, sizeof f->pack, "%s/campus.pack", f->scratch);
    return true;
}

/* The compiler may have been ended in the middle of it. */
static void clear_scratch(const Forge *f) {
    char part[sizeof f->pack + 8];
    snprintf(part, sizeof part, "%s.part", f->pack);
    unlink(part);
    unlink(f->pack);
    rmdir(f->scratch);
}

bool forge_begin(Forge *f, ForgeSpec spec) {
    f->spec = spec;
    f->wakes[0] = f->wakes[1] = -1;
    f->maker = (Maker){spec.tool, &f->stops, true};
    pthread_mutex_init(&f->lock, NULL);
    if (!make_scratch(f) || (!spec.in_turn && pipe2(f->wakes, O_CLOEXEC) != 0))
        return false;
    watch_begin(&f->watch, spec.folder);
    f->beside = !spec.in_turn && pthread_create(&f->thread, NULL, work, f) == 0;
    if (!f->beside) {
        build(f);
        hand_over(f);
    }
    return true;
}

void forge_end(Forge *f) {
    atomic_store(&f->stops, true);
    if (f->beside) {
        close(f->wakes[1]);
        pthread_join(f->thread, NULL);
        close(f->wakes[0]);
    }
    watch_end(&f->watch);
    clear_scratch(f);
}

const Forged *forge_take(Forge *f) {
    while (!f->beside && watch_stirred(&f->watch)) {
        build(f);
        hand_over(f);
    }
    pthread_mutex_lock(&f->lock);
    bool waits = f->waits;
    if (waits)
        copy(&f->taken, &f->result);
    f->waits = false;
    pthread_mutex_unlock(&f->lock);
    return waits ? &f->taken : NULL;
}
