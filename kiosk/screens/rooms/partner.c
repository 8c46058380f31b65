/* Who carries the campus: what it does here, which trades work there, who knows it. */
#include "screens/common/links.h"
#include "screens/common/opening.h"
#include "screens/common/take.h"
#include "screens/common/way.h"

enum { TAP_LINK = 1, TAP_PAGE };

typedef struct PartnerState {
    int partner, page;
} PartnerState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(PartnerState *)state = (PartnerState){.partner = arg};
}

static Links links_of(const Kiosk *k, const PartnerState *s) {
    const Partner *partner = &k->pack->partner[s->partner];
    Links links = {.above = true};
    links_add(&links, (Target){TARGET_DESK, partner->desk});
    links_add_trades(&links, &partner->trades, 3);
    if (links.count < 2)
        links_add(&links, (Target){TARGET_TRADES, 0});
    return links;
}

static Step act(void *state, const Kiosk *k, Action action) {
    PartnerState *s = state;
    if (action.token == TAP_PAGE) {
        s->page = action.arg;
        return (Step){0};
    }
    Links links = links_of(k, s);
    return links_follow(k, &links, action.arg);
}

static StringId kind_name(int kind) {
    static const StringId NAMES[] = {
        [PARTNER_COMPANY] = STR_PARTNER_COMPANY,
        [PARTNER_PUBLIC] = STR_PARTNER_PUBLIC,
        [PARTNER_SCHOOL] = STR_PARTNER_SCHOOL,
        [PARTNER_ASSOCIATION] = STR_PARTNER_ASSOCIATION,
    };
    return NAMES[kind];
}

static void add_logo(Page *page, Node *parent, const Kiosk *k, const Partner *partner) {
    Sight own = {partner->logo, LIT("handshake"), tr_text(page, partner->name)};
    common_sight(page, parent, common_sight_of(page, k, own, &partner->trades));
}

static TakeLines letter(Page *page, const Kiosk *k, const Partner *partner) {
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, partner->name));
    take_line(&lines, tr_text(page, partner->what));
    if (partner->desk < 0)
        return lines;
    const HelpDesk *desk = &k->pack->desk[partner->desk];
    take_line(&lines, tr_text(page, desk->name));
    take_line(&lines, way_where(k, way_to(k, desk->place, page->arena), page->arena));
    take_line(&lines, opening_sentence(page, desk->opening));
    take_line(&lines, desk->phone);
    take_line(&lines, desk->mail);
    if (desk->illustrative)
        take_line(&lines, tr(page, STR_EXAMPLE_CONFIRM));
    return lines;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const PartnerState *s = state;
    const Partner *partner = &k->pack->partner[s->partner];
    Frame frame = common_frame_of(page, k, tr(page, STR_PARTNERS), partner->illustrative);
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    widget_heading(page, sheet.title, TYPE_H1, tr_text(page, partner->name));
    widget_quiet(page, sheet.title, TYPE_BODY, tr(page, kind_name(partner->kind)));
    widget_text(page, sheet.reading, TYPE_BODY, tr_text(page, partner->what));
    if (partner->since)
        common_signed_line(page, sheet.reading, LIT("event"),
                           tr_number(page, STR_PARTNER_SINCE, partner->since));
    for (int i = 0; i < partner->trades.count; i++)
        common_signed_line(page, sheet.reading, common_trade_sign(k),
                           tr_text(page, k->pack->trade[partner->trades.at[i]].short_name));
    add_logo(page, sheet.seen, k, partner);
    Links links = links_of(k, s);
    links_show(page, sheet.side, k, &links, TAP_LINK);
    TakeLines lines = letter(page, k, partner);
    take_code(page, sheet.side, &lines, CODE_LOW, tr(page, STR_PARTNER_TAKE));
}

const Screen screen_partner = {
    .name = "partner",
    .state_size = sizeof(PartnerState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
