#include "tools/pack/stamp.h"

#include <string.h>
#include <time.h>

#define NS 1000000000LL
#define SETTLED (3 * NS)

static int64_t ns_of(struct timespec at) {
    return at.tv_sec * NS + at.tv_nsec;
}

FileStamp stamp_of(const struct stat *info) {
    return (FileStamp){{(int64_t)info->st_dev, (int64_t)info->st_ino, info->st_size,
                        ns_of(info->st_mtim), ns_of(info->st_ctim)}};
}

bool stamp_is(const FileStamp *stamp, const struct stat *info) {
    FileStamp now = stamp_of(info);
    return memcmp(&now, stamp, sizeof now) == 0;
}

bool stamp_is_settled(const FileStamp *stamp) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t by = ns_of(now) - SETTLED;
    return stamp->part[3] < by && stamp->part[4] < by;
}
