/* Looking for anything by typing: from two letters on what is found, by kind, with the keyboard
   under the thumbs. */
#include "screens/common/keyboard.h"
#include "screens/search/find_parts.h"

#include <string.h>

/* So many letters of what is typed have room in the field: its end, where it is longer. */
enum { SHOWN_WIDE = 44, SHOWN_NARROW = 24 };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(FindState *)state = (FindState){.places = arg == FIND_PLACES};
}

Slice find_typed(const FindState *s) {
    return (Slice){s->typed, s->len};
}

static void type_word(FindState *s, Slice word) {
    s->len = word.len < FIND_BYTES ? word.len : utf8_start(word, FIND_BYTES);
    memmove(s->typed, word.at, (size_t)s->len);
    memset(s->typed + s->len, 0, sizeof s->typed - (size_t)s->len);
}

static int letters(const FindState *s) {
    return utf8_count(find_typed(s));
}

static void add_letter(FindState *s, uint32_t code) {
    char bytes[4];
    int count = utf8_encode(code, bytes);
    if (letters(s) == FIND_TYPED_MAX || s->len + count > FIND_BYTES)
        return;
    memcpy(s->typed + s->len, bytes, (size_t)count);
    s->len += count;
}

static Step edit(FindState *s, const Kiosk *k, Action action) {
    Target of;
    if (action.token == TAP_KEY)
        add_letter(s, (uint32_t)action.arg);
    else if (action.token == TAP_ERASE && s->len)
        type_word(s, slice_cut(find_typed(s), 0, utf8_start(find_typed(s), s->len - 1)));
    else if (action.token == TAP_OTHER)
        s->latin = !s->latin;
    else if (action.token == TAP_CLEAR)
        type_word(s, LIT(""));
    else if (action.token == TAP_NEAREST)
        type_word(s, search_nearest(k->search, k->settings.lang, find_typed(s), &of));
    return (Step){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    FindState *s = state;
    switch (action.token) {
    case TAP_HIT:
        return common_open(k, hit_target(action.arg));
    case TAP_ALL:
        s->kind = (TargetKind)action.arg;
        s->page = 0;
        return (Step){.turns = true};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    default:
        return edit(s, k, action);
    }
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    FindState *s = state;
    bool was_list = s->kind != TARGET_NONE;
    s->kind = TARGET_NONE;
    return was_list;
}

/* ---- what is typed --------------------------------------------------------------------------- */

bool find_field_is_above(const Page *page) {
    return page->form.low || !page->form.side_by_side;
}

/* Who listens hears what is found. */
static Slice said_of(const FindState *s, Page *page, int count) {
    Slice typed = widget_fill(page, tr(page, STR_FOUND_SPOKEN), find_typed(s));
    return widget_fill(page, typed, arena_printf(page->arena, "%d", count));
}

static Slice shown_of(const FindState *s, Page *page) {
    Slice rest = find_typed(s);
    bool wide = page->form.side_by_side && !page->form.enlarged;
    int over = letters(s) - (wide ? SHOWN_WIDE : SHOWN_NARROW);
    if (over <= 0)
        return arena_copy(page->arena, rest);
    while (over-- > 0)
        utf8_next(&rest);
    return arena_printf(page->arena, "…" SLICE_FMT, SLICE_ARG(rest));
}

/* Above, "Chercher" at the bottom empties it. */
static void add_field(const FindState *s, Page *page, Node *parent, int count) {
    Node *row = widget_row(page, parent, TARGET_GAP);
    Node *field = widget_field(page, row, ICON_search);
    field->grow = 1;
    if (s->len)
        widget_text(page, field, TYPE_H2, shown_of(s, page))->spoken =
            letters(s) < SEARCH_LEAST_LETTERS ? (Slice){0} : said_of(s, page, count);
    else
        widget_quiet(page, field, TYPE_BODY,
                     tr(page, s->places ? STR_SEARCH_HINT : STR_SEARCH_HINT_ALL));
    widget_block(page, field, CARET_WIDTH, SPACE_44, PAINT_PRIMARY);
    if (find_field_is_above(page))
        return;
    Node *clear =
        widget_button(page, row, BUTTON_PLAIN, ICON_close, (Slice){0}, (Action){TAP_CLEAR, 0});
    clear->spoken = tr(page, STR_ERASE_ALL);
    clear->disabled = !s->len;
}

/* ---- what answers ---------------------------------------------------------------------------- */

/* A word that is found is explained right there: above, where it is only read, or at the left of
   what else there is. */
static Node *add_explained(Page *page, Frame frame, const Kiosk *k, int word) {
    if (find_field_is_above(page)) {
        if (page->form.side_by_side) /* low: there is the height for the words alone */
            widget_text(page, frame.reading, TYPE_SMALL,
                        tr_text(page, k->pack->glossary[word].text))
                ->drop_rank = 2;
        else
            hit_explain(page, widget_panel(page, frame.reading), k, word);
        return frame.controls;
    }
    Node *row = widget_row(page, frame.controls, TARGET_GAP);
    Node *plate = widget_plate(page, row, BUTTON_PLAIN,
                               (Action){TAP_HIT, hit_arg((Target){TARGET_WORD, word})});
    plate->flow = FLOW_COLUMN;
    plate->grow = 9;
    plate->min_w = 0;
    plate->gap = SPACE_8;
    plate->pad_x = SPACE_28;
    plate->pad_y = SPACE_12;
    hit_explain(page, plate, k, word);
    return widget_share(page, row, 11, 0);
}

/* The word that was most likely meant, if it was one. */
static int explained(const Found *f) {
    bool is_word = f->count && f->hit[0].target.kind == TARGET_WORD;
    return is_word ? f->hit[0].target.arg : -1;
}

/* Beside what is explained, which stands there already, there is half of the width. */
static Cells cells_of(const FindState *s, const Kiosk *k, const Found *f, int beside) {
    Cells c = {.room = CELLS, .places = s->places};
    if (beside >= 0) {
        c.cell[c.count++] = (Target){TARGET_WORD, beside};
        c.room++;
        c.narrow = true;
    }
    if (f->count)
        cells_choose(&c, f);
    else if (letters(s) >= SEARCH_LEAST_LETTERS)
        cells_take_ways_out(&c, k);
    else
        cells_take_ideas(&c, k);
    return c;
}

static void add_cells(Page *page, Node *parent, const Kiosk *k, const Cells *c, const Found *f) {
    Node *grid = find_grid(page, parent);
    for (int i = c->narrow; i < c->count; i++)
        find_cell(page, grid, k, c, i, f);
}

static Slice about_number(const FindState *s, const Kiosk *k, Page *page) {
    Slice number = search_missing_number(k->search, find_typed(s));
    return number.len ? widget_fill(page, tr(page, STR_SEARCH_NUMBER), number) : number;
}

/* What only another language calls so is said to be of another; that a number is not there, too. */
static Slice about_found(const FindState *s, const Kiosk *k, Page *page, const Found *f) {
    Slice number = about_number(s, k, page);
    if (number.len || !f->hit[0].elsewhere)
        return number;
    return tr(page, STR_SEARCH_ELSEWHERE);
}

static void add_remark(Page *page, Frame frame, Slice remark) {
    Node *above = page->form.low ? frame.reading : frame.controls;
    if (remark.len)
        widget_quiet(page, above, TYPE_SMALL, remark);
}

static void add_found(const Kiosk *k, Page *page, Frame frame, const Cells *c, const Found *f,
                      int word) {
    Node *parent = frame.controls;
    if (word < 0)
        common_scene(page, k, frame.reading);
    else
        parent = add_explained(page, frame, k, word);
    add_cells(page, parent, k, c, f);
}

static Slice caption(const FindState *s, const Kiosk *k, Page *page) {
    if (letters(s) < SEARCH_LEAST_LETTERS)
        return tr(page, s->len ? STR_SEARCH_LETTERS : STR_SEARCH_IDEAS);
    Slice number = about_number(s, k, page);
    return number.len ? number : tr(page, STR_SEARCH_NOTHING);
}

static void add_others(const FindState *s, const Kiosk *k, Page *page, Frame frame,
                       const Cells *c) {
    add_remark(page, frame, caption(s, k, page));
    common_scene(page, k, frame.reading);
    if (letters(s) >= SEARCH_LEAST_LETTERS)
        find_ways_out(s, k, page, frame.controls, c);
    else
        add_cells(page, frame.controls, k, c, NULL);
}

/* ---- the page -------------------------------------------------------------------------------- */

static Frame begin(Page *page, const Kiosk *k, bool example) {
    return common_frame_of(page, k, tr(page, STR_SEARCH), example);
}

static void view_typing(const FindState *s, const Kiosk *k, Page *page) {
    const Found *f = found_of(s, k, page);
    bool above = find_field_is_above(page);
    int word = s->places ? -1 : explained(f);
    Cells c = cells_of(s, k, f, above ? -1 : word);
    Frame frame = begin(page, k, cells_have_example(&c, k));
    frame.controls->gap = TARGET_GAP;
    frame.controls->pad_y = 0;
    if (page->form.room_above) /* standing before a lying screen there is no room above the field */
        widget_heading(page, frame.reading, TYPE_H1,
                       tr(page, s->places ? STR_FIND_PLACE : STR_SEARCH_DO));
    add_field(s, page, above ? frame.reading : frame.controls, f->count);
    if (f->count) {
        add_remark(page, frame, about_found(s, k, page, f));
        add_found(k, page, frame, &c, f, word);
    } else
        add_others(s, k, page, frame, &c);
    keyboard_add(page, frame.controls, (Keyboard){TAP_KEY, TAP_ERASE, TAP_OTHER, false, s->latin});
    if (!page->form.low)
        widget_gap(page, frame.controls, SPACE_4);
}

static bool any_example(const Found *f, const Kiosk *k, TargetKind kind) {
    for (int i = 0; i < f->count; i++)
        if (f->hit[i].target.kind == kind && hit_is_example(k, f->hit[i].target))
            return true;
    return false;
}

/* All that was found of one kind, in pages. */
static void view_list(const FindState *s, const Kiosk *k, Page *page) {
    const Found *f = found_of(s, k, page);
    Frame frame = begin(page, k, any_example(f, k, s->kind));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, hit_kinds(s->kind)));
    widget_quiet(page, frame.reading, TYPE_BODY,
                 widget_fill(page, tr(page, STR_SEARCH_FOR), widget_quote(page, find_typed(s))));
    common_scene(page, k, frame.reading);
    CardGrid cards = {page->form.wide_columns, PLATE_GAP, ROW_AS_IT_IS, 0};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    grid->grow = 1;
    for (int i = 0; i < f->count; i++)
        if (f->hit[i].target.kind == s->kind)
            hit_card(page, grid, k, (HitCard){f->hit[i].target, TAP_HIT, false});
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const FindState *s = state;
    if (s->kind == TARGET_NONE)
        view_typing(s, k, page);
    else
        view_list(s, k, page);
}

const Screen screen_find = {
    .name = "find",
    .state_size = sizeof(FindState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
