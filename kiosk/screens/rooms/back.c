/* Back to school: at most three questions of the pack's tree, then two or three cards. Nothing
   is counted of it, nor of what is opened from it. One touch hides it, another erases it. */
#include "screens/common/courses.h"
#include "screens/common/opening.h"

enum {
    TAP_ANSWER = 1,
    TAP_PASS,
    TAP_HIDE,
    TAP_SHOW,
    TAP_CARD,
    TAP_DESK,
    TAP_COURSE,
    TAP_PAGE,
    TAP_TOPIC
};

enum { ASKED_MAX = 3, HIDDEN_MS = 20000, CARDS_SHOWN = 3, CARDS_ABREAST = 2, COURSES_SHOWN = 2 };

typedef struct BackState {
    int question[ASKED_MAX]; /* those asked so far, the last is on the glass */
    int asked;
    bool answered; /* the cards are on the glass */
    int card[CARDS_SHOWN], cards, at;
    int page;
    Millis hidden; /* since when the screen is covered; 0: it is not */
} BackState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(BackState *)state = (BackState){.asked = 1};
}

/* ---- the tree -------------------------------------------------------------------------------- */

static void show_cards(BackState *s, const Indices *cards) {
    s->answered = true;
    for (s->cards = 0; s->cards < cards->count && s->cards < CARDS_SHOWN; s->cards++)
        s->card[s->cards] = cards->at[s->cards];
    s->at = s->page = 0;
}

static void go_on(BackState *s, int next, const Indices *cards) {
    if (next >= 0 && s->asked < ASKED_MAX)
        s->question[s->asked++] = next;
    else
        show_cards(s, cards);
    s->page = 0;
}

static const PathQuestion *asked(const BackState *s, const Kiosk *k) {
    return &k->pack->path_question[s->question[s->asked - 1]];
}

static void answer(BackState *s, const Kiosk *k, int index) {
    const PathAnswer *given = &asked(s, k)->answer[index];
    go_on(s, given->next, &given->cards);
}

static void pass(BackState *s, const Kiosk *k) {
    const PathQuestion *question = asked(s, k);
    go_on(s, question->next, &question->cards);
}

/* ---- steps ----------------------------------------------------------------------------------- */

static Step covered(BackState *s, const Kiosk *k) {
    if (k->now - s->hidden >= HIDDEN_MS)
        return (Step){.ends = true};
    s->hidden = 0;
    return (Step){.turns = true};
}

static Step act(void *state, const Kiosk *k, Action action) {
    BackState *s = state;
    if (s->hidden)
        return covered(s, k);
    switch (action.token) {
    case TAP_ANSWER:
        answer(s, k, action.arg);
        return (Step){.turns = true};
    case TAP_PASS:
        pass(s, k);
        return (Step){.turns = true};
    case TAP_HIDE:
        s->hidden = k->now ? k->now : 1;
        return (Step){.turns = true};
    case TAP_CARD:
        s->at = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_TOPIC:
        return common_open(k, (Target){TARGET_TOPIC, action.arg});
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_COURSE:
        return common_open(k, (Target){TARGET_COURSE, action.arg});
    default:
        return (Step){0};
    }
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    BackState *s = state;
    if (s->hidden)
        s->hidden = 0;
    else if (s->answered)
        s->answered = false;
    else if (s->asked > 1)
        s->asked--;
    else
        return false;
    s->page = 0;
    return true;
}

static Step tick(void *state, const Kiosk *k) {
    const BackState *s = state;
    return (Step){.ends = s->hidden && k->now - s->hidden >= HIDDEN_MS};
}

/* ---- the cover ------------------------------------------------------------------------------- */

/* The page that waits for visitors, as it always looks; a touch anywhere takes it away. */
static void add_cover(const BackState *s, const Kiosk *k, Page *page) {
    const Screen *idle = screen_get(SCREEN_attract);
    Node *root = page->root;
    Kiosk alone = *k;
    alone.now = k->now - s->hidden;
    page->root = widget_cover(page, tr(page, STR_START), (Action){TAP_SHOW, 0});
    idle->view(arena_alloc(page->arena, idle->state_size), &alone, page);
    for (Node *node = page->root->first; node; node = node->next)
        node->inert = true;
    page->root = root;
    page->wake_at += page->wake_at ? s->hidden : 0;
    page_wake(page, s->hidden + HIDDEN_MS);
}

/* ---- a question ------------------------------------------------------------------------------ */

static void add_progress(const BackState *s, Page *page, Node *parent) {
    Node *row = widget_line(page, parent, SPACE_12);
    row->drop_rank = 1;
    for (int i = 0; i < ASKED_MAX; i++)
        widget_block(page, row, SPACE_64, SPACE_12, i < s->asked ? PAINT_PRIMARY : PAINT_LINE)
            ->radius = SPACE_12 / 2;
    widget_quiet(page, row, TYPE_SMALL, tr_number(page, STR_BACK_QUESTION, s->asked));
}

static void add_promise(Page *page, Node *parent) {
    Node *row = widget_line(page, parent, SPACE_20);
    row->drop_rank = 2;
    widget_icon(page, row, TYPE_ICON, ICON_lock, PAINT_PRIMARY)->drop_rank = 3;
    widget_text(page, widget_share(page, row, 1, 0), TYPE_SMALL, tr(page, STR_BACK_PROMISE));
}

static void add_answers(const BackState *s, const Kiosk *k, Page *page, Node *hand) {
    const PathQuestion *question = asked(s, k);
    Node *grid = widget_grid(page, hand, page->form.side_by_side ? 2 : 1, PLATE_GAP);
    grid->grow = 1;
    grid->row_max = ROW_BADGE;
    for (int i = 0; i < question->answer_count; i++) {
        const PathAnswer *choice = &question->answer[i];
        Node *plate = widget_item(page, grid, BUTTON_PLAIN, ITEM_CARD, (Action){TAP_ANSWER, i});
        if (choice->icon.len)
            widget_sign(page, plate, icon_named(choice->icon), PAINT_PRIMARY)->drop_rank = 3;
        widget_label(page, widget_share(page, plate, 1, 0), page->form.name, PAINT_INK,
                     tr_text(page, choice->label));
        widget_sign(page, plate, ICON_chevron_right, PAINT_PRIMARY)->drop_rank = 1;
        plate->spoken = tr_text(page, choice->label);
    }
}

typedef enum KeyLook { KEY_WORDS, KEY_BOTH, KEY_SIGN } KeyLook;

/* Words alone may take two lines. */
static void fill_key(Page *page, Node *key, Type type, Slice words) {
    key->pad_x = SPACE_8;
    key->justify = ALIGN_CENTER;
    widget_label(page, key, type, key->ink, words)->align = ALIGN_CENTER;
}

static void add_key(Page *page, Node *row, KeyLook look, TabName name, Action action) {
    Slice words = tr(page, name.label);
    Node *key;
    if (look == KEY_WORDS) {
        key = widget_plate(page, row, BUTTON_PLAIN, action);
        key->min_h = TARGET_BUTTON;
        fill_key(page, key, TYPE_LABEL, words);
    } else {
        key = widget_button(page, row, BUTTON_PLAIN, name.icon,
                            look == KEY_SIGN ? (Slice){0} : words, action);
    }
    key->spoken = words;
    if (look == KEY_SIGN)
        return;
    key->min_w = 0;
    key->grow = 1;
}

static KeyLook key_look(const BackState *s, const Page *page) {
    if (s->answered)
        return page->form.roomy ? KEY_BOTH : KEY_WORDS;
    return page->form.narrow ? KEY_WORDS : KEY_BOTH;
}

/* Beside a card that is read alone they have a third of the width: words, no signs; with the
   largest words they share the row of what is `beside` them. */
static void add_keys(const BackState *s, const Kiosk *k, Page *page, Node *hand, Node *beside) {
    KeyLook look = beside ? KEY_SIGN : key_look(s, page);
    Node *row = beside ? beside : widget_row(page, hand, TARGET_GAP);
    if (!s->answered)
        add_key(page, row, look, (TabName){STR_BACK_PASS, ICON_arrow_forward},
                (Action){TAP_PASS, 0});
    int topic = common_topic_leading(k, TARGET_BACK);
    if (topic >= 0 && s->answered && !beside)
        add_key(page, row, look, (TabName){STR_BACK_READ, ICON_article},
                (Action){TAP_TOPIC, topic});
    add_key(page, row, look, (TabName){STR_BACK_HIDE, ICON_visibility_off}, (Action){TAP_HIDE, 0});
    add_key(page, row, look, (TabName){STR_BACK_ERASE, ICON_close}, (Action){DO_DONE, 0});
}

static void view_question(const BackState *s, const Kiosk *k, Page *page, Frame frame) {
    const PathQuestion *question = asked(s, k);
    add_progress(s, page, frame.reading);
    widget_heading(page, frame.reading, TYPE_H1, tr_text(page, question->text));
    Slice hint = tr_text(page, question->hint);
    if (hint.len)
        widget_quiet(page, frame.reading, TYPE_BODY, hint)->drop_rank = 1;
    bool above = !page->form.side_by_side;
    common_scene(page, k, frame.reading);
    if (above)
        add_promise(page, frame.reading);
    add_answers(s, k, page, frame.controls);
    add_keys(s, k, page, frame.controls, NULL);
    if (!above)
        add_promise(page, frame.controls);
}

/* ---- the cards ------------------------------------------------------------------------------- */

static void add_law(Page *page, Node *body, const PathCard *card) {
    Node *law = widget_column(page, body, 0);
    widget_text(page, law, TYPE_LABEL, card->law);
    widget_quiet(page, law, TYPE_SMALL, widget_fill(page, tr(page, STR_SOURCE), card->source));
}

static void add_words(Page *page, Node *body, const PathCard *card) {
    widget_text(page, body, page->form.roomy ? TYPE_SMALL : TYPE_BODY, tr_text(page, card->text));
    if (card->law.len)
        add_law(page, body, card);
}

static void add_desk(Page *page, Node *parent, const Kiosk *k, const PathCard *card) {
    const HelpDesk *desk = &k->pack->desk[card->desk];
    Node *plate =
        widget_item(page, parent, BUTTON_PRIMARY, ITEM_LINE, (Action){TAP_DESK, card->desk});
    if (!page->form.largest) /* else the words need its place */
        widget_sign(page, plate, ICON_forum, plate->ink)->drop_rank = 3;
    Node *words = widget_share(page, plate, 1, 0);
    widget_label(page, words, TYPE_UI, plate->ink, tr_text(page, desk->name));
    Slice now = opening_words(k, &desk->hours, page->arena);
    if (now.len && !page->form.enlarged)
        widget_label(page, words, TYPE_LABEL, plate->ink, now);
    plate->spoken = tr_text(page, desk->name);
}

/* When it begins stands in the course itself; upright the largest words leave no line for it. */
static void add_courses(Page *page, Node *parent, const Kiosk *k, const PathCard *card) {
    int most = page->form.roomy && !page->form.side_by_side ? COURSES_SHOWN : 1;
    for (int i = 0; i < card->courses.count && i < most; i++) {
        int course = card->courses.at[i];
        Node *plate =
            widget_item(page, parent, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_COURSE, course});
        Slice name = tr_text(page, k->pack->course[course].name);
        Node *words = widget_share(page, plate, 1, 0);
        widget_label(page, words, TYPE_LABEL, plate->ink, name);
        if (page->form.side_by_side || !page->form.largest)
            widget_quiet(page, words, TYPE_SMALL, course_next_start(page, k, course))->drop_rank =
                2;
        plate->spoken = name;
    }
}

static void add_card_title(Page *page, Node *parent, const PathCard *card) {
    Node *head = widget_line(page, parent, SPACE_20);
    widget_icon(page, head, TYPE_ICON, icon_named(card->icon), PAINT_PRIMARY)->least = ICON_LEAST;
    widget_heading(page, widget_share(page, head, 1, 0), TYPE_H3, tr_text(page, card->title));
}

/* Everything at once, side by side. */
static void add_all_cards(const BackState *s, const Kiosk *k, Page *page, Node *hand) {
    Node *row = widget_halves(page, hand, PLATE_GAP);
    for (int i = 0; i < s->cards; i++) {
        const PathCard *card = &k->pack->path_card[s->card[i]];
        Node *panel = widget_panel(page, row);
        panel->grow = 1;
        panel->pad_x = SPACE_20;
        panel->pad_y = SPACE_12;
        panel->gap = TARGET_GAP;
        add_card_title(page, panel, card);
        add_words(page, panel, card);
        widget_stretch(page, panel);
        add_courses(page, panel, k, card);
        add_desk(page, panel, k, card);
    }
}

static Node *add_choice(const BackState *s, const Kiosk *k, Page *page, Node *hand) {
    bool listed = s->cards > CARDS_ABREAST;
    bool room = listed ? !page->form.short_of_reach : !page->form.tight;
    bool words = room && !page->form.side_by_side;
    listed &= words;
    Node *row = listed ? widget_column(page, hand, TARGET_GAP) : widget_row(page, hand, TARGET_GAP);
    for (int i = 0; i < s->cards && s->cards > 1; i++) {
        const PathCard *card = &k->pack->path_card[s->card[i]];
        Slice title = tr_text(page, card->title);
        Icon icon = words ? ICON_NONE : icon_named(card->icon);
        Node *tab =
            widget_button(page, row, widget_look(i == s->at), icon, LIT(""), (Action){TAP_CARD, i});
        if (words)
            fill_key(page, tab, TYPE_SMALL, title);
        tab->role = ROLE_CHOICE;
        tab->spoken = title;
        tab->grow = !listed;
        tab->min_w = words ? 0 : TARGET_BUTTON;
    }
    return row;
}

/* One card at a time: what is read above, what is touched below. */
static void add_one_card(const BackState *s, const Kiosk *k, Page *page, Frame frame) {
    const PathCard *card = &k->pack->path_card[s->card[s->at]];
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    add_card_title(page, sheet.title, card);
    add_words(page, sheet.reading, card);
    common_scene(page, k, frame.reading);
    Node *choice = add_choice(s, k, page, sheet.side);
    add_desk(page, sheet.side, k, card);
    add_courses(page, sheet.side, k, card);
    add_keys(s, k, page, sheet.side, page->form.tight ? choice : NULL);
}

static void view_cards(const BackState *s, const Kiosk *k, Page *page, Frame frame) {
    if (!page->form.ample) {
        add_one_card(s, k, page, frame);
        return;
    }
    widget_heading(page, frame.reading, TYPE_H2, tr(page, STR_BACK_CARDS));
    add_all_cards(s, k, page, frame.controls);
    add_keys(s, k, page, frame.controls, NULL);
}

/* ---- the page -------------------------------------------------------------------------------- */

static bool any_example(const BackState *s, const Kiosk *k) {
    for (int i = 0; s->answered && i < s->cards; i++)
        if (k->pack->path_card[s->card[i]].illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const BackState *s = state;
    if (s->hidden) {
        add_cover(s, k, page);
        return;
    }
    Slice crumb = tr_text(page, k->pack->back_to_school[0].title);
    Frame frame = common_frame_of(page, k, crumb, any_example(s, k));
    if (s->answered)
        view_cards(s, k, page, frame);
    else
        view_question(s, k, page, frame);
}

const Screen screen_back = {
    .name = "back",
    .state_size = sizeof(BackState),
    .wait = WAIT_READING,
    .untold = true,
    .personal = STR_ALOUD_BACK,
    .enter = enter,
    .act = act,
    .tick = tick,
    .back = back,
    .view = view,
};
