#include "base/lang.h"

#include "base/plural.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

static const struct {
    const char *code, *name, *plural;
} OWN[] = {
#define OWN_LANG(code, name, plural) {code, name, plural},
#include "lang.def"
#undef OWN_LANG
};

static LangList in_use;
static const LangSaid *brought;
static int brought_count;
static const LangStandIn *stand_in;
static int stand_in_count;

/* Words of the program that stood in, by address. */
enum { OWN_STAND_INS = 2048 };
static LangStandIn own_stand_in[OWN_STAND_INS];

/* ---- the list -------------------------------------------------------------------------------- */

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

static int own_of(Slice code) {
    for (int own = 0; own < LANG_OWN_COUNT; own++)
        if (slice_is(code, OWN[own].code))
            return own;
    return -1;
}

bool langs_add(LangList *list, Slice code, Slice name) {
    bool named = name.len > 0 && name.len < LANG_NAME_BYTES;
    if (list->count == LANG_MAX || !is_code(code) || !named || langs_find(list, code) >= 0)
        return false;
    memcpy(list->code[list->count], code.at, (size_t)code.len);
    memcpy(list->name[list->count], name.at, (size_t)name.len);
    list->own[list->count++] = own_of(code);
    return true;
}

int langs_find(const LangList *list, Slice code) {
    for (int lang = 0; lang < list->count; lang++)
        if (slice_is(code, list->code[lang]))
            return lang;
    return -1;
}

void langs_own(LangList *list) {
    *list = (LangList){0};
    for (int own = 0; own < LANG_OWN_COUNT; own++)
        langs_add(list, slice_from(OWN[own].code), slice_from(OWN[own].name));
    list->written = list->count;
}

const LangList *langs(void) {
    if (!in_use.count)
        langs_own(&in_use);
    return &in_use;
}

void langs_use(const LangList *list, const LangSaid *said, int count) {
    in_use = *list;
    brought = said;
    brought_count = count;
    stand_in = NULL;
    stand_in_count = 0;
    memset(own_stand_in, 0, sizeof own_stand_in);
}

void langs_use_stand_ins(const LangStandIn *list, int count) {
    stand_in = list;
    stand_in_count = count;
}

Lang langs_or_first(const char *code) {
    int lang = langs_find(langs(), slice_from(code));
    return lang < 0 ? LANG_FIRST : lang;
}

static void list_codes(char *codes, size_t size) {
    size_t len = 0;
    codes[0] = '\0';
    for (int lang = 0; lang < langs()->count && len < size; lang++)
        len += (size_t)snprintf(codes + len, size - len, "%s%s", lang ? ", " : "",
                                langs()->code[lang]);
}

bool langs_choose(const char *code, Lang *lang, Error *error) {
    char codes[LANG_MAX * (LANG_CODE_BYTES + 2)];
    *lang = code ? langs_find(langs(), slice_from(code)) : LANG_FIRST;
    if (*lang >= 0)
        return true;
    list_codes(codes, sizeof codes);
    return error_set(error, "pas de langue « %s » ; il y a %s", code, codes);
}

Lang langs_next(Lang lang) {
    return (lang + 1) % langs()->count;
}

bool langs_speaks(Lang lang, const char *tag) {
    const char *code = langs()->code[lang];
    size_t len = strlen(tag);
    return strncmp(code, tag, len) == 0 && (!code[len] || code[len] == '-');
}

bool langs_leftward(Lang lang) {
    Slice name = slice_from(langs()->name[lang]);
    while (name.len) {
        int kind = uc_bidi_category(utf8_next(&name));
        if (kind == UC_BIDI_L)
            return false;
        if (kind == UC_BIDI_R || kind == UC_BIDI_AL)
            return true;
    }
    return false;
}

bool langs_simple(Lang lang) {
    static const char VARIANT[] = "-simple";
    const char *code = langs()->code[lang], *at = strstr(code, VARIANT);
    return at && (!at[sizeof VARIANT - 1] || at[sizeof VARIANT - 1] == '-');
}

/* ---- what is said ---------------------------------------------------------------------------- */

static int by_id(const void *id, const void *said) {
    Slice other = ((const LangSaid *)said)->id, one = slice_from(id);
    int order = memcmp(one.at, other.at, (size_t)(one.len < other.len ? one.len : other.len));
    return order ? order : one.len - other.len;
}

/* By that language itself; empty when it has nothing to say. */
static Slice brought_in(Lang lang, const char *id) {
    const LangSaid *said = NULL;
    if (brought_count)
        said = bsearch(id, brought, (size_t)brought_count, sizeof *brought, by_id);
    return said ? said->words.in[lang] : (Slice){0};
}

static Slice said_in(Lang lang, const ProgramText *words) {
    int own = langs()->own[lang];
    return own < 0 ? brought_in(lang, words->id) : slice_from(words->in[own]);
}

bool langs_unread(Lang lang) {
    return slice_is(brought_in(lang, LANG_READ), "no");
}

bool langs_has(Lang lang, const ProgramText *words) {
    return said_in(lang, words).len > 0;
}

/* Which language is it that speaks? -1: none of the list, but the program has words of its own. */
static Lang speaker(Lang lang, const ProgramText *words) {
    if (langs_has(lang, words))
        return lang;
    return langs_has(LANG_FIRST, words) ? LANG_FIRST : -1;
}

/* Its place in the table, or the free one where it would be; NULL when the table is full. */
static LangStandIn *own_place(const char *at) {
    size_t first = ((uintptr_t)at >> 3) % OWN_STAND_INS;
    for (size_t i = 0; i < OWN_STAND_INS; i++) {
        LangStandIn *place = &own_stand_in[(first + i) % OWN_STAND_INS];
        if (!place->at || place->at == at)
            return place;
    }
    return NULL;
}

static Slice stood_in(Lang lang, Slice text) {
    LangStandIn *place = own_place(text.at);
    if (place)
        *place = (LangStandIn){text.at, place->langs | 1u << lang};
    return text;
}

Slice langs_say(Lang lang, const ProgramText *words) {
    Lang who = speaker(lang, words);
    Slice text = who < 0 ? slice_from(words->in[0]) : said_in(who, words);
    return who == lang ? text : stood_in(lang, text);
}

static int by_address(const void *at, const void *other) {
    uintptr_t one = (uintptr_t)at, two = (uintptr_t)((const LangStandIn *)other)->at;
    return (one > two) - (one < two);
}

Lang langs_of(Lang lang, Slice text) {
    const LangStandIn *found = NULL, *own = own_place(text.at);
    if (lang == LANG_FIRST || !text.len)
        return lang;
    if (stand_in_count)
        found = bsearch(text.at, stand_in, (size_t)stand_in_count, sizeof *stand_in, by_address);
    unsigned langs = (found ? found->langs : 0) | (own && own->at ? own->langs : 0);
    return langs & 1u << lang ? LANG_FIRST : lang;
}

/* ---- what counts ----------------------------------------------------------------------------- */

static Slice rule_of(Lang who) {
    int own = who < 0 ? 0 : langs()->own[who];
    return own < 0 ? brought_in(who, LANG_PLURAL) : slice_from(OWN[own].plural);
}

/* The last form stands in for what is not there. */
static Slice form_of(Slice forms, int form) {
    for (int end; form > 0 && (end = slice_find(forms, LIT(LANG_FORM_END))) >= 0; form--)
        forms = slice_cut(forms, end + 1, forms.len);
    int end = slice_find(forms, LIT(LANG_FORM_END));
    return end < 0 ? forms : slice_cut(forms, 0, end);
}

Slice langs_count(Lang lang, const ProgramText *words, int number) {
    Lang who = speaker(lang, words);
    Slice forms = who < 0 ? slice_from(words->in[0]) : said_in(who, words);
    return form_of(forms, plural_form(rule_of(who), number));
}

int langs_form(Lang lang, int number) {
    return plural_form(rule_of(lang), number);
}
