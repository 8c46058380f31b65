/* The first tab of a trade: its film or its drawing, what a family asks, and what there is here. */
#include "screens/trades/trade_parts.h"

#define THUMBS 2
#define FACTS 3 /* of every trade: the level, the place, the hours */

Node *trade_sight(Page *page, Node *parent, const Kiosk *k, int trade) {
    const Trade *t = &k->pack->trade[trade];
    int clip = common_clip_of_trade(k->pack, trade);
    Node *sight = NULL;
    if (clip >= 0) {
        const Clip *c = &k->pack->clip[clip];
        sight = widget_picture(page, parent, c->poster, tr_text(page, c->line));
        sight->action = (Action){TAP_CLIP, clip};
        sight->video_ahead = clip + 1;
    } else {
        sight = widget_drawing(page, parent, t->picture, tr_text(page, t->alt));
    }
    sight->radius = RADIUS_CARD;
    return sight;
}

/* "Poser un cordon · 31 secondes" */
Node *trade_play(Page *page, Node *parent, const Kiosk *k, int clip) {
    const Clip *c = &k->pack->clip[clip];
    Slice name = tr_text(page, c->short_title.in[0].len ? c->short_title : c->title);
    Slice says =
        tr_beside(page, name, tr_number(page, STR_SECONDS_LONG, (int)(c->duration / 1000)));
    Node *plate = widget_item(page, parent, BUTTON_PRIMARY, ITEM_LINE, (Action){TAP_CLIP, clip});
    plate->spoken = tr_list(page, tr(page, STR_ON_VIDEO), says);
    plate->video_ahead = clip + 1;
    plate->pad_x = SPACE_20;
    widget_play(page, plate);
    widget_label(page, plate, TYPE_UI, plate->ink, says);
    return plate;
}

void trade_play_on(Page *page, Node *sight, const Kiosk *k, int clip) {
    sight->pad_x = sight->pad_y = SPACE_20;
    sight->align = ALIGN_START;
    sight->justify = ALIGN_END;
    trade_play(page, sight, k, clip);
}

/* ---- facts ----------------------------------------------------------------------------------- */

/* It informs: no line around it, no edge. */
static Node *add_chip(Page *page, Node *row, Icon icon, Slice label, Slice says) {
    Node *chip = widget_line(page, row, SPACE_8);
    chip->role = ROLE_TEXT;
    chip->fill = PAINT_FIELD;
    chip->radius = RADIUS_CHIP;
    chip->pad_x = SPACE_12;
    chip->pad_y = SPACE_4;
    Node *sign = widget_icon(page, chip, TYPE_SMALL_ICON, icon, PAINT_PRIMARY);
    sign->drop_rank = 2;
    widget_label(page, widget_share(page, chip, 1, 0), TYPE_LABEL, PAINT_INK, says);
    if (label.len)
        chip->spoken = tr_list(page, label, says);
    return chip;
}

static void add_fact(Page *page, Node *row, const TradeFact *fact, Icon icon, bool mark) {
    Slice says = tr_text(page, fact->value);
    if (fact->illustrative && mark)
        says = tr_aside(page, says, tr(page, STR_EXAMPLE));
    add_chip(page, row, icon, tr_text(page, fact->label), says)->illustrative =
        fact->illustrative && mark;
}

static void add_conditions(Page *page, Node *grid, unsigned conditions) {
    static const struct {
        StringId says;
        Icon icon;
    } SAID[] = {
        [CONDITION_NOISE] = {STR_CONDITION_NOISE, ICON_volume_up},
        [CONDITION_STANDING] = {STR_CONDITION_STANDING, ICON_accessibility_new},
        [CONDITION_SCREEN] = {STR_CONDITION_SCREEN, ICON_monitor},
        [CONDITION_SHIFTS] = {STR_CONDITION_SHIFTS, ICON_sync},
        [CONDITION_OUTDOORS] = {STR_CONDITION_OUTDOORS, ICON_wb_sunny},
        [CONDITION_SITES] = {STR_CONDITION_SITES, ICON_directions_walk},
    };
    for (unsigned i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (conditions >> i & 1)
            add_chip(page, grid, SAID[i].icon, (Slice){0}, tr(page, SAID[i].says));
}

void trade_facts(Page *page, Node *parent, const Trade *trade, bool mark) {
    static const Icon SIGNS[FACTS] = {ICON_school, ICON_place, ICON_schedule};
    bool beside = !page->form.one_a_line || page->form.roomy;
    Node *facts = beside ? widget_grid(page, parent, 2, SPACE_8) : parent; /* on as many pages */
    for (int i = 0; i < trade->fact_count; i++)
        add_fact(page, facts, &trade->fact[i], SIGNS[i < FACTS ? i : 0], mark);
    add_conditions(page, facts, trade->conditions);
}

/* ---- neighbours ------------------------------------------------------------------------------ */

void trade_neighbours(Page *page, Node *parent, const Kiosk *k, int trade) {
    const Trade *t = &k->pack->trade[trade];
    Node *row = widget_grid(page, parent, THUMBS, TARGET_GAP);
    for (int i = 0; i < t->related_count && i < THUMBS; i++) {
        const Trade *other = &k->pack->trade[t->related[i]];
        Node *plate =
            widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_RELATED, t->related[i]});
        Node *sight = widget_picture(page, plate, other->picture, tr_text(page, other->alt));
        sight->radius = RADIUS_CHIP;
        sight->width = TARGET_BUTTON;
        sight->height = TARGET_MIN;
        sight->drop_rank = 2;
        widget_label(page, widget_share(page, plate, 1, 0), TYPE_LABEL, PAINT_INK,
                     tr_text(page, other->short_name));
        plate->spoken = tr_text(page, other->short_name);
    }
}

/* ---- here ------------------------------------------------------------------------------------ */

static void add_course(Page *page, Node *words, const Kiosk *k, int course) {
    Slice kind = course_kind(page, k, course), start = course_next_start(page, k, course);
    widget_text(page, words, TYPE_UI, tr_text(page, k->pack->course[course].name));
    widget_text(page, words, TYPE_LABEL, tr_beside(page, kind, start));
    widget_quiet(page, words, TYPE_SMALL, course_place(page, k, course))->drop_rank = 1;
}

void trade_here(Page *page, Node *parent, const Kiosk *k, const TradeState *s) {
    int *list, count = offers_of_trade(k->pack, s->trade, k->today, page->arena, &list);
    int place = common_place_of_trade(k, s->trade);
    if (!k->pack->course_count || (!count && place == PLAN_NONE))
        return;
    Node *panel = widget_panel(page, parent);
    panel->flow = FLOW_ROW;
    panel->align = ALIGN_CENTER;
    panel->gap = SPACE_20;
    panel->pad_x = SPACE_20;
    panel->pad_y = SPACE_12;
    Node *words = widget_share(page, panel, 1, 0);
    widget_text(page, words, TYPE_LABEL, tr(page, STR_AND_HERE));
    if (count)
        add_course(page, words, k, list[0]);
    else
        widget_quiet(page, words, TYPE_SMALL, tr(page, STR_NOT_HERE));
    if (place != PLAN_NONE)
        widget_button(page, panel, BUTTON_PRIMARY, ICON_place, tr(page, STR_GO_THERE),
                      (Action){TAP_PLACE, place})
            ->min_h = TARGET_MIN + SPACE_20;
}
