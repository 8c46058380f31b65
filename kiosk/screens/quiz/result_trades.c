/* Five trades, and for the one looked at why it is there, what speaks against it and what would
   change it. */
#include "screens/quiz/result_tabs.h"

#include "base/lang.h"

static const StringId ANSWERS[] = {STR_ANSWER_0, STR_ANSWER_1, STR_ANSWER_2, STR_ANSWER_3,
                                   STR_ANSWER_4};

/* ---- words ----------------------------------------------------------------------------------- */

static Slice quoted(ResultView v, int position) {
    return widget_quote(v.page,
                        tr_text(v.page, v.k->pack->item[quiz_item(&v.s->quiz, position)].text));
}

bool result_was_before(const QuizState *s, int trade) {
    for (int i = 0; i < s->before_count; i++)
        if (s->before[i] == trade)
            return true;
    return false;
}

static Slice joined(ResultView v, Slice a, Slice b) {
    return arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(a), SLICE_ARG(b));
}

Slice result_closeness(const Page *page, const QuizResult *r, const Suggestion *s) {
    if (r->kind == RESULT_ELSEWHERE)
        return tr(page, STR_BRIDGE);
    return tr(page, (StringId)(STR_CLOSENESS_0 + s->closeness));
}

static Slice closeness(ResultView v, const Suggestion *s) {
    Slice near = result_closeness(v.page, v.r, s);
    if (s->surprise)
        near = joined(v, tr(v.page, STR_SURPRISE), near);
    if (v.s->before_count && !result_was_before(v.s, s->trade))
        near = joined(v, near, tr(v.page, STR_ONE_NEW));
    return near;
}

static Slice change_words(ResultView v, const Suggestion *s) {
    Change change = result_change(&v.s->quiz, v.k->bank, s->trade);
    if (change.position < 0)
        return tr(v.page, STR_TURN_NONE);
    bool near = false;
    for (int i = 0; i < v.s->quiz.top_count; i++)
        near |= v.s->quiz.top[i] == s->trade;
    Slice words = tr(v.page, near ? STR_TURN_OUT : STR_TURN_IN);
    words = widget_fill(v.page, words, widget_quote(v.page, tr(v.page, ANSWERS[change.answer])));
    return widget_fill(v.page, words, quoted(v, change.position));
}

/* ---- the five -------------------------------------------------------------------------------- */

static int looked_at(const QuizState *s) {
    return s->result_trade ? s->result_trade - 1 : 0;
}

static void add_card(ResultView v, Node *list, int index, bool chosen) {
    const Suggestion *s = &v.r->suggestion[index];
    const Trade *trade = &v.k->pack->trade[s->trade];
    const Family *family = &v.k->pack->family[trade->family];
    Page *page = v.page;
    Node *card = widget_item(page, list, widget_look(chosen), ITEM_LIST, (Action){TAP_LOOK, index});
    card->role = ROLE_CHOICE;
    card->min_h = TARGET_MIN + SPACE_20;
    card->least = TARGET_MIN + SPACE_8;
    card->key = (char)('1' + index);
    widget_badge(page, card, icon_named(family->icon), theme_tone(family->tone), TARGET_MIN)
        ->drop_rank = 2;
    Node *words = widget_share(page, card, 1, 0);
    if (page->form.list_beside) { /* more of the five on a page */
        words->flow = FLOW_ROW;
        words->align = ALIGN_CENTER;
        words->gap = SPACE_20;
    }
    widget_label(page, words, TYPE_UI, card->ink, tr_text(page, trade->short_name));
    widget_label(page, words, TYPE_SMALL, chosen ? card->ink : PAINT_INK2, closeness(v, s));
    if (v.r->kind != RESULT_ELSEWHERE)
        widget_bars(page, card, BARS_NEAR, (Bars){(int)s->closeness + 1, 3}, card->ink)->drop_rank =
            2;
    card->spoken =
        arena_printf(page->arena, SLICE_FMT " (" SLICE_FMT ")",
                     SLICE_ARG(tr_text(page, trade->short_name)), SLICE_ARG(closeness(v, s)));
}

static Node *add_list(ResultView v, Node *parent, int chosen, bool paged) {
    CardGrid cards = {v.page->form.wide_columns, TARGET_GAP, ROW_LIST, v.page->form.list_rows};
    Node *list = paged ? widget_cards(v.page, parent, cards, v.s->result_page)
                       : widget_column(v.page, parent, TARGET_GAP);
    for (int i = 0; i < v.r->suggestion_count; i++)
        add_card(v, list, i, i == chosen);
    return list;
}

/* ---- one of them ----------------------------------------------------------------------------- */

static Node *add_line(ResultView v, Node *parent, Slice text) {
    return widget_quiet(v.page, parent, TYPE_SMALL, text);
}

/* The visitor's own words; in portrait there is room to read them from a step away. */
static void add_quote(ResultView v, Node *parent, int position) {
    widget_quiet(v.page, parent, v.page->form.quote, quoted(v, position));
}

static Node *add_filled(ResultView v, Node *parent, StringId word, Slice with) {
    return add_line(v, parent, widget_fill(v.page, tr(v.page, word), with));
}

/* What was liked of its workshop; else the letter that speaks for it; else what the trade is. */
static void add_because(ResultView v, Node *parent, const Suggestion *s) {
    if (s->because[0] >= 0)
        widget_text(v.page, parent, TYPE_LABEL, tr(v.page, STR_BECAUSE))->keep = true;
    else if (s->because_letter >= 0)
        add_filled(v, parent, STR_BECAUSE_LETTER, result_letter(v.page, s->because_letter));
    else
        add_line(v, parent, tr_text(v.page, v.k->pack->trade[s->trade].line));
    for (int i = 0; i < 2; i++)
        if (s->because[i] >= 0)
            add_quote(v, parent, s->because[i]);
}

/* Alone it is the reason; else it comes after those that were liked. */
static void add_unchosen(ResultView v, Node *parent, const Suggestion *s) {
    bool alone = s->because[0] < 0 && s->because_letter < 0;
    Node *line =
        add_filled(v, parent, alone ? STR_UNCHOSEN_ALONE : STR_UNCHOSEN, quoted(v, s->unchosen));
    line->drop_rank = alone ? 0 : 2;
}

static void add_bridge(ResultView v, Node *parent, const Suggestion *s) {
    add_line(v, parent, tr_text(v.page, v.k->pack->trade[s->trade].line));
    add_filled(v, parent, STR_BRIDGE_WHY, result_letter(v.page, v.r->named[0]));
    add_line(v, parent, tr(v.page, STR_OTHERS_TEXT));
}

static void add_reasons(ResultView v, Node *parent, const Suggestion *s) {
    const Trade *trade = &v.k->pack->trade[s->trade];
    widget_heading(v.page, parent, TYPE_H3, tr_text(v.page, trade->name))->keep = true;
    if (v.r->kind == RESULT_ELSEWHERE) {
        add_bridge(v, parent, s);
        return;
    }
    add_because(v, parent, s);
    if (s->unchosen >= 0)
        add_unchosen(v, parent, s);
    if (s->despite >= 0)
        add_filled(v, parent, STR_LESS, quoted(v, s->despite))->drop_rank = 1;
    add_line(v, parent, change_words(v, s));
}

static bool can_replace(ResultView v) {
    if (v.r->kind == RESULT_ELSEWHERE)
        return false;
    return v.s->quiz.dropped_count < QUIZ_DROPS_MAX &&
           v.k->bank->trade_count - v.s->quiz.dropped_count > RESULT_TRADES;
}

/* Where to go on from a trade: its sheet, a gesture on film, the place where it is learnt; or
   another trade instead. */
static void add_buttons(ResultView v, Node *parent, const Suggestion *s) {
    bool row = v.page->form.roomy;
    int clip = common_clip_of_trade(v.k->pack, s->trade),
        place = common_place_of_trade(v.k, s->trade);
    Node *buttons = row ? widget_row(v.page, parent, SPACE_20)
                        : widget_grid(v.page, parent, v.page->form.button_columns, SPACE_20);
    widget_button(v.page, buttons, BUTTON_PRIMARY, ICON_article, tr(v.page, STR_SHEET),
                  (Action){TAP_TRADE, s->trade});
    if (clip >= 0)
        widget_button(v.page, buttons, BUTTON_PLAIN, ICON_play_arrow, tr(v.page, STR_VIDEO),
                      (Action){TAP_CLIP, clip})
            ->video_ahead = clip + 1;
    if (place != PLAN_NONE)
        widget_button(v.page, buttons, BUTTON_PLAIN, ICON_place, tr(v.page, STR_MAP_SHORT),
                      (Action){TAP_PLACE, place});
    if (can_replace(v))
        widget_button(v.page, buttons, BUTTON_PLAIN, ICON_autorenew, tr(v.page, STR_REPLACE),
                      (Action){TAP_REPLACE, s->trade});
}

/* Landscape: the five at the left, one of them at the right. */
static Node *add_wide(ResultView v) {
    const Suggestion *s = &v.r->suggestion[looked_at(v.s)];
    Node *row = widget_row(v.page, v.frame.controls, GUTTER);
    Node *list = add_list(v, row, looked_at(v.s), false);
    list->grow = 8;
    Node *panel = widget_panel(v.page, row);
    panel->grow = 13;
    panel->gap = SPACE_8;
    add_reasons(v, panel, s);
    widget_stretch(v.page, panel);
    add_buttons(v, panel, s);
    return NULL;
}

/* Portrait: one of them above the reach line, the five below it. */
static Node *add_tall(ResultView v) {
    const Suggestion *s = &v.r->suggestion[looked_at(v.s)];
    widget_gap(v.page, v.frame.reading, SPACE_12);
    Node *panel = widget_panel(v.page, v.frame.reading);
    panel->grow = 1;
    panel->gap = SPACE_8;
    panel->justify = ALIGN_CENTER;
    add_reasons(v, panel, s);
    add_buttons(v, v.frame.controls, s);
    add_list(v, v.frame.controls, looked_at(v.s), false);
    return NULL;
}

/* Enlarged or seated: the five, then one of them on a page of its own. */
static Node *add_tight(ResultView v) {
    if (v.s->result_trade) {
        const Suggestion *s = &v.r->suggestion[looked_at(v.s)];
        Node *reading = result_reading(v);
        add_reasons(v, reading, s);
        add_buttons(v, v.frame.controls, s);
        return reading;
    }
    if (!v.page->form.side_by_side) {
        widget_gap(v.page, v.frame.reading, SPACE_12);
        Node *letters = widget_panel(v.page, v.frame.reading);
        letters->drop_rank = 2;
        result_letters(v, letters, v.page->form.enlarged ? 2 : 1);
    }
    return add_list(v, v.frame.controls, -1, true);
}

Node *result_trades(ResultView v) {
    if (!v.r->suggestion_count)
        return result_none(v);
    if (!v.page->form.roomy)
        return add_tight(v);
    return v.page->form.side_by_side ? add_wide(v) : add_tall(v);
}
