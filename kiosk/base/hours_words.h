/* Words of the option `open`, for the one that reads it (map/week_hours.h) and the one that writes
   it (setup/week.h). */
#pragma once

#include "base/slice.h"

#include <stdbool.h>

#define HOURS_SHUT "fermé" /* as it is written; in other languages it is read too */

bool hours_word_is_shut(Slice word);
bool hours_word_is_holidays(Slice word);
