#include "base/message.h"

#include "base/plural.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *code, *plural;
} SPOKEN[] = {
#define MESSAGE_LANG(code, plural) {code, plural},
#include "message_lang.def"
#undef MESSAGE_LANG
};
enum { SPOKEN_COUNT = sizeof SPOKEN / sizeof *SPOKEN, NONE = -1 };

/* In the order of the bytes of its name, the sentence as it stands in the code; NULL: it is in that
 * language. A zero byte stands between the forms of what counts. */
typedef struct Sentence {
    const char *name, *in[SPOKEN_COUNT];
} Sentence;

static const Sentence SENTENCES[] = {
#define SENTENCE(name, ...) {name, {__VA_ARGS__}},
#include "message.def"
#undef SENTENCE
};

static int spoken = NONE;

static int by_name(const void *name, const void *sentence) {
    return strcmp(name, ((const Sentence *)sentence)->name);
}

static const char *find(const char *name, int lang) {
    const Sentence *found = NULL;
    if (lang != NONE)
        found = bsearch(name, SENTENCES, sizeof SENTENCES / sizeof *SENTENCES, sizeof *SENTENCES,
                        by_name);
    return found ? found->in[lang] : NULL;
}

const char *message(const char *sentence) {
    const char *found = find(sentence, spoken);
    return found ? found : sentence;
}

const char *message_count(const char *one, const char *more, int count) {
    int form = count > 1;
    if (spoken != NONE)
        form = plural_form(slice_from(SPOKEN[spoken].plural), count);
    const char *found = find(one, spoken);
    if (!found)
        return form ? more : one;
    while (form--)
        found += strlen(found) + 1;
    return found;
}

/* "fr" is in "fr", "fr_BE.UTF-8" and "fr-simple", and not in "frr". */
static int find_lang(const char *code) {
    for (int lang = 0; lang < SPOKEN_COUNT; lang++) {
        size_t len = strlen(SPOKEN[lang].code);
        if (strncmp(code, SPOKEN[lang].code, len) == 0 && (!code[len] || strchr("_-.@", code[len])))
            return lang;
    }
    return NONE;
}

static int lang_for(const char *code) {
    int lang = find_lang(code);
    return lang == NONE ? 0 : lang;
}

const char *message_in(const char *code, const char *sentence) {
    const char *found = find(sentence, lang_for(code));
    return found ? found : sentence;
}

const char *messages_code_for(const char *code) {
    return SPOKEN[lang_for(code)].code;
}

void messages_speak(const char *code) {
    if (find_lang(code) != NONE || spoken == NONE)
        spoken = lang_for(code);
}

void messages_speak_as_asked(void) {
    static const char *const ASKED[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *code = NULL;
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED && (!code || !*code); i++)
        code = getenv(ASKED[i]);
    messages_speak(code ? code : "");
}

const char *messages_code(void) {
    return spoken == NONE ? "" : SPOKEN[spoken].code;
}
