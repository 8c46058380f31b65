/* A disk for the store that loses power, fills up or fails: what was not synced is dropped or torn
   (torn.h), and of the names that were given since their folder was synced any may be missing. */
#pragma once

#include "store/disk.h"

#include <stdbool.h>

/* Empty; the power goes at its `fuse`th change, 0: never. */
void crash_disk_begin(long fuse, uint64_t seed);
Disk crash_disk(void);

/* From the `at`th change on every one answers with this errno; 0: no more. */
void crash_disk_fail(long at, int error);

/* Every reading of a file answers with this errno, whatever is there; 0: no more. */
void crash_disk_unreadable(int error);
void crash_disk_room(int64_t bytes);

/* Syncing does nothing, and says it is done. */
void crash_disk_careless(bool careless);

bool crash_disk_is_dead(void);
long crash_disk_changes(void); /* so far */
void crash_disk_restart(void); /* power is back, for good */

/* What lies there under that path; NULL: nothing. */
const unsigned char *crash_disk_bytes(const char *path, int *size);
int crash_disk_count(void); /* files, of whatever name */
