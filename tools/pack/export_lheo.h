/* The courses of a pack as LHEO 2.3, for the Carif-Oref of a region. */
#pragma once

#include "base/error.h"
#include "content/pack.h"

typedef struct LheoExport {
    int courses, sessions; /* written */
    int left_out;          /* courses that are examples, or have no session from `now` on */
} LheoExport;

/* False, and nothing written, when the campus does not say who it is (`organisation:`), when there
   is no course to tell, or when the file cannot be written. */
bool export_lheo(const Pack *pack, Millis now, const char *path, LheoExport *count, Error *error);
