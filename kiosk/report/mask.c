#include "report/mask.h"

#include <math.h>

#define NINETEEN_OF_TWENTY 1.96

int mask_margin(double variance) {
    return (int)ceil(NINETEEN_OF_TWENTY * sqrt(variance));
}

Value mask_value(Count count) {
    Value value = {.n = count.n > 0 ? count.n : 0, .margin = mask_margin(count.variance), .percent = -1};
    value.shown = value.n < MASK_FEWEST ? SHOWN_FEW : SHOWN_NUMBER;
    return value;
}

void mask_complement(Value **value, int count) {
    int hidden = 0;
    Value *smallest = NULL;
    for (int i = 0; i < count; i++) {
        hidden += value[i]->shown != SHOWN_NUMBER;
        if (value[i]->shown == SHOWN_NUMBER && (!smallest || value[i]->n < smallest->n))
            smallest = value[i];
    }
    if (hidden == 1 && smallest)
        smallest->shown = SHOWN_HIDDEN;
}

void mask_share(Value *value, int64_t base) {
    if (value->shown == SHOWN_NUMBER && base >= MASK_SHARE_BASE)
        value->percent = (int)((200 * value->n + base) / (2 * base));
    if (value->percent > 100)
        value->percent = 100;
}

bool mask_exceeds(Count a, Count b) {
    return (double)(a.n - b.n) > NINETEEN_OF_TWENTY * sqrt(a.variance + b.variance);
}
