/* A PO file as it is read and checked, at once when it is the one that was looked at before. */
#pragma once

#include "tools/pack/verdicts.h"
#include "tools/sources/po.h"

/* The texts, each with its accents in one sign with its letter; false when it cannot be read, which
   is said, as is all that a translator may have got wrong. Of a file that was looked at before only
   its bytes are compared: then `file` has none. They are kept by path, so that a file that changes
   takes the place of what it was. `verdicts` may be NULL. */
bool po_look(Verdicts *verdicts, Report *report, Arena *arena, Slice path, PoFile *file);
