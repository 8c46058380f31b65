/* The large card of the home page, and its two windows: a film that moves, the trade of the day. */
#include "screens/home/home_parts.h"

#define SHARE_HERO 21 /* of the width, beside each other */
#define SHARE_WINDOW 11
#define DRAWINGS_MAX 4
#define FOOT_LYING                                                                                 \
    160 /* so high at least is what stands below the drawings, the button at its end */
#define FOOT_UPRIGHT 220

#define FILM_MS 8000   /* it moves for so long, */
#define REST_MS 4000   /* then stands still; */
#define TIRED_MS 60000 /* and after a minute for good: whoever reads is not to be distracted */

/* ---- the quiz -------------------------------------------------------------------------------- */

/* Questions about work, from all over the quiz, so that the drawings show different gestures. */
static int question_at(const Pack *pack, int place, int places) {
    int work = 0;
    for (int i = 0; i < pack->item_count; i++)
        work += pack->item[i].dimension >= QUIZ_LETTERS;
    int wanted = work * (2 * place + 1) / (2 * places), at = 0;
    for (int i = 0; i < pack->item_count; i++)
        if (pack->item[i].dimension >= QUIZ_LETTERS && at++ == wanted)
            return i;
    return place % pack->item_count;
}

/* Upright the button at the foot comes below the reach line, however little else there is. */
static int least_above(const Page *page) {
    int above = FRAME_HEADER + page_lines(page, TYPE_H1, 1) + SPACE_20;
    int button = FOOT_UPRIGHT - SPACE_20 - TARGET_PRIMARY;
    return page->form.side_by_side ? PICTURE_ABOVE : page->form.reach - above - button;
}

static void add_drawings(Page *page, Node *card, const Kiosk *k) {
    const Form *form = &page->form;
    int count = form->across * form->down;
    Node *grid = widget_grid(page, card, form->across, HAIRLINE);
    grid->fill = PAINT_PEN;
    grid->grow = 1;
    grid->aside = true;
    grid->min_h = least_above(page);
    if (form->side_by_side)
        grid->least = PICTURE_SMALL_LEAST;
    for (int i = 0; i < count; i++) {
        const Question *item = &k->pack->item[question_at(k->pack, i, DRAWINGS_MAX)];
        widget_drawing(page, grid, item->picture,
                       widget_fill(page, tr(page, STR_DRAWING), tr_text(page, item->text)));
    }
}

static void add_start(Page *page, Node *slab) {
    Node *button = widget_plate(page, slab, BUTTON_ACCENT, (Action){TAP_QUIZ, 0});
    button->border = PAINT_NONE; /* on the slab nothing is outlined */
    button->flow = FLOW_ROW;
    button->align = button->justify = ALIGN_CENTER;
    button->gap = SPACE_20;
    button->pad_x = SPACE_28;
    button->min_h = TARGET_PRIMARY;
    button->key = '1';
    button->spoken = tr(page, STR_CARD_QUIZ);
    widget_label(page, button, TYPE_H3, button->ink, tr(page, STR_START));
    widget_icon(page, button, TYPE_ICON, ICON_arrow_forward, button->ink)->drop_rank = 2;
}

static void add_slab(Page *page, Node *card) {
    bool beside = page->form.side_by_side;
    Node *slab = widget_row(page, card, GUTTER);
    slab->align = beside ? ALIGN_CENTER : ALIGN_END;
    slab->fill = PAINT_SLAB;
    slab->pad_x = SPACE_28;
    slab->pad_y = SPACE_20;
    slab->min_h = beside ? FOOT_LYING : FOOT_UPRIGHT;
    Node *words = widget_share(page, slab, 1, SPACE_4);
    widget_label(page, words, TYPE_H1, PAINT_ON_SLAB, tr(page, STR_CARD_QUIZ));
    widget_label(page, words, beside ? TYPE_SMALL : page->form.lead, PAINT_ON_SLAB2,
                 tr(page, STR_CARD_QUIZ_LEAD))
        ->drop_rank = 1;
    add_start(page, slab);
}

void home_add_hero(Page *page, Node *parent, const Kiosk *k) {
    if (!k->pack->item_count)
        return;
    Node *card = widget_window(page, parent, tr(page, STR_CARD_QUIZ), (Action){TAP_QUIZ, 0});
    card->parent->grow = form_share(&page->form, SHARE_HERO);
    add_drawings(page, card, k);
    add_slab(page, card);
    widget_frame(page, card, PAINT_PEN, PAINT_NONE);
}

/* ---- windows --------------------------------------------------------------------------------- */

bool home_has_feet(const Page *page) {
    return page->form.roomy;
}

/* A kicker, the name, and what a touch does. */
static Node *add_foot(Page *page, Node *card, Slice kicker, Slice name, Action action) {
    Node *foot = widget_foot(page, card, action);
    foot->spoken = name;
    if (!page->form.side_by_side)
        foot->pad_y = SPACE_12;
    Node *words = widget_share(page, foot, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, kicker)->drop_rank = 1;
    widget_label(page, words, page->form.name_in_window, PAINT_INK, name);
    return foot;
}

/* Lying, what is touched at the foot comes below the reach line. */
static void settle_picture(const Page *page, Node *picture) {
    int reach = page->form.reach - FRAME_HEADER - page_lines(page, TYPE_H1, 1) - SPACE_20;
    picture->grow = 1;
    picture->aside = true;
    bool beside = page->form.side_by_side;
    picture->min_h = page->form.roomy && !beside ? PICTURE_WINDOW : PICTURE_ABOVE;
    if (page->form.free_above) {
        picture->min_h = reach;
        return;
    }
    picture->least = PICTURE_SMALL_LEAST;
    picture->drop_rank = 3;
}

static int day_of(const Kiosk *k) {
    return k->doubtful ? 0 : (int)(k->today / CIVIL_DAY);
}

/* Not one that nobody could go and see here. */
static int trade_of_day(const Kiosk *k) {
    int count = k->pack->trade_count, first = day_of(k) % count;
    for (int i = 0; i < count; i++)
        if (common_place_of_trade(k, (first + i) % count) != PLAN_NONE)
            return (first + i) % count;
    return first;
}

/* Another gesture than that of the trade beside it. */
static int clip_of_day(const Kiosk *k) {
    int count = k->pack->clip_count, clip = day_of(k) % count;
    bool same = k->pack->trade_count && k->pack->clip[clip].trade == trade_of_day(k);
    return same ? (clip + 1) % count : clip;
}

/* Only the gesture; then it rests, and after a minute it stays so. */
static VideoWish wish_of(Page *page, const Kiosk *k, const HomeState *s, int clip) {
    Millis age = k->now - s->since, round = FILM_MS + REST_MS, at = age % round;
    bool tired = age >= TIRED_MS, moves = !tired && at < FILM_MS;
    if (!tired)
        page_wake(page, k->now + (moves ? FILM_MS : round) - at);
    return (VideoWish){.clip = clip,
                       .seek_id = (int)(tired ? TIRED_MS / round : age / round),
                       .from = 1000 * (Millis)k->pack->clip[clip].loop_from,
                       .paused = !moves};
}

/* The sign of a film lies on it, where words leave no place beside them. */
static void add_film(Page *page, Node *card, const Kiosk *k, const HomeState *s, int clip) {
    const Clip *c = &k->pack->clip[clip];
    Video video = {.wish = {.clip = VIDEO_NO_CLIP},
                   .name = c->id,
                   .poster = c->poster,
                   .fit = {true, c->focus_x, c->focus_y}};
    if (!k->settings.still)
        video.wish = wish_of(page, k, s, clip);
    Node *film = widget_video(page, card, video, tr_text(page, c->line));
    settle_picture(page, film);
    film->align = film->justify = ALIGN_END;
    film->pad_x = film->pad_y = SPACE_12;
    if (page->form.roomy)
        widget_play(page, film);
}

static void add_clip_window(Page *page, Node *parent, const Kiosk *k, const HomeState *s) {
    int clip = clip_of_day(k);
    const Clip *c = &k->pack->clip[clip];
    Slice name = tr_text(page, c->short_title.in[0].len ? c->short_title : c->title);
    Slice lasts = tr_number(page, STR_SECONDS_LONG, (int)(c->duration / 1000));
    Slice kicker = tr_beside(page, tr(page, STR_FILM), lasts);
    Node *card = widget_window(page, parent, name, (Action){TAP_CLIP, clip});
    card->parent->grow = 1;
    add_film(page, card, k, s, clip);
    Node *foot = add_foot(page, card, kicker, name, (Action){TAP_CLIP, clip});
    foot->key = '2';
    foot->video_ahead = clip + 1;
    if (!page->form.roomy)
        widget_play(page, foot)->drop_rank = 2;
    widget_frame(page, card, PAINT_PEN, PAINT_SHADE);
}

static void add_trade_window(Page *page, Node *parent, const Kiosk *k) {
    int trade = trade_of_day(k);
    const Trade *t = &k->pack->trade[trade];
    Slice name = tr_text(page, t->short_name);
    Node *card = widget_window(page, parent, name, (Action){TAP_TRADE, trade});
    card->parent->grow = 1;
    settle_picture(page, widget_drawing(page, card, t->picture, tr_text(page, t->alt)));
    Node *foot = add_foot(page, card, tr(page, STR_TRADE_OF_DAY), name, (Action){TAP_TRADE, trade});
    foot->key = '3';
    widget_icon(page, foot, TYPE_ICON, ICON_arrow_forward, PAINT_PRIMARY)->drop_rank = 2;
    widget_frame(page, card, PAINT_PEN, PAINT_SHADE);
}

static void add_way(Page *page, Node *parent, Icon icon, Slice words, Action action) {
    Node *button = widget_button(page, parent, BUTTON_PLAIN, icon, words, action);
    button->pad_x = SPACE_12;
    button->gap = SPACE_12;
}

void home_add_all_videos(Page *page, Node *parent, const Kiosk *k) {
    if (k->pack->clip_count)
        add_way(page, parent, ICON_video_library, tr(page, STR_ALL_VIDEOS),
                (Action){TAP_VIDEOS, 0});
}

void home_add_all_trades(Page *page, Node *parent, const Kiosk *k) {
    if (k->pack->trade_count)
        add_way(page, parent, common_trade_icon(k),
                tr_number(page, STR_THE_TRADES, k->pack->trade_count), (Action){TAP_TRADES, 0});
}

void home_add_windows(Page *page, Node *parent, const Kiosk *k, const HomeState *s) {
    bool beside = page->form.side_by_side;
    Node *row = beside ? parent : widget_row(page, parent, PLATE_GAP);
    int share = beside ? SHARE_WINDOW : 1;
    row->grow = 1;
    Node *films = k->pack->clip_count ? widget_share(page, row, share, PLATE_GAP) : NULL;
    Node *trades = k->pack->trade_count ? widget_share(page, row, share, PLATE_GAP) : NULL;
    if (films)
        add_clip_window(page, films, k, s);
    if (films && home_has_feet(page))
        home_add_all_videos(page, films, k);
    if (trades)
        add_trade_window(page, trades, k);
    if (trades && home_has_feet(page))
        home_add_all_trades(page, trades, k);
}
