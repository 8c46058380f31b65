/* Words of one root: soudage, soudeur, souder; chaudronnier, chaudronnière; machining, machinist.
 */
#pragma once

#include "base/slice.h"

/* What is left of a folded word without its ending; all of it where little would be left. */
Slice kin_root(Slice word);

/* "dessinateur" of "dessinatrice", as a dictionary has it; what is no such word stays. */
Slice kin_masculine(Slice word, char *out, int size);

bool are_kin(Slice word, Slice other);
