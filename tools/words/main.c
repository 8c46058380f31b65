/* Makes the tables of the program's own words from the PO files of assets/lang when it is built:
   one file a place, with a line for each word, and one with a line for each language; or those of
   what programs say, from assets/lang/tools. Says what is missing or differs; then nothing is
   made. */
#include "base/message.h"
#include "base/plural.h"
#include "tools/sources/po.h"
#include "tools/words/messages.h"
#include "tools/words/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANGS_MAX = TABLE_LANGS };

/* Where words stand: what their context begins with, and the macro of a line. */
static const struct {
    const char *place, *macro;
} PLACES[] = {{"ui", "STR"},           {"report", "REPORT"}, {"date", "DATE"},
              {"way", "WAY"},          {"plan", "PLAN"},     {"noun", "NOUN"},
              {"fleet", "FLEET"},      {"search", "SEARCH"}, {"speech", "SPEECH"},
              {"edit", "EDIT"},        {"studio", "STUDIO"}, {"kind", "KIND"},
              {"field", "FIELD_WORD"}, {"hint", "HINT"},     {"choice", "CHOICE_WORD"}};
enum { PLACE_COUNT = sizeof PLACES / sizeof *PLACES };

/* Of the first the texts are the msgids; the others translate them. */
typedef struct Languages {
    const char *path[LANGS_MAX];
    PoFile file[LANGS_MAX];
    int count;
} Languages;

static int faults;

static void complain(const char *file, const PoText *text, const char *what) {
    fprintf(stderr, "%s: " SLICE_FMT ": %s\n", file, SLICE_ARG(text->context), what);
    faults++;
}

static int forms_of(Slice text) {
    int forms = 1;
    for (int i = 0; i < text.len; i++)
        forms += text.at[i] == PO_FORM_END[0];
    return forms;
}

static bool counts(const PoText *text) {
    return forms_of(text->source) > 1;
}

/* A habit of typing that the other language does not have. */
static bool may_be_none(const PoText *text) {
    return slice_has_prefix(text->context, LIT("search/"));
}

static void compare_text(const char *path, Slice plural, const PoText *text, const PoText *of) {
    if (!slice_equal(text->context, of->context) || !slice_equal(text->source, of->source))
        complain(path, text, "not the word that stands there in the first: msgmerge");
    if (!text->target.len && may_be_none(of))
        return;
    if (!text->target.len || text->fuzzy)
        complain(path, text, "to be translated");
    else if (forms_of(text->target) != (counts(of) ? plural_forms(plural) : 1))
        complain(path, text, "not as many forms as Plural-Forms says");
}

/* All have the same words in the same order, each once, and none waits for its translator. */
static void compare(const Languages *all, int lang) {
    const PoFile *first = &all->file[0], *file = &all->file[lang];
    if (first->count != file->count) {
        fprintf(stderr, "%s has %d words, %s %d: msgmerge --update %s %s\n", all->path[0],
                first->count, all->path[lang], file->count, all->path[lang], all->path[0]);
        faults++;
        return;
    }
    for (int i = 0; i < file->count; i++)
        compare_text(all->path[lang], file->plural, &file->text[i], &first->text[i]);
}

static void check_first(const Languages *all) {
    const PoFile *first = &all->file[0];
    for (int i = 0; i < first->count; i++)
        if (first->text[i].target.len && !slice_equal(first->text[i].target, first->text[i].source))
            complain(all->path[0], &first->text[i], "in the first the text is its msgid");
}

static void check_rule(const Languages *all, int lang) {
    if (plural_forms(all->file[lang].plural))
        return;
    fprintf(stderr, "%s: no Plural-Forms in its header\n", all->path[lang]);
    faults++;
}

/* ---- writing --------------------------------------------------------------------------------- */

static Slice text_in(const Languages *all, int lang, int i) {
    return lang ? all->file[lang].text[i].target : all->file[0].text[i].source;
}

static void put_word(FILE *out, const char *macro, Slice name, const Languages *all, int i) {
    fprintf(out, "%s(" SLICE_FMT, macro, SLICE_ARG(name));
    for (int lang = 0; lang < all->count; lang++) {
        fputs(", ", out);
        table_string(out, text_in(all, lang, i));
    }
    fputs(")\n", out);
}

static void put_place(FILE *out, int p, const Languages *all) {
    int begins = (int)strlen(PLACES[p].place);
    for (int i = 0; i < all->file[0].count; i++) {
        Slice context = all->file[0].text[i].context;
        if (slice_find(context, LIT("/")) == begins &&
            slice_is(slice_cut(context, 0, begins), PLACES[p].place))
            put_word(out, PLACES[p].macro, slice_cut(context, begins + 1, context.len), all, i);
    }
}

/* "assets/lang/fr.po" is French, called as it calls itself. */
static void put_language(FILE *out, const Languages *all, int lang) {
    Slice code = table_code(all->path[lang]), name = code;
    for (int i = 0; i < all->file[0].count; i++)
        if (slice_is(all->file[0].text[i].context, "ui/LANGUAGE_NAME"))
            name = text_in(all, lang, i);
    fputs("OWN_LANG(", out);
    table_string(out, code);
    fputs(", ", out);
    table_string(out, name);
    fputs(", ", out);
    table_string(out, all->file[lang].plural);
    fputs(")\n", out);
}

static void write_all(const char *folder, const Languages *all) {
    for (int p = 0; p < PLACE_COUNT; p++) {
        FILE *out = table_begin(folder, PLACES[p].place);
        put_place(out, p, all);
        faults += fclose(out) != 0;
    }
    FILE *out = table_begin(folder, "lang");
    for (int lang = 0; lang < all->count; lang++)
        put_language(out, all, lang);
    faults += fclose(out) != 0;
}

static bool read_all(Languages *all, char **paths, int count, Arena *arena) {
    Error error;
    for (int i = 0; i < count; i++) {
        all->path[i] = paths[i];
        if (po_read(paths[i], arena, &all->file[i], &error))
            continue;
        fprintf(stderr, "%s\n", error.text);
        return false;
    }
    all->count = count;
    return true;
}

static int make_words(const char *folder, char **paths, int count, Arena *arena) {
    Languages all = {0};
    if (!read_all(&all, paths, count, arena))
        return 1;
    check_first(&all);
    for (int lang = 0; lang < all.count; lang++)
        check_rule(&all, lang);
    for (int lang = 1; lang < all.count; lang++)
        compare(&all, lang);
    if (!faults)
        write_all(folder, &all);
    return faults;
}

/* What is said here is English: the table of the other languages is yet to be made. */
const char *message(const char *sentence) {
    return sentence;
}

int main(int argc, char **argv) {
    Arena arena = {0};
    bool messages = argc > 1 && strcmp(argv[1], "--messages") == 0;
    int first = messages ? 2 : 1, count = argc - first - 1;
    if (count < 1 || count > LANGS_MAX) {
        fputs("usage: words [--messages] FOLDER FIRST.po OTHER.po...\n", stderr);
        return 2;
    }
    int wrong = messages ? messages_make(argv[first], argv + first + 1, count, &arena)
                         : make_words(argv[first], argv + first + 1, count, &arena);
    arena_free(&arena);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
