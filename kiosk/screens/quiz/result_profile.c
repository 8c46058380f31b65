/* What attracts: the three strongest likings with a drawing and the visitor's own answer, then the
   rest of the letters and of the campus's facets in words, each with how sure it is. */
#include "screens/quiz/result_sides.h"

#include "base/slots.h"

enum { STRONGEST = 3 };

static const StringId LETTERS[] = {STR_LETTER_R, STR_LETTER_I, STR_LETTER_A,
                                   STR_LETTER_S, STR_LETTER_E, STR_LETTER_C};

Slice result_letter(const Page *page, int letter) {
    return tr(page, LETTERS[letter]);
}

Slice result_dimension(const Page *page, const Pack *pack, int d) {
    return d < QUIZ_LETTERS ? result_letter(page, d)
                            : tr_text(page, pack->facet[d - QUIZ_LETTERS].name);
}

typedef struct Strongest {
    int dimension[STRONGEST], count;
} Strongest;

static bool is_strongest(const Strongest *strongest, int d) {
    for (int i = 0; i < strongest->count; i++)
        if (strongest->dimension[i] == d)
            return true;
    return false;
}

/* ---- the rest -------------------------------------------------------------------------------- */

Slice result_liked(ResultView v, int d) {
    Slice name = result_dimension(v.page, v.k->pack, d);
    Slice level = tr(v.page, (StringId)(STR_LEVEL_0 + v.r->level[d]));
    return tr_beside(v.page, name, level);
}

/* What of the rest is as sure as that, in rows, so that a page may end after any of them. */
static void add_rest(ResultView v, Node *parent, const Strongest *strongest, bool sure) {
    int columns = v.page->form.even_columns, shown = 0;
    Node *row = NULL;
    for (int d = 0; d < QUIZ_LETTERS + v.k->bank->facet_count; d++) {
        if (!v.k->bank->asked[d] || v.r->sure[d] != sure || is_strongest(strongest, d))
            continue;
        if (!shown)
            widget_heading(v.page, parent, TYPE_H3,
                           slots_capital(v.page->arena, tr(v.page, sure ? STR_SURE : STR_UNSURE)))
                ->keep = true;
        if (shown++ % columns == 0)
            row = widget_grid(v.page, parent, columns, SPACE_12);
        widget_text(v.page, row, TYPE_SMALL, result_liked(v, d));
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_strongest(ResultView v, Node *parent, const Strongest *strongest) {
    for (int i = 0; i < strongest->count; i++) {
        int d = strongest->dimension[i];
        int position = result_answer_about(&v.s->quiz, v.k->bank, d);
        result_liking(v, parent, d, position);
    }
}

static void add_title(ResultView v) {
    widget_heading(v.page, v.frame.reading, v.page->form.roomy ? TYPE_H1 : TYPE_H2,
                   result_title(v.page, v.k->pack, v.r));
}

static Node *add_rest_sheet(ResultView v, Node *row, const Strongest *strongest, bool sure) {
    Node *sheet = widget_panel(v.page, row);
    sheet->radius = RADIUS_CARD;
    sheet->gap = SPACE_4;
    sheet->grow = sure ? 2 : 3;
    add_rest(v, sheet, strongest, sure);
    return sheet;
}

static Node *add_beside(ResultView v, const Strongest *strongest) {
    Node *body = widget_share(v.page, v.frame.controls, 1, PLATE_GAP);
    if (strongest->count)
        add_strongest(v, widget_halves(v.page, body, GUTTER), strongest);
    Node *row = widget_row(v.page, body, GUTTER);
    add_rest_sheet(v, row, strongest, true);
    add_rest_sheet(v, row, strongest, false);
    return NULL;
}

Node *result_profile(ResultView v) {
    const Form *form = &v.page->form;
    Strongest strongest;
    strongest.count = result_strongest(v.r, v.k->bank, strongest.dimension, STRONGEST);
    add_title(v);
    if (form->ample)
        return add_beside(v, &strongest);
    Node *pages = result_reading(v);
    add_strongest(v, pages, &strongest);
    add_rest(v, pages, &strongest, true);
    add_rest(v, pages, &strongest, false);
    return pages;
}
