/* Makes of what authors have what a kiosk plays: films as telephones and cameras write them, their
   posters, subtitles as SRT. Needs the program ffmpeg. */
#pragma once

#include "tools/pack/meter.h"
#include "tools/sources/report.h"

#include <stdbool.h>

typedef struct MediaOrder {
    bool plain_side; /* beside an upright film: one colour, instead of the film itself, blurred */
    MeterLine *meter;
} MediaOrder;

/* Goes through FOLDER/clips. Every film that would not be played becomes ID.mp4 beside it, which
   takes its place when it is whole; the original is kept in FOLDER/originals. True when nothing is
   left to do; else the report says what and why. */
bool media_convert(Report *report, Arena *arena, const char *folder, const MediaOrder *order,
                   int *made);
