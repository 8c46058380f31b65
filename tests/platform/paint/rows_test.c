/* Hard shapes as few boxes as they can be: the same pixels as asking every pixel's middle, and no
 * more boxes than needed. */
#include "platform/paint/rows.h"

#include "support/test.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define W 160
#define H 120
#define INK 0xFF0B4A7Fu

static SDL_Surface *surface;
static SDL_Renderer *renderer;
static Ground ground;

static int open_surface(void **state) {
    (void)state;
    surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_ARGB8888);
    renderer = surface ? SDL_CreateSoftwareRenderer(surface) : NULL;
    ground = (Ground){renderer, NULL};
    return renderer ? 0 : -1;
}

static int close_surface(void **state) {
    (void)state;
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    return 0;
}

static bool is_inked(int x, int y) {
    uint32_t pixel;
    memcpy(&pixel, (char *)surface->pixels + y * surface->pitch + 4 * x, 4);
    return (pixel & 0xFFFFFF) == (INK & 0xFFFFFF);
}

static double turn(SDL_FPoint a, SDL_FPoint b, double x, double y) {
    return ((double)b.x - a.x) * (y - a.y) - ((double)b.y - a.y) * (x - a.x);
}

/* Inside (1), outside (0), or so near to an edge that either will do (-1). */
static int holds(const SDL_FPoint *p, double x, double y) {
    double side[3];
    for (int i = 0; i < 3; i++) {
        side[i] = turn(p[i], p[(i + 1) % 3], x, y);
        if (fabs(side[i]) < 0.01)
            return -1;
    }
    return (side[0] > 0) == (side[1] > 0) && (side[1] > 0) == (side[2] > 0);
}

static void clean(Rows *rows) {
    SDL_FillRect(surface, NULL, 0xFFFFFFFF);
    rows_begin(rows, &ground, (SDL_Rect){8, 6, W - 16, H - 12});
}

static float place(uint32_t *random, int most) {
    *random = *random * 1664525u + 1013904223u;
    return (float)(*random >> 8) / (float)(1 << 24) * (float)(most + 60) - 30;
}

static void test_the_pixels_whose_middle_it_holds(void **state) {
    (void)state;
    Rows rows = {0};
    uint32_t random = 5;
    for (int round = 0; round < 300; round++) {
        SDL_FPoint p[4][3];
        ground.surface = round % 2 ? surface : NULL;
        clean(&rows);
        for (int piece = 0; piece < 1 + round % 4; piece++) {
            for (int i = 0; i < 3; i++)
                p[piece][i] = (SDL_FPoint){place(&random, W), place(&random, H)};
            rows_piece(&rows, p[piece], 3);
        }
        rows_end_shape(&rows, INK);
        rows_draw(&rows);
        SDL_RenderFlush(renderer);
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) {
                int want = 0;
                for (int piece = 0; piece < 1 + round % 4; piece++) {
                    int one = holds(p[piece], x + 0.5, y + 0.5);
                    want = want == 1 || one == 1 ? 1 : want < 0 || one < 0 ? -1 : 0;
                }
                bool in_clip = x >= 8 && x < W - 8 && y >= 6 && y < H - 6;
                if (want >= 0 && is_inked(x, y) != (want && in_clip))
                    fail_msg("round %d: pixel %d,%d", round, x, y);
            }
    }
    rows_free(&rows);
}

static void add_rectangle(Rows *rows, float left, float top, float right, float bottom) {
    rows_piece(rows, (SDL_FPoint[]){{left, top}, {right, top}, {right, bottom}}, 3);
    rows_piece(rows, (SDL_FPoint[]){{left, top}, {right, bottom}, {left, bottom}}, 3);
}

/* The part of a brick that has to be painted again may be where nothing of the brick is. */
static void test_nothing_outside_of_an_empty_clip(void **state) {
    (void)state;
    Rows rows = {0};
    rows_begin(&rows, &ground, (SDL_Rect){8, 6, -3, -4});
    add_rectangle(&rows, 0, 0, W, H);
    rows_end_shape(&rows, INK);
    assert_int_equal(rows.boxes, 0);
    rows_free(&rows);
}

static void test_a_room_is_one_box(void **state) {
    (void)state;
    Rows rows = {0};
    clean(&rows);
    add_rectangle(&rows, 20, 20, 90.3f, 70.6f);
    rows_end_shape(&rows, INK);
    assert_int_equal(rows.boxes, 1);
    assert_int_equal((int)rows.box[0].w, 70);
    assert_int_equal((int)rows.box[0].h, 51);
    rows_draw(&rows);
    assert_int_equal(rows.boxes, 0);
    rows_free(&rows);
}

static void test_a_corner_is_two_and_a_court_four(void **state) {
    (void)state;
    Rows rows = {0};
    clean(&rows);
    add_rectangle(&rows, 20, 20, 40, 80);
    add_rectangle(&rows, 40, 60, 100, 80);
    rows_end_shape(&rows, INK);
    assert_int_equal(rows.boxes, 2);
    add_rectangle(&rows, 20, 20, 100, 30);
    add_rectangle(&rows, 20, 30, 30, 70);
    add_rectangle(&rows, 90, 30, 100, 70);
    add_rectangle(&rows, 20, 70, 100, 80);
    rows_end_shape(&rows, INK);
    assert_int_equal(rows.boxes, 2 + 4);
    rows_free(&rows);
}

static void test_another_colour_does_not_wait(void **state) {
    (void)state;
    Rows rows = {0};
    clean(&rows);
    add_rectangle(&rows, 20, 20, 40, 40);
    rows_end_shape(&rows, 0xFFFF0000);
    add_rectangle(&rows, 20, 20, 40, 40);
    rows_end_shape(&rows, INK);
    rows_end_shape(&rows, INK); /* nothing in hand */
    assert_int_equal(rows.boxes, 1);
    rows_draw(&rows);
    SDL_RenderFlush(renderer);
    assert_true(is_inked(30, 30)); /* what came later lies on top */
    rows_free(&rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_pixels_whose_middle_it_holds),
        cmocka_unit_test(test_nothing_outside_of_an_empty_clip),
        cmocka_unit_test(test_a_room_is_one_box),
        cmocka_unit_test(test_a_corner_is_two_and_a_court_four),
        cmocka_unit_test(test_another_colour_does_not_wait),
    };
    return cmocka_run_group_tests(tests, open_surface, close_surface);
}
