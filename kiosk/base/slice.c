#include "base/slice.h"

#include <string.h>
#include <unistr.h>

#define REPLACEMENT 0xFFFDu

Slice slice_from(const char *z) {
    return (Slice){z ? z : "", z ? (int)strlen(z) : 0};
}

bool slice_equal(Slice a, Slice b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, (size_t)a.len) == 0);
}

bool slice_is(Slice a, const char *z) {
    return slice_equal(a, slice_from(z));
}

bool slice_has_prefix(Slice text, Slice prefix) {
    return text.len >= prefix.len && slice_equal(slice_cut(text, 0, prefix.len), prefix);
}

int slice_find(Slice text, Slice needle) {
    if (!needle.len || needle.len > text.len)
        return needle.len ? -1 : 0;
    const char *found = memmem(text.at, (size_t)text.len, needle.at, (size_t)needle.len);
    return found ? (int)(found - text.at) : -1;
}

Slice slice_cut(Slice text, int from, int to) {
    to = to < text.len ? to : text.len;
    from = from > 0 ? from : 0;
    return from < to ? (Slice){text.at + from, to - from}
                     : (Slice){text.at + (from < text.len ? from : text.len), 0};
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Slice slice_trim(Slice text) {
    while (text.len && is_blank(text.at[0]))
        text = slice_cut(text, 1, text.len);
    while (text.len && is_blank(text.at[text.len - 1]))
        text.len--;
    return text;
}

uint64_t slice_hash(Slice text, uint64_t seed) {
    uint64_t hash = seed ^ 0xcbf29ce484222325u;
    for (int i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001b3u;
    return hash;
}

/* ---- UTF-8, by libunistring ------------------------------------------------------------------ */

static const uint8_t *bytes_of(Slice text) {
    return (const uint8_t *)text.at;
}

uint32_t utf8_next(Slice *rest) {
    ucs4_t code = REPLACEMENT;
    int bytes = u8_mbtoucr(&code, bytes_of(*rest), (size_t)rest->len);
    *rest = slice_cut(*rest, bytes > 0 ? bytes : 1, rest->len);
    return bytes > 0 ? code : REPLACEMENT;
}

bool utf8_valid(Slice text) {
    return !u8_check(bytes_of(text), (size_t)text.len);
}

int utf8_count(Slice text) {
    int count = 0;
    for (; text.len; count++)
        utf8_next(&text);
    return count;
}

int utf8_start(Slice text, int at) {
    ucs4_t code;
    int back = at < 3 ? at : 3;
    for (int start = at - back; start < at; start++)
        if (u8_mbtoucr(&code, bytes_of(text) + start, (size_t)(text.len - start)) > at - start)
            return start;
    return at;
}

int utf8_encode(uint32_t code, char out[4]) {
    int bytes = u8_uctomb((uint8_t *)out, code, 4);
    return bytes > 0 ? bytes : u8_uctomb((uint8_t *)out, REPLACEMENT, 4);
}
