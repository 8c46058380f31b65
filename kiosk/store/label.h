/* What a signature says of its pack, in the comment that is signed: one line,
 *
 *     azimut id=ID version=N size=BYTES format=N not-before=DATE expires=DATE
 *
 * in this order, one blank between, nothing else. ID is a name of small letters, digits and
 * hyphens, as authors write it; a version goes from 1 to LABEL_VERSION_MAX, so that nobody, by a
 * slip or with a stolen key, can publish one above which there is none; dates are YYYY-MM-DD, both
 * days included. */
#pragma once

#include "base/civil.h"

enum { LABEL_ID = 64, LABEL_TEXT = 256 };
#define LABEL_VERSION_MAX 2000000000

typedef struct Label {
    char id[LABEL_ID];
    int64_t version, size;
    int format;
    Millis not_before, expires; /* the beginning of both days */
} Label;

/* False: the line is none. A version out of bounds is read all the same, and told by `version`. */
bool label_read(const char *line, Label *label);
void label_write(const Label *label, char line[LABEL_TEXT]);

/* Has it the form of an id? It becomes the name of a folder, beside two that have theirs. */
bool label_id(const char *id);
