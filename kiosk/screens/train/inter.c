/* What companies share: every session that can still be joined, month by month, and whom to write
   to. */
#include "base/calendar.h"
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/offers.h"

enum { TAP_COURSE = 1, TAP_PAGE, TAP_TAKE, TAP_GO, TAP_ALL };

#define SHOWN_MAX 60

typedef struct InterState {
    int page;
    bool taking;
} InterState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(InterState *)state = (InterState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    InterState *s = state;
    switch (action.token) {
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_ALL:
        return (Step){.go = SCREEN_catalogue};
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_TAKE:
        s->taking = true;
        s->page = 0;
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    InterState *s = state;
    bool taken = s->taking;
    s->taking = false;
    s->page = taken ? 0 : s->page;
    return taken;
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
    return arena_printf(page->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(hours),
                        hours.len && group.len ? " · " : "", SLICE_ARG(group));
}

static void add_session(InterView v, Node *grid, int at) {
    const Course *course = course_of(v, at);
    Page *page = v.page;
    Node *card =
        widget_item(page, grid, BUTTON_PLAIN, ITEM_LINES, (Action){TAP_COURSE, v.list[at].course});
    widget_badge(page, card, course_icon(v.k, v.list[at].course),
                 course_tone(v.k, v.list[at].course), SPACE_64)
        ->drop_rank = 3;
    Node *words = widget_share(page, card, 1, 0);
    widget_label(page, words, TYPE_UI, PAINT_INK, tr_text(page, course->name));
    widget_label(page, words, TYPE_LABEL, PAINT_INK, days_words(v, session_of(v, at)));
    Slice terms = terms_words(v, course);
    if (terms.len)
        widget_quiet(page, words, TYPE_SMALL, terms)->drop_rank = 1;
}

static void add_month(InterView v, Node *body, Millis begins) {
    Civil c = civil_from(begins);
    widget_heading(
        v.page, body, TYPE_H3,
        arena_printf(v.page->arena, "%s %d", calendar_month(v.k->settings.lang, c.month), c.year))
        ->keep = true;
}

/* A month's sessions in rows below its name. */
static Node *add_months(InterView v, Node *parent) {
    Node *body = widget_pages(v.page, parent, TARGET_GAP, v.s->page), *row = NULL;
    int columns = v.page->form.wide_columns, in_row = 0, month = -1;
    for (int i = 0; i < v.count && i < SHOWN_MAX; i++) {
        Millis begins = session_of(v, i)->begins;
        int at = months_between(0, begins);
        if (at != month)
            add_month(v, body, begins);
        if (at != month || in_row == columns) {
            row = widget_grid(v.page, body, columns, TARGET_GAP);
            in_row = 0;
        }
        month = at;
        in_row++;
        add_session(v, row, i);
    }
    return body;
}

static void add_none(InterView v, Node *parent) {
    widget_text(v.page, parent, TYPE_BODY, tr(v.page, STR_INTER_NONE));
    add_way_on(v.page, parent, ICON_school, tr(v.page, STR_ALL_COURSES), (Action){TAP_ALL, 0});
}

static Slice code_says(InterView v) {
    CodeText text = {.len = 0};
    code_text_put(&text, tr_text(v.page, v.k->pack->campus.name));
    code_text_put(&text, tr(v.page, STR_INTER));
    Slice write_to = tr_text(v.page, course_of(v, 0)->write_to);
    if (write_to.len)
        code_text_put(&text, widget_fill(v.page, tr(v.page, STR_CODE_WRITE_TO), write_to));
    put_desk(&text, v.page, v.k, course_of(v, 0)->desk);
    for (int i = 0; i < v.count; i++) {
        Slice day = text_of_date(session_of(v, i)->begins, v.k->settings.lang, v.page->arena);
        code_text_put(&text, arena_printf(v.page->arena, "- " SLICE_FMT ", " SLICE_FMT,
                                          SLICE_ARG(tr_text(v.page, course_of(v, i)->name)),
                                          SLICE_ARG(day)));
    }
    return code_text_of(&text, v.page->arena);
}

/* Whom to write to, the desk that helps, and the list to take home. */
static void add_contact(InterView v, Node *parent) {
    Page *page = v.page;
    Slice write_to = tr_text(page, course_of(v, 0)->write_to);
    if (write_to.len && page->form.roomy)
        add_told(page, parent, ICON_create, tr(page, STR_WRITE_TO), write_to);
    Node *row = widget_row(page, parent, PLATE_GAP);
    Node *go = desk_go(page, row, v.k, course_of(v, 0)->desk, TAP_GO);
    if (go)
        go->grow = 1;
    widget_button(page, row, BUTTON_PLAIN, ICON_qr_code, tr(page, STR_TAKE_HOME),
                  (Action){TAP_TAKE, 0})
        ->grow = 1;
}

static bool any_example(InterView v) {
    for (int i = 0; i < v.count; i++)
        if (course_of(v, i)->illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    InterView v = {.s = state, .k = k, .page = page};
    v.count = offers_shared(k->pack, k->today, page->arena, &v.list);
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES), any_example(v));
    widget_heading(page, frame.show, TYPE_H1, tr(page, STR_INTER));
    widget_quiet(page, frame.show, page->form.lead, tr(page, STR_INTER_LEAD))->drop_rank = 1;
    if (!v.count) {
        add_none(v, frame.hand);
        return;
    }
    Node *body = v.s->taking ? add_code_page(page, frame, code_says(v), v.s->page)
                             : add_months(v, frame.hand);
    widget_pager_line(page, frame.hand, ALIGN_END, body, TAP_PAGE);
    if (!v.s->taking)
        add_contact(v, frame.hand);
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
