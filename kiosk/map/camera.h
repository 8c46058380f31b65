/* How a level of the plan lies on the glass: which point is in the middle, what is up, how large.
   Pure: knows millimetres and pixels, nothing of what is drawn. */
#pragma once

#include "base/box.h"

#include <stdint.h>

/* A point of the plan: millimetres east and north of its origin. */
typedef struct Spot {
    double x, y;
} Spot;

/* Pixels from the left top of the view. */
typedef struct Pixel {
    double x, y;
} Pixel;

typedef struct Camera {
    Spot at;       /* the point of the plan in the middle of the view */
    double scale;  /* pixels per millimetre */
    double up_deg; /* compass bearing of what is up, 0 (north) to below 360, clockwise */
    double w, h;   /* of the view, pixels */
} Camera;

/* What may be seen: the rectangle of the plan, and the closest and farthest one may go. */
typedef struct CameraBounds {
    Spot low, high;
    double least_scale, most_scale;
} CameraBounds;

/* The whole rectangle turned so that `up_deg` is up, as large as fits with `margin` pixels all
 * around. */
Camera camera_fit(Spot low, Spot high, double up_deg, double w, double h, double margin);

/* Limits under which `start` is the farthest view, and the closest shows `close_mm` across the
 * shorter side. */
CameraBounds camera_bounds(Spot low, Spot high, Camera start, double close_mm);

Pixel camera_project(const Camera *camera, Spot spot);
Spot camera_unproject(const Camera *camera, Pixel pixel);

/* The point under the finger stays under the finger. */
Camera camera_pan(Camera camera, double dx, double dy, const CameraBounds *bounds);
Camera camera_zoom(Camera camera, double factor, Pixel about, const CameraBounds *bounds);
Camera camera_turn(Camera camera, double clockwise_deg, Pixel about,
                   const CameraBounds *bounds); /* turns the picture */

double camera_bearing_deg(Spot from,
                          Spot to);  /* compass bearing, 0 to below 360; 0 for the same point */
double camera_angle_deg(double deg); /* the same angle within -180 (excluded) and 180 */
