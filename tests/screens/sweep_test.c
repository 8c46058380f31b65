/* Every page that can be reached of every screen, in every way of seeing it, inspected as a demanding visitor would. */
#include "support/test.h"
#include "support/world.h"
#include "screens/part.h"
#include "screens/quiz_state.h"
#include "ui/inspect.h"

#include <stdio.h>
#include <string.h>

#define STATES_MAX 256
#define STATE_BYTES 256

/* A way of seeing: what a visitor may set and how the screen hangs. */
typedef struct View {
    Settings settings;
    bool tall;
} View;

/* The states of one screen found so far, each explored by touching everything on its page. */
typedef struct Search {
    View view;
    ScreenId screen;
    size_t size;
    unsigned char state[STATES_MAX][STATE_BYTES];
    int found, dead;
} Search;

static int pages, findings;
static uint64_t last_said;

static void name_view(View v, char *out, size_t size) {
    static const char *const THEMES[] = {"clair", "sombre", "contraste"}, *const STEPS[] = {"1", "1.25", "1.5"};
    snprintf(out, size, "%s, %s, %s, x%s%s", v.tall ? "portrait" : "landscape", LANG_CODE[v.settings.lang],
             THEMES[v.settings.theme], STEPS[v.settings.step], v.settings.seated ? ", seated" : "");
}

static void inspect(View v, const Page *page) {
    Findings found = page_inspect(page);
    char seen_as[96];
    name_view(v, seen_as, sizeof seen_as);
    pages++;
    findings += found.count;
    for (int i = 0; i < found.count; i++) {
        uint64_t said = slice_hash(found.finding[i].text, 0);
        if (said != last_said)
            print_message("%s (%s): " SLICE_FMT "\n", page->screen, seen_as, SLICE_ARG(found.finding[i].text));
        last_said = said;
    }
}

static void begin(View v) {
    world_begin(v.settings, v.tall ? 1080 : 1920, v.tall ? 1920 : 1080);
}

static void restore(Search *s, int index) {
    Visit *visit = &world.app.visit;
    visit->at = s->screen;
    visit->over = SCREEN_NONE;
    visit->settings = s->view.settings;
    visit->depth = 1;
    memcpy(visit_state(visit, s->screen), s->state[index], s->size);
    world.app.stale = true;
}

static void keep(Search *s) {
    const void *state = visit_state(&world.app.visit, s->screen);
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
        bool stays = app->visit.at == s->screen && app->visit.depth == 1; /* not on the same screen about something else */
        bool same = stays && memcmp(s->state[index], visit_state(&app->visit, s->screen), s->size) == 0;
        if (same && !chosen) {
            s->dead++;
            char seen_as[96];
            name_view(s->view, seen_as, sizeof seen_as);
            print_message("%s (%s): touching \"%s\" does nothing\n", page->screen, seen_as, label);
        }
        if (stays)
            keep(s);
        return true;
    }
    return false;
}

static void explore(View v, ScreenId screen, int arg) {
    static Search s;
    s = (Search){.view = v, .screen = screen, .size = screen_get(screen)->state_size};
    assert_true(s.size <= STATE_BYTES);
    begin(v);
    world_go(screen, arg);
    keep(&s);
    for (int index = 0; index < s.found; index++) {
        restore(&s, index);
        inspect(v, app_page(&world.app));
        for (int n = 0; touch(&s, index, n); n++)
            ;
    }
    assert_int_equal(s.dead, 0);
    world_end();
}

static void every_question(View v) {
    begin(v);
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; i < world.pack.item_count; i++) {
        s->quiz.order[0] = i;
        world.app.stale = true;
        inspect(v, app_page(&world.app));
    }
    while (!quiz_has_enough(&s->quiz)) /* from here on the result may be asked for */
        quiz_answer(&s->quiz, 3);
    world.app.stale = true;
    inspect(v, app_page(&world.app));
    world_end();
}

/* Results of a pupil who likes everything, nothing, knows nothing, or one thing. */
static void some_results(View v) {
    for (int kind = 0; kind < 4; kind++) {
        begin(v);
        world_go(SCREEN_quiz, 0);
        QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
        for (int i = 0; !quiz_finished(&s->quiz); i++)
            quiz_answer(&s->quiz, kind == 0 ? 4 : kind == 1 ? 0 : kind == 2 ? QUIZ_SKIPPED : i * 3 % 5);
        world.app.visit.at = SCREEN_result;
        world.app.stale = true;
        int last = 0;
        for (int at = 0; at <= last; at++) {
            s->result_page = at;
            world.app.stale = true;
            const Page *page = app_page(&world.app);
            inspect(v, page);
            for (int i = 0; i < page->shown_count; i++)
                if (page->shown[i]->paged && page->shown[i]->page_count > last + 1)
                    last = page->shown[i]->page_count - 1;
        }
        world_end();
    }
}

static void tap_word(View v, Word word) {
    Slice label = word_in(v.settings.lang, word); /* valid for ever, and ends with a zero */
    world_tap_label(label.at);
}

/* A clip before it shows, playing with every caption, paused in silence, and one that cannot be shown. */
static void a_clip(View v, int clip) {
    begin(v);
    world_go(SCREEN_player, clip);
    inspect(v, app_page(&world.app));
    const Clip *c = &world.pack.clip[clip];
    int turn = page_film(app_page(&world.app))->film.turn;
    for (int i = 0; i < c->cue_count[v.settings.lang]; i++) {
        app_film(&world.app, (FilmReport){clip, turn, FILM_SHOWING, c->cue[v.settings.lang][i].start, false});
        inspect(v, app_page(&world.app));
    }
    tap_word(v, WORD_PAUSE);
    tap_word(v, WORD_SOUND);
    tap_word(v, WORD_CAPTIONS);
    inspect(v, app_page(&world.app));
    tap_word(v, WORD_LOUDER);
    inspect(v, app_page(&world.app));
    app_film(&world.app, (FilmReport){clip, turn, FILM_BROKEN, 0, false});
    inspect(v, app_page(&world.app));
    world_end();
}

static void with_drawer(View v, ScreenId below) {
    begin(v);
    world_go(below, 0);
    world.app.visit.over = SCREEN_ease;
    int pages_of_drawer = 1;
    for (int at = 0; at < pages_of_drawer; at++) {
        world.app.stale = true;
        const Page *page = app_page(&world.app);
        inspect(v, page);
        for (int i = 0; i < page->shown_count; i++)
            if (!page->shown[i]->inert && page->shown[i]->paged)
                pages_of_drawer = page->shown[i]->page_count;
        if (at + 1 < pages_of_drawer)
            for (int i = 0; i < page->shown_count; i++)
                if (!page->shown[i]->inert && page->shown[i]->turn == 1 && page->shown[i]->turns) {
                    world_tap(page->shown[i]);
                    break;
                }
    }
    world_end();
}

static void with_question(View v) {
    begin(v);
    world_go(SCREEN_home, 0);
    world_pass(61000);
    assert_string_equal(app_screen_name(&world.app), "still-there");
    inspect(v, app_page(&world.app));
    world_end();
}

static void the_attract_loop(View v) {
    begin(v);
    for (int scene = 0; scene < 4; scene++) {
        inspect(v, app_page(&world.app));
        world_pass(ATTRACT_SCENE_MS);
    }
    world_end();
}

static void the_calm_page(View v) {
    begin(v);
    world.app.setup.pack = NULL;
    world.app.visit.at = SCREEN_calm;
    world.app.stale = true;
    inspect(v, app_page(&world.app));
    world_end();
}

static void every_screen(View v) {
    the_attract_loop(v);
    explore(v, SCREEN_home, 0);
    every_question(v);
    some_results(v);
    explore(v, SCREEN_families, 0);
    explore(v, SCREEN_trades, part_all_trades());
    for (int family = 0; family < world.pack.family_count; family++)
        explore(v, SCREEN_trades, part_family_trades(family));
    for (int level = 3; level <= 7; level++)
        explore(v, SCREEN_trades, part_level_trades(level));
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        explore(v, SCREEN_trade, trade);
    if (world.pack.clip_count)
        explore(v, SCREEN_videos, 0);
    for (int clip = 0; clip < world.pack.clip_count; clip++) {
        a_clip(v, clip);
        explore(v, SCREEN_words, clip);
        explore(v, SCREEN_onward, clip);
    }
    for (int topic = 0; topic < world.pack.topic_count; topic++)
        explore(v, SCREEN_topic, topic);
    with_drawer(v, SCREEN_home);
    with_question(v);
    the_calm_page(v);
}

/* Themes change no place, only colours: each is swept in one shape, the rest in the light one. */
static bool worth_sweeping(View v) {
    return v.settings.theme == THEME_CLAIR || (v.settings.step == STEP_NORMAL && !v.settings.seated && v.settings.lang == LANG_FR);
}

static void test_no_page_has_a_fault(void **state) {
    (void)state;
    pages = findings = 0;
    for (int bits = 0; bits < 2 * 2 * 2 * THEME_COUNT * STEP_COUNT; bits++) {
        View v = {.tall = bits & 1,
                  .settings = {.lang = (Lang)(bits >> 1 & 1), .seated = bits >> 2 & 1,
                               .theme = (ThemeId)(bits / 8 % THEME_COUNT), .step = (TextStep)(bits / 8 / THEME_COUNT)}};
        if (worth_sweeping(v))
            every_screen(v);
    }
    print_message("%d pages, %d findings\n", pages, findings);
    assert_int_equal(findings, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_page_has_a_fault)};
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
