/* Where a visit begins, in three sizes: the quiz; a film and a trade; what the campus offers. */
#include "screens/common/events.h"
#include "screens/home/home_parts.h"

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    *(HomeState *)state = (HomeState){.since = k->now};
}

static Step act(void *state, const Kiosk *k, Action action) {
    switch ((HomeTap)action.token) {
    case TAP_QUIZ:
        return common_follow((Target){TARGET_QUIZ, 0});
    case TAP_TRADES:
        return common_follow((Target){TARGET_TRADES, 0});
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_VIDEOS:
        return (Step){.go = SCREEN_videos};
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_MAP:
        return (Step){.go = SCREEN_map};
    case TAP_COURSES:
        return common_follow((Target){TARGET_COURSES, 0});
    case TAP_BACK:
        return common_follow((Target){TARGET_BACK, 0});
    case TAP_TOPIC:
        return common_follow((Target){TARGET_TOPIC, action.arg});
    case TAP_DESKS:
        return (Step){.go = SCREEN_desks};
    case TAP_PAGE:
        ((HomeState *)state)->page = action.arg;
        return (Step){0};
    case TAP_EVENT:
        return common_open(k, event_target(k, &k->plan->event[action.arg]));
    default:
        return (Step){0};
    }
}

static void add_title(Page *page, Node *reading) {
    Node *row = widget_line(page, reading, GUTTER);
    row->min_h = page_lines(page, TYPE_H1, 1); /* what is below it stays within reach */
    widget_heading(page, row, TYPE_H1, tr(page, STR_WHERE_TO_BEGIN));
    if (!page->form.ample)
        return;
    Node *lead =
        widget_quiet(page, widget_share(page, row, 1, 0), TYPE_SMALL, tr(page, STR_HOME_LEAD));
    lead->align = ALIGN_END;
    lead->drop_rank = 1;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const HomeState *s = state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr_text(page, k->pack->campus.name),
                                                .logo = common_logo(k),
                                                .crumb = tr(page, STR_KIOSK),
                                                .minute_of_day = k->minute_of_day,
                                                .first = true});
    frame.reading->min_h = 0;
    frame.controls->gap = PLATE_GAP;
    add_title(page, frame.reading);
    bool beside = page->form.side_by_side;
    Node *show = beside ? widget_halves(page, frame.controls, GUTTER) : frame.controls;
    home_add_hero(page, show, k);
    home_add_windows(page, show, k, s);
    home_add_services(page, frame.controls, k, s);
}

const Screen screen_home = {
    .name = "home",
    .state_size = sizeof(HomeState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
