/* What the hour is told by: France and its territories, then every whole hour around the world. */
#include "screens/setup/setup_parts.h"
#include "setup/zones.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *zone;
    StringId word;
} NAMES[] = {
#define ZONE(name, word) {name, STR_ZONE_##word},
#include "setup/zones.def"
#undef ZONE
};

Slice setup_zone_name(Page *page, const char *zone) {
    int hours;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i].zone, zone) == 0)
            return tr(page, NAMES[i].word);
    if (!zone[0])
        return tr(page, STR_SETUP_ZONE_MACHINE);
    if (!zones_hours(zone, &hours))
        return arena_copy(page->arena, slice_from(zone));
    if (!hours)
        return LIT("UTC");
    return arena_printf(page->arena, "UTC\u00A0%s\u00A0%d", hours < 0 ? "−" : "+",
                        hours < 0 ? -hours : hours);
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    snprintf(s->answers.zone, sizeof s->answers.zone, "%s", k->setup->zone[action.arg]);
    return setup_try(s, SETUP_TIME_ZONE);
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *list = setup_choices(page, frame.controls, s);
    for (int i = 0; i < k->setup->zone_count; i++)
        setup_choice(page, list, setup_zone_name(page, k->setup->zone[i]),
                     strcmp(k->setup->zone[i], s->answers.zone) == 0, i);
    if (!k->setup->zone_count)
        widget_text(page, frame.controls, TYPE_BODY, tr(page, STR_SETUP_NO_ZONES));
}

const SetupPage setup_zone = {STR_SETUP_ZONE, STR_SETUP_ZONE_LEAD, act, view};
