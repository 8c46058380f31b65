#include "platform/window/glass.h"

#include "base/log.h"
#include "base/memory.h"
#include "platform/window/finger.h"
#include "platform/page/painter.h"
#include "platform/window/stop.h"
#include "platform/window/window.h"

#include <SDL2/SDL_image.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

struct Glass {
    Window window;        /* of the twin: none */
    SDL_Surface *surface; /* of the twin */
    SDL_Renderer *renderer;
    bool staged; /* its clock is the caller's */
    int sound_delay_ms;
    Fonts *fonts;
    Painter *painter;
    Easel *easel;
    Cinema *cinema;
    Millis now;  /* when staged */
    Millis seen; /* since then the page shown last is on the glass */
    Finger finger;
    GlassSlide slide;
    int width, height;
    bool rests; /* from the next page on nobody is here */
};

/* ---- opening --------------------------------------------------------------------------------- */

static bool open_window(Glass *glass, GlassSpec spec, Fault *fault) {
    WindowSpec window = {spec.width,    spec.height,  spec.display,
                         spec.renderer, spec.give_up, spec.lost};
    if (!window_open(&glass->window, window, fault))
        return false;
    glass->renderer = glass->window.renderer;
    SDL_GetRendererOutputSize(glass->renderer, &glass->width, &glass->height);
    return true;
}

static bool open_twin(Glass *glass, GlassSpec spec, Fault *fault) {
    glass->width = spec.width ? spec.width : 1920;
    glass->height = spec.height ? spec.height : 1080;
    glass->surface = SDL_CreateRGBSurfaceWithFormat(0, glass->width, glass->height, 32,
                                                    SDL_PIXELFORMAT_XRGB8888);
    glass->renderer = glass->surface ? SDL_CreateSoftwareRenderer(glass->surface) : NULL;
    return glass->renderer ||
           fault_set(fault, "no surface of %dx%d: %s", glass->width, glass->height, SDL_GetError());
}

void glass_rest(Glass *glass) {
    if (easel_mend(glass->easel))
        painter_forget(glass->painter); /* the pictures that were missing */
    cinema_rest(glass->cinema);
    painter_rest(glass->painter);
    glass->rests = true;
}

/* A few milliseconds, with nobody waiting; else some 20 MB of holes stay for the year. */
static void give_back_memory(Glass *glass) {
    if (glass->rests)
        memory_give_back();
    glass->rests = false;
}

/* Fonts are looked for while the window opens: each waits for something else. */
typedef struct FontsSearch {
    Fonts *fonts;
    Fault fault;
} FontsSearch;

static int search_fonts(void *self) {
    FontsSearch *search = self;
    search->fonts = fonts_open(&search->fault);
    return 0;
}

Glass *glass_open(GlassSpec spec, Fault *fault) {
    Glass *glass = calloc(1, sizeof *glass);
    if (!glass)
        abort();
    /* Forks: before there are a display and threads. */
    glass->easel = spec.easel ? spec.easel : easel_open(spec.pack);
    glass->rests = true; /* as after a visit: reading a pack leaves holes too */
    FontsSearch search = {0};
    SDL_Thread *thread = SDL_CreateThread(search_fonts, "fonts", &search);
    bool shows = (spec.twin ? open_twin : open_window)(glass, spec, fault);
    if (thread)
        SDL_WaitThread(thread, NULL);
    else
        search_fonts(&search);
    glass->fonts = search.fonts;
    if (!shows || !glass->fonts) {
        if (shows)
            *fault = search.fault;
        glass_close(glass);
        return NULL;
    }
    glass->staged = spec.twin || spec.staged;
    glass->sound_delay_ms = spec.sound_delay_ms;
    if (!spec.later)
        glass_fill(glass, spec.pack, spec.chunks);
    return glass;
}

void glass_fill(Glass *glass, const Pack *pack, Chunks *chunks) {
    glass->cinema = cinema_open(
        (CinemaSpec){glass->renderer, pack, chunks, glass->staged, glass->sound_delay_ms});
    glass->painter = painter_open((PainterSpec){.renderer = glass->renderer,
                                                .surface = glass->surface,
                                                .fonts = glass->fonts,
                                                .easel = glass->easel,
                                                .cinema = glass->cinema,
                                                .patient = glass->staged});
}

void glass_close(Glass *glass) {
    if (!glass)
        return;
    cinema_close(glass->cinema);
    painter_close(glass->painter);
    easel_close(glass->easel);
    fonts_close(glass->fonts);
    if (glass->surface)
        SDL_DestroyRenderer(glass->renderer);
    SDL_FreeSurface(glass->surface);
    window_close(&glass->window);
    SDL_Quit();
    free(glass);
}

int glass_width(const Glass *glass) {
    return glass->width;
}

int glass_height(const Glass *glass) {
    return glass->height;
}

Typeface glass_typeface(Glass *glass) {
    return fonts_typeface(glass->fonts);
}

Millis glass_now(const Glass *glass) {
    return glass->staged ? glass->now : (Millis)SDL_GetTicks64();
}

void glass_pass(Glass *glass, Millis now) {
    glass->now = now;
    cinema_pass(glass->cinema, now);
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

static void slide(Glass *glass, bool back) {
    Uint64 begun = SDL_GetPerformanceCounter();
    double last = 0;
    glass->slide = (GlassSlide){0};
    for (double age = 0; age < MOTION_SLIDE_MS && !is_hurried(); age = ms_since(begun)) {
        painter_slide(glass->painter, ease_out(age / MOTION_SLIDE_MS), back);
        double gap = ms_since(begun) - last;
        last += gap;
        glass->slide.frames++;
        glass->slide.longest_gap_ms =
            gap > glass->slide.longest_gap_ms ? gap : glass->slide.longest_gap_ms;
        wait_until(begun, glass->slide.frames * (1000.0 / 60.0));
    }
    painter_slide_end(glass->painter, back);
}

GlassSlide glass_last_slide(const Glass *glass) {
    return glass->slide;
}

void glass_show(Glass *glass, const Page *page, Motion motion) {
    bool slides = motion != MOTION_NONE && glass->window.window;
    if (slides)
        painter_slide_begin(glass->painter); /* keeps what is seen, the picture of a video too */
    cinema_follow(glass->cinema, page);      /* a clip opens while its page slides in */
    bool changed = painter_paint(glass->painter, page);
    glass->seen = glass_now(glass);
    if (slides)
        slide(glass, motion == MOTION_BACK);
    else if (changed)
        painter_present(glass->painter);
    give_back_memory(glass);
}

Millis glass_seen(const Glass *glass) {
    return glass->seen;
}

FilmReport glass_film(Glass *glass) {
    return cinema_report(glass->cinema);
}

int glass_dropped(const Glass *glass) {
    return cinema_dropped(glass->cinema);
}

bool glass_save(Glass *glass, const char *file, Fault *fault) {
    SDL_Surface *shot = painter_shot(glass->painter);
    bool saved = shot && IMG_SavePNG(shot, file) == 0;
    SDL_FreeSurface(shot);
    return saved || fault_set(fault, "%s cannot be written: %s", file, SDL_GetError());
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

static Input key_input(const SDL_KeyboardEvent *event) {
    if (event->repeat) /* a key that is held is one key */
        return (Input){0};
    KeyName key = key_of(event);
    if (key)
        return (Input){.kind = INPUT_KEY, .key = key};
    SDL_Keycode sym = event->keysym.sym;
    if (sym >= SDLK_KP_1 && sym <= SDLK_KP_9)
        sym = '1' + (sym - SDLK_KP_1);
    return sym > ' ' && sym < 127 ? (Input){.kind = INPUT_TYPE, .sign = (char)sym} : (Input){0};
}

static Input touch_input(Glass *glass, RawTouch raw) {
    Input input = {.kind = INPUT_TOUCH};
    return finger_take(&glass->finger, raw, &input.touch) ? input : (Input){0};
}

/* SDL's times have 32 bits and start again after 49 days. */
static Millis happened(Uint32 timestamp) {
    Uint64 now = SDL_GetTicks64();
    return (Millis)(now - ((Uint32)now - timestamp));
}

static Input finger_input(Glass *glass, RawKind kind, const SDL_TouchFingerEvent *event) {
    float right = (float)glass->width - 1, bottom = (float)glass->height - 1;
    Point at = {(int)(event->x * right), (int)(event->y * bottom)};
    return touch_input(glass, (RawTouch){kind, event->fingerId, at, happened(event->timestamp)});
}

/* Of its events, motion and button have the same beginning, but not the same place for where. */
static Input mouse_input(Glass *glass, RawKind kind, const SDL_Event *event) {
    bool moves = kind == RAW_MOUSE_MOVE;
    Point at = {moves ? event->motion.x : event->button.x,
                moves ? event->motion.y : event->button.y};
    Millis when = happened(event->common.timestamp);
    return touch_input(glass, (RawTouch){.kind = kind, .at = at, .when = when});
}

static Input window_input(Glass *glass, const SDL_WindowEvent *event) {
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        SDL_GetRendererOutputSize(glass->renderer, &glass->width, &glass->height);
        painter_forget(glass->painter);
        return (Input){.kind = INPUT_RESIZE, .width = glass->width, .height = glass->height};
    }
    if (event->event != SDL_WINDOWEVENT_EXPOSED)
        return (Input){0};
    painter_expose(glass->painter);
    return (Input){.kind = INPUT_REPAINT};
}

static Input input_of(Glass *glass, const SDL_Event *event) {
    if (event->type == painter_event(glass->painter) || event->type == cinema_event(glass->cinema))
        return (Input){.kind = INPUT_REPAINT};
    if (window_lost(&glass->window, event))
        return (Input){.kind = INPUT_LOST};
    if (window_closed(&glass->window, event))
        return (Input){.kind = INPUT_QUIT};
    if (window_takes(&glass->window, event))
        return (Input){0};
    switch (event->type) {
    case SDL_KEYDOWN:
        return key_input(&event->key);
    case SDL_FINGERDOWN:
        return finger_input(glass, RAW_FINGER_DOWN, &event->tfinger);
    case SDL_FINGERMOTION:
        return finger_input(glass, RAW_FINGER_MOVE, &event->tfinger);
    case SDL_FINGERUP:
        return finger_input(glass, RAW_FINGER_UP, &event->tfinger);
    case SDL_MOUSEBUTTONDOWN:
        return mouse_input(glass, RAW_MOUSE_DOWN, event);
    case SDL_MOUSEMOTION:
        return mouse_input(glass, RAW_MOUSE_MOVE, event);
    case SDL_MOUSEBUTTONUP:
        return mouse_input(glass, RAW_MOUSE_UP, event);
    case SDL_WINDOWEVENT:
        return window_input(glass, &event->window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        painter_forget(glass->painter);
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

Input glass_wait(Glass *glass, Millis timeout) {
    SDL_Event event;
    int limit = timeout < 0       ? -1
                : timeout > 60000 ? 60000
                                  : (int)timeout,
        film = cinema_wait(glass->cinema);
    if (film >= 0 && (limit < 0 || film < limit))
        limit = film;
    bool some = glass->window.window && !stop_wished() && SDL_WaitEventTimeout(&event, limit);
    if (stop_wished())
        return (Input){.kind = INPUT_QUIT};
    if (!some)
        return (Input){.when = glass_now(glass)};
    skip_to_last_move(&event);
    Input input = input_of(glass, &event);
    input.when = happened(event.common.timestamp);
    return input;
}
