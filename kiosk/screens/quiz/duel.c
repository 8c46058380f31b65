/* A game for two at one screen: the question between them, and for either their own half with three
   plates. The next one comes when both have answered. */
#include "screens/common/answers.h"
#include "screens/quiz/duel_parts.h"

enum { TAP_ANSWER = 1 };
enum { CONFIRM_BOTH_MS = 2 * CONFIRM_MS }; /* either looks at what the other has said */

static const struct {
    StringId name, says;
    Icon sign;
    Paint tone;
    char first_key; /* of its three plates, on a keypad */
} SIDE[DUEL_SIDES] = {{STR_DUEL_LEFT, STR_DUEL_LEFT_SAYS, ICON_star, PAINT_BLUE, '1'},
                      {STR_DUEL_RIGHT, STR_DUEL_RIGHT_SAYS, ICON_bolt, PAINT_RUST, '7'}};

/* ---- beginning and acting -------------------------------------------------------------------- */

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    DuelState *s = state;
    duel_begin(&s->duel, k->bank, k->seed + (uint64_t)s->rounds++);
    s->confirming = false;
}

/* Which side, and what it says. */
static Action answer_by(int side, int answer) {
    return (Action){TAP_ANSWER, (answer - QUIZ_SKIPPED) * DUEL_SIDES + side};
}

static Step act(void *state, const Kiosk *k, Action action) {
    DuelState *s = state;
    if (action.token != TAP_ANSWER)
        return (Step){0};
    duel_answer(&s->duel, action.arg % DUEL_SIDES, action.arg / DUEL_SIDES + QUIZ_SKIPPED);
    if (!s->confirming && duel_both_answered(&s->duel)) {
        s->confirming = true;
        s->both_at = k->now;
    }
    return (Step){0};
}

/* Nothing of it is counted: it is no quiz. */
static Step tick(void *state, const Kiosk *k) {
    DuelState *s = state;
    if (!s->confirming || k->now - s->both_at < CONFIRM_BOTH_MS)
        return (Step){0};
    s->confirming = false;
    bool last = duel_is_last(&s->duel);
    duel_next(&s->duel);
    return last ? (Step){.go = SCREEN_duel_end} : (Step){.turns = true};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    DuelState *s = state;
    s->confirming = false;
    return duel_back(&s->duel);
}

/* ---- halves ---------------------------------------------------------------------------------- */

Node *duel_row(Page *page, Node *parent) {
    Node *row = widget_halves(page, parent, PLATE_GAP);
    row->keeps_sides = true;
    return row;
}

Slice duel_says(const Page *page, int side, Slice what) {
    return widget_fill(page, tr(page, SIDE[side].says), what);
}

static void add_band(Page *page, Node *half, int side, Slice says) {
    Node *band = widget_line(page, half, SPACE_12);
    band->fill = SIDE[side].tone;
    band->radius = RADIUS_CHIP;
    band->pad_x = SPACE_20;
    band->pad_y = SPACE_8;
    widget_icon(page, band, TYPE_SMALL_ICON, SIDE[side].sign, PAINT_ON_TONE);
    Node *name = widget_share(page, band, 1, 0);
    widget_label(page, name, TYPE_UI, PAINT_ON_TONE, tr(page, SIDE[side].name));
    if (says.len && !page->form.narrow)
        widget_label(page, band, TYPE_SMALL, PAINT_ON_TONE, says)->drop_rank = 1;
}

Node *duel_half(Page *page, Node *row, int side, Slice says) {
    Node *half = widget_share(page, row, 1, TARGET_GAP);
    half->fill = PAINT_SURFACE;
    half->border = SIDE[side].tone;
    half->radius = RADIUS_CARD;
    half->pad_x = half->pad_y = SPACE_12;
    add_band(page, half, side, says);
    return half;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_skip(const DuelState *s, Page *page, Node *half, int side) {
    bool skipped = s->duel.answer[side][s->duel.at] == QUIZ_SKIPPED;
    Slice words = tr(page, STR_DUEL_SKIP);
    Node *skip = widget_button(page, half, skipped ? BUTTON_CHOSEN : BUTTON_PLAIN, ICON_NONE, words,
                               answer_by(side, QUIZ_SKIPPED));
    skip->role = ROLE_CHOICE;
    skip->selected = skipped;
    skip->spoken = duel_says(page, side, words);
    skip->min_h = TARGET_MIN + SPACE_8;
}

static void add_half(const DuelState *s, Page *page, Node *row, int side) {
    bool said = duel_answered(&s->duel, side);
    StringId turn = said ? STR_DUEL_ANSWERED : STR_DUEL_YOUR_TURN;
    Node *half = duel_half(page, row, side, tr(page, turn));
    Node *plates = widget_pair(page, half, TARGET_GAP);
    plates->grow = 1;
    int chosen = said ? s->duel.answer[side][s->duel.at] : ANSWER_NONE;
    for (int at = 0; at < ANSWERS_THREE; at++) {
        Action action = answer_by(side, answers_three(at));
        Node *plate = answers_plate(page, plates, at, chosen, action);
        plate->spoken = duel_says(page, side, answers_three_word(page, at));
        plate->grow = 1;
        if (!page->form.side_by_side) /* half as wide as where one answers alone */
            plate->gap = plate->pad_x = SPACE_20;
        plate->key = (char)(SIDE[side].first_key + at);
    }
    add_skip(s, page, half, side);
}

static void add_progress(const DuelState *s, Page *page, Node *show) {
    int at = s->duel.at + 1, of = s->duel.length;
    Slice words = tr_numbers(page, STR_DUEL_QUESTION, at, of);
    widget_rule(page, show, (Rule){.at = at, .total = of}, words);
    widget_quiet(page, show, TYPE_LABEL, tr_beside(page, words, tr(page, STR_DUEL_LEAD)));
}

static Node *add_picture(Page *page, Node *parent, const Question *item) {
    Slice alt = widget_fill(page, tr(page, STR_DRAWING), tr_text(page, item->text));
    Node *picture = widget_drawing(page, parent, item->picture, alt);
    picture->radius = RADIUS_CARD;
    picture->least = QUESTION_LEAST;
    picture->drop_rank = 3;
    return picture;
}

/* Lying, the drawing stands beside the words; standing, above them, both above the reach line. */
static void add_question(const DuelState *s, const Kiosk *k, Page *page, Node *show) {
    const Question *item = &k->pack->item[s->duel.item[s->duel.at]];
    bool beside = page->form.side_by_side;
    Node *row = beside ? widget_line(page, show, SPACE_28) : show;
    Node *picture = add_picture(page, row, item);
    picture->min_h = beside ? 0 : page->form.question;
    picture->grow = !beside;
    if (beside) {
        picture->width = page->form.question * 3 / 2;
        picture->height = page->form.question;
    }
    Node *words = beside ? widget_share(page, row, 1, SPACE_8) : show;
    widget_quiet(page, words, page->form.shallow ? TYPE_SMALL : TYPE_BODY, tr(page, STR_ASK));
    Node *activity = widget_heading(page, words, TYPE_H1, tr_text(page, item->text));
    if (beside)
        activity->min_h = page_lines(page, TYPE_H1, 2); /* the plates do not move */
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const DuelState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_DUEL));
    add_progress(s, page, frame.reading);
    add_question(s, k, page, frame.reading);
    Node *row = duel_row(page, frame.controls);
    for (int side = 0; side < DUEL_SIDES; side++)
        add_half(s, page, row, side);
    if (s->confirming)
        page_wake(page, s->both_at + CONFIRM_BOTH_MS);
}

const Screen screen_duel = {
    .name = "duel",
    .state_size = sizeof(DuelState),
    .wait = WAIT_QUIZ,
    .for_two = true,
    .enter = enter,
    .act = act,
    .tick = tick,
    .back = back,
    .view = view,
};
