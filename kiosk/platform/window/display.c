#include "platform/window/display.h"

#include "base/helper.h"
#include "base/log.h"
#include "base/memory.h"
#include "platform/window/finger.h"
#include "platform/page/painter.h"
#include "platform/video/beside.h"
#include "platform/video/earcon_player.h"
#include "platform/voice/jack.h"
#include "platform/voice/voice.h"
#include "platform/window/stop.h"
#include "platform/window/window.h"

#include <SDL2/SDL_image.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

struct Display {
    Window window;        /* headless: none */
    SDL_Surface *surface; /* headless */
    SDL_Renderer *renderer;
    bool staged; /* its clock is the caller's */
    int sound_delay_ms;
    Fonts *fonts;
    Painter *painter;
    Easel *easel;
    VideoView *view;
    Beside *beside;
    Voice *voice;
    EarconPlayer *earcons;
    Jack *jack;
    Uint32 plugged, nudged; /* the events */
    Keypad keys;
    bool speaks; /* staged */
    Millis now;  /* when staged */
    Millis seen; /* since then the page shown last is on the glass */
    Finger finger;
    Affine touch;
    DisplaySlide slide;
    int width, height;
    bool rests; /* from the next page on nobody is here */
    bool asleep;
    const char *power;
    pid_t helper; /* that was called last; 0: none */
};

/* ---- opening --------------------------------------------------------------------------------- */

static bool open_window(Display *display, DisplaySpec spec, Error *error) {
    WindowSpec window = {.width = spec.width,
                         .height = spec.height,
                         .display = spec.display,
                         .renderer = spec.renderer,
                         .give_up = spec.give_up,
                         .lost = spec.lost};
    if (!window_open(&display->window, window, error))
        return false;
    display->renderer = display->window.renderer;
    SDL_GetRendererOutputSize(display->renderer, &display->width, &display->height);
    return true;
}

static bool open_headless(Display *display, DisplaySpec spec, Error *error) {
    display->width = spec.width ? spec.width : 1920;
    display->height = spec.height ? spec.height : 1080;
    display->surface = SDL_CreateRGBSurfaceWithFormat(0, display->width, display->height, 32,
                                                      SDL_PIXELFORMAT_XRGB8888);
    display->renderer = display->surface ? SDL_CreateSoftwareRenderer(display->surface) : NULL;
    return display->renderer || error_set(error, "no surface of %dx%d: %s", display->width,
                                          display->height, SDL_GetError());
}

void display_rest(Display *display) {
    if (easel_mend(display->easel))
        painter_forget(display->painter); /* the pictures that were missing */
    video_view_rest(display->view);
    voice_rest(display->voice);
    earcon_player_rest(display->earcons);
    painter_rest(display->painter);
    display->rests = true;
}

/* A few milliseconds, with nobody waiting; else some 20 MB of holes stay for the year. */
static void give_back_memory(Display *display) {
    if (display->rests)
        memory_give_back();
    display->rests = false;
}

static void on_plugged(void *self, bool in) {
    SDL_UserEvent event = {.type = ((Display *)self)->plugged, .code = in};
    SDL_PushEvent(&(SDL_Event){.user = event});
}

static void watch_jack(Display *display) {
    display->plugged = SDL_RegisterEvents(1);
    display->jack = jack_open(on_plugged, display);
}

/* Fonts are looked for while the window opens: each waits for something else. */
typedef struct FontsSearch {
    Fonts *fonts;
    Error error;
} FontsSearch;

static int search_fonts(void *self) {
    FontsSearch *search = self;
    search->fonts = fonts_open(&search->error);
    return 0;
}

Display *display_open(DisplaySpec spec, Error *error) {
    Display *display = calloc(1, sizeof *display);
    if (!display)
        abort();
    /* Forks: before there are a display and threads. */
    display->easel = spec.easel ? spec.easel : easel_open(spec.pack);
    display->rests = true; /* as after a visit: reading a pack leaves holes too */
    FontsSearch search = {0};
    SDL_Thread *thread = SDL_CreateThread(search_fonts, "fonts", &search);
    bool shows = (spec.headless ? open_headless : open_window)(display, spec, error);
    if (thread)
        SDL_WaitThread(thread, NULL);
    else
        search_fonts(&search);
    display->fonts = search.fonts;
    if (!shows || !display->fonts) {
        if (shows)
            *error = search.error;
        display_close(display);
        return NULL;
    }
    display->staged = spec.headless || spec.staged;
    display->touch = AFFINE_NONE;
    display->sound_delay_ms = spec.sound_delay_ms;
    display->power = spec.power;
    display->speaks = spec.voice;
    display->keys = spec.keys ? *spec.keys : (Keypad){0};
    if (!display->staged)
        watch_jack(display);
    display->earcons = earcon_player_open();
    display->nudged = SDL_RegisterEvents(1);
    display->voice = voice_open((VoiceSpec){display->staged, spec.sound_delay_ms});
    if (!spec.later)
        display_fill(display, spec.pack, spec.chunks);
    return display;
}

void display_empty(Display *display) {
    video_view_close(display->view);
    beside_close(display->beside);
    painter_close(display->painter);
    display->view = NULL;
    display->beside = NULL;
    display->painter = NULL;
}

void display_fill(Display *display, const Pack *pack, Chunks *chunks) {
    VideoViewSpec spec = {.renderer = display->renderer,
                          .pack = pack,
                          .chunks = chunks,
                          .headless = display->staged,
                          .sound_delay_ms = display->sound_delay_ms};
    display->view = video_view_open(spec);
    display->beside = beside_open(spec);
    display->painter = painter_open((PainterSpec){.renderer = display->renderer,
                                                  .surface = display->surface,
                                                  .fonts = display->fonts,
                                                  .easel = display->easel,
                                                  .view = display->view,
                                                  .signs = beside_view(display->beside),
                                                  .patient = display->staged});
    if (display->staged) /* whose clock may have gone on before */
        display_set_time(display, display->now);
}

static void resize_surface(Display *display, int width, int height) {
    SDL_DestroyRenderer(display->renderer);
    SDL_FreeSurface(display->surface);
    Error error;
    if (!open_headless(display, (DisplaySpec){.width = width, .height = height}, &error))
        abort(); /* for want of memory */
}

void display_resize(Display *display, int width, int height) {
    if (display->surface)
        resize_surface(display, width, height);
    else
        SDL_SetWindowSize(display->window.window, width, height);
}

void display_nudge(Display *display) {
    SDL_PushEvent(&(SDL_Event){.type = display->nudged});
}

/* The one before has long ended, or is waited for: off never overtakes on. */
static void call_helper(Display *display, const char *word) {
    if (display->helper > 0)
        helper_ended_well(display->helper);
    display->helper = display->power ? helper_start(display->power, word) : 0;
}

void display_sleep(Display *display, bool asleep) {
    if (asleep == display->asleep)
        return;
    display->asleep = asleep;
    window_power(&display->window, !asleep);
    call_helper(display, asleep ? "off" : "on");
}

void display_close(Display *display) {
    if (!display)
        return;
    display_sleep(display, false);
    if (display->helper > 0)
        helper_ended_well(display->helper);
    jack_close(display->jack);
    voice_close(display->voice);
    earcon_player_close(display->earcons);
    display_empty(display);
    easel_close(display->easel);
    fonts_close(display->fonts);
    if (display->surface)
        SDL_DestroyRenderer(display->renderer);
    SDL_FreeSurface(display->surface);
    window_close(&display->window);
    SDL_Quit();
    free(display);
}

void display_set_touch(Display *display, Affine touch) {
    display->touch = touch;
}

bool display_turns(const Display *display) {
    return display->window.window && window_turns(&display->window);
}

void display_turn(Display *display, int degrees) {
    if (!display->window.window)
        return;
    if (!window_turn(&display->window, degrees))
        log_line("display", "it cannot be turned by %d degrees", degrees);
    SDL_GetRendererOutputSize(display->renderer, &display->width, &display->height);
    painter_forget(display->painter);
}

int display_width(const Display *display) {
    return display->width;
}

int display_height(const Display *display) {
    return display->height;
}

Typeface display_typeface(Display *display) {
    return fonts_typeface(display->fonts);
}

Millis display_now(const Display *display) {
    return display->staged ? display->now : (Millis)SDL_GetTicks64();
}

void display_set_time(Display *display, Millis now) {
    display->now = now;
    video_view_set_time(display->view, now);
    beside_set_time(display->beside, now);
    voice_set_time(display->voice, now);
}

/* ---- showing --------------------------------------------------------------------------------- */

/* A key ends the motion early; a finger that comes now meant the page that leaves, and is dropped
   (app/guard.h). */
static bool is_hurried(void) {
    SDL_PumpEvents();
    return SDL_HasEvent(SDL_KEYDOWN) || SDL_HasEvent(SDL_QUIT) || stop_wished();
}

static double ease_out(double t) {
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

static double ms_since(Uint64 begun) {
    return (double)(SDL_GetPerformanceCounter() - begun) / (double)SDL_GetPerformanceFrequency() *
           1000.0;
}

static void wait_until(Uint64 begun, double due_ms) {
    double early = due_ms - ms_since(begun);
    if (early > 0)
        SDL_Delay((Uint32)early);
}

static void slide(Display *display, bool back) {
    Uint64 begun = SDL_GetPerformanceCounter();
    double last = 0;
    display->slide = (DisplaySlide){0};
    for (double age = 0; age < MOTION_SLIDE_MS && !is_hurried(); age = ms_since(begun)) {
        painter_slide(display->painter, ease_out(age / MOTION_SLIDE_MS), back);
        double gap = ms_since(begun) - last;
        last += gap;
        display->slide.frames++;
        display->slide.longest_gap_ms =
            gap > display->slide.longest_gap_ms ? gap : display->slide.longest_gap_ms;
        wait_until(begun, display->slide.frames * (1000.0 / 60.0));
    }
    painter_slide_end(display->painter, back);
}

DisplaySlide display_last_slide(const Display *display) {
    return display->slide;
}

void display_show(Display *display, const Page *page, Motion motion) {
    bool slides = motion != MOTION_NONE && display->window.window;
    if (slides)
        painter_slide_begin(display->painter); /* keeps what is seen, the picture of a video too */
    video_view_follow(display->view, page_video_wish(page)); /* opens while its page slides in */
    beside_follow(display->beside, page);
    beside_keep(display->beside, video_view_report(display->view));
    bool changed = painter_paint(display->painter, page);
    display->seen = display_now(display);
    if (slides)
        slide(display, (motion == MOTION_BACK) != page->form.mirrored);
    else if (changed)
        painter_present(display->painter);
    give_back_memory(display);
}

Millis display_seen(const Display *display) {
    return display->seen;
}

VideoReport display_video(Display *display) {
    VideoReport report = video_view_report(display->view);
    report.signs_away = !beside_keep(display->beside, report);
    return report;
}

void display_speak(Display *display, SpeechWish wish) {
    voice_follow(display->voice, wish);
}

SpeechReport display_speech(Display *display) {
    return voice_report(display->voice);
}

void display_sound(Display *display, EarconWish wish) {
    if (!display->staged)
        earcon_player_follow(display->earcons, wish);
}

bool display_can_speak(const Display *display) {
    return display->staged ? display->speaks : voice_is_there();
}

int display_dropped(const Display *display) {
    return video_view_dropped(display->view);
}

bool display_save(Display *display, const char *file, Error *error) {
    SDL_Surface *shot = painter_shot(display->painter);
    bool saved = shot && IMG_SavePNG(shot, file) == 0;
    SDL_FreeSurface(shot);
    return saved || error_set(error, "%s cannot be written: %s", file, SDL_GetError());
}

/* ---- inputs ---------------------------------------------------------------------------------- */

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

static Input input_of(Display *display, const SDL_Event *event) {
    if (event->type == painter_event(display->painter) ||
        event->type == video_view_event(display->view) ||
        beside_has_news(display->beside, event->type))
        return (Input){.kind = INPUT_REPAINT};
    if (display->plugged && event->type == display->plugged)
        return (Input){.kind = event->user.code ? INPUT_PLUGGED : INPUT_UNPLUGGED};
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
