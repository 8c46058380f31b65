#include "map/camera.h"

#include <math.h>

#define DEGREE (3.14159265358979323846 / 180)

/* Sine and cosine that are exact at the quarter turns: a full turn must give the identical picture.
 */
static void direction(double deg, double *sine, double *cosine) {
    static const double SINE[] = {0, 1, 0, -1};
    double quarter = deg / 90;
    if (quarter == floor(quarter)) {
        int q = (int)quarter & 3;
        *sine = SINE[q];
        *cosine = SINE[(q + 1) & 3];
        return;
    }
    *sine = sin(deg * DEGREE);
    *cosine = cos(deg * DEGREE);
}

static double wrapped(double deg) {
    double turned = fmod(deg, 360);
    if (turned < 0)
        turned += 360;
    return turned < 360 ? turned : 0;
}

double camera_angle_deg(double deg) {
    double turned = wrapped(deg);
    return turned > 180 ? turned - 360 : turned;
}

double camera_bearing_deg(Spot from, Spot to) {
    double dx = to.x - from.x, dy = to.y - from.y;
    return dx == 0 && dy == 0 ? 0 : wrapped(atan2(dx, dy) / DEGREE);
}

/* ---- between plan and glass ------------------------------------------------------------------ */

Pixel camera_project(const Camera *c, Spot spot) {
    double sine, cosine, dx = spot.x - c->at.x, dy = spot.y - c->at.y;
    direction(c->up_deg, &sine, &cosine);
    double right = dx * cosine - dy * sine, up = dx * sine + dy * cosine;
    return (Pixel){c->w / 2 + right * c->scale, c->h / 2 - up * c->scale};
}

/* Millimetres east and north that lie `right` and `up` pixels apart on the glass. */
static Spot unturned(const Camera *c, double right, double up) {
    double sine, cosine;
    direction(c->up_deg, &sine, &cosine);
    return (Spot){(right * cosine + up * sine) / c->scale, (up * cosine - right * sine) / c->scale};
}

Spot camera_unproject(const Camera *c, Pixel pixel) {
    Spot away = unturned(c, pixel.x - c->w / 2, c->h / 2 - pixel.y);
    return (Spot){c->at.x + away.x, c->at.y + away.y};
}

/* ---- the start ------------------------------------------------------------------------------- */

Camera camera_fit(Spot low, Spot high, double up_deg, double w, double h, double margin) {
    Camera c = {{(low.x + high.x) / 2, (low.y + high.y) / 2}, 1, wrapped(up_deg), w, h};
    double sine, cosine, dx = high.x - low.x, dy = high.y - low.y;
    direction(c.up_deg, &sine, &cosine);
    double across = fabs(dx * cosine) + fabs(dy * sine),
           along = fabs(dx * sine) + fabs(dy * cosine);
    double room_w = fmax(w - 2 * margin, 1), room_h = fmax(h - 2 * margin, 1);
    c.scale = fmin(room_w / fmax(across, 1), room_h / fmax(along, 1));
    return c;
}

CameraBounds camera_bounds(Spot low, Spot high, Camera start, double close_mm) {
    double closest = fmin(start.w, start.h) / close_mm;
    return (CameraBounds){low, high, start.scale, fmax(closest, start.scale)};
}

/* ---- moving ---------------------------------------------------------------------------------- */

static double within(double value, double low, double high) {
    return value < low ? low : value > high ? high : value;
}

static Camera held(Camera c, const CameraBounds *bounds) {
    c.at.x = within(c.at.x, bounds->low.x, bounds->high.x);
    c.at.y = within(c.at.y, bounds->low.y, bounds->high.y);
    return c;
}

Camera camera_pan(Camera c, double dx, double dy, const CameraBounds *bounds) {
    Spot moved = unturned(&c, -dx, dy);
    c.at.x += moved.x;
    c.at.y += moved.y;
    return held(c, bounds);
}

/* Moves the view so that `spot` lies at `pixel` again. */
static Camera pinned(Camera c, Spot spot, Pixel pixel, const CameraBounds *bounds) {
    Spot now = camera_unproject(&c, pixel);
    c.at.x += spot.x - now.x;
    c.at.y += spot.y - now.y;
    return held(c, bounds);
}

Camera camera_zoom(Camera c, double factor, Pixel about, const CameraBounds *bounds) {
    Spot spot = camera_unproject(&c, about);
    c.scale = within(c.scale * factor, bounds->least_scale, bounds->most_scale);
    return pinned(c, spot, about, bounds);
}

Camera camera_turn(Camera c, double clockwise_deg, Pixel about, const CameraBounds *bounds) {
    Spot spot = camera_unproject(&c, about);
    c.up_deg = wrapped(c.up_deg - clockwise_deg);
    return pinned(c, spot, about, bounds);
}
