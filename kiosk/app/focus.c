#include "app/focus.h"

static bool takes_focus(const Node *node) {
    return page_can_act(node) && (node->role == ROLE_BUTTON || node->role == ROLE_CHOICE);
}

Node *focus_node(const Page *page, int focus) {
    for (int i = 0; i < page->shown_count; i++)
        if (takes_focus(page->shown[i]) && focus-- == 0)
            return page->shown[i];
    return NULL;
}

static int focus_count(const Page *page) {
    int count = 0;
    for (int i = 0; i < page->shown_count; i++)
        count += takes_focus(page->shown[i]);
    return count;
}

/* How far a control lies in a direction; what lies aside counts double, what lies behind not at all. */
static long way_to(Box from, Box to, int dx, int dy) {
    long x = (to.x + to.w / 2) - (from.x + from.w / 2), y = (to.y + to.h / 2) - (from.y + from.h / 2);
    long ahead = x * dx + y * dy, aside = x * dy + y * dx;
    if (aside < 0)
        aside = -aside;
    return ahead > 0 ? ahead + 2 * aside : -1;
}

static int nearest(const Page *page, int focus, int dx, int dy) {
    const Node *from = focus_node(page, focus);
    long least = -1;
    int found = focus;
    for (int i = 0; from && i < focus_count(page); i++) {
        long way = way_to(from->box, focus_node(page, i)->box, dx, dy);
        if (way > 0 && (least < 0 || way < least)) {
            least = way;
            found = i;
        }
    }
    return found;
}

int focus_walk(const Page *page, int focus, KeyName key) {
    int count = focus_count(page);
    if (!count)
        return 0;
    switch (key) {
    case KEY_NEXT:
        return (focus + 1) % count;
    case KEY_BEFORE:
        return (focus + count - 1) % count;
    case KEY_LEFT:
        return nearest(page, focus, -1, 0);
    case KEY_RIGHT:
        return nearest(page, focus, 1, 0);
    case KEY_UP:
        return nearest(page, focus, 0, -1);
    case KEY_DOWN:
        return nearest(page, focus, 0, 1);
    case KEY_NONE:
    case KEY_ENTER:
    case KEY_BACK:
        break;
    }
    return focus;
}
