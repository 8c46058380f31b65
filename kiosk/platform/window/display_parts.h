/* What a display is made of: display.c opens and shows it, display_input.c hears of it. */
#pragma once

#include "platform/window/display.h"

#include "platform/page/painter.h"
#include "platform/video/beside.h"
#include "platform/video/earcon_player.h"
#include "platform/voice/jack.h"
#include "platform/voice/voice.h"
#include "platform/window/finger.h"
#include "platform/window/window.h"

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
