/* Rows of opening hours in words. */
#pragma once

#include "base/arena.h"
#include "map/opening_hours.h"

/* "du lundi au vendredi, 8 h – 12 h et 13 h 30 – 17 h ; le samedi, 9 h – 12 h"; rows of a rule in
   one part. Typography is the caller's. */
LocalText hours_words(const PlanHours *row, int count, Arena *arena);
