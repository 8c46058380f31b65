#include "base/cue.h"

int cue_at(const Cue *cue, int count, Millis at) {
    for (int i = 0; i < count && cue[i].start <= at; i++)
        if (at < cue[i].end)
            return i;
    return -1;
}

Millis cue_change(const Cue *cue, int count, Millis at) {
    for (int i = 0; i < count; i++) {
        if (cue[i].start > at)
            return cue[i].start;
        if (cue[i].end > at)
            return cue[i].end;
    }
    return 0;
}
