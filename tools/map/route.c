#include "tools/map/route.h"

#include "base/json.h"
#include "base/message.h"
#include "map/hours.h"
#include "map/notices.h"
#include "map/say.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Telling {
    const Plan *plan;
    const RouteOrder *order;
    Arena arena;
    Router *router;
    RouteAsk ask;
    int kiosk, space; /* kiosk: PLAN_NONE when the way begins at a space */
    Route route;
    Path path;
    Decisions decisions;
    Notices notices;
} Telling;

/* ---- JSON ------------------------------------------------------------------------------------ */

static void put_member(Json *j, const char *name, Slice text) {
    json_name(j, name);
    json_text(j, text);
}

static void put_point(Json *j, const PathPoint *p) {
    json_array(j);
    json_number(j, p->at.x / 1000.0, 3);
    json_number(j, p->at.y / 1000.0, 3);
    json_integer(j, p->level);
    json_end(j);
}

/* Walked so far, as the route's own metres count: what a floor is climbed is no part of them. */
static double walked_mm(const Telling *t, double along_mm) {
    double mm = 0;
    for (int i = 1; i < t->path.count; i++) {
        const PathPoint *p = &t->path.point[i], *last = p - 1;
        double piece = p->along_mm - last->along_mm,
               share = piece > 0 ? (along_mm - last->along_mm) / piece : 0;
        mm += (piece - p->climb_mm) * fmin(1, fmax(0, share));
    }
    return fmin(mm, t->route.length_mm);
}

static void put_step(Json *j, Telling *t, const Decision *d) {
    Lang lang = t->order->lang;
    json_object(j);
    put_member(j, "text", text_of_decision(t->plan, d, t->space, lang, &t->arena));
    put_member(j, "level", t->plan->level[d->level].ref.in[lang]);
    put_member(j, "to_level", t->plan->level[d->to_level].ref.in[lang]);
    json_name(j, "along_m");
    json_number(j, walked_mm(t, d->along_mm) / 1000, 1);
    json_end(j);
}

static void put_way(Json *j, Telling *t) {
    json_name(j, "seconds");
    json_number(j, t->route.ms / 1000.0, 1);
    json_name(j, "metres");
    json_number(j, t->route.length_mm / 1000.0, 1);
    json_name(j, "steps");
    json_array(j);
    for (int i = 0; i < t->decisions.count; i++)
        put_step(j, t, &t->decisions.decision[i]);
    json_end(j);
    json_name(j, "path");
    json_array(j);
    for (int i = 0; i < t->path.count; i++)
        put_point(j, &t->path.point[i]);
    json_end(j);
}

static void put_moment(Json *j, Millis when) {
    char text[32];
    Civil c = civil_from(when);
    snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d", c.year, c.month, c.day, c.hour,
             c.minute);
    json_text(j, slice_from(text));
}

/* Is the place open on arrival, and until when: null when it says no hours, or no hour was asked
   for. */
static void put_hours(Json *j, const Telling *t) {
    HoursNow now = hours_at(t->plan, t->space, notices_arrival(t->order->when, &t->route));
    json_name(j, "hours");
    if (!now.known) {
        json_null(j);
        return;
    }
    json_object(j);
    json_name(j, "open");
    json_bool(j, now.open);
    json_name(j, "until");
    if (now.until == PLAN_NEVER)
        json_null(j);
    else
        put_moment(j, now.until);
    json_end(j);
}

static void put_notices(Json *j, const Telling *t) {
    json_name(j, "notices");
    json_array(j);
    for (int i = 0; i < t->notices.count; i++)
        json_text(j, t->notices.text[i]);
    json_end(j);
}

static void put_reasons(Json *j, Telling *t, const RouteWhy *why, int instead) {
    json_name(j, "why");
    json_array(j);
    for (int i = 0; i < why->count; i++)
        json_text(j,
                  obstacle_text(t->plan, why->bar[i], t->order->when, t->order->lang, &t->arena));
    json_end(j);
    json_name(j, "instead");
    if (instead == PLAN_NONE)
        json_null(j);
    else
        json_text(j, t->plan->space[instead].id);
}

static void put_json(Telling *t, const RouteWhy *why, int instead) {
    Json j = {.out = stdout};
    json_object(&j);
    json_name(&j, "found");
    json_bool(&j, t->route.found);
    put_member(&j, "to", t->plan->space[t->space].id);
    json_name(&j, "step_free");
    json_bool(&j, t->order->who.step_free);
    put_hours(&j, t);
    put_notices(&j, t);
    if (t->route.found)
        put_way(&j, t);
    else
        put_reasons(&j, t, why, instead);
    json_end(&j);
    putchar('\n');
}

/* ---- text ------------------------------------------------------------------------------------ */

/* That it is the steps is said only when there is a way with them. */
static Slice no_way_words(const Telling *t) {
    RouteAsk on_foot = t->ask;
    on_foot.who.step_free = false;
    if (t->order->who.step_free && route_find(t->router, on_foot).found)
        return say(t->order->lang, SAY_NO_WAY_STEP_FREE);
    return say(t->order->lang, SAY_NO_WAY);
}

static void put_line(const char *mark, Slice line) {
    printf("%s" SLICE_FMT "\n", mark, SLICE_ARG(line));
}

static void put_lines(Telling *t, const RouteWhy *why, int instead) {
    Lang lang = t->order->lang;
    for (int i = 0; i < t->notices.count; i++)
        printf(SLICE_FMT ".\n", SLICE_ARG(t->notices.text[i]));
    if (t->notices.count)
        putchar('\n');
    if (t->route.found) {
        Slice letter =
            route_as_text(t->plan, &t->route, &t->decisions, t->space, lang, 1 << 16, &t->arena);
        put_line("", letter);
        return;
    }
    put_line("", no_way_words(t));
    for (int i = 0; i < why->count; i++)
        put_line("- ", obstacle_text(t->plan, why->bar[i], t->order->when, lang, &t->arena));
    if (instead != PLAN_NONE)
        put_line("", SAY(&t->arena, lang, NEAREST,
                         {"place", text_of_place(t->plan, instead, lang, &t->arena)}));
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int complain(const char *id) {
    fprintf(stderr, message("azimut-map: « %s » n’est ni une borne ni un lieu de ce plan\n"), id);
    return 2;
}

static int first_kiosk(const Plan *p) {
    return p->kiosk_count ? 0 : PLAN_NONE;
}

/* A place goes before a kiosk of the same name; without either the way begins at the plan's first
   kiosk. */
static bool find_ends(Telling *t) {
    const Plan *p = t->plan;
    const RouteOrder *o = t->order;
    int from = o->from ? plan_find_space(p, slice_from(o->from)) : PLAN_NONE;
    const char *kiosk = o->kiosk ? o->kiosk : o->from;
    t->kiosk = PLAN_NONE;
    if (from == PLAN_NONE || p->space[from].node == PLAN_NONE)
        t->kiosk = kiosk ? plan_find_kiosk(p, slice_from(kiosk)) : first_kiosk(p);
    t->space = plan_find_space(p, slice_from(o->to));
    bool starts = t->kiosk != PLAN_NONE || (from != PLAN_NONE && p->space[from].node != PLAN_NONE);
    if (!starts || t->space == PLAN_NONE)
        return false;
    t->ask = (RouteAsk){t->kiosk != PLAN_NONE ? p->kiosk[t->kiosk].node : p->space[from].node,
                        p->space[t->space].node, o->who, o->when};
    return true;
}

int route_print(const Plan *plan, const RouteOrder *order) {
    Telling t = {.plan = plan, .order = order};
    if (!find_ends(&t)) {
        bool lost = plan_find_space(plan, slice_from(order->to)) == PLAN_NONE;
        const char *from = order->kiosk ? order->kiosk : order->from;
        from = from ? from : "";
        return complain(lost ? order->to : from);
    }
    t.router = router_new(plan, &t.arena);
    t.notices = notices_find(plan, t.router, t.ask, t.space, order->lang, &t.arena);
    t.route = route_find(t.router, t.ask);
    t.path = path_of(plan, &t.route, t.ask.from, &t.arena);
    t.decisions = directions_decide(plan, &t.route, &t.path, t.kiosk, t.space, &t.arena);
    RouteWhy why = {0};
    int instead = PLAN_NONE;
    if (!t.route.found) {
        why = route_why(t.router, t.ask);
        instead = route_alternative(t.router, t.ask, t.space);
    }
    (order->json ? put_json : put_lines)(&t, &why, instead);
    arena_free(&t.arena);
    return t.route.found ? EXIT_SUCCESS : EXIT_FAILURE;
}
