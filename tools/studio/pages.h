/* The pages of the studio, a subject a file. Each answers one question of the browser whole. */
#pragma once

#include "tools/studio/html.h"
#include "tools/studio/kinds.h"

typedef void StudioPage(Desk *d);

StudioPage page_home, page_list, page_order, page_sheet, page_import; /* lists */
StudioPage page_record, page_new, page_delete, page_text, page_texts; /* a record */
StudioPage page_look, page_picture;                                   /* as the kiosk shows it */
StudioPage page_faults, page_languages;
StudioPage page_files, page_upload, page_remove, page_file; /* pictures and films */
StudioPage page_versions, page_restore;
StudioPage page_publish, page_new_key, page_job;

/* The kind that the second part of the path names, or a page that says that there is none. */
bool page_kind(Desk *d, RecordId *kind);

bool texts_has(RecordId kind); /* page_texts: it has texts of its own beside it */

/* A list as a table for a spreadsheet, and back. */
void sheets_put(Desk *d, RecordId kind);

/* "record/trade/soudage" */
Slice page_of_record(Desk *d, RecordId kind, Slice id);
