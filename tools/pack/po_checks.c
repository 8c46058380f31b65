#include "tools/pack/po_checks.h"

#include "base/plural.h"
#include "tools/pack/drawn.h"
#include "tools/pack/strings.h"
#include "tools/sources/signs.h"

#include <string.h>

enum {
    NAMED_MOST = 12, /* lines of one kind are named; of more the number is enough */
    LONG_FROM = 24,  /* signs: a short text may well become three times as long */
    LONG_TIMES = 3
};

/* ---- bytes ----------------------------------------------------------------------------------- */

static int line_of(Slice bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++)
        line += bytes.at[i] == '\n';
    return line;
}

/* Where the first byte is that is no UTF-8; -1: nowhere. */
static int first_foreign(Slice bytes) {
    for (Slice rest = bytes; rest.len;) {
        int end = slice_find(rest, LIT("\n"));
        Slice line = slice_cut(rest, 0, end < 0 ? rest.len : end);
        if (!utf8_valid(line))
            return bytes.len - rest.len;
        rest = end < 0 ? LIT("") : slice_cut(rest, end + 1, rest.len);
    }
    return -1;
}

static bool says_utf8(Slice named) {
    return slice_has_prefix(named, LIT("UTF-8")) || slice_has_prefix(named, LIT("utf-8"));
}

bool po_check_bytes(Report *report, Slice path, Slice bytes) {
    int foreign = first_foreign(bytes), named = slice_find(bytes, LIT("charset="));
    if (named >= 0 && !says_utf8(slice_cut(bytes, named + 8, bytes.len)))
        report_fault(report, path, line_of(bytes, named),
                     "l’en-tête annonce un autre jeu de caractères : enregistrer le fichier en "
                     "UTF-8 et écrire « charset=UTF-8 »");
    else if (foreign >= 0)
        report_fault(report, path, line_of(bytes, foreign),
                     "ce n’est pas de l’UTF-8 : enregistrer le fichier en UTF-8");
    else
        return true;
    return false;
}

/* ---- texts ----------------------------------------------------------------------------------- */

typedef struct Checking {
    Report *report;
    Slice path;
    const PoFile *file;
    int named_long, named_undrawn, named_fuzzy;
} Checking;

static Slice last_word(Slice slot) {
    for (int i = slot.len - 1; i >= 0; i--)
        if (slot.at[i] == ' ')
            return slice_cut(slot, i + 1, slot.len);
    return slot;
}

/* The next name in braces, without its article; false when there is no more. */
static bool next_slot(Slice *text, Slice *name) {
    int open = slice_find(*text, LIT("{"));
    Slice rest = open < 0 ? LIT("") : slice_cut(*text, open + 1, text->len);
    int close = slice_find(rest, LIT("}"));
    if (close < 0)
        return false;
    *name = last_word(slice_cut(rest, 0, close));
    *text = slice_cut(rest, close + 1, rest.len);
    return true;
}

static bool has_slot(Slice text, Slice wanted) {
    Slice name;
    while (next_slot(&text, &name))
        if (slice_equal(name, wanted))
            return true;
    return false;
}

static int count_of(Slice text, char sign) {
    int count = 0;
    for (int i = 0; i < text.len; i++)
        count += text.at[i] == sign;
    return count;
}

/* Of a text that counts the last form, which stands for most numbers. */
static Slice last_form(Slice forms) {
    for (int end; (end = slice_find(forms, LIT(PO_FORM_END))) >= 0;)
        forms = slice_cut(forms, end + 1, forms.len);
    return forms;
}

/* A language may say it with other slots, as English does with the hours of a clock: those that all
   the program's own need are needed, those that any of them has are filled. */
static bool is_needed(const PoText *text, Slice slot) {
    const ProgramText *words = strings_program(text->context);
    bool needed = true;
    for (int own = 0; words && own < LANG_OWN_COUNT; own++)
        needed &= has_slot(last_form(slice_from(words->in[own])), slot);
    return needed;
}

static bool is_filled(const PoText *text, Slice slot) {
    const ProgramText *words = strings_program(text->context);
    bool filled = has_slot(text->source, slot);
    for (int own = 0; words && own < LANG_OWN_COUNT; own++)
        filled |= has_slot(slice_from(words->in[own]), slot);
    return filled;
}

static void check_slots(const Checking *c, const PoText *text) {
    Slice source = last_form(text->source), target = last_form(text->target), name;
    for (Slice rest = source; next_slot(&rest, &name);)
        if (!has_slot(target, name) && is_needed(text, name))
            report_fault(c->report, c->path, text->line,
                         "il manque {" SLICE_FMT "} : le mettre là où la phrase le demande",
                         SLICE_ARG(name));
    for (Slice rest = target; next_slot(&rest, &name);)
        if (!is_filled(text, name))
            report_fault(c->report, c->path, text->line,
                         "rien ne remplira {" SLICE_FMT "} : l’écrire comme dans le français",
                         SLICE_ARG(name));
    if (slice_has_prefix(text->context, LIT("ui/")) &&
        count_of(source, '#') != count_of(target, '#'))
        report_fault(c->report, c->path, text->line,
                     "%d # attendus, il y en a %d : chacun devient un nombre ou un mot",
                     count_of(source, '#'), count_of(target, '#'));
}

static void check_forms(const Checking *c, const PoText *text) {
    int wanted = plural_forms(c->file->plural), found = 1 + count_of(text->target, PO_FORM_END[0]);
    if (!wanted)
        report_fault(c->report, c->path, text->line,
                     "pour ce pluriel l’en-tête a besoin d’une règle : « Plural-Forms: nplurals=2; "
                     "plural=n != 1; » par exemple");
    else if (found != wanted)
        report_fault(c->report, c->path, text->line,
                     "%d formes du pluriel, la règle de l’en-tête en a %d : msgstr[0] à msgstr[%d]",
                     found, wanted, wanted - 1);
}

/* A report is shown by whoever opens it, in their own fonts. */
static bool is_printed(const PoText *text) {
    return slice_has_prefix(text->context, LIT("report/"));
}

static void check_signs(Checking *c, const PoText *text) {
    uint32_t before = 0;
    for (Slice rest = text->target; rest.len;) {
        uint32_t code = utf8_next(&rest);
        if (sign_hidden(code, before)) {
            report_fault(c->report, c->path, text->line, "%s",
                         sign_mend(&c->report->arena, code).at);
            return;
        }
        bool drawn = code < ' ' || is_printed(text) || drawn_has(code);
        if (!drawn && c->named_undrawn++ < NAMED_MOST)
            report_warn(c->report, c->path, text->line, 0,
                        "aucune police de la borne ne dessine U+%04X : prendre un autre signe",
                        code);
        if (!drawn)
            return;
        before = code;
    }
}

static void check_length(Checking *c, const PoText *text) {
    int signs = utf8_count(text->target), most = LONG_TIMES * utf8_count(text->source);
    if (signs > LONG_FROM && signs > most && c->named_long++ < NAMED_MOST)
        report_warn(c->report, c->path, text->line, 0,
                    "%d signes, plus de trois fois le français : dire la même chose plus court",
                    signs);
}

/* Lists of patterns have their own number of parts; the mark of an example is what authors write in
   that language. */
static bool is_own(const PoText *text) {
    return slice_has_prefix(text->context, LIT("noun/")) ||
           slice_is(text->context, "plan/EXAMPLE_MARK");
}

static void check_text(Checking *c, const PoText *text) {
    bool counts = slice_find(text->source, LIT(PO_FORM_END)) >= 0;
    check_signs(c, text);
    if (counts)
        check_forms(c, text);
    if (is_own(text))
        return;
    check_slots(c, text);
    check_length(c, text);
}

static void check_fuzzy(Checking *c, const PoText *text) {
    if (c->named_fuzzy++ < NAMED_MOST)
        report_warn(c->report, c->path, text->line, 0,
                    "à revoir (fuzzy) : le français a changé ; corriger, puis enlever « fuzzy »");
}

void po_check(Report *report, Slice path, const PoFile *file) {
    Checking c = {.report = report, .path = path, .file = file};
    for (int i = 0; i < file->count; i++)
        if (file->text[i].fuzzy)
            check_fuzzy(&c, &file->text[i]);
        else if (file->text[i].target.len)
            check_text(&c, &file->text[i]);
}
