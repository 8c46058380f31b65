#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"
#include "ui/inspect.h"

#include <stdio.h>

Sweep sweep = {.typed = ""};

#define TURNS_MOST 40 /* no list has as many pages: an end, not a wish */

static uint64_t last_said;

const char *sweep_step_name(TextStep step) {
    static const char *const STEPS[STEP_COUNT] = {"1", "1.25", "1.5", "1.75", "2"};
    return STEPS[step];
}

void sweep_name_view(View v, char out[SWEEP_VIEW_BYTES]) {
    static const char *const THEMES[] = {
#define THEME(name, key) key,
#include "ui/themes.def"
#undef THEME
    };
    snprintf(out, SWEEP_VIEW_BYTES, "%s, %s, %s, x%s%s", v.tall ? "portrait" : "landscape",
             langs()->code[v.settings.lang], THEMES[v.settings.theme],
             sweep_step_name(v.settings.step), v.settings.seated ? ", seated" : "");
}

void sweep_inspect(View v) {
    const Page *page = app_page(&world.app);
    if (sweep.made_up)
        sweep_inspect_made_up(page);
    sweep.pages++;
    if (sweep.easy) {
        sweep_inspect_easy(page);
        return;
    }
    Findings found = page_inspect(page);
    char seen_as[SWEEP_VIEW_BYTES];
    sweep_name_view(v, seen_as);
    sweep.findings += found.count;
    for (int i = 0; i < found.count; i++) {
        bool long_words = sweep.made_up || v.settings.step > STEP_LARGER;
        if (long_words && slice_find(found.finding[i].text, LIT(": left out, and")) >= 0) {
            sweep.findings--; /* what merely adds something may be left out then */
            continue;
        }
        uint64_t said = slice_hash(found.finding[i].text, 0);
        if (said != last_said)
            print_message("%s (%s): " SLICE_FMT "\n", page->screen, seen_as,
                          SLICE_ARG(found.finding[i].text));
        last_said = said;
    }
}

void sweep_begin(View v) {
    world_begin(v.settings, v.tall ? 1080 : 1920, v.tall ? 1920 : 1080);
}

/* Inspects the page as it is, and every further page of what is paged on it. */
void sweep_turning(View v) {
    for (int turns = 0; turns < TURNS_MOST; turns++) {
        world.app.dirty = true;
        sweep_inspect(v);
        const Node *next = world_next_page();
        if (!next)
            return;
        world_tap(next);
    }
}

void sweep_tap(View v, StringId word) {
    Slice label = string_in(v.settings.lang, word); /* valid for ever, and ends with a zero */
    world_tap_label(label.at);
}
