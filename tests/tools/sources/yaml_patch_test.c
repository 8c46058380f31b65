/* What an author wrote stays as it is but for what changes: quotes, remarks, order, blank lines. */
#include "support/test.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"

#include <string.h>

static Arena arena;

static const char TEXT[] = "# head\n"
                           "- id: a # first\n"
                           "  name: {fr: \"Un\", en: 'One'}\n"
                           "\n"
                           "# above b\n"
                           "- id: b\n"
                           "  name:\n"
                           "    fr: \"Deux\"   # two\n"
                           "    en: Two\n"
                           "  tags: [x, y]\n"
                           "- id: c\n";

static YamlNode *read(const char *text) {
    Report report = {0};
    YamlNode *root = yaml_read(&report, &arena, LIT("t.yaml"), slice_from(text));
    assert_int_equal(report.faults, 0);
    report_free(&report);
    return root;
}

static YamlNode *child(YamlNode *node, int index) {
    node = node->first;
    while (index--)
        node = node->next;
    return node;
}

static YamlNode *key(YamlNode *map, const char *name) {
    return (YamlNode *)(uintptr_t)yaml_get(map, name);
}

/* The text with one thing of its copy changed by hand. */
static const YamlNode *old;
static YamlNode *want;

static void begin(const char *text) {
    old = read(text);
    want = yaml_copied(&arena, old);
}

static void expect(const char *text, const char *expected) {
    Slice made = yaml_patched(&arena, slice_from(text), old, want);
    assert_string_equal(made.at, expected);
}

static void drop(YamlNode *parent, YamlNode *gone) {
    YamlNode **at = &parent->first;
    while (*at != gone)
        at = &(*at)->next;
    *at = gone->next;
    parent->count--;
}

static void nothing_changes(void **state) {
    (void)state;
    begin(TEXT);
    expect(TEXT, TEXT);
}

static void one_word_changes(void **state) {
    (void)state;
    begin(TEXT);
    key(key(child(want, 1), "name"), "fr")->text = LIT("Le « deux »");
    Slice made = yaml_patched(&arena, slice_from(TEXT), old, want);
    assert_non_null(strstr(made.at, "    fr: \"Le « deux »\"   # two\n    en: Two\n"));
    assert_non_null(strstr(made.at, "name: {fr: \"Un\", en: 'One'}\n\n# above b\n"));
    key(key(child(want, 0), "name"), "fr")->text = LIT("Deux");
    made = yaml_patched(&arena, slice_from(TEXT), old, want);
    assert_non_null(strstr(made.at, "name: {fr: \"Deux\", en: 'One'}\n"));
}

static void quotes_are_escaped(void **state) {
    (void)state;
    static const char SHORT[] = "a: x\nb: y\n";
    begin(SHORT);
    key(want, "a")->text = LIT("say \"hi\" \\ : # - {");
    expect(SHORT, "a: \"say \\\"hi\\\" \\\\ : # - {\"\nb: y\n");
    assert_true(slice_is(yaml_get(read("a: \"say \\\"hi\\\" \\\\ : # - {\"\n"), "a")->text,
                         "say \"hi\" \\ : # - {"));
}

static void keys_come_and_go(void **state) {
    (void)state;
    begin(TEXT);
    YamlNode *b = child(want, 1), *added = yaml_scalar(&arena, LIT("7"), 0);
    drop(b, key(b, "tags"));
    added->key = LIT("order");
    added->next = b->first->next;
    b->first->next = added;
    b->count++;
    Slice made = yaml_patched(&arena, slice_from(TEXT), old, want);
    assert_non_null(strstr(made.at, "- id: b\n  order: 7\n  name:\n    fr: \"Deux\"   # two\n"));
    assert_null(strstr(made.at, "tags"));
}

static void elements_take_their_remarks_along(void **state) {
    (void)state;
    begin(TEXT);
    YamlNode *a = child(want, 0), *b = child(want, 1), *c = child(want, 2);
    want->first = b;
    b->next = a;
    a->next = c;
    expect(TEXT, "# head\n"
                 "\n# above b\n"
                 "- id: b\n  name:\n    fr: \"Deux\"   # two\n    en: Two\n  tags: [x, y]\n"
                 "- id: a # first\n  name: {fr: \"Un\", en: 'One'}\n"
                 "- id: c\n");
}

static void elements_come_and_go(void **state) {
    (void)state;
    begin(TEXT);
    YamlNode *fresh = yaml_new(&arena, YAML_MAP, 0);
    yaml_put_text(&arena, fresh, "id", LIT("d"), 0);
    drop(want, child(want, 1));
    yaml_add(want, fresh);
    expect(TEXT, "# head\n- id: a # first\n  name: {fr: \"Un\", en: 'One'}\n- id: c\n- id: d\n");
}

static void all_elements_go(void **state) {
    (void)state;
    static const char SHORT[] = "# head\n- id: a\n";
    begin(SHORT);
    want->first = NULL;
    want->count = 0;
    expect(SHORT, "# head\n[]\n");
}

static void brackets_stay_brackets(void **state) {
    (void)state;
    begin(TEXT);
    yaml_add(key(child(want, 1), "tags"), yaml_scalar(&arena, LIT("deux mots"), 0));
    Slice made = yaml_patched(&arena, slice_from(TEXT), old, want);
    assert_non_null(strstr(made.at, "  tags: [x, y, \"deux mots\"]\n- id: c\n"));
}

static void a_text_over_lines_is_one_value(void **state) {
    (void)state;
    static const char FOLDED[] = "a: >\n  one\n  two\n\nb: y\n";
    begin(FOLDED);
    key(want, "a")->text = LIT("three");
    expect(FOLDED, "a: three\n\nb: y\n");
}

static void a_file_without_a_last_line_end(void **state) {
    (void)state;
    static const char OPEN[] = "a: x";
    begin(OPEN);
    YamlNode *added = yaml_scalar(&arena, LIT("y"), 0);
    added->key = LIT("b");
    yaml_add(want, added);
    expect(OPEN, "a: x\nb: y\n");
}

static void another_kind_takes_its_place(void **state) {
    (void)state;
    static const char PLAIN[] = "a: x # why\nb: y\n";
    begin(PLAIN);
    YamlNode *map = key(want, "a");
    map->kind = YAML_MAP;
    map->text = LIT("");
    yaml_put_text(&arena, map, "fr", LIT("X"), 0);
    expect(PLAIN, "a: {fr: X}\nb: y\n");
}

static const char FACTS[] = "facts:\n"
                            "  - label: Rythme\n"
                            "    value: Deux jours\n"
                            "    illustrative: true\n"
                            "  - label: Durée\n"
                            "    value: Deux ans\n";

/* Both keys at the dash go: what stays moves up to it. */
static void the_first_keys_of_an_element_go(void **state) {
    (void)state;
    begin(FACTS);
    YamlNode *fact = child(key(want, "facts"), 0);
    drop(fact, key(fact, "label"));
    drop(fact, key(fact, "value"));
    expect(FACTS, "facts:\n"
                  "  - illustrative: true\n"
                  "  - label: Durée\n"
                  "    value: Deux ans\n");
}

static void all_keys_of_an_element_go(void **state) {
    (void)state;
    begin(FACTS);
    YamlNode *fact = child(key(want, "facts"), 1);
    fact->first = NULL;
    fact->count = 0;
    yaml_put_text(&arena, fact, "note", LIT("n"), 0);
    yaml_put_text(&arena, fact, "other", LIT("o"), 0);
    expect(FACTS, "facts:\n"
                  "  - label: Rythme\n"
                  "    value: Deux jours\n"
                  "    illustrative: true\n"
                  "  - note: n\n"
                  "    other: o\n");
}

static void one_key_goes_and_another_comes_before_it(void **state) {
    (void)state;
    static const char ONE[] = "name:\n  fr: \"Soudeur\"\nline: x\n";
    begin(ONE);
    YamlNode *name = key(want, "name");
    drop(name, key(name, "fr"));
    yaml_put_text(&arena, name, "en", LIT("Welder"), 0);
    expect(ONE, "name:\n  en: Welder\nline: x\n");

    static const char TWO[] = "name:\n  fr: \"Soudeur\"\n  en: Welder\nline: x\n";
    begin(TWO);
    YamlNode *de = yaml_scalar(&arena, LIT("b"), 0);
    name = key(want, "name");
    drop(name, key(name, "fr"));
    de->key = LIT("de");
    de->next = name->first;
    name->first = de;
    name->count++;
    expect(TWO, "name:\n  de: b\n  en: Welder\nline: x\n");
}

/* U+2028 and its like end a line for the reader of YAML, and for no editor. */
static void other_ends_of_lines_move_nothing(void **state) {
    (void)state;
    static const char ODD[] = "a: \"x\xE2\x80\xA8y\xC2\x85z\"\nb: y\nc: \"d\"\n";
    Report quiet = {0};
    old = yaml_read(&quiet, &arena, LIT("t.yaml"), slice_from(ODD));
    report_free(&quiet);
    assert_non_null(old);
    want = yaml_copied(&arena, old);
    assert_int_equal(key(want, "c")->line, 3);
    key(want, "b")->text = LIT("z");
    key(want, "c")->text = LIT("e");
    expect(ODD, "a: \"x\xE2\x80\xA8y\xC2\x85z\"\nb: z\nc: \"e\"\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changes),
        cmocka_unit_test(one_word_changes),
        cmocka_unit_test(quotes_are_escaped),
        cmocka_unit_test(keys_come_and_go),
        cmocka_unit_test(elements_take_their_remarks_along),
        cmocka_unit_test(elements_come_and_go),
        cmocka_unit_test(all_elements_go),
        cmocka_unit_test(brackets_stay_brackets),
        cmocka_unit_test(a_text_over_lines_is_one_value),
        cmocka_unit_test(a_file_without_a_last_line_end),
        cmocka_unit_test(another_kind_takes_its_place),
        cmocka_unit_test(the_first_keys_of_an_element_go),
        cmocka_unit_test(all_keys_of_an_element_go),
        cmocka_unit_test(one_key_goes_and_another_comes_before_it),
        cmocka_unit_test(other_ends_of_lines_move_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
