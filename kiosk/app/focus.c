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

int focus_of(const Page *page, const Node *node) {
    int at = 0;
    for (int i = 0; i < page->shown_count; i++) {
        if (page->shown[i] == node)
            return takes_focus(node) ? at : -1;
        at += takes_focus(page->shown[i]);
    }
    return -1;
}

static int focus_count(const Page *page) {
    int count = 0;
    for (int i = 0; i < page->shown_count; i++)
        count += takes_focus(page->shown[i]);
    return count;
}

int focus_wished(const Page *page, Action action, int otherwise) {
    int at = 0;
    for (int i = 0; action.token && i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (!takes_focus(node))
            continue;
        if (node->action.token == action.token && node->action.arg == action.arg)
            return at;
        at++;
    }
    return otherwise;
}

/* Free room between two stretches of a line, 0 where they share some. */
static long gap(int a, int a_length, int b, int b_length) {
    if (b >= a + a_length)
        return b - a - a_length;
    return a >= b + b_length ? a - b - b_length : 0;
}

/* How far a control lies in a direction; what lies behind, not at all. The next row is reached
   before what lies straight below it: aside counts an eighth there, but double along a row, which
   one does not leave by chance. */
static long way_to(Box from, Box to, int dx, int dy) {
    long x = 2 * (to.x - from.x) + to.w - from.w, y = 2 * (to.y - from.y) + to.h - from.h;
    long across = gap(from.x, from.w, to.x, to.w), down = gap(from.y, from.h, to.y, to.h);
    if (x * dx + y * dy <= 0)
        return -1;
    return dy ? 8 * down + across : 8 * (across + 2 * down);
}

static int nearest(const Page *page, int focus, int dx, int dy) {
    const Node *from = focus_node(page, focus);
    long least = -1;
    int found = focus;
    for (int i = 0; from && i < focus_count(page); i++) {
        long way = way_to(from->box, focus_node(page, i)->box, dx, dy);
        if (way >= 0 && (least < 0 || way < least)) {
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
    case KEY_REPEAT:
    case KEY_HELP:
    case KEY_LOUDER:
    case KEY_QUIETER:
        break;
    }
    return focus;
}
