#include "map/levels.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct Cursor {
    Slice rest;
    int *tenths;
    int count;
} Cursor;

static char peek(const Cursor *c, int ahead) {
    return ahead < c->rest.len ? c->rest.at[ahead] : 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void skip(Cursor *c, int bytes) {
    c->rest = slice_cut(c->rest, bytes, c->rest.len);
}

static void skip_blanks(Cursor *c) {
    while (peek(c, 0) == ' ' || peek(c, 0) == '\t')
        skip(c, 1);
}

/* A sign, digits, and at most one digit behind a point or comma. */
static bool take_number(Cursor *c, int *tenths) {
    skip_blanks(c);
    bool negative = peek(c, 0) == '-';
    skip(c, negative || peek(c, 0) == '+');
    if (!is_digit(peek(c, 0)))
        return false;
    int value = 0;
    for (; is_digit(peek(c, 0)) && value <= LEVEL_TENTHS_MAX; skip(c, 1))
        value = value * 10 + (peek(c, 0) - '0');
    value *= 10;
    if ((peek(c, 0) == '.' || peek(c, 0) == ',') && is_digit(peek(c, 1))) {
        value += peek(c, 1) - '0';
        skip(c, 2);
        while (peek(c, 0) == '0')
            skip(c, 1);
    }
    *tenths = negative ? -value : value;
    skip_blanks(c);
    return value <= LEVEL_TENTHS_MAX && !is_digit(peek(c, 0));
}

/* Keeps the list ascending; a level that is there already is not added. */
static bool add(Cursor *c, int tenths) {
    int at = c->count;
    for (int i = 0; i < c->count; i++)
        if (c->tenths[i] == tenths)
            return true;
    if (c->count == LEVELS_MAX)
        return false;
    for (; at > 0 && c->tenths[at - 1] > tenths; at--)
        c->tenths[at] = c->tenths[at - 1];
    c->tenths[at] = tenths;
    c->count++;
    return true;
}

/* From one to the other, in whole storeys, whichever is named first. */
static bool add_range(Cursor *c, int from, int to) {
    int low = from < to ? from : to, high = from < to ? to : from;
    if ((high - low) % 10)
        return false;
    for (int level = low; level <= high; level += 10)
        if (!add(c, level))
            return false;
    return true;
}

static bool take_part(Cursor *c) {
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

int levels_parse(Slice text, int tenths[LEVELS_MAX]) {
    Cursor c = {slice_trim(text), tenths, 0};
    while (c.rest.len) {
        if (!take_part(&c))
            return -1;
        char separator = peek(&c, 0);
        if (separator && separator != ';' && separator != ',')
            return -1;
        skip(&c, separator != 0);
        skip_blanks(&c);
        if (separator && !c.rest.len)
            return -1;
    }
    return c.count ? c.count : -1;
}
