#include "platform/window/window.h"

#include "base/log.h"
#include "platform/window/x11.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#define TRY_AGAIN_MS 500
#define TURN_PATIENCE_MS 1000 /* for a window to follow a display that was turned */
#define TURN_LOOK_MS 10
#define FRONT_MS 300 /* two programs that both want to be in front take turns slowly */

enum { EVENT_MOVED, EVENT_FRONT, EVENTS };

/* ---- a display ------------------------------------------------------------------------------- */

static bool exists(const char *pattern) {
    glob_t found;
    bool any = glob(pattern, 0, NULL, &found) == 0;
    globfree(&found);
    return any;
}

static bool is_set(const char *name) {
    const char *value = getenv(name);
    return value && *value;
}

static bool names_display(void) {
    return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
}

/* Only what may be there: on the bare card one would sit in the way of an X server that is still
   starting, and Wayland's library complains each time where there is no such thing. The
   environment's SDL_VIDEODRIVER goes before. */
static const char *drivers(void) {
    if (!names_display())
        return exists("/dev/dri/card*") ? "KMSDRM" : "x11";
    if (!is_set("DISPLAY"))
        return "wayland";
    return is_set("WAYLAND_DISPLAY") ? "x11,wayland" : "x11";
}

static void set_hints(void) {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers());
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* stop.h has them */
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0"); /* a lost "up" would hold the mouse for ever */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"); /* a touch that brings the focus is one */
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0"); /* it talks on stderr */
    SDL_SetHint(SDL_HINT_GRAB_KEYBOARD, "1");
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
}

/* The kiosk before people has to be seen: these drivers look healthy and show nothing. */
static bool shows(const char *driver) {
    return strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0;
}

static bool wait_for_display(const WindowSpec *spec, Error *error) {
    bool may_come = names_display() || exists("/dev/dri/card*");
    /* No joysticks: they wake the machine 11 times a second. */
    for (int ms = 0; SDL_Init(SDL_INIT_VIDEO) != 0; ms += TRY_AGAIN_MS) {
        if (!may_come || ms >= WINDOW_PATIENCE_S * 1000)
            return error_set(error, "no display: %s", SDL_GetError());
        if (spec->give_up && spec->give_up())
            return error_set(error, "told to end before there was a display");
        if (ms == 0)
            log_note("display", "there is none yet, it is waited for for %d s", WINDOW_PATIENCE_S);
        SDL_Delay(TRY_AGAIN_MS);
    }
    const char *driver = SDL_GetCurrentVideoDriver();
    return shows(driver) ||
           error_set(error, "SDL's driver \"%s\" shows nothing: it is for --headless only", driver);
}

/* ---- what draws ------------------------------------------------------------------------------ */

/* OpenGL in software costs ten times SDL's own software renderer: never fall onto it silently. */
static bool draws_in_software(void) {
    typedef const unsigned char *(*GetString)(unsigned);
    GetString get_string = NULL;
    *(void **)&get_string = SDL_GL_GetProcAddress("glGetString");
    const char *name = get_string ? (const char *)get_string(0x1F01 /* GL_RENDERER */) : NULL;
    return !name || strstr(name, "llvmpipe") || strstr(name, "softpipe") || strstr(name, "swrast");
}

static SDL_Renderer *software(SDL_Window *window) {
    /* Under X11 presenting would take the way through OpenGL without this hint: 13 ms instead of
       0.3. Elsewhere OpenGL is the only way, and SDL remembers the first try: it cannot be made
       first with the hint, then without. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, x11_is(window) ? "0" : "1");
    return SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
}

static SDL_Renderer *accelerated(SDL_Window *window) {
    return SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
}

static SDL_Renderer *on_gpu(SDL_Window *window) {
    SDL_Renderer *gpu = exists("/dev/dri/renderD*") ? accelerated(window) : NULL;
    if (gpu && draws_in_software()) {
        SDL_DestroyRenderer(gpu);
        return NULL;
    }
    return gpu;
}

static SDL_Renderer *named(SDL_Window *window, const char *name) {
    if (strcmp(name, "software") == 0)
        return software(window);
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, name);
    SDL_Renderer *renderer = accelerated(window);
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, NULL);
    if (!renderer)
        log_line("display", "renderer %s: %s; software is taken instead", name, SDL_GetError());
    return renderer;
}

static bool is_renderer(const char *name, Error *error) {
    char names[128] = "";
    for (int i = 0; i < SDL_GetNumRenderDrivers(); i++) {
        SDL_RendererInfo info;
        SDL_GetRenderDriverInfo(i, &info);
        if (strcmp(info.name, name) == 0)
            return true;
        size_t length = strlen(names);
        snprintf(names + length, sizeof names - length, "%s%s", i ? ", " : "", info.name);
    }
    return error_set(error, "no renderer is called \"%s\", there are: %s", name, names);
}

static SDL_Renderer *renderer_for(SDL_Window *window, const char *name) {
    SDL_Renderer *renderer = name ? named(window, name) : on_gpu(window);
    return renderer ? renderer : software(window);
}

/* ---- the window ------------------------------------------------------------------------------ */

static void miss(int display, int count) {
    log_line("display", "there is no display %d, only 0 to %d: the primary one is taken", display,
             count - 1);
}

/* Made out of sight: what draws may need another window, and a manager reads what is asked of it
   when it sees it first. Where X11 is, SDL is not to know that it is full screen: it would wait for
   a manager, and keep to the mode as it was. */
static SDL_Window *new_full_screen(int display) {
    SDL_Rect box = {0, 0, 1920, 1080};
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) {
        SDL_GetDisplayBounds(0, &box);
        return SDL_CreateWindow("Azimut", box.x, box.y, box.w, box.h,
                                SDL_WINDOW_HIDDEN | SDL_WINDOW_BORDERLESS | SDL_WINDOW_RESIZABLE);
    }
    int count = SDL_GetNumVideoDisplays(), number = display < count ? display : 0;
    if (number != display)
        miss(display, count);
    SDL_GetDisplayBounds(number, &box);
    int place = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)number);
    return SDL_CreateWindow("Azimut", place, place, box.w, box.h, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

/* SDL's own list of outputs is of when it began, and not always whole: the server is asked. */
static void take_output(const Window *w) {
    SDL_Rect box;
    int count = x11_outputs(w->window);
    if (count && w->display >= count)
        miss(w->display, count);
    if (!x11_output(w->window, w->display < count ? w->display : 0, &box))
        return;
    SDL_SetWindowPosition(w->window, box.x, box.y);
    SDL_SetWindowSize(w->window, box.w, box.h);
}

static void follow_outputs(Window *w) {
    SDL_Rect box;
    if (x11_output(w->window, w->display, &box) || x11_output(w->window, 0, &box))
        x11_cover(w->window, box);
}

bool window_turns(const Window *w) {
    return w->full && w->x11 && w->display == 0 && x11_turns(w->window);
}

/* The window follows a moment later; nothing may be drawn in it meanwhile for the size it had. */
static void wait_for_size(const Window *w, SDL_Rect box) {
    int width = 0, height = 0;
    for (int ms = 0; ms < TURN_PATIENCE_MS; ms += TURN_LOOK_MS) {
        SDL_PumpEvents();
        SDL_GetWindowSize(w->window, &width, &height);
        if (width == box.w && height == box.h)
            return;
        SDL_Delay(TURN_LOOK_MS);
    }
}

bool window_turn(Window *w, int degrees) {
    if (!w->full || !w->x11 || w->display || !x11_turn(w->window, degrees))
        return false;
    SDL_Rect box;
    follow_outputs(w);
    if (x11_output(w->window, w->display, &box))
        wait_for_size(w, box);
    return true;
}

static SDL_Window *new_window(const WindowSpec *spec) {
    int place = (int)SDL_WINDOWPOS_CENTERED;
    return SDL_CreateWindow("Azimut", place, place, spec->width, spec->height,
                            SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE);
}

static void bring_into_sight(const Window *w) {
    if (w->x11)
        x11_map(w->window);
    SDL_ShowWindow(w->window);
}

static void show_full_screen(Window *w) {
    w->events = SDL_RegisterEvents(EVENTS);
    if (w->x11) {
        x11_ask_full_screen(w->window);
        x11_watch(w->window, w->events + EVENT_MOVED);
    }
    bring_into_sight(w);
    SDL_SetWindowKeyboardGrab(w->window, SDL_TRUE);
    SDL_ShowCursor(SDL_DISABLE);
}

static void tell(const Window *w) {
    SDL_RendererInfo info;
    int width = 0, height = 0, x = 0, y = 0;
    SDL_GetRendererInfo(w->renderer, &info);
    SDL_GetRendererOutputSize(w->renderer, &width, &height);
    SDL_GetWindowPosition(w->window, &x, &y);
    log_note("display", "%dx%d at %d,%d under %s, drawn by %s", width, height, x, y,
             SDL_GetCurrentVideoDriver(), info.name);
}

bool window_open(Window *w, WindowSpec spec, Error *error) {
    *w = (Window){.full = !spec.width, .display = spec.display};
    set_hints();
    if (!wait_for_display(&spec, error) || (spec.renderer && !is_renderer(spec.renderer, error)))
        return false;
    w->window = w->full ? new_full_screen(spec.display) : new_window(&spec);
    w->x11 = w->window && x11_is(w->window);
    if (w->full && w->x11)
        take_output(w);
    w->renderer = w->window ? renderer_for(w->window, spec.renderer) : NULL;
    if (!w->renderer)
        return error_set(error, "no window: %s", SDL_GetError());
    if (w->x11)
        x11_before_loss(spec.lost);
    if (w->full)
        show_full_screen(w);
    else
        bring_into_sight(w);
    tell(w);
    return true;
}

void window_close(Window *w) {
    if (w->full && w->x11)
        x11_unwatch();
    if (w->renderer)
        SDL_DestroyRenderer(w->renderer);
    if (w->window)
        SDL_DestroyWindow(w->window);
    *w = (Window){0};
}

/* ---- what becomes of it ---------------------------------------------------------------------- */

static void come_to_front(Window *w) {
    if (SDL_GetWindowFlags(w->window) & SDL_WINDOW_INPUT_FOCUS)
        return;
    SDL_RestoreWindow(w->window);
    SDL_RaiseWindow(w->window);
    if (w->x11)
        SDL_SetWindowInputFocus(w->window);
}

static Uint32 push_front(Uint32 interval, void *type) {
    (void)interval;
    SDL_PushEvent(&(SDL_Event){.type = (Uint32)(uintptr_t)type});
    return 0;
}

static bool leaves_front(const SDL_Event *event) {
    if (event->type != SDL_WINDOWEVENT)
        return false;
    Uint8 what = event->window.event;
    return what == SDL_WINDOWEVENT_FOCUS_LOST || what == SDL_WINDOWEVENT_MINIMIZED;
}

/* A window among others leaves the display to them. */
void window_power(Window *w, bool on) {
    if (w->full && w->x11)
        x11_power(w->window, on);
}

bool window_takes(Window *w, const SDL_Event *event) {
    if (!w->full)
        return false;
    if (leaves_front(event))
        SDL_AddTimer(FRONT_MS, push_front, (void *)(uintptr_t)(w->events + EVENT_FRONT));
    else if (event->type == w->events + EVENT_MOVED)
        follow_outputs(w);
    else if (event->type == w->events + EVENT_FRONT)
        come_to_front(w);
    else
        return false;
    return true;
}

bool window_closed(const Window *w, const SDL_Event *event) {
    return !w->full && event->type == SDL_WINDOWEVENT &&
           event->window.event == SDL_WINDOWEVENT_CLOSE;
}

/* Since windows do not end SDL, and signals are ours, this is what remains to be said. */
bool window_lost(const Window *w, const SDL_Event *event) {
    return event->type == SDL_QUIT && !w->x11;
}
