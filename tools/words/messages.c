#include "tools/words/messages.h"

#include "base/plural.h"
#include "tools/sources/po.h"
#include "tools/words/table.h"

#include <stdio.h>
#include <stdlib.h>

/* A sentence stands in the code in one of the languages, so its files lack it or have it once. */
typedef struct Sentence {
    Slice name; /* as it stands there, and its form for more behind */
    Slice in[TABLE_LANGS];
} Sentence;

typedef struct Messages {
    char **path;
    PoFile file[TABLE_LANGS];
    int langs, count, faults;
    Sentence *sentence;
} Messages;

static void complain(Messages *m, int lang, Slice name, const char *what) {
    fprintf(stderr, "%s: " SLICE_FMT ": %s\n", m->path[lang], SLICE_ARG(name), what);
    m->faults++;
}

static Slice cut_form(Slice *forms) {
    int end = slice_find(*forms, LIT(PO_FORM_END));
    Slice form = end < 0 ? *forms : slice_cut(*forms, 0, end);
    *forms = end < 0 ? (Slice){0} : slice_cut(*forms, end + 1, forms->len);
    return form;
}

static int count_forms(Slice forms) {
    int count = 0;
    for (; forms.at; count++)
        cut_form(&forms);
    return count;
}

/* ---- reading --------------------------------------------------------------------------------- */

static void check(Messages *m, int lang, const PoText *text) {
    int forms = count_forms(text->source) > 1 ? plural_forms(m->file[lang].plural) : 1;
    if (!text->target.len || text->fuzzy)
        complain(m, lang, text->source, "to be translated");
    else if (count_forms(text->target) != forms)
        complain(m, lang, text->source, "not as many forms as Plural-Forms says");
}

static void take_file(Messages *m, int lang) {
    for (int i = 0; i < m->file[lang].count; i++) {
        const PoText *text = &m->file[lang].text[i];
        Slice rest = text->source;
        check(m, lang, text);
        Sentence *sentence = &m->sentence[m->count++];
        *sentence = (Sentence){.name = cut_form(&rest)};
        sentence->in[lang] = text->target;
    }
}

/* As strcmp has it, which finds them later. */
static int by_name(const void *a, const void *b) {
    Slice one = ((const Sentence *)a)->name, other = ((const Sentence *)b)->name;
    for (int i = 0; i < one.len && i < other.len; i++)
        if (one.at[i] != other.at[i])
            return (unsigned char)one.at[i] - (unsigned char)other.at[i];
    return one.len - other.len;
}

/* What stands in several files becomes one. */
static void join(Messages *m) {
    int kept = 0;
    qsort(m->sentence, (size_t)m->count, sizeof *m->sentence, by_name);
    for (int i = 0; i < m->count; i++) {
        Sentence *last = kept ? &m->sentence[kept - 1] : NULL, *next = &m->sentence[i];
        if (!last || !slice_equal(last->name, next->name)) {
            m->sentence[kept++] = *next;
            continue;
        }
        for (int lang = 0; lang < m->langs; lang++)
            if (next->in[lang].len)
                last->in[lang] = next->in[lang];
    }
    m->count = kept;
}

static bool read_all(Messages *m, Arena *arena) {
    Error error;
    int most = 0;
    for (int lang = 0; lang < m->langs; lang++) {
        if (!po_read(m->path[lang], arena, &m->file[lang], &error)) {
            fprintf(stderr, "%s\n", error.text);
            return false;
        }
        most += m->file[lang].count;
    }
    m->sentence = arena_array(arena, Sentence, most + 1);
    return true;
}

/* ---- writing --------------------------------------------------------------------------------- */

static void put_forms(FILE *out, Slice forms) {
    for (bool more = false; forms.at; more = true) {
        fputs(more ? " \"\\0\" " : "", out);
        table_string(out, cut_form(&forms));
    }
}

static void put_sentences(FILE *out, const Messages *m) {
    for (int i = 0; i < m->count; i++) {
        fputs("SENTENCE(", out);
        table_string(out, m->sentence[i].name);
        for (int lang = 0; lang < m->langs; lang++) {
            fputs(", ", out);
            if (m->sentence[i].in[lang].len)
                put_forms(out, m->sentence[i].in[lang]);
            else
                fputs("NULL", out);
        }
        fputs(")\n", out);
    }
}

static void put_langs(FILE *out, const Messages *m) {
    for (int lang = 0; lang < m->langs; lang++) {
        fputs("MESSAGE_LANG(", out);
        table_string(out, table_code(m->path[lang]));
        fputs(", ", out);
        table_string(out, m->file[lang].plural);
        fputs(")\n", out);
    }
}

static void write_all(const char *folder, Messages *m) {
    FILE *out = table_begin(folder, "message");
    put_sentences(out, m);
    m->faults += fclose(out) != 0;
    out = table_begin(folder, "message_lang");
    put_langs(out, m);
    m->faults += fclose(out) != 0;
}

int messages_make(const char *folder, char **paths, int count, Arena *arena) {
    Messages m = {.path = paths, .langs = count};
    if (!read_all(&m, arena))
        return 1;
    for (int lang = 0; lang < count; lang++)
        take_file(&m, lang);
    join(&m);
    if (!m.faults)
        write_all(folder, &m);
    return m.faults;
}
