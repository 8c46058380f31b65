/* The tabs of a trade stay where they are whatever is shown above them, and its first tab says what
   a family asks without a page being turned. */
#include "screens/trades/trade_parts.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

typedef struct Tabs {
    Box box[TAB_COUNT];
    int count;
} Tabs;

static Tabs tabs_shown(void) {
    Tabs tabs = {0};
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (node->role != ROLE_CHOICE || node->action.token != TAP_TAB)
            continue;
        assert_true(node->action.arg < TAB_COUNT);
        tabs.box[node->action.arg] = node->box;
        tabs.count++;
    }
    return tabs;
}

static const Node *tab_named(int tab) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->action.token == TAP_TAB && page->shown[i]->action.arg == tab &&
            page->shown[i]->role == ROLE_CHOICE)
            return page->shown[i];
    return NULL;
}

/* Where words are huge, or large and the hand is low on a standing screen, they give up height with
   everything else. */
static void expect_still_tabs(Settings settings, bool tall, int trade) {
    if (tall && settings.seated && settings.step == STEP_LARGER)
        return;
    world_begin(settings, tall ? 1080 : 1920, tall ? 1920 : 1080);
    world_go(SCREEN_trade, trade);
    Tabs first = tabs_shown();
    assert_int_equal(first.count, TAB_COUNT);
    for (int tab = 1; tab < TAB_COUNT; tab++) {
        world_tap(tab_named(tab));
        Tabs now = tabs_shown();
        assert_int_equal(now.count, first.count);
        if (memcmp(now.box, first.box, sizeof now.box) == 0)
            continue;
        fail_msg("trade %d, tab %d, step %d%s%s, %s: tabs move from %d,%d to %d,%d", trade, tab,
                 (int)settings.step, tall ? ", upright" : "", settings.seated ? ", seated" : "",
                 langs()->code[settings.lang], first.box[0].x, first.box[0].y, now.box[0].x,
                 now.box[0].y);
    }
    world_end();
}

#define SOME 5 /* of the trades: long and short names, with a day at work and without */

static void test_tabs_stay_in_place(void **state) {
    (void)state;
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        for (int tall = 0; tall < 2; tall++)
            expect_still_tabs((Settings){0}, tall, trade);
    for (int bits = 1; bits < 2 * 2 * (STEP_LARGER + 1); bits++)
        for (int lang = 0; lang < langs()->count; lang += 2)
            for (int trade = 0; trade < world.pack.trade_count; trade += SOME)
                expect_still_tabs((Settings){.lang = (Lang)lang,
                                             .seated = bits >> 1 & 1,
                                             .step = (TextStep)(bits / 4)},
                                  bits & 1, trade);
}

static void test_conditions_are_on_the_first_page(void **state) {
    (void)state;
    for (int tall = 0; tall < 2; tall++)
        for (int trade = 0; trade < world.pack.trade_count; trade++) {
            world_begin((Settings){0}, tall ? 1080 : 1920, tall ? 1920 : 1080);
            world_go(SCREEN_trade, trade);
            const Trade *t = &world.pack.trade[trade];
            StringId said[] = {STR_CONDITION_NOISE,  STR_CONDITION_STANDING, STR_CONDITION_SCREEN,
                               STR_CONDITION_SHIFTS, STR_CONDITION_OUTDOORS, STR_CONDITION_SITES};
            for (int c = 0; c <= CONDITION_SITES; c++)
                if (t->conditions >> c & 1)
                    assert_true(world_says(string_in(LANG_FR, said[c]).at));
            for (int i = 0; i < t->fact_count; i++)
                assert_true(world_says(t->fact[i].value.in[LANG_FR].at));
            world_end();
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tabs_stay_in_place),
        cmocka_unit_test(test_conditions_are_on_the_first_page),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
