/* Shows the clip that is wished for: one thread reads and decodes sound, one decodes pictures a few
   ahead, the caller takes the picture that is due. Opening, seeking and closing are changes of the
   wish and never wait. With `headless` there are no threads and no sound: the caller's clock drives
   everything and the picture at a time is always the same. */
#pragma once

#include "base/video.h"
#include "video/bytes.h"

#include <stdbool.h>

typedef struct Decoder Decoder;

typedef struct VideoSource {
    const char *name; /* for the log */
    ByteSource bytes;
    Millis duration; /* what the builder measured: an end before it is a fault */
} VideoSource;

typedef struct DecoderSpec {
    const VideoSource *source; /* one a clip; outlive the decoder */
    int source_count;
    bool headless;
    int sound_delay_ms; /* from the device taking a sample to its being heard */
    void (*wake)(
        void *self); /* called on another thread when there is something new to show; may be NULL */
    void *self;
} DecoderSpec;

Decoder *decoder_open(DecoderSpec spec);
void decoder_close(Decoder *decoder);

/* Times below are microseconds of one steady clock of the caller. */
void decoder_wish(Decoder *decoder, VideoWish wish, int64_t now_us);
VideoReport decoder_report(Decoder *decoder, int64_t now_us);

/* The sound device asks for samples: stereo floats, 48 000 a second. Silence when there is nothing
 * to hear. */
void decoder_mix(Decoder *decoder, float *stereo, int frames, int64_t now_us);

/* The picture that is due. `number` changes with the picture; 0: there is none yet. */
typedef struct FrameInfo {
    unsigned number;
    int clip, w, h; /* of the clip in square pixels */
} FrameInfo;

FrameInfo decoder_due(Decoder *decoder, int64_t now_us);
int decoder_wait(Decoder *decoder,
                 int64_t now_us); /* milliseconds until the next is due; below 0: none will be */

/* Paints the picture that decoder_due answered last, scaled to w x h pixels of 0xXXRRGGBB. */
bool decoder_paint(Decoder *decoder, void *pixels, int pitch, int w, int h);

/* Of that picture, the part that covers a box of such a shape. */
FramePart decoder_part(const Decoder *decoder, VideoFit fit, int w, int h);
bool decoder_paint_part(Decoder *decoder, FramePart part, void *pixels, int pitch, int w, int h);

/* The same as three planes, for a texture that a GPU converts; false when it is not 4:2:0 of
 * limited range. */
typedef struct Planes {
    const uint8_t *y, *u, *v;
    int y_pitch, u_pitch, v_pitch, w, h;
    bool bt709;
} Planes;

bool decoder_planes(const Decoder *decoder, Planes *planes);

/* For the benchmark and tests: pictures that came too late to be shown, and the time of the one
 * shown. */
int decoder_dropped(const Decoder *decoder);
int64_t decoder_shown_us(const Decoder *decoder);
