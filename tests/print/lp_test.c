/* What CUPS 2.4 answers, word for word. */
#include "support/test.h"
#include "print/lp.h"

#define HEAD "printer Accueil is idle.  enabled since Sun Nov 29 04:54:32 2026\n"
#define PRINTING "printer Accueil now printing Accueil-3.  enabled since Sun Nov 29 2026\n"
#define TAIL "Accueil accepting requests since Sun Nov 29 04:54:32 2026\n"
#define ALERTS(words) "\tForm mounted:\n\tDescription: Accueil\n\tAlerts:" words "\n\tLocation: \n"

static bool ready(const char *text) {
    char why[LP_WHY];
    return lp_read_ready(text, "Accueil", why);
}

static void expect_barred(const char *text, const char *because) {
    char why[LP_WHY] = "";
    assert_false(lp_read_ready(text, "Accueil", why));
    assert_string_equal(why, because);
}

static void test_a_printer_that_is_there(void **state) {
    (void)state;
    assert_true(ready(HEAD ALERTS(" none") TAIL));
    assert_true(ready(PRINTING ALERTS(" none") TAIL));
    assert_true(ready(HEAD ALERTS(" toner-low-report media-empty-warning") TAIL));
    assert_true(ready(HEAD ALERTS(" connecting-to-device") TAIL));
}

static void test_a_printer_that_is_not_for_visitors(void **state) {
    (void)state;
    expect_barred("", "is not there, or disabled");
    expect_barred("printer Accueil disabled since Sun Nov 29 2026 -\n\tno paper\n" ALERTS(" paused")
                      TAIL,
                  "paused");
    expect_barred("printer Accueil disabled since Sun Nov 29 2026 -\n\treason unknown\n" TAIL,
                  "is not there, or disabled");
    expect_barred(HEAD ALERTS(" none") "Accueil not accepting requests since Sun Nov 29 2026 -\n"
                                       "\tRejecting Jobs\n",
                  "takes no jobs");
    expect_barred(HEAD ALERTS(" toner-low-report offline-report") TAIL, "offline-report");
    expect_barred(HEAD ALERTS(" media-empty-error") TAIL, "media-empty-error");
    expect_barred(HEAD ALERTS(" door-open") TAIL, "door-open");
    expect_barred(HEAD ALERTS(" fuser-over-temp-error") TAIL, "fuser-over-temp-error");
}

static void test_another_printer_is_not_this_one(void **state) {
    (void)state;
    assert_false(ready("printer Accueil2 is idle.  enabled since Sun Nov 29 2026\n"
                       "Accueil2 accepting requests since Sun Nov 29 2026\n"));
    assert_false(ready("printer Accueil2 is idle.  enabled since Sun Nov 29 2026\n" TAIL));
}

static void test_the_printer_of_the_machine(void **state) {
    (void)state;
    char name[LP_NAME];
    assert_true(lp_read_default("system default destination: Accueil\n", name));
    assert_string_equal(name, "Accueil");
    assert_false(lp_read_default("no system default destination\n", name));
    assert_false(lp_read_default("lpstat: Bad file descriptor\n", name));
    assert_false(lp_read_default("", name));
}

static void test_the_number_of_a_job(void **state) {
    (void)state;
    char job[LP_NAME];
    assert_true(lp_read_request("request id is Accueil-12 (0 file(s))\n", job));
    assert_string_equal(job, "Accueil-12");
    assert_false(lp_read_request("lp: Error - The printer or class does not exist.\n", job));
    assert_false(lp_read_request("request id is ", job));
}

static void test_a_job_among_others(void **state) {
    (void)state;
    const char *list = "Accueil-112      azimut      1024   Sun Nov 29 04:54:41 2026\n"
                       "Accueil-13       azimut      1024   Sun Nov 29 04:54:42 2026\n";
    assert_true(lp_read_listed(list, "Accueil-13"));
    assert_true(lp_read_listed(list, "Accueil-112"));
    assert_false(lp_read_listed(list, "Accueil-12"));
    assert_false(lp_read_listed("", "Accueil-12"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_printer_that_is_there),
        cmocka_unit_test(test_a_printer_that_is_not_for_visitors),
        cmocka_unit_test(test_another_printer_is_not_this_one),
        cmocka_unit_test(test_the_printer_of_the_machine),
        cmocka_unit_test(test_the_number_of_a_job),
        cmocka_unit_test(test_a_job_among_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
