#include "tools/pack/content.h"

#include "tools/pack/content_parts.h"
#include "tools/pack/facet.h"
#include "tools/pack/floorplan.h"
#include "tools/pack/leftovers.h"
#include "tools/pack/look.h"
#include "tools/pack/quiz.h"
#include "tools/pack/records.h"
#include "tools/pack/schema_record.h"
#include "tools/pack/schema_value.h"
#include "tools/pack/strays.h"
#include "tools/sources/endings.h"
#include "tools/sources/source.h"
#include "tools/pack/topic.h"
#include "tools/pack/trade.h"
#include "tools/pack/translate.h"
#include "tools/pack/picture.h"
#include "tools/pack/unwritten.h"

#include "base/error.h"
#include "base/nearest.h"
#include "content/target.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define YAML_BYTES (1 << 20)
#define SITE_SIGNS 80
#define LIST_MAX CONTENT_LIST_MAX
#define TARGETS_MAX 4000 /* among which the one that was meant is looked for */

typedef struct Gathering {
    Content *content;
    Report *report;
    Slice folder;
    const YamlNode *families; /* as they are written */
} Gathering;

/* ---- one file -------------------------------------------------------------------------------- */

static YamlSchema schema_of(Gathering *g, const char *name) {
    Arena *arena = &g->content->arena;
    return (YamlSchema){g->report, arena, source_path(arena, g->folder, name)};
}

static const YamlNode *read_yaml(const YamlSchema *s, YamlKind kind) {
    const YamlNode *root = source_yaml(s->report, s->arena, s->file, YAML_BYTES);
    if (root && root->kind != kind) {
        report_fault(s->report, s->file, root->line,
                     kind == YAML_LIST
                         ? "une liste est attendue : chaque élément commence par un tiret"
                         : "des rubriques sont attendues : « nom: valeur »");
        return NULL;
    }
    return root;
}

/* ---- campus, families, charts ---------------------------------------------------------------- */

/* What a phone is sent to must be an address, and short: a code of few modules is read from afar.
 */
static Slice read_site(const YamlSchema *s, const YamlNode *map) {
    if (!yaml_get(map, "site"))
        return LIT("");
    Slice site = schema_text(s, map, "site", SITE_SIGNS);
    if (!slice_has_prefix(site, LIT("https://")) || slice_find(site, LIT("#")) >= 0 ||
        slice_find(site, LIT(" ")) >= 0)
        report_fault(s->report, s->file, yaml_get(map, "site")->line,
                     "une adresse « https://… » sans espace ni # est attendue");
    return site;
}

/* The kiosk tells the staff how old its content is: a date that it cannot read would be no date. */
static Slice read_dated(const YamlSchema *s, const YamlNode *map) {
    const YamlNode *node = yaml_get(map, "dated");
    Slice dated = schema_text(s, map, "dated", 20);
    Millis when;
    if (node && dated.len)
        schema_date(s, node, "dated", false, &when);
    return dated;
}

static void check_figures(const YamlSchema *s, const YamlNode *map, const char *key, Slice text,
                          int count) {
    bool good = text.len == count;
    for (int i = 0; i < text.len; i++)
        good &= text.at[i] >= '0' && text.at[i] <= '9';
    if (text.len && !good)
        report_fault(s->report, s->file, yaml_get(map, key)->line,
                     "« %s » doit avoir %d chiffres, sans espace", key, count);
}

/* For those who publish the courses: who is responsible for them. */
static void read_organisation(const YamlSchema *s, const YamlNode *root, Campus *campus) {
    static const char *const KNOWN[] = {"name", "siret",  "activity",  "street", "postcode",
                                        "town", "public", "formacode", NULL};
    const YamlNode *map = yaml_get(root, "organisation");
    if (!map)
        return;
    schema_keys(s, map, KNOWN);
    campus->org_name = schema_text(s, map, "name", 120);
    campus->org_siret = schema_text(s, map, "siret", 14);
    campus->org_activity = schema_text(s, map, "activity", 11);
    campus->org_street = schema_text(s, map, "street", 50);
    campus->org_postcode = schema_text(s, map, "postcode", 5);
    campus->org_town = schema_text(s, map, "town", 50);
    campus->org_public = schema_text(s, map, "public", 5);
    campus->org_formacode = schema_text(s, map, "formacode", 10);
    check_figures(s, map, "siret", campus->org_siret, 14);
    check_figures(s, map, "activity", campus->org_activity, 11);
    check_figures(s, map, "postcode", campus->org_postcode, 5);
    check_figures(s, map, "public", campus->org_public, 5);
}

static void read_language(Gathering *g, const YamlSchema *s, const YamlNode *node) {
    bool good =
        node->kind == YAML_SCALAR && translate_written(&g->content->pack, s->arena, node->text);
    if (!good)
        report_fault(s->report, s->file, node->line,
                     "languages : des codes de langues sont attendus, chacun une fois, %d au plus, "
                     "comme [fr, en]",
                     LANG_MAX);
}

/* What the authors write side by side, the first standing in for the others; without a word of
   it, what the program speaks. */
static void read_languages(Gathering *g, const YamlSchema *s, const YamlNode *campus,
                           const char *adding) {
    Content *c = g->content;
    const YamlNode *list = campus && yaml_get(campus, "languages")
                               ? schema_list(s, campus, "languages", 1, LANG_MAX)
                               : NULL;
    for (const YamlNode *node = list ? list->first : NULL; node; node = node->next)
        read_language(g, s, node);
    if (!c->pack.lang.count)
        langs_own(&c->pack.lang);
    Verdicts *verdicts = adding ? NULL : c->verdicts; /* it is written anew, remarks and all */
    c->translations = translate_begin(&c->pack, &c->arena, g->report, verdicts, g->folder, adding);
}

static void read_campus(Gathering *g, const YamlSchema *s, const YamlNode *map) {
    static const char *const ADVICE[] = {"where", "when", "illustrative", NULL};
    const YamlNode *advice = map ? schema_need(s, map, "advice") : NULL;
    if (!map || !advice)
        return;
    Campus *campus = &g->content->pack.campus;
    schema_record(s, map, RECORD_campus, &g->content->pack, campus);
    schema_keys(s, advice, ADVICE);
    campus->dated = read_dated(s, map);
    campus->site = read_site(s, map);
    read_organisation(s, map, campus);
    campus->advice_where = schema_words(s, advice, "where", 60);
    campus->advice_when = schema_words(s, advice, "when", 60);
    campus->advice_illustrative = schema_flag(s, advice, "illustrative");
}

/* Calls `take` for every map of a list file and answers how many there were. */
typedef void (*Take)(Gathering *g, const YamlSchema *s, const YamlNode *map, int index);

static int read_list(Gathering *g, const YamlSchema *s, const YamlNode *list, Take take) {
    int index = 0;
    schema_unique(s, list);
    for (const YamlNode *map = list ? list->first : NULL; map && index < LIST_MAX;
         map = map->next) {
        if (map->kind != YAML_MAP)
            report_fault(s->report, s->file, map->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
        else
            take(g, s, map, index++);
    }
    return index;
}

static void take_family(Gathering *g, const YamlSchema *s, const YamlNode *map, int index) {
    Pack *p = &g->content->pack;
    schema_record(s, map, RECORD_family, p, &p->family[index]);
}

static void take_chart(Gathering *g, const YamlSchema *s, const YamlNode *map, int index) {
    Pack *p = &g->content->pack;
    schema_record(s, map, RECORD_chart, p, &p->chart[index]);
}

static void read_lists(Gathering *g) {
    Pack *p = &g->content->pack;
    Arena *arena = &g->content->arena;
    p->family = arena_array(arena, Family, LIST_MAX);
    p->chart = arena_array(arena, Chart, LIST_MAX);
    YamlSchema families = schema_of(g, "families.yaml"), charts = schema_of(g, "charts.yaml");
    g->families = read_yaml(&families, YAML_LIST);
    p->family_count = read_list(g, &families, g->families, take_family);
    p->chart_count = read_list(g, &charts, read_yaml(&charts, YAML_LIST), take_chart);
    YamlSchema facets = schema_of(g, "facets.yaml");
    facets_read(p, &facets, read_yaml(&facets, YAML_LIST));
    YamlSchema quiz = schema_of(g, "quiz.yaml");
    quiz_read(p, &quiz, read_yaml(&quiz, YAML_MAP));
}

/* ---- pictures -------------------------------------------------------------------------------- */

static Slice without_ending(Slice name) {
    int dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    return slice_cut(name, 0, dot ? dot - 1 : name.len);
}

static void read_pictures_ending(Gathering *g, Slice folder, const char *ending) {
    Pack *p = &g->content->pack;
    Arena *arena = &g->content->arena;
    Slice *names;
    int count = source_list(arena, folder, ending, &names);
    for (int i = 0; i < count && p->picture_count < CONTENT_PICTURES_MAX; i++) {
        Picture picture = {.id = arena_copy(arena, without_ending(names[i])), .width = 0};
        Slice path = source_path(arena, folder, names[i].at);
        meter_at(g->content->meter, "images", i + 1, count);
        if (picture_read(g->content->verdicts, g->content->meter, g->report, arena, path, &picture))
            p->picture[p->picture_count++] = picture;
        else
            report_broken(g->report, path);
    }
}

static void read_pictures(Gathering *g) {
    Arena *arena = &g->content->arena;
    g->content->pack.picture = arena_array(arena, Picture, CONTENT_PICTURES_MAX);
    Slice folder = source_path(arena, g->folder, "pictures");
    for (int i = 0; ENDINGS_OF_PICTURES[i]; i++) /* of others strays.h says */
        read_pictures_ending(g, folder, ENDINGS_OF_PICTURES[i]);
}

/* ---- topics ---------------------------------------------------------------------------------- */

static bool is_explained(const Report *report, TargetKind kind, Slice id) {
    RecordId of = target_record(kind);
    const char *home = of == RECORD_COUNT ? "plan/plan.osm" : schema_file_of(of);
    return of == RECORD_COUNT && kind != TARGET_PLACE ? false : report_explains(report, home, id);
}

/* How many pages of that kind a button can lead to. */
static int page_count(const Pack *p, TargetKind kind) {
    if (kind == TARGET_PLACE)
        return p->plan.space_count;
    if (kind == TARGET_LEVEL)
        return TARGET_LEVEL_MOST - TARGET_LEVEL_LEAST + 1;
    RecordId of = target_record(kind);
    return of == RECORD_COUNT ? target_has_page(p, kind) : record_count(record_of(of), p);
}

/* All of them, as they are written. */
static const char *const *all_targets(Gathering *g) {
    const Pack *p = &g->content->pack;
    Arena *arena = &g->content->arena;
    const char **all = arena_array(arena, const char *, TARGETS_MAX + 1);
    int count = 0;
    for (int kind = TARGET_QUIZ; kind < TARGET_KIND_COUNT; kind++)
        for (int i = 0; i < page_count(p, (TargetKind)kind) && count < TARGETS_MAX; i++) {
            Target target = {(TargetKind)kind, kind == TARGET_LEVEL ? TARGET_LEVEL_LEAST + i : i};
            all[count++] = arena_copy(arena, target_write(p, target, arena)).at;
        }
    return all;
}

static void say_nowhere(Gathering *g, const YamlSchema *s, int line, Slice text) {
    const char *near = nearest_word(text, all_targets(g));
    if (near)
        report_fault(s->report, s->file, line,
                     "ce bouton ne mène nulle part : « kiosk:" SLICE_FMT
                     " » n’existe pas ; est-ce « kiosk:%s » ?",
                     SLICE_ARG(text), near);
    else
        report_fault(s->report, s->file, line,
                     "ce bouton ne mène nulle part : « kiosk:" SLICE_FMT " » n’existe pas",
                     SLICE_ARG(text));
}

static Target resolve(Gathering *g, const YamlSchema *s, int line, Slice text) {
    Slice id;
    Target target = target_read(text, &id);
    if (target.kind > TARGET_LEVEL)
        target.arg = target_find(&g->content->pack, target.kind, id);
    if (target_has_page(&g->content->pack, target.kind) && target.arg >= 0)
        return target;
    if (!is_explained(g->report, target.kind, id))
        say_nowhere(g, s, line, text);
    return (Target){TARGET_NONE, 0};
}

static void resolve_blocks(Gathering *g, const YamlSchema *s, TopicSource *source) {
    const Pack *p = &g->content->pack;
    for (int i = 0; i < source->count; i++) {
        Block *block = &source->block[i];
        if (block->kind == BLOCK_BUTTON)
            block->target = resolve(g, s, source->line[i], source->target[i]);
        if (block->kind != BLOCK_CHART)
            continue;
        int chart = 0;
        while (chart < p->chart_count && !slice_equal(p->chart[chart].id, source->target[i]))
            chart++;
        if (chart == p->chart_count &&
            !report_explains(g->report, "charts.yaml", source->target[i]))
            report_fault(s->report, s->file, source->line[i],
                         "aucun graphique ne s’appelle « " SLICE_FMT " » dans charts.yaml",
                         SLICE_ARG(source->target[i]));
        block->chart = chart;
    }
}

static void read_topic_language(Gathering *g, Topic *topic, Lang lang) {
    char name[128];
    snprintf(name, sizeof name, "topics/" SLICE_FMT ".%s.md", SLICE_ARG(topic->id),
             langs()->code[lang]);
    YamlSchema s = schema_of(g, name);
    Slice bytes;
    TopicSource source;
    if (!source_read(g->report, s.arena, s.file, YAML_BYTES, true, &bytes))
        return;
    topic_read(&s, bytes, lang, &source);
    resolve_blocks(g, &s, &source);
    topic->title.in[lang] = source.title;
    topic->lead.in[lang] = source.lead;
    topic->block[lang] = source.block;
    topic->block_count[lang] = source.count;
    if (lang == LANG_FIRST)
        topic->section_count = source.sections;
    else if (topic->section_count != source.sections)
        report_fault(g->report, s.file, 1,
                     "%d parties ici, %d dans la première langue (%s) ; il en faut autant partout",
                     source.sections, topic->section_count, langs()->code[LANG_FIRST]);
}

static void take_topic(Gathering *g, const YamlSchema *s, const YamlNode *map, int index) {
    Pack *p = &g->content->pack;
    schema_record(s, map, RECORD_topic, p, &p->topic[index]);
}

static void read_topics(Gathering *g) {
    Pack *p = &g->content->pack;
    p->topic = arena_array(&g->content->arena, Topic, LIST_MAX);
    YamlSchema s = schema_of(g, "topics/topics.yaml");
    p->topic_count = read_list(g, &s, read_yaml(&s, YAML_LIST), take_topic);
    for (int i = 0; i < p->topic_count; i++)
        for (int lang = 0; lang < langs()->written; lang++)
            read_topic_language(g, &p->topic[i], lang);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* soudage.svg and soudage.jpg: which one is meant? */
static void check_pictures(Gathering *g) {
    const Pack *p = &g->content->pack;
    for (int i = 0; i < p->picture_count; i++)
        for (int j = 0; j < i; j++)
            if (slice_equal(p->picture[i].id, p->picture[j].id))
                report_fault(g->report, source_path(&g->content->arena, g->folder, "pictures"), 1,
                             "deux images s’appellent « " SLICE_FMT " » ; en effacer une",
                             SLICE_ARG(p->picture[i].id));
}

static void check_families(Gathering *g) {
    const Pack *p = &g->content->pack;
    const YamlNode *map = g->families ? g->families->first : NULL;
    if (report_explains(g->report, "trades/", LIT("")))
        return;
    for (int f = 0; f < p->family_count && map; f++, map = map->next)
        if (!p->family[f].trade_count)
            report_fault(
                g->report, source_path(&g->content->arena, g->folder, "families.yaml"), map->line,
                "aucun métier dans la famille « " SLICE_FMT " » ; l’effacer ou lui en donner un",
                SLICE_ARG(p->family[f].id));
}

static void check_whole(Gathering *g) {
    Pack *p = &g->content->pack;
    check_pictures(g);
    check_families(g);
    if (!p->trade_count && !report_explains(g->report, "trades/", LIT("")))
        report_fault(g->report, source_path(&g->content->arena, g->folder, "trades"), 1,
                     "aucun métier");
}

/* Without it a folder is none of a campus: everything else would be said to be missing, too. */
static bool has_campus(Gathering *g, const YamlSchema *s) {
    Slice bytes;
    struct stat info;
    bool folder = stat(g->folder.at, &info) == 0;
    if (!folder)
        report_fault(g->report, g->folder, 1,
                     "ce dossier ne peut pas être lu : %s ; vérifier le chemin, ou commencer un "
                     "campus par azimut-pack new " SLICE_FMT " --from vide",
                     error_why(errno), SLICE_ARG(g->folder));
    return folder && source_read(g->report, s->arena, s->file, YAML_BYTES, true, &bytes);
}

bool content_read(Content *content, const char *folder, const char *adding, Report *report) {
    Slice path = slice_from(folder);
    while (path.len > 1 && path.at[path.len - 1] == '/')
        path.len--;
    Gathering g = {content, report, arena_copy(&content->arena, path), NULL};
    YamlSchema s = schema_of(&g, "campus.yaml");
    strays_find(report, &content->arena, g.folder);
    if (!has_campus(&g, &s))
        return false;
    const YamlNode *campus = read_yaml(&s, YAML_MAP);
    read_languages(&g, &s, campus, adding);
    read_campus(&g, &s, campus);
    read_pictures(&g);
    look_read(&content->pack, &s, campus);
    read_lists(&g);
    trades_read(&content->pack, &content->arena, report, g.folder);
    floorplan_read(&content->pack, &content->arena, report, g.folder);
    clips_gather(content, report, g.folder);
    records_gather(&content->pack, &content->arena, report, g.folder, content->now);
    read_topics(&g);
    translate_read(content->translations, &content->pack);
    recordings_gather(content, report, g.folder);
    check_whole(&g);
    leftovers_warn(report, &content->arena, g.folder, &content->pack);
    unwritten_warn(report, &content->arena, g.folder, &content->pack);
    return report->faults == 0;
}

void content_free(Content *content) {
    langs_use(&(LangList){0}, NULL, 0); /* its words are gone */
    arena_free(&content->arena);
}
