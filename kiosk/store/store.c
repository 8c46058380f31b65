#include "store/store_parts.h"

#include "base/log.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool store_file(const Store *store, const char *name, char path[DISK_PATH]) {
    return snprintf(path, DISK_PATH, "%s/%s", store->spec.folder, name) < DISK_PATH;
}

void store_path(const Store *store, const Item *item, char path[DISK_PATH]) {
    char name[ITEM_NAME];
    item_path(item, name);
    store_file(store, name, path);
}

bool store_hold(const Store *store, int *held) {
    const Disk *disk = store->spec.disk;
    char path[DISK_PATH];
    return !store->shut && store_file(store, ".lock", path) &&
           disk->lock(disk->self, path, held) == 0;
}

void store_let_go(const Store *store, int held) {
    store->spec.disk->unlock(store->spec.disk->self, held);
}

void store_note(const Item *item, const char *what) {
    log_note("store", "%s, version %lld: %s", item->id, (long long)item->version, what);
}

int store_commit(Store *store, const Ledger *ledger) {
    int why =
        store->shut ? store->shut : ledger_write(store->spec.disk, store->spec.folder, ledger);
    store->trouble = why;
    store->changes++;
    if (!why)
        store->ledger = *ledger;
    return why;
}

/* ---- what was cut short ---------------------------------------------------------------------- */

typedef struct Sweep {
    const Store *store;
    const char *id; /* the folder; "incoming": all goes */
} Sweep;

static bool is_wanted(const Ledger *l, const Item *item) {
    return item_equal(item, &l->shown) || item_equal(item, &l->kept) || item_equal(item, &l->next);
}

static void sweep_file(void *self, const char *name) {
    const Sweep *sweep = self;
    const Disk *disk = sweep->store->spec.disk;
    char path[DISK_PATH], whole[DISK_PATH];
    Item item;
    bool fits = snprintf(path, sizeof path, "%s/%s", sweep->id, name) < DISK_PATH;
    if (item_from_path(path, &item) && is_wanted(&sweep->store->ledger, &item))
        return;
    if (fits && store_file(sweep->store, path, whole))
        disk->remove(disk->self, whole);
}

static bool is_part(const char *name) {
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".part") == 0;
}

static void sweep_name(void *self, const char *name) {
    const Store *store = self;
    const Disk *disk = store->spec.disk;
    char path[DISK_PATH];
    Sweep sweep = {store, name};
    if (!store_file(store, name, path))
        return;
    if (is_part(name))
        disk->remove(disk->self, path);
    else if (label_id(name) || strcmp(name, "incoming") == 0)
        disk->list(disk->self, path, sweep_file, &sweep);
}

/* What the ledger does not name goes: half a copy, what is no longer kept. */
static void sweep(Store *store) {
    const Disk *disk = store->spec.disk;
    int held;
    if (!store_hold(store, &held))
        return;
    disk->list(disk->self, store->spec.folder, sweep_name, store);
    store_let_go(store, held);
}

/* A link is for others; that it is behind for a moment harms nobody. */
static void point(Store *store) {
    const Disk *disk = store->spec.disk;
    char to[ITEM_NAME], was[DISK_PATH] = "", path[DISK_PATH];
    store_file(store, "current", path);
    disk->follow(disk->self, path, was, sizeof was);
    if (!item_is_there(&store->ledger.shown)) {
        if (was[0])
            disk->remove(disk->self, path);
        return;
    }
    item_path(&store->ledger.shown, to);
    if (strcmp(was, to) != 0)
        disk_point(disk, store->spec.folder, "current", to);
}

/* A ledger that is damaged: what the link names was shown, and is tried like anything new. */
static void recover(Store *store) {
    const Disk *disk = store->spec.disk;
    char path[DISK_PATH], to[ITEM_NAME];
    Ledger found = {0};
    store_file(store, "current", path);
    if (disk->follow(disk->self, path, to, sizeof to) != 0 || !item_from_path(to, &found.shown))
        return;
    found.highest = found.shown.version;
    memcpy(found.highest_hash, found.shown.hash, ITEM_HASH);
    store->ledger = found;
    store_commit(store, &found);
}

static bool is_damaged(int why) {
    return why == EBADMSG || why == EFBIG;
}

/* One that cannot be read now may be whole: nothing is written over it, and nothing swept. */
static void open_ledger(Store *store) {
    int why = ledger_read(store->spec.disk, store->spec.folder, &store->ledger);
    if (!why || why == ENOENT)
        return;
    store->trouble = why;
    if (is_damaged(why))
        recover(store);
    else
        store->shut = why;
}

void store_open(Store *store, StoreSpec spec) {
    char path[DISK_PATH];
    const Disk *disk = spec.disk;
    *store = (Store){.spec = spec};
    pthread_mutex_init(&store->lock, NULL);
    if (strlen(spec.folder) > STORE_FOLDER) {
        store->trouble = store->shut = ENAMETOOLONG;
        return;
    }
    store_file(store, "incoming", path);
    disk->folder(disk->self, spec.folder);
    store->trouble = disk->folder(disk->self, path);
    open_ledger(store);
}

void store_close(Store *store) {
    pthread_mutex_destroy(&store->lock);
}

/* ---- a life of the program ------------------------------------------------------------------- */

static void forget_trial(Ledger *l) {
    l->cut_short = l->crashes = 0;
    l->boot[0] = 0;
}

/* What waits is shown from now on; kept is the last that was good, not one that was still tried. */
static void take_next(Store *store, Millis now) {
    Ledger l = store->ledger;
    if (!item_is_there(&l.next))
        return;
    if (l.shown.proven || !item_is_there(&l.shown))
        l.kept = l.shown;
    l.shown = l.next;
    l.next = (Item){0};
    l.event = EVENT_NONE;
    l.since = now;
    forget_trial(&l);
    if (store_commit(store, &l) == 0)
        store_note(&l.shown, "is on trial");
}

static void fall_back(Ledger *l, LedgerEvent event) {
    static const char *const WHY[EVENT_COUNT] = {
        [EVENT_FELL] = "is given up: it ended again and again during its trial, or does not open",
        [EVENT_LOST] = "is given up: it is gone, or its trial cannot be counted"};
    store_note(&l->shown, WHY[event]);
    if (event == EVENT_FELL)
        ledger_add_bad(l, l->shown.hash);
    l->event = event;
    l->event_version = l->shown.version;
    l->shown = l->kept;
    l->kept = (Item){0};
    forget_trial(l);
}

/* The last life of a trial ended without a word: did the machine go on, it was a crash. */
static void count_end(Ledger *l, const char *boot) {
    if (!l->boot[0])
        return;
    l->cut_short++;
    l->crashes += strcmp(l->boot, boot) == 0;
}

/* A trial that cannot be counted might crash for ever: then the last good one is shown, and the
   ledger stays as it is. */
static void count_trial(Store *store, const char *boot) {
    while (item_is_there(&store->ledger.shown) && !store->ledger.shown.proven) {
        Ledger l = store->ledger;
        count_end(&l, boot);
        bool falls = l.crashes >= STORE_CRASHES || l.cut_short >= STORE_CUT_SHORT;
        if (falls)
            fall_back(&l, EVENT_FELL);
        else
            snprintf(l.boot, sizeof l.boot, "%s", boot);
        if (store_commit(store, &l) != 0)
            fall_back(&store->ledger, EVENT_LOST);
        else if (!falls)
            return;
    }
}

bool store_begin(Store *store, const char *boot, Millis now, char path[DISK_PATH]) {
    pthread_mutex_lock(&store->lock);
    take_next(store, now);
    count_trial(store, boot);
    if (!store->trouble) {
        point(store);
        sweep(store);
    }
    store->running = store->ledger.shown;
    store->stuck = store->ledger.next;
    bool there = item_is_there(&store->running);
    if (there)
        store_path(store, &store->running, path);
    pthread_mutex_unlock(&store->lock);
    return there;
}

static bool is_gone(const Store *store, const Item *item) {
    const Disk *disk = store->spec.disk;
    char path[DISK_PATH], begin[2];
    store_path(store, item, path);
    return disk->read(disk->self, path, begin, sizeof begin) == ENOENT;
}

/* One that was proven has gone bad on the disk, or the program is another, or somebody took the
   file away: it may come again. */
void store_failed(Store *store) {
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    bool lost = l.shown.proven || is_gone(store, &l.shown);
    fall_back(&l, lost ? EVENT_LOST : EVENT_FELL);
    if (store_commit(store, &l) != 0)
        store->ledger = l;
    pthread_mutex_unlock(&store->lock);
}

static bool runs_trial(const Store *store) {
    return item_is_there(&store->running) && item_equal(&store->running, &store->ledger.shown) &&
           !store->ledger.shown.proven;
}

void store_healthy(Store *store) {
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    if (runs_trial(store)) {
        l.shown.proven = true;
        forget_trial(&l);
        if (store_commit(store, &l) == 0)
            store_note(&l.shown, "is good");
    }
    pthread_mutex_unlock(&store->lock);
}

void store_end(Store *store) {
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    l.boot[0] = 0;
    if (runs_trial(store))
        store_commit(store, &l);
    pthread_mutex_unlock(&store->lock);
}

/* ---- the staff ------------------------------------------------------------------------------- */

bool store_waits(Store *store) {
    pthread_mutex_lock(&store->lock);
    bool other = !item_equal(&store->ledger.next, &store->stuck);
    bool waits = (item_is_there(&store->ledger.next) && other) ||
                 !item_equal(&store->running, &store->ledger.shown);
    pthread_mutex_unlock(&store->lock);
    return waits;
}

bool store_on_trial(Store *store) {
    pthread_mutex_lock(&store->lock);
    bool on_trial = runs_trial(store);
    pthread_mutex_unlock(&store->lock);
    return on_trial;
}

bool store_go_back(Store *store) {
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    l.kept = store->ledger.shown;
    l.shown = store->ledger.kept;
    l.next = (Item){0};
    l.event = EVENT_NONE;
    forget_trial(&l);
    bool good = store_commit(store, &l) == 0;
    if (good)
        point(store);
    pthread_mutex_unlock(&store->lock);
    return good;
}

Ledger store_ledger(Store *store) {
    pthread_mutex_lock(&store->lock);
    Ledger ledger = store->ledger;
    pthread_mutex_unlock(&store->lock);
    return ledger;
}

int store_trouble(Store *store) {
    pthread_mutex_lock(&store->lock);
    int trouble = store->trouble;
    pthread_mutex_unlock(&store->lock);
    return trouble;
}

int store_changes(Store *store) {
    pthread_mutex_lock(&store->lock);
    int changes = store->changes;
    pthread_mutex_unlock(&store->lock);
    return changes;
}
