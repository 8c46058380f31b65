/* What the answers speak for: what attracts, five trades and why; wishes, not marks. */
#include "screens/part.h"
#include "screens/quiz_state.h"

enum { TAP_TRADE = 1, TAP_PAGE, TAP_AGAIN };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    ((QuizState *)state)->result_page = 0;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    switch (action.token) {
    case TAP_TRADE:
        return part_follow((Target){TARGET_TRADE, action.arg});
    case TAP_PAGE:
        ((QuizState *)state)->result_page = action.arg;
        return (Step){0};
    case TAP_AGAIN:
        return (Step){.go = SCREEN_quiz};
    default:
        return (Step){0};
    }
}

static const Word LETTER_WORDS[] = {WORD_LETTER_R, WORD_LETTER_I, WORD_LETTER_A,
                                    WORD_LETTER_S, WORD_LETTER_E, WORD_LETTER_C};
static const Paint LETTER_TONES[] = {PAINT_RUST, PAINT_BLUE, PAINT_VIOLET, PAINT_TEAL, PAINT_CRIMSON, PAINT_SLATE};

static void add_letter(Page *page, Node *parent, int letter, double mean) {
    Node *row = widget_row(page, parent, SPACE_20);
    row->align = ALIGN_CENTER;
    Node *badge = page_add(page, row, (Node){.fill = LETTER_TONES[letter], .radius = RADIUS_CHIP, .width = 56,
                                             .height = 56, .justify = ALIGN_CENTER, .spare = 1});
    page_add(page, badge, (Node){.type = TYPE_H3, .ink = PAINT_ON_TONE, .align = ALIGN_CENTER,
                                 .text = slice_cut(LIT(PACK_RIASEC), letter, letter + 1)});
    Node *bar = page_add(page, row, (Node){.grow = 1, .gap = SPACE_4});
    widget_text(page, bar, TYPE_LABEL, widget_say(page, LETTER_WORDS[letter]));
    page_add(page, bar, (Node){.role = ROLE_PROGRESS, .graphic = GRAPHIC_METER, .value = (int)(mean * 25 + 0.5),
                               .total = 100, .ink = LETTER_TONES[letter], .height = 22,
                               .spoken = widget_say(page, mean >= 2.5 ? WORD_METER_HIGH
                                                          : mean >= 1.5 ? WORD_METER_MIDDLE : WORD_METER_LOW)});
}

static Node *add_letters(Page *page, Node *parent, const QuizResult *r, int columns) {
    Node *panel = widget_panel(page, parent);
    panel->justify = ALIGN_CENTER;
    Node *grid = page_add(page, panel, (Node){.flow = FLOW_GRID, .columns = columns, .gap = SPACE_12});
    for (int letter = 0; letter < QUIZ_RIASEC; letter++)
        add_letter(page, grid, letter, r->mean[letter]);
    return panel;
}

static Slice quoted(const Page *page, const QuizState *s, const Kiosk *k, int position) {
    const Item *item = &k->pack->item[quiz_item(&s->quiz, position)];
    Slice text = widget_pick(page, item->text);
    return page->settings.lang == LANG_FR ? arena_printf(page->arena, "«\u202F" SLICE_FMT "\u202F»", SLICE_ARG(text))
                                          : arena_printf(page->arena, "“" SLICE_FMT "”", SLICE_ARG(text));
}

/* The visitor's own answer that counted most, in the visitor's own words. */
static Slice reason(const Page *page, const QuizState *s, const Kiosk *k, const Suggestion *suggestion) {
    if (suggestion->because[0] < 0)
        return widget_pick(page, k->pack->trade[suggestion->trade].line);
    return quoted(page, s, k, suggestion->because[0]);
}

static void add_suggestion(Page *page, Node *list, const QuizState *s, const Kiosk *k, const Suggestion *suggestion) {
    const Trade *trade = &k->pack->trade[suggestion->trade];
    const Family *family = &k->pack->family[trade->family];
    Node *card = widget_plate(page, list, BUTTON_PLAIN, (Action){TAP_TRADE, suggestion->trade});
    card->flow = FLOW_ROW;
    card->align = ALIGN_CENTER;
    card->gap = SPACE_20;
    card->pad_x = SPACE_20;
    card->pad_y = SPACE_4;
    card->min_h = TARGET_MIN + SPACE_20;
    Node *badge = widget_badge(page, card, icon_named(family->icon), theme_tone(family->tone), 80);
    badge->spare = 2;
    Node *words = page_add(page, card, (Node){.grow = 1, .gap = SPACE_4});
    page_add(page, words, (Node){.type = TYPE_UI, .ink = PAINT_INK, .text = widget_pick(page, trade->name)});
    Slice near = widget_say(page, (Word)(WORD_CLOSENESS_0 + suggestion->closeness));
    Node *why = widget_quiet(page, words, TYPE_SMALL, arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(near),
                                                                   SLICE_ARG(reason(page, s, k, suggestion))));
    why->spare = 1;
    Node *arrow = widget_icon(page, card, TYPE_ICON, ICON_arrow_forward, PAINT_PRIMARY);
    arrow->spare = 3;
    card->spoken = arena_printf(page->arena, SLICE_FMT " (" SLICE_FMT ")", SLICE_ARG(widget_pick(page, trade->name)),
                                SLICE_ARG(near));
}

static Node *add_list(Page *page, Node *parent, const QuizState *s, const Kiosk *k, const QuizResult *r) {
    Node *list = page_add(page, parent, (Node){.gap = TARGET_GAP, .grow = 9, .paged = true,
                                               .page_wish = s->result_page});
    for (int i = 0; i < r->suggestion_count; i++)
        add_suggestion(page, list, s, k, &r->suggestion[i]);
    return list;
}

/* Room for everything at once: the normal size, within a standing visitor's reach. */
static bool is_roomy(const Page *page) {
    return page->settings.step == STEP_NORMAL && !page->settings.seated;
}

static Node *add_advice(const Kiosk *k, Page *page, Node *parent) {
    const Campus *campus = &k->pack->campus;
    Node *words = page_add(page, parent, (Node){0});
    widget_text(page, words, TYPE_LABEL, widget_say(page, WORD_TALK));
    Slice where = widget_pick(page, campus->advice_where), when = widget_pick(page, campus->advice_when);
    Slice mark = campus->advice_illustrative
                     ? arena_printf(page->arena, " (" SLICE_FMT ")", SLICE_ARG(widget_say(page, WORD_EXAMPLE)))
                     : (Slice){0};
    widget_quiet(page, words, TYPE_SMALL,
                 arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT SLICE_FMT, SLICE_ARG(where), SLICE_ARG(when),
                              SLICE_ARG(mark)));
    return words;
}

static void add_foot(const Kiosk *k, Page *page, Node *hand, Node *list) {
    Node *foot = page_add(page, hand, (Node){.flow = FLOW_ROW, .gap = SPACE_20, .align = ALIGN_CENTER});
    if (is_roomy(page) && !page->tall)
        add_advice(k, page, foot)->grow = 1;
    widget_button(page, foot, BUTTON_PLAIN, ICON_replay, widget_say(page, WORD_AGAIN), (Action){TAP_AGAIN, 0});
    widget_button(page, foot, BUTTON_PLAIN, ICON_check, widget_say(page, WORD_DONE), (Action){DO_DONE, 0});
    if (page->tall)
        foot = page_add(page, hand, (Node){.flow = FLOW_ROW, .justify = ALIGN_END});
    else if (!is_roomy(page))
        page_add(page, foot, (Node){.grow = 1});
    widget_pager(page, foot, list, TAP_PAGE);
}

/* Landscape: letters and desk at the left, trades at the right; enlarged, all in one list of several pages. */
static Node *add_wide_body(Page *page, Node *hand, const QuizState *s, const Kiosk *k, const QuizResult *r) {
    if (!is_roomy(page)) {
        Node *list = add_list(page, hand, s, k, r);
        add_letters(page, list, r, 2);
        add_advice(k, page, list);
        return list;
    }
    Node *row = page_add(page, hand, (Node){.flow = FLOW_ROW, .gap = GUTTER, .grow = 1});
    add_letters(page, row, r, 1)->grow = 5;
    return add_list(page, row, s, k, r);
}

/* Portrait: letters above the reach line, trades and desk below it. */
static Node *add_tall_body(Page *page, Frame frame, const QuizState *s, const Kiosk *k, const QuizResult *r) {
    page_add(page, frame.show, (Node){.grow = 1});
    add_letters(page, frame.show, r, page->settings.step == STEP_NORMAL ? 1 : 2);
    Node *list = add_list(page, frame.hand, s, k, r);
    add_advice(k, page, is_roomy(page) ? frame.hand : list);
    return list;
}

static Slice title(const Page *page, const QuizResult *r) {
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT " " SLICE_FMT " " SLICE_FMT,
                        SLICE_ARG(widget_say(page, WORD_ATTRACTED)), SLICE_ARG(widget_say(page, LETTER_WORDS[r->first])),
                        SLICE_ARG(widget_say(page, WORD_AND)), SLICE_ARG(widget_say(page, LETTER_WORDS[r->second])));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const QuizState *s = state;
    QuizResult r;
    quiz_result(&s->quiz, k->bank, &r);
    Frame frame = part_frame(page, k, widget_say(page, WORD_RESULT));
    bool nothing = r.answered == 0;
    widget_heading(page, frame.show, TYPE_H1, nothing ? widget_say(page, WORD_NOTHING_ANSWERED) : title(page, &r));
    widget_quiet(page, frame.show, TYPE_BODY, widget_say(page, WORD_WISHES));
    Node *list = page->tall ? add_tall_body(page, frame, s, k, &r) : add_wide_body(page, frame.hand, s, k, &r);
    add_foot(k, page, frame.hand, list);
}

const Screen screen_result = {
    .name = "result",
    .shares = SCREEN_quiz,
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
