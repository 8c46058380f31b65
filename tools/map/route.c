#include "tools/map/route.h"

#include "map/hours.h"
#include "map/notices.h"

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

/* ---- JSON ---------------------------------------------------------------------------------------------------------------------- */

static void put_text(Slice text) {
    putchar('"');
    for (int i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void put_member(const char *name, Slice text) {
    printf("\"%s\":", name);
    put_text(text);
}

static void put_point(const PathPoint *p) {
    printf("[%.3f,%.3f,%d]", p->at.x / 1000.0, p->at.y / 1000.0, p->level);
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

static void put_steps(Telling *t) {
    printf("\"steps\":[");
    for (int i = 0; i < t->decisions.count; i++) {
        const Decision *d = &t->decisions.decision[i];
        printf("%s{", i ? "," : "");
        put_member("text", phrase_decision(t->plan, d, t->space, t->order->lang, &t->arena));
        putchar(',');
        put_member("level", t->plan->level[d->level].ref.in[t->order->lang]);
        putchar(',');
        put_member("to_level", t->plan->level[d->to_level].ref.in[t->order->lang]);
        printf(",\"along_m\":%.1f}", walked_mm(t, d->along_mm) / 1000);
    }
    printf("],\"path\":[");
    for (int i = 0; i < t->path.count; i++) {
        printf("%s", i ? "," : "");
        put_point(&t->path.point[i]);
    }
    printf("]");
}

/* Is the place open on arrival, and until when: null when it says no hours, or no hour was asked
   for. */
static void put_hours(const Telling *t) {
    HoursNow now = hours_at(t->plan, t->space, notices_arrival(t->order->when, &t->route));
    if (!now.known) {
        printf("\"hours\":null,");
        return;
    }
    printf("\"hours\":{\"open\":%s,\"until\":", now.open ? "true" : "false");
    Civil c = civil_from(now.until == PLAN_NEVER ? 0 : now.until);
    if (now.until == PLAN_NEVER)
        printf("null},");
    else
        printf("\"%04d-%02d-%02dT%02d:%02d\"},", c.year, c.month, c.day, c.hour, c.minute);
}

static void put_notices(const Telling *t) {
    printf("\"notices\":[");
    for (int i = 0; i < t->notices.count; i++) {
        printf("%s", i ? "," : "");
        put_text(t->notices.text[i]);
    }
    printf("],");
}

static void put_reasons(Telling *t, const RouteWhy *why, int instead) {
    printf("\"why\":[");
    for (int i = 0; i < why->count; i++) {
        printf("%s", i ? "," : "");
        put_text(phrase_bar(t->plan, why->bar[i], t->order->when, t->order->lang, &t->arena));
    }
    printf("],\"instead\":");
    if (instead == PLAN_NONE)
        printf("null");
    else
        put_text(t->plan->space[instead].id);
}

static void put_json(Telling *t, const RouteWhy *why, int instead) {
    printf("{\"found\":%s,", t->route.found ? "true" : "false");
    put_member("to", t->plan->space[t->space].id);
    printf(",\"step_free\":%s,", t->order->who.step_free ? "true" : "false");
    put_hours(t);
    put_notices(t);
    if (t->route.found) {
        printf("\"seconds\":%.1f,\"metres\":%.1f,", t->route.ms / 1000.0, t->route.length_mm / 1000.0);
        put_steps(t);
    } else {
        put_reasons(t, why, instead);
    }
    puts("}");
}

/* ---- text ---------------------------------------------------------------------------------------------------------------------- */

/* That it is the steps is said only when there is a way with them. */
static const char *no_way_words(const Telling *t, bool fr) {
    RouteAsk on_foot = t->ask;
    on_foot.who.step_free = false;
    if (t->order->who.step_free && route_find(t->router, on_foot).found)
        return fr ? "Pas de chemin sans marche." : "No step-free way.";
    return fr ? "Pas de chemin." : "No way.";
}

static void put_lines(Telling *t, const RouteWhy *why, int instead) {
    bool fr = t->order->lang == LANG_FR;
    for (int i = 0; i < t->notices.count; i++)
        printf(SLICE_FMT ".\n", SLICE_ARG(t->notices.text[i]));
    if (t->notices.count)
        putchar('\n');
    if (t->route.found) {
        Slice letter = phrase_letter(t->plan, &t->route, &t->decisions, t->space, t->order->lang, 1 << 16, &t->arena);
        printf(SLICE_FMT "\n", SLICE_ARG(letter));
        return;
    }
    puts(no_way_words(t, fr));
    for (int i = 0; i < why->count; i++)
        printf("- " SLICE_FMT "\n", SLICE_ARG(phrase_bar(t->plan, why->bar[i], t->order->when, t->order->lang, &t->arena)));
    if (instead != PLAN_NONE)
        printf("%s " SLICE_FMT "\n", fr ? "À la place\u00A0:" : "Instead:",
               SLICE_ARG(phrase_place(t->plan, instead, t->order->lang, &t->arena)));
}

/* ---- the whole ------------------------------------------------------------------------------------------------------------------- */

static int complain(const char *id) {
    fprintf(stderr, "azimut-map: « %s » n’est ni une borne ni un lieu de ce plan\n", id);
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
