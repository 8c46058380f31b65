/* What lies over a page, or stands in its place. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"

void sweep_drawer(View v, ScreenId below, ScreenId drawer) {
    sweep_begin(v);
    world_go(below, 0);
    world.app.visit.over = drawer;
    sweep_turning(v);
    world_end();
}

void sweep_uncounted(View v) {
    sweep_begin(v);
    world_go(SCREEN_home, 0);
    world.app.visit.over = SCREEN_counted;
    world.app.visit.uncounted = true;
    sweep_inspect(v);
    world_end();
}

void sweep_still_there(View v) {
    sweep_begin(v);
    world_go(SCREEN_home, 0);
    world_pass(61000);
    assert_string_equal(app_screen_name(&world.app), "still-there");
    sweep_inspect(v);
    world_end();
}

#define SCENES 5
#define SCENE_MS 20000
#define LIVELY_MS 240000

/* Some scenes while films play, and as many still pictures. */
void sweep_attract(View v) {
    sweep_begin(v);
    for (int scene = 0; scene < 2 * SCENES; scene++) {
        sweep_inspect(v);
        world_pass(scene == SCENES ? LIVELY_MS : SCENE_MS);
    }
    world_end();
}

/* Closed until a day that is far off, which is the longest to say. */
void sweep_closed_campus(View v) {
    static PlanHours opens = {
        .days = HOURS_DAYS, .from = 20270923, .to = 20270923, .opens_min = 825, .closes_min = 900};
    sweep_begin(v);
    world.app.setup.open = &opens;
    world.app.setup.open_count = 1;
    world.app.dirty = true;
    sweep_inspect(v);
    world_end();
}

/* What depends on the date, when it is not believed. */
void sweep_doubtful_clock(View v) {
    static const ScreenId SCREENS[] = {SCREEN_home,   SCREEN_desks,    SCREEN_desk,
                                       SCREEN_lab,    SCREEN_event,    SCREEN_course,
                                       SCREEN_places, SCREEN_catalogue};
    sweep_begin(v);
    app_clock(&world.app, world.app.setup.civil_shift, true);
    for (size_t i = 0; i < sizeof SCREENS / sizeof *SCREENS; i++) {
        world_go(SCREENS[i], 0);
        sweep_inspect(v);
    }
    world_end();
}

void sweep_calm_page(View v) {
    sweep_begin(v);
    world.app.setup.pack = NULL;
    world.app.visit.at = SCREEN_calm;
    world.app.dirty = true;
    sweep_inspect(v);
    world_end();
}
