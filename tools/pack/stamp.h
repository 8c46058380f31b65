/* What tells a file that was changed from one that was not, without reading it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

/* Device, inode, bytes, and when content and inode were changed, in nanoseconds. */
typedef struct FileStamp {
    int64_t part[5];
} FileStamp;

FileStamp stamp_of(const struct stat *info);
bool stamp_is(const FileStamp *stamp, const struct stat *info);
/* Was it changed so long ago that a change to come will have another time? The clock of a file
   system may stand still for as long as two seconds (FAT). */
bool stamp_is_settled(const FileStamp *stamp);
