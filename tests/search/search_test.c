/* Finding things as people type: codes, names, other words, slips of the finger. */
#include "search/search.h"

#include "content/target.h"
#include "search/search_parts.h"
#include "tools/pack/search_index.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <stdio.h>
#include <string.h>

enum { HITS = 8, HITS_OF_ALL = 400, TOP = 3, LINE_BYTES = 512 };

static Arena arena;
static const Search *search;

static int setup(void **state) {
    int status = world_setup(state);
    search = world.wayfinder.search;
    return status;
}

static int teardown(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

static Slice name_of(Target target) {
    return search_title(&world.pack, target).in[LANG_FR];
}

static int find_in(const Search *in, const char *query, SearchHit *hit) {
    SearchHit all[HITS_OF_ALL];
    int found = search_find(in, LANG_FIRST, slice_from(query), all, HITS_OF_ALL), count = 0;
    for (int i = 0; i < found && count < HITS; i++)
        if (all[i].target.kind == TARGET_PLACE)
            hit[count++] = all[i];
    return count;
}

/* Of what is found, the places. */
static int find(const char *query, SearchHit *hit) {
    return find_in(search, query, hit);
}

static void expect_first(const char *query, const char *id) {
    SearchHit hit[HITS];
    int count = find(query, hit);
    if (!count || !slice_is(world.pack.plan.space[hit[0].target.arg].id, id))
        fail_msg("\"%s\" finds " SLICE_FMT " first, not %s", query,
                 SLICE_ARG(count ? name_of(hit[0].target) : LIT("nothing")), id);
}

static void expect_kind(const char *query, SpaceKind kind) {
    SearchHit hit[HITS];
    int count = find(query, hit);
    if (!count || world.pack.plan.space[hit[0].target.arg].kind != kind)
        fail_msg("\"%s\" finds " SLICE_FMT " first", query,
                 SLICE_ARG(count ? name_of(hit[0].target) : LIT("nothing")));
}

static void expect_nothing(const char *query) {
    SearchHit hit[HITS];
    if (find(query, hit))
        fail_msg("\"%s\" finds " SLICE_FMT, query, SLICE_ARG(name_of(hit[0].target)));
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
    const char *const typed[] = {"wc handicap", "toilettes PMR", "toilettes handicapées",
                                 "toilettes accessibles"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        SearchHit hit[HITS];
        int count = find(typed[i], hit);
        assert_true(count > 0);
        for (int h = 0; h < 3 && h < count; h++)
            assert_true(world.pack.plan.space[hit[h].target.arg].step_free);
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
        assert_true(slice_find(name_of(hit[i].target), LIT("femmes")) >= 0);
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
        assert_int_equal(world.pack.plan.space[hit[i].target.arg].kind, SPACE_WORKSHOP);
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
    assert_int_equal(search_find(search, LANG_FIRST, LIT("salle"), hit, 1), 1);
}

/* What all places of a kind share is kept once: it was once a gigabyte of a pack of 20. */
static void test_many_places_and_many_words(void **state) {
    (void)state;
    enum { PLACES = 5000, TERMS = 1000 };
    Arena own = {0};
    SearchHit hit[HITS];
    static Pack pack;
    Plan *plan = &pack.plan;
    langs_own(&pack.lang);
    plan->space_count = PLACES;
    plan->term_count = TERMS;
    plan->space = arena_array(&own, PlanSpace, PLACES);
    plan->term = arena_array(&own, PlanTerm, TERMS);
    for (int i = 0; i < PLACES; i++)
        plan->space[i] = (PlanSpace){
            .kind = SPACE_OFFICE, .place = true, .connector = PLAN_NONE, .priority = 1 + i % 5};
    for (int i = 0; i < TERMS; i++)
        plan->term[i] = (PlanTerm){{{LIT("guichet"), LIT("counter")}}, true, SPACE_OFFICE};
    size_t before = own.used;
    search_index_make(&pack, &own);
    const Search *found = search_new(&pack, 0, &own);
    assert_true(own.used - before < (size_t)4 << 20);
    assert_int_equal(find_in(found, "guichet", hit), HITS);
    assert_int_equal(find_in(found, "bureau", hit), HITS);
    assert_int_equal(plan->space[hit[HITS - 1].target.arg].priority, 1);
    assert_int_equal(find_in(found, "piscine", hit), 0);
    arena_free(&own);
}

/* ---- what people type ------------------------------------------------------------------------ */

static bool next_word(char **rest, char **word) {
    *word = strtok_r(NULL, " \n", rest);
    return *word != NULL;
}

static bool is_called(Target target, const char *name) {
    return slice_is(target_write(&world.pack, target, &arena), name);
}

static bool among(const SearchHit *hit, int count, char *names) {
    char *rest = names, *name = strtok_r(names, " \n", &rest);
    for (; name; next_word(&rest, &name))
        for (int i = 0; i < count && i < TOP; i++)
            if (is_called(hit[i].target, name))
                return true;
    return false;
}

static bool has_kind(const SearchHit *hit, int count, const char *kind) {
    for (int i = 0; i < count && i < HITS; i++)
        if (strcmp(target_word(hit[i].target.kind), kind) == 0)
            return true;
    return false;
}

static bool is_answered(Lang lang, const char *query, char *wanted) {
    SearchHit hit[HITS];
    int count = search_find(search, lang, slice_from(query), hit, HITS);
    if (*wanted == '-')
        return count == 0;
    if (strncmp(wanted, "not ", 4) == 0)
        return !has_kind(hit, count, strtok(wanted + 4, "\n"));
    return among(hit, count, wanted);
}

static void expect_answers(const char *path, int least) {
    char line[LINE_BYTES];
    int queries = 0, missed = 0;
    Lang lang = LANG_FIRST;
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *wanted = strstr(line, " > ");
        if (line[0] == '#')
            lang = langs_or_first(strstr(line, "English") ? "en" : "fr");
        if (line[0] == '#' || !wanted)
            continue;
        *wanted = 0;
        queries++;
        if (is_answered(lang, line, wanted + 3))
            continue;
        print_error("\"%s\" is answered otherwise\n", line);
        missed++;
    }
    fclose(file);
    assert_true(queries >= least);
    assert_int_equal(missed, 0);
}

static void test_what_people_type_is_found(void **state) {
    (void)state;
    expect_answers("tests/search/queries.txt", 500);
}

static void test_what_others_type_is_found(void **state) {
    (void)state;
    expect_answers("tests/search/heldout.txt", 190);
}

static void test_what_is_misspelt_is_found(void **state) {
    (void)state;
    expect_answers("tests/search/visitors.txt", 255);
}

static void expect_words(const char *typed, const char *words) {
    Query q;
    char read[LINE_BYTES] = "";
    query_read(&q, slice_from(typed), 1u << LANG_FIRST);
    for (int w = 0; w < q.count; w++)
        snprintf(read + strlen(read), sizeof read - strlen(read), "%s" SLICE_FMT, w ? " " : "",
                 SLICE_ARG(q.word[w]));
    assert_string_equal(read, words);
}

/* Letters with dots are a word, each of them. */
static void test_initials_are_words(void **state) {
    (void)state;
    expect_words("D.U.T.", "dut");
    expect_words("b t s", "bts");
    expect_words("B.T.S. ou C.A.P.", "bts cap");
    expect_words("B T S soudage C A P", "bts soudage cap");
    expect_words("C.A.P. M.E.I.", "cap mei");
    expect_words("le C.A.P", "cap");
    expect_words("salle 2 0 1", "salle 201");
    expect_words("b 4 c", "b 4"); /* not of one sort */
    expect_words("p.q", "p q");   /* two letters stay two */
    expect_words("p.q.rs", "p q rs");
}

static void expect_missing(const char *query, const char *number) {
    Slice missing = search_missing_number(search, slice_from(query));
    if (!slice_is(missing, number))
        fail_msg("\"%s\" lacks " SLICE_FMT, query, SLICE_ARG(missing));
}

/* A number of a register that nothing has: said, and no other that has one is offered for it. */
static void test_a_number_that_is_not_there(void **state) {
    (void)state;
    SearchHit hit[HITS_OF_ALL];
    expect_missing("RNCP39999", "39999");
    expect_missing("38 878", "");
    expect_missing("rncp 38561", "");
    expect_missing("rentrée 2027", "");
    expect_missing("salle 105", "");
    assert_int_equal(search_find(search, LANG_FIRST, LIT("39999"), hit, HITS_OF_ALL), 0);
    assert_int_equal(search_find(search, LANG_FIRST, LIT("RNCP39999"), hit, HITS_OF_ALL), 1);
    assert_true(is_called(hit[0].target, "word/rncp"));
    assert_true(search_find(search, LANG_FIRST, LIT("RNCP38561"), hit, HITS_OF_ALL) > 0);
    assert_int_equal(hit[0].target.kind, TARGET_CERTIFICATION);
}

static int first_of(const char *query, SearchHit *hit) {
    return search_find(search, LANG_FIRST, slice_from(query), hit, 1);
}

static void expect_like(const char *query, const char *wanted) {
    SearchHit hit, like;
    assert_int_equal(first_of(wanted, &like), 1);
    if (!first_of(query, &hit) || hit.target.kind != like.target.kind ||
        hit.target.arg != like.target.arg)
        fail_msg("\"%s\" is not answered like \"%s\"", query, wanted);
}

/* What stands nowhere is left out, however much of it there is; alone it finds nothing. */
static void test_words_that_stand_nowhere(void **state) {
    (void)state;
    SearchHit hit;
    expect_like("bac pro 2027", "bac pro");
    expect_like("rentrée 2027", "rentrée");
    expect_like("zzxqy soudeuse wkkv qqrz", "soudeuse");
    expect_like("bonjour madame je voudrais savoir comment on fait pour devenir soudeur",
                "soudeur");
    assert_int_equal(first_of("zzxqy wkkv qqrz", &hit), 0);
    assert_int_equal(first_of("2087", &hit), 0);
    assert_int_equal(first_of("salle zzxqy", &hit), 0);
}

static void expect_nearest(const char *query, const char *word) {
    Target of;
    Slice nearest = search_nearest(search, LANG_FIRST, slice_from(query), &of);
    Slice written = nearest.len ? search_written(&world.pack, LANG_FIRST, of, nearest) : nearest;
    if (!slice_is(written, word))
        fail_msg("nearest to \"%s\" is " SLICE_FMT, query, SLICE_ARG(written));
}

/* As it is written, not as it is folded; and no toilets, whatever was typed. */
static void test_the_nearest_word(void **state) {
    (void)state;
    expect_nearest("zoudage", "soudage");
    expect_nearest("vichelin", "Michelin");
    expect_nearest("xyxyxyxy", "");
    Target of;
    const char *const near[] = {"poilettes", "doilet", "woilettes"};
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        Slice word = search_nearest(search, LANG_FIRST, slice_from(near[i]), &of);
        assert_true(slice_find(word, LIT("toilet")) < 0);
    }
}

/* Every record is found by all of its title: nothing is left out of the index. */
static void test_everything_is_found_by_its_title(void **state) {
    (void)state;
    SearchHit hit[HITS_OF_ALL];
    for (int i = 0; i < world.pack.search_record_count; i++) {
        const SearchRecord *record = &world.pack.search_record[i];
        if (record->kind >= 0)
            continue;
        for (int lang = 0; lang < world.pack.lang.count; lang++) {
            Slice title = search_title(&world.pack, record->target).in[lang];
            int count = search_find(search, lang, title, hit, HITS_OF_ALL), at = 0;
            while (at < count && (hit[at].target.kind != record->target.kind ||
                                  hit[at].target.arg != record->target.arg))
                at++;
            bool shaft = record->target.kind == TARGET_PLACE &&
                         world.pack.plan.space[record->target.arg].connector != PLAN_NONE;
            if (title.len && at == count && !shaft)
                fail_msg("\"" SLICE_FMT "\" does not find " SLICE_FMT, SLICE_ARG(title),
                         SLICE_ARG(record->id));
        }
    }
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
        cmocka_unit_test(test_what_people_type_is_found),
        cmocka_unit_test(test_what_others_type_is_found),
        cmocka_unit_test(test_what_is_misspelt_is_found),
        cmocka_unit_test(test_initials_are_words),
        cmocka_unit_test(test_a_number_that_is_not_there),
        cmocka_unit_test(test_words_that_stand_nowhere),
        cmocka_unit_test(test_the_nearest_word),
        cmocka_unit_test(test_everything_is_found_by_its_title),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
