/* What the answers speak for: the nearest trades as cards that turn over, and one touch deeper why,
   what attracts, a code to take home, somebody to talk to. */
#include "screens/quiz/result_sides.h"

#include "base/slots.h"
#include "quiz/flags.h"
#include "screens/common/printed.h"
#include "screens/quiz/reveal.h"

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    QuizState *s = state;
    s->result_side = SIDE_CARDS;
    s->result_page = s->result_trade = 0;
    s->revealed_at = k->now;
    s->gesture_shown = 0;
}

Millis result_age(const QuizState *s, const Kiosk *k) {
    bool moves = s->revealed_at && !k->settings.still && k->settings.voice.state != VOICE_ON;
    return moves ? k->now - s->revealed_at : REVEAL_MS;
}

/* ---- acting ---------------------------------------------------------------------------------- */

static bool was_there(const QuizResult *r, int trade) {
    for (int i = 0; i < r->suggestion_count; i++)
        if (r->suggestion[i].trade == trade)
            return true;
    return false;
}

static void turn_to(QuizState *s, ResultSide side) {
    s->result_side = side;
    s->result_page = 0;
}

/* The trade leaves; the one that comes in its stead is looked at next. */
static void replace(QuizState *s, const Kiosk *k, int trade) {
    QuizResult before, after;
    result_of(&s->quiz, k->bank, &before);
    quiz_drop(&s->quiz, trade);
    result_of(&s->quiz, k->bank, &after);
    for (int i = 0; i < after.suggestion_count; i++)
        if (!was_there(&before, after.suggestion[i].trade))
            s->result_trade = i;
    s->result_page = 0;
}

/* What would change the result is tried: it is shown anew. */
static void change(QuizState *s, const Kiosk *k, int trade) {
    Change one = result_change(&s->quiz, k->bank, trade);
    if (one.position < 0)
        return;
    quiz_change(&s->quiz, k->bank, one.position, one.answer);
    s->changed = true;
    turn_to(s, SIDE_CARDS);
}

/* Within the result. */
static void look(QuizState *s, const Kiosk *k, Action action) {
    switch (action.token) {
    case TAP_PAGE:
        s->result_page = action.arg;
        break;
    case TAP_SIDE:
        turn_to(s, (ResultSide)action.arg);
        break;
    case TAP_WHY:
        s->result_trade = action.arg;
        turn_to(s, SIDE_WHY);
        break;
    case TAP_REPLACE:
        replace(s, k, action.arg);
        break;
    case TAP_CHANGE:
        change(s, k, action.arg);
        break;
    default:
        break;
    }
}

static Step act(void *state, const Kiosk *k, Action action) {
    QuizState *s = state;
    s->revealed_at = 0; /* any touch lays all cards open */
    switch (action.token) {
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_LEARN:
        return common_learn(action.arg);
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_AGAIN:
        quiz_state_again(s, k);
        return (Step){.go = SCREEN_quiz};
    case TAP_PRINT:
        return print_step();
    case TAP_GO:
        return (Step){.go = action.arg};
    default:
        look(s, k, action);
        return (Step){.turns = action.token != TAP_OPEN && action.token != TAP_PAGE};
    }
}

/* Where an author says how long it is; else all of the film. */
static bool gesture_is_over(const Clip *clip, Millis at) {
    return clip->loop_to > clip->loop_from && at >= 1000 * (Millis)clip->loop_to;
}

/* The gesture on the first card has been seen, or cannot be. */
static Step tick(void *state, const Kiosk *k) {
    VideoStatus status = k->video.status;
    int clip = k->video.clip;
    bool plays = clip >= 0 && clip < k->pack->clip_count;
    if (status == VIDEO_ENDED || status == VIDEO_BROKEN ||
        (plays && gesture_is_over(&k->pack->clip[clip], k->video.at)))
        ((QuizState *)state)->gesture_shown = clip + 1;
    return (Step){0};
}

/* "Retour" leads from every other side to the cards. */
static bool back(void *state, const Kiosk *k) {
    (void)k;
    QuizState *s = state;
    bool deeper = s->result_side != SIDE_CARDS;
    turn_to(s, SIDE_CARDS);
    return deeper;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Enlarged or seated: what is only read takes all the room above what is touched, page by page. */
Node *result_reading(ResultView v) {
    v.frame.reading->min_h = 0;
    return widget_pages(v.page, v.frame.controls, SPACE_8, v.s->result_page);
}

Slice result_work(const Page *page, LocalText own, StringId otherwise) {
    Slice words = tr_text(page, own);
    return words.len ? words : tr(page, otherwise);
}

Slice result_about(ResultView v, StringId sentence) {
    const Campus *campus = &v.k->pack->campus;
    Page *page = v.page;
    return SLOTS_FILL(page->arena, tr(page, sentence),
                      {"of workplace", result_work(page, campus->of_workplace, STR_OF_WORKPLACE)},
                      {"work", result_work(page, campus->work, STR_WORK)});
}

/* What introduces what is liked of the campus's own work. */
static Slice attracted_at(const Page *page, const Campus *campus) {
    Slice at = result_work(page, campus->at_workplace, STR_AT_WORKPLACE);
    return SLOTS_FILL(page->arena, tr(page, STR_ATTRACTED_AT), {"at workplace", at});
}

/* "one" or "one and two", after what introduces them. */
static Slice introduce(const Page *page, Slice lead, Slice one, Slice two) {
    if (two.len)
        one = SLOTS_FILL(page->arena, tr(page, STR_AND), {"one", one}, {"other", two});
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(lead), SLICE_ARG(one));
}

/* As a sentence has it, where that is not its name. */
static Slice liking(const Page *page, const Facet *facet) {
    Slice words = tr_text(page, facet->liking);
    return words.len ? words : tr_text(page, facet->name);
}

static Slice title_of_five(const Page *page, const Pack *pack, const QuizResult *r) {
    static const Slice NONE = {0};
    if (r->named_count == RESULT_NAMED)
        return introduce(page, tr(page, STR_ATTRACTED), result_letter(page, r->named[0]),
                         result_letter(page, r->named[1]));
    if (r->named_count)
        return introduce(page, tr(page, STR_ATTRACTED), result_letter(page, r->named[0]), NONE);
    if (r->facet_named)
        return introduce(page, attracted_at(page, &pack->campus),
                         liking(page, &pack->facet[r->facet]), NONE);
    return tr(page, STR_TITLE_PATHS);
}

Slice result_title(const Page *page, const Pack *pack, const QuizResult *r) {
    if (r->kind == RESULT_TOO_FEW)
        return tr(page, STR_TITLE_TOO_FEW);
    if (r->kind == RESULT_NOTHING)
        return tr(page, STR_TITLE_NOTHING);
    if (r->kind == RESULT_MANY)
        return tr(page, STR_TITLE_MANY);
    if (r->kind == RESULT_ELSEWHERE)
        return introduce(page, tr(page, STR_TITLE_ELSEWHERE), result_letter(page, r->named[0]),
                         (Slice){0});
    return title_of_five(page, pack, r);
}

/* After "refaire": what stayed; the cards mark what is new. */
static Slice compared(ResultView v) {
    int stayed = 0, count = v.r->suggestion_count;
    for (int i = 0; i < count; i++)
        stayed += result_was_before(v.s, v.r->suggestion[i].trade);
    if (stayed == count)
        return tr(v.page, STR_STAYED_ALL);
    if (stayed == 0)
        return tr(v.page, STR_STAYED_NONE);
    return stayed == 1 ? tr(v.page, STR_STAYED_ONE)
                       : tr_numbers(v.page, STR_STAYED_SOME, stayed, count);
}

static bool has_flag(const QuizResult *r, QuizFlag flag) {
    return r->flags >> flag & 1;
}

static Slice caution(const Page *page, const QuizResult *r) {
    if (has_flag(r, FLAG_UNKNOWN))
        return tr(page, STR_LOOK_FIRST);
    if (r->kind == RESULT_MANY)
        return tr(page, STR_GO_AND_SEE);
    if (r->neck_and_neck > 1)
        return tr_number(page, STR_NECK_AND_NECK, r->neck_and_neck);
    return (Slice){0};
}

/* When it goes where there is no room: first what is said to everybody, never why every band is
   lower. */
static int advice_spare(ResultView v) {
    bool five = v.r->kind == RESULT_FIVE || v.r->kind == RESULT_MANY;
    if (five && has_flag(v.r, FLAG_SCATTERED))
        return 0;
    return five && !v.s->before_count && !v.s->changed && !caution(v.page, v.r).len ? 1 : 3;
}

static Slice joined(const Page *page, Slice first, Slice second) {
    return arena_printf(page->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(first),
                        second.len ? " " : "", SLICE_ARG(second));
}

Slice result_advice(ResultView v) {
    Page *page = v.page;
    if (v.r->kind == RESULT_TOO_FEW)
        return tr(page, STR_TOO_FEW_LEAD);
    if (v.r->kind == RESULT_NOTHING)
        return joined(page, tr(page, STR_NOTHING_LEAD), tr(page, STR_NOTHING_TODAY));
    if (v.r->kind == RESULT_ELSEWHERE)
        return result_about(v, STR_ELSEWHERE_LEAD);
    if (has_flag(v.r, FLAG_SCATTERED)) /* before what stayed: the cards mark what is new */
        return tr(page, STR_SCATTERED);
    if (v.s->changed)
        return joined(page, tr(page, STR_ONE_CHANGED), caution(page, v.r));
    if (v.s->before_count)
        return compared(v);
    return joined(page, tr(page, STR_WISHES), caution(page, v.r));
}

/* What only some sides have at their foot: the pager, in a row of its own. */
static void add_foot(ResultView v, Node *turned) {
    if (turned)
        widget_pager_line(v.page, v.frame.controls, ALIGN_END, turned, TAP_PAGE);
}

static void view_cards(ResultView v) {
    Page *page = v.page;
    widget_heading(page, v.frame.reading, page->form.roomy ? TYPE_H1 : TYPE_H2,
                   result_title(page, v.k->pack, v.r));
    widget_quiet(page, v.frame.reading, page->form.lead, result_advice(v))->drop_rank =
        advice_spare(v);
    if (v.r->suggestion_count)
        add_foot(v, result_cards(v));
    else
        result_none(v);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    static Node *(*const DEEPER[])(ResultView) = {[SIDE_WHY] = result_why,
                                                  [SIDE_PROFILE] = result_profile,
                                                  [SIDE_TAKE] = result_take,
                                                  [SIDE_TALK] = result_talk};
    const QuizState *s = state;
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    ResultView v = {s, k, page, common_frame(page, k, tr(page, STR_RESULT)), &r};
    if (s->result_side == SIDE_CARDS)
        view_cards(v);
    else
        add_foot(v, DEEPER[s->result_side](v));
}

static void sheet(const void *state, const Kiosk *k, Page *page) {
    const QuizState *s = state;
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    result_printed((ResultView){.s = s, .k = k, .page = page, .r = &r});
}

const Screen screen_result = {
    .name = "result",
    .shares = SCREEN_quiz,
    .wait = WAIT_READING,
    .personal = STR_ALOUD,
    .chord = true,
    .enter = enter,
    .act = act,
    .tick = tick,
    .back = back,
    .view = view,
    .sheet = sheet,
};
