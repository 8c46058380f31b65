/* The sound of a sentence that somebody has recorded, a WAV or an Ogg in memory, decoded piece by
   piece under the limits of films. Knows no device, no clock and no page. */
#pragma once

#include "base/error.h"
#include "base/slice.h"
#include "video/container.h"
#include "video/sound.h"

enum { RECORDING_MS_MAX = 60000 };

/* Takes stereo floats, SOUND_RATE a second. False: no more is wanted. */
typedef struct RecordingSink {
    void *self;
    bool (*samples)(void *self, const float *stereo, int frames);
} RecordingSink;

/* What is wrong with one; why a file was not opened, ContainerFault says. */
typedef enum RecordingFault {
    RECORDING_FINE,
    RECORDING_CLOSED, /* it was not opened */
    RECORDING_BROKEN, /* not all of it can be decoded */
    RECORDING_EMPTY,
    RECORDING_LONG
} RecordingFault;

typedef struct RecordingEnd {
    RecordingFault fault;
    ContainerFault file;
    char codec[24]; /* that is not played here; else empty */
} RecordingEnd;

/* Decodes to the end, to the first fault, which `error` names, or until no more is wanted, which is
   no fault. */
RecordingEnd recording_decode(Slice bytes, RecordingSink sink, Error *error);
