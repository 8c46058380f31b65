/* The names on a map, ready to be placed: in which forms each can be written and how large that is. Measured once a floor. */
#pragma once

#include "campus/labels.h"
#include "campus/view.h"
#include "platform/fonts.h"

enum { NAME_LINES = 2 };

typedef struct NameForm {
    Slice line[NAME_LINES]; /* the second may be empty */
    bool icon, small; /* small: an icon as high as words */
} NameForm;

typedef struct MapNames {
    uint64_t key;        /* of what was measured */
    LabelWish *wish;     /* by priority */
    NameForm (*form)[LABEL_FORMS]; /* of each space of the plan */
    int count;
    LabelSpot *spot, *last;
    int spots;
} MapNames;

/* Pixel sizes of words and icons. */
typedef struct NameSizes {
    int words, leading, icon;
} NameSizes;

int map_names_size(const NameForm *form, NameSizes sizes); /* of its font */

void map_names_measure(MapNames *names, const MapView *view, Fonts *fonts, NameSizes sizes);

/* Places them for the view; boxes in `taken` stay free. While the view moves, what stood stays where it can. */
void map_names_place(MapNames *names, const MapView *view, const Camera *camera, const Box *taken, int taken_count);
void map_names_free(MapNames *names);
