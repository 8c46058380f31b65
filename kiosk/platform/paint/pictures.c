#include "platform/paint/pictures.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 24 /* two pages of six and the attract scenes, with room to spare */
#define KEEP_BYTES ((size_t)9 << 20) /* a page shows six at the most */
#define TRIES 2 /* a picture that failed so often is not asked for again: each may take seconds */
#define LOST_MAX 64

typedef enum SlotState {
    SLOT_FREE,
    SLOT_WANTED,
    SLOT_DECODING,
    SLOT_DECODED,
    SLOT_READY,
    SLOT_BROKEN
} SlotState;

typedef struct PictureSlot {
    SlotState state;
    PictureWish wish;
    Drawn drawn; /* decoded and not yet ready, only its surface */
    uint64_t used;
} PictureSlot;

struct Pictures {
    const Ground *ground;
    Easel *easel;
    bool patient, closing;
    SDL_Thread *thread;
    SDL_mutex *lock; /* guards state, wish and surface of every slot, what is lost, and closing */
    SDL_cond *wanted;
    Uint32 event;
    PictureSlot slot[SLOTS];
    uint64_t clock;
    struct {
        int picture, tries;
    } lost[LOST_MAX];
    int lost_count;
};

/* ---- drawing (no SDL_Renderer here: this runs on the other thread) --------------------------- */

static int *tries_of(Pictures *p, int picture) {
    for (int i = 0; i < p->lost_count; i++)
        if (p->lost[i].picture == picture)
            return &p->lost[i].tries;
    return NULL;
}

static bool is_lost(Pictures *p, int picture) {
    const int *tries = tries_of(p, picture);
    return tries && *tries >= TRIES;
}

static void count_try(Pictures *p, int picture) {
    int *tries = tries_of(p, picture);
    if (!tries && p->lost_count < LOST_MAX) {
        p->lost[p->lost_count].picture = picture;
        tries = &p->lost[p->lost_count++].tries;
    }
    if (tries)
        ++*tries;
}

static void say_why(const Pictures *p, EaselEnd end, int picture, const Error *error) {
    Slice id = easel_name(p->easel, picture);
    if (end == EASEL_REFUSED)
        log_line("pictures", SLICE_FMT " cannot be drawn: %s", SLICE_ARG(id), error->text);
    else
        log_line("pictures", "%s", error->text);
}

/* A surface of the size wished for; NULL without memory. */
static SDL_Surface *blank(const PictureWish *wish) {
    if (!picture_fits(wish))
        return NULL;
    return SDL_CreateRGBSurfaceWithFormat(0, wish->w, wish->h, 32, SDL_PIXELFORMAT_ARGB8888);
}

/* ---- the thread ------------------------------------------------------------------------------ */

static PictureSlot *next_wanted(Pictures *p) {
    for (int i = 0; i < SLOTS; i++)
        if (p->slot[i].state == SLOT_WANTED)
            return &p->slot[i];
    return NULL;
}

static void decode_slot(Pictures *p, PictureSlot *slot) {
    PictureWish wish = slot->wish;
    Error error = {"no memory for it, or too large a place"};
    slot->state = SLOT_DECODING;
    SDL_UnlockMutex(p->lock);
    SDL_Surface *surface = blank(&wish);
    EaselEnd end = surface ? easel_draw(p->easel, &wish, surface->pixels, &error) : EASEL_REFUSED;
    SDL_LockMutex(p->lock);
    slot->drawn.surface = surface;
    slot->state = end == EASEL_DRAWN ? SLOT_DECODED : SLOT_BROKEN;
    if (end == EASEL_DRAWN)
        return;
    SDL_FreeSurface(surface);
    slot->drawn.surface = NULL;
    say_why(p, end, wish.picture, &error);
    if (end == EASEL_REFUSED)
        count_try(p, wish.picture);
}

static int work(void *self) {
    Pictures *p = self;
    SDL_LockMutex(p->lock);
    while (!p->closing) {
        PictureSlot *slot = next_wanted(p);
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

/* ---- the door -------------------------------------------------------------------------------- */

Pictures *pictures_open(const Ground *ground, Easel *easel, bool patient) {
    Pictures *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->ground = ground;
    p->easel = easel;
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

static void empty(PictureSlot *slot) {
    SDL_FreeSurface(slot->drawn.surface);
    if (slot->drawn.texture)
        SDL_DestroyTexture(slot->drawn.texture);
    *slot = (PictureSlot){0};
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
           a->theme == b->theme && a->fit == b->fit && a->focus_x == b->focus_x &&
           a->focus_y == b->focus_y;
}

static size_t weight(const PictureWish *wish) {
    return (size_t)wish->w * (size_t)wish->h * 4;
}

/* A free one, else the one longest unused; NULL while every slot is being decoded. */
static PictureSlot *oldest_of(Pictures *p, bool heavy) {
    PictureSlot *oldest = NULL;
    for (int i = 0; i < SLOTS; i++) {
        PictureSlot *slot = &p->slot[i];
        if (slot->state != SLOT_DECODING && !(heavy && slot->state == SLOT_FREE) &&
            (!oldest || slot->used < oldest->used))
            oldest = slot;
    }
    return oldest;
}

/* Those of the page that is shown were used last: they are not the ones that go. */
static void make_room(Pictures *p, size_t bytes) {
    for (int i = 0; i < SLOTS; i++)
        bytes += p->slot[i].state != SLOT_FREE ? weight(&p->slot[i].wish) : 0;
    for (PictureSlot *oldest; bytes > KEEP_BYTES && (oldest = oldest_of(p, true)); empty(oldest))
        bytes -= weight(&oldest->wish);
}

/* The slot of this wish, or one emptied for it; NULL while every slot is being decoded. */
static PictureSlot *slot_for(Pictures *p, const PictureWish *wish) {
    for (int i = 0; i < SLOTS; i++)
        if (p->slot[i].state != SLOT_FREE && same_wish(&p->slot[i].wish, wish))
            return &p->slot[i];
    make_room(p, weight(wish));
    PictureSlot *oldest = oldest_of(p, false);
    if (!oldest)
        return NULL;
    empty(oldest);
    oldest->state = is_lost(p, wish->picture) ? SLOT_BROKEN : SLOT_WANTED;
    oldest->wish = *wish;
    SDL_CondSignal(p->wanted);
    return oldest;
}

Drawn *pictures_get(Pictures *p, PictureWish wish) {
    if (wish.w <= 0 || wish.h <= 0)
        return NULL;
    SDL_LockMutex(p->lock);
    PictureSlot *slot = slot_for(p, &wish);
    if (slot && p->patient && slot->state == SLOT_WANTED)
        decode_slot(p, slot);
    if (slot && slot->state == SLOT_DECODED)
        slot->state = SLOT_READY;
    if (slot)
        slot->used = ++p->clock;
    Drawn *drawn = slot && slot->state == SLOT_READY ? &slot->drawn : NULL;
    SDL_UnlockMutex(p->lock);
    return drawn;
}

/* From then on it is a texture, wherever it goes. */
static SDL_Texture *texture_of(const Ground *ground, Drawn *drawn) {
    if (drawn->texture || !drawn->surface)
        return drawn->texture;
    drawn->texture = SDL_CreateTextureFromSurface(ground->renderer, drawn->surface);
    if (drawn->texture)
        SDL_SetTextureBlendMode(drawn->texture, SDL_BLENDMODE_BLEND);
    SDL_FreeSurface(drawn->surface);
    drawn->surface = NULL;
    return drawn->texture;
}

static void show_texture(const Ground *ground, SDL_Texture *texture, int x, int y, int fade) {
    SDL_Rect box = {x, y, 0, 0};
    if (!texture)
        return;
    SDL_QueryTexture(texture, NULL, NULL, &box.w, &box.h);
    SDL_SetTextureAlphaMod(texture, (Uint8)(255 - fade));
    SDL_RenderCopy(ground->renderer, texture, NULL, &box);
}

void pictures_show(const Pictures *p, Drawn *drawn, int x, int y, int fade) {
    const SDL_Surface *surface = drawn->surface;
    if (surface && p->ground->surface)
        ground_lay(p->ground, surface->pixels, surface->pitch / 4, fade,
                   (SDL_Rect){x, y, surface->w, surface->h});
    else
        show_texture(p->ground, texture_of(p->ground, drawn), x, y, fade);
}
