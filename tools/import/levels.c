#include "tools/import/levels.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct LevelsCursor {
    Slice rest;
    int *hundredths;
    int count;
    bool lists; /* by commas, up to the next semicolon: a number has one at most */
} LevelsCursor;

static char peek(const LevelsCursor *c, int ahead) {
    return ahead < c->rest.len ? c->rest.at[ahead] : 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void skip(LevelsCursor *c, int bytes) {
    c->rest = slice_cut(c->rest, bytes, c->rest.len);
}

static void skip_blanks(LevelsCursor *c) {
    while (peek(c, 0) == ' ' || peek(c, 0) == '\t')
        skip(c, 1);
}

static bool has_point(const LevelsCursor *c) {
    return (peek(c, 0) == '.' || (peek(c, 0) == ',' && !c->lists)) && is_digit(peek(c, 1));
}

/* A sign, digits, and at most two digits behind a point or comma that tell anything. */
static bool take_number(LevelsCursor *c, int *hundredths) {
    skip_blanks(c);
    bool negative = peek(c, 0) == '-';
    skip(c, negative || peek(c, 0) == '+');
    if (!is_digit(peek(c, 0)))
        return false;
    int value = 0;
    for (; is_digit(peek(c, 0)) && value <= LEVEL_HUNDREDTHS_MAX; skip(c, 1))
        value = value * 10 + (peek(c, 0) - '0');
    value *= 100;
    if (has_point(c)) {
        skip(c, 1);
        for (int unit = 10; unit && is_digit(peek(c, 0)); unit /= 10, skip(c, 1))
            value += (peek(c, 0) - '0') * unit;
        while (peek(c, 0) == '0')
            skip(c, 1);
    }
    *hundredths = negative ? -value : value;
    skip_blanks(c);
    return value <= LEVEL_HUNDREDTHS_MAX && !is_digit(peek(c, 0));
}

/* Keeps the list ascending; a level that is there already is not added. */
static bool add(LevelsCursor *c, int hundredths) {
    int at = c->count;
    for (int i = 0; i < c->count; i++)
        if (c->hundredths[i] == hundredths)
            return true;
    if (c->count == LEVELS_MAX)
        return false;
    for (; at > 0 && c->hundredths[at - 1] > hundredths; at--)
        c->hundredths[at] = c->hundredths[at - 1];
    c->hundredths[at] = hundredths;
    c->count++;
    return true;
}

/* From one to the other, in whole storeys, whichever is named first. */
static bool add_range(LevelsCursor *c, int from, int to) {
    int low = from < to ? from : to, high = from < to ? to : from;
    if ((high - low) % 100)
        return false;
    for (int level = low; level <= high; level += 100)
        if (!add(c, level))
            return false;
    return true;
}

static bool take_part(LevelsCursor *c) {
    int from, to;
    if (!take_number(c, &from))
        return false;
    to = from;
    if (peek(c, 0) == '-') {
        skip(c, 1);
        if (!take_number(c, &to))
            return false;
    }
    return add_range(c, from, to);
}

static bool lists_by_commas(Slice rest) {
    int commas = 0;
    for (int i = 0; i < rest.len && rest.at[i] != ';'; i++)
        commas += rest.at[i] == ',';
    return commas > 1;
}

int levels_parse(Slice text, int hundredths[LEVELS_MAX]) {
    LevelsCursor c = {slice_trim(text), hundredths, 0, false};
    char separator = ';';
    while (c.rest.len) {
        c.lists = separator == ';' ? lists_by_commas(c.rest) : c.lists;
        if (!take_part(&c))
            return -1;
        separator = peek(&c, 0);
        if (separator && separator != ';' && separator != ',')
            return -1;
        skip(&c, separator != 0);
        skip_blanks(&c);
        if (separator && !c.rest.len)
            return -1;
    }
    return c.count ? c.count : -1;
}
