/* What SDL leaves to a window manager under X11, and what it does not tell: a kiosk mostly runs
   without a manager, on a display that somebody may turn or unplug. Knows no page. All but x11_is
   need a window for which it answered true. */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>

bool x11_is(SDL_Window *window); /* else it lives under Wayland, on the bare card… */

/* Before the window is shown: a manager, if there is one, is to make it full screen when it sees it
   first. SDL would ask afterwards, and wait 100 ms for an answer that never comes where nobody
   manages. */
void x11_ask_full_screen(SDL_Window *window);

/* Into sight, before SDL does the same: SDL would wait for ever where a manager that is just
   starting has missed the wish. */
void x11_map(SDL_Window *window);

int x11_outputs(SDL_Window *window); /* how many there are; 0: the server does not tell */

/* Where an output lies now, the primary one being 0; false: there is no such output. */
bool x11_output(SDL_Window *window, int number, SDL_Rect *box);

/* Turns the primary output clockwise, by 0, 90, 180 or 270 degrees. False: the server does not do
   that. */
bool x11_turns(SDL_Window *window);
bool x11_turn(SDL_Window *window, int degrees);

/* Moves it there; a manager that made it full screen does that itself. */
void x11_cover(SDL_Window *window, SDL_Rect box);

/* Switches the displays of the server on or off, where they know DPMS; they do not switch
   themselves off. */
void x11_power(SDL_Window *window, bool on);

/* From now on an event of this type says that outputs have changed. Until x11_unwatch. */
void x11_watch(SDL_Window *window, Uint32 event);
void x11_unwatch(void);

/* When the X server is gone Xlib ends the program: `lost` is called before, on the thread that
   opened the window. */
void x11_before_loss(void (*lost)(void));
