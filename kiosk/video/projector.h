/* Shows the clip that is wished for: one thread reads and decodes sound, one decodes pictures a few
   ahead, the caller takes the picture that is due. Opening, seeking and closing are changes of the
   wish and never wait. With `twin` there are no threads and no sound: the caller's clock drives
   everything and the picture at a time is always the same. */
#pragma once

#include "base/film.h"
#include "video/bytes.h"

#include <stdbool.h>

typedef struct Projector Projector;

typedef struct Reel {
    const char *name; /* for the log */
    ByteSource bytes;
    Millis duration; /* what the builder measured: an end before it is a fault */
} Reel;

typedef struct ProjectorSpec {
    const Reel *reel; /* one a clip; outlive the projector */
    int reel_count;
    bool twin;
    int sound_delay_ms; /* from the device taking a sample to its being heard */
    void (*wake)(
        void *self); /* called on another thread when there is something new to show; may be NULL */
    void *self;
} ProjectorSpec;

Projector *projector_open(ProjectorSpec spec);
void projector_close(Projector *projector);

/* Times below are microseconds of one steady clock of the caller. */
void projector_wish(Projector *projector, FilmWish wish, int64_t now_us);
FilmReport projector_report(Projector *projector, int64_t now_us);

/* The sound device asks for samples: stereo floats, 48 000 a second. Silence when there is nothing
 * to hear. */
void projector_mix(Projector *projector, float *stereo, int frames, int64_t now_us);

/* The picture that is due. `number` changes with the picture; 0: there is none yet. */
typedef struct Picturing {
    unsigned number;
    int clip, w, h; /* of the clip in square pixels */
} Picturing;

Picturing projector_due(Projector *projector, int64_t now_us);
int projector_wait(Projector *projector,
                   int64_t now_us); /* milliseconds until the next is due; below 0: none will be */

/* Paints the picture that projector_due answered last, scaled to w x h pixels of 0xXXRRGGBB. */
bool projector_paint(Projector *projector, void *pixels, int pitch, int w, int h);

/* The same as three planes, for a texture that a GPU converts; false when it is not 4:2:0 of
 * limited range. */
typedef struct Planes {
    const uint8_t *y, *u, *v;
    int y_pitch, u_pitch, v_pitch, w, h;
    bool bt709;
} Planes;

bool projector_planes(const Projector *projector, Planes *planes);

/* For the benchmark and tests: pictures that came too late to be shown, and the time of the one
 * shown. */
int projector_dropped(const Projector *projector);
int64_t projector_shown_us(const Projector *projector);
