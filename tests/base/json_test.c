#include "base/json.h"

#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static char *text;
static size_t len;

static Json begin(void) {
    return (Json){.out = open_memstream(&text, &len)};
}

static void assert_written(Json *j, const char *expected) {
    assert_int_equal(j->depth, 0);
    fclose(j->out);
    assert_string_equal(text, expected);
    free(text);
}

static void test_puts_commas_between_and_only_there(void **state) {
    (void)state;
    Json j = begin();
    json_object(&j);
    json_name(&j, "a");
    json_array(&j);
    json_end(&j);
    json_name(&j, "b");
    json_array(&j);
    json_integer(&j, 1);
    json_object(&j);
    json_name(&j, "c");
    json_null(&j);
    json_end(&j);
    json_bool(&j, false);
    json_end(&j);
    json_name(&j, "d");
    json_bool(&j, true);
    json_end(&j);
    assert_written(&j, "{\"a\":[],\"b\":[1,{\"c\":null},false],\"d\":true}");
}

static void test_escapes_what_would_end_a_text_or_a_script(void **state) {
    (void)state;
    Json j = begin();
    json_text(&j, LIT("l’\"été\" \\ </script>\n\x1F"));
    assert_written(&j, "\"l’\\\"été\\\" \\\\ \\u003c/script>\\u000a\\u001f\"");
}

static void test_writes_numbers_of_every_size(void **state) {
    (void)state;
    Json j = begin();
    json_array(&j);
    json_integer(&j, INT64_MIN);
    json_integer(&j, INT64_MAX);
    json_integer(&j, 0);
    json_number(&j, 1.25, 1);
    json_number(&j, -3, 3);
    json_end(&j);
    assert_written(&j, "[-9223372036854775808,9223372036854775807,0,1.2,-3.000]");
}

static void test_begins_lines_where_it_is_told(void **state) {
    (void)state;
    Json j = begin();
    json_array(&j);
    json_line(&j);
    json_integer(&j, 1);
    json_line(&j);
    json_integer(&j, 2);
    json_integer(&j, 3);
    json_end(&j);
    assert_written(&j, "[\n1,\n2,3]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_puts_commas_between_and_only_there),
        cmocka_unit_test(test_escapes_what_would_end_a_text_or_a_script),
        cmocka_unit_test(test_writes_numbers_of_every_size),
        cmocka_unit_test(test_begins_lines_where_it_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
