#include "staff/update.h"

#include "base/log.h"
#include "base/message.h"
#include "staff/faults_page.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define WATCH_S 60
#define ROOM_TO_BUILD ((int64_t)64 << 20)
#define FOLDER_OF_STICK "azimut"
#define SOURCE "campus.yaml"

/* ---- what is said of it ---------------------------------------------------------------------- */

static void say(Update *update, UpdateReport report) {
    pthread_mutex_lock(&update->lock);
    report.turn = update->report.turn + 1;
    update->report = report;
    pthread_mutex_unlock(&update->lock);
}

static void say_state(Update *update, UpdateState state) {
    say(update, (UpdateReport){.state = state});
}

static UpdateReport refused(Refusal refusal, const char *name, int64_t version) {
    UpdateReport report = {.state = UPDATE_REFUSED, .refusal = refusal, .version = version};
    snprintf(report.name, sizeof report.name, "%s", name);
    return report;
}

static UpdateReport ready(int64_t version) {
    return (UpdateReport){.state = UPDATE_READY, .version = version};
}

static Millis now_of(Update *update) {
    pthread_mutex_lock(&update->lock);
    Millis now = update->now;
    pthread_mutex_unlock(&update->lock);
    return now;
}

/* ---- a folder of sources --------------------------------------------------------------------- */

typedef struct Sources {
    char folder[DISK_PATH];
    int count;
} Sources;

static void try_folder(Sources *sources, const char *folder) {
    char path[DISK_PATH + 32];
    snprintf(path, sizeof path, "%s/" SOURCE, folder);
    if (access(path, F_OK) != 0)
        return;
    if (sources->count++ == 0)
        snprintf(sources->folder, sizeof sources->folder, "%s", folder);
}

static void try_folders_in(Sources *sources, const char *folder) {
    char path[DISK_PATH];
    DIR *open = opendir(folder);
    if (!open)
        return;
    for (struct dirent *entry; (entry = readdir(open));) {
        if (entry->d_name[0] == '.')
            continue;
        if (snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path)
            try_folder(sources, path);
    }
    closedir(open);
}

static Sources find_sources(const char *stick) {
    Sources sources = {.count = 0};
    char azimut[USB_STICK_PATH + sizeof FOLDER_OF_STICK];
    snprintf(azimut, sizeof azimut, "%s/" FOLDER_OF_STICK, stick);
    try_folder(&sources, stick);
    try_folders_in(&sources, stick); /* "azimut" itself is one of them */
    try_folders_in(&sources, azimut);
    return sources;
}

static bool is_there(const char *folder) {
    char path[DISK_PATH + 32];
    snprintf(path, sizeof path, "%s/" SOURCE, folder);
    return access(path, R_OK) == 0;
}

/* Nothing is known of the content: the compiler is missing, or fell over it. */
static UpdateReport not_looked(StoreLook look) {
    return refused(look == LOOK_NO_TOOL ? REFUSED_NO_TOOL : REFUSED_TOOL_FELL, "", 0);
}

static UpdateReport take_made(Update *update, const char *pack) {
    Store *store = update->spec.store;
    Label label = {0};
    StoreLook look = store->spec.look(store->spec.looker, pack, &label);
    if (look != LOOK_GOOD)
        return look == LOOK_REFUSED ? refused(REFUSED_UNUSABLE, "", 0) : not_looked(look);
    Refusal refusal = take_built(store, pack, &label);
    return refusal ? refused(refusal, "", label.version) : ready(label.version);
}

/* Of a folder without a fault no pack has come: then it is the disk. */
static UpdateReport why_not_built(Update *update, const char *folder) {
    const StoreSpec *store = &update->spec.store->spec;
    int64_t room = 0;
    if (!is_there(folder))
        return (UpdateReport){.state = UPDATE_GONE};
    if (update->made->faults)
        return (UpdateReport){.state = UPDATE_FAULTS};
    store->disk->room(store->disk->self, store->folder, &room);
    return refused(room < ROOM_TO_BUILD ? REFUSED_NO_SPACE : REFUSED_NOT_WRITTEN, "", 0);
}

static UpdateReport build(Update *update, const char *folder) {
    char pack[DISK_PATH];
    if (!store_file(update->spec.store, "incoming/built.pack", pack))
        return refused(REFUSED_NOT_WRITTEN, "", 0);
    unlink(pack);
    StoreLook look = maker_build(update->spec.maker, folder, pack, update->lang, update->made);
    if (look != LOOK_GOOD)
        return look == LOOK_REFUSED ? why_not_built(update, folder) : not_looked(look);
    UpdateReport report = take_made(update, pack);
    unlink(pack); /* unless it has its place by now */
    return report;
}

static bool has_no_look(Refusal refusal) {
    return refusal == REFUSED_NO_TOOL || refusal == REFUSED_TOOL_FELL;
}

static void build_from(Update *update, const char *stick, const char *folder) {
    say_state(update, UPDATE_BUILDS);
    UpdateReport report = build(update, folder);
    bool told = report.state != UPDATE_GONE && !has_no_look(report.refusal);
    report.page_lost = told && faults_page_write(stick, folder, update->made) != 0;
    if (report.page_lost && !is_there(folder))
        report.state = report.state == UPDATE_READY ? UPDATE_READY : UPDATE_GONE;
    say(update, report);
}

/* ---- the stick ------------------------------------------------------------------------------- */

/* For a technician; the staff reads it on the page. */
static void note_refusal(Refusal refusal, const char *name) {
    if (refusal)
        log_note("store", "%s: %s", name, refusal_words(refusal));
}

/* A pack in the folder "azimut" or, without one, beside it; false: there is none. */
static bool take_pack(Update *update, const char *stick, UpdateReport *report) {
    char folder[USB_STICK_PATH + sizeof FOLDER_OF_STICK], name[DISK_PATH];
    Label label;
    snprintf(folder, sizeof folder, "%s/" FOLDER_OF_STICK, stick);
    Refusal refusal = take_from(update->spec.store, folder, now_of(update), &label, name);
    if (!name[0])
        refusal = take_from(update->spec.store, stick, now_of(update), &label, name);
    note_refusal(refusal, name);
    *report = refusal ? refused(refusal, name, label.version) : ready(label.version);
    if (refusal == REFUSED_NOT_READ && access(stick, R_OK) != 0)
        report->state = UPDATE_GONE;
    return name[0];
}

static void look_at_stick(Update *update) {
    char stick[USB_STICK_PATH];
    UpdateReport report;
    say_state(update, UPDATE_COPIES);
    if (!usb_stick_find(update->spec.mounts, update->spec.sticks, R_OK, stick)) {
        say_state(update, UPDATE_NO_STICK);
        return;
    }
    bool pack = take_pack(update, stick, &report);
    Sources sources = find_sources(stick);
    if (pack && (report.state == UPDATE_READY || !sources.count))
        say(update, report);
    else if (sources.count == 1)
        build_from(update, stick, sources.folder);
    else
        say_state(update, sources.count ? UPDATE_MANY : UPDATE_NOTHING);
}

/* ---- the folder that something else fills ---------------------------------------------------- */

/* What lies there, by name, length and time: a file of two gigabytes is not read every minute. */
static uint64_t look_of(const char *folder) {
    uint64_t look = 0;
    DIR *open = opendir(folder);
    if (!open)
        return 0;
    for (struct dirent *entry; (entry = readdir(open));) {
        char text[DISK_PATH];
        struct stat info = {0};
        if (entry->d_name[0] == '.') /* the folder around it, what is hidden while it is filled */
            continue;
        fstatat(dirfd(open), entry->d_name, &info, AT_SYMLINK_NOFOLLOW);
        int length =
            snprintf(text, sizeof text, "%s %lld %lld.%ld", entry->d_name, (long long)info.st_size,
                     (long long)info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
        look += slice_hash((Slice){text, length}, 1); /* in whatever order they come */
    }
    closedir(open);
    return look;
}

/* What may be otherwise in a minute, though the folder is the same. */
static bool may_change(Refusal refusal) {
    return refusal == REFUSED_TOO_EARLY || refusal == REFUSED_NO_SPACE || refusal == REFUSED_BUSY ||
           has_no_look(refusal);
}

/* What nobody could look into is copied whole each time, so it is tried ever more rarely: after a
   minute, an hour, then once a day. A folder that has changed is another one. */
static void rest_after(Update *update, Refusal refusal) {
    static const int MINUTES[] = {1, 60, 1440};
    const int last = sizeof MINUTES / sizeof *MINUTES - 1;
    if (!has_no_look(refusal))
        return;
    update->rest = MINUTES[update->tries] - 1;
    update->tries += update->tries < last;
}

static bool rests(Update *update, uint64_t look) {
    if (look != update->tried) {
        update->tried = look;
        update->tries = update->rest = 0;
    }
    if (!update->rest)
        return false;
    update->rest--;
    return true;
}

void update_watch(Update *update) {
    char name[DISK_PATH];
    Label label;
    uint64_t look = update->spec.updates ? look_of(update->spec.updates) : 0;
    if (!look || look == update->watched || rests(update, look))
        return;
    Refusal refusal =
        take_from(update->spec.store, update->spec.updates, now_of(update), &label, name);
    update->watched = may_change(refusal) ? 0 : look;
    rest_after(update, refusal);
    if (!name[0] || refusal == REFUSED_SAME)
        return;
    note_refusal(refusal, name);
    UpdateReport report = refusal ? refused(refusal, name, label.version) : ready(label.version);
    report.by_itself = true;
    say(update, report);
}

/* ---- beside the page ------------------------------------------------------------------------- */

static void wait_a_minute(Update *update) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += WATCH_S;
    if (!update->asked && !update->ends)
        pthread_cond_timedwait(&update->wake, &update->lock, &until);
}

static void *live(void *self) {
    Update *update = self;
    update_watch(update);
    for (;;) {
        pthread_mutex_lock(&update->lock);
        wait_a_minute(update);
        bool asked = update->asked, ends = update->ends;
        update->asked = false;
        pthread_mutex_unlock(&update->lock);
        if (ends)
            return NULL;
        if (asked)
            look_at_stick(update);
        else
            update_watch(update);
    }
}

void update_begin(Update *update, UpdateSpec spec, Millis now) {
    pthread_condattr_t steady;
    *update = (Update){.spec = spec, .now = now, .made = calloc(1, sizeof(Made))};
    if (!update->made)
        abort();
    pthread_mutex_init(&update->lock, NULL);
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_cond_init(&update->wake, &steady);
    pthread_condattr_destroy(&steady);
    if (spec.in_turn)
        update_watch(update);
    else
        update->beside = pthread_create(&update->thread, NULL, live, update) == 0;
}

void update_end(Update *update) {
    atomic_store(&update->spec.store->stopping, true);
    pthread_mutex_lock(&update->lock);
    update->ends = true;
    pthread_cond_signal(&update->wake);
    pthread_mutex_unlock(&update->lock);
    if (update->beside)
        pthread_join(update->thread, NULL);
    pthread_cond_destroy(&update->wake);
    pthread_mutex_destroy(&update->lock);
    free(update->made);
}

void update_tick(Update *update, Millis now) {
    pthread_mutex_lock(&update->lock);
    update->now = now;
    pthread_mutex_unlock(&update->lock);
}

void update_ask(Update *update, const char *lang) {
    UpdateReport report = update_report(update);
    if (update_runs(&report))
        return;
    update->lang = messages_code_for(lang); /* its thread waits until it is asked */
    if (!update->beside) {
        look_at_stick(update);
        return;
    }
    say_state(update, UPDATE_COPIES);
    pthread_mutex_lock(&update->lock);
    update->asked = true;
    pthread_cond_signal(&update->wake);
    pthread_mutex_unlock(&update->lock);
}

void update_forget(Update *update) {
    UpdateReport report = update_report(update);
    if (!update_runs(&report) && !report.by_itself)
        say_state(update, UPDATE_IDLE);
}

UpdateReport update_report(Update *update) {
    pthread_mutex_lock(&update->lock);
    UpdateReport report = update->report;
    pthread_mutex_unlock(&update->lock);
    return report;
}

bool update_runs(const UpdateReport *report) {
    return report->state == UPDATE_COPIES || report->state == UPDATE_BUILDS;
}
