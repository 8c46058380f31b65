#include "tools/pack/import.h"

#include "base/message.h"
#include "tools/pack/content.h"
#include "tools/pack/import_parts.h"
#include "tools/sources/table.h"

#include <stdlib.h>

/* ---- rows and columns ------------------------------------------------------------------------ */

/* What was said of a line is said of the row and column that it stands for. */
static void find_cell(Import *import, ReportEntry *entry) {
    if (!slice_equal(entry->file, import->file))
        return;
    int column = entry->line % IMPORT_PLACE;
    entry->line /= IMPORT_PLACE;
    entry->column = column;
    if (column)
        entry->message = arena_printf(
            &import->report->arena, message("colonne " SLICE_FMT " : " SLICE_FMT),
            SLICE_ARG(table_column(import->arena, column - 1)), SLICE_ARG(entry->message));
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Whatever is wrong with the folder is not of this file. */
static void read_folder(Import *import, Content *content) {
    Report quiet = {0};
    Slice folder = arena_copy(import->arena, import->folder);
    content_read(content, folder.at, NULL, &quiet);
    report_free(&quiet);
}

bool import_records(Import *import) {
    Content content = {0};
    RecordDrafts *drafts = arena_array(import->arena, RecordDrafts, RECORD_COUNT);
    YamlSchema schema = {import->report, import->arena, import->file};
    int before = import->report->count;
    read_folder(import, &content);
    records_lay_over(&content.pack, &schema, import->folder, import->over, import->count, drafts);
    for (int i = before; import->cells && i < import->report->count; i++)
        find_cell(import, &import->report->entry[i]);
    bool good = import->report->faults == 0 && import_write(import, drafts);
    content_free(&content);
    return good;
}
