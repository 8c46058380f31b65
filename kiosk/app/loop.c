#include "app/loop.h"

#include "base/service.h"

#include <stdlib.h>

#define DRAG_LEAST 40 /* pixels */
#define FRAME_MS 16   /* of a display of 60 pictures a second: what is drawn sooner, nobody sees */

typedef struct Recorder {
    FILE *out;
    Millis last;
    Point press;
    bool dropped; /* it came too soon: the kiosk does not hear it, nor does a replay */
} Recorder;

/* ---- recording: the same commands that script.c reads ---------------------------------------- */

static void record_pause(Recorder *r, Millis now) {
    if (now > r->last)
        fprintf(r->out, "wait %lld\n", (long long)(now - r->last));
    r->last = now;
}

/* A finger that went far dragged something; one that trembled tapped. */
static void record_touch(Recorder *r, Point at) {
    if (abs(at.x - r->press.x) + abs(at.y - r->press.y) > DRAG_LEAST)
        fprintf(r->out, "drag %d,%d %d,%d\n", r->press.x, r->press.y, at.x, at.y);
    else
        fprintf(r->out, "tap %d,%d\n", at.x, at.y);
}

static void record(Recorder *r, const Input *input, const App *app) {
    Millis now = app->now;
    if (!r->out)
        return;
    if (input->kind == INPUT_TOUCH && input->touch.kind == TOUCH_PRESS) {
        r->press = input->touch.at;
        r->dropped = app_deaf_for(app) > 0;
    }
    if (input->kind == INPUT_TOUCH && input->touch.kind == TOUCH_RELEASE && !r->dropped) {
        record_pause(r, now);
        record_touch(r, input->touch.at);
    } else if (input->kind == INPUT_KEY) {
        record_pause(r, now);
        fprintf(r->out, "key %s\n", key_name(input->key));
    } else if (input->kind == INPUT_TYPE) {
        record_pause(r, now);
        fprintf(r->out, "type \"%c\"\n", input->sign);
    }
    fflush(r->out);
}

/* ---- the loop -------------------------------------------------------------------------------- */

static int minute_of_day(const LoopSpec *spec, Millis now) {
    Millis minutes = (now + *spec->civil_shift) / CIVIL_MINUTE % (24 * 60);
    return (int)(minutes < 0 ? minutes + 24 * 60 : minutes);
}

static Millis until_next_minute(const LoopSpec *spec, Millis now) {
    return CIVIL_MINUTE - (now + *spec->civil_shift) % CIVIL_MINUTE;
}

static Millis lesser(Millis a, Millis b) {
    return a < b ? a : b;
}

/* How long nothing will happen by itself. */
static Millis patience(const LoopSpec *spec, Millis now) {
    Millis wake = app_wake_at(spec->app), most = until_next_minute(spec, now);
    most = lesser(most, companion_patience(spec->beside, most));
    if (service_patience())
        most = lesser(most, service_patience());
    if (!wake)
        return most;
    return lesser(most, wake > now ? wake - now : 0);
}

static bool take(LoopSpec *spec, const Input *input) {
    if (companion_hears(spec->beside, input))
        return true;
    switch (input->kind) {
    case INPUT_TOUCH:
        app_touch(spec->app, input->touch);
        return true;
    case INPUT_KEY:
        app_key(spec->app, input->key);
        return true;
    case INPUT_TYPE:
        app_type(spec->app, input->sign);
        return true;
    case INPUT_PLUGGED:
        app_plugged(spec->app);
        return true;
    case INPUT_UNPLUGGED:
        app_unplugged(spec->app);
        return true;
    case INPUT_HEADSET:
        app_has_headset(spec->app);
        return true;
    case INPUT_RESIZE:
        app_resize(spec->app, input->width, input->height);
        return true;
    case INPUT_FUNCTION:
    case INPUT_REPAINT:
    case INPUT_NONE:
        return true;
    case INPUT_QUIT:
    case INPUT_LOST:
        return false;
    }
    return true;
}

static bool is_move(const Input *input) {
    return input->kind == INPUT_TOUCH && input->touch.kind == TOUCH_MOVE;
}

static bool hear(LoopSpec *spec, Recorder *recorder, const Input *input) {
    app_now(spec->app, input->when);
    record(recorder, input, spec->app);
    return take(spec, input) && !(spec->leave && *spec->leave);
}

/* A finger reports its moves faster than a display shows pictures: further ones are taken until the
   next picture is due. Whatever else comes is shown at once. */
static bool hear_moves(LoopSpec *spec, Recorder *recorder, Input *input, Millis due) {
    while (is_move(input)) {
        Millis left = due - display_now(spec->display);
        if (left <= 0)
            return true;
        *input = display_wait(spec->display, left);
        if (!hear(spec, recorder, input))
            return false;
    }
    return true;
}

/* What else goes on is told that the page is there; false: it, or the staff, wants to go. */
static bool go_on(const LoopSpec *spec, bool visited) {
    if (spec->turn)
        spec->turn(spec->self, !visited);
    return !(spec->leave && *spec->leave);
}

/* A visit is over: what it needed is given back, and who comes next may hear something or not. */
static void rest(LoopSpec *spec) {
    display_rest(spec->display);
    app_can_speak(spec->app, display_can_speak(spec->display));
}

bool loop_run(LoopSpec *spec) {
    Recorder recorder = {.out = spec->record, .last = display_now(spec->display)};
    Input input = {0};
    for (bool running = true, visited = false; running;) {
        companion_turns(spec->beside);
        Millis now = display_now(spec->display);
        app_time(spec->app, now, minute_of_day(spec, now));
        app_video(spec->app, display_video(spec->display));
        if (visited && !spec->app->visit.begun)
            rest(spec);
        const Page *page = companion_dresses(spec->beside, app_page(spec->app));
        display_speak(spec->display, app_speech_wish(spec->app)); /* while the page slides in */
        display_show(spec->display, page, app_take_motion(spec->app));
        app_seen(spec->app, display_seen(spec->display));
        app_speech(spec->app, display_speech(spec->display));
        display_sound(spec->display, app_earcon(spec->app));
        display_sleep(spec->display, app_is_asleep(spec->app));
        service_asleep(app_is_asleep(spec->app));
        service_alive(display_now(spec->display));
        visited = spec->app->visit.begun;
        if (!go_on(spec, visited))
            break;
        input = display_wait(spec->display, patience(spec, display_now(spec->display)));
        running =
            hear(spec, &recorder, &input) && hear_moves(spec, &recorder, &input, now + FRAME_MS);
    }
    return input.kind != INPUT_LOST;
}
