/* What a visitor can do here: nine things at the most. */
#include "screens/common/events.h"
#include "screens/common/opening.h"
#include "train/dates.h"

enum {
    TAP_QUIZ = 1,
    TAP_TRADES,
    TAP_VIDEOS,
    TAP_MAP,
    TAP_TOPIC,
    TAP_DESKS,
    TAP_EVENT,
    TAP_PAGE,
    TAP_COURSES,
    TAP_BACK
};

#define CARDS_MAX 9
#define CARDS_ROOMY 6 /* more of them are narrower: in a wide window four stand side by side */

typedef struct HomeState {
    int page; /* of the cards, where they do not have room all at once */
} HomeState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(HomeState *)state = (HomeState){.page = 0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    switch (action.token) {
    case TAP_QUIZ:
        return common_follow((Target){TARGET_QUIZ, 0});
    case TAP_TRADES:
        return common_follow((Target){TARGET_TRADES, 0});
    case TAP_VIDEOS:
        return (Step){.go = SCREEN_videos};
    case TAP_MAP:
        return (Step){.go = SCREEN_map};
    case TAP_COURSES:
        return common_follow((Target){TARGET_COURSES, 0});
    case TAP_BACK:
        return common_follow((Target){TARGET_BACK, 0});
    case TAP_TOPIC:
        return common_follow((Target){TARGET_TOPIC, action.arg});
    case TAP_DESKS:
        return (Step){.go = SCREEN_desks};
    case TAP_PAGE:
        ((HomeState *)state)->page = action.arg;
        return (Step){0};
    case TAP_EVENT:
        return common_open(k, event_target(k, &k->plan->event[action.arg]));
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

typedef struct Deck {
    Card card[CARDS_MAX];
    int count;
} Deck;

static void deal(Deck *deck, Card card) {
    if (deck->count < CARDS_MAX)
        deck->card[deck->count++] = card;
}

/* A topic that leads to the courses, or back to school, leads there at once; what it tells is one
   touch from them. */
static Action topic_action(const Kiosk *k, int index) {
    if (k->pack->course_count && index == common_topic_leading(k, TARGET_COURSES))
        return (Action){TAP_COURSES, 0};
    if (k->pack->back_to_school_count && index == common_topic_leading(k, TARGET_BACK))
        return (Action){TAP_BACK, 0};
    return (Action){TAP_TOPIC, index};
}

static Card topic_card(const Page *page, const Kiosk *k, int index) {
    const Topic *topic = &k->pack->topic[index];
    return (Card){icon_named(topic->icon), theme_tone(topic->tone), tr_text(page, topic->title),
                  tr_text(page, topic->lead), topic_action(k, index)};
}

static Card courses_card(const Page *page, const Kiosk *k) {
    int count = k->pack->course_count;
    return (Card){ICON_school,
                  PAINT_CRIMSON,
                  tr(page, STR_CARD_COURSES),
                  count == 1 ? tr(page, STR_ONE_COURSE_LEAD)
                             : tr_number(page, STR_CARD_COURSES_LEAD, count),
                  {TAP_COURSES, 0}};
}

static Deck deal_all(const Kiosk *k, const Page *page) {
    Deck deck = {.count = 0};
    if (k->pack->item_count)
        deal(&deck, (Card){ICON_quiz,
                           PAINT_PRIMARY,
                           tr(page, STR_CARD_QUIZ),
                           tr(page, STR_CARD_QUIZ_LEAD),
                           {TAP_QUIZ, 0}});
    if (k->pack->trade_count)
        deal(&deck, (Card){ICON_precision_manufacturing,
                           PAINT_RUST,
                           tr(page, STR_CARD_TRADES),
                           tr_number(page, STR_CARD_TRADES_LEAD, k->pack->trade_count),
                           {TAP_TRADES, 0}});
    if (k->pack->clip_count)
        deal(&deck, (Card){ICON_video_library,
                           PAINT_VIOLET,
                           tr(page, STR_CARD_VIDEOS),
                           tr(page, STR_CARD_VIDEOS_LEAD),
                           {TAP_VIDEOS, 0}});
    if (k->plan)
        deal(&deck,
             (Card){ICON_map, PAINT_TEAL, tr(page, STR_MAP), tr(page, STR_MAP_LEAD), {TAP_MAP, 0}});
    if (k->pack->course_count && common_topic_leading(k, TARGET_COURSES) < 0)
        deal(&deck, courses_card(page, k));
    for (int i = 0; i < k->pack->topic_count; i++)
        deal(&deck, topic_card(page, k, i));
    return deck;
}

static Node *add_number(Page *page, Node *parent, int number) {
    Node *reference =
        widget_quiet(page, parent, TYPE_LABEL, arena_printf(page->arena, "%02d", number));
    reference->drop_rank = 2;
    return reference;
}

static int badge_side(const Page *page, bool narrow) {
    return narrow ? BADGE_LARGE : page->form.badge;
}

/* The badge stands beside the words, or above them on a narrow card. */
static void add_badge(Page *page, Node *card, int number, Card c, bool narrow) {
    Node *mark = narrow ? widget_row(page, card, SPACE_20) : widget_column(page, card, SPACE_12);
    mark->align = ALIGN_CENTER;
    mark->drop_rank = 3;
    widget_badge(page, mark, c.icon, c.tone, badge_side(page, narrow));
    if (narrow && page->form.enlarged)
        widget_stretch(page, mark); /* without a lead, the number in the corner */
    add_number(page, mark, number);
}

static void add_title(Page *page, Node *parent, Type type, Slice title) {
    widget_label(page, parent, type, PAINT_INK, title);
}

/* Where a card is narrow the badge shares its row with the title, and what is said stands below
   the two. */
static void fill_narrow(Page *page, Node *card, int number, Card c) {
    bool low = page->form.low;
    card->gap = low ? SPACE_4 : SPACE_8;
    card->pad_x = low ? SPACE_12 : SPACE_20;
    card->pad_y = low ? SPACE_8 : SPACE_20;
    Node *head = widget_line(page, card, low ? SPACE_12 : SPACE_20);
    widget_badge(page, head, c.icon, c.tone, BADGE_SMALL)->drop_rank = 3;
    add_title(page, widget_share(page, head, 1, 0), TYPE_H3, c.title);
    add_number(page, head, number);
    widget_quiet(page, card, TYPE_SMALL, c.lead)->drop_rank = 1;
}

static void fill_upright(Page *page, Node *card, Card c) {
    card->flow = FLOW_COLUMN;
    card->align = ALIGN_STRETCH;
    card->justify = ALIGN_CENTER;
    card->pad_x = SPACE_12;
    card->pad_y = SPACE_8;
    card->gap = SPACE_4;
    Node *head = widget_line(page, card, SPACE_12);
    widget_badge(page, head, c.icon, c.tone, SPACE_64)->drop_rank = 3;
    add_title(page, widget_share(page, head, 1, 0), TYPE_H3, c.title);
    widget_quiet(page, card, TYPE_SMALL, c.lead)->drop_rank = 1;
}

/* Upright and seated there is little height for many cards. */
static bool is_low(const Page *page, int cards) {
    return page->form.short_of_reach && cards > CARDS_ROOMY;
}

static void add_card(Page *page, Node *grid, int number, Card c, bool narrow, bool low) {
    Node *card = widget_plate(page, grid, BUTTON_PLAIN, c.action);
    card->flow = narrow ? FLOW_COLUMN : FLOW_ROW;
    card->align = page->form.side_by_side ? ALIGN_STRETCH : ALIGN_CENTER;
    card->gap = narrow ? SPACE_12 : page->form.card_gap;
    card->pad_x = SPACE_20;
    card->pad_y = low ? SPACE_8 : SPACE_20;
    card->radius = RADIUS_CARD;
    card->key = (char)('0' + number);
    card->spoken = c.title;
    if (narrow && !page->form.enlarged) {
        fill_narrow(page, card, number, c);
        return;
    }
    if (!page->form.side_by_side && page->form.roomy) {
        fill_upright(page, card, c);
        return;
    }
    add_badge(page, card, number, c, narrow);
    Node *words = widget_share(page, card, 1, narrow ? SPACE_4 : SPACE_8);
    bool tight = low || (page->form.narrow && page->form.largest);
    Type type = tight ? TYPE_UI : page->form.side_by_side && !narrow ? TYPE_H2 : TYPE_H3;
    add_title(page, words, type, c.title);
    if (!page->form.signs_only) /* more cards are worth more than what is said of each */
        widget_quiet(page, words, TYPE_SMALL, c.lead)->drop_rank = 1;
}

/* ---- now ------------------------------------------------------------------------------------- */

typedef struct News {
    Icon icon;
    Slice title, when;
    bool soon; /* where there is room for one of the two, it is when */
} News;

static void add_news(Page *page, Node *row, News news, Action action) {
    Slice said = arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(news.title),
                              SLICE_ARG(news.when));
    if (page->form.signs_only) {
        widget_button(page, row, BUTTON_PLAIN, news.icon, LIT(""), action)->spoken = said;
        return;
    }
    bool both = !page->form.enlarged;
    Node *plate = widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, action);
    plate->grow = 1;
    plate->spoken = said;
    widget_sign(page, plate, news.icon, PAINT_PRIMARY);
    Node *words = widget_share(page, plate, 1, 0);
    Type type = page->form.roomy && !page->form.side_by_side ? TYPE_LABEL : TYPE_UI;
    widget_label(page, words, type, plate->ink, both || !news.soon ? news.title : news.when);
    if (both)
        widget_quiet(page, words, TYPE_SMALL, news.when)->drop_rank = 3;
}

static int open_desks(const Kiosk *k) {
    int open = 0;
    for (int i = 0; i < k->pack->desk_count; i++)
        open += opening_of(k, &k->pack->desk[i].hours).open;
    return open;
}

static void add_desks(Page *page, Node *row, const Kiosk *k) {
    int open = open_desks(k);
    News news = {.icon = ICON_forum, .title = tr(page, STR_TALK_TO_SOMEBODY)};
    news.when = open ? tr_number(page, open == 1 ? STR_DESKS_ONE_OPEN : STR_DESKS_OPEN, open)
                     : tr(page, k->doubtful ? STR_DESKS_HOURS : STR_DESKS_SHUT);
    if (k->pack->desk_count)
        add_news(page, row, news, (Action){TAP_DESKS, 0});
}

static void add_event(Page *page, Node *row, const Kiosk *k) {
    int next = k->plan ? events_from(k->plan, k->today) : 0;
    if (!k->plan || next == k->plan->event_count)
        return;
    const PlanEvent *event = &k->plan->event[next];
    News news = {ICON_event, tr_text(page, event->title), event_soon(page, k, event), true};
    add_news(page, row, news, (Action){TAP_EVENT, next});
}

/* What does not wait: who is there to talk to, and what happens next. */
static Node *add_now(Page *page, Node *hand, const Kiosk *k) {
    const Form *form = &page->form;
    bool beside = form->narrow || form->short_of_reach || form->roomy;
    Node *row = beside ? widget_row(page, hand, PLATE_GAP) : widget_pair(page, hand, PLATE_GAP);
    add_desks(page, row, k);
    add_event(page, row, k);
    return row;
}

/* With the largest words within the least reach, the cards are turned over page by page. */
static Node *add_grid(Page *page, Node *hand, int columns, int gap, int wish) {
    if (page->form.signs_only)
        return widget_cards(page, hand, (CardGrid){columns, gap, 0, 0}, wish);
    Node *grid = widget_grid(page, hand, columns, gap);
    grid->grow = 1;
    return grid;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const HomeState *s = state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr_text(page, k->pack->campus.name),
                                                .crumb = tr(page, STR_KIOSK),
                                                .minute_of_day = k->minute_of_day,
                                                .first = true});
    widget_heading(page, frame.reading, TYPE_H1, tr_text(page, k->pack->campus.headline));
    widget_quiet(page, frame.reading, TYPE_BODY, tr(page, STR_HOME_LEAD))->drop_rank = 2;
    common_emblem(page, frame.reading);
    Deck deck = deal_all(k, page);
    bool narrow = page->form.side_by_side && deck.count > CARDS_ROOMY,
         low = is_low(page, deck.count);
    int gap = narrow ? SPACE_20 : GUTTER;
    if (low || page->form.narrow)
        gap = PLATE_GAP;
    Node *grid = add_grid(page, frame.controls, page->form.columns + narrow, gap, s->page);
    for (int i = 0; i < deck.count; i++)
        add_card(page, grid, i + 1, deck.card[i], narrow, low);
    Node *now = add_now(page, frame.controls, k);
    if (!page->form.signs_only)
        return;
    widget_stretch(page, now);
    widget_pager(page, now, grid, TAP_PAGE);
}

const Screen screen_home = {
    .name = "home",
    .state_size = sizeof(HomeState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
