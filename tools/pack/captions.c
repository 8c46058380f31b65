#include "tools/pack/captions.h"

#include "tools/sources/typography.h"

#include <string.h>

#define MS_PER_HOUR 3600000

typedef struct CaptionReading {
    const YamlSchema *schema;
    Slice rest;
    int line; /* number of the line last taken */
    Lang lang;
    Millis duration;
    Cue *cue;
    int count;
} CaptionReading;

#define FAULT(r, number, ...)                                                                      \
    report_fault((r)->schema->report, (r)->schema->file, (number), __VA_ARGS__)

/* ---- lines and times ------------------------------------------------------------------------- */

static bool next_line(CaptionReading *r, Slice *line) {
    if (!r->rest.len)
        return false;
    int end = slice_find(r->rest, LIT("\n"));
    *line = slice_cut(r->rest, 0, end < 0 ? r->rest.len : end);
    r->rest = slice_cut(r->rest, end < 0 ? r->rest.len : end + 1, r->rest.len);
    *line = slice_trim(*line);
    r->line++;
    return true;
}

static int digits(Slice *text, int *value) {
    int count = 0;
    for (*value = 0; text->len && count < 6 && text->at[0] >= '0' && text->at[0] <= '9'; count++) {
        *value = *value * 10 + (text->at[0] - '0');
        *text = slice_cut(*text, 1, text->len);
    }
    return count;
}

static bool sign(Slice *text, char wanted) {
    if (!text->len || text->at[0] != wanted)
        return false;
    *text = slice_cut(*text, 1, text->len);
    return true;
}

/* "12:34.567" or "01:02:03.456". */
static bool take_time(Slice *text, Millis *time) {
    int part[3], parts = 0, ms;
    do {
        if (parts == 3 || !digits(text, &part[parts]))
            return false;
        parts++;
    } while (sign(text, ':'));
    if (parts < 2 || !sign(text, '.') || digits(text, &ms) != 3)
        return false;
    int seconds = part[parts - 1], minutes = part[parts - 2], hours = parts == 3 ? part[0] : 0;
    *time = (Millis)hours * MS_PER_HOUR + minutes * 60000 + seconds * 1000 + ms;
    return seconds < 60 && minutes < 60;
}

static bool take_times(Slice line, Cue *cue) {
    if (!take_time(&line, &cue->start))
        return false;
    line = slice_trim(line);
    if (!slice_has_prefix(line, LIT("-->")))
        return false;
    line = slice_trim(slice_cut(line, 3, line.len));
    return take_time(&line, &cue->end) && (!line.len || line.at[0] == ' ' || line.at[0] == '\t');
}

/* ---- words ----------------------------------------------------------------------------------- */

static const struct {
    const char *name, *sign;
} ENTITIES[] = {{"&amp;", "&"},         {"&lt;", "<"}, {"&gt;", ">"},
                {"&nbsp;", "\xC2\xA0"}, {"&lrm;", ""}, {"&rlm;", ""}};

/* Without <i>, <v Name> and the like, entities as the signs they stand for. */
static Slice plain(Arena *arena, Slice line) {
    char *out = arena_alloc(arena, (size_t)line.len + 1);
    int len = 0;
    for (int i = 0; i < line.len; i++) {
        const char *put = NULL;
        for (size_t e = 0; line.at[i] == '&' && e < sizeof ENTITIES / sizeof *ENTITIES && !put; e++)
            if (slice_has_prefix(slice_cut(line, i, line.len), slice_from(ENTITIES[e].name))) {
                put = ENTITIES[e].sign;
                i += (int)strlen(ENTITIES[e].name) - 1;
            }
        if (line.at[i] == '<' && !put)
            while (i < line.len && line.at[i] != '>')
                i++;
        else if (put)
            for (; *put; put++)
                out[len++] = *put;
        else
            out[len++] = line.at[i];
    }
    return (Slice){out, len};
}

/* Signs that can be read in a time: 12 in one second, 20 in two, 36 in three, 60 in four, then 15
   more a second; a fifth more is tolerated. */
static int signs_in(Millis duration) {
    static const int SIGNS[] = {0, 12, 20, 36, 60};
    int64_t whole = duration / 1000, part = duration % 1000;
    int64_t thousandths = whole >= 4
                              ? 60000 + (duration - 4000) * 15
                              : SIGNS[whole] * 1000 + (SIGNS[whole + 1] - SIGNS[whole]) * part;
    return (int)(thousandths * 6 / 5 / 1000);
}

static void check_time(CaptionReading *r, const Cue *cue, int number) {
    const Cue *before = r->count ? &r->cue[r->count - 1] : NULL;
    if (cue->end <= cue->start)
        FAULT(r, number, "ce sous-titre finit avant de commencer ; corriger ses temps");
    else if (before && cue->start < before->end)
        FAULT(r, number,
              "ce sous-titre commence avant la fin du précédent ; décaler l’un des deux");
    else if (cue->end > r->duration + 100)
        FAULT(r, number, "ce sous-titre finit après le film (%.1f s) ; corriger ses temps",
              (double)r->duration / 1000);
}

static void check_words(CaptionReading *r, const Cue *cue, int number) {
    int signs = utf8_count(cue->line[0]) + utf8_count(cue->line[1]),
        most = signs_in(cue->end - cue->start);
    if (!signs)
        FAULT(r, number, "ce sous-titre est vide ; l’écrire ou l’effacer");
    else if (signs > most)
        FAULT(r, number,
              "trop rapide à lire : %d signes en %.1f s, %d au plus ; abréger ou laisser plus "
              "longtemps",
              signs, (double)(cue->end - cue->start) / 1000, most);
    for (int i = 0; i < 2; i++)
        if (utf8_count(cue->line[i]) > CAPTION_LINE_MAX)
            FAULT(r, number + 1 + i, "ligne de %d signes, %d au plus ; l’abréger ou la couper",
                  utf8_count(cue->line[i]), CAPTION_LINE_MAX);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void take_words(CaptionReading *r, Cue *cue) {
    int number = r->line, lines = 0;
    for (Slice line; next_line(r, &line) && line.len; lines++)
        if (lines < 2)
            cue->line[lines] = typography_set(r->schema->arena,
                                              slice_trim(plain(r->schema->arena, line)), r->lang);
    if (lines > 2)
        FAULT(r, number, "%d lignes, deux au plus ; partager ce sous-titre en deux", lines);
    check_time(r, cue, number);
    check_words(r, cue, number);
}

static void skip_block(CaptionReading *r) {
    for (Slice line; next_line(r, &line) && line.len;)
        ;
}

static void take_cue(CaptionReading *r, Slice line) {
    Cue cue = {.line = {LIT(""), LIT("")}};
    if (slice_find(line, LIT("-->")) < 0 &&
        !next_line(r, &line)) /* the first line was the cue's name */
        line = LIT("");
    if (!take_times(line, &cue)) {
        FAULT(r, r->line, "des temps sont attendus ici : « 00:01.000 --> 00:03.500 »");
        skip_block(r);
        return;
    }
    take_words(r, &cue);
    if (r->count < CAPTION_CUES_MAX)
        r->cue[r->count++] = cue;
}

static bool is_aside(Slice line) {
    return slice_has_prefix(line, LIT("NOTE")) || slice_has_prefix(line, LIT("STYLE")) ||
           slice_has_prefix(line, LIT("REGION"));
}

int captions_read(const YamlSchema *schema, Slice bytes, Lang lang, Millis duration, Cue **cues) {
    CaptionReading r = {.schema = schema,
                        .rest = bytes,
                        .lang = lang,
                        .duration = duration,
                        .cue = arena_array(schema->arena, Cue, CAPTION_CUES_MAX)};
    Slice line;
    *cues = r.cue;
    if (!next_line(&r, &line) || !slice_has_prefix(line, LIT("WEBVTT"))) {
        FAULT(&r, 1, "un fichier de sous-titres commence par une ligne WEBVTT");
        return 0;
    }
    if (line.len)
        skip_block(&r);
    while (next_line(&r, &line)) {
        if (line.len && is_aside(line))
            skip_block(&r);
        else if (line.len)
            take_cue(&r, line);
    }
    if (!r.count)
        FAULT(&r, 1, "aucun sous-titre ; écrire au moins ce qui est dit ou montré");
    return r.count;
}
