/* A bare page of 1920x1080 in made-up fonts, to put nodes on. */
#pragma once

#include "support/monospace.h"
#include "ui/page.h"

typedef struct Sheet {
    Arena arena;
    Page page;
} Sheet;

static Sheet sheet; /* of the test program */

static inline Page *sheet_begin(void) {
    arena_reset(&sheet.arena);
    page_begin(&sheet.page, &sheet.arena, &MONOSPACE, (Settings){0}, 1920, 1080);
    return &sheet.page;
}

static inline int sheet_teardown(void **state) {
    (void)state;
    arena_free(&sheet.arena);
    return 0;
}
