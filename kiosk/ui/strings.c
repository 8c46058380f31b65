#include "ui/strings.h"

#include "base/slots.h"

static const ProgramText WORDS[STR_COUNT] = {
#define STR(name, ...) {"ui/" #name, {__VA_ARGS__}},
#include "ui.def"
#undef STR
};

Slice string_in(Lang lang, StringId word) {
    return langs_say(lang, &WORDS[word]);
}

Slice string_count(Lang lang, StringId word, int number) {
    return langs_count(lang, &WORDS[word], number);
}

/* What the language writes between the two slots of "# · #". */
static Slice between(Slice pair) {
    Slice rest = slice_cut(pair, slice_find(pair, LIT("#")) + 1, pair.len);
    return slice_cut(rest, 0, slice_find(rest, LIT("#")));
}

/* Written from right to left, a name in other letters keeps its own direction. */
static Slice join(Lang lang, StringId pair, Slice first, Slice second, Arena *arena) {
    if (!first.len || !second.len)
        return first.len ? first : second;
    Slice middle = between(string_in(lang, pair));
    if (langs_leftward(lang))
        return slots_join(arena, first, middle, second);
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(first), SLICE_ARG(middle),
                        SLICE_ARG(second));
}

Slice string_beside(Lang lang, Slice first, Slice second, Arena *arena) {
    return join(lang, STR_BESIDE, first, second, arena);
}

Slice string_list(Lang lang, Slice first, Slice second, Arena *arena) {
    return join(lang, STR_LISTED, first, second, arena);
}
