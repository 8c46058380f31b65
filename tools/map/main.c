/* azimut-map: what the map of a pack is good for: ways, times between all places, and what nobody
   can reach. */
#include "map/route.h"
#include "tools/import/audit.h"
#include "tools/map/route.h"
#include "content/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EVERYTHING_OPEN (INT64_MAX - 1)

static int usage(void) {
    fputs(
        "usage: azimut-map matrix PACK [--step-free] [--at ISO8601]\n"
        "       azimut-map audit PACK\n"
        "       azimut-map route PACK [--kiosk ID | --from ID] --to ID [--step-free] [--at ISO8601]"
        " [--lang fr|en] [--json]\n",
        stderr);
    return 2;
}

static bool load(const char *path, Arena *arena, Pack *pack) {
    Fault fault;
    if (!pack_load(path, arena, pack, &fault)) {
        fprintf(stderr, "azimut-map: %s\n", fault.text);
        return false;
    }
    if (!pack->plan.space_count) {
        fprintf(stderr, "azimut-map: %s: ce contenu n’a pas de plan\n", path);
        return false;
    }
    return true;
}

/* ---- matrix ------------------------------------------------------------------------------------------------------------------ */

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

/* ---- audit ---------------------------------------------------------------------------------------------------------------------- */

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
        puts("tout peut être atteint, à pied et sans marche");
    return findings ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- route ----------------------------------------------------------------------------------------------------------------------- */

static bool take_route_option(const char *name, const char *value, RouteOrder *order) {
    if (strcmp(name, "--from") == 0)
        order->from = value;
    else if (strcmp(name, "--kiosk") == 0)
        order->kiosk = value;
    else if (strcmp(name, "--to") == 0)
        order->to = value;
    else if (strcmp(name, "--lang") == 0)
        order->lang = strcmp(value, LANG_CODE[LANG_EN]) == 0 ? LANG_EN : LANG_FR;
    else
        return strcmp(name, "--at") == 0 && civil_parse(value, &order->when);
    return true;
}

static bool read_route(int argc, char **argv, RouteOrder *order) {
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--step-free") == 0)
            order->who.step_free = true;
        else if (strcmp(argv[i], "--json") == 0)
            order->json = true;
        else if (i + 1 == argc || !take_route_option(argv[i], argv[i + 1], order))
            return false;
        else
            i++;
    }
    return order->to;
}

static int route(int argc, char **argv) {
    static Pack pack;
    Arena arena = {0};
    RouteOrder order = {.when = EVERYTHING_OPEN};
    if (argc < 1 || !read_route(argc - 1, argv + 1, &order))
        return usage();
    int status = load(argv[0], &arena, &pack) ? route_print(&pack.plan, &order) : EXIT_FAILURE;
    arena_free(&arena);
    return status;
}

/* ---- the whole ------------------------------------------------------------------------------------------------------------------- */

/* --step-free and --at, in any order; false for anything else. */
static bool read_options(int argc, char **argv, PlanTraveller *who, Millis *when) {
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--step-free") == 0)
            who->step_free = true;
        else if (strcmp(argv[i], "--at") != 0 || ++i == argc || !civil_parse(argv[i], when))
            return false;
    }
    return true;
}

int main(int argc, char **argv) {
    if (argc >= 2 && strcmp(argv[1], "route") == 0)
        return route(argc - 2, argv + 2);
    static Pack pack;
    Arena arena = {0};
    PlanTraveller who = {false};
    Millis when = EVERYTHING_OPEN;
    int status = 2;
    bool is_matrix = argc >= 3 && strcmp(argv[1], "matrix") == 0, is_audit = argc == 3 && strcmp(argv[1], "audit") == 0;
    if (!is_audit && !(is_matrix && read_options(argc - 3, argv + 3, &who, &when)))
        return usage();
    if (load(argv[2], &arena, &pack))
        status = is_matrix ? matrix(&pack.plan, who, when) : audit(&pack.plan);
    else
        status = EXIT_FAILURE;
    arena_free(&arena);
    return status;
}
