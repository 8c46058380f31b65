/* The names on a map, ready to be placed: in which forms each can be written and how large that is.
 * Measured once a floor. */
#pragma once

#include "map/labels.h"
#include "map/view.h"
#include "platform/paint/fonts.h"

enum { NAME_LINES = 2 };

typedef enum NameLook {
    NAME_WORDS,
    NAME_CODE, /* an icon above the code on the door */
    NAME_ICON,
    NAME_SIGN,  /* an icon on a plate: what everybody looks for, at the first glance */
    NAME_LIT,   /* the same, of what is looked for: larger, in the colour of what is sought */
    NAME_PLATE, /* words on a plate, over the walls: where no name fits into its room */
} NameLook;

typedef struct NameForm {
    NameLook look;
    Slice line[NAME_LINES]; /* the second may be empty */
} NameForm;

typedef struct MapNames {
    uint64_t key;                  /* of what was measured */
    LabelWish *wish;               /* by priority */
    NameForm (*form)[LABEL_FORMS]; /* of each space of the plan */
    int count;
    LabelSpot *spot, *last;
    int spots;
    bool plates; /* names stand on plates over the walls, since too few fit into their rooms */
} MapNames;

/* Pixel sizes of words, of the icons above codes, of signs, of signs that are lit, and of the air
 * inside a plate. */
typedef struct NameSizes {
    int words, leading, icon, sign, lit, air;
} NameSizes;

/* Of the fonts of a form's lines. */
Face map_names_face(const NameForm *form, int line);
int map_names_size(const NameForm *form, int line, NameSizes sizes);

/* The colour of a sign's plate: by what it stands for. */
Paint map_names_sign_paint(SpaceKind kind);

void map_names_measure(MapNames *names, const MapView *view, Fonts *fonts, NameSizes sizes);

/* Places them for the view; boxes in `taken` stay free. While the view moves, what stood stays
 * where it can. */
void map_names_place(MapNames *names, const MapView *view, const Camera *camera, const Box *taken,
                     int taken_count);
void map_names_free(MapNames *names);
