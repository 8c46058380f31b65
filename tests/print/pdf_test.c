#include "support/test.h"
#include "print/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 61, HEIGHT = 37, PIXELS = WIDTH * HEIGHT };

static uint8_t grey[PIXELS];

static const char *find(const uint8_t *pdf, size_t bytes, const char *words) {
    const char *at = memmem(pdf, bytes, words, strlen(words));
    assert_non_null(at);
    return at;
}

/* RunLengthDecode as the standard tells it; the number of bytes it made. */
static size_t unpack(const uint8_t *from, const uint8_t *end, uint8_t *to, size_t room) {
    size_t made = 0;
    while (from < end && *from != 128) {
        int length = *from++;
        size_t count = length < 128 ? (size_t)length + 1 : 257 - (size_t)length;
        assert_true(made + count <= room);
        for (size_t i = 0; i < count; i++)
            to[made++] = length < 128 ? *from++ : *from;
        from += length > 128;
    }
    assert_ptr_equal(from, end - 1);
    return made;
}

static void expect_same_pixels(void) {
    size_t bytes;
    uint8_t unpacked[PIXELS];
    uint8_t *pdf = pdf_of(&(PdfSheet){grey, WIDTH, HEIGHT, 300}, &bytes);
    const char *length = find(pdf, bytes, "/RunLengthDecode /Length ");
    const char *data = strstr(length, "stream\n") + 7;
    long said = strtol(length + strlen("/RunLengthDecode /Length "), NULL, 10);
    assert_memory_equal(data + said, "\nendstream", 10);
    assert_int_equal(unpack((const uint8_t *)data, (const uint8_t *)data + said, unpacked, PIXELS),
                     PIXELS);
    assert_memory_equal(unpacked, grey, PIXELS);
    free(pdf);
}

static void test_every_pixel_comes_back(void **state) {
    (void)state;
    memset(grey, 255, PIXELS);
    expect_same_pixels();
    for (int i = 0; i < PIXELS; i++)
        grey[i] = (uint8_t)(i * 37);
    expect_same_pixels();
    for (int seed = 1; seed < 200; seed++) {
        unsigned chance = (unsigned)seed;
        for (int i = 0; i < PIXELS; i++) {
            chance = chance * 1103515245 + 12345;
            grey[i] = (chance >> 16) % 7 ? (i ? grey[i - 1] : 255) : (uint8_t)(chance >> 20);
        }
        expect_same_pixels();
    }
}

/* Readers trust the table: each object has to begin where it says. */
static void test_the_table_tells_where_objects_begin(void **state) {
    (void)state;
    size_t bytes;
    memset(grey, 200, PIXELS);
    uint8_t *pdf = pdf_of(&(PdfSheet){grey, WIDTH, HEIGHT, 300}, &bytes);
    assert_memory_equal(pdf, "%PDF-1.4\n", 9);
    assert_memory_equal(pdf + bytes - 6, "%%EOF\n", 6);
    size_t table = strtoul(find(pdf, bytes, "startxref\n") + 10, NULL, 10);
    assert_memory_equal(pdf + table, "xref\n0 6\n", 9);
    for (int number = 1; number <= 5; number++) {
        size_t at = strtoul((const char *)pdf + table + 9 + 20 * number, NULL, 10);
        char begins[24];
        snprintf(begins, sizeof begins, "%d 0 obj\n", number);
        assert_memory_equal(pdf + at, begins, strlen(begins));
    }
    free(pdf);
}

static void test_a_sheet_is_as_large_as_its_pixels(void **state) {
    (void)state;
    size_t bytes;
    uint8_t *white = malloc((size_t)1748 * 2480);
    memset(white, 255, (size_t)1748 * 2480);
    uint8_t *pdf = pdf_of(&(PdfSheet){white, 1748, 2480, 300}, &bytes);
    find(pdf, bytes, "/MediaBox [0 0 419.520 595.200]");
    assert_true(bytes < 100000);
    free(pdf);
    free(white);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_pixel_comes_back),
        cmocka_unit_test(test_the_table_tells_where_objects_begin),
        cmocka_unit_test(test_a_sheet_is_as_large_as_its_pixels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
