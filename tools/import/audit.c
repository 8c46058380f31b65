#include "tools/import/audit.h"

#include "base/message.h"
#include "map/route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STARTS_MAX 20 /* places tried before one of them is taken */

typedef struct Audit {
    Plan plan; /* without closures */
    Router *router;
    Arena *arena;
    Millis when; /* everything that is to stay is open */
    AuditSay say;
    void *self;
} Audit;

/* ---- names ----------------------------------------------------------------------------------- */

static Slice title_of(const Audit *a, int space) {
    if (space == PLAN_NONE)
        return slice_from(message("l’extérieur"));
    const PlanSpace *s = &a->plan.space[space];
    Slice name = s->name.plain.in[langs_or_first(messages_code())];
    if (name.len)
        return name;
    return arena_printf(a->arena,
                        s->kind == SPACE_CORRIDOR ? message("couloir " SLICE_FMT)
                                                  : message("espace " SLICE_FMT),
                        SLICE_ARG(s->id));
}

static Slice door_between(const Audit *a, const PlanEdge *e) {
    Slice one = title_of(a, a->plan.node[e->a].space),
          other = title_of(a, a->plan.node[e->b].space);
    return arena_printf(a->arena, message("la porte entre « " SLICE_FMT " » et « " SLICE_FMT " »"),
                        SLICE_ARG(one), SLICE_ARG(other));
}

static Slice name_of_edge(const Audit *a, const PlanEdge *e) {
    if (e->connector != PLAN_NONE)
        return a->plan.connector[e->connector].name.the.in[langs_or_first(messages_code())];
    return e->kind == EDGE_DOOR ? door_between(a, e) : slice_from(message("un passage"));
}

/* ---- why ------------------------------------------------------------------------------------- */

static Slice mend(const Audit *a, const PlanEdge *e, PlanObstacle obstacle) {
    Slice name = name_of_edge(a, e);
    switch (obstacle.bar) {
    case BAR_STEPS:
        return arena_printf(a->arena,
                            message("seulement par des marches (" SLICE_FMT
                                    ") ; ajouter un ascenseur ou une rampe"),
                            SLICE_ARG(name));
    case BAR_ESCALATOR:
        return arena_printf(
            a->arena, message("seulement par " SLICE_FMT " ; ajouter un ascenseur ou une rampe"),
            SLICE_ARG(name));
    case BAR_NARROW:
        return arena_printf(
            a->arena,
            message(SLICE_FMT
                    " fait %d,%02d m de large, il en faut %d,%02d ; l’élargir ou corriger width"),
            SLICE_ARG(name), e->width_mm / 1000, e->width_mm % 1000 / 10, PLAN_WIDTH_MIN_MM / 1000,
            PLAN_WIDTH_MIN_MM % 1000 / 10);
    case BAR_STEEP:
        return arena_printf(
            a->arena,
            message(SLICE_FMT " monte de %d,%d %%, %d %% au plus ; l’adoucir ou corriger incline"),
            SLICE_ARG(name), abs(e->incline_pm) / 10, abs(e->incline_pm) % 10,
            PLAN_INCLINE_MAX_PM / 10);
    case BAR_WHEELCHAIR:
        return arena_printf(
            a->arena,
            message(SLICE_FMT " porte wheelchair=no ; le corriger ou ajouter un autre chemin"),
            SLICE_ARG(name));
    case BAR_ONEWAY:
        return arena_printf(a->arena,
                            message(SLICE_FMT " ne va que dans l’autre sens ; ajouter un retour"),
                            SLICE_ARG(name));
    case BAR_ESCAPE:
        return arena_printf(
            a->arena, message(SLICE_FMT " est une issue de secours ; ajouter une porte ordinaire"),
            SLICE_ARG(name));
    case BAR_WALL:
        return arena_printf(
            a->arena,
            message("un mur coupe « " SLICE_FMT
                    " » en deux ; y ouvrir une porte (un point door=* du mur) ou le raccourcir"),
            SLICE_ARG(title_of(a, e->space)));
    case BAR_PRIVATE:
        return arena_printf(a->arena,
                            message("il faudrait traverser un espace privé : " SLICE_FMT
                                    " ; ajouter un chemin ou corriger access"),
                            SLICE_ARG(name));
    case BAR_ZONE:
        return arena_printf(
            a->arena,
            message("la zone « " SLICE_FMT " » n’est jamais ouverte en même temps que le reste"),
            SLICE_ARG(a->plan.zone[obstacle.index].id));
    default:
        return slice_from(message("un passage est fermé"));
    }
}

static bool has_door(const Audit *a, int space) {
    for (int i = 0; i < a->plan.node_count; i++)
        if (a->plan.node[i].space == space && a->plan.node[i].kind == NODE_DOOR)
            return true;
    return false;
}

static bool level_is_joined(const Plan *p, int level) {
    for (int i = 0; i < p->edge_count; i++) {
        int la = p->node[p->edge[i].a].level, lb = p->node[p->edge[i].b].level;
        if (la != lb && (la == level || lb == level))
            return true;
    }
    return false;
}

/* For a place that nothing leads to. */
static Slice why_unjoined(const Audit *a, int space) {
    const PlanSpace *s = &a->plan.space[space];
    if (!has_door(a, space))
        return slice_from(
            message("aucune porte ; ajouter un point door=yes qui soit à la fois sur son tracé et "
                    "sur celui du couloir"));
    if (a->plan.level_count > 1 && !level_is_joined(&a->plan, s->level))
        return arena_printf(
            a->arena,
            message("rien ne relie le niveau « " SLICE_FMT
                    " » aux autres ; ajouter un escalier et un ascenseur (level=0-1)"),
            SLICE_ARG(a->plan.level[s->level].ref.in[langs_or_first(messages_code())]));
    return slice_from(
        message("ses portes ne mènent qu’à des espaces sans issue ; relier l’un d’eux au couloir"));
}

/* Asks the router's last search past all bars. */
static Slice why_not(const Audit *a, int space, RouteAsk ask, int *wall) {
    ask.to = a->plan.space[space].node;
    RouteWhy why = route_barred_at(a->router, ask);
    *wall = why.joined && why.bar[0].obstacle.bar == BAR_WALL ? why.bar[0].edge : PLAN_NONE;
    return why.joined && why.count ? mend(a, &a->plan.edge[why.bar[0].edge], why.bar[0].obstacle)
                                   : why_unjoined(a, space);
}

/* ---- from one place -------------------------------------------------------------------------- */

/* Something that stands for a time only is looked at when it opens. */
static Millis moment_of(const Audit *a, int space) {
    int zone = a->plan.space[space].zone;
    bool passing = zone != PLAN_NONE && a->plan.zone[zone].closes != PLAN_NEVER;
    return passing && a->plan.zone[zone].opens != PLAN_ALWAYS ? a->plan.zone[zone].opens : a->when;
}

typedef struct Start {
    const int *node;
    int count;
    Slice from; /* "depuis la borne « hall »" */
} Start;

/* Does the kiosk stand where nobody is let in yet? Then nobody starts there. */
static bool is_shut(const Audit *a, const Start *start, Millis when) {
    return plan_space_shut(&a->plan, a->plan.node[start->node[0]].space, when).bar != BAR_NONE;
}

typedef struct Look {
    Millis when;
    bool *reached; /* of each space */
    int from;      /* the start whose ways past bars the router holds */
} Look;

static void look(const Audit *a, const Start *start, PlanTraveller who, Millis when, Look *l) {
    l->when = when;
    l->from = PLAN_NONE;
    memset(l->reached, 0, sizeof *l->reached * (size_t)a->plan.space_count);
    for (int i = 0; i < start->count; i++) {
        const int *ms = route_reach(a->router, (RouteAsk){start->node[i], PLAN_NONE, who, when});
        for (int s = 0; s < a->plan.space_count; s++)
            l->reached[s] |= a->plan.space[s].node != PLAN_NONE && ms[a->plan.space[s].node] >= 0;
    }
}

static Slice ask_why(const Audit *a, const Start *start, PlanTraveller who, Look *l, int space,
                     int *wall) {
    RouteAsk ask = {start->node[0], PLAN_NONE, who, l->when};
    if (l->from == PLAN_NONE)
        route_pass_bars(a->router, ask);
    l->from = start->node[0];
    return why_not(a, space, ask, wall);
}

/* A place to go to for its own sake: whether lifts, stairs and ways in can be reached is said of
 * the rooms behind them. */
static bool is_room(const PlanSpace *s) {
    return s->place && s->connector == PLAN_NONE && s->kind != SPACE_ENTRANCE;
}

/* `missed` marks what has been said already: who cannot get there on foot cannot get there without
 * steps either. */
static void audit_for(const Audit *a, const Start *start, PlanTraveller who, bool *missed) {
    Look l = {.reached = arena_array(a->arena, bool, a->plan.space_count + 1)};
    look(a, start, who, a->when, &l);
    for (int i = 0; i < a->plan.space_count; i++) {
        const PlanSpace *s = &a->plan.space[i];
        if (!is_room(s) || missed[i])
            continue;
        if (moment_of(a, i) != l.when)
            look(a, start, who, moment_of(a, i), &l);
        if (l.reached[i] || is_shut(a, start, l.when))
            continue;
        missed[i] = true;
        int wall;
        Slice why = ask_why(a, start, who, &l, i, &wall);
        Slice title = title_of(a, i);
        a->say(a->self, i, wall,
               arena_printf(a->arena,
                            who.step_free
                                ? message("« " SLICE_FMT
                                          " » ne peut pas être atteint sans marche " SLICE_FMT
                                          " : " SLICE_FMT)
                                : message("« " SLICE_FMT " » ne peut pas être atteint " SLICE_FMT
                                          " : " SLICE_FMT),
                            SLICE_ARG(title), SLICE_ARG(start->from), SLICE_ARG(why)));
    }
}

static void audit_from(const Audit *a, const Start *start) {
    bool *missed = arena_array(a->arena, bool, a->plan.space_count + 1);
    audit_for(a, start, (PlanTraveller){false}, missed);
    audit_for(a, start, (PlanTraveller){true}, missed);
}

static int places_reached(const Audit *a, int node) {
    const int *ms = route_reach(a->router, (RouteAsk){node, PLAN_NONE, {false}, a->when});
    int count = 0;
    for (int i = 0; i < a->plan.space_count; i++)
        count += is_room(&a->plan.space[i]) && a->plan.space[i].node != PLAN_NONE &&
                 ms[a->plan.space[i].node] >= 0;
    return count;
}

/* The place that most others can be reached from, so that what is cut off is named, and not all the
   rest. */
static int best_start(const Audit *a) {
    int best = PLAN_NONE, most = 0;
    for (int i = 0, looked = 0; i < a->plan.space_count && looked < STARTS_MAX; i++) {
        const PlanSpace *s = &a->plan.space[i];
        int reached = is_room(s) && s->node != PLAN_NONE ? places_reached(a, s->node) : 0;
        looked += reached > 0;
        if (reached > most) {
            most = reached;
            best = i;
        }
    }
    return best;
}

/* A plan without a kiosk is looked at from its entrances, or else from its best place. */
static void audit_without_kiosk(const Audit *a) {
    int *node = arena_array(a->arena, int, a->plan.node_count + 1), count = 0;
    for (int i = 0; i < a->plan.node_count; i++)
        if (a->plan.node[i].kind == NODE_DOOR && a->plan.node[i].space == PLAN_NONE)
            node[count++] = i;
    int best = count ? PLAN_NONE : best_start(a);
    if (count)
        audit_from(a, &(Start){node, count, slice_from(message("depuis l’entrée"))});
    else if (best != PLAN_NONE)
        audit_from(a, &(Start){&a->plan.space[best].node, 1,
                               arena_printf(a->arena, message("depuis « " SLICE_FMT " »"),
                                            SLICE_ARG(title_of(a, best)))});
}

/* ---- the building ---------------------------------------------------------------------------- */

static bool level_has_lift(const Plan *p, int level) {
    for (int i = 0; i < p->edge_count; i++)
        if ((p->edge[i].kind == EDGE_LIFT ||
             (p->edge[i].kind == EDGE_RAMP &&
              p->node[p->edge[i].a].level != p->node[p->edge[i].b].level)) &&
            (p->node[p->edge[i].a].level == level || p->node[p->edge[i].b].level == level))
            return true;
    return false;
}

static int public_places_on(const Plan *p, int level) {
    int count = 0;
    for (int i = 0; i < p->space_count; i++)
        count += p->space[i].level == level && is_room(&p->space[i]) &&
                 p->space[i].access == ACCESS_PUBLIC;
    return count;
}

/* Arrêté du 20 avril 2017, article 7: where there is a lift, it serves every storey with rooms open
   to the public. */
static void audit_lifts(const Audit *a) {
    bool any = false;
    for (int level = 0; level < a->plan.level_count; level++)
        any |= level_has_lift(&a->plan, level);
    for (int level = 0; any && level < a->plan.level_count; level++) {
        int places = public_places_on(&a->plan, level);
        if (places && !level_has_lift(&a->plan, level))
            a->say(
                a->self, PLAN_NONE, PLAN_NONE,
                arena_printf(
                    a->arena,
                    message_count(
                        "le niveau « " SLICE_FMT
                        " » a %d salle ouverte au public et aucun ascenseur ne le dessert (arrêté "
                        "du 20 avril 2017, art. 7-2) ; corriger les niveaux de l’ascenseur",
                        "le niveau « " SLICE_FMT
                        " » a %d salles ouvertes au public et aucun ascenseur ne le dessert "
                        "(arrêté du 20 avril 2017, art. 7-2) ; corriger les niveaux de l’ascenseur",
                        places),
                    SLICE_ARG(a->plan.level[level].ref.in[langs_or_first(messages_code())]),
                    places));
    }
}

static Millis when_all_is_open(const Plan *p) {
    Millis when = 0;
    for (int i = 0; i < p->zone_count; i++)
        if (p->zone[i].closes == PLAN_NEVER && p->zone[i].opens > when)
            when = p->zone[i].opens;
    return when;
}

void audit_plan(const Plan *plan, Arena *arena, AuditSay say, void *self) {
    Audit a = {
        .plan = *plan, .arena = arena, .when = when_all_is_open(plan), .say = say, .self = self};
    a.plan.closure_count = 0;
    a.router = router_for_all(&a.plan, arena);
    for (int k = 0; k < plan->kiosk_count; k++)
        audit_from(&a, &(Start){&plan->kiosk[k].node, 1,
                                arena_printf(arena, message("depuis la borne « " SLICE_FMT " »"),
                                             SLICE_ARG(plan->kiosk[k].id))});
    if (!plan->kiosk_count)
        audit_without_kiosk(&a);
    audit_lifts(&a);
}

/* ---- while building -------------------------------------------------------------------------- */

static void say_in_report(void *self, int space, int wall, Slice message) {
    PlanDraft *d = self;
    Slice subject = space == PLAN_NONE ? LIT("") : d->plan.space[space].id;
    if (space == PLAN_NONE)
        report_warn(d->report, d->osm->file[0], 1, 0, SLICE_FMT, SLICE_ARG(message));
    else if (wall != PLAN_NONE && d->edge_object[wall]) /* there is nothing to mend at the place */
        osm_warn(d->osm, d->edge_object[wall], SLICE_FMT, SLICE_ARG(message));
    else if (!d->doorless)
        osm_warn(d->osm, d->room[space].object, SLICE_FMT, SLICE_ARG(message));
    *LIST_ADD(d->arena, d->plan.finding, d->plan.finding_count) = (PlanFinding){subject, message};
}

void audit_draft(PlanDraft *d) {
    Arena scratch = {0};
    Plan *p = &d->plan;
    audit_plan(p, &scratch, say_in_report, d);
    for (int i = 0; i < p->finding_count; i++) /* the scratch memory goes, the sentences stay */
        p->finding[i].message = arena_copy(d->arena, p->finding[i].message);
    arena_free(&scratch);
}
