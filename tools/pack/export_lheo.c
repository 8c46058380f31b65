#include "tools/pack/export_lheo.h"

#include "base/file.h"
#include "tools/registers/lheo.h"
#include "train/dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROMES_MAX = 5, GENERAL_SIGNS = 3000, LINE_SIGNS = 50 };

typedef struct Writing {
    FILE *out;
    const Pack *pack;
    Millis now;
} Writing;

/* ---- elements -------------------------------------------------------------------------------- */

static void put_text(FILE *out, Slice text, int most) {
    for (int signs = 0; text.len && signs < most; signs++) {
        Slice before = text;
        utf8_next(&text);
        Slice sign = slice_cut(before, 0, before.len - text.len);
        if (slice_is(sign, "&"))
            fputs("&amp;", out);
        else if (slice_is(sign, "<"))
            fputs("&lt;", out);
        else if (slice_is(sign, ">"))
            fputs("&gt;", out);
        else
            fwrite(sign.at, 1, (size_t)sign.len, out);
    }
}

static void put_some(Writing *w, const char *element, Slice text, int most) {
    fprintf(w->out, "<%s>", element);
    put_text(w->out, text, most);
    fprintf(w->out, "</%s>\n", element);
}

static void put(Writing *w, const char *element, Slice text) {
    put_some(w, element, text, GENERAL_SIGNS);
}

static void put_number(Writing *w, const char *element, int number) {
    fprintf(w->out, "<%s>%d</%s>\n", element, number, element);
}

static void put_day(Writing *w, const char *element, Millis when) {
    Civil day = civil_from(when);
    fprintf(w->out, "<%s>%04d%02d%02d</%s>\n", element, day.year, day.month, day.day, element);
}

static void begin(Writing *w, const char *element) {
    fprintf(w->out, "<%s>\n", element);
}

static void end(Writing *w, const char *element) {
    fprintf(w->out, "</%s>\n", element);
}

/* ---- who it is ------------------------------------------------------------------------------- */

static void put_address(Writing *w) {
    const Campus *c = &w->pack->campus;
    begin(w, "adresse");
    put_some(w, "ligne", c->org_street, LINE_SIGNS);
    put(w, "codepostal", c->org_postcode);
    put_some(w, "ville", c->org_town, LINE_SIGNS);
    end(w, "adresse");
}

static void put_organisation(Writing *w) {
    const Campus *c = &w->pack->campus;
    begin(w, "organisme-formation-responsable");
    put(w, "numero-activite", c->org_activity);
    fputs("<SIRET-organisme-formation>", w->out);
    put(w, "SIRET", c->org_siret);
    end(w, "SIRET-organisme-formation");
    put(w, "nom-organisme", c->org_name);
    put(w, "raison-sociale", c->org_name);
    begin(w, "coordonnees-organisme");
    begin(w, "coordonnees");
    put_address(w);
    end(w, "coordonnees");
    end(w, "coordonnees-organisme");
    begin(w, "contact-organisme");
    begin(w, "coordonnees");
    put_address(w);
    end(w, "coordonnees");
    end(w, "contact-organisme");
    end(w, "organisme-formation-responsable");
}

static void put_contact(Writing *w, const Course *course) {
    const HelpDesk *desk = &w->pack->desk[course->desk];
    begin(w, "contact-formation");
    begin(w, "coordonnees");
    put_some(w, "ligne", desk->name.in[0], LINE_SIGNS);
    if (desk->phone.len) {
        begin(w, "telfixe");
        put(w, "numtel", desk->phone);
        end(w, "telfixe");
    }
    if (desk->mail.len)
        put(w, "courriel", desk->mail);
    end(w, "coordonnees");
    end(w, "contact-formation");
}

/* ---- what is learnt -------------------------------------------------------------------------- */

static void put_domain(Writing *w, const Course *course) {
    Slice told[ROMES_MAX];
    int count = 0;
    begin(w, "domaine-formation");
    for (int i = 0; i < course->trades.count && count < ROMES_MAX; i++) {
        Slice rome = w->pack->trade[course->trades.at[i]].rome;
        bool again = false;
        for (int k = 0; k < count; k++)
            again |= slice_equal(told[k], rome);
        if (again)
            continue;
        told[count++] = rome;
        put(w, "code-ROME", rome);
    }
    end(w, "domaine-formation");
}

/* The blocks of the course or, without any of its own, of its certification. */
static void put_content(Writing *w, const Course *course, const Certification *certification) {
    const Pack *p = w->pack;
    bool own = course->blocks.count > 0;
    int count = own ? course->blocks.count : 0, first = 0;
    if (!own && certification) {
        count = certification->block_count;
        first = certification->first_block;
    }
    fputs("<contenu-formation>", w->out);
    put_text(w->out, course->name.in[0], GENERAL_SIGNS);
    for (int i = 0; i < count; i++) {
        int block = own ? course->blocks.at[i] : first + i;
        fputs(i ? " ; " : " : ", w->out);
        put_text(w->out, p->skill_block[block].name.in[0], 240);
    }
    end(w, "contenu-formation");
}

/* LHEO's own numbers: 4 is a CAP, 5 a bac; 0 is not said, 1 needs none. */
static int level_code(int level) {
    if (!level)
        return 0;
    return level < 3 ? 1 : level + 1;
}

static void put_certification(Writing *w, const Certification *certification) {
    Slice rncp = certification->rncp;
    if (rncp.len) {
        begin(w, "certification");
        put(w, "code-RNCP", slice_cut(rncp, 4, rncp.len));
        end(w, "certification");
    }
    put_number(w, "code-niveau-sortie", level_code(certification->level));
}

/* ---- when ------------------------------------------------------------------------------------ */

/* Since when is not known: LHEO writes that as noughts. */
static void put_inscription(Writing *w, const CourseSession *session) {
    if (!session->open_until)
        return;
    begin(w, "periode-inscription");
    begin(w, "periode");
    put(w, "debut", LIT("00000000"));
    put_day(w, "fin", session->open_until);
    end(w, "periode");
    end(w, "periode-inscription");
}

static int put_sessions(Writing *w, const Course *course) {
    int count = 0;
    for (int i = 0; i < course->session_count; i++) {
        const CourseSession *session = &course->session[i];
        if (session->illustrative || session_is_over(session, w->now))
            continue;
        begin(w, "session");
        begin(w, "periode");
        put_day(w, "debut", session->begins);
        put_day(w, "fin", session->ends);
        end(w, "periode");
        begin(w, "adresse-inscription");
        put_address(w);
        end(w, "adresse-inscription");
        put_inscription(w, session);
        end(w, "session");
        count++;
    }
    return count;
}

static bool takes_apprentices(const Course *course) {
    return course->audience & 1U << AUDIENCE_APPRENTICE;
}

static int put_action(Writing *w, const Course *course) {
    const Campus *c = &w->pack->campus;
    bool alternates = course->mode == MODE_ALTERNANCE;
    begin(w, "action");
    put(w, "rythme-formation", course->duration.in[0].len ? course->duration.in[0] : LIT("-"));
    fprintf(w->out, "<code-public-vise ref=\"");
    put_text(w->out, c->org_formacode, 10);
    fprintf(w->out, "\">");
    put_text(w->out, c->org_public, 5);
    end(w, "code-public-vise");
    put_number(w, "niveau-entree-obligatoire", course->entry_level >= 3);
    put(w, "modalites-alternance", alternates ? LIT("en alternance") : LIT("-"));
    put_number(w, "modalites-enseignement", 0);
    put(w, "conditions-specifiques", course->entry.in[0]);
    put_number(w, "prise-en-charge-frais-possible",
               course->help.in[0].len || takes_apprentices(course));
    begin(w, "lieu-de-formation");
    begin(w, "coordonnees");
    put_address(w);
    end(w, "coordonnees");
    end(w, "lieu-de-formation");
    put_number(w, "modalites-entrees-sorties", 0);
    int sessions = put_sessions(w, course);
    if (course->price.in[0].len)
        put_some(w, "frais-restants", course->price.in[0], 200);
    if (course->hours)
        put_number(w, "nombre-heures-total", course->hours);
    end(w, "action");
    return sessions;
}

static int put_course(Writing *w, const Course *course) {
    const Certification *certification =
        course->certification < 0 ? NULL : &w->pack->certification[course->certification];
    Slice goal = course->line.in[0].len ? course->line.in[0] : course->name.in[0];
    fprintf(w->out, "<formation numero=\"" SLICE_FMT "\">\n", SLICE_ARG(course->id));
    put_domain(w, course);
    put_some(w, "intitule-formation", course->name.in[0], 255);
    put(w, "objectif-formation", goal);
    put(w, "resultats-attendus", certification ? certification->name.in[0] : goal);
    put_content(w, course, certification);
    put_number(w, "certifiante", certification != NULL);
    put_contact(w, course);
    put_number(w, "parcours-de-formation", course->mode == MODE_MODULES ? 3 : 1);
    put_number(w, "code-niveau-entree", level_code(course->entry_level));
    if (certification)
        put_certification(w, certification);
    int sessions = put_action(w, course);
    put_organisation(w);
    end(w, "formation");
    return sessions;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* An example is nothing to publish, and LHEO has no course without a session. */
static bool is_told(const Course *course, Millis now) {
    for (int i = 0; i < course->session_count && !course->illustrative; i++)
        if (!course->session[i].illustrative && !session_is_over(&course->session[i], now))
            return true;
    return false;
}

static void put_all(Writing *w, LheoExport *count) {
    fprintf(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lheo xmlns=\"%s\">\n<offres>\n",
            LHEO_NAMESPACE);
    for (int i = 0; i < w->pack->course_count; i++)
        if (is_told(&w->pack->course[i], w->now)) {
            count->sessions += put_course(w, &w->pack->course[i]);
            count->courses++;
        } else {
            count->left_out++;
        }
    fprintf(w->out, "</offres>\n</lheo>\n");
}

bool export_lheo(const Pack *pack, Millis now, const char *path, LheoExport *count, Error *error) {
    Writing w = {.pack = pack, .now = now};
    char *bytes = NULL;
    size_t size = 0;
    *count = (LheoExport){0};
    if (!pack->campus.org_siret.len)
        return error_set(error, "the campus does not say who it is: write organisation: in "
                                "campus.yaml");
    w.out = open_memstream(&bytes, &size);
    if (!w.out)
        abort();
    put_all(&w, count);
    fclose(w.out);
    bool good =
        count->courses
            ? file_put(path, bytes, size, 0644, error)
            : error_set(error, "no course to tell: %d are examples or have no session to come",
                        count->left_out);
    free(bytes);
    return good;
}
