/* All words that are explained, in the order of the alphabet. */
#include "search/fold.h"
#include "screens/search/hit_card.h"

#include <stdlib.h>
#include <string.h>

enum { TAP_HIT = 1, TAP_PAGE };

typedef struct GlossaryState {
    int page;
} GlossaryState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(GlossaryState *)state = (GlossaryState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    if (action.token == TAP_PAGE)
        ((GlossaryState *)state)->page = action.arg;
    return action.token == TAP_HIT ? common_open(k, hit_target(action.arg)) : (Step){0};
}

enum { SORTED_BYTES = 64 };

typedef struct SortedWord {
    char folded[SORTED_BYTES];
    int word;
} SortedWord;

static int by_letters(const void *a, const void *b) {
    const SortedWord *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    return order ? order : x->word - y->word;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const GlossaryState *s = state;
    int count = k->pack->glossary_count;
    SortedWord *sorted = arena_array(page->arena, SortedWord, count + 1);
    for (int i = 0; i < count; i++) {
        sorted[i].word = i;
        fold(tr_text(page, k->pack->glossary[i].word), sorted[i].folded, SORTED_BYTES - 1);
    }
    qsort(sorted, (size_t)count, sizeof *sorted, by_letters);
    Frame frame = common_frame(page, k, tr(page, STR_OF_KIND_WORDS));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_OF_KIND_WORDS));
    widget_quiet(page, frame.reading, TYPE_BODY, tr(page, STR_WORDS_LEAD));
    common_scene(page, k, frame.reading);
    CardGrid cards = {page->form.wide_columns, PLATE_GAP, ROW_AS_IT_IS, 0};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    grid->grow = 1;
    for (int i = 0; i < count; i++)
        hit_card(page, grid, k, (HitCard){{TARGET_WORD, sorted[i].word}, TAP_HIT, false});
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_glossary = {
    .name = "glossary",
    .state_size = sizeof(GlossaryState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
