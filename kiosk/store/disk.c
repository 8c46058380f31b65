#include "store/disk.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static int answer(int result) {
    return result < 0 ? errno : 0;
}

/* ---- files ----------------------------------------------------------------------------------- */

static int real_create(void *self, const char *path, int *file) {
    (void)self;
    if (unlink(path) != 0 && errno != ENOENT)
        return errno;
    *file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    return answer(*file);
}

static int real_write(void *self, int file, const void *bytes, size_t count) {
    (void)self;
    const char *at = bytes;
    while (count > 0) {
        ssize_t wrote = write(file, at, count);
        if (wrote < 0 && errno != EINTR)
            return errno;
        at += wrote > 0 ? wrote : 0;
        count -= wrote > 0 ? (size_t)wrote : 0;
    }
    return 0;
}

static int real_sync(void *self, int file) {
    (void)self;
    return answer(fsync(file));
}

static int real_seal(void *self, int file) {
    (void)self;
    return answer(fchmod(file, 0444));
}

static void real_close(void *self, int file) {
    (void)self;
    close(file);
}

static int real_read(void *self, const char *path, char *text, size_t room) {
    (void)self;
    int file = file_open(path, NULL);
    if (file < 0)
        return errno;
    ssize_t got = read(file, text, room);
    int why = got < 0 ? errno : (size_t)got == room ? EFBIG : 0;
    close(file);
    if (!why)
        text[got] = 0;
    return why;
}

/* ---- names ----------------------------------------------------------------------------------- */

static int real_rename(void *self, const char *from, const char *to) {
    (void)self;
    return answer(rename(from, to));
}

static int real_link(void *self, const char *to, const char *path) {
    (void)self;
    if (unlink(path) != 0 && errno != ENOENT)
        return errno;
    return answer(symlink(to, path));
}

static int real_remove(void *self, const char *path) {
    (void)self;
    return answer(unlink(path));
}

static int real_folder(void *self, const char *path) {
    (void)self;
    return mkdir(path, 0755) == 0 || errno == EEXIST ? 0 : errno;
}

static int real_sync_folder(void *self, const char *path) {
    (void)self;
    int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int why = file < 0 ? errno : answer(fsync(file));
    if (file >= 0)
        close(file);
    return why;
}

static int real_follow(void *self, const char *path, char *to, size_t room) {
    (void)self;
    ssize_t length = readlink(path, to, room);
    if (length < 0)
        return errno;
    if ((size_t)length == room)
        return ENAMETOOLONG;
    to[length] = 0;
    return 0;
}

static int real_list(void *self, const char *path, void (*each)(void *, const char *), void *to) {
    (void)self;
    DIR *folder = opendir(path);
    if (!folder)
        return errno;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            each(to, entry->d_name);
    closedir(folder);
    return 0;
}

/* ---- the rest -------------------------------------------------------------------------------- */

static int real_room(void *self, const char *path, int64_t *bytes) {
    (void)self;
    struct statvfs info;
    if (statvfs(path, &info) != 0)
        return errno;
    *bytes = (int64_t)info.f_bavail * (int64_t)info.f_frsize;
    return 0;
}

static int real_lock(void *self, const char *path, int *held) {
    (void)self;
    *held = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (*held < 0)
        return errno;
    int why = answer(flock(*held, LOCK_EX | LOCK_NB));
    if (why)
        close(*held);
    return why;
}

static void real_unlock(void *self, int held) {
    (void)self;
    close(held);
}

const Disk DISK_REAL = {.create = real_create,
                        .write = real_write,
                        .sync = real_sync,
                        .seal = real_seal,
                        .close = real_close,
                        .rename = real_rename,
                        .link = real_link,
                        .remove = real_remove,
                        .folder = real_folder,
                        .sync_folder = real_sync_folder,
                        .read = real_read,
                        .follow = real_follow,
                        .list = real_list,
                        .room = real_room,
                        .lock = real_lock,
                        .unlock = real_unlock};

/* ---- whole or not at all --------------------------------------------------------------------- */

/* base/file.h does the same on the real disk; here every step goes through the table, so that a
   test can take the power away between any two. */
static int write_beside(const Disk *disk, const char *path, const char *text) {
    int file, why = disk->create(disk->self, path, &file);
    if (why)
        return why;
    why = disk->write(disk->self, file, text, strlen(text));
    if (!why)
        why = disk->sync(disk->self, file);
    disk->close(disk->self, file);
    return why;
}

static int take_place(const Disk *disk, const char *folder, const char *part, const char *name) {
    char path[DISK_PATH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int why = disk->rename(disk->self, part, path);
    return why ? why : disk->sync_folder(disk->self, folder);
}

int disk_put(const Disk *disk, const char *folder, const char *name, const char *text) {
    char part[DISK_PATH];
    snprintf(part, sizeof part, "%s/%s.part", folder, name);
    int why = write_beside(disk, part, text);
    return why ? why : take_place(disk, folder, part, name);
}

int disk_point(const Disk *disk, const char *folder, const char *name, const char *to) {
    char part[DISK_PATH];
    snprintf(part, sizeof part, "%s/%s.part", folder, name);
    int why = disk->link(disk->self, to, part);
    return why ? why : take_place(disk, folder, part, name);
}
