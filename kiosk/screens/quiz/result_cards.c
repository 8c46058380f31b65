/* The nearest trade as a large card, the others as smaller ones, the code to take home in sight.
   They lie on their faces and turn over one after the other; where the first cannot be told from
   the next, and where all are bridges, they are equal in size. */
#include "quiz/flags.h"
#include "screens/quiz/result_sides.h"
#include "screens/quiz/reveal.h"

enum { SIGHTS = 3 };                      /* of them side by side */
enum { SHARE_LARGE = 6, SHARE_LIST = 5 }; /* of the width */

#define ROW_LOW 116      /* of four cards within a low hand's reach */
#define WORDS_LEAST 24   /* of small words on a card, before anything leaves it */
#define SIGHT_BESIDE 180 /* widths of drawings beside words: to the edges of the card, in it */
#define SIGHT_SMALL 144

static const Trade *trade_of(ResultView v, int index) {
    return &v.k->pack->trade[v.r->suggestion[index].trade];
}

static bool are_equal(ResultView v) {
    return v.r->neck_and_neck > 1 || v.r->kind == RESULT_ELSEWHERE;
}

/* ---- turning over ---------------------------------------------------------------------------- */

static StringId back_words(ResultView v, int index) {
    if (v.r->suggestion[index].surprise)
        return STR_SURPRISE;
    return index || are_equal(v) ? STR_ALSO : STR_CLOSEST;
}

/* A card on its face: what stands on it cannot be touched before it lies open. */
static void add_back(ResultView v, Node *layer, Node *card, int index) {
    int open = reveal_back(result_age(v.s, v.k), index);
    if (open == REVEAL_OPEN)
        return;
    card->inert = true;
    bool low = are_equal(v) ? v.page->form.room_above : index > 0;
    widget_back(v.page, layer, (CardBack){open, low}, tr(v.page, back_words(v, index)),
                (Action){TAP_OPEN, 0});
}

/* ---- what stands on a card ------------------------------------------------------------------- */

static int clip_of(ResultView v, int index) {
    return common_clip_of_trade(v.k->pack, v.r->suggestion[index].trade);
}

/* The first one shows its gesture once, without a sound, when all is open. */
static bool plays(ResultView v, int index) {
    int clip = clip_of(v, index);
    bool was_seen = v.s->gesture_shown == clip + 1;
    return clip >= 0 && !v.k->settings.still && !was_seen && result_age(v.s, v.k) >= REVEAL_MS;
}

static Node *add_film(ResultView v, Node *parent, int clip) {
    const Clip *c = &v.k->pack->clip[clip];
    Video film = {.wish = {.clip = clip, .from = 1000 * (Millis)c->loop_from},
                  .name = c->id,
                  .at = v.k->video.at / 1000 * 1000,
                  .poster = c->poster,
                  .fit = {true, c->focus_x, c->focus_y}};
    if (c->loop_to > c->loop_from)
        page_wake_video(v.page, 1000 * (Millis)c->loop_to);
    return widget_video(v.page, parent, film, tr_text(v.page, c->line));
}

static Node *add_sight(ResultView v, Node *parent, int index, bool film) {
    const Trade *trade = trade_of(v, index);
    Node *sight = film
                      ? add_film(v, parent, clip_of(v, index))
                      : widget_drawing(v.page, parent, trade->picture, tr_text(v.page, trade->alt));
    sight->radius = RADIUS_CHIP;
    sight->least = PICTURE_SMALL_LEAST;
    sight->drop_rank = 3;
    return sight;
}

/* How near it is: the bars where all are not equally far. */
static void add_bars(ResultView v, Node *line, int lit) {
    if (v.r->kind != RESULT_ELSEWHERE)
        widget_bars(v.page, line, BARS_NEAR, (Bars){lit, 3}, PAINT_PRIMARY)->drop_rank = 2;
}

/* ---- the large card -------------------------------------------------------------------------- */

/* Without an answer about its workshop: the letter that speaks for it, or what was refused. */
static void add_otherwise(ResultView v, Node *words, const Suggestion *s) {
    Page *page = v.page;
    if (s->because_letter >= 0)
        widget_text(page, words, TYPE_BODY,
                    widget_fill(page, tr(page, STR_BECAUSE_LETTER),
                                result_letter(page, s->because_letter)));
    else if (s->unchosen >= 0)
        widget_text(page, words, TYPE_BODY,
                    widget_fill(page, tr(page, STR_UNCHOSEN_ALONE), result_quoted(v, s->unchosen)));
}

static void add_because(ResultView v, Node *words, const Suggestion *s) {
    Page *page = v.page;
    if (s->said < 0) {
        add_otherwise(v, words, s);
        return;
    }
    widget_text(page, words, TYPE_LABEL, tr(page, STR_BECAUSE));
    widget_quiet(page, words, TYPE_SMALL, result_quoted(v, s->said));
    int second = result_second_reason(v);
    if (second >= 0)
        widget_quiet(page, words, TYPE_SMALL, result_quoted(v, second))->drop_rank = 1;
}

/* On the picture, where there always is one. */
static void add_chip(ResultView v, Node *sight, int lit) {
    sight->pad_x = sight->pad_y = SPACE_12;
    sight->align = ALIGN_START;
    Node *chip = widget_line(v.page, sight, SPACE_12);
    chip->fill = PAINT_SURFACE;
    chip->radius = RADIUS_CHIP;
    chip->pad_x = SPACE_20;
    chip->pad_y = SPACE_4;
    add_bars(v, chip, lit);
    widget_label(v.page, chip, TYPE_LABEL, PAINT_INK,
                 result_card_closeness(v, &v.r->suggestion[0]));
}

static void add_name(ResultView v, Node *words, int lit) {
    Page *page = v.page;
    widget_heading(page, words, page->form.roomy ? TYPE_H1 : TYPE_H2,
                   tr_text(page, trade_of(v, 0)->short_name));
    if (page->form.roomy)
        return;
    Node *line = widget_line(page, words, SPACE_12);
    add_bars(v, line, lit);
    widget_label(page, widget_share(page, line, 1, 0), TYPE_LABEL, PAINT_INK,
                 result_card_closeness(v, &v.r->suggestion[0]));
}

/* A card that only holds what is touched: without an outline, its picture to its edges. */
static void add_large(ResultView v, Node *parent) {
    Page *page = v.page;
    const Suggestion *s = &v.r->suggestion[0];
    Node *layer = widget_layers(page, parent, SHARE_LARGE);
    Node *card = widget_window(page, layer, (Slice){0}, (Action){0});
    card->justify = ALIGN_END; /* without its picture, too, what is touched is low */
    Node *sight = add_sight(v, card, 0, plays(v, 0));
    sight->radius = 0;
    sight->min_h = PICTURE_ABOVE;
    sight->grow = 1;
    int lit = reveal_bars(result_age(v.s, v.k), (int)s->closeness + 1);
    if (page->form.roomy)
        add_chip(v, sight, lit);
    Node *body = widget_column(page, card, SPACE_12);
    body->pad_x = SPACE_12;
    body->pad_y = page->form.huge ? 0 : SPACE_12; /* what is touched comes down by as much */
    Node *words = widget_column(page, body, SPACE_4);
    words->pad_x = SPACE_8;
    add_name(v, words, lit);
    add_because(v, words, s);
    result_acts(v, widget_grid(page, body, 2, TARGET_GAP), 0);
    widget_frame(page, card, PAINT_SURFACE, PAINT_NONE);
    add_back(v, layer, card->parent, 0);
}

/* ---- the others ------------------------------------------------------------------------------ */

/* How near, what, and why. */
static void add_words(ResultView v, Node *words, int index, Type name) {
    const Suggestion *s = &v.r->suggestion[index];
    Page *page = v.page;
    Node *line = widget_line(page, words, SPACE_12);
    Slice near = s->surprise ? tr(page, STR_SURPRISE) : result_card_closeness(v, s);
    Node *how = widget_label(page, widget_share(page, line, 1, 0), TYPE_SMALL, PAINT_INK2, near);
    how->least = WORDS_LEAST;
    how->drop_rank = page->form.huge && !s->surprise; /* the bars say it, too */
    add_bars(v, line, (int)s->closeness + 1);
    widget_label(page, words, name, PAINT_INK, tr_text(page, trade_of(v, index)->short_name));
}

/* What somebody answered stays beside the large card, and below it as long as that is in reach;
   what the trade is goes before all letters become smaller. */
static void add_reason(ResultView v, Node *parent, int index) {
    bool scattered = v.r->flags >> FLAG_SCATTERED & 1; /* then a sentence above has their room */
    if (!v.page->form.roomy || (scattered && !v.page->form.side_by_side))
        return;
    Node *why = widget_label(v.page, parent, TYPE_SMALL, PAINT_INK2, result_reason(v, index));
    why->least = WORDS_LEAST;
    why->drop_rank = v.r->suggestion[index].said < 0 || !v.page->form.side_by_side;
}

static Slice spoken_name(ResultView v, int index) {
    return tr_aside(v.page, tr_text(v.page, trade_of(v, index)->short_name),
                    result_card_closeness(v, &v.r->suggestion[index]));
}

/* The drawing above the words or beside them, to the edges of its card. */
static void add_window(ResultView v, Node *parent, int index, bool beside) {
    Action why = {TAP_WHY, index};
    Page *page = v.page;
    Node *layer = widget_layers(page, parent, 1);
    Node *card = widget_window(page, layer, spoken_name(v, index), why);
    card->flow = beside ? FLOW_ROW : FLOW_COLUMN;
    Node *sight = add_sight(v, card, index, false);
    sight->radius = 0;
    sight->width = beside ? SIGHT_BESIDE : 0;
    sight->min_h = PICTURE_SMALL_LEAST;
    sight->grow = !beside;
    sight->aside = true; /* who listens hears the names, not what each drawing shows */
    if (beside)
        sight->drop_rank = 0;
    Node *foot = widget_foot(page, card, why);
    foot->flow = FLOW_COLUMN;
    foot->align = ALIGN_STRETCH;
    foot->justify = ALIGN_CENTER;
    foot->gap = 0;
    foot->grow = beside;
    foot->pad_x = SPACE_20;
    foot->pad_y = beside ? SPACE_4 : SPACE_8;
    foot->key = (char)('1' + index);
    foot->spoken = spoken_name(v, index);
    add_words(v, foot, index, beside ? TYPE_UI : page->form.name_below);
    add_reason(v, foot, index);
    widget_frame(page, card, PAINT_PEN, PAINT_SHADE);
    add_back(v, layer, card->parent, index);
}

/* The drawing beside the name, the reason below both. */
static void add_small(ResultView v, Node *parent, int index, bool drawn) {
    Page *page = v.page;
    Node *layer = widget_layers(page, parent, 1);
    Node *card = widget_item(page, layer, BUTTON_PLAIN, ITEM_PICTURE, (Action){TAP_WHY, index});
    card->flow = FLOW_COLUMN;
    card->align = ALIGN_STRETCH;
    card->justify = ALIGN_CENTER;
    card->gap = card->pad_y = SPACE_4;
    card->key = (char)('1' + index);
    card->radius = RADIUS_CARD;
    card->spoken = spoken_name(v, index);
    Node *line = widget_line(page, card, SPACE_12);
    if (drawn) {
        Node *sight = add_sight(v, line, index, false);
        sight->width = SIGHT_SMALL;
        sight->height = SIGHT_SMALL * 2 / 3;
    }
    add_words(v, widget_share(page, line, 1, 0), index, TYPE_UI);
    add_reason(v, card, index);
    add_back(v, layer, card, index);
}

/* What attracts in all, as one card more. */
static void add_profile(ResultView v, Node *parent) {
    Node *card =
        widget_item(v.page, parent, BUTTON_PLAIN, ITEM_PICTURE, (Action){TAP_SIDE, SIDE_PROFILE});
    card->radius = RADIUS_CARD;
    card->justify = ALIGN_CENTER;
    widget_sign(v.page, card, ICON_bar_chart, PAINT_PRIMARY);
    widget_label(v.page, card, TYPE_UI, PAINT_INK, tr(v.page, STR_RESULT_PROFILE));
}

/* All of them at once where the words are as usual; else on as many pages as it takes. */
static Node *add_grid(ResultView v, Node *parent, CardGrid cards) {
    if (!v.page->form.roomy)
        return widget_cards(v.page, parent, cards, v.s->result_page);
    Node *grid = widget_grid(v.page, parent, cards.columns, cards.gap);
    grid->grow = 1;
    grid->row_max = cards.row;
    return grid;
}

/* Below the reach line of a low hand, beside a card whose picture stands above it. */
static Node *add_low_list(ResultView v, Node *parent, int rows) {
    Node *half = widget_share(v.page, parent, SHARE_LIST, 0);
    widget_stretch(v.page, half);
    Node *list = add_grid(v, half, (CardGrid){1, TARGET_GAP, ROW_LOW, rows});
    list->grow = 0;
    list->min_h = rows * (ROW_LOW + TARGET_GAP) - TARGET_GAP;
    return list;
}

static Node *add_list(ResultView v, Node *parent) {
    const Form *form = &v.page->form;
    int columns = form->side_by_side ? 1 : form->columns, others = RESULT_TRADES - 1;
    bool one_row = columns > 1 && (form->largest || (form->low && form->enlarged));
    if (form->low && form->side_by_side)
        return add_low_list(v, parent, form->enlarged ? others - 1 : others);
    Node *list = add_grid(
        v, parent, (CardGrid){columns, TARGET_GAP, ROW_BADGE, one_row ? 1 : others / columns});
    list->grow = form_share(form, SHARE_LIST);
    return list;
}

static Node *add_others(ResultView v, Node *parent) {
    Node *list = add_list(v, parent);
    for (int i = 1; i < v.r->suggestion_count; i++)
        if (v.page->form.ample)
            add_window(v, list, i, true);
        else
            add_small(v, list, i, true);
    return list;
}

static void add_sights_row(ResultView v, Node *parent, int from, int to) {
    Node *row = widget_halves(v.page, parent, TARGET_GAP);
    for (int i = from; i < to; i++) {
        Node *sight = add_sight(v, row, i, false);
        sight->min_h = PICTURE_ABOVE;
        sight->grow = 1;
        sight->drop_rank = 0;
    }
}

static bool are_all_above(const Form *form) {
    return !form->side_by_side && !form->enlarged;
}

/* Where there is room above the reach line they are seen there: all in two rows, or some. */
static void add_sights(ResultView v) {
    bool every = are_all_above(&v.page->form);
    int all = v.r->suggestion_count, count = every || all < SIGHTS ? all : SIGHTS;
    int above = every ? count / 2 : 0;
    Node *rows = widget_share(v.page, v.frame.reading, 1, TARGET_GAP);
    rows->drop_rank = 3;
    if (above)
        add_sights_row(v, rows, 0, above);
    add_sights_row(v, rows, above, count);
}

static Node *add_equals(ResultView v, Node *parent) {
    const Form *form = &v.page->form;
    bool on_cards = !form->room_above;
    Node *grid = add_grid(
        v, parent, (CardGrid){form->columns, TARGET_GAP, on_cards ? ROW_PAIR : ROW_BADGE, 0});
    for (int i = 0; i < v.r->suggestion_count; i++)
        if (on_cards)
            add_window(v, grid, i, false);
        else
            add_small(v, grid, i, !are_all_above(form));
    if ((v.r->suggestion_count + 1) % form->columns == 0)
        add_profile(v, grid);
    return grid;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* A low hand does not touch the code: it is seen above, and the cards have its place. */
static bool has_code_above(ResultView v) {
    const Form *form = &v.page->form;
    return form->low && !form->side_by_side && (are_equal(v) ? !form->enlarged : true);
}

static Node *add_cards(ResultView v, Node *parent) {
    if (are_equal(v))
        return add_equals(v, parent);
    add_large(v, parent);
    return add_others(v, parent);
}

Node *result_cards(ResultView v) {
    Page *page = v.page;
    Millis again = reveal_again(result_age(v.s, v.k));
    if (again) {
        page_wake(page, v.k->now + again);
        page->root->action = (Action){TAP_OPEN, 0};
    }
    if (!are_equal(v))
        v.frame.reading->min_h = 0;
    else if (page->form.room_above)
        add_sights(v);
    if (page->form.side_by_side) {
        Node *row = widget_halves(page, v.frame.controls, GUTTER);
        Node *list = add_cards(v, row);
        result_code_column(v, row);
        return page->form.roomy ? NULL : list;
    }
    Node *list = add_cards(v, v.frame.controls);
    if (has_code_above(v))
        result_code_above(v);
    else
        result_code_row(v, v.frame.controls);
    return page->form.roomy ? NULL : list;
}
