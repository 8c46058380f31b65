/* Times the map on the software renderer at 1920x1080 while it is panned, zoomed and turned, with
   and without names to place; and the whole answer to a touch on a place. usage: map PACK */
#include "app/app.h"
#include "tools/bench/big_plan.h"
#include "map/view.h"
#include "platform/window/display.h"
#include "tools/bench/took.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define FRAMES 360
#define TOUCHES 60

/* A third of the frames pan, a third zoom, a third turn, as fingers would. */
static MapPose pose_of(int frame) {
    int third = FRAMES / 3;
    double t = (double)(frame % third) / third;
    if (frame < third)
        return (MapPose){.east_mm = 20000 * sin(t * 6.3), .north_mm = 9000 * cos(t * 6.3)};
    return frame < 2 * third ? (MapPose){.closer = 2.5 * t} : (MapPose){.turned_deg = 360 * t};
}

static void time_frames(Display *display, const Plan *plan, const char *name) {
    static double took[FRAMES];
    static Arena arena;
    Typeface typeface = display_typeface(display);
    for (int i = 0; i < FRAMES; i++) {
        Page page;
        arena_reset(&arena);
        page_begin(&page, &arena, &typeface, (Settings){0}, 1920, 1080);
        MapView view = {.plan = plan,
                        .kiosk = 0,
                        .chosen = PLAN_NONE,
                        .frame = plan->box,
                        .pose = pose_of(i),
                        .moving = true,
                        .here = LIT("Vous êtes ici")};
        double begun = ms_of(CLOCK_PROCESS_CPUTIME_ID);
        page_add(
            &page, page.root,
            (Node){.role = ROLE_IMAGE, .graphic = {GRAPHIC_MAP, .map = &view}, .fill = PAINT_BG});
        page_layout(&page);
        display_show(display, &page, MOTION_NONE);
        took[i] = ms_of(CLOCK_PROCESS_CPUTIME_ID) - begun;
    }
    took_sort(took, FRAMES);
    printf("map_%s_p50_ms %.2f\n", name, took[FRAMES / 2]);
    printf("map_%s_p99_ms %.2f\n", name, took[FRAMES * 99 / 100]);
}

/* From the finger that leaves a place on the map to the page with the way on it. */
static void time_touches(Display *display, const Pack *pack, Wayfinder wayfinder) {
    static App app;
    static double took[TOUCHES];
    app_begin(&app, (AppSetup){.pack = pack,
                               .wayfinder = wayfinder,
                               .typeface = display_typeface(display),
                               .width = 1920,
                               .height = 1080,
                               .seed = 7,
                               .civil_shift = (Millis)1600000000000});
    int count = 0;
    for (int space = 0; space < pack->plan.space_count && count < TOUCHES; space++) {
        if (!pack->plan.space[space].place)
            continue;
        Kiosk k = app_kiosk(&app);
        app.visit.at = SCREEN_map;
        screen_get(SCREEN_map)->enter(visit_state(&app.visit, SCREEN_map), &k, 0);
        app.dirty = true;
        display_show(display, app_page(&app), MOTION_NONE);
        double begun = ms_of(CLOCK_PROCESS_CPUTIME_ID);
        screen_get(SCREEN_map)->enter(visit_state(&app.visit, SCREEN_map), &k, space + 1);
        app.dirty = true;
        display_show(display, app_page(&app), MOTION_NONE);
        took[count++] = ms_of(CLOCK_PROCESS_CPUTIME_ID) - begun;
    }
    took_sort(took, count);
    printf("touch_to_way_p99_ms %.2f\n", took[count * 99 / 100]);
    app_end(&app);
}

int main(int argc, char **argv) {
    static Arena memory;
    static Pack pack;
    Error error;
    if (argc < 2 || !pack_load(argv[1], &memory, &pack, &error)) {
        fprintf(stderr, "%s\n", argc < 2 ? "usage: map PACK" : error.text);
        return 2;
    }
    Display *display = display_open(
        (DisplaySpec){.width = 1920, .height = 1080, .headless = true, .pack = &pack}, &error);
    if (!display) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    Plan few = big_plan(300, 1, &memory), many = big_plan(5000, 1, &memory);
    time_frames(display, &few, "300");
    time_frames(display, &many, "5000");
    time_touches(display, &pack, wayfinder_from(&pack, NULL, &memory));
    display_close(display);
    return 0;
}
