/* The staff area, behind its code: what visitors looked for, whether all is well, and what can be
 * done to the kiosk. */
#include "screens/staff/staff_chart.h"
#include "screens/staff/staff_content.h"
#include "screens/staff/staff_pad.h"

#include "base/slots.h"
#include "map/directions_text.h"
#include "train/expiry.h"

enum {
    TAP_TAB = 1,
    TAP_PAGE,
    TAP_SPAN,
    TAP_EXPORT,
    TAP_VOLUME,
    TAP_TOUCH,
    TAP_CLEAN,
    TAP_RESTART,
    TAP_QUIT,
    TAP_SURE,
    TAP_BACK,
    TAP_AGAINST,
    TAP_NOTE,
    TAP_CLOCK,
    TAP_RENEW,
    TAP_SETUP,
    TAP_UPDATE,
    TAP_GO_BACK
};

#define LOOK_AGAIN_MS 250 /* at what another thread does */

typedef enum StaffTab { TAB_FIGURES, TAB_STATE, TAB_CONTENT, TAB_MACHINE, TAB_COUNT } StaffTab;

typedef struct StaffState {
    StaffPad pad;
    int tab, page, span;
    int back;    /* so many lengths of the span ago */
    int against; /* StaffAgainst */
    int sure;    /* the token that waits for a second touch: nobody quits by a slip */
} StaffState;

static const TabName TABS[TAB_COUNT] = {
    [TAB_FIGURES] = {STR_STAFF_FIGURES, ICON_bar_chart},
    [TAB_STATE] = {STR_STAFF_STATE, ICON_fact_check},
    [TAB_CONTENT] = {STR_STAFF_CONTENT, ICON_inventory_2},
    [TAB_MACHINE] = {STR_STAFF_MACHINE, ICON_tune},
};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    *(StaffState *)state = (StaffState){.span = k->staff && k->staff->span_count > 1 ? 1 : 0};
}

static Step act_twice(StaffState *s, int token, StaffAsk ask) {
    if (s->sure != token) {
        s->sure = token;
        return (Step){0};
    }
    s->sure = 0;
    return (Step){.ask = ask};
}

static Step ask_figures(StaffState *s) {
    s->page = 0;
    return (Step){.ask = ASK_FIGURES,
                  .ask_arg = staff_choice(s->span, s->back, (StaffAgainst)s->against)};
}

static Step act_open(StaffState *s, Action action) {
    switch (action.token) {
    case TAP_TAB:
        s->tab = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_SPAN:
        s->span = action.arg;
        s->back = 0;
        return ask_figures(s);
    case TAP_BACK:
        s->back = action.arg;
        return ask_figures(s);
    case TAP_AGAINST:
        s->against = action.arg;
        return ask_figures(s);
    case TAP_NOTE:
        return (Step){.go = SCREEN_staff_note};
    case TAP_RENEW:
        return (Step){.go = SCREEN_staff_renew};
    case TAP_EXPORT:
        return (Step){.ask = ASK_EXPORT};
    case TAP_VOLUME:
        return (Step){.ask = ASK_VOLUME, .ask_arg = action.arg};
    case TAP_TOUCH:
        return (Step){.go = SCREEN_staff_touch};
    case TAP_CLEAN:
        return (Step){.go = SCREEN_staff_clean};
    case TAP_CLOCK:
        return (Step){.go = SCREEN_staff_clock};
    case TAP_SETUP:
        return (Step){.go = SCREEN_setup};
    case TAP_UPDATE:
        s->page = 0;
        return (Step){.ask = ASK_UPDATE};
    case TAP_GO_BACK:
        return act_twice(s, TAP_GO_BACK, ASK_GO_BACK);
    case TAP_RESTART:
        return act_twice(s, TAP_RESTART, ASK_RESTART);
    case TAP_QUIT:
        return act_twice(s, TAP_QUIT, ASK_QUIT);
    default:
        return (Step){0};
    }
}

static Step act(void *state, const Kiosk *k, Action action) {
    StaffState *s = state;
    if (!k->staff)
        return (Step){0};
    if (!k->staff->open)
        return staff_pad_act(&s->pad, action);
    if (action.token != s->sure)
        s->sure = 0;
    return act_open(s, action);
}

/* ---- figures --------------------------------------------------------------------------------- */

static void add_spans(const StaffState *s, const StaffView *staff, Page *page, Node *parent) {
    const StaffSpan *span = staff->span[page->settings.lang];
    Node *row = widget_grid(page, parent, staff->span_count, TARGET_GAP);
    row->grow = 1;
    for (int i = 0; i < staff->span_count; i++)
        widget_choice(page, row, span[i].name, s->span == i, (Action){TAP_SPAN, i})->min_h =
            TARGET_BUTTON;
}

/* Where there is little room: one button that goes through them. */
static void add_next_span(const StaffState *s, const StaffView *staff, Page *page, Node *parent) {
    const StaffSpan *span = staff->span[page->settings.lang];
    Node *next = widget_button(page, parent, BUTTON_PLAIN, ICON_autorenew, span[s->span].name,
                               (Action){TAP_SPAN, (s->span + 1) % staff->span_count});
    next->grow = 1;
    next->disabled = staff->span_count == 1;
}

static Node *add_turn(Page *page, Node *row, Icon icon, StringId word, int back, bool there) {
    Node *turn = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, (Action){TAP_BACK, back});
    turn->spoken = tr(page, word);
    turn->disabled = !there;
    return turn;
}

/* Which of the spans of that length. */
static void add_turns(const StaffState *s, const StaffSpan *span, Page *page, Node *row) {
    add_turn(page, row, ICON_chevron_left, STR_STAFF_EARLIER, s->back + 1, span->earlier);
    add_turn(page, row, ICON_chevron_right, STR_STAFF_LATER, s->back - 1, span->later);
}

/* The years and days before, then every other kiosk that is there, and at least the way to them. */
static int next_against(const StaffState *s, const StaffView *staff) {
    int others = staff->other_count ? staff->other_count : 1;
    return (s->against + 1) % (AGAINST_OTHER + others);
}

static Slice against_says(const StaffState *s, const StaffView *staff, Page *page) {
    int other = s->against - AGAINST_OTHER;
    if (other >= 0 && other < staff->other_count)
        return SLOTS_FILL(page->arena, tr(page, STR_STAFF_AGAINST_OTHER),
                          {"kiosk", staff->other[page->settings.lang][other]});
    if (other >= 0)
        return tr(page, STR_STAFF_AGAINST_OTHERS);
    return tr(page, s->against == AGAINST_YEAR ? STR_STAFF_AGAINST_YEAR : STR_STAFF_AGAINST_BEFORE);
}

/* Beside which other; its words only where there is room: the dates say it as well. */
static void add_against(const StaffState *s, const StaffView *staff, Page *page, Node *row,
                        bool in_words) {
    Slice says = against_says(s, staff, page);
    Node *against =
        widget_button(page, row, BUTTON_PLAIN, ICON_swap_horiz, in_words ? says : (Slice){0},
                      (Action){TAP_AGAINST, next_against(s, staff)});
    against->spoken = says;
    against->grow = in_words;
    Node *note =
        widget_button(page, row, BUTTON_PLAIN, ICON_edit, (Slice){0}, (Action){TAP_NOTE, 0});
    note->spoken = tr(page, STR_STAFF_NOTE);
}

static void add_choice(const StaffState *s, const StaffView *staff, const StaffSpan *span,
                       Page *page, Node *parent) {
    Node *row = widget_row(page, parent, TARGET_GAP);
    add_turns(s, span, page, row);
    add_against(s, staff, page, row, true);
}

/* While other kiosks are looked for, and where none was found. */
static void add_others(const StaffState *s, const Kiosk *k, Page *page, Node *parent) {
    const StaffView *staff = k->staff;
    if (s->against < AGAINST_OTHER || staff->others == OTHERS_THERE)
        return;
    bool reading = staff->others == OTHERS_READING;
    widget_text(page, parent, TYPE_BODY,
                tr(page, reading ? STR_STAFF_OTHERS_READING : STR_STAFF_OTHERS_NONE));
    if (reading)
        page_wake(page, k->now + LOOK_AGAIN_MS);
}

static void add_foot(Page *page, Node *hand, Node *body) {
    widget_pager_line(page, hand, ALIGN_END, body, TAP_PAGE);
}

static void add_figures(const StaffState *s, const Kiosk *k, Page *page, Frame frame) {
    const StaffView *staff = k->staff;
    if (!staff->span_count) {
        StringId why = staff->figures_read ? STR_STAFF_NOTHING : STR_STAFF_NOT_READ;
        widget_text(page, frame.controls, TYPE_BODY,
                    tr(page, staff->counts ? why : STR_STAFF_NO_STATS));
        return;
    }
    const StaffSpan *span =
        &staff->span[page->settings.lang][s->span < staff->span_count ? s->span : 0];
    Node *top = widget_row(page, frame.controls, TARGET_GAP);
    bool beside = page->form.side_by_side;
    bool low = page->form.short_of_reach; /* the choice goes onto the first of the pages */
    if (beside)
        add_turns(s, span, page, top);
    else if (!low)
        add_choice(s, staff, span, page, frame.controls);
    if (page->form.one_a_line)
        add_next_span(s, staff, page, top);
    else
        add_spans(s, staff, page, top);
    if (beside)
        add_against(s, staff, page, top, false);
    if (!page->form.ample)
        widget_quiet(page, frame.controls, TYPE_SMALL, span->dates)->drop_rank = 1;
    Node *body = widget_pages(page, frame.controls, SPACE_12, s->page);
    if (low)
        add_choice(s, staff, span, page, body);
    add_others(s, k, page, body);
    for (int i = 0; i < span->note_count && !page->form.low; i++)
        widget_quiet(page, body, TYPE_SMALL, span->note[i]);
    for (int i = 0; i < span->chart_count; i++)
        staff_add_chart(page, body, &span->chart[i], span->dates);
    Node *pager = widget_pager(page, top, body, TAP_PAGE);
    pager->first->next->text = LIT("88 / 88"); /* there are more than nine pages */
}

/* ---- is all well? ---------------------------------------------------------------------------- */

static void add_line(Page *page, Node *body, Icon icon, Slice text) {
    Node *row = widget_line(page, body, SPACE_20);
    widget_icon(page, row, TYPE_ICON, icon, PAINT_PRIMARY);
    Node *words = widget_text(page, row, TYPE_BODY, text);
    words->grow = 1;
}

static void add_clock(const Kiosk *k, Page *page, Node *body) {
    Slice date = text_of_date(k->today, page->settings.lang, page->arena);
    Slice when = tr_list(page, date, text_of_clock(k->today, page->settings.lang, page->arena));
    StringId says = k->doubtful ? STR_STAFF_CLOCK_BAD : STR_STAFF_CLOCK_GOOD;
    add_line(page, body, k->doubtful ? ICON_warning : ICON_schedule,
             widget_fill(page, tr(page, says), when));
}

static bool has_renewals(const Kiosk *k, Page *page) {
    Expiring *list;
    return k->pack && expiry_of(k->pack, k->today, page->arena, &list);
}

/* What the pack says in languages whose speakers have not read it yet. */
static void add_unread(Page *page, Node *body) {
    Slice names = {0};
    for (int lang = 0; lang < langs()->count; lang++)
        if (langs_unread(lang))
            names = tr_list(page, names, slice_from(langs()->name[lang]));
    if (names.len)
        add_line(page, body, ICON_translate,
                 SLOTS_FILL(page->arena, tr(page, STR_STAFF_UNREAD), {"languages", names}));
}

static void add_state(const StaffState *s, const Kiosk *k, Page *page, Frame frame) {
    const StaffView *staff = k->staff;
    Node *body = widget_pages(page, frame.controls, SPACE_20, s->page);
    if (staff->content[page->settings.lang].len)
        add_line(page, body, ICON_inventory_2, staff->content[page->settings.lang]);
    if (has_renewals(k, page))
        widget_button(page, body, BUTTON_PLAIN, ICON_event, tr(page, STR_STAFF_RENEW),
                      (Action){TAP_RENEW, 0});
    if (!staff->counts)
        add_line(page, body, ICON_bar_chart, tr(page, STR_STAFF_NO_STATS));
    add_clock(k, page, body);
    add_unread(page, body);
    for (int i = 0; i < staff->problem_count; i++)
        add_line(page, body, ICON_warning, staff->problem[i][page->settings.lang]);
    if (!staff->problem_count && staff->counts && !k->doubtful)
        add_line(page, body, ICON_check, tr(page, STR_STAFF_ALL_WELL));
    add_foot(page, frame.controls, body);
}

/* ---- the content ----------------------------------------------------------------------------- */

static void add_content(const StaffState *s, const Kiosk *k, Page *page, Frame frame) {
    StaffContent content = {s->page, s->sure == TAP_GO_BACK, {TAP_UPDATE, 0}, {TAP_GO_BACK, 0}};
    add_foot(page, frame.controls, staff_content_add(content, k, page, frame));
}

/* ---- what can be done ------------------------------------------------------------------------ */

static void add_action(Page *page, Node *grid, Icon icon, StringId word, int token) {
    Node *button =
        widget_button(page, grid, BUTTON_PLAIN, icon, tr(page, word), (Action){token, 0});
    button->justify = ALIGN_START;
}

static void add_volume(const StaffView *staff, Page *page, Node *parent) {
    Node *row = widget_line(page, parent, TARGET_GAP);
    Slice level = tr_number(page, STR_PERCENT, staff->volume);
    int less = staff->volume > 10 ? staff->volume - 10 : 0,
        more = staff->volume < 90 ? staff->volume + 10 : 100;
    Node *down = widget_button(page, row, BUTTON_PLAIN, ICON_volume_down, (Slice){0},
                               (Action){TAP_VOLUME, less});
    down->spoken = tr(page, STR_STAFF_SOFTER);
    down->disabled = staff->volume == 0;
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, TYPE_LABEL,
                arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                             SLICE_ARG(tr(page, STR_STAFF_VOLUME)), SLICE_ARG(level)));
    widget_meter(page, words, (Meter){staff->volume, 100, 0}, PAINT_PRIMARY, level)->height =
        METER_HIGH;
    Node *up = widget_button(page, row, BUTTON_PLAIN, ICON_volume_up, (Slice){0},
                             (Action){TAP_VOLUME, more});
    up->spoken = tr(page, STR_STAFF_LOUDER);
    up->disabled = staff->volume == 100;
}

static Slice export_says(const StaffView *staff, Page *page) {
    static const StringId SAYS[] = {STR_STAFF_EXPORT_LEAD,   STR_STAFF_EXPORT_RUNS,
                                    STR_STAFF_EXPORT_DONE,   STR_STAFF_NO_STICK,
                                    STR_STAFF_EXPORT_FAILED, STR_STAFF_NOT_READ};
    if (!staff->counts)
        return tr(page, STR_STAFF_NO_STATS);
    Slice says = tr(page, SAYS[staff->exported]);
    return staff->exported == EXPORT_DONE
               ? arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(says),
                              SLICE_ARG(staff->exported_to))
               : says;
}

static void add_set_clock(const StaffView *staff, Page *page, Node *body) {
    if (staff->clock == STAFF_CLOCK_FIXED)
        return;
    Node *row = widget_grid(page, body, 2, TARGET_GAP);
    add_action(page, row, ICON_schedule, STR_STAFF_CLOCK, TAP_CLOCK);
    Node *words = widget_middle(page, row);
    if (staff->clock != STAFF_CLOCK_FREE)
        widget_text(page, words, TYPE_SMALL,
                    tr(page, staff->clock == STAFF_CLOCK_SET ? STR_STAFF_CLOCK_DONE
                                                             : STR_STAFF_CLOCK_REFUSED));
}

static void add_machine(const StaffState *s, const Kiosk *k, Page *page, Frame frame) {
    const StaffView *staff = k->staff;
    Node *body = widget_pages(page, frame.controls, TARGET_GAP, s->page);
    Node *export = widget_button(page, body, BUTTON_PRIMARY, ICON_usb, tr(page, STR_STAFF_EXPORT),
                                 (Action){TAP_EXPORT, 0});
    export->disabled = staff->exported == EXPORT_RUNNING || !staff->counts;
    widget_text(page, body, TYPE_SMALL, export_says(staff, page));
    if (staff->exported == EXPORT_RUNNING)
        page_wake(page, k->now + LOOK_AGAIN_MS);
    if (staff->volume >= 0)
        add_volume(staff, page, body);
    else
        widget_quiet(page, body, TYPE_SMALL, tr(page, STR_STAFF_NO_SPEAKER));
    Node *grid = widget_grid(page, body, 2, TARGET_GAP);
    add_action(page, grid, ICON_touch_app, STR_STAFF_TOUCH, TAP_TOUCH);
    add_action(page, grid, ICON_cleaning_services, STR_STAFF_CLEAN, TAP_CLEAN);
    add_set_clock(staff, page, body);
    if (k->setup)
        add_action(page, body, ICON_settings, STR_STAFF_SETUP, TAP_SETUP);
    Node *last = widget_grid(page, body, 2, TARGET_GAP);
    add_action(page, last, ICON_restart_alt,
               s->sure == TAP_RESTART ? STR_STAFF_SURE : STR_STAFF_RESTART, TAP_RESTART);
    add_action(page, last, ICON_power, s->sure == TAP_QUIT ? STR_STAFF_SURE : STR_STAFF_QUIT,
               TAP_QUIT);
    add_foot(page, frame.controls, body);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_tabs(const StaffState *s, Page *page, Node *parent) {
    Node *row = widget_grid(page, parent, TAB_COUNT, TARGET_GAP);
    for (int tab = 0; tab < TAB_COUNT; tab++)
        widget_tab(page, row, TABS[tab], !page->form.narrow, s->tab == tab, (Action){TAP_TAB, tab});
}

static void view_open(const StaffState *s, const Kiosk *k, Page *page, Frame frame) {
    static void (*const BODIES[TAB_COUNT])(const StaffState *, const Kiosk *, Page *, Frame) = {
        add_figures, add_state, add_content, add_machine};
    add_tabs(s, page, frame.controls);
    BODIES[s->tab](s, k, page, frame);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_STAFF),
                                                .minute_of_day = k->minute_of_day,
                                                .first = true,
                                                .away = true});
    if (k->staff && k->staff->open)
        view_open(state, k, page, frame);
    else if (k->staff)
        staff_pad_view(&((const StaffState *)state)->pad, k, page, frame);
}

const Screen screen_staff = {
    .name = "staff",
    .state_size = sizeof(StaffState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .view = view,
};
