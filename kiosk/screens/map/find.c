/* Looking for a place by typing: suggestions from two letters on, the keyboard under the thumbs. */
#include "screens/common/keyboard.h"
#include "screens/map/place_list.h"

#include <stdlib.h>
#include <string.h>

enum { TAP_KEY = 1, TAP_ERASE, TAP_CLEAR, TAP_PLACE };

#define TYPED_MAX 24
#define SUGGESTIONS 4
#define ALIKE_MAX 64 /* looked at when many match equally well */

typedef struct FindState {
    int len;
    char typed[TYPED_MAX + 1];
} FindState;

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
        return common_follow((Target){TARGET_PLACE, action.arg});
    default:
        break;
    }
    return (Step){0};
}

/* ---- the field and what it found ------------------------------------------------------------- */

static Slice typed(const FindState *s) {
    return (Slice){s->typed, s->len};
}

/* Low, there is room below the reach line for one row of suggestions and the keyboard: the field
   goes above, where it is only read. */
static void add_field(const FindState *s, Page *page, Node *parent) {
    Node *row = widget_row(page, parent, TARGET_GAP);
    Node *field = widget_field(page, row, ICON_search);
    field->grow = 1;
    if (s->len)
        widget_text(page, field, TYPE_H2, arena_copy(page->arena, typed(s)));
    else
        widget_quiet(page, field, TYPE_BODY, tr(page, STR_SEARCH_HINT));
    widget_block(page, field, CARET_WIDTH, SPACE_44, PAINT_PRIMARY);
    if (page->form.low)
        return;
    Node *clear =
        widget_button(page, row, BUTTON_PLAIN, ICON_close, (Slice){0}, (Action){TAP_CLEAR, 0});
    clear->spoken = tr(page, STR_ERASE_ALL);
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

static StringId caption(const FindState *s) {
    if (!s->len)
        return STR_SEARCH_IDEAS;
    return s->len >= SEARCH_LEAST_LETTERS ? STR_SEARCH_NOTHING : STR_SEARCH_LETTERS;
}

static int others(const FindState *s, const Kiosk *k, SearchHit *hit) {
    return s->len >= SEARCH_LEAST_LETTERS ? people_to_ask(k, hit) : ideas(k, hit);
}

/* One below the other where the screen stands and one stands before it; else side by side. */
static int columns(const Page *page) {
    bool one = !page->form.side_by_side && !page->form.low;
    return one || page->form.largest ? 1 : 2;
}

typedef struct Found {
    PlaceEntry place;
    int score, priority; /* the first of its kind */
    int rank;            /* as the search has them */
} Found;

static int best_first(const void *a, const void *b) {
    const Found *x = a, *y = b;
    bool no_way_x = x->place.ms < 0, no_way_y = y->place.ms < 0;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->priority != y->priority)
        return x->priority - y->priority;
    if (no_way_x != no_way_y)
        return no_way_x - no_way_y;
    return x->place.ms != y->place.ms ? x->place.ms - y->place.ms : x->rank - y->rank;
}

/* Without the stands of an open day that is over. */
static int still_there(const Kiosk *k, SearchHit *hit, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (!plan_space_is_over(k->plan, hit[i].space, k->today))
            hit[kept++] = hit[i];
    return kept;
}

/* Places of one kind are sought alike: none of its toilets because its name is drawn first. */
static int priority_of(const Kiosk *k, const SearchHit *hit, int count, int of) {
    const PlanSpace *space = k->plan->space;
    int best = space[hit[of].space].priority;
    for (int i = 0; i < count; i++)
        if (space[hit[i].space].kind == space[hit[of].space].kind &&
            space[hit[i].space].priority < best)
            best = space[hit[i].space].priority;
    return best;
}

/* Of those that match equally well and are sought as much, the nearest first. */
static int suggested(const FindState *s, const Kiosk *k, Found *found) {
    SearchHit hit[ALIKE_MAX];
    int count = still_there(k, hit, search_find(k->search, typed(s), hit, ALIKE_MAX));
    for (int i = 0; i < count; i++)
        found[i] =
            (Found){place_entry(k, hit[i].space), hit[i].score, priority_of(k, hit, count, i), i};
    qsort(found, (size_t)count, sizeof *found, best_first);
    if (count)
        return count < SUGGESTIONS ? count : SUGGESTIONS;
    count = others(s, k, hit);
    for (int i = 0; i < count; i++)
        found[i] = (Found){place_entry(k, hit[i].space), 0, 0, i};
    return count;
}

/* As many as fit, the best first: for the others one goes on typing. */
static void add_suggestions(const FindState *s, const Kiosk *k, Page *page, Node *above,
                            Node *parent) {
    Found found[ALIKE_MAX];
    int count = suggested(s, k, found);
    if (!count || !found[0].score)
        widget_quiet(page, page->form.low ? above : parent, TYPE_SMALL, tr(page, caption(s)));
    int across = columns(page);
    CardGrid places = {across, TARGET_GAP, ROW_AS_IT_IS, (SUGGESTIONS + across - 1) / across};
    Node *grid = widget_cards(page, parent, places, 0);
    for (int i = 0; i < count; i++)
        place_card(page, grid, k, found[i].place, (Action){TAP_PLACE, found[i].place.space});
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const FindState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_SEARCH));
    frame.hand->gap = TARGET_GAP;
    frame.hand->pad_y = 0;
    if (page->form.room_above) /* standing before a lying screen there is no room above the field */
        widget_heading(page, frame.show, TYPE_H1, tr(page, STR_FIND_PLACE));
    add_field(s, page, page->form.low ? frame.show : frame.hand);
    common_emblem(page, frame.show);
    add_suggestions(s, k, page, frame.show, frame.hand);
    keyboard_add(page, frame.hand, (Keyboard){TAP_KEY, TAP_ERASE, false});
    if (!page->form.low)
        widget_gap(page, frame.hand, SPACE_4);
}

const Screen screen_find = {
    .name = "find",
    .state_size = sizeof(FindState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
