#include "app/app_parts.h"

#include "app/focus.h"
#include "screens/common/common.h"

#include <string.h>

bool app_is_calm(const App *app) {
    return !app->setup.pack;
}

static ScreenId first_screen(const App *app) {
    if (app->setup.sets_up)
        return SCREEN_setup;
    return app_is_calm(app) ? SCREEN_calm : SCREEN_attract;
}

static Millis local_time(const App *app) {
    return app->setup.civil_shift + app->now;
}

/* A clock that is not believed does not say who is there. */
static HoursNow opening(const App *app) {
    const AppSetup *s = &app->setup;
    return s->doubtful ? (HoursNow){0} : hours_of_rows(s->open, s->open_count, local_time(app));
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
        .today = local_time(app) / CIVIL_MINUTE * CIVIL_MINUTE,
        .doubtful = app->setup.doubtful,
        .opening = opening(app),
        .uncounted = app->visit.uncounted,
        .calibrates = app->setup.calibrates,
        .staff = app->setup.staff.view ? app->setup.staff.view(app->setup.staff.self) : NULL,
        .setup = app->setup.setup.view ? app->setup.setup.view(app->setup.setup.self) : NULL,
        .video = app->video,
    };
}

/* ---- what is dropped on the way to another page ---------------------------------------------- */

static void begin_guard(App *app) {
    app->visit.pressed = app->visit.beside = (Press){0};
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

static void note(App *app, Fact fact) {
    bool told = !app->visit.uncounted && !(app->visit.untold && names_page(fact.kind));
    if (app->setup.sink.note && told)
        app->setup.sink.note(app->setup.sink.self, fact);
}

static void enter(App *app, ScreenId screen, int arg) {
    Kiosk k = app_kiosk(app);
    if (screen_get(screen)->enter)
        screen_get(screen)->enter(visit_state(&app->visit, screen), &k, arg);
}

static void begin_waiting(App *app) {
    visit_reset(&app->visit, app->setup.initial, first_screen(app),
                app->setup.seed + app->visits++);
    app->visit.touched = app->now;
    app->visit.uncounted = app->setup.sets_up;
    app->gesture.on = false;
    app_begin_voice(app);
    enter(app, app->visit.at, 0);
    app->dirty = true;
}

void app_begin_visit(App *app) {
    if (app->visit.begun)
        return;
    app->visit.begun = true;
    note(app, (Fact){FACT_VISIT_START, 0});
}

static void ask_setup(App *app, SetupAsk ask, const SetupAnswers *answers) {
    if (app->setup.setup.ask)
        app->setup.setup.ask(app->setup.setup.self, ask, answers);
}

/* The one way out of a visit: its facts are folded, then everything it touched is zero again. */
static void end_visit(App *app, EndReason reason) {
    if (app->visit.begun) {
        note(app, (Fact){FACT_VISIT_END, reason});
        if (app->setup.sink.ended)
            app->setup.sink.ended(app->setup.sink.self, reason, app->visit.settings,
                                  !app->visit.uncounted);
    }
    if (app->setup.staff.ask)
        app->setup.staff.ask(app->setup.staff.self, ASK_SHUT, 0, (Slice){0});
    ask_setup(app, SETUP_LEAVE, NULL);
    begin_waiting(app);
    begin_guard(app);
    app->motion = MOTION_BACK;
    app->ignore_touch = true;
}

/* ---- steps ----------------------------------------------------------------------------------- */

/* A page from which nothing is counted stands for all that comes after it. */
static void tell_again_from_home(Visit *visit) {
    visit->untold |= screen_get(visit->at)->untold;
    visit->untold &= visit->at != SCREEN_home;
}

static void turn_to(App *app, Motion motion) {
    tell_again_from_home(&app->visit);
    app->visit.over = SCREEN_NONE;
    app->visit.focus = 0;
    app->visit.focus_wish = (Action){0};
    app->motion = app->visit.settings.still ? MOTION_NONE : motion;
    app->ignore_touch = true;
    app->dirty = true;
    app_speak(app, SPEAK_PAGE);
    begin_guard(app);
}

void app_go_to(App *app, ScreenId screen, int arg) {
    if (app->visit.at != SCREEN_attract)
        visit_remember(&app->visit);
    app->visit.at = screen;
    app->visit.arg = arg;
    enter(app, screen, arg);
    turn_to(app, MOTION_FORWARD);
    if (screen_get(screen)->chord)
        app_chord(app);
}

static void go_home(App *app) {
    app->visit.depth = app->visit.arg = 0;
    app->visit.at = SCREEN_home;
    enter(app, SCREEN_home, 0);
    turn_to(app, MOTION_BACK);
}

static void go_back(App *app) {
    const Screen *screen = screen_get(app->visit.at);
    Kiosk k = app_kiosk(app);
    if (screen->back && screen->back(visit_state(&app->visit, app->visit.at), &k)) {
        app->dirty = true;
        app_speak(app, SPEAK_PAGE);
        begin_guard(app);
        return;
    }
    if (!visit_return(&app->visit)) {
        go_home(app);
        return;
    }
    turn_to(app, MOTION_BACK);
}

void app_take_step(App *app, Step step) {
    if (step.sets)
        app->visit.settings = step.settings;
    for (int i = 0; i < STEP_FACTS && step.fact[i].kind; i++)
        note(app, step.fact[i]);
    if (step.turns) {
        app_speak(app, SPEAK_PAGE);
        begin_guard(app);
    }
    if (step.ask && app->setup.staff.ask)
        app->setup.staff.ask(app->setup.staff.self, step.ask, step.ask_arg, step.ask_text);
    if (step.set_up)
        ask_setup(app, step.set_up, step.answers);
    app->setup.sets_up &= step.set_up != SETUP_LEAVE;
    if (step.ends)
        end_visit(app, END_DONE);
    else if (step.go == GO_BACK)
        go_back(app);
    else if (step.go != GO_STAY)
        app_go_to(app, (ScreenId)step.go, step.arg);
    app->dirty = true;
}

void app_open(App *app, Target target) {
    Kiosk k = app_kiosk(app);
    app_begin_visit(app);
    go_home(app);
    app_take_step(app, common_open(&k, target));
}

/* `by`: the control that asked for it; none when the kiosk itself asks. A question over a drawer
   keeps the drawer's. */
static void cover_with(App *app, ScreenId screen, Action by) {
    if (!app->visit.over)
        app->visit.below = (Below){by, app->visit.focus};
    app->visit.over = screen;
    app->visit.focus = 0;
    enter(app, screen, 0);
    app->ignore_touch = true;
    app->dirty = true;
    app_speak(app, SPEAK_PAGE);
    begin_guard(app);
}

void app_uncover(App *app) {
    if (app->visit.over == SCREEN_aloud)
        app_answer_aloud(app);
    app->visit.over = SCREEN_NONE;
    app->visit.focus = app->visit.by_keys ? app->visit.below.focus : 0;
    app->visit.focus_wish = app->visit.by_keys ? app->visit.below.by : (Action){0};
    app->dirty = true;
    app_speak(app, SPEAK_TITLE);
    begin_guard(app);
}

/* Asked for again where one looks for things already, the field is empty. */
static void search(App *app) {
    if (app->visit.at != SCREEN_find) {
        app_go_to(app, SCREEN_find, 0);
        return;
    }
    enter(app, SCREEN_find, 0);
    app->dirty = true;
}

/* Actions that mean the same on every screen. */
static void take_frame_action(App *app, Action action) {
    switch (action.token) {
    case DO_WAKE:
        app_go_to(app, SCREEN_home, 0);
        break;
    case DO_BACK:
        go_back(app);
        break;
    case DO_HOME:
        go_home(app);
        break;
    case DO_SEARCH:
        search(app);
        break;
    case DO_LANG:
        app->visit.settings.lang = (Lang)action.arg;
        app->dirty = true;
        app_speak(app, SPEAK_PAGE);
        break;
    case DO_LANGUAGES:
        if (app->visit.at == SCREEN_languages)
            go_back(app);
        else
            app_go_to(app, SCREEN_languages, 0);
        break;
    case DO_ACCESSIBILITY:
        cover_with(app, SCREEN_accessibility, action);
        break;
    case DO_COUNTED:
        cover_with(app, SCREEN_counted, action);
        break;
    case DO_UNCOUNT:
    case DO_COUNT:
        app->visit.uncounted = action.token == DO_UNCOUNT;
        app->dirty = true;
        break;
    case DO_CLOSE:
    case DO_STAY:
        app_uncover(app);
        break;
    case DO_DONE:
        end_visit(app, END_DONE);
        break;
    default:
        app_take_speech_action(app, action);
        break;
    }
}

void app_take_action(App *app, Action action) {
    app_begin_visit(app);
    if (action.token < 0) {
        take_frame_action(app, action);
        return;
    }
    app_speak(app, SPEAK_NEWS);
    ScreenId screen = app->visit.over ? app->visit.over : app->visit.at;
    Kiosk k = app_kiosk(app);
    app_take_step(app, screen_get(screen)->act(visit_state(&app->visit, screen), &k, action));
}

/* ---- time ------------------------------------------------------------------------------------ */

/* A film that plays by itself on another page, silent, says nothing of who is there. */
static bool watches_film(const App *app) {
    return app->visit.at == SCREEN_player && video_plays(app->video);
}

static Idle idle_now(const App *app) {
    const Visit *visit = &app->visit;
    bool watches = watches_film(app) && !visit->over; /* nobody is hurried away from a video */
    bool waits = visit->begun && !watches && !app->setup.sets_up && !app->setup.unhurried;
    Wait wait = waits ? screen_get(visit->at)->wait : WAIT_NEVER;
    return idle_at(wait, visit->settings.patient, visit->touched, app->now);
}

static void ask_whether_still_there(App *app) {
    cover_with(app, SCREEN_still_there, (Action){0});
    app->seconds_told = 0;
    app_ring(app);
}

static void check_idle(App *app) {
    Idle idle = idle_now(app);
    if (idle.over)
        end_visit(app, app->visit.at == SCREEN_home ? END_HOME : END_IDLE);
    else if (idle.asks && app->visit.over != SCREEN_still_there)
        ask_whether_still_there(app);
    else if (idle.asks) {
        app->dirty = true; /* the countdown moves on */
        app_count_down(app, idle.seconds_left);
    }
}

/* ---- the night ------------------------------------------------------------------------------- */

bool app_is_asleep(const App *app) {
    return app->visit.at == SCREEN_asleep;
}

void app_wake(App *app) {
    begin_waiting(app);
    begin_guard(app);
    app->ignore_touch = true;
}

static Night night_now(const App *app) {
    return night_at(opening(app), app->visit.begun, app->setup.civil_shift + app->visit.touched,
                    local_time(app));
}

static void check_night(App *app) {
    bool asleep = night_now(app).asleep;
    if (asleep == app_is_asleep(app))
        return;
    if (!asleep) {
        app_wake(app);
        return;
    }
    app->visit.at = SCREEN_asleep;
    app->dirty = true;
}

static void tick(App *app) {
    app->dirty = true;
    const Screen *screen = screen_get(app->visit.at);
    if (!screen->tick)
        return;
    Kiosk k = app_kiosk(app);
    app_take_step(app, screen->tick(visit_state(&app->visit, app->visit.at), &k));
}

static void check_page(App *app) {
    Millis wake_at = app->page[app->shown].wake_at;
    if (!app->dirty && wake_at && app->now >= wake_at)
        tick(app);
}

void app_video(App *app, VideoReport video) {
    VideoReport was = app->video;
    app->video = video;
    if (watches_film(app) && app->visit.begun)
        app->visit.touched = app->now; /* the waiting begins when the clip has ended */
    bool other = video.clip != was.clip || video.seek_id != was.seek_id ||
                 video.status != was.status || video.paused != was.paused;
    Millis wake = app->page[app->shown].video_wake;
    if (!app->dirty && (other || (wake && video.at >= wake)))
        tick(app);
}

void app_now(App *app, Millis now) {
    if (now > app->now)
        app->now = now;
}

void app_clock(App *app, Millis civil_shift, bool doubtful) {
    app->dirty |= civil_shift != app->setup.civil_shift || doubtful != app->setup.doubtful;
    app->setup.civil_shift = civil_shift;
    app->setup.doubtful = doubtful;
}

/* Without opening hours the attract screen says nothing of the time. */
static bool tells_time(const App *app) {
    return app->visit.at != SCREEN_attract || app->setup.open_count;
}

static void note_minute(App *app, int minute_of_day) {
    int before = app->minute_of_day;
    app->minute_of_day = minute_of_day;
    if (minute_of_day == before)
        return;
    app->dirty |= tells_time(app);
    if (app->setup.sink.minute)
        app->setup.sink.minute(app->setup.sink.self);
    if (minute_of_day / 60 != before / 60 && app->setup.sink.hour)
        app->setup.sink.hour(app->setup.sink.self);
}

void app_time(App *app, Millis now, int minute_of_day) {
    app->now = now;
    note_minute(app, minute_of_day);
    check_page(app);
    Millis due = idle_now(app).wake_at;
    if (!due || app->visit.over == SCREEN_still_there || idle_now(app).asks || idle_now(app).over)
        check_idle(app);
    check_night(app);
}

static Millis sooner(Millis a, Millis b) {
    return a && (!b || a < b) ? a : b;
}

/* When the clip will have come as far as the page waits for. */
static Millis video_wake_at(const App *app) {
    Millis wake = app->page[app->shown].video_wake;
    if (!wake || !video_plays(app->video))
        return 0;
    return app->now + (wake > app->video.at ? wake - app->video.at : 1);
}

static Millis night_wake_at(const App *app) {
    Millis wake = night_now(app).wake_at;
    return wake ? wake - app->setup.civil_shift : 0;
}

Millis app_wake_at(const App *app) {
    if (app->dirty)
        return app->now;
    Millis wake = sooner(app->page[app->shown].wake_at, idle_now(app).wake_at);
    wake = sooner(app_speech_wakes_at(app), wake);
    return sooner(night_wake_at(app), sooner(video_wake_at(app), wake));
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
    k.seconds_left = idle_now(app).seconds_left;
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
        cover_with(app, SCREEN_aloud, (Action){0});
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
    begin_waiting(app);
}

void app_resize(App *app, int width, int height) {
    app->setup.width = width;
    app->setup.height = height;
    app->dirty = true;
}

void app_end(App *app) {
    end_visit(app, END_IDLE);
    arena_free(&app->visit.arena);
    reader_end(&app->reader);
    arena_free(&app->frame[0]);
    arena_free(&app->frame[1]);
}
