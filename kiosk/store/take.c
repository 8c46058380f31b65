#include "store/take.h"

#include "base/file.h"
#include "store/store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COPY_BYTES (1 << 17)
#define ROOM_BESIDE ((int64_t)32 << 20) /* for statistics and all else */
#define PACKS_MOST 64
#define SUFFIX ".minisig"

/* One pack on its way in. */
typedef struct Taking {
    Store *store;
    int in; /* the file; -1: not open */
    PublicKey key;
    Signature signature;
    Label label;
    char hash[ITEM_HASH];
} Taking;

/* ---- what is signed beside it ---------------------------------------------------------------- */

static Refusal open_file(const char *path, int *fd, int64_t *size) {
    *fd = file_open(path, size);
    if (*fd >= 0)
        return REFUSED_NONE;
    return file_is_none(errno) ? REFUSED_NOT_A_FILE : REFUSED_NOT_READ;
}

static Refusal read_text(const char *path, char text[MINISIGN_TEXT]) {
    int fd;
    int64_t size;
    Refusal refusal = open_file(path, &fd, &size);
    if (refusal)
        return refusal;
    ssize_t got = size < MINISIGN_TEXT ? read(fd, text, MINISIGN_TEXT - 1) : 0;
    close(fd);
    text[got > 0 ? got : 0] = 0;
    return got < 0 ? REFUSED_NOT_READ : REFUSED_NONE;
}

static Refusal read_key(const Store *store, PublicKey *key) {
    char text[MINISIGN_TEXT];
    if (!store->spec.key || read_text(store->spec.key, text) != REFUSED_NONE ||
        !minisign_key(text, key))
        return REFUSED_NO_KEY;
    return REFUSED_NONE;
}

static Refusal read_signature(Taking *t, const char *file) {
    char path[DISK_PATH + sizeof SUFFIX], text[MINISIGN_TEXT];
    bool fits = snprintf(path, sizeof path, "%s" SUFFIX, file) < (int)sizeof path;
    Refusal refusal = fits ? read_text(path, text) : REFUSED_NOT_READ;
    if (refusal)
        return refusal == REFUSED_NOT_READ && access(path, F_OK) != 0 ? REFUSED_UNSIGNED : refusal;
    refusal = minisign_read(text, &t->key, &t->signature);
    if (refusal)
        return refusal;
    return label_read(t->signature.comment, &t->label) ? REFUSED_NONE : REFUSED_NO_LABEL;
}

/* ---- may it be taken? ------------------------------------------------------------------------ */

static Refusal judge_dates(const Label *label, Millis now) {
    if (now >= label->expires + CIVIL_DAY)
        return REFUSED_EXPIRED;
    return now < label->not_before ? REFUSED_TOO_EARLY : REFUSED_NONE;
}

static Refusal judge_format(const Label *label, int format) {
    if (label->format == format)
        return REFUSED_NONE;
    return label->format > format ? REFUSED_NEWER_FORMAT : REFUSED_OLDER_FORMAT;
}

/* A kiosk is of the campus whose pack it took first. */
static bool is_of_campus(const Ledger *l, const char *id) {
    const Item *known = item_is_there(&l->shown) ? &l->shown : &l->kept;
    return !item_is_there(known) || strcmp(known->id, id) == 0;
}

/* The highest version counts for the key that signed it. */
static int64_t highest_for(const Ledger *l, const PublicKey *key) {
    static const unsigned char ANYBODY[MINISIGN_ID];
    bool counts =
        memcmp(l->key, key->id, MINISIGN_ID) == 0 || memcmp(l->key, ANYBODY, MINISIGN_ID) == 0;
    return counts ? l->highest : 0;
}

static bool is_first(const Ledger *l) {
    return !l->highest && !item_is_there(&l->shown) && !item_is_there(&l->kept);
}

/* What came with the program has a version too; of another campus it says nothing. */
static int64_t built_in_version(const Store *store, const char *id) {
    const StoreSpec *spec = &store->spec;
    Label label;
    bool there = spec->built_in && spec->look(spec->looker, spec->built_in, &label) == LOOK_GOOD;
    return there && strcmp(label.id, id) == 0 ? label.version : 0;
}

static int64_t least_version(const Taking *t, const Ledger *l) {
    return is_first(l) ? built_in_version(t->store, t->label.id) : highest_for(l, &t->key);
}

static Refusal judge(const Taking *t, Millis now) {
    const Label *label = &t->label;
    Ledger l = store_ledger(t->store);
    if (label->version < 1 || label->version > LABEL_VERSION_MAX)
        return REFUSED_VERSION;
    if (!is_of_campus(&l, label->id))
        return REFUSED_OTHER_ID;
    if (label->version < least_version(t, &l))
        return REFUSED_OLDER;
    Refusal refusal = judge_format(label, t->store->spec.format);
    return refusal ? refusal : judge_dates(label, now);
}

static bool is_in_store(const Ledger *l, const char *hash) {
    return strcmp(l->shown.hash, hash) == 0 || strcmp(l->kept.hash, hash) == 0 ||
           strcmp(l->next.hash, hash) == 0;
}

/* What is known of these bytes. */
static Refusal judge_hash(const Taking *t) {
    Ledger l = store_ledger(t->store);
    if (ledger_is_bad(&l, t->hash))
        return REFUSED_KNOWN_BAD;
    if (is_in_store(&l, t->hash))
        return REFUSED_SAME;
    bool again = t->label.version == highest_for(&l, &t->key);
    return again && strcmp(l.highest_hash, t->hash) != 0 ? REFUSED_OTHER_BYTES : REFUSED_NONE;
}

/* ---- its bytes ------------------------------------------------------------------------------- */

static void keep_hash(Taking *t, const unsigned char hash[MINISIGN_HASH]) {
    sodium_bin2hex(t->hash, sizeof t->hash, hash, (ITEM_HASH - 1) / 2);
}

static Refusal why_not_written(int why) {
    if (why == ENOSPC || why == EDQUOT)
        return REFUSED_NO_SPACE;
    return why == EROFS || why == EACCES ? REFUSED_READ_ONLY : REFUSED_NOT_WRITTEN;
}

/* Reads the file to its end; with a disk, writes what it has read, so that what is hashed is what
   is kept. */
static Refusal read_through(Taking *t, const Disk *disk, int out, unsigned char *hash) {
    unsigned char *bytes = malloc(COPY_BYTES);
    crypto_generichash_state state;
    Refusal refusal = bytes ? REFUSED_NONE : REFUSED_NOT_READ;
    ssize_t got = 0;
    int64_t total = 0;
    crypto_generichash_init(&state, NULL, 0, MINISIGN_HASH);
    while (!refusal && (got = read(t->in, bytes, COPY_BYTES)) > 0) {
        crypto_generichash_update(&state, bytes, (size_t)got);
        total += got;
        int why = disk ? disk->write(disk->self, out, bytes, (size_t)got) : 0;
        if (why)
            refusal = why_not_written(why);
        else if (total > t->label.size)
            refusal = REFUSED_SIZE;
        else if (atomic_load(&t->store->stopping))
            refusal = REFUSED_BUSY;
    }
    if (!refusal && got < 0)
        refusal = REFUSED_NOT_READ;
    crypto_generichash_final(&state, hash, MINISIGN_HASH);
    free(bytes);
    return refusal || total == t->label.size ? refusal : REFUSED_SIZE;
}

/* A version that was here already: is it the same one? Without a copy; it lies there every minute.
 */
static Refusal look_again(Taking *t) {
    unsigned char hash[MINISIGN_HASH];
    Ledger l = store_ledger(t->store);
    if (t->label.version != highest_for(&l, &t->key))
        return REFUSED_NONE;
    Refusal refusal = read_through(t, NULL, -1, hash);
    if (!refusal && !minisign_fits(&t->signature, &t->key, hash))
        refusal = REFUSED_BYTES;
    keep_hash(t, hash);
    if (!refusal)
        refusal = judge_hash(t);
    return refusal || lseek(t->in, 0, SEEK_SET) == 0 ? refusal : REFUSED_NOT_READ;
}

static Refusal check_room(const Taking *t) {
    const Disk *disk = t->store->spec.disk;
    int64_t room;
    int why = disk->room(disk->self, t->store->spec.folder, &room);
    if (why)
        return REFUSED_NOT_WRITTEN;
    return room < t->label.size + ROOM_BESIDE ? REFUSED_NO_SPACE : REFUSED_NONE;
}

static Refusal copy(Taking *t, const char *part) {
    const Disk *disk = t->store->spec.disk;
    unsigned char hash[MINISIGN_HASH];
    int out, why = disk->create(disk->self, part, &out);
    if (why)
        return why_not_written(why);
    Refusal refusal = read_through(t, disk, out, hash);
    if (!refusal && !minisign_fits(&t->signature, &t->key, hash))
        refusal = REFUSED_BYTES;
    if (!refusal && ((why = disk->seal(disk->self, out)) || (why = disk->sync(disk->self, out))))
        refusal = why_not_written(why);
    disk->close(disk->self, out);
    keep_hash(t, hash);
    return refusal ? refusal : judge_hash(t);
}

/* ---- what it says of itself ------------------------------------------------------------------ */

static void remember_bad(Store *store, const char *hash) {
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    ledger_add_bad(&l, hash);
    store_commit(store, &l);
    pthread_mutex_unlock(&store->lock);
}

/* Once may have been the machine; a second time it is these bytes. */
static bool falls_again(Store *store, const char *hash) {
    pthread_mutex_lock(&store->lock);
    bool again = strcmp(store->fell, hash) == 0;
    memcpy(store->fell, hash, ITEM_HASH);
    pthread_mutex_unlock(&store->lock);
    return again;
}

static Refusal look_inside(Taking *t, const char *part) {
    Label inside;
    StoreLook look = t->store->spec.look(t->store->spec.looker, part, &inside);
    if (look == LOOK_NO_TOOL)
        return REFUSED_NO_TOOL;
    if (look == LOOK_SLOW || (look == LOOK_FELL && !falls_again(t->store, t->hash)))
        return REFUSED_TOOL_FELL;
    if (look == LOOK_GOOD && strcmp(inside.id, t->label.id) == 0 &&
        inside.version == t->label.version && inside.format == t->label.format)
        return REFUSED_NONE;
    remember_bad(t->store, t->hash);
    return REFUSED_UNUSABLE;
}

/* ---- its place ------------------------------------------------------------------------------- */

/* The file has its name, and the name is on the disk, before the ledger says so. */
static int give_place(const Store *store, const Item *item, const char *part) {
    const Disk *disk = store->spec.disk;
    char path[DISK_PATH], folder[DISK_PATH];
    store_path(store, item, path);
    store_file(store, item->id, folder);
    int why = disk->folder(disk->self, folder);
    if (!why)
        why = disk->sync_folder(disk->self, store->spec.folder);
    if (!why)
        why = disk->rename(disk->self, part, path);
    return why ? why : disk->sync_folder(disk->self, folder);
}

static Item item_of(const Taking *t, bool is_signed) {
    Item item = {.version = t->label.version, .is_signed = is_signed};
    memcpy(item.id, t->label.id, sizeof item.id);
    memcpy(item.hash, t->hash, sizeof item.hash);
    item.expires = t->label.expires;
    return item;
}

static Refusal let_wait(Taking *t, const char *part, bool is_signed) {
    Store *store = t->store;
    Item item = item_of(t, is_signed);
    int why = give_place(store, &item, part);
    if (why)
        return why_not_written(why);
    pthread_mutex_lock(&store->lock);
    Ledger l = store->ledger;
    l.next = item;
    if (is_signed) {
        l.highest = item.version;
        memcpy(l.key, t->key.id, MINISIGN_ID);
        memcpy(l.highest_hash, t->hash, ITEM_HASH);
    }
    why = store_commit(store, &l);
    pthread_mutex_unlock(&store->lock);
    if (!why)
        store_note(&item, "is taken, and waits until nobody is there");
    return why ? why_not_written(why) : REFUSED_NONE;
}

static Refusal bring_in(Taking *t) {
    const Disk *disk = t->store->spec.disk;
    char part[DISK_PATH];
    store_file(t->store, "incoming/signed.part", part);
    Refusal refusal = copy(t, part);
    if (!refusal)
        refusal = look_inside(t, part);
    if (!refusal)
        refusal = let_wait(t, part, true);
    if (refusal)
        disk->remove(disk->self, part);
    return refusal;
}

/* ---- the doors ------------------------------------------------------------------------------- */

static Refusal take_open(Taking *t, int64_t size, Millis now) {
    Refusal refusal = judge(t, now);
    if (!refusal && size != t->label.size)
        refusal = REFUSED_SIZE;
    if (!refusal)
        refusal = look_again(t);
    if (!refusal)
        refusal = check_room(t);
    return refusal ? refusal : bring_in(t);
}

static Refusal take_held(Taking *t, const char *file, Millis now, Label *label) {
    int64_t size;
    Refusal refusal = read_key(t->store, &t->key);
    if (!refusal)
        refusal = open_file(file, &t->in, &size);
    if (!refusal)
        refusal = read_signature(t, file);
    if (!refusal) {
        *label = t->label;
        refusal = take_open(t, size, now);
    }
    if (t->in >= 0)
        close(t->in);
    return refusal;
}

static Refusal take_hashed(Taking *t, const char *file) {
    unsigned char hash[MINISIGN_HASH];
    Ledger l = store_ledger(t->store);
    Refusal refusal = open_file(file, &t->in, &t->label.size);
    if (!refusal)
        refusal = read_through(t, NULL, -1, hash);
    if (t->in >= 0)
        close(t->in);
    if (refusal)
        return refusal;
    keep_hash(t, hash);
    if (ledger_is_bad(&l, t->hash))
        return REFUSED_KNOWN_BAD;
    return is_in_store(&l, t->hash) ? REFUSED_SAME : let_wait(t, file, false);
}

static Refusal why_not_held(const Store *store) {
    if (store->shut)
        return REFUSED_NOT_WRITTEN;
    return access(store->spec.folder, W_OK) == 0 ? REFUSED_BUSY : REFUSED_READ_ONLY;
}

Refusal take_signed(Store *store, const char *file, Millis now, Label *label) {
    Taking t = {.store = store, .in = -1};
    int held;
    *label = (Label){0};
    if (!store_hold(store, &held))
        return why_not_held(store);
    Refusal refusal = take_held(&t, file, now, label);
    store_let_go(store, held);
    return refusal;
}

Refusal take_built(Store *store, const char *file, const Label *label) {
    Taking t = {.store = store, .in = -1, .label = *label};
    int held;
    if (!store_hold(store, &held))
        return why_not_held(store);
    Refusal refusal = take_hashed(&t, file);
    store_let_go(store, held);
    return refusal;
}

/* ---- a folder -------------------------------------------------------------------------------- */

typedef struct Found {
    char path[DISK_PATH];
    int64_t version; /* what it is signed for; 0: not signed as it should be */
} Found;

static int newest_first(const void *a, const void *b) {
    const Found *x = a, *y = b;
    if (x->version != y->version)
        return x->version < y->version ? 1 : -1;
    return strcmp(x->path, y->path);
}

static bool is_pack(const char *name) {
    size_t length = strlen(name);
    return name[0] != '.' && length > 5 && length < 200 && strcmp(name + length - 5, ".pack") == 0;
}

static int64_t signed_version(Store *store, const char *path) {
    Taking t = {.store = store, .in = -1};
    bool good = read_key(store, &t.key) == REFUSED_NONE && read_signature(&t, path) == REFUSED_NONE;
    return good ? t.label.version : 0;
}

static int find_packs(Store *store, const char *folder, Found found[PACKS_MOST]) {
    DIR *open = opendir(folder);
    int count = 0;
    if (!open)
        return 0;
    for (struct dirent *entry; count < PACKS_MOST && (entry = readdir(open));) {
        Found *f = &found[count];
        int length = snprintf(f->path, sizeof f->path, "%s/%s", folder, entry->d_name);
        if (!is_pack(entry->d_name) || length >= (int)sizeof f->path)
            continue;
        f->version = signed_version(store, f->path);
        count++;
    }
    closedir(open);
    qsort(found, (size_t)count, sizeof *found, newest_first);
    return count;
}

Refusal take_from(Store *store, const char *folder, Millis now, Label *label,
                  char name[DISK_PATH]) {
    Found *found = calloc(PACKS_MOST, sizeof *found);
    int count = found ? find_packs(store, folder, found) : 0;
    Refusal first = REFUSED_NONE;
    *label = (Label){0};
    name[0] = 0;
    for (int i = 0; i < count; i++) {
        Label of;
        Refusal refusal = take_signed(store, found[i].path, now, &of);
        if (i == 0 || !refusal) {
            first = refusal;
            *label = of;
            snprintf(name, DISK_PATH, "%s", strrchr(found[i].path, '/') + 1);
        }
        if (!refusal || refusal == REFUSED_BUSY || refusal == REFUSED_SAME)
            break;
    }
    free(found);
    return first;
}
