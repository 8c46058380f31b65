/* A disk in memory that loses power: what was not synced is dropped, torn at 512 bytes or left as
 * garbage. For SQLite. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

void crash_vfs_install(void); /* as the default of the program */

/* A new empty disk that loses power at its `fuse`th write, sync, truncation or deletion; 0: never.
 */
void crash_vfs_begin(long fuse, uint64_t seed);

bool crash_vfs_is_dead(void);
long crash_vfs_operations(void); /* so far */

/* Power is back: the disk holds what a real one might. It then works for good. */
void crash_vfs_restart(void);
