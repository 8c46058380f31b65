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

/* At the largest size least fits: upright right to left, lying where answers are long.
   SWEEP_ALL: all the others, too. */
static bool largest_in(Lang lang) {
    static const char *const LYING[] = {"tr", "fr-simple"}, *const STANDING[] = {"ar", NULL};
    const char *const *chosen = tall ? STANDING : LYING;
    if (getenv("SWEEP_ALL"))
        return lang != LANG_FR;
    for (int i = 0; i < 2; i++)
        if (chosen[i] && strcmp(langs()->code[lang], chosen[i]) == 0)
            return true;
    return false;
}

static void test_no_page_of_the_largest_size_has_a_fault(void **state) {
    (void)state;
    const char *text = getenv("SWEEP_TEXT");
    bool other = text && strcmp(text, sweep_step_name(STEP_DOUBLE)) != 0;
    if (other || getenv("SWEEP_LANG") || getenv("SWEEP_OWN"))
        skip();
    begin();
    for (int lang = 0; lang < langs()->count; lang++)
        if (largest_in((Lang)lang))
            sweep_every_screen((View){{.lang = (Lang)lang, .step = STEP_DOUBLE}, tall});
    assert_true(sweep.pages > 0);
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
        cmocka_unit_test(test_no_page_of_the_largest_size_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_made_up_language_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_small_campus_has_a_fault),
    };
    tall = standing;
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
