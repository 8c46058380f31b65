/* Nothing that one can learn here is a dead end: from every course, block of skills and internship
   one gets to a desk or to a course, and a trade's sheet says what is taught here. */
#include "support/test.h"
#include "support/world.h"
#include "train/offers.h"

/* Is there a control on the page, or on a further page of what is paged on it, with that in its
   label? */
static bool leads_on(Slice words) {
    for (int turns = 0; turns < 20; turns++) {
        const Page *page = app_page(&world.app);
        const Node *on = NULL;
        for (int i = 0; i < page->shown_count; i++) {
            const Node *node = page->shown[i];
            if (!page_can_act(node) || node->action.token < 0)
                continue;
            if (slice_find(page_label(page, node), words) >= 0)
                return true;
            if (node->turns && node->turn == 1)
                on = node;
        }
        if (!on)
            return false;
        world_tap(on);
    }
    return false;
}

static Slice go_there(void) {
    return string_in(world.app.visit.settings.lang, STR_GO_THERE);
}

static void every_course_ends_at_a_desk(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    for (int course = 0; course < world.pack.course_count; course++) {
        world_go(SCREEN_course, course);
        assert_true(leads_on(go_there()));
    }
    for (int offer = 0; offer < world.pack.internship_count; offer++) {
        world_go(SCREEN_internship, offer);
        assert_true(leads_on(go_there()));
    }
    world_end();
}

static bool is_taught(int block, Millis now) {
    for (int c = 0; c < world.pack.course_count; c++)
        if (course_teaches(&world.pack, c, block) && !course_is_past(&world.pack.course[c], now))
            return true;
    return false;
}

/* A block leads to the courses that teach it; one that is not taught now, to where somebody knows.
 */
static void every_block_leads_on(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    Millis now = app_kiosk(&world.app).today;
    for (int block = 0; block < world.pack.skill_block_count; block++) {
        world_go(SCREEN_certification, block);
        bool there = false;
        for (int c = 0; c < world.pack.course_count && is_taught(block, now) && !there; c++)
            if (course_teaches(&world.pack, c, block))
                there = leads_on(world.pack.course[c].name.in[0]);
        assert_true(is_taught(block, now) ? there : leads_on(go_there()));
    }
    world_end();
}

static void every_trade_says_what_is_taught_here(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    Millis now = app_kiosk(&world.app).today;
    Arena arena = {0};
    for (int trade = 0; trade < world.pack.trade_count; trade++) {
        int *list, count = offers_of_trade(&world.pack, trade, now, &arena, &list);
        world_go(SCREEN_trade, trade);
        world_tap_label(string_in(world.app.visit.settings.lang, STR_AND_HERE).at);
        Slice words = count ? world.pack.course[list[0]].name.in[0] : go_there();
        assert_true(leads_on(words));
    }
    arena_free(&arena);
    world_end();
}

static int kind_of(int course) {
    int certification = world.pack.course[course].certification;
    return certification < 0 ? CERTIFICATION_OTHER : world.pack.certification[certification].kind;
}

/* The first course that the page leads to; -1: none. */
static int first_led_to(void) {
    const Page *page = app_page(&world.app);
    const Node *first = NULL;
    int led = -1;
    for (int i = 0; i < page->shown_count; i++)
        for (int c = 0; c < world.pack.course_count; c++) {
            const Node *node = page->shown[i];
            bool above = !first || node->box.y < first->box.y ||
                         (node->box.y == first->box.y && node->box.x < first->box.x);
            Slice name = world.pack.course[c].name.in[0];
            if (page_can_act(node) && slice_has_prefix(page_label(page, node), name) && above) {
                first = node;
                led = c;
            }
        }
    return led;
}

/* What the first tab names and the list of courses begin with the same one: one with a diploma
   where there is one, and of the campus's own before what companies share. */
static void a_trade_is_learnt_in_its_own_course(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    Millis now = app_kiosk(&world.app).today;
    Arena arena = {0};
    for (int trade = 0; trade < world.pack.trade_count; trade++) {
        int *list, count = offers_of_trade(&world.pack, trade, now, &arena, &list);
        bool diploma = false;
        for (int i = 0; i < count; i++)
            diploma |= kind_of(list[i]) != CERTIFICATION_OTHER;
        if (!count)
            continue;
        assert_int_equal(kind_of(list[0]) != CERTIFICATION_OTHER, diploma);
        world_go(SCREEN_trade, trade);
        assert_true(world_says(world.pack.course[list[0]].name.in[0].at));
        world_tap_label(string_in(world.app.visit.settings.lang, STR_AND_HERE).at);
        assert_int_equal(first_led_to(), list[0]);
    }
    arena_free(&arena);
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_course_ends_at_a_desk),
                                       cmocka_unit_test(every_block_leads_on),
                                       cmocka_unit_test(every_trade_says_what_is_taught_here),
                                       cmocka_unit_test(a_trade_is_learnt_in_its_own_course)};
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
