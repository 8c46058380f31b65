/* What the store does to a disk, as a table: tests give it one that loses power, is full or cannot
   be written. Each answers 0 or an errno; paths are whole. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { DISK_PATH = 512 };

typedef struct Disk {
    void *self;
    int (*create)(void *self, const char *path, int *file); /* empty, whatever was there */
    int (*write)(void *self, int file, const void *bytes, size_t count);
    int (*sync)(void *self, int file);
    int (*seal)(void *self, int file); /* nobody writes to it any more */
    void (*close)(void *self, int file);
    int (*rename)(void *self, const char *from, const char *to);
    int (*link)(void *self, const char *to, const char *path); /* by its name */
    int (*remove)(void *self, const char *path);
    int (*folder)(void *self, const char *path); /* makes it unless it is there */
    int (*sync_folder)(void *self, const char *path);
    int (*read)(void *self, const char *path, char *text, size_t room); /* all, with a zero */
    int (*follow)(void *self, const char *path, char *to, size_t room);
    int (*list)(void *self, const char *path, void (*each)(void *to, const char *name), void *to);
    int (*room)(void *self, const char *path, int64_t *bytes); /* that are free */
    int (*lock)(void *self, const char *path, int *held);      /* EWOULDBLOCK: somebody has it */
    void (*unlock)(void *self, int held);
} Disk;

extern const Disk DISK_REAL;

/* Writes beside, waits for the disk, renames: a reader finds the old text or the new one, whenever
   the power goes. */
int disk_put(const Disk *disk, const char *folder, const char *name, const char *text);

/* The same for a name that stands for another. */
int disk_point(const Disk *disk, const char *folder, const char *name, const char *to);
