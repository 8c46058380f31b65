#include "platform/pictures.h"

#include "base/log.h"

#include <SDL2/SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 24 /* two pages of six and the attract scenes, with room to spare */
#define KEEP_BYTES ((size_t)9 << 20) /* a page shows six at the most */

__asm__(".section .rodata\n"
        ".global azimut_emblem, azimut_emblem_end\n"
        "azimut_emblem:\n.incbin \"assets/gears.svg\"\nazimut_emblem_end:\n.byte 0\n.previous\n");
extern const char azimut_emblem[], azimut_emblem_end[];

typedef enum SlotState { SLOT_FREE, SLOT_WANTED, SLOT_DECODING, SLOT_DECODED, SLOT_READY, SLOT_BROKEN } SlotState;

typedef struct Slot {
    SlotState state;
    PictureWish wish;
    SDL_Surface *surface; /* decoded, not yet a texture */
    SDL_Texture *texture;
    uint64_t used;
} Slot;

struct Pictures {
    SDL_Renderer *renderer;
    const Pack *pack;
    bool patient, closing;
    SDL_Thread *thread;
    SDL_mutex *lock; /* guards state, wish and surface of every slot, and closing */
    SDL_cond *wanted;
    Uint32 event;
    Slot slot[SLOTS];
    uint64_t clock;
};

/* ---- colours ------------------------------------------------------------------------------------------------------ */

/* Drawings use these colours only; each has its like in every theme. In the stark one people are outlines, so that
 * fingers and faces keep their lines. */
static const char *const PALETTE[][THEME_COUNT] = {
    {"#DCE8F2", "#16303F", "#000000"}, /* field */
    {"#C9D8E6", "#1E3D4F", "#1C1C1C"}, /* grid */
    {"#FFFFFF", "#2B4F66", "#000000"}, /* paper and white parts */
    {"#0B4A7F", "#A9D4FA", "#FFFFFF"}, /* steel: outlines */
    {"#8FB3D1", "#4A7898", "#4A4A4A"}, /* shade */
    {"#14212B", "#F1F5F8", "#FFFFFF"}, /* ink: dark details */
    {"#FFB81C", "#FFC64A", "#FFE600"}, /* accent */
    {"#B3261E", "#FF9C94", "#FF9C94"}, /* warning, heat */
    {"#F4D6C0", "#94705C", "#000000"}, /* four skins */
    {"#E2B48F", "#805C46", "#000000"},
    {"#C68E66", "#6B4733", "#000000"},
    {"#9C6A48", "#523524", "#000000"},
    {"#22303A", "#0E1B24", "#4A4A4A"}, /* four kinds of hair */
    {"#5B3A29", "#38241A", "#4A4A4A"},
    {"#A4502A", "#6E3820", "#6A6A6A"},
    {"#D9A441", "#A97E2E", "#8A8A8A"},
};

/* Swaps palette colours in the text of an SVG; the same length everywhere, so it is done in place. */
static void recolour(char *svg, size_t len, ThemeId theme) {
    for (size_t i = 0; i + 7 <= len; i++) {
        if (svg[i] != '#')
            continue;
        for (size_t p = 0; p < sizeof PALETTE / sizeof *PALETTE; p++)
            if (strncasecmp(svg + i, PALETTE[p][THEME_CLAIR], 7) == 0) {
                memcpy(svg + i, PALETTE[p][theme], 7);
                break;
            }
    }
}

/* ---- decoding (no SDL_Renderer here: this runs on the other thread) --------------------------------------------------- */

static SDL_Surface *scaled_to(SDL_Surface *whole, int width) {
    int height = (int)((long)whole->h * width / whole->w);
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, width, height > 0 ? height : 1, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Surface *argb = SDL_ConvertSurfaceFormat(whole, SDL_PIXELFORMAT_ARGB8888, 0);
    if (small && argb)
        SDL_SoftStretchLinear(argb, NULL, small, NULL);
    SDL_FreeSurface(argb);
    SDL_FreeSurface(whole);
    return small;
}

static bool is_svg(Slice data) {
    Slice head = slice_cut(data, 0, data.len < 1024 ? data.len : 1024);
    return slice_find(head, LIT("<svg")) >= 0;
}

SDL_Surface *pictures_decode(Slice data, int width, ThemeId theme) {
    if (!is_svg(data)) {
        SDL_Surface *whole = IMG_Load_RW(SDL_RWFromConstMem(data.at, data.len), 1);
        return whole ? scaled_to(whole, width) : NULL;
    }
    char *svg = malloc((size_t)data.len + 1);
    if (!svg)
        return NULL;
    memcpy(svg, data.at, (size_t)data.len);
    svg[data.len] = 0;
    recolour(svg, (size_t)data.len, theme);
    SDL_Surface *drawn = IMG_LoadSizedSVG_RW(SDL_RWFromConstMem(svg, data.len), width, 0);
    free(svg);
    return drawn;
}

static Slice bytes_of(const Pictures *p, int picture) {
    if (picture == PICTURE_EMBLEM)
        return (Slice){azimut_emblem, (int)(azimut_emblem_end - azimut_emblem)};
    return p->pack->picture[picture].data;
}

static double proportion(const Pictures *p, int picture) {
    if (picture == PICTURE_EMBLEM)
        return 980.0 / 912.0;
    const Picture *own = &p->pack->picture[picture];
    return own->width > 0 && own->height > 0 ? (double)own->width / own->height : 1.5;
}

static void round_corner(SDL_Surface *s, int radius, int corner_x, int corner_y) {
    for (int y = 0; y < radius; y++)
        for (int x = 0; x < radius; x++) {
            double dx = radius - x - 0.5, dy = radius - y - 0.5;
            double cover = fmin(fmax(radius - sqrt(dx * dx + dy * dy) + 0.5, 0), 1);
            int px = corner_x ? s->w - 1 - x : x, py = corner_y ? s->h - 1 - y : y;
            uint32_t *pixel = (uint32_t *)((char *)s->pixels + (ptrdiff_t)py * s->pitch) + px;
            *pixel = (*pixel & 0xFFFFFF) | (uint32_t)lround((*pixel >> 24) * cover) << 24;
        }
}

/* A surface of exactly the size wished for, the picture in the middle of it. */
static SDL_Surface *compose(const PictureWish *wish, SDL_Surface *drawn) {
    SDL_Surface *out = SDL_CreateRGBSurfaceWithFormat(0, wish->w, wish->h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!out)
        return NULL;
    SDL_SetSurfaceBlendMode(drawn, SDL_BLENDMODE_NONE);
    SDL_Rect to = {(wish->w - drawn->w) / 2, (wish->h - drawn->h) / 2, drawn->w, drawn->h};
    SDL_BlitSurface(drawn, NULL, out, &to);
    int radius = wish->radius * 2 < wish->w && wish->radius * 2 < wish->h ? wish->radius : 0;
    for (int corner = 0; corner < 4 && radius; corner++)
        round_corner(out, radius, corner & 1, corner >> 1);
    return out;
}

static SDL_Surface *decode(const Pictures *p, const PictureWish *wish) {
    double across = proportion(p, wish->picture);
    bool wide = wish->h * across >= wish->w; /* height leads when covering, width when fitting */
    int width = wide == wish->fit ? wish->w : (int)ceil(wish->h * across);
    SDL_Surface *drawn = pictures_decode(bytes_of(p, wish->picture), width, wish->theme);
    if (!drawn)
        return NULL;
    SDL_Surface *out = compose(wish, drawn);
    SDL_FreeSurface(drawn);
    return out;
}

/* ---- the thread ------------------------------------------------------------------------------------------------------ */

static Slot *next_wanted(Pictures *p) {
    for (int i = 0; i < SLOTS; i++)
        if (p->slot[i].state == SLOT_WANTED)
            return &p->slot[i];
    return NULL;
}

static void decode_slot(Pictures *p, Slot *slot) {
    PictureWish wish = slot->wish;
    slot->state = SLOT_DECODING;
    SDL_UnlockMutex(p->lock);
    SDL_Surface *surface = decode(p, &wish);
    SDL_LockMutex(p->lock);
    slot->surface = surface;
    slot->state = surface ? SLOT_DECODED : SLOT_BROKEN;
    if (!surface)
        log_line("pictures", "picture %d cannot be drawn: %s", wish.picture, SDL_GetError());
}

static int work(void *self) {
    Pictures *p = self;
    SDL_LockMutex(p->lock);
    while (!p->closing) {
        Slot *slot = next_wanted(p);
        if (!slot) {
            SDL_CondWait(p->wanted, p->lock);
            continue;
        }
        decode_slot(p, slot);
        SDL_PushEvent(&(SDL_Event){.type = p->event});
    }
    SDL_UnlockMutex(p->lock);
    return 0;
}

/* ---- the door -------------------------------------------------------------------------------------------------------- */

Pictures *pictures_open(SDL_Renderer *renderer, const Pack *pack, bool patient) {
    Pictures *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->renderer = renderer;
    p->pack = pack;
    p->patient = patient;
    p->lock = SDL_CreateMutex();
    p->wanted = SDL_CreateCond();
    if (!patient) {
        p->event = SDL_RegisterEvents(1);
        p->thread = SDL_CreateThread(work, "pictures", p);
        p->patient = !p->thread;
    }
    return p;
}

Uint32 pictures_event(const Pictures *p) {
    return p->event;
}

static void empty(Slot *slot) {
    SDL_FreeSurface(slot->surface);
    if (slot->texture)
        SDL_DestroyTexture(slot->texture);
    *slot = (Slot){0};
}

void pictures_forget(Pictures *p) {
    SDL_LockMutex(p->lock);
    for (int i = 0; i < SLOTS; i++)
        if (p->slot[i].state != SLOT_DECODING)
            empty(&p->slot[i]);
    SDL_UnlockMutex(p->lock);
}

void pictures_close(Pictures *p) {
    if (!p)
        return;
    SDL_LockMutex(p->lock);
    p->closing = true;
    SDL_CondSignal(p->wanted);
    SDL_UnlockMutex(p->lock);
    if (p->thread)
        SDL_WaitThread(p->thread, NULL);
    for (int i = 0; i < SLOTS; i++)
        empty(&p->slot[i]);
    SDL_DestroyCond(p->wanted);
    SDL_DestroyMutex(p->lock);
    free(p);
}

static bool same_wish(const PictureWish *a, const PictureWish *b) {
    return a->picture == b->picture && a->w == b->w && a->h == b->h && a->radius == b->radius &&
           a->theme == b->theme && a->fit == b->fit;
}

static size_t weight(const PictureWish *wish) {
    return (size_t)wish->w * (size_t)wish->h * 4;
}

/* A free one, else the one longest unused; NULL while every slot is being decoded. */
static Slot *oldest_of(Pictures *p, bool heavy) {
    Slot *oldest = NULL;
    for (int i = 0; i < SLOTS; i++) {
        Slot *slot = &p->slot[i];
        if (slot->state != SLOT_DECODING && !(heavy && slot->state == SLOT_FREE) && (!oldest || slot->used < oldest->used))
            oldest = slot;
    }
    return oldest;
}

/* Those of the page that is shown were used last: they are not the ones that go. */
static void make_room(Pictures *p, size_t bytes) {
    for (int i = 0; i < SLOTS; i++)
        bytes += p->slot[i].state != SLOT_FREE ? weight(&p->slot[i].wish) : 0;
    for (Slot *oldest; bytes > KEEP_BYTES && (oldest = oldest_of(p, true)); empty(oldest))
        bytes -= weight(&oldest->wish);
}

/* The slot of this wish, or one emptied for it; NULL while every slot is being decoded. */
static Slot *slot_for(Pictures *p, const PictureWish *wish) {
    for (int i = 0; i < SLOTS; i++)
        if (p->slot[i].state != SLOT_FREE && same_wish(&p->slot[i].wish, wish))
            return &p->slot[i];
    make_room(p, weight(wish));
    Slot *oldest = oldest_of(p, false);
    if (!oldest)
        return NULL;
    empty(oldest);
    oldest->state = SLOT_WANTED;
    oldest->wish = *wish;
    SDL_CondSignal(p->wanted);
    return oldest;
}

static void make_texture(Pictures *p, Slot *slot) {
    slot->texture = SDL_CreateTextureFromSurface(p->renderer, slot->surface);
    SDL_FreeSurface(slot->surface);
    slot->surface = NULL;
    slot->state = slot->texture ? SLOT_READY : SLOT_BROKEN;
}

SDL_Texture *pictures_get(Pictures *p, PictureWish wish) {
    if (wish.w <= 0 || wish.h <= 0 || (wish.picture != PICTURE_EMBLEM && !p->pack))
        return NULL;
    SDL_LockMutex(p->lock);
    Slot *slot = slot_for(p, &wish);
    if (slot && p->patient && slot->state == SLOT_WANTED)
        decode_slot(p, slot);
    if (slot && slot->state == SLOT_DECODED)
        make_texture(p, slot);
    if (slot)
        slot->used = ++p->clock;
    SDL_Texture *texture = slot && slot->state == SLOT_READY ? slot->texture : NULL;
    SDL_UnlockMutex(p->lock);
    return texture;
}
