/* Listens to a recording as the kiosk will play it, once, and names what would be wrong with it. */
#pragma once

#include "tools/pack/verdicts.h"

/* True when it can be played and something is heard. */
bool recording_look(Verdicts *verdicts, Report *report, Arena *arena, Slice file, Slice bytes);
