#include "app/visit.h"

#include <string.h>

void visit_reset(Visit *visit, Settings initial, ScreenId first, uint64_t seed) {
    arena_wipe(&visit->arena);
    Arena arena = visit->arena;
    memset(visit, 0, sizeof *visit);
    visit->arena = arena;
    visit->settings = initial;
    visit->at = first;
    visit->seed = seed;
}

/* Screens that share a state agree on whose it is. */
static ScreenId owner_of_state(ScreenId screen) {
    ScreenId shares = screen_get(screen)->shares;
    return shares ? shares : screen;
}

void *visit_state(Visit *visit, ScreenId screen) {
    ScreenId owner = owner_of_state(screen);
    if (!visit->state[owner])
        visit->state[owner] = arena_alloc(&visit->arena, screen_get(owner)->state_size + 1);
    return visit->state[owner];
}

/* The oldest place goes, its memory serves the newest: the arena of a long visit does not grow. */
static void *forget_oldest(Visit *visit) {
    void *state = visit->back[0].state;
    memmove(visit->back, visit->back + 1, sizeof *visit->back * (VISIT_DEPTH - 1));
    visit->depth--;
    return state;
}

static size_t largest_state(void) {
    size_t largest = 1;
    for (int id = 1; id < SCREEN_COUNT; id++)
        if (screen_get((ScreenId)id)->state_size > largest)
            largest = screen_get((ScreenId)id)->state_size;
    return largest;
}

void visit_remember(Visit *visit) {
    if (visit->depth == VISIT_DEPTH) {
        void *freed = forget_oldest(visit);
        visit->back[visit->depth].state = freed;
    } else if (!visit->back[visit->depth].state) {
        visit->back[visit->depth].state = arena_alloc(&visit->arena, largest_state());
    }
    HistoryEntry *place = &visit->back[visit->depth++];
    place->screen = visit->at;
    place->arg = visit->arg;
    memcpy(place->state, visit_state(visit, visit->at),
           screen_get(owner_of_state(visit->at))->state_size);
}

bool visit_return(Visit *visit) {
    if (!visit->depth)
        return false;
    HistoryEntry *place = &visit->back[--visit->depth];
    visit->at = place->screen;
    visit->arg = place->arg;
    ScreenId owner = owner_of_state(visit->at);
    memcpy(visit_state(visit, visit->at), place->state, screen_get(owner)->state_size);
    return true;
}
