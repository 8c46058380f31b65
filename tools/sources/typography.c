#include "tools/sources/typography.h"

#define NBSP 0xA0     /* before a colon, between a number and its unit */
#define NARROW 0x202F /* before ; ! ? and inside guillemets */

typedef struct Setter {
    uint32_t in[4096], out[8192];
    int count, written, at;
} Setter;

static bool is_blank(uint32_t c) {
    return c == ' ' || c == NBSP || c == NARROW;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

static uint32_t peek(const Setter *s, int ahead) {
    int at = s->at + ahead;
    return at >= 0 && at < s->count ? s->in[at] : 0;
}

static void put(Setter *s, uint32_t c) {
    s->out[s->written++] = c;
}

static uint32_t last(const Setter *s) {
    return s->written ? s->out[s->written - 1] : 0;
}

/* Puts `space` before the next sign, instead of any blank that stands there. */
static void space_before(Setter *s, uint32_t space) {
    while (s->written && is_blank(last(s)))
        s->written--;
    if (s->written)
        put(s, space);
}

static void skip_blanks(Setter *s) {
    while (is_blank(peek(s, 1)))
        s->at++;
}

/* Units that follow a number. */
static bool unit_follows(const Setter *s) {
    static const char *const UNITS[] = {"€",  "%",  "M€", "k€",  "m²", "m",   "cm", "mm",
                                        "km", "kg", "h",  "min", "s",  "ans", "°C", "V"};
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        Slice unit = slice_from(UNITS[i]);
        int ahead = 1;
        bool same = true;
        while (unit.len && same)
            same = utf8_next(&unit) == peek(s, ahead++);
        if (same && !is_letter(peek(s, ahead)) && !is_digit(peek(s, ahead)))
            return true;
    }
    return false;
}

static bool three_digits_follow(const Setter *s) {
    return is_digit(peek(s, 1)) && is_digit(peek(s, 2)) && is_digit(peek(s, 3)) &&
           !is_digit(peek(s, 4));
}

static void set_french(Setter *s, uint32_t c) {
    bool lonely = last(s) && is_blank(last(s));
    switch (c) {
    case '?':
    case '!':
    case ';':
        if (last(s) != '?' && last(s) != '!' && last(s) != '(')
            space_before(s, NARROW);
        put(s, c);
        break;
    case ':':
        if (lonely)
            space_before(s, NBSP); /* 14:30 and https: keep theirs */
        put(s, c);
        break;
    case 0xAB: /* « */
        put(s, c);
        skip_blanks(s);
        put(s, NARROW);
        break;
    case 0xBB: /* » */
        space_before(s, NARROW);
        put(s, c);
        break;
    case ' ':
        put(s, is_digit(last(s)) && (unit_follows(s) || three_digits_follow(s)) ? NBSP : ' ');
        break;
    default:
        put(s, c);
        break;
    }
}

static void set_english(Setter *s, uint32_t c) {
    bool opens = !last(s) || is_blank(last(s)) || last(s) == '(';
    if (c == '"')
        put(s, opens ? 0x201C : 0x201D);
    else
        put(s, c);
}

static void set_sign(Setter *s, Lang lang) {
    uint32_t c = peek(s, 0);
    if (c == '.' && peek(s, 1) == '.' && peek(s, 2) == '.') {
        s->at += 2;
        c = 0x2026;
    }
    if (c == '\'') {
        bool opens = langs_speaks(lang, "en") &&
                     (!last(s) || is_blank(last(s)) || last(s) == '(') && is_letter(peek(s, 1));
        c = opens ? 0x2018 : 0x2019;
    }
    if (langs_speaks(lang, "fr"))
        set_french(s, c);
    else
        set_english(s, c);
}

Slice typography_set(Arena *arena, Slice text, Lang lang) {
    Setter s = {0};
    for (Slice rest = text; rest.len && s.count < 4096;)
        s.in[s.count++] = utf8_next(&rest);
    for (; s.at < s.count && s.written < 8000; s.at++)
        set_sign(&s, lang);
    char *bytes = arena_alloc(arena, (size_t)s.written * 4 + 1);
    int len = 0;
    for (int i = 0; i < s.written; i++)
        len += utf8_encode(s.out[i], bytes + len);
    return (Slice){bytes, len};
}
