/* A printer that is there, away, slow, dead: what is told of it, what it is asked, what comes out.
   Its print service is tests/support/cups.sh. */
#include "support/test.h"
#include "base/log.h"
#include "print/printer.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SIDE = 40, TRIES = 3000 };

static char home[] = "/tmp/azimut-print-XXXXXX";
static Printer printer;
static Millis now;

/* ---- the print service ----------------------------------------------------------------------- */

static char *path_of(const char *name) {
    static char path[300];
    snprintf(path, sizeof path, "%s/%s", home, name);
    return path;
}

static void let(const char *name) {
    int file = open(path_of(name), O_CREAT | O_WRONLY, 0600);
    assert_true(file >= 0);
    close(file);
}

static void no_longer(const char *name) {
    unlink(path_of(name));
}

static bool is(const char *name) {
    return access(path_of(name), F_OK) == 0;
}

static bool was_asked(const char *what) {
    char asked[8192] = "";
    FILE *file = fopen(path_of("asked"), "r");
    if (!file)
        return false;
    asked[fread(asked, 1, sizeof asked - 1, file)] = 0;
    fclose(file);
    return strstr(asked, what);
}

static int make_service(void **state) {
    (void)state;
    static const char *const NAMES[] = {"lp", "lpstat", "cancel"};
    char service[600], path[700];
    if (!mkdtemp(home) || !getcwd(service, 500))
        return -1;
    strcat(service, "/tests/support/cups.sh");
    for (int i = 0; i < 3; i++)
        if (symlink(service, path_of(NAMES[i])) != 0)
            return -1;
    snprintf(path, sizeof path, "%s:%s", home, getenv("PATH"));
    setenv("PATH", path, 1);
    return setenv("HOME", home, 1);
}

/* All but the programs. */
static void tidy(bool all) {
    DIR *folder = opendir(home);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (all || (strcmp(entry->d_name, "lp") != 0 && strcmp(entry->d_name, "lpstat") != 0 &&
                    strcmp(entry->d_name, "cancel") != 0))
            unlink(path_of(entry->d_name));
    closedir(folder);
}

static int remove_service(void **state) {
    (void)state;
    tidy(true);
    return rmdir(home);
}

/* ---- the printer ----------------------------------------------------------------------------- */

static void begin(PrinterSpec spec) {
    now = 1000;
    spec.name = spec.name ? spec.name : "Accueil";
    spec.now = &now;
    printer_begin(&printer, spec);
}

static int end(void **state) {
    (void)state;
    printer_end(&printer);
    tidy(false);
    return 0;
}

static PdfSheet a_sheet(void) {
    uint8_t *grey = malloc(SIDE * SIDE);
    memset(grey, 255, SIDE * SIDE);
    return (PdfSheet){grey, SIDE, SIDE, 300};
}

static void print_one(void) {
    printer_print(&printer, a_sheet());
    assert_int_equal(printer_view(&printer).state, PRINT_BUSY);
    now += 1000;
}

static void expect(PrintState result, int made) {
    PrintView view = printer_view(&printer);
    assert_int_equal(view.state, result);
    assert_int_equal(view.made, made);
}

static void expect_said(const char *words) {
    char subject[LOG_SUBJECT], message[LOG_MESSAGE];
    for (int i = 0; log_recent(i, subject, message); i++)
        if (strcmp(subject, "printer") == 0 && strstr(message, words))
            return;
    fail_msg("nobody said: %s", words);
}

static void test_without_a_name_nothing_is_asked(void **state) {
    (void)state;
    printer_begin(&printer, (PrinterSpec){.now = &now, .staged = true});
    printer_look(&printer);
    assert_false(printer_view(&printer).there);
    printer_print(&printer, a_sheet());
    printer_forget(&printer);
    assert_false(is("asked"));
}

static void test_a_sheet_comes_out(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    assert_true(printer_view(&printer).there);
    print_one();
    expect(PRINT_DONE, 1);
    assert_true(is("paper.1.pdf"));
    assert_true(was_asked("lp -d Accueil -t Azimut -o fit-to-page\n"));
    assert_false(was_asked("cancel"));
}

static void test_the_printer_of_the_machine(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true, .name = LP_DEFAULT});
    assert_true(printer_view(&printer).there);
    print_one();
    expect(PRINT_DONE, 1);
    assert_true(was_asked("lp -d Accueil "));
}

static void test_a_machine_without_one(void **state) {
    (void)state;
    let("no-default");
    begin((PrinterSpec){.staged = true, .name = LP_DEFAULT});
    assert_false(printer_view(&printer).there);
}

static void expect_away(const char *because, const char *name) {
    let(because);
    begin((PrinterSpec){.staged = true, .name = name});
    assert_false(printer_view(&printer).there);
    printer_end(&printer);
    no_longer(because);
}

static void test_one_that_is_away(void **state) {
    (void)state;
    expect_away("disabled", "Accueil");
    expect_away("rejects", "Accueil");
    expect_away("offline", "Accueil");
    expect_away("lpstat-fails", "Accueil");
    expect_away("lpstat-dies", "Accueil");
    expect_away("nothing", "Another");
}

/* Often asked, it looks seldom. */
static void test_it_comes_and_goes(void **state) {
    (void)state;
    let("offline");
    begin((PrinterSpec){.staged = true});
    assert_false(printer_view(&printer).there);
    no_longer("offline");
    printer_look(&printer);
    assert_false(printer_view(&printer).there);
    now += 60000;
    printer_look(&printer);
    assert_true(printer_view(&printer).there);
}

static void test_a_service_that_does_not_answer(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    let("lp-hangs");
    print_one();
    expect(PRINT_FAILED, 0);
    expect_said("lp does not answer");
}

static void expect_failure(const char *how, const char *said) {
    begin((PrinterSpec){.staged = true});
    let(how);
    print_one();
    expect(PRINT_FAILED, 0);
    expect_said(said);
    printer_end(&printer);
    no_longer(how);
}

static void test_a_service_that_refuses_or_dies(void **state) {
    (void)state;
    expect_failure("lp-fails", "lp ended with 1: lp: Error - it fails.");
    expect_failure("lp-dies", "lp");
    assert_false(is("paper.1.pdf"));
}

/* Its paper would come out in somebody else's visit. */
static void test_what_is_stuck_is_taken_back(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true, .patience_s = 1});
    let("stuck");
    print_one();
    expect(PRINT_FAILED, 0);
    assert_true(was_asked("cancel Accueil-7\n"));
    expect_said("a sheet was not printed in time");
}

static void test_paper_runs_out(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    let("stuck");
    let("offline");
    print_one();
    expect(PRINT_FAILED, 0);
    assert_false(printer_view(&printer).there);
    assert_true(was_asked("cancel Accueil-7\n"));
    expect_said("offline-report");
}

/* After a while one may try again. */
static void test_a_failure_is_forgotten(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    let("lp-fails");
    print_one();
    expect(PRINT_FAILED, 0);
    no_longer("lp-fails");
    now += 60000;
    printer_look(&printer);
    expect(PRINT_NOTHING, 0);
    print_one();
    expect(PRINT_DONE, 1);
}

static void test_three_sheets_a_visit(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    for (int i = 1; i <= PRINT_SHEETS; i++) {
        print_one();
        expect(PRINT_DONE, i);
    }
    printer_print(&printer, a_sheet());
    now += 1000;
    printer_view(&printer);
    assert_true(is("paper.3.pdf"));
    assert_false(is("paper.4.pdf"));
    printer_forget(&printer);
    print_one();
    expect(PRINT_DONE, 1);
    assert_true(is("paper.4.pdf"));
}

/* The sheet of a visit that is over comes; the next one hears nothing of it. */
static void test_a_visit_ends_before_its_sheet(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    printer_print(&printer, a_sheet());
    printer_forget(&printer);
    expect(PRINT_NOTHING, 0);
    now += 1000;
    expect(PRINT_NOTHING, 0);
    assert_true(is("paper.1.pdf"));
    let("lp-fails");
    printer_print(&printer, a_sheet());
    printer_forget(&printer);
    now += 1000;
    expect(PRINT_NOTHING, 0);
}

static void test_that_it_is_kept_is_said(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    let("keeps");
    print_one();
    expect(PRINT_DONE, 1);
    expect_said("PreserveJobFiles=No AccessLogLevel=config");
}

static void test_a_sheet_without_pixels_has_failed(void **state) {
    (void)state;
    begin((PrinterSpec){.staged = true});
    printer_print(&printer, (PdfSheet){NULL, SIDE, SIDE, 300});
    expect(PRINT_FAILED, 0);
    assert_false(was_asked("lp -d"));
}

/* ---- the thread ------------------------------------------------------------------------------ */

static void wait_for(bool (*is_so)(PrintView view)) {
    for (int i = 0; i < TRIES; i++) {
        if (is_so(printer_view(&printer)))
            return;
        usleep(10000);
    }
    fail_msg("it never comes to that");
}

static bool is_there(PrintView view) {
    return view.there;
}

static bool is_done(PrintView view) {
    return view.state == PRINT_DONE;
}

static void test_nobody_waits_for_it(void **state) {
    (void)state;
    begin((PrinterSpec){0});
    wait_for(is_there);
    printer_print(&printer, a_sheet());
    printer_print(&printer, a_sheet());
    wait_for(is_done);
    assert_true(is("paper.1.pdf"));
}

static bool is_sent(PrintView view) {
    (void)view;
    return was_asked("lpstat -W not-completed");
}

/* What waits is taken back, and what hangs does not hold the program. */
static void test_the_program_ends(void **state) {
    (void)state;
    begin((PrinterSpec){0});
    wait_for(is_there);
    let("stuck");
    printer_print(&printer, a_sheet());
    printer_print(&printer, a_sheet());
    wait_for(is_sent);
    printer_end(&printer);
    assert_true(was_asked("cancel Accueil-7\n"));
    let("lpstat-hangs");
    begin((PrinterSpec){0});
}

#define PRINTER_TEST(name) cmocka_unit_test_teardown(name, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        PRINTER_TEST(test_without_a_name_nothing_is_asked),
        PRINTER_TEST(test_a_sheet_comes_out),
        PRINTER_TEST(test_the_printer_of_the_machine),
        PRINTER_TEST(test_a_machine_without_one),
        PRINTER_TEST(test_one_that_is_away),
        PRINTER_TEST(test_it_comes_and_goes),
        PRINTER_TEST(test_a_service_that_does_not_answer),
        PRINTER_TEST(test_a_service_that_refuses_or_dies),
        PRINTER_TEST(test_what_is_stuck_is_taken_back),
        PRINTER_TEST(test_paper_runs_out),
        PRINTER_TEST(test_a_failure_is_forgotten),
        PRINTER_TEST(test_three_sheets_a_visit),
        PRINTER_TEST(test_a_visit_ends_before_its_sheet),
        PRINTER_TEST(test_that_it_is_kept_is_said),
        PRINTER_TEST(test_a_sheet_without_pixels_has_failed),
        PRINTER_TEST(test_nobody_waits_for_it),
        PRINTER_TEST(test_the_program_ends),
    };
    return cmocka_run_group_tests(tests, make_service, remove_service);
}
