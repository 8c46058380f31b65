/* Reads and writes gettext's PO files. Knows nothing of what is translated. */
#pragma once

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

/* A text that counts has several forms, with PO_FORM_END between them: in the source two. */
#define PO_FORM_END "\x1f"

typedef struct PoText {
    Slice context, source, target; /* no target: not translated yet */
    Slice remark;                  /* for the translator; written, not read */
    Slice note;                    /* the translator's own */
    int line;                      /* where it begins in the file; read, not written */
    bool fuzzy;                    /* the source was another when it was translated */
} PoText;

typedef struct PoFile {
    PoText *text;
    int count;
    PoText *gone; /* obsolete: texts that the campus has no longer, or has not for a time */
    int gone_count;
    Slice header; /* all of it, with the names of those who translate */
    Slice bytes;  /* as it stands on the disk */
    Slice plural; /* the rule of the header, "nplurals=2; plural=n != 1;"; empty if it says none */
    Slice
        reviewed; /* "no": nobody who speaks the language has read it yet; empty: it is not said */
} PoFile;

/* What is in the file; it lives in the arena. */
bool po_read(const char *path, Arena *arena, PoFile *file, Error *error);

/* The file as it stands on the disk; empty when it cannot be read. Lives in the arena. */
Slice po_bytes(const char *path, Arena *arena);

/* Writes the texts into a file of that language, which takes the place of the old one whole;
   without a rule of plurals, with that of English. What its header says of people and days stays.
 */
bool po_write(const char *path, const char *lang, const PoFile *file, Error *error);
