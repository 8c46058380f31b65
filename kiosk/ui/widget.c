#include "ui/widget.h"

#include "base/slots.h"

#define BADGE_LEAST 52
#define TURN_LEAST 72 /* height of the buttons that turn pages */
#define MANY 30       /* parts that may take ten pages, */
#define MANY_ENLARGED 9

typedef struct PlateLook {
    Paint fill, ink, edge, border;
} PlateLook;

static const PlateLook LOOKS[] = {
    [BUTTON_PLAIN] = {PAINT_SURFACE, PAINT_INK, PAINT_SHADE, PAINT_PEN},
    [BUTTON_PRIMARY] = {PAINT_PRIMARY, PAINT_ON_PRIMARY, PAINT_PRIMARY_EDGE, PAINT_NONE},
    [BUTTON_ACCENT] = {PAINT_ACCENT, PAINT_ON_ACCENT, PAINT_ACCENT_EDGE, PAINT_NONE},
    [BUTTON_CHOSEN] = {PAINT_PRIMARY, PAINT_ON_PRIMARY, PAINT_PRIMARY_EDGE, PAINT_NONE},
};

Slice tr(const Page *page, StringId word) {
    return string_in(page->settings.lang, word);
}

Slice widget_fill(const Page *page, Slice text, Slice value) {
    int at = slice_find(text, LIT("#"));
    if (at < 0)
        return text;
    return slots_put(page->arena, slice_cut(text, 0, at), value, slice_cut(text, at + 1, text.len));
}

Slice tr_number(const Page *page, StringId word, int number) {
    Slice says = string_count(page->settings.lang, word, number);
    return widget_fill(page, says, arena_printf(page->arena, "%d", number));
}

Slice tr_numbers(const Page *page, StringId word, int first, int second) {
    return widget_fill(page, tr_number(page, word, first), arena_printf(page->arena, "%d", second));
}

Slice widget_quote(const Page *page, Slice text) {
    return widget_fill(page, tr(page, STR_QUOTED), text);
}

Slice tr_text(const Page *page, LocalText words) {
    return words.in[page->settings.lang];
}

Slice tr_beside(const Page *page, Slice first, Slice second) {
    return string_beside(page->settings.lang, first, second, page->arena);
}

Slice tr_aside(const Page *page, Slice first, Slice second) {
    Slice says = tr(page, STR_ASIDE);
    int at = slice_find(says, LIT("#")) + 1;
    Slice rest = widget_fill(page, slice_cut(says, at, says.len), second);
    return slots_put(page->arena, slice_cut(says, 0, at - 1), first, rest);
}

Slice tr_list(const Page *page, Slice first, Slice second) {
    return string_list(page->settings.lang, first, second, page->arena);
}

Node *widget_column(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.gap = gap});
}

Node *widget_row(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.flow = FLOW_ROW, .gap = gap});
}

Node *widget_line(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.flow = FLOW_ROW, .gap = gap, .align = ALIGN_CENTER});
}

Node *widget_pair(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.flow = page->form.flow, .gap = gap});
}

Node *widget_halves(Page *page, Node *parent, int gap) {
    return page_add(page, parent, (Node){.flow = FLOW_ROW, .gap = gap, .grow = 1});
}

Node *widget_share(Page *page, Node *parent, int share, int gap) {
    return page_add(page, parent, (Node){.grow = share, .gap = gap});
}

Node *widget_layers(Page *page, Node *parent, int share) {
    return page_add(page, parent, (Node){.flow = FLOW_LAYER, .grow = share});
}

Node *widget_grid(Page *page, Node *parent, int columns, int gap) {
    return page_add(page, parent, (Node){.flow = FLOW_GRID, .columns = columns, .gap = gap});
}

Node *widget_stretch(Page *page, Node *parent) {
    return widget_share(page, parent, 1, 0);
}

Node *widget_middle(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.grow = 1, .align = ALIGN_CENTER, .justify = ALIGN_CENTER});
}

Node *widget_block(Page *page, Node *parent, int width, int height, Paint paint) {
    return page_add(page, parent, (Node){.width = width, .height = height, .fill = paint});
}

Node *widget_cards(Page *page, Node *parent, CardGrid grid, int wish) {
    return page_add(page, parent,
                    (Node){.flow = FLOW_GRID,
                           .columns = grid.columns,
                           .gap = grid.gap,
                           .grow = 1,
                           .row_max = grid.row,
                           .paged = true,
                           .page_rows = grid.rows,
                           .page_wish = wish});
}

Node *widget_gap(Page *page, Node *parent, int length) {
    return page_add(page, parent, (Node){.height = length});
}

Node *widget_pages(Page *page, Node *parent, int gap, int wish) {
    return page_add(page, parent, (Node){.gap = gap, .grow = 1, .paged = true, .page_wish = wish});
}

Node *widget_label(Page *page, Node *parent, Type type, Paint ink, Slice text) {
    return page_add(page, parent, (Node){.type = type, .ink = ink, .text = text});
}

Node *widget_heading(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent,
                    (Node){.role = ROLE_HEADING, .type = type, .ink = PAINT_INK, .text = text});
}

Node *widget_text(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent,
                    (Node){.role = ROLE_TEXT, .type = type, .ink = PAINT_INK, .text = text});
}

Node *widget_quiet(Page *page, Node *parent, Type type, Slice text) {
    return page_add(page, parent,
                    (Node){.role = ROLE_TEXT, .type = type, .ink = PAINT_INK2, .text = text});
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

Node *widget_button(Page *page, Node *parent, ButtonLook look, Icon icon, Slice label,
                    Action action) {
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

Node *widget_window(Page *page, Node *parent, Slice spoken, Action action) {
    Node *card = page_add(page, parent,
                          (Node){.flow = FLOW_LAYER,
                                 .fill = PAINT_SURFACE,
                                 .radius = RADIUS_CARD,
                                 .spoken = spoken,
                                 .action = action});
    return widget_column(page, card, 0);
}

void widget_frame(Page *page, const Node *inside, Paint ink, Paint edge) {
    page_add(
        page, inside->parent,
        (Node){.graphic.kind = GRAPHIC_FRAME, .ink = ink, .edge = edge, .radius = RADIUS_CARD});
}

Node *widget_foot(Page *page, Node *inside, Action action) {
    return page_add(page, inside,
                    (Node){.role = ROLE_BUTTON,
                           .flow = FLOW_ROW,
                           .align = ALIGN_CENTER,
                           .ink = PAINT_INK,
                           .gap = SPACE_12,
                           .pad_x = SPACE_28,
                           .pad_y = SPACE_20,
                           .min_h = TARGET_BUTTON,
                           .action = action});
}

Node *widget_play(Page *page, Node *parent) {
    Node *disc = widget_disc(page, parent, PLAY_DISC, PAINT_ACCENT);
    disc->align = disc->justify = ALIGN_CENTER;
    widget_icon(page, disc, TYPE_ICON, ICON_play_arrow, PAINT_ON_ACCENT);
    return disc;
}

Node *widget_item(Page *page, Node *parent, ButtonLook look, ItemSize size, Action action) {
    const struct {
        int gap, pad_x, pad_y;
    } SPACES[] = {
        [ITEM_CARD] = {page->form.card_gap, page->form.card_pad, SPACE_8},
        [ITEM_PICTURE] = {SPACE_20, SPACE_12, SPACE_8},
        [ITEM_LINES] = {SPACE_20, SPACE_20, SPACE_8},
        [ITEM_LIST] = {SPACE_20, SPACE_12, SPACE_4},
        [ITEM_LINE] = {SPACE_12, SPACE_12, SPACE_8},
        [ITEM_LOW] = {SPACE_12, SPACE_12, SPACE_4},
    };
    Node *item = widget_plate(page, parent, look, action);
    item->flow = FLOW_ROW;
    item->align = ALIGN_CENTER;
    item->gap = SPACES[size].gap;
    item->pad_x = SPACES[size].pad_x;
    item->pad_y = SPACES[size].pad_y;
    return item;
}

Node *widget_sign(Page *page, Node *item, Icon icon, Paint ink) {
    Node *sign = widget_icon(page, item, TYPE_ICON, icon, ink);
    sign->least = ICON_LEAST;
    sign->drop_rank = 2;
    return sign;
}

ButtonLook widget_look(bool chosen) {
    return chosen ? BUTTON_CHOSEN : BUTTON_PLAIN;
}

Node *widget_tab(Page *page, Node *row, TabName name, bool sign, bool chosen, Action action) {
    Node *tab = widget_button(page, row, widget_look(chosen), sign ? name.icon : ICON_NONE,
                              tr(page, name.label), action);
    tab->role = ROLE_CHOICE;
    tab->pad_x = SPACE_12;
    tab->gap = SPACE_12;
    return tab;
}

Node *widget_choice(Page *page, Node *parent, Slice label, bool chosen, Action action) {
    Node *choice = widget_button(page, parent, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN,
                                 chosen ? ICON_check : ICON_NONE, label, action);
    choice->role = ROLE_CHOICE;
    choice->selected = chosen;
    choice->min_h = TARGET_MIN + SPACE_8;
    choice->pad_x = SPACE_12;
    choice->gap = SPACE_8;
    choice->grow = 1;
    choice->radius = RADIUS_CHIP;
    return choice;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

Node *widget_panel(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.fill = PAINT_SURFACE,
                           .radius = RADIUS_PLATE,
                           .pad_x = SPACE_28,
                           .pad_y = SPACE_20,
                           .gap = SPACE_12});
}

Node *widget_cover(Page *page, Slice spoken, Action action) {
    return page_add(page, page->root,
                    (Node){.role = ROLE_IMAGE, .action = action, .spoken = spoken});
}

Node *widget_field(Page *page, Node *parent, Icon icon) {
    Node *field = widget_line(page, parent, SPACE_12);
    field->min_h = TARGET_BUTTON;
    field->fill = PAINT_SURFACE;
    field->border = PAINT_PRIMARY;
    field->radius = RADIUS_PLATE;
    field->pad_x = SPACE_20;
    widget_icon(page, field, TYPE_ICON, icon, PAINT_INK2);
    return field;
}

Node *widget_countdown(Page *page, Node *parent, int seconds) {
    return page_add(page, parent,
                    (Node){.role = ROLE_TEXT,
                           .type = TYPE_COUNTDOWN,
                           .ink = PAINT_PRIMARY,
                           .align = ALIGN_CENTER,
                           .text = tr_number(page, STR_SECONDS, seconds)});
}

Node *widget_square(Page *page, Node *parent, Paint paint, int side, int least) {
    return page_add(page, parent,
                    (Node){.fill = paint,
                           .radius = RADIUS_CHIP,
                           .width = side,
                           .height = side,
                           .least = least,
                           .align = ALIGN_CENTER,
                           .justify = ALIGN_CENTER});
}

Node *widget_does(Page *page, Node *parent, Icon icon) {
    const int side = TARGET_MIN + SPACE_8;
    Node *disc = widget_square(page, parent, PAINT_ACCENT, side, ICON_LEAST);
    disc->radius = side / 2;
    disc->drop_rank = 2;
    widget_icon(page, disc, TYPE_ICON, icon, PAINT_ON_ACCENT)->least = ICON_LEAST;
    return disc;
}

/* Its figures may be higher than the square, where letters are large and lines are high. */
Node *widget_number(Page *page, Node *parent, Paint paint, Paint ink, int number) {
    int line = page_lines(page, TYPE_LABEL, 1), side = line > STEP_BADGE ? line : STEP_BADGE;
    int least = line > STEP_BADGE ? line : STEP_BADGE_LEAST;
    Node *square = widget_square(page, parent, paint, side, least);
    widget_label(page, square, TYPE_LABEL, ink, arena_printf(page->arena, "%d", number));
    return square;
}

Node *widget_badge(Page *page, Node *parent, Icon icon, Paint tone, int side) {
    Node *badge = widget_square(page, parent, tone, side, BADGE_LEAST);
    Type type = side >= SPACE_96 ? TYPE_ICON_LARGE : TYPE_ICON;
    widget_icon(page, badge, type, icon, PAINT_ON_TONE)->least = ICON_LEAST;
    return badge;
}

static Node *turn_button(Page *page, Node *row, Node *of, int token, int turn) {
    Icon icon = turn < 0 ? ICON_chevron_left : ICON_chevron_right;
    Node *button = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, (Action){token, 0});
    button->spoken = tr(page, turn < 0 ? STR_PAGE_BEFORE : STR_PAGE_AFTER);
    button->width = TARGET_BUTTON;
    button->least = TURN_LEAST;
    button->turns = of;
    button->turn = turn;
    return button;
}

/* Enlarged, or of a long list, there may be ten pages and more. */
static bool may_have_many_pages(const Page *page, const Node *of) {
    int count = 0;
    for (const Node *child = of->first; child; child = child->next)
        count++;
    return count > (page->form.enlarged ? MANY_ENLARGED : MANY);
}

Node *widget_pager(Page *page, Node *parent, Node *of, int token) {
    Node *row = page_add(page, parent,
                         (Node){.flow = FLOW_ROW,
                                .gap = SPACE_20,
                                .align = ALIGN_CENTER,
                                .min_h = TARGET_BUTTON,
                                .least = TURN_LEAST,
                                .turns = of,
                                .pager = true});
    turn_button(page, row, of, token, -1);
    page_add(page, row,
             (Node){.role = ROLE_TEXT,
                    .type = TYPE_UI,
                    .ink = PAINT_INK2,
                    .align = ALIGN_CENTER,
                    .text = may_have_many_pages(page, of) ? LIT("88 / 88") : LIT("8 / 8"),
                    .turns = of});
    turn_button(page, row, of, token, 1);
    return row;
}

void widget_pager_line(Page *page, Node *parent, Align side, Node *of, int token) {
    Node *line = page_add(page, parent, (Node){.flow = FLOW_ROW, .justify = side});
    widget_pager(page, line, of, token);
}

Node *widget_example(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.role = ROLE_TEXT,
                           .type = TYPE_SMALL,
                           .ink = PAINT_INK2,
                           .text = tr(page, STR_EXAMPLE),
                           .illustrative = true});
}
