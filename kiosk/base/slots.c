#include "base/slots.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#define ISOLATE "\u2068" /* what stands from here to its end has a direction of its own */
#define ISOLATE_END "\u2069"

static const Slot *slot_named(Slice name, const Slot *slot, int count) {
    for (int i = 0; i < count; i++)
        if (slice_is(name, slot[i].name))
            return &slot[i];
    return NULL;
}

/* ---- a name from left to right in a sentence from right to left -------------------------------
 */

static bool is_leftward(uint32_t code) {
    return (code >= 0x590 && code < 0x900) || (code >= 0xFB1D && code < 0xFE00) ||
           (code >= 0xFE70 && code < 0xFEFF);
}

static bool any(Slice text, bool leftward) {
    while (text.len) {
        uint32_t code = utf8_next(&text);
        if (is_leftward(code) ? leftward : !leftward && uc_is_alpha(code))
            return true;
    }
    return false;
}

/* Its figures and brackets would go to the other side of it otherwise. */
static bool wants_isolation(Slice sentence, Slice value) {
    return any(sentence, true) && any(value, false) && !any(value, true);
}

/* The value as it stands in that sentence. */
static Slice isolated(Arena *arena, Slice sentence, Slice value) {
    if (!wants_isolation(sentence, value))
        return value;
    return arena_printf(arena, ISOLATE SLICE_FMT ISOLATE_END, SLICE_ARG(value));
}

Slice slots_put(Arena *arena, Slice before, Slice value, Slice after) {
    Slice sentence = arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(before), SLICE_ARG(after));
    Slice put = isolated(arena, sentence, value);
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(before), SLICE_ARG(put),
                        SLICE_ARG(after));
}

Slice slots_join(Arena *arena, Slice first, Slice between, Slice second) {
    Slice one = isolated(arena, second, first), other = isolated(arena, first, second);
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(one), SLICE_ARG(between),
                        SLICE_ARG(other));
}

/* ---- filling --------------------------------------------------------------------------------- */

/* One piece of a sentence: what is written up to a slot, or what fills one. */
typedef struct Piece {
    Slice text, rest;
    bool filled;
} Piece;

static Piece next_piece(Slice sentence, const Slot *slot, int count) {
    int open = slice_find(sentence, LIT("{")), close = slice_find(sentence, LIT("}"));
    if (open > 0)
        return (Piece){slice_cut(sentence, 0, open), slice_cut(sentence, open, sentence.len),
                       false};
    if (open < 0 || close < 0)
        return (Piece){sentence, LIT(""), false};
    const Slot *known = slot_named(slice_cut(sentence, 1, close), slot, count);
    Slice itself = slice_cut(sentence, 0, close + 1);
    return (Piece){known ? known->value : itself, slice_cut(sentence, itself.len, sentence.len),
                   known != NULL};
}

static int put(char *text, int len, Slice more) {
    if (more.len)
        memcpy(text + len, more.at, (size_t)more.len);
    return len + more.len;
}

/* With `text` NULL only how long it becomes. */
static int fill(char *text, Slice sentence, const Slot *slot, int count) {
    Slice whole = sentence;
    int len = 0;
    while (sentence.len) {
        Piece piece = next_piece(sentence, slot, count);
        bool apart = piece.filled && wants_isolation(whole, piece.text);
        Slice parts[] = {apart ? LIT(ISOLATE) : LIT(""), piece.text,
                         apart ? LIT(ISOLATE_END) : LIT("")};
        for (int i = 0; i < 3; i++)
            len = text ? put(text, len, parts[i]) : len + parts[i].len;
        sentence = piece.rest;
    }
    return len;
}

Slice slots_fill(Arena *arena, Slice sentence, const Slot *slot, int count) {
    char *text = arena_alloc(arena, (size_t)fill(NULL, sentence, slot, count) + 1);
    int len = fill(text, sentence, slot, count);
    text[len] = '\0';
    return (Slice){text, len};
}

Slice slots_capital(Arena *arena, Slice sentence) {
    Slice rest = sentence;
    char first[4];
    if (!sentence.len)
        return sentence;
    int len = utf8_encode(uc_toupper(utf8_next(&rest)), first);
    return arena_printf(arena, SLICE_FMT SLICE_FMT, len, first, SLICE_ARG(rest));
}
