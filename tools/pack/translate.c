#include "tools/pack/translate.h"

#include "content/ids.h"
#include "tools/pack/strings.h"
#include "tools/sources/po.h"
#include "tools/sources/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the file says already, found by its context. */
typedef struct KnownTexts {
    PoFile file;
    Ids context;
} KnownTexts;

static KnownTexts known_of(Arena *arena, PoFile file) {
    return (KnownTexts){file, ids_of(arena, &file.text->context, sizeof *file.text, file.count)};
}

static const PoText *known_text(const KnownTexts *known, Slice context) {
    int found = ids_find(&known->context, context);
    return found < 0 ? NULL : &known->file.text[found];
}

/* ---- building -------------------------------------------------------------------------------- */

typedef struct PoReading {
    KnownTexts known;
    int missing, fuzzy;
} PoReading;

static Slice take(void *self, Slice context, Slice french, Slice english) {
    PoReading *r = self;
    const PoText *text = known_text(&r->known, context);
    (void)english;
    if (!text || !text->target.len) {
        r->missing++;
        return (Slice){0};
    }
    if (text->fuzzy || !slice_equal(text->source, french)) {
        r->fuzzy++;
        return (Slice){0};
    }
    return text->target;
}

static void read_language(Pack *pack, Arena *arena, Report *report, Slice path, Slice code) {
    PoReading r = {0};
    PoFile file;
    Error error;
    if (!po_read(path.at, arena, &file, &error)) {
        report_fault(report, path, 1, "ce fichier PO ne se lit pas : %s", error.text);
        return;
    }
    r.known = known_of(arena, file);
    const PoText *name = known_text(&r.known, LIT("ui/LANGUAGE_NAME"));
    if (!langs_add(&pack->lang, code, name && name->target.len ? name->target : code)) {
        report_fault(report, path, 1,
                     "« %s » n’est pas le code d’une langue de plus ; %d langues au plus", code.at,
                     LANG_MAX);
        return;
    }
    Strings strings = {&r, take, arena, pack->lang.count - 1};
    strings_each(pack, &strings);
    if (r.missing || r.fuzzy)
        report_warn(report, path, 1, 0,
                    "%d textes à traduire et %d à revoir ; le français les remplace", r.missing,
                    r.fuzzy);
}

void translate_read(Pack *pack, Arena *arena, Report *report, Slice folder) {
    Slice *names, path = source_path(arena, folder, "lang");
    int count = source_list(arena, path, ".po", &names);
    for (int i = 0; i < count; i++) {
        Slice code = slice_cut(names[i], 0, names[i].len - (int)strlen(".po"));
        read_language(pack, arena, report, source_path(arena, path, names[i].at),
                      arena_copy(arena, code));
    }
}

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct PoWriting {
    Arena *arena;
    KnownTexts known;
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

static Slice keep(void *self, Slice context, Slice french, Slice english) {
    PoWriting *w = self;
    PoText *text = next_text(w);
    const PoText *was = known_text(&w->known, context);
    *text = (PoText){.context = arena_copy(w->arena, context),
                     .source = arena_copy(w->arena, french),
                     .remark = arena_copy(w->arena, english)};
    if (was && was->target.len) {
        text->target = was->target;
        text->fuzzy = was->fuzzy || !slice_equal(was->source, french);
    }
    return (Slice){0};
}

bool translate_write(Pack *pack, Arena *arena, const char *folder, const char *lang, Error *error) {
    Slice dir = arena_printf(arena, "%s/lang", folder);
    Slice path = arena_printf(arena, "%s/lang/%s.po", folder, lang);
    LangList list;
    langs_own(&list);
    if (!langs_add(&list, slice_from(lang), LIT("-")))
        return error_set(error, "%s: not the code of a further language", lang);
    PoWriting w = {.arena = arena};
    PoFile was = {arena_array(arena, PoText, 1), 0};
    if (access(path.at, F_OK) == 0 && !po_read(path.at, arena, &was, error))
        return false;
    if (mkdir(dir.at, 0777) != 0 && errno != EEXIST)
        return error_set(error, "%s: %s", dir.at, strerror(errno));
    w.known = known_of(arena, was);
    Strings strings = {&w, keep, arena, 0};
    strings_each(pack, &strings);
    return po_write(path.at, lang, &w.file, error);
}
