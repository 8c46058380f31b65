#include "tools/import/import_details.h"

#include "base/message.h"
#include "base/nearest.h"
#include "tools/import/hours.h"
#include "tools/import/levels.h"
#include "tools/import/naming.h"
#include "tools/sources/typography.h"

#include <math.h>
#include <stdlib.h>

/* ---- where an object is ---------------------------------------------------------------------- */

/* Every space that was made from the object, or the one that a point stands in; answers
   how many. */
static int spaces_of(const PlanDraft *d, const OsmObject *o, int *space, int most) {
    int levels[LEVELS_MAX], count = 0;
    for (int i = 0; i < d->plan.space_count && count < most; i++)
        if (d->room[i].object == o)
            space[count++] = i;
    if (o->kind != OSM_NODE || !o->placed)
        return count;
    for (int l = 0, all = draft_levels_of(d, o, levels); l < all && count < most; l++) {
        int found = draft_space_at(d, levels[l], draft_point(d, o));
        if (found != PLAN_NONE)
            space[count++] = found;
    }
    return count;
}

static int place_of(const PlanDraft *d, const OsmObject *o, const char *what) {
    int space[LEVELS_MAX];
    if (spaces_of(d, o, space, LEVELS_MAX))
        return space[0];
    osm_warn(d->osm, o,
             "%s : ce point n’est dans aucun espace de son niveau ; le déplacer ou corriger level",
             what);
    return PLAN_NONE;
}

typedef void (*Visit)(PlanDraft *draft, const OsmObject *object);

static void visit_all(PlanDraft *d, Visit visit) {
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            visit(d, &d->osm->object[kind][i]);
}

/* ---- kiosks ---------------------------------------------------------------------------------- */

static int bearing_of(const PlanDraft *d, const OsmObject *o) {
    Slice text = osm_tag(o, "kiosk:bearing");
    char *end = NULL;
    double degrees = text.len ? strtod(text.at, &end) : NAN;
    if (text.len && !*end && degrees >= -360 && degrees <= 360)
        return ((int)lround(degrees * 100) % 36000 + 36000) % 36000;
    osm_fault(d->osm, o,
              "kiosk:bearing=« " SLICE_FMT
              " » : écrire où regarde l’écran, en degrés depuis le nord (180 : vers le sud)",
              SLICE_ARG(text));
    return 0;
}

static void read_kiosk(PlanDraft *d, const OsmObject *o) {
    Slice id = osm_tag(o, "kiosk:id");
    if (!id.len || o->kind != OSM_NODE || !o->placed)
        return;
    if (plan_find_kiosk(&d->plan, id) != PLAN_NONE) {
        osm_fault(d->osm, o,
                  "deux bornes s’appellent « " SLICE_FMT " » ; changer kiosk:id de l’une",
                  SLICE_ARG(id));
        return;
    }
    int space = place_of(d, o, "borne");
    if (space == PLAN_NONE)
        return;
    PlanPoint at = draft_point(d, o);
    int level = d->plan.space[space].level, node = draft_add_node(d, NODE_KIOSK, level, space, at);
    *LIST_ADD(d->arena, d->plan.kiosk, d->plan.kiosk_count) =
        (PlanKiosk){id, level, node, at, bearing_of(d, o)};
}

void furnish_kiosks(PlanDraft *d) {
    visit_all(d, read_kiosk);
    if (!d->plan.kiosk_count)
        report_warn(
            d->report, d->osm->file[0], 1, 0,
            "aucune borne : un point avec kiosk:id et kiosk:bearing dit où se tient le visiteur");
}

/* ---- landmarks ------------------------------------------------------------------------------- */

static void read_landmark(PlanDraft *d, const OsmObject *o) {
    Slice text = osm_tag(o, "kiosk:landmark");
    if (!text.len)
        return;
    int salience = text.len == 1 && text.at[0] >= '1' && text.at[0] <= '5' ? text.at[0] - '0' : 0;
    int space = salience ? place_of(d, o, message("repère")) : PLAN_NONE;
    if (!salience)
        osm_warn(d->osm, o, "kiosk:landmark va de 1 (vu de tous) à 5, pas « " SLICE_FMT " »",
                 SLICE_ARG(text));
    if (space == PLAN_NONE)
        return;
    const PlanSpace *s = &d->plan.space[space];
    PlanLandmark mark = {s->anchor, s->level, space, salience, s->name};
    if (o->kind == OSM_NODE) {
        mark.at = draft_point(d, o);
        mark.space = PLAN_NONE;
        naming_forms(d->arena, (Naming){draft_words(d, o, "name"), draft_articles(o), NAMING_AT},
                     &mark.name);
    }
    if (mark.name.plain.in[LANG_FIRST].len)
        *LIST_ADD(d->arena, d->plan.landmark, d->plan.landmark_count) = mark;
    else
        osm_warn(d->osm, o, "un repère a besoin d’un nom ; ajouter name:fr et name:en");
}

/* ---- events and closures --------------------------------------------------------------------- */

static void read_event(PlanDraft *d, const OsmObject *o) {
    if (!osm_has(o, "event:from"))
        return;
    int space = place_of(d, o, message("événement"));
    LocalText title =
        osm_has(o, "event:title:fr") ? draft_words(d, o, "event:title") : draft_words(d, o, "name");
    PlanEvent e = {.id = arena_printf(d->arena, "e%lld", (long long)o->id),
                   .space = space,
                   .title = title,
                   .from = draft_day(d, o, "event:from", PLAN_NEVER),
                   .to = draft_day(d, o, "event:to", PLAN_ALWAYS),
                   .note = draft_words(d, o, "event:note"),
                   .capacity = atoi(osm_has(o, "capacity") ? osm_tag(o, "capacity").at : "0")};
    if (e.capacity < 0 || e.capacity > 100000)
        e.capacity = 0;
    if (e.from >= e.to || !title.in[LANG_FIRST].len)
        osm_fault(d->osm, o,
                  "un événement a besoin d’un titre, d’un début et d’une fin après le début "
                  "(event:from, event:to)");
    else if (space != PLAN_NONE)
        *LIST_ADD(d->arena, d->plan.event, d->plan.event_count) = e;
}

static void close_one(PlanDraft *d, PlanClosure closure, PlanTarget target, int index) {
    closure.target = target;
    closure.index = index;
    for (int i = 0; i < d->plan.closure_count; i++)
        if (d->plan.closure[i].target == target && d->plan.closure[i].index == index &&
            d->plan.closure[i].from == closure.from)
            return;
    *LIST_ADD(d->arena, d->plan.closure, d->plan.closure_count) = closure;
}

/* A door, or a way that was drawn; a lift or stairs as a whole. */
static void close_edges(PlanDraft *d, const OsmObject *o, PlanClosure c) {
    for (int i = 0; i < d->plan.edge_count; i++) {
        int connector = d->plan.edge[i].connector;
        if (d->edge_object[i] == o)
            close_one(d, c, connector != PLAN_NONE ? TARGET_OF_CONNECTOR : TARGET_OF_EDGE,
                      connector != PLAN_NONE ? connector : i);
    }
}

static void close_zones(PlanDraft *d, const OsmObject *o, PlanClosure c) {
    for (int i = 0;
         i < d->plan.zone_count && (osm_has(o, "zone:opens") || osm_has(o, "zone:closes")); i++)
        if (slice_equal(d->plan.zone[i].id, osm_tag(o, "kiosk:zone")))
            close_one(d, c, TARGET_OF_ZONE, i);
}

/* The spaces drawn by the object, or those that a point stands in; of a shaft the connector. */
static void close_spaces(PlanDraft *d, const OsmObject *o, PlanClosure c) {
    int space[LEVELS_MAX], count = spaces_of(d, o, space, LEVELS_MAX);
    for (int i = 0; i < count; i++) {
        int connector = d->plan.space[space[i]].connector;
        close_one(d, c, connector != PLAN_NONE ? TARGET_OF_CONNECTOR : TARGET_OF_SPACE,
                  connector != PLAN_NONE ? connector : space[i]);
    }
}

static void read_closure(PlanDraft *d, const OsmObject *o) {
    if (!osm_has(o, "closed:from") && !osm_has(o, "closed:to") && !osm_has(o, "closed:reason:fr"))
        return;
    PlanClosure c = {.from = draft_day(d, o, "closed:from", PLAN_ALWAYS),
                     .to = draft_day(d, o, "closed:to", PLAN_NEVER),
                     .reason = draft_words(d, o, "closed:reason")};
    int before = d->plan.closure_count;
    close_edges(d, o, c);
    close_zones(d, o, c);
    if (d->plan.closure_count == before)
        close_spaces(d, o, c);
    if (c.from >= c.to)
        osm_fault(d->osm, o, "cette fermeture finit avant de commencer (closed:from, closed:to)");
    else if (d->plan.closure_count == before)
        osm_warn(d->osm, o, "cette fermeture ne ferme rien : ni espace, ni porte, ni chemin");
}

/* ---- lists within a tag ---------------------------------------------------------------------- */

/* Takes the next of "one; two; three". */
static bool next_item(Slice *rest, Slice *item) {
    while (rest->len) {
        int at = slice_find(*rest, LIT(";"));
        *item = slice_trim(slice_cut(*rest, 0, at < 0 ? rest->len : at));
        *rest = slice_cut(*rest, at < 0 ? rest->len : at + 1, rest->len);
        if (item->len)
            return true;
    }
    return false;
}

static void say_no_trade(PlanDraft *d, const OsmObject *o, TradeIds trades, Slice id) {
    const char **known = arena_array(d->arena, const char *, trades.count + 1);
    for (int i = 0; i < trades.count; i++)
        known[i] = arena_copy(d->arena, trades.id[i]).at;
    const char *near = nearest_word(id, known);
    if (near)
        osm_fault(d->osm, o,
                  "« " SLICE_FMT " » n’est pas un métier de ce campus (kiosk:trades) ; est-ce "
                  "« %s » ?",
                  SLICE_ARG(id), near);
    else
        osm_fault(d->osm, o,
                  "« " SLICE_FMT " » n’est pas un métier de ce campus (kiosk:trades) ; l’effacer, "
                  "ou écrire la fiche trades/" SLICE_FMT ".yaml",
                  SLICE_ARG(id), SLICE_ARG(id));
}

static void read_trades(PlanDraft *d, int space, TradeIds trades) {
    const OsmObject *o = d->room[space].object;
    Slice rest = osm_tag(o, "kiosk:trades"), id;
    while (trades.count && next_item(&rest, &id)) {
        int found = 0;
        while (found < trades.count && !slice_equal(trades.id[found], id))
            found++;
        bool unknown = found == trades.count;
        if (unknown && report_explains(d->osm->report, "trades/", id))
            continue;
        if (unknown)
            say_no_trade(d, o, trades, id);
        else
            *LIST_ADD(d->arena, d->plan.link, d->plan.link_count) = (PlanLink){space, found};
    }
}

/* The next item of the list in each language; answers in how many of them there was one. */
static int next_items(LocalText *rest, LocalText *item) {
    int found = 0;
    *item = (LocalText){{{0}}};
    for (int lang = 0; lang < langs()->count; lang++) {
        if (lang < langs()->written)
            item->in[lang] = LIT(""); /* authors say no more there, which is not untranslated */
        found += next_item(&rest->in[lang], &item->in[lang]);
    }
    return found;
}

static int said_in(const LocalText *words) {
    int count = 0;
    for (int lang = 0; lang < langs()->count; lang++)
        count += words->in[lang].len > 0;
    return count;
}

static void read_machines(PlanDraft *d, int space) {
    LocalText rest = draft_words(d, d->room[space].object, "kiosk:machines"), name;
    int languages = said_in(&rest);
    for (int found; (found = next_items(&rest, &name));) {
        if (found < languages) {
            osm_warn(d->osm, d->room[space].object,
                     "kiosk:machines n’a pas autant de machines dans chaque langue");
            return;
        }
        *LIST_ADD(d->arena, d->plan.machine, d->plan.machine_count) = (PlanMachine){space, name};
    }
}

static void read_other_names(PlanDraft *d, int space) {
    LocalText rest = draft_words(d, d->room[space].object, "alt_name"), word;
    while (next_items(&rest, &word))
        *LIST_ADD(d->arena, d->plan.term, d->plan.term_count) = (PlanTerm){word, false, space};
}

/* The author's own sentence stands before the one that the rows make. */
static void read_hours(PlanDraft *d, int space) {
    const OsmObject *o = d->room[space].object;
    PlanHours row[HOURS_ROWS_MAX];
    Slice text = osm_tag(o, "opening_hours");
    int count = text.len ? hours_parse(text, row) : 0;
    bool again =
        space && d->room[space - 1].object == o; /* of the floors of one room, the first says it */
    if (count < 0 && !again)
        osm_warn(d->osm, o,
                 "opening_hours=« " SLICE_FMT
                 " » n’est pas compris et n’est pas montré ; écrire par exemple"
                 " Mo-Fr 08:00-12:00,13:30-18:00; PH off",
                 SLICE_ARG(text));
    for (int i = 0; i < count; i++) {
        row[i].space = space;
        *LIST_ADD(d->arena, d->plan.hours, d->plan.hours_count) = row[i];
    }
    if (count <= 0 || d->plan.space[space].hours.in[LANG_FIRST].len)
        return;
    LocalText words = hours_words(row, count, d->arena);
    for (int lang = 0; lang < langs()->count; lang++)
        if (words.in[lang].at)
            d->plan.space[space].hours.in[lang] = typography_set(d->arena, words.in[lang], lang);
}

static int by_time(const void *a, const void *b) {
    const PlanEvent *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->space - y->space;
}

void furnish_rest(PlanDraft *d, TradeIds trades) {
    visit_all(d, read_landmark);
    visit_all(d, read_event);
    visit_all(d, read_closure);
    if (d->plan.event_count)
        qsort(d->plan.event, (size_t)d->plan.event_count, sizeof *d->plan.event, by_time);
    for (int i = 0; i < d->plan.space_count; i++) {
        read_trades(d, i, trades);
        read_machines(d, i);
        read_other_names(d, i);
        read_hours(d, i);
    }
}
