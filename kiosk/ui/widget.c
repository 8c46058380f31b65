#include "ui/widget.h"

#define BADGE_LEAST 52
#define TURN_LEAST 72 /* height of the buttons that turn pages */

typedef struct PlateLook {
    Paint fill, ink, edge, border;
} PlateLook;

static const PlateLook LOOKS[] = {
    [BUTTON_PLAIN] = {PAINT_SURFACE, PAINT_INK, PAINT_EDGE, PAINT_LINE},
    [BUTTON_PRIMARY] = {PAINT_PRIMARY, PAINT_ON_PRIMARY, PAINT_PRIMARY_EDGE, PAINT_NONE},
    [BUTTON_ACCENT] = {PAINT_ACCENT, PAINT_ON_ACCENT, PAINT_ACCENT_EDGE, PAINT_NONE},
    [BUTTON_CHOSEN] = {PAINT_PRIMARY, PAINT_ON_PRIMARY, PAINT_PRIMARY_EDGE, PAINT_NONE},
};

Slice widget_say(const Page *page, Word word) {
    return word_in(page->settings.lang, word);
}

Slice widget_fill(const Page *page, Slice text, Slice value) {
    int at = slice_find(text, LIT("#"));
    if (at < 0)
        return text;
    return arena_printf(page->arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(slice_cut(text, 0, at)), SLICE_ARG(value),
                        SLICE_ARG(slice_cut(text, at + 1, text.len)));
}

Slice widget_say_number(const Page *page, Word word, int number) {
    return widget_fill(page, widget_say(page, word), arena_printf(page->arena, "%d", number));
}

Slice widget_say_numbers(const Page *page, Word word, int first, int second) {
    return widget_fill(page, widget_say_number(page, word, first), arena_printf(page->arena, "%d", second));
}

Slice widget_quote(const Page *page, Slice text) {
    return widget_fill(page, widget_say(page, WORD_QUOTED), text);
}

Slice widget_pick(const Page *page, Words words) {
    return words.in[page->settings.lang];
}

Node *widget_column(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.gap = gap});
}

Node *widget_row(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.flow = FLOW_ROW, .gap = gap});
}

Node *widget_heading(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent, (Node){.role = ROLE_HEADING, .type = type, .ink = PAINT_INK, .text = text});
}

Node *widget_text(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent, (Node){.role = ROLE_TEXT, .type = type, .ink = PAINT_INK, .text = text});
}

Node *widget_quiet(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent, (Node){.role = ROLE_TEXT, .type = type, .ink = PAINT_INK2, .text = text});
}

Node *widget_icon(Page *page, Node *parent, Type type, Icon icon, Paint ink) {
    return page_add(page, parent, (Node){.type = type, .ink = ink, .icon = icon});
}

Node *widget_plate(Page *page, Node *parent, ButtonLook look, Action action) {
    const PlateLook *plate = &LOOKS[look];
    return page_add(page, parent,
                    (Node){.role = ROLE_BUTTON,
                           .fill = plate->fill,
                           .border = plate->border,
                           .edge = plate->edge,
                           .ink = plate->ink,
                           .radius = RADIUS_PLATE,
                           .min_h = TARGET_BUTTON,
                           .min_w = TARGET_BUTTON,
                           .action = action,
                           .selected = look == BUTTON_CHOSEN});
}

Node *widget_button(Page *page, Node *parent, ButtonLook look, Icon icon, Slice label, Action action) {
    Node *button = widget_plate(page, parent, look, action);
    button->flow = FLOW_ROW;
    button->align = button->justify = ALIGN_CENTER;
    button->gap = SPACE_20;
    button->pad_x = label.len ? SPACE_28 : SPACE_12;
    button->pad_y = SPACE_8;
    if (icon)
        widget_icon(page, button, TYPE_ICON, icon, button->ink);
    if (label.len)
        page_add(page, button, (Node){.type = TYPE_UI, .ink = button->ink, .text = label});
    return button;
}

Node *widget_choice(Page *page, Node *parent, Slice label, bool chosen, Action action) {
    Node *choice = widget_button(page, parent, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, chosen ? ICON_check : ICON_NONE,
                                 label, action);
    choice->role = ROLE_CHOICE;
    choice->selected = chosen;
    choice->min_h = TARGET_MIN + SPACE_8;
    choice->pad_x = SPACE_12;
    choice->gap = SPACE_8;
    choice->grow = 1;
    choice->radius = RADIUS_CHIP;
    return choice;
}

Node *widget_panel(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.fill = PAINT_SURFACE,
                           .border = PAINT_LINE,
                           .radius = RADIUS_PLATE,
                           .pad_x = SPACE_28,
                           .pad_y = SPACE_20,
                           .gap = SPACE_12});
}

Node *widget_badge(Page *page, Node *parent, Icon icon, Paint tone, int side) {
    Node *badge = page_add(page, parent,
                           (Node){.fill = tone,
                                  .radius = RADIUS_CHIP,
                                  .width = side,
                                  .height = side,
                                  .least = BADGE_LEAST,
                                  .align = ALIGN_CENTER,
                                  .justify = ALIGN_CENTER});
    Type type = side >= SPACE_96 ? TYPE_ICON_LARGE : TYPE_ICON;
    widget_icon(page, badge, type, icon, PAINT_ON_TONE)->least = ICON_LEAST;
    return badge;
}

static Node *turn_button(Page *page, Node *row, Node *of, int token, int turn) {
    Icon icon = turn < 0 ? ICON_chevron_left : ICON_chevron_right;
    Node *button = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, (Action){token, 0});
    button->spoken = widget_say(page, turn < 0 ? WORD_PAGE_BEFORE : WORD_PAGE_AFTER);
    button->width = TARGET_BUTTON;
    button->least = TURN_LEAST;
    button->turns = of;
    button->turn = turn;
    return button;
}

Node *widget_pager(Page *page, Node *parent, Node *of, int token) {
    Node *row = page_add(page, parent,
                         (Node){.flow = FLOW_ROW, .gap = SPACE_20, .align = ALIGN_CENTER, .min_h = TARGET_BUTTON,
                                .least = TURN_LEAST, .turns = of, .pager = true});
    turn_button(page, row, of, token, -1);
    page_add(page, row,
             (Node){.role = ROLE_TEXT, .type = TYPE_UI, .ink = PAINT_INK2, .align = ALIGN_CENTER,
                    .text = LIT("8 / 8"), .turns = of});
    turn_button(page, row, of, token, 1);
    return row;
}

Node *widget_example(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.role = ROLE_TEXT, .type = TYPE_SMALL, .ink = PAINT_INK2,
                           .text = widget_say(page, WORD_EXAMPLE), .illustrative = true});
}
