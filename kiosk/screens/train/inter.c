/* What companies share: every session that can still be joined, month by month, and whom to write
   to. */
#include "base/calendar.h"
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/offers.h"

enum { TAP_COURSE = 1, TAP_PAGE, TAP_TAKE, TAP_GO, TAP_ALL, TAP_OPEN, TAP_MONTH, TAP_DESK };

#define SHOWN_MAX 60

typedef struct InterState {
    int month; /* so many from now, counted from 1; 0: all of them */
    int page;
    bool choosing, taking;
} InterState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(InterState *)state = (InterState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    InterState *s = state;
    switch (action.token) {
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_ALL:
        return (Step){.go = SCREEN_catalogue};
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_OPEN:
        s->choosing = !s->choosing;
        s->page = 0;
        break;
    case TAP_MONTH:
        *s = (InterState){.month = action.arg};
        break;
    case TAP_TAKE:
        train_take(&s->taking, &s->page);
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    InterState *s = state;
    return train_leave(&s->taking, &s->page) || train_leave(&s->choosing, &s->page);
}

typedef struct InterView {
    const InterState *s;
    const Kiosk *k;
    Page *page;
    SharedSession *list;
    int count;
} InterView;

static const Course *course_of(InterView v, int at) {
    return &v.k->pack->course[v.list[at].course];
}

static const CourseSession *session_of(InterView v, int at) {
    return &course_of(v, at)->session[v.list[at].session];
}

/* "8 février 2027" or, of several days, "Du 8 février 2027 au 9 février 2027". */
static Slice days_words(InterView v, const CourseSession *session) {
    Lang lang = v.k->settings.lang;
    Slice from = text_of_date(session->begins, lang, v.page->arena);
    if (session->ends <= session->begins)
        return from;
    Slice words = widget_fill(v.page, tr(v.page, STR_FROM_TO), from);
    return widget_fill(v.page, words, text_of_date(session->ends, lang, v.page->arena));
}

static Slice terms_words(InterView v, const Course *course) {
    Page *page = v.page;
    Slice hours = course->hours ? tr_number(page, STR_HOURS_OF, course->hours) : LIT("");
    Slice group =
        course->least_group ? tr_number(page, STR_LEAST_GROUP, course->least_group) : LIT("");
    return tr_beside(page, hours, group);
}

/* The month stands in front, as on a wall calendar. */
static void add_month(InterView v, Node *card, Millis begins) {
    Civil c = civil_from(begins);
    Node *month = widget_column(v.page, card, 0);
    month->drop_rank = 2;
    widget_label(v.page, month, TYPE_H3, PAINT_PRIMARY,
                 slice_from(calendar_month_short(v.k->settings.lang, c.month)));
    widget_label(v.page, month, TYPE_SMALL, PAINT_INK2, arena_printf(v.page->arena, "%d", c.year));
}

static void add_session(InterView v, Node *grid, int at) {
    const Course *course = course_of(v, at);
    Page *page = v.page;
    Node *card =
        widget_item(page, grid, BUTTON_PLAIN, ITEM_LINES, (Action){TAP_COURSE, v.list[at].course});
    add_month(v, card, session_of(v, at)->begins);
    Node *words = widget_share(page, card, 1, 0);
    widget_label(page, words, TYPE_UI, PAINT_INK, tr_text(page, course->name));
    widget_label(page, words, TYPE_LABEL, PAINT_INK, days_words(v, session_of(v, at)));
    Slice terms = terms_words(v, course);
    if (terms.len)
        widget_quiet(page, words, TYPE_SMALL, terms)->drop_rank = 1;
}

static int month_of(InterView v, int at) {
    return months_between(v.k->today, session_of(v, at)->begins) + 1;
}

static Node *add_sessions(InterView v, Node *parent) {
    CardGrid cards = {v.page->form.wide_columns, TARGET_GAP, ROW_PLACE, 0};
    Node *grid = widget_cards(v.page, parent, cards, v.s->page);
    for (int i = 0, shown = 0; i < v.count && shown < SHOWN_MAX; i++)
        if (!v.s->month || month_of(v, i) == v.s->month) {
            add_session(v, grid, i);
            shown++;
        }
    return grid;
}

/* ---- the month ------------------------------------------------------------------------------- */

/* When they begin, where there is room to read it. */
static void add_starts(InterView v, Node *show) {
    int month[MONTHS_SHOWN] = {0};
    for (int i = 0; i < v.count; i++)
        if (month_of(v, i) <= MONTHS_SHOWN)
            month[month_of(v, i) - 1]++;
    add_months(v.page, show, v.k, tr(v.page, STR_DEPARTURES), month);
}

static Slice month_words(InterView v, int month) {
    if (!month)
        return tr(v.page, STR_ALL_MONTHS);
    return text_of_month(civil_month(v.k->today, month - 1), v.k->settings.lang, v.page->arena);
}

/* Only months in which something begins. */
static Node *add_month_choices(InterView v, Node *parent) {
    Node *grid = add_chip_choices(v.page, parent, v.s->page);
    add_chip_choice(v.page, grid, month_words(v, 0), v.count, !v.s->month, (Action){TAP_MONTH, 0});
    for (int i = 0, many; i < v.count; i += many) {
        int month = month_of(v, i);
        for (many = 1; i + many < v.count && month_of(v, i + many) == month; many++)
            ;
        add_chip_choice(v.page, grid, month_words(v, month), many, v.s->month == month,
                        (Action){TAP_MONTH, month});
    }
    return grid;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* The desk of those that are over knows of the next. */
static void add_none(InterView v, Node *parent) {
    const Pack *pack = v.k->pack;
    int at = 0;
    while (at < pack->course_count && pack->course[at].catalogue != CATALOGUE_INTER)
        at++;
    widget_text(v.page, parent, TYPE_BODY, tr(v.page, STR_INTER_NONE));
    if (at < pack->course_count)
        desk_plate(v.page, parent, v.k, pack->course[at].desk, TAP_DESK);
    add_way_on(v.page, parent, ICON_school, tr(v.page, STR_ALL_COURSES), (Action){TAP_ALL, 0});
}

static bool any_example(InterView v) {
    for (int i = 0; i < v.count; i++)
        if (course_of(v, i)->illustrative)
            return true;
    return false;
}

static Slice code_says(InterView v) {
    CodeText text = {.len = 0};
    code_text_put(&text, tr_text(v.page, v.k->pack->campus.name));
    code_text_put(&text, tr(v.page, STR_INTER));
    if (any_example(v))
        code_text_put(&text, tr(v.page, STR_EXAMPLE_CONFIRM));
    Slice write_to = tr_text(v.page, course_of(v, 0)->write_to);
    if (write_to.len)
        code_text_put(&text, widget_fill(v.page, tr(v.page, STR_CODE_WRITE_TO), write_to));
    else /* the dates need the room */
        put_desk(&text, v.page, v.k, course_of(v, 0)->desk);
    for (int i = 0; i < v.count; i++) {
        Slice day = text_of_date(session_of(v, i)->begins, v.k->settings.lang, v.page->arena);
        Slice line = tr_list(v.page, tr_text(v.page, course_of(v, i)->name), day);
        code_text_put(&text, arena_printf(v.page->arena, "- " SLICE_FMT, SLICE_ARG(line)));
    }
    return code_text_of(&text, v.page->arena);
}

/* The month, the desk that helps, the list to take home, and what turns the page. */
static void add_foot(InterView v, Node *parent, Node *body) {
    Page *page = v.page;
    Node *foot = widget_row(page, parent, PLATE_GAP);
    Node *after = page->form.side_by_side ? foot : widget_row(page, parent, PLATE_GAP);
    add_chip(page, foot,
             (ChipSpec){STR_CHIP_MONTH, month_words(v, v.s->month), v.s->month, v.s->choosing},
             (Action){TAP_OPEN, 0})
        ->grow = 1;
    Node *go = desk_go(page, after, v.k, course_of(v, 0)->desk, TAP_GO);
    if (go)
        go->grow = 1;
    Slice take = page->form.narrow ? (Slice){0} : tr(page, STR_TAKE_HOME);
    widget_button(page, after, BUTTON_PLAIN, ICON_qr_code, take, (Action){TAP_TAKE, 0})->spoken =
        tr(page, STR_TAKE_HOME);
    widget_pager(page, foot, body, TAP_PAGE);
}

static void add_write_to(InterView v, Node *show) {
    Slice write_to = tr_text(v.page, course_of(v, 0)->write_to);
    if (write_to.len)
        widget_text(v.page, show, TYPE_SMALL,
                    widget_fill(v.page, tr(v.page, STR_CODE_WRITE_TO), write_to))
            ->drop_rank = 2;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    InterView v = {.s = state, .k = k, .page = page};
    v.count = offers_shared(k->pack, k->today, page->arena, &v.list);
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES), any_example(v));
    add_title_line(page, frame.reading, tr(page, STR_INTER), tr(page, STR_INTER_LEAD));
    if (!v.count) {
        add_none(v, frame.controls);
        return;
    }
    if (v.s->taking) {
        add_code_page(page, frame, code_says(v), v.s->page, TAP_PAGE);
        return;
    }
    add_write_to(v, frame.reading);
    add_starts(v, frame.reading);
    Node *body =
        v.s->choosing ? add_month_choices(v, frame.controls) : add_sessions(v, frame.controls);
    add_foot(v, frame.controls, body);
}

const Screen screen_inter = {
    .name = "inter",
    .state_size = sizeof(InterState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
