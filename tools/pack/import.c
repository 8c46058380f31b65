#include "tools/pack/import.h"

#include "base/message.h"
#include "tools/pack/import_parts.h"
#include "tools/pack/verdicts.h"
#include "tools/sources/source.h"
#include "tools/sources/table.h"
#include "tools/sources/yaml_edit.h"

/* What is tried has lines beyond those of any file: so what is said of it is found again. */
enum { TRIED_LINE = 1 << 30 };

/* ---- where it stands ------------------------------------------------------------------------- */

static void lift_lines(YamlNode *node) {
    node->line += TRIED_LINE;
    for (YamlNode *child = node->first; child; child = child->next)
        lift_lines(child);
}

/* What was said of a line is said of the row and column that it stands for. */
static void find_cell(Import *import, ReportEntry *entry) {
    int column = entry->line % IMPORT_PLACE;
    entry->line /= IMPORT_PLACE;
    entry->column = column;
    if (column)
        entry->message = arena_printf(
            &import->report->arena, message("colonne " SLICE_FMT " : " SLICE_FMT),
            SLICE_ARG(table_column(import->arena, column - 1)), SLICE_ARG(entry->message));
}

static bool is_known(const Import *import, const ReportEntry *entry) {
    for (int i = 0; i < import->known.count; i++) {
        const ReportEntry *known = &import->known.entry[i];
        if (slice_equal(known->file, entry->file) && slice_equal(known->message, entry->message))
            return true;
    }
    return false;
}

static void say(Report *report, const ReportEntry *entry) {
    if (entry->warning)
        report_warn(report, entry->file, entry->line, entry->column, SLICE_FMT,
                    SLICE_ARG(entry->message));
    else
        report_fault_at(report, entry->file, entry->line, entry->column, SLICE_FMT,
                        SLICE_ARG(entry->message));
}

void import_tell(Import *import, ReportEntry entry) {
    bool of_file = entry.line >= TRIED_LINE;
    entry.line -= of_file ? TRIED_LINE : 0;
    bool of_cell = of_file && (!import->cells || entry.line % IMPORT_PLACE);
    if ((!of_cell && is_known(import, &entry)) || (!of_file && entry.warning))
        return;
    if (of_file)
        entry.file = import->file;
    else
        entry.warning = true;
    if (of_file && import->cells)
        find_cell(import, &entry);
    say(import->report, &entry);
}

/* ---- tried ----------------------------------------------------------------------------------- */

const Content *import_content(Import *import) {
    if (!import->is_read) {
        import->content.verdicts = verdicts_open();
        content_read(&import->content, arena_copy(import->arena, import->folder).at, NULL,
                     &import->known);
    }
    import->is_read = true;
    return &import->content;
}

static SourceTrial trial_of(Import *import, const ListFiles *files) {
    Slice *path = arena_array(import->arena, Slice, files->count + 1);
    const YamlNode **root = arena_array(import->arena, const YamlNode *, files->count + 1);
    for (int i = 0; i < files->count; i++) {
        path[i] = files->file[i].path;
        root[i] = files->file[i].want;
    }
    return (SourceTrial){path, root, files->count};
}

static bool try_files(Import *import, const ListFiles *files) {
    SourceTrial trial = trial_of(import, files);
    Content content = {.verdicts = import->content.verdicts};
    Report said = {.trial = &trial};
    content_read(&content, arena_copy(import->arena, import->folder).at, NULL, &said);
    for (int i = 0; i < said.count; i++)
        import_tell(import, said.entry[i]);
    report_free(&said);
    content_free(&content);
    return import->report->faults == 0;
}

/* ---- written --------------------------------------------------------------------------------- */

/* Read again before anything is written: an author's file is never left worse than it was. */
static bool reads_so(Import *import, Slice text, const ListFile *file) {
    Report quiet = {0};
    const YamlNode *root = yaml_read(&quiet, import->arena, file->path, text);
    report_free(&quiet);
    if (root && yaml_same(root, file->want))
        return true;
    report_fault(import->report, file->path, 1,
                 "cette fiche ne s’écrit pas d’elle-même à sa place ; l’écrire à la main");
    return false;
}

static bool write_changed(Import *import, const ListFiles *files) {
    ImportFile *changed = arena_array(import->arena, ImportFile, files->count + 1);
    int count = 0;
    for (int i = 0; i < files->count; i++) {
        Slice text = import_text(import, &files->file[i]);
        if (slice_equal(text, files->file[i].bytes))
            continue;
        if (!reads_so(import, text, &files->file[i]))
            return false;
        changed[count++] = (ImportFile){files->file[i].path, text};
    }
    return import_write_files(import, changed, count);
}

bool import_records(Import *import) {
    ListFiles files = {0};
    import_content(import); /* its languages, and what is known of it */
    for (int i = 0; i < import->count; i++)
        lift_lines(import->over[i].list);
    return import_lay(import, &files) && try_files(import, &files) && write_changed(import, &files);
}

void import_close(Import *import) {
    if (import->is_read) {
        verdicts_close(import->content.verdicts);
        content_free(&import->content);
    }
    report_free(&import->known);
}
