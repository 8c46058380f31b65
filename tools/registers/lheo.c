#include "tools/registers/lheo.h"

#include "tools/registers/xml.h"

#include <string.h>

typedef struct Lheo {
    Report *report;
    Arena *arena;
    Slice file;
    void (*take)(void *self, const LheoCourse *course);
    void *self;
    LheoCourse *course; /* that is read; NULL between two */
    bool in_session, in_inscription, in_recruitment, in_certification;
    int seen;
} Lheo;

static LheoSession *last_session(Lheo *r) {
    return &r->course->session[r->course->session_count - 1];
}

/* ---- begin ----------------------------------------------------------------------------------- */

static Slice attribute_named(Lheo *r, const char **attribute, const char *name) {
    for (; attribute[0]; attribute += 2)
        if (xml_is(attribute[0], name))
            return arena_copy(r->arena, slice_from(attribute[1]));
    return LIT("");
}

static void begin(void *self, XmlStream *stream, const char *element, const char **attribute) {
    Lheo *r = self;
    if (xml_depth(stream) == 1 && !xml_is(element, "lheo"))
        report_fault(r->report, r->file, xml_line(stream),
                     "la racine est <%s>, pas <lheo> : ce n’est pas du LHEO, ou le format a changé",
                     element);
    if (xml_is(element, "formation")) {
        r->seen++;
        r->course = arena_new(r->arena, LheoCourse);
        r->course->line = xml_line(stream);
        r->course->number = attribute_named(r, attribute, "numero");
    } else if (r->course && xml_is(element, "session")) {
        r->in_session = r->course->session_count < LHEO_SESSIONS_MAX;
        r->course->session_count += r->in_session;
    }
    r->in_inscription |= xml_is(element, "periode-inscription");
    r->in_recruitment |= xml_is(element, "recrutement");
    r->in_certification |= xml_is(element, "certification");
}

/* ---- end ------------------------------------------------------------------------------------- */

static void end_session_element(Lheo *r, const char *element, Slice text) {
    LheoSession *session = last_session(r);
    if (r->in_inscription && xml_is(element, "fin"))
        session->open_until = arena_copy(r->arena, text);
    else if (r->in_inscription || (r->in_recruitment && !xml_is(element, "nb-places")))
        return;
    else if (xml_is(element, "debut"))
        session->begins = arena_copy(r->arena, text);
    else if (xml_is(element, "fin"))
        session->ends = arena_copy(r->arena, text);
    else if (xml_is(element, "nb-places") || xml_is(element, "capacite-simultanee"))
        session->seats = arena_copy(r->arena, text);
}

static void end_course_element(Lheo *r, const char *element, Slice text) {
    LheoCourse *c = r->course;
    const struct {
        const char *element;
        Slice *to;
    } FIELDS[] = {
        {"intitule-formation", &c->title},          {"objectif-formation", &c->goal},
        {"contenu-formation", &c->content},         {"code-niveau-entree", &c->entry_level},
        {"conditions-specifiques", &c->conditions}, {"modalites-alternance", &c->alternance},
        {"nombre-heures-total", &c->hours},         {"frais-restants", &c->fees},
        {"identifiant-module", &c->number},
    };
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (xml_is(element, FIELDS[i].element))
            *FIELDS[i].to = arena_copy(r->arena, text);
    if (xml_is(element, "code-ROME") && c->rome_count < LHEO_ROMES_MAX)
        c->rome[c->rome_count++] = arena_copy(r->arena, text);
    if (r->in_certification && xml_is(element, "code-RNCP"))
        c->rncp = arena_copy(r->arena, text);
}

static void need(Lheo *r, const char *element, Slice text, int line) {
    if (!text.len)
        report_fault(r->report, r->file, line,
                     "l’élément %s manque dans cette formation : le format a changé", element);
}

static void end_course(Lheo *r) {
    LheoCourse *c = r->course;
    need(r, "intitule-formation", c->title, c->line);
    for (int i = 0; i < c->session_count; i++) {
        need(r, "session/periode/debut", c->session[i].begins, c->line);
        need(r, "session/periode/fin", c->session[i].ends, c->line);
    }
    r->take(r->self, c);
    r->course = NULL;
}

static void end(void *self, XmlStream *stream, const char *element, Slice text) {
    Lheo *r = self;
    (void)stream;
    if (xml_is(element, "session"))
        r->in_session = false;
    else if (r->course && xml_is(element, "formation"))
        end_course(r);
    else if (r->course && r->in_session)
        end_session_element(r, element, text);
    else if (r->course)
        end_course_element(r, element, text);
    r->in_inscription &= !xml_is(element, "periode-inscription");
    r->in_recruitment &= !xml_is(element, "recrutement");
    r->in_certification &= !xml_is(element, "certification");
}

bool lheo_read(Report *report, Arena *arena, Slice file,
               void (*take)(void *self, const LheoCourse *course), void *self) {
    Lheo r = {.report = report, .arena = arena, .file = file, .take = take, .self = self};
    XmlReader reader = {&r, begin, end};
    int before = report->faults;
    if (xml_read(report, file, &reader) && !r.seen)
        report_fault(report, file, 1, "aucune formation dans ce fichier");
    return report->faults == before;
}
