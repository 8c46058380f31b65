/* Can the colours of a campus be read where they would stand? */
#pragma once

#include "base/look.h"

#include <stdbool.h>

typedef struct LookFault {
    double contrast, needed; /* of what lies on it, or of it on its ground, where it is least */
    uint32_t nearest;        /* the shade of it that can be read; LOOK_HOUSE: there is none */
} LookFault;

/* Of the colour, or of the accent, beside those of the house, in every theme that takes it. */
bool look_colour_holds(uint32_t colour, LookFault *fault);
bool look_accent_holds(uint32_t accent, LookFault *fault);
