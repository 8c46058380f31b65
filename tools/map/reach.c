#include "map/reach.h"

#include <string.h>

#define BAR_COST ((int64_t)1 << 40) /* more than any way takes */

Ways ways_of(const Plan *plan, Arena *arena) {
    Ways w = {plan, arena_array(arena, int, plan->node_count + 2), arena_array(arena, int, plan->edge_count * 2 + 1)};
    for (int i = 0; i < plan->edge_count; i++) {
        w.first[plan->edge[i].a + 2]++;
        w.first[plan->edge[i].b + 2]++;
    }
    for (int i = 2; i < plan->node_count + 2; i++)
        w.first[i] += w.first[i - 1];
    for (int i = 0; i < plan->edge_count; i++) {
        w.edge[w.first[plan->edge[i].a + 1]++] = i;
        w.edge[w.first[plan->edge[i].b + 1]++] = ~i;
    }
    return w;
}

/* ---- a heap of nodes ------------------------------------------------------------------------------------------------------------------- */

typedef struct Entry {
    int64_t cost;
    int node;
} Entry;

typedef struct Heap {
    Entry *entry;
    int count;
} Heap;

static void heap_push(Heap *h, Entry e) {
    int at = h->count++;
    for (; at && h->entry[(at - 1) / 2].cost > e.cost; at = (at - 1) / 2)
        h->entry[at] = h->entry[(at - 1) / 2];
    h->entry[at] = e;
}

static Entry heap_pop(Heap *h) {
    Entry top = h->entry[0], last = h->entry[--h->count];
    int at = 0;
    for (int child; (child = 2 * at + 1) < h->count; at = child) {
        child += child + 1 < h->count && h->entry[child + 1].cost < h->entry[child].cost;
        if (h->entry[child].cost >= last.cost)
            break;
        h->entry[at] = h->entry[child];
    }
    h->entry[at] = last;
    return top;
}

/* ---- reaching --------------------------------------------------------------------------------------------------------------------------- */

typedef struct Search {
    const Ways *ways;
    Reach reach;
    int64_t *cost;
    Heap heap;
    PlanTraveller who;
    Millis when;
    bool past_bars;
} Search;

static void relax(Search *s, int node, int way) {
    const Plan *p = s->ways->plan;
    bool forward = way >= 0;
    int edge = forward ? way : ~way, next = forward ? p->edge[edge].b : p->edge[edge].a;
    bool barred = plan_edge_passable(p, edge, forward, s->who, s->when).bar != BAR_NONE;
    int64_t ms = plan_edge_ms(p, edge, forward, s->who), cost = s->cost[node] + ms + (barred ? BAR_COST : 0);
    if ((barred && !s->past_bars) || (s->cost[next] >= 0 && s->cost[next] <= cost))
        return;
    s->cost[next] = cost;
    s->reach.ms[next] = s->reach.ms[node] + ms;
    s->reach.mm[next] = s->reach.mm[node] + p->edge[edge].length_mm;
    s->reach.bars[next] = s->reach.bars[node] + barred;
    s->reach.last[next] = way;
    s->reach.from[next] = node;
    heap_push(&s->heap, (Entry){cost, next});
}

Reach reach_from(const Ways *ways, Arena *arena, const int *start, int count, PlanTraveller who, Millis when, bool past_bars) {
    int nodes = ways->plan->node_count;
    Search s = {.ways = ways, .who = who, .when = when, .past_bars = past_bars};
    s.reach = (Reach){arena_array(arena, int64_t, nodes + 1), arena_array(arena, int, nodes + 1), arena_array(arena, int, nodes + 1),
                      arena_array(arena, int, nodes + 1), arena_array(arena, int, nodes + 1)};
    s.cost = arena_array(arena, int64_t, nodes + 1);
    s.heap.entry = arena_array(arena, Entry, ways->plan->edge_count * 2 + count + 1);
    memset(s.cost, -1, sizeof *s.cost * (size_t)nodes);
    memset(s.reach.ms, -1, sizeof *s.reach.ms * (size_t)nodes);
    memset(s.reach.from, -1, sizeof *s.reach.from * (size_t)nodes);
    for (int i = 0; i < count; i++) {
        s.cost[start[i]] = s.reach.ms[start[i]] = 0;
        heap_push(&s.heap, (Entry){0, start[i]});
    }
    while (s.heap.count) {
        Entry e = heap_pop(&s.heap);
        for (int i = ways->first[e.node]; e.cost == s.cost[e.node] && i < ways->first[e.node + 1]; i++)
            relax(&s, e.node, ways->edge[i]);
    }
    return s.reach;
}
