/* A sentence with named slots: "Tourner {side}". Each language puts them where it needs them, or
   leaves one out. */
#pragma once

#include "base/arena.h"

typedef struct Slot {
    const char *name;
    Slice value;
} Slot;

/* With every slot filled that is known by that name; another stays as it stands. In a sentence from
   right to left a name in other letters is isolated (U+2068, U+2069). */
Slice slots_fill(Arena *arena, Slice sentence, const Slot *slot, int count);

#define SLOTS_FILL(arena, sentence, ...)                                                           \
    slots_fill((arena), (sentence), (const Slot[]){__VA_ARGS__},                                   \
               (int)(sizeof((const Slot[]){__VA_ARGS__}) / sizeof(Slot)))

/* A value between two halves of a sentence, and two beside one another, isolated likewise. */
Slice slots_put(Arena *arena, Slice before, Slice value, Slice after);
Slice slots_join(Arena *arena, Slice first, Slice between, Slice second);

/* With a capital first letter. */
Slice slots_capital(Arena *arena, Slice sentence);
