/* From the files of an author to the plan that the kiosk holds: OSM XML with Simple Indoor Tagging
   and the kiosk: profile of content/README.md. Does what it can with any file, and says the rest.
 */
#pragma once

#include "tools/import/import_details.h"

/* The first file is the plan, the others lie over it. */
typedef struct ImportFile {
    Slice name, bytes;
} ImportFile;

/* Fills `plan`, in `arena`, with everything but words for kinds of places and findings. False after
 * a fault. */
bool import_plan(const ImportFile *file, int count, TradeIds trades, Report *report, Arena *arena,
                 Plan *plan);
