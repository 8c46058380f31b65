#include "search/likeness.h"

#include <string.h>

/* How much must be typed before a match inside a word and slips of the finger are believed, and a
   slip in a word that is not typed to its end: "cap" is no "handicap", "garer" no "galerie". */
enum {
    INSIDE_LETTERS = 4,
    SLIP_LETTERS = 4,
    SWAP_LETTERS = 4, /* of so few only two may be swapped: "tram" is no "team" */
    FRONT_SLIP_LETTERS = 6,
    LETTERS_A_SLIP = 4,
    MOST_SLIPS = 3,
    SOUNDS = 3, /* fewer are said of too much */
    FRONT_SOUNDS = 4,
    SOUND_SLIP_SOUNDS = 6,
    SPELLS_MORE = 4, /* letters, for as many sounds */
    WORTH_SOUND_FRONT = 50,
    WORTH_SOUND_SLIP = 45,
    SLIP_COSTS = 150
};

static int least(int a, int b) {
    return a < b ? a : b;
}

/* ---- letters --------------------------------------------------------------------------------- */

static bool read_letters(Letters *letters, Slice word) {
    letters->count = 0;
    while (word.len && letters->count < WORD_LETTERS)
        letters->at[letters->count++] = utf8_next(&word);
    return !word.len;
}

static int step(const Letters *typed, const Letters *word, int i, int j, int *const row[3]) {
    const uint32_t *a = typed->at + i - 1, *b = word->at + j - 1;
    int cost = least(row[1][j - 1] + (*a != *b), least(row[1][j], row[2][j - 1]) + 1);
    bool swapped = i > 1 && j > 1 && a[0] == b[-1] && a[-1] == b[0];
    return swapped ? least(cost, row[0][j - 2] + 1) : cost;
}

/* Between `typed` and the nearest beginning of `word` that has `from` letters, as far as there are
   no more than `most`: optimal string alignment, Wagner and Fischer 1974, Boytsov 2011. */
static int slips(const Letters *typed, const Letters *word, int from, int most) {
    int rows[3][WORD_LETTERS + 1], *row[3] = {rows[0], rows[1], rows[2]};
    for (int j = 0; j <= word->count; j++)
        row[0][j] = row[1][j] = j;
    for (int i = 1; i <= typed->count; i++) {
        int fewest = row[2][0] = i;
        for (int j = 1; j <= word->count; j++) {
            row[2][j] = step(typed, word, i, j, row);
            fewest = least(fewest, row[2][j]);
        }
        if (fewest > most)
            return most + 1;
        int *oldest = row[0];
        row[0] = row[1];
        row[1] = row[2];
        row[2] = oldest;
    }
    int best = typed->count;
    for (int j = from; j <= word->count; j++)
        best = least(best, row[1][j]);
    return best;
}

int slips_between(Slice typed, Slice word) {
    Letters a, b;
    if (!read_letters(&a, typed) || !read_letters(&b, word))
        return WORD_LETTERS;
    return slips(&a, &b, b.count, WORD_LETTERS);
}

/* The first letter is hardly ever wrong; where it is swapped with the second, the second is its
 * like. */
static bool begin_alike(const Letters *typed, const Letters *word) {
    return typed->at[0] == word->at[0] ||
           (typed->at[0] == word->at[1] && typed->at[1] == word->at[0]);
}

static uint32_t sum_of(const Letters *word) {
    uint32_t sum = 0;
    for (int i = 0; i < word->count; i++)
        sum += word->at[i];
    return sum;
}

static bool too_short(const Letters *typed, const Letters *word) {
    return typed->count <= SWAP_LETTERS &&
           (word->count != typed->count || sum_of(typed) != sum_of(word));
}

/* Who is wrong twice is not wrong at once: "coiffure" is no "chiffre". */
static int slips_allowed(const Letters *typed, const Letters *word) {
    int allowed = least(typed->count / LETTERS_A_SLIP, MOST_SLIPS);
    return typed->at[1] == word->at[1] ? allowed : least(allowed, 1);
}

/* Quick, and true where letters do: most words of a pack begin otherwise. */
static bool bytes_begin_alike(Slice typed, Slice word) {
    return typed.at[0] == word.at[0] || (word.len > 1 && typed.at[0] == word.at[1]);
}

static int worth_of_letters(const Misspelt *m, const Letters *word) {
    const Letters *typed = &m->letters;
    bool front = m->open && typed->count >= FRONT_SLIP_LETTERS;
    if (word->count < SLIP_LETTERS || !begin_alike(typed, word) || too_short(typed, word))
        return 0;
    int allowed = slips_allowed(typed, word);
    if (typed->count > word->count + allowed || (!front && word->count > typed->count + allowed))
        return 0;
    int count = slips(typed, word, front ? 0 : word->count, allowed);
    if (count > allowed)
        return 0;
    return least(WORTH_SLIP - SLIP_COSTS * count / typed->count, WORTH_SLIP_MOST);
}

static int worth_with_slips(const Misspelt *m, Slice word) {
    Letters letters;
    bool may_be = m->letters.count >= SLIP_LETTERS && bytes_begin_alike(m->typed, word);
    return may_be && read_letters(&letters, word) ? worth_of_letters(m, &letters) : 0;
}

/* ---- sounds ---------------------------------------------------------------------------------- */

static void read_sounds(Letters *sounds, Slice word, SoundEnd end, char first) {
    char sound[SOUND_BYTES];
    sounds->count = least(sound_of(word, end, first, sound), WORD_LETTERS);
    for (int i = 0; i < sounds->count; i++)
        sounds->at[i] = (unsigned char)sound[i];
}

static bool begins_with(const Letters *word, const Letters *front) {
    return front->count <= word->count &&
           memcmp(word->at, front->at, sizeof *word->at * (size_t)front->count) == 0;
}

static int worth_of_sounds(const Misspelt *m, Slice word) {
    Letters sounds;
    read_sounds(&sounds, word, SOUND_WHOLE, (char)m->sounds.at[0]);
    if (!sounds.count)
        return 0;
    if (sounds.count == m->sounds.count && begins_with(&sounds, &m->sounds))
        return WORTH_SOUND;
    if (m->open && m->front.count >= FRONT_SOUNDS && begins_with(&sounds, &m->front))
        return WORTH_SOUND_FRONT;
    bool slip =
        m->sounds.count >= SOUND_SLIP_SOUNDS && slips(&m->sounds, &sounds, sounds.count, 1) <= 1;
    return slip ? WORTH_SOUND_SLIP : 0;
}

/* What ends in a nasal may go on in an n that is heard: "pan" in "panne". */
static void read_front(Letters *front, Slice typed) {
    read_sounds(front, typed, SOUND_OPEN, 0);
    uint32_t last = front->count ? front->at[front->count - 1] : 0;
    if (last >= '0' && last <= '9')
        front->count--;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

void misspelt_read(Misspelt *m, Slice typed, bool open) {
    *m = (Misspelt){.typed = typed, .open = open};
    if (!typed.len || is_digit(typed.at[0]) || !read_letters(&m->letters, typed)) {
        m->letters.count = 0; /* a number is the one or the other */
        return;
    }
    read_sounds(&m->sounds, typed, SOUND_WHOLE, 0);
    read_front(&m->front, typed);
}

int worth_misspelt(const Misspelt *m, Slice word) {
    bool other = !m->letters.count || !word.len || is_digit(word.at[0]);
    return other ? 0 : worth_with_slips(m, word);
}

int worth_said(const Misspelt *m, Slice word) {
    bool long_word = word.len > m->typed.len + SPELLS_MORE && !m->open;
    bool other = m->sounds.count < SOUNDS || !word.len || long_word;
    return other ? 0 : worth_of_sounds(m, word);
}

int worth_as_typed(Slice typed, Slice word) {
    if (!slice_has_prefix(word, typed))
        return 0;
    return word.len == typed.len ? WORTH_WORD : WORTH_FRONT;
}

bool is_inside(Slice typed, Slice word) {
    return typed.len >= INSIDE_LETTERS && slice_find(word, typed) >= 0;
}
