#include "tools/pack/content_parts.h"

#include "tools/pack/record_draft.h"
#include "tools/pack/recording_sound.h"
#include "tools/pack/records.h"
#include "tools/pack/said_sentences.h"
#include "tools/sources/source.h"
#include "tools/sources/typography.h"
#include "voice/recordings.h"

#include <string.h>
#include <unistd.h>

#define ALL_BYTES_MAX (32 << 20) /* the kiosk has them in its memory */

static const char *const ENDINGS[] = {".ogg", ".opus", ".wav"};
enum { ENDING_COUNT = sizeof ENDINGS / sizeof *ENDINGS };

typedef struct Gathering {
    Content *content;
    Arena *arena;
    Report *report;
    Slice folder; /* …/recordings */
    Recordings known;
    SaidSentences *said[LANG_MAX]; /* made when the language is first met */
    int64_t bytes;
} Gathering;

static int line_of(const RecordDraft *d, const char *key) {
    const YamlNode *node = yaml_get(d->map, key);
    return node ? node->line : d->map->line;
}

/* ---- the sound ------------------------------------------------------------------------------- */

static Slice path_of(const Gathering *g, Slice id, const char *ending) {
    return source_path(g->arena, g->folder,
                       arena_printf(g->arena, SLICE_FMT "%s", SLICE_ARG(id), ending).at);
}

/* The first that is there; empty: none is. */
static Slice find_sound(const Gathering *g, Slice id) {
    Slice found = LIT("");
    for (int i = 0; i < ENDING_COUNT; i++) {
        Slice path = path_of(g, id, ENDINGS[i]);
        if (access(path.at, F_OK) != 0)
            continue;
        if (found.len)
            report_fault(g->report, path, 1,
                         "deux sons s’appellent « " SLICE_FMT " » ; en effacer un", SLICE_ARG(id));
        found = found.len ? found : path;
    }
    return found;
}

static void check_bytes(Gathering *g, Slice file, Slice sound) {
    bool before = g->bytes > ALL_BYTES_MAX;
    g->bytes += sound.len;
    if (g->bytes > ALL_BYTES_MAX && !before)
        report_fault(g->report, file, 1,
                     "les sons font ensemble plus de %d Mo ; les enregistrer en Ogg Opus, dix fois "
                     "plus léger que le WAV",
                     ALL_BYTES_MAX >> 20);
}

static void take_sound(Gathering *g, const RecordDraft *d, Recording *recording) {
    Slice file = find_sound(g, recording->id), bytes;
    if (!file.len && report_explains(g->report, "recordings/", recording->id))
        return;
    if (!file.len)
        report_fault(g->report, d->schema.file, d->map->line,
                     "le son manque ; ajouter « recordings/" SLICE_FMT ".ogg » (ou .opus, .wav)",
                     SLICE_ARG(recording->id));
    else if (source_read(g->report, g->arena, file, RECORDING_BYTES_MAX, false, &bytes) &&
             recording_look(g->content->verdicts, g->report, g->arena, file, bytes)) {
        recording->sound = bytes;
        check_bytes(g, file, bytes);
    }
}

/* ---- the sentence ---------------------------------------------------------------------------- */

static Slice codes_in_use(const Gathering *g) {
    Slice list = LIT("");
    for (int lang = 0; lang < langs()->count; lang++)
        list = arena_printf(g->arena, SLICE_FMT "%s%s", SLICE_ARG(list), lang ? ", " : "",
                            langs()->code[lang]);
    return list;
}

/* A mere warning: some sentences are put together of words and figures while the kiosk runs. */
static void check_said(Gathering *g, const RecordDraft *d, Lang lang, Slice says) {
    if (!g->said[lang])
        g->said[lang] = said_sentences(g->arena, &g->content->pack, lang);
    if (said_has(g->said[lang], says))
        return;
    Slice near = said_nearest(g->said[lang], says);
    if (near.len)
        report_warn(g->report, d->schema.file, line_of(d, "says"), 0,
                    "aucune page ne dit cette phrase ; est-ce « " SLICE_FMT " » ?",
                    SLICE_ARG(near));
    else
        report_warn(g->report, d->schema.file, line_of(d, "says"), 0,
                    "aucune page ne dit cette phrase ; la recopier mot pour mot, et « Accueil, "
                    "bouton » pour un bouton");
}

/* A campus that did not read well lacks words that were only not understood. */
static bool has_all_words(const Gathering *g) {
    return g->report->broken_count == 0;
}

static void take_sentence(Gathering *g, const RecordDraft *d, Recording *recording) {
    int lang = langs_find(langs(), recording->lang);
    if (lang < 0) {
        report_fault(g->report, d->schema.file, line_of(d, "lang"),
                     "« " SLICE_FMT " » n’est pas une langue d’ici ; elles s’appellent " SLICE_FMT,
                     SLICE_ARG(recording->lang), SLICE_ARG(codes_in_use(g)));
        return;
    }
    recording->says = typography_set(g->arena, slice_trim(recording->says), lang);
    if (!recordings_add(&g->known, g->arena, lang, recording->says,
                        (Recorded){recording->id, LIT("")}))
        report_fault(g->report, d->schema.file, line_of(d, "says"),
                     "cette phrase est enregistrée deux fois ; n’en garder qu’une");
    else if (has_all_words(g))
        check_said(g, d, lang, recording->says);
}

/* ---- what is left ---------------------------------------------------------------------------- */

static bool is_listed(const Pack *pack, Slice name, const char *ending) {
    Slice stem = slice_cut(name, 0, name.len - (int)strlen(ending));
    for (int i = 0; i < pack->recording_count; i++)
        if (slice_equal(pack->recording[i].id, stem))
            return true;
    return false;
}

static void warn_of_unlisted(const Gathering *g) {
    for (int k = 0; k < ENDING_COUNT; k++) {
        Slice *names;
        int count = source_list(g->arena, g->folder, ENDINGS[k], &names);
        for (int i = 0; i < count; i++)
            if (!is_listed(&g->content->pack, names[i], ENDINGS[k]))
                report_warn(g->report, source_path(g->arena, g->folder, names[i].at), 1, 0,
                            "ce son n’est pas dans recordings.yaml, personne ne l’entendra ; l’y "
                            "ajouter, ou l’effacer");
    }
}

void recordings_gather(Content *content, Report *report, Slice folder) {
    Pack *pack = &content->pack;
    Gathering g = {.content = content, .arena = &content->arena, .report = report};
    g.folder = source_path(g.arena, folder, "recordings");
    RecordDrafts drafts = records_written(g.arena, folder, RECORD_recording);
    for (int i = 0; i < pack->recording_count && i < drafts.count; i++) {
        Recording *recording = &pack->recording[i];
        if (!recording->id.len || !recording->says.len || !recording->lang.len)
            continue; /* which is said already */
        take_sentence(&g, &drafts.draft[i], recording);
        take_sound(&g, &drafts.draft[i], recording);
    }
    if (!report_explains(report, "recordings.yaml", LIT("")))
        warn_of_unlisted(&g);
}
