/* Times the kiosk's own work from inside: changing pages, sliding, and its memory over many
 * touches. usage: inside PACK */
#include "app/app.h"
#include "app/bank.h"
#include "base/memory.h"
#include "platform/window/display.h"
#include "tools/bench/took.h"
#include "tools/bench/weighs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <SDL2/SDL.h>

#define CHANGES 600
#define SLIDES 40
#define FEW 1000
#define MANY 50000
#define WEIGHINGS 9 /* a few touches apart: what waits on the glass weighs more or less */

static uint32_t draw(uint32_t *state) {
    return *state = *state * 1664525u + 1013904223u;
}

/* A touch somewhere on a control of the page, now and then anywhere. */
static Point somewhere(const Page *page, uint32_t *random) {
    for (int tries = 0; tries < 50 && draw(random) >> 28; tries++) {
        const Node *node = page->shown[(draw(random) >> 8) % (uint32_t)page->shown_count];
        if (page_can_act(node) && node->action.token != DO_DONE)
            return (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
    }
    return (Point){(int)((draw(random) >> 8) % 1920), (int)((draw(random) >> 8) % 1080)};
}

typedef struct BenchWalk {
    App *app;
    Display *display;
    Millis clock;
    uint32_t random;
    bool visited;
} BenchWalk;

static void touch_once(BenchWalk *walk) {
    Point at = somewhere(app_page(walk->app), &walk->random);
    walk->clock += 500;
    app_time(walk->app, walk->clock, 600);
    app_touch(walk->app, (Touch){TOUCH_PRESS, at});
    app_touch(walk->app, (Touch){TOUCH_RELEASE, at});
}

/* CPU time of the main thread: a page is not to blame for what else a machine does. With PAGES in
   the environment each is told, to find those that are slow. */
static void time_pages(BenchWalk *walk) {
    static double took[CHANGES];
    display_show(walk->display, app_page(walk->app), MOTION_NONE); /* as before any visitor */
    for (int changes = 0; changes < CHANGES;) {
        touch_once(walk);
        double since = ms_of(CLOCK_THREAD_CPUTIME_ID);
        const Page *page = app_page(walk->app);
        double built = ms_of(CLOCK_THREAD_CPUTIME_ID);
        Motion motion = app_take_motion(walk->app);
        display_show(walk->display, page, MOTION_NONE);
        if (motion != MOTION_NONE) {
            took[changes] = ms_of(CLOCK_THREAD_CPUTIME_ID) - since;
            if (getenv("PAGES"))
                fprintf(stderr, "%s %.2f built %.2f lang %d step %d\n", page->screen, took[changes],
                        built - since, page->settings.lang, (int)page->settings.step);
            changes++;
        }
        SDL_Delay(2); /* pictures are decoded beside us meanwhile, as between two touches */
    }
    took_sort(took, CHANGES);
    printf("page_change_p50_ms %.2f\n", took[CHANGES / 2]);
    printf("page_change_p99_ms %.2f\n", took[CHANGES * 99 / 100]);
}

static void time_slides(BenchWalk *walk) {
    double longest = 0;
    int frames = 0, slides = 0;
    while (slides < SLIDES) {
        touch_once(walk);
        Motion motion = app_take_motion(walk->app);
        if (motion == MOTION_NONE)
            continue;
        display_show(walk->display, app_page(walk->app), motion);
        DisplaySlide slide = display_last_slide(walk->display);
        frames += slide.frames;
        longest = slide.longest_gap_ms > longest ? slide.longest_gap_ms : longest;
        slides++;
    }
    printf("slide_frames_per_s %.1f\n", (double)frames / slides / (MOTION_SLIDE_MS / 1000.0));
    printf("slide_longest_gap_ms %.2f\n", longest);
}

/* As the kiosk's own loop does it: the page, and what has come meanwhile. */
static void show(BenchWalk *walk) {
    bool visited = walk->visited;
    walk->visited = walk->app->visit.begun;
    if (visited && !walk->visited)
        display_rest(walk->display);
    display_show(walk->display, app_page(walk->app), MOTION_NONE);
    while (display_wait(walk->display, 0).kind != INPUT_NONE)
        ;
}

/* What is held when the visitor has gone: while a page stands its pictures weigh as much as they
 * are large. */
static long weigh_at_rest(BenchWalk *walk) {
    for (int i = 0; i < 3; i++) { /* asked whether somebody is there, then not */
        walk->clock += 600000;
        app_time(walk->app, walk->clock, 600);
        show(walk);
    }
    for (int i = 0; i < 20; i++) { /* the pictures of the page that waits are decoded */
        SDL_Delay(20);
        show(walk);
    }
    return weighs_kb("Pss:");
}

static void touch_many(BenchWalk *walk, int count) {
    for (int i = 0; i < count; i++) {
        touch_once(walk);
        show(walk);
    }
}

static double median_at_rest(BenchWalk *walk) {
    double mb[WEIGHINGS];
    for (int i = 0; i < WEIGHINGS; i++) {
        touch_many(walk, 20);
        mb[i] = (double)weigh_at_rest(walk) / 1024.0;
    }
    took_sort(mb, WEIGHINGS);
    return mb[WEIGHINGS / 2];
}

static void weigh_touches(BenchWalk *walk) {
    touch_many(walk, FEW);
    printf("memory_walk_mb %.2f\n", (double)weighs_kb("Pss:") / 1024.0);
    double few = median_at_rest(walk);
    printf("memory_rest_mb %.2f\n", few);
    touch_many(walk, MANY);
    printf("memory_growth_mb %.2f\n", median_at_rest(walk) - few);
}

int main(int argc, char **argv) {
    static Arena memory;
    static Pack pack;
    static QuizBank bank;
    static App app;
    Error error;
    memory_settle();
    if (argc < 2 || !pack_load(argv[1], &memory, &pack, &error) ||
        !bank_from(&pack, &bank, &error)) {
        fprintf(stderr, "%s\n", argc < 2 ? "usage: inside PACK" : error.text);
        return 2;
    }
    Chunks *chunks = chunks_open(argv[1], &pack, &error);
    Display *display = display_open((DisplaySpec){.pack = &pack, .chunks = chunks}, &error);
    if (!display) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    app_begin(&app, (AppSetup){.pack = &pack,
                               .bank = &bank,
                               .wayfinder = wayfinder_from(&pack, NULL, &memory),
                               .typeface = display_typeface(display),
                               .width = display_width(display),
                               .height = display_height(display),
                               .seed = 7});
    BenchWalk walk = {.app = &app, .display = display, .random = 7};
    time_pages(&walk);
    time_slides(&walk);
    weigh_touches(&walk);
    app_end(&app);
    display_close(display);
    chunks_close(chunks);
    return 0;
}
