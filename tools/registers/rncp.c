#include "tools/registers/rncp.h"

#include "tools/registers/columns.h"
#include "tools/registers/xml.h"

#include <string.h>

typedef struct Rncp {
    Report *report;
    Arena *arena;
    Slice file;
    RncpFiche *fiche;
    int count;
    RncpFiche *at; /* the one that is read; NULL: not wanted */
    int seen;      /* fiches of the file with a number */
    int line;      /* of the fiche */
    bool in_block, in_level;
} Rncp;

static RncpFiche *wanted(const Rncp *r, Slice number) {
    for (int i = 0; i < r->count; i++)
        if (slice_equal(r->fiche[i].number, number))
            return &r->fiche[i];
    return NULL;
}

static RncpBlock *next_block(RncpFiche *fiche) {
    if (fiche->block_count == RNCP_BLOCKS_MAX)
        return &fiche->block[RNCP_BLOCKS_MAX - 1];
    return &fiche->block[fiche->block_count++];
}

/* ---- XML ------------------------------------------------------------------------------------- */

static void begin(void *self, XmlStream *stream, const char *element, const char **attribute) {
    Rncp *r = self;
    (void)attribute;
    if (xml_depth(stream) == 1 && !xml_is(element, "FICHES"))
        report_fault(r->report, r->file, xml_line(stream),
                     "la racine est <%s>, pas <FICHES> : ce n’est pas l’export des fiches RNCP, ou "
                     "son format a changé",
                     element);
    if (xml_is(element, "FICHE")) {
        r->at = NULL;
        r->line = xml_line(stream);
        xml_skip_text(stream, false);
    } else if (r->at && xml_is(element, "BLOC_COMPETENCES")) {
        r->in_block = true;
        next_block(r->at);
    } else if (xml_is(element, "NOMENCLATURE_EUROPE")) {
        r->in_level = true;
    }
}

static void end_block_element(Rncp *r, const char *element, Slice text) {
    RncpBlock *block = &r->at->block[r->at->block_count - 1];
    if (xml_is(element, "CODE"))
        block->code = arena_copy(r->arena, text);
    else if (xml_is(element, "LIBELLE"))
        block->name = arena_copy(r->arena, text);
    else if (xml_is(element, "MODALITES_EVALUATION"))
        block->evidence = arena_copy(r->arena, text);
    else if (xml_is(element, "BLOC_COMPETENCES"))
        r->in_block = false;
}

/* What the kiosk needs of a fiche, by the names it has in the register. */
static void check_fiche(Rncp *r) {
    const struct {
        const char *element;
        Slice text;
    } NEEDED[] = {{"INTITULE", r->at->title}, {"NOMENCLATURE_EUROPE/NIVEAU", r->at->level}};
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (!NEEDED[i].text.len)
            report_fault(r->report, r->file, r->line,
                         "l’élément %s manque dans la fiche %s : le format a changé",
                         NEEDED[i].element, r->at->number.at);
    for (int b = 0; b < r->at->block_count; b++)
        if (!r->at->block[b].code.len || !r->at->block[b].name.len)
            report_fault(r->report, r->file, r->line,
                         "l’élément CODE ou LIBELLE manque dans un bloc de la fiche %s : le format "
                         "a changé",
                         r->at->number.at);
}

static void end_fiche_element(Rncp *r, XmlStream *stream, const char *element, Slice text) {
    if (xml_depth(stream) == 3 && xml_is(element, "INTITULE"))
        r->at->title = arena_copy(r->arena, text);
    else if (r->in_level && xml_is(element, "NIVEAU"))
        r->at->level = arena_copy(r->arena, text);
    else if (xml_is(element, "DATE_FIN_ENREGISTREMENT"))
        r->at->until = arena_copy(r->arena, text);
}

static void end(void *self, XmlStream *stream, const char *element, Slice text) {
    Rncp *r = self;
    if (xml_depth(stream) == 3 && xml_is(element, "NUMERO_FICHE")) {
        r->seen++;
        r->at = wanted(r, text);
        if (r->at)
            *r->at = (RncpFiche){.number = r->at->number, .found = true};
        xml_skip_text(stream, !r->at);
    } else if (r->at && r->in_block) {
        end_block_element(r, element, text);
    } else if (r->at && xml_is(element, "FICHE")) {
        check_fiche(r);
    } else if (r->at) {
        end_fiche_element(r, stream, element, text);
    }
    if (xml_is(element, "NOMENCLATURE_EUROPE"))
        r->in_level = false;
}

static void read_xml(Rncp *r) {
    XmlReader reader = {r, begin, end};
    if (xml_read(r->report, r->file, &reader) && !r->seen)
        report_fault(r->report, r->file, 1,
                     "aucun élément FICHE/NUMERO_FICHE dans ce fichier : ce n’est pas l’export des "
                     "fiches RNCP, ou son format a changé");
}

/* ---- tables ---------------------------------------------------------------------------------- */

enum { NUMBER, TITLE, LEVEL, UNTIL };

static void read_standard(Rncp *r, Columns *columns) {
    while (columns_next(columns)) {
        RncpFiche *fiche = wanted(r, columns_cell(columns, NUMBER));
        if (!fiche)
            continue;
        fiche->found = true;
        fiche->title = arena_copy(r->arena, columns_cell(columns, TITLE));
        fiche->level = arena_copy(r->arena, columns_cell(columns, LEVEL));
        fiche->until = arena_copy(r->arena, columns_cell(columns, UNTIL));
    }
}

enum { BLOCK_NUMBER, BLOCK_CODE, BLOCK_NAME };

static void read_blocks(Rncp *r, Columns *columns) {
    while (columns_next(columns)) {
        RncpFiche *fiche = wanted(r, columns_cell(columns, BLOCK_NUMBER));
        if (!fiche)
            continue;
        fiche->found = true;
        *next_block(fiche) =
            (RncpBlock){arena_copy(r->arena, columns_cell(columns, BLOCK_CODE)),
                        arena_copy(r->arena, columns_cell(columns, BLOCK_NAME)), LIT("")};
    }
}

/* The one with blocks is known by its columns. */
static void read_csv(Rncp *r) {
    static const char *const STANDARD[] = {"Numero_Fiche", "Intitule", "Nomenclature_Europe_Niveau",
                                           "Date_Fin_Enregistrement", NULL};
    static const char *const BLOCKS[] = {"Numero_Fiche", "Bloc_Competences_Code",
                                         "Bloc_Competences_Libelle", NULL};
    Columns columns;
    bool blocks = columns_has(r->file, "Bloc_Competences_Code") ||
                  columns_has(r->file, "Bloc_Competences_Libelle");
    if (!columns_open(&columns, r->report, r->arena, r->file, blocks ? BLOCKS : STANDARD))
        return;
    if (blocks)
        read_blocks(r, &columns);
    else
        read_standard(r, &columns);
    columns_close(&columns);
}

bool rncp_read(Report *report, Arena *arena, Slice file, RncpFiche *fiche, int count) {
    Rncp r = {.report = report, .arena = arena, .file = file, .fiche = fiche, .count = count};
    int before = report->faults;
    Slice ending = slice_cut(file, file.len > 4 ? file.len - 4 : 0, file.len);
    if (slice_is(ending, ".csv"))
        read_csv(&r);
    else
        read_xml(&r);
    return report->faults == before;
}
