/* A clip has ended: would one do that, the trade it showed, where it is done, what else there is to
   see. The answer is one to the quiz, so it is asked only where it counts. */
#include "screens/common/answers.h"
#include "screens/common/quiz_state.h"
#include "screens/common/way.h"

enum { TAP_TRADE = 1, TAP_NEXT, TAP_AGAIN, TAP_QUIZ, TAP_PLACE, TAP_ANSWER, TAP_LEARN };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    ((QuizState *)state)->film = arg;
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
    case TAP_LEARN:
        return common_learn(action.arg);
    case TAP_ANSWER:
        return (Step){.go = SCREEN_quiz, .arg = action.arg};
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    default:
        return (Step){0};
    }
}

/* ---- a way on -------------------------------------------------------------------------------- */

/* A picture beside or above what touching the card does, and about what. */
typedef struct WayOn {
    Slice does, about;
    Action action;
    bool above; /* the picture is above the words, as high as there is room */
} WayOn;

static Node *add_card(Page *page, Node *parent, WayOn way) {
    Node *card = widget_item(page, parent, BUTTON_PLAIN, ITEM_PICTURE, way.action);
    card->radius = RADIUS_CARD;
    card->pad_y = SPACE_12;
    card->spoken = tr_list(page, way.does, way.about);
    if (way.above) {
        card->flow = FLOW_COLUMN;
        card->align = ALIGN_STRETCH;
        card->gap = SPACE_12;
    }
    return card;
}

static void size_sight(Node *sight, WayOn way) {
    common_size_picture(sight, way.above);
    sight->drop_rank = 2;
}

/* What it does, about what; on the one that plays, the sign of a film. */
static void add_words(Page *page, Node *card, WayOn way, bool plays) {
    Node *line = widget_line(page, card, SPACE_20);
    line->grow = card->flow == FLOW_ROW;
    Node *words = widget_share(page, line, 1, SPACE_4);
    widget_label(page, words, TYPE_SMALL, PAINT_INK2, way.does)->drop_rank = 1;
    widget_label(page, words, TYPE_H3, PAINT_INK, way.about);
    if (plays)
        widget_does(page, line, ICON_play_arrow);
}

/* ---- the ways on ----------------------------------------------------------------------------- */

/* The next film: a picture that stands still until it is touched. */
static void add_next(const QuizState *s, const Kiosk *k, Page *page, Node *parent) {
    const Pack *pack = k->pack;
    int next = (s->film + 1) % pack->clip_count;
    if (next == s->film)
        return;
    const Clip *clip = &pack->clip[next];
    WayOn way = {tr_beside(page, tr(page, STR_NEXT_VIDEO), common_clock(page, clip->duration)),
                 tr_text(page, clip->title),
                 {TAP_NEXT, next},
                 page->form.side_by_side};
    Node *card = add_card(page, parent, way);
    card->video_ahead = next + 1;
    card->grow = form_share(&page->form, 1);
    size_sight(widget_picture(page, card, clip->poster, tr_text(page, clip->line)), way);
    add_words(page, card, way, true);
}

static void add_trade(const Kiosk *k, Page *page, Node *parent, int trade, bool above) {
    const Trade *t = &k->pack->trade[trade];
    WayOn way = {.does = tr(page, STR_SEE_TRADE),
                 .about = tr_text(page, t->short_name),
                 .action = {TAP_TRADE, trade},
                 .above = above};
    Node *card = add_card(page, parent, way);
    card->grow = 1;
    size_sight(widget_drawing(page, card, t->picture, tr_text(page, t->alt)), way);
    add_words(page, card, way, false);
}

/* Where it is done here, and how far that is. */
static void add_way(const Kiosk *k, Page *page, Node *parent, int place, bool above) {
    const Way *found = way_to(k, place, page->arena);
    WayOn way = {.does = way_how_far(k, found, page->arena),
                 .about = text_of_place(k->plan, place, k->settings.lang, page->arena),
                 .action = {TAP_PLACE, place},
                 .above = above};
    Node *card = add_card(page, parent, way);
    card->grow = 1;
    Node *map = way_map(page, card, k, found);
    if (map)
        size_sight(map, way);
    add_words(page, card, way, false);
}

static void add_buttons(const QuizState *s, const Kiosk *k, Page *page, Node *parent) {
    if (page->form.roomy && k->pack->course_count) /* else the sheet of the trade leads there */
        widget_button(page, parent, BUTTON_PLAIN, ICON_school, tr(page, STR_LEARN_HERE),
                      (Action){TAP_LEARN, k->pack->clip[s->film].trade})
            ->pad_x = SPACE_12;
    Node *row = widget_grid(page, parent, 2, TARGET_GAP);
    Node *again = widget_button(page, row, BUTTON_PLAIN, ICON_replay, tr(page, STR_WATCH_AGAIN),
                                (Action){TAP_AGAIN, s->film});
    again->video_ahead = s->film + 1;
    again->pad_x = SPACE_12;
    if (k->pack->item_count)
        widget_button(page, row, BUTTON_PLAIN, ICON_quiz, tr(page, STR_CARD_QUIZ),
                      (Action){TAP_QUIZ, 0})
            ->pad_x = SPACE_12;
}

/* Upright side by side, their pictures above, where words are not large. */
static void add_ways(const QuizState *s, const Kiosk *k, Page *page, Node *parent) {
    int trade = k->pack->clip[s->film].trade, place = common_place_of_trade(k, trade);
    bool above = page->form.roomy && !page->form.side_by_side && place != PLAN_NONE;
    Node *row = above ? widget_halves(page, parent, TARGET_GAP) : parent;
    add_trade(k, page, row, trade, above);
    if (place != PLAN_NONE)
        add_way(k, page, row, place, above);
}

static void add_question(const QuizState *s, const Kiosk *k, Page *page, Node *parent) {
    int item = k->pack->item_count ? k->pack->clip[s->film].question : -1;
    if (quiz_state_asks(s, item))
        answers_beside_film(page, parent, TAP_ANSWER, item);
}

/* ---- the page -------------------------------------------------------------------------------- */

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

/* Upright, what was just seen stands above the reach line. */
static void add_seen(const Clip *clip, Page *page, Node *show) {
    if (page->form.side_by_side)
        return;
    Node *seen = widget_picture(page, show, clip->poster, tr_text(page, clip->line));
    seen->radius = RADIUS_CARD;
    seen->min_h = PICTURE_ABOVE;
    seen->grow = 1;
    seen->least = PICTURE_SMALL_LEAST;
    seen->drop_rank = 3;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const QuizState *s = state;
    const Clip *clip = &k->pack->clip[s->film];
    Frame frame = common_frame(page, k, tr(page, STR_VIDEOS));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_ONWARD));
    widget_quiet(page, frame.reading, TYPE_BODY, tr_text(page, clip->title));
    add_place(clip, page, frame.reading);
    add_seen(clip, page, frame.reading);
    if (page->form.side_by_side) {
        Node *row = widget_halves(page, frame.controls, GUTTER);
        Node *left = widget_share(page, row, 11, TARGET_GAP);
        add_question(s, k, page, left);
        add_next(s, k, page, left);
        Node *right = widget_share(page, row, 9, TARGET_GAP);
        add_ways(s, k, page, right);
        add_buttons(s, k, page, right);
        return;
    }
    Node *column = widget_share(page, frame.controls, 1, TARGET_GAP);
    add_question(s, k, page, column);
    add_next(s, k, page, column);
    add_ways(s, k, page, column);
    add_buttons(s, k, page, column);
}

const Screen screen_video_end = {
    .name = "video_end",
    .state_size = sizeof(QuizState),
    .shares = SCREEN_quiz,
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
