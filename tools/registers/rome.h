/* Trades out of ROME 4 of France Travail (data.gouv.fr, Licence Ouverte 2.0): of the files of its
   archive, the XML of all sheets ("unix_fiche_emploi_metier_v461_iso8859-15.xml") for what one does
   and where, and the table of letters ("unix_referentiel_code_rome_riasec_v461_utf8.csv"). The file
   is gone through once; what is not wanted is not kept. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

#define ROME_SOURCE "France Travail, ROME 4"
#define ROME_LICENCE "Licence Ouverte 2.0"

enum { ROME_SKILLS_MAX = 12, ROME_CONTEXTS_MAX = 8 };

typedef struct RomeSheet {
    Slice code; /* "H2913": given by the caller */
    bool found;
    Slice title;
    char major, minor;            /* letters of RIASEC; 0 in a file that does not have them */
    Slice skill[ROME_SKILLS_MAX]; /* that are the heart of the trade; without any, the first ones */
    int skill_count, hearts;
    Slice context[ROME_CONTEXTS_MAX];
    int context_count;
} RomeSheet;

/* Fills those of the `count` that are in the file. False after a fault: neither of the two, or one
   in which an element or a column has another name than it had. */
bool rome_read(Report *report, Arena *arena, Slice file, RomeSheet *sheet, int count);
