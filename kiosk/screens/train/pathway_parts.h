/* What the files of the pathway builder share: pathway.c has the touches and the page,
   pathway_bench.c the bricks, pathway_sum.c what they add up to. */
#pragma once

#include "screens/train/train_parts.h"
#include "train/bricks.h"

enum {
    TAP_TOOL = 1,
    TAP_BRICK,
    TAP_PAGE,
    TAP_READY,
    TAP_REPLACE,
    TAP_KEEP,
    TAP_ADD,
    TAP_CLEAR,
    TAP_TAKE,
    TAP_CHOOSER
};

enum { MODULES_MAX = 2000 };

typedef struct PathwayState {
    unsigned char mark[MODULES_MAX]; /* a Brick for each module */
    Brick tool;
    int page;
    int ask;       /* a ready-made pathway that would overwrite what is marked, from 1; else 0 */
    bool taking;   /* the code is shown by itself */
    bool choosing; /* a ready-made pathway */
} PathwayState;

typedef struct PathwayView {
    const PathwayState *s;
    const Kiosk *k;
    Page *page;
    BrickSum sum;
    int had; /* hours of what one has */
} PathwayView;

PathwayView pathway_view(const PathwayState *s, const Kiosk *k, Page *page);
int pathway_modules(const Kiosk *k); /* that can be marked */
bool pathway_is_marked(const PathwayState *s, const Kiosk *k);

/* ---- the bench ------------------------------------------------------------------------------- */

Node *pathway_tools(PathwayView v, Node *parent);
Node *pathway_bench(PathwayView v, Node *parent);
Node *pathway_chooser(PathwayView v, Node *parent); /* of ready-made ones */
void pathway_ready(PathwayView v, Node *parent);    /* the way to it, and back */

/* ---- beside it ------------------------------------------------------------------------------- */

Slice pathway_module_name(PathwayView v, int module);
Slice pathway_sum_words(PathwayView v);
void pathway_sum(PathwayView v, Node *panel);
void pathway_progress(PathwayView v, Node *panel);
void pathway_missing(PathwayView v, Node *parent);
Slice pathway_code(PathwayView v);
bool pathway_is_example(const Kiosk *k); /* are any of its blocks? */
void pathway_add_code(PathwayView v, Node *panel);
