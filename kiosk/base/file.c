#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int refuse(int fd, int why) {
    close(fd);
    errno = why;
    return -1;
}

int file_open(const char *path, int64_t *size) {
    struct stat info;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fstat(fd, &info) != 0)
        return refuse(fd, errno);
    if (!S_ISREG(info.st_mode))
        return refuse(fd, S_ISDIR(info.st_mode) ? EISDIR : ENOTSUP);
    if (size)
        *size = info.st_size;
    return fd;
}

/* A socket and a device without a driver do not open at all. */
bool file_is_none(int why) {
    return why == ELOOP || why == EISDIR || why == ENOTSUP || why == ENXIO || why == ENODEV;
}

bool file_may_take(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT;
    if (S_ISREG(info.st_mode))
        return true;
    errno = S_ISDIR(info.st_mode) ? EISDIR : ENOTSUP;
    return false;
}

static const char *folder_of(const char *path, char folder[FILE_PATH]) {
    snprintf(folder, FILE_PATH, "%s", path);
    return dirname(folder);
}

/* Whoever sets a code or a configuration is often not the one who reads it. */
static bool keep_owner(int fd, const char *path) {
    char folder[FILE_PATH];
    struct stat old, made;
    bool there = stat(path, &old) == 0;
    if ((!there && stat(folder_of(path, folder), &old) != 0) || fstat(fd, &made) != 0)
        return false;
    bool ours = made.st_uid == old.st_uid && made.st_gid == old.st_gid;
    if (!there)
        return ours || geteuid() != 0 || fchown(fd, old.st_uid, old.st_gid) == 0;
    return (ours || fchown(fd, old.st_uid, old.st_gid) == 0) &&
           fchmod(fd, old.st_mode & 07777) == 0;
}

void file_abandon(FilePart *file) {
    int why = errno;
    unlink(file->part);
    errno = why;
}

/* Where a link leads, as far as it is there; the last step may lead to nothing yet. */
static int resolve(const char *path, char resolved[FILE_PATH]) {
    char *real = realpath(path, NULL), folder[FILE_PATH], link[FILE_PATH];
    int len = snprintf(resolved, FILE_PATH, "%s", real ? real : path);
    ssize_t linked = real ? -1 : readlink(path, link, sizeof link - 1);
    free(real);
    if (linked <= 0)
        return len;
    link[linked] = 0;
    return link[0] == '/' ? snprintf(resolved, FILE_PATH, "%s", link)
                          : snprintf(resolved, FILE_PATH, "%s/%s", folder_of(path, folder), link);
}

static bool name_part(FilePart *file, const char *path) {
    int len = resolve(path, file->path);
    if (len + (int)sizeof ".part" > FILE_PATH) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(file->part, file->path, (size_t)len);
    strcpy(file->part + len, ".part");
    return file_may_take(path);
}

/* A disk that is full may take the first part of it, and says so at the next. */
static bool write_all(int fd, const char *bytes, size_t size) {
    while (size) {
        ssize_t done = write(fd, bytes, size);
        if (done <= 0)
            return false;
        bytes += done;
        size -= (size_t)done;
    }
    return fsync(fd) == 0;
}

static int open_beside(const char *part, mode_t mode) {
    unlink(part); /* of a time when the power went */
    return open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
}

bool file_begin(FilePart *file, const char *path, const void *bytes, size_t size, mode_t mode) {
    int fd = name_part(file, path) ? open_beside(file->part, mode) : -1;
    if (fd < 0)
        return false;
    bool good = keep_owner(fd, file->path) && write_all(fd, bytes, size);
    if (close(fd) != 0)
        good = false;
    if (!good)
        file_abandon(file);
    return good;
}

/* The name is in the folder, which has a disk of its own to reach. */
static bool sync_folder(const char *path) {
    char folder[FILE_PATH];
    int fd = open(folder_of(path, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Not every file system of a stick has such a thing. */
    bool good = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    if (fd >= 0)
        close(fd);
    return good;
}

bool file_finish(FilePart *file) {
    if (rename(file->part, file->path) == 0)
        return sync_folder(file->path);
    file_abandon(file);
    return false;
}

bool file_put(const char *path, const void *bytes, size_t size, mode_t mode, Error *error) {
    FilePart file;
    return (file_begin(&file, path, bytes, size, mode) && file_finish(&file)) ||
           error_set(error, "%.240s : ne s’écrit pas : %s", path, error_why(errno));
}
