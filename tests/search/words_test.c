/* How words are made alike before they are compared: folded, without plural, of one root, without
   what is said around them. */
#include "search/fold.h"
#include "search/glance.h"
#include "search/kin.h"
#include "search/likeness.h"
#include "search/said.h"

#include "support/test.h"

#include <string.h>

static void expect_fold(const char *text, const char *folded) {
    char out[64];
    int len = fold(slice_from(text), out, sizeof out);
    assert_int_equal(len, strlen(folded));
    assert_memory_equal(out, folded, len);
}

static void test_folding(void **state) {
    (void)state;
    expect_fold("L’Œuvre d’Été", "l oeuvre d ete");
    expect_fold("أَيْنَ المدرسـة", "اين المدرسه");
    expect_fold("IŞIK ışık", "isik isik");
    expect_fold("Їжак", "іжак");
    expect_fold("B112", "b 112");
    expect_fold("Ça – où ?", "ca ou");
    expect_fold("STRASSE ß", "strasse ss");
    expect_fold("\xff\xfe", "");
    char small[4];
    assert_int_equal(fold(LIT("abcdefgh"), small, sizeof small), 4);
}

static void test_plurals(void **state) {
    (void)state;
    assert_true(slice_is(fold_stem(LIT("ateliers")), "atelier"));
    assert_true(slice_is(fold_stem(LIT("reseaux")), "reseau"));
    assert_true(slice_is(fold_stem(LIT("bts")), "bts"));
    assert_true(slice_is(fold_stem(LIT("prix")), "prix"));
}

static void expect_kin(const char *word, const char *other, bool kin) {
    if (are_kin(slice_from(word), slice_from(other)) != kin)
        fail_msg("%s and %s", word, other);
}

static void test_words_of_one_root(void **state) {
    (void)state;
    char memory[32];
    expect_kin("soudage", "soudeur", true);
    expect_kin("decrocheur", "decrochage", true);
    expect_kin("chaudronniere", "chaudronnerie", true);
    expect_kin("conseillere", "conseiller", true);
    expect_kin("machining", "machinist", true);
    expect_kin("tourisme", "tour", false);
    expect_kin("metier", "mettre", false);
    expect_kin("cap", "cape", false);
    assert_true(slice_is(kin_masculine(LIT("dessinatrice"), memory, sizeof memory), "dessinateur"));
    assert_true(slice_is(kin_masculine(LIT("matiere"), memory, sizeof memory), "matier"));
    assert_true(slice_is(kin_masculine(LIT("robot"), memory, sizeof memory), "robot"));
    assert_true(slice_is(kin_masculine(LIT("dessinatrice"), memory, 4), "dessinatrice"));
}

static void expect_bare(const char *words, const char *light, const char *bare) {
    char memory[64];
    Slice said = {memory, said_light(slice_from(words), memory, sizeof memory)};
    assert_true(slice_is(said, light));
    said.len = said_bare(slice_from(words), memory, sizeof memory);
    assert_true(slice_is(said, bare));
}

static void test_what_is_said_around(void **state) {
    (void)state;
    expect_bare("je cherche un patron", "je cherche patron", "patron");
    expect_bare("formations de soudeurs", "formation soudeur", "formation soudeur");
    expect_bare("ou est le", "ou est", "ou est le"); /* nothing else was said */
    expect_bare("", "", "");
}

static void expect_worth_a_look(Slice typed, Slice word) {
    SearchWord of_pack = {.id = word, .hits = {"\x64\0\0\0\x02", SEARCH_HIT_BYTES}};
    Glance glance = glance_at(&of_pack);
    GlanceFor inside = {glance_letters(typed), 0, SEARCH_NAME, 2};
    GlanceFor alike = {glance_letters(typed), SLIPS_MOST, SEARCH_NAME, 3};
    if (worth_inside(typed, word))
        assert_false(glance_goes_by(glance, inside));
    if (worth_with_slips(typed, word))
        assert_false(glance_goes_by(glance, alike));
    assert_true(glance_goes_by(glance, (GlanceFor){0, 0, SEARCH_NAME, 1})); /* another language */
}

/* What goes by at a glance would not have been found. */
static void test_a_glance_passes_over_nothing(void **state) {
    (void)state;
    static const char *const WORDS[] = {"soudage",    "soudure", "electricite", "maintenance",
                                        "plasturgie", "reseau",  "сварювання",  "اللحام"};
    for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++) {
        Slice word = slice_from(WORDS[w]);
        for (int from = 0; from < word.len; from++)
            for (int to = from + 1; to <= word.len; to++)
                expect_worth_a_look(slice_cut(word, from, to), word);
        for (int at = 0; at + 1 < word.len; at++)
            for (char other = 'a'; other <= 'z'; other++) {
                char wrong[32], swapped[32];
                memcpy(wrong, word.at, (size_t)word.len);
                memcpy(swapped, word.at, (size_t)word.len);
                wrong[at] = wrong[word.len - 1] = other;
                swapped[at] = word.at[at + 1];
                swapped[at + 1] = word.at[at];
                expect_worth_a_look((Slice){wrong, word.len}, word);
                expect_worth_a_look((Slice){swapped, word.len}, word);
            }
    }
    SearchWord word = {.id = LIT("soudage"), .hits = {"\x64\0\0\0\x02", SEARCH_HIT_BYTES}};
    Glance glance = glance_at(&word);
    GlanceFor other = {glance_letters(LIT("chimique")), SLIPS_MOST, SEARCH_NAME, 2};
    assert_true(glance_goes_by(glance, other));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_plurals),
        cmocka_unit_test(test_words_of_one_root),
        cmocka_unit_test(test_what_is_said_around),
        cmocka_unit_test(test_a_glance_passes_over_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
