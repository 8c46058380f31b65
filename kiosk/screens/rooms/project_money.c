/* Who gave what, and what of it the source does not say; who decides, and who carries it. */
#include "screens/rooms/project_parts.h"

#define TENTH 10

static Slice amount_of(Page *page, double amount) {
    int tenths = (int)(amount * TENTH + 0.5);
    return arena_printf(page->arena, "%d" SLICE_FMT "%d", tenths / TENTH,
                        SLICE_ARG(tr(page, STR_POINT)), tenths % TENTH);
}

static double most_of(const Pack *pack) {
    double most = 0.1;
    for (int i = 0; i < pack->funding_count; i++)
        most = pack->funding[i].amount > most ? pack->funding[i].amount : most;
    return most;
}

/* What the source is silent about is hatched, and said. */
static void add_bar(Page *page, Node *parent, const Funding *gift, double most) {
    Node *row = widget_column(page, parent, SPACE_4);
    Node *words = widget_row(page, row, SPACE_20);
    Slice name = gift->unsaid ? tr(page, STR_MONEY_UNSAID) : tr_text(page, gift->name);
    widget_text(page, widget_share(page, words, 1, 0), TYPE_SMALL, name);
    widget_text(page, words, TYPE_LABEL, amount_of(page, gift->amount));
    int share = (int)(1000 * gift->amount / most);
    if (!gift->unsaid) {
        widget_meter(page, row, (Meter){share, 1000, 0}, PAINT_PRIMARY, LIT(""));
        return;
    }
    Node *bar = widget_row(page, row, 0);
    Node *cut = widget_block(page, bar, 0, METER_HIGH, PAINT_NONE);
    cut->grow = share > 0 ? share : 1;
    cut->graphic.kind = GRAPHIC_HATCH;
    cut->border = PAINT_LINE;
    widget_block(page, bar, 0, METER_HIGH, PAINT_NONE)->grow = 1001 - share;
}

static Slice sum_of(ProjectPage p) {
    const ProjectTold *told = &p.k->pack->project_told[0];
    int tenths = (int)(told->total * TENTH + 0.5);
    Slice total = tenths % TENTH ? amount_of(p.page, told->total)
                                 : arena_printf(p.page->arena, "%d", tenths / TENTH);
    return arena_printf(p.page->arena, SLICE_FMT " " SLICE_FMT,
                        SLICE_ARG(widget_fill(p.page, tr(p.page, STR_MONEY_SUM), total)),
                        SLICE_ARG(tr_text(p.page, told->span)));
}

void project_bars(ProjectPage p, Node *parent) {
    double most = most_of(p.k->pack);
    widget_heading(p.page, parent, TYPE_H3, sum_of(p))->keep = true;
    for (int i = 0; i < p.k->pack->funding_count; i++)
        add_bar(p.page, parent, &p.k->pack->funding[i], most);
}

void project_partner(ProjectPage p, Node *parent, int partner) {
    Slice name = tr_text(p.page, p.k->pack->partner[partner].name);
    Node *plate =
        widget_item(p.page, parent, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_PARTNER, partner});
    widget_sign(p.page, plate, ICON_handshake, PAINT_PRIMARY)->drop_rank = 3;
    widget_label(p.page, widget_share(p.page, plate, 1, 0), p.whole ? TYPE_LABEL : TYPE_UI,
                 plate->ink, name);
    plate->spoken = name;
}

/* What is read, and the partners to open; both go on page by page together. */
static Node *read_and_touch(ProjectPage p, void (*read)(ProjectPage, Node *)) {
    Page *page = p.page;
    bool beside = page->form.side_by_side;
    Node *row = beside ? widget_halves(page, p.frame.controls, GUTTER) : NULL;
    Node *reading =
        beside ? widget_share(page, row, 5, 0) : widget_share(page, p.frame.reading, 1, 0);
    read(p, widget_pages(page, reading, SPACE_12, p.s->page));
    Node *touched = beside ? widget_share(page, row, 4, TARGET_GAP) : p.frame.controls;
    int count = p.k->pack->partner_count;
    int half = page->form.largest ? (count + 1) / 2 : 0; /* so that none is alone on a page */
    CardGrid cards = {beside ? 1 : page->form.even_columns, TARGET_GAP, ROW_LIST,
                      beside ? half : 0};
    Node *grid = widget_cards(page, touched, cards, p.s->page);
    for (int i = 0; i < count; i++)
        project_partner(p, grid, i);
    return grid;
}

static void read_money(ProjectPage p, Node *body) {
    project_bars(p, body);
    widget_quiet(p.page, body, TYPE_SMALL,
                 widget_fill(p.page, tr(p.page, STR_SOURCE), p.k->pack->project_told[0].source));
}

Node *project_money(ProjectPage p) {
    return read_and_touch(p, read_money);
}

static void add_committee(ProjectPage p, Node *body, const Committee *committee) {
    Slice text = tr_text(p.page, committee->text);
    common_signed_line(p.page, body, LIT("groups"), tr_text(p.page, committee->name));
    if (text.len)
        widget_quiet(p.page, body, TYPE_SMALL, text);
}

static void read_committees(ProjectPage p, Node *body) {
    for (int above = 1; above >= 0; above--) {
        widget_heading(p.page, body, TYPE_H3, tr(p.page, above ? STR_COUNCIL : STR_COMMITTEES))
            ->keep = true;
        for (int i = 0; i < p.k->pack->committee_count; i++)
            if (p.k->pack->committee[i].above == above)
                add_committee(p, body, &p.k->pack->committee[i]);
    }
}

Node *project_who(ProjectPage p) {
    return read_and_touch(p, read_committees);
}
