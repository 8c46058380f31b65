#include "search/kin.h"

#include <stddef.h>
#include <string.h>

enum { ROOT_LETTERS = 4 }; /* "atelier" and "ateliers" are kin, "métier" and "mettre" are not */

/* French and English endings of a gesture, of who does it, where, and with what; folded. */
static const char *const ENDING[] = {
    "issage", "icienne", "icien", "atrice", "ateur", "ation", "iaire", "icite", "ienne", "ielle",
    "iere",   "euse",    "erie",  "iste",   "ique",  "ment",  "tion",  "rice",  "elle",  "aire",
    "iel",    "ier",     "ien",   "age",    "eur",   "ure",   "ere",   "ant",   "ing",   "ist",
    "el",     "er",      "ee",    "ie",     "or",    "e",     "i"};

static bool ends_in(Slice word, Slice ending) {
    int at = word.len - ending.len;
    return at >= 0 && slice_equal(slice_cut(word, at, word.len), ending);
}

Slice kin_root(Slice word) {
    for (size_t i = 0; i < sizeof ENDING / sizeof *ENDING; i++) {
        Slice ending = slice_from(ENDING[i]);
        if (word.len - ending.len >= ROOT_LETTERS && ends_in(word, ending))
            return slice_cut(word, 0, word.len - ending.len);
    }
    return word;
}

Slice kin_masculine(Slice word, char *out, int size) {
    static const char *const FORM[][2] = {
        {"trice", "teur"}, {"ienne", "ien"}, {"euse", "eur"}, {"iere", "ier"}, {"ere", "er"}};
    for (size_t i = 0; i < sizeof FORM / sizeof *FORM; i++) {
        Slice ending = slice_from(FORM[i][0]), other = slice_from(FORM[i][1]);
        int stem = word.len - ending.len;
        if (stem < ROOT_LETTERS || !ends_in(word, ending) || word.len > size)
            continue;
        memcpy(out, word.at, (size_t)stem);
        memcpy(out + stem, other.at, (size_t)other.len);
        return (Slice){out, stem + other.len};
    }
    return word;
}

bool are_kin(Slice word, Slice other) {
    return slice_equal(kin_root(word), kin_root(other));
}
