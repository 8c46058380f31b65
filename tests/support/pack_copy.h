/* The campus pack, and a copy of it that a test has changed: opened as a kiosk would. */
#pragma once

#include "content/pack.h"

typedef struct PackCopy {
    unsigned char *good; /* in two languages, without the bytes of its films */
    long good_bytes;
    char path[64];
    Arena arena;
    Pack pack;
    Error error;
} PackCopy;

extern PackCopy pack_copy; /* of the test program; for cmocka_run_group_tests: */
int pack_copy_setup(void **state);
int pack_copy_teardown(void **state);

void pack_copy_put(const unsigned char *bytes, long count); /* at its path */
void pack_copy_change(const char *sql);                     /* the good one, with that done to it */
bool pack_copy_load(void);

/* It is not opened, and what is said has these words and its name. */
void pack_copy_refused(const char *because);
