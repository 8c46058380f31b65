#include "tools/registers/rome.h"

#include "base/dimensions.h"
#include "tools/registers/columns.h"
#include "tools/registers/xml.h"

#include <string.h>

typedef struct Rome {
    Report *report;
    Arena *arena;
    Slice file;
    RomeSheet *sheet;
    int count;
    RomeSheet *at; /* the one that is read; NULL: not wanted */
    int seen;      /* sheets of the file with a code */
    int line;      /* of the sheet */
    bool in_skills, in_contexts, in_item;
    Slice label; /* of the item */
    bool heart;
} Rome;

static RomeSheet *wanted(const Rome *r, Slice code) {
    for (int i = 0; i < r->count; i++)
        if (slice_equal(r->sheet[i].code, code))
            return &r->sheet[i];
    return NULL;
}

/* ---- sheets ---------------------------------------------------------------------------------- */

static void begin(void *self, XmlStream *stream, const char *element, const char **attribute) {
    Rome *r = self;
    (void)attribute;
    if (xml_depth(stream) == 1 && !xml_is(element, "fiches_metier"))
        report_fault(r->report, r->file, xml_line(stream),
                     "la racine est <%s>, pas <fiches_metier> : ce ne sont pas les fiches du ROME "
                     "4, ou leur format a changé",
                     element);
    if (xml_is(element, "fiche_metier")) {
        r->at = NULL;
        r->line = xml_line(stream);
        xml_skip_text(stream, false);
    }
    r->in_skills |= xml_is(element, "savoir_faire");
    r->in_contexts |= xml_is(element, "contextes_travail");
    if (xml_is(element, "item")) {
        r->in_item = true;
        r->heart = false;
        r->label = LIT("");
    }
}

/* What is the heart of the trade goes before what is not. */
static void add_skill(RomeSheet *sheet, Slice label, bool heart) {
    int at = heart ? sheet->hearts++ : sheet->skill_count;
    if (at >= ROME_SKILLS_MAX)
        return;
    int kept = sheet->skill_count < ROME_SKILLS_MAX ? sheet->skill_count : ROME_SKILLS_MAX - 1;
    memmove(&sheet->skill[at + 1], &sheet->skill[at], sizeof *sheet->skill * (size_t)(kept - at));
    sheet->skill[at] = label;
    sheet->skill_count = kept + 1;
}

static void end_item(Rome *r) {
    RomeSheet *sheet = r->at;
    r->in_item = false;
    if (!sheet || !r->label.len)
        return;
    if (r->in_skills)
        add_skill(sheet, r->label, r->heart);
    else if (r->in_contexts && sheet->context_count < ROME_CONTEXTS_MAX)
        sheet->context[sheet->context_count++] = r->label;
}

static void check_sheet(Rome *r) {
    const struct {
        const char *element;
        bool there;
    } NEEDED[] = {{"rome/intitule", r->at->title.len > 0},
                  {"competences/savoir_faire/…/item/libelle", r->at->skill_count > 0},
                  {"contextes_travail/…/item/libelle", r->at->context_count > 0}};
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (!NEEDED[i].there)
            report_fault(r->report, r->file, r->line,
                         "l’élément %s manque dans la fiche %s : le format a changé",
                         NEEDED[i].element, r->at->code.at);
}

static void end_code(Rome *r, XmlStream *stream, Slice code) {
    r->seen++;
    r->at = wanted(r, code);
    if (r->at)
        *r->at = (RomeSheet){.code = r->at->code, .found = true};
    xml_skip_text(stream, !r->at);
}

static void end(void *self, XmlStream *stream, const char *element, Slice text) {
    Rome *r = self;
    if (xml_depth(stream) == 4 && xml_is(element, "code_rome"))
        end_code(r, stream, text);
    else if (r->at && xml_depth(stream) == 4 && xml_is(element, "intitule"))
        r->at->title = arena_copy(r->arena, text);
    else if (r->at && r->in_item && xml_is(element, "libelle"))
        r->label = arena_copy(r->arena, text);
    else if (r->in_item && xml_is(element, "coeur_metier"))
        r->heart = slice_is(text, "Principale");
    else if (xml_is(element, "item"))
        end_item(r);
    else if (r->at && xml_is(element, "fiche_metier"))
        check_sheet(r);
    if (xml_is(element, "savoir_faire"))
        r->in_skills = false;
    if (xml_is(element, "contextes_travail"))
        r->in_contexts = false;
}

static void read_xml(Rome *r) {
    XmlReader reader = {r, begin, end};
    if (xml_read(r->report, r->file, &reader) && !r->seen)
        report_fault(r->report, r->file, 1,
                     "aucun élément fiche_metier/rome/code_rome dans ce fichier : ce ne sont pas "
                     "les fiches du ROME 4, ou leur format a changé");
}

/* ---- letters --------------------------------------------------------------------------------- */

enum { CODE, MAJOR, MINOR };

/* 0 for none; a fault for what is no letter of the six. */
static char letter_of(Rome *r, const Columns *columns, int column, const char *name) {
    Slice text = columns_cell(columns, column);
    if (!text.len)
        return 0;
    if (text.len == 1 && strchr(QUIZ_RIASEC, text.at[0]))
        return text.at[0];
    report_fault(r->report, r->file, columns->csv.row.number,
                 "« " SLICE_FMT " » n’est pas une lettre de RIASEC, dans la colonne « %s »",
                 SLICE_ARG(text), name);
    return 0;
}

static void read_csv(Rome *r) {
    static const char *const NAMES[] = {"code_rome", "riasec_majeur", "riasec_mineur", NULL};
    Columns columns;
    if (!columns_open(&columns, r->report, r->arena, r->file, NAMES))
        return;
    while (columns_next(&columns)) {
        RomeSheet *sheet = wanted(r, columns_cell(&columns, CODE));
        if (!sheet)
            continue;
        sheet->found = true;
        sheet->major = letter_of(r, &columns, MAJOR, NAMES[MAJOR]);
        sheet->minor = letter_of(r, &columns, MINOR, NAMES[MINOR]);
    }
    columns_close(&columns);
}

bool rome_read(Report *report, Arena *arena, Slice file, RomeSheet *sheet, int count) {
    Rome r = {.report = report, .arena = arena, .file = file, .sheet = sheet, .count = count};
    int before = report->faults;
    Slice ending = slice_cut(file, file.len > 4 ? file.len - 4 : 0, file.len);
    if (slice_is(ending, ".csv"))
        read_csv(&r);
    else
        read_xml(&r);
    return report->faults == before;
}
