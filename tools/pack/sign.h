/* Signs packs and says whether a signature is good, with files of minisign's format: what one signs
   the other verifies. */
#pragma once

#include "base/civil.h"
#include "base/error.h"
#include "store/label.h"

typedef struct SignOrder {
    const char *key;
    Millis not_before, expires; /* 0: as sign_label says */
} SignOrder;

/* What a pack says of itself, read by the kiosk's own reader. To be shown from the day of its
   content on, for 400 days. */
bool sign_label(const char *pack, Label *label, Error *error);

/* Writes PACK.minisig, whole or not at all; `label` is what it says. */
bool sign_pack(const char *pack, const SignOrder *order, Label *label, Error *error);

/* No kiosk would take it any more. */
bool sign_is_over(const Label *label, Millis now);

/* Is PACK what the owner of the public key has signed? */
bool sign_verify(const char *pack, const char *key, Label *label, Error *error);
