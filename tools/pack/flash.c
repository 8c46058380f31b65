#include "tools/pack/flash.h"

#include <math.h>

#define LEAST_CHANGE 0.1f
#define DARKER 0.8f /* of the two: between brighter ones nothing harms */
#define STEP 4      /* every fourth point is enough */
#define QUARTER (FLASH_WINDOW_COLUMNS * FLASH_WINDOW_ROWS / 4)

static float luminance(int luma, bool full) {
    float v = full ? (float)luma / 255.0f : (float)(luma - 16) / 219.0f;
    return v <= 0 ? 0 : powf(v, 2.2f);
}

static float mean(const uint8_t *luma, int pitch, int left, int top, int right, int bottom) {
    int64_t sum = 0;
    int count = 0;
    for (int y = top; y < bottom; y += STEP)
        for (int x = left; x < right; x += STEP, count++)
            sum += luma[(int64_t)y * pitch + x];
    return count ? (float)sum / (float)count : 0;
}

/* Which way a cell has just turned by a tenth: -1, 0 or 1. */
static int turn(float *extreme, signed char *way, float now) {
    float change = now - *extreme, darker = now < *extreme ? now : *extreme;
    int direction = change > 0 ? 1 : -1;
    if (direction == *way || fabsf(change) < LEAST_CHANGE) {
        if (direction == *way)
            *extreme = now; /* goes on the same way: the turning point moves with it */
        return 0;
    }
    *extreme = now;
    *way = (signed char)direction;
    return darker < DARKER ? direction : 0;
}

static bool note(Flash *f, int window, int way, int64_t at_ms) {
    if (!way || way == f->window_way[window])
        return false;
    f->window_way[window] = (signed char)way;
    unsigned n = f->changes[window]++;
    f->change_ms[window][n % FLASH_CHANGES] = at_ms;
    return n + 1 >= FLASH_CHANGES && at_ms - f->change_ms[window][(n + 1) % FLASH_CHANGES] < 1000;
}

static int way_of_window(signed char turned[FLASH_ROWS][FLASH_COLUMNS], int left, int top) {
    int up = 0, down = 0;
    for (int y = top; y < top + FLASH_WINDOW_ROWS; y++)
        for (int x = left; x < left + FLASH_WINDOW_COLUMNS; x++) {
            up += turned[y][x] > 0;
            down += turned[y][x] < 0;
        }
    return up > QUARTER ? 1 : down > QUARTER ? -1 : 0;
}

bool flash_look(Flash *f, const uint8_t *luma, int pitch, int w, int h, bool full_range,
                int64_t at_ms) {
    signed char turned[FLASH_ROWS][FLASH_COLUMNS] = {{0}};
    bool harms = false;
    for (int y = 0; y < FLASH_ROWS; y++)
        for (int x = 0; x < FLASH_COLUMNS; x++) {
            float now =
                luminance((int)lroundf(mean(luma, pitch, w * x / FLASH_COLUMNS, h * y / FLASH_ROWS,
                                            w * (x + 1) / FLASH_COLUMNS, h * (y + 1) / FLASH_ROWS)),
                          full_range);
            if (!f->begun)
                f->extreme[y][x] = now;
            else
                turned[y][x] = (signed char)turn(&f->extreme[y][x], &f->way[y][x], now);
        }
    f->begun = true;
    for (int top = 0, window = 0; top + FLASH_WINDOW_ROWS <= FLASH_ROWS; top++)
        for (int left = 0; left + FLASH_WINDOW_COLUMNS <= FLASH_COLUMNS; left++, window++)
            harms |= note(f, window, way_of_window(turned, left, top), at_ms);
    return harms;
}
