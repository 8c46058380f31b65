/* What counselors get: one HTML page, and a folder of tables for a spreadsheet, made of released
 * cells only. */
#pragma once

#include "report/figures.h"

#include <stdio.h>

/* A whole page that needs nothing else: no network; a script for the chooser, without which all the
 * rest is there. */
void report_html(FILE *out, const Figures *figures, Lang lang, Arena *arena);

/* Both are whole or not there at all: written beside, put on the disk, then moved into place. */
bool report_write_html(const char *path, const Figures *figures, Lang lang, Arena *arena,
                       Error *error);

/* The page of each language in use, and the tables in the first; a page is named by its language.
 */
bool report_write_all(const char *folder, const Figures *figures, Arena *arena, Error *error);

/* SUBJECT.csv and SUBJECT.ods, a note on how to read them, and with several kiosks a folder with a
 * row for each. */
bool report_write_csv(const char *folder, const Figures *figures, Lang lang, Arena *arena,
                      Error *error);
