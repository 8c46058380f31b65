/* What the window, its orientation, the reach of the hand and the size of text mean for a page.
   Made once, when the page begins, and the only place that asks: a screen names what it means. */
#pragma once

#include "ui/settings.h"
#include "ui/theme.h"

/* How children lie in their parent. */
typedef enum Flow { FLOW_COLUMN, FLOW_ROW, FLOW_GRID, FLOW_LAYER } Flow;

/* Lengths are pixels of the 1920x1080 drawing, or of 1080x1920 where the screen stands. */
typedef struct Form {
    /* ---- where things go --------------------------------------------------------------------- */
    bool side_by_side; /* there is the width for two things; else one stands below the other */
    Flow flow;         /* of the two, likewise */
    bool low;          /* the hand reaches less high: what is touched has less height */
    bool room_above;   /* above the reach line there is room for more than a title */
    bool read_above;   /* what is only read may begin above the reach line */
    int width, height; /* of the drawing */
    int margin;        /* free at its sides */
    int reach;         /* y above which nothing may have to be touched */
    bool mirrored;     /* it runs from right to left, as its language is written */
    int lowered;       /* by so much the reach line came down for the visitor */

    /* ---- how much has room ------------------------------------------------------------------- */
    bool enlarged; /* words are set larger than usual */
    bool largest;  /* half as large again, or more */
    bool huge;     /* nearly twice as large, or twice: a sign stands for a word where it can */
    bool roomy;    /* usual words, within a standing visitor's reach: everything at once; else what
                      is only read begins above the reach line, and goes on page by page */
    bool ample;    /* roomy and wide: a sign beside every word */
    bool wordy;    /* wide, and words as usual: sentences on buttons */
    bool one_a_line;     /* a narrow screen or large words: nothing stands beside a line */
    bool narrow;         /* both: signs or words, not signs and words */
    bool shallow;        /* large words on a low screen: a line saved is a line won */
    bool shallowest;     /* likewise, the largest */
    bool short_of_reach; /* a standing screen and a low hand: little height for what is touched */
    bool signs_only;  /* there, with the largest words: signs without words, no row for one thing */
    bool free_above;  /* a low hand beside a wide screen: nothing above is touched */
    bool own_rows;    /* what turns a page has a row of its own */
    bool tight;       /* the largest words and little height to touch: signs without words */
    bool by_sentence; /* a text is set one sentence a line: easier to follow, and it can go on to a
                         next page */

    /* ---- columns and rows -------------------------------------------------------------------- */
    int columns;         /* of cards with a sign or a drawing and a few words */
    int wide_columns;    /* of cards with a picture beside their words, or lines of them */
    int menu_columns;    /* of sections to choose from, beside what they say or below it */
    int even_columns;    /* of short lines: two wherever one of each has the width */
    int card_rows;       /* most on a page: of drawings above words, */
    int badge_rows;      /* of signs beside a name, */
    int clip_rows;       /* of film posters beside a title, */
    int list_rows;       /* of results */
    bool beside_if_many; /* many cards have their drawings beside their words, in wide columns, */
    int beside_rows;     /* so many of them below each other */
    int button_columns;  /* of buttons with a sign and a word or two */
    int tabs_a_row;      /* most tabs side by side */
    int services;        /* of what a campus offers, a sign and two words each */
    int across, down;    /* drawings on the largest card */
    int keys_a_row;      /* of what can be done with a film */
    int squares_across, squares_down; /* of a grid to be touched all over */

    /* ---- type -------------------------------------------------------------------------------- */
    Type name;           /* of names on cards in columns: the largest leave room for a picture */
    Type name_in_window; /* below a picture, beside another such */
    Type lead;           /* of what is said below a title */
    Type name_below;     /* of names below a drawing */
    int more_leading;    /* per cent: scripts whose letters reach higher and lower */
    bool tight_names;    /* the longest name just fits */

    /* ---- sizes ------------------------------------------------------------------------------- */
    int pad;                /* free above and below what is touched */
    int card_gap, card_pad; /* between a card's sign and its words; at its ends */
    int bar, bar_key;       /* heights of the bar at the foot of a page and of its keys */
    int key, key_of_five;   /* heights of the keys of a keyboard; of one with five rows */
    int answer;             /* height of an answer, one below the other */
    int brick_columns;      /* most bricks in a row */
    int line_afar_least;    /* height of the line that is read from afar, at the least */
    int letter;             /* side of a letter beside its name */
    int level;              /* side of the sign of a diploma's level */
    int question;           /* height of the drawing of a question */
    int video_w, video_h;   /* of a film among its buttons, and its most height; 0: the page's */
    int poster_w, poster_h; /* of a film's poster beside a text; 0: as wide as its column */
    int code;               /* side of a code to take home */
    int code_in_sight;      /* of one that stays there beside something else */
    int departures;         /* height of columns of months, where there is room for them; else 0 */
    int chart;              /* height of columns of days or hours */
    int drawer_w, drawer_h; /* of what opens over a page; 0: all of it */
    int dialog_w;           /* of a question */
    int panel, keys;        /* widths of what stands beside the map: the panel, the keys */
} Form;

Form form_of(Settings settings, int window_w, int window_h);

/* Is that form roomy? The same in every window. */
bool form_is_roomy(Settings settings);

/* Share of a row for one of two things that stand side by side; none where they stand one below the
   other, each as high as it is. */
int form_share(const Form *form, int share);
