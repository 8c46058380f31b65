/* Somebody to talk to: when, about what, what to bring, and the way there. */
#include "screens/common/opening.h"
#include "screens/common/take.h"
#include "screens/common/way.h"

enum { TAP_GO = 1, TAP_TRADES, TAP_PAGE };

typedef struct DeskState {
    int desk, page;
} DeskState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(DeskState *)state = (DeskState){.desk = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    DeskState *s = state;
    switch (action.token) {
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_TRADES:
        return common_follow((Target){TARGET_TRADES, 0});
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
}

/* ---- what there is to say -------------------------------------------------------------------- */

static void add_says(Page *page, Node *parent, const HelpDesk *desk) {
    widget_heading(page, parent, TYPE_H3, tr(page, STR_DESK_SAYS))->keep = true;
    for (int i = 0; i < desk->says_count; i++)
        common_signed_line(page, parent, desk->says[i].icon, tr_text(page, desk->says[i].text));
}

static void add_bring(Page *page, Node *parent, const HelpDesk *desk) {
    if (!desk->bring_count)
        return;
    widget_heading(page, parent, TYPE_H3, tr(page, STR_DESK_BRING))->keep = true;
    for (int i = 0; i < desk->bring_count; i++)
        common_signed_line(page, parent, desk->bring[i].icon, tr_text(page, desk->bring[i].text));
}

static void add_contact(Page *page, Node *parent, const HelpDesk *desk) {
    if (desk->phone.len)
        common_signed_line(page, parent, LIT("call"), desk->phone);
    if (desk->mail.len)
        common_signed_line(page, parent, LIT("mail"), desk->mail);
}

/* Two sheets side by side. */
static void add_lists(Page *page, Node *parent, const HelpDesk *desk) {
    Node *both = widget_row(page, parent, PLATE_GAP);
    both->grow = 1;
    Node *says = widget_panel(page, both), *bring = widget_panel(page, both);
    says->grow = bring->grow = 1;
    add_says(page, says, desk);
    add_bring(page, desk->bring_count ? bring : says, desk);
    add_contact(page, desk->bring_count ? bring : says, desk);
}

static void add_reading(Page *page, Node *body, const Kiosk *k, const HelpDesk *desk) {
    opening_day(page, body, k, &desk->hours, desk->opening);
    if (page->form.roomy && desk->bring_count) {
        add_lists(page, body, desk);
        return;
    }
    add_says(page, body, desk);
    add_bring(page, body, desk);
    add_contact(page, body, desk);
}

/* ---- what to do about it --------------------------------------------------------------------- */

static TakeLines letter(Page *page, const Kiosk *k, const HelpDesk *desk, const Way *way) {
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, desk->name));
    take_line(&lines, tr_text(page, k->pack->campus.name));
    take_line(&lines, way_where(k, way, page->arena));
    take_line(&lines, opening_sentence(page, desk->opening));
    take_line(&lines, desk->phone);
    take_line(&lines, desk->mail);
    for (int i = 0; i < desk->bring_count; i++)
        take_line(&lines, arena_printf(page->arena, "- " SLICE_FMT,
                                       SLICE_ARG(tr_text(page, desk->bring[i].text))));
    if (desk->illustrative)
        take_line(&lines, tr(page, STR_EXAMPLE_CONFIRM));
    return lines;
}

static void add_side(Page *page, Sheet sheet, const Kiosk *k, const HelpDesk *desk) {
    const Way *way = way_to(k, desk->place, page->arena);
    way_map(page, sheet.seen, k, way);
    way_first_step(page, sheet.seen, k, way);
    Node *row = widget_row(page, sheet.side, TARGET_GAP);
    Node *go = way_button(page, row, way, TAP_GO);
    if (go)
        go->grow = 1;
    Node *trades = widget_button(page, row, BUTTON_PLAIN, common_trade_icon(k),
                                 go ? LIT("") : tr(page, STR_CARD_TRADES), (Action){TAP_TRADES, 0});
    trades->spoken = tr(page, STR_CARD_TRADES);
    TakeLines lines = letter(page, k, desk, way);
    take_code(page, sheet.side, &lines, CODE_SMALL, tr(page, STR_DESK_TAKE));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const DeskState *s = state;
    const HelpDesk *desk = &k->pack->desk[s->desk];
    Frame frame = common_frame_of(page, k, tr(page, STR_DESKS), desk->illustrative);
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    widget_heading(page, sheet.title, TYPE_H1, tr_text(page, desk->name));
    opening_line(page, sheet.title, k, &desk->hours, TYPE_H3);
    add_reading(page, sheet.reading, k, desk);
    add_side(page, sheet, k, desk);
}

const Screen screen_desk = {
    .name = "desk",
    .state_size = sizeof(DeskState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
