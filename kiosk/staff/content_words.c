#include "staff/content_words.h"

#include "report/words.h"
#include "ui/strings.h"

#define NOTHING ((Slice){0})

static Slice number(Arena *arena, int64_t version) {
    return arena_printf(arena, "%lld", (long long)version);
}

static Slice say_one(Arena *arena, Lang lang, ReportWord word, int64_t version) {
    return report_say(arena, lang, word, number(arena, version), NOTHING, NOTHING);
}

/* "09:10", on another day "28/11 09:10" */
static Slice say_since(Arena *arena, Millis since, Millis now) {
    Civil at = civil_from(since);
    if (since / CIVIL_DAY == now / CIVIL_DAY)
        return arena_printf(arena, "%02d:%02d", at.hour, at.minute);
    return arena_printf(arena, "%02d/%02d %02d:%02d", at.day, at.month, at.hour, at.minute);
}

static Slice say_shown(Arena *arena, Lang lang, const Ledger *l, Millis now) {
    Slice shown = number(arena, l->shown.version), kept = number(arena, l->kept.version);
    bool keeps = item_is_there(&l->kept);
    if (!item_is_there(&l->shown))
        return report_say(arena, lang, keeps ? REPORT_STORE_BUILT_IN_KEPT : REPORT_STORE_BUILT_IN,
                          kept, NOTHING, NOTHING);
    if (l->shown.proven)
        return report_say(arena, lang, keeps ? REPORT_STORE_SHOWN : REPORT_STORE_SHOWN_FIRST, shown,
                          kept, NOTHING);
    return report_say(arena, lang, keeps ? REPORT_STORE_TRIAL : REPORT_STORE_TRIAL_FIRST, shown,
                      say_since(arena, l->since, now), kept);
}

Slice content_event(Arena *arena, Lang lang, const Ledger *l) {
    static const ReportWord WORDS[] = {
        [EVENT_FELL] = REPORT_STORE_FELL, [EVENT_LOST] = REPORT_STORE_LOST};
    if (l->event == EVENT_NONE)
        return NOTHING;
    return say_one(arena, lang, WORDS[l->event], l->event_version);
}

/* ---- the last update ------------------------------------------------------------------------- */

static Slice say_refused(Arena *arena, Lang lang, const UpdateReport *report) {
    static const StringId WHY[] = {
        0,
#define REFUSAL(name, words) STR_REFUSED_##name,
#include "store/refusals.def"
#undef REFUSAL
    };
    Slice why = string_in(lang, WHY[report->refusal]);
    Slice name = arena_printf(arena, "%s", report->name);
    return name.len ? report_say(arena, lang, REPORT_UPDATE_REFUSED, name, why, NOTHING) : why;
}

/* A # in the words stands for the number. */
static Slice say_count(Arena *arena, Lang lang, StringId word, int count) {
    Slice words = string_in(lang, word);
    int at = slice_find(words, LIT("#"));
    return arena_printf(arena, SLICE_FMT "%d" SLICE_FMT, SLICE_ARG(slice_cut(words, 0, at)), count,
                        SLICE_ARG(slice_cut(words, at + 1, words.len)));
}

static Slice say_update(Arena *arena, Lang lang, const UpdateReport *report, const Made *made) {
    static const StringId WORDS[UPDATE_STATE_COUNT] = {
        [UPDATE_IDLE] = STR_STAFF_UPDATE_LEAD, [UPDATE_COPIES] = STR_UPDATE_COPIES,
        [UPDATE_BUILDS] = STR_UPDATE_BUILDS,   [UPDATE_NO_STICK] = STR_STAFF_NO_STICK,
        [UPDATE_NOTHING] = STR_UPDATE_NOTHING, [UPDATE_MANY] = STR_UPDATE_MANY,
        [UPDATE_GONE] = STR_UPDATE_GONE};
    switch (report->state) {
    case UPDATE_READY:
        return say_one(arena, lang, REPORT_UPDATE_READY, report->version);
    case UPDATE_REFUSED:
        return say_refused(arena, lang, report);
    case UPDATE_FAULTS:
        return say_count(arena, lang,
                         report->page_lost ? STR_UPDATE_FAULTS_HERE : STR_UPDATE_FAULTS,
                         made->faults);
    default:
        return string_in(lang, WORDS[report->state]);
    }
}

/* In the language of whoever asked, whatever that of the page is by now. */
static void fill_faults(Arena *arena, StaffView *view, const UpdateReport *report,
                        const Made *made) {
    view->fault_count = 0;
    if (report->state != UPDATE_FAULTS)
        return;
    Slice *list = arena_array(arena, Slice, made->faults + 1);
    for (int i = 0; i < made->count; i++) {
        const Fault *fault = &made->fault[i];
        if (!fault->warning)
            list[view->fault_count++] =
                report_say(arena, langs_or_first(made->lang), REPORT_UPDATE_FAULT,
                           arena_copy(arena, fault->file), number(arena, fault->line),
                           arena_copy(arena, fault->words));
    }
    view->fault = list;
}

static void make(ContentWords *words, const Ledger *l, bool waits, const UpdateReport *report,
                 const Made *made, Millis now, StaffView *view) {
    Arena *arena = &words->memory[words->which ^= 1];
    arena_reset(arena);
    for (int lang = 0; lang < langs()->count; lang++) {
        bool back = waits && !item_is_there(&l->next);
        view->store_shown[lang] = say_shown(arena, lang, l, now);
        view->store_event[lang] =
            back ? report_word(lang, REPORT_STORE_BACK) : content_event(arena, lang, l);
        view->update[lang] = say_update(arena, lang, report, made);
    }
    fill_faults(arena, view, report, made);
    view->can_go_back =
        !item_is_there(&l->next) && (item_is_there(&l->shown) || item_is_there(&l->kept));
}

void content_words(ContentWords *words, Store *store, Update *update, Millis now, StaffView *view) {
    UpdateReport report = update_report(update);
    int changes = store_changes(store);
    view->updates = true;
    view->updating = update_runs(&report);
    if (words->said && words->store_changes == changes && words->update_turn == report.turn)
        return;
    Ledger ledger = store_ledger(store);
    make(words, &ledger, store_waits(store), &report, update->made, now, view);
    *words = (ContentWords){
        {words->memory[0], words->memory[1]}, words->which, changes, report.turn, true};
}

void content_words_free(ContentWords *words) {
    arena_free(&words->memory[0]);
    arena_free(&words->memory[1]);
}
