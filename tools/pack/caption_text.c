#include "tools/pack/caption_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Plain {
    char *out;
    int len;
    CaptionText found;
} Plain;

/* ---- entities -------------------------------------------------------------------------------- */

/* Those of WebVTT, and what editors for French write beyond. */
static const struct {
    const char *name, *sign;
} ENTITIES[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"nbsp", "\u00A0"}, {"lrm", ""},
    {"rlm", ""},     {"quot", "\""},  {"apos", "'"},   {"eacute", "é"},    {"egrave", "è"},
    {"ecirc", "ê"},  {"euml", "ë"},   {"agrave", "à"}, {"acirc", "â"},     {"ccedil", "ç"},
    {"icirc", "î"},  {"iuml", "ï"},   {"ocirc", "ô"},  {"ugrave", "ù"},    {"ucirc", "û"},
    {"Eacute", "É"}, {"Egrave", "È"}, {"Agrave", "À"}, {"Ccedil", "Ç"},    {"oelig", "œ"},
    {"OElig", "Œ"},  {"laquo", "«"},  {"raquo", "»"},  {"lsquo", "‘"},     {"rsquo", "’"},
    {"ldquo", "“"},  {"rdquo", "”"},  {"hellip", "…"}, {"ndash", "–"},     {"mdash", "—"},
    {"deg", "°"},    {"euro", "€"},   {"times", "×"},  {"middot", "·"},    {"thinsp", "\u202F"}};

static void put(Plain *p, Slice text) {
    if (text.len)
        memcpy(p->out + p->len, text.at, (size_t)text.len);
    p->len += text.len;
}

/* "#39", "#xE9". */
static bool put_number(Plain *p, Slice name) {
    char digits[8] = {0}, *end, sign[4];
    bool hex = name.len > 1 && (name.at[1] == 'x' || name.at[1] == 'X');
    Slice number = slice_cut(name, hex ? 2 : 1, name.len);
    if (!number.len || number.len >= (int)sizeof digits || !isxdigit((unsigned char)number.at[0]))
        return false;
    memcpy(digits, number.at, (size_t)number.len);
    unsigned long code = strtoul(digits, &end, hex ? 16 : 10);
    if (*end || code < ' ')
        return false;
    put(p, (Slice){sign, utf8_encode((uint32_t)code, sign)});
    return true;
}

static bool put_named(Plain *p, Slice name) {
    for (size_t e = 0; e < sizeof ENTITIES / sizeof *ENTITIES; e++)
        if (slice_is(name, ENTITIES[e].name)) {
            put(p, slice_from(ENTITIES[e].sign));
            return true;
        }
    return false;
}

/* How many bytes were an entity; 0: none is here. */
static int take_entity(Plain *p, Slice text) {
    int end = slice_find(text, LIT(";"));
    Slice name = slice_cut(text, 1, end < 1 ? 1 : end);
    if (!name.len || name.len > 8)
        return 0;
    bool known = name.at[0] == '#' ? put_number(p, name) : put_named(p, name);
    return known ? end + 1 : 0;
}

/* ---- marks ----------------------------------------------------------------------------------- */

static bool is_mark_name(Slice name) {
    static const char *const MARKS[] = {"i", "b", "u", "c", "v", "lang", "ruby", "rt", "font", "s"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (slice_is(name, MARKS[i]))
            return true;
    return false;
}

static bool is_time(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (!strchr("0123456789:.,", text.at[i]))
            return false;
    return text.len > 4;
}

static Slice name_of(Slice mark) {
    int begin = mark.len && mark.at[0] == '/', end = begin;
    while (end < mark.len && isalpha((unsigned char)mark.at[end]))
        end++;
    return slice_cut(mark, begin, end);
}

/* How many bytes were a mark of style, voice or time; 0: "<" is meant. */
static int take_mark(Plain *p, Slice text) {
    int end = slice_find(text, LIT(">"));
    Slice mark = slice_cut(text, 1, end < 1 ? 1 : end), name = name_of(mark);
    if (end < 1 || (!is_mark_name(name) && !is_time(mark)))
        return 0;
    if (slice_is(name, "v") && mark.at[0] != '/') {
        int blank = slice_find(mark, LIT(" "));
        p->found.speaker = blank < 0 ? LIT("") : slice_trim(slice_cut(mark, blank, mark.len));
    }
    return end + 1;
}

/* "{\an8}", as SubRip says where a line stands. */
static int take_place(Plain *p, Slice text) {
    int end = slice_find(text, LIT("}"));
    if (!slice_has_prefix(text, LIT("{\\")) || end < 0)
        return 0;
    p->found.placed = true;
    return end + 1;
}

static int take_other(Plain *p, Slice text) {
    switch (text.at[0]) {
    case '&':
        return take_entity(p, text);
    case '<':
        return take_mark(p, text);
    case '{':
        return take_place(p, text);
    default:
        return 0;
    }
}

CaptionText caption_text(Arena *arena, Slice line) {
    Plain p = {.out = arena_alloc(arena, 2 * (size_t)line.len + 1), .found.speaker = LIT("")};
    for (int i = 0, taken; i < line.len; i += taken) {
        taken = take_other(&p, slice_cut(line, i, line.len));
        if (!taken)
            put(&p, slice_cut(line, i, i + (taken = 1)));
    }
    p.found.text = slice_trim((Slice){p.out, p.len});
    return p.found;
}
