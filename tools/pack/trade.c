#include "tools/pack/trade.h"

#include "tools/pack/facet.h"
#include "base/nearest.h"
#include "tools/pack/schema_record.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/source.h"

#include <stdlib.h>
#include <string.h>

#define FILE_BYTES (1 << 18)
#define TEXT_WORDS 60

/* A trade as it is read: what it refers to is looked up when all are known. */
typedef struct TradeDraft {
    Trade trade;
    int order;
    YamlSchema schema;
    const YamlNode *map;
} TradeDraft;

/* Dimensions, and how large their weights may be. */
typedef struct Range {
    int first, end;
    double least, most;
} Range;

/* A list of lines, as content.def tells authors of it. */
typedef struct PointList {
    const char *key;
    int least, most, signs;
} PointList;

static const PointList POINTS[POINT_KIND_COUNT] = {[POINT_TOOL] = {"tools", 3, 4, 64},
                                                   [POINT_GESTURE] = {"gestures", 3, 4, 64},
                                                   [POINT_LIKE] = {"likes", 2, 3, 64},
                                                   [POINT_HARD] = {"hard", 2, 3, 64},
                                                   [POINT_BLOCK] = {"blocks", 3, 4, 72}};

/* ---- parts of a trade ------------------------------------------------------------------------ */

static bool may_be_marked(Slice list) {
    bool known = slice_is(list, "facts") || slice_is(list, "ways");
    for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
        known |= slice_is(list, POINTS[kind].key);
    return known;
}

static void check_marks(const YamlSchema *s, const YamlNode *map) {
    const YamlNode *list = yaml_get(map, "illustrative");
    if (list && list->kind != YAML_LIST)
        report_fault(s->report, s->file, list->line,
                     "« illustrative » doit être une liste, comme [blocks]");
    for (const YamlNode *word = list && list->kind == YAML_LIST ? list->first : NULL; word;
         word = word->next)
        if (!may_be_marked(word->text))
            report_fault(s->report, s->file, word->line,
                         "« %s » n’est pas une liste de cette fiche",
                         word->kind == YAML_SCALAR ? word->text.at : "?");
}

static void read_points(const YamlSchema *s, const YamlNode *map, Trade *trade, PointKind kind) {
    const PointList *of = &POINTS[kind];
    const YamlNode *list = schema_list(s, map, of->key, of->least, of->most);
    bool marked = schema_is_marked(map, of->key);
    trade->point[kind] = arena_array(s->arena, PointText, (list ? list->count : 0) + 1);
    for (const YamlNode *point = list ? list->first : NULL; point; point = point->next)
        trade->point[kind][trade->point_count[kind]++] =
            (PointText){schema_words_of(s, point, of->signs), marked};
}

static void read_weights(const Pack *pack, const YamlSchema *s, const YamlNode *map,
                         const char *key, Range of, double *weight) {
    const YamlNode *node = schema_need(s, map, key);
    if (!node)
        return;
    facet_keys(pack, s, node, of.first, of.end);
    for (int d = of.first; d < of.end; d++)
        weight[d] = schema_number(s, node, facet_key(pack, s, d), of.least, of.most);
}

/* A trade whose facets are all alike resembles nobody: the quiz could never suggest it for what it
 * is. */
static void check_facets_differ(const Pack *pack, const YamlSchema *s, const YamlNode *map,
                                const double *facet) {
    const YamlNode *node = yaml_get(map, "facets");
    bool differ = false;
    for (int i = 1; i < pack->facet_count; i++)
        differ |= facet[i] != facet[0];
    if (node && pack->facet_count && !differ)
        report_fault(s->report, s->file, node->line,
                     "toutes les facettes sont égales ; donner plus à ce qui fait ce métier");
}

/* What a person likes of it: letters as O*NET has them, then facets. */
static void read_interests(const Pack *pack, const YamlSchema *s, const YamlNode *map,
                           Trade *trade) {
    Range letters = {0, QUIZ_LETTERS, 1, 7}, facets = {QUIZ_LETTERS, pack_dimensions(pack), 0, 4};
    read_weights(pack, s, map, "interests", letters, trade->weight);
    read_weights(pack, s, map, "facets", facets, trade->weight);
    check_facets_differ(pack, s, map, trade->weight + QUIZ_LETTERS);
}

/* A longer word would not fit on a card when the text is enlarged. */
static void check_short_words(const YamlSchema *s, const YamlNode *map, LocalText name) {
    for (int lang = 0; lang < langs()->written; lang++) {
        int letters = 0;
        for (Slice rest = name.in[lang]; rest.len;) {
            uint32_t code = utf8_next(&rest);
            letters = code == ' ' || code == '-' ? 0 : letters + 1;
            if (letters == 17)
                report_fault(s->report, s->file, yaml_get(map, "short")->line,
                             "un mot de plus de 16 lettres ne tient pas sur une carte ; en choisir "
                             "un plus court");
        }
    }
}

static void check_rome(const YamlSchema *s, const YamlNode *map, Slice rome) {
    bool good = rome.len == 5 && rome.at[0] >= 'A' && rome.at[0] <= 'Z';
    for (int i = 1; i < 5 && good; i++)
        good = rome.at[i] >= '0' && rome.at[i] <= '9';
    if (!good && yaml_get(map, "rome"))
        report_fault(s->report, s->file, yaml_get(map, "rome")->line,
                     "un code ROME a une lettre et quatre chiffres, comme H2913");
}

/* ---- references ------------------------------------------------------------------------------ */

static void read_draft(const Pack *pack, TradeDraft *d, Slice stem) {
    const YamlSchema *s = &d->schema;
    const YamlNode *map = d->map;
    check_marks(s, map);
    schema_record(s, map, RECORD_trade, pack, &d->trade);
    d->order = schema_int(s, map, "order", 0, 10000);
    check_rome(s, map, d->trade.rome);
    check_short_words(s, map, d->trade.short_name);
    schema_most_words(s, map, "text", d->trade.text, TEXT_WORDS);
    for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
        read_points(s, map, &d->trade, (PointKind)kind);
    read_interests(pack, s, map, &d->trade);
    if (d->trade.id.len && !slice_equal(d->trade.id, stem))
        report_fault(s->report, s->file, yaml_get(map, "id")->line,
                     "le nom « %s » doit être celui du fichier", d->trade.id.at);
    d->trade.id = stem; /* others name it so */
}

static void say_unrelated(const Pack *pack, const YamlSchema *s, const YamlNode *word) {
    Slice name = word->kind == YAML_SCALAR ? word->text : LIT("?");
    const char **known = arena_array(s->arena, const char *, pack->trade_count + 1);
    for (int t = 0; t < pack->trade_count; t++)
        known[t] = arena_copy(s->arena, pack->trade[t].id).at;
    const char *near = nearest_word(name, known);
    if (report_explains(s->report, schema_file_of(RECORD_trade), name))
        return;
    if (near)
        report_fault(s->report, s->file, word->line,
                     "« " SLICE_FMT " » n’est pas un autre métier de ce campus ; est-ce « %s » ?",
                     SLICE_ARG(name), near);
    else
        report_fault(s->report, s->file, word->line,
                     "« " SLICE_FMT " » n’est pas un autre métier de ce campus", SLICE_ARG(name));
}

static void add_related(const YamlSchema *s, const YamlNode *word, Trade *trade, int found) {
    for (int i = 0; i < trade->related_count; i++)
        if (trade->related[i] == found)
            report_warn(s->report, s->file, word->line, 0,
                        "« " SLICE_FMT " » est nommé deux fois ; en effacer un",
                        SLICE_ARG(word->text));
    trade->related[trade->related_count++] = found;
}

static void read_related(Pack *pack, TradeDraft *d, Trade *trade) {
    const YamlSchema *s = &d->schema;
    const YamlNode *list = schema_list(s, d->map, "related", 2, 4);
    trade->related = arena_array(s->arena, int, (list ? list->count : 0) + 1);
    for (const YamlNode *word = list ? list->first : NULL; word; word = word->next) {
        int found = -1;
        for (int t = 0; t < pack->trade_count; t++)
            if (slice_equal(pack->trade[t].id, word->text))
                found = t;
        if (found < 0 || &pack->trade[found] == trade)
            say_unrelated(pack, s, word);
        else
            add_related(s, word, trade, found);
    }
}

static int by_family_and_order(const void *a, const void *b) {
    const TradeDraft *x = a, *y = b;
    if (x->trade.family != y->trade.family)
        return x->trade.family - y->trade.family;
    if (x->order != y->order)
        return x->order - y->order;
    return strcmp(x->trade.id.at, y->trade.id.at);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static bool read_file(Arena *arena, Report *report, Slice folder, Slice name, TradeDraft *d) {
    *d = (TradeDraft){.schema = {report, arena, source_path(arena, folder, name.at)}};
    d->map = source_yaml(report, arena, d->schema.file, FILE_BYTES);
    if (d->map && d->map->kind != YAML_MAP) {
        report_fault(report, d->schema.file, 1, "des rubriques sont attendues : « nom: valeur »");
        return false;
    }
    return d->map != NULL;
}

static Slice stem_of(Arena *arena, Slice name) {
    return arena_copy(arena, slice_cut(name, 0, name.len - (int)strlen(".yaml")));
}

void trades_read(Pack *pack, Arena *arena, Report *report, Slice root) {
    Slice folder = source_path(arena, root, "trades"), *names;
    int files = source_list_yaml(report, arena, folder, &names), count = 0;
    int most = record_of(RECORD_trade)->rows;
    TradeDraft *draft = arena_array(arena, TradeDraft, most);
    for (int i = 0; i < files && count < most; i++)
        if (read_file(arena, report, folder, names[i], &draft[count]))
            read_draft(pack, &draft[count++], stem_of(arena, names[i]));
    if (count)
        qsort(draft, (size_t)count, sizeof *draft, by_family_and_order);
    pack->trade = arena_array(arena, Trade, count + 1);
    pack->trade_count = count;
    for (int i = 0; i < count; i++) {
        pack->trade[i] = draft[i].trade;
        if (pack->family_count)
            pack->family[draft[i].trade.family].trade_count++;
    }
    for (int i = 0; i < count; i++)
        read_related(pack, &draft[i], &pack->trade[i]);
}
