/* What happens by itself as time passes: a page that waits, a visitor who has gone, the night. */
#include "app/app_parts.h"

/* ---- who has gone ---------------------------------------------------------------------------- */

/* A film that plays by itself on another page, silent, says nothing of who is there. */
static bool watches_film(const App *app) {
    return app->visit.at == SCREEN_player && video_plays(app->video);
}

Idle app_idle(const App *app) {
    const Visit *visit = &app->visit;
    bool watches = watches_film(app) && !visit->over; /* nobody is hurried away from a video */
    bool waits = visit->begun && !watches && !app->setup.sets_up && !app->setup.unhurried;
    Wait wait = waits ? screen_get(visit->at)->wait : WAIT_NEVER;
    return idle_at(wait, visit->settings.patient, visit->touched, app->now);
}

static void ask_whether_still_there(App *app) {
    app_cover(app, SCREEN_still_there, (Action){0});
    app->seconds_told = 0;
    app_ring(app);
}

static void check_idle(App *app) {
    Idle idle = app_idle(app);
    if (idle.over)
        app_end_visit(app, app->visit.at == SCREEN_home ? END_HOME : END_IDLE);
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
    app_begin_waiting(app);
    app_begin_guard(app);
    app->ignore_touch = true;
}

static Night night_now(const App *app) {
    return night_at(app_opening(app), app->visit.begun, app->setup.civil_shift + app->visit.touched,
                    app_local_time(app));
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

/* ---- the page and the clock ------------------------------------------------------------------ */

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
    app_look_for_printer(app);
    if (app->setup.sink.minute)
        app->setup.sink.minute(app->setup.sink.self);
    if (minute_of_day / 60 != before / 60 && app->setup.sink.hour)
        app->setup.sink.hour(app->setup.sink.self);
}

void app_time(App *app, Millis now, int minute_of_day) {
    app->now = now;
    note_minute(app, minute_of_day);
    check_page(app);
    Millis due = app_idle(app).wake_at;
    if (!due || app->visit.over == SCREEN_still_there || app_idle(app).asks || app_idle(app).over)
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
    Millis wake = sooner(app->page[app->shown].wake_at, app_idle(app).wake_at);
    wake = sooner(app_speech_wakes_at(app), wake);
    return sooner(night_wake_at(app), sooner(video_wake_at(app), wake));
}
