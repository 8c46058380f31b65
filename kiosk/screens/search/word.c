/* A word explained, whom to ask about it, and what else here goes by it. */
#include "screens/search/hit_card.h"

enum { TAP_HIT = 1, TAP_WORDS, TAP_PAGE };
enum { RELATED = 5, HITS_MAX = 60 };
enum { READING = 6, LEADING = 5 }; /* shares of the width */

typedef struct WordState {
    int word, page;
} WordState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(WordState *)state = (WordState){.word = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    switch (action.token) {
    case TAP_HIT:
        return common_open(k, hit_target(action.arg));
    case TAP_WORDS:
        return (Step){.go = SCREEN_glossary};
    case TAP_PAGE:
        ((WordState *)state)->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
}

typedef struct Related {
    Target target[RELATED];
    int count;
} Related;

static bool has_kind(const Related *r, TargetKind kind) {
    for (int i = 0; i < r->count; i++)
        if (r->target[i].kind == kind)
            return true;
    return false;
}

/* The best of each other kind that is found by the word. */
static void find_related(Related *r, const Kiosk *k, const GlossaryEntry *entry) {
    SearchHit hit[HITS_MAX];
    int count = search_find(k->search, LANG_FIRST, entry->word.in[LANG_FIRST], hit, HITS_MAX);
    for (int i = 0; i < count && r->count < RELATED; i++) {
        TargetKind kind = hit[i].target.kind;
        if (kind != TARGET_WORD && !has_kind(r, kind) && !hit_is_over(k, hit[i].target))
            r->target[r->count++] = hit[i].target;
    }
}

/* Whoever knows the word; else where one is advised. */
static void take_somebody(Related *r, const Kiosk *k, const GlossaryEntry *entry) {
    int advice = common_place_of_advice(k);
    if (entry->desk >= 0)
        r->target[r->count++] = (Target){TARGET_DESK, entry->desk};
    else if (k->pack->desk_count)
        r->target[r->count++] = (Target){TARGET_DESK, 0};
    else if (advice != PLAN_NONE)
        r->target[r->count++] = (Target){TARGET_PLACE, advice};
}

static void add_source(Page *page, Node *parent, const GlossaryEntry *entry) {
    if (entry->source.len)
        widget_quiet(page, parent, TYPE_SMALL,
                     widget_fill(page, tr(page, STR_SOURCE_IS), entry->source));
}

/* On a sheet; where there is less room, line by line, so that it can go on to a next page. */
static Node *add_meaning(Page *page, Node *parent, const GlossaryEntry *entry, int wish) {
    bool sheet = page->form.roomy || !page->form.side_by_side;
    Node *body = sheet ? widget_panel(page, parent) : widget_pages(page, parent, SPACE_12, wish);
    Node *head = widget_line(page, body, SPACE_28);
    widget_badge(page, head, icon_named(entry->icon), PAINT_VIOLET, BADGE_LARGE)->drop_rank = 3;
    Node *words = widget_share(page, head, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, tr(page, STR_OF_KIND_WORD));
    widget_heading(page, words, sheet ? TYPE_H1 : TYPE_H2, tr_text(page, entry->word));
    Slice spelled = tr_text(page, entry->spelled);
    if (spelled.len)
        widget_text(page, body, sheet ? TYPE_H3 : TYPE_UI, spelled);
    widget_text(page, body, page->form.roomy ? TYPE_H3 : TYPE_BODY, tr_text(page, entry->text));
    add_source(page, body, entry);
    return body;
}

/* Somebody first; as many of the others as fit. */
static void add_related(Page *page, Node *hand, const Kiosk *k, int word) {
    Related related = {.count = 0};
    const GlossaryEntry *entry = &k->pack->glossary[word];
    take_somebody(&related, k, entry);
    find_related(&related, k, entry);
    CardGrid cards = {page->form.side_by_side ? 1 : page->form.wide_columns, PLATE_GAP,
                      ROW_AS_IT_IS, 0};
    Node *grid = widget_cards(page, hand, cards, 0);
    grid->grow = 1;
    for (int i = 0; i < related.count; i++)
        hit_card(page, grid, k, (HitCard){related.target[i], TAP_HIT, page->form.side_by_side});
}

static void add_words_button(Page *page, Node *parent) {
    widget_button(page, parent, BUTTON_PLAIN, ICON_menu_book, tr(page, STR_ALL_WORDS),
                  (Action){TAP_WORDS, 0});
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const WordState *s = state;
    const GlossaryEntry *entry = &k->pack->glossary[s->word];
    Frame frame = common_frame(page, k, tr(page, STR_OF_KIND_WORDS));
    if (!page->form.side_by_side) {
        common_scene(page, k, frame.reading);
        add_meaning(page, frame.reading, entry, 0);
        add_related(page, frame.controls, k, s->word);
        add_words_button(page, widget_line(page, frame.controls, 0));
        return;
    }
    Node *row = widget_halves(page, frame.controls, SPACE_44);
    Node *left = widget_share(page, row, READING, SPACE_12);
    Node *body = add_meaning(page, left, entry, s->page);
    if (!page->form.roomy)
        widget_pager_line(page, left, ALIGN_END, body, TAP_PAGE);
    Node *right = widget_share(page, row, LEADING, SPACE_12);
    add_related(page, right, k, s->word);
    add_words_button(page, right);
}

const Screen screen_word = {
    .name = "word",
    .state_size = sizeof(WordState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
