#include "tools/fleet/fleet.h"

#include <errno.h>
#include <fnmatch.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MAX = 20000 };

typedef struct Found {
    Slice path;
    HealthFile file;
} Found;

typedef struct Gathering {
    Arena *arena;
    const Expected *expected;
    Found *found;
    LeftOut *left_out;
    int found_count, left_out_count, room;
} Gathering;

/* ---- the folder ------------------------------------------------------------------------------ */

static int by_name(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool is_named_so(const FTSENT *entry) {
    return entry->fts_info != FTS_D && entry->fts_info != FTS_DP &&
           fnmatch("kiosk-*.health", entry->fts_name, 0) == 0;
}

static void take_file(Gathering *g, const char *path) {
    HealthFault fault;
    Found *found = &g->found[g->found_count];
    Slice name = arena_copy(g->arena, slice_from(path));
    if (health_file_read(path, &found->file, &fault)) {
        found->path = name;
        g->found_count++;
    } else {
        g->left_out[g->left_out_count++] = (LeftOut){name, fault};
    }
}

static bool walk(Gathering *g, FTS *tree) {
    int files = 0;
    for (FTSENT *entry; (entry = fts_read(tree));)
        if (is_named_so(entry)) {
            if (files++ == g->room)
                return false;
            take_file(g, entry->fts_path);
        }
    return true;
}

static int count_files(FTS *tree) {
    int files = 0;
    for (FTSENT *entry; files < FILES_MAX && (entry = fts_read(tree));)
        files += is_named_so(entry);
    return files;
}

static FTS *open_tree(const char *folder) {
    char *const roots[] = {(char *)folder, NULL};
    return fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
}

/* ---- kiosk by kiosk -------------------------------------------------------------------------- */

/* Of a kiosk the genuine ones first, and of those the latest. */
static int by_kiosk(const void *a, const void *b) {
    const Found *x = a, *y = b;
    int name = strcmp(x->file.report.kiosk, y->file.report.kiosk);
    if (name)
        return name;
    if (x->file.genuine != y->file.genuine)
        return x->file.genuine ? -1 : 1;
    if (x->file.day != y->file.day)
        return x->file.day > y->file.day ? -1 : 1;
    return strncmp(x->path.at, y->path.at, (size_t)x->path.len + 1);
}

static void add_to(FleetKiosk *kiosk, const HealthFile *file) {
    kiosk->forged |= !file->genuine;
    kiosk->twin |= file->genuine && memcmp(file->key, kiosk->last.key, HEALTH_KEY_BYTES) != 0;
}

static bool is_next(const Fleet *fleet, const Found *found) {
    if (!fleet->kiosk_count)
        return true;
    const FleetKiosk *before = &fleet->kiosk[fleet->kiosk_count - 1];
    return strcmp(before->last.report.kiosk, found->file.report.kiosk) != 0;
}

static bool has_kiosk(const Fleet *fleet, Slice name) {
    for (int i = 0; i < fleet->kiosk_count; i++)
        if (slice_equal(slice_from(fleet->kiosk[i].last.report.kiosk), name))
            return true;
    return false;
}

/* Of those that wrote, which nobody expects; of those that are expected, which never wrote. */
static void compare_with(const Expected *expected, Fleet *fleet) {
    for (int i = 0; i < fleet->kiosk_count; i++) {
        FleetKiosk *kiosk = &fleet->kiosk[i];
        kiosk->unlisted = !expected_has(expected, slice_from(kiosk->last.report.kiosk));
    }
    for (int i = 0; i < expected->count; i++) {
        if (has_kiosk(fleet, expected->name[i]))
            continue;
        FleetKiosk *kiosk = &fleet->kiosk[fleet->kiosk_count++];
        *kiosk = (FleetKiosk){.missing = true, .last.day = fleet->today};
        snprintf(kiosk->last.report.kiosk, HEALTH_TEXT, SLICE_FMT, SLICE_ARG(expected->name[i]));
    }
}

static void put_together(Gathering *g, Fleet *fleet) {
    int most = g->found_count + (g->expected ? g->expected->count : 0);
    fleet->kiosk = arena_array(g->arena, FleetKiosk, most + 1);
    if (g->found_count)
        qsort(g->found, (size_t)g->found_count, sizeof *g->found, by_kiosk);
    for (int i = 0; i < g->found_count; i++) {
        const HealthFile *file = &g->found[i].file;
        if (is_next(fleet, &g->found[i]))
            fleet->kiosk[fleet->kiosk_count++].last = *file;
        add_to(&fleet->kiosk[fleet->kiosk_count - 1], file);
        if (file->genuine && file->report.content_version > fleet->newest)
            fleet->newest = file->report.content_version;
    }
    if (g->expected)
        compare_with(g->expected, fleet);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool fleet_read(const char *folder, Millis today, const Expected *expected, Arena *arena,
                Fleet *fleet, Error *error) {
    *fleet = (Fleet){.today = today};
    FTS *tree = open_tree(folder);
    int room = tree ? count_files(tree) : 0;
    if (tree)
        fts_close(tree);
    bool may_be_empty = expected && is_folder(folder) && access(folder, R_OK | X_OK) == 0;
    if (!room && !may_be_empty)
        return error_set(error, "%.200s : aucun fichier kiosk-*.health n’y est lisible", folder);
    Gathering g = {.arena = arena,
                   .expected = expected,
                   .found = arena_array(arena, Found, room + 1),
                   .left_out = arena_array(arena, LeftOut, room + 1),
                   .room = room};
    tree = open_tree(folder);
    bool good = tree && walk(&g, tree);
    if (tree)
        fts_close(tree);
    if (!good)
        return error_set(error, "%.200s : trop de fichiers", folder);
    fleet->left_out = g.left_out;
    fleet->left_out_count = g.left_out_count;
    put_together(&g, fleet);
    return true;
}
