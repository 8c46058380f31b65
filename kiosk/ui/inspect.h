/* Looks at a laid-out page as a demanding visitor would and names what is wrong with it. */
#pragma once

#include "ui/page.h"

typedef enum FindingKind {
#define FINDING(name, words) FINDING_##name,
#include "ui/findings.def"
#undef FINDING
    FINDING_KINDS
} FindingKind;

typedef struct Finding {
    FindingKind kind;
    Box box;     /* of the node; of one that was left out, where it would have been */
    Slice label; /* what the node says, its beginning */
    Slice text;  /* one sentence naming the node, for tests */
} Finding;

typedef struct Findings {
    Finding *finding;
    int count;
} Findings;

/* Overflow, overlap, leaving the window; targets under 64 px or closer than 14 px; contrast
   under 4.5:1 for text and 3:1 for borders and icons; controls out of reach; images without words;
   pages without a way out. Sizes are those of a 43" screen: EN 301 549 and the figures in theme.h.
   The findings live in the page's arena. */
Findings page_inspect(const Page *page);
