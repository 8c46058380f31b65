/* Which courses are listed, in which order, and how many begin in which month. */
#include "train/offers.h"

#include "support/test.h"

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static const OfferFilter ALL = {OFFER_ANY, OFFER_ANY, OFFER_ANY, OFFER_ANY, 0};

/* Three courses: in autumn, in February, and without dates; one more that is past. */
typedef struct Fixture {
    Pack pack;
    Course course[4];
    CourseSession session[3];
    Certification certification[2];
    Trade trade[2];
    SkillBlock block[3];
    int trade_of[2], block_of[1];
} Fixture;

static Fixture fixture(void) {
    Fixture f = {.trade_of = {0, 1}, .block_of = {2}};
    f.session[0] = (CourseSession){.begins = at("2027-09-01"), .ends = at("2030-06-30")};
    f.session[1] = (CourseSession){.begins = at("2027-02-08"), .ends = at("2027-02-09")};
    f.session[2] = (CourseSession){.begins = at("2026-01-05"), .ends = at("2026-01-09")};
    f.certification[0] = (Certification){.level = 4};
    f.certification[1] = (Certification){.level = 5};
    f.trade[1].family = 1;
    for (int c = 0; c < 4; c++)
        f.course[c] = (Course){.certification = -1, .catalogue = -1, .mode = MODE_SHORT};
    f.block[2].certification = 1;
    return f;
}

/* Pointers into it are set where it stays. */
static void settle(Fixture *f) {
    f->course[0].certification = 0;
    f->course[0].mode = MODE_ALTERNANCE;
    f->course[0].session = &f->session[0];
    f->course[1].catalogue = CATALOGUE_INTER;
    f->course[1].session = &f->session[1];
    f->course[2].blocks = (Indices){f->block_of, 1};
    f->course[3].session = &f->session[2];
    f->course[0].session_count = f->course[1].session_count = f->course[3].session_count = 1;
    f->course[0].trades = (Indices){f->trade_of, 2};
    f->course[1].trades = (Indices){f->trade_of, 1};
    f->pack = (Pack){.course = f->course,
                     .course_count = 4,
                     .certification = f->certification,
                     .certification_count = 2,
                     .trade = f->trade,
                     .trade_count = 2,
                     .skill_block = f->block,
                     .skill_block_count = 3};
}

static void next_start_first(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    Arena arena = {0};
    int *list, count = offers_list(&f.pack, ALL, at("2026-11-28"), &arena, &list);
    assert_int_equal(count, 3);
    assert_int_equal(list[0], 1);
    assert_int_equal(list[1], 0);
    assert_int_equal(list[2], 2); /* without dates: last, but there */
    count = offers_of_trade(&f.pack, 0, at("2026-11-28"), &arena, &list);
    assert_int_equal(count, 2);
    assert_int_equal(list[0], 0); /* the campus's own before what companies share */
    assert_int_equal(list[1], 1);
    arena_free(&arena);
}

static void what_is_past_hides(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    assert_false(course_offered(&f.pack, 3, ALL, at("2026-11-28")));
    assert_true(course_offered(&f.pack, 3, ALL, at("2026-01-05")));
    assert_true(course_offered(&f.pack, 2, ALL, at("2099-01-01")));
}

static void filters_narrow(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    Millis now = at("2026-11-28");
    OfferFilter filter = ALL;
    filter.level = 4;
    assert_int_equal(offers_count(&f.pack, filter, now), 1);
    filter.mode = MODE_SHORT;
    assert_int_equal(offers_count(&f.pack, filter, now), 0);
    filter = ALL;
    filter.family = 0;
    assert_int_equal(offers_count(&f.pack, filter, now), 2);
    filter = ALL;
    filter.catalogue = CATALOGUE_CAMPUS; /* said of none: it is the campus's */
    assert_int_equal(offers_count(&f.pack, filter, now), 2);
    filter = ALL;
    filter.before = at("2027-03-01");
    assert_int_equal(offers_count(&f.pack, filter, now), 1);
}

static void starts_by_month(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    int list[] = {0, 1, 2}, month[12];
    offers_by_month(&f.pack, list, 3, at("2026-11-28T10:00"), month, 12);
    for (int m = 0; m < 12; m++)
        assert_int_equal(month[m], m == 3 || m == 10);
    assert_int_equal(months_between(at("2026-11-28"), at("2027-02-08")), 3);
}

static void what_companies_share(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    CourseSession both[] = {{.begins = at("2027-05-03"), .ends = at("2027-05-04")},
                            {.begins = at("2027-02-08"), .ends = at("2027-02-09")},
                            {.begins = at("2026-02-08"), .ends = at("2026-02-09")}};
    f.course[1].session = both;
    f.course[1].session_count = 3;
    Arena arena = {0};
    SharedSession *list;
    assert_int_equal(offers_shared(&f.pack, at("2026-11-28"), &arena, &list), 2);
    assert_int_equal(list[0].session, 1);
    assert_int_equal(list[1].session, 0);
    arena_free(&arena);
}

static void who_teaches_a_block(void **state) {
    (void)state;
    Fixture f = fixture();
    settle(&f);
    f.course[1].certification = 1;
    assert_true(course_teaches(&f.pack, 2, 2));
    assert_true(course_teaches(&f.pack, 1, 2)); /* all blocks of its certification */
    f.course[1].blocks = (Indices){(int[]){1}, 1};
    assert_false(course_teaches(&f.pack, 1, 2));
    assert_false(course_teaches(&f.pack, 0, 2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_start_first),     cmocka_unit_test(what_is_past_hides),
        cmocka_unit_test(filters_narrow),       cmocka_unit_test(starts_by_month),
        cmocka_unit_test(what_companies_share), cmocka_unit_test(who_teaches_a_block)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
