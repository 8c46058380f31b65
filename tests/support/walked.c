#include "support/walked.h"

#include "support/languages.h"

#include <math.h>
#include <stdio.h>

#define OFF_DEG 75
#define UNTOLD_DEG 50     /* 45 and what a line 0.6 m off the walls may bend it */
#define STRETCH_MM 4000.0 /* over which a heading is felt */
#define NEAR_MM 5000.0    /* a sentence speaks of a turn so near to it */
#define TWICE_MM 4000.0

typedef struct Walk {
    const Plan *plan;
    const Path *path;
    const Decisions *told;
    Lang lang;
    Arena *arena;
    const char *where;
    int space, kiosk, faults;
} Walk;

/* ---- what a sentence says -------------------------------------------------------------------- */

typedef struct Said {
    bool turn;  /* does it speak of a direction? */
    double deg; /* right is positive */
} Said;

static bool has(Slice text, const char *word) {
    return slice_find(text, slice_from(word)) >= 0;
}

static int side_in(Slice text, Lang lang) {
    bool left =
        lang == LANG_FR ? has(text, "à gauche") || has(text, "la gauche") : has(text, "left");
    bool right =
        lang == LANG_FR ? has(text, "à droite") || has(text, "la droite") : has(text, "right");
    return right - left;
}

/* Of somebody who faces the screen. */
static Said said_at_start(Slice text, Lang lang) {
    int side = side_in(text, lang);
    bool fr = lang == LANG_FR;
    if (has(text, fr ? "Dos à l’écran, aller tout droit" : "your back to the screen, go straight"))
        return (Said){true, 180};
    if (has(text, fr ? "passer à" : "walk past"))
        return (Said){true, side * 40};
    if (has(text, fr ? "derrière soi" : "behind you"))
        return (Said){true, side * 135};
    return (Said){side != 0, side * 90};
}

static Said said_in(Slice text, Lang lang) {
    int side = side_in(text, lang);
    bool fr = lang == LANG_FR;
    if (has(text, fr ? "demi-tour" : "urn around"))
        return (Said){true, 180};
    if (has(text, fr ? "derrière soi" : "behind you"))
        return (Said){true, 180};
    if (side && has(text, fr ? "un peu" : "ear "))
        return (Said){true, side * 45};
    if (side)
        return (Said){true, side * 90};
    return (Said){has(text, fr ? "tout droit" : "straight") ||
                      has(text, fr ? "en face" : "straight ahead"),
                  0};
}

/* ---- the line -------------------------------------------------------------------------------- */

static Spot spot(PlanPoint p) {
    return (Spot){p.x, p.y};
}

/* The part of the path on the floor at `along`: where it begins and ends. */
static void floor_of(const Walk *w, double along, double *from, double *to) {
    int level = path_at(w->path, along).level;
    *from = 0;
    *to = w->path->length_mm;
    for (int i = 0; i < w->path->count; i++) {
        const PathPoint *p = &w->path->point[i];
        if (p->level != level && p->along_mm <= along && i + 1 < w->path->count)
            *from = w->path->point[i + 1].along_mm;
        if (p->level != level && p->along_mm > along) {
            *to = w->path->point[i - 1].along_mm;
            return;
        }
    }
}

static bool heading(const Walk *w, double from, double to, double *deg) {
    double first, last;
    floor_of(w, (from + to) / 2, &first, &last);
    from = fmax(from, first);
    to = fmin(to, last);
    if (to - from < 300)
        return false;
    PathPoint a = path_at(w->path, from), b = path_at(w->path, to);
    *deg = camera_bearing_deg(spot(a.at), spot(b.at));
    return hypot((double)a.at.x - b.at.x, (double)a.at.y - b.at.y) > 250;
}

/* Is the line straight there, so that its heading means something? */
static bool is_straight(const Walk *w, double from, double to) {
    PathPoint a = path_at(w->path, from), b = path_at(w->path, to);
    return a.level == b.level &&
           hypot((double)a.at.x - b.at.x, (double)a.at.y - b.at.y) > 0.96 * (to - from);
}

/* The least that what was said is off, over the stretches in which somebody could have meant it. */
static double off(const Walk *w, double along, double said) {
    static const double LENGTH[] = {800, 1500, 3000, 5000}, SHIFT[] = {0, -1300, 1300, -2600, 2600};
    double least = 360;
    for (int s = 0; s < 5; s++)
        for (int before = 0; before < 4; before++)
            for (int behind = 0; behind < 4; behind++) {
                double at = along + SHIFT[s], in, out;
                if (heading(w, at - LENGTH[before], at, &in) &&
                    heading(w, at, at + LENGTH[behind], &out))
                    least = fmin(least, fabs(camera_angle_deg(camera_angle_deg(out - in) - said)));
            }
    return least;
}

/* ---- faults ---------------------------------------------------------------------------------- */

static Slice words(const Walk *w, int i) {
    return text_of_decision(w->plan, &w->told->decision[i], w->space, w->lang, w->arena);
}

static void complain(Walk *w, const char *what, int i, double along, double deg) {
    Slice text = i < 0 ? LIT("") : words(w, i);
    fprintf(stderr, "%s to " SLICE_FMT ": %s at %.1f m (%.0f): " SLICE_FMT "\n", w->where,
            SLICE_ARG(w->plan->space[w->space].id), what, along / 1000, deg, SLICE_ARG(text));
    w->faults++;
}

static Said said(const Walk *w, int i) {
    const Decision *d = &w->told->decision[i];
    if (d->kind == DECIDE_START)
        return w->kiosk == PLAN_NONE ? (Said){0} : said_at_start(words(w, i), w->lang);
    return said_in(words(w, i), w->lang);
}

static void check_start(Walk *w) {
    Said s = said(w, 0);
    double least = 360, out;
    if (!s.turn)
        return;
    double facing = w->plan->kiosk[w->kiosk].bearing_cdeg / 100.0 + 180;
    for (double length = 1000; length <= 6000; length += 1000)
        if (heading(w, 0, length, &out))
            least = fmin(least, fabs(camera_angle_deg(camera_angle_deg(out - facing) - s.deg)));
    if (least < 360 && least > OFF_DEG)
        complain(w, "the start is told wrong", 0, 0, least);
}

static bool enters_shaft(const Decision *d) {
    return d->kind == DECIDE_CLIMB && d->to_level != d->level;
}

static void check_said(Walk *w) {
    for (int i = 1; i < w->told->count; i++) {
        const Decision *d = &w->told->decision[i];
        Said s = said(w, i);
        double least = s.turn ? off(w, d->along_mm, s.deg) : 360;
        if (least < 360 && least > OFF_DEG)
            complain(w, "told wrong", i, d->along_mm, least);
        if (d->along_mm < d[-1].along_mm - 1)
            complain(w, "out of order", i, d->along_mm, 0);
    }
}

/* Behind the door of the place one goes to, and in a shaft, nothing is told. */
static bool is_inside(const Walk *w, double along) {
    PathPoint p = path_at(w->path, along);
    int edge = p.edge, space = edge == PLAN_NONE ? PLAN_NONE : w->plan->edge[edge].space;
    if (space == PLAN_NONE)
        return edge != PLAN_NONE && (w->plan->node[w->plan->edge[edge].a].space == w->space ||
                                     w->plan->node[w->plan->edge[edge].b].space == w->space);
    return space == w->space || w->plan->space[space].connector != PLAN_NONE;
}

static bool is_told(const Walk *w, double along, double deg) {
    for (int i = 0; i < w->told->count; i++) {
        const Decision *d = &w->told->decision[i];
        Said s = said(w, i);
        bool here = fabs(d->along_mm - along) < NEAR_MM;
        if (here && (d->kind == DECIDE_START || enters_shaft(d)))
            return true; /* held against the line by themselves */
        if (here && s.turn && (fabs(s.deg) >= 150 || s.deg * deg > 0))
            return true;
    }
    return false;
}

static void check_untold(Walk *w) {
    for (double s = STRETCH_MM; s + STRETCH_MM < w->path->length_mm; s += 250) {
        double in, out;
        if (is_inside(w, s) || is_inside(w, s + STRETCH_MM) || !is_straight(w, s - STRETCH_MM, s) ||
            !is_straight(w, s, s + STRETCH_MM))
            continue;
        if (!heading(w, s - STRETCH_MM, s, &in) || !heading(w, s, s + STRETCH_MM, &out))
            continue;
        double deg = camera_angle_deg(out - in);
        if (fabs(deg) <= UNTOLD_DEG || is_told(w, s, deg))
            continue;
        complain(w, "not told", -1, s, deg);
        s += STRETCH_MM;
    }
}

/* Two turns close together, where the line makes only one. */
static void check_twice(Walk *w) {
    for (int i = 2; i < w->told->count; i++) {
        const Decision *a = &w->told->decision[i - 1], *b = a + 1;
        Said first = said(w, i - 1), second = said(w, i);
        double in, out;
        if (!first.turn || !second.turn || !first.deg || !second.deg || a->level != b->level ||
            b->along_mm - a->along_mm > TWICE_MM)
            continue;
        if (!heading(w, a->along_mm - 3000, a->along_mm - 300, &in) ||
            !heading(w, b->along_mm, b->along_mm + 1500, &out))
            continue;
        double walked = camera_angle_deg(out - in),
               both = fabs(camera_angle_deg(first.deg + second.deg - walked));
        double one = fmin(fabs(camera_angle_deg(first.deg - walked)),
                          fabs(camera_angle_deg(second.deg - walked)));
        if (one + 30 < both)
            complain(w, "told twice", i, b->along_mm, walked);
    }
}

int walked_faults(const Plan *plan, Router *router, RouteAsk ask, int kiosk, int space, Lang lang,
                  const char *where) {
    Arena arena = {0};
    Route route = route_find(router, ask);
    Walk w = {.plan = plan,
              .lang = lang,
              .arena = &arena,
              .where = where,
              .space = space,
              .kiosk = kiosk};
    Path path = path_of(plan, &route, ask.from, &arena);
    Decisions told = directions_decide(plan, &route, &path, kiosk, space, &arena);
    w.path = &path;
    w.told = &told;
    if (route.found && path.count > 1) {
        check_start(&w);
        check_said(&w);
        check_untold(&w);
        check_twice(&w);
    }
    arena_free(&arena);
    return w.faults;
}

int walked_faults_of_plan(const Plan *plan, Millis when, const char *where) {
    Arena arena = {0};
    Router *router = router_new(plan, &arena);
    int faults = 0;
    for (int k = 0; k < plan->kiosk_count; k++)
        for (int space = 0; space < plan->space_count; space++)
            for (int who = 0; who < 2 && plan->space[space].place; who++)
                for (int lang = 0; lang < LANG_COUNT; lang++) {
                    RouteAsk ask = {plan->kiosk[k].node, plan->space[space].node, {who}, when};
                    char here[200];
                    snprintf(here, sizeof here, "%s, " SLICE_FMT "%s, %s,", where,
                             SLICE_ARG(plan->kiosk[k].id), who ? ", step-free" : "",
                             LANG_CODE[lang]);
                    faults += walked_faults(plan, router, ask, k, space, (Lang)lang, here);
                }
    arena_free(&arena);
    return faults;
}
