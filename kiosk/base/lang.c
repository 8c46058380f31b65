#include "base/lang.h"

#include <stdlib.h>
#include <string.h>

static LangList on_display;
static const LangSaid *brought;
static int brought_count;

/* Letters, figures and hyphens, a letter first. */
static bool is_code(Slice code) {
    for (int i = 0; i < code.len; i++) {
        char c = code.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool inner = i && ((c >= '0' && c <= '9') || (c == '-' && i + 1 < code.len));
        if (!letter && !inner)
            return false;
    }
    return code.len >= 2 && code.len < LANG_CODE_BYTES;
}

bool langs_add(LangList *list, Slice code, Slice name) {
    bool named = name.len > 0 && name.len < LANG_NAME_BYTES;
    if (list->count == LANG_MAX || !is_code(code) || !named || langs_find(list, code) >= 0)
        return false;
    memcpy(list->code[list->count], code.at, (size_t)code.len);
    memcpy(list->name[list->count], name.at, (size_t)name.len);
    list->count++;
    return true;
}

int langs_find(const LangList *list, Slice code) {
    for (int lang = 0; lang < list->count; lang++)
        if (slice_is(code, list->code[lang]))
            return lang;
    return -1;
}

void langs_own(LangList *list) {
    static const char *const NAME[LANG_COUNT] = {"Français", "English"};
    *list = (LangList){0};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        langs_add(list, slice_from(LANG_CODE[lang]), slice_from(NAME[lang]));
}

const LangList *langs(void) {
    if (!on_display.count)
        langs_own(&on_display);
    return &on_display;
}

void langs_use(const LangList *list, const LangSaid *said, int count) {
    on_display = *list;
    brought = said;
    brought_count = count;
}

Lang langs_next(Lang lang) {
    return (lang + 1) % langs()->count;
}

static int by_id(const void *id, const void *said) {
    Slice other = ((const LangSaid *)said)->id, one = slice_from(id);
    int order = memcmp(one.at, other.at, (size_t)(one.len < other.len ? one.len : other.len));
    return order ? order : one.len - other.len;
}

Slice langs_say(Lang lang, const ProgramText *words) {
    if (lang < LANG_COUNT)
        return slice_from(words->in[lang]);
    const LangSaid *said = NULL;
    if (brought_count)
        said = bsearch(words->id, brought, (size_t)brought_count, sizeof *brought, by_id);
    return said && said->words.in[lang].len ? said->words.in[lang] : slice_from(words->in[0]);
}
