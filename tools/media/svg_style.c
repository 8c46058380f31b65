#include "tools/media/svg_style.h"

#include <string.h>

/* What weighs more wins; of equals, what comes later (CSS 2.1, 6.4). */
enum {
    WEIGHT_ELEMENT = 1,
    WEIGHT_CLASS = 100,
    WEIGHT_ID = 10000,
    WEIGHT_STYLE = 1000000,
    WEIGHT_IMPORTANT = 10000000
};

typedef struct Styling {
    const SvgSource *source;
    SvgElement *root;
    int line; /* of the style sheet at hand */
} Styling;

/* ---- text ------------------------------------------------------------------------------------ */

static bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

static bool is_name_sign(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
           (sign >= '0' && sign <= '9') || sign == '-' || sign == '_' || (sign & 0x80);
}

static Slice after(Slice text, int from) {
    return slice_cut(text, from, text.len);
}

/* Up to `end`, which is taken off too; all of it when there is no end. */
static Slice take_until(Slice *text, const char *end) {
    int at = slice_find(*text, slice_from(end));
    Slice taken = slice_cut(*text, 0, at < 0 ? text->len : at);
    *text = after(*text, at < 0 ? text->len : at + (int)strlen(end));
    return taken;
}

static Slice without_comments(Arena *arena, Slice text) {
    Slice out = LIT("");
    while (text.len) {
        Slice before = take_until(&text, "/*");
        out = arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(out), SLICE_ARG(before));
        take_until(&text, "*/");
    }
    return out;
}

/* ---- one selector ---------------------------------------------------------------------------- */

static bool has_class(const SvgElement *element, Slice class) {
    Slice list = slice_from(svg_attribute(element, "class"));
    while (list.len) {
        int end = 0;
        while (end < list.len && !is_blank(list.at[end]))
            end++;
        if (slice_equal(slice_cut(list, 0, end), class))
            return true;
        list = slice_trim(after(list, end));
    }
    return false;
}

/* One part without blanks: "path", ".a", "path.a#b", "*". What it weighs; 0: it is not met. */
static int part_weight(const SvgElement *element, Slice part) {
    int weight = 0;
    while (part.len) {
        char kind = part.at[0];
        int from = kind == '.' || kind == '#', end = from;
        while (end < part.len && is_name_sign(part.at[end]))
            end++;
        Slice name = slice_cut(part, from, end);
        bool any = kind == '*' && ++end;
        bool met = any || (kind == '.' && has_class(element, name)) ||
                   (kind == '#' && slice_equal(slice_from(svg_attribute(element, "id")), name)) ||
                   (!from && name.len && slice_is(name, element->name));
        if (!met)
            return 0;
        weight += kind == '.' ? WEIGHT_CLASS : WEIGHT_ELEMENT;
        weight += kind == '#' ? WEIGHT_ID : 0;
        part = after(part, end);
    }
    return weight;
}

/* The last part off the end of a selector, and whether it must be a child of what is before. */
static Slice take_last(Slice *selector, bool *child) {
    int from = selector->len;
    while (from > 0 && !is_blank(selector->at[from - 1]) && selector->at[from - 1] != '>')
        from--;
    Slice last = after(*selector, from);
    *selector = slice_trim(slice_cut(*selector, 0, from));
    *child = selector->len && selector->at[selector->len - 1] == '>';
    if (*child)
        *selector = slice_trim(slice_cut(*selector, 0, selector->len - 1));
    return last;
}

/* Parts from the last to the first, each met by the nearest element above that meets it. */
static int selector_weight(const SvgElement *element, Slice selector) {
    bool child;
    Slice part = take_last(&selector, &child);
    int weight = part_weight(element, part);
    const SvgElement *above = element->parent;
    while (weight && selector.len && above) {
        bool must = child;
        Slice rest = selector;
        part = take_last(&rest, &child);
        int more = part_weight(above, part);
        weight = more || !must ? weight + more : 0;
        selector = more ? rest : selector;
        child = more ? child : must;
        above = above->parent;
    }
    return selector.len ? 0 : weight;
}

/* ---- declarations ---------------------------------------------------------------------------- */

static void set_one(const Styling *s, SvgElement *element, Slice declaration, int weight) {
    Arena *arena = s->source->arena;
    Slice value = declaration, name = slice_trim(take_until(&value, ":"));
    int important = slice_find(value, LIT("!important"));
    value = slice_trim(important < 0 ? value : slice_cut(value, 0, important));
    if (name.len && value.len)
        svg_set(arena, element, arena_copy(arena, name).at, arena_copy(arena, value).at,
                weight + (important < 0 ? 0 : WEIGHT_IMPORTANT));
}

static void set_all(const Styling *s, SvgElement *element, Slice body, int weight) {
    while (body.len)
        set_one(s, element, take_until(&body, ";"), weight);
}

static void set_where_met(const Styling *s, SvgElement *element, Slice selector, Slice body) {
    int weight = selector_weight(element, selector);
    if (weight)
        set_all(s, element, body, weight);
    for (SvgElement *child = element->first; child; child = child->next)
        set_where_met(s, child, selector, body);
}

/* ---- style sheets ---------------------------------------------------------------------------- */

static bool is_known(Slice selector) {
    for (int i = 0; i < selector.len; i++)
        if (!is_name_sign(selector.at[i]) && !is_blank(selector.at[i]) &&
            !strchr(".#*>", selector.at[i]))
            return false;
    return selector.len > 0;
}

/* A pointer that hovers is not there on a kiosk, nor what is printed: those rules may go. */
static bool is_of_no_use(Slice selector) {
    return slice_find(selector, LIT(":hover")) >= 0 || slice_find(selector, LIT(":focus")) >= 0 ||
           slice_find(selector, LIT(":active")) >= 0 || slice_find(selector, LIT("text")) == 0;
}

static void take_selectors(const Styling *s, Slice selectors, Slice body) {
    while (selectors.len) {
        Slice selector = slice_trim(take_until(&selectors, ","));
        if (is_known(selector))
            set_where_met(s, s->root, selector, body);
        else if (selector.len && !is_of_no_use(selector))
            report_fault(s->source->report, s->source->file, s->line,
                         "la règle de style « " SLICE_FMT " » n’est pas comprise ; exporter avec "
                         "les styles en attributs",
                         SLICE_ARG(selector));
    }
}

/* Rules within rules ("@media"): up to the brace that closes it. */
static void skip_block(Slice *text) {
    int depth = 1, at = 0;
    for (; at < text->len && depth; at++)
        depth += (text->at[at] == '{') - (text->at[at] == '}');
    *text = after(*text, at);
}

/* Letters and animations are named where they are used; what is fetched or holds only somewhere is
   named here. */
static void take_at_rule(const Styling *s, Slice *text) {
    int brace = slice_find(*text, LIT("{")), end = slice_find(*text, LIT(";"));
    bool block = brace >= 0 && (end < 0 || brace < end);
    Slice rule = slice_trim(slice_cut(*text, 0, block ? brace : end < 0 ? text->len : end));
    if (slice_has_prefix(rule, LIT("@media")) || slice_has_prefix(rule, LIT("@import")))
        report_fault(s->source->report, s->source->file, s->line,
                     "la règle « " SLICE_FMT " » serait ignorée ; exporter avec les styles en "
                     "attributs",
                     SLICE_ARG(rule));
    *text = after(*text, (block ? brace : end < 0 ? text->len - 1 : end) + 1);
    if (block)
        skip_block(text);
}

static void take_sheet(const Styling *s, Slice text) {
    text = slice_trim(without_comments(s->source->arena, text));
    while (text.len) {
        if (text.at[0] == '@') {
            take_at_rule(s, &text);
        } else {
            Slice selectors = take_until(&text, "{");
            take_selectors(s, selectors, take_until(&text, "}"));
        }
        text = slice_trim(text);
    }
}

static void take_sheets(Styling *s, const SvgElement *element) {
    s->line = element->line;
    if (svg_is(element, "style"))
        take_sheet(s, element->text);
    for (const SvgElement *child = element->first; child; child = child->next)
        take_sheets(s, child);
}

static void take_own(const Styling *s, SvgElement *element) {
    const char *own = svg_attribute(element, "style");
    if (own)
        set_all(s, element, without_comments(s->source->arena, slice_from(own)), WEIGHT_STYLE);
    for (SvgElement *child = element->first; child; child = child->next)
        take_own(s, child);
}

void svg_apply_styles(const SvgSource *source, SvgElement *root) {
    Styling s = {source, root, 1};
    take_sheets(&s, root);
    take_own(&s, root);
}
