/* Certifications out of the register of France compétences: the XML of all of it ("fiches RNCP",
   version 3 or 4), or its two tables, "Standard" and "Blocs de compétences", from
   https://www.data.gouv.fr (Licence Ouverte). The file is gone through once; what is not wanted is
   not kept. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

#define RNCP_SOURCE "France compétences, RNCP"
#define RNCP_LICENCE "Licence Ouverte 2.0"

enum { RNCP_BLOCKS_MAX = 60 };

typedef struct RncpBlock {
    Slice code, name, evidence; /* the texts as the register has them */
} RncpBlock;

typedef struct RncpFiche {
    Slice number; /* "RNCP38878": given by the caller */
    bool found;
    Slice title, level, until; /* empty in a table that does not have them */
    RncpBlock block[RNCP_BLOCKS_MAX];
    int block_count;
} RncpFiche;

/* Fills those of the `count` that are in the file. False after a fault: a file that is none of the
   three, or in which an element or a column has another name than it had. */
bool rncp_read(Report *report, Arena *arena, Slice file, RncpFiche *fiche, int count);
