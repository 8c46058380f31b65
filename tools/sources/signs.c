#include "tools/sources/signs.h"

#include "base/bidi.h"
#include "base/message.h"

#include <stddef.h>

typedef struct Span {
    uint32_t first, last;
} Span;

static bool lies_within(const Span *span, size_t count, uint32_t code) {
    for (size_t i = 0; i < count; i++)
        if (code >= span[i].first && code <= span[i].last)
            return true;
    return false;
}

bool sign_turns(uint32_t code) {
    return code == 0x61C || code == 0x200E || code == 0x200F || bidi_turns(code);
}

/* Arabic to Thai: without these signs some words of theirs could not be written. */
static bool needs_joiners(uint32_t letter) {
    return letter >= 0x600 && letter < 0xE00;
}

bool sign_hidden(uint32_t code, uint32_t before) {
    static const Span HIDDEN[] = {
        {0x7F, 0x9F},     {0xAD, 0xAD},     {0x180E, 0x180E}, {0x200B, 0x200B}, {0x2028, 0x2029},
        {0x2060, 0x2064}, {0x206A, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFC}, {0xE0000, 0xE0FFF}};
    if (code == 0x200C || code == 0x200D)
        return !needs_joiners(before);
    return sign_turns(code) || lies_within(HIDDEN, sizeof HIDDEN / sizeof *HIDDEN, code);
}

Slice sign_mend(Arena *arena, uint32_t code) {
    static const struct {
        uint32_t code;
        const char *name;
    } NAMES[] = {{0xAD, MESSAGE("un trait d’union conditionnel")},
                 {0x200B, MESSAGE("une espace sans largeur")},
                 {0x2028, MESSAGE("un saut de ligne de traitement de texte")},
                 {0xFEFF, MESSAGE("une marque d’ordre des octets")}};
    const char *name = MESSAGE("un signe");
    if (sign_turns(code))
        return arena_printf(
            arena,
            message("une marque invisible (U+%04X) change l’ordre des mots : l’effacer, la "
                    "borne les met en ordre elle-même"),
            code);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].code == code)
            name = NAMES[i].name;
    return arena_printf(arena,
                        message("%s que personne ne voit (U+%04X) est dans le texte : l’effacer"),
                        message(name), code);
}
