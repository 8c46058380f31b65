#include "search/fold.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

enum { STEM_LETTERS = 4 }; /* of a shorter word the last letter is no plural: "bts" */

typedef enum Sort { SORT_BLANK, SORT_LETTER, SORT_DIGIT } Sort;

static Sort sort_of(uint32_t code) {
    if (code >= '0' && code <= '9')
        return SORT_DIGIT;
    return uc_is_alpha(code) ? SORT_LETTER : SORT_BLANK;
}

typedef struct Folder {
    char *out;
    int len, size;
    Sort last;
} Folder;

static void put(Folder *f, uint32_t code) {
    char bytes[4];
    Sort sort = sort_of(code);
    if (sort == SORT_BLANK) {
        f->last = SORT_BLANK;
        return;
    }
    int count = utf8_encode(code, bytes), gap = f->len && sort != f->last;
    if (f->len + gap + count > f->size)
        return;
    if (gap)
        f->out[f->len++] = ' ';
    memcpy(f->out + f->len, bytes, (size_t)count);
    f->len += count;
    f->last = sort;
}

/* Accents, vowel signs of Arabic and its long stroke: written or not, it is the same word. */
static bool is_mark(uint32_t code) {
    return code == 0x640 || uc_is_general_category(code, UC_NON_SPACING_MARK);
}

/* Letters that people type one for the other: the i without a dot, two that end words in Arabic. */
static uint32_t as_typed(uint32_t code) {
    static const uint32_t SAME[][2] = {{0x131, 'i'}, {0x629, 0x647}, {0x649, 0x64A}};
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        if (code == SAME[i][0])
            return SAME[i][1];
    return code;
}

int fold(Slice text, char *out, int size) {
    uint8_t plain[FOLD_BYTES];
    size_t len = sizeof plain;
    Folder f = {out, 0, size, SORT_BLANK};
    if (text.len > FOLD_TEXT_BYTES)
        text.len = utf8_start(text, FOLD_TEXT_BYTES);
    uint8_t *folded =
        u8_casefold((const uint8_t *)text.at, (size_t)text.len, NULL, UNINORM_NFKD, plain, &len);
    if (!folded)
        return 0;
    for (Slice rest = {(const char *)folded, (int)len}; rest.len;) {
        uint32_t code = utf8_next(&rest);
        if (code == 0x153 ||
            code == 0xE6) { /* oe and ae are letters of their own to Unicode, not to a keyboard */
            put(&f, code == 0x153 ? 'o' : 'a');
            code = 'e';
        }
        if (!is_mark(code))
            put(&f, as_typed(code));
    }
    if (folded != plain)
        free(folded);
    return f.len;
}

bool fold_next(Slice *rest, Slice *word) {
    *rest = slice_trim(*rest);
    const char *blank = rest->len ? memchr(rest->at, ' ', (size_t)rest->len) : NULL;
    *word = slice_cut(*rest, 0, blank ? (int)(blank - rest->at) : rest->len);
    *rest = slice_cut(*rest, word->len, rest->len);
    return word->len > 0;
}

Slice fold_stem(Slice word) {
    if (word.len < STEM_LETTERS)
        return word;
    char last = word.at[word.len - 1];
    bool plural = last == 's' || (last == 'x' && word.at[word.len - 2] == 'u');
    return plural ? slice_cut(word, 0, word.len - 1) : word;
}

bool fold_has(Slice words, Slice wanted) {
    Slice word;
    while (fold_next(&words, &word))
        if (slice_equal(word, wanted))
            return true;
    return false;
}

int fold_count(Slice words) {
    Slice word;
    int count = 0;
    while (fold_next(&words, &word))
        count++;
    return count;
}
