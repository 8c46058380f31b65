/* Times the way-finding against igraph's Dijkstra on the same graph of a building with more than
 * 700 places. */
#include "tools/bench/big_plan.h"
#include "map/route.h"

#include <igraph/igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROOMS 240
#define FLOORS 3
#define PAIRS 2000

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void make_graph(const Plan *plan, igraph_t *graph, igraph_vector_t *weight) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, plan->edge_count * 4);
    igraph_vector_init(weight, plan->edge_count * 2);
    for (int e = 0; e < plan->edge_count; e++)
        for (int back = 0; back < 2; back++) {
            VECTOR(ends)[4 * e + 2 * back] = back ? plan->edge[e].b : plan->edge[e].a;
            VECTOR(ends)[4 * e + 2 * back + 1] = back ? plan->edge[e].a : plan->edge[e].b;
            VECTOR(*weight)[2 * e + back] = route_edge_ms(plan, e, !back, (PlanTraveller){false});
        }
    igraph_create(graph, &ends, plan->node_count, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
}

static int random_place(const Plan *plan) {
    for (;;) {
        int space = rand() % plan->space_count;
        if (plan->space[space].place)
            return plan->space[space].node;
    }
}

static double length_by_igraph(const igraph_t *graph, const igraph_vector_t *weight,
                               igraph_vector_int_t *edges, int from, int to) {
    double sum = 0;
    igraph_get_shortest_path_dijkstra(graph, NULL, edges, from, to, weight, IGRAPH_OUT);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++)
        sum += VECTOR(*weight)[VECTOR(*edges)[i]];
    return sum;
}

int main(void) {
    static Arena arena;
    Plan plan = big_plan(ROOMS, FLOORS, &arena);
    double begun = now_us();
    Router *router = router_new(&plan, &arena);
    double made = now_us() - begun, ours = 0, peer = 0;
    route_find(router, (RouteAsk){0, 1, {false}, 0});
    igraph_t graph;
    igraph_vector_t weight;
    igraph_vector_int_t edges;
    make_graph(&plan, &graph, &weight);
    igraph_vector_int_init(&edges, 0);
    srand(7);
    for (int i = 0; i < PAIRS; i++) {
        int from = random_place(&plan), to = random_place(&plan);
        double a = now_us();
        Route route = route_find(router, (RouteAsk){from, to, {false}, 0});
        double b = now_us();
        double length = length_by_igraph(&graph, &weight, &edges, from, to), c = now_us();
        if ((double)route.ms != length) {
            fprintf(stderr, "from %d to %d: %d, igraph says %.0f\n", from, to, route.ms, length);
            return 1;
        }
        ours += b - a;
        peer += c - b;
    }
    printf("route_places %d\n", ROOMS * FLOORS);
    printf("route_us %.2f\n", ours / PAIRS);
    printf("route_peer_us %.2f\n", peer / PAIRS);
    printf("router_ms %.2f\n", made / 1000);
    return 0;
}
