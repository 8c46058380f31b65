#include "screens/train/train_parts.h"

#include "base/calendar.h"
#include "map/directions_text.h"
#include "train/offers.h"

/* ---- bricks ---------------------------------------------------------------------------------- */

int brick_columns(const Page *page, int count) {
    int most = page->form.brick_columns, rows = (count + most - 1) / most;
    return rows ? (count + rows - 1) / rows : 1;
}

static Slice block_name(const Page *page, const SkillBlock *block) {
    Slice name = tr_text(page, block->short_name);
    return name.len ? name : tr_text(page, block->name);
}

/* The register's code without the number of its certification: "BC01" of "RNCP38878BC01". An easy
   language has no codes. */
static Slice code_of(const Page *page, const SkillBlock *block) {
    if (langs_simple(page->settings.lang))
        return LIT("");
    int at = slice_find(block->id, LIT("BC"));
    bool registered = slice_has_prefix(block->id, LIT("RNCP")) && at > 0;
    return registered ? slice_cut(block->id, at, block->id.len) : LIT("");
}

static Slice block_head(const Page *page, const SkillBlock *block, bool touched) {
    bool timed = block->hours && !touched;
    Slice code = code_of(page, block),
          hours = timed ? tr_number(page, STR_HOURS_OF, block->hours) : LIT("");
    return tr_beside(page, code, hours);
}

Node *add_block_brick(Page *page, Node *row, const SkillBlock *block, BrickSpec spec,
                      Action action) {
    Node *brick = widget_brick(page, row, spec, action);
    Slice head = block_head(page, block, spec.touched);
    if (head.len && !page->form.tight)
        widget_label(page, brick, TYPE_SMALL, brick->ink, head);
    Slice name = block_name(page, block);
    widget_label(page, brick, TYPE_LABEL, brick->ink, name);
    brick->spoken = tr_list(page, name, head);
    return brick;
}

/* ---- chips ----------------------------------------------------------------------------------- */

Node *add_chip(Page *page, Node *grid, ChipSpec chip, Action action) {
    Node *plate = widget_item(page, grid, BUTTON_PLAIN, ITEM_LINE, action);
    plate->role = ROLE_CHOICE;
    plate->pad_x = SPACE_20;
    plate->selected = chip.set;
    if (chip.set) {
        plate->fill = PAINT_SOFT;
        plate->border = PAINT_PRIMARY;
    }
    Node *words = widget_share(page, plate, 1, 0);
    bool one = page->form.enlarged; /* line: "Tous" would say of what only with its name */
    if (!one)
        widget_label(page, words, TYPE_SMALL, PAINT_INK, tr(page, chip.name))->drop_rank = 1;
    widget_label(page, words, TYPE_LABEL, PAINT_INK,
                 one && !chip.set ? tr(page, chip.name) : chip.value);
    widget_sign(page, plate, chip.open ? ICON_expand_less : ICON_expand_more, PAINT_INK);
    plate->spoken = tr_list(page, tr(page, chip.name), chip.value);
    return plate;
}

Node *add_chip_choice(Page *page, Node *grid, Slice words, int count, bool chosen, Action action) {
    Slice label = tr_beside(page, words, arena_printf(page->arena, "%d", count));
    Node *plate = widget_choice(page, grid, label, chosen, action);
    plate->min_h = TARGET_BUTTON;
    return plate;
}

Node *add_chip_choices(Page *page, Node *parent, int wish) {
    return widget_cards(page, parent,
                        (CardGrid){page->form.even_columns, TARGET_GAP, TARGET_PRIMARY, 0}, wish);
}

/* ---- months ---------------------------------------------------------------------------------- */

static void add_month(Page *page, Node *row, int count, int most) {
    Node *column = widget_share(page, row, 1, SPACE_4);
    column->justify = ALIGN_END;
    column->pad_x = SPACE_8;
    if (!count)
        return;
    bool peak = count == most;
    widget_label(page, column, TYPE_LABEL, PAINT_INK, arena_printf(page->arena, "%d", count))
        ->align = ALIGN_CENTER;
    Paint paint = peak ? PAINT_ACCENT : PAINT_PRIMARY;
    widget_block(page, column, 0, page->form.departures * count / most, paint)->border =
        peak ? PAINT_PRIMARY : PAINT_NONE;
}

static void add_month_names(const Kiosk *k, Page *page, Node *parent) {
    Node *row = widget_row(page, parent, 0);
    for (int m = 0; m < MONTHS_SHOWN; m++) {
        Civil c = civil_from(civil_month(k->today, m));
        Slice name = slice_from(calendar_month_short(k->settings.lang, c.month));
        widget_quiet(page, widget_share(page, row, 1, 0), TYPE_SMALL, name)->align = ALIGN_CENTER;
    }
}

void add_months(Page *page, Node *show, const Kiosk *k, Slice title, const int *month) {
    int most = 0;
    for (int m = 0; m < MONTHS_SHOWN; m++)
        most = month[m] > most ? month[m] : most;
    if (!page->form.departures || !most)
        return;
    widget_stretch(page, show);
    widget_heading(page, show, TYPE_UI, title);
    Node *row = widget_row(page, show, 0);
    row->align = ALIGN_END;
    for (int m = 0; m < MONTHS_SHOWN; m++)
        add_month(page, row, month[m], most);
    widget_block(page, show, 0, HAIRLINE, PAINT_LINE);
    add_month_names(k, page, show);
}

/* ---- lines ----------------------------------------------------------------------------------- */

void add_title_line(Page *page, Node *show, Slice title, Slice lead) {
    bool beside = page->form.side_by_side;
    Node *line = beside ? widget_line(page, show, SPACE_44) : show;
    widget_heading(page, line, page->form.enlarged ? TYPE_H2 : TYPE_H1, title);
    Node *words = beside ? widget_share(page, line, 1, 0) : line;
    widget_quiet(page, words, page->form.lead, lead)->drop_rank = 1;
}

Node *add_told(Page *page, Node *parent, Icon icon, Slice name, Slice words) {
    Node *line = widget_row(page, parent, SPACE_20);
    line->align = ALIGN_START;
    widget_icon(page, line, TYPE_ICON, icon, PAINT_PRIMARY)->least = ICON_LEAST;
    Node *said = widget_share(page, line, 1, 0);
    if (name.len)
        widget_label(page, said, TYPE_LABEL, PAINT_INK, name);
    widget_text(page, said, TYPE_SMALL, words);
    return line;
}

Node *add_way_on(Page *page, Node *parent, Icon icon, Slice words, Action action) {
    Node *plate = widget_item(page, parent, BUTTON_PLAIN, ITEM_LINES, action);
    bool signs = !(page->form.narrow && page->form.largest);
    if (signs)
        widget_sign(page, plate, icon, PAINT_PRIMARY);
    Node *said = widget_share(page, plate, 1, 0);
    widget_label(page, said, TYPE_UI, plate->ink, words);
    if (signs)
        widget_sign(page, plate, ICON_chevron_right, plate->ink);
    return plate;
}

void train_take(bool *over, int *page) {
    *over = true;
    *page = 0;
}

bool train_leave(bool *over, int *page) {
    bool was = *over;
    *over = false;
    *page = was ? 0 : *page;
    return was;
}

/* ---- the code -------------------------------------------------------------------------------- */

void put_desk(CodeText *text, const Page *page, const Kiosk *k, int desk) {
    const HelpDesk *d = &k->pack->desk[desk];
    Slice name = tr_text(page, d->name), hours = tr_text(page, d->opening);
    Slice where = k->plan && d->place != PLAN_NONE
                      ? text_of_where(k->plan, d->place, k->settings.lang)
                      : LIT("");
    code_text_put(text, tr_list(page, name, where));
    if (hours.len)
        code_text_put(text, hours);
}

static void add_lines(Page *page, Node *parent, Slice says) {
    for (Slice rest = says; rest.len;) {
        int stop = slice_find(rest, LIT("\n")), end = stop < 0 ? rest.len : stop;
        widget_quiet(page, parent, TYPE_SMALL, slice_cut(rest, 0, end));
        rest = slice_cut(rest, stop < 0 ? end : end + 1, rest.len);
    }
}

Node *add_code_page(Page *page, Frame frame, Slice says, int wish, int token) {
    Node *row = page->form.side_by_side ? widget_halves(page, frame.controls, SPACE_44) : NULL;
    Node *beside = row ? widget_share(page, row, 1, SPACE_12) : frame.reading;
    Node *middle = row ? beside : widget_middle(page, beside);
    middle->align = ALIGN_CENTER;
    widget_code(page, middle, says, page->form.code, tr(page, STR_CODE_TO_TAKE));
    Node *column = row ? widget_share(page, row, 1, TARGET_GAP) : frame.controls;
    Node *body = widget_pages(page, column, SPACE_8, wish);
    widget_text(page, body, TYPE_LABEL, tr(page, STR_CODE_AIM));
    add_lines(page, body, says);
    widget_text(page, body, TYPE_LABEL, tr(page, STR_CODE_KEPT));
    widget_pager_line(page, column, ALIGN_END, body, token);
    return column;
}
