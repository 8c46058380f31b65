/* What fingers and keys mean: which node was meant, whether it was meant at all, and the hidden
 * door of the staff. */
#include "app/focus.h"
#include "app/app_parts.h"

#define CORNER_TAPS 5 /* on the clock at the top right open the door of the staff */
#define CORNER_MS 6000
#define CORNER_WIDTH 180
#define CORNER_HEIGHT 104
#define TAP_TRAVEL 40 /* a finger that moved less than this still taps where it came down */

/* ---- touches --------------------------------------------------------------------------------- */

/* Any touch or key says that somebody is here; an attract screen that is merely touched stays at
 * its place in the loop. */
static void somebody_is_here(App *app) {
    app->visit.touched = app->now;
    if (app->visit.over == SCREEN_still_there) {
        app_uncover(app);
        app->ignore_touch = true;
    }
}

static bool answers_question(const App *app, Point at) {
    const Node *node = page_hit(&app->page[app->shown], at);
    return app->visit.over == SCREEN_still_there && node && node->action.token == DO_DONE;
}

static bool is_staff(ScreenId screen) {
    return screen == SCREEN_staff || screen == SCREEN_staff_touch || screen == SCREEN_staff_clean ||
           screen == SCREEN_staff_note || screen == SCREEN_staff_clock || screen == SCREEN_setup;
}

static bool in_corner(const App *app, Point at) {
    const Page *page = &app->page[app->shown];
    return at.x >= page->window.w - page_px(page, CORNER_WIDTH) &&
           at.y < page_px(page, CORNER_HEIGHT);
}

/* Nothing shows that there is a door: five touches on the hour open it. Whoever goes in is not
 * counted. */
static bool knocks(App *app, Point at) {
    if (!app->setup.staff.view || is_staff(app->visit.at) || !in_corner(app, at)) {
        app->corner_taps = 0;
        return false;
    }
    if (!app->corner_taps || app->now - app->corner_since > CORNER_MS) {
        app->corner_taps = 0;
        app->corner_since = app->now;
    }
    return ++app->corner_taps == CORNER_TAPS;
}

static void open_door(App *app) {
    app->corner_taps = 0;
    app->visit.begun = app->visit.uncounted = true;
    app_go_to(app, SCREEN_staff, 0);
}

static bool too_soon(App *app) {
    return guard_drops(&app->guard, app->visit.settings.steady, app->now);
}

/* What a control does is done, unless a hand that trembles has just done the same. */
static void act(App *app, Action action) {
    if (guard_repeats(&app->guard, app->visit.settings.steady, action, app->now))
        return;
    app_click(app);
    app_take_action(app, action);
}

static bool same_action(Action a, Action b) {
    return a.token == b.token && a.arg == b.arg;
}

static bool still_on_target(const App *app, Press press, Point at) {
    const Page *page = &app->page[app->shown];
    int dx = at.x - press.at.x, dy = at.y - press.at.y, travel = page_px(page, TAP_TRAVEL);
    if (dx * dx + dy * dy < travel * travel)
        return true;
    const Node *node = page_hit(page, at);
    return node && same_action(node->action, press.action);
}

void app_choose(App *app, const Node *node, Point at) {
    Action action = node->action;
    if (page_range(node)) /* a bar: it means the place that was touched */
        action.arg = page_along(node, at);
    act(app, action);
}

/* Takes a finger away from where it is; what it pressed is done if it is still there. */
static void lift(App *app, Press *finger, Point at) {
    Press press = *finger;
    bool meant = press.action.token && still_on_target(app, press, at);
    const Node *node = meant ? page_node_doing(&app->page[app->shown], press.action) : NULL;
    *finger = (Press){0};
    app->dirty = true;
    if (node)
        app_choose(app, node, at);
    else if (meant)
        act(app, press.action);
}

/* ---- a second finger ------------------------------------------------------------------------- */

/* Who listens touches alone; what lies over the page asks both. */
static bool is_for_two(const App *app) {
    return !app->visit.over && screen_get(app->visit.at)->for_two && !app_listens(app);
}

static Press press_of(App *app, Point at) {
    const Node *node = page_hit(app_page(app), at);
    return (Press){node ? node->action : (Action){0}, at};
}

/* Of two people each has a finger of their own, heard as one alone is. */
static void touch_beside(App *app, Touch touch) {
    if (touch.kind == TOUCH_SECOND_GONE) {
        app->beside = false;
        lift(app, &app->visit.beside, touch.at);
    } else if (!app->beside) {
        app->beside = true;
        app->visit.beside = too_soon(app) ? (Press){0} : press_of(app, touch.at);
        app->dirty = true;
    } else if (!still_on_target(app, app->visit.beside, touch.at)) {
        app->visit.beside = (Press){0};
        app->dirty = true;
    }
}

/* Where two people play a finger is still there, and has said what it meant: an answer can be given
   anew. What the bar does cannot, so that waits for the finger to lift. */
static void take_as_meant(App *app, Press *finger) {
    if (is_for_two(app) && finger->action.token > 0)
        lift(app, finger, finger->at);
    *finger = (Press){0};
}

/* When a finger comes down first again, nothing more is told of those before it. */
static void give_way(App *app) {
    take_as_meant(app, &app->visit.pressed);
    take_as_meant(app, &app->visit.beside);
    app->beside = false;
}

/* A hand that leans, not a finger. */
static void let_go(App *app) {
    app->visit.pressed = app->visit.beside = (Press){0};
    app->beside = false;
    app->dirty = true;
}

/* ---- the finger ------------------------------------------------------------------------------ */

/* A touch that comes too soon says that somebody is here, and may knock; it does nothing else. */
static void press(App *app, Point at) {
    if (app_is_asleep(app)) {
        app_wake(app);
        return;
    }
    app->ignore_touch = too_soon(app);
    if (!app->ignore_touch && answers_question(app, at))
        app->visit.touched = app->now; /* the question waits for the finger to leave "J'ai fini" */
    else
        somebody_is_here(app);
    app->visit.by_keys = false;
    if (knocks(app, at)) {
        open_door(app);
        return;
    }
    if (app_listens(app)) {
        if (!app->ignore_touch)
            app_explore(app, (Touch){TOUCH_PRESS, at});
        return;
    }
    if (!app->ignore_touch && gesture_begin(&app->gesture, app_page(app), at))
        return;
    app->visit.pressed = app->ignore_touch ? (Press){0} : press_of(app, at);
    app->dirty = true;
}

static void release(App *app, Point at) {
    bool wakes = !app->visit.pressed.action.token && app->visit.at == SCREEN_attract;
    lift(app, &app->visit.pressed, at);
    if (wakes)
        app_take_action(app, (Action){DO_WAKE, 0});
}

/* The finger has a part of the page: its screen hears how that part is moved. */
static void follow_gesture(App *app, Touch touch) {
    Gesture gesture;
    const Screen *screen = screen_get(app->visit.at);
    if (!gesture_follow(&app->gesture, touch, page_px(&app->page[app->shown], TAP_TRAVEL / 2),
                        &gesture) ||
        !screen->gesture)
        return;
    app_begin_visit(app);
    Kiosk k = app_kiosk(app);
    app_take_step(app, screen->gesture(visit_state(&app->visit, app->visit.at), &k, gesture));
}

static bool is_second(TouchKind kind) {
    return kind == TOUCH_SECOND || kind == TOUCH_SECOND_GONE;
}

void app_touch(App *app, Touch touch) {
    if (touch.kind == TOUCH_PRESS) {
        app->gesture.on = false;
        give_way(app);
        press(app, touch.at);
        return;
    }
    app->visit.touched = app->now;
    if (app->gesture.on) {
        follow_gesture(app, touch);
        return;
    }
    if (is_second(touch.kind) && is_for_two(app)) {
        touch_beside(app, touch);
        return;
    }
    if (app_listens(app) && !app->ignore_touch) {
        app_explore(app, touch);
        return;
    }
    if (app->ignore_touch || is_second(touch.kind))
        return;
    if (touch.kind == TOUCH_RELEASE) {
        release(app, touch.at);
    } else if (touch.kind == TOUCH_CANCEL) {
        let_go(app);
    } else if (!still_on_target(app, app->visit.pressed, touch.at)) {
        app->dirty |= app->visit.pressed.action.token != 0;
        app->visit.pressed = (Press){0};
    }
}

/* ---- keys ------------------------------------------------------------------------------------ */

/* Escape closes what lies over the page and shows the button that it came from; with nothing there
   it goes back. */
static void key_back(App *app) {
    app->visit.by_keys |= app->visit.over != SCREEN_NONE;
    if (app->visit.over)
        app_take_action(app, (Action){DO_CLOSE, 0});
    else if (app->visit.at != SCREEN_attract && app->visit.at != SCREEN_home && !app_is_calm(app))
        app_take_action(app, (Action){DO_BACK, 0});
}

/* By keypad a bar goes on by a tenth, and from its end to its beginning. */
static Action a_tenth_on(const Node *node) {
    Track track = node->graphic.track;
    int at = track.total > 0 ? (int)((long)track.range * track.at / track.total) : 0;
    return (Action){node->action.token, at >= track.range * 9 / 10 ? 0 : at + track.range / 10};
}

void app_key(App *app, KeyName key) {
    if (app_is_asleep(app)) {
        app_wake(app);
        return;
    }
    if (app_found_blind(app))
        return;
    somebody_is_here(app);
    const Page *page = app_page(app);
    app->dirty = true;
    if (app_listens(app) && app_listen_key(app, key)) {
        app->visit.by_keys = true;
        return;
    }
    if (key == KEY_BACK) {
        key_back(app);
        return;
    }
    if (!app->visit.by_keys) {
        app->visit.by_keys = true; /* the first key only shows where one is */
        return;
    }
    if (key != KEY_ENTER) {
        app->visit.focus = focus_walk(page, app->visit.focus, key);
        return;
    }
    const Node *node = focus_node(page, app->visit.focus);
    if (node)
        act(app, page_range(node) ? a_tenth_on(node) : node->action);
}

void app_type(App *app, char key) {
    if (app_is_asleep(app)) {
        app_wake(app);
        return;
    }
    somebody_is_here(app);
    const Page *page = app_page(app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->key == key) {
            act(app, page->shown[i]->action);
            return;
        }
}
