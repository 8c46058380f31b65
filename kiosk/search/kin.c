#include "search/kin.h"

#include "search/fold.h"
#include "search/sought.h"

#include <string.h>

enum { ROOT_LETTERS = 4 }; /* "atelier" and "ateliers" are kin, "métier" and "mettre" are not */

static bool ends_in(Slice word, Slice ending) {
    int at = word.len - ending.len;
    return at >= ROOT_LETTERS && slice_equal(slice_cut(word, at, word.len), ending);
}

/* The longest of a language's that leaves a root. */
static int ending_in(Lang lang, Slice word) {
    Slice endings = sought_in(lang, SOUGHT_ENDINGS), ending;
    int longest = 0;
    while (fold_next(&endings, &ending))
        if (ending.len > longest && ends_in(word, ending))
            longest = ending.len;
    return longest;
}

Slice kin_root(Slice word) {
    int longest = 0;
    for (Lang lang = 0; lang < langs()->count; lang++) {
        int ending = ending_in(lang, word);
        longest = ending > longest ? ending : longest;
    }
    return slice_cut(word, 0, word.len - longest);
}

static Slice with_ending(Slice word, Slice old, Slice new, char *out) {
    int stem = word.len - old.len;
    memcpy(out, word.at, (size_t)stem);
    memcpy(out + stem, new.at, (size_t) new.len);
    return (Slice){out, stem + new.len};
}

Slice kin_masculine(Slice word, char *out, int size) {
    for (Lang lang = 0; lang < langs()->count; lang++) {
        Slice forms = sought_in(lang, SOUGHT_MASCULINE), hers, his;
        while (fold_next(&forms, &hers) && fold_next(&forms, &his))
            if (ends_in(word, hers) && word.len - hers.len + his.len <= size)
                return with_ending(word, hers, his, out);
    }
    return word;
}

bool are_kin(Slice word, Slice other) {
    return slice_equal(kin_root(word), kin_root(other));
}
