/* The button beside a code while a printer is there, in every way of seeing it and with all it can
   have to say; and the sheets themselves: whole, in letters that can be read, with what every one
   of them says. */
#include "support/test.h"
#include "support/world.h"
#include "app/app_parts.h"
#include "screens/common/quiz_state.h"
#include "screens/map/map_state.h"
#include "screens/train/course_parts.h"
#include "ui/inspect.h"
#include "ui/paper.h"

#include <stdio.h>
#include <string.h>

#define PLACES_EVERY 7
#define LETTER_LEAST_PX (11 * PAPER_DPI / 72) /* eleven points */
#define MARGIN_PX (6 * PAPER_DPI * 10 / 254)  /* what a printer may leave white */

static PrintView print;
static int looked, forgotten, printed;
static int findings;

static PrintView view(void *self) {
    (void)self;
    return print;
}

static void look(void *self) {
    (void)self;
    looked++;
}

static void forget(void *self) {
    (void)self;
    forgotten++;
}

static char sheet_says[16384];
static char sheet_code[1024];
static const char *fault;

static void say(const char *what) {
    if (!fault)
        fault = what;
}

static void look_at_node(const Page *page, const Node *node) {
    Box inside = box_grow(page->window, -MARGIN_PX);
    bool seen = node->text.len || node->graphic.kind == GRAPHIC_CODE;
    if (seen && !box_within(node->box, inside))
        say("it goes over the edge");
    if (node->text.len && !node->icon && node->font_px < LETTER_LEAST_PX)
        say("letters are too small");
    if (node->graphic.kind == GRAPHIC_CODE)
        snprintf(sheet_code, sizeof sheet_code, SLICE_FMT, SLICE_ARG(node->graphic.code));
    size_t length = strlen(sheet_says);
    if (node->text.len)
        snprintf(sheet_says + length, sizeof sheet_says - length, SLICE_FMT "\n",
                 SLICE_ARG(node->text));
}

static void take_sheet(void *self, const Page *page) {
    (void)self;
    printed++;
    sheet_says[0] = sheet_code[0] = 0;
    fault = NULL;
    if (page->overflows)
        say("words do not fit");
    for (int i = 0; i < page->shown_count; i++)
        look_at_node(page, page->shown[i]);
}

static void begin(Settings settings, bool tall) {
    world_begin(settings, tall ? 1080 : 1920, tall ? 1920 : 1080);
    world.app.setup.printer = (PrintDesk){NULL, view, look, take_sheet, forget};
}

/* ---- where the button stands ----------------------------------------------------------------- */

static void tap_word(StringId word) {
    world_tap_label(string_in(world.app.visit.settings.lang, word).at);
}

static void answer_all(int answer) {
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; !quiz_finished(&s->quiz); i++)
        quiz_answer(&s->quiz, world.app.setup.bank, answer < 0 ? i * 3 % 5 : answer, 3000);
    world.app.visit.at = SCREEN_result;
    world.app.dirty = true;
    tap_word(STR_RESULT_TAKE);
}

static void show_result(void) {
    answer_all(-1);
}

static void show_result_of_nothing(void) {
    answer_all(0);
}

static void show_result_of_few(void) {
    answer_all(QUIZ_SKIPPED);
}

static void show_way(void) {
    world_go(SCREEN_map, 1 + plan_find_space(&world.pack.plan, LIT("A4")));
    ((MapState *)visit_state(&world.app.visit, SCREEN_map))->panel = PANEL_PHONE;
}

static void show_course(void) {
    world_go(SCREEN_course, 0);
}

static void show_course_code(void) {
    world_go(SCREEN_course, 0);
    ((CourseState *)visit_state(&world.app.visit, SCREEN_course))->taking = true;
}

static void (*const PAGES[])(void) = {show_result, show_way, show_course_code, show_course};

static const PrintView STATES[] = {{true, PRINT_NOTHING, 0},
                                   {true, PRINT_BUSY, 1},
                                   {true, PRINT_DONE, 1},
                                   {true, PRINT_DONE, PRINT_SHEETS},
                                   {false, PRINT_FAILED, 0}};

/* What merely adds something may be left out in the largest letters, and beside the voice. */
static bool counts(Finding found, Settings settings) {
    bool may_lack = settings.step > STEP_LARGER || settings.voice.state == VOICE_ON;
    return !may_lack || slice_find(found.text, LIT(": left out, and")) < 0;
}

static int inspect(Settings settings, bool tall, bool tells) {
    world.app.dirty = true;
    const Page *page = app_page(&world.app);
    Findings found = page_inspect(page);
    int count = 0;
    for (int i = 0; i < found.count; i++) {
        if (!counts(found.finding[i], settings))
            continue;
        count++;
        if (tells)
            print_message("%s (%s, %s, x%d%s, print %d): " SLICE_FMT "\n", page->screen,
                          tall ? "portrait" : "landscape", langs()->code[settings.lang],
                          100 + 25 * (int)settings.step, settings.seated ? ", seated" : "",
                          (int)print.state, SLICE_ARG(found.finding[i].text));
    }
    return count;
}

static bool says(const Page *page, StringId word) {
    Slice text = string_in(page->settings.lang, word);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_equal(page->shown[i]->text, text))
            return true;
    return false;
}

/* Nothing that the same page without a printer has not. */
static void every_state(Settings settings, bool tall) {
    for (size_t at = 0; at < sizeof PAGES / sizeof *PAGES; at++) {
        begin(settings, tall);
        PAGES[at]();
        print = (PrintView){0};
        if (inspect(settings, tall, false)) {
            world_end();
            continue;
        }
        for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++) {
            print = STATES[i];
            findings += inspect(settings, tall, true);
        }
        world_end();
    }
}

static void test_no_page_is_crowded(void **state) {
    (void)state;
    findings = 0;
    for (int lang = 0; lang < langs()->count; lang += lang < 2 ? 1 : 2)
        for (int step = 0; step < STEP_COUNT; step++)
            for (int way = 0; way < 8; way++) {
                world.speaks = way & 4;
                every_state((Settings){.lang = lang,
                                       .step = (TextStep)step,
                                       .seated = way & 1,
                                       .voice.state = world.speaks ? VOICE_ON : VOICE_OFF,
                                       .voice.aloud = true},
                            way & 2);
            }
    world.speaks = false;
    assert_int_equal(findings, 0);
}

static bool is_offered(void) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && slice_is(page_label(page, page->shown[i]), "Imprimer"))
            return true;
    return false;
}

static void test_it_is_there_when_a_printer_is(void **state) {
    (void)state;
    for (size_t at = 0; at < sizeof PAGES / sizeof *PAGES; at++) {
        begin((Settings){0}, false);
        PAGES[at]();
        print = (PrintView){true, PRINT_NOTHING, 0};
        assert_true(is_offered());
        print.there = false;
        world.app.dirty = true;
        assert_false(is_offered());
        world.app.setup.printer = (PrintDesk){0};
        world.app.dirty = true;
        assert_false(is_offered());
        world_end();
    }
}

/* ---- asking ---------------------------------------------------------------------------------- */

static void test_the_printer_is_looked_for_while_somebody_is_here(void **state) {
    (void)state;
    begin((Settings){0}, false);
    looked = forgotten = 0;
    app_time(&world.app, 60000, 15 * 60);
    app_time(&world.app, 120000, 15 * 60 + 1);
    assert_int_equal(looked, 0);
    app_open(&world.app, (Target){TARGET_TRADES, 0});
    assert_int_equal(looked, 1);
    app_time(&world.app, 121000, 15 * 60 + 2);
    assert_int_equal(looked, 2);
    world_end();
}

static void test_a_touch_prints_a_sheet(void **state) {
    (void)state;
    print = (PrintView){true, PRINT_NOTHING, 0};
    begin((Settings){0}, false);
    printed = 0;
    show_result();
    world_tap_label("Imprimer");
    assert_int_equal(printed, 1);
    assert_string_equal(world_screen(), "result");
    world_end();
    assert_true(forgotten > 0);
}

/* It becomes something else while nobody touches anything. */
static void test_what_becomes_of_it_is_seen(void **state) {
    (void)state;
    begin((Settings){0}, false);
    show_result();
    print = (PrintView){true, PRINT_BUSY, 1};
    assert_true(says(app_page(&world.app), STR_PRINT_BUSY));
    print = (PrintView){true, PRINT_DONE, 1};
    world_pass(1000);
    assert_true(says(app_page(&world.app), STR_PRINT_DONE));
    world_end();
}

/* ---- sheets ---------------------------------------------------------------------------------- */

/* What every sheet has, in letters that can be read, whatever a visitor reads here. */
static void expect_sheet(const char *title) {
    Lang lang = world.app.visit.settings.lang;
    app_print(&world.app);
    if (fault)
        fail_msg("%s: %s: %s", langs()->code[lang], title, fault);
    assert_non_null(strstr(sheet_says, world.pack.campus.name.in[lang].at));
    assert_non_null(strstr(sheet_says, string_in(lang, STR_PRINT_KEPT).at));
    assert_non_null(strstr(sheet_says, title));
    assert_true(sheet_code[0]);
}

static void each_way(Settings settings) {
    const Plan *plan = &world.pack.plan;
    begin(settings, false);
    for (int space = 0; space < plan->space_count; space++) {
        if (!plan->space[space].place || plan->space[space].node == PLAN_NONE ||
            space % PLACES_EVERY)
            continue;
        world_go(SCREEN_map, 1 + space);
        Slice name = text_of_place(plan, space, settings.lang, &world.app.frame[0]);
        char title[256];
        snprintf(title, sizeof title, SLICE_FMT, SLICE_ARG(name));
        expect_sheet(title);
    }
    world_end();
}

static void each_course(Settings settings) {
    begin(settings, false);
    for (int course = 0; course < world.pack.course_count; course++) {
        world_go(SCREEN_course, course);
        expect_sheet(world.pack.course[course].name.in[settings.lang].at);
        const HelpDesk *desk = &world.pack.desk[world.pack.course[course].desk];
        assert_non_null(strstr(sheet_says, desk->name.in[settings.lang].at));
        if (world.pack.course[course].illustrative)
            assert_non_null(strstr(sheet_says, string_in(settings.lang, STR_EXAMPLE_CONFIRM).at));
    }
    world_end();
}

static void each_result(Settings settings) {
    static void (*const RESULTS[])(void) = {show_result, show_result_of_nothing,
                                            show_result_of_few};
    for (size_t i = 0; i < sizeof RESULTS / sizeof *RESULTS; i++) {
        begin(settings, false);
        RESULTS[i]();
        expect_sheet(string_in(settings.lang, STR_RESULT).at);
        assert_non_null(strstr(sheet_says, world.pack.campus.advice_where.in[settings.lang].at));
        world_end();
    }
}

static void test_sheets_are_whole_in_every_language(void **state) {
    (void)state;
    for (int lang = 0; lang < langs()->count; lang++)
        for (int step = STEP_NORMAL; step < STEP_COUNT; step += STEP_LARGER) {
            Settings settings = {.lang = lang, .step = (TextStep)step};
            each_way(settings);
            each_course(settings);
            each_result(settings);
        }
}

static void test_a_result_names_five_trades(void **state) {
    (void)state;
    begin((Settings){0}, false);
    show_result();
    QuizResult r;
    result_of(&((QuizState *)visit_state(&world.app.visit, SCREEN_result))->quiz,
              world.app.setup.bank, &r);
    expect_sheet("Ton résultat");
    assert_int_equal(r.suggestion_count, RESULT_TRADES);
    for (int i = 0; i < r.suggestion_count; i++)
        assert_non_null(
            strstr(sheet_says, world.pack.trade[r.suggestion[i].trade].short_name.in[0].at));
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_is_there_when_a_printer_is),
        cmocka_unit_test(test_the_printer_is_looked_for_while_somebody_is_here),
        cmocka_unit_test(test_a_touch_prints_a_sheet),
        cmocka_unit_test(test_what_becomes_of_it_is_seen),
        cmocka_unit_test(test_a_result_names_five_trades),
        cmocka_unit_test(test_sheets_are_whole_in_every_language),
        cmocka_unit_test(test_no_page_is_crowded),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
