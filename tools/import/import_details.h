/* What stands and happens in the spaces: kiosks, landmarks, events, closures, machines, other
 * names, links to trades. */
#pragma once

#include "tools/import/doors.h"

/* The trades that a place may name in kiosk:trades; their order is the pack's. */
typedef struct TradeIds {
    const Slice *id;
    int count;
} TradeIds;

void furnish_kiosks(PlanDraft *draft); /* before walks: they are nodes */
void furnish_rest(PlanDraft *draft, TradeIds trades);
