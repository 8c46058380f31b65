/* What is drawn inside a box besides text: each kind with what it is drawn from. */
#pragma once

#include "base/video.h"
#include "ui/theme.h"

typedef enum GraphicKind {
    GRAPHIC_NONE,
    GRAPHIC_PAPER,   /* drawing paper over the whole box */
    GRAPHIC_BARS,    /* growing bars, some of them lit */
    GRAPHIC_RULE,    /* a steel rule with a cursor */
    GRAPHIC_METER,   /* a bar filled to a value */
    GRAPHIC_PICTURE, /* a picture of the pack, covering the box */
    GRAPHIC_DRAWING, /* the same, whole, on a ground of its own colour */
    GRAPHIC_EMBLEM,  /* the kiosk's own drawing, fitted into the box */
    GRAPHIC_BADGE,   /* a tick in an amber disc */
    GRAPHIC_HATCH,   /* section lines: this part is cut */
    GRAPHIC_CODE,    /* a QR code */
    GRAPHIC_MAP,
    GRAPHIC_VIDEO,  /* a clip; its poster until it shows */
    GRAPHIC_TRACK,  /* a bar with a knob, to touch anywhere along it */
    GRAPHIC_LEVEL,  /* the shape of a diploma's level, in the node's ink */
    GRAPHIC_BRICK,  /* what makes a plate a brick that holds on to the one before it */
    GRAPHIC_DASHES, /* a broken line around it, in the node's ink */
    GRAPHIC_DAY,    /* the hours of a day, those that are open filled, with now on it */
    GRAPHIC_AIM,    /* a cross somewhere in the box, to be touched exactly */
    GRAPHIC_RING,   /* a heavy line around it, likewise: this tool is in the hand */
    GRAPHIC_BACK,   /* the back of a card, which goes up like a shutter */
    GRAPHIC_FRAME,  /* over a picture: the outline of a plate, and the corners cut off */
} GraphicKind;

typedef struct Bars {
    int lit, total;
} Bars;

typedef struct Rule {
    int at, total; /* where the cursor stands; marks */
    int firm;      /* beyond that it may end any time; 0: it is firm all along */
    int out;       /* the mark that stands out, counted from 1 */
} Rule;

typedef struct Meter {
    int value, total;
    int doubt; /* unsure by that either way */
} Meter;

/* Of a picture, a drawing or the emblem. */
typedef struct ShownPicture {
    int index; /* in the pack */
    int fade;  /* 0 opaque … 255 invisible */
} ShownPicture;

typedef struct Video {
    VideoWish wish; /* comes true while the node is shown */
    Slice name;     /* the clip's id */
    Millis at;      /* where it stands */
    int poster;     /* picture of the pack */
    VideoFit fit;
    bool beside; /* silent, and in step with the video of the page; has no poster */
} Video;

typedef struct Track {
    int at, total; /* where the knob stands */
    int range;     /* the action's argument comes back as 0 to range */
} Track;

/* A diploma is told by its shape as well as by its figure and its word. */
typedef enum LevelShape { LEVEL_CIRCLE, LEVEL_SQUARE, LEVEL_HEXAGON, LEVEL_DIAMOND } LevelShape;

/* The plate is the body; this is what it has more than a plate. */
typedef struct BrickJoint {
    bool joins;                /* the tenon of the brick before it goes into its socket */
    Paint before, before_line; /* whose colours are these */
    int gap;                   /* between the two bodies */
    bool cut;                  /* a hatched band on top: nothing is on it yet */
    bool bench;                /* it lies on a rail */
} BrickJoint;

/* Where in its box, in thousandths of its width and height. */
typedef struct Aim {
    int x, y;
} Aim;

typedef struct CardBack {
    int open; /* so many thousandths have gone up */
    bool low; /* its mark stands beside its words, not above them */
} CardBack;

enum { DAY_SPANS = 4 };

/* Minutes since midnight. */
typedef struct DaySpan {
    int from, to;
    Slice begins, ends; /* as they are written: "9 h" */
} DaySpan;

typedef struct DayBar {
    int from, to; /* whole hours, what is shown */
    int now;      /* -1: not on it */
    DaySpan span[DAY_SPANS];
    int count;
} DayBar;

typedef struct MapView MapView; /* map/view.h: a page only passes it on to the painter */

typedef struct Graphic {
    GraphicKind kind;
    union {
        Bars bars;
        Rule rule;
        Meter meter;
        ShownPicture picture;
        Slice code; /* what it says */
        const MapView *map;
        Video video;
        Track track;
        LevelShape level;
        BrickJoint brick;
        const DayBar *day;
        Aim aim;
        CardBack back;
    };
} Graphic;

static inline bool graphic_is_picture(Graphic graphic) {
    return graphic.kind == GRAPHIC_PICTURE || graphic.kind == GRAPHIC_DRAWING ||
           graphic.kind == GRAPHIC_EMBLEM;
}

/* Parts that let others through may lie on them. */
static inline bool graphic_fades(Graphic graphic) {
    return graphic_is_picture(graphic) && graphic.picture.fade;
}
