/* For what light a film was made: a screen's as the kiosk has one, or another, in whose numbers the
   same picture looks dull. */
#pragma once

#include <libavutil/pixfmt.h>
#include <stdbool.h>

typedef struct Light {
    enum AVColorTransferCharacteristic curve;
    enum AVColorPrimaries lights;
    enum AVColorSpace matrix;
} Light;

bool light_is_high(const Light *light); /* HDR: PQ or HLG */
bool light_is_odd(const Light *light);  /* HDR, or colours that a screen does not have */

/* The filters of ffmpeg that make a screen's picture (BT.709, eight bits in 4:2:0) of it. */
void light_filters(const Light *light, char *text, int room);
