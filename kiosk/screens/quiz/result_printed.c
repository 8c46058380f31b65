/* The result on paper: the trades with how near they are and where they are learnt, what attracts
   in words, who to talk to. */
#include "base/slots.h"
#include "map/directions_text.h"
#include "screens/common/printed.h"
#include "screens/quiz/result_sides.h"

enum { LIKINGS = 3 };

/* The room where it is learnt here. */
static Slice where_learnt(ResultView v, const Suggestion *s) {
    int place = common_place_of_trade(v.k, s->trade);
    if (!v.k->plan || place == PLAN_NONE)
        return (Slice){0};
    return text_of_place(v.k->plan, place, v.k->settings.lang, v.page->arena);
}

static void add_trade(ResultView v, Node *body, const Suggestion *s) {
    Page *page = v.page;
    Node *row = widget_line(page, body, SPACE_20);
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, TYPE_H3, tr_text(page, v.k->pack->trade[s->trade].short_name));
    Slice where = where_learnt(v, s);
    if (where.len)
        widget_text(page, words, TYPE_SMALL, where)->drop_rank = 1;
    if (v.r->kind != RESULT_ELSEWHERE)
        widget_bars(page, row, BARS_NEAR, (Bars){(int)s->closeness + 1, 3}, PAINT_INK);
    widget_text(page, row, TYPE_LABEL, result_closeness(page, v.r, s));
}

/* "Le concret · beaucoup" with how sure that is. */
static void add_likings(ResultView v, Node *body) {
    int dimension[LIKINGS], count = result_strongest(v.r, v.k->bank, dimension, LIKINGS);
    if (!count)
        return;
    printed_heading(v.page, body, STR_RESULT_PROFILE);
    for (int i = 0; i < count; i++) {
        Slice sure = tr(v.page, v.r->sure[dimension[i]] ? STR_SURE : STR_UNSURE);
        widget_text(
            v.page, body, TYPE_BODY,
            slots_capital(v.page->arena, tr_beside(v.page, result_liked(v, dimension[i]), sure)));
    }
}

static void add_desk(ResultView v, Node *body) {
    const Campus *campus = &v.k->pack->campus;
    printed_heading(v.page, body, STR_TALK);
    Slice where = tr_text(v.page, campus->advice_where),
          when = tr_text(v.page, campus->advice_when);
    if (where.len)
        widget_text(v.page, body, TYPE_BODY, where);
    if (when.len)
        widget_text(v.page, body, TYPE_BODY, when);
}

void result_printed(ResultView v) {
    Node *body =
        printed_begin(v.page, v.k, tr(v.page, STR_RESULT), result_title(v.page, v.k->pack, v.r));
    if (!v.r->suggestion_count) /* what there is to say instead */
        widget_text(v.page, body, TYPE_BODY, result_advice(v));
    Node *trades = widget_column(v.page, body, SPACE_8);
    for (int i = 0; i < v.r->suggestion_count; i++)
        add_trade(v, trades, &v.r->suggestion[i]);
    add_likings(v, widget_column(v.page, body, 0));
    add_desk(v, widget_column(v.page, body, 0));
    printed_end(v.page, body, result_text(v), v.k->pack->campus.advice_illustrative);
}
