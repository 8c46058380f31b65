/* What comes to a display: keys, fingers, its size, news of itself; SDL's events become inputs. */
#include "platform/window/display_parts.h"

#include "platform/window/stop.h"

static KeyName key_of(const SDL_KeyboardEvent *event) {
    switch (event->keysym.sym) {
    case SDLK_TAB:
        return event->keysym.mod & KMOD_SHIFT ? KEY_BEFORE : KEY_NEXT;
    case SDLK_UP:
        return KEY_UP;
    case SDLK_DOWN:
        return KEY_DOWN;
    case SDLK_LEFT:
        return KEY_LEFT;
    case SDLK_RIGHT:
        return KEY_RIGHT;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return KEY_ENTER;
    case SDLK_ESCAPE:
    case SDLK_BACKSPACE:
        return KEY_BACK;
    default:
        return KEY_NONE;
    }
}

/* What the configuration says of a keypad goes before what a keyboard means. */
static KeyName pad_key(const Keypad *keys, SDL_Scancode code) {
    static const SDL_Scancode CODES[PAD_COUNT] = {
        SDL_SCANCODE_UNKNOWN,
#define PAD_KEY(name, key) SDL_SCANCODE_##key,
#include "ui/keypad.def"
#undef PAD_KEY
    };
    for (int i = 1; i < PAD_COUNT; i++)
        if (CODES[i] == code)
            return keys->means[i];
    return KEY_NONE;
}

static Input function_input(const SDL_KeyboardEvent *event) {
    int number = 1 + event->keysym.sym - SDLK_F1;
    bool shift = event->keysym.mod & KMOD_SHIFT;
    return (Input){.kind = INPUT_FUNCTION, .function = shift ? -number : number};
}

static Input key_input(const Keypad *keys, const SDL_KeyboardEvent *event) {
    if (event->repeat) /* a key that is held is one key */
        return (Input){0};
    KeyName own = pad_key(keys, event->keysym.scancode);
    KeyName key = own ? own : key_of(event);
    if (key)
        return (Input){.kind = INPUT_KEY, .key = key};
    SDL_Keycode sym = event->keysym.sym;
    if (sym >= SDLK_F1 && sym <= SDLK_F12)
        return function_input(event);
    if (sym >= SDLK_KP_1 && sym <= SDLK_KP_9)
        sym = '1' + (sym - SDLK_KP_1);
    return sym > ' ' && sym < 127 ? (Input){.kind = INPUT_TYPE, .sign = (char)sym} : (Input){0};
}

static Input touch_input(Display *display, RawTouch raw) {
    Input input = {.kind = INPUT_TOUCH};
    return finger_take(&display->finger, raw, &input.touch) ? input : (Input){0};
}

/* SDL's times have 32 bits and start again after 49 days. */
static Millis happened(Uint32 timestamp) {
    Uint64 now = SDL_GetTicks64();
    return (Millis)(now - ((Uint32)now - timestamp));
}

static int within(double share, int length) {
    double at = share * (length - 1);
    return at < 0 ? 0 : at > length - 1 ? length - 1 : (int)at;
}

/* Of a glass that says it is a mouse too, as single-touch ones do. */
static Point touched(const Display *display, double x, double y) {
    AffinePoint at = affine_apply(&display->touch, (AffinePoint){x, y});
    return (Point){within(at.x, display->width), within(at.y, display->height)};
}

static Input finger_input(Display *display, RawKind kind, const SDL_TouchFingerEvent *event) {
    Point at = touched(display, event->x, event->y);
    return touch_input(display, (RawTouch){kind, event->fingerId, at, happened(event->timestamp)});
}

/* Of its events, motion and button have the same beginning, but not the same place for where. */
static Input mouse_input(Display *display, RawKind kind, const SDL_Event *event) {
    bool moves = kind == RAW_MOUSE_MOVE;
    Point at = {moves ? event->motion.x : event->button.x,
                moves ? event->motion.y : event->button.y};
    if (!affine_is_none(&display->touch))
        at = touched(display, (at.x + .5) / display->width, (at.y + .5) / display->height);
    Millis when = happened(event->common.timestamp);
    return touch_input(display, (RawTouch){.kind = kind, .at = at, .when = when});
}

static Input window_input(Display *display, const SDL_WindowEvent *event) {
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        SDL_GetRendererOutputSize(display->renderer, &display->width, &display->height);
        painter_forget(display->painter);
        return (Input){.kind = INPUT_RESIZE, .width = display->width, .height = display->height};
    }
    if (event->event != SDL_WINDOWEVENT_EXPOSED)
        return (Input){0};
    painter_expose(display->painter);
    return (Input){.kind = INPUT_REPAINT};
}

static InputKind kind_of(JackNews news) {
    if (news == JACK_WAS_IN)
        return INPUT_HEADSET;
    return news == JACK_IN ? INPUT_PLUGGED : INPUT_UNPLUGGED;
}

static Input input_of(Display *display, const SDL_Event *event) {
    if (event->type == painter_event(display->painter) ||
        event->type == video_view_event(display->view) ||
        beside_has_news(display->beside, event->type))
        return (Input){.kind = INPUT_REPAINT};
    if (display->plugged && event->type == display->plugged)
        return (Input){.kind = kind_of((JackNews)event->user.code)};
    if (window_lost(&display->window, event))
        return (Input){.kind = INPUT_LOST};
    if (window_closed(&display->window, event))
        return (Input){.kind = INPUT_QUIT};
    if (window_takes(&display->window, event))
        return (Input){0};
    switch (event->type) {
    case SDL_KEYDOWN:
        return key_input(&display->keys, &event->key);
    case SDL_FINGERDOWN:
        return finger_input(display, RAW_FINGER_DOWN, &event->tfinger);
    case SDL_FINGERMOTION:
        return finger_input(display, RAW_FINGER_MOVE, &event->tfinger);
    case SDL_FINGERUP:
        return finger_input(display, RAW_FINGER_UP, &event->tfinger);
    case SDL_MOUSEBUTTONDOWN:
        return mouse_input(display, RAW_MOUSE_DOWN, event);
    case SDL_MOUSEMOTION:
        return mouse_input(display, RAW_MOUSE_MOVE, event);
    case SDL_MOUSEBUTTONUP:
        return mouse_input(display, RAW_MOUSE_UP, event);
    case SDL_WINDOWEVENT:
        return window_input(display, &event->window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        painter_forget(display->painter);
        return (Input){.kind = INPUT_REPAINT};
    default:
        return (Input){0};
    }
}

/* A moving finger reports faster than a page is painted: only where it is now counts. */
static void skip_to_last_move(SDL_Event *event) {
    SDL_Event next;
    bool finger = event->type == SDL_FINGERMOTION;
    if (!finger && event->type != SDL_MOUSEMOTION)
        return;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           next.type == event->type &&
           (!finger || next.tfinger.fingerId == event->tfinger.fingerId))
        SDL_PollEvent(event);
}

Input display_wait(Display *display, Millis timeout) {
    SDL_Event event;
    int limit = timeout < 0       ? -1
                : timeout > 60000 ? 60000
                                  : (int)timeout,
        video = video_view_wait(display->view);
    if (video >= 0 && (limit < 0 || video < limit))
        limit = video;
    limit = beside_wait(display->beside, limit);
    bool some = display->window.window && !stop_wished() && SDL_WaitEventTimeout(&event, limit);
    if (stop_wished())
        return (Input){.kind = INPUT_QUIT};
    if (!some)
        return (Input){.when = display_now(display)};
    skip_to_last_move(&event);
    Input input = input_of(display, &event);
    input.when = happened(event.common.timestamp);
    return input;
}
