/* Counts flashes in a film: light that changes to and fro over a part of the picture large enough
   to harm (WCAG 2.2, 2.3.1: a tenth of full luminance, over a quarter of any window a third as wide
   and high as the picture). Pure. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    FLASH_COLUMNS = 32,
    FLASH_ROWS = 18,
    FLASH_WINDOW_COLUMNS = 11,
    FLASH_WINDOW_ROWS = 6,
    FLASH_WINDOWS =
        (FLASH_COLUMNS - FLASH_WINDOW_COLUMNS + 1) * (FLASH_ROWS - FLASH_WINDOW_ROWS + 1),
    FLASH_CHANGES = 7, /* changes within a second: more than three there and back */
};

typedef struct Flash {
    bool begun;
    float extreme[FLASH_ROWS][FLASH_COLUMNS]; /* the last turning point of each cell */
    signed char way[FLASH_ROWS][FLASH_COLUMNS], window_way[FLASH_WINDOWS];
    int64_t change_ms[FLASH_WINDOWS][FLASH_CHANGES];
    unsigned changes[FLASH_WINDOWS];
} Flash;

/* One picture: its luma plane. True when at this moment more than three flashes lie within one
 * second. */
bool flash_look(Flash *flash, const uint8_t *luma, int pitch, int w, int h, bool full_range,
                int64_t at_ms);
