/* Every page that can be reached of every screen, in every way of seeing it, inspected as a
 * demanding visitor would. With SWEEP_LANG, in that language of SWEEP_PACK instead, both ways up
 * or, with SWEEP_SHAPE, lying or standing, and every word has to be one of tests/support/pseudo.sh.
 * With SWEEP_TEXT at that size of text only. With SWEEP_OWN, what is its own of the small campus
 * SWEEP_PACK, both ways up, at two sizes of text and in both languages.
 */
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"
#include "screens/common/common.h"
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"
#include "screens/common/quiz_state.h"
#include "screens/quiz/duel_parts.h"
#include "screens/search/find_state.h"
#include "screens/setup/setup_parts.h"
#include "setup/zones.h"
#include "train/bricks.h"
#include "ui/inspect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATES_MAX 256
#define STATE_BYTES 8192
#define PLACES_EVERY 11 /* of the places; all are of a few kinds */

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

/* What the pathway keeps first. */
typedef struct PathwayMarks {
    unsigned char mark[1];
} PathwayMarks;

static int pages, findings;
static uint64_t last_said;

static const char *const STEPS[STEP_COUNT] = {"1", "1.25", "1.5", "1.75", "2"};

static void name_view(View v, char *out, size_t size) {
    static const char *const THEMES[] = {
#define THEME(name, key) key,
#include "ui/themes.def"
#undef THEME
    };
    snprintf(out, size, "%s, %s, %s, x%s%s", v.tall ? "portrait" : "landscape",
             langs()->code[v.settings.lang], THEMES[v.settings.theme], STEPS[v.settings.step],
             v.settings.seated ? ", seated" : "");
}

/* ---- a made-up language ---------------------------------------------------------------------- */

static bool made_up; /* is it swept? */
static const char *typed = "";

static bool is_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

#define CAPITAL 0x20 /* how far an accented capital stands before its small letter */

/* There every vowel has its accented twin before it, a capital one where a sentence begins, and no
   capital one is left bare. */
static bool is_made_up(Slice word) {
    static const uint32_t TWIN['z' + 1] = {
        ['a'] = 0xE0, ['e'] = 0xE9, ['i'] = 0xEE, ['o'] = 0xF4, ['u'] = 0xFB};
    for (uint32_t c, before = 0; word.len; before = c) {
        c = utf8_next(&word);
        uint32_t twin = c <= 'z' ? TWIN[c] : 0;
        if (twin && before != twin && before != twin - CAPITAL)
            return false;
    }
    return true;
}

/* What is the same in every language: what languages and fonts are called. */
static bool is_name(Slice word) {
    static const char *const NAMES[] = {"Français", "English", "kiosk", "UTC",
                                        "etc",      "azimut",  "conf"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (slice_is(word, NAMES[i]))
            return true;
    return false;
}

/* Who published a figure, and the codes of bricks and kiosks, are the same in every language too.
 */
static bool is_quoted(Slice word) {
    for (int i = 0; i < world.pack.plan.kiosk_count; i++)
        if (slice_find(world.pack.plan.kiosk[i].id, word) >= 0)
            return true;
    for (int m = 0; m < world.pack.module_count; m++)
        if (slice_find(world.pack.module[m].id, word) >= 0)
            return true;
    for (int c = 0; c < world.pack.course_count; c++)
        for (int i = 0; i < world.pack.course[c].figure_count; i++)
            if (slice_find(world.pack.course[c].figure[i].source, word) >= 0)
                return true;
    return false;
}

/* The first word that is not of the language; empty when all are. */
static Slice foreign_word(Slice text) {
    while (text.len) {
        Slice begin = text, rest = text;
        while (rest.len && is_letter(utf8_next(&rest)))
            text = rest;
        Slice word = slice_cut(begin, 0, begin.len - text.len);
        if (word.len > 1 && !is_name(word) && !is_made_up(word) && !is_quoted(word))
            return word;
        if (!word.len)
            utf8_next(&text);
    }
    return LIT("");
}

static bool has(Slice text, Slice part) {
    return part.len && slice_find(text, part) >= 0;
}

/* Sources, laws and names are told as they are. */
static bool is_cited(Slice text) {
    const Pack *pack = &world.pack;
    for (int i = 0; i < pack->project_told_count; i++)
        if (has(text, pack->project_told[i].source))
            return true;
    for (int i = 0; i < pack->action_sheet_count; i++)
        if (has(text, pack->action_sheet[i].leader))
            return true;
    for (int i = 0; i < pack->glossary_count; i++)
        if (has(text, pack->glossary[i].source))
            return true;
    for (int i = 0; i < pack->path_card_count; i++)
        if (has(text, pack->path_card[i].law) || has(text, pack->path_card[i].source))
            return true;
    return false;
}

static void expect_made_up(const Page *page) {
    bool ours = strncmp(page->screen, "staff", 5) == 0; /* its figures are made up in this file */
    for (int i = 0; i < page->shown_count && !ours; i++) {
        const Node *node = page->shown[i];
        bool quoted =
            slice_find(node->text, LIT("“")) >= 0; /* what was typed, or its nearest word */
        bool as_it_is =
            slice_is(node->text, typed) || quoted || is_cited(node->text) || node->tongue;
        Slice foreign = as_it_is ? LIT("") : foreign_word(node->text);
        if (!foreign.len && (node->lang == page->settings.lang || node->tongue))
            continue;
        findings++;
        print_message("%s: not translated: " SLICE_FMT "\n", page->screen, SLICE_ARG(node->text));
    }
}

static void inspect(View v, const Page *page) {
    if (made_up)
        expect_made_up(page);
    Findings found = page_inspect(page);
    char seen_as[96];
    name_view(v, seen_as, sizeof seen_as);
    pages++;
    findings += found.count;
    for (int i = 0; i < found.count; i++) {
        bool long_words = made_up || v.settings.step > STEP_LARGER;
        if (long_words && slice_find(found.finding[i].text, LIT(": left out, and")) >= 0) {
            findings--; /* what merely adds something may be left out then */
            continue;
        }
        uint64_t said = slice_hash(found.finding[i].text, 0);
        if (said != last_said)
            print_message("%s (%s): " SLICE_FMT "\n", page->screen, seen_as,
                          SLICE_ARG(found.finding[i].text));
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

/* From the state the screen is in now. */
static void explore_from_here(View v, ScreenId screen, size_t size) {
    static Search s;
    s = (Search){.view = v, .screen = screen, .size = size};
    assert_true(s.size <= STATE_BYTES);
    keep(&s);
    for (int index = 0; index < s.found; index++) {
        restore(&s, index);
        inspect(v, app_page(&world.app));
        for (int n = 0; touch(&s, index, n); n++)
            ;
    }
    assert_int_equal(s.dead, 0);
}

static void explore(View v, ScreenId screen, int arg) {
    begin(v);
    world_go(screen, arg);
    explore_from_here(v, screen, screen_get(screen)->state_size);
    world_end();
}

static void every_question(View v) {
    begin(v);
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; i < world.pack.item_count; i++) {
        s->quiz.item[0] = (short)i;
        world.app.dirty = true;
        inspect(v, app_page(&world.app));
    }
    while (s->quiz.asked < QUIZ_LEAST) /* from here on the result may be asked for */
        quiz_answer(&s->quiz, world.app.setup.bank, 3, 3000);
    assert_true(quiz_has_enough(&s->quiz));
    world.app.dirty = true;
    inspect(v, app_page(&world.app));
    world_end();
}

/* Every question for two, with and without answers; every team, with each of its doors. */
static void a_duel(View v) {
    static const signed char GAMES[][DUEL_SIDES] = {
        {4, 4}, {4, 0}, {0, 0}, {QUIZ_SKIPPED, QUIZ_SKIPPED}};
    begin(v);
    world_go(SCREEN_duel, 0);
    DuelState *s = visit_state(&world.app.visit, SCREEN_duel);
    for (int i = 0; i < world.pack.item_count; i++) {
        s->duel.item[0] = (short)i;
        duel_answer(&s->duel, i % DUEL_SIDES, i % 2 ? 2 : QUIZ_SKIPPED);
        world.app.dirty = true;
        inspect(v, app_page(&world.app));
    }
    world_end();
    for (size_t g = 0; g < sizeof GAMES / sizeof *GAMES + DUEL_DIMENSIONS; g++) {
        begin(v);
        world_go(SCREEN_duel, 0);
        s = visit_state(&world.app.visit, SCREEN_duel);
        bool team = g < DUEL_DIMENSIONS; /* either likes another thing */
        for (int i = 0; i < s->duel.length; i++, duel_next(&s->duel))
            for (int side = 0; side < DUEL_SIDES; side++) {
                bool likes = i % DUEL_DIMENSIONS == ((int)g + side) % DUEL_DIMENSIONS;
                duel_answer(&s->duel, side, team ? 4 * likes : GAMES[g - DUEL_DIMENSIONS][side]);
            }
        world.app.visit.at = SCREEN_duel_end;
        world.app.dirty = true;
        explore_from_here(v, SCREEN_duel_end, sizeof *s);
        world_end();
    }
}

/* Results of a pupil who likes everything, nothing, knows nothing, or one thing; every side of
 * each. */
static void some_results(View v) {
    for (int kind = 0; kind < 4; kind++) {
        begin(v);
        world_go(SCREEN_quiz, 0);
        QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
        for (int i = 0; !quiz_finished(&s->quiz); i++)
            quiz_answer(&s->quiz, world.app.setup.bank,
                        kind == 0   ? 4
                        : kind == 1 ? 0
                        : kind == 2 ? QUIZ_SKIPPED
                                    : i * 3 % 5,
                        3000);
        world.app.visit.at = SCREEN_result;
        world.app.dirty = true;
        explore_from_here(v, SCREEN_result, sizeof *s);
        world_end();
    }
}

static void tap_word(View v, StringId word) {
    Slice label = string_in(v.settings.lang, word); /* valid for ever, and ends with a zero */
    world_tap_label(label.at);
}

/* A clip before it shows, playing with every caption, paused in silence, and one that cannot be
 * shown. */
static void a_clip(View v, int clip) {
    begin(v);
    world_go(SCREEN_player, clip);
    inspect(v, app_page(&world.app));
    const Clip *c = &world.pack.clip[clip];
    int turn = page_video(app_page(&world.app))->graphic.video.wish.seek_id;
    for (int i = 0; i < c->cue_count[v.settings.lang]; i++) {
        app_video(&world.app, (VideoReport){clip, turn, VIDEO_SHOWING,
                                            c->cue[v.settings.lang][i].start, false, false});
        inspect(v, app_page(&world.app));
    }
    if (!v.tall) {
        tap_word(v, STR_FULL_SCREEN);
        inspect(v, app_page(&world.app));
        tap_word(v, STR_SMALLER_PICTURE);
    }
    tap_word(v, STR_PAUSE);
    tap_word(v, STR_SOUND);
    tap_word(v, STR_CAPTIONS);
    inspect(v, app_page(&world.app));
    tap_word(v, STR_LOUDER);
    inspect(v, app_page(&world.app));
    app_video(&world.app, (VideoReport){clip, turn, VIDEO_BROKEN, 0, false, false});
    inspect(v, app_page(&world.app));
    world_end();
}

static void with_drawer(View v, ScreenId below, ScreenId drawer) {
    begin(v);
    world_go(below, 0);
    world.app.visit.over = drawer;
    int pages_of_drawer = 1;
    for (int at = 0; at < pages_of_drawer; at++) {
        world.app.dirty = true;
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

static void the_uncounted(View v) {
    begin(v);
    world_go(SCREEN_home, 0);
    world.app.visit.over = SCREEN_counted;
    world.app.visit.uncounted = true;
    inspect(v, app_page(&world.app));
    world_end();
}

/* ---- the staff area, with everything it can have to say -------------------------------------- */

#define STAFF_FAULTS 30 /* on several pages */

static StaffSpan spans[STAFF_SPANS];
static Slice faults[STAFF_FAULTS];
static StaffView staff;

static const StaffView *staff_view(void *self) {
    (void)self;
    return &staff;
}

static void fill_staff(void) {
    static const char *const NAMES[] = {"Dernier mois", "Trois mois", "Douze mois",
                                        "Depuis le début"};
    staff = (StaffView){.has_pin = true,
                        .open = true,
                        .counts = true,
                        .figures_read = true,
                        .tries_left = 5,
                        .span_count = STAFF_SPANS,
                        .volume = 50,
                        .exported = EXPORT_DONE,
                        .exported_to = LIT("Azimut 2026-11-24 (2)"),
                        .updates = true,
                        .can_go_back = true,
                        .fault = faults,
                        .fault_count = STAFF_FAULTS,
                        .problem_count = STAFF_PROBLEMS};
    for (int s = 0; s < STAFF_SPANS; s++) {
        spans[s] = (StaffSpan){.name = slice_from(NAMES[s]),
                               .dates = LIT("Du 1er sept. 2025 au 31 août 2026"),
                               .chart_count = 2,
                               .earlier = s < 3,
                               .later = s == 1,
                               .note_count = s ? STAFF_NOTES : 0};
        for (int n = 0; n < STAFF_NOTES; n++)
            spans[s].note[n] =
                LIT("12\u00A0nov.\u00A0: Travaux dans le hall, borne déplacée devant le CDI.");
        for (int c = 0; c < 2; c++) {
            StaffChart *chart = &spans[s].chart[c];
            *chart = (StaffChart){LIT("Ce qui attire à l’atelier"),
                                  LIT("« Maintenance » et « Conduite de ligne alimentaire » "
                                      "viennent en tête, sans que la marge "
                                      "permette de les départager."),
                                  {{.doubt = 0}},
                                  c ? STAFF_COLUMNS : STAFF_BARS,
                                  c};
            for (int b = 0; b < chart->bar_count; b++)
                chart->bar[b] =
                    (StaffBar){LIT("Conduite de ligne alimentaire"), LIT("12 345 ± 1 234"),
                               900 - 28 * b, 90, s == 1 ? b % 6 + 1 : 0};
        }
    }
    for (int i = 0; i < STAFF_FAULTS; i++)
        faults[i] = LIT("courses/essayer-cinq-jours.yaml, ligne 17\u00A0: «\u202Fsoudage\u202F» "
                        "n’existe pas dans trades/\u202F; est-ce «\u202Fsoudure\u202F»\u202F?");
    for (int lang = 0; lang < langs()->count; lang++) {
        staff.store_shown[lang] = string_in(lang, STR_STAFF_NO_UPDATES); /* longer than any */
        staff.store_event[lang] = string_in(lang, STR_PROBLEM_STORE);
        staff.update[lang] = string_in(lang, STR_UPDATE_FAULTS);
        staff.span[lang] = spans;
        staff.content[lang] = LIT("Contenu version 12, daté du 22 sept. 2026 (1 234 jours).");
        for (int p = 0; p < STAFF_PROBLEMS; p++)
            staff.problem[p][lang] = string_in((Lang)lang, (StringId)(STR_PROBLEM_STATS + p));
    }
}

/* The code pad: empty, half typed, after a wrong code, while one must wait, before a code is set.
 */
static void the_code_pad(View v) {
    begin(v);
    world_go(SCREEN_staff, 0);
    staff.open = false;
    for (int kind = 0; kind < 5; kind++) {
        staff.tries_left = kind == 1 ? 2 : 5;
        staff.wait_seconds = kind == 2 ? 290 : 0;
        staff.has_pin = kind < 3;
        staff.pin_unreadable = kind == 4;
        world.app.dirty = true;
        if (kind < 2)
            world_tap_label("4");
        inspect(v, app_page(&world.app));
    }
    world_end();
}

static void every_export(View v) {
    begin(v);
    world_go(SCREEN_staff, 0);
    tap_word(v, STR_STAFF_MACHINE);
    for (int e = EXPORT_IDLE; e <= EXPORT_NO_FIGURES + 1; e++) {
        staff.counts = e <= EXPORT_NO_FIGURES;
        staff.exported = staff.counts ? (StaffExport)e : EXPORT_IDLE;
        staff.volume = e % 2 ? -1 : 100;
        staff.clock = (StaffClock)(e % (STAFF_CLOCK_REFUSED + 1));
        world.app.dirty = true;
        inspect(v, app_page(&world.app));
    }
    world_end();
}

static void test_squares_and_rest(View v) {
    begin(v);
    world_go(SCREEN_staff_touch, 0);
    world_tap_label("1");
    world_tap_label("20");
    inspect(v, app_page(&world.app));
    staff.open = true;
    world_go(SCREEN_staff_note, 0);
    inspect(v, app_page(&world.app));
    for (int i = 0; i < 40; i++)
        i % 20 == 19 ? tap_word(v, STR_SPACE_KEY) : world_tap_label("W");
    inspect(v, app_page(&world.app));
    world_go(SCREEN_staff_clock, 0);
    inspect(v, app_page(&world.app));
    world_go(SCREEN_staff_renew, 0);
    inspect(v, app_page(&world.app));
    world_go(SCREEN_staff_clean, 0);
    Findings found = page_inspect(app_page(&world.app));
    assert_int_equal(found.count, 1); /* that one cannot leave is what cleaning is about */
    assert_true(slice_find(found.finding[0].text, LIT("no way to leave")) >= 0);
    world_end();
}

/* How an update went, in the words of every refusal; and a kiosk that takes none. */
static void every_update(View v) {
    begin(v);
    world_go(SCREEN_staff, 0);
    tap_word(v, STR_STAFF_CONTENT);
    staff.fault_count = 0;
    for (StringId word = STR_REFUSED_NO_KEY; word <= STR_REFUSED_TOOL_FELL; word++) {
        for (int lang = 0; lang < langs()->count; lang++)
            staff.update[lang] = string_in(lang, word);
        staff.updating = word % 2;
        world.app.dirty = true;
        inspect(v, app_page(&world.app));
    }
    staff.updates = false;
    world.app.dirty = true;
    inspect(v, app_page(&world.app));
    fill_staff();
    world_end();
}

/* Every page of every tab: the pager is touched until there is no further page. */
static void every_tab(View v) {
    begin(v);
    world_go(SCREEN_staff, 0);
    for (int tab = 0; tab < 4; tab++) {
        const Page *page = app_page(&world.app);
        for (int i = 0, n = 0; i < page->shown_count; i++)
            if (page->shown[i]->role == ROLE_CHOICE && n++ == tab) {
                world_tap(page->shown[i]);
                break;
            }
        for (const Node *on = page->root; on;) {
            page = app_page(&world.app);
            inspect(v, page);
            on = NULL;
            for (int i = 0; i < page->shown_count; i++)
                if (page->shown[i]->turns && page->shown[i]->turn == 1 &&
                    page_can_act(page->shown[i]))
                    on = page->shown[i];
            if (on)
                world_tap(on);
        }
    }
    world_end();
}

static void the_staff_area(View v) {
    fill_staff();
    world.staff = (StaffDesk){.view = staff_view};
    every_tab(v);
    every_export(v);
    every_update(v);
    the_code_pad(v);
    test_squares_and_rest(v);
    world.staff = (StaffDesk){0};
}

static void with_question(View v) {
    begin(v);
    world_go(SCREEN_home, 0);
    world_pass(61000);
    assert_string_equal(app_screen_name(&world.app), "still-there");
    inspect(v, app_page(&world.app));
    world_end();
}

#define SCENES 5
#define SCENE_MS 20000
#define LIVELY_MS 240000

/* Some scenes while films play, and as many still pictures. */
static void the_attract_loop(View v) {
    begin(v);
    for (int scene = 0; scene < 2 * SCENES; scene++) {
        inspect(v, app_page(&world.app));
        world_pass(scene == SCENES ? LIVELY_MS : SCENE_MS);
    }
    world_end();
}

/* Closed until a day that is far off, which is the longest to say. */
static void the_closed_campus(View v) {
    static PlanHours opens = {
        .days = HOURS_DAYS, .from = 20270923, .to = 20270923, .opens_min = 825, .closes_min = 900};
    begin(v);
    world.app.setup.open = &opens;
    world.app.setup.open_count = 1;
    world.app.dirty = true;
    inspect(v, app_page(&world.app));
    world_end();
}

/* What depends on the date, when it is not believed. */
static void the_doubtful_clock(View v) {
    static const ScreenId SCREENS[] = {SCREEN_home,   SCREEN_desks,    SCREEN_desk,
                                       SCREEN_lab,    SCREEN_event,    SCREEN_course,
                                       SCREEN_places, SCREEN_catalogue};
    begin(v);
    app_clock(&world.app, world.app.setup.civil_shift, true);
    for (size_t i = 0; i < sizeof SCREENS / sizeof *SCREENS; i++) {
        world_go(SCREENS[i], 0);
        inspect(v, app_page(&world.app));
    }
    world_end();
}

static void the_calm_page(View v) {
    begin(v);
    world.app.setup.pack = NULL;
    world.app.visit.at = SCREEN_calm;
    world.app.dirty = true;
    inspect(v, app_page(&world.app));
    world_end();
}

/* ---- the map: too many states to touch them all, so those that look different ---------------- */

/* Inspects the page as it is, and every further page of what is paged on it. */
static void inspect_turning(View v) {
    for (int turns = 0; turns < 12; turns++) {
        world.app.dirty = true;
        const Page *page = app_page(&world.app);
        inspect(v, page);
        const Node *on = NULL;
        for (int i = 0; i < page->shown_count; i++)
            if (page_can_act(page->shown[i]) && page->shown[i]->turns && page->shown[i]->turn == 1)
                on = page->shown[i];
        if (!on)
            return;
        world_tap(on);
    }
}

/* ---- the first day, with everything it can have to ask and to say ---------------------------- */

static SetupView first_day;

static const SetupView *first_day_view(void *self) {
    (void)self;
    return &first_day;
}

static void first_day_ask(void *self, SetupAsk ask, const SetupAnswers *answers) {
    (void)self, (void)ask, (void)answers;
}

static void fill_first_day(void) {
    first_day = (SetupView){.by_itself = true,
                            .turns = true,
                            .has_code = true,
                            .sets_clock = true,
                            .volume = 60,
                            .muted = 12,
                            .file = "/etc/azimut/azimut.conf",
                            .now = {.volume = 60, .zone = "America/Miquelon", .turned = 270}};
    first_day.now.week = week_usual();
    first_day.now.week.day[1].to = 17 * 60;
    first_day.now.week.day[3] = (WeekDay){true, 22 * 60, 2 * 60};
    first_day.zone_count = zones_list(ZONES_FOLDER, "", first_day.zone);
}

static void a_step(View v, SetupStep step) {
    world.app.visit.at = SCREEN_setup;
    SetupState *s = visit_state(&world.app.visit, SCREEN_setup);
    s->step = (int)step;
    s->page = 0;
    inspect_turning(v);
}

/* What stands in place of a page leads nowhere: a touch anywhere does, or time. */
static void expect_no_way_out(View v) {
    world.app.dirty = true;
    Findings found = page_inspect(app_page(&world.app));
    if (found.count != 1 || slice_find(found.finding[0].text, LIT("no way to leave")) < 0)
        inspect(v, app_page(&world.app));
}

static void the_odd_pages(View v, SetupState *s) {
    s->turn.until = world.app.now + 15000;
    expect_no_way_out(v);
    s->turn.until = 0;
    for (s->touch.cross = 0; s->touch.cross <= SETUP_CROSSES; s->touch.cross++) {
        s->touch.until = world.app.now + 30000;
        expect_no_way_out(v);
    }
    s->touch = (SetupTouch){0};
}

static void every_result(View v, SetupState *s) {
    for (int i = CROSSES_NONE; i <= CROSSES_LATE; i++) {
        s->touch.result = (CrossResult)i;
        s->touch.off = 12;
        a_step(v, SETUP_STEP_TOUCH);
    }
    for (int i = CODE_ASKED; i <= CODE_WEAK; i++) {
        s->code.result = (CodeResult)i;
        a_step(v, SETUP_STEP_CODE);
    }
    for (int i = SETUP_WELL; i <= SETUP_NO_FILE; i++) {
        first_day.fault = (SetupFault)i;
        a_step(v, SETUP_STEP_END);
    }
    for (int i = CLOCK_UNTOUCHED; i <= CLOCK_NOT_SET; i++) {
        first_day.clock = (SetupClock)i;
        a_step(v, SETUP_STEP_CLOCK);
    }
}

/* On a machine that can do nothing of it. */
static void the_poor_machine(View v, SetupState *s) {
    first_day.turns = first_day.has_code = first_day.sets_clock = false;
    first_day.volume = s->answers.volume = -1;
    first_day.zone_count = first_day.muted = 0;
    s->answers.week = (Week){0};
    world.app.setup.wayfinder.plan = NULL;
    s->sure = true;
    for (int step = 0; step < SETUP_STEPS; step++)
        a_step(v, (SetupStep)step);
    s->answers.keeps_hours = true;
    a_step(v, SETUP_STEP_HOURS);
}

static void the_first_day(View v) {
    fill_first_day();
    begin(v);
    world.app.setup.setup = (SetupDesk){NULL, first_day_view, first_day_ask};
    world_go(SCREEN_setup, 0);
    SetupState *s = visit_state(&world.app.visit, SCREEN_setup);
    for (int step = 0; step < SETUP_STEPS; step++)
        a_step(v, (SetupStep)step);
    every_result(v, s);
    the_odd_pages(v, s);
    the_poor_machine(v, s);
    world_end();
}

static void the_way_to(View v, int space, bool step_free, int day) {
    begin(v);
    world_go(SCREEN_map, space + 1);
    MapState *s = visit_state(&world.app.visit, SCREEN_map);
    world.app.visit.settings.step_free = step_free;
    s->when = day;
    inspect_turning(v);
    s->page = 0;
    s->step = 0;
    for (int panel = 0; panel <= PANEL_PHONE; panel++) {
        s->panel = (MapPanel)panel;
        s->page = 0;
        inspect_turning(v);
    }
    world_end();
}

static void the_map(View v) {
    const Plan *plan = &world.pack.plan;
    begin(v);
    world_go(SCREEN_map, 0);
    inspect_turning(v);
    MapState *s = visit_state(&world.app.visit, SCREEN_map);
    Kiosk k = app_kiosk(&world.app);
    for (s->when = map_stop_first(&k); s->when <= map_stop_last(&k); s->when++)
        inspect_turning(v);
    s->when = 0;
    s->lit = SPACE_TOILETS;
    s->space = itinerary_nearest(&k, SPACE_TOILETS);
    inspect_turning(v);
    s->start = plan_find_space(plan, LIT("A4"));
    s->stop[0] = plan_find_space(plan, LIT("A5"));
    s->stop[1] = plan_find_space(plan, LIT("221"));
    s->stops = TRIP_STOPS;
    for (s->back = false, s->leg = 0; s->leg < 3; s->leg++)
        inspect_turning(v);
    s->leg = 0;
    s->panel = PANEL_TRIP;
    s->page = 0;
    inspect_turning(v);
    s->pick = PICK_START;
    inspect_turning(v);
    world_end();
    for (int space = 0; space < plan->space_count; space++)
        if (plan->space[space].place && space % PLACES_EVERY == 0)
            the_way_to(v, space, space & 1, space >> 1 & 1);
}

static void type_all(const char *words) {
    for (const char *sign = words; *sign; sign++)
        app_type(&world.app, *sign);
}

static void the_search_for(View v, int arg, const char *words, TargetKind kind) {
    begin(v);
    typed = words;
    world_go(SCREEN_find, arg);
    type_all(words);
    ((FindState *)visit_state(&world.app.visit, SCREEN_find))->kind = kind;
    world.app.dirty = true;
    inspect_turning(v);
    world_end();
}

static void the_search(View v) {
    static const char *const TYPED[] = {
        "",       "s",          "so",       "wc",
        "zzzz",   "salle",      "pfmp",     "salle de projet et de re",
        "stage",  "accessible", "zoudage",  "maintenance",
        "metier", "laser",      "michelin", "contrat"};
    static const TargetKind LISTS[] = {TARGET_WORD, TARGET_COURSE, TARGET_PLACE, TARGET_TRADE,
                                       TARGET_INTERNSHIP};
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++)
        for (int arg = FIND_ALL; arg <= FIND_PLACES; arg++)
            the_search_for(v, arg, TYPED[i], TARGET_NONE);
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        the_search_for(v, FIND_ALL, "formation", LISTS[i]);
}

static void the_words(View v) {
    explore(v, SCREEN_glossary, 0);
    for (int word = 0; word < world.pack.glossary_count; word++)
        explore(v, SCREEN_word, word);
}

static void places(View v) {
    for (int list = 0; list <= LIST_EVENTS; list++) {
        begin(v);
        world_go(SCREEN_places, list);
        inspect_turning(v);
        world_end();
    }
    for (int space = 0; space < world.pack.plan.space_count; space++) {
        if (!world.pack.plan.space[space].place || space % PLACES_EVERY)
            continue;
        begin(v);
        world_go(SCREEN_place, space);
        inspect_turning(v);
        world_end();
    }
}

/* Whom one meets. */
static void rooms(View v) {
    explore(v, SCREEN_desks, 0);
    for (int desk = 0; desk < world.pack.desk_count; desk++)
        explore(v, SCREEN_desk, desk);
    for (int lab = 0; lab < world.pack.lab_count; lab++)
        explore(v, SCREEN_lab, lab);
    for (int machine = 0; machine < world.pack.lab_machine_count; machine++)
        explore(v, SCREEN_machine, machine);
    for (int project = 0; project < world.pack.lab_project_count; project++)
        explore(v, SCREEN_lab_project, project);
    for (int event = 0; event < world.pack.campus_event_count; event++)
        explore(v, SCREEN_event, event);
    for (int partner = 0; partner < world.pack.partner_count; partner++)
        explore(v, SCREEN_partner, partner);
    if (world.pack.back_to_school_count)
        explore(v, SCREEN_back, 0);
    if (world.pack.project_told_count)
        explore(v, SCREEN_project, 0);
}

/* ---- learning here: lists that are narrowed in too many ways to try all of them -------------- */

/* The first control whose label has both in it. */
static void tap_named(Slice name, Slice also) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        Slice label = page_can_act(node) ? page_label(page, node) : LIT("");
        if (slice_find(label, name) >= 0 && slice_find(label, also) >= 0) {
            world_tap(node);
            return;
        }
    }
    fail_msg("nothing to touch is called " SLICE_FMT, SLICE_ARG(name));
}

static void tap_on(View v, StringId word, const char *also) {
    tap_named(string_in(v.settings.lang, word), slice_from(also));
}

static void the_catalogue(View v) {
    static const StringId CHIPS[] = {STR_CHIP_LEVEL, STR_CHIP_MODE, STR_CHIP_FAMILY,
                                     STR_CHIP_BEFORE};
    begin(v);
    world_go(SCREEN_catalogue, 0);
    inspect_turning(v);
    for (int i = form_is_roomy(v.settings); i < 4; i++) { /* there each level is a button */
        tap_on(v, CHIPS[i], ", ");
        inspect_turning(v);
        tap_on(v, CHIPS[i], ", ");
    }
    world_go(SCREEN_catalogue, 3); /* narrowed to a level */
    inspect_turning(v);
    world_end();
}

static void the_shared_courses(View v) {
    begin(v);
    world_go(SCREEN_inter, 0);
    inspect_turning(v);
    tap_on(v, STR_CHIP_MONTH, ", ");
    inspect_turning(v);
    tap_on(v, STR_CHIP_MONTH, ", ");
    tap_on(v, STR_TAKE_HOME, "");
    inspect_turning(v);
    world_end();
}

static void the_internships(View v) {
    begin(v);
    world_go(SCREEN_internships, 0);
    inspect_turning(v);
    tap_on(v, STR_CHIP_TRADE, ", ");
    inspect_turning(v);
    tap_on(v, STR_CHIP_TRADE, ", ");
    tap_on(v, STR_HOW_IT_GOES, "");
    inspect_turning(v);
    world_end();
    for (int offer = 0; offer < world.pack.internship_count; offer += 4)
        explore(v, SCREEN_internship, offer);
}

/* Empty, with something missing, with all there is, and before all of it is replaced. */
static void the_pathway(View v) {
    begin(v);
    world_go(SCREEN_pathway, 0);
    inspect_turning(v);
    for (int module = 0; module < world.pack.module_count; module++) {
        world_go(SCREEN_pathway, 0);
        if (!world.pack.module[module].needs.count)
            continue;
        PathwayMarks *marks = visit_state(&world.app.visit, SCREEN_pathway);
        marks->mark[module] = BRICK_WANT;
        inspect_turning(v);
        tap_on(v, STR_ADD_IT, "");
        inspect_turning(v);
        break;
    }
    tap_on(v, STR_READY_PATHWAYS, "");
    inspect_turning(v);
    tap_named(world.pack.pathway[world.pack.pathway_count - 1].name.in[v.settings.lang], LIT(""));
    inspect(v, app_page(&world.app));
    tap_on(v, STR_REPLACE, "");
    inspect_turning(v);
    tap_on(v, STR_TAKE_HOME, "");
    inspect_turning(v);
    world_end();
}

static void learning_here(View v) {
    the_catalogue(v);
    the_shared_courses(v);
    the_internships(v);
    the_pathway(v);
    for (int course = 0; course < world.pack.course_count; course += 5)
        explore(v, SCREEN_course, course);
    for (int block = 0; block < world.pack.skill_block_count; block += 9)
        explore(v, SCREEN_certification, block);
}

static void every_screen(View v) {
    learning_here(v);
    the_attract_loop(v);
    explore(v, SCREEN_home, 0);
    explore(v, SCREEN_languages, 0);
    every_question(v);
    a_duel(v);
    some_results(v);
    explore(v, SCREEN_families, 0);
    explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_ALL, 0}));
    for (int family = 0; family < world.pack.family_count; family++)
        explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_BY_FAMILY, family}));
    for (int level = 3; level <= 7; level++)
        explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_BY_LEVEL, level}));
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        explore(v, SCREEN_trade, trade);
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        if (world.pack.trade[trade].moment_count)
            explore(v, SCREEN_day, trade);
    if (world.pack.clip_count)
        explore(v, SCREEN_videos, 0);
    for (int clip = 0; clip < world.pack.clip_count; clip += 3) {
        a_clip(v, clip);
        explore(v, SCREEN_transcript, clip);
        explore(v, SCREEN_video_end, clip);
    }
    for (int topic = 0; topic < world.pack.topic_count; topic++)
        explore(v, SCREEN_topic, topic);
    the_map(v);
    the_search(v);
    the_words(v);
    places(v);
    rooms(v);
    with_drawer(v, SCREEN_home, SCREEN_accessibility);
    with_drawer(v, SCREEN_home, SCREEN_aloud);
    with_drawer(v, SCREEN_home, SCREEN_counted);
    the_uncounted(v);
    the_staff_area(v);
    the_first_day(v);
    with_question(v);
    the_closed_campus(v);
    the_doubtful_clock(v);
    the_calm_page(v);
}

static void the_first_steps(View v, int space) {
    begin(v);
    world_go(SCREEN_map, space + 1);
    inspect_turning(v);
    world_end();
}

/* What the words, the pictures and the look of a campus are seen on: not what is the program's own,
   which the other campus shows, nor the cards of results, which are visited by tests/tools/new.sh.
 */
static void every_screen_of_its_own(View v) {
    const Pack *pack = &world.pack;
    the_attract_loop(v);
    explore(v, SCREEN_home, 0);
    every_question(v);
    explore(v, SCREEN_families, 0);
    explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_ALL, 0}));
    for (int trade = 0; trade < pack->trade_count; trade++)
        explore(v, SCREEN_trade, trade);
    for (int topic = 0; topic < pack->topic_count; topic++)
        explore(v, SCREEN_topic, topic);
    if (pack->course_count)
        the_catalogue(v);
    for (int course = 0; course < pack->course_count; course++)
        explore(v, SCREEN_course, course);
    for (int block = 0; block < pack->skill_block_count; block += 2)
        explore(v, SCREEN_certification, block);
    if (pack->glossary_count)
        the_words(v);
    if (pack->plan.space_count) {
        for (int space = 0; space < pack->plan.space_count; space++)
            the_first_steps(v, space);
        places(v);
    }
    rooms(v);
}

/* Themes change no place, only colours: each is swept in one shape, the rest in the light one. The
   two largest sizes of text have the form of the one before: one language, standing. */
static bool worth_sweeping(View v) {
    const char *text = getenv("SWEEP_TEXT");
    if (text && strcmp(text, STEPS[v.settings.step]) != 0)
        return false;
    if (v.settings.step > STEP_LARGER && (v.settings.lang != LANG_FR || v.settings.seated))
        return false;
    return v.settings.theme == THEME_CLAIR ||
           (v.settings.step == STEP_NORMAL && !v.settings.seated && v.settings.lang == LANG_FR);
}

static void test_no_page_has_a_fault(void **state) {
    (void)state;
    pages = findings = 0;
    if (getenv("SWEEP_LANG") || getenv("SWEEP_OWN"))
        skip();
    for (int bits = 0; bits < 2 * 2 * 2 * THEME_COUNT * STEP_COUNT; bits++) {
        View v = {.tall = bits & 1,
                  .settings = {.lang = (Lang)(bits >> 1 & 1),
                               .seated = bits >> 2 & 1,
                               .theme = (ThemeId)(bits / 8 % THEME_COUNT),
                               .step = (TextStep)(bits / 8 / THEME_COUNT)}};
        if (worth_sweeping(v))
            every_screen(v);
    }
    print_message("%d pages, %d findings\n", pages, findings);
    assert_int_equal(findings, 0);
}

static void test_no_page_of_a_small_campus_has_a_fault(void **state) {
    (void)state;
    if (!getenv("SWEEP_OWN"))
        skip(); /* tests/tools/new.sh makes some */
    pages = findings = 0;
    for (int bits = 0; bits < 2 * 2 * 2; bits++)
        every_screen_of_its_own(
            (View){.tall = bits & 1,
                   .settings = {.lang = (Lang)(bits >> 1 & 1),
                                .step = bits >> 2 ? STEP_LARGER : STEP_NORMAL}});
    print_message("%d pages, %d findings\n", pages, findings);
    assert_int_equal(findings, 0);
}

static void test_no_page_of_a_made_up_language_has_a_fault(void **state) {
    (void)state;
    const char *code = getenv("SWEEP_LANG");
    if (!code)
        skip(); /* tests/tools/translate.sh makes one */
    pages = findings = 0;
    made_up = true;
    const char *shape = getenv("SWEEP_SHAPE");
    for (int tall = 0; tall < 2; tall++)
        if (!shape || (strcmp(shape, "standing") == 0) == tall)
            every_screen((View){{.lang = langs_find(langs(), slice_from(code))}, tall});
    print_message("%d pages, %d findings\n", pages, findings);
    assert_int_equal(findings, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_page_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_made_up_language_has_a_fault),
        cmocka_unit_test(test_no_page_of_a_small_campus_has_a_fault),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
