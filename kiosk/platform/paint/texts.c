#include "platform/paint/texts.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 1024                           /* a power of two */
#define KEEP_BYTES ((size_t)5 * 1024 * 1024) /* a page full of text, and what is on every page */

typedef struct TextSlot {
    uint64_t key;
    TextImage image;
    uint64_t used;
} TextSlot;

struct Texts {
    SDL_Renderer *renderer;
    Fonts *fonts;
    TextSlot slot[SLOTS];
    int count;
    size_t bytes;
    uint64_t frame;
};

Texts *texts_open(SDL_Renderer *renderer, Fonts *fonts) {
    Texts *texts = calloc(1, sizeof *texts);
    if (!texts)
        abort();
    texts->renderer = renderer;
    texts->fonts = fonts;
    return texts;
}

static size_t bytes_of(const TextImage *image) {
    return (size_t)image->width * (size_t)image->height * 4;
}

static void drop(Texts *texts, TextSlot *slot) {
    if (slot->image.texture) {
        SDL_DestroyTexture(slot->image.texture);
        texts->bytes -= bytes_of(&slot->image);
    }
    texts->count--;
    *slot = (TextSlot){0};
}

void texts_forget(Texts *texts) {
    for (int i = 0; i < SLOTS; i++)
        if (texts->slot[i].key)
            drop(texts, &texts->slot[i]);
}

void texts_close(Texts *texts) {
    if (!texts)
        return;
    texts_forget(texts);
    free(texts);
}

static TextImage draw(Texts *texts, Face face, int size, Slice line, uint32_t colour) {
    TextImage image = {0};
    SDL_Surface *surface = fonts_draw(texts->fonts, face, size, line, colour, &image.ascent);
    if (!surface)
        return image;
    image.width = surface->w;
    image.height = surface->h;
    image.texture = SDL_CreateTextureFromSurface(texts->renderer, surface);
    SDL_FreeSurface(surface);
    if (image.texture)
        SDL_SetTextureBlendMode(image.texture, SDL_BLENDMODE_BLEND);
    return image;
}

/* Open addressing over a short window; the least recently used of the window makes room. */
static TextSlot *find(Texts *texts, uint64_t key) {
    TextSlot *oldest = NULL;
    for (int i = 0; i < 16; i++) {
        TextSlot *slot = &texts->slot[(key + (uint64_t)i) & (SLOTS - 1)];
        if (slot->key == key)
            return slot;
        if (!oldest || slot->used < oldest->used)
            oldest = slot;
    }
    return oldest;
}

static uint64_t key_of(Face face, int size, Slice line, uint32_t colour) {
    return slice_hash(line, (uint64_t)face << 60 ^ (uint64_t)size << 32 ^ colour) | 1;
}

bool texts_ready(Texts *texts, Face face, int size, Slice line, uint32_t colour) {
    uint64_t key = key_of(face, size, line, colour);
    return find(texts, key)->key == key;
}

const TextImage *texts_get(Texts *texts, Face face, int size, Slice line, uint32_t colour) {
    uint64_t key = key_of(face, size, line, colour);
    TextSlot *slot = find(texts, key);
    if (slot->key != key) {
        if (slot->key)
            drop(texts, slot);
        *slot = (TextSlot){.key = key, .image = draw(texts, face, size, line, colour)};
        texts->bytes += slot->image.texture ? bytes_of(&slot->image) : 0;
        texts->count++;
    }
    slot->used = texts->frame;
    return slot->image.texture ? &slot->image : NULL;
}

void texts_age(Texts *texts) {
    texts->frame++;
    for (uint64_t age = 64; texts->bytes > KEEP_BYTES && age; age /= 2)
        for (int i = 0; i < SLOTS && texts->bytes > KEEP_BYTES; i++)
            if (texts->slot[i].key && texts->slot[i].used + age < texts->frame)
                drop(texts, &texts->slot[i]);
}
