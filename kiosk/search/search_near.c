/* The words of a pack that are near one that was typed. They are looked for once: the same word is
   asked after in several languages, and again with each letter of the next one. */
#include "search/likeness.h"
#include "search/search_parts.h"

#include <string.h>

/* A part that so many words have says nothing. */
enum { SLOTS = 24, NEAR_MOST = 1024, WORTH_INSIDE = 40 };

typedef struct Slot {
    char typed[QUERY_BYTES];
    int len;
    Nearness how;
    bool open;
    unsigned asked; /* when it was last */
    int count;
    NearWord word[NEAR_MOST];
} Slot;

struct NearWords {
    Slot slot[SLOTS];
    unsigned asked;
};

NearWords *near_new(Arena *arena) {
    return arena_new(arena, NearWords);
}

void near_forget(NearWords *n) {
    memset(n, 0, sizeof *n);
}

/* The one that has it; else the one that nobody asked for the longest. */
static Slot *slot_of(NearWords *n, Slice typed, Nearness how, bool open) {
    Slot *oldest = &n->slot[0];
    for (Slot *slot = n->slot; slot < n->slot + SLOTS; slot++) {
        bool same = slot->asked && slot->how == how && slot->open == open;
        if (same && slice_equal((Slice){slot->typed, slot->len}, typed))
            return slot;
        if (slot->asked < oldest->asked)
            oldest = slot;
    }
    oldest->asked = 0;
    return oldest;
}

static void take(Slot *slot, int word, int worth) {
    if (worth && slot->count < NEAR_MOST)
        slot->word[slot->count++] = (NearWord){word, worth};
}

static int worth_of(Nearness how, const Misspelt *m, Slice word) {
    switch (how) {
    case NEAR_INSIDE:
        return is_inside(m->typed, word) ? WORTH_INSIDE : 0;
    case NEAR_MISSPELT:
        return worth_misspelt(m, word);
    default:
        return worth_said(m, word);
    }
}

static void look(Slot *slot, const Pack *pack, Slice typed) {
    Misspelt m;
    misspelt_read(&m, typed, slot->open);
    for (int i = 0; i < pack->search_word_count; i++)
        take(slot, i, worth_of(slot->how, &m, pack->search_word[i].id));
    if (slot->count == NEAR_MOST)
        slot->count = 0;
}

int near_find(const Search *s, Slice typed, Nearness how, bool open, const NearWord **word) {
    Slot *slot = slot_of(s->near, typed, how, open);
    if (!slot->asked) {
        memcpy(slot->typed, typed.at, (size_t)typed.len);
        slot->len = typed.len;
        slot->how = how;
        slot->open = open;
        slot->count = 0;
        look(slot, s->pack, typed);
    }
    slot->asked = ++s->near->asked;
    *word = slot->word;
    return slot->count;
}
