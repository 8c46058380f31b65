#include "ui/tint.h"

#include <math.h>
#include <stdbool.h>

/* Björn Ottosson, "A perceptual color space for image processing" (2020): Oklab, where equal steps
   look equal. */
typedef struct Tint {
    double l, a, b;
} Tint;

static double to_linear(uint32_t colour, int shift) {
    double c = (double)(colour >> shift & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static Tint tint_of(uint32_t colour) {
    double r = to_linear(colour, 16), g = to_linear(colour, 8), b = to_linear(colour, 0);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return (Tint){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                  1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                  0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static double cube(double x) {
    return x * x * x;
}

/* Linear light; may lie outside of what a display shows. */
static void light_of(Tint t, double light[3]) {
    double l = cube(t.l + 0.3963377774 * t.a + 0.2158037573 * t.b);
    double m = cube(t.l - 0.1055613458 * t.a - 0.0638541728 * t.b);
    double s = cube(t.l - 0.0894841775 * t.a - 1.2914855480 * t.b);
    light[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
    light[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
    light[2] = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
}

static bool is_shown(Tint t) {
    double light[3];
    light_of(t, light);
    for (int i = 0; i < 3; i++)
        if (light[i] < -1e-4 || light[i] > 1 + 1e-4)
            return false;
    return true;
}

static uint32_t byte_of(double light) {
    double c = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055;
    return (uint32_t)lround(255 * fmin(fmax(c, 0), 1));
}

static Tint paler(Tint t, double share) {
    return (Tint){t.l, t.a * share, t.b * share};
}

/* What no display shows keeps its lightness and its hue, and is as vivid as can be. */
static uint32_t colour_of(Tint t) {
    double light[3], least = 0, most = 1;
    for (int i = 0; i < 24 && !is_shown(paler(t, most)); i++) {
        double middle = (least + most) / 2;
        if (is_shown(paler(t, middle)))
            least = middle;
        else
            most = middle;
    }
    light_of(paler(t, is_shown(paler(t, most)) ? most : least), light);
    return byte_of(light[0]) << 16 | byte_of(light[1]) << 8 | byte_of(light[2]);
}

/* Black stays black, white stays white, and the base becomes the campus's own. */
static double lightness_like(double l, double base, double own) {
    return l <= base ? l * own / base : 1 - (1 - l) * (1 - own) / (1 - base);
}

uint32_t tint_like(uint32_t house, uint32_t base, uint32_t own) {
    if (house == base)
        return own;
    Tint h = tint_of(house), b = tint_of(base), o = tint_of(own);
    double vivid = hypot(o.a, o.b) / hypot(b.a, b.b) * hypot(h.a, h.b);
    double hue = atan2(o.b, o.a) + atan2(h.b, h.a) - atan2(b.b, b.a);
    return colour_of((Tint){lightness_like(h.l, b.l, o.l), vivid * cos(hue), vivid * sin(hue)});
}

uint32_t tint_at(uint32_t colour, double lightness) {
    Tint t = tint_of(colour);
    return colour_of((Tint){lightness, t.a, t.b});
}

double tint_lightness(uint32_t colour) {
    return tint_of(colour).l;
}
