/* One sign a sound; what French writes in several ways becomes the same. Nasal vowels have figures,
   1 as in "an", 2 as in "on", 5 as in "un" and "fin"; U is "ou", E is "eu", X is "ch", N is "gn".
 */
#include "search/sound.h"

#include <string.h>

typedef struct Spelling {
    const char *letters; /* at most four */
    const char *sound;
} Spelling;

/* The longest first. */
static const Spelling SPELLINGS[] = {
    {"eau", "o"}, {"oeu", "E"}, {"sch", "X"}, {"tch", "X"}, {"au", "o"}, {"ou", "U"},
    {"oi", "wa"}, {"oy", "wa"}, {"eu", "E"},  {"ai", "e"},  {"ei", "e"}, {"ay", "e"},
    {"ey", "e"},  {"ph", "f"},  {"gn", "N"},  {"qu", "k"},  {"ck", "k"}, {"cq", "k"},
    {"th", "t"},  {"q", "k"},   {"y", "i"},   {"w", "v"},   {"x", "ks"}, {"h", ""}};

/* Vowels that are nasal before n or m. */
static const Spelling NASALS[] = {{"ai", "5"}, {"ei", "5"}, {"oi", "w5"}, {"i", "5"}, {"y", "5"},
                                  {"u", "5"},  {"a", "1"},  {"e", "1"},   {"o", "2"}};

typedef struct Sounds {
    Slice word;
    int end; /* of what is heard of it */
    int at, len;
    char *out;
} Sounds;

static char letter(const Sounds *s, int ahead) {
    int at = s->at + ahead;
    return at >= 0 && at < s->word.len ? s->word.at[at] : 0;
}

static bool is_one_of(char sign, const char *signs) {
    return sign && strchr(signs, sign);
}

static bool is_vowel(char sign) {
    return is_one_of(sign, "aeiouy");
}

/* The same sound twice is heard once. */
static void put(Sounds *s, const char *sounds, int letters) {
    for (; *sounds; sounds++)
        if ((!s->len || s->out[s->len - 1] != *sounds) && s->len < SOUND_BYTES)
            s->out[s->len++] = *sounds;
    s->at += letters;
}

static bool begins(const Sounds *s, const char *letters) {
    return slice_has_prefix(slice_cut(s->word, s->at, s->word.len), slice_from(letters));
}

/* "an" of "plan", not of "panne": what follows is no vowel and not the same again. */
static bool put_nasal(Sounds *s) {
    for (size_t i = 0; i < sizeof NASALS / sizeof *NASALS; i++) {
        int vowels = (int)strlen(NASALS[i].letters);
        char nasal = letter(s, vowels), after = letter(s, vowels + 1);
        if (!begins(s, NASALS[i].letters) || !is_one_of(nasal, "nm"))
            continue;
        if (is_vowel(after) || is_one_of(after, "nmh"))
            return false;
        bool after_i = s->word.at[s->at] == 'e' && is_one_of(letter(s, -1), "iy"); /* "ien" */
        put(s, after_i ? "5" : NASALS[i].sound, vowels + 1);
        return true;
    }
    return false;
}

static bool is_hiss(const Sounds *s) { /* "tion", "tien", "tiel": an s is heard */
    return begins(s, "tion") || begins(s, "tien") || begins(s, "tiel") || begins(s, "tieu");
}

static bool put_soft(Sounds *s) {
    char now = letter(s, 0), next = letter(s, 1);
    bool soft = is_one_of(next, "eiy");
    if (now == 'c' && next == 'h')
        put(s, is_vowel(letter(s, 2)) ? "X" : "k", 2); /* "chaud", "technique" */
    else if (now == 'c')
        put(s, soft ? "s" : "k", 1);
    else if (now == 'g' && next == 'u' && is_one_of(letter(s, 2), "eiy"))
        put(s, "g", 2);
    else if (now == 'g')
        put(s, soft ? "j" : "g", soft && is_one_of(letter(s, 2), "aou") ? 2 : 1);
    else if (now == 's' && is_vowel(letter(s, -1)) && is_vowel(next))
        put(s, "z", 1);
    else if (now == 't' && s->at && letter(s, -1) != 's' && is_hiss(s))
        put(s, "s", 1);
    else
        return false;
    return true;
}

static void put_letters(Sounds *s) {
    for (size_t i = 0; i < sizeof SPELLINGS / sizeof *SPELLINGS; i++)
        if (begins(s, SPELLINGS[i].letters)) {
            put(s, SPELLINGS[i].sound, (int)strlen(SPELLINGS[i].letters));
            return;
        }
    const char plain[] = {letter(s, 0), 0};
    put(s, plain, 1);
}

static bool ends_in(Slice word, const char *ending) {
    int at = word.len - (int)strlen(ending);
    return at > 1 && slice_is(slice_cut(word, at, word.len), ending);
}

/* Accents are folded away, so "soudé", "souder" and "soude" end alike: in no vowel at all. */
static int end_of_heard(Slice word) {
    static const char *const ENDINGS[] = {"er", "ez", "ee", "es", "e"};
    enum { SILENT = 2 }; /* of "temps" */
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_in(word, ENDINGS[i]))
            return word.len - (int)strlen(ENDINGS[i]);
    for (int i = 0; i < SILENT && word.len > 2 && is_one_of(word.at[word.len - 1], "tdsxpz"); i++)
        word.len--;
    return word.len;
}

/* With which sounds a word may begin that begins with a letter; after an h with any. */
static bool may_begin(Slice word, char sound) {
    static const char *const SOUNDS_OF['z' - 'a' + 1] = {
        "aoe15", "b",     "ksX", "d", "eoE15", "f",  "gjN", "",   "i5", "j", "k", "l",  "m",
        "n",     "oUwE2", "pf",  "k", "r",     "sX", "tsX", "u5", "v",  "v", "k", "i5", "z"};
    char first = word.len ? word.at[0] : 0;
    if (first < 'a' || first > 'z')
        return false;
    const char *sounds = SOUNDS_OF[first - 'a'];
    return !*sounds || is_one_of(sound, sounds);
}

static bool is_plain(Slice word) {
    for (int i = 0; i < word.len; i++)
        if (word.at[i] < 'a' || word.at[i] > 'z')
            return false;
    return word.len <= SOUND_BYTES / 2;
}

int sound_of(Slice word, SoundEnd end, char first, char out[SOUND_BYTES]) {
    if ((first && !may_begin(word, first)) || !is_plain(word))
        return 0;
    Sounds s = {word, end == SOUND_WHOLE ? end_of_heard(word) : word.len, 0, 0, out};
    while (s.at < s.end) {
        if (!put_nasal(&s) && !put_soft(&s))
            put_letters(&s);
        if (first && s.len && out[0] != first)
            return 0;
    }
    return s.len;
}
