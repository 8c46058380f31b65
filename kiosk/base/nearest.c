#include "base/nearest.h"

#include <stddef.h>

#define NEAR_ENOUGH 3 /* letters that may differ for "is … meant?" */
#define WORD_MAX 64

/* Levenshtein distance of two short words. */
static int distance(Slice a, Slice b) {
    int row[WORD_MAX + 1];
    if (a.len > WORD_MAX || b.len > WORD_MAX)
        return WORD_MAX;
    for (int j = 0; j <= b.len; j++)
        row[j] = j;
    for (int i = 1; i <= a.len; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.len; j++) {
            int change = diagonal + (a.at[i - 1] != b.at[j - 1]);
            diagonal = row[j];
            int step = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < step ? change : step;
        }
    }
    return row[b.len];
}

const char *nearest_word(Slice word, const char *const *candidates) {
    const char *nearest = NULL;
    int least = NEAR_ENOUGH + 1;
    for (int i = 0; candidates[i]; i++) {
        int away = distance(word, slice_from(candidates[i]));
        if (away < least) {
            least = away;
            nearest = candidates[i];
        }
    }
    return nearest;
}
