#include "tools/pack/captions.h"

#include "tools/pack/caption_text.h"
#include "tools/pack/drawn.h"
#include "tools/sources/typography.h"

#include <string.h>

typedef struct CaptionReading {
    const YamlSchema *schema;
    Slice rest, back; /* back: where the line last taken begins */
    int line;         /* number of the line last taken */
    bool said_place, said_speaker, said_hour;
    Lang lang;
    Millis duration;
    Cue *cue;
    int count;
    const Cue *speech; /* that may not be said over */
    int speech_count;
} CaptionReading;

#define FAULT(r, number, ...)                                                                      \
    report_fault((r)->schema->report, (r)->schema->file, (number), __VA_ARGS__)

/* ---- lines and times ------------------------------------------------------------------------- */

static bool next_line(CaptionReading *r, Slice *line) {
    if (!r->rest.len)
        return false;
    int end = slice_find(r->rest, LIT("\n"));
    r->back = r->rest;
    *line = slice_cut(r->rest, 0, end < 0 ? r->rest.len : end);
    r->rest = slice_cut(r->rest, end < 0 ? r->rest.len : end + 1, r->rest.len);
    *line = slice_trim(*line);
    r->line++;
    return true;
}

static void line_back(CaptionReading *r) {
    r->rest = r->back;
    r->line--;
}

static bool has_times(Slice line) {
    return slice_find(line, LIT("-->")) >= 0;
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

/* "12:34.567" or "01:02:03.456", and as SubRip has them "01:02:03,456". */
static bool take_time(Slice *text, Millis *time) {
    int part[3], parts = 0, ms;
    do {
        if (parts == 3 || !digits(text, &part[parts]))
            return false;
        parts++;
    } while (sign(text, ':'));
    bool point = sign(text, '.') || sign(text, ',');
    if (parts < 2 || !point || digits(text, &ms) != 3)
        return false;
    int seconds = part[parts - 1], minutes = part[parts - 2], hours = parts == 3 ? part[0] : 0;
    *time = hours * CIVIL_HOUR + minutes * CIVIL_MINUTE + (Millis)seconds * 1000 + ms;
    return seconds < 60 && minutes < 60;
}

/* `settings`: what follows the times. */
static bool take_times(Slice line, Cue *cue, Slice *settings) {
    if (!take_time(&line, &cue->start))
        return false;
    line = slice_trim(line);
    if (!slice_has_prefix(line, LIT("-->")))
        return false;
    line = slice_trim(slice_cut(line, 3, line.len));
    if (!take_time(&line, &cue->end) || (line.len && !strchr(" \t", line.at[0])))
        return false;
    *settings = slice_trim(line);
    return true;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Signs that can be read in a time: 12 in one second, 20 in two, 36 in three, 60 in four, then 15
   more a second; a fifth more is tolerated. */
static int signs_in(Millis duration) {
    static const int SIGNS[] = {0, 12, 20, 36, 60};
    if (duration <= 0) /* its times were named already */
        return 0;
    int64_t whole = duration / 1000, part = duration % 1000;
    int64_t thousandths = whole >= 4
                              ? 60000 + (duration - 4000) * 15
                              : SIGNS[whole] * 1000 + (SIGNS[whole + 1] - SIGNS[whole]) * part;
    return (int)(thousandths * 6 / 5 / 1000);
}

/* Cutting rooms count from one hour on. */
static bool begins_at_an_hour(CaptionReading *r, const Cue *cue, int number) {
    bool late = cue->start >= CIVIL_HOUR && r->duration < CIVIL_HOUR;
    if (late && !r->said_hour)
        FAULT(r, number,
              "les temps commencent à %d h, le film à 0 ; retrancher %02d:00:00 de tous les temps",
              (int)(cue->start / CIVIL_HOUR), (int)(cue->start / CIVIL_HOUR));
    r->said_hour |= late;
    return late;
}

static void check_time(CaptionReading *r, const Cue *cue, int number) {
    const Cue *before = r->count ? &r->cue[r->count - 1] : NULL;
    if (begins_at_an_hour(r, cue, number))
        return;
    if (cue->end <= cue->start)
        FAULT(r, number, "ce sous-titre finit avant de commencer ; corriger ses temps");
    else if (before && cue->start < before->end)
        FAULT(r, number,
              "ce sous-titre commence avant la fin du précédent ; décaler l’un des deux");
    else if (cue->end > r->duration + 100)
        FAULT(r, number, "ce sous-titre finit après le film (%.1f s) ; corriger ses temps",
              (double)r->duration / 1000);
}

static void check_pause(CaptionReading *r, const Cue *cue, int number) {
    for (int i = 0; i < r->speech_count; i++)
        if (cue->start < r->speech[i].end && cue->end > r->speech[i].start) {
            FAULT(r, number,
                  "cette description recouvre les paroles de %.1f à %.1f s ; la placer dans un "
                  "silence",
                  (double)r->speech[i].start / 1000, (double)r->speech[i].end / 1000);
            return;
        }
}

static void check_words(CaptionReading *r, const Cue *cue, int number) {
    int signs = utf8_count(cue->line[0]) + utf8_count(cue->line[1]),
        most = signs_in(cue->end - cue->start);
    if (!signs)
        FAULT(r, number, "ce sous-titre est vide ; l’écrire ou l’effacer");
    else if (signs > most && cue->end > cue->start)
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

/* Said once a file: whoever made it has the same on every line. */
static void warn_of_place(CaptionReading *r, Slice settings) {
    if (!r->said_place)
        report_warn(r->schema->report, r->schema->file, r->line, 0,
                    "« " SLICE_FMT " » n’est pas suivi : les sous-titres de la borne sont toujours "
                    "au même endroit ; l’effacer",
                    SLICE_ARG(settings));
    r->said_place = true;
}

static void warn_of_speaker(CaptionReading *r, Slice speaker) {
    if (!r->said_speaker)
        report_warn(r->schema->report, r->schema->file, r->line, 0,
                    "le nom de qui parle (<v " SLICE_FMT
                    ">) n’est pas montré ; s’il compte, l’écrire dans le texte",
                    SLICE_ARG(speaker));
    r->said_speaker = true;
}

static Slice words_of(CaptionReading *r, Slice line) {
    const YamlSchema *s = r->schema;
    CaptionText found = caption_text(s->arena, line);
    if (found.placed)
        warn_of_place(r, slice_cut(line, 0, slice_find(line, LIT("}")) + 1));
    if (found.speaker.len)
        warn_of_speaker(r, found.speaker);
    drawn_check(s->report, s->file, r->line, found.text);
    return typography_set(s->arena, found.text, r->lang);
}

/* The times of the next one stand where its words should have ended. */
static void say_no_blank_line(CaptionReading *r) {
    FAULT(r, r->line, "une ligne vide manque avant ces temps ; l’ajouter");
    line_back(r);
}

static int take_lines(CaptionReading *r, Cue *cue) {
    int lines = 0;
    for (Slice line; next_line(r, &line) && line.len; lines++) {
        if (has_times(line)) {
            say_no_blank_line(r);
            break;
        }
        if (lines < 2)
            cue->line[lines] = words_of(r, line);
    }
    return lines;
}

static void take_words(CaptionReading *r, Cue *cue) {
    int number = r->line, lines = take_lines(r, cue);
    if (lines > 2)
        FAULT(r, number, "%d lignes, deux au plus ; partager ce sous-titre en deux", lines);
    check_time(r, cue, number);
    check_pause(r, cue, number);
    check_words(r, cue, number);
}

/* Up to the next empty line: no words of a film. */
static void skip_block(CaptionReading *r) {
    for (Slice line; next_line(r, &line) && line.len;)
        if (has_times(line)) {
            say_no_blank_line(r);
            return;
        }
}

static void skip_cue(CaptionReading *r) {
    for (Slice line; next_line(r, &line) && line.len;)
        ;
}

static void take_cue(CaptionReading *r, Slice line) {
    Cue cue = {.line = {LIT(""), LIT("")}};
    Slice settings;
    if (!has_times(line) && !next_line(r, &line)) /* the first line was the cue's name */
        line = LIT("");
    if (!take_times(line, &cue, &settings)) {
        FAULT(r, r->line, "des temps sont attendus ici : « 00:01.000 --> 00:03.500 »");
        skip_cue(r);
        return;
    }
    if (settings.len)
        warn_of_place(r, settings);
    take_words(r, &cue);
    if (r->count < CAPTION_CUES_MAX)
        r->cue[r->count++] = cue;
    else if (r->count == CAPTION_CUES_MAX)
        FAULT(r, r->line, "plus de %d sous-titres ; couper le film", CAPTION_CUES_MAX);
}

static bool is_word(Slice line, Slice word) {
    return slice_has_prefix(line, word) &&
           (line.len == word.len || strchr(" \t", line.at[word.len]));
}

static void take_block(CaptionReading *r, Slice line) {
    bool look = is_word(line, LIT("STYLE")) || is_word(line, LIT("REGION"));
    if (look)
        warn_of_place(r, line);
    if (look || is_word(line, LIT("NOTE")))
        skip_block(r);
    else
        take_cue(r, line);
}

/* As SubRip begins: a number, then times. */
static bool is_subrip(Slice bytes) {
    int end = slice_find(bytes, LIT("\n"));
    Slice second = slice_trim(slice_cut(bytes, end < 0 ? bytes.len : end, bytes.len));
    int over = slice_find(second, LIT("\n"));
    return end > 0 && bytes.at[0] >= '0' && bytes.at[0] <= '9' &&
           has_times(slice_cut(second, 0, over < 0 ? second.len : over));
}

/* Without a word of what it is, a file may be one of SubRip. */
static bool take_head(CaptionReading *r) {
    Slice line = LIT("");
    bool there = next_line(r, &line);
    while (there && !line.len)
        there = next_line(r, &line);
    if (is_word(line, LIT("WEBVTT"))) {
        skip_block(r);
        return true;
    }
    line_back(r);
    return is_subrip(r->rest);
}

static int read(CaptionReading r, Cue **cues) {
    Slice line;
    *cues = r.cue = arena_array(r.schema->arena, Cue, CAPTION_CUES_MAX);
    if (!take_head(&r)) {
        FAULT(&r, 1, "un fichier de sous-titres commence par une ligne WEBVTT ; l’ajouter");
        return 0;
    }
    while (next_line(&r, &line))
        if (line.len)
            take_block(&r, line);
    if (!r.count)
        FAULT(&r, 1, "aucun sous-titre ; écrire au moins ce qui est dit ou montré");
    return r.count;
}

int captions_read(const YamlSchema *schema, Slice bytes, Lang lang, Millis duration, Cue **cues) {
    return read(
        (CaptionReading){.schema = schema, .rest = bytes, .lang = lang, .duration = duration},
        cues);
}

int captions_read_told(const YamlSchema *schema, Slice bytes, Lang lang, const Clip *clip,
                       Cue **cues) {
    return read((CaptionReading){.schema = schema,
                                 .rest = bytes,
                                 .lang = lang,
                                 .duration = clip->duration,
                                 .speech = clip->cue[lang],
                                 .speech_count = clip->cue_count[lang]},
                cues);
}
