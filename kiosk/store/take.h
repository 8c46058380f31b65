/* The one way into the store, for a stick and for a folder that something else fills. Everything is
   verified before anything is replaced: first what is signed beside the pack, then its bytes while
   they are copied, then what the pack says of itself; only then it waits in the ledger. */
#pragma once

#include "store/store.h"

/* FILE with FILE.minisig beside it. `label` is filled as soon as the signature is good. */
Refusal take_signed(Store *store, const char *file, Millis now, Label *label);

/* A pack that was built here, in FOLDER/incoming: the staff answers for it, no version need rise.
 */
Refusal take_built(Store *store, const char *file, const Label *label);

/* The newest of the packs in a folder that can be taken, or why the newest of those with a good
   signature cannot. REFUSED_NONE with a label of version 0: there is no pack at all. `name`: which
   one. */
Refusal take_from(Store *store, const char *folder, Millis now, Label *label, char name[DISK_PATH]);
