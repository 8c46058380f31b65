#include "tools/pack/translate.h"

#include "content/ids.h"
#include "tools/pack/po_look.h"
#include "tools/pack/strings.h"
#include "tools/sources/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a file says already, found by its context. */
typedef struct KnownTexts {
    Slice path; /* empty: the language has no file */
    PoFile file;
    Ids context;
    int missing, fuzzy;
} KnownTexts;

struct Translations {
    Arena *arena;
    Report *report;
    Verdicts *verdicts;
    KnownTexts known[LANG_MAX];
    Lang adding; /* 0: none */
};

static void know(Arena *arena, KnownTexts *known) {
    if (!known->file.text)
        known->file.text = arena_array(arena, PoText, 1);
    known->context =
        ids_of(arena, &known->file.text->context, sizeof *known->file.text, known->file.count);
}

static const PoText *known_text(const KnownTexts *known, Slice context) {
    int found = ids_find(&known->context, context);
    return found < 0 ? NULL : &known->file.text[found];
}

/* ---- taking ---------------------------------------------------------------------------------- */

/* What was translated before its text had forms is still right in one of them. */
static bool is_of(Slice translated, Slice source) {
    int forms = slice_find(source, LIT(PO_FORM_END));
    return slice_equal(translated, source) ||
           (forms >= 0 && slice_equal(translated, slice_cut(source, forms + 1, source.len)));
}

/* Lists by which the search makes words kin: a language that has no such words leaves them empty,
   and no other stands in. */
static bool may_be_empty(Slice context) {
    return slice_has_prefix(context, LIT("search/"));
}

static Slice take(void *self, Slice context, Slice source, Slice remark) {
    KnownTexts *known = self;
    const PoText *text = known_text(known, context);
    (void)remark;
    if (!text || !text->target.len) {
        known->missing += !text || !may_be_empty(context);
        return (Slice){0};
    }
    if (text->fuzzy || !is_of(text->source, source)) {
        known->fuzzy++;
        return (Slice){0};
    }
    return text->target;
}

static Slice take_or_source(void *self, Slice context, Slice source, Slice remark) {
    Slice text = take(self, context, source, remark);
    return text.len ? text : source;
}

static Strings strings_to(Translations *t, Lang lang) {
    bool adding = t->adding == lang;
    return (Strings){&t->known[lang], adding ? take_or_source : take, t->arena, lang};
}

/* ---- which languages there are --------------------------------------------------------------- */

/* As it calls itself: by its file, or as the program calls it, or by its code alone. */
static Slice name_of(const KnownTexts *known, Slice code) {
    LangList own;
    langs_own(&own);
    int lang = langs_find(&own, code);
    const PoText *name = known->path.len ? known_text(known, LIT("ui/LANGUAGE_NAME")) : NULL;
    if (name && name->target.len)
        return name->target;
    return lang < 0 ? code : slice_from(own.name[lang]);
}

bool translate_written(Pack *pack, Arena *arena, Slice code) {
    LangList own;
    langs_own(&own);
    int lang = langs_find(&own, code);
    Slice name = arena_copy(arena, lang < 0 ? code : slice_from(own.name[lang]));
    if (!langs_add(&pack->lang, code, name))
        return false;
    pack->lang.written = pack->lang.count;
    return true;
}

static void refuse(Translations *t, Slice path, Slice code) {
    report_fault(t->report, path, 1,
                 "« %s » n’est pas le code d’une langue de plus ; %d langues au plus", code.at,
                 LANG_MAX);
}

/* A language that authors write needs a file when the program does not speak it. */
static Lang place_of(Translations *t, Pack *pack, const KnownTexts *known, Slice code) {
    int lang = langs_find(&pack->lang, code);
    if (lang >= 0 && pack->lang.own[lang] < 0)
        return lang;
    if (langs_add(&pack->lang, code, name_of(known, code)))
        return pack->lang.count - 1;
    refuse(t, known->path, code);
    return -1;
}

static void read_file(Translations *t, Pack *pack, Slice path, Slice code) {
    KnownTexts known = {.path = path};
    if (!po_look(t->verdicts, t->report, t->arena, path, &known.file))
        return;
    know(t->arena, &known);
    Lang lang = place_of(t, pack, &known, code);
    if (lang >= 0)
        t->known[lang] = known;
}

static void read_files(Translations *t, Pack *pack, Slice folder) {
    Slice *names, path = source_path(t->arena, folder, "lang");
    int count = source_list(t->arena, path, ".po", &names);
    for (int i = 0; i < count; i++) {
        Slice code = slice_cut(names[i], 0, names[i].len - (int)strlen(".po"));
        read_file(t, pack, source_path(t->arena, path, names[i].at), arena_copy(t->arena, code));
    }
}

static void add_new(Translations *t, Pack *pack, const char *adding) {
    Slice code = slice_from(adding);
    int lang = langs_find(&pack->lang, code);
    if (lang < 0 && langs_add(&pack->lang, code, code))
        lang = pack->lang.count - 1;
    if (lang <= 0 || (lang < pack->lang.written && pack->lang.own[lang] >= 0)) {
        refuse(t, source_path(t->arena, code, ""), code);
        return;
    }
    t->adding = lang;
    know(t->arena, &t->known[lang]);
}

/* ---- the program's words --------------------------------------------------------------------- */

static int by_id(const void *a, const void *b) {
    Slice one = ((const LangSaid *)a)->id, other = ((const LangSaid *)b)->id;
    int order = memcmp(one.at, other.at, (size_t)(one.len < other.len ? one.len : other.len));
    return order ? order : one.len - other.len;
}

static void take_rule(const Translations *t, Pack *pack) {
    LangSaid *rule = &pack->said[pack->said_count++];
    rule->id = LIT(LANG_PLURAL);
    for (int lang = 0; lang < pack->lang.count; lang++)
        if (pack->lang.own[lang] < 0 && t->known[lang].file.plural.len)
            rule->words.in[lang] = t->known[lang].file.plural;
}

static void take_reviews(const Translations *t, Pack *pack) {
    LangSaid *read = &pack->said[pack->said_count++];
    read->id = LIT(LANG_READ);
    for (int lang = 0; lang < pack->lang.count; lang++)
        if (pack->lang.own[lang] < 0)
            read->words.in[lang] = t->known[lang].file.reviewed;
}

static bool needs_words(const Translations *t, const Pack *pack, Lang lang) {
    bool has_file = t->known[lang].path.len || t->adding == lang;
    return has_file && pack->lang.own[lang] < 0;
}

static void take_words(Translations *t, Pack *pack) {
    strings_own_begin(pack, t->arena);
    for (int lang = 0; lang < pack->lang.count; lang++) {
        Strings strings = strings_to(t, lang);
        if (needs_words(t, pack, lang))
            strings_own(pack, &strings);
    }
    take_rule(t, pack);
    take_reviews(t, pack);
    qsort(pack->said, (size_t)pack->said_count, sizeof *pack->said, by_id);
}

static bool is_needed(const Pack *pack) {
    for (int lang = 0; lang < pack->lang.count; lang++)
        if (pack->lang.own[lang] < 0)
            return true;
    return false;
}

Translations *translate_begin(Pack *pack, Arena *arena, Report *report, Verdicts *verdicts,
                              Slice folder, const char *adding) {
    Translations *t = arena_new(arena, Translations);
    t->arena = arena;
    t->report = report;
    t->verdicts = verdicts;
    read_files(t, pack, folder);
    if (adding)
        add_new(t, pack, adding);
    langs_use(&pack->lang, NULL, 0);
    if (is_needed(pack))
        take_words(t, pack);
    langs_use(&pack->lang, pack->said, pack->said_count);
    return t;
}

/* ---- the records ----------------------------------------------------------------------------- */

void translate_read(Translations *t, Pack *pack) {
    for (int lang = 1; lang < pack->lang.count; lang++) {
        KnownTexts *known = &t->known[lang];
        Strings strings = strings_to(t, lang);
        if (!known->path.len || t->adding == lang)
            continue;
        if (lang >= pack->lang.written)
            strings_each(pack, &strings);
        bool whole = !t->report->broken_count;
        if (whole && (known->missing || known->fuzzy))
            report_warn(t->report, known->path, 1, 0,
                        "%d textes à traduire et %d à revoir ; ceux de la première langue (%s) les "
                        "remplacent",
                        known->missing, known->fuzzy, pack->lang.code[LANG_FIRST]);
    }
}

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct PoWriting {
    Arena *arena;
    const KnownTexts *known, *gone; /* what the file had, and what it had as obsolete */
    bool *used, *back;              /* which of them the campus has (again) */
    PoFile file;
    int room;
} PoWriting;

static PoText *next_text(PoWriting *w) {
    if (w->file.count == w->room) {
        w->room = w->room ? 2 * w->room : 1024;
        PoText *more = arena_array(w->arena, PoText, w->room);
        if (w->file.count)
            memcpy(more, w->file.text, sizeof *more * (size_t)w->file.count);
        w->file.text = more;
    }
    return &w->file.text[w->file.count++];
}

static Slice keep(void *self, Slice context, Slice source, Slice remark) {
    PoWriting *w = self;
    PoText *text = next_text(w);
    const PoText *was = known_text(w->known, context);
    if (was)
        w->used[was - w->known->file.text] = true;
    else if ((was = known_text(w->gone, context)))
        w->back[was - w->gone->file.text] = true;
    *text = (PoText){.context = arena_copy(w->arena, context),
                     .source = arena_copy(w->arena, source),
                     .remark = arena_copy(w->arena, remark)};
    if (was)
        text->note = was->note;
    if (was && was->target.len) {
        text->target = was->target;
        text->fuzzy = was->fuzzy || !slice_equal(was->source, source);
    }
    return (Slice){0};
}

/* What was translated once stays, though nothing of the campus asks for it now. */
static void keep_gone(PoWriting *w) {
    const PoFile *was = &w->known->file, *gone = &w->gone->file;
    w->file.gone = arena_array(w->arena, PoText, was->count + gone->count + 1);
    for (int i = 0; i < was->count; i++)
        if (!w->used[i] && was->text[i].target.len)
            w->file.gone[w->file.gone_count++] = was->text[i];
    for (int i = 0; i < gone->count; i++)
        if (!w->back[i])
            w->file.gone[w->file.gone_count++] = gone->text[i];
}

/* All that stands in the file, of which only a part is kept from one look at it to the next. */
static bool read_again(Translations *t, const char *path, KnownTexts *known, KnownTexts *gone,
                       Error *error) {
    if (access(path, F_OK) == 0 && !po_read(path, t->arena, &known->file, error))
        return false;
    gone->file.text = known->file.gone;
    gone->file.count = known->file.gone_count;
    know(t->arena, known);
    know(t->arena, gone);
    return true;
}

bool translate_write(Translations *t, Pack *pack, const char *folder, Error *error) {
    Slice dir = arena_printf(t->arena, "%s/lang", folder);
    const char *code = pack->lang.code[t->adding];
    Slice path = arena_printf(t->arena, "%s/%s.po", dir.at, code);
    KnownTexts known = {.path = path}, gone = {.path = path};
    if (mkdir(dir.at, 0777) != 0 && errno != EEXIST)
        return error_set(error, "%s : %s", dir.at, error_why(errno));
    if (!read_again(t, path.at, &known, &gone, error))
        return false;
    PoWriting w = {.arena = t->arena,
                   .known = &known,
                   .gone = &gone,
                   .used = arena_array(t->arena, bool, known.file.count + 1),
                   .back = arena_array(t->arena, bool, gone.file.count + 1)};
    Strings strings = {&w, keep, t->arena, t->adding};
    w.file.header = known.file.header;
    w.file.plural = known.file.plural;
    w.file.reviewed = known.file.reviewed;
    if (t->adding >= pack->lang.written)
        strings_each(pack, &strings);
    if (pack->lang.own[t->adding] < 0)
        strings_own(pack, &strings);
    keep_gone(&w);
    return po_write(path.at, code, &w.file, error);
}
