#include "platform/window/x11.h"

#include "base/log.h"

#include <SDL2/SDL_syswm.h>
#include <X11/Xatom.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/dpms.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static bool info_of(SDL_Window *window, SDL_SysWMinfo *info) {
    SDL_VERSION(&info->version);
    return SDL_GetWindowWMInfo(window, info) && info->subsystem == SDL_SYSWM_X11;
}

bool x11_is(SDL_Window *window) {
    SDL_SysWMinfo info;
    return info_of(window, &info);
}

static Display *display_of(SDL_Window *window) {
    SDL_SysWMinfo info;
    return info_of(window, &info) ? info.info.x11.display : NULL;
}

static Window id_of(SDL_Window *window) {
    SDL_SysWMinfo info;
    return info_of(window, &info) ? info.info.x11.window : 0;
}

/* ---- covering an output ---------------------------------------------------------------------- */

void x11_ask_full_screen(SDL_Window *window) {
    Display *display = display_of(window);
    Atom state = XInternAtom(display, "_NET_WM_STATE", False);
    Atom full = XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", False);
    XChangeProperty(display, id_of(window), state, XA_ATOM, 32, PropModeReplace,
                    (unsigned char *)&full, 1);
}

/* The primary one first, the others as the server counts them. */
static int monitor_index(const XRRMonitorInfo *monitor, int count, int number) {
    int primary = 0;
    for (int i = 0; i < count; i++)
        if (monitor[i].primary)
            primary = i;
    if (number == 0)
        return primary;
    return number <= primary ? number - 1 : number;
}

static XRRMonitorInfo *monitors(SDL_Window *window, int *count) {
    Display *display = display_of(window);
    int event, error;
    *count = 0;
    if (!XRRQueryExtension(display, &event, &error))
        return NULL;
    return XRRGetMonitors(display, DefaultRootWindow(display), True, count);
}

int x11_outputs(SDL_Window *window) {
    int count;
    XRRMonitorInfo *monitor = monitors(window, &count);
    if (monitor)
        XRRFreeMonitors(monitor);
    return count;
}

bool x11_output(SDL_Window *window, int number, SDL_Rect *box) {
    int count;
    XRRMonitorInfo *monitor = monitors(window, &count);
    bool there = monitor && number < count;
    if (there) {
        const XRRMonitorInfo *m = &monitor[monitor_index(monitor, count, number)];
        *box = (SDL_Rect){m->x, m->y, m->width, m->height};
    }
    if (monitor)
        XRRFreeMonitors(monitor);
    return there;
}

static Rotation rotation_of(int degrees) {
    switch (degrees) {
    case 90:
        return RR_Rotate_270; /* the server counts the other way round */
    case 180:
        return RR_Rotate_180;
    case 270:
        return RR_Rotate_90;
    default:
        return RR_Rotate_0;
    }
}

static XRRScreenConfiguration *screen_config(SDL_Window *window) {
    Display *display = display_of(window);
    int event, error;
    if (!XRRQueryExtension(display, &event, &error))
        return NULL;
    return XRRGetScreenInfo(display, DefaultRootWindow(display));
}

/* Some servers only know one way up. */
static bool offers(XRRScreenConfiguration *config, Rotation wish) {
    Rotation now;
    return config && (XRRConfigRotations(config, &now) & wish);
}

bool x11_turns(SDL_Window *window) {
    XRRScreenConfiguration *config = screen_config(window);
    bool turns = offers(config, RR_Rotate_90);
    if (config)
        XRRFreeScreenConfigInfo(config);
    return turns;
}

static bool set_rotation(Display *display, XRRScreenConfiguration *config, Rotation wish) {
    Rotation now;
    SizeID size = XRRConfigCurrentConfiguration(config, &now);
    return now == wish || XRRSetScreenConfig(display, config, DefaultRootWindow(display), size,
                                             wish, CurrentTime) == RRSetConfigSuccess;
}

bool x11_turn(SDL_Window *window, int degrees) {
    Rotation wish = rotation_of(degrees);
    XRRScreenConfiguration *config = screen_config(window);
    bool turned = offers(config, wish) && set_rotation(display_of(window), config, wish);
    if (config)
        XRRFreeScreenConfigInfo(config);
    return turned;
}

void x11_cover(SDL_Window *window, SDL_Rect box) {
    Display *display = display_of(window);
    XMoveResizeWindow(display, id_of(window), box.x, box.y, (unsigned)box.w, (unsigned)box.h);
    XFlush(display);
}

void x11_power(SDL_Window *window, bool on) {
    Display *display = display_of(window);
    int event, error;
    if (!DPMSQueryExtension(display, &event, &error) || !DPMSCapable(display))
        return;
    DPMSSetTimeouts(display, 0, 0, 0);
    DPMSEnable(display);
    DPMSForceLevel(display, on ? DPMSModeOn : DPMSModeOff);
    XFlush(display);
}

/* ---- coming into sight ----------------------------------------------------------------------- */

#define MAP_PATIENCE_MS 1000
#define MAP_TRIES 30

static bool wait_for_map(Display *display, Window id) {
    XEvent event;
    for (Uint64 begun = SDL_GetTicks64(); SDL_GetTicks64() - begun < MAP_PATIENCE_MS;) {
        if (XCheckTypedWindowEvent(display, id, MapNotify, &event))
            return true;
        poll(&(struct pollfd){.fd = ConnectionNumber(display), .events = POLLIN}, 1, 20);
    }
    return false;
}

void x11_map(SDL_Window *window) {
    Display *display = display_of(window);
    Window id = id_of(window);
    for (int tries = 0; tries < MAP_TRIES; tries++) {
        XMapRaised(display, id);
        if (wait_for_map(display, id))
            return;
        log_note("display", "the window manager does not answer, it is asked again");
    }
}

/* ---- outputs that change --------------------------------------------------------------------- */

static struct {
    Uint32 event;
    int first; /* of the extension's events; -1: the server has none */
    Window root;
} watch;

static bool tells_of_outputs(const XEvent *event) {
    int what = event->type - watch.first;
    if (watch.first >= 0 && (what == RRScreenChangeNotify || what == RRNotify))
        return true;
    return event->type == ConfigureNotify && event->xconfigure.window == watch.root;
}

/* Of all that X11 says only this; nothing of it goes on into SDL's queue. */
static int look_at(void *self, SDL_Event *event) {
    (void)self;
    if (event->type != SDL_SYSWMEVENT)
        return 1;
    XEvent *x = &event->syswm.msg->msg.x11.event;
    if (!tells_of_outputs(x))
        return 0;
    XRRUpdateConfiguration(x);
    SDL_PushEvent(&(SDL_Event){.type = watch.event});
    return 0;
}

void x11_watch(SDL_Window *window, Uint32 event) {
    Display *display = display_of(window);
    int error;
    watch.event = event;
    watch.root = DefaultRootWindow(display);
    if (!XRRQueryExtension(display, &watch.first, &error))
        watch.first = -1;
    else
        XRRSelectInput(display, watch.root,
                       RRScreenChangeNotifyMask | RROutputChangeNotifyMask |
                           RRCrtcChangeNotifyMask);
    /* The first is SDL's. */
    XSelectInput(display, watch.root, PropertyChangeMask | StructureNotifyMask);
    SDL_SetEventFilter(look_at, NULL);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

void x11_unwatch(void) {
    SDL_EventState(SDL_SYSWMEVENT, SDL_DISABLE);
    SDL_SetEventFilter(NULL, NULL);
}

/* ---- a server that dies ---------------------------------------------------------------------- */

#define OTHERS_WAIT_S 5

static void (*before_loss)(void);
static SDL_threadID owner;

/* Other threads only wake the owner, over a connection of their own: it will find that its own is
   gone as well, unless it is already on its way out and waits for them. */
static int lose(Display *display) {
    (void)display;
    bool mine = SDL_ThreadID() == owner;
    if (!mine)
        sleep(OTHERS_WAIT_S);
    log_note("display", "the X server is gone");
    if (mine && before_loss)
        before_loss();
    _exit(EXIT_FAILURE);
}

void x11_before_loss(void (*lost)(void)) {
    before_loss = lost;
    owner = SDL_ThreadID();
    XSetIOErrorHandler(lose);
}
