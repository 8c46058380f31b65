/* A chart of the statistics: lying bars, or columns of days that stand. */
#include "screens/staff/staff_chart.h"

static void add_bar(Page *page, Node *body, const StaffBar *bar) {
    Node *group = widget_column(page, body, SPACE_4);
    Node *words = widget_row(page, group, SPACE_20);
    Node *label = widget_text(page, words, TYPE_SMALL, bar->label);
    label->grow = 1;
    widget_text(page, words, TYPE_LABEL, bar->value);
    Paint tone = bar->letter ? THEME_TONE_PAINT[bar->letter - 1] : PAINT_PRIMARY;
    widget_meter(page, group, (Meter){bar->per_mille, 1000, bar->doubt}, tone, bar->value);
}

/* Two bars side by side where the screen lies. */
static void add_bars(Page *page, Node *body, const StaffChart *chart) {
    int columns = page->form.one_a_line ? 1 : 2;
    for (int i = 0; i < chart->bar_count; i += columns) {
        Node *row = widget_grid(page, body, columns, SPACE_44);
        for (int c = 0; c < columns && i + c < chart->bar_count; c++)
            add_bar(page, row, &chart->bar[i + c]);
    }
}

/* The number stands full, what it may be more is pale above it; what is too few to be told is a
   line. */
static void add_column(Page *page, Node *row, const StaffBar *bar, int high) {
    Node *column = widget_share(page, row, 1, 0);
    column->height = high;
    column->justify = ALIGN_END;
    if (!bar->per_mille) {
        widget_block(page, column, 0, SPACE_4, PAINT_LINE);
        return;
    }
    widget_block(page, column, 0, bar->doubt * high / 1000, PAINT_FIELD)->border = PAINT_PRIMARY;
    widget_block(page, column, 0, bar->per_mille * high / 1000, PAINT_PRIMARY);
}

static const StaffBar *tallest(const StaffChart *chart) {
    const StaffBar *bar = &chart->bar[0];
    for (int i = 1; i < chart->bar_count; i++)
        bar = chart->bar[i].per_mille > bar->per_mille ? &chart->bar[i] : bar;
    return bar;
}

/* The first and the last below the columns, the tallest above them. */
static void add_columns(Page *page, Node *body, const StaffChart *chart) {
    const StaffBar *most = tallest(chart);
    int high = page->form.chart;
    if (most->per_mille)
        widget_quiet(page, body, TYPE_SMALL, tr_beside(page, most->label, most->value));
    Node *row = widget_row(page, body, SPACE_8);
    row->role = ROLE_IMAGE;
    row->height = high;
    row->align = ALIGN_END;
    row->spoken = chart->sentence;
    for (int i = 0; i < chart->bar_count; i++)
        add_column(page, row, &chart->bar[i], high);
    widget_block(page, body, 0, HAIRLINE, PAINT_LINE);
    Node *ends = widget_row(page, body, SPACE_20);
    widget_quiet(page, ends, TYPE_SMALL, chart->bar[0].label)->grow = 1;
    if (chart->bar_count > 1)
        widget_quiet(page, ends, TYPE_SMALL, chart->bar[chart->bar_count - 1].label);
}

/* A card of its own where there is room, else parts that may go to the next page. */
void staff_add_chart(Page *page, Node *body, const StaffChart *chart, Slice dates) {
    bool card = page->form.ample || (page->form.roomy && chart->upright);
    if (card) {
        body = widget_panel(page, body);
        body->radius = RADIUS_CARD;
    }
    Node *head = widget_line(page, body, SPACE_20);
    head->keep = true;
    widget_heading(page, head, card ? TYPE_H3 : TYPE_UI, chart->title)->grow = 1;
    if (page->form.ample)
        widget_quiet(page, head, TYPE_SMALL, dates);
    widget_text(page, body, TYPE_SMALL, chart->sentence);
    if (chart->upright)
        add_columns(page, body, chart);
    else
        add_bars(page, body, chart);
}
