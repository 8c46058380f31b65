/* Every screen beside the strip that leads the voice: nothing overflows or is crowded, and the
   strip gives way where a page needs the room. */
#include "support/test.h"
#include "support/world.h"
#include "app/app_parts.h"
#include "ui/inspect.h"

#include <stdio.h>

static int findings;

static void inspect(const char *seen_as) {
    const Page *page = app_page(&world.app);
    Findings found = page_inspect(page);
    for (int i = 0; i < found.count; i++) {
        if (slice_find(found.finding[i].text, LIT(": left out, and")) >= 0)
            continue; /* beside the strip a page may leave out what merely adds something */
        print_message("%s (%s, strip %d): " SLICE_FMT "\n", page->screen, seen_as, (int)page->strip,
                      SLICE_ARG(found.finding[i].text));
        findings++;
    }
}

/* Those that one comes to without having chosen anything; with two languages nobody comes to the
   page of all. */
static bool stands_alone(ScreenId screen) {
    switch (screen) {
    case SCREEN_attract:
    case SCREEN_asleep:
    case SCREEN_languages:
    case SCREEN_result:
    case SCREEN_accessibility:
    case SCREEN_counted:
        return false;
    default:
        return screen < SCREEN_staff;
    }
}

static void every_screen(Settings settings, bool tall, const char *seen_as) {
    for (ScreenId screen = SCREEN_NONE + 1; screen < SCREEN_COUNT; screen++) {
        if (!stands_alone(screen))
            continue;
        world.speaks = true;
        settings.voice.state = VOICE_ON;
        world_begin(settings, tall ? 1080 : 1920, tall ? 1920 : 1080);
        app_begin_visit(&world.app);
        world_go(screen, 0);
        assert_true(app_listens(&world.app));
        inspect(seen_as);
        world_end();
    }
}

static void test_usual(void **state) {
    (void)state;
    every_screen((Settings){0}, false, "landscape");
    every_screen((Settings){0}, true, "portrait");
    assert_int_equal(findings, 0);
}

static void test_enlarged(void **state) {
    (void)state;
    every_screen((Settings){.step = STEP_LARGE}, false, "landscape x1.25");
    every_screen((Settings){.step = STEP_LARGER}, true, "portrait x1.5");
    assert_int_equal(findings, 0);
}

static void test_seated(void **state) {
    (void)state;
    every_screen((Settings){.seated = true}, true, "portrait seated");
    every_screen((Settings){.seated = true, .lang = 1}, false, "landscape seated en");
    assert_int_equal(findings, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_usual),
        cmocka_unit_test(test_enlarged),
        cmocka_unit_test(test_seated),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
