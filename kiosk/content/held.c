#include "content/held.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR_BYTES 4096

typedef struct HeldFile {
    sqlite3_file base;
    int fd;
} HeldFile;

static int held_close(sqlite3_file *file) {
    close(((HeldFile *)file)->fd);
    return SQLITE_OK;
}

static int held_read(sqlite3_file *file, void *to, int count, sqlite3_int64 offset) {
    int got = 0;
    while (got < count) {
        ssize_t more =
            pread(((HeldFile *)file)->fd, (char *)to + got, (size_t)(count - got), offset + got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return SQLITE_IOERR_READ;
        if (!more) {
            memset((char *)to + got, 0, (size_t)(count - got)); /* SQLite asks for it */
            return SQLITE_IOERR_SHORT_READ;
        }
        got += (int)more;
    }
    return SQLITE_OK;
}

static int held_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset) {
    (void)file, (void)from, (void)count, (void)offset;
    return SQLITE_READONLY;
}

static int held_truncate(sqlite3_file *file, sqlite3_int64 size) {
    (void)file, (void)size;
    return SQLITE_READONLY;
}

static int held_sync(sqlite3_file *file, int flags) {
    (void)file, (void)flags;
    return SQLITE_OK;
}

static int held_size(sqlite3_file *file, sqlite3_int64 *size) {
    struct stat info;
    if (fstat(((HeldFile *)file)->fd, &info) != 0)
        return SQLITE_IOERR_FSTAT;
    *size = info.st_size;
    return SQLITE_OK;
}

static int held_lock(sqlite3_file *file, int level) {
    (void)file, (void)level;
    return SQLITE_OK;
}

static int held_is_reserved(sqlite3_file *file, int *reserved) {
    (void)file;
    *reserved = 0;
    return SQLITE_OK;
}

static int held_control(sqlite3_file *file, int what, void *arg) {
    (void)file, (void)what, (void)arg;
    return SQLITE_NOTFOUND;
}

static int held_sector(sqlite3_file *file) {
    (void)file;
    return SECTOR_BYTES;
}

static int held_traits(sqlite3_file *file) {
    (void)file;
    return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods METHODS = {
    .iVersion = 1,
    .xClose = held_close,
    .xRead = held_read,
    .xWrite = held_write,
    .xTruncate = held_truncate,
    .xSync = held_sync,
    .xFileSize = held_size,
    .xLock = held_lock,
    .xUnlock = held_lock,
    .xCheckReservedLock = held_is_reserved,
    .xFileControl = held_control,
    .xSectorSize = held_sector,
    .xDeviceCharacteristics = held_traits,
};

static int held_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *given) {
    (void)vfs;
    HeldFile *held = (HeldFile *)file;
    *held = (HeldFile){.fd = -1};
    if (!name || !(flags & SQLITE_OPEN_MAIN_DB)) /* no journal, no temporary file */
        return SQLITE_CANTOPEN;
    held->fd = fcntl(atoi(name), F_DUPFD_CLOEXEC, 0);
    if (held->fd < 0)
        return SQLITE_CANTOPEN;
    held->base.pMethods = &METHODS;
    if (given)
        *given = flags;
    return SQLITE_OK;
}

static int held_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs, (void)name, (void)sync;
    return SQLITE_IOERR_DELETE;
}

static int held_access(sqlite3_vfs *vfs, const char *name, int what, int *there) {
    (void)vfs, (void)name, (void)what;
    *there = 0;
    return SQLITE_OK;
}

static int held_full_name(sqlite3_vfs *vfs, const char *name, int size, char *full) {
    (void)vfs;
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
}

static sqlite3_vfs held_vfs;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* The clock, sleep and chance of the system's own. */
static void make(void) {
    const sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (!system)
        return;
    held_vfs = *system;
    held_vfs.iVersion = 1;
    held_vfs.szOsFile = sizeof(HeldFile);
    held_vfs.pNext = NULL;
    held_vfs.zName = "azimut-held";
    held_vfs.xOpen = held_open;
    held_vfs.xDelete = held_delete;
    held_vfs.xAccess = held_access;
    held_vfs.xFullPathname = held_full_name;
    if (sqlite3_vfs_register(&held_vfs, 0) != SQLITE_OK)
        held_vfs.zName = NULL;
}

sqlite3_vfs *held_files(void) {
    pthread_once(&once, make);
    return held_vfs.zName ? &held_vfs : NULL;
}
