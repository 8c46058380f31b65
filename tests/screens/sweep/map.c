/* The map: too many states to touch them all, so those that look different. */
#include "screens/sweep/sweep.h"

#include "support/world.h"
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"

#define PLACES_EVERY 11 /* of the places; all are of a few kinds */

static void the_way_to(View v, int space, bool step_free, int day) {
    sweep_begin(v);
    world_go(SCREEN_map, space + 1);
    MapState *s = visit_state(&world.app.visit, SCREEN_map);
    world.app.visit.settings.step_free = step_free;
    s->when = day;
    sweep_turning(v);
    s->page = 0;
    s->step = 0;
    for (int panel = 0; panel <= PANEL_PHONE; panel++) {
        s->panel = (MapPanel)panel;
        s->page = 0;
        sweep_turning(v);
    }
    world_end();
}

void sweep_map(View v) {
    const Plan *plan = &world.pack.plan;
    sweep_begin(v);
    world_go(SCREEN_map, 0);
    sweep_turning(v);
    MapState *s = visit_state(&world.app.visit, SCREEN_map);
    Kiosk k = app_kiosk(&world.app);
    for (s->when = map_stop_first(&k); s->when <= map_stop_last(&k); s->when++)
        sweep_turning(v);
    s->when = 0;
    s->lit = SPACE_TOILETS;
    s->space = itinerary_nearest(&k, SPACE_TOILETS);
    sweep_turning(v);
    s->start = plan_find_space(plan, LIT("A4"));
    s->stop[0] = plan_find_space(plan, LIT("A5"));
    s->stop[1] = plan_find_space(plan, LIT("221"));
    s->stops = TRIP_STOPS;
    for (s->back = false, s->leg = 0; s->leg < 3; s->leg++)
        sweep_turning(v);
    s->leg = 0;
    s->panel = PANEL_TRIP;
    s->page = 0;
    sweep_turning(v);
    s->pick = PICK_START;
    sweep_turning(v);
    world_end();
    for (int space = 0; space < plan->space_count; space++)
        if (plan->space[space].place && space % PLACES_EVERY == 0)
            the_way_to(v, space, space & 1, space >> 1 & 1);
}

void sweep_first_steps(View v, int space) {
    sweep_begin(v);
    world_go(SCREEN_map, space + 1);
    sweep_turning(v);
    world_end();
}

void sweep_places(View v) {
    for (int list = 0; list <= LIST_EVENTS; list++) {
        sweep_begin(v);
        world_go(SCREEN_places, list);
        sweep_turning(v);
        world_end();
    }
    for (int space = 0; space < world.pack.plan.space_count; space++) {
        if (!world.pack.plan.space[space].place || space % PLACES_EVERY)
            continue;
        sweep_begin(v);
        world_go(SCREEN_place, space);
        sweep_turning(v);
        world_end();
    }
}
