/* From a name on a door to the forms that a sentence needs: "l’atelier", "de l’atelier", "à
   l’atelier", "the workshop". How a language makes them is data, the lists noun/ of its PO file;
   what they do not say is told by the author. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

/* Where one is who is there: "in the workshop", "at the lift", "on the first floor". */
typedef enum NamingWhere { NAMING_IN, NAMING_AT, NAMING_ON } NamingWhere;

typedef struct Naming {
    LocalText plain;
    LocalText article; /* kiosk:article:LANG: one of noun/CLASSES; empty: found by the name */
    NamingWhere where;
} Naming;

/* Makes the forms in each language in which the name is. Answers the language in which nothing says
   what kind of noun it is, and none was told: the name then goes without an article; -1 if there is
   none such. */
Lang naming_forms(Arena *arena, Naming naming, PlanName *name);

/* What an author may tell of a noun of that language: "le, la, l’, les". */
Slice naming_articles(Arena *arena, Lang lang);

/* The name, and behind it the code: "Salle 112". */
LocalText naming_with_code(Arena *arena, LocalText name, Slice code);

/* "Rez-de-chaussée", "1er étage", "2e sous-sol", "Entresol"; "Ground floor", "First floor". */
LocalText naming_level(Arena *arena, int hundredths);

/* What stands on the lift's button when the plan does not say: "RDC" / "G", "1", "-1". */
LocalText naming_level_ref(Arena *arena, int hundredths);

/* "Salle" / "Room": what a place of that kind is called that has only a code, or nothing. Empty for
   what needs no name. */
LocalText naming_kind(SpaceKind kind);
