/* The words of the technician's report, from assets/lang. */
#pragma once

#include "base/lang.h"
#include "base/slots.h"

typedef enum FleetWord {
#define FLEET(name, ...) FLEET_##name,
#include "fleet.def"
#undef FLEET
    FLEET_WORD_COUNT
} FleetWord;

Slice fleet_word(Lang lang, FleetWord word);
