/* The home page upright: its two windows are windows, and what happens next says what, when, where
   and how far, however large the words are and however low the hand. */
#include "map/directions_text.h"
#include "screens/common/events.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

enum { WINDOW_LEAST = 140 }; /* with a name of two lines; 107 once */

static void test_upright_all_pictures_can_be_seen(void **state) {
    (void)state;
    world_begin((Settings){0}, 1080, 1920);
    world_go(SCREEN_home, 0);
    const Page *page = app_page(&world.app);
    int drawings = 0, films = 0;
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        GraphicKind kind = node->graphic.kind;
        if (kind != GRAPHIC_DRAWING && kind != GRAPHIC_VIDEO)
            continue;
        if (node->box.h < WINDOW_LEAST)
            fail_msg("a picture is %d high: " SLICE_FMT, node->box.h, SLICE_ARG(node->spoken));
        (*(kind == GRAPHIC_VIDEO ? &films : &drawings))++;
    }
    assert_int_equal(films, 1);
    assert_int_equal(drawings, page->form.across * page->form.down + 1);
    world_end();
}

static const char *zero_terminated(Slice text) {
    static char words[256];
    assert_true(text.len > 0 && text.len < (int)sizeof words);
    memcpy(words, text.at, (size_t)text.len);
    words[text.len] = 0;
    return words;
}

static bool says(Slice words) {
    return world_says(zero_terminated(words));
}

/* "Dans 28 minutes", or the clock alone. */
static bool says_when(const Kiosk *k, const PlanEvent *event) {
    Arena arena = {0};
    Page page = {.arena = &arena, .settings = k->settings};
    bool said = says(event_soon(&page, k, event)) ||
                says(text_of_clock(event->from, k->settings.lang, &arena));
    arena_free(&arena);
    return said;
}

static void check_event(Settings settings, int width, int height) {
    world_begin(settings, width, height);
    world_go(SCREEN_home, 0);
    Kiosk k = app_kiosk(&world.app);
    int next = events_from(k.plan, k.today);
    assert_true(next < k.plan->event_count);
    const PlanEvent *event = &k.plan->event[next];
    Arena arena = {0};
    Slice away = string_in(settings.lang, STR_AWAY);
    assert_true(says(event->title.in[settings.lang]));
    assert_true(says(text_of_place(k.plan, event->space, settings.lang, &arena)));
    assert_true(says(slice_cut(away, 0, slice_find(away, LIT("#")))));
    assert_true(says_when(&k, event));
    arena_free(&arena);
    world_end();
}

static void test_what_happens_next_says_all_there_is_to_know(void **state) {
    (void)state;
    for (int step = 0; step < STEP_COUNT; step++)
        for (int seated = 0; seated < 2; seated++) {
            Settings settings = {.step = (TextStep)step, .seated = seated};
            check_event(settings, 1920, 1080);
            check_event(settings, 1080, 1920);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_upright_all_pictures_can_be_seen),
        cmocka_unit_test(test_what_happens_next_says_all_there_is_to_know),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
