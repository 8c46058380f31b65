/* The staff area, with everything it can have to say. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"
#include "ui/inspect.h"

#define STAFF_FAULTS 30 /* on several sweep.pages */

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

/* The code pad: empty, half sweep.typed, after a wrong code, while one must wait, before a code is
 * set.
 */
static void the_code_pad(View v) {
    sweep_begin(v);
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
        sweep_inspect(v);
    }
    world_end();
}

static void every_export(View v) {
    sweep_begin(v);
    world_go(SCREEN_staff, 0);
    sweep_tap(v, STR_STAFF_MACHINE);
    for (int e = EXPORT_IDLE; e <= EXPORT_NO_FIGURES + 1; e++) {
        staff.counts = e <= EXPORT_NO_FIGURES;
        staff.exported = staff.counts ? (StaffExport)e : EXPORT_IDLE;
        staff.volume = e % 2 ? -1 : 100;
        staff.clock = (StaffClock)(e % (STAFF_CLOCK_REFUSED + 1));
        world.app.dirty = true;
        sweep_inspect(v);
    }
    world_end();
}

static void test_squares_and_rest(View v) {
    sweep_begin(v);
    world_go(SCREEN_staff_touch, 0);
    world_tap_label("1");
    world_tap_label("20");
    sweep_inspect(v);
    staff.open = true;
    world_go(SCREEN_staff_note, 0);
    sweep_inspect(v);
    for (int i = 0; i < 40; i++)
        i % 20 == 19 ? sweep_tap(v, STR_SPACE_KEY) : world_tap_label("W");
    sweep_inspect(v);
    world_go(SCREEN_staff_clock, 0);
    sweep_inspect(v);
    world_go(SCREEN_staff_renew, 0);
    sweep_inspect(v);
    world_go(SCREEN_staff_clean, 0);
    Findings found = page_inspect(app_page(&world.app));
    assert_int_equal(found.count, 1); /* that one cannot leave is what cleaning is about */
    assert_true(slice_find(found.finding[0].text, LIT("no way to leave")) >= 0);
    world_end();
}

/* How an update went, in the words of every refusal; and a kiosk that takes none. */
static void every_update(View v) {
    sweep_begin(v);
    world_go(SCREEN_staff, 0);
    sweep_tap(v, STR_STAFF_CONTENT);
    staff.fault_count = 0;
    for (StringId word = STR_REFUSED_NO_KEY; word <= STR_REFUSED_TOOL_FELL; word++) {
        for (int lang = 0; lang < langs()->count; lang++)
            staff.update[lang] = string_in(lang, word);
        staff.updating = word % 2;
        world.app.dirty = true;
        sweep_inspect(v);
    }
    staff.updates = false;
    world.app.dirty = true;
    sweep_inspect(v);
    fill_staff();
    world_end();
}

/* Every page of every tab: the pager is touched until there is no further page. */
static void every_tab(View v) {
    sweep_begin(v);
    world_go(SCREEN_staff, 0);
    for (int tab = 0; tab < 4; tab++) {
        const Page *page = app_page(&world.app);
        for (int i = 0, n = 0; i < page->shown_count; i++)
            if (page->shown[i]->role == ROLE_CHOICE && n++ == tab) {
                world_tap(page->shown[i]);
                break;
            }
        sweep_turning(v);
    }
    world_end();
}

void sweep_staff(View v) {
    fill_staff();
    world.staff = (StaffDesk){.view = staff_view};
    every_tab(v);
    every_export(v);
    every_update(v);
    the_code_pad(v);
    test_squares_and_rest(v);
    world.staff = (StaffDesk){0};
}
