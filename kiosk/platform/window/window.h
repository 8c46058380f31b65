/* The window on its display, and what draws in it. Full screen it takes the display's own mode at
   its own place, with a window manager or without, under X11, Wayland or on the bare card; it stays
   in front, and follows a display that is turned or changes its mode. Knows no page. */
#pragma once

#include "base/error.h"

#include <SDL2/SDL.h>

enum { WINDOW_PATIENCE_S = 60 }; /* for a display that comes late */

typedef struct WindowSpec {
    int width, height;     /* 0: the whole display */
    int display;           /* 0: the primary one, which also stands in for one that is not there */
    const char *renderer;  /* as SDL names them; NULL: a graphics processor, or else software */
    bool (*give_up)(void); /* asked while a display is waited for; may be NULL */
    void (*lost)(void);    /* called before the program ends because the X server did; or NULL */
} WindowSpec;

typedef struct Window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    bool full, x11;
    int display;
    Uint32 events; /* the first of two: outputs have changed, the window is to come to the front */
} Window;

bool window_open(Window *window, WindowSpec spec, Error *error); /* also after a failure: */
void window_close(Window *window);

/* Clockwise, by 0, 90, 180 or 270 degrees; what covers it follows. False: that is not the kiosk's
   to do, but the session's. */
bool window_turn(Window *window, int degrees);
bool window_turns(const Window *window);

/* What it stands on; where nobody but a program of the installer's can do it, nothing happens. */
void window_power(Window *window, bool on);

/* True if the event was the window's own business and has been dealt with. */
bool window_takes(Window *window, const SDL_Event *event);

/* Closed by somebody who may: never the full screen. */
bool window_closed(const Window *window, const SDL_Event *event);
bool window_lost(const Window *window, const SDL_Event *event); /* Wayland's compositor is gone */
