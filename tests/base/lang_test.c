/* Languages as data: rules of plurals, sentences with slots, words that stand in for others. */
#include "base/lang.h"
#include "base/plural.h"
#include "base/slots.h"

#include "support/test.h"

#include <string.h>

static Arena arena;

static void expect_forms(const char *rule, const char *forms) {
    for (int n = 0; forms[n]; n++)
        if (plural_form(slice_from(rule), n) != forms[n] - '0')
            fail_msg("%s: %d takes form %d, not %c", rule, n, plural_form(slice_from(rule), n),
                     forms[n]);
}

static void test_rules_of_gettext(void **state) {
    (void)state;
    expect_forms("nplurals=1; plural=0;", "0000");
    expect_forms("nplurals=2; plural=n > 1;", "001111");
    expect_forms("nplurals=2; plural=(n != 1);", "101111");
    expect_forms("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
                 "? 1 : 2);",
                 "201112222222222222222211122");
    expect_forms("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
                 "n%100>=11 ? 4 : 5;",
                 "012333333334");
    assert_int_equal(plural_form(LIT("nplurals=2; plural=n != 1;"), -1), 0);
}

static void test_what_is_no_rule(void **state) {
    (void)state;
    static const char *const WRONG[] = {"",
                                        "nplurals=2;",
                                        "nplurals=2; plural=n >",
                                        "nplurals=2; plural=n/0",
                                        "nplurals=2; plural=5",
                                        "nplurals=2; plural=n==1 ? 1",
                                        "nplurals=0; plural=1",
                                        "nplurals=2; plural=1 1",
                                        "nplurals=2; plural=system(n)"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_int_equal(plural_form(slice_from(WRONG[i]), 1), 0);
    char deep[20000] = "nplurals=2; plural=";
    memset(deep + 19, '(', sizeof deep - 20);
    assert_int_equal(plural_form(slice_from(deep), 1), 0);
    memset(deep + 19, '!', sizeof deep - 20);
    assert_int_equal(plural_form(slice_from(deep), 1), 0);
}

/* ---- a language of three forms --------------------------------------------------------------- */

static const ProgramText DOORS = {"way/DOORS", {"porte\x1f{n} portes", "door\x1f{n} doors"}},
                         BACK = {"ui/BACK", {"Retour", "Back"}},
                         HOME = {"ui/HOME", {"Accueil", "Home"}};

#define TEXT(text)                                                                                 \
    { text, (int)sizeof(text) - 1 } /* LIT is no constant */

static void begin(LangList *list) {
    static const LangSaid SAID[] = {
        {TEXT(LANG_PLURAL),
         {{{0}, {0}, TEXT("nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;")}}},
        {TEXT("ui/BACK"), {{{0}, {0}, TEXT("Wstecz")}}},
        {TEXT("way/DOORS"), {{{0}, {0}, TEXT("drzwi\x1f{n} drzwiami\x1f{n} drzwi")}}},
    };
    langs_own(list);
    assert_true(langs_add(list, LIT("pl"), LIT("Polski")));
    langs_use(list, SAID, sizeof SAID / sizeof *SAID);
}

static void test_three_forms(void **state) {
    (void)state;
    LangList list;
    begin(&list);
    assert_true(slice_is(langs_count(2, &DOORS, 1), "drzwi"));
    assert_true(slice_is(langs_count(2, &DOORS, 3), "{n} drzwiami"));
    assert_true(slice_is(langs_count(2, &DOORS, 5), "{n} drzwi"));
    assert_true(slice_is(langs_count(0, &DOORS, 0), "porte"));
    assert_true(slice_is(langs_count(1, &DOORS, 0), "{n} doors"));
}

static void test_the_first_stands_in(void **state) {
    (void)state;
    LangList list;
    begin(&list);
    assert_true(slice_is(langs_say(2, &BACK), "Wstecz"));
    assert_int_equal(langs_of(2, langs_say(2, &BACK)), 2);
    assert_true(slice_is(langs_say(2, &HOME), "Accueil"));
    assert_int_equal(langs_of(2, langs_say(2, &HOME)), LANG_FIRST);
    assert_int_equal(langs_of(1, langs_say(1, &HOME)), 1);
    assert_true(langs_has(2, &BACK) && !langs_has(2, &HOME));
}

/* Any order will do, and French need not be there. */
static void test_english_first(void **state) {
    (void)state;
    LangList list = {0};
    assert_true(langs_add(&list, LIT("en"), LIT("English")));
    assert_true(langs_add(&list, LIT("de"), LIT("Deutsch")));
    langs_use(&list, NULL, 0);
    assert_true(slice_is(langs_say(0, &BACK), "Back"));
    assert_true(slice_is(langs_say(1, &BACK), "Back"));
    assert_int_equal(langs_or_first("fr"), LANG_FIRST);
    assert_false(langs_speaks(0, "fr"));
    Lang lang;
    Error error;
    assert_false(langs_choose("fr", &lang, &error));
    assert_non_null(strstr(error.text, "en, de"));
    assert_true(langs_choose("de", &lang, &error));
    assert_int_equal(lang, 1);
}

/* ---- sentences ------------------------------------------------------------------------------- */

static void expect_filled(const char *sentence, const char *filled) {
    Slice made = SLOTS_FILL(&arena, slice_from(sentence), {"place", LIT("Fab-lab")},
                            {"the place", LIT("le fab-lab")}, {"n", LIT("3")});
    assert_string_equal(made.at, filled);
}

static void test_slots(void **state) {
    (void)state;
    expect_filled("", "");
    expect_filled("Tout droit", "Tout droit");
    expect_filled("Vers {the place}", "Vers le fab-lab");
    expect_filled("{n}, {n} : {place}.", "3, 3 : Fab-lab.");
    expect_filled("{other} {n} {", "{other} 3 {");
    expect_filled("} {place}", "} Fab-lab");
    expect_filled("من {place}", "من \u2068Fab-lab\u2069"); /* a name of the other direction */
    expect_filled("{n} دقيقة", "3 دقيقة");
    assert_string_equal(slots_capital(&arena, LIT("école")).at, "École");
}

/* However the sentence and what stands in it are put together. */
static void test_names_keep_their_direction(void **state) {
    (void)state;
    Slice name = LIT("Bac+2 (CAP)"), word = LIT("دقيقة");
    assert_string_equal(slots_put(&arena, LIT("من "), name, LIT("")).at,
                        "من \u2068Bac+2 (CAP)\u2069");
    assert_string_equal(slots_put(&arena, LIT("De "), name, LIT(".")).at, "De Bac+2 (CAP).");
    assert_string_equal(slots_put(&arena, LIT("من "), LIT("15:30"), LIT("")).at, "من 15:30");
    assert_string_equal(slots_join(&arena, name, LIT(" · "), word).at,
                        "\u2068Bac+2 (CAP)\u2069 · دقيقة");
    assert_string_equal(slots_join(&arena, word, LIT("، "), name).at,
                        "دقيقة، \u2068Bac+2 (CAP)\u2069");
    assert_string_equal(slots_join(&arena, name, LIT(", "), LIT("CAP")).at, "Bac+2 (CAP), CAP");
}

/* Direction is read off the name, and that it is an easy form off the code. */
static void test_a_language_says_what_it_is(void **state) {
    (void)state;
    static const struct {
        Slice code, name;
        bool leftward, simple;
    } TOLD[] = {
        {TEXT("fr"), TEXT("Français"), false, false},
        {TEXT("fr-simple"), TEXT("Facile"), false, true},
        {TEXT("ar"), TEXT("العربية"), true, false},
        {TEXT("ar-x-1"), TEXT("(2) עברית"), true, false},
        {TEXT("uk"), TEXT("Українська (العربية)"), false, false},
        {TEXT("en-simplex"), TEXT("1"), false, false},
        {TEXT("de-simple-x"), TEXT("-"), false, true},
    };
    LangList list = {0};
    int count = sizeof TOLD / sizeof *TOLD;
    for (int i = 0; i < count; i++)
        assert_true(langs_add(&list, TOLD[i].code, TOLD[i].name));
    langs_use(&list, NULL, 0);
    for (int i = 0; i < count; i++)
        if (langs_leftward(i) != TOLD[i].leftward || langs_simple(i) != TOLD[i].simple)
            fail_msg(SLICE_FMT, SLICE_ARG(TOLD[i].code));
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    langs_use(&(LangList){0}, NULL, 0);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_of_gettext),
        cmocka_unit_test(test_what_is_no_rule),
        cmocka_unit_test(test_three_forms),
        cmocka_unit_test(test_the_first_stands_in),
        cmocka_unit_test(test_english_first),
        cmocka_unit_test(test_slots),
        cmocka_unit_test(test_names_keep_their_direction),
        cmocka_unit_test(test_a_language_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, end);
}
