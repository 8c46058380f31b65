/* The one table of colours, type, spaces and durations; the art direction "Épure". Screens name
 * tokens, never values. */
#pragma once

#include "base/civil.h"
#include "ui/settings.h"

#include <stdint.h>

typedef enum Paint {
    PAINT_NONE,
#define PAINT(name, ...) PAINT_##name,
#define TONE PAINT
#define VEIL PAINT
#define OWN PAINT
#define MARK PAINT
#include "ui/paints.def"
#undef PAINT
#undef TONE
#undef VEIL
#undef OWN
#undef MARK
    PAINT_COUNT
} Paint;

/* What text is set in; where a sign lacks, the fonts know what stands behind it. */
typedef enum Face {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_ICON,
    FACE_PLAIN, /* of languages whose letters the first two lack */
    FACE_PLAIN_BOLD,
    FACE_COMFORT, /* as a visitor chose */
    FACE_COMFORT_BOLD,
    FACE_DYSLEXIC,
    FACE_DYSLEXIC_BOLD,
    FACE_COUNT
} Face;

typedef enum Type {
    TYPE_BODY,
    TYPE_HERO,
    TYPE_H1,
    TYPE_H2,
    TYPE_H3,
    TYPE_UI,
    TYPE_SMALL,
    TYPE_LABEL, /* small and bold */
    TYPE_COUNTDOWN,
    TYPE_CAPTION,      /* of a video: the charter of reference asks for large type */
    TYPE_SMALL_ICON,   /* 32: beside small words */
    TYPE_ICON,         /* 48: in a button */
    TYPE_ICON_LARGE,   /* 80: on a card */
    TYPE_ICON_PICTURE, /* 128: instead of a picture */
    TYPE_COUNT
} Type;

/* Lengths in pixels of the 1920x1080 drawing; the page scales them to its window. */
enum {
    SPACE_4 = 4,
    SPACE_8 = 8,
    SPACE_12 = 12,
    SPACE_20 = 20,
    SPACE_28 = 28,
    SPACE_44 = 44,
    SPACE_64 = 64,
    SPACE_96 = 96,

    BADGE_SMALL = 104, /* signs on a square: beside a name, beside more, alone above it */
    BADGE_MIDDLE = 124,
    BADGE_LARGE = 160,

    STEP_BADGE = 56, /* of a step on the way */
    STEP_BADGE_LEAST = 44,
    LETTER_TYPE_LEAST = 28,
    HAIRLINE = 2,
    CARET_WIDTH = 4,
    DOT_RADIUS = 3,
    PLAY_DISC = 72, /* the sign of a film */
    SWITCH_WIDTH = 72,
    SWITCH_HEIGHT = 40,

    ANSWER_STANDING = 340, /* an answer with its bars above its words */
    KEY_LEAST = 76,        /* the keys of a keyboard shrink to that, so that more fits above them */
    MAP_KEY_HIGH = 108,    /* a sign above its word */
    PIN_PAD_WIDTH = 620,

    /* The highest that rows of cards grow. */
    ROW_AS_IT_IS = 1, /* no higher than what stands in them */
    ROW_LIST = 132,   /* a sign, a name and a line */
    ROW_PLACE = 148,  /* two lines */
    ROW_CLIP = 200,
    ROW_BADGE = 220,
    ROW_RELATED = 240,
    ROW_BESIDE = 300, /* drawings beside the words; from here on there is room for them above */
    ROW_PAIR = 520,   /* two large cards */
    ROW_UNDER = 540,  /* drawings above the words */

    BRICK_TENON = 28, /* how far a brick reaches into the next; half its width at foot and tip: */
    BRICK_TENON_FOOT = 24,
    BRICK_TENON_TIP = 34,
    BRICK_SOCKET = 21, /* how deep what it goes into is */
    BRICK_CLEARANCE = 9,
    BRICK_CUT = 18,   /* the hatched band of one that nothing is on yet */
    BRICK_RAIL = 12,  /* what they lie on */
    BRICK_HIGH = 132, /* where there is the height; else as high as a button */
    AIM_LENGTH = 120, /* of the hairs of a cross to be touched */
    RING_WIDTH = 6,
    DASH = 12,

    DAY_MARK = 24, /* of a day: its cursor, its bar, its ticks */
    DAY_BAR = 40,
    DAY_TICK = 14,
    DAY_TEXT_GAP = 4,
    CODE_LOW = 176,   /* a code of few lines, in a row */
    CODE_SMALL = 236, /* a code beside other things */

    METER_HEIGHT = 18,
    METER_HIGH = 22,    /* by itself */
    POSTER_CARD = 144,  /* height of a film's poster on a card */
    PICTURE_CARD = 176, /* of a drawing beside the words of a card, */
    PICTURE_CARD_LOW = 120,
    PICTURE_CARD_LEAST = 76,
    PICTURE_ABOVE = 132,  /* above them */
    PICTURE_WINDOW = 190, /* on half a standing page */
    PICTURE_SMALL_LEAST = 72,
    PICTURE_SHEET = 240, /* of a trade, above its name; where words come up to it: */
    PICTURE_SHEET_LOW = 330,
    PICTURE_SHEET_LEAST = 160,
    QUESTION_LEAST = 120,
    SCENE_LEAST = 240, /* what the page that waits shows is never left out */
    MAP_SMALL = 240,
    MAP_LOW = 160,
    MAP_LEAST = 120,
    CODE_LEAST = 310,  /* four pixels each */
    CODE_MIDDLE = 320, /* beside words, of a short text */
    CODE_PANEL = 386,  /* 77 modules with the quiet zone, five pixels each */

    ICON_LEAST = 36, /* an icon beside words is still a picture at that size */

    TARGET_MIN = 64, /* 20 mm and more on every screen from 32 inches up */
    TARGET_BUTTON = 96,
    TARGET_PRIMARY = 112,
    TARGET_GAP = 14,
    PLATE_GAP = 16, /* between plates, where there is room */

    MARGIN_WIDE = 64,
    MARGIN_TALL = 48,
    GUTTER = 28,

    RADIUS_CHIP = 12,
    RADIUS_PLATE = 16,
    RADIUS_CARD = 20,
    RADIUS_MODAL = 28,
    EDGE_HEIGHT = 6, /* of the shade at the foot of a plate */
    PRESS_SHIFT = 3, /* a pressed plate sinks by this much, and its edge is gone */
    FOCUS_GAP = 5,   /* bare ground between a plate and its focus ring */
    FOCUS_WIDTH = 5,
    PAPER_SQUARE = 60, /* mesh of the drawing paper */

    REACH_LANDSCAPE = 133, /* topmost y a standing visitor must reach: 1220 mm on a 43" screen,
                              bottom at 750 mm */
    REACH_LANDSCAPE_SEATED = 374, /* 1100 mm */
    REACH_PORTRAIT = 872,         /* 1220 mm, bottom at 700 mm */
    REACH_PORTRAIT_SEATED = 1114, /* 1100 mm */
};

enum {
    MOTION_SLIDE_MS = 240,
    MOTION_FRAME_MS = 16,
    CONFIRM_MS = 350, /* how long a chosen answer stays on the page */
};

typedef struct TypeSpec {
    Face face;
    int size;     /* pixels of the 1920x1080 drawing at the normal text step */
    int leading;  /* line height in hundredths of the size */
    bool display; /* large already: grows half as fast as the text step, see theme_size */
} TypeSpec;

extern const TypeSpec THEME_TYPE[TYPE_COUNT];

/* 0xAARRGGBB; in the look of the campus, look_now. */
uint32_t theme_paint(ThemeId theme, Paint paint);

/* The like of a blue or an amber of the house (0xRRGGBB) in that look, in every theme but the stark
   one. */
uint32_t theme_own(uint32_t house);
uint32_t theme_mark(uint32_t house);
int theme_border(ThemeId theme); /* line width of a plate */

/* Size in pixels of the 1920x1080 drawing at a text step. */
int theme_size(Type type, TextStep step);

/* The ground of a tone named by the pack ("rust"…); slate for a name unknown. */
Paint theme_tone(Slice name);

/* The names a pack may use, and what each is; NULL and PAINT_NONE end the lists. */
extern const char *const THEME_TONE[];
extern const Paint THEME_TONE_PAINT[];

/* WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
double theme_contrast(uint32_t a, uint32_t b);
