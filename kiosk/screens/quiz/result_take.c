/* The result in a code that any phone reads: the scores themselves, in plain text, so that
   nothing is kept anywhere. */
#include "screens/common/code_text.h"
#include "screens/common/printed.h"
#include "screens/quiz/result_sides.h"

#define FACETS_TOLD 3 /* by name: a letter that stands for one of the six would be read as that */

/* "R 3,4": one figure after the point, with the language's own point. */
static Slice figure(ResultView v, Slice name, int d) {
    int tenths = (int)(v.r->mean[d] * 10 + 0.5);
    return arena_printf(v.page->arena, SLICE_FMT " %d" SLICE_FMT "%d", SLICE_ARG(name), tenths / 10,
                        SLICE_ARG(tr(v.page, STR_POINT)), tenths % 10);
}

/* "R 3,4 I 2,0 …": without an answer, no figure. */
static Slice letters_of(ResultView v) {
    Slice line = LIT("");
    for (int d = 0; d < QUIZ_LETTERS; d++) {
        Slice one = figure(v, pack_dimension(v.k->pack, d), d);
        if (v.r->level[d] != LEVEL_UNKNOWN)
            line = arena_printf(v.page->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(line),
                                line.len ? " " : "", SLICE_ARG(one));
    }
    return line;
}

/* The facet that is liked most of those that are not told yet; -1: none is left. */
static int next_facet(ResultView v, const bool *told) {
    int best = -1;
    for (int f = 0; f < v.k->pack->facet_count; f++) {
        int d = QUIZ_LETTERS + f;
        bool known = v.r->level[d] != LEVEL_UNKNOWN && !told[f];
        if (known && (best < 0 || v.r->mean[d] > v.r->mean[QUIZ_LETTERS + best]))
            best = f;
    }
    return best;
}

static Slice facets_of(ResultView v, int most) {
    Slice line = LIT("");
    bool told[QUIZ_FACETS_MAX] = {false};
    for (int i = 0, f; i < most && (f = next_facet(v, told)) >= 0; i++) {
        Slice name = tr_text(v.page, v.k->pack->facet[f].name);
        line = tr_beside(v.page, line, figure(v, name, QUIZ_LETTERS + f));
        told[f] = true;
    }
    return line;
}

static void put_letters(ResultView v, CodeText *w) {
    Page *page = v.page;
    Slice letters = letters_of(v);
    if (letters.len)
        code_text_put(w, arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(letters),
                                      SLICE_ARG(tr(page, STR_CODE_SCALE))));
}

static void put_facets(ResultView v, CodeText *w, int most) {
    Page *page = v.page;
    Slice facets = facets_of(v, most);
    Slice workplace = result_work(page, v.k->pack->campus.workplace, STR_WORKPLACE);
    if (facets.len)
        code_text_put(w, tr_beside(page, workplace, facets));
}

static Slice trade_line(ResultView v, const Suggestion *s) {
    const Trade *trade = &v.k->pack->trade[s->trade];
    Slice says =
        tr_aside(v.page, tr_text(v.page, trade->short_name), result_closeness(v.page, v.r, s));
    if (langs_simple(v.page->settings.lang)) /* it has no codes */
        return arena_printf(v.page->arena, "- " SLICE_FMT, SLICE_ARG(says));
    return arena_printf(v.page->arena, "- " SLICE_FMT " " SLICE_FMT, SLICE_ARG(trade->rome),
                        SLICE_ARG(says));
}

static void put_trades(ResultView v, CodeText *w) {
    if (v.r->suggestion_count)
        code_text_put(w, tr(v.page, STR_CODE_TRADES));
    for (int i = 0; i < v.r->suggestion_count; i++)
        code_text_put(w, trade_line(v, &v.r->suggestion[i]));
}

/* With the figures of the letters and of so many facets, or with none. */
static CodeText write_result(ResultView v, bool letters, int facets) {
    CodeText w = {.len = 0};
    Page *page = v.page;
    code_text_put(&w, arena_printf(page->arena, SLICE_FMT ". " SLICE_FMT,
                                   SLICE_ARG(tr_text(page, v.k->pack->campus.name)),
                                   SLICE_ARG(tr(page, STR_CODE_TITLE))));
    code_text_put(&w, result_title(page, v.k->pack, v.r));
    if (v.r->kind != RESULT_TOO_FEW && letters)
        put_letters(v, &w);
    if (v.r->kind != RESULT_TOO_FEW)
        put_facets(v, &w, facets);
    put_trades(v, &w);
    code_text_put(&w, widget_fill(page, tr(page, STR_CODE_TALK),
                                  tr_text(page, v.k->pack->campus.advice_where)));
    return w;
}

/* Where not all of it has room, the figures of the facets go before the trades and the place
   where somebody listens. */
Slice result_text(ResultView v) {
    int facets = FACETS_TOLD;
    CodeText w = write_result(v, true, facets);
    while (w.lost && facets)
        w = write_result(v, true, --facets);
    return code_text_of(&w, v.page->arena);
}

Slice result_short_text(ResultView v) {
    CodeText w = write_result(v, false, 0);
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
    print_button(v.page, v.frame.controls, v.k, TAP_PRINT);
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
    print_button(v.page, v.frame.controls, v.k, TAP_PRINT);
    return NULL;
}

static Node *add_beside(ResultView v) {
    Node *row = widget_row(v.page, v.frame.controls, SPACE_44);
    add_code(v, row);
    Node *words = widget_share(v.page, row, 1, 0);
    widget_text(v.page, words, TYPE_LABEL, tr(v.page, STR_CODE_HOW));
    add_lines(v, words);
    widget_stretch(v.page, words);
    widget_text(v.page, words, TYPE_LABEL, tr(v.page, STR_CODE_KEPT));
    Node *foot = widget_column(v.page, words, 0);
    foot->pad_y = SPACE_12;
    print_button(v.page, foot, v.k, TAP_PRINT);
    return NULL;
}

Node *result_take(ResultView v) {
    const Form *form = &v.page->form;
    widget_heading(v.page, v.frame.reading, form->roomy ? TYPE_H1 : TYPE_H2,
                   tr(v.page, STR_RESULT_TAKE));
    if (!form->roomy)
        return add_tight(v);
    return form->side_by_side ? add_beside(v) : add_tall(v);
}
