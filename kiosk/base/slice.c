#include "base/slice.h"

#include <string.h>

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
    for (int at = 0; at + needle.len <= text.len; at++)
        if (slice_equal(slice_cut(text, at, at + needle.len), needle))
            return at;
    return -1;
}

Slice slice_cut(Slice text, int from, int to) {
    return (Slice){text.at + from, to - from};
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

/* How many bytes the lead byte announces; 0 for a byte that cannot lead. */
static int announced_bytes(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/* RFC 3629: the shortest form only, no surrogates, nothing above U+10FFFF. */
static bool is_scalar(uint32_t code, int bytes) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[bytes] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/* Reads one code point; answers its bytes, or 0 when the text is malformed there. */
static int decode(Slice text, uint32_t *code) {
    int bytes = text.len ? announced_bytes((unsigned char)text.at[0]) : 0;
    if (!bytes || bytes > text.len)
        return 0;
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    *code = (unsigned char)text.at[0] & lead_bits[bytes];
    for (int i = 1; i < bytes; i++) {
        if (((unsigned char)text.at[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | ((unsigned char)text.at[i] & 0x3F);
    }
    return is_scalar(*code, bytes) ? bytes : 0;
}

uint32_t utf8_next(Slice *rest) {
    uint32_t code = REPLACEMENT;
    int bytes = decode(*rest, &code);
    *rest = slice_cut(*rest, bytes ? bytes : 1, rest->len);
    return bytes ? code : REPLACEMENT;
}

bool utf8_valid(Slice text) {
    uint32_t code;
    while (text.len) {
        int bytes = decode(text, &code);
        if (!bytes)
            return false;
        text = slice_cut(text, bytes, text.len);
    }
    return true;
}

int utf8_count(Slice text) {
    int count = 0;
    for (; text.len; count++)
        utf8_next(&text);
    return count;
}

int utf8_encode(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    int bytes = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int i = bytes - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(lead[bytes] | code);
    return bytes;
}
