/* Makes a pack that is wrong in one way from a good one: always the same way for the same number.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum HarmClass {
    HARM_PAGES,    /* bytes of the file */
    HARM_SCHEMA,   /* tables, views, triggers, indices, their text */
    HARM_COLUMNS,  /* every column of every table in turn */
    HARM_ROWS,     /* more or fewer, or a table filled to 60 MB */
    HARM_PICTURES, /* files of the three kinds, and drawings without end */
    HARM_VIDEOS,   /* bytes of a clip, their hashes put right: a pack may be hostile on purpose */
    HARM_CAPTIONS,
    HARM_CLASS_COUNT
} HarmClass;

typedef struct Harm {
    HarmClass what;
    uint64_t seed;
    int turn; /* counts within the class: which column's turn it is */
} Harm;

/* Writes the good pack that all others are made from: of the campus all but most films, which are
   most of its bytes, and what is searched. */
void harm_base(const char *campus_pack, const char *base);

/* Writes the harmed copy; `how` says what was done. */
void harm_make(const char *base, const char *path, Harm harm, char *how, size_t how_bytes);
