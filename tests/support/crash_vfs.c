#include "support/crash_vfs.h"

#include "support/torn.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define FILES 8
#define PATH_BYTES 128
#define FILE_BYTES (1 << 20)

/* `now` is what a reader sees, `safe` what is certainly on the disk. */
typedef struct Disk {
    char path[PATH_BYTES];
    unsigned char *now, *safe;
    int now_size, safe_size;
    bool there;
} Disk;

typedef struct CrashFile {
    sqlite3_file base;
    Disk *disk;
} CrashFile;

static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    Disk disk[FILES];
    long fuse, operations;
    uint64_t random;
    bool dead;
} world;

/* Counts down to the moment the power goes. */
static bool burns(void) {
    world.operations++;
    if (world.fuse && world.operations >= world.fuse)
        world.dead = true;
    return world.dead;
}

static Disk *disk_at(const char *path, bool make) {
    for (int i = 0; i < FILES; i++)
        if (world.disk[i].there && strcmp(world.disk[i].path, path) == 0)
            return &world.disk[i];
    for (int i = 0; make && i < FILES; i++)
        if (!world.disk[i].there) {
            Disk *disk = &world.disk[i];
            if (!disk->now) {
                disk->now = malloc(FILE_BYTES);
                disk->safe = malloc(FILE_BYTES);
            }
            memset(disk->now, 0, FILE_BYTES);
            memset(disk->safe, 0, FILE_BYTES);
            disk->now_size = disk->safe_size = 0;
            disk->there = true;
            strncpy(disk->path, path, PATH_BYTES - 1);
            return disk;
        }
    return NULL;
}

/* ---- a file ---------------------------------------------------------------------------------- */

static int file_close(sqlite3_file *file) {
    (void)file;
    return SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at) {
    Disk *disk = ((CrashFile *)file)->disk;
    int left = disk->now_size - (int)at, take = left < 0 ? 0 : left < amount ? left : amount;
    memcpy(to, disk->now + at, (size_t)take);
    memset((char *)to + take, 0, (size_t)(amount - take));
    return world.dead ? SQLITE_IOERR_READ : take < amount ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

static int file_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at) {
    Disk *disk = ((CrashFile *)file)->disk;
    if (at + amount > FILE_BYTES)
        return SQLITE_FULL;
    bool dies = !world.dead && burns();
    if (world.dead && !dies)
        return SQLITE_IOERR_WRITE;
    memcpy(disk->now + at, from,
           (size_t)amount); /* the write that is under way when the power goes may be torn */
    if (at + amount > disk->now_size)
        disk->now_size = (int)at + amount;
    return dies ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    Disk *disk = ((CrashFile *)file)->disk;
    if (world.dead || burns())
        return SQLITE_IOERR_TRUNCATE;
    if (size < disk->now_size) {
        memset(disk->now + size, 0, (size_t)(disk->now_size - size));
        disk->now_size = (int)size;
    }
    return SQLITE_OK;
}

static int file_sync(sqlite3_file *file, int flags) {
    (void)flags;
    Disk *disk = ((CrashFile *)file)->disk;
    if (world.dead || burns())
        return SQLITE_IOERR_FSYNC;
    memcpy(disk->safe, disk->now, FILE_BYTES);
    disk->safe_size = disk->now_size;
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    *size = ((CrashFile *)file)->disk->now_size;
    return SQLITE_OK;
}

static int file_lock(sqlite3_file *file, int level) {
    (void)file, (void)level;
    return SQLITE_OK;
}

static int file_is_locked(sqlite3_file *file, int *locked) {
    (void)file;
    *locked = 0;
    return SQLITE_OK;
}

static int file_control(sqlite3_file *file, int what, void *arg) {
    (void)file, (void)what, (void)arg;
    return SQLITE_NOTFOUND;
}

static int file_sector(sqlite3_file *file) {
    (void)file;
    return TORN_SECTOR;
}

static int file_character(sqlite3_file *file) {
    (void)file;
    return 0;
}

static const sqlite3_io_methods METHODS = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_is_locked,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_character,
};

/* ---- the disk -------------------------------------------------------------------------------- */

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    CrashFile *opened = (CrashFile *)file;
    opened->base.pMethods = NULL;
    opened->disk = disk_at(path ? path : "temporary", flags & SQLITE_OPEN_CREATE);
    if (!opened->disk)
        return SQLITE_CANTOPEN;
    opened->base.pMethods = &METHODS;
    if (out)
        *out = flags;
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    (void)vfs, (void)sync;
    if (world.dead || burns())
        return SQLITE_IOERR_DELETE;
    Disk *disk = disk_at(path, false);
    if (disk)
        disk->there = false;
    return SQLITE_OK;
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *there) {
    (void)vfs, (void)flags;
    *there = disk_at(path, false) != NULL;
    return SQLITE_OK;
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *path, int size, char *full) {
    (void)vfs;
    sqlite3_snprintf(size, full, "%s", path);
    return SQLITE_OK;
}

void crash_vfs_install(void) {
    world.real = sqlite3_vfs_find(NULL);
    world.vfs = *world.real;
    world.vfs.iVersion = 1;
    world.vfs.szOsFile = sizeof(CrashFile);
    world.vfs.zName = "crash";
    world.vfs.xOpen = vfs_open;
    world.vfs.xDelete = vfs_delete;
    world.vfs.xAccess = vfs_access;
    world.vfs.xFullPathname = vfs_full_path;
    sqlite3_vfs_register(&world.vfs, 1);
}

void crash_vfs_begin(long fuse, uint64_t seed) {
    for (int i = 0; i < FILES; i++)
        world.disk[i].there = false;
    world.fuse = fuse;
    world.operations = 0;
    world.random = seed;
    world.dead = false;
}

bool crash_vfs_is_dead(void) {
    return world.dead;
}

long crash_vfs_operations(void) {
    return world.operations;
}

static void settle(Disk *disk) {
    torn_settle(disk->now, &disk->now_size, disk->safe, &disk->safe_size, FILE_BYTES,
                &world.random);
}

void crash_vfs_restart(void) {
    for (int i = 0; i < FILES; i++)
        if (world.disk[i].there)
            settle(&world.disk[i]);
    world.dead = false;
    world.fuse = 0;
}
