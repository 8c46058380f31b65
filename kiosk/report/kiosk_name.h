/* What a kiosk is called beside others. */
#pragma once

#include "report/figures.h"

/* "Hall d'accueil" after the room where it hangs; "borne 03fa" where that is not known, as much of
   its id as tells it from the others; both where two hang in one room. */
Slice kiosk_name(const Figures *figures, int kiosk, Lang lang, Arena *arena);
