#include "screens/staff/staff_content.h"

static void add_line(Page *page, Node *body, Icon icon, Slice text) {
    if (!text.len)
        return;
    Node *row = widget_line(page, body, SPACE_20);
    widget_icon(page, row, TYPE_ICON, icon, PAINT_PRIMARY);
    widget_text(page, row, TYPE_BODY, text)->grow = 1;
}

static void add_buttons(StaffContent content, const StaffView *staff, Page *page, Node *body) {
    Node *pair = widget_pair(page, body, TARGET_GAP);
    Node *update = widget_button(page, pair, BUTTON_PRIMARY, ICON_usb, tr(page, STR_STAFF_UPDATE),
                                 content.update);
    update->disabled = staff->updating;
    update->grow = 1;
    Node *back =
        widget_button(page, pair, BUTTON_PLAIN, ICON_restart_alt,
                      tr(page, content.sure ? STR_STAFF_SURE : STR_STAFF_GO_BACK), content.back);
    back->disabled = staff->updating || !staff->can_go_back;
    back->grow = 1;
}

Node *staff_content_add(StaffContent content, const Kiosk *k, Page *page, Frame frame) {
    const StaffView *staff = k->staff;
    Lang lang = page->settings.lang;
    Node *body = widget_pages(page, frame.controls, SPACE_12, content.page);
    if (!staff->updates) {
        add_line(page, body, ICON_inventory_2, tr(page, STR_STAFF_NO_UPDATES));
        return body;
    }
    add_line(page, body, ICON_inventory_2, staff->store_shown[lang]);
    add_line(page, body, ICON_warning, staff->store_event[lang]);
    add_buttons(content, staff, page, body);
    widget_text(page, body, TYPE_SMALL, staff->update[lang]);
    for (int i = 0; i < staff->fault_count; i++)
        widget_text(page, body, TYPE_SMALL, staff->fault[i]);
    if (staff->updating)
        page_wake(page, k->now + 250);
    return body;
}
