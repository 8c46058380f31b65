/* What attracts: the six letters and the facets of the campus as bars, each also in words, with
   what is not sure about it. */
#include "screens/quiz/result_tabs.h"

#include "base/slots.h"

static const StringId LETTERS[] = {STR_LETTER_R, STR_LETTER_I, STR_LETTER_A,
                                   STR_LETTER_S, STR_LETTER_E, STR_LETTER_C};

Slice result_letter(const Page *page, int letter) {
    return tr(page, LETTERS[letter]);
}

static Slice level(ResultView v, int dimension) {
    return tr(v.page, (StringId)(STR_LEVEL_0 + v.r->level[dimension]));
}

/* The name and how much of it, over its bar: 0 to 4. Without an answer there is nothing to draw. */
static void add_bar(ResultView v, Node *row, Slice name, int dimension, Paint tone) {
    Slice words = arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(name),
                               SLICE_ARG(level(v, dimension)));
    Node *bar = widget_share(v.page, row, 1, SPACE_4);
    widget_text(v.page, bar, TYPE_LABEL, words);
    if (v.r->level[dimension] == LEVEL_UNKNOWN)
        return;
    Meter meter = {.value = (int)(v.r->mean[dimension] * 25 + 0.5),
                   .total = 100,
                   .doubt = (int)(v.r->spread[dimension] * 25 + 0.5)};
    widget_meter(v.page, bar, meter, tone, words);
}

static void add_letter(ResultView v, Node *row, int letter) {
    int side = v.page->form.letter;
    Node *badge = widget_square(v.page, row, THEME_TONE_PAINT[letter], side, LETTER_LEAST);
    badge->align = ALIGN_STRETCH;
    badge->drop_rank = 2;
    Slice capital = slice_cut(LIT(QUIZ_RIASEC), letter, letter + 1);
    Node *written = widget_label(v.page, badge, TYPE_H3, PAINT_ON_TONE, capital);
    written->align = ALIGN_CENTER;
    written->least = LETTER_TYPE_LEAST;
    add_bar(v, row, result_letter(v.page, letter), letter, THEME_TONE_PAINT[letter]);
}

static void add_facet(ResultView v, Node *row, int facet) {
    const Facet *of = &v.k->pack->facet[facet];
    widget_sign(v.page, row, icon_named(of->icon), PAINT_PRIMARY);
    add_bar(v, row, tr_text(v.page, of->name), QUIZ_LETTERS + facet, PAINT_PRIMARY);
}

/* A heading and rows of equal columns; rows are parts of their own, so that a page may end after
   any of them. What the quiz does not ask about is not there. */
static void add_chart(ResultView v, Node *parent, Slice heading, int columns, int first, int count,
                      void (*add)(ResultView, Node *, int)) {
    widget_heading(v.page, parent, TYPE_H3, heading)->keep = true;
    Node *line = NULL;
    for (int i = 0, shown = 0; i < count; i++) {
        if (!v.k->bank->asked[first + i])
            continue;
        if (shown++ % columns == 0)
            line = widget_grid(v.page, parent, columns, SPACE_20);
        Node *cell = widget_line(v.page, line, SPACE_20);
        add(v, cell, i);
    }
}

static bool asks_facets(const QuizBank *bank) {
    for (int d = QUIZ_LETTERS; d < QUIZ_DIMENSIONS_MAX; d++)
        if (bank->asked[d])
            return true;
    return false;
}

void result_letters(ResultView v, Node *parent, int columns) {
    add_chart(v, parent, tr(v.page, STR_LETTERS), columns, 0, QUIZ_LETTERS, add_letter);
}

static void add_facets(ResultView v, Node *parent, int columns) {
    if (!asks_facets(v.k->bank))
        return;
    Slice at = result_work(v.page, v.k->pack->campus.at_workplace, STR_AT_WORKPLACE);
    add_chart(v, parent, slots_capital(v.page->arena, at), columns, QUIZ_LETTERS,
              v.k->bank->facet_count, add_facet);
}

static void add_doubt(ResultView v, Node *parent) {
    widget_quiet(v.page, parent, TYPE_SMALL, tr(v.page, STR_DOUBT));
}

/* Enlarged or seated: one chart after the other. */
static Node *add_tight(ResultView v) {
    Node *pages = result_reading(v);
    int columns = v.page->form.narrow ? 1 : 2;
    result_letters(v, pages, columns);
    add_facets(v, pages, columns);
    add_doubt(v, pages);
    return pages;
}

Node *result_profile(ResultView v) {
    Page *page = v.page;
    if (v.r->kind == RESULT_TOO_FEW)
        return result_none(v); /* there is nothing to draw */
    if (!page->form.roomy)
        return add_tight(v);
    bool beside = page->form.side_by_side;
    Node *both = beside ? widget_row(page, v.frame.controls, GUTTER) : v.frame.reading;
    if (!beside)
        widget_stretch(page, both);
    Node *letters = widget_panel(page, both),
         *facets = widget_panel(page, beside ? both : v.frame.controls);
    letters->gap = facets->gap = SPACE_8;
    letters->grow = form_share(&page->form, 9);
    facets->grow = form_share(&page->form, 13);
    result_letters(v, letters, 1);
    add_facets(v, facets, 2);
    widget_stretch(page, facets);
    add_doubt(v, facets);
    return NULL;
}
