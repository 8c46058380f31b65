/* A decoded picture becomes pixels of the glass, in its true colours and scaled once. */
#pragma once

#include "base/video.h"
#include "video/libav.h"
#include "video/scale.h"

/* What is kept between two pictures. */
typedef struct Colours {
    struct SwsContext *scaler; /* for these sizes */
    int matrix;                /* what it is set to; 0: nothing yet */
    bool full;
} Colours;

typedef struct Converter {
    Colours scaled, whole; /* for pictures that scale.h has scaled, and for all others */
    RowScale y, uv;
    uint8_t *scratch; /* for the rows in hand */
    size_t room;      /* bytes of it */
} Converter;

/* Writes w x h pixels of 0xXXRRGGBB, `pitch` bytes a row. False when this kind of picture cannot be
   converted. An untagged picture is BT.709 above 576 lines and BT.601 below, of limited range:
   ITU-R BT.709, BT.601 and what encoders do; libswscale by itself takes BT.601 always and is wrong
   by up to 23 of 255. */
bool convert_frame(Converter *converter, const AVFrame *frame, void *pixels, int pitch, int w,
                   int h);
/* The same of a part of the picture; only of those in planes of 4:2:0, which convert_parts says. */
bool convert_parts(const AVFrame *frame);
bool convert_part(Converter *converter, const AVFrame *frame, FramePart part, void *pixels,
                  int pitch, int w, int h);
void convert_free(Converter *converter);

/* As it is meant to be seen: anamorphic pixels made square. */
void convert_size(const AVFrame *frame, int *w, int *h);

bool convert_is_709(const AVFrame *frame);
