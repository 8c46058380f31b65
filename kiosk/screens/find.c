/* Looking for a place by typing: suggestions from two letters on, the keyboard under the thumbs. */
#include "screens/place_list.h"

#include <string.h>

enum { TAP_KEY = 1, TAP_ERASE, TAP_CLEAR, TAP_PLACE };

#define TYPED_MAX 24
#define SUGGESTIONS 4
#define KEY_HEIGHT 102
#define KEY_HEIGHT_SEATED 100
#define KEY_HEIGHT_TALL 120 /* ten keys side by side are 86 wide there: what they lack in width they get in height */

typedef struct FindState {
    int len;
    char typed[TYPED_MAX + 1];
} FindState;

/* AZERTY, as on every keyboard that a French visitor has touched; digits first: rooms are called by number. */
static const char *const ROWS[] = {"1234567890", "AZERTYUIOP", "QSDFGHJKLM", "WXCVBN'-"};
enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(FindState *)state = (FindState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    FindState *s = state;
    switch (action.token) {
    case TAP_KEY:
        if (s->len < TYPED_MAX)
            s->typed[s->len++] = (char)action.arg;
        break;
    case TAP_ERASE:
        s->len -= s->len > 0;
        s->typed[s->len] = 0;
        break;
    case TAP_CLEAR:
        *s = (FindState){0};
        break;
    case TAP_PLACE:
        return part_follow((Target){TARGET_PLACE, action.arg});
    default:
        break;
    }
    return (Step){0};
}

/* ---- the field and what it found ----------------------------------------------------------------------------------------------- */

static Slice typed(const FindState *s) {
    return (Slice){s->typed, s->len};
}

/* Seated, there is room below the reach line for one row of suggestions and the keyboard: the field goes above, where it
   is only read. */
static bool is_low(const Page *page) {
    return page->settings.seated;
}

static void add_field(const FindState *s, Page *page, Node *parent) {
    Node *row = page_add(page, parent, (Node){.flow = FLOW_ROW, .gap = TARGET_GAP});
    Node *field = page_add(page, row, (Node){.flow = FLOW_ROW, .align = ALIGN_CENTER, .gap = SPACE_12, .grow = 1, .min_h = TARGET_BUTTON,
                                             .fill = PAINT_SURFACE, .border = PAINT_PRIMARY, .radius = RADIUS_PLATE, .pad_x = SPACE_20});
    widget_icon(page, field, TYPE_ICON, ICON_search, PAINT_INK2);
    if (s->len)
        widget_text(page, field, TYPE_H2, arena_copy(page->arena, typed(s)));
    else
        widget_quiet(page, field, TYPE_BODY, widget_say(page, WORD_SEARCH_HINT));
    page_add(page, field, (Node){.width = 4, .height = SPACE_44, .fill = PAINT_PRIMARY});
    if (is_low(page))
        return;
    Node *clear = widget_button(page, row, BUTTON_PLAIN, ICON_close, (Slice){0}, (Action){TAP_CLEAR, 0});
    clear->spoken = widget_say(page, WORD_ERASE_ALL);
    clear->disabled = !s->len;
}

/* Before anything is typed: one of each that many look for. */
static int ideas(const Kiosk *k, SearchHit *hit) {
    static const PlaceList LISTS[] = {LIST_TOILETS, LIST_ASK, LIST_REST, LIST_MAKE};
    int count = 0;
    for (int i = 0; i < SUGGESTIONS; i++)
        for (int space = 0; space < k->plan->space_count; space++)
            if (place_listed(k->plan, space, LISTS[i])) {
                hit[count++].space = space;
                break;
            }
    return count;
}

/* When nothing was found: where somebody can be asked. Never a place that was not meant. */
static int people_to_ask(const Kiosk *k, SearchHit *hit) {
    static const SpaceKind KINDS[] = {SPACE_RECEPTION, SPACE_GUIDANCE};
    int count = 0;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        for (int space = 0; space < k->plan->space_count; space++)
            if (k->plan->space[space].kind == KINDS[i] && k->plan->space[space].place) {
                hit[count++].space = space;
                break;
            }
    return count;
}

static Word caption(const FindState *s) {
    if (!s->len)
        return WORD_SEARCH_IDEAS;
    return s->len >= SEARCH_LEAST_LETTERS ? WORD_SEARCH_NOTHING : WORD_SEARCH_LETTERS;
}

static int others(const FindState *s, const Kiosk *k, SearchHit *hit) {
    return s->len >= SEARCH_LEAST_LETTERS ? people_to_ask(k, hit) : ideas(k, hit);
}

/* One below the other where the screen stands and one stands before it; else side by side. */
static int columns(const Page *page) {
    bool large = page->settings.step == STEP_LARGER;
    return (page->tall || large) && (!is_low(page) || large) ? 1 : 2;
}

static void add_suggestions(const FindState *s, const Kiosk *k, Page *page, Node *above, Node *parent) {
    SearchHit hit[SUGGESTIONS];
    int found = search_find(k->search, typed(s), hit, SUGGESTIONS), count = found ? found : others(s, k, hit);
    if (!found)
        widget_quiet(page, is_low(page) ? above : parent, TYPE_SMALL, widget_say(page, caption(s)));
    Node *grid = page_add(page, parent, (Node){.flow = FLOW_GRID, .columns = columns(page), .gap = TARGET_GAP});
    for (int i = 0; i < count; i++) {
        Node *card = place_card(page, grid, k, place_entry(k, hit[i].space), (Action){TAP_PLACE, hit[i].space});
        card->spare = i >= 2 ? 1 : i == 1 ? 3 : 0; /* the best one always stays */
    }
}

/* ---- the keyboard --------------------------------------------------------------------------------------------------------------- */

static int key_height(const Page *page) {
    return page->settings.seated ? KEY_HEIGHT_SEATED : page->tall ? KEY_HEIGHT_TALL : KEY_HEIGHT;
}

static Node *add_key(Page *page, Node *row, Slice label, Action action) {
    Node *key = widget_plate(page, row, BUTTON_PLAIN, action);
    key->grow = 2;
    key->min_w = 0;
    key->justify = ALIGN_CENTER;
    key->min_h = key_height(page);
    page_add(page, key, (Node){.type = TYPE_H3, .ink = key->ink, .text = label, .align = ALIGN_CENTER});
    return key;
}

static Node *add_wide_key(Page *page, Node *row, Icon icon, Word word, Action action) {
    Node *key = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    key->grow = 3;
    key->min_w = 0;
    key->pad_x = SPACE_4;
    key->min_h = key_height(page);
    key->spoken = widget_say(page, word);
    return key;
}

static char typed_by(char sign) {
    return sign >= 'A' && sign <= 'Z' ? (char)(sign - 'A' + 'a') : sign;
}

static void add_keyboard(Page *page, Node *parent) {
    Node *board = page_add(page, parent, (Node){.gap = TARGET_GAP});
    for (int r = 0; r < ROW_COUNT; r++) {
        Node *row = page_add(page, board, (Node){.flow = FLOW_ROW, .gap = TARGET_GAP});
        for (const char *sign = ROWS[r]; *sign; sign++) {
            Node *key = add_key(page, row, (Slice){sign, 1}, (Action){TAP_KEY, typed_by(*sign)});
            key->key = typed_by(*sign);
        }
        if (r + 1 < ROW_COUNT)
            continue;
        add_wide_key(page, row, ICON_space_bar, WORD_SPACE_KEY, (Action){TAP_KEY, ' '})->key = ' ';
        add_wide_key(page, row, ICON_backspace, WORD_ERASE_LETTER, (Action){TAP_ERASE, 0});
    }
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const FindState *s = state;
    Frame frame = part_frame(page, k, widget_say(page, WORD_SEARCH));
    frame.hand->gap = TARGET_GAP;
    frame.hand->pad_y = 0;
    if (page->tall || is_low(page)) /* standing before a lying screen there is no room above the field */
        widget_heading(page, frame.show, TYPE_H1, widget_say(page, WORD_FIND_PLACE));
    add_field(s, page, is_low(page) ? frame.show : frame.hand);
    add_suggestions(s, k, page, frame.show, frame.hand);
    if (!is_low(page))
        page_add(page, frame.hand, (Node){.grow = 1});
    add_keyboard(page, frame.hand);
    if (!is_low(page))
        page_add(page, frame.hand, (Node){.height = SPACE_4});
}

const Screen screen_find = {
    .name = "find",
    .state_size = sizeof(FindState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
