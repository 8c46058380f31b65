/* Makes the tables of the program's own words from fr.po and en.po when it is built: one file a
   place, with a line for each word. Says what is missing or differs; then nothing is made. */
#include "tools/sources/po.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where words stand: what their context begins with, and the macro of a line. */
static const struct {
    const char *place, *macro;
} PLACES[] = {{"ui", "STR"}, {"report", "REPORT"}, {"date", "DATE"}};

static int faults;

static void complain(const char *file, const PoText *text, const char *what) {
    fprintf(stderr, "%s: " SLICE_FMT ": %s\n", file, SLICE_ARG(text->context), what);
    faults++;
}

/* Both have the same words in the same order, each once, and none waits for its translator. */
static void compare(const char *fr, const PoFile *french, const char *en, const PoFile *english) {
    if (french->count != english->count) {
        fprintf(stderr, "%s has %d words, %s %d: msgmerge --update %s %s\n", fr, french->count, en,
                english->count, en, fr);
        faults++;
        return;
    }
    for (int i = 0; i < french->count; i++) {
        const PoText *text = &english->text[i], *of = &french->text[i];
        if (!slice_equal(text->context, of->context) || !slice_equal(text->source, of->source))
            complain(en, text, "not the word that stands there in French: msgmerge");
        if (!text->target.len || text->fuzzy)
            complain(en, text, "to be translated");
        if (of->target.len && !slice_equal(of->target, of->source))
            complain(fr, of, "the French text is its msgid");
    }
}

static void put_string(FILE *out, Slice text) {
    putc('"', out);
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            putc('\\', out);
        if (text.at[i] == '\n')
            fputs("\\n", out);
        else
            putc(text.at[i], out);
    }
    putc('"', out);
}

static void put_place(FILE *out, const char *place, const char *macro, const PoFile *french,
                      const PoFile *english) {
    int begins = (int)strlen(place);
    for (int i = 0; i < french->count; i++) {
        Slice context = french->text[i].context;
        if (slice_find(context, LIT("/")) != begins ||
            !slice_is(slice_cut(context, 0, begins), place))
            continue;
        Slice name = slice_cut(context, begins + 1, context.len);
        fprintf(out, "%s(" SLICE_FMT ", ", macro, SLICE_ARG(name));
        put_string(out, french->text[i].source);
        fputs(", ", out);
        put_string(out, english->text[i].target);
        fputs(")\n", out);
    }
}

static bool write_place(const char *folder, int p, const PoFile *french, const PoFile *english) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.def", folder, PLACES[p].place);
    FILE *out = fopen(path, "w");
    if (!out)
        return false;
    put_place(out, PLACES[p].place, PLACES[p].macro, french, english);
    return fclose(out) == 0;
}

int main(int argc, char **argv) {
    Arena arena = {0};
    PoFile french, english;
    Error error;
    if (argc != 4) {
        fputs("usage: words fr.po en.po FOLDER\n", stderr);
        return 2;
    }
    if (!po_read(argv[1], &arena, &french, &error) || !po_read(argv[2], &arena, &english, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return EXIT_FAILURE;
    }
    compare(argv[1], &french, argv[2], &english);
    for (int p = 0; p < (int)(sizeof PLACES / sizeof *PLACES) && !faults; p++)
        if (!write_place(argv[3], p, &french, &english)) {
            fprintf(stderr, "%s: cannot be written\n", argv[3]);
            faults++;
        }
    arena_free(&arena);
    return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
