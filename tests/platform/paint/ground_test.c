/* Boxes filled straight into the pixels that are shown: each pixel as the formula says, nothing
 * outside, in the right order. */
#include "platform/paint/ground.h"

#include "support/test.h"

#include <stdlib.h>

enum { W = 61, H = 17 }; /* no whole number of vectors */

static SDL_Surface *surface;
static Ground ground;

static int open_ground(void **state) {
    (void)state;
    surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    ground = (Ground){surface ? SDL_CreateSoftwareRenderer(surface) : NULL, surface};
    return ground.renderer ? 0 : -1;
}

static int close_ground(void **state) {
    (void)state;
    SDL_DestroyRenderer(ground.renderer);
    SDL_FreeSurface(surface);
    return 0;
}

static uint32_t *pixel(int x, int y) {
    return (uint32_t *)(void *)((char *)surface->pixels + y * surface->pitch) + x;
}

static void scatter(void) {
    srand(3);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            *pixel(x, y) = (uint32_t)rand() & 0xFFFFFF;
}

/* What is there counts 255 - alpha of 255, what is laid over it alpha; each part rounded down, as
 * SDL does it. */
static uint32_t mixed(uint32_t was, uint32_t argb) {
    uint32_t alpha = argb >> 24, out = 0;
    for (int shift = 0; shift < 24; shift += 8)
        out |= ((was >> shift & 0xFF) * (255 - alpha) / 255 + (argb >> shift & 0xFF) * alpha / 255)
               << shift;
    return out;
}

static void check(uint32_t argb, SDL_Rect box, SDL_Rect clip) {
    static uint32_t before[H][W];
    scatter();
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            before[y][x] = *pixel(x, y);
    SDL_RenderSetClipRect(ground.renderer, &clip);
    ground_fill(&ground, argb, box);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            SDL_Point at = {x, y};
            bool in = SDL_PointInRect(&at, &box) && SDL_PointInRect(&at, &clip);
            if ((*pixel(x, y) & 0xFFFFFF) != (in ? mixed(before[y][x], argb) : before[y][x]))
                fail_msg("%08x: pixel %d,%d is %06x", argb, x, y, *pixel(x, y));
        }
    SDL_RenderSetClipRect(ground.renderer, NULL);
}

static void test_pixels_are_as_the_formula_says(void **state) {
    (void)state;
    const uint32_t colours[] = {0xFF0B4A7F, 0xA6000000, 0xBEEEF1F3,
                                0x01FFFFFF, 0xFEFFFFFF, 0x80FFB81C};
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        check(colours[i], (SDL_Rect){0, 0, W, H}, (SDL_Rect){0, 0, W, H});
        for (int w = 1; w < 11; w++)
            check(colours[i], (SDL_Rect){w, 2, w, 5}, (SDL_Rect){0, 3, W, 9});
        check(colours[i], (SDL_Rect){-9, -9, 200, 200}, (SDL_Rect){5, 1, 40, 9});
    }
}

/* SDL gathers what it is told: what was told before lies below. */
static void test_what_comes_later_lies_above(void **state) {
    (void)state;
    SDL_SetRenderDrawBlendMode(ground.renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(ground.renderer, 1, 2, 3, 255);
    SDL_RenderFillRect(ground.renderer, NULL);
    ground_fill(&ground, 0xFF445566, (SDL_Rect){10, 5, 4, 4});
    SDL_RenderFlush(ground.renderer);
    assert_int_equal(*pixel(11, 6) & 0xFFFFFF, 0x445566);
    assert_int_equal(*pixel(20, 6) & 0xFFFFFF, 0x010203);
}

static void test_other_kinds_of_pixels_are_left_to_sdl(void **state) {
    (void)state;
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, 4, 4, 16, SDL_PIXELFORMAT_RGB565);
    SDL_Surface *turned = SDL_CreateRGBSurfaceWithFormat(0, 4, 4, 32, SDL_PIXELFORMAT_XBGR8888);
    assert_true(ground_takes(surface));
    assert_false(ground_takes(small));
    assert_false(ground_takes(turned));
    assert_false(ground_takes(NULL));
    SDL_FreeSurface(small);
    SDL_FreeSurface(turned);
}

/* To the nearest, of 255 parts: 0 leaves what is there, 255 is the colour itself. */
static uint32_t covered(uint32_t was, uint32_t argb, uint32_t cover) {
    uint32_t out = 0;
    for (int shift = 0; shift < 24; shift += 8)
        out |= ((was >> shift & 0xFF) * (255 - cover) + (argb >> shift & 0xFF) * cover + 127) / 255
               << shift;
    return out;
}

static void check_stamp(uint32_t argb, SDL_Rect box, SDL_Rect clip) {
    static uint32_t before[H][W];
    static uint8_t cover[4 * W * H];
    scatter();
    for (int i = 0; i < box.w * box.h; i++)
        cover[i] = (uint8_t)(i % 7 == 0 ? 0 : i % 11 < 5 ? 255 : rand());
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            before[y][x] = *pixel(x, y);
    SDL_RenderSetClipRect(ground.renderer, &clip);
    ground_stamp(&ground, argb, cover, box);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            SDL_Point at = {x, y};
            bool in = SDL_PointInRect(&at, &box) && SDL_PointInRect(&at, &clip);
            uint32_t part = in ? cover[(y - box.y) * box.w + x - box.x] : 0;
            if ((*pixel(x, y) & 0xFFFFFF) != covered(before[y][x], argb, part))
                fail_msg("%08x: pixel %d,%d is %06x", argb, x, y, *pixel(x, y));
        }
    SDL_RenderSetClipRect(ground.renderer, NULL);
}

static void test_a_stamp_covers_each_pixel_as_far_as_it_says(void **state) {
    (void)state;
    const uint32_t colours[] = {0xFF0B4A7F, 0xFF000000, 0xFFFFFFFF, 0xFFFFB81C};
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        for (int w = 1; w < 14; w++)
            check_stamp(colours[i], (SDL_Rect){w, 2, w, 5}, (SDL_Rect){0, 3, W, 9});
        check_stamp(colours[i], (SDL_Rect){-9, -3, W + 20, H + 5}, (SDL_Rect){5, 1, 40, 9});
        check_stamp(colours[i], (SDL_Rect){W, 0, 9, 4}, (SDL_Rect){0, 0, W, H});
    }
}

/* Each pixel with an alpha of its own, a part of a wider picture, and nothing outside of the clip.
 */
static void check_lay(int fade) {
    static uint32_t before[H][W], laid[H][W];
    SDL_Rect box = {3, 2, 40, 12}, clip = {5, 0, 30, 9};
    scatter();
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            uint32_t alpha = x % 5 == 0 ? 0 : x % 5 == 1 ? 255 : (uint32_t)rand() & 0xFF;
            before[y][x] = *pixel(x, y) & 0xFFFFFF;
            laid[y][x] = alpha << 24 | ((uint32_t)rand() & 0xFFFFFF);
        }
    SDL_RenderSetClipRect(ground.renderer, &clip);
    ground_lay(&ground, &laid[1][2], W, fade, box);
    SDL_RenderSetClipRect(ground.renderer, NULL);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            SDL_Point at = {x, y};
            bool in = SDL_PointInRect(&at, &box) && SDL_PointInRect(&at, &clip);
            uint32_t argb = in ? laid[1 + y - box.y][2 + x - box.x] : 0;
            if ((*pixel(x, y) & 0xFFFFFF) !=
                covered(before[y][x], argb, ((argb >> 24) * (255 - (unsigned)fade) + 127) / 255))
                fail_msg("%08x: pixel %d,%d is %06x", argb, x, y, *pixel(x, y));
        }
}

static void test_what_is_seen_through(void **state) {
    (void)state;
    check_lay(0);
    check_lay(60);
    check_lay(255);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_seen_through),
        cmocka_unit_test(test_pixels_are_as_the_formula_says),
        cmocka_unit_test(test_a_stamp_covers_each_pixel_as_far_as_it_says),
        cmocka_unit_test(test_what_comes_later_lies_above),
        cmocka_unit_test(test_other_kinds_of_pixels_are_left_to_sdl),
    };
    return cmocka_run_group_tests(tests, open_ground, close_ground);
}
