#include "screens/common/moment.h"

#include "ui/widget.h"

#define YEAR_LEAST 2020
#define YEAR_MOST 2099

static Slice part_name(const Page *page, MomentPart part) {
    static const StringId NAMES[MOMENT_PARTS] = {STR_STAFF_CLOCK_DAY, STR_STAFF_CLOCK_MONTH,
                                                 STR_STAFF_CLOCK_YEAR, STR_STAFF_CLOCK_HOUR,
                                                 STR_STAFF_CLOCK_MINUTE};
    return tr(page, NAMES[part]);
}

static Slice part_value(const Page *page, Millis when, MomentPart part) {
    Civil c = civil_from(when);
    const int value[MOMENT_PARTS] = {c.day, c.month, c.year, c.hour, c.minute};
    return arena_printf(page->arena, part == MOMENT_YEAR ? "%d" : "%02d", value[part]);
}

bool moment_may_be(Millis when) {
    int year = civil_from(when).year;
    return year >= YEAR_LEAST && year <= YEAR_MOST;
}

Millis moment_begin(Millis now) {
    return moment_may_be(now) ? now : civil_to((Civil){.year = YEAR_LEAST, .month = 1, .day = 1});
}

static int days_of_month(int year, int month) {
    Civil next = {.year = month == 12 ? year + 1 : year, .month = month % 12 + 1, .day = 1};
    return civil_from(civil_to(next) - CIVIL_DAY).day;
}

static Millis in_month(Civil c, int year, int month) {
    c.year = year + (month + 11) / 12 - 1;
    c.month = (month + 11) % 12 + 1;
    int last = days_of_month(c.year, c.month);
    c.day = c.day > last ? last : c.day;
    return civil_to(c);
}

Millis moment_stepped(Millis when, MomentPart part, int by) {
    static const Millis LENGTH[MOMENT_PARTS] = {
        [MOMENT_DAY] = CIVIL_DAY, [MOMENT_HOUR] = CIVIL_HOUR, [MOMENT_MINUTE] = CIVIL_MINUTE};
    Civil c = civil_from(when);
    if (part == MOMENT_YEAR)
        return in_month(c, c.year + by, c.month);
    if (part == MOMENT_MONTH)
        return in_month(c, c.year, c.month + by);
    return when + by * LENGTH[part];
}

/* ---- on the page ----------------------------------------------------------------------------- */

static void add_turn(Page *page, Node *row, Millis when, MomentPart part, int by, int token) {
    Node *turn =
        widget_button(page, row, BUTTON_PLAIN, by < 0 ? ICON_chevron_left : ICON_chevron_right,
                      (Slice){0}, (Action){token, (int)part});
    StringId says = by < 0 ? STR_STAFF_CLOCK_LESS : STR_STAFF_CLOCK_MORE;
    turn->spoken = widget_fill(page, tr(page, says), part_name(page, part));
    turn->disabled = !moment_may_be(moment_stepped(when, part, by));
}

static void add_part(Page *page, Node *parent, Millis when, MomentPart part, MomentTokens tokens) {
    Node *row = widget_line(page, parent, TARGET_GAP);
    add_turn(page, row, when, part, -1, tokens.less);
    Node *words = widget_share(page, row, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, part_name(page, part))->align = ALIGN_CENTER;
    widget_text(page, words, TYPE_H3, part_value(page, when, part))->align = ALIGN_CENTER;
    add_turn(page, row, when, part, 1, tokens.more);
}

/* The date has three parts, the hour two. */
static int columns_from(MomentPart first) {
    return first == MOMENT_DAY ? MOMENT_HOUR : MOMENT_PARTS - MOMENT_HOUR;
}

void moment_add(Page *page, Node *body, Millis when, MomentTokens tokens) {
    bool rows = page->form.side_by_side;
    Node *row = NULL;
    for (int part = 0; part < MOMENT_PARTS; part++) {
        if (!rows || part == MOMENT_DAY || part == MOMENT_HOUR)
            row = widget_grid(page, body, rows ? columns_from((MomentPart)part) : 1, SPACE_44);
        add_part(page, row, when, (MomentPart)part, tokens);
    }
}
