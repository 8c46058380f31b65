/* One activity a page: "Aimerais-tu… ?", five plates, the next one comes by itself. */
#include "screens/common/answers.h"
#include "screens/common/common.h"
#include "screens/common/quiz_state.h"

#include "content/target.h"
#include "quiz/flags.h"
#include "quiz/sample.h"

#include <string.h>

enum { TAP_ANSWER = 1, TAP_SKIP, TAP_ENOUGH, TAP_DUEL };

/* ---- beginning and end ----------------------------------------------------------------------- */

static void choose(QuizState *s, const Kiosk *k, int answer) {
    s->chosen = answer;
    s->confirming = true;
    s->chosen_at = k->now;
}

/* `arg`: see quiz_state_first; 0 where nothing was answered beside a film. */
static void enter(void *state, const Kiosk *k, int arg) {
    QuizState *s = state;
    /* back from elsewhere: the answers are still there */
    bool goes_on = s->begun && !quiz_finished(&s->quiz);
    if (!goes_on)
        quiz_state_begin(s, k);
    bool answered = arg && quiz_state_put(s, arg);
    s->confirming = false;
    s->shown_at = answered ? 0 : k->now;
    if (answered)
        choose(s, k, quiz_state_first_answer(arg));
}

/* The letters counted are those that the title says, none where it names none; the facet is the one
   that leads in the profile, of those who are told five trades. */
static int add_interests(const QuizResult *r, Fact *fact) {
    int facts = 0;
    if (r->named_count > 0)
        fact[facts++] = (Fact){FACT_QUIZ_LETTER, r->named[0]};
    if (r->named_count == RESULT_NAMED)
        fact[facts++] = fact_pair(r->named[0], r->named[1]);
    if (r->facet >= 0)
        fact[facts++] = (Fact){FACT_QUIZ_FACET, r->facet};
    return facts;
}

static Step finish(const QuizState *s, const Kiosk *k) {
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    Step step = {.go = SCREEN_result, .fact = {{FACT_QUIZ_DONE, 0}}};
    int facts = 1 + add_interests(&r, step.fact + 1);
    bool counts = k->calibrates && s->rounds == 1 && !quiz_is_coarse(&s->quiz);
    int sample = counts ? sample_draw(&s->quiz, k->bank) : -1;
    if (sample >= 0)
        step.fact[facts++] = (Fact){FACT_QUIZ_SAMPLE, sample};
    for (int i = 0; i < r.suggestion_count; i++)
        step.fact[facts++] = (Fact){FACT_TRADE_SUGGESTED, r.suggestion[i].trade};
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        if (r.flags >> flag & 1)
            step.fact[facts++] = (Fact){FACT_QUIZ_FLAG, flag};
    return step;
}

/* ---- acting ---------------------------------------------------------------------------------- */

static Step act(void *state, const Kiosk *k, Action action) {
    QuizState *s = state;
    if (s->confirming)
        return (Step){0}; /* a second tap on the way to the next question is no answer to it */
    switch (action.token) {
    case TAP_ANSWER:
        choose(s, k, action.arg);
        break;
    case TAP_SKIP:
        choose(s, k, QUIZ_SKIPPED);
        break;
    case TAP_ENOUGH:
        if (!quiz_has_enough(&s->quiz))
            break;
        quiz_end(&s->quiz);
        return finish(s, k);
    case TAP_DUEL:
        return common_follow((Target){TARGET_DUEL, 0});
    default:
        break;
    }
    return (Step){0};
}

static Step tick(void *state, const Kiosk *k) {
    QuizState *s = state;
    if (!s->confirming || k->now - s->chosen_at < CONFIRM_MS)
        return (Step){0};
    s->confirming = false;
    if (quiz_finished(&s->quiz))
        quiz_undo(&s->quiz, k->bank); /* back from the result: the last answer is given anew */
    s->quiz.coarse = langs_simple(k->settings.lang);
    quiz_answer(&s->quiz, k->bank, s->chosen, s->shown_at ? (int)(s->chosen_at - s->shown_at) : 0);
    s->shown_at = k->now;
    Step step = quiz_finished(&s->quiz) ? finish(s, k)
                                        : (Step){.fact = {{FACT_QUIZ_ANSWER, s->quiz.asked}}};
    step.turns = true;
    if (s->quiz.asked == 1)
        step.fact[1] = (Fact){FACT_QUIZ_START, 0};
    return step;
}

static bool back(void *state, const Kiosk *k) {
    QuizState *s = state;
    if (!s->confirming && !s->quiz.asked)
        return false;
    if (!s->confirming && quiz_finished(&s->quiz))
        /* back from the result the last question is shown, so one more */
        quiz_undo(&s->quiz, k->bank);
    if (!s->confirming)
        quiz_undo(&s->quiz, k->bank);
    quiz_put_back(&s->quiz); /* given anew it is one of five */
    s->confirming = false;
    s->shown_at = k->now;
    return true;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* The question on the page; back from the result it is the last one. */
static int shown_position(const QuizState *s) {
    return quiz_finished(&s->quiz) ? s->quiz.asked - 1 : s->quiz.asked;
}

/* What stands chosen: the answer just given, or the one given before "Retour". */
static int shown_answer(const QuizState *s) {
    return s->confirming ? s->chosen : s->quiz.answer[shown_position(s)];
}

/* Two who stand here together see it before their first answer, where later the result is asked
 * for.
 */
static void add_duel(const QuizState *s, const Kiosk *k, Page *page, Node *row) {
    if (s->quiz.asked || !target_has_page(k->pack, TARGET_DUEL))
        return;
    widget_stretch(page, row);
    Node *duel = widget_button(page, row, BUTTON_PLAIN, ICON_people, tr(page, STR_DUEL_DOOR),
                               (Action){TAP_DUEL, 0});
    duel->min_h = TARGET_MIN + SPACE_20;
    duel->inert = s->confirming;
}

static void add_buttons(const QuizState *s, const Kiosk *k, Page *page, Node *hand) {
    Node *row = widget_row(page, hand, SPACE_20);
    bool skipped = shown_answer(s) == QUIZ_SKIPPED;
    Node *skip = widget_button(page, row, skipped ? BUTTON_CHOSEN : BUTTON_PLAIN, ICON_help_outline,
                               tr(page, STR_ANSWER_SKIP), (Action){TAP_SKIP, 0});
    skip->min_h = TARGET_MIN + SPACE_20;
    skip->inert = s->confirming;
    add_duel(s, k, page, row);
    if (!quiz_has_enough(&s->quiz))
        return;
    Node *enough = widget_button(page, row, BUTTON_PLAIN, ICON_flag, tr(page, STR_ENOUGH),
                                 (Action){TAP_ENOUGH, 0});
    enough->min_h = skip->min_h;
    enough->inert = s->confirming;
}

/* Nobody knows yet how many questions it will be: the rule says between which numbers, and never
   moves back by itself. */
static void add_progress(const QuizState *s, const Kiosk *k, Page *page, Node *show) {
    int at = shown_position(s) + 1,
        most = k->bank->item_count < QUIZ_MOST ? k->bank->item_count : QUIZ_MOST;
    Slice length = at < QUIZ_LEAST ? tr_numbers(page, STR_QUESTIONS_ADAPT, QUIZ_LEAST, most)
                                   : tr_number(page, STR_QUESTIONS_MOST, most);
    Slice words = tr_beside(page, tr_number(page, STR_QUESTION, at), length);
    widget_rule(page, show, (Rule){.at = at, .total = most, .firm = QUIZ_LEAST}, words);
    widget_quiet(page, show, TYPE_LABEL, words);
}

static Node *add_picture(Page *page, Node *parent, const Question *item, bool low) {
    Slice alt = widget_fill(page, tr(page, STR_DRAWING), tr_text(page, item->text));
    Node *picture = low ? widget_picture(page, parent, item->picture, alt)
                        : widget_drawing(page, parent, item->picture, alt);
    picture->radius = RADIUS_CARD;
    picture->least = QUESTION_LEAST;
    return picture;
}

static void add_ask(Page *page, Node *parent, Type type) {
    widget_quiet(page, parent, type, tr(page, STR_ASK));
}

/* The plates must not move from question to question: room for two lines in landscape; in portrait
   the question stands right above the reach line. Enlarged in landscape, the sentence before it has
   a line of its own, and fits on it. */
static void add_activity(const QuizState *s, const Kiosk *k, Page *page, Node *show) {
    const Question *item = &k->pack->item[quiz_item(&s->quiz, shown_position(s))];
    if (!page->form.side_by_side) {
        Node *picture = add_picture(page, show, item, false);
        picture->min_h = page->form.question;
        picture->grow = 1;
    }
    bool low = page->form.shallow;
    if (low)
        add_ask(page, show, TYPE_SMALL);
    Node *row = widget_row(page, show, SPACE_28);
    row->align = ALIGN_START;
    if (page->form.side_by_side) {
        Node *picture = add_picture(page, row, item, true);
        picture->width = page->form.question * 3 / 2;
        picture->height = page->form.question;
    }
    Node *words = widget_share(page, row, 1, SPACE_8);
    if (!low)
        add_ask(page, words, TYPE_BODY);
    Node *activity = widget_heading(page, words, TYPE_H1, tr_text(page, item->text));
    if (page->form.side_by_side)
        activity->min_h = page_lines(page, TYPE_H1, 2);
}

/* In an easy language: a large drawing, and beside it one short sentence and three answers. */
static void add_beside(const QuizState *s, const Kiosk *k, Page *page, Node *controls) {
    const Question *item = &k->pack->item[quiz_item(&s->quiz, shown_position(s))];
    Node *row = widget_halves(page, controls, SPACE_44);
    Node *left = widget_share(page, row, 4, 0);
    Node *picture = add_picture(page, left, item, false);
    picture->min_h = page->form.question;
    picture->grow = 1;
    Node *right = widget_share(page, row, 5, SPACE_20);
    add_ask(page, right, TYPE_BODY);
    Node *activity = widget_heading(page, right, TYPE_H1, tr_text(page, item->text));
    activity->min_h = page_lines(page, TYPE_H1, 2);
    widget_stretch(page, right);
    answers_add(page, right, TAP_ANSWER, shown_answer(s), s->confirming);
    add_buttons(s, k, page, right);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const QuizState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_QUIZ));
    add_progress(s, k, page, frame.reading);
    if (langs_simple(page->settings.lang) && page->form.side_by_side) {
        add_beside(s, k, page, frame.controls);
    } else {
        add_activity(s, k, page, frame.reading);
        answers_add(page, frame.controls, TAP_ANSWER, shown_answer(s), s->confirming);
        add_buttons(s, k, page, frame.controls);
    }
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
