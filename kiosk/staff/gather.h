/* The figures of all kiosks that lie on a stick, as one report beside this kiosk's own. Knows no
 * page of the kiosk. */
#pragma once

#include "base/error.h"
#include "base/lang.h"
#include "report/figures.h"

/* The page in both languages and the tables, made of `file`, into `folder`. */
bool gather_report(const char *file, const char *folder, Error *error);

/* Every "FOLDER/statistiques.azimut" of the stick goes together with `own`. Where they are of more
   than one kiosk, a folder of its own in `into` holds them and their report. What does not go
   together (damaged, a clone) is left out and named in the log. False when the stick cannot be
   written. */
bool gather_kiosks(const char *stick, const char *own, const char *into, Error *error);

/* Those of the stick and `own` in the file `together`. Returns how many kiosks that are, 0 when it
   cannot be made. */
int gather_together(const char *stick, const char *own, const char *together);

#define GATHER_FILE "statistiques.azimut"
