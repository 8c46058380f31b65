#include "base/plural.h"

#include <stdint.h>
#include <stdlib.h>

#define DEEPEST 64 /* nobody nests a rule so far; a file that does is no rule */

/* A rule while it is reckoned: an expression of C about `n`. Once something is not understood,
   nothing more is. */
typedef struct Rule {
    Slice rest;
    int64_t n;
    int depth;
    bool bad;
} Rule;

static bool take(Rule *r, const char *sign) {
    r->rest = slice_trim(r->rest);
    Slice wanted = slice_from(sign);
    if (r->bad || !slice_has_prefix(r->rest, wanted))
        return false;
    r->rest = slice_cut(r->rest, wanted.len, r->rest.len);
    return true;
}

static int64_t refuse(Rule *r) {
    r->bad = true;
    return 0;
}

static int64_t take_number(Rule *r) {
    int64_t number = 0;
    int digits = 0;
    r->rest = slice_trim(r->rest);
    for (; digits < r->rest.len && digits < 9; digits++) {
        char c = r->rest.at[digits];
        if (c < '0' || c > '9')
            break;
        number = number * 10 + (c - '0');
    }
    r->rest = slice_cut(r->rest, digits, r->rest.len);
    return digits ? number : refuse(r);
}

static int64_t take_choice(Rule *r);

static int64_t take_one(Rule *r) {
    int signs = 0;
    while (take(r, "!"))
        signs++;
    if (signs)
        return signs % 2 ? !take_one(r) : !!take_one(r);
    if (take(r, "n"))
        return r->n;
    if (!take(r, "("))
        return take_number(r);
    int64_t value = take_choice(r);
    return take(r, ")") ? value : refuse(r);
}

/* What binds two values, the tightest last; of two signs that begin alike the longer first. */
static const struct {
    const char *sign;
    int level;
} BINDS[] = {{"||", 0}, {"&&", 1}, {"==", 2}, {"!=", 2}, {"<=", 3}, {">=", 3}, {"<", 3},
             {">", 3},  {"+", 4},  {"-", 4},  {"*", 5},  {"/", 5},  {"%", 5}};
enum { BIND_COUNT = sizeof BINDS / sizeof *BINDS, LEVELS = 6 };

static int64_t divided(Rule *r, char sign, int64_t a, int64_t b) {
    if (!b)
        return refuse(r);
    return sign == '/' ? a / b : a % b;
}

static int64_t bound(Rule *r, const char *sign, int64_t a, int64_t b) {
    bool equal = sign[1] == '=';
    switch (sign[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return equal ? a <= b : a < b;
    case '>':
        return equal ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b % INT32_MAX; /* no rule multiplies; nothing overflows either */
    default:
        return divided(r, sign[0], a, b);
    }
}

static const char *take_bind(Rule *r, int level) {
    for (int i = 0; i < BIND_COUNT; i++)
        if (BINDS[i].level == level && take(r, BINDS[i].sign))
            return BINDS[i].sign;
    return NULL;
}

static int64_t take_level(Rule *r, int level) {
    if (level == LEVELS)
        return take_one(r);
    int64_t value = take_level(r, level + 1);
    for (const char *sign; (sign = take_bind(r, level));)
        value = bound(r, sign, value, take_level(r, level + 1));
    return value;
}

/* condition ? value : value, both of which are read. */
static int64_t take_choice(Rule *r) {
    if (++r->depth > DEEPEST)
        return refuse(r);
    int64_t value = take_level(r, 0);
    if (take(r, "?")) {
        int64_t yes = take_choice(r);
        int64_t no = take(r, ":") ? take_choice(r) : refuse(r);
        value = value ? yes : no;
    }
    r->depth--;
    return value;
}

static Slice after(Slice rule, const char *name) {
    Slice wanted = slice_from(name);
    int at = slice_find(rule, wanted);
    return at < 0 ? (Slice){0} : slice_cut(rule, at + wanted.len, rule.len);
}

int plural_forms(Slice rule) {
    Rule r = {.rest = after(rule, "nplurals=")};
    int64_t count = take_number(&r);
    return r.bad || count < 1 || count > PLURAL_FORMS_MAX ? 0 : (int)count;
}

int plural_form(Slice rule, int number) {
    Rule r = {.rest = after(after(rule, ";"), "plural="), .n = llabs((int64_t)number)};
    int64_t form = take_choice(&r);
    r.rest = slice_trim(r.rest);
    bool ends = !r.rest.len || slice_is(r.rest, ";");
    return r.bad || !ends || form < 0 || form >= plural_forms(rule) ? 0 : (int)form;
}
