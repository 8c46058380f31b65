/* What the answers speak for: five trades and why, what attracts, a code to take home, somebody
   to talk to. */
#include "screens/quiz/result_tabs.h"

#include "base/slots.h"
#include "quiz/flags.h"

typedef enum ResultTab { TAB_TRADES, TAB_PROFILE, TAB_TAKE, TAB_TALK, TAB_COUNT } ResultTab;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    QuizState *s = state;
    s->result_tab = s->result_page = s->result_trade = 0;
}

/* ---- acting ---------------------------------------------------------------------------------- */

static bool was_there(const QuizResult *r, int trade) {
    for (int i = 0; i < r->suggestion_count; i++)
        if (r->suggestion[i].trade == trade)
            return true;
    return false;
}

/* The trade leaves; the one that comes in its stead is looked at next. */
static void replace(QuizState *s, const Kiosk *k, int trade) {
    QuizResult before, after;
    result_of(&s->quiz, k->bank, &before);
    quiz_drop(&s->quiz, trade);
    result_of(&s->quiz, k->bank, &after);
    for (int i = 0; i < after.suggestion_count; i++)
        if (!was_there(&before, after.suggestion[i].trade))
            s->result_trade = i + 1;
}

static Step act(void *state, const Kiosk *k, Action action) {
    QuizState *s = state;
    switch (action.token) {
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_AGAIN:
        quiz_state_again(s, k);
        return (Step){.go = SCREEN_quiz};
    case TAP_GO:
        return (Step){.go = action.arg};
    case TAP_PAGE:
        s->result_page = action.arg;
        break;
    case TAP_TAB:
        s->result_tab = action.arg;
        s->result_page = s->result_trade = 0;
        break;
    case TAP_LOOK:
        s->result_trade = action.arg + 1;
        s->result_page = 0;
        break;
    case TAP_REPLACE:
        replace(s, k, action.arg);
        break;
    default:
        break;
    }
    return (Step){0};
}

/* Where a trade stands alone on the page, "Retour" leads to the list of the five. */
static bool back(void *state, const Kiosk *k) {
    QuizState *s = state;
    if (form_is_roomy(k->settings) || s->result_tab != TAB_TRADES || !s->result_trade)
        return false;
    s->result_trade = s->result_page = 0;
    return true;
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
    Slice and = tr(page, STR_AND);
    if (!two.len)
        return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(lead), SLICE_ARG(one));
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT " " SLICE_FMT " " SLICE_FMT,
                        SLICE_ARG(lead), SLICE_ARG(one), SLICE_ARG(and), SLICE_ARG(two));
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
    return five && !v.s->before_count && !caution(v.page, v.r).len ? 1 : 3;
}

/* How to take it: as wishes; and what is uncertain is said, not hidden. */
static Slice advice(ResultView v) {
    Page *page = v.page;
    if (v.r->kind == RESULT_TOO_FEW)
        return tr(page, STR_TOO_FEW_LEAD);
    if (v.r->kind == RESULT_NOTHING)
        return tr(page, STR_NOTHING_LEAD);
    if (v.r->kind == RESULT_ELSEWHERE)
        return result_about(v, STR_ELSEWHERE_LEAD);
    if (has_flag(v.r, FLAG_SCATTERED)) /* before what stayed: the cards mark what is new */
        return tr(page, STR_SCATTERED);
    if (v.s->before_count)
        return compared(v);
    Slice more = caution(page, v.r);
    return arena_printf(page->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(tr(page, STR_WISHES)),
                        more.len ? " " : "", SLICE_ARG(more));
}

static void add_tabs(Page *page, Node *row, int chosen) {
    static const TabName TABS[TAB_COUNT] = {
        [TAB_TRADES] = {STR_RESULT_TRADES, ICON_precision_manufacturing},
        [TAB_PROFILE] = {STR_RESULT_PROFILE, ICON_bar_chart},
        [TAB_TAKE] = {STR_RESULT_TAKE, ICON_qr_code},
        [TAB_TALK] = {STR_TALK, ICON_forum},
    };
    for (int tab = 0; tab < TAB_COUNT; tab++) {
        Node *plate = widget_tab(page, row, TABS[tab], page->form.ample, tab == chosen,
                                 (Action){TAP_TAB, tab});
        plate->grow = 1;
        plate->least = TARGET_MIN + SPACE_8;
    }
}

static void add_done(Page *page, Node *row) {
    widget_button(page, row, BUTTON_PLAIN, ICON_check,
                  tr(page, page->form.enlarged ? STR_DONE_SHORT : STR_DONE), (Action){DO_DONE, 0})
        ->least = TARGET_MIN + SPACE_8;
}

/* The tabs, and the way out that erases everything: beside them where there is room, else below
   with the pager. */
static void add_foot(Page *page, Node *hand, const QuizState *s, Node *turned) {

    widget_share(page, hand, turned && turned->parent == hand ? 0 : 1, 0);
    Node *tabs = page->form.list_beside ? widget_grid(page, hand, 2, PLATE_GAP)
                                        : widget_row(page, hand, PLATE_GAP);
    add_tabs(page, tabs, s->result_tab);
    if (page->form.ample) {
        add_done(page, tabs);
        return;
    }
    Node *row = widget_line(page, hand, 0);
    add_done(page, row);
    widget_stretch(page, row);
    if (turned)
        widget_pager(page, row, turned, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    static Node *(*const TAB[TAB_COUNT])(ResultView) = {result_trades, result_profile, result_take,
                                                        result_talk};
    const QuizState *s = state;
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    Frame frame = common_frame(page, k, tr(page, STR_RESULT));
    widget_heading(page, frame.reading, page->form.roomy ? TYPE_H1 : TYPE_H2,
                   result_title(page, k->pack, &r));
    ResultView v = {s, k, page, frame, &r};
    widget_quiet(page, frame.reading, page->form.lead, advice(v))->drop_rank = advice_spare(v);
    Node *turned = TAB[s->result_tab](v);
    add_foot(page, frame.controls, s, turned);
}

const Screen screen_result = {
    .name = "result",
    .shares = SCREEN_quiz,
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
