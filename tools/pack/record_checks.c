#include "tools/pack/record_checks.h"

#include "content/ids.h"
#include "tools/pack/path_checks.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

typedef struct Checking {
    const Pack *pack;
    const RecordDrafts *drafts;
} Checking;

static const RecordDraft *draft_of(const Checking *c, RecordId id, int index) {
    return &c->drafts[id].draft[index];
}

/* ---- saying it ------------------------------------------------------------------------------- */

static int line_of(const YamlNode *map, const char *key) {
    const YamlNode *node = yaml_get(map, key);
    return node ? node->line : map->line;
}

/* In the line of that key, else where the record begins. */
#define FAULT(d, key, ...)                                                                         \
    report_fault((d)->schema.report, (d)->schema.file, line_of((d)->map, (key)), __VA_ARGS__)

/* ---- ids ------------------------------------------------------------------------------------- */

static Slice id_at(const Checking *c, RecordId id, int index) {
    const Record *record = record_of(id);
    const char *at = record_at(record, c->pack, index);
    return *(const Slice *)(const void *)(at + record->field[0].offset);
}

static void check_id(const Checking *c, RecordId id, const Ids *ids, int index) {
    const RecordDraft *d = draft_of(c, id, index);
    Slice name = id_at(c, id, index);
    const char *key = record_of(id)->field[0].key;
    const YamlNode *own = yaml_get(d->map, key);
    if (name.len && ids_find(ids, name) != index)
        FAULT(d, key, "le nom « " SLICE_FMT " » est donné deux fois ; en changer un",
              SLICE_ARG(name));
    if (own && own->kind == YAML_SCALAR && d->stem.len && !slice_equal(own->text, d->stem))
        FAULT(d, key, "le nom « " SLICE_FMT " » doit être celui du fichier", SLICE_ARG(own->text));
}

static void check_ids(const Checking *c, RecordId id) {
    const Record *record = record_of(id);
    int count = c->drafts[id].count;
    if (!count)
        return;
    const char *first = record_at(record, c->pack, 0);
    Arena arena = {0};
    Ids ids = ids_of(&arena, (const Slice *)(const void *)(first + record->field[0].offset),
                     record->size, count);
    for (int i = 0; i < count; i++)
        check_id(c, id, &ids, i);
    arena_free(&arena);
}

/* ---- certifications -------------------------------------------------------------------------- */

static bool is_rncp(Slice text) {
    bool good = slice_has_prefix(text, LIT("RNCP")) && text.len > 4;
    for (int i = 4; i < text.len; i++)
        good &= isdigit((unsigned char)text.at[i]) != 0;
    return good;
}

/* The register would fill in both with the same words. */
static const Certification *same_number(const Checking *c, int i) {
    const Certification *all = c->pack->certification;
    for (int k = 0; k < c->pack->certification_count; k++)
        if (k != i && all[i].rncp.len && slice_equal(all[k].rncp, all[i].rncp))
            return &all[k];
    return NULL;
}

static void check_number(const Checking *c, int i) {
    const Certification *it = &c->pack->certification[i], *other = same_number(c, i);
    if (other && other < it)
        FAULT(draft_of(c, RECORD_certification, i), "rncp",
              "« " SLICE_FMT " » est déjà le numéro de « " SLICE_FMT " » ; corriger celui des "
              "deux qui est faux",
              SLICE_ARG(it->rncp), SLICE_ARG(other->id));
}

static void check_certification(const Checking *c, int i) {
    const Certification *it = &c->pack->certification[i];
    check_number(c, i);
    if (it->rncp.len && !is_rncp(it->rncp))
        FAULT(draft_of(c, RECORD_certification, i), "rncp",
              "un numéro du répertoire s’écrit RNCP et des chiffres, comme RNCP38878");
    for (int k = 0; k < it->leads.count; k++)
        if (it->leads.at[k] == i)
            FAULT(draft_of(c, RECORD_certification, i), "leads-to",
                  "une certification ne mène pas à elle-même ; l’effacer d’ici");
}

/* The register numbers the blocks of a certification after it, unless that number itself is wrong.
 */
static void check_block(const Checking *c, int i) {
    const SkillBlock *block = &c->pack->skill_block[i];
    Slice rncp = c->pack->certification[block->certification].rncp;
    if (slice_has_prefix(block->id, LIT("RNCP")) && rncp.len &&
        !slice_has_prefix(block->id, rncp) && !same_number(c, block->certification))
        FAULT(draft_of(c, RECORD_skill_block, i), "code",
              "« " SLICE_FMT " » n’est pas un bloc de cette certification ; corriger le code "
              "ou rncp",
              SLICE_ARG(block->id));
}

/* ---- courses --------------------------------------------------------------------------------- */

static void check_course_blocks(const Checking *c, const Course *course, const RecordDraft *d) {
    if (!yaml_get(d->map, "certification") && !yaml_get(d->map, "blocks"))
        FAULT(d, "certification",
              "ni certification ni blocs ; dire ce que la formation apprend : certification: ou "
              "blocks:");
    for (int i = 0; i < course->blocks.count; i++) {
        const SkillBlock *block = &c->pack->skill_block[course->blocks.at[i]];
        if (course->certification >= 0 && block->certification != course->certification)
            FAULT(d, "blocks",
                  "« " SLICE_FMT " » n’est pas un bloc de cette certification ; l’effacer ou "
                  "changer de certification",
                  SLICE_ARG(block->id));
    }
}

/* Nobody plans so far ahead: a year mistyped. */
static bool is_far_off(const Checking *c, Millis day) {
    enum { YEARS_AHEAD = 10 };
    Slice dated_on = c->pack->campus.dated, year = slice_cut(dated_on, 0, dated_on.len < 4 ? 0 : 4);
    int dated = 0;
    for (int i = 0; i < year.len; i++)
        dated = dated * 10 + year.at[i] - '0';
    return year.len && civil_from(day).year > dated + YEARS_AHEAD;
}

static void check_session(const Checking *c, const CourseSession *session, const RecordDraft *d,
                          const YamlNode *map) {
    if (session->begins && is_far_off(c, session->begins))
        report_fault(d->schema.report, d->schema.file, line_of(map, "from"),
                     "la session commence en %d, plus de dix ans après dated: ; corriger l’année",
                     civil_from(session->begins).year);
    if (session->begins && session->ends && session->ends < session->begins)
        report_fault(d->schema.report, d->schema.file, line_of(map, "to"),
                     "la session finit avant de commencer ; échanger from et to, ou en corriger "
                     "un");
    if (session->open_until && session->ends && session->open_until > session->ends)
        report_fault(d->schema.report, d->schema.file, line_of(map, "open-until"),
                     "on s’inscrirait encore après la fin de la session ; corriger open-until");
}

static bool is_share(int what) {
    return what == FIGURE_IN_WORK || what == FIGURE_STUDYING || what == FIGURE_OTHER_WAYS;
}

static void check_figure(const CourseFigure *figure, const RecordDraft *d, const YamlNode *map) {
    bool of_people = is_share(figure->what) || figure->what == FIGURE_PAY;
    if (is_share(figure->what) && figure->value > 100)
        report_fault(d->schema.report, d->schema.file, line_of(map, "value"),
                     "une part de plus de 100 %% ; l’écrire en pour cent");
    if (of_people && !figure->people && !yaml_get(map, "people"))
        report_fault(d->schema.report, d->schema.file, map->line,
                     "dire de combien de personnes (people:), 20 au moins");
}

static double share_of_all(const Course *course, const CourseFigure *like) {
    double sum = 0;
    for (int i = 0; i < course->figure_count; i++) {
        const CourseFigure *figure = &course->figure[i];
        bool same = figure->scope == like->scope && figure->year == like->year &&
                    slice_equal(figure->cohort, like->cohort);
        sum += is_share(figure->what) && same ? figure->value : 0;
    }
    return sum;
}

/* At work, studying and elsewhere are parts of the same people. */
static void check_shares(const Course *course, const RecordDraft *d) {
    enum { ROUNDED = 2 };
    for (int i = 0; i < course->figure_count; i++) {
        double sum = share_of_all(course, &course->figure[i]);
        if (!is_share(course->figure[i].what) || sum <= 100 + ROUNDED)
            continue;
        FAULT(d, "figures",
              "les parts des mêmes personnes font %g %% ensemble ; 100 au plus, en corriger une",
              sum);
        return;
    }
}

static void check_course_lists(const Checking *c, const Course *course, const RecordDraft *d) {
    const YamlNode *sessions = yaml_get(d->map, "sessions"), *figures = yaml_get(d->map, "figures");
    const YamlNode *map = sessions ? sessions->first : NULL;
    for (int i = 0; i < course->session_count && map; i++, map = map->next)
        check_session(c, &course->session[i], d, map);
    map = figures ? figures->first : NULL;
    for (int i = 0; i < course->figure_count && map; i++, map = map->next)
        check_figure(&course->figure[i], d, map);
    check_shares(course, d);
}

static void check_inter(const Course *course, const RecordDraft *d) {
    static const char *const KEYS[] = {"companies", "least-group", "write-to", NULL};
    bool inter = course->catalogue == CATALOGUE_INTER;
    for (int i = 0; !inter && KEYS[i]; i++)
        if (yaml_get(d->map, KEYS[i]))
            FAULT(d, KEYS[i],
                  "seulement pour le catalogue des entreprises ; ajouter catalogue: inter, ou "
                  "l’effacer");
    if (inter && !yaml_get(d->map, "write-to"))
        FAULT(d, "catalogue", "dire à qui écrire pour cette formation (write-to:)");
}

static void check_course(const Checking *c, int i) {
    const RecordDraft *d = draft_of(c, RECORD_course, i);
    const Course *course = &c->pack->course[i];
    check_course_blocks(c, course, d);
    check_course_lists(c, course, d);
    check_inter(course, d);
}

/* ---- modules --------------------------------------------------------------------------------- */

enum { NOT_SEEN, OPEN, DONE };

/* Depth first: whoever is met again while still open stands in a circle. */
static bool is_in_circle(const Pack *pack, int module, char *seen) {
    if (seen[module] != NOT_SEEN)
        return seen[module] == OPEN;
    seen[module] = OPEN;
    bool circle = false;
    const Indices *needs = &pack->module[module].needs;
    for (int i = 0; i < needs->count && !circle; i++)
        circle = is_in_circle(pack, needs->at[i], seen);
    seen[module] = DONE;
    return circle;
}

static void check_circles(const Checking *c) {
    Arena arena = {0};
    char *seen = arena_alloc(&arena, (size_t)c->pack->module_count + 1);
    for (int i = 0; i < c->pack->module_count; i++)
        if (seen[i] == NOT_SEEN && is_in_circle(c->pack, i, seen))
            FAULT(draft_of(c, RECORD_module, i), "needs",
                  "« " SLICE_FMT " » a besoin de lui-même, par les modules qu’il demande ; "
                  "effacer l’un de ces needs",
                  SLICE_ARG(c->pack->module[i].id));
    arena_free(&arena);
}

static bool stands_before(const Indices *list, int place, int wanted) {
    for (int i = 0; i < place; i++)
        if (list->at[i] == wanted)
            return true;
    return false;
}

static void check_pathway(const Checking *c, int i) {
    const Indices *list = &c->pack->pathway[i].modules;
    for (int m = 0; m < list->count; m++) {
        const Module *module = &c->pack->module[list->at[m]];
        for (int n = 0; n < module->needs.count; n++)
            if (!stands_before(list, m, module->needs.at[n]))
                FAULT(draft_of(c, RECORD_pathway, i), "modules",
                      "avant cela, il manque « " SLICE_FMT " » ; l’ajouter plus tôt dans la "
                      "liste",
                      SLICE_ARG(c->pack->module[module->needs.at[n]].id));
    }
}

/* ---- what is dated --------------------------------------------------------------------------- */

static void check_internship(const Checking *c, int i) {
    const Internship *it = &c->pack->internship[i];
    if (it->begins && it->ends && it->ends < it->begins)
        FAULT(draft_of(c, RECORD_internship, i), "to",
              "le stage finit avant de commencer ; échanger from et to, ou en corriger un");
}

static void check_event(const Checking *c, int i) {
    const CampusEvent *it = &c->pack->campus_event[i];
    if (it->begins && it->ends && it->ends <= it->begins)
        FAULT(draft_of(c, RECORD_campus_event, i), "to",
              "l’événement finit avant de commencer ; échanger from et to, ou en corriger un");
}

static void check_steps(const Checking *c) {
    enum { STEPS = 5 };
    int count = c->pack->internship_step_count;
    if (count && count != STEPS)
        FAULT(draft_of(c, RECORD_internship_step, 0), "id",
              "« comment se passe une PFMP » a exactement cinq étapes");
}

/* ---- labs ------------------------------------------------------------------------------------ */

static void check_project(const Checking *c, int i) {
    const LabProject *it = &c->pack->lab_project[i];
    for (int m = 0; m < it->machines.count; m++) {
        const LabMachine *machine = &c->pack->lab_machine[it->machines.at[m]];
        if (machine->lab != it->lab)
            FAULT(draft_of(c, RECORD_lab_project, i), "machines",
                  "« " SLICE_FMT " » n’est pas une machine de cet atelier", SLICE_ARG(machine->id));
    }
}

/* ---- the project told ------------------------------------------------------------------------ */

static void check_money(const Checking *c) {
    const Pack *p = c->pack;
    double sum = 0;
    for (int i = 0; i < p->funding_count; i++)
        sum += p->funding[i].amount;
    const RecordDraft *d = p->project_told_count ? draft_of(c, RECORD_project_told, 0) : NULL;
    if (d && p->funding_count && fabs(sum - p->project_told[0].total) > 0.05)
        report_fault(d->schema.report, d->schema.file, line_of(d->map, "money"),
                     "les parts font %g M€, le total %g ; ajouter ce qui manque avec unsaid: true",
                     sum, p->project_told[0].total);
}

static void check_sheets(const Checking *c) {
    const Pack *p = c->pack;
    for (int i = 0; i < p->action_sheet_count; i++)
        for (int j = 0; j < i; j++)
            if (p->action_sheet[i].number == p->action_sheet[j].number)
                FAULT(draft_of(c, RECORD_action_sheet, i), "number",
                      "ce numéro de fiche est donné deux fois ; en changer un");
}

/* ---- all of them ----------------------------------------------------------------------------- */

void record_checks(const Pack *pack, const RecordDrafts *drafts) {
    static const struct {
        RecordId id;
        void (*check)(const Checking *c, int index);
    } CHECKS[] = {
        {RECORD_certification, check_certification},
        {RECORD_skill_block, check_block},
        {RECORD_course, check_course},
        {RECORD_pathway, check_pathway},
        {RECORD_internship, check_internship},
        {RECORD_campus_event, check_event},
        {RECORD_lab_project, check_project},
    };
    Checking c = {pack, drafts};
    for (int id = 0; id < RECORD_COUNT; id++)
        check_ids(&c, (RecordId)id);
    for (size_t k = 0; k < sizeof CHECKS / sizeof *CHECKS; k++)
        for (int i = 0; i < drafts[CHECKS[k].id].count; i++)
            CHECKS[k].check(&c, i);
    check_circles(&c);
    check_steps(&c);
    check_money(&c);
    check_sheets(&c);
    path_checks(pack, drafts);
}
