/* The squared paper of a drawing is found in its pixels and goes on around it, to the pixel; what
   has none stays as it is. */
#include "platform/paint/drawing_paper.h"

#include "platform/paint/picture_draw.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

enum { W = 240, H = 160, MESH = H / 8 };

static const uint32_t GROUND = 0xFFDCE8F2, LINE = 0xFFC9D8E6, PEN = 0xFF0B4A7F;

static uint32_t *pixel(SDL_Surface *s, int x, int y) {
    return (uint32_t *)((char *)s->pixels + (ptrdiff_t)y * s->pitch) + x;
}

static bool is_line(int at) {
    return at % MESH == 0 || at % MESH == MESH - 1;
}

static SDL_Surface *surface(int w, int h) {
    return SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
}

/* Lines of two pixels where squares meet, none along the edges. */
static SDL_Surface *drawing(void) {
    SDL_Surface *s = surface(W, H);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            bool down = is_line(x) && x > MESH / 2 && x < W - MESH / 2;
            bool across = is_line(y) && y > MESH / 2 && y < H - MESH / 2;
            *pixel(s, x, y) = down || across ? LINE : GROUND;
        }
    return s;
}

static void fill(SDL_Surface *s, SDL_Rect box) {
    SDL_FillRect(s, &box, PEN);
}

static void test_it_goes_on_to_the_pixel(void **state) {
    (void)state;
    SDL_Surface *s = drawing(), *out = surface(W + 8 * MESH, H);
    fill(s, (SDL_Rect){W / 3, H / 3, W / 3, H / 3});
    DrawingPaper paper = drawing_paper(s);
    assert_true(paper.found && !paper.left && !paper.right && !paper.top && !paper.bottom);
    SDL_Rect place = drawing_paper_place(&paper, s, out->w, out->h);
    assert_int_equal(place.x, 4 * MESH);
    SDL_BlitSurface(s, NULL, out, &place);
    drawing_paper_continue(&paper, out, place);
    for (int y = MESH / 2; y < H - MESH / 2; y++)
        for (int x = 0; x < 4 * MESH; x++)
            assert_int_equal(*pixel(out, x, y), is_line(x) || is_line(y) ? LINE : GROUND);
    assert_int_equal(*pixel(out, out->w / 2, H / 2), PEN);
    SDL_FreeSurface(s);
    SDL_FreeSurface(out);
}

/* An arm that leaves the drawing comes from the edge of the box. */
static void test_what_leaves_the_drawing_stands_at_that_edge(void **state) {
    (void)state;
    SDL_Surface *s = drawing();
    fill(s, (SDL_Rect){W - 3 * MESH, H / 2, 3 * MESH, MESH});
    DrawingPaper paper = drawing_paper(s);
    assert_true(paper.found && paper.right && !paper.left);
    assert_int_equal(drawing_paper_place(&paper, s, 2 * W, H).x, W);
    fill(s, (SDL_Rect){0, H / 2, MESH, MESH});
    paper = drawing_paper(s);
    assert_int_equal(drawing_paper_place(&paper, s, 2 * W, H).x, W / 2);
    SDL_FreeSurface(s);
}

static void test_no_paper_is_made_up(void **state) {
    (void)state;
    SDL_Surface *s = drawing();
    fill(s, (SDL_Rect){0, 0, W, MESH});
    fill(s, (SDL_Rect){0, H - MESH, W, MESH});
    assert_false(drawing_paper(s).found);
    SDL_FillRect(s, NULL, 0); /* transparent */
    assert_false(drawing_paper(s).found);
    SDL_FreeSurface(s);
}

/* ---- as pictures are drawn ------------------------------------------------------------------- */

#define OPEN "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 640\">"
#define PAPER                                                                                      \
    "<rect width=\"960\" height=\"640\" fill=\"#DCE8F2\"/>"                                        \
    "<path d=\"M80 0V640 M160 0V640 M880 0V640 M0 80H960 M0 560H960\" fill=\"none\" "              \
    "stroke=\"#C9D8E6\" stroke-width=\"2\"/>"
#define DISC "<circle cx=\"480\" cy=\"320\" r=\"200\" fill=\"#0B4A7F\"/></svg>"

/* How much of a box of that size is painted, in hundredths. */
static int painted(const char *svg, int w, int h) {
    PictureSource source = {slice_from(svg), 960, 640};
    PictureWish wish = {.w = w, .h = h, .fit = true};
    uint32_t *pixels = calloc((size_t)w * (size_t)h, sizeof *pixels);
    Error error = {0};
    assert_true(picture_draw(&source, &wish, pixels, &error));
    int count = 0;
    for (int i = 0; i < w * h; i++)
        count += pixels[i] >> 24 == 255;
    free(pixels);
    return count * 100 / (w * h);
}

static void test_a_drawing_on_paper_fills_its_box_and_another_does_not(void **state) {
    (void)state;
    assert_int_equal(painted(OPEN PAPER DISC, 900, 200), 100);
    assert_int_equal(painted(OPEN PAPER DISC, 300, 220), 100);
    assert_true(painted(OPEN DISC, 900, 200) < 15);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_goes_on_to_the_pixel),
        cmocka_unit_test(test_what_leaves_the_drawing_stands_at_that_edge),
        cmocka_unit_test(test_no_paper_is_made_up),
        cmocka_unit_test(test_a_drawing_on_paper_fills_its_box_and_another_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
