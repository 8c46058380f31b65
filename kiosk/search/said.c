#include "search/said.h"

#include "search/fold.h"
#include "search/sought.h"

#include <string.h>

/* In those of the program itself: nobody says which one they type in, and a small word of one more
   language is a name in another. */
static bool is_one_of(SoughtId list, Slice word) {
    for (Lang lang = 0; lang < langs()->count; lang++) {
        if (langs()->own[lang] < 0)
            continue;
        Slice words = sought_in(lang, list);
        if (fold_has(words, word) || fold_has(words, fold_stem(word)))
            return true;
    }
    return false;
}

bool said_around(Slice word) {
    return is_one_of(SOUGHT_AROUND, word);
}

bool said_of_anything(Slice word) {
    return is_one_of(SOUGHT_ANYTHING, word);
}

bool said_elided(Slice letter) {
    return is_one_of(SOUGHT_ELIDED, letter);
}

static bool is_small(Slice word) {
    return is_one_of(SOUGHT_SMALL, word);
}

static bool is_nothing(Slice word) {
    (void)word;
    return false;
}

static int join(Slice words, bool (*left_out)(Slice word), char *out, int size) {
    int len = 0;
    Slice word;
    while (fold_next(&words, &word)) {
        Slice stem = fold_stem(word);
        if (left_out(word) || len + (len > 0) + stem.len > size)
            continue;
        if (len)
            out[len++] = ' ';
        memcpy(out + len, stem.at, (size_t)stem.len);
        len += stem.len;
    }
    return len;
}

int said_light(Slice words, char *out, int size) {
    return join(words, is_small, out, size);
}

int said_bare(Slice words, char *out, int size) {
    int len = join(words, said_around, out, size);
    return len ? len : join(words, is_nothing, out, size);
}
