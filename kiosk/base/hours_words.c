#include "base/hours_words.h"

#include <stddef.h>

static bool is_one_of(Slice word, const char *const *names) {
    for (; *names; names++)
        if (slice_is(word, *names))
            return true;
    return false;
}

bool hours_word_is_shut(Slice word) {
    static const char *const SHUT[] = {HOURS_SHUT, "closed", "off", NULL};
    return is_one_of(word, SHUT);
}

bool hours_word_is_holidays(Slice word) {
    static const char *const HOLIDAYS[] = {"fériés", "férié", "PH", NULL};
    return is_one_of(word, HOLIDAYS);
}
