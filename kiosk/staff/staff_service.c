#include "staff/staff_service.h"

#include "staff/gather.h"
#include "report/kiosk_name.h"
#include "report/words.h"
#include "staff/staff_span.h"
#include "base/log.h"
#include "ui/strings.h"
#include "train/expiry.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OLD_DAYS 365
#define PATH_BYTES 4200

static Millis civil_now(const StaffService *desk) {
    return *desk->spec.now + *desk->spec.civil_shift;
}

/* ---- figures --------------------------------------------------------------------------------- */

/* What a span is shown of: the figures, which may be those of several kiosks, and what of them. */
typedef struct Chosen {
    const Figures *figures;
    Span span;
    bool earlier, later;
} Chosen;

/* The same months of this kiosk and of another one; it may count for longer or less long. */
static void choose_other(const OtherKiosks *others, int other, Chosen *chosen) {
    int there = other_kiosks_at(others, other);
    if (there < 0)
        return;
    Range own = figures_range(others->figures, chosen->span.start, chosen->span.end), past = own;
    own.kiosk = 1 + others->own;
    past.kiosk = 1 + there;
    chosen->figures = others->figures;
    chosen->span = figures_span(others->figures, chosen->span.name, own, past);
}

/* One of the spans, so many of its lengths ago, beside what it is to be compared with. */
static bool find_chosen(StaffService *desk, int choice, Chosen *chosen) {
    int at = choice % STAFF_SPANS, against = choice / STAFF_SPANS % AGAINST_COUNT;
    int back = choice / STAFF_SPANS / AGAINST_COUNT;
    if (!desk->figures || at >= desk->figures->span_count)
        return false;
    const Span *span = &desk->figures->span[at];
    int months = span->now.to - span->now.from;
    Range now = {span->now.from - back * months, span->now.to - back * months, 0};
    Range past = figures_before(desk->figures, now, against == AGAINST_YEAR ? 12 : months);
    if (now.from < 0)
        return false;
    if (span->name == SPAN_ALL || against >= AGAINST_OTHER)
        past = (Range){0};
    *chosen = (Chosen){.figures = desk->figures,
                       .span = figures_span(desk->figures, span->name, now, past),
                       .earlier = span->name != SPAN_ALL && now.from >= months,
                       .later = back > 0};
    if (against >= AGAINST_OTHER)
        choose_other(&desk->others, against - AGAINST_OTHER, chosen);
    return true;
}

static void choose_span(StaffService *desk, int choice) {
    Chosen chosen;
    if (!find_chosen(desk, choice, &chosen))
        return;
    Arena *arena = &desk->chosen[desk->turn ^= 1];
    arena_reset(arena);
    desk->choice = choice;
    for (int lang = 0; lang < langs()->count; lang++) {
        StaffSpan *to = &desk->span[lang][choice % STAFF_SPANS];
        staff_span_fill(to, chosen.figures, &chosen.span, lang, arena);
        to->earlier = chosen.earlier;
        to->later = chosen.later;
    }
}

/* Others are looked for when they are asked for, once while the area is open, and again where there
   was no stick. */
static void ask_figures(StaffService *desk, int choice) {
    bool other = choice / STAFF_SPANS % AGAINST_COUNT >= AGAINST_OTHER;
    if (other && desk->view.others != OTHERS_THERE)
        other_kiosks_ask(&desk->others, (OtherKiosksSpec){desk->spec.mounts, desk->spec.sticks,
                                                          desk->spec.scratch, desk->spec.stats});
    choose_span(desk, choice);
}

static void name_others(StaffService *desk) {
    StaffView *view = &desk->view;
    Figures *figures = desk->others.figures;
    int at;
    view->other_count = 0;
    while (view->other_count < STAFF_OTHERS &&
           (at = other_kiosks_at(&desk->others, view->other_count)) >= 0) {
        for (int lang = 0; lang < langs()->count; lang++)
            view->other[lang][view->other_count] =
                kiosk_name(figures, at, lang, &desk->others.memory);
        view->other_count++;
    }
}

/* What was asked for may have come. */
static void look_for_others(StaffService *desk) {
    StaffOthers was = desk->view.others;
    desk->view.others = other_kiosks_state(&desk->others);
    if (desk->view.others == was)
        return;
    name_others(desk);
    if (desk->view.others == OTHERS_THERE)
        choose_span(desk, desk->choice);
}

/* What is shown is what is released, read back from an export like everybody's. */
static void read_figures(StaffService *desk) {
    Error error;
    arena_reset(&desk->memory);
    desk->view.span_count = 0;
    desk->view.figures_read = false;
    desk->figures = NULL;
    Figures *figures = arena_new(&desk->memory, Figures);
    if (!desk->spec.scratch || !stats_export(desk->spec.stats, desk->spec.scratch, &error))
        return;
    bool good = figures_read(desk->spec.scratch, (FiguresWish){0}, &desk->memory, figures, &error);
    unlink(desk->spec.scratch);
    desk->view.figures_read = good;
    if (!good)
        return;
    for (int lang = 0; lang < langs()->count; lang++) {
        StaffSpan *span = arena_array(&desk->memory, StaffSpan, SPANS_MAX);
        for (int i = 0; i < figures->span_count; i++)
            staff_span_fill(&span[i], figures, &figures->span[i], lang, &desk->memory);
        desk->view.span[lang] = desk->span[lang] = span;
    }
    desk->view.span_count = figures->span_count;
    desk->figures = figures;
}

/* ---- is all well? ---------------------------------------------------------------------------- */

/* One more, in every language; NULL: so many are not told at once. */
static Slice *new_problem(StaffView *view) {
    return view->problem_count < STAFF_PROBLEMS ? view->problem[view->problem_count++] : NULL;
}

static void add_problem(StaffView *view, StringId word) {
    Slice *problem = new_problem(view);
    for (int lang = 0; problem && lang < langs()->count; lang++)
        problem[lang] = string_in(lang, word);
}

/* "Contenu version 3, daté du 22 sept. 2026 (il y a 63 j)."; a day to come has no age. */
static Slice say_content(StaffService *desk, Lang lang, const Millis *dated, int days) {
    Arena *arena = &desk->memory;
    Slice version = arena_printf(arena, "%d", desk->spec.pack->campus.version);
    if (!dated)
        return report_say(arena, lang, REPORT_CONTENT, version, LIT(""), LIT(""));
    ReportWord word = days < 0 ? REPORT_CONTENT_DATED : REPORT_CONTENT_AGED;
    return report_say(arena, lang, word, version, report_day(arena, lang, *dated),
                      arena_printf(arena, "%d", days));
}

/* What an author has to renew soon is said beside it. */
static Slice with_expiring(StaffService *desk, Lang lang, Slice said) {
    Expiring *list;
    Arena *arena = &desk->memory;
    int count = expiry_of(desk->spec.pack, civil_now(desk), arena, &list);
    if (!count)
        return said;
    Slice more = report_say(arena, lang, REPORT_EXPIRING, arena_printf(arena, "%d", count),
                            arena_printf(arena, "%d", EXPIRY_DAYS), LIT(""));
    return arena_printf(arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(said), SLICE_ARG(more));
}

/* What is shown, and what is wrong with it; content that shows is content, whatever its date. */
static void read_content(StaffService *desk) {
    StaffView *view = &desk->view;
    char iso[16];
    Millis dated = 0;
    for (int lang = 0; lang < langs()->count; lang++)
        view->content[lang] = (Slice){0};
    if (!desk->spec.pack) {
        add_problem(view, STR_PROBLEM_NO_CONTENT);
        return;
    }
    snprintf(iso, sizeof iso, SLICE_FMT, SLICE_ARG(desk->spec.pack->campus.dated));
    bool has_date = civil_parse(iso, &dated) && period_is_plausible(dated);
    int days = (int)((civil_now(desk) - dated) / CIVIL_DAY);
    for (int lang = 0; lang < langs()->count; lang++)
        view->content[lang] =
            with_expiring(desk, lang, say_content(desk, lang, has_date ? &dated : NULL, days));
    if (!has_date)
        add_problem(view, STR_PROBLEM_UNDATED);
    else if (days > OLD_DAYS)
        add_problem(view, STR_PROBLEM_OLD);
}

/* Of the last update, until another one comes. */
static void add_event(StaffService *desk, const Ledger *ledger) {
    Slice *problem = ledger->event ? new_problem(&desk->view) : NULL;
    for (int lang = 0; problem && lang < langs()->count; lang++)
        problem[lang] = content_event(&desk->memory, lang, ledger);
}

/* What is shown may be out of date, an update failed, or none can be taken. */
static void read_store(StaffService *desk) {
    if (!desk->spec.store)
        return;
    Ledger ledger = store_ledger(desk->spec.store);
    const Item *shown = &ledger.shown;
    if (store_trouble(desk->spec.store))
        add_problem(&desk->view, STR_PROBLEM_STORE);
    add_event(desk, &ledger);
    if (shown->is_signed && civil_now(desk) >= shown->expires + CIVIL_DAY)
        add_problem(&desk->view, STR_PROBLEM_EXPIRED);
}

static void read_stats_state(StaffService *desk) {
    static const StringId WORDS[] = {[STATS_IN_MEMORY] = STR_PROBLEM_MEMORY,
                                     [STATS_NOT_COUNTED] = STR_PROBLEM_STATS,
                                     [STATS_CLOCK_AHEAD] = STR_PROBLEM_AHEAD};
    StatsState state = stats_state(desk->spec.stats);
    desk->view.counts = state != STATS_OFF;
    if (state != STATS_OFF && state != STATS_WELL)
        add_problem(&desk->view, WORDS[state]);
}

/* What has happened to them and is over. */
static void read_stats_events(StaffService *desk) {
    if (stats_has_happened(desk->spec.stats, STATS_ASIDE))
        add_problem(&desk->view, STR_PROBLEM_ASIDE);
    if (stats_has_happened(desk->spec.stats, STATS_CLOCK_BACK))
        add_problem(&desk->view, STR_PROBLEM_CLOCK);
}

/* What else was said: the statistics are asked, and so is the store, of which an update says how it
   went. */
static bool is_told(const char *subject, StringId *word) {
    *word = STR_PROBLEM_OTHER;
    if (strcmp(subject, "stats") == 0 || strcmp(subject, "store") == 0)
        return false;
    if (strcmp(subject, "pack") == 0)
        *word = STR_PROBLEM_PACK;
    else if (strcmp(subject, "pin") == 0)
        *word = STR_PROBLEM_PIN;
    else if (strcmp(subject, "printer") == 0)
        *word = STR_PROBLEM_PRINTER;
    return true;
}

/* What the log said last of every subject. Without any content, that the one asked for does not
   open goes without saying. */
static void read_problems(StaffService *desk) {
    char subject[LOG_SUBJECT], message[LOG_MESSAGE];
    StringId word;
    desk->view.problem_count = 0;
    read_stats_state(desk);
    read_stats_events(desk);
    if (desk->spec.storage_is_full && desk->spec.storage_is_full(desk->spec.self))
        add_problem(&desk->view, STR_PROBLEM_FULL);
    read_content(desk);
    read_store(desk);
    for (int i = 0; log_recent(i, subject, message); i++)
        if (is_told(subject, &word) && (desk->spec.pack || word != STR_PROBLEM_PACK))
            add_problem(&desk->view, word);
}

/* ---- the export ------------------------------------------------------------------------------ */

static bool put_health(StaffService *desk, const char *folder, Error *error) {
    return !desk->spec.put_health || desk->spec.put_health(desk->spec.self, folder, error);
}

static bool export_to(StaffService *desk, const char *place, UsbFolder *folder, Error *error) {
    char title[32], file[PATH_BYTES];
    snprintf(title, sizeof title, "Azimut %s", period_at(PERIOD_DAY, desk->export_begun).name);
    if (!usb_stick_begin(folder, place, title, error))
        return false;
    snprintf(file, sizeof file, "%s/" GATHER_FILE, folder->part);
    if (stats_export(desk->spec.stats, file, error) && gather_report(file, folder->part, error) &&
        gather_kiosks(place, file, folder->part, error) && put_health(desk, folder->part, error) &&
        usb_stick_finish(folder, error))
        return true;
    usb_stick_abandon(folder);
    return false;
}

/* There may be nothing to copy: then it is not the stick's fault. */
static StaffExport why_failed(StaffService *desk) {
    StatsState state = stats_state(desk->spec.stats);
    bool has_file = state == STATS_WELL || state == STATS_CLOCK_AHEAD;
    return has_file ? EXPORT_FAILED : EXPORT_NO_FIGURES;
}

static void say_exported(StaffService *desk, StaffExport exported, const char *to) {
    pthread_mutex_lock(&desk->lock);
    desk->exported = exported;
    snprintf(desk->exported_to, sizeof desk->exported_to, "%s", to);
    pthread_mutex_unlock(&desk->lock);
}

static void *export_thread(void *self) {
    StaffService *desk = self;
    char place[USB_STICK_PATH];
    UsbFolder folder;
    Error error;
    if (!usb_stick_find(desk->spec.mounts, desk->spec.sticks, W_OK, place)) {
        say_exported(desk, EXPORT_NO_STICK, "");
    } else if (export_to(desk, place, &folder, &error)) {
        say_exported(desk, EXPORT_DONE, strrchr(folder.name, '/') + 1);
    } else {
        log_line("export", "%s", error.text);
        say_exported(desk, why_failed(desk), "");
    }
    return NULL;
}

static void join_export(StaffService *desk) {
    if (desk->exporting)
        pthread_join(desk->thread, NULL);
    desk->exporting = false;
}

/* Beside the page: a slow stick must not freeze the kiosk. */
static void begin_export(StaffService *desk) {
    if (desk->view.exported == EXPORT_RUNNING)
        return;
    join_export(desk);
    say_exported(desk, EXPORT_RUNNING, "");
    desk->export_begun = civil_now(desk);
    if (desk->spec.look_at_health)
        desk->spec.look_at_health(desk->spec.self);
    desk->exporting = pthread_create(&desk->thread, NULL, export_thread, desk) == 0;
    if (!desk->exporting)
        say_exported(desk, EXPORT_FAILED, "");
}

/* ---- the door -------------------------------------------------------------------------------- */

void staff_service_begin(StaffService *desk, StaffServiceSpec spec) {
    *desk = (StaffService){.spec = spec};
    pthread_mutex_init(&desk->lock, NULL);
    pin_open(&desk->pin, spec.pin, *spec.now);
}

void staff_service_end(StaffService *desk) {
    join_export(desk);
    other_kiosks_forget(&desk->others);
    arena_free(&desk->memory);
    arena_free(&desk->chosen[0]);
    arena_free(&desk->chosen[1]);
    content_words_free(&desk->content_words);
}

const StaffView *staff_service_view(void *self) {
    StaffService *desk = self;
    StaffView *view = &desk->view;
    view->has_pin = pin_is_set(&desk->pin);
    view->pin_unreadable = desk->pin.unreadable;
    view->tries_left = pin_tries_left(&desk->pin, *desk->spec.now);
    view->wait_seconds = pin_seconds_left(&desk->pin, *desk->spec.now);
    pthread_mutex_lock(&desk->lock);
    view->exported = desk->exported;
    view->exported_to = slice_from(desk->exported_to);
    pthread_mutex_unlock(&desk->lock);
    look_for_others(desk);
    if (desk->spec.store)
        content_words(&desk->content_words, desk->spec.store, desk->spec.update, civil_now(desk),
                      view);
    return view;
}

static void open_area(StaffService *desk) {
    desk->view.open = true;
    desk->view.volume = desk->spec.volume ? desk->spec.volume() : -1;
    desk->choice = 0;
    desk->view.clock = desk->spec.set_clock ? STAFF_CLOCK_FREE : STAFF_CLOCK_FIXED;
    read_figures(desk);
    read_problems(desk);
    say_exported(desk, EXPORT_IDLE, "");
    if (desk->spec.update)
        update_forget(desk->spec.update);
}

static void try_code(StaffService *desk, int value) {
    char digits[PIN_DIGITS + 1];
    snprintf(digits, sizeof digits, "%06u", (unsigned)value % 1000000);
    if (pin_try(&desk->pin, digits, *desk->spec.now))
        open_area(desk);
}

/* The visit is over: a code is needed again. */
static void shut(StaffService *desk) {
    desk->view.open = false;
    desk->view.span_count = 0;
    other_kiosks_forget(&desk->others);
}

/* The figures are read anew, so that the note stands there when their page comes back; the page of
   the note, which is on the glass, shows nothing of them. */
static void keep_note(StaffService *desk, int days_ago, Slice text) {
    Error error;
    Millis day = civil_now(desk) - days_ago * CIVIL_DAY;
    if (!stats_note(desk->spec.stats, day, text, &error))
        log_line("stats", "a note is not kept: %s", error.text);
    read_figures(desk);
    read_problems(desk);
    choose_span(desk, desk->choice);
}

/* What depends on the day is reckoned anew. */
static void set_clock(StaffService *desk, Millis local) {
    if (!desk->spec.set_clock)
        return;
    bool set = desk->spec.set_clock(desk->spec.self, local);
    desk->view.clock = set ? STAFF_CLOCK_SET : STAFF_CLOCK_REFUSED;
    read_problems(desk);
}

static void go_back(StaffService *desk) {
    if (!store_go_back(desk->spec.store))
        log_line("store", "the ledger cannot be written: what is shown stays");
    update_forget(desk->spec.update);
    read_problems(desk);
}

void staff_service_ask(void *self, StaffAsk ask, int arg, Slice text) {
    StaffService *desk = self;
    if (ask == ASK_PIN)
        try_code(desk, arg);
    if (!desk->view.open)
        return;
    if (ask == ASK_EXPORT)
        begin_export(desk);
    else if (ask == ASK_VOLUME && desk->spec.set_volume && desk->spec.set_volume(arg))
        desk->view.volume = desk->spec.volume();
    else if (ask == ASK_RESTART)
        desk->leave = LEAVE_RESTART;
    else if (ask == ASK_QUIT)
        desk->leave = LEAVE_QUIT;
    else if (ask == ASK_FIGURES)
        ask_figures(desk, arg);
    else if (ask == ASK_NOTE)
        keep_note(desk, arg, text);
    else if (ask == ASK_CLOCK)
        set_clock(desk, arg * CIVIL_MINUTE);
    else if (ask == ASK_UPDATE && desk->spec.update)
        update_ask(desk->spec.update);
    else if (ask == ASK_GO_BACK && desk->spec.store)
        go_back(desk);
    else if (ask == ASK_SHUT)
        shut(desk);
}
