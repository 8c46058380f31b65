/* From a name on a door to the forms that a sentence needs: "l’atelier", "de l’atelier", "à
   l’atelier", "the workshop". Knows French articles and elision, and a list of heads of names;
   everything else is told by the author. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

typedef struct Naming {
    LocalText plain;
    Slice article; /* kiosk:article:fr: "le", "la", "l’" or "l'", "les", "-" for none; empty: found
                      by the head of the name */
    Slice article_en;  /* kiosk:article:en: "the", "-" for none; empty: none before codes and proper
                          names */
    const char *at_en; /* where one is: "in", "at", "on" */
} Naming;

/* False when the French head is unknown and no article was given: the name then goes without an
   article. */
bool naming_forms(Arena *arena, Naming naming, PlanName *name);

/* "Rez-de-chaussée", "1er étage", "2e sous-sol", "Entresol"; "Ground floor", "First floor". */
LocalText naming_level(Arena *arena, int hundredths);

/* What stands on the lift's button when the plan does not say: "RDC" / "G", "1", "-1". */
LocalText naming_level_ref(Arena *arena, int hundredths);

/* "Salle" / "Room": what a place of that kind is called that has only a code, or nothing. Empty for
   what needs no name. */
LocalText naming_kind(SpaceKind kind);
