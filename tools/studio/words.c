#include "tools/studio/words.h"

#include "base/slots.h"

#include <stdio.h>
#include <string.h>

static const ProgramText WORDS[STUDIO_WORD_COUNT] = {
#define STUDIO(name, ...) {"studio/" #name, {__VA_ARGS__}},
#include "studio.def"
#undef STUDIO
};

/* What is called by a word of an author's file: "trade.name", or "name" of any record. */
#define NAMED(place, name, ...) {place "/" #name, {__VA_ARGS__}},
static const ProgramText KINDS[] = {
#define KIND(...) NAMED("kind", __VA_ARGS__)
#include "kind.def"
#undef KIND
};
static const ProgramText FIELDS[] = {
#define FIELD_WORD(...) NAMED("field", __VA_ARGS__)
#include "field.def"
#undef FIELD_WORD
};
static const ProgramText HINTS[] = {
#define HINT(...) NAMED("hint", __VA_ARGS__)
#include "hint.def"
#undef HINT
};
static const ProgramText CHOICES[] = {
#define CHOICE_WORD(...) NAMED("choice", __VA_ARGS__)
#include "choice.def"
#undef CHOICE_WORD
};
#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

static const char *const LISTS[CHOICE_COUNT] = {
#define CHOICES_OF(Type, list) [CHOICE_##list] = #list,
#define ONE_OF(...)
#define END_CHOICES(...)
#include "content/choices.def"
};

Slice studio_word(Lang lang, StudioWord word) {
    return word == STUDIO_NOTHING ? LIT("") : langs_say(lang, &WORDS[word]);
}

Slice studio_sentence(Arena *arena, Lang lang, StudioWord word, Slice file, Slice why) {
    return SLOTS_FILL(arena, studio_word(lang, word), {"file", file}, {"why", why});
}

static const ProgramText *named(const ProgramText *list, int count, const char *place,
                                const char *of, const char *name) {
    char id[128];
    snprintf(id, sizeof id, "%s/%s%s%s", place, of, of[0] ? "." : "", name);
    for (int i = 0; i < count; i++)
        if (strcmp(list[i].id, id) == 0)
            return &list[i];
    return of[0] ? named(list, count, place, "", name) : NULL;
}

static Slice said(Lang lang, const ProgramText *text, const char *instead) {
    return text ? langs_say(lang, text) : slice_from(instead);
}

Slice studio_kind(Lang lang, RecordId kind) {
    const char *table = record_of(kind)->table;
    return said(lang, named(KINDS, COUNT(KINDS), "kind", "", table), table);
}

Slice studio_field(Lang lang, RecordId kind, const char *key) {
    const char *table = record_of(kind)->table;
    return said(lang, named(FIELDS, COUNT(FIELDS), "field", table, key), key);
}

Slice studio_hint(Lang lang, RecordId kind, const char *key) {
    const char *table = record_of(kind)->table;
    return said(lang, named(HINTS, COUNT(HINTS), "hint", table, key), "");
}

Slice studio_choice(Lang lang, ChoiceId list, const char *word) {
    return said(lang, named(CHOICES, COUNT(CHOICES), "choice", LISTS[list], word), word);
}
