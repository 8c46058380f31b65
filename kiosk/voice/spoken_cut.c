#include "voice/spoken_cut.h"

#include <string.h>

bool cut_is_digit(char c) {
    return c >= '0' && c <= '9';
}

int cut_digits(Slice text, int at) {
    int end = at;
    while (end < text.len && cut_is_digit(text.at[end]))
        end++;
    return end - at;
}

bool cut_is_space(uint32_t sign) {
    return sign == ' ' || sign == '\n' || sign == '\t' || sign == 0xA0 || sign == 0x202F;
}

int cut_space(Slice text, int at) {
    Slice rest = slice_cut(text, at, text.len);
    while (rest.len) {
        Slice from = rest;
        if (!cut_is_space(utf8_next(&rest)))
            return text.len - from.len;
    }
    return text.len;
}

static int word_at(Slice text, int at) {
    Slice rest = slice_cut(text, at, text.len);
    while (rest.len) {
        Slice from = rest;
        if (cut_is_space(utf8_next(&rest)))
            return text.len - from.len;
    }
    return text.len;
}

/* "1 234" with narrow blanks is one number. */
static int number_word(Slice text, int from, int end) {
    int blank = (int)strlen("\u202f");
    if (cut_digits(text, from) != end - from || end == from)
        return end;
    while (slice_has_prefix(slice_cut(text, end, text.len), LIT("\u202f")) &&
           cut_digits(text, end + blank) == 3)
        end += blank + 3;
    return end;
}

/* "2 / 3" is one word, as "2/3". */
static int fraction_end(Slice text, int from, int end) {
    int sign = cut_space(text, end);
    if (cut_digits(text, from) != end - from || sign == text.len || text.at[sign] != '/')
        return end;
    int at = cut_space(text, sign + 1);
    return cut_digits(text, at) ? at + cut_digits(text, at) : end;
}

/* "12–13" is one word; else a dash within one is a word of its own. */
static int range_end(Slice text, int from, int end) {
    int at = slice_find(slice_cut(text, from, end), LIT(CUT_DASH)), dash = (int)strlen(CUT_DASH);
    if (at < 0 || end - from == dash)
        return end;
    if (at == 0)
        return from + dash;
    int first = cut_digits(text, from), second = cut_digits(text, from + at + dash);
    bool numbers = first == at && second && from + at + dash + second == end;
    return numbers ? end : from + at;
}

int cut_word(Slice text, int from) {
    int end = range_end(text, from, word_at(text, from));
    return fraction_end(text, from, number_word(text, from, end));
}
