#include "screens/common/common.h"

FrameLogo common_logo(const Kiosk *k) {
    const Pack *pack = k->pack;
    if (pack->campus.logo < 0 || pack->campus.logo >= pack->picture_count)
        return (FrameLogo){0};
    const Picture *logo = &pack->picture[pack->campus.logo];
    return (FrameLogo){pack->campus.logo, logo->width, logo->height};
}

Slice common_trade_sign(const Kiosk *k) {
    Slice named = k->pack->campus.trade_icon;
    return icon_named(named) == ICON_NONE ? LIT("work") : named;
}

Icon common_trade_icon(const Kiosk *k) {
    return icon_named(common_trade_sign(k));
}

Frame common_frame_of(Page *page, const Kiosk *k, Slice crumb, Examples examples) {
    return frame_begin(page, (FrameSpec){.campus = tr_text(page, k->pack->campus.name),
                                         .logo = common_logo(k),
                                         .crumb = crumb,
                                         .minute_of_day = k->minute_of_day,
                                         .examples = examples});
}

Frame common_frame(Page *page, const Kiosk *k, Slice crumb) {
    return common_frame_of(page, k, crumb, EXAMPLES_NONE);
}

/* Which trade it shows hangs on the page's name: each page its own, and always the same. */
void common_scene(Page *page, const Kiosk *k, Node *show) {
    common_scene_of(page, k, show, slice_from(page->screen));
}

Node *common_scene_of(Page *page, const Kiosk *k, Node *show, Slice called) {
    int count = k->pack->trade_count;
    int any = count ? (int)(slice_hash(called, 1) % (uint64_t)count) : -1;
    return common_scene_of_trade(page, k, show, any);
}

Node *common_scene_of_trade(Page *page, const Kiosk *k, Node *show, int at) {
    if (page->form.side_by_side)
        return NULL;
    const Trade *trade = at >= 0 ? &k->pack->trade[at] : NULL;
    Node *scene = trade ? widget_drawing(page, show, trade->picture, tr_text(page, trade->alt))
                        : widget_stretch(page, show);
    scene->fill = PAINT_NONE;
    scene->grow = 1;
    return scene;
}

void common_poster(Page *page, const Kiosk *k, Node *show, int clip) {
    if (page->form.side_by_side || clip < 0)
        return;
    const Clip *c = &k->pack->clip[clip];
    Node *poster = widget_drawing(page, show, c->poster, tr_text(page, c->line));
    poster->fill = PAINT_NONE;
    poster->grow = 1;
}

void common_size_picture(Node *picture, bool above) {
    picture->radius = RADIUS_CHIP;
    picture->grow = above;
    picture->min_h = above ? PICTURE_ABOVE : 0;
    picture->least = above ? PICTURE_SMALL_LEAST : PICTURE_CARD_LEAST;
    if (above)
        return;
    picture->width = PICTURE_CARD * 3 / 2;
    picture->height = PICTURE_CARD;
}

/* Upright, a picture beside large words is lower, so that two cards have room for theirs. */
static void add_card_picture(Page *page, Node *card, const Trade *trade, bool above) {
    Slice alt = tr_text(page, trade->alt);
    Node *picture = above ? widget_drawing(page, card, trade->picture, alt)
                          : widget_picture(page, card, trade->picture, alt);
    common_size_picture(picture, above);
    if (!above && page->form.tight_names) {
        picture->width = PICTURE_CARD_LOW * 3 / 2;
        picture->height = PICTURE_CARD_LOW;
    }
    picture->drop_rank = 3;
}

Node *common_trade_card(Page *page, Node *parent, const Kiosk *k, int trade, Action action) {
    const Trade *t = &k->pack->trade[trade];
    bool below = parent->columns > 1 && (!page->form.side_by_side || parent->row_max > ROW_BESIDE);
    Node *card = widget_plate(page, parent, BUTTON_PLAIN, action);
    bool tight = page->form.tight_names;
    card->pad_x = tight ? SPACE_8 : SPACE_12;
    card->pad_y = below ? SPACE_12 : SPACE_8;
    card->flow = below ? FLOW_COLUMN : FLOW_ROW;
    card->gap = below ? SPACE_8 : SPACE_20;
    card->align = below ? ALIGN_STRETCH : ALIGN_CENTER;
    add_card_picture(page, card, t, below);
    Node *words = widget_share(page, card, !below, below ? SPACE_4 : 0);
    words->pad_x = tight ? 0 : SPACE_8;
    Type type = below ? page->form.name_below : page->form.name;
    widget_label(page, words, type, PAINT_INK, tr_text(page, t->short_name));
    Node *line = widget_quiet(page, words, TYPE_SMALL, tr_text(page, t->line));
    line->drop_rank =
        page->form.side_by_side && !below ? 2 : 1; /* lying, it is worth a page with fewer cards */
    card->spoken = tr_text(page, t->short_name);
    return card;
}

Slice common_clock(Page *page, Millis time) {
    return arena_printf(page->arena, "%d:%02d", (int)(time / 60000), (int)(time / 1000 % 60));
}

static void add_clip_words(Page *page, Node *card, const Kiosk *k, const Clip *clip) {
    Node *words = widget_share(page, card, 1, SPACE_4);
    widget_label(page, words, page->form.name, PAINT_INK, tr_text(page, clip->title));
    Node *foot = widget_row(page, words, SPACE_8);
    foot->drop_rank = 1;
    foot->align = ALIGN_CENTER;
    widget_icon(page, foot, TYPE_SMALL_ICON, ICON_play_arrow, PAINT_INK2);
    widget_quiet(page, foot, TYPE_SMALL,
                 tr_beside(page, common_clock(page, clip->duration),
                           tr_text(page, k->pack->trade[clip->trade].short_name)));
}

/* The poster whole, 16 wide and 9 high. */
Node *common_clip_card(Page *page, Node *parent, const Kiosk *k, int clip, Action action) {
    const Clip *c = &k->pack->clip[clip];
    Node *card = widget_item(page, parent, BUTTON_PLAIN, ITEM_PICTURE, action);
    Node *poster = widget_picture(page, card, c->poster, tr_text(page, c->line));
    poster->radius = RADIUS_CHIP;
    poster->width = POSTER_CARD * 16 / 9;
    poster->height = POSTER_CARD;
    poster->least = PICTURE_SMALL_LEAST;
    poster->drop_rank = 3;
    add_clip_words(page, card, k, c);
    card->spoken = tr_text(page, c->title);
    card->video_ahead = clip + 1;
    return card;
}

int common_clip_of_trade(const Pack *pack, int trade) {
    for (int c = 0; c < pack->clip_count; c++)
        if (pack->clip[c].trade == trade)
            return c;
    return -1;
}

Step common_learn(int trade) {
    Step step = common_follow((Target){TARGET_TRADE, trade});
    step.arg = LEARN_FIRST - trade;
    return step;
}

Step common_play(int clip) {
    return (Step){.go = SCREEN_player, .arg = clip};
}

Node *common_point(Page *page, Node *parent, Slice text, bool illustrative) {
    Node *row = widget_row(page, parent, SPACE_20);
    row->align = ALIGN_START;
    Node *dot = widget_column(page, row, 0);
    dot->pad_y = SPACE_20;
    dot->width = SPACE_12;
    widget_block(page, dot, 0, SPACE_12, PAINT_ACCENT)->radius = DOT_RADIUS;
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, TYPE_BODY, text);
    if (illustrative)
        widget_example(page, words);
    return row;
}

int common_place_of_trade(const Kiosk *k, int trade) {
    for (int i = 0; k->plan && i < k->plan->link_count; i++)
        if (k->plan->link[i].trade == trade)
            return k->plan->link[i].space;
    return PLAN_NONE;
}

int common_place_of_advice(const Kiosk *k) {
    for (int i = 0; k->plan && i < k->plan->space_count; i++)
        if (k->plan->space[i].kind == SPACE_GUIDANCE && k->plan->space[i].place)
            return i;
    return PLAN_NONE;
}

/* Whom one meets, what one makes, what is going on. */
static Step follow_room(Target target) {
    switch (target.kind) {
    case TARGET_DESKS:
        return (Step){.go = SCREEN_desks};
    case TARGET_BACK:
        return (Step){.go = SCREEN_back};
    case TARGET_STORY:
        return (Step){.go = SCREEN_project};
    case TARGET_DESK:
        return (Step){.go = SCREEN_desk, .arg = target.arg};
    case TARGET_LAB:
        return (Step){.go = SCREEN_lab, .arg = target.arg};
    case TARGET_MACHINE:
        return (Step){.go = SCREEN_machine, .arg = target.arg};
    case TARGET_PROJECT:
        return (Step){.go = SCREEN_lab_project, .arg = target.arg};
    case TARGET_EVENT:
        return (Step){.go = SCREEN_event, .arg = target.arg};
    case TARGET_PARTNER:
        return (Step){.go = SCREEN_partner, .arg = target.arg};
    default:
        return (Step){0};
    }
}

/* All that is counted of pages: back to school and what leads there are none of these. */
Fact common_fact(Target target) {
    static const FactKind FACTS[TARGET_KIND_COUNT] = {
        [TARGET_TRADE] = FACT_TRADE_OPEN,   [TARGET_TOPIC] = FACT_TOPIC_OPEN,
        [TARGET_PLACE] = FACT_PLACE_SOUGHT, [TARGET_COURSE] = FACT_COURSE_OPEN,
        [TARGET_LAB] = FACT_LAB_OPEN,       [TARGET_DESK] = FACT_DESK_SOUGHT,
    };
    FactKind kind = FACTS[target.kind];
    return kind ? (Fact){kind, target.arg} : (Fact){FACT_NONE, 0};
}

static Step page_of(Target target) {
    switch (target.kind) {
    case TARGET_QUIZ:
        return (Step){.go = SCREEN_quiz};
    case TARGET_DUEL:
        return (Step){.go = SCREEN_duel};
    case TARGET_TRADES:
        return (Step){.go = SCREEN_families};
    case TARGET_LEVEL:
        return (Step){.go = SCREEN_trades,
                      .arg = common_trades((TradeFilter){TRADES_BY_LEVEL, target.arg})};
    case TARGET_TRADE:
        return (Step){.go = SCREEN_trade, .arg = target.arg};
    case TARGET_TOPIC:
        return (Step){.go = SCREEN_topic, .arg = target.arg};
    case TARGET_PLACE:
        return (Step){.go = SCREEN_map, .arg = target.arg + 1};
    case TARGET_WORD:
        return (Step){.go = SCREEN_word, .arg = target.arg};
    case TARGET_VIDEO:
        return common_play(target.arg);
    case TARGET_COURSES:
        return (Step){.go = SCREEN_catalogue};
    case TARGET_PATHWAY:
        return (Step){.go = SCREEN_pathway};
    case TARGET_INTER:
        return (Step){.go = SCREEN_inter};
    case TARGET_INTERNSHIPS:
        return (Step){.go = SCREEN_internships};
    case TARGET_COURSE:
        return (Step){.go = SCREEN_course, .arg = target.arg};
    case TARGET_BLOCK:
        return (Step){.go = SCREEN_certification, .arg = target.arg};
    case TARGET_INTERNSHIP:
        return (Step){.go = SCREEN_internship, .arg = target.arg};
    default:
        return follow_room(target);
    }
}

Step common_follow(Target target) {
    Step step = page_of(target);
    if (step.go)
        step.fact[0] = common_fact(target);
    return step;
}

static Target or_target(int index, TargetKind kind) {
    return (Target){index < 0 ? TARGET_NONE : kind, index};
}

static Target course_with(const Pack *pack, int certification) {
    for (int c = 0; c < pack->course_count; c++)
        if (pack->course[c].certification == certification)
            return (Target){TARGET_COURSE, c};
    return (Target){TARGET_NONE, 0};
}

/* A certification opens at the first of its blocks. */
static Target first_block(const Pack *pack, int certification) {
    const Certification *c = &pack->certification[certification];
    return c->block_count ? (Target){TARGET_BLOCK, c->first_block}
                          : course_with(pack, certification);
}

/* One step on from what has no page of its own: whom to ask, or where it is. */
static Target way_on(const Pack *pack, Target from) {
    switch (from.kind) {
    case TARGET_CERTIFICATION:
        return first_block(pack, from.arg);
    case TARGET_PARTNER:
        return or_target(pack->partner[from.arg].desk, TARGET_DESK);
    case TARGET_DESK:
        return or_target(pack->desk[from.arg].place, TARGET_PLACE);
    case TARGET_MACHINE:
        return (Target){TARGET_LAB, pack->lab_machine[from.arg].lab};
    case TARGET_PROJECT:
        return (Target){TARGET_LAB, pack->lab_project[from.arg].lab};
    case TARGET_LAB:
        return or_target(pack->lab[from.arg].place, TARGET_PLACE);
    case TARGET_EVENT:
        return or_target(pack->campus_event[from.arg].place, TARGET_PLACE);
    default:
        return (Target){TARGET_NONE, 0};
    }
}

Step common_open(const Kiosk *k, Target target) {
    Step step = common_follow(target);
    while (!step.go && target.kind) {
        target = way_on(k->pack, target);
        step = common_follow(target);
    }
    int advice = common_place_of_advice(k);
    if (!step.go && advice != PLAN_NONE)
        step = common_follow((Target){TARGET_PLACE, advice});
    return step.go ? step : common_follow((Target){TARGET_TRADES, 0});
}

static bool leads_to(const Topic *topic, TargetKind kind) {
    for (int i = 0; i < topic->block_count[0]; i++)
        if (topic->block[0][i].kind == BLOCK_BUTTON && topic->block[0][i].target.kind == kind)
            return true;
    return false;
}

int common_topic_leading(const Kiosk *k, TargetKind kind) {
    for (int i = 0; i < k->pack->topic_count; i++)
        if (leads_to(&k->pack->topic[i], kind))
            return i;
    return -1;
}

int common_trades(TradeFilter filter) {
    return (int)filter.by + TRADES_BY_COUNT * filter.which;
}

TradeFilter common_trades_of(int arg) {
    return (TradeFilter){(TradesBy)(arg % TRADES_BY_COUNT), arg / TRADES_BY_COUNT};
}

static bool has_level(const Trade *trade, int level) {
    for (int i = 0; i < trade->way_count; i++)
        if (trade->way[i].level == level)
            return true;
    return false;
}

bool common_trade_listed(const Pack *pack, int trade, TradeFilter filter) {
    const Trade *t = &pack->trade[trade];
    if (filter.by == TRADES_BY_FAMILY)
        return t->family == filter.which;
    return filter.by == TRADES_ALL || has_level(t, filter.which);
}

/* ---- sheets ---------------------------------------------------------------------------------- */

enum { SHEET_READING = 23, SHEET_SIDE = 12 }; /* shares of the width */

/* What is only seen may stand above the reach line, so both sides begin below the header; what is
   touched stands at their feet. */
static Sheet sheet_beside(Page *page, Frame frame, int wish, int token) {
    frame.reading->min_h = 0;
    Node *row = widget_halves(page, frame.controls, GUTTER);
    Node *left = widget_share(page, row, SHEET_READING, SPACE_12);
    Node *right = widget_share(page, row, SHEET_SIDE, TARGET_GAP);
    Sheet sheet = {.title = widget_column(page, left, SPACE_8), .seen = right, .side = right};
    right->justify = ALIGN_END;
    sheet.reading = widget_pages(page, left, PLATE_GAP, wish);
    widget_pager_line(page, left, ALIGN_END, sheet.reading, token);
    return sheet;
}

static Sheet sheet_below(Page *page, Frame frame, int wish, int token) {
    Sheet sheet = {.title = widget_column(page, frame.reading, SPACE_8)};
    Node *above = widget_share(page, frame.reading, 2, 0); /* words go before pictures */
    sheet.reading = widget_pages(page, above, PLATE_GAP, wish);
    sheet.side = widget_share(page, frame.controls, 1, TARGET_GAP);
    sheet.seen = page->form.low || page->form.roomy ? frame.reading : sheet.side;
    if (page->form.roomy) { /* what is seen has all the height that is left */
        frame.reading->grow = 1;
        frame.controls->grow = sheet.side->grow = 0;
    }
    widget_pager_line(page, frame.controls, ALIGN_END, sheet.reading, token);
    return sheet;
}

Sheet common_sheet(Page *page, Frame frame, int wish, int token) {
    return page->form.side_by_side ? sheet_beside(page, frame, wish, token)
                                   : sheet_below(page, frame, wish, token);
}

Sight common_sight_of(const Page *page, const Kiosk *k, Sight own, const Indices *trades) {
    if (own.picture >= 0 || !trades->count)
        return own;
    const Trade *trade = &k->pack->trade[trades->at[0]];
    return (Sight){trade->picture, own.icon, tr_text(page, trade->alt)};
}

Node *common_sight(Page *page, Node *parent, Sight own) {
    int picture = own.picture;
    Node *sight =
        picture >= 0 ? widget_drawing(page, parent, picture, own.alt) : widget_middle(page, parent);
    sight->min_h = PICTURE_ABOVE;
    sight->grow = 1;
    sight->radius = RADIUS_CHIP;
    sight->drop_rank = 3;
    if (picture >= 0) {
        sight->least = PICTURE_SMALL_LEAST;
        return sight;
    }
    sight->fill = PAINT_FIELD;
    sight->min_h = PICTURE_SMALL_LEAST;
    widget_icon(page, sight, TYPE_ICON_LARGE, icon_named(own.icon), PAINT_PRIMARY)->least =
        ICON_LEAST;
    return sight;
}

Node *common_signed_line(Page *page, Node *parent, Slice icon, Slice text) {
    Node *row = widget_line(page, parent, SPACE_20);
    Icon sign = icon.len ? icon_named(icon) : ICON_chevron_right;
    widget_icon(page, row, TYPE_ICON, sign, PAINT_PRIMARY)->least = ICON_LEAST;
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, page->form.side_by_side ? TYPE_SMALL : page->form.lead, text);
    return row;
}
