/* Has azimut-pack build a folder each time something was saved in it, into a pack that lies in a
   private folder and goes with it. Knows no page. */
#pragma once

#include "edit/watch.h"
#include "staff/maker.h"

#include <pthread.h>

/* What came of the folder as it was saved last. */
typedef struct Forged {
    StoreLook look;
    Made made;
    bool gone;    /* there is no such folder, or it cannot be read */
    bool blind;   /* what is saved is not noticed here */
    int64_t took; /* milliseconds, from noticing to knowing */
} Forged;

typedef struct ForgeSpec {
    const char *folder;
    const char *tool; /* azimut-pack */
    const char *lang; /* of what it says, by its code */
    bool in_turn;     /* builds when it is asked, not beside */
    void *self;
    void (*done)(void *self); /* a result waits; called by another thread, may be NULL */
} ForgeSpec;

typedef struct Forge {
    ForgeSpec spec;
    Maker maker;
    atomic_bool stops;
    Watch watch;
    char scratch[64], pack[80];
    int wakes[2]; /* a pipe that ends waiting */
    pthread_t thread;
    pthread_mutex_t lock;
    bool beside, waits; /* a result that nobody has taken */
    Forged made, result, taken;
} Forge;

/* False, with errno: there is no room for a pack. Begins with building. */
bool forge_begin(Forge *forge, ForgeSpec spec);
void forge_end(Forge *forge);

/* The newest result, once, valid until the next; NULL: nothing new. Its pack is forge->pack when it
   is LOOK_GOOD, and stays there until a later one takes its place. */
const Forged *forge_take(Forge *forge);
