#include "voice/recordings.h"

#include "voice/sentences.h"
#include "voice/spoken.h"

static uint64_t key_of(Lang lang, Slice said) {
    return slice_hash(said, (uint64_t)lang + 1);
}

/* The full stop is heard of none. */
static const RecordedSentence *find(const Recordings *all, Lang lang, Slice said) {
    uint64_t key = key_of(lang, said);
    for (int i = 0; i < all->count; i++) {
        const RecordedSentence *one = &all->at[i];
        if (one->key == key && one->lang == lang && slice_equal(one->said, said))
            return one;
    }
    return NULL;
}

bool recordings_add(Recordings *all, Arena *arena, Lang lang, Slice says, Recorded recorded) {
    Slice said = sentence_without_stop(spoken_form(arena, lang, says).text);
    if (!said.len || find(all, lang, said))
        return false;
    *LIST_ADD(arena, all->at, all->count) =
        (RecordedSentence){key_of(lang, said), lang, said, recorded};
    return true;
}

Recorded recordings_find(const Recordings *all, Lang lang, Slice said) {
    const RecordedSentence *one = find(all, lang, sentence_without_stop(said));
    return one ? one->recorded : (Recorded){{0}, {0}};
}
