#include "edit/edit.h"

#include "app/spot.h"
#include "base/calendar.h"
#include "base/log.h"
#include "base/message.h"
#include "base/slots.h"
#include "edit/forge.h"
#include "edit/overlay.h"
#include "edit/walk.h"
#include "map/directions_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTE_MS 4000
#define WALK_SLICE_MS 40

enum {
#define EDIT_KEY(number, name) KEY_##name##_F = number,
#include "edit/keys.def"
#undef EDIT_KEY
};

struct Edit {
    EditSpec spec;
    char folder[WATCH_PATH]; /* without a slash at its end: so the compiler names it */
    int reader;
    Forge forge;
    const Forged *known; /* NULL: nothing yet */
    int at;              /* which remark is read */
    bool shows;          /* there is content on the glass */
    bool unusable;       /* what was built cannot be shown */
    bool folded, helps, presses;
    bool reads; /* warnings too */
    Walk *walk;
    Arena memory; /* of the note */
    Slice note;
    Millis note_until;
    Overlay overlay;
    Arena found;
};

/* ---- what is to be said ---------------------------------------------------------------------- */

static void say(Edit *e, Slice note) {
    e->note = note;
    e->note_until = e->spec.host.app->now + NOTE_MS;
}

static Slice word(const Edit *e, EditWord id) {
    return edit_word(e->reader, id);
}

static Slice number(Edit *e, int n) {
    return arena_printf(&e->memory, "%d", n);
}

/* Is there nothing wrong but that what is saved is not noticed? */
static bool is_merely_blind(const Edit *e) {
    const Forged *known = e->known;
    return known->blind && !known->gone && known->look == LOOK_GOOD && !e->unusable;
}

/* Of the folder as a whole; empty: its files say it themselves. */
static Slice trouble(Edit *e) {
    const Forged *known = e->known;
    if (known->gone)
        return SLOTS_FILL(&e->memory, word(e, EDIT_GONE), {"folder", slice_from(e->folder)});
    if (known->look == LOOK_NO_TOOL)
        return word(e, EDIT_NO_TOOL);
    if (known->look == LOOK_REFUSED)
        return known->made.faults ? LIT("") : word(e, EDIT_NOT_WRITTEN);
    if (known->look != LOOK_GOOD || e->unusable)
        return word(e, EDIT_FELL);
    return is_merely_blind(e) ? word(e, EDIT_BLIND) : LIT("");
}

/* What must be mended comes before what might be better. */
static const Fault *fault_at(const Made *made, int at) {
    for (int warnings = 0; warnings < 2; warnings++)
        for (int i = 0; i < made->count; i++)
            if (made->fault[i].warning == (warnings == 1) && at-- == 0)
                return &made->fault[i];
    return NULL;
}

static bool find_remark(Edit *e, Remark *remark) {
    if (!e->known)
        return false;
    Slice whole = trouble(e);
    const Made *made = &e->known->made;
    const Fault *fault = whole.len ? NULL : fault_at(made, e->at);
    if (fault)
        *remark = (Remark){fault->file,    fault->line, fault->words,
                           fault->warning, e->at + 1,   made->count};
    else if (whole.len)
        *remark = (Remark){.words = whole, .warning = is_merely_blind(e), .at = 1, .of = 1};
    return fault || whole.len;
}

/* ---- other content --------------------------------------------------------------------------- */

static void stop_walking(Edit *e) {
    walk_end(e->walk);
    e->walk = NULL;
}

/* The one that was read stays, as long as there are so many. */
static void take(Edit *e, const Forged *forged) {
    EditHost *host = &e->spec.host;
    e->known = forged;
    e->unusable = false;
    if (e->at >= forged->made.count)
        e->at = 0;
    e->folded &= !forged->made.faults;
    if (forged->look == LOOK_GOOD) {
        stop_walking(e);
        e->unusable = !host->show(host->self, e->forge.pack);
        e->shows |= !e->unusable;
    }
    log_note("edit", "looked at in %lld ms: %d to mend, %d to look at", (long long)forged->took,
             forged->made.faults, forged->made.count - forged->made.faults);
}

static void nudge(void *self) {
    EditHost *host = &((Edit *)self)->spec.host;
    host->nudge(host->self);
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void say_walked(Edit *e, EditWord id, const char *slot) {
    say(e, SLOTS_FILL(&e->memory, word(e, id), {slot, number(e, walk_pages(e->walk))}));
}

/* From where it found something the last time; at the end it begins anew. */
static void walk_further(Edit *e, int ms) {
    bool over;
    if (!walk_on(e->walk, ms, &over)) {
        say_walked(e, EDIT_WALKING, "page");
        return;
    }
    e->note = LIT("");
    if (over) {
        say_walked(e, EDIT_WALKED, "pages");
        stop_walking(e);
        return;
    }
    walk_show(e->walk, e->spec.host.app);
}

/* ---- keys ------------------------------------------------------------------------------------ */

static void say_time(Edit *e) {
    const App *app = e->spec.host.app;
    Kiosk k = app_kiosk(app);
    Lang lang = langs_or_first(edit_code(e->reader));
    Slice day = text_of_date(k.today, lang, &e->memory);
    Slice hour = text_of_clock(k.today, lang, &e->memory);
    const char *weekday = calendar_weekday(lang, civil_from(k.today).weekday);
    say(e, arena_printf(&e->memory, "%s " SLICE_FMT ", " SLICE_FMT, weekday, SLICE_ARG(day),
                        SLICE_ARG(hour)));
}

static void shift(Edit *e, Millis by) {
    e->spec.host.shift(e->spec.host.self, by);
    say_time(e);
}

static void see_otherwise(Edit *e, int key) {
    App *app = e->spec.host.app;
    Settings settings = app->visit.settings;
    if (key == KEY_THEME_F)
        settings.theme = (settings.theme + 1) % THEME_COUNT;
    else if (key == KEY_TEXT_F)
        settings.step = (settings.step + 1) % STEP_COUNT;
    else
        settings.lang = langs_next(settings.lang);
    app_see(app, settings);
    stop_walking(e); /* it saw the pages as they were seen before */
}

static void begin_walking(Edit *e) {
    if (!e->shows)
        return;
    if (!e->walk)
        e->walk = walk_begin(e->spec.host.app);
    walk_further(e, e->spec.in_turn ? 0 : 1);
}

/* Behind the last the strip goes away, unless there is something to mend. */
static void next_remark(Edit *e) {
    const Made *made = e->known ? &e->known->made : NULL;
    bool begins = e->folded || (made && !made->faults && !e->reads);
    e->folded = false;
    e->reads = true;
    if (!made || begins || ++e->at < made->count)
        return;
    e->at = 0;
    e->reads = false;
}

/* With Shift it is less than 0, which only time has a use for. */
static bool take_key(Edit *e, int key) {
    Millis sign = key < 0 ? -1 : 1;
    switch (abs(key)) {
    case KEY_HELP_F:
        e->helps = !e->helps;
        return true;
    case KEY_TURN_F:
        e->spec.host.turn(e->spec.host.self);
        return true;
    case KEY_THEME_F:
    case KEY_TEXT_F:
    case KEY_LANGUAGE_F:
        see_otherwise(e, abs(key));
        return true;
    case KEY_HOUR_F:
        shift(e, sign * CIVIL_HOUR);
        return true;
    case KEY_DAY_F:
        shift(e, sign * CIVIL_DAY);
        return true;
    case KEY_NEXT_F:
        next_remark(e);
        return true;
    case KEY_WALK_F:
        begin_walking(e);
        return true;
    case KEY_FOLD_F:
        e->folded = !e->folded;
        return true;
    default:
        return false;
    }
}

/* A touch on the strip is none on the page below it. */
static bool take_touch(Edit *e, Touch touch) {
    if (touch.kind == TOUCH_PRESS) {
        e->presses = box_holds(e->overlay.strip, touch.at) || !e->shows;
        if (e->presses)
            next_remark(e);
    }
    return e->presses;
}

static bool hear(void *self, const Input *input) {
    Edit *e = self;
    if (input->kind == INPUT_TYPE && input->sign == '?')
        return take_key(e, KEY_HELP_F);
    bool walks = e->walk && input->kind != INPUT_NONE && input->kind != INPUT_REPAINT;
    if (walks && !(input->kind == INPUT_FUNCTION && input->function == KEY_WALK_F))
        e->note = LIT(""); /* whoever does something else has seen enough */
    if (input->kind == INPUT_FUNCTION)
        return take_key(e, input->function);
    return input->kind == INPUT_TOUCH && take_touch(e, input->touch);
}

/* ---- turns of the loop ----------------------------------------------------------------------- */

/* It goes on by itself as long as it says where it is. */
static bool walks(const Edit *e) {
    return e->walk && e->note.len;
}

static void turn(void *self) {
    Edit *e = self;
    const Forged *forged = forge_take(&e->forge);
    if (forged)
        take(e, forged);
    if (walks(e))
        walk_further(e, WALK_SLICE_MS);
    else if (e->note.len && e->spec.host.app->now >= e->note_until)
        e->note = LIT("");
    if (!e->note.len) /* what a page says of the folder is drawn by now */
        arena_reset(&e->memory);
}

static Millis patience(void *self, Millis most) {
    const Edit *e = self;
    if (walks(e))
        return 0;
    Millis left = e->note_until - e->spec.host.app->now;
    return e->note.len && left < most ? left : most;
}

static Findings find_on(Edit *e, const Page *page) {
    Page looked = *page;
    arena_reset(&e->found);
    looked.arena = &e->found;
    return e->shows ? page_inspect(&looked) : (Findings){0};
}

static const Page *dress(void *self, const Page *page) {
    Edit *e = self;
    Remark remark;
    OverlaySays says = {.reader = e->reader,
                        .waits = !e->shows,
                        .folded = e->folded,
                        .reads = e->reads,
                        .helps = e->helps,
                        .remark = find_remark(e, &remark) ? &remark : NULL,
                        .note = e->note,
                        .findings = find_on(e, page)};
    return overlay_dress(&e->overlay, page, &says);
}

Companion edit_companion(Edit *edit) {
    return (Companion){edit, turn, hear, dress, patience};
}

/* ---- beginning and end ----------------------------------------------------------------------- */

Edit *edit_begin(EditSpec spec) {
    Edit *e = calloc(1, sizeof *e);
    if (!e)
        abort();
    e->spec = spec;
    e->reader = edit_reader(spec.lang);
    snprintf(e->folder, sizeof e->folder, "%s", spec.folder);
    for (size_t end = strlen(e->folder); end > 1 && e->folder[end - 1] == '/'; end--)
        e->folder[end - 1] = 0;
    ForgeSpec forge = {e->folder,    spec.tool, messages_code_for(edit_code(e->reader)),
                       spec.in_turn, e,         spec.in_turn ? NULL : nudge};
    if (forge_begin(&e->forge, forge))
        return e;
    free(e);
    return NULL;
}

void edit_end(Edit *e) {
    if (!e)
        return;
    forge_end(&e->forge);
    stop_walking(e);
    arena_free(&e->memory);
    arena_free(&e->overlay.arena);
    arena_free(&e->found);
    free(e);
}
