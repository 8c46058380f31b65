#include "content/ids.h"

#include <stdlib.h>
#include <string.h>

static Slice id_of(const Ids *ids, int record) {
    return *(const Slice *)(const void *)(ids->first + ids->stride * (size_t)record);
}

static int compare(Slice a, Slice b) {
    int shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.at, b.at, (size_t)shorter) : 0;
    return order ? order : a.len - b.len;
}

static int by_id(const void *a, const void *b, void *ids) {
    int x = *(const int *)a, y = *(const int *)b;
    int order = compare(id_of(ids, x), id_of(ids, y));
    return order ? order : x - y;
}

Ids ids_of(Arena *arena, const Slice *first, size_t stride, int count) {
    Ids ids = {(const char *)first, stride, count, arena_array(arena, int, count + 1)};
    for (int i = 0; i < count; i++)
        ids.order[i] = i;
    qsort_r(ids.order, (size_t)count, sizeof *ids.order, by_id, &ids);
    return ids;
}

int ids_find(const Ids *ids, Slice id) {
    int low = 0, high = ids->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (compare(id_of(ids, ids->order[middle]), id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < ids->count && compare(id_of(ids, ids->order[low]), id) == 0;
    return found ? ids->order[low] : -1;
}
