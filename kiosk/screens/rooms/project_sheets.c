/* The sheets of action: what each promises, and which ones no source describes. */
#include "screens/rooms/project_parts.h"

enum { SHEET_LETTERS = 8 }; /* as wide as the number beside a title */

static bool is_described(const Page *page, const ActionSheet *sheet) {
    return tr_text(page, sheet->title).len > 0;
}

static Node *add_sheet(ProjectPage p, Node *grid, int index) {
    const ActionSheet *sheet = &p.k->pack->action_sheet[index];
    bool chosen = p.s->tab == TAB_SHEETS && p.s->sheet == index;
    Slice title = tr_text(p.page, sheet->title);
    Node *plate =
        widget_item(p.page, grid, widget_look(chosen), ITEM_LINE, (Action){TAP_SHEET, index});
    plate->role = ROLE_CHOICE;
    widget_number(p.page, plate, chosen ? PAINT_ON_PRIMARY : PAINT_PRIMARY,
                  chosen ? PAINT_PRIMARY : PAINT_ON_PRIMARY, sheet->number);
    widget_label(p.page, widget_share(p.page, plate, 1, 0), p.whole ? TYPE_LABEL : TYPE_UI,
                 plate->ink, title);
    plate->spoken = title;
    return plate;
}

Node *project_described(ProjectPage p, Node *parent, int columns) {
    CardGrid cards = {columns, TARGET_GAP, ROW_LIST, 0};
    Node *grid = widget_cards(p.page, parent, cards, p.s->page);
    for (int i = 0; i < p.k->pack->action_sheet_count; i++)
        if (is_described(p.page, &p.k->pack->action_sheet[i]))
            add_sheet(p, grid, i);
    return grid;
}

/* All of them in a row, each as wide as its title is long. */
void project_abreast(ProjectPage p, Node *parent) {
    Node *row = widget_row(p.page, parent, TARGET_GAP);
    for (int i = 0; i < p.k->pack->action_sheet_count; i++) {
        const ActionSheet *sheet = &p.k->pack->action_sheet[i];
        if (is_described(p.page, sheet))
            add_sheet(p, row, i)->grow = SHEET_LETTERS + utf8_count(tr_text(p.page, sheet->title));
    }
}

int project_described_count(const Pack *pack) {
    int described = 0;
    for (int i = 0; i < pack->action_sheet_count; i++)
        described += pack->action_sheet[i].title.in[0].len > 0;
    return described;
}

static void add_silent_numbers(ProjectPage p, Node *row, bool grow) {
    for (int i = 0; i < p.k->pack->action_sheet_count; i++) {
        const ActionSheet *sheet = &p.k->pack->action_sheet[i];
        if (is_described(p.page, sheet))
            continue;
        Node *box = widget_dashed(p.page, row);
        box->pad_x = box->pad_y = SPACE_8;
        box->grow = grow;
        box->min_w = grow ? 0 : SPACE_64;
        widget_quiet(p.page, box, TYPE_SMALL, arena_printf(p.page->arena, "%d", sheet->number))
            ->align = ALIGN_CENTER;
    }
}

/* Drawn with a broken line, and not to be touched: there is nothing behind them. */
void project_silent(ProjectPage p, Node *parent) {
    int silent = p.k->pack->action_sheet_count - project_described_count(p.k->pack);
    if (!silent)
        return;
    Node *row = widget_line(p.page, parent, SPACE_12);
    if (!p.whole)
        row->drop_rank = 2;
    add_silent_numbers(p, row, !p.whole);
    Node *words = p.whole ? widget_share(p.page, row, 1, 0) : parent;
    widget_quiet(p.page, words, TYPE_SMALL, tr_number(p.page, STR_SHEETS_SILENT, silent));
}

static void add_committee(ProjectPage p, Node *body, int committee) {
    if (committee < 0)
        return;
    Slice name = tr_text(p.page, p.k->pack->committee[committee].name);
    common_signed_line(p.page, body, LIT("groups"), name);
}

static void add_text(ProjectPage p, Node *body) {
    if (p.s->sheet < 0) {
        widget_text(p.page, body, p.page->form.lead, tr(p.page, STR_SHEETS_TOUCH));
        return;
    }
    const ActionSheet *sheet = &p.k->pack->action_sheet[p.s->sheet];
    Slice text = tr_text(p.page, sheet->text);
    if (text.len)
        widget_text(p.page, body, p.page->form.lead, text);
    if (sheet->leader.len)
        common_signed_line(p.page, body, LIT("handshake"),
                           widget_fill(p.page, tr(p.page, STR_SHEET_LEADER), sheet->leader));
    add_committee(p, body, sheet->committee);
}

/* ---- where it leads -------------------------------------------------------------------------- */

typedef struct SheetWay {
    TargetKind to;
    StringId words;
    Icon icon;
} SheetWay;

static const SheetWay WAYS[] = {
    [SHEET_COURSES] = {TARGET_COURSES, STR_ALL_COURSES, ICON_school},
    [SHEET_INTER] = {TARGET_INTER, STR_INTER, ICON_handshake},
    [SHEET_INTERNSHIPS] = {TARGET_INTERNSHIPS, STR_DOOR_INTERNSHIPS, ICON_work},
};

Target project_target(int sheet_page) {
    return (Target){WAYS[sheet_page].to, 0};
}

static bool add_all(ProjectPage p, Node *parent) {
    int all = p.k->pack->action_sheet[p.s->sheet].page;
    if (all < 0)
        return false;
    widget_button(p.page, parent, BUTTON_PRIMARY, WAYS[all].icon, tr(p.page, WAYS[all].words),
                  (Action){TAP_ALL, all});
    return true;
}

static void add_desk(ProjectPage p, Node *parent, ButtonLook look) {
    int desk = p.k->pack->action_sheet[p.s->sheet].desk;
    if (desk < 0)
        return;
    Node *plate = widget_item(p.page, parent, look, ITEM_LINE, (Action){TAP_DESK, desk});
    Slice name = tr_text(p.page, p.k->pack->desk[desk].name);
    widget_sign(p.page, plate, ICON_forum, plate->ink)->drop_rank = 3;
    widget_label(p.page, widget_share(p.page, plate, 1, 0), TYPE_UI, plate->ink, name);
    plate->spoken = name;
}

/* A promise is kept by something that one can do here: that first, then whom to ask. */
static void add_ways(ProjectPage p, Node *parent) {
    if (p.s->sheet < 0)
        return;
    Node *ways = widget_column(p.page, parent, TARGET_GAP);
    bool leads = add_all(p, ways);
    add_desk(p, ways, leads ? BUTTON_PLAIN : BUTTON_PRIMARY);
}

Node *project_sheets(ProjectPage p) {
    Page *page = p.page;
    if (!page->form.side_by_side) {
        add_text(p, widget_share(page, p.frame.reading, 1, SPACE_12));
        Node *grid = project_described(p, p.frame.controls, 1);
        project_silent(p, p.frame.controls);
        add_ways(p, p.frame.controls);
        return grid;
    }
    Node *row = widget_halves(page, p.frame.controls, GUTTER);
    Node *left = widget_share(page, row, 1, SPACE_12),
         *right = widget_share(page, row, 1, SPACE_12);
    left->justify = right->justify = ALIGN_END;
    add_text(p, widget_share(page, right, 1, SPACE_12));
    add_ways(p, right);
    Node *grid = project_described(p, left, 1);
    project_silent(p, left);
    return grid;
}
