#include "tools/pack/content_parts.h"

#include "tools/pack/captions.h"
#include "tools/pack/picture.h"
#include "tools/pack/probe.h"
#include "tools/pack/schema_record.h"
#include "tools/sources/source.h"

#include <cmark.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CLIPS_MAX 200
#define YAML_BYTES (1 << 20)
#define TEXT_BYTES (1 << 18)
#define POSTER_BYTES (1 << 20)
#define VIDEO_BYTES (1 << 29)
#define PARAGRAPHS_MAX 40

enum { PLACE_SIGNS = 40, PARAGRAPH_SIGNS = 500 };

typedef struct ClipGathering {
    Content *content;
    Report *report;
    Slice folder; /* …/clips */
} ClipGathering;

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

static void hash_chunks(Arena *arena, Slice video, Clip *clip) {
    clip->bytes = video.len;
    clip->chunk_count = (video.len + CHUNK_BYTES - 1) / CHUNK_BYTES;
    clip->chunk_hash = arena_alloc(arena, (size_t)clip->chunk_count * CHUNK_HASH);
    crypto_hash_sha256(clip->sha256, (const unsigned char *)video.at,
                       (unsigned long long)video.len);
    for (int i = 0; i < clip->chunk_count; i++) {
        Slice chunk = slice_cut(video, i * CHUNK_BYTES,
                                i + 1 < clip->chunk_count ? (i + 1) * CHUNK_BYTES : video.len);
        crypto_hash_sha256(clip->chunk_hash[i], (const unsigned char *)chunk.at,
                           (unsigned long long)chunk.len);
    }
}

static void read_video(ClipGathering *g, const YamlSchema *s, int line, Clip *clip, Slice *video) {
    static const char *const ENDINGS[] = {".mp4", ".webm", NULL};
    Slice file = find_file(g, clip->id, ENDINGS);
    *video = LIT("");
    if (!file.len)
        report_fault(g->report, s->file, line,
                     "le film manque ; ajouter « clips/" SLICE_FMT ".mp4 » (ou .webm)",
                     SLICE_ARG(clip->id));
    else if (source_read(g->report, s->arena, file, VIDEO_BYTES, false, video) &&
             probe_video(g->report, s->arena, file, *video, clip))
        hash_chunks(s->arena, *video, clip);
}

static void read_poster(ClipGathering *g, const YamlSchema *s, int line, Clip *clip) {
    static const char *const ENDINGS[] = {".jpg", ".png", ".svg", NULL};
    Pack *pack = &g->content->pack;
    Slice file = find_file(g, clip->id, ENDINGS);
    Picture picture = {.id = arena_printf(s->arena, "clips/" SLICE_FMT, SLICE_ARG(clip->id))};
    if (!file.len)
        report_fault(g->report, s->file, line,
                     "l’affiche manque ; ajouter « clips/" SLICE_FMT ".jpg » (ou .png, .svg)",
                     SLICE_ARG(clip->id));
    else if (pack->picture_count < CONTENT_LIST_MAX &&
             source_read(g->report, s->arena, file, POSTER_BYTES, false, &picture.data) &&
             picture_check(g->report, file, picture.data, &picture)) {
        clip->poster = pack->picture_count;
        pack->picture[pack->picture_count++] = picture;
    }
}

static void read_captions(ClipGathering *g, const YamlSchema *s, int line, Clip *clip, Lang lang) {
    char ending[LANG_CODE_BYTES + 8];
    snprintf(ending, sizeof ending, ".%s.vtt", langs()->code[lang]);
    YamlSchema own = {g->report, s->arena, path_of(g, clip->id, ending)};
    Slice bytes;
    if (access(own.file.at, F_OK) != 0)
        report_fault(g->report, s->file, line,
                     "les sous-titres (%s) manquent ; ajouter « clips/" SLICE_FMT "%s »",
                     langs()->name[lang], SLICE_ARG(clip->id), ending);
    else if (source_read(g->report, s->arena, own.file, TEXT_BYTES, true, &bytes) && clip->duration)
        clip->cue_count[lang] = captions_read(&own, bytes, lang, clip->duration, &clip->cue[lang]);
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

/* ---- the list -------------------------------------------------------------------------------- */

static bool is_twice(const Pack *pack, Slice id) {
    for (int c = 0; c < pack->clip_count; c++)
        if (slice_equal(pack->clip[c].id, id))
            return true;
    return false;
}

static void take_clip(ClipGathering *g, const YamlSchema *s, const YamlNode *map) {
    Content *c = g->content;
    Clip clip = {.place = {{LIT("")}}};
    schema_record(s, map, RECORD_clip, &c->pack, &clip);
    if (yaml_get(map, "place"))
        clip.place = schema_words(s, map, "place", PLACE_SIGNS);
    if (!clip.id.len)
        return;
    if (is_twice(&c->pack, clip.id))
        report_fault(g->report, s->file, map->line,
                     "le nom « " SLICE_FMT " » est donné deux fois ; en changer un",
                     SLICE_ARG(clip.id));
    Slice video;
    read_video(g, s, map->line, &clip, &video);
    read_poster(g, s, map->line, &clip);
    for (int lang = 0; lang < langs()->written; lang++) {
        read_captions(g, s, map->line, &clip, lang);
        read_transcript(g, s, map->line, &clip, lang);
    }
    c->video[c->pack.clip_count] = video;
    c->pack.clip[c->pack.clip_count++] = clip;
}

void clips_gather(Content *content, Report *report, Slice folder) {
    Arena *arena = &content->arena;
    ClipGathering g = {content, report, source_path(arena, folder, "clips")};
    YamlSchema s = {report, arena, source_path(arena, g.folder, "clips.yaml")};
    Slice bytes;
    content->pack.clip = arena_array(arena, Clip, CLIPS_MAX);
    content->video = arena_array(arena, Slice, CLIPS_MAX);
    if (access(s.file.at, F_OK) != 0 ||
        !source_read(report, arena, s.file, YAML_BYTES, true, &bytes))
        return;
    YamlNode *list = yaml_read(report, arena, s.file, bytes);
    if (list && list->kind != YAML_LIST)
        report_fault(report, s.file, list->line,
                     "une liste est attendue : chaque élément commence par un tiret");
    for (const YamlNode *map = list && list->kind == YAML_LIST ? list->first : NULL; map;
         map = map->next) {
        if (map->kind != YAML_MAP)
            report_fault(report, s.file, map->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
        else if (content->pack.clip_count < CLIPS_MAX)
            take_clip(&g, &s, map);
    }
}
