/* How figures, times, abbreviations and codes are said, in French and English; and where each word
   that is heard stands in what is written. */
#include "voice/spoken.h"

#include "support/test.h"

static Arena arena;
enum { FRENCH, ENGLISH };

static void assert_said(Lang lang, const char *written, const char *said) {
    Spoken spoken = spoken_form(&arena, lang, slice_from(written));
    if (!slice_is(spoken.text, said))
        print_error("« %s » is said « " SLICE_FMT " »\n", written, SLICE_ARG(spoken.text));
    assert_true(slice_is(spoken.text, said));
}

static void test_times(void **state) {
    (void)state;
    assert_said(FRENCH, "Ouvre à 15 h 30.", "Ouvre à 15 heures 30.");
    assert_said(FRENCH, "15\u00a0h\u00a030", "15 heures 30");
    assert_said(FRENCH, "à 8h30", "à 8 heures 30");
    assert_said(FRENCH, "14:32", "14 heures 32");
    assert_said(FRENCH, "1 h de trajet", "1 heure de trajet");
    assert_said(ENGLISH, "14:32", "14 32");
    assert_said(FRENCH, "17:00", "17 heures");
    assert_said(ENGLISH, "17:00", "17 o’clock");
    assert_said(FRENCH, "8\u00a0h\u00a030\u00a0– 12\u00a0h", "8 heures 30 à 12 heures");
    assert_said(FRENCH, "10\u00a0h–12\u00a0h\u00a030", "10 heures à 12 heures 30");
    assert_said(FRENCH, "8\u00a0h\u00a030–midi, lundi – vendredi",
                "8 heures 30 à midi, lundi à vendredi");
    assert_said(ENGLISH, "13:30 – 16:30", "13 30 to 16 30");
    assert_said(FRENCH, "– Un", "Un");
}

static void test_figures(void **state) {
    (void)state;
    assert_said(FRENCH, "à 7 m, 1 min", "à 7 mètres, 1 minute");
    assert_said(FRENCH, "24\u00a0% des élèves", "24 pour cent des élèves");
    assert_said(FRENCH, "2,3 M€", "2,3 millions d’euros");
    assert_said(FRENCH, "1\u202f234 places", "1234 places");
    assert_said(FRENCH, "12\u202f500\u00a0€", "12500 euros");
    assert_said(FRENCH, "Question 2 / 30", "Question 2 sur 30");
    assert_said(FRENCH, "de 9–12 ans", "de 9 à 12 ans");
    assert_said(FRENCH, "le 1er septembre 2027", "le premier septembre 2027");
    assert_said(FRENCH, "Après la 3e, ou la 2de", "Après la troisième, ou la seconde");
    assert_said(FRENCH, "déc. 2026", "décembre 2026");
    assert_said(FRENCH, "× 3", "fois 3");
    assert_said(FRENCH, "m comme mètre", "m comme mètre");
    assert_said(ENGLISH, "24% in 1 m", "24 percent in 1 metre");
}

static void test_abbreviations_and_codes(void **state) {
    (void)state;
    assert_said(FRENCH, "Après un CAP ou un BTS", "Après un C A P ou un B T S");
    assert_said(FRENCH, "l’ONISEP, le GRETA", "l’ONISEP, le GRETA");
    assert_said(FRENCH, "d’un CFA", "d’un C F A");
    assert_said(FRENCH, "RDC, salle A7", "rez-de-chaussée, salle A 7");
    assert_said(FRENCH, "Imprimante 3D (B12)", "Imprimante 3 D (B 12)");
    assert_said(FRENCH, "CAP/BTS", "C A P B T S");
    assert_said(FRENCH, "CAP-BTS", "C A P B T S");
    assert_said(FRENCH, "À gauche", "À gauche");
    assert_said(FRENCH, "Métiers › Usinage", "Métiers, Usinage");
    assert_said(ENGLISH, "RDC · room A7", "ground floor, room A 7");
}

static void test_where_words_stand(void **state) {
    (void)state;
    Slice written = LIT("Le CAP, à 7 m.");
    Spoken spoken = spoken_form(&arena, FRENCH, written);
    const char *const stands[] = {"Le", "CAP", "à", "7", "m"};
    const char *const said[] = {"Le", "C A P", "à", "7", "mètres"};
    assert_int_equal(spoken.count, 5);
    for (int i = 0; i < spoken.count; i++) {
        SpokenWord word = spoken.word[i];
        assert_true(slice_is(slice_cut(written, word.from, word.to), stands[i]));
        assert_true(slice_is(slice_cut(spoken.text, word.said, word.said_end), said[i]));
    }
}

/* The rules of another language would be wrong: then it is for the voice to say. */
static void test_a_language_without_rules(void **state) {
    (void)state;
    LangList list;
    langs_own(&list);
    assert_true(langs_add(&list, LIT("eo"), LIT("Esperanto")));
    langs_use(&list, NULL, 0);
    assert_said(2, "14:30, 24%, 2/3, RDC", "14:30, 24%, 2/3, R D C");
    langs_own(&list);
    langs_use(&list, NULL, 0);
}

static void test_whatever_comes(void **state) {
    (void)state;
    assert_said(FRENCH, "", "");
    assert_said(FRENCH, " \n ", "");
    assert_said(FRENCH, "/", "");
    assert_said(FRENCH, "2 /", "2,");
    assert_said(FRENCH, "…", "");
    assert_said(FRENCH, "« Bonjour ! »", "Bonjour!");
}

static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_abbreviations_and_codes),
        cmocka_unit_test(test_where_words_stand),
        cmocka_unit_test(test_a_language_without_rules),
        cmocka_unit_test(test_whatever_comes),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
