#include "base/nearest.h"

#include <ctype.h>
#include <stddef.h>

#define NEAR_ENOUGH 3 /* letters that may differ for "is … meant?", and at most half of them */
#define WORD_MAX 64

static bool same_letter(char a, char b) {
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Levenshtein distance of two short words; capitals make no difference. */
static int distance(Slice a, Slice b) {
    int row[WORD_MAX + 1] = {0};
    if (a.len > WORD_MAX || b.len > WORD_MAX)
        return WORD_MAX;
    for (int j = 0; j <= b.len; j++)
        row[j] = j;
    for (int i = 1; i <= a.len; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.len; j++) {
            int change = diagonal + !same_letter(a.at[i - 1], b.at[j - 1]);
            diagonal = row[j];
            int step = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < step ? change : step;
        }
    }
    return row[b.len];
}

const char *nearest_word(Slice word, const char *const *candidates) {
    const char *nearest = NULL;
    int half = word.len / 2, least = (half < NEAR_ENOUGH ? half : NEAR_ENOUGH) + 1;
    for (int i = 0; candidates[i]; i++) {
        int away = distance(word, slice_from(candidates[i]));
        if (away < least) {
            least = away;
            nearest = candidates[i];
        }
    }
    return nearest;
}
