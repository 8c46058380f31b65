/* When a word that is misspelt stands for another: by its letters, by its sounds. */
#include "search/likeness.h"

#include "support/test.h"

static int worth(const char *typed, const char *word, bool open) {
    Misspelt m;
    misspelt_read(&m, slice_from(typed), open);
    int slip = worth_misspelt(&m, slice_from(word)), said = worth_said(&m, slice_from(word));
    return slip > said ? slip : said;
}

static void expect_alike(const char *typed, const char *word, bool alike) {
    if ((worth(typed, word, false) > 0) != alike)
        fail_msg("\"%s\" is %staken for \"%s\"", typed, alike ? "not " : "", word);
}

static void test_slips_in_proportion(void **state) {
    (void)state;
    expect_alike("maintenence", "maintenance", true);
    expect_alike("plastrugie", "plasturgie", true);
    expect_alike("insciptoin", "inscription", true);
    expect_alike("tram", "team", false);
    expect_alike("coiffure", "chiffre", false);
    expect_alike("garer", "galerie", false);
    expect_alike("105", "106", false);
    assert_true(worth("maintenence", "maintenance", false) > worth("tolrie", "tolerie", false));
}

/* Letters are letters in every alphabet: two bytes are one slip. */
static void test_slips_in_other_alphabets(void **state) {
    (void)state;
    expect_alike("зварювоння", "зварювання", true);
    expect_alike("кит", "кіт", false);
    expect_alike("تلحبم", "تلحيم", true);
}

static void test_written_as_it_sounds(void **state) {
    (void)state;
    static const char *const ALIKE[][2] = {{"kablage", "cablage"},
                                           {"uzinage", "usinage"},
                                           {"chodronnerie", "chaudronnerie"},
                                           {"elektricien", "electricien"},
                                           {"otomaticien", "automaticien"},
                                           {"aprentisage", "apprentissage"},
                                           {"soudeure", "soudeur"},
                                           {"buro", "bureau"},
                                           {"lisse", "lycee"},
                                           {"plasse", "place"},
                                           {"orientassion", "orientation"},
                                           {"vynile", "vinyle"},
                                           {"tecnique", "technique"},
                                           {"abilitation", "habilitation"},
                                           {"fotografie", "photographie"},
                                           {"guitar", "guitare"},
                                           {"technitien", "technicien"},
                                           {"kombien", "combien"}};
    for (size_t i = 0; i < sizeof ALIKE / sizeof *ALIKE; i++)
        expect_alike(ALIKE[i][0], ALIKE[i][1], true);
    expect_alike("sallezzzz", "salle", false); /* what is not heard is two letters at most */
    expect_alike("panne", "plan", false);
    expect_alike("pano", "panel", false);
}

static void test_more_may_follow(void **state) {
    (void)state;
    assert_true(worth("chodro", "chaudronnerie", true) > 0);
    assert_int_equal(worth("chodro", "chaudronnerie", false), 0);
    assert_true(worth("chodron", "chaudronnerie", true) > 0); /* no nasal when it goes on */
    assert_true(worth("maintanan", "maintenance", true) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slips_in_proportion),
        cmocka_unit_test(test_slips_in_other_alphabets),
        cmocka_unit_test(test_written_as_it_sounds),
        cmocka_unit_test(test_more_may_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
