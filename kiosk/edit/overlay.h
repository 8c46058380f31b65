/* What an author sees over a page of the kiosk: a strip with what is to be mended, boxes around
   what is wrong with the page, the keys. Decides nothing of it. */
#pragma once

#include "base/arena.h"
#include "edit/words.h"
#include "ui/page.h"

/* One remark about the files. */
typedef struct Remark {
    Slice file; /* empty: of all of the folder */
    int line;
    Slice words;
    bool warning;
    int at, of; /* the first of 5 */
} Remark;

typedef struct OverlaySays {
    int reader; /* see edit_word */
    bool waits; /* there is no page yet: the overlay is all there is */
    bool folded, helps;
    bool reads;           /* of warnings too, not only how many there are */
    const Remark *remark; /* NULL: none */
    Slice note;           /* what a key has come to; may be empty */
    Findings findings;    /* of the page below */
} OverlaySays;

typedef struct Overlay {
    Arena arena;
    Page page; /* the page below with all that lies over it */
    Box strip; /* where the strip is, or its sign; empty without one */
} Overlay;

/* The page as the author sees it, until the next call; borrows all that it is given. */
const Page *overlay_dress(Overlay *overlay, const Page *page, const OverlaySays *says);
