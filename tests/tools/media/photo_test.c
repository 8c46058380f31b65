/* Photographs as they come: turned by a flag, with a place in them, for print, too deep, too large,
   cut off. What goes into a pack is upright, has the right colours, and says nothing of where it
   was taken. The pictures are made by ImageMagick when this runs. */
#include "tools/media/photo.h"

#include "content/image.h"
#include "platform/paint/picture_draw.h"
#include "support/test.h"

#include <lcms2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 32 << 20, SIDE = 300 };

static Arena arena;
static Report report;
static uint32_t pixels[SIDE * SIDE];

/* What `convert …` writes. */
static Slice convert(const char *arguments) {
    char command[512];
    snprintf(command, sizeof command, "convert %s", arguments);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    char *bytes = arena_alloc(&arena, MOST);
    Slice all = {bytes, (int)fread(bytes, 1, MOST, pipe)};
    assert_int_equal(pclose(pipe), 0);
    assert_true(all.len > 0);
    return all;
}

static bool tell(Slice bytes, Slice *told) {
    report_free(&report);
    return photo_tell(&report, &arena, LIT("photo.jpg"), bytes, told);
}

static void expect_fault(Slice bytes, const char *said) {
    Slice told;
    assert_false(tell(bytes, &told));
    assert_int_equal(report.count, 1);
    if (slice_find(report.entry[0].message, slice_from(said)) < 0)
        fail_msg("\"%s\" does not say \"%s\"", report.entry[0].message.at, said);
}

/* The kiosk's own drawing of what is packed, which must be w x h. */
static void draw(Slice told, int w, int h) {
    Image image;
    Error error = {0};
    PictureWish wish = {.w = SIDE, .h = SIDE, .fit = false};
    assert_int_equal(image_look(told, &image), IMAGE_FINE);
    assert_int_equal(image.width, w);
    assert_int_equal(image.height, h);
    PictureSource source = {told, w, h};
    memset(pixels, 0, sizeof pixels);
    if (!picture_draw(&source, &wish, pixels, &error))
        fail_msg("%s", error.text);
}

static void expect_colour(int x, int y, uint32_t rgb) {
    uint32_t found = pixels[y * SIDE + x];
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(found >> shift & 255) - (int)(rgb >> shift & 255)) > 12)
            fail_msg("at %d, %d: %06x, not %06x", x, y, found & 0xFFFFFF, rgb);
}

/* Behind the first two bytes: an Exif segment that says which way up, and a place in the clear. */
static Slice with_exif(Slice jpeg, int turn) {
    char exif[] = "\xFF\xE1\x00\x33"
                  "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0"
                  "GPS 45.77 N 3.08";
    exif[28] = (char)turn;
    char *out = arena_alloc(&arena, (size_t)jpeg.len + sizeof exif);
    int len = 0x33 + 2;
    memcpy(out, jpeg.at, 2);
    memcpy(out + 2, exif, (size_t)len);
    memcpy(out + 2 + len, jpeg.at + 2, (size_t)jpeg.len - 2);
    return (Slice){out, jpeg.len + len};
}

/* Four corners in four colours, stored in each of the eight ways (ImageMagick turns them back). */
static void test_turned(void **state) {
    (void)state;
    static const char *const STORED[9] = {NULL,        "",           "-flop",       "-rotate 180",
                                          "-flip",     "-transpose", "-rotate 270", "-transverse",
                                          "-rotate 90"};
    for (int turn = 1; turn <= 8; turn++) {
        char arguments[300];
        snprintf(arguments, sizeof arguments,
                 "'(' -size 100x60 xc:#C02020 xc:#20C020 +append ')' '(' -size 100x60 xc:#2020C0 "
                 "xc:#C0C020 +append ')' -append %s -quality 95 JPG:-",
                 STORED[turn]);
        Slice told, photo = with_exif(convert(arguments), turn);
        assert_true(slice_find(photo, LIT("GPS")) > 0);
        assert_true(tell(photo, &told));
        assert_true(slice_find(told, LIT("GPS")) < 0 && slice_find(told, LIT("Exif")) < 0);
        draw(told, 200, 120);
        expect_colour(75, 75, 0xC02020);
        expect_colour(225, 75, 0x20C020);
        expect_colour(75, 225, 0x2020C0);
        expect_colour(225, 225, 0xC0C020);
    }
}

/* No point of a picture that is fine already is another; notes, and what hangs behind the end, go.
 */
static void test_stripped(void **state) {
    (void)state;
    Slice told, photo = convert("-size 300x300 plasma:red-blue -comment 'Jean Dupont' -interlace "
                                "JPEG -quality 80 JPG:-");
    static uint32_t before[SIDE * SIDE];
    draw(photo, 300, 300);
    memcpy(before, pixels, sizeof before);
    Slice longer = arena_copy(&arena, photo);
    longer =
        (Slice){memcpy(arena_alloc(&arena, (size_t)photo.len + 12), photo.at, (size_t)photo.len),
                photo.len + 12};
    memcpy((char *)(uintptr_t)longer.at + photo.len, "GPS 45.77 N", 12);
    assert_true(tell(longer, &told));
    assert_true(slice_find(told, LIT("Dupont")) < 0 && slice_find(told, LIT("GPS")) < 0);
    draw(told, 300, 300);
    assert_memory_equal(before, pixels, sizeof before);
    Slice png = convert("-size 300x300 plasma:red-blue -set Author 'Jean Dupont' PNG:-");
    assert_true(slice_find(png, LIT("Dupont")) > 0 && tell(png, &told));
    assert_true(slice_find(told, LIT("Dupont")) < 0);
    draw(told, 300, 300);
}

static void test_colours(void **state) {
    (void)state;
    static const char *const KINDS[] = {"-colorspace CMYK JPG:-",
                                        "-depth 16 PNG48:-",
                                        "-quality 90 WEBP:-",
                                        "-interlace JPEG JPG:-",
                                        "-colorspace Gray -fill '#C81E1E' -colorize 100 JPG:-",
                                        "-define webp:lossless=true WEBP:-",
                                        NULL};
    for (int i = 0; KINDS[i]; i++) {
        char arguments[200];
        Slice told;
        snprintf(arguments, sizeof arguments, "-size 96x64 'xc:#C81E1E' %s", KINDS[i]);
        assert_true(tell(convert(arguments), &told));
        draw(told, 96, 64);
        expect_colour(150, 150, 0xC81E1E);
    }
}

/* Sixteen bits in the middle of the scale are the middle of the scale. */
static void test_sixteen_bits(void **state) {
    (void)state;
    Slice told;
    assert_true(tell(convert("-size 96x64 'xc:#6496C8' -depth 16 PNG48:-"), &told));
    draw(told, 96, 64);
    expect_colour(150, 150, 0x6496C8);
}

/* ---- pictures that say what their colours are ------------------------------------------------ */

static const char *keep_profile(cmsHPROFILE profile, const char *name) {
    static char path[4][64];
    static int next;
    char *at = path[next++ % 4];
    snprintf(at, sizeof path[0], "/tmp/azimut-%d-%s.icc", (int)getpid(), name);
    assert_true(cmsSaveProfileToFile(profile, at));
    cmsCloseProfile(profile);
    return at;
}

/* Of a telephone: Display P3. */
static const char *wide_profile(void) {
    static const cmsFloat64Number CURVE[] = {2.4, 1 / 1.055, .055 / 1.055, 1 / 12.92, .04045};
    cmsCIExyY white = {.3127, .3290, 1};
    cmsCIExyYTRIPLE lights = {{.680, .320, 1}, {.265, .690, 1}, {.150, .060, 1}};
    cmsToneCurve *curve = cmsBuildParametricToneCurve(NULL, 4, CURVE),
                 *all[] = {curve, curve, curve};
    const char *path = keep_profile(cmsCreateRGBProfile(&white, &lights, all), "wide");
    cmsFreeToneCurve(curve);
    return path;
}

static const char *grey_profile(void) {
    cmsCIExyY white = {.3457, .3585, 1};
    cmsToneCurve *curve = cmsBuildGamma(NULL, 1.0);
    const char *path = keep_profile(cmsCreateGrayProfile(&white, curve), "grey");
    cmsFreeToneCurve(curve);
    return path;
}

/* A newspaper: whatever the ink, it comes out grey. */
static cmsInt32Number newsprint(const cmsUInt16Number in[], cmsUInt16Number out[], void *none) {
    (void)none;
    double light = (1 - in[3] / 65535.) * (1 - (in[0] + in[1] + in[2]) / 3. / 65535.);
    out[0] = (cmsUInt16Number)(light * 0xFF00), out[1] = out[2] = 0x8000;
    return TRUE;
}

static const char *ink_profile(void) {
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);
    cmsPipeline *lut = cmsPipelineAlloc(NULL, 4, 3);
    cmsStage *cube = cmsStageAllocCLut16bit(NULL, 5, 4, 3, NULL);
    assert_true(cmsStageSampleCLut16bit(cube, newsprint, NULL, 0));
    assert_true(cmsPipelineInsertStage(lut, cmsAT_BEGIN, cube));
    cmsSetProfileVersion(profile, 2.1);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    assert_true(cmsWriteTag(profile, cmsSigAToB0Tag, lut));
    const char *path = keep_profile(profile, "ink");
    cmsPipelineFree(lut);
    return path;
}

static Slice with_profile(const char *path, const char *before, const char *after) {
    char whole[300];
    snprintf(whole, sizeof whole, "%s -profile %s %s", before, path, after);
    Slice photo = convert(whole);
    unlink(path);
    return photo;
}

static Slice told_with(const char *path, const char *before, const char *after) {
    Slice told;
    assert_true(tell(with_profile(path, before, after), &told));
    assert_int_equal(report.count, 0);
    assert_true(slice_find(told, LIT("ICC")) < 0 && slice_find(told, LIT("iCCP")) < 0);
    return told;
}

static void test_profiles(void **state) {
    (void)state;
    static const char *const KINDS[] = {"JPG:-", "PNG24:-", "-define webp:lossless=true WEBP:-",
                                        "-depth 16 PNG48:-", NULL};
    for (int i = 0; KINDS[i]; i++) {
        draw(told_with(wide_profile(), "-size 96x64 'xc:#C86432'", KINDS[i]), 96, 64);
        expect_colour(150, 150, 0xD75D1F);
    }
    draw(told_with(grey_profile(), "-size 96x64 'xc:#404040' -colorspace Gray", "JPG:-"), 96, 64);
    expect_colour(150, 150, 0x898989);
    draw(told_with(ink_profile(), "-size 96x64 'xc:#FF0000' -colorspace CMYK", "JPG:-"), 96, 64);
    expect_colour(150, 150, 0x4E4E4E);
}

/* Behind the first two bytes: an Exif segment with a list in a list in a list, where a camera that
   is set to Adobe RGB says so. */
static void test_adobe_rule(void **state) {
    (void)state;
    static const char EXIF[] = "\xFF\xE1\0\x52"
                               "Exif\0\0II*\0\x08\0\0\0"
                               "\x01\0\x69\x87\x04\0\x01\0\0\0\x1A\0\0\0\0\0\0\0"
                               "\x02\0\x01\xA0\x03\0\x01\0\0\0\xFF\xFF\0\0"
                               "\x05\xA0\x04\0\x01\0\0\0\x38\0\0\0\0\0\0\0"
                               "\x01\0\x01\0\x02\0\x04\0\0\0R03\0\0\0\0\0";
    Slice told, jpeg = convert("-size 96x64 'xc:#64B432' -quality 95 JPG:-");
    int len = sizeof EXIF - 1;
    assert_int_equal(len, 0x52 + 2);
    char *out = arena_alloc(&arena, (size_t)jpeg.len + sizeof EXIF);
    memcpy(out, jpeg.at, 2);
    memcpy(out + 2, EXIF, (size_t)len);
    memcpy(out + 2 + len, jpeg.at + 2, (size_t)jpeg.len - 2);
    assert_true(tell((Slice){out, jpeg.len + len}, &told));
    draw(told, 96, 64);
    expect_colour(150, 150, 0x00B518);
}

/* That of a screen changes no point. */
static void test_profile_of_a_screen(void **state) {
    (void)state;
    Slice bare;
    static const char PHOTO[] = "-seed 3 -size 96x64 plasma:red-blue";
    assert_true(tell(convert("-seed 3 -size 96x64 plasma:red-blue JPG:-"), &bare));
    Slice told = told_with(keep_profile(cmsCreate_sRGBProfile(), "screen"), PHOTO, "JPG:-");
    assert_true(slice_equal(told, bare));
}

static void test_odd_profile(void **state) {
    (void)state;
    Slice told, photo = with_profile(wide_profile(), "-size 96x64 'xc:#C86432'", "JPG:-");
    int at = slice_find(photo, LIT("acsp"));
    assert_true(at > 0);
    memset((char *)(uintptr_t)photo.at + at, 'x', 4);
    assert_true(tell(photo, &told));
    assert_int_equal(report.count, 1);
    assert_true(report.entry[0].warning);
    assert_true(slice_find(report.entry[0].message, LIT("enregistrer en sRGB")) > 0);
}

/* Film's own numbers (cICP), of which PQ and HLG are some: no reader of ours knows them. */
static void test_high_range(void **state) {
    (void)state;
    Slice png = convert("-size 30x20 xc:red PNG24:-");
    static const char CHUNK[] = "\0\0\0\x04"
                                "cICP\x09\x10\0\x01\0\0\0\0";
    char *out = arena_alloc(&arena, (size_t)png.len + 16);
    memcpy(out, png.at, 33); /* behind IHDR */
    memcpy(out + 33, CHUNK, 16);
    memcpy(out + 49, png.at + 33, (size_t)png.len - 33);
    expect_fault((Slice){out, png.len + 16}, "HDR");
    out[41] = 1, out[42] = 13; /* as a screen has them */
    Slice told;
    assert_true(tell((Slice){out, png.len + 16}, &told));
}

static void test_large(void **state) {
    (void)state;
    Slice told, photo = convert("-size 6000x4000 gradient:#205080-#F0C060 -attenuate .3 +noise "
                                "Gaussian -quality 92 JPG:-");
    assert_true(photo.len > 4 << 20);
    assert_true(tell(photo, &told));
    assert_true(told.len < 1500000);
    draw(told, 2560, 1707);
    expect_colour(150, 5, 0x225181);
    expect_colour(150, 295, 0xEEBE61);
    Slice again;
    assert_true(tell(photo, &again) && slice_equal(told, again));
}

/* What shines through stays so, small or shrunk. */
static void test_see_through(void **state) {
    (void)state;
    Slice told;
    assert_true(tell(convert("-size 3000x3000 xc:none -fill '#C81E1E' -draw 'rectangle 0,0 "
                             "1500,3000' PNG:-"),
                     &told));
    draw(told, 2560, 2560);
    expect_colour(50, 150, 0xC81E1E);
    assert_int_equal(pixels[150 * SIDE + 250] >> 24, 0);
}

static void test_what_is_named(void **state) {
    (void)state;
    Slice jpeg = convert("-size 300x200 plasma:red-blue JPG:-"),
          png = convert("-size 300x200 plasma:red-blue PNG:-");
    expect_fault(slice_cut(jpeg, 0, jpeg.len / 2), "la fin de cette image manque");
    expect_fault(slice_cut(png, 0, png.len - 40), "la fin de cette image manque");
    expect_fault(slice_cut(png, 0, 20), "ne dit pas sa taille : le fichier est coupé");
    expect_fault((Slice){"\0\0\0\x18"
                         "ftypheic\0\0\0\0mif1heic",
                         24},
                 "photo HEIC");
    expect_fault((Slice){"\0\0\0\x18"
                         "ftypavif\0\0\0\0mif1avif",
                         24},
                 "image AVIF");
    expect_fault(convert("-size 30x20 xc:red GIF:- | cat - /dev/zero | head -c 900"),
                 "ni un PNG, ni un JPEG");
    char *broken = memcpy(arena_alloc(&arena, (size_t)png.len), png.at, (size_t)png.len);
    for (int i = 0; i < 40; i++)
        broken[60 + i] = (char)(i * 37);
    Slice webp = convert("-size 96x64 xc:red WEBP:-");
    expect_fault(slice_cut(webp, 0, webp.len - 20), "ne peut pas être lue");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_turned),
                                       cmocka_unit_test(test_stripped),
                                       cmocka_unit_test(test_colours),
                                       cmocka_unit_test(test_sixteen_bits),
                                       cmocka_unit_test(test_profiles),
                                       cmocka_unit_test(test_adobe_rule),
                                       cmocka_unit_test(test_profile_of_a_screen),
                                       cmocka_unit_test(test_odd_profile),
                                       cmocka_unit_test(test_high_range),
                                       cmocka_unit_test(test_large),
                                       cmocka_unit_test(test_see_through),
                                       cmocka_unit_test(test_what_is_named)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    report_free(&report);
    arena_free(&arena);
    return failed;
}
