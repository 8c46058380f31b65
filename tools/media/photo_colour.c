#include "tools/media/photo_parts.h"

#include <lcms2.h>
#include <stdlib.h>

enum {
    STEPS = 6, /* to a side of the cube of colours that is compared */
    TELLS = 4  /* of 255: less, and nobody tells two colours apart */
};

static int inks_of(cmsHPROFILE profile) {
    cmsColorSpaceSignature space = profile ? cmsGetColorSpace(profile) : (cmsColorSpaceSignature)0;
    if (space == cmsSigGrayData)
        return 1;
    if (space == cmsSigRgbData)
        return 3;
    return space == cmsSigCmykData ? 4 : 0;
}

static cmsUInt32Number format_of(int inks) {
    if (inks == 1)
        return TYPE_GRAY_8;
    return inks == 3 ? TYPE_RGBA_8 : TYPE_CMYK_8;
}

/* ---- are they those of a screen? ------------------------------------------------------------- */

static bool is_near(const uint8_t *a, const uint8_t *b) {
    for (int c = 0; c < 3; c++)
        if (abs(a[c] - b[c]) > TELLS)
            return false;
    return true;
}

static bool keeps_greys(const Colours *colours) {
    for (int i = 0; i < 256; i++) {
        uint8_t grey = (uint8_t)i, same[3] = {grey, grey, grey}, out[4];
        cmsDoTransform(colours->way, &grey, out, 1);
        if (!is_near(out, same))
            return false;
    }
    return true;
}

static uint8_t step(int i) {
    return (uint8_t)(i * 255 / (STEPS - 1));
}

static bool keeps_colours(const Colours *colours) {
    for (int i = 0; i < STEPS * STEPS * STEPS; i++) {
        uint8_t in[4] = {step(i % STEPS), step(i / STEPS % STEPS), step(i / STEPS / STEPS), 255},
                out[4];
        cmsDoTransform(colours->way, in, out, 1);
        if (!is_near(in, out))
            return false;
    }
    return true;
}

static bool is_same(const Colours *colours) {
    if (!colours->way || colours->inks == 4)
        return !colours->way;
    return colours->inks == 1 ? keeps_greys(colours) : keeps_colours(colours);
}

/* ---- the way --------------------------------------------------------------------------------- */

static Colours open_way(cmsHPROFILE from) {
    Colours colours = {.inks = inks_of(from)};
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    if (colours.inks && to)
        colours.way =
            cmsCreateTransform(from, format_of(colours.inks), to, TYPE_RGBA_8, INTENT_PERCEPTUAL,
                               colours.inks == 3 ? cmsFLAGS_COPY_ALPHA : 0);
    if (from)
        cmsCloseProfile(from);
    if (to)
        cmsCloseProfile(to);
    colours.odd = !colours.way;
    colours.same = is_same(&colours);
    return colours;
}

Colours colours_open(Slice profile) {
    cmsSetLogErrorHandler(NULL);
    return profile.len ? open_way(cmsOpenProfileFromMem(profile.at, (cmsUInt32Number)profile.len))
                       : (Colours){.same = true};
}

/* Adobe RGB (1998), 4.3. */
Colours colours_of_adobe(void) {
    cmsCIExyY white = {.3127, .3290, 1};
    cmsCIExyYTRIPLE lights = {{.64, .33, 1}, {.21, .71, 1}, {.15, .06, 1}};
    cmsToneCurve *curve = cmsBuildGamma(NULL, 2.19921875), *all[] = {curve, curve, curve};
    Colours colours = open_way(cmsCreateRGBProfile(&white, &lights, all));
    cmsFreeToneCurve(curve);
    return colours;
}

void colours_close(Colours *colours) {
    if (colours->way)
        cmsDeleteTransform(colours->way);
    colours->way = NULL;
}

void colours_mix(const Colours *colours, const uint8_t *inks, bool inverted, uint8_t *out,
                 int count) {
    for (int i = 0; i < count; i++, inks += 4, out += 4) {
        uint8_t point[4];
        for (int c = 0; c < 4; c++)
            point[c] = inverted ? (uint8_t)(255 - inks[c]) : inks[c];
        cmsDoTransform(colours->way, point, out, 1);
        out[3] = 255;
    }
}

/* Greys are in all three colours; what is not of their kind was told already. */
static void colour_greys(Pixels *pixels, const Colours *colours) {
    size_t count = (size_t)pixels->w * (size_t)pixels->h;
    uint8_t light[256][4];
    for (int i = 0; i < 256; i++) {
        uint8_t grey = (uint8_t)i;
        cmsDoTransform(colours->way, &grey, light[i], 1);
    }
    for (uint8_t *at = pixels->at; count--; at += 4) {
        const uint8_t *to = light[at[0]];
        at[0] = to[0], at[1] = to[1], at[2] = to[2];
    }
}

void pixels_colour(Pixels *pixels, const Colours *colours) {
    if (colours->way && colours->inks == 1)
        colour_greys(pixels, colours);
    for (int y = 0; colours->way && colours->inks == 3 && y < pixels->h; y++) {
        uint8_t *row = pixels->at + (size_t)y * (size_t)pixels->w * 4;
        cmsDoTransform(colours->way, row, row, (cmsUInt32Number)pixels->w);
    }
}
