#include "app/recorded.h"

Recordings recorded_in(const Pack *pack, Arena *arena) {
    Recordings all = {0};
    for (int i = 0; i < pack->recording_count; i++) {
        const Recording *one = &pack->recording[i];
        int lang = langs_find(&pack->lang, one->lang);
        if (lang >= 0)
            recordings_add(&all, arena, lang, one->says, (Recorded){one->id, one->sound});
    }
    return all;
}
