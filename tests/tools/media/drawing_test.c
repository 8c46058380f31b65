/* Drawings as Inkscape, Illustrator, Figma and minifiers write them look on the kiosk as librsvg
   draws them; what cannot be told in the kiosk's few words is named, with its line and the mend. */
#include "tools/media/drawing.h"

#include "content/image.h"
#include "platform/paint/picture_draw.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 480, HEIGHT = 320, PIXELS = WIDTH * HEIGHT };

static Arena arena;
static Report report;
static uint32_t ours[PIXELS], theirs[PIXELS];

static Slice all_of(FILE *file) {
    assert_non_null(file);
    char *bytes = arena_alloc(&arena, 1 << 22);
    return (Slice){bytes, (int)fread(bytes, 1, 1 << 22, file)};
}

static Slice bytes_of(const char *path) {
    FILE *file = fopen(path, "rb");
    Slice bytes = all_of(file);
    fclose(file);
    return bytes;
}

static void draw(Slice bytes, uint32_t *pixels) {
    Image image;
    Error error = {0};
    PictureWish wish = {.w = WIDTH, .h = HEIGHT, .fit = true};
    assert_int_equal(image_look(bytes, &image), IMAGE_FINE);
    memset(pixels, 0, PIXELS * sizeof *pixels);
    PictureSource source = {bytes, image.width, image.height};
    if (!picture_draw(&source, &wish, pixels, &error))
        fail_msg("%s", error.text);
}

/* ---- beside librsvg -------------------------------------------------------------------------- */

static int on_white(uint32_t pixel, int shift) {
    int alpha = (int)(pixel >> 24), part = (int)(pixel >> shift & 255);
    return (part * alpha + 255 * (255 - alpha)) / 255;
}

typedef struct Difference {
    double mean; /* of 255 */
    int strays;  /* points that are quite another colour */
} Difference;

static Difference difference(void) {
    Difference found = {0, 0};
    for (int i = 0; i < PIXELS; i++) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int by = abs(on_white(ours[i], shift) - on_white(theirs[i], shift));
            found.mean += (double)by / (3.0 * PIXELS);
            most = by > most ? by : most;
        }
        found.strays += most > 80;
    }
    return found;
}

static void draw_by_librsvg(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "rsvg-convert -w %d -h %d tests/corpus/svg/%s.svg", WIDTH,
             HEIGHT, name);
    FILE *png = popen(command, "r");
    Slice bytes = all_of(png);
    assert_int_equal(pclose(png), 0);
    draw(bytes, theirs);
}

static bool is_alike(Difference d) {
    return d.mean < 1.2 && d.strays < PIXELS / 500;
}

static void compare(const char *name) {
    char path[256];
    Slice told;
    snprintf(path, sizeof path, "tests/corpus/svg/%s.svg", name);
    Slice bytes = bytes_of(path);
    if (!drawing_tell(&report, &arena, slice_from(path), bytes, &told) || report.count) {
        report_print(&report, stderr);
        fail_msg("%s is not told", name);
    }
    draw_by_librsvg(name);
    draw(told, ours);
    Difference d = difference();
    if (getenv("SHOW"))
        fprintf(stderr, "%s: mean %.3f, strays %d\n", name, d.mean, d.strays);
    if (!is_alike(d))
        fail_msg("%s: mean difference %.2f of 255, %d points of another colour", name, d.mean,
                 d.strays);
}

static void test_as_librsvg_draws_them(void **state) {
    (void)state;
    static const char *const NAMES[] = {
        "inkscape-layers",      "inkscape-gradients", "illustrator-classes",
        "figma-frame",          "minified-paths",     "used-again",
        "size-without-viewbox", "icon-strokes",       NULL};
    for (int i = 0; NAMES[i]; i++)
        compare(NAMES[i]);
}

/* The comparison sees: the same files drawn as they are, without the builder, are not alike. */
static void test_the_comparison_sees(void **state) {
    (void)state;
    static const char *const NAMES[] = {"inkscape-layers",     "inkscape-gradients",
                                        "illustrator-classes", "minified-paths",
                                        "used-again",          NULL};
    for (int i = 0; NAMES[i]; i++) {
        char path[256];
        snprintf(path, sizeof path, "tests/corpus/svg/%s.svg", NAMES[i]);
        draw_by_librsvg(NAMES[i]);
        draw(bytes_of(path), ours);
        if (is_alike(difference()))
            fail_msg("%s needs no builder", NAMES[i]);
    }
}

/* ---- what is named --------------------------------------------------------------------------- */

#define ROOT                                                                                       \
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "          \
    "viewBox='0 0 960 640'>\n"
#define RECT "<rect x='10' y='10' width='50' height='50'"

static bool tell(const char *inside, Slice *told) {
    report_free(&report);
    Slice bytes = arena_printf(&arena, ROOT "%s</svg>\n", inside);
    return drawing_tell(&report, &arena, LIT("x.svg"), bytes, told);
}

static void expect(const char *inside, int line, const char *said) {
    Slice told;
    tell(inside, &told);
    if (report.count != 1 || report.entry[0].line != line ||
        slice_find(report.entry[0].message, slice_from(said)) < 0) {
        report_print(&report, stderr);
        fail_msg("expected at line %d: %s\nof: %s", line, said, inside);
    }
}

static void test_what_is_named(void **state) {
    (void)state;
    expect("<g style='opacity:0.2'>" RECT "/><circle r='30'/></g>", 2, "l’opacité d’un groupe");
    expect("<g opacity='.2'>" RECT "/></g>", 2, "la donner à chaque forme");
    expect(RECT " style='filter:url(#f)'/>", 2, "« filter » serait ignoré ; redessiner sans lui");
    expect("\n" RECT " style='mask:url(#m);fill:red'/>", 3, "« mask » mène à « url(#m) »");
    expect(RECT " clip-path='url(#c)'/>", 2, "« clip-path » mène à « url(#c) »");
    expect("<clipPath id='c'><path d='M0 0h30v30h-10v-10h-20z'/></clipPath>\n" RECT
           " clip-path='url(#c)'/>",
           3, "seule une forme simple");
    expect("<clipPath id='c'><circle r='30'/></clipPath>\n" RECT
           " stroke='red' clip-path='url(#c)'/>",
           3, "couperait un contour");
    expect(RECT " style='mix-blend-mode:multiply'/>", 2, "« mix-blend-mode »");
    expect("<path d='M0 0h9' stroke='red' marker-end='url(#a)'/>", 2, "« marker-end »");
    expect("<text x='5'>Bonjour</text>", 2, "<text> ne serait pas dessiné ; le convertir");
    expect("<flowRoot><flowPara>Bonjour</flowPara></flowRoot>", 2, "<flowRoot>");
    expect("<image href='a.png'/>", 2, "<image>");
    expect("<pattern id='p'/>\n" RECT " fill='url(#p)'/>", 3, "<pattern>");
    expect("<use href='#nothing'/>", 2, "<use> mène à « #nothing »");
    expect("<use href='other.svg#a'/>", 2, "n’est pas dans ce dessin");
    expect("<g id='a'><use href='#a'/></g>", 2, "se répètent sans fin");
    expect(RECT " fill='blurple'/>", 2, "la couleur « blurple »");
    expect(RECT " fill='var(--x)'/>", 2, "la couleur « var(--x) »");
    expect("<path d='M0 0h30v30x'/>", 2, "à partir de « x »");
    expect("<path d='M0 0a30 20 0 7 1 5 5'/>", 2, "à partir de « a30 20");
    expect(RECT " transform='spin(30)'/>", 2, "la transformation « spin(30) »");
    expect("<rect x='a' width='9' height='9'/>", 2, "n’est pas une longueur");
    expect("<style>rect:nth-child(2){fill:red}</style>" RECT "/>", 2, "la règle de style");
    expect("<style>@media print{rect{fill:red}}</style>" RECT "/>", 2, "« @media print »");
    expect("<style>@import url(a.css)</style>" RECT "/>", 2, "« @import url(a.css) »");
    expect("<style>@charset 'utf-8'</style>" RECT " style='filter:url(#f)'/>", 2, "« filter »");
    expect("<sphere r='9'/>" RECT "/>", 2, "l’élément <sphere> n’est pas connu");
    expect(RECT "><animate attributeName='x'/></rect>", 2, "<animate> ne bougerait pas");
    expect("<g display='none'>" RECT "/></g>", 1, "rien n’est visible");
    expect("<rect width='9' height='9' stroke='red' transform='scale(3 1)'/>", 2,
           "contour est étiré");
    expect("<radialGradient id='g' fx='.9'><stop/></radialGradient>" RECT " fill='url(#g)'/>", 2,
           "le foyer du dégradé");
    expect("<linearGradient id='g' spreadMethod='repeat'><stop/></linearGradient>" RECT
           " fill='url(#g)'/>",
           2, "« spreadMethod » serait ignoré");
    expect("<path d='M0 0h99' stroke='red' stroke-dasharray='1 2 3 4 5 6 7 8 9'/>", 2,
           "8 longueurs au plus");
    expect("<g>", 2, "pas bien formé");
}

/* What is hidden is neither drawn nor named, whatever it is. */
/* It comes line by line; all of it counts, and takes no more room than it has. */
static void test_a_long_style_sheet(void **state) {
    (void)state;
    enum { LINES = 4000 };
    static const char LINE[] = ".a0000{fill:#004A99}\n";
    char *sheet = malloc(LINES * sizeof LINE + 200), *at = stpcpy(sheet, "<style>");
    for (int i = 0; i < LINES; i++)
        at += sprintf(at, ".a%04d{fill:#004A99}\n", i);
    strcpy(at, "rect{fill:#B3261E}</style>" RECT "/>");
    Slice told;
    size_t before = arena.used;
    assert_true(tell(sheet, &told));
    assert_true(slice_find(told, LIT("B3261E")) >= 0);
    assert_true(arena.used - before < 50u << 20);
    free(sheet);
}

static void test_hidden_faults(void **state) {
    (void)state;
    Slice told;
    assert_true(tell("<g display='none'><text>a</text></g><g visibility='hidden'>" RECT
                     " fill='#B3261E'/></g><text/>" RECT "/>",
                     &told));
    assert_int_equal(report.count, 0);
    assert_true(slice_find(told, LIT("B3261E")) < 0);
}

/* Colours of the palette are written as the kiosk looks for them, in every theme's turn. */
static void test_palette(void **state) {
    (void)state;
    Slice told;
    assert_true(tell(RECT " style='fill:rgb(220,232,242)'/>" RECT " fill='white'/>", &told));
    assert_true(slice_find(told, LIT("\"#DCE8F2\"")) > 0 && slice_find(told, LIT("#FFFFFF")) > 0);
}

/* Nothing of whoever drew it goes into a pack; what is plain already stays byte by byte. */
static void test_notes_go(void **state) {
    (void)state;
    Slice told;
    assert_true(
        tell("<metadata><a>Jean Dupont</a></metadata><!-- /home/jean -->" RECT "/>", &told));
    assert_true(slice_find(told, LIT("ean")) < 0);
    const char *plain = "<g transform='rotate(3)'>" RECT " fill='#DCE8F2' stroke='none'/></g>";
    assert_true(tell(plain, &told));
    assert_true(slice_find(told, slice_from(plain)) > 0);
}

/* A fault that the kiosk's own look finds afterwards has the line of the author's file. */
static void test_lines_stay(void **state) {
    (void)state;
    Slice told;
    Image image;
    assert_true(tell("<g\n>\n\n<circle style='fill:red' r='1e9'/></g>", &told));
    assert_int_equal(image_look(told, &image), IMAGE_NUMBERS);
    assert_int_equal(image.line, 5);
}

/* Uses of uses: named before they fill the memory. */
static void test_too_many(void **state) {
    (void)state;
    Slice told, text = LIT("<g id='a0'><path d='M0 0h1'/></g>");
    for (int i = 1; i < 8; i++)
        text = arena_printf(&arena,
                            SLICE_FMT "<g id='a%d'><use href='#a%d'/><use href='#a%d'/><use "
                                      "href='#a%d'/><use href='#a%d'/><use href='#a%d'/></g>",
                            SLICE_ARG(text), i, i - 1, i - 1, i - 1, i - 1, i - 1);
    assert_false(tell(text.at, &told));
    assert_true(slice_find(report.entry[0].message, LIT("plus de 20000 formes")) >= 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_librsvg_draws_them),
                                       cmocka_unit_test(test_the_comparison_sees),
                                       cmocka_unit_test(test_what_is_named),
                                       cmocka_unit_test(test_hidden_faults),
                                       cmocka_unit_test(test_a_long_style_sheet),
                                       cmocka_unit_test(test_palette),
                                       cmocka_unit_test(test_notes_go),
                                       cmocka_unit_test(test_lines_stay),
                                       cmocka_unit_test(test_too_many)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    report_free(&report);
    arena_free(&arena);
    return failed;
}
