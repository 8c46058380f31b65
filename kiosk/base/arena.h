/* Memory with a lifetime (ever, visit, frame) instead of owners; no memory at all aborts. */
#pragma once

#include "base/slice.h"

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

/* Start from a zeroed Arena. Blocks are kept by arena_reset, so a settled arena allocates nothing.
 */
typedef struct Arena {
    ArenaBlock *first;
    ArenaBlock *current;
    size_t used; /* bytes handed out since the last reset */
    bool locked; /* never written to the swap, where the system allows it; set before the first use
                  */
} Arena;

void *arena_alloc(Arena *arena, size_t bytes); /* zeroed, aligned for any type; never NULL */
void arena_reset(Arena *arena);                /* everything handed out is dead; blocks are kept */
void arena_wipe(Arena *arena);                 /* as reset, and the bytes are zeroed now */
void arena_free(Arena *arena);

#define arena_new(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define arena_array(arena, Type, count)                                                            \
    ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

/* One more element at the end of a list that lives in the arena; doubles at powers of two. */
#define LIST_ADD(arena, list, count)                                                               \
    ((list) = list_grown((arena), (list), (count), sizeof *(list)), &(list)[(count)++])
void *list_grown(Arena *arena, void *list, int count, size_t size); /* room for one more */

Slice arena_copy(Arena *arena, Slice text); /* the copy is followed by a zero byte */
Slice arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
