#include "support/crash_disk.h"

#include "support/torn.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NODES 256
#define NAMES 64
#define PENDING 256
#define FILE_BYTES 16384
#define NONE (-1)

typedef enum NodeKind { NODE_FREE, NODE_FILE, NODE_FOLDER, NODE_LINK } NodeKind;

typedef struct Node {
    NodeKind kind;
    unsigned char now[FILE_BYTES], safe[FILE_BYTES];
    int now_size, safe_size;
} Node;

typedef struct Name {
    char path[DISK_PATH];
    int node; /* NONE: the name is gone */
} Name;

typedef struct Names {
    Name at[NAMES];
    int count;
} Names;

static struct {
    Node node[NODES];
    int node_count;
    Names now, safe;
    Name pending[PENDING]; /* given or taken since their folder was synced */
    int pending_count;
    long fuse, changes, fail_at;
    int error, read_error;
    int64_t room;
    uint64_t random;
    bool dead, careless, locked;
} world;

/* ---- names ----------------------------------------------------------------------------------- */

static void set_name(Names *names, const char *path, int node) {
    int i = 0;
    while (i < names->count && strcmp(names->at[i].path, path) != 0)
        i++;
    if (i == NAMES)
        abort();
    if (i == names->count)
        snprintf(names->at[names->count++].path, DISK_PATH, "%s", path);
    names->at[i].node = node;
}

static int node_at(const Names *names, const char *path) {
    for (int i = 0; i < names->count; i++)
        if (strcmp(names->at[i].path, path) == 0)
            return names->at[i].node;
    return NONE;
}

static void rename_to(const char *path, int node) {
    if (world.pending_count == PENDING)
        abort();
    set_name(&world.now, path, node);
    world.pending[world.pending_count].node = node;
    snprintf(world.pending[world.pending_count++].path, DISK_PATH, "%s", path);
}

static bool is_in(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/' &&
           !strchr(path + length + 1, '/');
}

/* 0: it may be done. The last change before the power goes is not. */
static int change(void) {
    if (world.dead)
        return EIO;
    world.changes++;
    world.dead = world.fuse && world.changes >= world.fuse;
    if (world.error && world.changes >= world.fail_at)
        return world.error;
    return world.dead ? EIO : 0;
}

static int new_node(NodeKind kind) {
    if (world.node_count == NODES)
        abort();
    world.node[world.node_count] = (Node){.kind = kind};
    return world.node_count++;
}

/* ---- the table ------------------------------------------------------------------------------- */

static int disk_create(void *self, const char *path, int *file) {
    (void)self;
    int why = change();
    if (why)
        return why;
    *file = new_node(NODE_FILE);
    rename_to(path, *file);
    return 0;
}

/* The write that is under way when the power goes may be torn. */
static int disk_write(void *self, int file, const void *bytes, size_t count) {
    (void)self;
    Node *node = &world.node[file];
    bool was_dead = world.dead;
    int why = change();
    if ((why && (was_dead || !world.dead)) || node->now_size + (int)count > FILE_BYTES)
        return why ? why : ENOSPC;
    memcpy(node->now + node->now_size, bytes, count);
    node->now_size += (int)count;
    return why;
}

static int disk_sync(void *self, int file) {
    (void)self;
    Node *node = &world.node[file];
    int why = change();
    if (why || world.careless)
        return why;
    memcpy(node->safe, node->now, FILE_BYTES);
    node->safe_size = node->now_size;
    return 0;
}

static int disk_seal(void *self, int file) {
    (void)self, (void)file;
    return change();
}

static void disk_close(void *self, int file) {
    (void)self, (void)file;
}

static int disk_rename(void *self, const char *from, const char *to) {
    (void)self;
    int node = node_at(&world.now, from);
    int why = node == NONE ? ENOENT : change();
    if (why)
        return why;
    rename_to(to, node);
    rename_to(from, NONE);
    return 0;
}

static int disk_link(void *self, const char *to, const char *path) {
    (void)self;
    int why = change();
    if (why)
        return why;
    Node *node = &world.node[new_node(NODE_LINK)];
    node->now_size = node->safe_size = (int)strlen(to); /* it is part of the name */
    memcpy(node->now, to, strlen(to));
    memcpy(node->safe, to, strlen(to));
    rename_to(path, (int)(node - world.node));
    return 0;
}

static int disk_remove(void *self, const char *path) {
    (void)self;
    int why = node_at(&world.now, path) == NONE ? ENOENT : change();
    if (!why)
        rename_to(path, NONE);
    return why;
}

static int disk_folder(void *self, const char *path) {
    (void)self;
    if (node_at(&world.now, path) != NONE)
        return 0;
    int why = change();
    if (!why)
        rename_to(path, new_node(NODE_FOLDER));
    return why;
}

static int disk_sync_folder(void *self, const char *path) {
    (void)self;
    int why = change(), kept = 0;
    if (why || world.careless)
        return why;
    for (int i = 0; i < world.pending_count; i++)
        if (is_in(world.pending[i].path, path))
            set_name(&world.safe, world.pending[i].path, world.pending[i].node);
        else
            world.pending[kept++] = world.pending[i];
    world.pending_count = kept;
    return 0;
}

static int read_node(const char *path, NodeKind kind, char *text, size_t room) {
    int at = node_at(&world.now, path);
    if (world.dead)
        return EIO;
    if (kind == NODE_FILE && world.read_error)
        return world.read_error;
    if (at == NONE)
        return ENOENT;
    const Node *node = &world.node[at];
    if (node->kind != kind)
        return EINVAL;
    if ((size_t)node->now_size >= room)
        return EFBIG;
    memcpy(text, node->now, (size_t)node->now_size);
    text[node->now_size] = 0;
    return 0;
}

static int disk_read(void *self, const char *path, char *text, size_t room) {
    (void)self;
    return read_node(path, NODE_FILE, text, room);
}

static int disk_follow(void *self, const char *path, char *to, size_t room) {
    (void)self;
    return read_node(path, NODE_LINK, to, room);
}

static int disk_list(void *self, const char *path, void (*each)(void *, const char *), void *to) {
    (void)self;
    for (int i = 0; i < world.now.count; i++)
        if (world.now.at[i].node != NONE && is_in(world.now.at[i].path, path))
            each(to, strrchr(world.now.at[i].path, '/') + 1);
    return 0;
}

static int disk_room(void *self, const char *path, int64_t *bytes) {
    (void)self, (void)path;
    *bytes = world.room;
    return 0;
}

static int disk_lock(void *self, const char *path, int *held) {
    (void)self, (void)path;
    *held = 0;
    if (world.locked)
        return EWOULDBLOCK;
    world.locked = true;
    return 0;
}

static void disk_unlock(void *self, int held) {
    (void)self, (void)held;
    world.locked = false;
}

Disk crash_disk(void) {
    return (Disk){.create = disk_create,
                  .write = disk_write,
                  .sync = disk_sync,
                  .seal = disk_seal,
                  .close = disk_close,
                  .rename = disk_rename,
                  .link = disk_link,
                  .remove = disk_remove,
                  .folder = disk_folder,
                  .sync_folder = disk_sync_folder,
                  .read = disk_read,
                  .follow = disk_follow,
                  .list = disk_list,
                  .room = disk_room,
                  .lock = disk_lock,
                  .unlock = disk_unlock};
}

/* ---- its life -------------------------------------------------------------------------------- */

void crash_disk_begin(long fuse, uint64_t seed) {
    bool careless = world.careless;
    memset(&world, 0, sizeof world);
    world.careless = careless;
    world.fuse = fuse;
    world.random = seed;
    world.room = INT64_C(1) << 40;
}

void crash_disk_fail(long at, int error) {
    world.fail_at = world.changes + at;
    world.error = error;
}

void crash_disk_unreadable(int error) {
    world.read_error = error;
}

void crash_disk_room(int64_t bytes) {
    world.room = bytes;
}

void crash_disk_careless(bool careless) {
    world.careless = careless;
}

bool crash_disk_is_dead(void) {
    return world.dead;
}

long crash_disk_changes(void) {
    return world.changes;
}

void crash_disk_restart(void) {
    for (int i = 0; i < world.pending_count; i++)
        if (torn_below(&world.random, 2))
            set_name(&world.safe, world.pending[i].path, world.pending[i].node);
    world.pending_count = 0;
    world.now = world.safe;
    for (int i = 0; i < world.node_count; i++)
        if (world.node[i].kind == NODE_FILE)
            torn_settle(world.node[i].now, &world.node[i].now_size, world.node[i].safe,
                        &world.node[i].safe_size, FILE_BYTES, &world.random);
    world.dead = world.locked = false;
    world.fuse = 0;
}

const unsigned char *crash_disk_bytes(const char *path, int *size) {
    int at = node_at(&world.now, path);
    if (at == NONE || world.node[at].kind != NODE_FILE)
        return NULL;
    *size = world.node[at].now_size;
    return world.node[at].now;
}

int crash_disk_count(void) {
    int count = 0;
    for (int i = 0; i < world.now.count; i++)
        count += world.now.at[i].node != NONE && world.node[world.now.at[i].node].kind == NODE_FILE;
    return count;
}
