#include "base/slots.h"

#include <string.h>
#include <unicase.h>

static const Slot *slot_named(Slice name, const Slot *slot, int count) {
    for (int i = 0; i < count; i++)
        if (slice_is(name, slot[i].name))
            return &slot[i];
    return NULL;
}

/* One piece of a sentence: what is written up to a slot, or what fills one. */
typedef struct Piece {
    Slice text, rest;
} Piece;

static Piece next_piece(Slice sentence, const Slot *slot, int count) {
    int open = slice_find(sentence, LIT("{")), close = slice_find(sentence, LIT("}"));
    if (open > 0)
        return (Piece){slice_cut(sentence, 0, open), slice_cut(sentence, open, sentence.len)};
    if (open < 0 || close < 0)
        return (Piece){sentence, LIT("")};
    const Slot *known = slot_named(slice_cut(sentence, 1, close), slot, count);
    Slice itself = slice_cut(sentence, 0, close + 1);
    return (Piece){known ? known->value : itself, slice_cut(sentence, itself.len, sentence.len)};
}

static int length_of(Slice sentence, const Slot *slot, int count) {
    int len = 0;
    while (sentence.len) {
        Piece piece = next_piece(sentence, slot, count);
        len += piece.text.len;
        sentence = piece.rest;
    }
    return len;
}

Slice slots_fill(Arena *arena, Slice sentence, const Slot *slot, int count) {
    char *text = arena_alloc(arena, (size_t)length_of(sentence, slot, count) + 1);
    int len = 0;
    while (sentence.len) {
        Piece piece = next_piece(sentence, slot, count);
        if (piece.text.len)
            memcpy(text + len, piece.text.at, (size_t)piece.text.len);
        len += piece.text.len;
        sentence = piece.rest;
    }
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
