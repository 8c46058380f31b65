/* Has azimut-pack look into a pack, or make one of a folder, in a process of its own: what crashes
   or takes for ever over it is that process alone. */
#pragma once

#include "base/slice.h"
#include "store/store.h"

enum { MAKER_FAULTS = 400, MAKER_TEXT = 1 << 18 };

/* "trades/soudage.yaml", 3, "la rubrique…"; borrowed from the text. */
typedef struct Fault {
    Slice file, words;
    int line;
    bool warning; /* it can be built as it is */
} Fault;

typedef struct Made {
    char text[MAKER_TEXT]; /* all that was said */
    Fault fault[MAKER_FAULTS];
    int count, faults; /* faults: those that are no mere warnings */
    const char *lang;  /* of the words, by its code */
} Made;

typedef struct Maker {
    const char *tool;            /* path of azimut-pack */
    const atomic_bool *gives_up; /* what is going on is ended */
    bool draft;                  /* what is built is shown at once, and by this kiosk alone */
} Maker;

/* For StoreSpec, with a Maker. */
StoreLook maker_look(const void *maker, const char *pack, Label *label);

/* LOOK_GOOD: the pack is there, and `made` has what could be better; LOOK_REFUSED: what there is to
   mend, if anything, in the language of that code where azimut-pack speaks it; else nothing is
   known of the folder. */
StoreLook maker_build(const Maker *maker, const char *folder, const char *pack, const char *lang,
                      Made *made);
