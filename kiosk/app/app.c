#include "app/app_parts.h"

#include "app/focus.h"

#include <string.h>

bool app_is_calm(const App *app) {
    return !app->setup.pack;
}

static ScreenId first_screen(const App *app) {
    if (app->setup.sets_up)
        return SCREEN_setup;
    return app_is_calm(app) ? SCREEN_calm : SCREEN_attract;
}

Millis app_local_time(const App *app) {
    return app->setup.civil_shift + app->now;
}

/* A clock that is not believed does not say who is there. */
HoursNow app_opening(const App *app) {
    const AppSetup *s = &app->setup;
    return s->doubtful ? (HoursNow){0} : hours_of_rows(s->open, s->open_count, app_local_time(app));
}

Kiosk app_kiosk(const App *app) {
    return (Kiosk){
        .pack = app->setup.pack,
        .bank = app->setup.bank,
        .settings = app->visit.settings,
        .now = app->now,
        .minute_of_day = app->setup.doubtful ? CLOCK_DOUBTFUL : app->minute_of_day,
        .seed = app->visit.seed,
        .plan = app->setup.wayfinder.plan,
        .router = app->setup.wayfinder.router,
        .search = app->setup.wayfinder.search,
        .here = app->setup.wayfinder.here,
        .today = app_local_time(app) / CIVIL_MINUTE * CIVIL_MINUTE,
        .doubtful = app->setup.doubtful,
        .opening = app_opening(app),
        .uncounted = app->visit.uncounted,
        .calibrates = app->setup.calibrates,
        .staff = app->setup.staff.view ? app->setup.staff.view(app->setup.staff.self) : NULL,
        .setup = app->setup.setup.view ? app->setup.setup.view(app->setup.setup.self) : NULL,
        .video = app->video,
        .personal = screen_get(app->visit.at)->personal,
        .print = app_print_view(app),
    };
}

/* ---- what is dropped on the way to another page ---------------------------------------------- */

void app_begin_guard(App *app) {
    app->visit.pressed = app->visit.beside = (Press){0};
    app->explore = (Explore){0}; /* two touches mean one thing on one page */
    guard_begin(&app->guard, app->visit.settings.steady, app->now);
}

void app_seen(App *app, Millis when) {
    guard_seen(&app->guard, app->visit.settings.steady, when);
}

Millis app_deaf_for(const App *app) {
    return app->guard.until > app->now ? app->guard.until - app->now : 0;
}

/* ---- the visit ------------------------------------------------------------------------------- */

/* Does it tell what was opened? */
static bool names_page(FactKind kind) {
    switch (kind) {
    case FACT_TRADE_OPEN:
    case FACT_TOPIC_OPEN:
    case FACT_PLACE_SOUGHT:
    case FACT_COURSE_OPEN:
    case FACT_LAB_OPEN:
    case FACT_DESK_SOUGHT:
    case FACT_VIDEO_WATCH:
        return true;
    default:
        return false;
    }
}

void app_note(App *app, Fact fact) {
    bool told = !app->visit.uncounted && !(app->visit.untold && names_page(fact.kind));
    if (app->setup.sink.note && told)
        app->setup.sink.note(app->setup.sink.self, fact);
}

void app_enter(App *app, ScreenId screen, int arg) {
    Kiosk k = app_kiosk(app);
    if (screen_get(screen)->enter)
        screen_get(screen)->enter(visit_state(&app->visit, screen), &k, arg);
}

void app_begin_waiting(App *app) {
    visit_reset(&app->visit, app->setup.initial, first_screen(app),
                app->setup.seed + app->visits++);
    app->visit.touched = app->now;
    app->visit.uncounted = app->setup.sets_up;
    app->gesture.on = false;
    app_begin_voice(app);
    app_enter(app, app->visit.at, 0);
    app->dirty = true;
}

void app_begin_visit(App *app) {
    if (app->visit.begun)
        return;
    app->visit.begun = true;
    app_note(app, (Fact){FACT_VISIT_START, 0});
    app_look_for_printer(app);
}

void app_ask_setup(App *app, SetupAsk ask, const SetupAnswers *answers) {
    if (app->setup.setup.ask)
        app->setup.setup.ask(app->setup.setup.self, ask, answers);
}

/* The one way out of a visit: its facts are folded, then everything it touched is zero again. */
void app_end_visit(App *app, EndReason reason) {
    if (app->visit.begun) {
        app_note(app, (Fact){FACT_VISIT_END, reason});
        if (app->setup.sink.ended)
            app->setup.sink.ended(app->setup.sink.self, reason, app->visit.settings,
                                  !app->visit.uncounted);
    }
    if (app->setup.staff.ask)
        app->setup.staff.ask(app->setup.staff.self, ASK_SHUT, 0, (Slice){0});
    app_ask_setup(app, SETUP_LEAVE, NULL);
    app_forget_printed(app);
    search_forget(app->setup.wayfinder.search);
    app_begin_waiting(app);
    app_begin_guard(app);
    app->motion = MOTION_BACK;
    app->ignore_touch = true;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* A picture does not give way under the finger. */
static void mark_pressed(Page *page, Press press) {
    Node *node = press.action.token ? page_node_doing(page, press.action) : NULL;
    if (node && node->role != ROLE_IMAGE && node->role != ROLE_BOX)
        node->pressed = true;
}

static void mark(App *app, Page *page) {
    mark_pressed(page, app->visit.pressed);
    mark_pressed(page, app->visit.beside);
    app->visit.focus = focus_wished(page, app->visit.focus_wish, app->visit.focus);
    app->visit.focus_wish = (Action){0};
    Node *focus = app->visit.by_keys ? focus_node(page, app->visit.focus) : NULL;
    if (focus)
        focus->focused = true;
}

static void build_with(App *app, int next, SpeechStrip strip) {
    Page *page = &app->page[next];
    arena_reset(&app->frame[next]);
    page_begin(page, &app->frame[next], &app->setup.typeface, app->visit.settings, app->setup.width,
               app->setup.height);
    page->strip = strip;
    Kiosk k = app_kiosk(app);
    k.seconds_left = app_idle(app).seconds_left;
    const Screen *screen = screen_get(app->visit.at);
    page->screen = screen->name;
    screen->view(visit_state(&app->visit, app->visit.at), &k, page);
    if (app->visit.over) {
        const Screen *over = screen_get(app->visit.over);
        page->screen = over->name;
        over->view(visit_state(&app->visit, app->visit.over), &k, page);
    }
    page_layout(page);
}

static void build(App *app) {
    int next = 1 - app->shown;
    Page *page = &app->page[next];
    build_with(app, next, STRIP_FULL);
    for (int strip = STRIP_LOW; app_listens(app) && !page_fits(page) && strip <= STRIP_IN_BAR;
         strip++)
        build_with(app, next, (SpeechStrip)strip);
    app_read(app, page, &app->sentences[next]);
    mark(app, page);
    app->shown = next;
    app->dirty = false;
}

const Page *app_page(App *app) {
    if (app->dirty && app_would_tell_others(app))
        app_cover(app, SCREEN_aloud, (Action){0});
    if (app->dirty)
        build(app);
    return &app->page[app->shown];
}

Motion app_take_motion(App *app) {
    Motion motion = app->motion;
    app->motion = MOTION_NONE;
    return motion;
}

const char *app_screen_name(const App *app) {
    return screen_get(app->visit.over ? app->visit.over : app->visit.at)->name;
}

/* ---- beginning and end ----------------------------------------------------------------------- */

void app_begin(App *app, AppSetup setup) {
    memset(app, 0, sizeof *app);
    app->setup = setup;
    app->now = setup.now;
    app->visit.arena.locked = true;
    reader_begin(&app->reader);
    app_begin_waiting(app);
}

void app_resize(App *app, int width, int height) {
    app->setup.width = width;
    app->setup.height = height;
    app->dirty = true;
}

void app_end(App *app) {
    app_end_visit(app, END_IDLE);
    arena_free(&app->visit.arena);
    reader_end(&app->reader);
    arena_free(&app->frame[0]);
    arena_free(&app->frame[1]);
}
