/* The six things a visitor can do here. */
#include "screens/part.h"

enum { TAP_QUIZ = 1, TAP_TRADES, TAP_TOPIC };

#define CARDS_MAX 6

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k;
    switch (action.token) {
    case TAP_QUIZ:
        return part_follow((Target){TARGET_QUIZ, 0});
    case TAP_TRADES:
        return part_follow((Target){TARGET_TRADES, 0});
    case TAP_TOPIC:
        return part_follow((Target){TARGET_TOPIC, action.arg});
    default:
        return (Step){0};
    }
}

typedef struct Card {
    Icon icon;
    Paint tone;
    Slice title, lead;
    Action action;
} Card;

static void add_card(Page *page, Node *grid, int number, Card c) {
    Node *card = widget_plate(page, grid, BUTTON_PLAIN, c.action);
    card->flow = FLOW_ROW;
    card->gap = page->tall ? SPACE_20 : SPACE_28;
    card->pad_x = card->pad_y = SPACE_20;
    card->radius = RADIUS_CARD;
    card->key = (char)('0' + number);
    Node *left = page_add(page, card, (Node){.gap = SPACE_12, .align = ALIGN_CENTER, .spare = 3});
    widget_badge(page, left, c.icon, c.tone, page->tall ? 104 : 124);
    Node *reference = widget_quiet(page, left, TYPE_LABEL, arena_printf(page->arena, "%02d", number));
    reference->spare = 2;
    Node *words = page_add(page, card, (Node){.grow = 1, .gap = SPACE_8});
    page_add(page, words, (Node){.type = page->tall ? TYPE_H3 : TYPE_H2, .ink = PAINT_INK, .text = c.title});
    Node *lead = widget_quiet(page, words, TYPE_SMALL, c.lead);
    lead->spare = 1;
    card->spoken = c.title;
}

static Card topic_card(const Page *page, const Topic *topic, int index) {
    return (Card){icon_named(topic->icon), theme_tone(topic->tone), widget_pick(page, topic->title),
                  widget_pick(page, topic->lead), {TAP_TOPIC, index}};
}

static void add_cards(const Kiosk *k, Page *page, Node *grid) {
    int number = 0;
    if (k->pack->item_count)
        add_card(page, grid, ++number, (Card){ICON_quiz, PAINT_PRIMARY, widget_say(page, WORD_CARD_QUIZ),
                                              widget_say(page, WORD_CARD_QUIZ_LEAD), {TAP_QUIZ, 0}});
    if (k->pack->trade_count)
        add_card(page, grid, ++number,
                 (Card){ICON_precision_manufacturing, PAINT_RUST, widget_say(page, WORD_CARD_TRADES),
                        widget_say_number(page, WORD_CARD_TRADES_LEAD, k->pack->trade_count),
                        {TAP_TRADES, 0}});
    for (int i = 0; i < k->pack->topic_count && number < CARDS_MAX; i++)
        add_card(page, grid, ++number, topic_card(page, &k->pack->topic[i], i));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = widget_pick(page, k->pack->campus.name),
                                                .crumb = widget_say(page, WORD_KIOSK),
                                                .minute_of_day = k->minute_of_day,
                                                .first = true});
    widget_heading(page, frame.show, TYPE_H1, widget_pick(page, k->pack->campus.headline));
    widget_quiet(page, frame.show, TYPE_BODY, widget_say(page, WORD_HOME_LEAD));
    if (page->tall)
        page_add(page, frame.show, (Node){.role = ROLE_IMAGE, .graphic = GRAPHIC_EMBLEM, .grow = 1,
                                          .spoken = widget_say(page, WORD_EMBLEM)});
    Node *grid = page_add(page, frame.hand,
                          (Node){.flow = FLOW_GRID, .columns = page->tall ? 2 : 3, .gap = GUTTER, .grow = 1});
    add_cards(k, page, grid);
}

const Screen screen_home = {.name = "home", .wait = WAIT_SHORT, .act = act, .view = view};
