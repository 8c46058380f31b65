/* Why a trade is there: the answers that speak for it, what speaks against it, what would change
   it. Nothing that the answers do not say. */
#include "screens/common/answers.h"
#include "screens/quiz/result_sides.h"

#include "base/slots.h"

/* ---- words ----------------------------------------------------------------------------------- */

Slice result_quoted(ResultView v, int position) {
    return widget_quote(v.page,
                        tr_text(v.page, v.k->pack->item[quiz_item(&v.s->quiz, position)].text));
}

bool result_was_before(const QuizState *s, int trade) {
    for (int i = 0; i < s->before_count; i++)
        if (s->before[i] == trade)
            return true;
    return false;
}

Slice result_closeness(const Page *page, const QuizResult *r, const Suggestion *s) {
    if (r->kind == RESULT_ELSEWHERE)
        return tr(page, STR_BRIDGE);
    return tr(page, (StringId)(STR_CLOSENESS_0 + s->closeness));
}

Slice result_card_closeness(ResultView v, const Suggestion *s) {
    Slice near = result_closeness(v.page, v.r, s);
    if (s->surprise)
        near = tr_beside(v.page, tr(v.page, STR_SURPRISE), near);
    if (v.s->before_count && !result_was_before(v.s, s->trade))
        near = tr_beside(v.page, near, tr(v.page, STR_ONE_NEW));
    return near;
}

static Slice answer_word(ResultView v, int position, int answer) {
    return answers_word(v.page, answer, quiz_step(&v.s->quiz, position));
}

static Slice change_words(ResultView v, int trade, Change change) {
    if (change.position < 0)
        return tr(v.page, STR_TURN_NONE);
    bool near = false;
    for (int i = 0; i < v.s->quiz.top_count; i++)
        near |= v.s->quiz.top[i] == trade;
    Slice words = tr(v.page, near ? STR_TURN_OUT : STR_TURN_IN);
    Slice answer = answer_word(v, change.position, change.answer);
    words = widget_fill(v.page, words, widget_quote(v.page, answer));
    return widget_fill(v.page, words, result_quoted(v, change.position));
}

/* ---- likings --------------------------------------------------------------------------------- */

/* What was answered, and whether it is sure. */
static void add_answer(ResultView v, Node *parent, int dimension, int position) {
    int answer = v.s->quiz.answer[position];
    Slice sure = tr(v.page, v.r->sure[dimension] ? STR_SURE : STR_UNSURE);
    Node *line = widget_line(v.page, parent, SPACE_12);
    widget_bars(v.page, line, BARS_NEAR, (Bars){answer + 1, QUIZ_ANSWER_MAX + 1}, PAINT_PRIMARY)
        ->drop_rank = 2;
    widget_text(v.page, widget_share(v.page, line, 1, 0), TYPE_LABEL,
                tr_beside(v.page, answer_word(v, position, answer), sure));
}

static Node *add_sheet(ResultView v, Node *parent) {
    Node *sheet = widget_panel(v.page, parent);
    sheet->radius = RADIUS_CARD;
    sheet->pad_x = sheet->pad_y = SPACE_12;
    sheet->grow = 1;
    if (v.page->form.ample)
        return sheet;
    sheet->flow = FLOW_ROW;
    sheet->align = ALIGN_CENTER;
    sheet->gap = SPACE_20;
    return sheet;
}

static void add_drawing(ResultView v, Node *sheet, int position) {
    const Question *item = &v.k->pack->item[quiz_item(&v.s->quiz, position)];
    Slice alt = widget_fill(v.page, tr(v.page, STR_DRAWING), tr_text(v.page, item->text));
    Node *drawing = widget_drawing(v.page, sheet, item->picture, alt);
    drawing->radius = RADIUS_CHIP;
    drawing->least = PICTURE_SMALL_LEAST;
    drawing->drop_rank = 2;
    if (sheet->flow == FLOW_ROW) {
        drawing->width = PICTURE_ABOVE * 3 / 2;
        drawing->height = PICTURE_ABOVE;
        return;
    }
    drawing->min_h = PICTURE_ABOVE;
    drawing->grow = 1;
}

/* Where it is liked: of the campus's own work, or anywhere. */
static void add_where(ResultView v, Node *words, int dimension) {
    Slice at = result_work(v.page, v.k->pack->campus.at_workplace, STR_AT_WORKPLACE);
    Slice where =
        dimension < QUIZ_LETTERS ? tr(v.page, STR_LETTERS) : slots_capital(v.page->arena, at);
    widget_quiet(v.page, words, TYPE_SMALL, where);
}

void result_liking(ResultView v, Node *parent, int dimension, int position) {
    Node *sheet = add_sheet(v, parent);
    add_drawing(v, sheet, position);
    Node *words = widget_share(v.page, sheet, sheet->flow == FLOW_ROW, SPACE_4);
    words->pad_x = SPACE_8;
    add_where(v, words, dimension);
    widget_heading(v.page, words, TYPE_H3,
                   slots_capital(v.page->arena, result_dimension(v.page, v.k->pack, dimension)));
    widget_quiet(v.page, words, TYPE_SMALL, result_quoted(v, position));
    add_answer(v, words, dimension, position);
}

static int dimension_at(ResultView v, int position) {
    return v.k->bank->item[quiz_item(&v.s->quiz, position)].dimension;
}

static void add_likings(ResultView v, Node *parent, const Suggestion *s) {
    for (int i = 0; i < RESULT_REASONS && s->because[i] >= 0; i++)
        result_liking(v, parent, dimension_at(v, s->because[i]), s->because[i]);
}

/* ---- what else is said ----------------------------------------------------------------------- */

static Node *add_said_sheet(ResultView v, Node *parent) {
    Node *sheet = widget_panel(v.page, parent);
    sheet->radius = RADIUS_CARD;
    sheet->pad_y = SPACE_12;
    sheet->grow = parent->flow == FLOW_ROW;
    return sheet;
}

static void add_said(ResultView v, Node *sheet, StringId heading, Slice text) {
    Node *words = widget_share(v.page, sheet, sheet->flow == FLOW_ROW, SPACE_4);
    widget_heading(v.page, words, TYPE_H3, tr(v.page, heading))->keep = true;
    widget_quiet(v.page, words, TYPE_SMALL, text);
}

static void add_line(ResultView v, Node *parent, Slice text) {
    widget_text(v.page, parent, TYPE_BODY, text);
}

static void add_filled(ResultView v, Node *parent, StringId word, Slice with) {
    add_line(v, parent, widget_fill(v.page, tr(v.page, word), with));
}

/* Without an answer about its workshop: the letter that speaks for it, or what was refused. */
static void add_otherwise(ResultView v, Node *parent, const Suggestion *s) {
    if (s->because[0] >= 0)
        return;
    if (s->because_letter >= 0)
        add_filled(v, parent, STR_BECAUSE_LETTER, result_letter(v.page, s->because_letter));
    else
        add_line(v, parent, tr_text(v.page, v.k->pack->trade[s->trade].line));
}

static void add_unchosen(ResultView v, Node *parent, const Suggestion *s) {
    bool alone = s->because[0] < 0 && s->because_letter < 0;
    if (s->unchosen >= 0)
        add_filled(v, parent, alone ? STR_UNCHOSEN_ALONE : STR_UNCHOSEN,
                   result_quoted(v, s->unchosen));
}

static void add_bridge(ResultView v, Node *parent, const Suggestion *s) {
    add_line(v, parent, tr_text(v.page, v.k->pack->trade[s->trade].line));
    add_filled(v, parent, STR_BRIDGE_WHY, result_letter(v.page, v.r->named[0]));
    add_line(v, parent, tr(v.page, STR_OTHERS_TEXT));
}

static void add_less(ResultView v, Node *parent, const Suggestion *s) {
    if (s->despite < 0)
        return;
    Node *sheet = add_said_sheet(v, parent);
    sheet->flow = FLOW_ROW;
    sheet->align = ALIGN_CENTER;
    sheet->gap = SPACE_20;
    sheet->drop_rank = !v.page->form.ample;
    add_drawing(v, sheet, s->despite);
    add_said(v, sheet, STR_LESS_TITLE, result_quoted(v, s->despite));
}

/* ---- what one does about it ------------------------------------------------------------------ */

static bool can_replace(ResultView v) {
    if (v.r->kind == RESULT_ELSEWHERE)
        return false;
    return v.s->quiz.dropped_count < QUIZ_DROPS_MAX &&
           v.k->bank->trade_count - v.s->quiz.dropped_count > RESULT_TRADES;
}

static Node *add_act(ResultView v, Node *parent, Icon icon, StringId word, Action action) {
    Node *button =
        widget_button(v.page, parent, parent->first ? BUTTON_PLAIN : BUTTON_PRIMARY,
                      v.page->form.enlarged ? ICON_NONE : icon, tr(v.page, word), action);
    button->min_h = TARGET_MIN + SPACE_20;
    button->least = TARGET_MIN + SPACE_8;
    button->pad_x = button->gap = SPACE_12;
    return button;
}

void result_acts(ResultView v, Node *row, int index) {
    int trade = v.r->suggestion[index].trade;
    int clip = common_clip_of_trade(v.k->pack, trade), place = common_place_of_trade(v.k, trade);
    bool deeper = v.s->result_side == SIDE_WHY;
    if (clip >= 0)
        add_act(v, row, ICON_play_arrow, STR_WATCH_GESTURE, (Action){TAP_CLIP, clip})->video_ahead =
            clip + 1;
    if (clip < 0 || deeper)
        add_act(v, row, ICON_article, STR_SHEET, (Action){TAP_TRADE, trade});
    if (!deeper)
        add_act(v, row, ICON_help_outline, STR_WHY, (Action){TAP_WHY, index});
    if (!deeper && v.page->form.tight) /* the others are there */
        return;
    bool short_words = v.page->form.huge && !v.page->form.side_by_side;
    add_act(v, row, ICON_school, short_words ? STR_AND_HERE : STR_LEARN_HERE,
            (Action){TAP_LEARN, trade});
    if (place != PLAN_NONE)
        add_act(v, row, ICON_place, STR_GO_THERE, (Action){TAP_PLACE, place});
}

static bool can_turn(ResultView v, const Suggestion *s) {
    return result_change(&v.s->quiz, v.k->bank, s->trade).position >= 0;
}

static void add_change(ResultView v, Node *parent, const Suggestion *s) {
    if (can_turn(v, s))
        add_act(v, parent, ICON_edit, STR_CHANGE_ANSWER, (Action){TAP_CHANGE, s->trade});
}

/* What one answer would have done; beside it, where there is room, to try it. */
static void add_turn(ResultView v, Node *parent, const Suggestion *s) {
    Node *sheet = add_said_sheet(v, parent);
    bool tries = parent->flow == FLOW_ROW;
    sheet->flow = tries ? FLOW_ROW : FLOW_COLUMN;
    sheet->align = tries ? ALIGN_CENTER : ALIGN_STRETCH;
    sheet->gap = SPACE_20;
    Change change = result_change(&v.s->quiz, v.k->bank, s->trade);
    add_said(v, sheet, STR_TURN_TITLE, change_words(v, s->trade, change));
    if (tries)
        add_change(v, sheet, s);
}

/* Only here: another trade, all that attracts. */
static void add_further(ResultView v, Node *row, const Suggestion *s) {
    if (can_replace(v))
        add_act(v, row, ICON_autorenew, STR_REPLACE, (Action){TAP_REPLACE, s->trade});
    if (!v.page->form.tight)
        add_act(v, row, ICON_bar_chart, STR_RESULT_PROFILE, (Action){TAP_SIDE, SIDE_PROFILE});
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_title(ResultView v, const Suggestion *s) {
    Slice name = tr_text(v.page, v.k->pack->trade[s->trade].short_name);
    widget_heading(v.page, v.frame.reading, v.page->form.roomy ? TYPE_H1 : TYPE_H2,
                   widget_fill(v.page, tr(v.page, STR_WHY_TITLE), name));
    if (v.page->form.roomy)
        widget_quiet(v.page, v.frame.reading, v.page->form.lead, tr(v.page, STR_WHY_LEAD));
}

static void add_reasons(ResultView v, Node *body, const Suggestion *s) {
    if (v.r->kind == RESULT_ELSEWHERE) {
        add_bridge(v, body, s);
        return;
    }
    add_otherwise(v, body, s);
    bool beside = v.page->form.ample;
    if (s->because[0] >= 0)
        add_likings(v, beside ? widget_halves(v.page, body, GUTTER) : body, s);
    add_unchosen(v, body, s);
    Node *against = beside ? widget_row(v.page, body, GUTTER) : body;
    add_less(v, against, s);
    add_turn(v, against, s);
}

static void add_acts(ResultView v, const Suggestion *s, int index) {
    const Form *form = &v.page->form;
    Node *acts = form->ample
                     ? widget_row(v.page, v.frame.controls, PLATE_GAP)
                     : widget_grid(v.page, v.frame.controls, form->button_columns, TARGET_GAP);
    result_acts(v, acts, index);
    if (!form->ample && v.r->kind != RESULT_ELSEWHERE)
        add_change(v, acts, s);
    add_further(v, acts, s);
}

Node *result_why(ResultView v) {
    int count = v.r->suggestion_count, wish = v.s->result_trade;
    int index = wish < count ? wish : count - 1;
    const Suggestion *s = &v.r->suggestion[index];
    add_title(v, s);
    if (v.page->form.ample) {
        Node *body = widget_share(v.page, v.frame.controls, 1, PLATE_GAP);
        add_reasons(v, body, s);
        add_acts(v, s, index);
        return NULL;
    }
    Node *pages = result_reading(v);
    add_reasons(v, pages, s);
    add_acts(v, s, index);
    return pages;
}
