/* Names as a sentence needs them: articles, elision, contraction; and what the builder calls
   floors. */
#include "tools/import/naming.h"

#include "support/languages.h"
#include "support/test.h"

static Arena arena;

static void expect_fr(const char *plain, const char *article, const char *the, const char *of,
                      const char *to) {
    PlanName name;
    naming_forms(
        &arena,
        (Naming){.plain = {{slice_from(plain), LIT("X")}}, .article = {{slice_from(article)}}},
        &name);
    assert_string_equal(name.the.in[LANG_FR].at, the);
    assert_string_equal(name.of.in[LANG_FR].at, of);
    assert_string_equal(name.to.in[LANG_FR].at, to);
}

static void test_french_forms(void **state) {
    (void)state;
    expect_fr("Atelier soudage", "", "l’atelier soudage", "de l’atelier soudage",
              "à l’atelier soudage");
    expect_fr("Fab-lab", "", "le fab-lab", "du fab-lab", "au fab-lab");
    expect_fr("Bureaux", "", "les bureaux", "des bureaux", "aux bureaux");
    expect_fr("Salle 112", "", "la salle 112", "de la salle 112", "à la salle 112");
    expect_fr("Accueil", "", "l’accueil", "de l’accueil", "à l’accueil");
    expect_fr("Hall d’accueil", "", "le hall d’accueil", "du hall d’accueil", "au hall d’accueil");
    expect_fr("WC", "", "les WC", "des WC", "aux WC");
    expect_fr("Étage technique", "", "l’étage technique", "de l’étage technique",
              "à l’étage technique");
    expect_fr("1er étage", "", "le 1er étage", "du 1er étage", "au 1er étage");
    expect_fr("2e sous-sol", "", "le 2e sous-sol", "du 2e sous-sol", "au 2e sous-sol");
    expect_fr("Rez-de-chaussée", "", "le rez-de-chaussée", "du rez-de-chaussée",
              "au rez-de-chaussée");
    expect_fr("Toilettes", "", "les toilettes", "des toilettes", "aux toilettes");
    expect_fr("Ruche", "la", "la ruche", "de la ruche", "à la ruche");
    expect_fr("Hôtel", "l'", "l’hôtel", "de l’hôtel", "à l’hôtel");
    expect_fr("Ada Lovelace", "-", "Ada Lovelace", "d’Ada Lovelace", "à Ada Lovelace");
    expect_fr("B12", "-", "B12", "de B12", "à B12");
}

static void test_an_unknown_head_is_said(void **state) {
    (void)state;
    PlanName name;
    Naming zythum = {.plain = {{LIT("Zythum"), LIT("Zythum")}}};
    assert_int_equal(naming_forms(&arena, zythum, &name), LANG_FR);
    assert_string_equal(name.to.in[LANG_FR].at, "à Zythum");
    zythum.article.in[LANG_FR] = LIT("le");
    assert_int_equal(naming_forms(&arena, zythum, &name), -1);
}

static void expect_en(const char *plain, const char *article, NamingWhere at, const char *the,
                      const char *where) {
    PlanName name;
    naming_forms(&arena,
                 (Naming){.plain = {{LIT("Salle"), slice_from(plain)}},
                          .article = {{LIT(""), slice_from(article)}},
                          .where = at},
                 &name);
    assert_string_equal(name.the.in[LANG_EN].at, the);
    assert_string_equal(name.at.in[LANG_EN].at, where);
}

static void test_english_forms(void **state) {
    (void)state;
    expect_en("Welding workshop", "", NAMING_IN, "the welding workshop", "in the welding workshop");
    expect_en("Room 112", "", NAMING_IN, "room 112", "in room 112");
    expect_en("Lift A", "", NAMING_AT, "lift A", "at lift A");
    expect_en("Level 0.25", "", NAMING_ON, "the level 0.25", "on the level 0.25");
    expect_en("First floor", "", NAMING_ON, "the first floor", "on the first floor");
    expect_en("CNC room", "", NAMING_IN, "the CNC room", "in the CNC room");
    expect_en("Ada Lovelace", "-", NAMING_IN, "Ada Lovelace", "in Ada Lovelace");
}

static void expect_level(int hundredths, const char *fr, const char *en, const char *button) {
    LocalText name = naming_level(&arena, hundredths), ref = naming_level_ref(&arena, hundredths);
    assert_string_equal(name.in[LANG_FR].at, fr);
    assert_string_equal(name.in[LANG_EN].at, en);
    assert_string_equal(ref.in[LANG_FR].at, button);
}

static void test_floors(void **state) {
    (void)state;
    expect_level(0, "Rez-de-chaussée", "Ground floor", "RDC");
    expect_level(100, "1er étage", "First floor", "1");
    expect_level(200, "2e étage", "Second floor", "2");
    expect_level(-100, "Sous-sol", "Basement", "-1");
    expect_level(-200, "2e sous-sol", "Basement 2", "-2");
    expect_level(50, "Entresol", "Mezzanine", "0,5");
    expect_level(-50, "Niveau -0,5", "Level -0.5", "-0,5");
    expect_level(1200, "12e étage", "12th floor", "12");
    expect_level(2100, "21e étage", "21st floor", "21");
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_french_forms),
        cmocka_unit_test(test_an_unknown_head_is_said),
        cmocka_unit_test(test_english_forms),
        cmocka_unit_test(test_floors),
    };
    return cmocka_run_group_tests(tests, NULL, end);
}
