/* What is read on the tabs of a trade: its text, and its lists two by two. */
#include "screens/trades/trade_parts.h"

static int examples_among(const Trade *trade, PointKind kind) {
    int examples = 0;
    for (int i = 0; i < trade->point_count[kind]; i++)
        examples += trade->point[kind][i].illustrative;
    return examples;
}

static int examples_in_short(const Trade *trade) {
    int examples = 0;
    for (int i = 0; i < trade->fact_count; i++)
        examples += trade->fact[i].illustrative;
    return examples;
}

static int examples_in_ways(const Trade *trade) {
    int examples = examples_among(trade, POINT_BLOCK);
    for (int i = 0; i < trade->way_count; i++)
        examples += trade->way[i].illustrative;
    return examples;
}

int trade_examples(const Trade *trade, int tab) {
    switch (tab) {
    case TAB_SHORT:
        return examples_in_short(trade);
    case TAB_GESTURES:
        return examples_among(trade, POINT_GESTURE) + examples_among(trade, POINT_TOOL);
    case TAB_FEELINGS:
        return examples_among(trade, POINT_LIKE) + examples_among(trade, POINT_HARD);
    case TAB_WAYS:
        return examples_in_ways(trade);
    default:
        return 0;
    }
}

/* Enlarged, a text is set one sentence a line: easier to follow, and it can go on to a next page.
 */
static void add_sentences(Page *page, Node *body, Slice text) {
    while (text.len) {
        int stop = slice_find(text, LIT(". "));
        int end = stop < 0 ? text.len : stop + 1;
        widget_text(page, body, TYPE_BODY, slice_cut(text, 0, end));
        text = slice_trim(slice_cut(text, end, text.len));
    }
}

void trade_short(Page *page, Node *body, const Trade *trade) {
    bool stacked = page->form.by_sentence;
    if (stacked)
        add_sentences(page, body, tr_text(page, trade->text));
    else
        widget_text(page, body, TYPE_BODY, tr_text(page, trade->text));
    trade_facts(page, body, trade, examples_in_short(trade) == 1);
}

static void add_list_heading(Page *page, Node *body, StringId words) {
    widget_heading(page, body, TYPE_H3, tr(page, words))->keep = true;
}

static void add_points(Page *page, Node *body, StringId heading, const Trade *trade, PointKind kind,
                       bool mark) {
    if (!trade->point_count[kind])
        return;
    add_list_heading(page, body, heading);
    for (int i = 0; i < trade->point_count[kind]; i++)
        common_point(page, body, tr_text(page, trade->point[kind][i].text),
                     trade->point[kind][i].illustrative && mark);
}

static void add_ways(Page *page, Node *body, const Trade *trade, bool mark) {
    add_list_heading(page, body, STR_WAYS);
    for (int i = 0; i < trade->way_count; i++)
        common_point(page, body,
                     tr_aside(page, tr_text(page, trade->way[i].text),
                              tr_number(page, STR_LEVEL, trade->way[i].level)),
                     trade->way[i].illustrative && mark);
}

void trade_first_list(Page *page, Node *body, const Trade *trade, int tab) {
    bool mark = trade_examples(trade, tab) == 1;
    if (tab == TAB_GESTURES)
        add_points(page, body, STR_GESTURES, trade, POINT_GESTURE, mark);
    else if (tab == TAB_FEELINGS)
        add_points(page, body, STR_LIKES, trade, POINT_LIKE, mark);
    else
        add_ways(page, body, trade, mark);
}

void trade_second_list(Page *page, Node *body, const Trade *trade, int tab) {
    bool mark = trade_examples(trade, tab) == 1;
    if (tab == TAB_GESTURES)
        add_points(page, body, STR_TOOLS, trade, POINT_TOOL, mark);
    else if (tab == TAB_FEELINGS)
        add_points(page, body, STR_HARD, trade, POINT_HARD, mark);
    else
        add_points(page, body, STR_BLOCKS, trade, POINT_BLOCK, mark);
}
