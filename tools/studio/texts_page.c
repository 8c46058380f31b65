/* What stands beside a record as text, as a form: the parts of a topic, the captions and the
   transcript of a film, one language beside the other. */
#include "tools/studio/pages.h"

#include "content/target.h"
#include "tools/studio/change.h"
#include "tools/studio/faults.h"
#include "tools/studio/text_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { WAIT_MS = 300, FILES_MAX = 3 * LANG_MAX, SIGNS_A_LINE = 42, LINES_MOST = 12 };

static const struct {
    RecordId kind;
    TextForm form;
    StudioWord title;
    const char *folder, *before, *ending; /* of "clips/ID.ad.fr.vtt" */
} TEXTS[] = {{RECORD_topic, TEXT_TOPIC, STUDIO_TEXTS, "topics", "", "md"},
             {RECORD_clip, TEXT_CAPTIONS, STUDIO_CAPTIONS, "clips", "", "vtt"},
             {RECORD_clip, TEXT_PARAGRAPHS, STUDIO_TRANSCRIPT, "clips", "", "md"},
             {RECORD_clip, TEXT_CAPTIONS, STUDIO_TOLD, "clips", "ad.", "vtt"}};
enum { TEXT_KINDS = sizeof TEXTS / sizeof *TEXTS };

typedef struct TextFile {
    int kind; /* in TEXTS */
    Slice lang;
    Source source;
    TextRows rows;
} TextFile;

typedef struct Texts {
    Desk *d;
    const Entry *entry;
    TextFile file[FILES_MAX];
    int count;
    FaultList faults;
} Texts;

bool texts_has(RecordId kind) {
    return kind == RECORD_topic || kind == RECORD_clip;
}

/* ---- the files ------------------------------------------------------------------------------- */

static void add_file(Texts *t, int kind, Slice lang) {
    Desk *d = t->d;
    Error error;
    TextFile *file = &t->file[t->count];
    Slice path = arena_printf(d->arena, "%s/" SLICE_FMT ".%s" SLICE_FMT ".%s", TEXTS[kind].folder,
                              SLICE_ARG(t->entry->id), TEXTS[kind].before, SLICE_ARG(lang),
                              TEXTS[kind].ending);
    *file = (TextFile){.kind = kind, .lang = lang};
    if (!folder_read(d, path, &file->source, &error))
        return;
    file->rows = text_rows_read(d->arena, TEXTS[kind].form, file->source.bytes);
    t->count++;
}

static void read_texts(Texts *t) {
    Slice code[LANG_MAX];
    int languages = written_languages(t->d, code);
    for (int kind = 0; kind < TEXT_KINDS; kind++)
        for (int i = 0; i < languages && TEXTS[kind].kind == t->entry->kind; i++)
            if (t->count < FILES_MAX)
                add_file(t, kind, arena_copy(t->d->arena, code[i]));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static TextRow *add_row(Texts *t, TextFile *file, TextRowKind kind, Slice text) {
    TextRow *row = LIST_ADD(t->d->arena, file->rows.row, file->rows.count);
    *row = (TextRow){.kind = kind, .text = text, .target = LIT("")};
    return row;
}

/* Of a file that is not there yet a few rows lie ready. */
static void lay_ready(Texts *t, TextFile *file) {
    TextForm form = TEXTS[file->kind].form;
    if (file->rows.count || file->source.there)
        return;
    if (form == TEXT_TOPIC) {
        add_row(t, file, ROW_TITLE, LIT(""));
        add_row(t, file, ROW_TEXT, LIT(""));
        add_row(t, file, ROW_HEADING, LIT(""));
    }
    add_row(t, file, form == TEXT_CAPTIONS ? ROW_CAPTION : ROW_TEXT, LIT(""));
}

static void put_tool(const Texts *t, const char *what, int file, int row, StudioWord word,
                     const char *sign) {
    html_format(t->d, "<button class=\"tool\" name=\"do\" value=\"%s/%d/%d\" title=\"", what, file,
                row);
    html_word(t->d, word);
    html_format(t->d, "\" aria-label=\"");
    html_word(t->d, word);
    html_format(t->d, "\">%s</button>", sign);
}

static void put_kinds(const Texts *t, const TextRow *row) {
    static const StudioWord NAMES[ROW_CAPTION] = {
        [ROW_TITLE] = STUDIO_ROW_TITLE,   [ROW_HEADING] = STUDIO_ROW_HEADING,
        [ROW_TEXT] = STUDIO_ROW_TEXT,     [ROW_POINT] = STUDIO_ROW_POINT,
        [ROW_BUTTON] = STUDIO_ROW_BUTTON, [ROW_CHART] = STUDIO_ROW_CHART};
    html_format(t->d, "<select name=\"kind\" aria-label=\"");
    html_word(t->d, STUDIO_ROW_KIND);
    html_format(t->d, "\">");
    for (int kind = 0; kind < ROW_CAPTION; kind++) {
        html_format(t->d, "<option value=\"%d\"%s>", kind,
                    (int)row->kind == kind ? " selected" : "");
        html_word(t->d, NAMES[kind]);
        html_format(t->d, "</option>");
    }
    html_format(t->d, "</select>");
}

static void put_input(const Texts *t, const char *name, StudioWord word, Slice value,
                      const char *more) {
    html_format(t->d, "<input name=\"%s\" aria-label=\"", name);
    html_word(t->d, word);
    html_format(t->d, "\" placeholder=\"");
    html_word(t->d, word);
    html_format(t->d, "\" value=\"");
    html_text(t->d, value);
    html_format(t->d, "\"%s>", more);
}

static void put_times(const Texts *t, const TextRow *row) {
    int arrow = slice_find(row->target, LIT("-->"));
    Slice from = arrow < 0 ? LIT("") : slice_trim(slice_cut(row->target, 0, arrow));
    Slice to = arrow < 0 ? LIT("") : slice_trim(slice_cut(row->target, arrow + 3, row->target.len));
    html_hidden(t->d, "kind", arena_printf(t->d->arena, "%d", ROW_CAPTION));
    html_format(t->d, "<span class=\"times\">");
    put_input(t, "from", STUDIO_ROW_FROM, from, " spellcheck=\"false\"");
    put_input(t, "to", STUDIO_ROW_TO, to, " spellcheck=\"false\"");
    html_format(t->d, "</span>");
}

static int rows_for(Slice text) {
    int rows = text.len / SIGNS_A_LINE + 1;
    for (int i = 0; i < text.len; i++)
        rows += text.at[i] == '\n';
    return rows > LINES_MOST ? LINES_MOST : rows;
}

static void put_row(const Texts *t, int f, int number) {
    const TextFile *file = &t->file[f];
    const TextRow *row = &file->rows.row[number];
    TextForm form = TEXTS[file->kind].form;
    html_format(t->d, "<li class=\"row one\" draggable=\"true\">");
    if (form == TEXT_CAPTIONS)
        put_times(t, row);
    else if (form == TEXT_TOPIC)
        put_kinds(t, row);
    else
        html_hidden(t->d, "kind", arena_printf(t->d->arena, "%d", ROW_TEXT));
    if (row->kind == ROW_BUTTON || row->kind == ROW_CHART)
        put_input(t, "target", STUDIO_ROW_TARGET, row->target, " list=\"targets\"");
    html_format(t->d, "<textarea name=\"text\" rows=\"%d\" lang=\"" SLICE_FMT "\" aria-label=\"",
                rows_for(row->text), SLICE_ARG(file->lang));
    html_word(t->d, STUDIO_ROW_TEXT);
    html_format(t->d, "\">\n");
    html_text(t->d, row->text);
    html_format(t->d, "</textarea>");
    html_format(t->d, "<span class=\"tools\">");
    put_tool(t, "up", f, number, STUDIO_UP, "↑");
    put_tool(t, "down", f, number, STUDIO_DOWN, "↓");
    put_tool(t, "remove", f, number, STUDIO_REMOVE, "✕");
    html_format(t->d, "</span></li>");
}

/* ---- faults ---------------------------------------------------------------------------------- */

static void put_faults(Texts *t, const TextFile *file, int from, int to) {
    for (int i = 0; i < t->faults.count; i++) {
        Fault *fault = &t->faults.fault[i];
        if (fault->shown || !slice_equal(fault->file, file->source.file) || fault->line < from ||
            fault->line > to)
            continue;
        fault->shown = true;
        html_in(t->d, fault->warning ? "p class=\"fault warning\"" : "p class=\"fault\"",
                fault->message);
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void put_as_text(Texts *t, const TextFile *file) {
    html_word_in(t->d, "p class=\"notice soft\"", STUDIO_TEXTS_AS_TEXT);
    html_link(t->d, "quiet",
              arena_printf(t->d->arena, "text/" SLICE_FMT,
                           SLICE_ARG(html_coded(t->d->arena, file->source.file))),
              file->source.file);
}

static void put_rows(Texts *t, int f) {
    const TextFile *file = &t->file[f];
    html_format(t->d, "<ol>");
    for (int i = 0; i < file->rows.count; i++) {
        int line = file->rows.row[i].line;
        int next = i + 1 < file->rows.count ? file->rows.row[i + 1].line : 0;
        put_row(t, f, i);
        if (line)
            put_faults(t, file, line, next > line ? next - 1 : line);
    }
    html_format(t->d, "</ol>");
    html_button(t->d, "add", "do", arena_printf(t->d->arena, "add/%d/0", f),
                studio_word(t->d->lang, STUDIO_ADD_ROW));
}

static void put_file(Texts *t, int f) {
    TextFile *file = &t->file[f];
    int lang = langs_find(langs(), file->lang);
    html_format(t->d, "<fieldset class=\"rows\"><legend>");
    html_text(t->d, lang < 0 ? file->lang : slice_from(langs()->name[lang]));
    html_format(t->d, "</legend>");
    html_hidden(t->d, "file", file->source.file);
    html_hidden(t->d, "base", slice_from(file->source.hash));
    put_faults(t, file, 0, file->rows.count ? file->rows.row[0].line - 1 : INT_MAX);
    if (file->rows.whole)
        put_rows(t, f);
    else
        put_as_text(t, file);
    put_faults(t, file, 0, INT_MAX);
    html_format(t->d, "</fieldset>");
}

static void put_group(Texts *t, int kind) {
    html_format(t->d, "<h2>");
    html_word(t->d, TEXTS[kind].title);
    html_format(t->d, "</h2><div class=\"side texts\">");
    for (int f = 0; f < t->count; f++)
        if (t->file[f].kind == kind)
            put_file(t, f);
    html_format(t->d, "</div>");
}

static void put_targets(const Texts *t) {
    html_format(t->d, "<datalist id=\"targets\">");
    for (int kind = TARGET_QUIZ; kind < TARGET_KIND_COUNT; kind++) {
        RecordId of = target_record((TargetKind)kind);
        const char *word = target_word((TargetKind)kind);
        Kind records = {0};
        if (of != RECORD_COUNT && menu_line_of(of))
            records = kind_read(t->d, of);
        if (of == RECORD_COUNT && kind < TARGET_LEVEL)
            html_format(t->d, "<option value=\"kiosk:%s\">", word);
        for (int i = 0; i < records.count; i++) {
            html_format(t->d, "<option value=\"kiosk:%s/", word);
            html_text(t->d, records.entry[i].id);
            html_format(t->d, "\">");
            html_text(t->d, records.entry[i].title);
            html_format(t->d, "</option>");
        }
    }
    Kind charts = kind_read(t->d, RECORD_chart);
    for (int i = 0; i < charts.count; i++) {
        html_format(t->d, "<option value=\"chart:");
        html_text(t->d, charts.entry[i].id);
        html_format(t->d, "\">");
    }
    html_format(t->d, "</datalist>");
}

static void show(Texts *t, Slice notice, const char *class) {
    Desk *d = t->d;
    RecordId kind = t->entry->kind;
    t->faults = faults_now(d, WAIT_MS);
    html_begin(d, t->entry->title.len ? t->entry->title : t->entry->id);
    html_format(d, "<p class=\"crumbs\">");
    html_link(d, "", page_of_record(d, kind, t->entry->address), studio_kind(d->lang, kind));
    html_format(d, "</p>");
    if (notice.len)
        html_notice(d, class, notice);
    html_word_in(d, "p class=\"lead\"",
                 kind == RECORD_topic ? STUDIO_TEXTS_HELP : STUDIO_CAPTIONS_HELP);
    html_form(d,
              arena_printf(d->arena, "texts/%s/" SLICE_FMT, record_of(kind)->table,
                           SLICE_ARG(html_coded(d->arena, t->entry->address))),
              false);
    html_format(d, "<button class=\"hidden\" name=\"do\" value=\"save\" tabindex=\"-1\" "
                   "aria-hidden=\"true\"></button>");
    if (d->request->post)
        html_unsaved(d);
    for (int i = 0; i < TEXT_KINDS; i++)
        if (TEXTS[i].kind == kind)
            put_group(t, i);
    put_targets(t);
    html_format(d, "<div class=\"bar\">");
    html_button(d, "primary", "do", LIT("save"), studio_word(d->lang, STUDIO_SAVE));
    html_format(d, "</div></form>");
    html_end(d);
}

/* ---- what was typed -------------------------------------------------------------------------- */

/* Without the returns of a browser; lines only where they say something. */
static Slice typed(Texts *t, Slice value, bool lines) {
    Slice copy = arena_copy(t->d->arena, value);
    char *at = (char *)(uintptr_t)copy.at, *to = at;
    for (int i = 0; i < copy.len; i++) {
        bool again = to > at && to[-1] == '\n';
        if (at[i] == '\r' || (at[i] == '\n' && again))
            continue;
        *to++ = at[i] == '\n' && !lines ? ' ' : at[i];
    }
    return slice_trim((Slice){copy.at, (int)(to - at)});
}

static TextRowKind kind_typed(const TextFile *file, Slice value) {
    int kind = value.len == 1 ? value.at[0] - '0' : ROW_TEXT;
    if (TEXTS[file->kind].form == TEXT_CAPTIONS)
        return ROW_CAPTION;
    return kind >= 0 && kind < ROW_CAPTION ? (TextRowKind)kind : ROW_TEXT;
}

static void take_param(Texts *t, TextFile *file, const Param *p) {
    TextRow *row = file->rows.count ? &file->rows.row[file->rows.count - 1] : NULL;
    bool cue = row && row->kind == ROW_CAPTION;
    if (slice_is(p->name, "kind"))
        add_row(t, file, kind_typed(file, p->value), LIT(""));
    else if (!row)
        return;
    else if (slice_is(p->name, "text"))
        row->text = typed(t, p->value, cue);
    else if (slice_is(p->name, "target") || slice_is(p->name, "from"))
        row->target = typed(t, p->value, false);
    else if (slice_is(p->name, "to") && (row->target.len || p->value.len))
        row->target = arena_printf(t->d->arena, SLICE_FMT " --> " SLICE_FMT, SLICE_ARG(row->target),
                                   SLICE_ARG(typed(t, p->value, false)));
}

/* False: a file is not as it was when the form was made, and `error` says which. */
static bool take_form(Texts *t, Error *error) {
    TextFile *file = NULL;
    bool same = true;
    int next = 0;
    for (int i = 0; i < t->d->request->param_count; i++) {
        const Param *p = &t->d->request->param[i];
        if (slice_is(p->name, "file")) {
            file = next < t->count && slice_equal(t->file[next].source.file, p->value)
                       ? &t->file[next++]
                       : NULL;
            if (file && file->rows.whole)
                file->rows.count = 0;
        } else if (file && slice_is(p->name, "base") && !slice_is(p->value, file->source.hash)) {
            same = studio_refuse(t->d, error, STUDIO_CONFLICT, file->source.file, "");
        } else if (file && file->rows.whole) {
            take_param(t, file, p);
        }
    }
    return same;
}

/* "up/0/3" */
static void change_rows(Texts *t, Slice wish) {
    char text[32];
    int f = 0, number = 0;
    snprintf(text, sizeof text, SLICE_FMT, SLICE_ARG(wish));
    const char *slash = strchr(text, '/');
    if (!slash || sscanf(slash, "/%d/%d", &f, &number) != 2 || f < 0 || f >= t->count)
        return;
    TextFile *file = &t->file[f];
    TextRows *rows = &file->rows;
    int other = slice_has_prefix(wish, LIT("up")) ? number - 1 : number + 1;
    bool moves = !slice_has_prefix(wish, LIT("remove"));
    if (slice_has_prefix(wish, LIT("add"))) {
        add_row(t, file, TEXTS[file->kind].form == TEXT_CAPTIONS ? ROW_CAPTION : ROW_TEXT, LIT(""));
    } else if (moves && number >= 0 && other >= 0 && number < rows->count && other < rows->count) {
        TextRow row = rows->row[number];
        rows->row[number] = rows->row[other];
        rows->row[other] = row;
    } else if (!moves && number >= 0 && number < rows->count) {
        memmove(&rows->row[number], &rows->row[number + 1],
                sizeof(TextRow) * (size_t)(rows->count - number - 1));
        rows->count--;
    }
}

static void drop_empty(TextRows *rows) {
    int kept = 0;
    for (int i = 0; i < rows->count; i++)
        if (rows->row[i].text.len || rows->row[i].target.len)
            rows->row[kept++] = rows->row[i];
    rows->count = kept;
}

static bool save_file(Texts *t, TextFile *file, Error *error) {
    Arena *arena = t->d->arena;
    TextForm form = TEXTS[file->kind].form;
    TextRows was = text_rows_read(arena, form, file->source.bytes);
    drop_empty(&file->rows);
    Slice text = text_rows_write(arena, form, &file->rows);
    bool same = slice_equal(text, text_rows_write(arena, form, &was));
    if (!file->rows.whole || same)
        return true;
    return change_write(t->d, file->source.file, text, STUDIO_DID_SAVE, file->source.file, error);
}

static bool save(Texts *t, Error *error) {
    for (int f = 0; f < t->count; f++)
        if (!save_file(t, &t->file[f], error))
            return false;
    return true;
}

static void take(Texts *t) {
    Desk *d = t->d;
    Error error;
    bool same = take_form(t, &error);
    Slice wish = studio_value(d, "do");
    if (!same) {
        d->answer->status = 409;
        show(t, slice_from(error.text), "bad");
    } else if (wish.len && !slice_is(wish, "save")) {
        change_rows(t, wish);
        show(t, studio_word(d->lang, STUDIO_NOT_SAVED_YET), "soft");
    } else if (save(t, &error)) {
        studio_go(d, "texts/%s/" SLICE_FMT "?saved=1", record_of(t->entry->kind)->table,
                  SLICE_ARG(html_coded(d->arena, t->entry->address)));
    } else {
        show(t, slice_from(error.text), "bad");
    }
}

void page_texts(Desk *d) {
    RecordId kind;
    if (!page_kind(d, &kind))
        return;
    Kind all = kind_read(d, kind);
    Slice id = d->request->parts > 2 ? d->request->part[2] : LIT("");
    Texts *t = arena_new(d->arena, Texts);
    *t = (Texts){.d = d, .entry = kind_at(&all, id)};
    if (!t->entry || !texts_has(kind) || !folder_id(t->entry->id)) {
        html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, id, LIT("")));
        return;
    }
    read_texts(t);
    if (d->request->post) {
        take(t);
        return;
    }
    for (int f = 0; f < t->count; f++)
        lay_ready(t, &t->file[f]);
    show(t, studio_word(d->lang, studio_has(d, "saved") ? STUDIO_SAVED : STUDIO_NOTHING), "good");
}
