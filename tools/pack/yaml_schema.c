#include "tools/pack/yaml_schema.h"

#include "base/nearest.h"
#include "tools/pack/drawn.h"
#include "tools/sources/typography.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_known(Slice key, const char *const *known) {
    for (int i = 0; known[i]; i++)
        if (slice_is(key, known[i]))
            return true;
    return false;
}

/* From here on it is read as what was meant, so that nobody hears that this is missing, too. */
static void mend_key(const YamlSchema *s, const YamlNode *map, const YamlNode *child,
                     const char *meant) {
    report_fault(s->report, s->file, child->line, "rubrique inconnue « %s » ; est-ce « %s » ?",
                 child->key.at, meant);
    if (!yaml_get(map, meant))
        ((YamlNode *)(uintptr_t)child)->key = slice_from(meant);
}

void schema_keys(const YamlSchema *s, const YamlNode *map, const char *const *known) {
    for (const YamlNode *child = map->kind == YAML_MAP ? map->first : NULL; child;
         child = child->next) {
        if (is_known(child->key, known))
            continue;
        const char *nearest = nearest_word(child->key, known);
        if (nearest)
            mend_key(s, map, child, nearest);
        else
            report_fault(s->report, s->file, child->line, "rubrique inconnue « %s » ; l’effacer",
                         child->key.at);
    }
}

/* ---- values ---------------------------------------------------------------------------------- */

const YamlNode *schema_need(const YamlSchema *s, const YamlNode *map, const char *key) {
    const YamlNode *node = yaml_get(map, key);
    if (!node)
        report_fault(s->report, s->file, map->line, "la rubrique « %s » manque ; l’ajouter", key);
    return node;
}

static const YamlNode *need_scalar(const YamlSchema *s, const YamlNode *map, const char *key) {
    const YamlNode *node = schema_need(s, map, key);
    if (node && node->kind != YAML_SCALAR) {
        report_fault(s->report, s->file, node->line,
                     "« %s » doit être un texte ou un nombre, pas une liste", key);
        return NULL;
    }
    return node;
}

static void check_length(const YamlSchema *s, Slice text, int line, int most) {
    int count = utf8_count(text);
    if (!count)
        report_fault(s->report, s->file, line, "le texte est vide ; l’écrire");
    if (count > most)
        report_fault(s->report, s->file, line,
                     "texte trop long pour sa place : %d signes, %d au plus ; l’abréger", count,
                     most);
}

Slice schema_text(const YamlSchema *s, const YamlNode *map, const char *key, int most) {
    const YamlNode *node = need_scalar(s, map, key);
    if (!node)
        return LIT("");
    check_length(s, node->text, node->line, most);
    drawn_check(s->report, s->file, node->line, node->text);
    return node->text;
}

Slice schema_id(const YamlSchema *s, const YamlNode *map, const char *key) {
    Slice id = schema_text(s, map, key, 40);
    for (int i = 0; i < id.len; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", id.at[i])) {
            report_fault(s->report, s->file, yaml_get(map, key)->line,
                         "« %s » doit s’écrire en minuscules sans accent, chiffres et tirets",
                         id.at);
            break;
        }
    return id;
}

/* As a register writes it, or an id of one's own. */
Slice schema_code(const YamlSchema *s, const YamlNode *map, const char *key, int most) {
    Slice code = schema_text(s, map, key, most);
    for (int i = 0; i < code.len; i++)
        if (!isalnum((unsigned char)code.at[i]) && code.at[i] != '-') {
            report_fault(s->report, s->file, yaml_get(map, key)->line,
                         "« %s » doit s’écrire en lettres sans accent, chiffres et tirets",
                         code.at);
            break;
        }
    return code;
}

static bool has_median_point(Slice text) {
    int at = slice_find(text, LIT("·"));
    return at > 0 && at + 2 < text.len && text.at[at - 1] != ' ' && text.at[at + 2] != ' ';
}

Slice schema_set(const YamlSchema *s, Slice text, Lang lang, int line, int most) {
    text = slice_trim(text);
    check_length(s, text, line, most);
    drawn_check(s->report, s->file, line, text);
    if (langs_speaks(lang, "fr") && has_median_point(text))
        report_fault(s->report, s->file, line,
                     "point médian ; écrire les deux formes, comme « soudeur, soudeuse »");
    return typography_set(s->arena, text, lang);
}

static Slice one_language(const YamlSchema *s, const YamlNode *map, Lang lang, int most) {
    const YamlNode *node = yaml_get(map, langs()->code[lang]);
    if (!node || node->kind != YAML_SCALAR) {
        if (!report_explains(s->report, "campus.yaml", LIT("")))
            report_fault(s->report, s->file, map->line,
                         "la version « %s: » (%s) manque ; l’ajouter", langs()->code[lang],
                         langs()->name[lang]);
        return LIT("");
    }
    return schema_set(s, node->text, lang, node->line, most);
}

/* "fr: …, en: …". */
static Slice form_of_text(Arena *arena) {
    Slice form = LIT("");
    for (int lang = 0; lang < langs()->written; lang++)
        form = arena_printf(arena, SLICE_FMT "%s%s: …", SLICE_ARG(form), lang ? ", " : "",
                            langs()->code[lang]);
    return form;
}

static int count_words(Slice text) {
    int words = 0;
    for (int i = 0; i < text.len; i++)
        words += text.at[i] != ' ' && (i == 0 || text.at[i - 1] == ' ');
    return words;
}

/* A name may well be the same in two languages; a sentence is one that waits for its translator. */
static void check_translated(const YamlSchema *s, const YamlNode *map, const LocalText *words,
                             Lang lang) {
    enum { SENTENCE_WORDS = 4 };
    const YamlNode *node = yaml_get(map, langs()->code[lang]);
    bool same = node && lang && slice_equal(words->in[0], words->in[lang]);
    if (same && count_words(words->in[0]) >= SENTENCE_WORDS)
        report_warn(s->report, s->file, node->line, 0,
                    "le même texte en « %s: » et en « %s: » ; le traduire", langs()->code[0],
                    langs()->code[lang]);
}

static void each_language(const YamlSchema *s, const YamlNode *map, int most, LocalText *words) {
    const char *known[2 * LANG_MAX + 1] = {NULL};
    LangList own; /* one that the pack does not have may stand there all the same */
    int count = 0;
    langs_own(&own);
    for (int lang = 0; lang < langs()->written; lang++)
        known[count++] = langs()->code[lang];
    for (int lang = 0; lang < own.count; lang++)
        known[count++] = own.code[lang];
    schema_keys(s, map, known);
    for (int lang = 0; lang < langs()->written; lang++) {
        words->in[lang] = one_language(s, map, lang, most);
        check_translated(s, map, words, lang);
    }
}

LocalText schema_words_of(const YamlSchema *s, const YamlNode *node, int most) {
    LocalText words = {{LIT("")}};
    bool one = langs()->written == 1 && node->kind == YAML_SCALAR;
    if (!one && node->kind != YAML_MAP) {
        report_fault(s->report, s->file, node->line,
                     "un texte dans chaque langue est attendu : {" SLICE_FMT "}",
                     SLICE_ARG(form_of_text(s->arena)));
        return words;
    }
    if (one)
        words.in[LANG_FIRST] = schema_set(s, node->text, LANG_FIRST, node->line, most);
    else
        each_language(s, node, most, &words);
    return words;
}

LocalText schema_words(const YamlSchema *s, const YamlNode *map, const char *key, int most) {
    const YamlNode *node = schema_need(s, map, key);
    return node ? schema_words_of(s, node, most) : (LocalText){{LIT("")}};
}

/* Registers and companies write in one language: a plain text is in the first one. */
LocalText schema_phrase(const YamlSchema *s, const YamlNode *map, const char *key, int most) {
    const YamlNode *node = schema_need(s, map, key);
    LocalText words = {0};
    if (node && node->kind != YAML_SCALAR)
        return schema_words_of(s, node, most);
    if (node)
        words.in[0] = schema_set(s, node->text, 0, node->line, most);
    return words;
}

Slice schema_one_of(const YamlSchema *s, const YamlNode *map, const char *key,
                    const char *const *known) {
    Slice word = schema_text(s, map, key, 40);
    if (is_known(word, known))
        return word;
    const char *nearest = word.len ? nearest_word(word, known) : NULL;
    const YamlNode *node = yaml_get(map, key);
    if (node && nearest)
        report_fault(s->report, s->file, node->line,
                     "« %s » n’existe pas pour « %s » ; est-ce « %s » ?", word.at, key, nearest);
    else if (node)
        report_fault(s->report, s->file, node->line, "« %s » n’existe pas pour « %s »", word.at,
                     key);
    return word;
}

Slice schema_icon(const YamlSchema *s, const YamlNode *map, const char *key) {
    static const char *const ICONS[] = {
#define ICON(name, code) #name,
#define TURNS ICON
#include "ui/icons.def"
#undef ICON
#undef TURNS
        NULL};
    return schema_one_of(s, map, key, ICONS);
}

void schema_most_words(const YamlSchema *s, const YamlNode *map, const char *key, LocalText words,
                       int most) {
    const YamlNode *node = yaml_get(map, key);
    for (int lang = 0; lang < langs()->written && node; lang++)
        if (count_words(words.in[lang]) > most)
            report_fault(s->report, s->file, node->line, "%d mots (%s), %d au plus ; l’abréger",
                         count_words(words.in[lang]), langs()->code[lang], most);
}

/* 0x10 and 010 are other numbers to some readers of YAML. */
static bool is_odd_number(Slice text) {
    Slice rest = slice_cut(text, text.len && strchr("+-", text.at[0]) ? 1 : 0, text.len);
    return rest.len > 1 && rest.at[0] == '0' && rest.at[1] != '.';
}

/* "0,24", "1 000", "010", "0x10": the number that was meant, or nothing. */
static Slice mended_number(Arena *arena, Slice text) {
    char *out = arena_alloc(arena, (size_t)text.len + 1), *end;
    int len = 0;
    for (Slice rest = text; rest.len;) {
        uint32_t code = utf8_next(&rest);
        if (code == ',')
            out[len++] = '.';
        else if (code < 0x80 && code != ' ')
            out[len++] = (char)code;
    }
    double value = strtod(out, &end);
    bool good = end != out && !*end && isfinite(value) && !strpbrk(out, "xX");
    return good ? arena_printf(arena, "%.10g", value) : LIT("");
}

static void say_no_number(const YamlSchema *s, const YamlNode *node, const char *key) {
    Slice mended = mended_number(s->arena, node->text);
    if (mended.len)
        report_fault(s->report, s->file, node->line,
                     "« %s » doit être un nombre, pas « %s » ; écrire " SLICE_FMT, key,
                     node->text.at, SLICE_ARG(mended));
    else
        report_fault(s->report, s->file, node->line, "« %s » doit être un nombre, pas « %s »", key,
                     node->text.at);
}

double schema_number(const YamlSchema *s, const YamlNode *map, const char *key, double least,
                     double most) {
    const YamlNode *node = need_scalar(s, map, key);
    if (!node)
        return least;
    char *end;
    double value = strtod(node->text.at, &end);
    if (end == node->text.at || *end || !isfinite(value) || is_odd_number(node->text)) {
        say_no_number(s, node, key);
        return least;
    }
    if (value < least || value > most) {
        report_fault(s->report, s->file, node->line,
                     "« %s » doit aller de %.10g à %.10g, pas %.10g", key, least, most, value);
        return least;
    }
    return value;
}

int schema_int(const YamlSchema *s, const YamlNode *map, const char *key, int least, int most) {
    double value = schema_number(s, map, key, least, most);
    if (value != floor(value))
        report_fault(s->report, s->file, yaml_get(map, key)->line,
                     "« %s » doit être un nombre entier", key);
    return (int)value;
}

static bool is_meant(const YamlNode *node, const char *const *words) {
    bool found = false;
    for (int i = 0; words[i] && node->kind == YAML_SCALAR; i++)
        found |= strcasecmp(node->text.at, words[i]) == 0;
    return found;
}

/* yes and no, oui and non: what other readers of YAML take. */
static void say_no_flag(const YamlSchema *s, const YamlNode *node, const char *key) {
    static const char *const YES[] = {"yes", "oui", "vrai", "on", "true", "y", "1", NULL},
                             *const NO[] = {"no", "non", "faux", "off", "false", "n", "0", NULL};
    bool yes = is_meant(node, YES), no = is_meant(node, NO);
    if (yes || no)
        report_fault(s->report, s->file, node->line,
                     "« %s » doit être true ou false, pas « %s » ; écrire %s", key, node->text.at,
                     yes ? "true" : "false");
    else
        report_fault(s->report, s->file, node->line, "« %s » doit être true ou false", key);
}

bool schema_flag(const YamlSchema *s, const YamlNode *map, const char *key) {
    const YamlNode *node = yaml_get(map, key);
    if (!node)
        return false;
    bool yes = slice_is(node->text, "true");
    if (node->kind != YAML_SCALAR || (!yes && !slice_is(node->text, "false")))
        say_no_flag(s, node, key);
    return yes;
}

const YamlNode *schema_list(const YamlSchema *s, const YamlNode *map, const char *key, int least,
                            int most) {
    const YamlNode *node = schema_need(s, map, key);
    if (!node)
        return NULL;
    if (node->kind != YAML_LIST) {
        report_fault(s->report, s->file, node->line,
                     "« %s » doit être une liste : une ligne par élément, avec un tiret", key);
        return NULL;
    }
    if (node->count < least || node->count > most)
        report_fault(s->report, s->file, node->line,
                     "« %s » doit avoir de %d à %d éléments, pas %d", key, least, most,
                     node->count);
    return node;
}

static Slice id_of(const YamlNode *map) {
    const YamlNode *id = yaml_get(map, "id");
    return id && id->kind == YAML_SCALAR ? id->text : LIT("");
}

static bool is_earlier(const YamlNode *list, const YamlNode *map) {
    for (const YamlNode *earlier = list->first; earlier != map; earlier = earlier->next)
        if (slice_equal(id_of(earlier), id_of(map)))
            return true;
    return false;
}

void schema_unique(const YamlSchema *s, const YamlNode *list) {
    for (const YamlNode *map = list ? list->first : NULL; map; map = map->next)
        if (id_of(map).len && is_earlier(list, map))
            report_fault(s->report, s->file, yaml_get(map, "id")->line,
                         "le nom « " SLICE_FMT " » est donné deux fois ; en changer un",
                         SLICE_ARG(id_of(map)));
}
