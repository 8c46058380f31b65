#include "base/file.h"

#include <errno.h>
#include <sys/stat.h>

bool file_may_take(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT;
    if (S_ISREG(info.st_mode))
        return true;
    errno = S_ISDIR(info.st_mode) ? EISDIR : ENOTSUP;
    return false;
}
