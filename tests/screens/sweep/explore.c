/* Everything on a page is touched, and on each page that comes of it. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"
#include "screens/common/quiz_state.h"

#include <stdio.h>
#include <string.h>

#define STATES_MAX 256
#define STATE_BYTES 8192

/* The states of one screen found so far, each explored by touching everything on its page. */
typedef struct Search {
    View view;
    ScreenId screen;
    size_t size;
    unsigned char state[STATES_MAX][STATE_BYTES];
    int found, dead;
} Search;

static void restore(Search *s, int index) {
    Visit *visit = &world.app.visit;
    visit->at = s->screen;
    visit->over = SCREEN_NONE;
    visit->settings = s->view.settings;
    visit->depth = 1;
    memcpy(visit_state(visit, s->screen), s->state[index], s->size);
    world.app.dirty = true;
}

/* A trade replaced or an answer changed shows nothing new, and all the ways to do so would never
   end. */
static bool goes_on_for_ever(const Search *s) {
    const QuizState *quiz = visit_state(&world.app.visit, SCREEN_quiz);
    return s->screen == SCREEN_result && (quiz->quiz.dropped_count > 0 || quiz->changed);
}

static void keep(Search *s) {
    const void *state = visit_state(&world.app.visit, s->screen);
    if (goes_on_for_ever(s))
        return;
    for (int i = 0; i < s->found; i++)
        if (memcmp(s->state[i], state, s->size) == 0)
            return;
    assert_true(s->found < STATES_MAX);
    memcpy(s->state[s->found++], state, s->size);
}

/* Touches control number `n` of the state's page; answers false when there is none. */
static bool touch(Search *s, int index, int n) {
    restore(s, index);
    App *app = &world.app;
    const Page *page = app_page(app);
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (!page_can_act(node) || node->action.token < 0 || n-- > 0)
            continue;
        bool chosen = node->selected;
        char label[128];
        snprintf(label, sizeof label, SLICE_FMT, SLICE_ARG(page_label(page, node)));
        world_tap(node);
        bool stays = app->visit.at == s->screen &&
                     app->visit.depth == 1; /* not on the same screen about something else */
        bool same =
            stays && memcmp(s->state[index], visit_state(&app->visit, s->screen), s->size) == 0;
        if (same && !chosen) {
            s->dead++;
            char seen_as[SWEEP_VIEW_BYTES];
            sweep_name_view(s->view, seen_as);
            print_message("%s (%s): touching \"%s\" does nothing\n", page->screen, seen_as, label);
        }
        if (stays)
            keep(s);
        return true;
    }
    return false;
}

/* From the state the screen is in now. */
void sweep_explore_from_here(View v, ScreenId screen, size_t size) {
    static Search s;
    s = (Search){.view = v, .screen = screen, .size = size};
    assert_true(s.size <= STATE_BYTES);
    keep(&s);
    for (int index = 0; index < s.found; index++) {
        restore(&s, index);
        sweep_inspect(v);
        for (int n = 0; touch(&s, index, n); n++)
            ;
    }
    assert_int_equal(s.dead, 0);
}

void sweep_explore(View v, ScreenId screen, int arg) {
    sweep_begin(v);
    world_go(screen, arg);
    sweep_explore_from_here(v, screen, screen_get(screen)->state_size);
    world_end();
}
