/* Steps are taken here and nowhere else: what a screen answers, and the actions that mean the same
   on all of them. */
#include "app/app_parts.h"

#include "screens/common/common.h"

/* A page from which nothing is counted stands for all that comes after it. */
static void tell_again_from_home(Visit *visit) {
    visit->untold |= screen_get(visit->at)->untold;
    visit->untold &= visit->at != SCREEN_home;
}

static void turn_to(App *app, Motion motion) {
    tell_again_from_home(&app->visit);
    app_go_on_from_print(app);
    app->visit.over = SCREEN_NONE;
    app->visit.focus = 0;
    app->visit.focus_wish = (Action){0};
    app->motion = app->visit.settings.still ? MOTION_NONE : motion;
    app->ignore_touch = true;
    app->dirty = true;
    app_speak(app, SPEAK_PAGE);
    app_begin_guard(app);
}

void app_go_to(App *app, ScreenId screen, int arg) {
    if (app->visit.at != SCREEN_attract)
        visit_remember(&app->visit);
    app->visit.at = screen;
    app->visit.arg = arg;
    app_enter(app, screen, arg);
    turn_to(app, MOTION_FORWARD);
    if (screen_get(screen)->chord)
        app_chord(app);
}

static void go_home(App *app) {
    app->visit.depth = app->visit.arg = 0;
    app->visit.at = SCREEN_home;
    app_enter(app, SCREEN_home, 0);
    turn_to(app, MOTION_BACK);
}

static void go_back(App *app) {
    const Screen *screen = screen_get(app->visit.at);
    Kiosk k = app_kiosk(app);
    if (screen->back && screen->back(visit_state(&app->visit, app->visit.at), &k)) {
        app->dirty = true;
        app_speak(app, SPEAK_PAGE);
        app_begin_guard(app);
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
        app_note(app, step.fact[i]);
    if (step.turns) {
        app_speak(app, SPEAK_PAGE);
        app_begin_guard(app);
    }
    if (step.ask && app->setup.staff.ask)
        app->setup.staff.ask(app->setup.staff.self, step.ask, step.ask_arg, step.ask_text);
    if (step.set_up)
        app_ask_setup(app, step.set_up, step.answers);
    app->setup.sets_up &= step.set_up != SETUP_LEAVE;
    if (step.prints)
        app_print(app);
    if (step.ends)
        app_end_visit(app, END_DONE);
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

void app_cover(App *app, ScreenId screen, Action by) {
    if (!app->visit.over)
        app->visit.below = (Below){by, app->visit.focus};
    app->visit.over = screen;
    app->visit.focus = 0;
    app_enter(app, screen, 0);
    app->ignore_touch = true;
    app->dirty = true;
    app_speak(app, SPEAK_PAGE);
    app_begin_guard(app);
}

void app_uncover(App *app) {
    if (app->visit.over == SCREEN_aloud)
        app_answer_aloud(app);
    app->visit.over = SCREEN_NONE;
    app->visit.focus = app->visit.by_keys ? app->visit.below.focus : 0;
    app->visit.focus_wish = app->visit.by_keys ? app->visit.below.by : (Action){0};
    app->dirty = true;
    app_speak(app, SPEAK_TITLE);
    app_begin_guard(app);
}

/* Asked for again where one looks for things already, the field is empty. */
static void search(App *app) {
    if (app->visit.at != SCREEN_find) {
        app_go_to(app, SCREEN_find, 0);
        return;
    }
    app_enter(app, SCREEN_find, 0);
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
        app_cover(app, SCREEN_accessibility, action);
        break;
    case DO_COUNTED:
        app_cover(app, SCREEN_counted, action);
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
        app_end_visit(app, END_DONE);
        break;
    default:
        app_take_speech_action(app, action);
        break;
    }
}

void app_take_action(App *app, Action action) {
    app_begin_visit(app);
    app_go_on_from_print(app);
    if (action.token < 0) {
        take_frame_action(app, action);
        return;
    }
    app_speak(app, SPEAK_NEWS);
    ScreenId screen = app->visit.over ? app->visit.over : app->visit.at;
    Kiosk k = app_kiosk(app);
    app_take_step(app, screen_get(screen)->act(visit_state(&app->visit, screen), &k, action));
}
