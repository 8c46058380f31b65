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
    int line;                      /* where it begins in the file; read, not written */
    bool fuzzy;                    /* the source was another when it was translated */
} PoText;

typedef struct PoFile {
    PoText *text;
    int count;
    Slice bytes;  /* as it stands on the disk */
    Slice plural; /* the rule of the header, "nplurals=2; plural=n != 1;"; empty if it says none */
    Slice
        reviewed; /* "no": nobody who speaks the language has read it yet; empty: it is not said */
} PoFile;

/* What is in the file, header and obsolete texts left out; it lives in the arena. */
bool po_read(const char *path, Arena *arena, PoFile *file, Error *error);

/* The file as it stands on the disk; empty when it cannot be read. Lives in the arena. */
Slice po_bytes(const char *path, Arena *arena);

/* Writes the texts into a file of that language; without a rule of plurals, with that of English.
 */
bool po_write(const char *path, const char *lang, const PoFile *file, Error *error);
