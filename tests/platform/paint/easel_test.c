/* A picture that is not what it should be costs itself and nothing else: refused before it is
   decoded where its bytes tell, ended by the limits of the process that draws it where they do not.
 */
#include "platform/paint/easel.h"

#include "base/log.h"
#include "platform/paint/pictures.h"
#include "support/test.h"
#include "support/world.h"

#include <SDL2/SDL_image.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOT(w, h) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " #w " " #h "\">"

static Sheet *sheet;
static unsigned char memory[8 << 20];
static Error error;

static bool draw(Slice data, int width, int height, int w, int h) {
    PictureSource source = {data, width, height};
    PictureWish wish = {.w = w, .h = h, .radius = 8};
    error.text[0] = 0;
    sheet_clear(sheet);
    return sheet_draw(sheet, &source, &wish, &error);
}

static void expect_refused(Slice data, int width, int height, const char *because) {
    if (draw(data, width, height, 300, 200))
        fail_msg("drawn, though it \"%s\"", because);
    if (!strstr(error.text, because))
        fail_msg("\"%s\" does not say \"%s\"", error.text, because);
}

static void expect_drawn(Slice data, int width, int height) {
    if (!draw(data, width, height, 300, 200))
        fail_msg("%s", error.text);
    assert_int_equal(sheet_pixels(sheet)[100 * 300 + 150] >> 24, 255);
}

typedef int Save(SDL_Surface *surface, SDL_RWops *to, int free, int quality);

static int save_png(SDL_Surface *surface, SDL_RWops *to, int free, int quality) {
    (void)quality;
    return IMG_SavePNG_RW(surface, to, free);
}

/* A picture of one colour, as a file. */
static Slice file_of(int w, int h, Save *save) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 24, SDL_PIXELFORMAT_RGB24);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 200, 40, 90));
    SDL_RWops *to = SDL_RWFromMem(memory, sizeof memory);
    assert_int_equal(save(surface, to, 0, 90), 0);
    int bytes = (int)SDL_RWtell(to);
    SDL_RWclose(to);
    SDL_FreeSurface(surface);
    return (Slice){(const char *)memory, bytes};
}

static void test_three_kinds_by_their_first_bytes(void **state) {
    (void)state;
    expect_drawn(file_of(320, 240, save_png), 320, 240);
    assert_int_equal(sheet_pixels(sheet)[0],
                     sheet_pixels(sheet)[0] & 0xFFFFFF); /* a round corner */
    assert_int_equal(sheet_pixels(sheet)[100 * 300 + 150], 0xFFC8285A);
    expect_drawn(file_of(320, 240, IMG_SaveJPG_RW), 320, 240);
    expect_drawn(LIT("\xEF\xBB\xBF \n" ROOT(3, 2) "<rect width=\"3\" height=\"2\"/></svg>"), 3, 2);
    expect_drawn(LIT("<?xml version=\"1.0\"?><!-- a --> " ROOT(
                     3, 2) "<rect width=\"3\" height=\"2\"/></svg>"),
                 3, 2);
    static const char *const OTHERS[] = {
        "II*",         "MM",   "GIF89a",    "BM6",           "RIFF....WEBPVP8 ", "qoif",
        "P6 9 9 255 ", "8BPS", "/* XPM */", "gimp xcf file", "\x0A\x05\x01",     "",
        "\xFF\xD8"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        expect_refused(slice_from(OTHERS[i]), 3, 2, "neither PNG nor JPEG nor SVG");
}

static void test_sizes_are_read_first(void **state) {
    (void)state;
    Slice png = file_of(320, 240, save_png);
    expect_refused(png, 32, 240, "it is 320 x 240, its record says 32 x 240");
    memcpy(memory + 16, "\0\0\x4E\x20\0\0\x4E\x20", 8); /* 20,000 x 20,000 */
    expect_refused(png, 20000, 20000, "larger than 16 megapixels");
    memcpy(memory + 16, "\xFF\xFF\xFF\xFF\0\0\0\1", 8);
    expect_refused(png, 1, 1, "larger than 16 megapixels");
    memcpy(memory + 16, "\0\0\0\0\0\0\0\0", 8);
    expect_refused(png, 1, 1, "does not say its size");
    expect_refused(slice_cut(png, 0, 20), 320, 240, "does not say its size");
    expect_refused(file_of(2000, 20, save_png), 2000, 20, "more than 8 times longer");
    Slice jpeg = file_of(640, 480, IMG_SaveJPG_RW);
    expect_refused(jpeg, 640, 48, "it is 640 x 480");
    expect_refused(slice_cut(jpeg, 0, 60), 640, 480, "does not say its size");
    expect_drawn(file_of(800, 100, save_png), 800, 100);
    expect_drawn(file_of(4000, 4000, save_png), 4000, 4000);
    expect_drawn(file_of(4000, 4000, IMG_SaveJPG_RW), 4000, 4000);
}

static void test_damaged_bytes(void **state) {
    (void)state;
    Slice png = file_of(320, 240, save_png);
    memset(memory + 50, 7, 40);
    assert_false(draw(png, 320, 240, 300, 200));
    assert_true(error.text[0]);
}

/* The tag stood behind 1,024 bytes, so that the drawing was taken for another kind of file, of the
   size it says. */
static void test_a_drawing_of_any_size_it_likes(void **state) {
    (void)state;
    static char svg[4096] = "<!--";
    memset(svg + 4, 'x', 2000);
    strcpy(svg + 2004, "--><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30000\" height = "
                       "'20000' viewBox=\"0 0 30000 20000\"/>");
    expect_refused(slice_from(svg), 30000, 20000, "larger than 16 megapixels");
    strcpy(svg + 2004, "--><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30000mm\" height = "
                       "'1' viewBox=\"0 0 3 2\">"
                       "<rect width=\"3\" height=\"2\"/><!-- <g><path d=\"M0 0H9V9\" "
                       "fill=\"#ffffff\"/></g> --></svg>");
    expect_drawn(slice_from(svg), 3, 2);
    assert_int_equal(sheet_pixels(sheet)[100 * 300 + 150], 0xFF000000); /* nothing of the comment */
    expect_refused(LIT("<svg width=\"9\" height=\"9\"/>"), 9, 9, "has no viewBox");
    expect_refused(LIT("<svg viewBox=\"0 0 nan 9\"/>"), 9, 9, "has no viewBox");
    expect_refused(LIT(ROOT(9, 9) "<rect>"), 9, 9, "not a well-formed");
    expect_refused(LIT("<!--a--><html/>"), 9, 9, "not a well-formed");
    expect_refused(LIT("<!DOCTYPE svg [<!ENTITY a \"b\">]>" ROOT(9, 9) "</svg>"), 9, 9,
                   "not a well-formed");
    expect_refused(LIT(ROOT(4100, 4000) "</svg>"), 4100, 4000, "larger than 16 megapixels");
}

static Slice repeated(const char *head, const char *part, int times, const char *tail) {
    char *at = (char *)memory + sprintf((char *)memory, "%s", head);
    for (int i = 0; i < times; i++)
        at += sprintf(at, "%s", part);
    at += sprintf(at, "%s", tail);
    return (Slice){(const char *)memory, (int)(at - (char *)memory)};
}

static void test_drawings_without_end(void **state) {
    (void)state;
    expect_refused(
        LIT(ROOT(
            960,
            640) "<path d=\"M0 0H900V600\" stroke=\"#000\" stroke-dasharray=\"0.001\"/></svg>"),
        960, 640, "too many dashes");
    expect_refused(
        LIT(ROOT(960, 640) "<g style=\"stroke:#000;stroke-dasharray:.01,.02;fill:none\"><path "
                           "d=\"M0 0H900\"/></g></svg>"),
        960, 640, "too many dashes");
    expect_refused(repeated(ROOT(960, 640) "<path d=\"M0 0", "L9 9 8 7", 60000, "\"/></svg>"), 960,
                   640, "too many points");
    expect_refused(repeated(ROOT(960, 640), "<g>", 200, "</svg>"), 960, 640, "nested too deeply");
    expect_refused(LIT(ROOT(960, 640) "<circle cx=\"9\" cy=\"9\" r=\"1e9\"/></svg>"), 960, 640,
                   "number out of range");
    expect_refused(
        LIT(ROOT(960, 640) "<rect width=\"9\" height=\"9\" stroke-width=\"1e30\"/></svg>"), 960,
        640, "number out of range");
}

/* An emulator does not give memory back when it is asked to: bands of the picture before stood
   above and below. */
static void test_nothing_of_the_picture_before(void **state) {
    (void)state;
    PictureSource full = {file_of(320, 240, save_png), 320, 240};
    PictureWish wish = {.w = 300, .h = 200};
    assert_true(sheet_draw(sheet, &full, &wish, &error));
    assert_int_equal(sheet_pixels(sheet)[0] >> 24, 255);
    PictureSource bare = {LIT(ROOT(3, 2) "<rect x=\"1\" width=\"1\" height=\"2\"/></svg>"), 3, 2};
    assert_true(sheet_draw(sheet, &bare, &wish, &error)); /* the sheet was not cleared */
    assert_int_equal(sheet_pixels(sheet)[0], 0);
    assert_int_equal(sheet_pixels(sheet)[100 * 300 + 150], 0xFF000000);
}

/* What no look at the bytes tells beforehand: each T bends as far as the one before it. */
static void test_one_that_runs_away(void **state) {
    (void)state;
    Slice svg = repeated(
        ROOT(960,
             640) "<path stroke=\"#000\" fill=\"none\" stroke-dasharray=\".4\" d=\"M0 0Q9000 0 1 1",
        "T0 0", 20000, "\"/></svg>");
    expect_refused(svg, 960, 640, "drawing it");
    expect_drawn(file_of(320, 240, save_png), 320, 240);
}

/* ---- the keeper ------------------------------------------------------------------------------ */

static pid_t child_of(pid_t parent) {
    char name[64];
    int child = 0;
    snprintf(name, sizeof name, "/proc/%d/task/%d/children", parent, parent);
    FILE *file = fopen(name, "r");
    if (file && fscanf(file, "%d", &child) != 1)
        child = 0;
    if (file)
        fclose(file);
    return child;
}

static void test_a_keeper_that_is_ended(void **state) {
    (void)state;
    static uint32_t pixels[300 * 200];
    Easel *easel = easel_open(&world.pack);
    PictureWish wish = {.picture = 0, .w = 300, .h = 200};
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_DRAWN);
    assert_true(pixels[100 * 300 + 150] >> 24 == 255);
    pid_t keeper = child_of(getpid());
    assert_true(keeper > 0);
    kill(keeper, SIGTERM); /* said to all of a group: it stays until the kiosk goes */
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_DRAWN);
    kill(keeper, SIGKILL);
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_NOBODY);
    assert_non_null(strstr(error.text, "starts again when nobody is here"));
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_NOBODY);
    assert_non_null(strstr(error.text, "is not there"));
    assert_true(easel_mend(easel));
    assert_false(easel_mend(easel));
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_DRAWN);
    wish.picture = PICTURE_EMBLEM;
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_DRAWN);
    wish.picture = world.pack.picture_count;
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_REFUSED);
    wish = (PictureWish){.picture = 0, .w = 30000, .h = 20000};
    assert_int_equal(easel_draw(easel, &wish, pixels, &error), EASEL_REFUSED);
    easel_close(easel);
    assert_int_equal(child_of(getpid()), 0);
}

/* What the page gets, and what the installer reads: one line. */
static void test_a_picture_that_is_lost(void **state) {
    (void)state;
    Pack pack = world.pack;
    char subject[LOG_SUBJECT], message[LOG_MESSAGE] = "", told[LOG_MESSAGE] = "";
    pack.picture = malloc(sizeof *pack.picture * (size_t)pack.picture_count);
    memcpy(pack.picture, world.pack.picture, sizeof *pack.picture * (size_t)pack.picture_count);
    pack.picture[1].data = LIT("II*\0 a picture of another kind");
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, 400, 300, 32, SDL_PIXELFORMAT_XRGB8888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(surface);
    Easel *easel = easel_open(&pack);
    Ground ground = {renderer, surface};
    Pictures *pictures = pictures_open(&ground, easel, true);
    for (int w = 300; w < 310; w++) {
        assert_null(pictures_get(pictures, (PictureWish){.picture = 1, .w = w, .h = 200}));
        assert_non_null(pictures_get(pictures, (PictureWish){.picture = 2, .w = w, .h = 200}));
    }
    for (int i = 0; log_recent(i, subject, message); i++)
        if (strcmp(subject, "pictures") == 0)
            memcpy(told, message, sizeof told);
    assert_non_null(strstr(told, "cannot be drawn: it is neither PNG nor JPEG nor SVG"));
    assert_int_equal(strncmp(told, pack.picture[1].id.at, (size_t)pack.picture[1].id.len), 0);
    pictures_close(pictures);
    easel_close(easel);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    free(pack.picture);
}

/* What SDL holds after each of some pictures of every kind, refused ones too, is what it held after
   the first. */
static void test_nothing_is_kept_of_a_picture(void **state) {
    (void)state;
    static uint32_t pixels[300 * 200];
    PictureWish wish = {.w = 300, .h = 200};
    int held = 0;
    for (int i = 0; i < 12; i++) {
        Slice file = i % 3 == 0 ? file_of(60, 40, save_png) : file_of(60, 40, IMG_SaveJPG_RW);
        if (i % 3 == 2)
            file = LIT(ROOT(60, 40) "<rect width=\"60\" height=\"40\"/></svg>");
        assert_true(picture_draw(&(PictureSource){file, 60, 40}, &wish, pixels, &error));
        assert_false(picture_draw(&(PictureSource){file, 61, 40}, &wish, pixels, &error));
        held = i < 3 ? SDL_GetNumAllocations() : held;
        assert_int_equal(SDL_GetNumAllocations(), held);
    }
}

/* Every picture of the campus, by the same rules. */
static void test_our_own(void **state) {
    (void)state;
    for (int i = 0; i < world.pack.picture_count; i++)
        expect_drawn(world.pack.picture[i].data, world.pack.picture[i].width,
                     world.pack.picture[i].height);
}

static int begin(void **state) {
    sheet = sheet_new();
    return sheet ? world_setup(state) : -1;
}

static int end(void **state) {
    sheet_free(sheet);
    return world_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_three_kinds_by_their_first_bytes),
        cmocka_unit_test(test_sizes_are_read_first),
        cmocka_unit_test(test_damaged_bytes),
        cmocka_unit_test(test_a_drawing_of_any_size_it_likes),
        cmocka_unit_test(test_drawings_without_end),
        cmocka_unit_test(test_nothing_of_the_picture_before),
        cmocka_unit_test(test_one_that_runs_away),
        cmocka_unit_test(test_a_keeper_that_is_ended),
        cmocka_unit_test(test_a_picture_that_is_lost),
        cmocka_unit_test(test_nothing_is_kept_of_a_picture),
        cmocka_unit_test(test_our_own),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
