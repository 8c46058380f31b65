/* A clip has ended: the trade it showed, where it is done, what else there is to see. */
#include "screens/video/player_state.h"

enum { TAP_TRADE = 1, TAP_NEXT, TAP_AGAIN, TAP_QUIZ, TAP_PLACE };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    ((PlayerState *)state)->clip = arg;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k;
    switch (action.token) {
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_NEXT:
    case TAP_AGAIN:
        return common_play(action.arg);
    case TAP_QUIZ:
        return common_follow((Target){TARGET_QUIZ, 0});
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    default:
        return (Step){0};
    }
}

/* A picture, what touching it does, and about what. */
static Node *add_card(Page *page, Node *grid, GraphicKind kind, int picture, Slice does,
                      Slice about, Action action) {
    Node *card = widget_plate(page, grid, BUTTON_PLAIN, action);
    const Form *form = &page->form;
    bool beside = form->side_by_side;
    card->flow = form->flow;
    card->align = beside ? ALIGN_CENTER : ALIGN_STRETCH;
    card->pad_x = card->pad_y = SPACE_12;
    card->gap = beside ? SPACE_28 : SPACE_8;
    /* as wide as the card it may be low: whole, on its ground */
    bool covers = beside && kind == GRAPHIC_PICTURE;
    Node *image = covers ? widget_picture(page, card, picture, about)
                         : widget_drawing(page, card, picture, about);
    image->radius = RADIUS_CHIP;
    image->width = form->pair_w;
    image->height = form->pair_h;
    image->least = form->pair_least;
    image->drop_rank = 2;
    Node *words = widget_share(page, card, form_share(form, 1), SPACE_4);
    words->pad_x = beside ? 0 : SPACE_8;
    widget_label(page, words, TYPE_H3, PAINT_INK, does);
    widget_quiet(page, words, TYPE_SMALL, about)->drop_rank = 1;
    card->spoken =
        arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(does), SLICE_ARG(about));
    return card;
}

static void add_cards(const PlayerState *s, const Kiosk *k, Page *page, Node *grid) {
    const Pack *pack = k->pack;
    const Clip *clip = &pack->clip[s->clip];
    const Trade *trade = &pack->trade[clip->trade];
    add_card(page, grid, GRAPHIC_DRAWING, trade->picture, tr(page, STR_SEE_TRADE),
             tr_text(page, trade->short_name), (Action){TAP_TRADE, clip->trade});
    int next = (s->clip + 1) % pack->clip_count;
    if (next != s->clip)
        add_card(page, grid, GRAPHIC_PICTURE, pack->clip[next].poster, tr(page, STR_NEXT_VIDEO),
                 tr_text(page, pack->clip[next].title), (Action){TAP_NEXT, next})
            ->video_ahead = next + 1;
}

static void add_buttons(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    int place = common_place_of_trade(k, k->pack->clip[s->clip].trade);
    Node *row =
        widget_grid(page, parent, 2 + form_share(&page->form, place != PLAN_NONE), SPACE_20);
    widget_button(page, row, BUTTON_PLAIN, ICON_replay, tr(page, STR_WATCH_AGAIN),
                  (Action){TAP_AGAIN, s->clip})
        ->video_ahead = s->clip + 1;
    if (k->pack->item_count)
        widget_button(page, row, BUTTON_PLAIN, ICON_quiz, tr(page, STR_CARD_QUIZ),
                      (Action){TAP_QUIZ, 0});
    if (place != PLAN_NONE)
        widget_button(page, row, BUTTON_PLAIN, ICON_place, tr(page, STR_ON_MAP),
                      (Action){TAP_PLACE, place});
}

static void add_place(const Clip *clip, Page *page, Node *show) {
    Slice place = tr_text(page, clip->place);
    if (!place.len)
        return;
    Node *row = widget_line(page, show, SPACE_12);
    widget_icon(page, row, TYPE_ICON, ICON_place, PAINT_PRIMARY);
    Node *words = widget_share(page, row, 1, 0);
    widget_text(page, words, TYPE_BODY,
                arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(tr(page, STR_SEEN_AT)),
                             SLICE_ARG(place)));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const PlayerState *s = state;
    const Clip *clip = &k->pack->clip[s->clip];
    Frame frame = common_frame(page, k, tr(page, STR_VIDEOS));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_ONWARD));
    widget_quiet(page, frame.reading, TYPE_BODY, tr_text(page, clip->title));
    add_place(clip, page, frame.reading);
    common_emblem(page, frame.reading);
    Node *grid = widget_grid(page, frame.controls, 2, SPACE_20);
    grid->grow = 1;
    grid->row_max = ROW_PAIR;
    add_cards(s, k, page, grid);
    add_buttons(s, k, page, frame.controls);
}

const Screen screen_video_end = {
    .name = "video_end",
    .state_size = sizeof(PlayerState),
    .shares = SCREEN_player,
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
