/* Spreadsheets: a list goes out as one, and comes back from one by way of `azimut-pack import`. */
#include "tools/studio/pages.h"

#include "tools/pack/lists.h"
#include "tools/pack/schema_value.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/table_out.h"
#include "tools/studio/versions.h"

#include <string.h>
#include <unistd.h>

static bool ends_with(Slice name, const char *ending) {
    int len = (int)strlen(ending);
    return name.len > len && slice_is(slice_cut(name, name.len - len, name.len), ending);
}

void sheets_put(Desk *d, RecordId id) {
    const char *table = record_of(id)->table;
    html_format(d, "<section class=\"sheets\"><h2>");
    html_word(d, STUDIO_SHEETS);
    html_format(d, "</h2><p>");
    html_word(d, STUDIO_SHEETS_HELP);
    html_format(d, "</p><div class=\"bar\">");
    html_link(d, "button", arena_printf(d->arena, "sheet/%s.ods", table),
              studio_word(d->lang, STUDIO_SHEET_ODS));
    html_link(d, "button", arena_printf(d->arena, "sheet/%s.csv", table),
              studio_word(d->lang, STUDIO_SHEET_CSV));
    html_format(d, "</div>");
    html_form(d, arena_printf(d->arena, "import/%s", table), true);
    html_format(d, "<label for=\"sheet\">");
    html_word(d, STUDIO_SHEET_IN);
    html_format(d, "</label><input type=\"file\" id=\"sheet\" name=\"file\" "
                   "accept=\".csv,.ods\" required>");
    html_button(d, "", "do", LIT("import"), studio_word(d->lang, STUDIO_SHEET_TAKE));
    html_format(d, "</form></section>");
}

void page_sheet(Desk *d) {
    RecordId id;
    if (!page_kind(d, &id))
        return;
    Kind kind = kind_read(d, id);
    bool ods = ends_with(d->request->part[1], ".ods");
    d->answer->download =
        arena_printf(d->arena, SLICE_FMT ".%s", SLICE_ARG(list_name(id)), ods ? "ods" : "csv");
    d->answer->type =
        ods ? "application/vnd.oasis.opendocument.spreadsheet" : "text/csv; charset=utf-8";
    if (!ods) {
        table_out_csv(d, &kind);
    } else if (!table_out_ods(d, &kind)) {
        d->answer->download = LIT("");
        d->answer->type = "text/html; charset=utf-8";
        html_refused(d, 500, studio_word(d->lang, STUDIO_NO_ROOM));
    }
}

/* ---- back in --------------------------------------------------------------------------------- */

static const Param *uploaded(const Desk *d) {
    for (int i = 0; i < d->request->param_count; i++)
        if (d->request->param[i].file)
            return &d->request->param[i];
    return NULL;
}

/* All that the import may write lies in the folder: it follows links, which this studio does not.
 */
static bool is_within(Desk *d, RecordId id, Error *error) {
    char path[PATH_MAX];
    Slice *names, folder = arena_copy(d->arena, list_name(id));
    Slice list = slice_from(schema_file_of(id));
    if ((!list_all_apart(id) && !folder_path(d, list, path, error)) ||
        !folder_path(d, folder, path, error))
        return false;
    int count = folder_list(d, folder.at, ".yaml", &names);
    for (int i = 0; i < count; i++)
        if (!folder_path(d, arena_printf(d->arena, "%s/%s.yaml", folder.at, names[i].at), path,
                         error))
            return false;
    return true;
}

/* Each file of the list, so that all of it can come back; of none that there is none, too. */
static bool keep_before(Desk *d, const Kind *kind, Slice what, Error *error) {
    if (!kind->source_count && !list_all_apart(kind->id))
        return versions_before(d, slice_from(schema_file_of(kind->id)), what, error);
    for (int i = 0; i < kind->source_count; i++)
        if (!versions_before(d, kind->source[i]->file, what, error))
            return false;
    return true;
}

static bool keep_after(Desk *d, RecordId id, Slice what, Error *error) {
    Kind kind = kind_read(d, id);
    for (int i = 0; i < kind.source_count; i++)
        if (!versions_after(d, kind.source[i]->file, what, error))
            return false;
    return true;
}

static Child import(Desk *d, RecordId id, const Param *file, bool ods) {
    const char *kind = arena_copy(d->arena, list_name(id)).at;
    const char *named = arena_printf(d->arena, "%s.%s", file->file, ods ? "ods" : "csv").at;
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut-pack"),
                                     "import",
                                     kind,
                                     named,
                                     d->studio->folder,
                                     NULL};
    Child child = {.status = -1};
    if (link(file->file, named) == 0)
        child = child_run(d->arena, NULL, LIT(""), arguments);
    unlink(named);
    return child;
}

/* The table is told by the name that somebody gave it, not by where it lay. */
static Slice named_again(Desk *d, Slice said, const Param *file, bool ods) {
    Slice path = arena_printf(d->arena, "%s.%s", file->file, ods ? "ods" : "csv");
    Slice all = LIT("");
    for (int at; (at = slice_find(said, path)) >= 0;) {
        all = arena_printf(d->arena, SLICE_FMT "%.*s" SLICE_FMT, SLICE_ARG(all), at, said.at,
                           SLICE_ARG(file->value));
        said = slice_cut(said, at + path.len, said.len);
    }
    return arena_printf(d->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(all), SLICE_ARG(said));
}

static void show_result(Desk *d, RecordId id, bool good, Slice said) {
    html_begin(d, studio_word(d->lang, STUDIO_SHEETS));
    html_notice(d, good ? "good" : "bad",
                studio_word(d->lang, good ? STUDIO_SHEET_TAKEN : STUDIO_SHEET_REFUSED));
    html_in(d, "pre", said);
    html_link(d, "button", arena_printf(d->arena, "list/%s", record_of(id)->table),
              studio_kind(d->lang, id));
    html_end(d);
}

void page_import(Desk *d) {
    RecordId id;
    Error error;
    if (!page_kind(d, &id))
        return;
    const Param *file = d->request->post ? uploaded(d) : NULL;
    if (!file) {
        studio_go(d, "list/%s", record_of(id)->table);
        return;
    }
    bool ods = ends_with(file->value, ".ods");
    Kind kind = kind_read(d, id);
    Slice what = studio_sentence(d->arena, d->lang, STUDIO_DID_IMPORT, file->value, LIT(""));
    if (!is_within(d, id, &error) || !keep_before(d, &kind, what, &error)) {
        html_refused(d, 409, slice_from(error.text));
        return;
    }
    Child child = import(d, id, file, ods);
    faults_stale(d->studio);
    Slice said =
        arena_printf(d->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(child.said), SLICE_ARG(child.wrong));
    if (child.status == 0 && !keep_after(d, id, what, &error))
        said = arena_printf(d->arena, SLICE_FMT "\n%s", SLICE_ARG(said), error.text);
    if (child.status != 0)
        d->answer->status = 409;
    show_result(d, id, child.status == 0, named_again(d, said, file, ods));
}
