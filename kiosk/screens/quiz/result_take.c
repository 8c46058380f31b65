/* The result in a code that any phone reads: the scores themselves, in plain text, so that
   nothing is kept anywhere. */
#include "screens/common/code_text.h"
#include "screens/quiz/result_tabs.h"

/* "R 3,4 I 2,0 …": one figure after the point, with the language's own point. Without an answer,
   no figure. */
static Slice figures(ResultView v, int first, int end) {
    Slice line = LIT(""), point = tr(v.page, STR_POINT);
    for (int d = first; d < end; d++) {
        int tenths = (int)(v.r->mean[d] * 10 + 0.5);
        if (v.r->level[d] != LEVEL_UNKNOWN)
            line = arena_printf(v.page->arena, SLICE_FMT "%s" SLICE_FMT " %d" SLICE_FMT "%d",
                                SLICE_ARG(line), line.len ? " " : "",
                                SLICE_ARG(pack_dimension(v.k->pack, d)), tenths / 10,
                                SLICE_ARG(point), tenths % 10);
    }
    return line;
}

static void put_letters(ResultView v, CodeText *w) {
    Page *page = v.page;
    Slice letters = figures(v, 0, QUIZ_LETTERS);
    if (letters.len)
        code_text_put(w, arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(letters),
                                      SLICE_ARG(tr(page, STR_CODE_SCALE))));
}

static void put_facets(ResultView v, CodeText *w) {
    Page *page = v.page;
    Slice facets = figures(v, QUIZ_LETTERS, pack_dimensions(v.k->pack));
    Slice workplace = result_work(page, v.k->pack->campus.workplace, STR_WORKPLACE);
    if (facets.len)
        code_text_put(w, arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(workplace),
                                      SLICE_ARG(facets)));
}

static Slice trade_line(ResultView v, const Suggestion *s) {
    const Trade *trade = &v.k->pack->trade[s->trade];
    return arena_printf(v.page->arena, "- " SLICE_FMT " " SLICE_FMT " (" SLICE_FMT ")",
                        SLICE_ARG(trade->rome), SLICE_ARG(tr_text(v.page, trade->short_name)),
                        SLICE_ARG(result_closeness(v.page, v.r, s)));
}

static void put_trades(ResultView v, CodeText *w) {
    if (v.r->suggestion_count)
        code_text_put(w, tr(v.page, STR_CODE_TRADES));
    for (int i = 0; i < v.r->suggestion_count; i++)
        code_text_put(w, trade_line(v, &v.r->suggestion[i]));
}

static CodeText write_result(ResultView v, bool facets) {
    CodeText w = {.len = 0};
    Page *page = v.page;
    code_text_put(&w, arena_printf(page->arena, SLICE_FMT ". " SLICE_FMT,
                                   SLICE_ARG(tr_text(page, v.k->pack->campus.name)),
                                   SLICE_ARG(tr(page, STR_CODE_TITLE))));
    code_text_put(&w, result_title(page, v.k->pack, v.r));
    if (v.r->kind != RESULT_TOO_FEW)
        put_letters(v, &w);
    if (v.r->kind != RESULT_TOO_FEW && facets)
        put_facets(v, &w);
    put_trades(v, &w);
    code_text_put(&w, widget_fill(page, tr(page, STR_CODE_TALK),
                                  tr_text(page, v.k->pack->campus.advice_where)));
    return w;
}

/* Where not all of it has room, the figures of the facets go before the trades and the place
   where somebody listens. */
Slice result_text(ResultView v) {
    CodeText w = write_result(v, true);
    if (w.lost)
        w = write_result(v, false);
    return code_text_of(&w, v.page->arena);
}

/* ---- the page -------------------------------------------------------------------------------- */

static Node *add_code(ResultView v, Node *parent) {
    return widget_code(v.page, parent, result_text(v), v.page->form.code, tr(v.page, STR_CODE));
}

/* For those without a phone: the same words, to copy. */
static void add_lines(ResultView v, Node *parent) {
    for (Slice rest = result_text(v); rest.len;) {
        int stop = slice_find(rest, LIT("\n")), end = stop < 0 ? rest.len : stop;
        widget_quiet(v.page, parent, TYPE_SMALL, slice_cut(rest, 0, end));
        rest = slice_cut(rest, stop < 0 ? end : end + 1, rest.len);
    }
}

/* Enlarged or seated: the code, then what it says. */
static Node *add_tight(ResultView v) {
    Node *pages = result_reading(v);
    Node *middle = widget_column(v.page, pages, 0);
    middle->align = ALIGN_CENTER;
    add_code(v, middle);
    widget_text(v.page, pages, TYPE_BODY, tr(v.page, STR_CODE_HOW));
    widget_quiet(v.page, pages, TYPE_BODY, tr(v.page, STR_CODE_KEPT));
    add_lines(v, pages);
    return pages;
}

/* Portrait: the code above the reach line, what it says below it. */
static Node *add_tall(ResultView v) {
    Node *middle = widget_middle(v.page, v.frame.reading);
    add_code(v, middle);
    widget_text(v.page, v.frame.controls, TYPE_LABEL, tr(v.page, STR_CODE_HOW));
    Node *lines = widget_column(v.page, v.frame.controls, 0);
    add_lines(v, lines);
    widget_text(v.page, v.frame.controls, TYPE_LABEL, tr(v.page, STR_CODE_KEPT));
    return NULL;
}

Node *result_take(ResultView v) {
    if (!v.page->form.roomy)
        return add_tight(v);
    if (!v.page->form.side_by_side)
        return add_tall(v);
    Node *row = widget_row(v.page, v.frame.controls, SPACE_44);
    add_code(v, row);
    Node *words = widget_share(v.page, row, 1, 0);
    widget_text(v.page, words, TYPE_LABEL, tr(v.page, STR_CODE_HOW));
    add_lines(v, words);
    widget_stretch(v.page, words);
    widget_text(v.page, words, TYPE_LABEL, tr(v.page, STR_CODE_KEPT));
    return NULL;
}
