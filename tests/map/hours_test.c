/* Opening hours as authors write them: what is understood, what is not, and what it means at a
   given hour. */
#include "map/hours.h"

#include "tools/import/hours.h"
#include "support/languages.h"
#include "support/test.h"

#include <string.h>

static PlanHours row[HOURS_ROWS_MAX];

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static HoursNow now(const char *hours, const char *when) {
    int count = hours_parse(slice_from(hours), row);
    if (count <= 0)
        fail_msg("not understood: %s", hours);
    return hours_of_rows(row, count, at(when));
}

static void expect(const char *hours, const char *when, bool open, const char *until) {
    HoursNow n = now(hours, when);
    Millis wanted = until ? at(until) : PLAN_NEVER;
    if (!n.known || n.open != open || n.until != wanted) {
        Civil c = civil_from(n.until == PLAN_NEVER ? 0 : n.until);
        fail_msg("%s at %s: %s until %04d-%02d-%02dT%02d:%02d", hours, when,
                 n.open ? "open" : "shut", c.year, c.month, c.day, c.hour, c.minute);
    }
}

/* 2026-11-23 is a Monday. */
static void test_days_and_spans(void **state) {
    (void)state;
    const char *usual = "Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-12:00";
    expect(usual, "2026-11-23T07:59", false, "2026-11-23T08:00");
    expect(usual, "2026-11-23T08:00", true, "2026-11-23T12:00");
    expect(usual, "2026-11-23T12:00", false, "2026-11-23T13:30");
    expect(usual, "2026-11-27T18:30", false, "2026-11-28T09:00");
    expect(usual, "2026-11-28T12:00", false, "2026-11-30T08:00");
    expect("Mo,We,Fr 10:00-12:00", "2026-11-24T11:00", false, "2026-11-25T10:00");
    expect("10:00-12:00", "2026-11-29T11:00", true, "2026-11-29T12:00");
    expect("Sa-Mo 10:00-12:00", "2026-11-29T11:00", true, "2026-11-29T12:00");
}

static void test_day_and_night(void **state) {
    (void)state;
    expect("24/7", "2026-11-23T03:00", true, NULL);
    expect("00:00-24:00", "2026-11-23T03:00", true, NULL);
    expect("off", "2026-11-23T03:00", false, NULL);
}

static void test_over_midnight(void **state) {
    (void)state;
    expect("Fr 20:00-02:00", "2026-11-28T01:00", true, "2026-11-28T02:00");
    expect("Fr 20:00-26:00", "2026-11-28T01:00", true, "2026-11-28T02:00");
    expect("Fr 20:00-02:00", "2026-11-27T01:00", false, "2026-11-27T20:00");
    expect("Fr 20:00-24:00; Sa 00:00-02:00", "2026-11-27T21:00", true, "2026-11-28T02:00");
}

static void test_later_rules_replace_and_commas_add(void **state) {
    (void)state;
    expect("Mo-Fr 08:00-18:00; We 08:00-12:00", "2026-11-25T14:00", false, "2026-11-26T08:00");
    expect("Mo-Fr 08:00-12:00, We 14:00-18:00", "2026-11-25T09:00", true, "2026-11-25T12:00");
    expect("Mo-Fr 08:00-12:00, We 14:00-18:00", "2026-11-25T13:00", false, "2026-11-25T14:00");
    expect("Mo-Fr 08:00-18:00; We off", "2026-11-25T09:00", false, "2026-11-26T08:00");
    expect("Mo-Fr 08:00-18:00, PH off", "2026-05-01T09:00", false, "2026-05-04T08:00");
}

static void test_dates(void **state) {
    (void)state;
    const char *closed = "Mo-Fr 08:00-18:00; Dec 24-Jan 02 off; 2026 Nov 11 off; Jul-Aug off";
    expect(closed, "2026-12-23T19:00", false, "2027-01-04T08:00");
    expect(closed, "2026-01-02T09:00", false, "2026-01-05T08:00");
    expect(closed, "2026-11-11T09:00", false, "2026-11-12T08:00");
    expect(closed, "2027-11-11T09:00", true, "2027-11-11T18:00");
    expect(closed, "2026-07-01T09:00", false, "2026-09-01T08:00");
    expect("2026 Dec 21-2027 Jan 03 10:00-12:00", "2027-01-03T11:00", true, "2027-01-03T12:00");
    expect("2026 Dec 21-2027 Jan 03 10:00-12:00", "2027-01-04T11:00", false, NULL);
    expect("Dec 24-26 off; 10:00-12:00; Dec 25,Dec 31 off", "2026-12-25T11:00", false,
           "2026-12-26T10:00");
}

static void test_public_holidays(void **state) {
    (void)state;
    static const char *const HOLIDAYS[] = {"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08",
                                           "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15",
                                           "2026-11-01", "2026-11-11", "2026-12-25", "2018-04-02",
                                           "2027-03-29", "2027-05-06", "2024-05-20"};
    int count = 0;
    for (size_t i = 0; i < sizeof HOLIDAYS / sizeof *HOLIDAYS; i++)
        assert_true(hours_is_holiday(civil_from(at(HOLIDAYS[i]))));
    for (int day = 0; day < 365; day++)
        count += hours_is_holiday(civil_from(at("2026-01-01") + day * (Millis)86400000));
    assert_int_equal(count, 11);
    expect("Mo-Fr 08:00-18:00; PH off", "2026-05-25T09:00", false, "2026-05-26T08:00");
    expect("Mo-Fr 08:00-18:00", "2026-05-25T09:00", true, "2026-05-25T18:00");
    expect("PH,Su 10:00-12:00", "2026-07-14T10:30", true, "2026-07-14T12:00");
}

static void test_what_is_not_understood(void **state) {
    (void)state;
    static const char *const BAD[] = {"sunrise-sunset",
                                      "Mo-Fr",
                                      "SH 10:00-12:00",
                                      "Mo[1] 10:00-12:00",
                                      "lundi 8h-12h",
                                      "10:00",
                                      "10:00-",
                                      "10:00-25:70",
                                      "Mo-Fr 10:00-12:00 \"sur rendez-vous\"",
                                      "Dec 32 off",
                                      "week 1 off",
                                      "Feb 30 off",
                                      "10:00+",
                                      "",
                                      ";",
                                      "Mo-",
                                      "49:00-50:00",
                                      "2026 Dec 24-2025 Jan 2 off",
                                      "Mo 1:2-3:4"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        int count = hours_parse(slice_from(BAD[i]), row);
        if (count >= 0 && strcmp(BAD[i], "Mo-Fr") != 0)
            fail_msg("understood as %d rows: %s", count, BAD[i]);
    }
    expect("Mo-Fr", "2026-11-23T03:00", true, "2026-11-28T00:00"); /* days without hours: all day */
}

static void expect_words(const char *hours, const char *fr, const char *en) {
    Arena arena = {0};
    LocalText words = hours_words(row, hours_parse(slice_from(hours), row), &arena);
    if (!slice_is(words.in[LANG_FR], fr) || !slice_is(words.in[LANG_EN], en))
        fail_msg("%s is \"" SLICE_FMT "\", \"" SLICE_FMT "\"", hours, SLICE_ARG(words.in[LANG_FR]),
                 SLICE_ARG(words.in[LANG_EN]));
    arena_free(&arena);
}

static void test_in_words(void **state) {
    (void)state;
    expect_words("Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-12:00",
                 "du lundi au vendredi, 8 h – 12 h et 13 h 30 – 18 h ; le samedi, 9 h – 12 h",
                 "Monday to Friday, 8 am – noon and 1.30 pm – 6 pm; Saturday, 9 am – noon");
    expect_words("24/7", "tous les jours, jour et nuit", "every day, day and night");
    expect_words(
        "Mo-Fr 08:00-18:00; PH off; Dec 24-Jan 1 off",
        "du lundi au vendredi, 8 h – 18 h, sauf jours fériés ; du 24 décembre au 1er janvier, "
        "fermé",
        "Monday to Friday, 8 am – 6 pm, except public holidays; 24 December to 1 January, closed");
    expect_words("Mo,We,Fr 20:00-24:00", "le lundi, le mercredi et le vendredi, 20 h – minuit",
                 "Monday, Wednesday and Friday, 8 pm – midnight");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_and_spans),
        cmocka_unit_test(test_day_and_night),
        cmocka_unit_test(test_over_midnight),
        cmocka_unit_test(test_later_rules_replace_and_commas_add),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_public_holidays),
        cmocka_unit_test(test_what_is_not_understood),
        cmocka_unit_test(test_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
