/* Reads a whole content folder into the records of a pack, and checks that they fit together. */
#pragma once

#include "content/pack.h"
#include "tools/pack/meter.h"
#include "tools/pack/film.h"
#include "tools/sources/report.h"

enum { CONTENT_LIST_MAX = 500, CONTENT_PICTURES_MAX = 1000 }; /* records of one kind */

typedef struct Content {
    Pack pack;
    Millis now;         /* warn of what ends soon after it; 0: of nothing */
    FilmSource *film;   /* of every clip of the pack */
    Verdicts *verdicts; /* NULL: all is looked at anew */
    MeterLine *meter;   /* NULL: nobody is told how far it is */
    struct Translations *translations;
    Arena arena;
} Content;

/* Reads everything, even after a fault, so that an author sees all of them at once. True when there
 * was none. The languages of the folder are in use until it is freed; `adding` is one that is
 * being translated, or NULL. */
bool content_read(Content *content, const char *folder, const char *adding, Report *report);
void content_free(Content *content);
