/* How far a campus is translated into the languages of its PO files. */
#pragma once

#include "tools/studio/kinds.h"

/* A small table: of everything or, with an id, of one record. Nothing without such languages. */
void progress_put(Desk *d, RecordId kind, Slice id);
void progress_forget(void); /* the files that it keeps */
