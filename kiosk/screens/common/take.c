#include "screens/common/take.h"

#define TEXT_BYTES 300 /* version 11: read from 40 cm at the size of a small code */

void take_line(TakeLines *lines, Slice line) {
    if (line.len && lines->count < (int)(sizeof lines->line / sizeof *lines->line))
        lines->line[lines->count++] = line;
}

static Slice take_text(const TakeLines *lines, Arena *arena) {
    Slice text = LIT("");
    for (int i = 0; i < lines->count; i++)
        if (text.len + lines->line[i].len < TEXT_BYTES)
            text = arena_printf(arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? "\n" : "",
                                SLICE_ARG(lines->line[i]));
    return text;
}

Node *take_code(Page *page, Node *parent, const TakeLines *lines, int side, Slice what) {
    Node *row = widget_line(page, parent, SPACE_20);
    row->drop_rank = 3;
    widget_code(page, row, take_text(lines, page->arena), side, tr(page, STR_TAKE_CODE));
    Node *words = widget_share(page, row, 1, SPACE_4);
    widget_heading(page, words, TYPE_H3, tr(page, STR_TAKE_HOME));
    if (what.len)
        widget_quiet(page, words, TYPE_SMALL, what)->drop_rank = 1;
    return row;
}
