/* The ways of seeing: all there are, or the few that another pack is seen in. */
#include "screens/sweep/sweep.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <stdlib.h>
#include <string.h>

static bool tall; /* all of them */

/* Themes change no place, only colours: each is swept in one shape, the rest in the light one. The
   two largest sizes of text have the form of the one before: one language, and below another. */
static bool worth_sweeping(View v) {
    const char *text = getenv("SWEEP_TEXT");
    if (text && strcmp(text, sweep_step_name(v.settings.step)) != 0)
        return false;
    if (v.settings.step > STEP_LARGER && (v.settings.lang != LANG_FR || v.settings.seated))
        return false;
    return v.settings.theme == THEME_CLAIR ||
           (v.settings.step == STEP_NORMAL && !v.settings.seated && v.settings.lang == LANG_FR);
}

static void begin(void) {
    sweep.pages = sweep.findings = 0;
}

static void end(void) {
    print_message("%d pages, %d findings\n", sweep.pages, sweep.findings);
    assert_int_equal(sweep.findings, 0);
}

static void test_no_page_has_a_fault(void **state) {
    (void)state;
    if (getenv("SWEEP_LANG") || getenv("SWEEP_OWN"))
        skip();
    begin();
    for (int bits = 0; bits < 2 * 2 * THEME_COUNT * STEP_COUNT; bits++) {
        View v = {.tall = tall,
                  .settings = {.lang = (Lang)(bits & 1),
                               .seated = bits >> 1 & 1,
                               .theme = (ThemeId)(bits / 4 % THEME_COUNT),
                               .step = (TextStep)(bits / 4 / THEME_COUNT)}};
        if (worth_sweeping(v))
            sweep_every_screen(v);
    }
    end();
}

/* Right to left at the largest size, where least fits beside one another: a fifteenth more of the
   time. */
static void test_no_page_turned_about_has_a_fault(void **state) {
    (void)state;
    View v = {{.lang = langs_find(langs(), LIT("ar")), .step = STEP_DOUBLE}, tall};
    const char *text = getenv("SWEEP_TEXT");
    bool other = text && strcmp(text, sweep_step_name(v.settings.step)) != 0;
    if (!tall || other || getenv("SWEEP_LANG") || getenv("SWEEP_OWN"))
        skip();
    assert_true(v.settings.lang >= 0 && langs_leftward(v.settings.lang));
    begin();
    sweep_every_screen(v);
    end();
}

static void test_no_page_of_a_small_campus_has_a_fault(void **state) {
    (void)state;
    if (!getenv("SWEEP_OWN"))
        skip(); /* tests/tools/new.sh makes some */
    begin();
    for (int bits = 0; bits < 2 * 2; bits++)
        sweep_of_its_own((View){
            .tall = tall,
            .settings = {.lang = (Lang)(bits & 1), .step = bits >> 1 ? STEP_LARGER : STEP_NORMAL}});
    end();
}

static void test_no_page_of_a_made_up_language_has_a_fault(void **state) {
    (void)state;
    const char *code = getenv("SWEEP_LANG");
    if (!code)
        skip(); /* tests/tools/translate.sh makes one */
    begin();
    sweep.made_up = true;
    sweep_every_screen((View){{.lang = langs_find(langs(), slice_from(code))}, tall});
    end();
}

int sweep_run(bool standing) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_page_has_a_fault),
        cmocka_unit_test(test_no_page_turned_about_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_made_up_language_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_small_campus_has_a_fault),
    };
    tall = standing;
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
