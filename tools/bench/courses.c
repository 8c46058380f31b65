/* Times opening a pack of 2,000 courses and 10,000 sessions beside one of the demonstration, weighs
   both, and times the pages of its catalogue. usage: courses PACK DEMONSTRATION */
#include "app/app.h"
#include "app/bank.h"
#include "base/memory.h"
#include "platform/window/display.h"
#include "tools/bench/took.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { OPENINGS = 9, CHANGES = 400, SETTLED_MS = 500 };

static void fail(Error error) {
    fprintf(stderr, "%s\n", error.text);
    exit(1);
}

/* All that a kiosk does with a pack before it shows anything of it. */
static void open_once(const char *path, Arena *memory, Pack *pack, QuizBank *bank) {
    Error error;
    if (!pack_load(path, memory, pack, &error) || !bank_from(pack, bank, &error))
        fail(error);
    wayfinder_from(pack, NULL, memory);
}

static double opening_ms(const char *path, double *mb) {
    static double took[OPENINGS];
    static QuizBank bank;
    for (int i = 0; i < OPENINGS; i++) {
        Arena memory = {0};
        Pack pack;
        double since = ms_of(CLOCK_THREAD_CPUTIME_ID);
        open_once(path, &memory, &pack, &bank);
        took[i] = ms_of(CLOCK_THREAD_CPUTIME_ID) - since;
        *mb = (double)memory.used / (1 << 20);
        arena_free(&memory);
    }
    took_sort(took, OPENINGS);
    return took[OPENINGS / 2];
}

/* ---- the catalogue --------------------------------------------------------------------------- */

typedef struct BenchWalk {
    App *app;
    Display *display;
    Millis clock;
    uint32_t random;
} BenchWalk;

static uint32_t draw(uint32_t *state) {
    return *state = *state * 1664525u + 1013904223u;
}

static void touch(BenchWalk *walk, const Node *node) {
    Point at = {node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
    walk->clock += SETTLED_MS;
    app_time(walk->app, walk->clock, 600);
    app_touch(walk->app, (Touch){TOUCH_PRESS, at});
    app_touch(walk->app, (Touch){TOUCH_RELEASE, at});
}

/* A control of the page, drawn by lot: none of the frame, which leads away. */
static const Node *some_control(const Page *page, uint32_t *random) {
    for (int tries = 0; tries < 500; tries++) {
        const Node *node = page->shown[(draw(random) >> 8) % (uint32_t)page->shown_count];
        if (page_can_act(node) && node->action.token > 0)
            return node;
    }
    return NULL;
}

static const Node *control_called(const Page *page, const char *name) {
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) &&
            slice_find(page_label(page, page->shown[i]), slice_from(name)) >= 0)
            return page->shown[i];
    return NULL;
}

static void go(BenchWalk *walk, const char *name) {
    const Node *control = control_called(app_page(walk->app), name);
    if (!control)
        fail((Error){.text = "the way to the catalogue is another"});
    touch(walk, control);
}

static void into_catalogue(BenchWalk *walk) {
    walk->clock += 3600000;
    app_time(walk->app, walk->clock, 600);
    walk->clock += 3600000;
    app_time(walk->app, walk->clock, 600);
    go(walk, "Commencer");
    go(walk, "Se former");
}

static bool among_courses(const App *app) {
    return strcmp(app_screen_name(app), "catalogue") == 0 ||
           strcmp(app_screen_name(app), "course") == 0;
}

static void time_pages(BenchWalk *walk) {
    static double took[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
        if (!among_courses(walk->app))
            into_catalogue(walk);
        const Node *control = some_control(app_page(walk->app), &walk->random);
        double since = ms_of(CLOCK_THREAD_CPUTIME_ID);
        if (control)
            touch(walk, control);
        display_show(walk->display, app_page(walk->app), MOTION_NONE);
        took[i] = ms_of(CLOCK_THREAD_CPUTIME_ID) - since;
        if (getenv("PAGES"))
            fprintf(stderr, "%s %.2f\n", app_page(walk->app)->screen, took[i]);
    }
    took_sort(took, CHANGES);
    printf("courses_page_p50_ms %.2f\ncourses_page_p99_ms %.2f\n", took[CHANGES / 2],
           took[CHANGES * 99 / 100]);
}

int main(int argc, char **argv) {
    static Arena memory;
    static Pack pack;
    static QuizBank bank;
    static App app;
    Error error;
    double mb, demonstration_mb;
    if (argc < 3) {
        fprintf(stderr, "usage: courses PACK DEMONSTRATION\n");
        return 2;
    }
    memory_settle();
    double demonstration = opening_ms(argv[2], &demonstration_mb);
    printf("courses_open_more_ms %.1f\n", opening_ms(argv[1], &mb) - demonstration);
    printf("courses_memory_more_mb %.1f\n", mb - demonstration_mb);
    open_once(argv[1], &memory, &pack, &bank);
    Display *display = display_open((DisplaySpec){.pack = &pack}, &error);
    if (!display)
        fail(error);
    app_begin(&app, (AppSetup){.pack = &pack,
                               .bank = &bank,
                               .wayfinder = wayfinder_from(&pack, NULL, &memory),
                               .typeface = display_typeface(display),
                               .width = display_width(display),
                               .height = display_height(display),
                               .seed = 7});
    BenchWalk walk = {.app = &app, .display = display, .random = 7};
    time_pages(&walk);
    app_end(&app);
    display_close(display);
    return 0;
}
