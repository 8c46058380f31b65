/* The hours of a day, from left to right and from right to left: one is the other in a mirror, but
   for its letters, and neither lets an hour run into another. */
#include "platform/page/day_bar.h"

#include "support/sheet.h"
#include "support/test.h"

#include <string.h>

enum { W = 1000, H = 160, INSET = 40, HOUR = 60 };

static SDL_Surface *surface;
static Ground ground;
static Fonts *fonts;
static Texts *texts;

/* Open from 8 to 12 and from 13:30 to 17:30; it is a quarter past nine. */
static const DayBar DAY = {
    .from = 8 * HOUR,
    .to = 18 * HOUR,
    .now = 9 * HOUR + 15,
    .span = {{8 * HOUR, 12 * HOUR, {"8 h", 3}, {"12 h", 4}},
             {13 * HOUR + 30, 17 * HOUR + 30, {"13 h 30", 7}, {"17 h 30", 7}}},
    .count = 2};

/* Its pixels, and where its parts lie in them. */
typedef struct Drawn {
    uint32_t at[H][W];
    int mark, bar, ticks, words; /* rows */
} Drawn;

static void draw(Drawn *drawn, const DayBar *day, bool turned, int wide) {
    Page *page = sheet_begin();
    Node node = {.turned = turned, .graphic = {GRAPHIC_DAY, .day = day}};
    SDL_FillRect(surface, NULL, theme_paint(THEME_CLAIR, PAINT_BG) & 0xFFFFFF);
    day_bar_draw((DayInk){&ground, texts}, page, &node, (Box){INSET, 0, wide, H});
    SDL_RenderFlush(ground.renderer);
    for (int y = 0; y < H; y++)
        memcpy(drawn->at[y], (char *)surface->pixels + y * surface->pitch, sizeof drawn->at[y]);
    drawn->mark = page_px(page, DAY_MARK) / 2;
    drawn->bar = page_px(page, DAY_MARK + DAY_BAR / 2);
    drawn->ticks = page_px(page, DAY_MARK + DAY_BAR) + 2;
    drawn->words = page_px(page, DAY_MARK + DAY_BAR + DAY_TICK + DAY_TEXT_GAP);
}

static bool is_paint(uint32_t pixel, Paint paint) {
    return ((pixel ^ theme_paint(THEME_CLAIR, paint)) & 0xFFFFFF) == 0;
}

/* The first and the last of a row that has that colour. */
typedef struct Reach {
    int first, last, count;
} Reach;

static Reach reach_of(const uint32_t *row, Paint paint) {
    Reach reach = {-1, -1, 0};
    for (int x = 0; x < W; x++)
        if (is_paint(row[x], paint)) {
            reach.first = reach.first < 0 ? x : reach.first;
            reach.last = x;
            reach.count++;
        }
    return reach;
}

static void assert_mirrored(Reach there, Reach turned, int wide, int apart) {
    int middle = 2 * INSET + wide - 1;
    assert_true(there.count > 0);
    assert_in_range(turned.first + apart, middle - there.last, middle - there.last + 2 * apart);
    assert_in_range(turned.last + apart, middle - there.first, middle - there.first + 2 * apart);
    assert_in_range(turned.count + apart, there.count, there.count + 2 * apart);
}

static void test_open_hours_are_mirrored(void **state) {
    (void)state;
    static Drawn there, turned;
    draw(&there, &DAY, false, 800);
    draw(&turned, &DAY, true, 800);
    Reach open = reach_of(there.at[there.bar], PAINT_OPEN);
    assert_int_equal(open.first, INSET); /* a day begins at its beginning, */
    assert_int_equal(reach_of(turned.at[turned.bar], PAINT_OPEN).last, INSET + 799);
    assert_mirrored(open, reach_of(turned.at[turned.bar], PAINT_OPEN), 800, 0);
    int noon = INSET + 800 * 4 / 10 + 5; /* and is closed in its middle, from 12 on */
    assert_false(is_paint(there.at[there.bar][noon], PAINT_OPEN));
    assert_false(is_paint(turned.at[turned.bar][2 * INSET + 799 - noon], PAINT_OPEN));
}

static void test_now_and_ticks_are_mirrored(void **state) {
    (void)state;
    static Drawn there, turned;
    draw(&there, &DAY, false, 800);
    draw(&turned, &DAY, true, 800);
    assert_mirrored(reach_of(there.at[there.bar], PAINT_ACCENT),
                    reach_of(turned.at[turned.bar], PAINT_ACCENT), 800, 1);
    assert_mirrored(reach_of(there.at[there.mark], PAINT_ACCENT),
                    reach_of(turned.at[turned.mark], PAINT_ACCENT), 800, 2);
    assert_true(reach_of(there.at[there.bar], PAINT_ACCENT).last < INSET + 200);
    assert_true(reach_of(turned.at[turned.bar], PAINT_ACCENT).first > INSET + 600);
    assert_mirrored(reach_of(there.at[there.ticks], PAINT_LINE),
                    reach_of(turned.at[turned.ticks], PAINT_LINE), 800, 2);
}

/* How many pixels of a column of the words are not the page's own. */
static int ink_in(const Drawn *drawn, int x) {
    int ink = 0;
    for (int y = drawn->words; y < H; y++)
        ink += !is_paint(drawn->at[y][x], PAINT_BG);
    return ink;
}

/* Words are apart by half a letter's height, their letters by less. */
static int words_in(const Drawn *drawn, int *first, int *last) {
    enum { APART = 10 };
    int words = 0, bare = APART;
    *first = *last = -1;
    for (int x = 0; x < W; x++) {
        bool ink = ink_in(drawn, x) > 0;
        words += ink && bare >= APART;
        bare = ink ? 0 : bare + 1;
        *first = ink && *first < 0 ? x : *first;
        *last = ink ? x : *last;
    }
    return words;
}

static void test_hours_are_written_from_the_beginning(void **state) {
    (void)state;
    static Drawn there, turned;
    int first, last, turned_first, turned_last;
    draw(&there, &DAY, false, 800);
    draw(&turned, &DAY, true, 800);
    int words = words_in(&there, &first, &last);
    assert_int_equal(words_in(&turned, &turned_first, &turned_last), words);
    assert_in_range(first, INSET, INSET + 6);
    assert_in_range(turned_last, INSET + 800 - 7, INSET + 800 - 1);
    assert_true(INSET + 800 - last < turned_first - INSET + 12); /* the last hours likewise */
    assert_true(turned_first - INSET < INSET + 800 - last + 12);
}

/* A narrow one leaves the same hours out, whichever way it runs; none of them sticks out. */
static void test_no_hour_runs_into_another(void **state) {
    (void)state;
    static Drawn there, turned;
    int first, last, turned_first, turned_last;
    for (int wide = 120; wide <= 900; wide += 20) {
        draw(&there, &DAY, false, wide);
        draw(&turned, &DAY, true, wide);
        int words = words_in(&there, &first, &last);
        assert_true(words >= 1);
        assert_int_equal(words_in(&turned, &turned_first, &turned_last), words);
        assert_true(first >= INSET && last < INSET + wide);
        assert_true(turned_first >= INSET && turned_last < INSET + wide);
    }
}

static void test_what_is_not_on_it(void **state) {
    (void)state;
    static Drawn drawn;
    DayBar night = DAY;
    night.now = 7 * HOUR;
    draw(&drawn, &night, true, 800);
    assert_int_equal(reach_of(drawn.at[drawn.bar], PAINT_ACCENT).count, 0);
    night.now = -1;
    draw(&drawn, &night, false, 800);
    assert_int_equal(reach_of(drawn.at[drawn.bar], PAINT_ACCENT).count, 0);
}

static int setup(void **state) {
    (void)state;
    Error error;
    surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    ground = (Ground){surface ? SDL_CreateSoftwareRenderer(surface) : NULL, surface};
    fonts = fonts_open(&error);
    texts = fonts ? texts_open(&ground, fonts) : NULL;
    return ground.renderer && texts ? 0 : -1;
}

static int teardown(void **state) {
    texts_close(texts);
    fonts_close(fonts);
    SDL_DestroyRenderer(ground.renderer);
    SDL_FreeSurface(surface);
    return sheet_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open_hours_are_mirrored),
        cmocka_unit_test(test_now_and_ticks_are_mirrored),
        cmocka_unit_test(test_hours_are_written_from_the_beginning),
        cmocka_unit_test(test_no_hour_runs_into_another),
        cmocka_unit_test(test_what_is_not_on_it),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
