#include "search/likeness.h"

/* How much more must be typed before less is believed: "cap" is no "handicap", "garer" no
   "galerie". */
enum {
    SWAP_LETTERS = 4,       /* of so few only two may be swapped: "tram" is no "team" */
    FRONT_SLIP_LETTERS = 6, /* for a slip in a word that is not typed to its end */
    TWO_SLIPS_LETTERS = 8,
    WORD_LETTERS = 24
};

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Between `typed` and the nearest beginning of `word` that has `from` letters: optimal string
   alignment, Wagner and Fischer 1974, Boytsov 2011. */
static int slips(Slice typed, Slice word, int from) {
    int row[3][WORD_LETTERS + 1] = {{0}}, *before = row[0], *above = row[1], *now = row[2];
    for (int j = 0; j <= word.len; j++)
        above[j] = j;
    for (int i = 1; i <= typed.len; i++) {
        now[0] = i;
        for (int j = 1; j <= word.len; j++) {
            bool same = typed.at[i - 1] == word.at[j - 1];
            now[j] = least(above[j - 1] + !same, least(above[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && typed.at[i - 1] == word.at[j - 2] &&
                typed.at[i - 2] == word.at[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
        int *oldest = before;
        before = above;
        above = now;
        now = oldest;
    }
    int best = typed.len;
    for (int j = from; j <= word.len; j++)
        best = least(best, above[j]);
    return best;
}

int slips_between(Slice typed, Slice word) {
    if (typed.len > WORD_LETTERS || word.len > WORD_LETTERS)
        return WORD_LETTERS;
    return slips(typed, word, word.len);
}

/* The first letter is hardly ever wrong; where it is swapped with the second, the second is its
 * like. */
static bool begin_alike(Slice typed, Slice word) {
    return typed.at[0] == word.at[0] || (typed.at[0] == word.at[1] && typed.at[1] == word.at[0]);
}

static int sum_of(Slice word) {
    int sum = 0;
    for (int i = 0; i < word.len; i++)
        sum += word.at[i];
    return sum;
}

static bool too_short(Slice typed, Slice word) {
    return typed.len <= SWAP_LETTERS && (word.len != typed.len || sum_of(typed) != sum_of(word));
}

static bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

int worth_with_slips(Slice typed, Slice word) {
    if (typed.len < SLIP_LETTERS || word.len < SLIP_LETTERS || typed.len > WORD_LETTERS ||
        word.len > WORD_LETTERS || is_digit(typed.at[0]) || too_short(typed, word) ||
        !begin_alike(typed, word))
        return 0;
    /* who is wrong twice is not wrong at once: "coiffure" is no "chiffre" */
    int allowed = typed.len >= TWO_SLIPS_LETTERS && typed.at[1] == word.at[1] ? SLIPS_MOST : 1;
    int count = slips(typed, word, typed.len < FRONT_SLIP_LETTERS ? word.len : 0);
    return count <= allowed ? WORTH_ALIKE / (count ? count : 1) : 0;
}

int worth_as_typed(Slice typed, Slice word) {
    if (!slice_has_prefix(word, typed))
        return 0;
    return word.len == typed.len ? WORTH_WORD : WORTH_FRONT;
}

int worth_inside(Slice typed, Slice word) {
    return typed.len >= INSIDE_LETTERS && slice_find(word, typed) >= 0 ? WORTH_INSIDE : 0;
}
