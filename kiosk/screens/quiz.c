/* One activity a page: "Aimerais-tu… ?", five plates, the next one comes by itself. */
#include "screens/part.h"
#include "screens/quiz_state.h"

#include <string.h>

enum { TAP_ANSWER = 1, TAP_SKIP, TAP_ENOUGH };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    QuizState *s = state;
    if (s->begun && !quiz_finished(&s->quiz))
        return; /* back from elsewhere: the answers are still there */
    memset(s, 0, sizeof *s);
    quiz_begin(&s->quiz, k->bank, k->seed);
    s->begun = true;
}

static int pair_code(const QuizResult *r) {
    int low = r->first < r->second ? r->first : r->second;
    return low * QUIZ_RIASEC + (r->first + r->second - low);
}

static Step finish(const QuizState *s, const Kiosk *k) {
    QuizResult r;
    quiz_result(&s->quiz, k->bank, &r);
    Step step = {.go = SCREEN_result,
                 .fact = {{FACT_QUIZ_DONE, 0}, {FACT_QUIZ_LETTER, r.first}, {FACT_QUIZ_PAIR, pair_code(&r)}}};
    for (int i = 0; i < r.suggestion_count; i++)
        step.fact[3 + i] = (Fact){FACT_TRADE_SUGGESTED, r.suggestion[i].trade};
    return step;
}

static Step act(void *state, const Kiosk *k, Action action) {
    QuizState *s = state;
    if (action.token == TAP_ENOUGH && !s->confirming && quiz_has_enough(&s->quiz)) {
        quiz_end(&s->quiz);
        return finish(s, k);
    }
    if (s->confirming || (action.token != TAP_ANSWER && action.token != TAP_SKIP))
        return (Step){0}; /* a second tap on the way to the next question is no answer to it */
    s->chosen = action.token == TAP_SKIP ? QUIZ_SKIPPED : action.arg;
    s->confirming = true;
    s->chosen_at = k->now;
    return (Step){0};
}

static Step tick(void *state, const Kiosk *k) {
    QuizState *s = state;
    if (!s->confirming || k->now - s->chosen_at < CONFIRM_MS)
        return (Step){0};
    s->confirming = false;
    if (quiz_finished(&s->quiz))
        quiz_undo(&s->quiz); /* back from the result: the last answer is given anew */
    quiz_answer(&s->quiz, s->chosen);
    if (quiz_finished(&s->quiz))
        return finish(s, k);
    Step step = {.fact = {{FACT_QUIZ_ANSWER, s->quiz.asked}}};
    if (s->quiz.asked == 1)
        step.fact[1] = (Fact){FACT_QUIZ_START, 0};
    return step;
}

static bool back(void *state) {
    QuizState *s = state;
    if (!s->confirming && !s->quiz.asked)
        return false;
    if (!s->confirming && quiz_finished(&s->quiz))
        quiz_undo(&s->quiz); /* back from the result the last question is shown, so one more */
    if (!s->confirming)
        quiz_undo(&s->quiz);
    s->confirming = false;
    return true;
}

static const Word ANSWERS[] = {WORD_ANSWER_0, WORD_ANSWER_1, WORD_ANSWER_2, WORD_ANSWER_3, WORD_ANSWER_4};

static Node *answer_plate(Page *page, Node *row, int answer, bool chosen, bool inert) {
    Node *plate = widget_plate(page, row, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, (Action){TAP_ANSWER, answer});
    plate->role = ROLE_CHOICE;
    plate->key = (char)('1' + answer);
    plate->radius = RADIUS_CARD;
    plate->inert = inert;
    plate->grow = 1;
    return plate;
}

static void add_tick(Page *page, Node *parent, bool chosen) {
    Node *place = page_add(page, parent, (Node){.width = SPACE_44, .height = SPACE_44, .graphic = GRAPHIC_BADGE});
    if (!chosen)
        place->graphic = GRAPHIC_NONE;
}

/* Landscape: bars above the words. */
static void add_standing_plate(Page *page, Node *row, int answer, bool chosen, bool inert) {
    Node *plate = answer_plate(page, row, answer, chosen, inert);
    plate->pad_x = SPACE_12;
    plate->pad_y = SPACE_12;
    plate->gap = SPACE_20;
    Node *corner = page_add(page, plate, (Node){.align = ALIGN_END});
    add_tick(page, corner, chosen);
    Node *middle = page_add(page, plate, (Node){.align = ALIGN_CENTER, .spare = 2});
    page_add(page, middle, (Node){.graphic = GRAPHIC_BARS, .value = answer + 1, .total = 5, .ink = plate->ink,
                                  .width = 216, .height = 150});
    Node *words = page_add(page, plate, (Node){.type = TYPE_H3, .ink = plate->ink, .align = ALIGN_CENTER});
    words->text = widget_say(page, ANSWERS[answer]);
}

/* Portrait: bars beside the words. */
static void add_lying_plate(Page *page, Node *column, int answer, bool chosen, bool inert) {
    Node *plate = answer_plate(page, column, answer, chosen, inert);
    plate->grow = 0;
    plate->min_h = page->settings.seated ? TARGET_MIN + SPACE_12 : TARGET_PRIMARY;
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->pad_x = SPACE_28;
    plate->gap = SPACE_44;
    page_add(page, plate, (Node){.graphic = GRAPHIC_BARS, .value = answer + 1, .total = 5, .ink = plate->ink,
                                 .width = 128, .height = 60});
    page_add(page, plate, (Node){.type = TYPE_H3, .ink = plate->ink, .grow = 1,
                                 .text = widget_say(page, ANSWERS[answer])});
    add_tick(page, plate, chosen);
}

/* The question on the page; back from the result it is the last one. */
static int shown_position(const QuizState *s) {
    return quiz_finished(&s->quiz) ? s->quiz.length - 1 : s->quiz.asked;
}

/* What stands chosen: the answer just given, or the one given before "Retour". */
static int shown_answer(const QuizState *s) {
    return s->confirming ? s->chosen : s->quiz.answer[shown_position(s)];
}

static void add_plates(const QuizState *s, Page *page, Node *hand) {
    Node *plates = page_add(page, hand, (Node){.flow = page->tall ? FLOW_COLUMN : FLOW_ROW, .gap = TARGET_GAP + 2});
    if (!page->tall)
        plates->min_h = 340;
    for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++) {
        bool chosen = answer == shown_answer(s);
        if (page->tall)
            add_lying_plate(page, plates, answer, chosen, s->confirming);
        else
            add_standing_plate(page, plates, answer, chosen, s->confirming);
    }
    Node *row = page_add(page, hand, (Node){.flow = FLOW_ROW, .gap = SPACE_20});
    bool skipped = s->confirming && s->chosen == QUIZ_SKIPPED;
    Node *skip = widget_button(page, row, skipped ? BUTTON_CHOSEN : BUTTON_PLAIN, ICON_help_outline,
                               widget_say(page, WORD_ANSWER_SKIP), (Action){TAP_SKIP, 0});
    skip->min_h = TARGET_MIN + SPACE_20;
    skip->inert = s->confirming;
    if (!quiz_has_enough(&s->quiz))
        return;
    Node *enough = widget_button(page, row, BUTTON_PLAIN, ICON_flag, widget_say(page, WORD_ENOUGH), (Action){TAP_ENOUGH, 0});
    enough->min_h = skip->min_h;
    enough->inert = s->confirming;
}

static void add_progress(const QuizState *s, Page *page, Node *show) {
    int at = shown_position(s) + 1;
    Slice words = arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                               SLICE_ARG(widget_say_number(page, WORD_QUESTION, at)),
                               SLICE_ARG(widget_say_number(page, WORD_QUESTION_OF, s->quiz.length)));
    page_add(page, show, (Node){.role = ROLE_PROGRESS, .graphic = GRAPHIC_RULE, .value = at, .total = s->quiz.length,
                                .height = SPACE_44, .spoken = words});
    widget_quiet(page, show, TYPE_LABEL, words);
}

/* The plates must not move from question to question: room for two lines in landscape; in portrait the question stands
   right above the reach line. */
static void add_activity(const QuizState *s, const Kiosk *k, Page *page, Node *show) {
    if (page->tall)
        page_add(page, show, (Node){.grow = 1});
    const Item *item = &k->pack->item[quiz_item(&s->quiz, shown_position(s))];
    Node *ask = widget_quiet(page, show, TYPE_BODY, widget_say(page, WORD_ASK));
    ask->spare = 1;
    Node *activity = widget_heading(page, show, TYPE_H1, widget_pick(page, item->text));
    if (!page->tall)
        activity->min_h = 2 * theme_size(TYPE_H1, page->settings.step) * THEME_TYPE[TYPE_H1].leading / 100;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const QuizState *s = state;
    Frame frame = part_frame(page, k, widget_say(page, WORD_QUIZ));
    add_progress(s, page, frame.show);
    add_activity(s, k, page, frame.show);
    add_plates(s, page, frame.hand);
    if (s->confirming)
        page_wake(page, s->chosen_at + CONFIRM_MS);
}

const Screen screen_quiz = {
    .name = "quiz",
    .state_size = sizeof(QuizState),
    .wait = WAIT_QUIZ,
    .enter = enter,
    .act = act,
    .tick = tick,
    .back = back,
    .view = view,
};
