/* What an author has to renew: each record by its name, its day, and what to do about it. */
#include "map/directions_text.h"
#include "screens/common/common.h"
#include "train/expiry.h"

enum { TAP_PAGE = 1 };

typedef struct RenewState {
    int page;
} RenewState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(RenewState *)state = (RenewState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    if (!k->staff || !k->staff->open)
        return (Step){.go = GO_BACK};
    if (action.token == TAP_PAGE)
        ((RenewState *)state)->page = action.arg;
    return (Step){0};
}

/* ---- a record -------------------------------------------------------------------------------- */

typedef struct Renewal {
    StringId kind, to_do;
    Icon icon;
} Renewal;

static Renewal renewal_of(RecordId of) {
    switch (of) {
    case RECORD_certification:
        return (Renewal){STR_OF_KIND_DIPLOMA, STR_RENEW_DIPLOMA, ICON_school};
    case RECORD_course:
        return (Renewal){STR_OF_KIND_COURSE, STR_RENEW_COURSE, ICON_school};
    case RECORD_internship:
        return (Renewal){STR_OF_KIND_INTERNSHIP, STR_RENEW_INTERNSHIP, ICON_work};
    default:
        return (Renewal){STR_OF_KIND_EVENT, STR_RENEW_EVENT, ICON_calendar_month};
    }
}

static LocalText name_of(const Pack *pack, const Expiring *what) {
    switch (what->of) {
    case RECORD_certification:
        return pack->certification[what->index].name;
    case RECORD_course:
        return pack->course[what->index].name;
    case RECORD_internship:
        return pack->internship[what->index].company;
    default:
        return pack->campus_event[what->index].title;
    }
}

static Slice day_of(const Kiosk *k, Page *page, const Expiring *what) {
    Slice day = text_of_date(what->last, k->settings.lang, page->arena);
    return widget_fill(page, tr(page, what->days < 0 ? STR_RENEW_OVER : STR_RENEW_UNTIL), day);
}

static void add_record(Page *page, Node *body, const Kiosk *k, const Expiring *what) {
    Renewal renewal = renewal_of(what->of);
    Node *row = widget_line(page, body, SPACE_20);
    widget_icon(page, row, TYPE_ICON, what->days < 0 ? ICON_warning : renewal.icon, PAINT_PRIMARY);
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, TYPE_LABEL, tr_text(page, name_of(k->pack, what)));
    widget_quiet(page, words, TYPE_SMALL,
                 tr_beside(page, tr(page, renewal.kind), day_of(k, page, what)));
    widget_text(page, words, TYPE_SMALL, tr(page, renewal.to_do));
}

/* ---- the page -------------------------------------------------------------------------------- */

static void view(const void *state, const Kiosk *k, Page *page) {
    Expiring *list;
    int count = expiry_of(k->pack, k->today, page->arena, &list);
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_STAFF),
                                                .crumb = tr(page, STR_STAFF_RENEW),
                                                .minute_of_day = k->minute_of_day,
                                                .away = true});
    if (!k->staff || !k->staff->open)
        return;
    widget_heading(page, frame.reading, TYPE_H2, tr(page, STR_STAFF_RENEW));
    Node *body = widget_pages(page, frame.controls, SPACE_20, ((const RenewState *)state)->page);
    for (int i = 0; i < count; i++)
        add_record(page, body, k, &list[i]);
    if (!count)
        widget_text(page, body, TYPE_BODY, tr(page, STR_RENEW_NONE));
    widget_pager_line(page, frame.controls, ALIGN_END, body, TAP_PAGE);
}

const Screen screen_staff_renew = {
    .name = "staff-renew",
    .state_size = sizeof(RenewState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .view = view,
};
