#include "base/message.h"
#include "tools/pack/content_parts.h"

#include "tools/pack/captions.h"
#include "tools/pack/picture.h"
#include "tools/pack/schema_record.h"
#include "tools/sources/source.h"

#include <cmark.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define YAML_BYTES (1 << 20)
#define TEXT_BYTES (1 << 18)
#define PARAGRAPHS_MAX 40
#define SIGNS_APART 1000 /* ms: more, and hands and pictures tell different things */

enum { PLACE_SIGNS = 40, PARAGRAPH_SIGNS = 500 };

typedef struct ClipGathering {
    Content *content;
    Report *report;
    Slice folder; /* …/clips */
} ClipGathering;

static int clips_most(void) {
    return record_of(RECORD_clip)->rows;
}

/* ---- files of one clip ----------------------------------------------------------------------- */

static Slice path_of(ClipGathering *g, Slice id, const char *ending) {
    Arena *arena = &g->content->arena;
    return source_path(arena, g->folder,
                       arena_printf(arena, SLICE_FMT "%s", SLICE_ARG(id), ending).at);
}

/* The first of these endings that a file has; "" when none is there. */
static Slice find_file(ClipGathering *g, Slice id, const char *const *endings) {
    for (int i = 0; endings[i]; i++) {
        Slice path = path_of(g, id, endings[i]);
        if (access(path.at, F_OK) == 0)
            return path;
    }
    return LIT("");
}

/* It is there, under a name that nobody reads: that is said already. */
static bool is_misnamed(const ClipGathering *g, Slice id) {
    return report_explains(g->report, "clips/", id);
}

static void read_video(ClipGathering *g, const YamlSchema *s, int line, Clip *clip,
                       FilmSource *film) {
    static const char *const ENDINGS[] = {".mp4", ".webm", NULL};
    Slice file = find_file(g, clip->id, ENDINGS);
    if (!file.len && is_misnamed(g, clip->id))
        return;
    if (!file.len)
        report_fault(g->report, s->file, line,
                     "le film manque ; ajouter « clips/" SLICE_FMT ".mp4 » (ou .webm)",
                     SLICE_ARG(clip->id));
    else
        film_look(g->content->verdicts, g->content->meter, g->report, s->arena, file, clip, film);
}

static void read_poster(ClipGathering *g, const YamlSchema *s, int line, Clip *clip) {
    static const char *const ENDINGS[] = {".jpg", ".png", ".svg", ".webp", NULL};
    Pack *pack = &g->content->pack;
    Slice file = find_file(g, clip->id, ENDINGS);
    Picture picture = {.id = arena_printf(s->arena, "clips/" SLICE_FMT, SLICE_ARG(clip->id))};
    if (!file.len && is_misnamed(g, clip->id))
        return;
    if (!file.len)
        report_fault(g->report, s->file, line,
                     "l’affiche manque ; ajouter « clips/" SLICE_FMT ".jpg » (ou .png, .svg)",
                     SLICE_ARG(clip->id));
    else if (pack->picture_count < CONTENT_PICTURES_MAX &&
             picture_read(g->content->verdicts, g->content->meter, g->report, s->arena, file,
                          &picture)) {
        clip->poster = pack->picture_count;
        pack->picture[pack->picture_count++] = picture;
    }
}

static void read_captions(ClipGathering *g, const YamlSchema *s, int line, Clip *clip, Lang lang) {
    char ending[LANG_CODE_BYTES + 8];
    snprintf(ending, sizeof ending, ".%s.vtt", langs()->code[lang]);
    YamlSchema own = {g->report, s->arena, path_of(g, clip->id, ending)};
    Slice bytes;
    if (access(own.file.at, F_OK) != 0 && is_misnamed(g, clip->id))
        return;
    if (access(own.file.at, F_OK) != 0)
        report_fault(g->report, s->file, line,
                     "les sous-titres (%s) manquent ; ajouter « clips/" SLICE_FMT "%s »",
                     langs()->name[lang], SLICE_ARG(clip->id), ending);
    else if (source_read(g->report, s->arena, own.file, TEXT_BYTES, true, &bytes) && clip->duration)
        clip->cue_count[lang] = captions_read(&own, bytes, lang, clip->duration, &clip->cue[lang]);
}

/* May be left out; the first language stands in for the others, and no other for the first. */
static void read_told(ClipGathering *g, const YamlSchema *s, Clip *clip, Lang lang) {
    char ending[LANG_CODE_BYTES + 8];
    snprintf(ending, sizeof ending, ".ad.%s.vtt", langs()->code[lang]);
    YamlSchema own = {g->report, s->arena, path_of(g, clip->id, ending)};
    Slice bytes;
    if (access(own.file.at, F_OK) != 0)
        return;
    if (lang != LANG_FIRST && !clip->told_count[LANG_FIRST])
        report_fault(g->report, own.file, 1,
                     "l’audiodescription (%s) manque ; ajouter « clips/" SLICE_FMT ".ad.%s.vtt »",
                     langs()->name[LANG_FIRST], SLICE_ARG(clip->id), langs()->code[LANG_FIRST]);
    else if (source_read(g->report, s->arena, own.file, TEXT_BYTES, true, &bytes) && clip->duration)
        clip->told_count[lang] = captions_read_told(&own, bytes, lang, clip, &clip->told[lang]);
}

/* ---- transcript ------------------------------------------------------------------------------ */

static Slice plain_text(const YamlSchema *s, cmark_node *paragraph) {
    Slice text = LIT("");
    for (cmark_node *child = cmark_node_first_child(paragraph); child;
         child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) == CMARK_NODE_TEXT)
            text = arena_printf(s->arena, SLICE_FMT "%s", SLICE_ARG(text),
                                cmark_node_get_literal(child));
        else if (cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK)
            text = arena_printf(s->arena, SLICE_FMT " ", SLICE_ARG(text));
        else
            report_fault(s->report, s->file, cmark_node_get_start_line(paragraph),
                         "seul du texte simple est admis ici : ni gras, ni italique, ni lien");
    }
    return text;
}

static void take_paragraphs(const YamlSchema *s, Slice bytes, Lang lang, Clip *clip) {
    cmark_node *document = cmark_parse_document(bytes.at, (size_t)bytes.len, CMARK_OPT_DEFAULT);
    clip->text[lang] = arena_array(s->arena, Slice, PARAGRAPHS_MAX);
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        int line = cmark_node_get_start_line(node), *count = &clip->text_count[lang];
        if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
            report_fault(s->report, s->file, line,
                         "une transcription n’a que des paragraphes, séparés par une ligne vide");
        else if (*count == PARAGRAPHS_MAX)
            report_fault(s->report, s->file, line, "%d paragraphes au plus ; abréger",
                         PARAGRAPHS_MAX);
        else
            clip->text[lang][(*count)++] =
                schema_set(s, plain_text(s, node), lang, line, PARAGRAPH_SIGNS);
    }
    cmark_node_free(document);
    if (!clip->text_count[lang])
        report_fault(s->report, s->file, 1,
                     "la transcription est vide ; dire ce que le film montre et fait entendre");
}

static void read_transcript(ClipGathering *g, const YamlSchema *s, int line, Clip *clip,
                            Lang lang) {
    char ending[LANG_CODE_BYTES + 8];
    snprintf(ending, sizeof ending, ".%s.md", langs()->code[lang]);
    YamlSchema own = {g->report, s->arena, path_of(g, clip->id, ending)};
    Slice bytes;
    if (access(own.file.at, F_OK) != 0)
        report_fault(g->report, s->file, line,
                     "la transcription (%s) manque ; ajouter « clips/" SLICE_FMT "%s »",
                     langs()->name[lang], SLICE_ARG(clip->id), ending);
    else if (source_read(g->report, s->arena, own.file, TEXT_BYTES, true, &bytes))
        take_paragraphs(&own, bytes, lang, clip);
}

/* Where its gesture is; the page that waits would turn round in no time at all. */
static void check_gesture(const YamlSchema *s, const YamlNode *map, const Clip *clip) {
    const YamlNode *to = yaml_get(map, "loop-to"), *from = yaml_get(map, "loop-from");
    if (!clip->duration || pack_gesture_fits(clip))
        return;
    report_fault(s->report, s->file, (to ? to : from)->line,
                 "le geste va de %d à %d s, et le film dure %.1f s ; « loop-from » et « loop-to » "
                 "sont deux secondes du film, dans cet ordre",
                 clip->loop_from, clip->loop_to, (double)clip->duration / 1000.0);
}

/* The page that waits asks whether one would do what the film shows. */
static void check_question(const YamlSchema *s, const YamlNode *map, const Clip *clip) {
    if (clip->attract && !yaml_get(map, "question"))
        report_warn(s->report, s->file, yaml_get(map, "attract")->line, 0,
                    "la page d’attente montre ce film, et demanderait autre chose ; nommer "
                    "l’activité du test qui lui ressemble (« question: »), ou « attract: false »");
}

/* ---- the list -------------------------------------------------------------------------------- */

static void take_clip(ClipGathering *g, const YamlSchema *s, const YamlNode *map) {
    Content *c = g->content;
    Clip clip = {.place = {{LIT("")}}, .signs_of = -1};
    schema_record(s, map, RECORD_clip, &c->pack, &clip);
    if (yaml_get(map, "place"))
        clip.place = schema_words(s, map, "place", PLACE_SIGNS);
    if (!clip.id.len)
        return;
    FilmSource film = {.bytes = LIT("")};
    read_video(g, s, map->line, &clip, &film);
    check_gesture(s, map, &clip);
    check_question(s, map, &clip);
    read_poster(g, s, map->line, &clip);
    for (int lang = 0; lang < langs()->written; lang++) {
        read_captions(g, s, map->line, &clip, lang);
        read_told(g, s, &clip, lang);
        read_transcript(g, s, map->line, &clip, lang);
    }
    c->film[c->pack.clip_count] = film;
    c->pack.clip[c->pack.clip_count++] = clip;
}

/* ---- sign language --------------------------------------------------------------------------- */

static void compare_lengths(ClipGathering *g, Slice file, const Clip *clip, const Clip *signs) {
    Millis apart = signs->duration - clip->duration;
    if (signs->duration && clip->duration && (apart > SIGNS_APART || apart < -SIGNS_APART))
        report_warn(g->report, file, 1, 0,
                    "la langue des signes dure %.1f s et le film %.1f s : les deux ne diront pas "
                    "la même chose au même moment ; leur donner la même durée",
                    (double)signs->duration / 1000.0, (double)clip->duration / 1000.0);
}

/* Behind all clips: a film that stands beside another, and is none of its own. */
static void read_signs(ClipGathering *g, const YamlSchema *s, int of) {
    static const char *const ENDINGS[] = {".lsf.mp4", ".lsf.webm", NULL};
    Pack *pack = &g->content->pack;
    const Clip *clip = &pack->clip[of];
    Slice file = find_file(g, clip->id, ENDINGS);
    if (!file.len)
        return;
    if (pack->film_count == clips_most()) {
        report_fault(g->report, file, 1, "plus de %d films ; en retirer", clips_most());
        return;
    }
    Clip signs = *clip;
    signs.id = arena_printf(s->arena, SLICE_FMT ".lsf", SLICE_ARG(clip->id));
    signs.signs_of = of;
    signs.duration = 0;
    film_look(g->content->verdicts, g->content->meter, g->report, s->arena, file, &signs,
              &g->content->film[pack->film_count]);
    compare_lengths(g, file, clip, &signs);
    pack->clip[pack->film_count++] = signs;
}

static void read_all_signs(ClipGathering *g, const YamlSchema *s) {
    Pack *pack = &g->content->pack;
    pack->film_count = pack->clip_count;
    for (int c = 0; c < pack->clip_count; c++) {
        meter_at(g->content->meter, message("langue des signes"), c + 1, pack->clip_count);
        read_signs(g, s, c);
    }
}

/* ---- what is left ---------------------------------------------------------------------------- */

static bool is_film_of(Slice name, Slice id) {
    static const char *const ENDINGS[] = {".mp4", ".webm", ".lsf.mp4", ".lsf.webm"};
    Slice ending = slice_cut(name, id.len, name.len);
    for (int i = 0; i < 4; i++)
        if (slice_has_prefix(name, id) && slice_is(ending, ENDINGS[i]))
            return true;
    return false;
}

static bool is_listed(const Pack *pack, Slice name) {
    for (int c = 0; c < pack->clip_count; c++)
        if (is_film_of(name, pack->clip[c].id))
            return true;
    return false;
}

/* A film that the list does not have would be shown to nobody. */
static void warn_of_unlisted(const ClipGathering *g) {
    static const char *const FILMS[] = {".mp4", ".webm"};
    Arena *arena = &g->content->arena;
    for (int k = 0; k < 2; k++) {
        Slice *names;
        int count = source_list(arena, g->folder, FILMS[k], &names);
        for (int i = 0; i < count; i++)
            if (!is_listed(&g->content->pack, names[i]))
                report_warn(g->report, source_path(arena, g->folder, names[i].at), 1, 0,
                            "ce film n’est pas dans clips.yaml, personne ne le verra ; l’y "
                            "ajouter, ou l’effacer");
    }
}

static int count_of(const YamlNode *map) {
    int count = 0;
    for (; map; map = map->next)
        count++;
    return count;
}

static void take_list(ClipGathering *g, const YamlSchema *s, const YamlNode *map) {
    Content *c = g->content;
    int all = count_of(map);
    for (int i = 1; map; map = map->next, i++) {
        meter_at(c->meter, "films", i, all);
        if (map->kind != YAML_MAP)
            report_fault(g->report, s->file, map->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
        else if (c->pack.clip_count < clips_most())
            take_clip(g, s, map);
        else
            report_fault(g->report, s->file, map->line, "plus de %d films ; en retirer",
                         clips_most());
    }
}

void clips_gather(Content *content, Report *report, Slice folder) {
    Arena *arena = &content->arena;
    ClipGathering g = {content, report, source_path(arena, folder, "clips")};
    YamlSchema s = {report, arena, source_path(arena, g.folder, "clips.yaml")};
    content->pack.clip = arena_array(arena, Clip, clips_most());
    content->film = arena_array(arena, FilmSource, clips_most());
    const YamlNode *list =
        source_is_there(report, s.file) ? source_yaml(report, arena, s.file, YAML_BYTES) : NULL;
    if (list && list->kind != YAML_LIST)
        report_fault(report, s.file, list->line,
                     "une liste est attendue : chaque élément commence par un tiret");
    schema_unique(&s, list);
    take_list(&g, &s, list && list->kind == YAML_LIST ? list->first : NULL);
    read_all_signs(&g, &s);
    if (!report_explains(report, "clips/clips.yaml", LIT("")))
        warn_of_unlisted(&g);
}
