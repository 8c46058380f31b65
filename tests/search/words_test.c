/* How words are made alike before they are compared: folded, without plural, of one root, without
   what is said around them. */
#include "search/fold.h"
#include "search/kin.h"
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_plurals),
        cmocka_unit_test(test_words_of_one_root),
        cmocka_unit_test(test_what_is_said_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
