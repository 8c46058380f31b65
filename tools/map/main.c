/* azimut-map: what the map of a pack is good for: ways, times between all places, and what nobody
   can reach. */
#include "base/command_line.h"
#include "base/message.h"
#include "map/route.h"
#include "tools/import/audit.h"
#include "tools/map/route.h"
#include "content/pack.h"

#include <stdio.h>
#include <stdlib.h>

#define EVERYTHING_OPEN (INT64_MAX - 1)

static const Command COMMANDS[] = {
    COMMAND("route", "PACK", "tells one way as a visitor reads it, or why there is none"),
    COMMAND("matrix", "PACK", "seconds and metres between all places, as CSV"),
    COMMAND("audit", "PACK", "names what no visitor could reach, and why"),
};
enum { ROUTE, MATRIX, AUDIT, COMMAND_COUNT };

#define FIELD(name) offsetof(RouteOrder, name)

static const Option OPTIONS[] = {
    OPTION("kiosk", "ID", option_text, FIELD(kiosk),
           "begins at this kiosk; without it, at the first", "route", OPTION_FREE),
    OPTION("from", "ID", option_text, FIELD(from), "begins at this place, or else kiosk", "route",
           OPTION_OR),
    OPTION("to", "ID", option_text, FIELD(to), "the place where the way ends", "route",
           OPTION_NEEDED),
    OPTION("step-free", NULL, option_flag, FIELD(who.step_free), "without steps, with wide doors",
           "route matrix", OPTION_FREE),
    OPTION("at", "ISO8601", option_moment, FIELD(when),
           "what is closed then is closed; without it, nothing is", "route matrix", OPTION_FREE),
    OPTION("lang", "CODE", option_language, FIELD(language), "the language of the sentences",
           "route", OPTION_FREE),
    OPTION("json", NULL, option_flag, FIELD(json), "as JSON, for other programs", "route",
           OPTION_FREE),
};

static const CommandLine LINE = {"azimut-map", COMMANDS, COMMAND_COUNT, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

static bool load(const char *path, Arena *arena, Pack *pack) {
    Error error;
    if (!pack_load(path, arena, pack, &error)) {
        fprintf(stderr, "azimut-map: %s\n", error.text);
        return false;
    }
    if (!pack->plan.space_count) {
        fprintf(stderr, message("azimut-map: %s: ce contenu n’a pas de plan\n"), path);
        return false;
    }
    return true;
}

/* Which languages there are, only the pack knows. */
static bool choose_language(RouteOrder *order) {
    Error error;
    if (langs_choose(order->language, &order->lang, &error))
        return true;
    fprintf(stderr, "azimut-map: %s\n", error.text);
    return false;
}

/* ---- matrix ---------------------------------------------------------------------------------- */

/* Ids are free of commas only by custom. */
static void print_cell(Slice id) {
    bool plain = slice_find(id, LIT(",")) < 0 && slice_find(id, LIT("\"")) < 0;
    if (!plain)
        putchar('"');
    for (int i = 0; i < id.len; i++) {
        if (id.at[i] == '"')
            putchar('"');
        putchar(id.at[i]);
    }
    if (!plain)
        putchar('"');
}

static void print_row(const Plan *p, const Router *router, const int *ms, int from) {
    for (int to = 0; to < p->space_count; to++) {
        if (!p->space[to].place)
            continue;
        int node = p->space[to].node;
        print_cell(p->space[from].id);
        putchar(',');
        print_cell(p->space[to].id);
        if (node == PLAN_NONE || ms[node] < 0)
            puts(",,");
        else
            printf(",%.1f,%.1f\n", ms[node] / 1000.0, route_reached_mm(router, node) / 1000.0);
    }
}

static int matrix(const Plan *p, PlanTraveller who, Millis when) {
    Arena arena = {0};
    Router *router = router_for_all(p, &arena);
    puts("from,to,seconds,metres");
    for (int from = 0; from < p->space_count; from++)
        if (p->space[from].place && p->space[from].node != PLAN_NONE)
            print_row(p, router,
                      route_reach(router, (RouteAsk){p->space[from].node, PLAN_NONE, who, when}),
                      from);
    arena_free(&arena);
    return EXIT_SUCCESS;
}

/* ---- audit ----------------------------------------------------------------------------------- */

static void say(void *self, int space, int wall, Slice message) {
    (void)space, (void)wall;
    ++*(int *)self;
    printf(SLICE_FMT "\n", SLICE_ARG(message));
}

static int audit(const Plan *p) {
    Arena arena = {0};
    int findings = 0;
    audit_plan(p, &arena, say, &findings);
    arena_free(&arena);
    if (!findings)
        puts(message("tout peut être atteint, à pied et sans marche"));
    return findings ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int run(const Plan *plan, const RouteOrder *order, int command) {
    switch (command) {
    case ROUTE:
        return route_print(plan, order);
    case MATRIX:
        return matrix(plan, order->who, order->when);
    default:
        return audit(plan);
    }
}

int main(int argc, char **argv) {
    static Pack pack;
    Arena arena = {0};
    RouteOrder order = {.when = EVERYTHING_OPEN};
    Operands operands;
    int status;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    int command = (int)(operands.command - COMMANDS);
    bool good = load(operands.at[0], &arena, &pack) && choose_language(&order);
    status = good ? run(&pack.plan, &order, command) : EXIT_FAILURE;
    arena_free(&arena);
    return status;
}
