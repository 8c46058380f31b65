/* The words of the studio's pages, from assets/lang. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"
#include "content/record.h"

typedef enum StudioWord {
#define STUDIO(name, ...) STUDIO_##name,
#include "studio.def"
#undef STUDIO
    STUDIO_WORD_COUNT,
    STUDIO_NOTHING = STUDIO_WORD_COUNT /* no words at all */
} StudioWord;

Slice studio_word(Lang lang, StudioWord word);

/* With {file} and {why} filled in. */
Slice studio_sentence(Arena *arena, Lang lang, StudioWord word, Slice file, Slice why);

Slice studio_kind(Lang lang, RecordId kind);                     /* "Métiers" */
Slice studio_field(Lang lang, RecordId kind, const char *key);   /* "Nom", or the key itself */
Slice studio_hint(Lang lang, RecordId kind, const char *key);    /* empty: there is none */
Slice studio_choice(Lang lang, ChoiceId list, const char *word); /* "bruit", or the word itself */
