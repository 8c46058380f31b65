#include "screens/common/links.h"

static int shown(const Page *page, const Links *links) {
    bool few = page->form.enlarged || (links->above && !page->form.roomy);
    int most = few ? (links->above && !page->form.low ? 3 : 2) : LINKS_MAX;
    if (links->beside)
        most = page->form.roomy ? 2 : 1;
    return links->count < most ? links->count : most;
}

void links_add(Links *links, Target target) {
    if (target.kind && target.arg >= 0 && links->count < LINKS_MAX)
        links->target[links->count++] = target;
}

void links_add_trades(Links *links, const Indices *trades, int most) {
    for (int i = 0; i < trades->count && i < most; i++)
        links_add(links, (Target){TARGET_TRADE, trades->at[i]});
}

static Slice name_of(Page *page, const Kiosk *k, Target target) {
    const Pack *pack = k->pack;
    switch (target.kind) {
    case TARGET_TRADE:
        return tr_text(page, pack->trade[target.arg].short_name);
    case TARGET_DESK:
        return tr_text(page, pack->desk[target.arg].name);
    case TARGET_LAB:
        return tr_text(page, pack->lab[target.arg].name);
    case TARGET_MACHINE:
        return tr_text(page, pack->lab_machine[target.arg].name);
    case TARGET_PROJECT:
        return tr_text(page, pack->lab_project[target.arg].title);
    case TARGET_COURSE:
        return tr_text(page, pack->course[target.arg].name);
    case TARGET_VIDEO:
        return tr_text(page, pack->clip[target.arg].title);
    default:
        return tr(page, STR_CARD_TRADES);
    }
}

static Icon icon_of(const Kiosk *k, Target target) {
    switch (target.kind) {
    case TARGET_DESK:
        return ICON_forum;
    case TARGET_LAB:
        return ICON_lightbulb;
    case TARGET_MACHINE:
        return icon_named(k->pack->lab_machine[target.arg].icon);
    case TARGET_PROJECT:
        return ICON_handyman;
    case TARGET_COURSE:
        return ICON_school;
    case TARGET_VIDEO:
        return ICON_play_arrow;
    default:
        return common_trade_icon(k);
    }
}

void links_show(Page *page, Node *parent, const Kiosk *k, const Links *links, int token) {
    for (int i = 0; i < shown(page, links); i++) {
        Target target = links->target[i];
        ButtonLook look = target.kind == TARGET_VIDEO ? BUTTON_ACCENT : BUTTON_PLAIN;
        Node *plate = widget_item(page, parent, look, ITEM_LINE, (Action){token, i});
        widget_sign(page, plate, icon_of(k, target), plate->ink)->drop_rank = 3;
        Node *words = widget_share(page, plate, 1, 0);
        widget_label(page, words, TYPE_UI, plate->ink, name_of(page, k, target));
        plate->spoken = name_of(page, k, target);
        plate->video_ahead = target.kind == TARGET_VIDEO ? target.arg + 1 : 0;
    }
}

Step links_follow(const Kiosk *k, const Links *links, int at) {
    return common_open(k, links->target[at]);
}
