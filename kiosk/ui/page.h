/* A page: the tree of everything a person can see, touch, hear or reach by keypad at one moment.
   Built anew in the frame arena each time; knows nothing of screens or of SDL. */
#pragma once

#include "base/box.h"
#include "ui/form.h"
#include "ui/graphic.h"
#include "ui/icon.h"
#include "ui/text.h"

typedef enum Role {
    ROLE_BOX, /* only holds others */
    ROLE_TEXT,
    ROLE_HEADING,
    ROLE_BUTTON,
    ROLE_CHOICE, /* a button that is chosen or not; `selected` says which */
    ROLE_IMAGE,  /* must have something to say: `spoken` */
    ROLE_PROGRESS,
    ROLE_DIALOG, /* what lies below it cannot be touched */
} Role;

/* Across the flow for children, along the line for text. */
typedef enum Align { ALIGN_STRETCH, ALIGN_START, ALIGN_CENTER, ALIGN_END } Align;

/* What a touch means to the screen that showed the page. Tokens below 0 belong to the frame, see
 * frame.h. */
typedef struct Action {
    int token; /* 0: nothing */
    int arg;
} Action;

typedef struct Node Node;

/* The sentence that is being said and the word that is heard, as bytes of the text; a sentence of
   no bytes is all of the node, and its mark is a ring around it. */
typedef struct ReadMark {
    bool on;
    int from, to, word_from, word_to;
} ReadMark;

/* What layout remembers of a node between its tries: nobody else's business. */
typedef struct NodeWork {
    int need_h;
    int rows_shown, rows_pinned;  /* of a paged grid: rows of a full page; the same once settled */
    int broken_w, broken_px;      /* width and size for which the text was broken last */
    int measured_px, measured[3]; /* widths of the text at that size: see layout_size.c */
    int kind;                     /* of a spare node: those of one kind leave together */
    bool single;                  /* one page is enough for this paged node */
} NodeWork;

/* Lengths are in pixels of the 1920x1080 drawing; everything left out is 0 and means "by content"
 * or "none". */
struct Node {
    Role role;
    Flow flow;
    Align align;   /* of the children across the flow; of the lines of a text */
    Align justify; /* of the children along the flow, when nothing grows */
    int columns;   /* of a grid */
    int gap, pad_x, pad_y;
    int width, height, min_w, min_h;
    int least; /* a picture, an icon, a text whose height or size may shrink to this before anything
                  is left out; a width shrinks with its height. 0: does not shrink */
    int row_max;   /* highest a row of a grid may grow */
    int grow;      /* share of the room left over in the parent */
    int drop_rank; /* left out when the page is too full for all at its least: 1 first, then 2, then
                  3; no control */

    Paint fill, border, ink, edge; /* edge: the machined edge below a plate */
    int radius;
    Type type;
    Slice text;
    Icon icon;
    Graphic graphic;
    bool draggable;    /* fingers move what it shows: the screen is told, see Gesture in
                          screens/screen.h */
    Slice spoken;      /* where it differs from the text */
    bool illustrative; /* said aloud and in the transcript; the mark itself is a node */

    Action action;
    int video_ahead; /* touched, it leads to clip video_ahead - 1, which is opened while the finger
                       is still down */
    char key;        /* a keypad key that does the same */
    bool selected, disabled, pressed, focused;
    bool keeps_sides; /* with all below it: keeps its left and right on a page that runs from right
                     to left, as keys, digits and the buttons of a film do */
    int tongue;       /* 1 + the language of its words, where it is another than the page's */
    bool inert;       /* with all below it: seen, but out of reach */
    bool aside; /* with all below it: not read in turn, only said when it is touched or reached */
    bool live;  /* what changes here by itself is said at once */
    ReadMark mark; /* what of it is being said */

    bool keep;     /* on a paged column: never the last of a page, as a heading */
    bool paged;    /* children that do not fit go to further pages */
    int page_wish; /* the page asked for */
    int page_rows; /* most rows of a paged grid on one page; 0: as many as fit */
    Node *turns;   /* this is part of the pager of that node: */
    int turn; /* -1 back, +1 on, 0 the "2 / 3" between; layout fills action.arg with the page to go
                 to */
    bool pager; /* this is the whole pager: left out while one page is enough */

    /* Filled in by the page; lengths below are pixels of the window. */
    Node *parent, *first, *last, *next;
    Box box;
    int page_at, page_count; /* the page shown, the nearest there is to the one asked for */
    TextBlock block;
    int font_px;   /* size of its text or icon */
    int line_px;   /* height of a line of it */
    bool left_out; /* for want of room */
    bool hidden, parent_pressed, overflows;
    bool turned; /* its left and right are those of a page that runs from right to left */
    Lang lang; /* of what it says: the page's, or the one that stands in where that has no words */
    NodeWork work;
};

/* What leads the voice takes room from the page: as much as the page can do without. */
typedef enum SpeechStrip { STRIP_FULL, STRIP_LOW, STRIP_IN_BAR } SpeechStrip;

typedef struct Page {
    Arena *arena;
    const Typeface *typeface;
    Settings settings;
    const char *screen; /* name of the screen that built it */
    Box window;
    double scale;      /* pixels of the window per pixel of the drawing */
    bool plain;        /* set in the plain face, because of its language */
    Form form;         /* what its shape and the visitor's wishes come to */
    SpeechStrip strip; /* while the voice speaks */
    bool poster; /* seen from afar by people who pass: there is always a picture or a film on it */
    Millis wake_at;    /* the page changes by itself then; 0: never */
    Millis video_wake; /* likewise, when its clip has come so far */
    Slice telling;     /* what is to be said now of a film's pictures, listened to or not */
    Node *root;
    Node **shown; /* visible nodes in painting order */
    int shown_count, node_count;
    int left_out;  /* spare nodes for which there was no room */
    int overflows; /* nodes whose content did not fit after all */
} Page;

void page_begin(Page *page, Arena *frame, const Typeface *typeface, Settings settings, int width,
                int height);
Node *page_add(Page *page, Node *parent, Node node); /* the copy in the tree */
void page_wake(Page *page, Millis when);             /* the earliest wish wins */
void page_wake_video(Page *page, Millis at);         /* likewise */

/* Breaks the texts, gives every node its box and lists what is shown. */
void page_layout(Page *page);

bool page_fits(
    const Page *page); /* nothing overflows, has too many pages or is out of sight or reach */
int page_px(const Page *page, int length); /* drawing pixels to window pixels */
int page_reach(const Page *page);          /* window y above which nothing may have to be touched */
Face page_face(const Page *page, Type type);
int page_leading(const Page *page, Type type, int size); /* height of a line of that size */
int page_lines(const Page *page, Type type, int count);  /* height of so many, drawing pixels */

/* The node with an action under a finger: the topmost that holds the point, else the nearest within
 * the slop. */
Node *page_hit(const Page *page, Point finger);
/* A control, else a picture or a box that does the same; NULL if none is shown. */
Node *page_node_doing(const Page *page, Action action);
int page_range(const Node *node);               /* of a bar to touch anywhere along it; else 0 */
int page_along(const Node *node, Point finger); /* where along such a bar: 0 to its range */
const Node *page_video(const Page *page);       /* the video that is shown; NULL if there is none */
const Node *page_signs(const Page *page);       /* likewise, what stands beside it */
VideoWish page_video_wish(
    const Page *page); /* of that video; else of the one that a finger is about to ask for */
bool page_can_act(const Node *node);
Lang page_label_lang(const Page *page, const Node *node); /* the first that is not the page's */
Slice page_label(const Page *page,
                 const Node *node); /* spoken, else its own text, else the texts below it */
