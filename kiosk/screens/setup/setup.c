/* The first day of a kiosk, one question a page: its language, how it hangs, where it stands, when
 * it is awake. Nothing is written before the last page. */
#include "screens/setup/setup_parts.h"

static const SetupPage *const PAGES[SETUP_STEPS] = {
    [SETUP_STEP_LANGUAGE] = &setup_language, [SETUP_STEP_TURN] = &setup_turn,
    [SETUP_STEP_TOUCH] = &setup_touch,       [SETUP_STEP_PLACE] = &setup_place,
    [SETUP_STEP_HOURS] = &setup_hours,       [SETUP_STEP_CODE] = &setup_code,
    [SETUP_STEP_SOUND] = &setup_sound,       [SETUP_STEP_ZONE] = &setup_zone,
    [SETUP_STEP_CLOCK] = &setup_clock,       [SETUP_STEP_END] = &setup_end,
};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    *(SetupState *)state = (SetupState){0};
    if (k->setup)
        ((SetupState *)state)->answers = k->setup->now;
}

Step setup_go(SetupState *s, SetupStep step) {
    s->step = (int)step;
    s->page = 0;
    return (Step){.turns = true};
}

Step setup_try(SetupState *s, SetupAsk ask) {
    return (Step){.set_up = ask, .answers = &s->answers};
}

/* Nobody comes here past the code of the staff, unless there is none yet. */
static bool is_open(const Kiosk *k) {
    return k->setup && (k->setup->by_itself || (k->staff && k->staff->open));
}

/* Where there is no staff area to go back to, the kiosk begins with what it has. */
static Step leave(SetupState *s, const Kiosk *k) {
    if (!s->sure) {
        s->sure = true;
        return (Step){0};
    }
    bool ends = k->setup->by_itself;
    s->left = true;
    return (Step){.set_up = SETUP_LEAVE, .ends = ends, .go = ends ? GO_STAY : GO_BACK};
}

static Step act(void *state, const Kiosk *k, Action action) {
    SetupState *s = state;
    if (!is_open(k))
        return (Step){.go = GO_BACK};
    if (action.token == SETUP_QUIT)
        return leave(s, k);
    s->sure = false;
    if (action.token == SETUP_NEXT)
        return s->step + 1 < SETUP_STEPS ? setup_go(s, (SetupStep)(s->step + 1))
                                         : setup_try(s, SETUP_WRITE);
    if (action.token == SETUP_TURN_PAGE) {
        s->page = action.arg;
        return (Step){0};
    }
    return action.token >= SETUP_TAP ? PAGES[s->step]->act(s, k, action) : (Step){0};
}

static Step gesture(void *state, const Kiosk *k, Gesture gesture) {
    SetupState *s = state;
    return s->touch.until ? setup_crosses_touch(s, k, gesture) : (Step){0};
}

static Step tick(void *state, const Kiosk *k) {
    SetupState *s = state;
    if (s->turn.until)
        return setup_turn_tick(s, k);
    return s->touch.until ? setup_crosses_tick(s, k) : (Step){0};
}

/* Out of here leads only the button that says so. */
static bool back(void *state, const Kiosk *k) {
    SetupState *s = state;
    if (!is_open(k) || s->left)
        return false;
    s->sure = false;
    if (!s->turn.until && !s->touch.until && s->step > 0)
        setup_go(s, (SetupStep)(s->step - 1));
    return true;
}

/* ---- parts of pages -------------------------------------------------------------------------- */

Node *setup_choices(Page *page, Node *parent, const SetupState *s) {
    return setup_list(page, parent, s, page->form.even_columns);
}

Node *setup_list(Page *page, Node *parent, const SetupState *s, int columns) {
    Node *list = widget_cards(
        page, parent, (CardGrid){.columns = columns, .gap = TARGET_GAP, .row = ROW_LIST}, s->page);
    widget_pager_line(page, parent, ALIGN_END, list, SETUP_TURN_PAGE);
    return list;
}

void setup_choice(Page *page, Node *list, Slice label, bool chosen, int arg) {
    widget_choice(page, list, label, chosen, (Action){SETUP_TAP, arg})->min_h = TARGET_BUTTON;
}

static void add_turn(Page *page, Node *row, Icon icon, Slice name, Action action, bool disabled) {
    Node *turn = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    turn->spoken = name;
    turn->disabled = disabled;
}

void setup_stepper(Page *page, Node *parent, SetupStepper s) {
    Node *row = widget_line(page, parent, TARGET_GAP);
    add_turn(page, row, ICON_remove, widget_fill(page, tr(page, STR_STAFF_CLOCK_LESS), s.name),
             s.less, s.no_less);
    Node *words = widget_share(page, row, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, s.name)->align = ALIGN_CENTER;
    widget_text(page, words, TYPE_H3, s.value)->align = ALIGN_CENTER;
    add_turn(page, row, ICON_add, widget_fill(page, tr(page, STR_STAFF_CLOCK_MORE), s.name), s.more,
             s.no_more);
}

/* ---- the page -------------------------------------------------------------------------------- */

static Slice progress(const SetupState *s, Page *page) {
    return arena_printf(page->arena, "%d / %d", s->step + 1, SETUP_STEPS);
}

/* What leads on is at the right; from the last page, into the file. */
static void add_foot(const SetupState *s, const Kiosk *k, Page *page, Node *parent) {
    Node *foot = widget_line(page, parent, SPACE_20);
    Slice quit = tr(page, s->sure ? STR_STAFF_SURE : STR_SETUP_QUIT);
    Node *leave =
        widget_button(page, foot, BUTTON_PLAIN, ICON_close,
                      page->form.narrow && !s->sure ? (Slice){0} : quit, (Action){SETUP_QUIT, 0});
    leave->spoken = quit;
    Node *middle = widget_share(page, foot, 1, 0);
    if (page->form.narrow && !page->form.huge)
        widget_quiet(page, middle, TYPE_UI, progress(s, page))->align = ALIGN_CENTER;
    else if (!page->form.narrow)
        widget_rule(page, middle, (Rule){.at = s->step + 1, .total = SETUP_STEPS},
                    progress(s, page));
    bool last = s->step + 1 == SETUP_STEPS;
    Node *on =
        widget_button(page, foot, BUTTON_PRIMARY, last ? ICON_check : ICON_arrow_forward,
                      tr(page, last ? STR_SETUP_WRITE : STR_SETUP_NEXT), (Action){SETUP_NEXT, 0});
    on->disabled = last && k->setup->written;
}

static void add_title(const SetupState *s, Page *page, Node *reading) {
    const SetupPage *now = PAGES[s->step];
    bool beside = page->form.side_by_side;
    Node *row = beside ? widget_line(page, reading, SPACE_28) : reading;
    widget_heading(page, row, beside ? TYPE_H2 : TYPE_H1, tr(page, now->title));
    if (page->form.shallow)
        return;
    Node *lead = widget_text(page, row, page->form.lead, tr(page, now->lead));
    lead->grow = beside;
    lead->drop_rank = 1;
}

static void view_page(const SetupState *s, const Kiosk *k, Page *page) {
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_SETUP),
                                                .crumb = progress(s, page),
                                                .minute_of_day = k->minute_of_day,
                                                .away = true,
                                                .alone = s->step == 0});
    add_title(s, page, frame.reading);
    PAGES[s->step]->view(s, k, page, frame);
    add_foot(s, k, page, frame.controls);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const SetupState *s = state;
    if (!is_open(k))
        frame_begin(page, (FrameSpec){.campus = tr(page, STR_SETUP), .away = true});
    else if (s->turn.until)
        setup_turn_trial(s, k, page);
    else if (s->touch.until)
        setup_crosses(s, k, page);
    else
        view_page(s, k, page);
}

const Screen screen_setup = {
    .name = "setup",
    .state_size = sizeof(SetupState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .gesture = gesture,
    .tick = tick,
    .back = back,
    .view = view,
};
