/* ROME 4 into drafts of trades. */
#pragma once

#include "tools/pack/import.h"

/* For each trade with a `rome:`, DIR/drafts/NAME.yaml: what the register says of interests,
   gestures and what is hard, for an author to read, shorten and copy. Nothing of drafts/ gets into
   a pack, and trades/ stays as it is. What an import before left in a draft stays beside what this
   one brings. */
bool import_rome(Import *import);
