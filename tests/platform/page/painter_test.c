/* A page that slides in, in a window of SDL's dummy driver: every column comes from the right page
   at the right place, and what stands in the end is the page as if it had not slid. */
#include "platform/page/painter.h"

#include "support/test.h"
#include "support/world.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 320, HEIGHT = 200 };

static Arena arena;
static SDL_Window *window;
static SDL_Renderer *renderer;
static Painter *painter;
static Easel *easel;

static int setup(void **state) {
    int status = world_setup(state);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return -1;
    easel = easel_open(&world.pack);
    window = SDL_CreateWindow("", 0, 0, WIDTH, HEIGHT, 0);
    renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    painter = painter_open(
        (PainterSpec){.renderer = renderer, .fonts = world.fonts, .easel = easel, .patient = true});
    return status || !renderer;
}

static int teardown(void **state) {
    painter_close(painter);
    easel_close(easel);
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    arena_free(&arena);
    return world_teardown(state);
}

/* Columns of different colours, so that each tells where it comes from. */
static const Page *striped(const Paint *paint, int count) {
    static Page page[2];
    static Typeface typeface;
    static int next;
    next = 1 - next;
    typeface = fonts_typeface(world.fonts);
    page_begin(&page[next], &arena, &typeface, (Settings){0}, WIDTH, HEIGHT);
    Node *row = page_add(&page[next], page[next].root, (Node){.flow = FLOW_ROW});
    for (int i = 0; i < count; i++)
        page_add(&page[next], row, (Node){.fill = paint[i], .grow = 1});
    page_layout(&page[next]);
    return &page[next];
}

static const Page *old_page(void) {
    return striped((Paint[]){PAINT_INK, PAINT_ACCENT, PAINT_BG, PAINT_PRIMARY}, 4);
}

static const Page *new_page(void) {
    return striped((Paint[]){PAINT_SURFACE, PAINT_LINE, PAINT_INK2, PAINT_CRIMSON, PAINT_SOFT}, 5);
}

static void show(const Page *page) {
    painter_paint(painter, page);
    painter_present(painter);
}

/* The middle row of what is shown. */
static void look(uint32_t *row) {
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    SDL_RenderFlush(renderer);
    for (int x = 0; x < WIDTH; x++) {
        memcpy(&row[x], (char *)surface->pixels + HEIGHT / 2 * surface->pitch + 4 * x, 4);
        row[x] &= 0xFFFFFF;
    }
}

static void slide(bool back, const double *progress, int frames) {
    uint32_t before[WIDTH], after[WIDTH], seen[WIDTH];
    show(new_page());
    look(after);
    show(old_page());
    look(before);
    painter_slide_begin(painter);
    painter_paint(painter, new_page());
    for (int frame = 0; frame < frames; frame++) {
        painter_slide(painter, progress[frame], back);
        look(seen);
        int in = (int)(WIDTH * progress[frame]);
        for (int x = 0; x < WIDTH; x++) {
            uint32_t want = back ? (x < in ? after[WIDTH - in + x] : before[x - in])
                                 : (x < WIDTH - in ? before[x + in] : after[x - (WIDTH - in)]);
            if (seen[x] != want)
                fail_msg("%s, %d columns in: column %d is %06x, not %06x", back ? "back" : "on", in,
                         x, seen[x], want);
        }
    }
    painter_slide_end(painter, back);
    look(seen);
    assert_memory_equal(seen, after, sizeof seen);
}

static void test_each_column_at_its_place(void **state) {
    (void)state;
    slide(false, (double[]){0, 0.01, 0.25, 0.26, 0.7, 0.999}, 6);
    slide(true, (double[]){0, 0.01, 0.25, 0.26, 0.7, 0.999}, 6);
}

/* A finger comes down: the page stands at once. */
static void test_broken_off_it_stands_all_the_same(void **state) {
    (void)state;
    slide(false, NULL, 0);
    slide(true, NULL, 0);
    slide(false, (double[]){0.4}, 1);
    slide(true, (double[]){0.4}, 1);
    slide(false, (double[]){0}, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_column_at_its_place),
        cmocka_unit_test(test_broken_off_it_stands_all_the_same),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
