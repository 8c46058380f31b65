#include "map/heap.h"

void heap_clear(Heap *heap, int items) {
    for (int i = 0; i < items; i++)
        heap->place[i] = -1;
    heap->count = 0;
}

static void put(Heap *heap, int at, int item) {
    heap->item[at] = item;
    heap->place[item] = at;
}

static void rise(Heap *heap, int at) {
    int item = heap->item[at];
    for (int above; at > 0 && heap->key[item] < heap->key[heap->item[above = (at - 1) / 2]];
         at = above)
        put(heap, at, heap->item[above]);
    put(heap, at, item);
}

static void sink(Heap *heap, int at) {
    int item = heap->item[at];
    for (int below; (below = 2 * at + 1) < heap->count; at = below) {
        if (below + 1 < heap->count &&
            heap->key[heap->item[below + 1]] < heap->key[heap->item[below]])
            below++;
        if (heap->key[heap->item[below]] >= heap->key[item])
            break;
        put(heap, at, heap->item[below]);
    }
    put(heap, at, item);
}

void heap_offer(Heap *heap, int item) {
    if (heap->place[item] < 0)
        put(heap, heap->count++, item);
    rise(heap, heap->place[item]);
}

int heap_take(Heap *heap) {
    int item = heap->item[0];
    heap->place[item] = -1;
    if (--heap->count > 0) {
        put(heap, 0, heap->item[heap->count]);
        sink(heap, 0);
    }
    return item;
}
