/* The kiosk beside an editor: shows a folder of sources as it was saved last, says what is to be
   mended in it, and hears the author's own keys. Counts nothing and writes nothing into the folder.
 */
#pragma once

#include "app/app.h"
#include "app/companion.h"

typedef struct Edit Edit;

/* Who owns the display, the pack and the clock. */
typedef struct EditHost {
    void *self;
    App *app;
    bool (*show)(void *self, const char *pack); /* other content; false: the old one stays */
    void (*turn)(void *self);                   /* the display, from lying to standing and back */
    void (*shift)(void *self, Millis by);       /* the local time */
    void (*nudge)(void *self);                  /* turns the loop; called by another thread */
} EditHost;

typedef struct EditSpec {
    const char *folder, *tool; /* of sources; azimut-pack */
    const char *lang;          /* of the author; NULL: the machine's */
    bool in_turn;              /* nothing goes on beside: for scripts */
    EditHost host;
} EditSpec;

/* NULL, with errno: there is no place to build. */
Edit *edit_begin(EditSpec spec);
Companion edit_companion(Edit *edit);
void edit_end(Edit *edit);
