#include "voice/spoken.h"

#include "base/slots.h"
#include "voice/speech_words.h"
#include "voice/spoken_cut.h"

#include <string.h>
#include <unictype.h>

typedef struct Speaking {
    Arena *arena;
    Lang lang;
    Slice text; /* as it is written */
    char *said;
    int len, room;
    Spoken spoken;
    int number; /* the last word was a number: its whole part; below 0: it was none */
} Speaking;

/* ---- what has been said so far --------------------------------------------------------------- */

static void put(Speaking *s, Slice text) {
    if (s->len + text.len + 1 > s->room) {
        int room = 2 * (s->room + text.len) + 64;
        char *more = arena_alloc(s->arena, (size_t)room);
        if (s->len)
            memcpy(more, s->said, (size_t)s->len);
        s->said = more;
        s->room = room;
    }
    if (text.len)
        memcpy(s->said + s->len, text.at, (size_t)text.len);
    s->len += text.len;
}

static bool is_pause(char c) {
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

/* What stands between words as a sign is heard as a pause. */
static void put_pause(Speaking *s) {
    if (s->len && !is_pause(s->said[s->len - 1]))
        put(s, LIT(","));
}

/* ---- lists of the language: "RDC=rez-de-chaussée|n°=numéro" ---------------------------------- */

/* The part up to the sign, which is taken off with it. */
static Slice take_part(Slice *rest, char sign) {
    const char *end = rest->len ? memchr(rest->at, sign, (size_t)rest->len) : NULL;
    int len = end ? (int)(end - rest->at) : rest->len;
    Slice part = slice_cut(*rest, 0, len);
    *rest = slice_cut(*rest, end ? len + 1 : len, rest->len);
    return part;
}

static bool look_up(Lang lang, SpeechWord list, Slice key, Slice *value) {
    for (Slice rest = speech_rule(lang, list); rest.len;) {
        Slice pair = take_part(&rest, '|');
        if (!slice_equal(take_part(&pair, '='), key))
            continue;
        *value = pair;
        return true;
    }
    return false;
}

/* "mètre/mètres": the form that goes with the number. */
static Slice counted(Lang lang, Slice forms, int number) {
    Slice form = take_part(&forms, '/');
    for (int i = langs_form(lang, number); i > 0 && forms.len; i--)
        form = take_part(&forms, '/');
    return form;
}

/* ---- what a word looks like ------------------------------------------------------------------ */

/* "24", "1,5", "12.25", "1234": so many bytes of it. */
static int number_at(Slice text, int at) {
    int len = cut_digits(text, at);
    bool parted =
        len && at + len < text.len && (text.at[at + len] == ',' || text.at[at + len] == '.');
    int more = parted ? cut_digits(text, at + len + 1) : 0;
    return more ? len + 1 + more : len;
}

static int value_of(Slice number) {
    long value = 0;
    for (int i = 0; i < number.len && cut_is_digit(number.at[i]) && value < 100000000; i++)
        value = 10 * value + (number.at[i] - '0');
    return (int)value;
}

/* Letters that are all capitals, two at least. */
static bool is_capitals(Slice text) {
    int letters = 0;
    while (text.len) {
        uint32_t sign = utf8_next(&text);
        if (!uc_is_upper(sign) || !uc_is_alpha(sign))
            return false;
        letters++;
    }
    return letters > 1;
}

/* The letters of a room or a building. */
static bool is_letter_code(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (text.at[i] < 'A' || text.at[i] > 'Z')
            return false;
    return text.len > 0 && text.len < 4;
}

static bool in_list(Lang lang, SpeechWord list, Slice word) {
    for (Slice rest = speech_rule(lang, list); rest.len;)
        if (slice_equal(take_part(&rest, '|'), word))
            return true;
    return false;
}

/* ---- ways of saying a word ------------------------------------------------------------------- */

static bool say_listed(Speaking *s, Slice word) {
    Slice value;
    if (!look_up(s->lang, SPEECH_WORDS, word, &value))
        return false;
    put(s, value);
    return true;
}

static bool say_unit(Speaking *s, Slice word) {
    Slice forms;
    if (s->number < 0 || !look_up(s->lang, SPEECH_UNITS, word, &forms))
        return false;
    put(s, counted(s->lang, forms, s->number));
    return true;
}

/* Letter by letter, with a blank between. */
static void spell(Speaking *s, Slice word) {
    for (Slice rest = word; rest.len;) {
        Slice from = rest;
        utf8_next(&rest);
        if (from.at != word.at)
            put(s, LIT(" "));
        put(s, slice_cut(from, 0, from.len - rest.len));
    }
}

/* "GRETA" is a word of its own, "CAP" is three letters. */
static bool say_capitals(Speaking *s, Slice word) {
    if (!is_capitals(word))
        return false;
    if (in_list(s->lang, SPEECH_SAID_AS_WORDS, word))
        put(s, word);
    else
        spell(s, word);
    return true;
}

/* "A7", "B12", "3D": what is counted and what it is called are said apart. */
static bool say_code(Speaking *s, Slice word) {
    int head = 0;
    while (head < word.len && !cut_is_digit(word.at[head]))
        head++;
    int digits = cut_digits(word, head), end = head + digits;
    bool letter_first =
        head && digits && end == word.len && is_letter_code(slice_cut(word, 0, head));
    bool digit_first = !head && digits && is_letter_code(slice_cut(word, digits, word.len));
    int at = letter_first ? head : digits;
    if (!letter_first && !digit_first)
        return false;
    spell(s, slice_cut(word, 0, letter_first ? at : 0));
    put(s, letter_first ? (Slice){0} : slice_cut(word, 0, at));
    put(s, LIT(" "));
    if (letter_first)
        put(s, slice_cut(word, at, word.len));
    else
        spell(s, slice_cut(word, at, word.len));
    return true;
}

/* Two numbers with a sign between: "14:30", "2/3", "9–12". */
static bool say_pair(Speaking *s, Slice word, Slice sign, SpeechWord how) {
    int first = cut_digits(word, 0), at = first + sign.len;
    bool parted = first && slice_has_prefix(slice_cut(word, first, word.len), sign);
    Slice sentence = speech_rule(s->lang, how);
    bool pair = parted && cut_digits(word, at) && at + cut_digits(word, at) == word.len;
    if (!pair || !sentence.len)
        return false;
    put(s, SLOTS_FILL(s->arena, sentence, {"a", slice_cut(word, 0, first)},
                      {"b", slice_cut(word, at, word.len)}));
    s->number = value_of(slice_cut(word, at, word.len));
    return true;
}

/* "17:00", where nobody says the zeros. */
static bool say_full_hour(Speaking *s, Slice word) {
    int hour = cut_digits(word, 0);
    Slice sentence = speech_rule(s->lang, SPEECH_TIME_FULL);
    if (!hour || !slice_is(slice_cut(word, hour, word.len), ":00") || !sentence.len)
        return false;
    put(s, SLOTS_FILL(s->arena, sentence, {"a", slice_cut(word, 0, hour)}));
    return true;
}

static bool say_pairs(Speaking *s, Slice word) {
    return say_full_hour(s, word) || say_pair(s, word, LIT(":"), SPEECH_TIME) ||
           say_pair(s, word, LIT("/"), SPEECH_OF) || say_pair(s, word, LIT("–"), SPEECH_FROM_TO);
}

/* "24", and what is written against it: "24%", "15h30". */
static bool say_number(Speaking *s, Slice word) {
    int len = number_at(word, 0);
    Slice unit = slice_cut(word, len, word.len), forms;
    int tail = unit.len;
    while (tail > 0 && cut_is_digit(unit.at[tail - 1]))
        tail--;
    Slice rest = slice_cut(unit, tail, unit.len);
    unit = slice_cut(unit, 0, tail);
    if (!len || (unit.len && !look_up(s->lang, SPEECH_UNITS, unit, &forms)))
        return false;
    put(s, slice_cut(word, 0, len));
    s->number = value_of(word);
    if (!unit.len)
        return true;
    put(s, LIT(" "));
    put(s, counted(s->lang, forms, s->number));
    put(s, rest.len ? LIT(" ") : rest);
    put(s, rest);
    s->number = rest.len ? value_of(rest) : -1;
    return true;
}

static void say_plain(Speaking *s, Slice word) {
    if (say_unit(s, word)) {
        s->number = -1;
        return;
    }
    s->number = -1;
    if (say_listed(s, word) || say_pairs(s, word) || say_number(s, word) || say_code(s, word) ||
        say_capitals(s, word))
        return;
    put(s, word);
}

/* Parts of a word that are said one by one: "l’|CAP", "CAP|-|BTS", "CFA|/|CAP". */
static int part_end(Slice word) {
    for (int i = 1; i < word.len; i++) {
        if (slice_has_prefix(slice_cut(word, i, word.len), LIT("’")))
            return i + (int)strlen("’");
        if (word.at[i] == '\'')
            return i + 1;
    }
    return word.len;
}

/* An abbreviation with its full stop, or a figure: not to be taken apart. */
static bool is_listed(const Speaking *s, Slice word) {
    Slice value;
    return look_up(s->lang, SPEECH_WORDS, word, &value);
}

static bool is_whole(const Speaking *s, Slice word) {
    return is_listed(s, word) || cut_digits(word, 0);
}

static void say_hyphened(Speaking *s, Slice word) {
    const char *sign = word.len > 1 ? memchr(word.at + 1, '-', (size_t)word.len - 1) : NULL;
    sign = sign ? sign : word.len > 1 ? memchr(word.at + 1, '/', (size_t)word.len - 1) : NULL;
    int at = sign ? (int)(sign - word.at) : 0;
    bool code = sign && is_capitals(slice_cut(word, 0, at));
    if (!code || is_whole(s, word)) {
        say_plain(s, word);
        return;
    }
    say_plain(s, slice_cut(word, 0, at));
    put(s, LIT(" "));
    say_hyphened(s, slice_cut(word, at + 1, word.len));
}

static void say_core(Speaking *s, Slice word) {
    int head = is_whole(s, word) ? word.len : part_end(word);
    if (head == word.len) {
        say_hyphened(s, word);
        return;
    }
    put(s, slice_cut(word, 0, head));
    say_hyphened(s, slice_cut(word, head, word.len));
}

/* ---- from word to word ----------------------------------------------------------------------- */

static bool is_mark(uint32_t sign) {
    return (sign < 128 && strchr("()[]{},.;:!?\"", (int)sign)) || sign == 0xAB || sign == 0xBB ||
           sign == 0x201C || sign == 0x201D || sign == 0x2026 || sign == 0x2068 || sign == 0x2069;
}

/* Signs that only part one thing from another. */
static bool is_divider(Slice word) {
    static const char *const SIGNS[] = {"·", "›", "‹", "→", "←", "|", "•", "–", "—", "-", "/", "…"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (slice_is(word, SIGNS[i]))
            return true;
    return false;
}

static Slice without_spaces(Arena *arena, Slice word) {
    char *bare = arena_alloc(arena, (size_t)word.len + 1);
    int len = 0;
    for (Slice rest = word; rest.len;) {
        Slice from = rest;
        if (cut_is_space(utf8_next(&rest)))
            continue;
        memcpy(bare + len, from.at, (size_t)(from.len - rest.len));
        len += from.len - rest.len;
    }
    return (Slice){bare, len};
}

/* Marks before and behind a word are heard as pauses, or not at all: they stay. */
static void trim_marks(Slice text, int *from, int *end) {
    for (Slice rest = slice_cut(text, *from, *end); rest.len && is_mark(utf8_next(&rest));)
        *from = *end - rest.len;
    while (*end > *from) {
        int last = utf8_start(text, *end - 1);
        Slice sign = slice_cut(text, last, *end);
        if (!is_mark(utf8_next(&sign)))
            return;
        *end = last;
    }
}

/* A mark that stands alone, as French writes some: the pause before it is enough. */
static void say_mark(Speaking *s, Slice mark) {
    if (mark.len == 1 && is_pause(mark.at[0]) && s->len)
        put(s, mark);
    s->number = -1;
}

static void say_between_marks(Speaking *s, int from, int end) {
    int core = from, core_end = end;
    if (!is_listed(s, slice_cut(s->text, from, end)))
        trim_marks(s->text, &core, &core_end);
    if (core == core_end) {
        say_mark(s, slice_cut(s->text, from, end));
        return;
    }
    put(s, s->len ? LIT(" ") : (Slice){0});
    put(s, slice_cut(s->text, from, core));
    int said = s->len;
    say_core(s, without_spaces(s->arena, slice_cut(s->text, core, core_end)));
    *LIST_ADD(s->arena, s->spoken.word, s->spoken.count) =
        (SpokenWord){said, s->len, core, core_end};
    put(s, slice_cut(s->text, core_end, end));
    s->number = core_end < end ? -1 : s->number;
}

/* "{a} à {b}": what is between them. */
static Slice between_slots(Slice sentence) {
    int a = slice_find(sentence, LIT("{a}")), b = slice_find(sentence, LIT("{b}"));
    return a < 0 || b < a ? (Slice){0} : slice_trim(slice_cut(sentence, a + 3, b));
}

/* The dash from one to the other: "8 h – 12 h", "lundi–vendredi". It is written for nothing else.
 */
static bool say_range(Speaking *s, int from, int end) {
    Slice to = between_slots(speech_rule(s->lang, SPEECH_FROM_TO));
    bool inside = s->len && cut_space(s->text, end) < s->text.len;
    if (!inside || !to.len || !slice_is(slice_cut(s->text, from, end), CUT_DASH))
        return false;
    put(s, LIT(" "));
    put(s, to);
    return true;
}

static void say_word(Speaking *s, int from, int end) {
    if (!is_divider(slice_cut(s->text, from, end))) {
        say_between_marks(s, from, end);
        return;
    }
    if (!say_range(s, from, end))
        put_pause(s);
    s->number = -1;
}

Spoken spoken_form(Arena *arena, Lang lang, Slice text) {
    Speaking s = {.arena = arena, .lang = lang, .text = text, .number = -1};
    for (int at = cut_space(text, 0); at < text.len; at = cut_space(text, at)) {
        int end = cut_word(text, at);
        say_word(&s, at, end);
        at = end;
    }
    put(&s, LIT(""));
    s.spoken.text = arena_copy(arena, (Slice){s.said, s.len});
    return s.spoken;
}
