#include "support/world.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALF_PAST_TWO (14 * 60 + 30)

const char *world_build(void) {
    const char *build = getenv("AZIMUT_BUILD");
    return build ? build : "build";
}

World world;

int world_dimensions(void) {
    return pack_dimensions(&world.pack);
}

int world_setup(void **state) {
    (void)state;
    char path[512];
    Error error;
    const char *other = getenv("SWEEP_PACK");
    snprintf(path, sizeof path, "%s/campus.pack", world_build());
    if (other)
        snprintf(path, sizeof path, "%s", other);
    if (!pack_load(path, &world.memory, &world.pack, &error) ||
        !bank_from(&world.pack, &world.bank, &error))
        fail_msg("%s", error.text);
    world.wayfinder = wayfinder_from(&world.pack, NULL, &world.memory);
    world.fonts = fonts_open(&error);
    if (!world.fonts)
        fail_msg("%s", error.text);
    return 0;
}

int world_teardown(void **state) {
    (void)state;
    fonts_close(world.fonts);
    arena_free(&world.memory);
    return 0;
}

static void note(void *self, Fact fact) {
    (void)self;
    world.facts[fact.kind]++;
}

static void ended(void *self, EndReason reason, Settings settings, bool counted) {
    (void)self, (void)settings;
    world.ended++;
    world.counted += counted;
    world.last_end = reason;
}

/* The day on which the content was last edited. */
static Millis world_day(void) {
    char dated[16];
    Millis day = 0;
    snprintf(dated, sizeof dated, SLICE_FMT, SLICE_ARG(world.pack.campus.dated));
    civil_parse(dated, &day);
    return day;
}

void world_begin(Settings settings, int width, int height) {
    memset(world.facts, 0, sizeof world.facts);
    world.ended = world.counted = 0;
    app_begin(&world.app, (AppSetup){.pack = &world.pack,
                                     .bank = &world.bank,
                                     .wayfinder = world.wayfinder,
                                     .typeface = fonts_typeface(world.fonts),
                                     .initial = settings,
                                     .width = width,
                                     .height = height,
                                     .seed = 7,
                                     .civil_shift = world_day(),
                                     .sink = {.note = note, .ended = ended},
                                     .speaks = world.speaks,
                                     .staff = world.staff});
    app_time(&world.app, 0, HALF_PAST_TWO);
}

void world_end(void) {
    app_end(&world.app);
}

void world_go(ScreenId screen, int arg) {
    App *app = &world.app;
    Kiosk k = app_kiosk(app);
    app->visit.at = SCREEN_home;
    app->visit.depth = 0;
    visit_remember(&app->visit);
    app->visit.at = screen;
    app->visit.over = SCREEN_NONE;
    app->visit.begun = true;
    if (screen_get(screen)->enter)
        screen_get(screen)->enter(visit_state(&app->visit, screen), &k, arg);
    app->dirty = true;
}

void world_pass(Millis ms) {
    App *app = &world.app;
    for (Millis until = app->now + ms;;) {
        app_page(app);
        Millis due = app_wake_at(app);
        bool last = !due || due > until;
        app_time(app, last ? until : due > app->now ? due : app->now + 1, HALF_PAST_TWO);
        if (last)
            return;
    }
}

void world_look(void) {
    Millis deaf = app_deaf_for(&world.app);
    if (deaf)
        world_pass(deaf);
}

void world_tap(const Node *node) {
    Point middle = {node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
    world_look();
    app_touch(&world.app, (Touch){TOUCH_PRESS, middle});
    app_page(&world.app);
    app_touch(&world.app, (Touch){TOUCH_RELEASE, middle});
}

const Node *world_find(const char *label) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && slice_is(page_label(page, page->shown[i]), label))
            return page->shown[i];
    fail_msg("nothing to touch is called \"%s\"", label);
    return NULL;
}

bool world_find_chosen(const char *label) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->selected && slice_is(page_label(page, page->shown[i]), label))
            return true;
    return false;
}

void world_tap_label(const char *label) {
    world_tap(world_find(label));
}

const Node *world_next_page(void) {
    const Page *page = app_page(&world.app);
    const Node *next = NULL;
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->turns && page->shown[i]->turn == 1)
            next = page->shown[i];
    return next;
}

void world_tap_each(const char *digits) {
    for (const char *d = digits; *d; d++)
        world_tap_label((char[2]){*d, 0});
}

bool world_says(const char *words) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_find(page->shown[i]->text, slice_from(words)) >= 0)
            return true;
    return false;
}

int world_setup_begun(void **state) {
    int status = world_setup(state);
    world_begin((Settings){0}, 1920, 1080);
    return status;
}

int world_teardown_begun(void **state) {
    world_end();
    return world_teardown(state);
}

const char *world_screen(void) {
    app_page(&world.app);
    return app_screen_name(&world.app);
}

void world_press(Point at) {
    world_look();
    app_touch(&world.app, (Touch){TOUCH_PRESS, at});
    app_page(&world.app);
}

void world_release(Point at) {
    app_touch(&world.app, (Touch){TOUCH_RELEASE, at});
}

int world_visit_begins(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    return 0;
}

int world_visit_ends(void **state) {
    (void)state;
    world_end();
    return 0;
}
