/* Makes a video that a page declares come true: follows the wish, owns the decoder and the speaker,
   paints the picture that is due. A page without a video closes whatever played before. */
#pragma once

#include "content/chunks.h"
#include "ui/page.h"

#include <SDL2/SDL.h>

typedef struct VideoView VideoView;

typedef struct VideoViewSpec {
    SDL_Renderer *renderer;
    const Pack *pack;   /* may be NULL */
    Chunks *chunks;     /* NULL: no clip can be shown */
    bool headless;      /* no threads, no sound, the clock is video_view_set_time */
    bool silent;        /* has no loudspeaker of its own */
    int sound_delay_ms; /* see decoder.h */
} VideoViewSpec;

VideoView *video_view_open(VideoViewSpec spec);
void video_view_close(VideoView *view);
void video_view_forget(VideoView *view); /* the renderer has lost its textures */
void video_view_rest(VideoView *view);   /* nobody is here: what can be opened again is closed */
void video_view_set_time(VideoView *view, Millis now); /* the headless clock */
Uint32 video_view_event(const VideoView *view);        /* "there is something new to show" */

void video_view_follow(VideoView *view, VideoWish wish);
VideoReport video_view_report(VideoView *view);

/* The number of the picture that is due for a clip; 0 while there is none. It stays the one that is
 * painted until asked again. */
unsigned video_view_due(VideoView *view, int clip);
int video_view_wait(VideoView *view); /* milliseconds until the next one; below 0: none is coming */

bool video_view_draw(VideoView *view, VideoFit fit, Box box);

/* The same straight into pixels of the glass, nothing in between; false when that cannot be done.
 */
bool video_view_paint(VideoView *view, VideoFit fit, Box box, SDL_Surface *surface);

int video_view_dropped(const VideoView *view);
