#include "tools/studio/text_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reading {
    Arena *arena;
    TextForm form;
    TextRows rows;
    Slice rest;
    int line;   /* of what is read next */
    bool joins; /* the row before goes on */
} Reading;

/* ---- lines ----------------------------------------------------------------------------------- */

static Slice next_line(Reading *r) {
    int end = slice_find(r->rest, LIT("\n"));
    Slice line = slice_cut(r->rest, 0, end < 0 ? r->rest.len : end);
    r->rest = slice_cut(r->rest, end < 0 ? r->rest.len : end + 1, r->rest.len);
    r->line++;
    return slice_trim(line);
}

static TextRow *add_row(Reading *r, TextRowKind kind, Slice text, Slice target) {
    TextRow *row = LIST_ADD(r->arena, r->rows.row, r->rows.count);
    *row = (TextRow){kind, text, target, r->line};
    return row;
}

static void go_on(Reading *r, Slice line, const char *between) {
    TextRow *row = &r->rows.row[r->rows.count - 1];
    row->text = arena_printf(r->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(row->text),
                             row->text.len ? between : "", SLICE_ARG(line));
}

/* ---- Markdown -------------------------------------------------------------------------------- */

/* "[text](target)" alone on its line. */
static bool is_link(Slice line, Slice *text, Slice *target) {
    int middle = slice_find(line, LIT("]("));
    bool good = line.len > 4 && line.at[0] == '[' && middle > 0 && line.at[line.len - 1] == ')';
    *text = good ? slice_cut(line, 1, middle) : LIT("");
    *target = good ? slice_cut(line, middle + 2, line.len - 1) : LIT("");
    return good && slice_find(*target, LIT("(")) < 0;
}

static Slice behind(Slice line, int mark) {
    return slice_trim(slice_cut(line, mark, line.len));
}

/* Signs that would make it another thing than a sentence. */
static bool is_sentence(Slice line) {
    bool number = line.at[0] >= '0' && line.at[0] <= '9' &&
                  (slice_find(line, LIT(". ")) == 1 || slice_find(line, LIT(") ")) == 1);
    return !number && !strchr("#>|`~=*+<&", line.at[0]);
}

static bool read_topic_line(Reading *r, Slice line) {
    Slice text, target;
    if (slice_has_prefix(line, LIT("# ")))
        add_row(r, ROW_TITLE, behind(line, 2), LIT(""));
    else if (slice_has_prefix(line, LIT("## ")))
        add_row(r, ROW_HEADING, behind(line, 3), LIT(""));
    else if (slice_has_prefix(line, LIT("- ")))
        add_row(r, ROW_POINT, behind(line, 2), LIT(""));
    else if (line.at[0] == '!' && is_link(slice_cut(line, 1, line.len), &text, &target))
        add_row(r, ROW_CHART, text, target);
    else if (is_link(line, &text, &target))
        add_row(r, ROW_BUTTON, text, target);
    else
        return false;
    r->joins = r->rows.row[r->rows.count - 1].kind == ROW_POINT;
    return true;
}

static void read_markdown(Reading *r) {
    while (r->rest.len) {
        Slice line = next_line(r);
        if (!line.len) {
            r->joins = false;
        } else if (r->form == TEXT_TOPIC && read_topic_line(r, line)) {
            continue;
        } else {
            r->rows.whole &= is_sentence(line);
            if (r->joins)
                go_on(r, line, " ");
            else
                add_row(r, ROW_TEXT, line, LIT(""));
            r->joins = true;
        }
    }
}

/* ---- captions -------------------------------------------------------------------------------- */

static void read_captions(Reading *r) {
    Slice head = next_line(r);
    r->rows.whole = slice_is(head, "WEBVTT");
    for (bool in = false; r->rest.len;) {
        Slice line = next_line(r);
        bool times = slice_find(line, LIT("-->")) >= 0;
        if (!line.len)
            in = false;
        else if (times)
            add_row(r, ROW_CAPTION, LIT(""), line);
        else if (in)
            go_on(r, line, "\n");
        else
            r->rows.whole = false; /* a name, a note, a style */
        in |= times;
    }
}

TextRows text_rows_read(Arena *arena, TextForm form, Slice bytes) {
    Reading r = {.arena = arena, .form = form, .rest = bytes, .rows = {.whole = true}};
    if (form == TEXT_CAPTIONS && bytes.len)
        read_captions(&r);
    else
        read_markdown(&r);
    return r.rows;
}

/* ---- written --------------------------------------------------------------------------------- */

static void put(FILE *out, const char *before, Slice text, const char *after) {
    fprintf(out, "%s" SLICE_FMT "%s", before, SLICE_ARG(text), after);
}

static void put_row(FILE *out, const TextRow *row) {
    static const char *const MARK[ROW_KINDS] = {
        [ROW_TITLE] = "# ", [ROW_HEADING] = "## ", [ROW_TEXT] = "",   [ROW_POINT] = "- ",
        [ROW_BUTTON] = "[", [ROW_CHART] = "![",    [ROW_CAPTION] = ""};
    if (row->kind == ROW_CAPTION)
        put(out, "", row->target, "\n");
    put(out, MARK[row->kind], row->text, "");
    if (row->kind == ROW_BUTTON || row->kind == ROW_CHART)
        put(out, "](", row->target, ")");
    fputc('\n', out);
}

Slice text_rows_write(Arena *arena, TextForm form, const TextRows *rows) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    if (form == TEXT_CAPTIONS)
        fputs("WEBVTT\n\n", out);
    for (int i = 0; i < rows->count; i++) {
        bool points = i && rows->row[i].kind == ROW_POINT && rows->row[i - 1].kind == ROW_POINT;
        if (i && !points)
            fputc('\n', out);
        put_row(out, &rows->row[i]);
    }
    fclose(out);
    Slice made = arena_copy(arena, (Slice){text, (int)size});
    free(text);
    return made;
}
