/* Lines cut by face and by direction, with made-up faces: what stands where on the glass. */
#include "platform/paint/runs.h"

#include "support/test.h"

#include <string.h>

static bool has(void *self, int face, uint32_t code) {
    (void)self;
    bool arabic = (code >= 0x600 && code < 0x700) || code == ' ' || code == '.' || code == 0xA0;
    switch (face) {
    case FACE_REGULAR:
        return (code >= ' ' && code < 0x100) || code == 0x2026;
    case FACE_PLAIN:
        return (code >= ' ' && code < 0x530) || code == 0xFFFD;
    case FACE_ARABIC:
        return arabic;
    default:
        return false;
    }
}

static RunFaces faces_of(Face face) {
    RunFaces faces = {.has = has};
    faces.count = faces_behind(face, faces.list);
    return faces;
}

static void take(RunLine *line, const char *text) {
    RunFaces faces = faces_of(FACE_REGULAR);
    runs_take(line, slice_from(text), &faces);
}

/* What is read from left to right on the glass, with a bar between two runs. */
static const char *on_glass(const char *text, bool leftward) {
    static char seen[RUN_BYTES + RUNS_MAX];
    RunLine line;
    Runs runs;
    int len = 0;
    take(&line, text);
    runs_on_glass(&line, leftward, &runs);
    for (int r = 0; r < runs.count; r++) {
        const Run *run = &runs.run[r];
        if (r)
            seen[len++] = '|';
        for (int i = 0; i < run->end - run->begin; i++)
            len += utf8_encode(line.code[run->leftward ? run->end - 1 - i : run->begin + i],
                               seen + len);
    }
    seen[len] = 0;
    return seen;
}

static void test_a_line_of_one_face_is_one_run(void **state) {
    (void)state;
    assert_string_equal(on_glass("Soudeur, soudeuse (24 %)", false), "Soudeur, soudeuse (24 %)");
    assert_string_equal(on_glass("", false), "");
}

static void test_a_word_is_set_in_one_face(void **state) {
    (void)state;
    assert_string_equal(on_glass("bir karta başla", false), "bir karta |başla");
    assert_string_equal(on_glass("Яка 2025", false), "Яка| 2025");
    RunLine line;
    take(&line, "karta başla 2");
    assert_int_equal(line.face[0], FACE_REGULAR);
    assert_int_equal(line.face[6], FACE_PLAIN);
    assert_int_equal(line.face[12], FACE_REGULAR);
}

static void test_what_is_written_leftward_stands_so(void **state) {
    (void)state;
    assert_string_equal(on_glass("قبل 2025 CAP", true), "CAP| |2025| لبق");
    assert_string_equal(on_glass("…2025 CAP", true), "CAP| |2025|…");
    assert_string_equal(on_glass("قبل 2025 CAP", false), "2025| لبق| CAP");
    assert_string_equal(on_glass("الخريطة.", true), ".ةطيرخلا");
    assert_string_equal(on_glass("Le plan.", true), ".|Le plan");
    assert_string_equal(on_glass("Le plan.", false), "Le plan.");
    assert_string_equal(on_glass("من CAP إلى BTS", true), "BTS| ىلإ| |CAP| نم");
}

/* A phrase of the other direction keeps its own order, whatever the marks in it. */
static void test_an_isolated_phrase_stays_together(void **state) {
    (void)state;
    assert_string_equal(on_glass("قبل \u2068A7 (B)\u2069 قبل", true), "لبق| |A7 (B)| لبق");
}

static void test_marks_without_ink_are_not_drawn(void **state) {
    (void)state;
    assert_string_equal(on_glass("a\u200Bb\u00ADc\uFE0F", false), "a|b|c");
}

static void test_what_no_face_has_is_a_stand_in(void **state) {
    (void)state;
    assert_string_equal(on_glass("a\U0001F600", false), "a|\uFFFD");
    RunLine line;
    RunFaces faces = faces_of(FACE_REGULAR);
    faces.count = 1;
    runs_take(&line, LIT("ж"), &faces);
    assert_int_equal(line.code[0], '?');
}

static void test_a_line_without_end_is_cut(void **state) {
    (void)state;
    static char text[4 * RUN_SIGNS];
    memset(text, 'a', sizeof text - 1);
    RunLine line;
    take(&line, text);
    assert_int_equal(line.count, RUN_SIGNS);
    for (size_t i = 0; i + 4 < sizeof text; i += 4)
        memcpy(text + i, "aب1", 4);
    assert_true(strlen(on_glass(text, true)) > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_of_one_face_is_one_run),
        cmocka_unit_test(test_a_word_is_set_in_one_face),
        cmocka_unit_test(test_what_is_written_leftward_stands_so),
        cmocka_unit_test(test_an_isolated_phrase_stays_together),
        cmocka_unit_test(test_marks_without_ink_are_not_drawn),
        cmocka_unit_test(test_what_no_face_has_is_a_stand_in),
        cmocka_unit_test(test_a_line_without_end_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
