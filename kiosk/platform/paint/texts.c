#include "platform/paint/texts.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 1024                                           /* a power of two */
#define ALPHA_BYTE (SDL_BYTEORDER == SDL_LIL_ENDIAN ? 3 : 0) /* of ARGB8888 */
#define KEEP_BYTES ((size_t)3 * 1024 * 1024) /* a page full of text as textures; three as cover */

typedef struct TextSlot {
    uint64_t key;
    TextImage image;
    uint64_t used;
} TextSlot;

struct Texts {
    const Ground *ground;
    Fonts *fonts;
    TextSlot slot[SLOTS];
    int count;
    size_t bytes;
    uint64_t frame;
};

Texts *texts_open(const Ground *ground, Fonts *fonts) {
    Texts *texts = calloc(1, sizeof *texts);
    if (!texts)
        abort();
    texts->ground = ground;
    texts->fonts = fonts;
    return texts;
}

static bool is_there(const TextImage *image) {
    return image->cover || image->texture;
}

static size_t bytes_of(const TextImage *image) {
    size_t pixels = (size_t)image->width * (size_t)image->height;
    return image->cover ? pixels : pixels * 4;
}

static void drop(Texts *texts, TextSlot *slot) {
    if (is_there(&slot->image))
        texts->bytes -= bytes_of(&slot->image);
    if (slot->image.texture)
        SDL_DestroyTexture(slot->image.texture);
    free(slot->image.cover);
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

/* ---- making one ------------------------------------------------------------------------------ */

/* What SDL_ttf draws has one colour all over: all that differs is how opaque it is. */
static uint8_t *cover_of(const SDL_Surface *surface) {
    uint8_t *cover = malloc((size_t)surface->w * (size_t)surface->h + 1), *to = cover;
    for (int y = 0; cover && y < surface->h; y++) {
        const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        for (int x = 0; x < surface->w; x++)
            *to++ = row[4 * x + ALPHA_BYTE];
    }
    return cover;
}

static SDL_Texture *texture_of(SDL_Renderer *renderer, SDL_Surface *surface) {
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    if (texture)
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

static TextImage draw(Texts *texts, TextLook look, Slice line, uint32_t colour) {
    FontLine drawn = fonts_draw(texts->fonts, look, line, colour);
    SDL_Surface *surface = drawn.surface;
    if (!surface)
        return (TextImage){0};
    TextImage image = {.width = surface->w,
                       .height = surface->h,
                       .above = drawn.ascent - drawn.own_ascent,
                       .line = drawn.own_height};
    if (texts->ground->surface)
        image.cover = cover_of(surface);
    else
        image.texture = texture_of(texts->ground->renderer, surface);
    SDL_FreeSurface(surface);
    return image;
}

/* ---- keeping it ------------------------------------------------------------------------------ */

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

static uint64_t key_of(const Texts *texts, TextLook look, Slice line, uint32_t colour) {
    uint64_t kind = texts->ground->surface ? 0 : colour | 1;
    uint64_t set = (uint64_t)look.face << 60 ^ (uint64_t)look.leftward << 56;
    return slice_hash(line, set ^ (uint64_t)look.size << 40 ^ kind << 8) | 1;
}

bool texts_ready(Texts *texts, TextLook look, Slice line, uint32_t colour) {
    uint64_t key = key_of(texts, look, line, colour);
    return find(texts, key)->key == key;
}

const TextImage *texts_get(Texts *texts, TextLook look, Slice line, uint32_t colour) {
    uint64_t key = key_of(texts, look, line, colour);
    TextSlot *slot = find(texts, key);
    if (slot->key != key) {
        if (slot->key)
            drop(texts, slot);
        *slot = (TextSlot){.key = key, .image = draw(texts, look, line, colour)};
        texts->bytes += is_there(&slot->image) ? bytes_of(&slot->image) : 0;
        texts->count++;
    }
    slot->used = texts->frame;
    return is_there(&slot->image) ? &slot->image : NULL;
}

int texts_top(const TextImage *image, int y, int leading) {
    return y + (leading - image->line) / 2 - image->above;
}

void texts_draw(const Texts *texts, const TextImage *image, int x, int y, uint32_t colour) {
    SDL_Rect box = {x, y, image->width, image->height};
    if (image->cover)
        ground_stamp(texts->ground, colour, image->cover, box);
    else
        SDL_RenderCopy(texts->ground->renderer, image->texture, NULL, &box);
}

void texts_age(Texts *texts) {
    texts->frame++;
    for (uint64_t age = 64; texts->bytes > KEEP_BYTES && age; age /= 2)
        for (int i = 0; i < SLOTS && texts->bytes > KEEP_BYTES; i++)
            if (texts->slot[i].key && texts->slot[i].used + age < texts->frame)
                drop(texts, &texts->slot[i]);
}
