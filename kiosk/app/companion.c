#include "app/companion.h"

void companion_turns(const Companion *companion) {
    if (companion)
        companion->turn(companion->self);
}

bool companion_hears(const Companion *companion, const Input *input) {
    return companion && companion->hear(companion->self, input);
}

const Page *companion_dresses(const Companion *companion, const Page *page) {
    return companion ? companion->dress(companion->self, page) : page;
}

Millis companion_patience(const Companion *companion, Millis most) {
    return companion ? companion->patience(companion->self, most) : most;
}
