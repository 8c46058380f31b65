#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4200

bool file_may_take(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT;
    if (S_ISREG(info.st_mode))
        return true;
    errno = S_ISDIR(info.st_mode) ? EISDIR : ENOTSUP;
    return false;
}

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

/* A name is on the disk when its folder is. */
static void sync_folder_of(char path[PATH_BYTES]) {
    char *slash = strrchr(path, '/');
    if (slash)
        slash[slash == path] = 0;
    int fd = open(slash ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static int open_beside(const char *part, mode_t mode) {
    unlink(part); /* of a time when the power went */
    return open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
}

bool file_put(const char *path, const void *bytes, size_t size, mode_t mode, Error *error) {
    char part[PATH_BYTES];
    snprintf(part, sizeof part, "%.4000s.part", path);
    int fd = file_may_take(path) ? open_beside(part, mode) : -1;
    bool good = fd >= 0 && write_all(fd, bytes, size);
    if (fd >= 0 && close(fd) != 0)
        good = false;
    if (good && rename(part, path) == 0) {
        sync_folder_of(part);
        return true;
    }
    error_set(error, "%.240s : ne s’écrit pas : %s", path, strerror(errno));
    unlink(part);
    return false;
}
