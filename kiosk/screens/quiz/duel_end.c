/* What two people would be as a team: what leads on either side, what both like, trades that have
   it; and the way to a quiz of one's own. */
#include "base/slots.h"
#include "screens/quiz/duel_parts.h"
#include "screens/quiz/result_sides.h"

enum { TAP_OWN_QUIZ = 1, TAP_ONE_TRADE, TAP_ALL_TRADES, TAP_ONCE_MORE };

typedef struct TeamView {
    const DuelState *s;
    const Kiosk *k;
    Page *page;
    const DuelTeam *team;
} TeamView;

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k;
    switch (action.token) {
    case TAP_OWN_QUIZ:
        return common_follow((Target){TARGET_QUIZ, 0});
    case TAP_ONE_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_ALL_TRADES:
        return common_follow((Target){TARGET_TRADES, 0});
    case TAP_ONCE_MORE:
        return (Step){.go = SCREEN_duel};
    default:
        return (Step){0};
    }
}

/* ---- in words -------------------------------------------------------------------------------- */

static Slice name_of(TeamView v, int dimension) {
    return result_dimension(v.page, v.k->pack, dimension);
}

static Slice title(TeamView v) {
    Page *page = v.page;
    const int *most = v.team->most;
    switch (v.team->kind) {
    case DUEL_TEAM:
        return SLOTS_FILL(page->arena, tr(page, STR_DUEL_TEAM), {"left", name_of(v, most[0])},
                          {"right", name_of(v, most[1])});
    case DUEL_ALIKE:
        return widget_fill(page, tr(page, STR_DUEL_ALIKE), name_of(v, most[0]));
    case DUEL_ONE:
        return tr(page, STR_DUEL_ONE);
    case DUEL_NONE:
        break;
    }
    bool silent = v.team->liking[0] == DUEL_TOO_FEW || v.team->liking[1] == DUEL_TOO_FEW;
    return tr(page, silent ? STR_DUEL_SILENT : STR_DUEL_NONE);
}

static Slice shared(TeamView v) {
    const DuelTeam *team = v.team;
    Slice all = widget_quote(v.page, name_of(v, team->shared[0]));
    if (team->shared_count > 1)
        all = SLOTS_FILL(v.page->arena, tr(v.page, STR_AND), {"one", all},
                         {"other", widget_quote(v.page, name_of(v, team->shared[1]))});
    return widget_fill(v.page, tr(v.page, STR_DUEL_SHARED), all);
}

/* ---- either side ----------------------------------------------------------------------------- */

/* The question about it; -1: none was asked. */
static int question_about(TeamView v, int dimension) {
    for (int i = 0; i < v.s->duel.length; i++)
        if (v.k->bank->item[v.s->duel.item[i]].dimension == dimension)
            return v.s->duel.item[i];
    return -1;
}

static void add_drawing(TeamView v, Node *half, int dimension) {
    int question = question_about(v, dimension);
    if (question < 0)
        return;
    const Question *item = &v.k->pack->item[question];
    Slice alt = widget_fill(v.page, tr(v.page, STR_DRAWING), tr_text(v.page, item->text));
    Node *drawing = widget_drawing(v.page, half, item->picture, alt);
    common_size_picture(drawing, !v.page->form.side_by_side);
    drawing->drop_rank = 3;
}

static void add_half(TeamView v, Node *row, int side) {
    static const StringId OTHERWISE[] = {
        [DUEL_TOO_FEW] = STR_DUEL_TOO_FEW, [DUEL_NOTHING] = STR_DUEL_NOTHING};
    Node *half = duel_half(v.page, row, side, (Slice){0});
    int most = v.team->most[side];
    if (most < 0) {
        Node *middle = widget_middle(v.page, half);
        widget_quiet(v.page, middle, TYPE_BODY, tr(v.page, OTHERWISE[v.team->liking[side]]));
        return;
    }
    bool beside = v.page->form.side_by_side;
    Node *what = beside ? widget_line(v.page, half, SPACE_20) : half;
    what->grow = 1;
    add_drawing(v, what, most);
    Node *words = beside ? widget_share(v.page, what, 1, 0) : what;
    widget_text(v.page, words, TYPE_H3, slots_capital(v.page->arena, name_of(v, most)));
}

static void add_halves(TeamView v, Node *parent) {
    Node *row = duel_row(v.page, parent);
    for (int side = 0; side < DUEL_SIDES; side++)
        add_half(v, row, side);
    if (v.team->shared_count)
        widget_text(v.page, parent, TYPE_BODY, shared(v))->drop_rank = 2;
}

/* ---- where one goes on ----------------------------------------------------------------------- */

/* With the largest words its name alone. */
static void add_trade(TeamView v, Node *grid, int trade) {
    Action action = {TAP_ONE_TRADE, trade};
    if (v.page->form.largest)
        widget_button(v.page, grid, BUTTON_PLAIN, ICON_NONE,
                      tr_text(v.page, v.k->pack->trade[trade].short_name), action);
    else
        common_trade_card(v.page, grid, v.k, trade, action);
}

/* What is only read stands above a low hand's reach. */
static void add_trades(TeamView v, Frame frame) {
    if (!v.team->trade_count)
        return;
    bool team = v.team->kind == DUEL_TEAM;
    Node *parent = frame.controls;
    widget_heading(v.page, v.page->form.short_of_reach ? frame.reading : parent, TYPE_H3,
                   tr(v.page, team ? STR_DUEL_TRADES_TEAM : STR_DUEL_TRADES_ALIKE));
    int most = v.page->form.wide_columns, count = v.team->trade_count;
    Node *grid = widget_grid(v.page, parent, count < most ? count : most, PLATE_GAP);
    for (int i = 0; i < v.team->trade_count; i++)
        add_trade(v, grid, v.team->trade[i]);
}

static void add_way(TeamView v, Node *row, Icon icon, StringId words, int token) {
    Icon sign = v.page->form.narrow ? ICON_NONE : icon;
    Node *button =
        widget_button(v.page, row, BUTTON_PLAIN, sign, tr(v.page, words), (Action){token, 0});
    button->pad_x = SPACE_12;
}

/* Lying, all beside each other; standing, the quiz has a row of its own. */
static void add_ways(TeamView v, Node *parent) {
    Page *page = v.page;
    bool beside = page->form.side_by_side;
    Node *row = widget_grid(page, parent, beside ? 3 : 1, TARGET_GAP);
    widget_button(page, row, BUTTON_PRIMARY, ICON_quiz, tr(page, STR_DUEL_QUIZ),
                  (Action){TAP_OWN_QUIZ, 0});
    row = beside ? row : widget_grid(page, parent, 2, TARGET_GAP);
    add_way(v, row, common_trade_icon(v.k), STR_ALL_TRADES, TAP_ALL_TRADES);
    add_way(v, row, ICON_replay, STR_DUEL_AGAIN, TAP_ONCE_MORE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const DuelState *s = state;
    DuelTeam team;
    duel_team(&s->duel, k->bank, &team);
    TeamView v = {s, k, page, &team};
    Frame frame = common_frame(page, k, tr(page, STR_DUEL));
    widget_heading(page, frame.reading, page->form.roomy ? TYPE_H1 : TYPE_H2, title(v));
    if (!page->form.shallowest)
        widget_quiet(page, frame.reading, TYPE_SMALL, tr(page, STR_DUEL_NOTE))->drop_rank = 1;
    bool below = page->form.side_by_side && !page->form.free_above;
    add_halves(v, below ? frame.controls : frame.reading);
    add_trades(v, frame);
    add_ways(v, frame.controls);
}

const Screen screen_duel_end = {
    .name = "duel_end",
    .shares = SCREEN_duel,
    .wait = WAIT_READING,
    .personal = STR_ALOUD,
    .act = act,
    .view = view,
};
