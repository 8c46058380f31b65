#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define BLOCK_BYTES ((size_t)64 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

struct ArenaBlock {
    ArenaBlock *next;
    size_t capacity;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
};

static ArenaBlock *block_new(size_t bytes) {
    size_t capacity = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    ArenaBlock *block = malloc(sizeof *block + capacity);
    if (!block) {
        fputs("azimut: no memory left\n", stderr);
        abort();
    }
    *block = (ArenaBlock){.capacity = capacity};
    return block;
}

/* The next block that can hold `bytes`, made and linked in when there is none. */
static ArenaBlock *block_with_room(Arena *arena, size_t bytes) {
    ArenaBlock *block = arena->current;
    while (block && block->capacity - block->used < bytes) {
        arena->current = block;
        block = block->next;
    }
    if (block)
        return block;
    block = block_new(bytes);
    if (arena->locked)
        (void)mlock(block, sizeof *block + block->capacity);
    if (arena->current)
        arena->current->next = block;
    else
        arena->first = block;
    return block;
}

void *arena_alloc(Arena *arena, size_t bytes) {
    bytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ArenaBlock *block = block_with_room(arena, bytes);
    void *memory = block->bytes + block->used;
    block->used += bytes;
    arena->current = block;
    arena->used += bytes;
    return memset(memory, 0, bytes);
}

void arena_reset(Arena *arena) {
    for (ArenaBlock *block = arena->first; block; block = block->next)
        block->used = 0;
    arena->current = arena->first;
    arena->used = 0;
}

void arena_wipe(Arena *arena) {
    for (ArenaBlock *block = arena->first; block; block = block->next)
        explicit_bzero(block->bytes, block->capacity);
    arena_reset(arena);
}

void arena_free(Arena *arena) {
    for (ArenaBlock *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    *arena = (Arena){0};
}

void *list_grown(Arena *arena, void *list, int count, size_t size) {
    if (count & (count - 1) || count == 1 || (count && count < 8))
        return list;
    void *more = arena_alloc(arena, size * (size_t)(count ? count * 2 : 8));
    if (count)
        memcpy(more, list, size * (size_t)count);
    return more;
}

Slice arena_copy(Arena *arena, Slice text) {
    char *copy = arena_alloc(arena, (size_t)text.len + 1);
    if (text.len)
        memcpy(copy, text.at, (size_t)text.len);
    return (Slice){copy, text.len};
}

Slice arena_printf(Arena *arena, const char *format, ...) {
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int len = vsnprintf(NULL, 0, format, list);
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    va_end(list);
    return (Slice){text, len};
}
