/* The logo of a campus in the report: every byte of it, and none that ends what it stands in. */
#include "report/logo.h"

#include "base/look.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *written(Slice logo) {
    char *text = NULL;
    size_t size;
    Arena arena = {0};
    FILE *out = open_memstream(&text, &size);
    look_use((Look){LOOK_HOUSE, LOOK_HOUSE, logo});
    logo_write(out, &arena);
    fclose(out);
    arena_free(&arena);
    assert_int_equal(strlen(text), size); /* no byte 0 in the page */
    return text;
}

static void test_every_byte_is_written(void **state) {
    (void)state;
    char *text = written((Slice){"<svg a=\"1\">\0</svg>", 18});
    assert_string_equal(text, "<img class=\"logo\" alt=\"\" src=\"data:image/svg+xml,"
                              "%3Csvg%20a%3D%221%22%3E%00%3C%2Fsvg%3E\">");
    free(text);
}

static void test_without_a_logo_there_is_nothing(void **state) {
    (void)state;
    char *text = written((Slice){0});
    assert_string_equal(text, "");
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_byte_is_written),
        cmocka_unit_test(test_without_a_logo_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
