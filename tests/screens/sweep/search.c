#include "screens/sweep/sweep.h"

#include "support/world.h"
#include "screens/common/common.h"
#include "screens/search/find_state.h"

static void type_all(const char *words) {
    for (const char *sign = words; *sign; sign++)
        app_type(&world.app, *sign);
}

static void the_search_for(View v, int arg, const char *words, TargetKind kind) {
    sweep_begin(v);
    sweep.typed = words;
    world_go(SCREEN_find, arg);
    type_all(words);
    ((FindState *)visit_state(&world.app.visit, SCREEN_find))->kind = kind;
    world.app.dirty = true;
    sweep_turning(v);
    world_end();
}

void sweep_search(View v) {
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

void sweep_words(View v) {
    sweep_explore(v, SCREEN_glossary, 0);
    for (int word = 0; word < world.pack.glossary_count; word++)
        sweep_explore(v, SCREEN_word, word);
}
