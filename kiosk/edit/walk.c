#include "edit/walk.h"

#include "app/spot.h"
#include "base/steady.h"
#include "content/target.h"
#include "screens/common/common.h"
#include "screens/common/quiz_state.h"

#include <stdlib.h>
#include <string.h>

#define STATES_MOST 40 /* of one page: its tabs, sections and further pages */

/* A page and all the states of it found so far, each with room for that of any screen. */
typedef struct Explored {
    unsigned char *states;
    size_t room;
    int found, at;
} Explored;

struct Walk {
    App app; /* of its own */
    Arena scratch;
    TargetKind kind; /* of what leads to the page; the plain ones come first */
    int index;
    int pages;
    ScreenId screen;
    int arg;
    Explored explored;
};

/* Pages that nothing of the content leads to. */
static const ScreenId PLAIN[] = {SCREEN_home,   SCREEN_attract,   SCREEN_videos,
                                 SCREEN_places, SCREEN_find,      SCREEN_glossary,
                                 SCREEN_map,    SCREEN_languages, SCREEN_trades};
enum { PLAIN_COUNT = sizeof PLAIN / sizeof *PLAIN };

static size_t largest_state(void) {
    size_t largest = 1;
    for (int id = SCREEN_NONE + 1; id < SCREEN_COUNT; id++)
        if (screen_get((ScreenId)id)->state_size > largest)
            largest = screen_get((ScreenId)id)->state_size;
    return largest;
}

static unsigned char *state_at(const Walk *walk, int i) {
    return walk->explored.states + (size_t)i * walk->explored.room;
}

Walk *walk_begin(const App *app) {
    Walk *walk = calloc(1, sizeof *walk);
    if (walk)
        walk->explored.states = calloc(STATES_MOST, largest_state());
    if (!walk || !walk->explored.states)
        abort();
    walk->explored.room = largest_state();
    AppSetup setup = app->setup;
    setup.initial = app->visit.settings;
    setup.initial.still = true;
    setup.initial.voice.state = VOICE_NONE;
    setup.sink = (FactSink){0};
    setup.staff = (StaffDesk){0};
    setup.setup = (SetupDesk){0};
    setup.speaks = setup.sets_up = false;
    setup.now = app->now;
    app_begin(&walk->app, setup);
    app_time(&walk->app, app->now, app->minute_of_day);
    walk->index = -1;
    return walk;
}

void walk_end(Walk *walk) {
    if (!walk)
        return;
    app_end(&walk->app);
    arena_free(&walk->scratch);
    free(walk->explored.states);
    free(walk);
}

int walk_pages(const Walk *walk) {
    return walk->pages;
}

/* ---- which page is next ---------------------------------------------------------------------- */

static int count_of(const Pack *pack, TargetKind kind) {
    if (kind == TARGET_NONE)
        return PLAIN_COUNT;
    if (kind == TARGET_QUIZ)
        return pack->item_count;
    return target_count(pack, kind);
}

static bool next_page(Walk *walk) {
    const Pack *pack = walk->app.setup.pack;
    walk->index++;
    while (walk->kind < TARGET_KIND_COUNT && walk->index >= count_of(pack, walk->kind)) {
        walk->kind++;
        walk->index = 0;
    }
    return walk->kind < TARGET_KIND_COUNT;
}

/* Home leads to such a page only when there is something on it. */
static bool has_something(const AppSetup *s, ScreenId screen) {
    switch (screen) {
    case SCREEN_places:
    case SCREEN_map:
        return s->wayfinder.plan;
    case SCREEN_videos:
        return s->pack->clip_count;
    case SCREEN_glossary:
        return s->pack->glossary_count;
    case SCREEN_families:
        return s->pack->trade_count;
    case SCREEN_catalogue:
    case SCREEN_inter:
        return s->pack->course_count;
    case SCREEN_pathway:
        return s->pack->module_count;
    case SCREEN_internships:
        return s->pack->internship_count;
    case SCREEN_languages:
        return langs()->count > 2;
    default:
        return true;
    }
}

static bool lists_trades(const Pack *pack, int list) {
    for (int trade = 0; trade < pack->trade_count; trade++)
        if (common_trade_listed(pack, trade, common_trades_of(list)))
            return true;
    return false;
}

static Step step_to(const Walk *walk) {
    const Pack *pack = walk->app.setup.pack;
    Step step = walk->kind == TARGET_NONE ? (Step){.go = PLAIN[walk->index]}
                                          : common_follow((Target){walk->kind, walk->index});
    bool there = target_has_page(pack, walk->kind) || walk->kind == TARGET_NONE;
    if (step.go == SCREEN_trades)
        there = lists_trades(pack, step.arg);
    there &= step.go && has_something(&walk->app.setup, (ScreenId)step.go);
    return there ? step : (Step){0};
}

/* Each question can be the first. */
static void ask(Walk *walk, int item) {
    QuizState *state = visit_state(&walk->app.visit, SCREEN_quiz);
    state->quiz.item[0] = (short)item;
    walk->app.dirty = true;
}

static size_t state_size(const Walk *walk) {
    return screen_get(walk->screen)->state_size;
}

static void *state_of(Walk *walk) {
    return visit_state(&walk->app.visit, walk->screen);
}

static void keep_state(Walk *walk) {
    Explored *e = &walk->explored;
    size_t size = state_size(walk);
    for (int i = 0; i < e->found; i++)
        if (memcmp(state_at(walk, i), state_of(walk), size) == 0)
            return;
    if (e->found < STATES_MOST)
        memcpy(state_at(walk, e->found++), state_of(walk), size);
}

static bool open_page(Walk *walk) {
    Step step = step_to(walk);
    walk->explored.found = walk->explored.at = 0;
    if (!step.go)
        return false;
    walk->screen = (ScreenId)step.go;
    walk->arg = step.arg;
    app_put(&walk->app, walk->screen, walk->arg, NULL);
    if (walk->kind == TARGET_QUIZ)
        ask(walk, walk->index);
    if (walk->app.visit.at == walk->screen)
        keep_state(walk);
    return true;
}

/* ---- what else there is on it ---------------------------------------------------------------- */

/* What it does is tried on the state alone: nothing is built for it. */
static void try(Walk *walk, const Node *node, int from) {
    Kiosk k = app_kiosk(&walk->app);
    memcpy(state_of(walk), state_at(walk, from), state_size(walk));
    Step step = screen_get(walk->screen)->act(state_of(walk), &k, node->action);
    if (step.go == GO_STAY && !step.ends && !step.sets)
        keep_state(walk);
}

/* Letters, answers and marks lead on without end: one of each kind is enough. */
static bool is_worth_it(const Walk *walk) {
    return walk->screen != SCREEN_quiz && walk->screen != SCREEN_find &&
           walk->screen != SCREEN_pathway && walk->screen != SCREEN_map;
}

static void try_all(Walk *walk, const Page *page, int from) {
    for (int i = 0; is_worth_it(walk) && i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->action.token > 0)
            try(walk, page->shown[i], from);
}

static bool looks_well(Walk *walk) {
    Explored *e = &walk->explored;
    int at = e->at++;
    app_put(&walk->app, walk->screen, walk->arg, state_at(walk, at));
    Page page = *app_page(&walk->app);
    page.arena = &walk->scratch;
    arena_reset(&walk->scratch);
    walk->pages++;
    bool well = page_inspect(&page).count == 0;
    try_all(walk, &page, at);
    return well;
}

bool walk_on(Walk *walk, int ms, bool *over) {
    long long until = steady_ms() + ms;
    *over = false;
    do {
        while (walk->explored.at == walk->explored.found)
            if (!next_page(walk))
                return *over = true;
            else
                open_page(walk);
        if (!looks_well(walk))
            return true;
    } while (!ms || steady_ms() < until);
    return false;
}

void walk_show(const Walk *walk, App *app) {
    const Explored *e = &walk->explored;
    app_put(app, walk->screen, walk->arg, state_at(walk, e->at - 1));
}
