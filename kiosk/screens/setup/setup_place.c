/* Which kiosk of the plan this one is, seen on the plan. */
#include "map/directions_text.h"
#include "map/view.h"
#include "screens/setup/setup_parts.h"

#include <stdio.h>

static Step act(SetupState *s, const Kiosk *k, Action action) {
    Slice id = k->plan->kiosk[action.arg].id;
    snprintf(s->answers.kiosk, sizeof s->answers.kiosk, SLICE_FMT, SLICE_ARG(id));
    return (Step){0};
}

int setup_place_of(const SetupState *s, const Kiosk *k) {
    if (!k->plan || !k->plan->kiosk_count)
        return PLAN_NONE;
    int found = plan_find_kiosk(k->plan, slice_from(s->answers.kiosk));
    return found == PLAN_NONE ? 0 : found;
}

/* An id is the author's word for it; the floor is what a technician sees. */
Slice setup_place_name(const Kiosk *k, Page *page, int kiosk) {
    const PlanKiosk *at = &k->plan->kiosk[kiosk];
    Slice floor = k->plan->level[at->level].name.plain.in[page->settings.lang];
    return tr_beside(page, at->id, floor);
}

static void add_map(const Kiosk *k, Page *page, Node *parent, int chosen) {
    MapView *view = arena_new(page->arena, MapView);
    *view = (MapView){.plan = k->plan,
                      .level = k->plan->kiosk[chosen].level,
                      .when = k->today,
                      .kiosk = chosen,
                      .chosen = PLAN_NONE,
                      .frame = k->plan->box,
                      .north_up = true,
                      .lang = k->settings.lang,
                      .here = tr(page, STR_HERE)};
    Node *map = widget_map(page, parent, view, setup_place_name(k, page, chosen));
    map->min_h = MAP_SMALL;
    map->drop_rank = 1;
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    int chosen = setup_place_of(s, k);
    if (chosen == PLAN_NONE) {
        widget_text(page, frame.controls, TYPE_BODY, tr(page, STR_SETUP_NO_PLAN));
        widget_stretch(page, frame.controls);
        return;
    }
    Halves halves = frame_halves(page, frame, 1, 1);
    Node *list = widget_pages(page, halves.controls, TARGET_GAP, s->page);
    for (int i = 0; i < k->plan->kiosk_count; i++)
        setup_choice(page, list, setup_place_name(k, page, i), i == chosen, i);
    widget_pager_line(page, halves.controls, ALIGN_END, list, SETUP_TURN_PAGE);
    add_map(k, page, halves.reading, chosen);
}

const SetupPage setup_place = {STR_SETUP_PLACE, STR_SETUP_PLACE_LEAD, act, view};
