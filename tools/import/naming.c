#include "tools/import/naming.h"

#include "tools/import/wording.h"

#include <unicase.h>

/* ---- lists of a PO file ---------------------------------------------------------------------- */

static bool next_part(Slice *rest, const char *between, Slice *part) {
    if (!rest->at)
        return false;
    int at = slice_find(*rest, slice_from(between));
    *part = slice_trim(at < 0 ? *rest : slice_cut(*rest, 0, at));
    *rest = at < 0 ? (Slice){0} : slice_cut(*rest, at + 1, rest->len);
    return true;
}

static Slice part_at(Slice list, const char *between, int index) {
    Slice part = {0};
    for (int i = 0; i <= index; i++)
        if (!next_part(&list, between, &part))
            return LIT("");
    return part;
}

static int find_part(Slice list, const char *between, Slice wanted) {
    Slice part;
    for (int i = 0; next_part(&list, between, &part); i++)
        if (slice_equal(part, wanted))
            return i;
    return -1;
}

/* ---- a name ---------------------------------------------------------------------------------- */

static Slice first_word(Slice text) {
    int len = 0;
    while (len < text.len && text.at[len] != ' ' &&
           !slice_has_prefix(slice_cut(text, len, text.len), LIT("\u00A0")))
        len++;
    return slice_cut(text, 0, len);
}

static Slice lowered(Arena *arena, Slice text) {
    char *copy = arena_alloc(arena, 4 * (size_t)text.len + 1);
    int len = 0;
    while (text.len)
        len += utf8_encode(uc_tolower(utf8_next(&text)), copy + len);
    return (Slice){copy, len};
}

/* "1er étage", "2e sous-sol": the head is the second word. */
static Slice head_of(Slice name) {
    Slice head = first_word(name);
    if (head.len && head.at[0] >= '0' && head.at[0] <= '9' && head.len < name.len)
        head = first_word(slice_trim(slice_cut(name, head.len, name.len)));
    return head;
}

/* "Room 112", "Lift A", "Workshop A1". */
static bool ends_with_code(Slice name) {
    int from = name.len;
    while (from > 0 && name.at[from - 1] != ' ')
        from--;
    Slice last = slice_cut(name, from, name.len);
    bool digit = false;
    for (int i = 0; i < last.len; i++)
        digit |= last.at[i] >= '0' && last.at[i] <= '9';
    return digit || (last.len == 1 && last.at[0] >= 'A' && last.at[0] <= 'Z');
}

/* Within a sentence the first letter is small, unless the word is an abbreviation or a code. */
static Slice inside_sentence(Arena *arena, Slice name) {
    Slice rest = name;
    if (!name.len)
        return name;
    utf8_next(&rest);
    char second = rest.len ? rest.at[0] : 'A';
    bool code = (second >= 'A' && second <= 'Z') || (second >= '0' && second <= '9');
    if (code)
        return name;
    Slice first = lowered(arena, slice_cut(name, 0, name.len - rest.len));
    return arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(first), SLICE_ARG(rest));
}

/* ---- what kind of noun it is ----------------------------------------------------------------- */

static bool begins_with_vowel(Arena *arena, Slice name, Lang lang) {
    Slice lower = lowered(arena, name), vowels = wording_noun(lang, NOUN_VOWELS), vowel;
    while (next_part(&vowels, " ", &vowel))
        if (vowel.len && !slice_is(vowel, "-") && slice_has_prefix(lower, vowel))
            return true;
    return false;
}

static int class_named(Lang lang, Slice name) {
    return find_part(wording_noun(lang, NOUN_CLASSES), " ", name);
}

static int class_told(Lang lang, Slice told) {
    return class_named(lang, slice_is(told, "l'") ? LIT("l’") : told);
}

static int class_by_head(Arena *arena, Slice name, Lang lang) {
    Slice head = lowered(arena, head_of(name)), lists = wording_noun(lang, NOUN_HEADS), heads;
    int found = -1;
    for (int i = 0; found < 0 && next_part(&lists, "|", &heads); i++)
        if (!slice_is(heads, "-") && find_part(heads, " ", head) >= 0)
            found = i;
    if (found < 0 || !begins_with_vowel(arena, name, lang))
        return found;
    return class_named(lang, part_at(wording_noun(lang, NOUN_BEFORE_VOWEL), " ", found));
}

/* -1: nothing says it. */
static int class_by_name(Arena *arena, Slice name, NamingWhere where, Lang lang) {
    int head = class_by_head(arena, name, lang);
    Slice coded = wording_noun(lang, NOUN_CODED), other = wording_noun(lang, NOUN_OTHER);
    if (head >= 0)
        return head;
    if (where != NAMING_ON && !slice_is(coded, "-") && ends_with_code(name))
        return class_named(lang, coded);
    return slice_is(other, "?") ? -1 : class_named(lang, other);
}

/* ---- its forms ------------------------------------------------------------------------------- */

static Slice form(Arena *arena, Slice plain, Noun of, int class, Lang lang) {
    return SLOTS_FILL(arena, part_at(wording_noun(lang, of), "|", class),
                      {"noun", inside_sentence(arena, plain)}, {"Noun", plain});
}

static void put_forms(Arena *arena, PlanName *name, int class, NamingWhere where, Lang lang) {
    static const Noun AT[] = {[NAMING_IN] = NOUN_IN, [NAMING_AT] = NOUN_AT, [NAMING_ON] = NOUN_ON};
    Slice plain = name->plain.in[lang];
    bool vowel = begins_with_vowel(arena, plain, lang);
    name->the.in[lang] = form(arena, plain, NOUN_THE, class, lang);
    name->of.in[lang] = form(arena, plain, vowel ? NOUN_OF_VOWEL : NOUN_OF, class, lang);
    name->to.in[lang] = form(arena, plain, NOUN_TO, class, lang);
    name->at.in[lang] = form(arena, plain, AT[where], class, lang);
}

/* False when nobody knows what kind of noun it is. */
static bool forms_in(Arena *arena, const Naming *naming, PlanName *name, Lang lang) {
    Slice told = naming->article.in[lang];
    int unknown = class_named(lang, LIT("?"));
    int class = told.len ? class_told(lang, told)
                         : class_by_name(arena, name->plain.in[lang], naming->where, lang);
    put_forms(arena, name, class < 0 ? unknown : class, naming->where, lang);
    return class >= 0;
}

Lang naming_forms(Arena *arena, Naming naming, PlanName *name) {
    Lang unknown = -1;
    *name = (PlanName){.plain = naming.plain};
    for (int lang = langs()->count - 1; lang >= 0; lang--)
        if (naming.plain.in[lang].at && wording_knows(lang) &&
            !forms_in(arena, &naming, name, lang))
            unknown = lang;
    return unknown;
}

Slice naming_articles(Arena *arena, Lang lang) {
    Slice classes = wording_noun(lang, NOUN_CLASSES), class, list = LIT("");
    while (next_part(&classes, " ", &class))
        if (!slice_is(class, "-") && !slice_is(class, "?"))
            list = arena_printf(arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(list),
                                list.len ? ", " : "", SLICE_ARG(class));
    return list;
}

/* ---- names that the builder gives ------------------------------------------------------------ */

static Slice number(Arena *arena, int n) {
    return arena_printf(arena, "%d", n);
}

/* "-0,5", "0,25": no more digits than it has. */
static Slice decimal(Arena *arena, int hundredths, Lang lang) {
    const char *sign = hundredths < 0 ? "-" : "";
    int part = hundredths < 0 ? -hundredths : hundredths, digits = part % 10 ? 2 : 1;
    int behind = part % 10 ? part % 100 : part % 100 / 10;
    return arena_printf(arena, "%s%d" SLICE_FMT "%0*d", sign, part / 100,
                        SLICE_ARG(wording(lang, WORDING_DECIMAL)), digits, behind);
}

/* A number is read as one of a few endings: "21st", "22nd", "23rd", "11th". */
static Wording above(int n) {
    static const Wording ENDINGS[] = {WORDING_LEVEL_ABOVE, WORDING_LEVEL_ABOVE_1,
                                      WORDING_LEVEL_ABOVE_2, WORDING_LEVEL_ABOVE_3};
    bool teen = n / 10 % 10 == 1;
    return ENDINGS[teen || n % 10 > 3 ? 0 : n % 10];
}

static Slice storey(Arena *arena, int n, Lang lang) {
    if (n == 0)
        return wording(lang, WORDING_LEVEL_GROUND);
    if (n == -1)
        return wording(lang, WORDING_LEVEL_BASEMENT);
    if (n < 0)
        return WORDING(arena, lang, LEVEL_BELOW, {"n", number(arena, -n)});
    if (n <= WORDING_LEVEL_8 - WORDING_LEVEL_1 + 1)
        return wording(lang, (Wording)(WORDING_LEVEL_1 + n - 1));
    return SLOTS_FILL(arena, wording(lang, above(n)), {"n", number(arena, n)});
}

static Slice level_in(Arena *arena, int hundredths, Lang lang) {
    if (hundredths % 100 == 0)
        return storey(arena, hundredths / 100, lang);
    if (hundredths == 50)
        return wording(lang, WORDING_LEVEL_HALF);
    return WORDING(arena, lang, LEVEL_BETWEEN, {"level", decimal(arena, hundredths, lang)});
}

static Slice level_ref_in(Arena *arena, int hundredths, Lang lang) {
    if (hundredths == 0)
        return wording(lang, WORDING_LEVEL_REF_GROUND);
    return hundredths % 100 ? decimal(arena, hundredths, lang) : number(arena, hundredths / 100);
}

static LocalText in_each(Arena *arena, int hundredths, Slice (*say)(Arena *, int, Lang)) {
    LocalText words = {{{0}}};
    for (int lang = 0; lang < langs()->count; lang++)
        if (wording_knows(lang))
            words.in[lang] = say(arena, hundredths, lang);
    return words;
}

LocalText naming_level(Arena *arena, int hundredths) {
    return in_each(arena, hundredths, level_in);
}

LocalText naming_level_ref(Arena *arena, int hundredths) {
    return in_each(arena, hundredths, level_ref_in);
}

LocalText naming_with_code(Arena *arena, LocalText name, Slice code) {
    for (int lang = 0; lang < langs()->count; lang++)
        if (name.in[lang].len)
            name.in[lang] =
                WORDING(arena, lang, NAME_CODE, {"name", name.in[lang]}, {"code", code});
    return name;
}

LocalText naming_kind(SpaceKind kind) {
    static const struct {
        SpaceKind kind;
        Wording word;
    } NAMES[] = {
        {SPACE_OTHER, WORDING_KIND_OTHER},           {SPACE_HALL, WORDING_KIND_HALL},
        {SPACE_WORKSHOP, WORDING_KIND_WORKSHOP},     {SPACE_FABLAB, WORDING_KIND_FABLAB},
        {SPACE_DESIGNLAB, WORDING_KIND_DESIGNLAB},   {SPACE_GALLERY, WORDING_KIND_GALLERY},
        {SPACE_RECEPTION, WORDING_KIND_RECEPTION},   {SPACE_GUIDANCE, WORDING_KIND_GUIDANCE},
        {SPACE_OFFICE, WORDING_KIND_OFFICE},         {SPACE_CLASSROOM, WORDING_KIND_CLASSROOM},
        {SPACE_PROJECT, WORDING_KIND_PROJECT},       {SPACE_COMPUTER, WORDING_KIND_COMPUTER},
        {SPACE_LABORATORY, WORDING_KIND_LABORATORY}, {SPACE_AUDITORIUM, WORDING_KIND_AUDITORIUM},
        {SPACE_MEETING, WORDING_KIND_MEETING},       {SPACE_LIBRARY, WORDING_KIND_LIBRARY},
        {SPACE_CAFETERIA, WORDING_KIND_CAFETERIA},   {SPACE_LOUNGE, WORDING_KIND_LOUNGE},
        {SPACE_CHANGING, WORDING_KIND_CHANGING},     {SPACE_TOILETS, WORDING_KIND_TOILETS},
        {SPACE_STAIRS, WORDING_KIND_STAIRS},         {SPACE_LIFT, WORDING_KIND_LIFT},
        {SPACE_ESCALATOR, WORDING_KIND_ESCALATOR},   {SPACE_ENTRANCE, WORDING_KIND_ENTRANCE},
        {SPACE_PARKING, WORDING_KIND_PARKING},       {SPACE_STORAGE, WORDING_KIND_STORAGE},
        {SPACE_TECHNICAL, WORDING_KIND_TECHNICAL},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].kind == kind)
            return wording_all(NAMES[i].word);
    return (LocalText){{{0}}};
}
