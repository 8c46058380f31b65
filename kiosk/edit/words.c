#include "edit/words.h"

#include <stdlib.h>
#include <string.h>

static const ProgramText WORDS[] = {
#define EDIT(name, ...) {"edit/" #name, {__VA_ARGS__}},
#include "edit.def"
#undef EDIT
};

static const EditWord FINDINGS[] = {
#define FINDING(name, words) EDIT_FINDING_##name,
#include "ui/findings.def"
#undef FINDING
};

/* The first that is known of "fr_FR.UTF-8", "en-GB", "fr", or of a list such as "de:fr:en". */
static int own_of(const char *locales) {
    LangList own;
    int found = -1;
    langs_own(&own);
    for (const char *at = locales; found < 0 && *at; at += *at == ':') {
        found = langs_find(&own, (Slice){at, (int)strcspn(at, "_-.@:")});
        at += strcspn(at, ":");
    }
    return found;
}

/* In the order in which the system's own programs ask. */
static const char *const VARIABLES[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

int edit_reader(const char *code) {
    int own = code ? own_of(code) : -1;
    for (size_t i = 0; own < 0 && i < sizeof VARIABLES / sizeof *VARIABLES; i++) {
        const char *value = getenv(VARIABLES[i]);
        own = value ? own_of(value) : -1;
    }
    return own < 0 ? 0 : own;
}

const char *edit_code(int reader) {
    static LangList own;
    langs_own(&own);
    return own.code[reader];
}

Slice edit_word(int reader, EditWord word) {
    return slice_from(WORDS[word].in[reader]);
}

EditWord edit_finding(FindingKind kind) {
    return FINDINGS[kind];
}
