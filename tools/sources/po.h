/* Reads and writes gettext's PO files. Knows nothing of what is translated. */
#pragma once

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

typedef struct PoText {
    Slice context, source, target; /* no target: not translated yet */
    Slice remark;                  /* for the translator; written, not read */
    bool fuzzy;                    /* the source was another when it was translated */
} PoText;

typedef struct PoFile {
    PoText *text;
    int count;
} PoFile;

/* What is in the file, header and obsolete texts left out; it lives in the arena. */
bool po_read(const char *path, Arena *arena, PoFile *file, Error *error);

/* Writes the texts into a file of that language. */
bool po_write(const char *path, const char *lang, const PoFile *file, Error *error);
