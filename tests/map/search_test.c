/* Finding places as people type: codes, names, other words, slips of the finger. */
#include "map/search.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

enum { HITS = 8 };

static Arena arena;
static Search *search;

static int setup(void **state) {
    int status = world_setup(state);
    search = search_new(&world.pack.plan, 0, NULL, 0, &arena);
    return status;
}

static int teardown(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

static Slice name_of(int space) {
    return world.pack.plan.space[space].name.plain.in[LANG_FR];
}

static int find(const char *query, SearchHit *hit) {
    return search_find(search, slice_from(query), hit, HITS);
}

static void expect_first(const char *query, const char *id) {
    SearchHit hit[HITS];
    int count = find(query, hit);
    if (!count || !slice_is(world.pack.plan.space[hit[0].space].id, id))
        fail_msg("\"%s\" finds " SLICE_FMT " first, not %s", query,
                 SLICE_ARG(count ? name_of(hit[0].space) : LIT("nothing")), id);
}

static void expect_kind(const char *query, SpaceKind kind) {
    SearchHit hit[HITS];
    int count = find(query, hit);
    if (!count || world.pack.plan.space[hit[0].space].kind != kind)
        fail_msg("\"%s\" finds " SLICE_FMT " first", query,
                 SLICE_ARG(count ? name_of(hit[0].space) : LIT("nothing")));
}

static void expect_nothing(const char *query) {
    SearchHit hit[HITS];
    if (find(query, hit))
        fail_msg("\"%s\" finds " SLICE_FMT, query, SLICE_ARG(name_of(hit[0].space)));
}

static void test_by_the_code_on_the_door(void **state) {
    (void)state;
    const char *const typed[] = {"105", "salle 105", "SALLE105", "s 105", "n105"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        expect_first(typed[i], "105");
    expect_first("A4", "A4");
    expect_first("a 4", "A4");
}

static void test_by_name_with_or_without_accents(void **state) {
    (void)state;
    expect_first("cafétéria", "001");
    expect_first("CAFETERIA", "001");
    expect_first("plasturgie", "A8");
    expect_first("fab-lab", "010");
    expect_first("fab lab", "010");
    expect_first("bureau des stages", "002");
    expect_first("welding", "A7");
    expect_first("mediatheque", "221");
}

static void test_by_another_word(void **state) {
    (void)state;
    const char *const toilets[] = {"WC", "toilettes", "toilet", "sanitaires", "wc femmes"};
    for (size_t i = 0; i < sizeof toilets / sizeof *toilets; i++)
        expect_kind(toilets[i], SPACE_TOILETS);
    expect_kind("manger", SPACE_CAFETERIA);
    expect_kind("cantine", SPACE_CAFETERIA);
    expect_kind("livres", SPACE_LIBRARY);
    expect_kind("orientation", SPACE_GUIDANCE);
}

static void test_accessible_finds_what_is(void **state) {
    (void)state;
    const char *const typed[] = {"accessible", "handicap", "PMR", "wheelchair",
                                 "toilettes accessibles"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        SearchHit hit[HITS];
        int count = find(typed[i], hit);
        assert_true(count > 0);
        for (int h = 0; h < 3 && h < count; h++)
            assert_true(world.pack.plan.space[hit[h].space].step_free);
    }
}

static void test_with_a_slip_of_the_finger(void **state) {
    (void)state;
    expect_first("plastrugie", "A8");
    expect_first("chaudronerie", "A6");
    expect_first("cafetria", "001");
    expect_first("audtorium", "011");
    expect_kind("vestiere", SPACE_CHANGING);
    expect_kind("toilete", SPACE_TOILETS);
    expect_kind("infirmrie", SPACE_OFFICE);
}

static void test_what_is_said_around_it_is_dropped(void **state) {
    (void)state;
    expect_first("où est le cdi", "221");
    expect_first("Où se trouve la médiathèque ?", "221");
    expect_first("je cherche l’atelier soudage", "A7");
    expect_first("how do I get to the library", "221");
    expect_kind("où sont les toilettes", SPACE_TOILETS);
}

static void test_by_what_people_call_it(void **state) {
    (void)state;
    expect_first("docteur", "006");
    expect_first("nurse", "006");
    expect_first("cpe", "124");
    expect_first("cdi", "221");
    expect_first("profs", "125");
    expect_first("salle des profs", "125");
    expect_first("psy-EN", "003");
    expect_first("headmaster", "213");
    expect_first("secrétariat", "212"); /* not the stands of an open day that is over */
    SearchHit hit[HITS];
    for (int i = find("ladies", hit) - 1; i >= 0; i--)
        assert_true(slice_find(name_of(hit[i].space), LIT("femmes")) >= 0);
    assert_true(find("ladies", hit) > 0);
}

/* What is no place finds none: neither inside another word nor by a likeness of letters. */
static void test_nothing_is_answered_that_is_not_meant(void **state) {
    (void)state;
    const char *const typed[] = {"cap",     "bts",         "michelin", "pfmp", "handball",
                                 "bac pro", "où se garer", "tram",     "bobo"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        expect_nothing(typed[i]);
    SearchHit hit[HITS];
    for (int i = find("soud", hit) - 1; i >= 0; i--)
        assert_int_equal(world.pack.plan.space[hit[i].space].kind, SPACE_WORKSHOP);
}

static void test_two_letters_are_enough_one_is_not(void **state) {
    (void)state;
    SearchHit hit[HITS];
    assert_int_equal(find("", hit), 0);
    assert_int_equal(find("s", hit), 0);
    assert_true(find("so", hit) > 0);
    expect_nothing("zzzz");
    expect_nothing("salle zzzz");
    expect_nothing("''-");
}

static void test_the_best_come_first_and_no_more_than_asked(void **state) {
    (void)state;
    SearchHit hit[HITS];
    int count = find("salle", hit);
    assert_int_equal(count, HITS);
    for (int i = 1; i < count; i++)
        assert_true(hit[i - 1].score >= hit[i].score);
    assert_int_equal(search_find(search, LIT("salle"), hit, 1), 1);
}

static void expect_fold(const char *text, const char *folded) {
    char out[64];
    int len = search_fold(slice_from(text), out, sizeof out);
    assert_int_equal(len, strlen(folded));
    assert_memory_equal(out, folded, len);
}

/* What all places of a kind share is kept once: it was once a gigabyte of a pack of 20. */
static void test_many_places_and_many_words(void **state) {
    (void)state;
    enum { PLACES = 5000, TERMS = 1000 };
    Arena own = {0};
    SearchHit hit[HITS];
    Plan plan = {.space_count = PLACES, .term_count = TERMS};
    plan.space = arena_array(&own, PlanSpace, PLACES);
    plan.term = arena_array(&own, PlanTerm, TERMS);
    for (int i = 0; i < PLACES; i++)
        plan.space[i] = (PlanSpace){
            .kind = SPACE_OFFICE, .place = true, .connector = PLAN_NONE, .priority = 1 + i % 5};
    for (int i = 0; i < TERMS; i++)
        plan.term[i] = (PlanTerm){{{LIT("guichet"), LIT("counter")}}, true, SPACE_OFFICE};
    size_t before = own.used;
    const Search *found = search_new(&plan, 0, NULL, 0, &own);
    assert_true(own.used - before < (size_t)4 << 20);
    assert_int_equal(search_find(found, LIT("guichet"), hit, HITS), HITS);
    assert_int_equal(search_find(found, LIT("bureau"), hit, HITS), HITS);
    assert_int_equal(plan.space[hit[HITS - 1].space].priority, 1);
    assert_int_equal(search_find(found, LIT("piscine"), hit, HITS), 0);
    arena_free(&own);
}

static void test_folding(void **state) {
    (void)state;
    expect_fold("L’Œuvre d’Été", "l oeuvre d ete");
    expect_fold("B112", "b 112");
    expect_fold("Ça – où ?", "ca ou");
    expect_fold("STRASSE ß", "strasse ss");
    expect_fold("\xff\xfe", "");
    char small[4];
    assert_int_equal(search_fold(LIT("abcdefgh"), small, sizeof small), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_the_code_on_the_door),
        cmocka_unit_test(test_by_name_with_or_without_accents),
        cmocka_unit_test(test_by_another_word),
        cmocka_unit_test(test_accessible_finds_what_is),
        cmocka_unit_test(test_with_a_slip_of_the_finger),
        cmocka_unit_test(test_what_is_said_around_it_is_dropped),
        cmocka_unit_test(test_by_what_people_call_it),
        cmocka_unit_test(test_nothing_is_answered_that_is_not_meant),
        cmocka_unit_test(test_two_letters_are_enough_one_is_not),
        cmocka_unit_test(test_the_best_come_first_and_no_more_than_asked),
        cmocka_unit_test(test_many_places_and_many_words),
        cmocka_unit_test(test_folding),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
