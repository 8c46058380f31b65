#include "report/kiosk_name.h"

#include "report/words.h"

#include <string.h>

#define DIGITS_LEAST 4

static bool begins_alike(Slice a, Slice b, int digits) {
    return a.len >= digits && b.len >= digits && memcmp(a.at, b.at, (size_t)digits) == 0;
}

/* The shortest beginning of its id that no other has. */
static Slice short_id(const Figures *figures, int kiosk) {
    Slice id = figures->kiosk[kiosk].key;
    int digits = id.len < DIGITS_LEAST ? id.len : DIGITS_LEAST;
    for (int i = 0; i < figures->kiosks; i++)
        while (i != kiosk && digits < id.len && begins_alike(figures->kiosk[i].key, id, digits))
            digits++;
    return slice_cut(id, 0, digits);
}

static bool shares_room(const Figures *figures, int kiosk, Lang lang) {
    for (int i = 0; i < figures->kiosks; i++)
        if (i != kiosk &&
            slice_equal(figures->kiosk[i].name.in[lang], figures->kiosk[kiosk].name.in[lang]))
            return true;
    return false;
}

Slice kiosk_name(const Figures *figures, int kiosk, Lang lang, Arena *arena) {
    Slice name = figures->kiosk[kiosk].name.in[lang], id = short_id(figures, kiosk);
    if (!name.len)
        return report_say(arena, lang, REPORT_KIOSK_NAMED, id, (Slice){0}, (Slice){0});
    if (!shares_room(figures, kiosk, lang))
        return name;
    return arena_printf(arena, SLICE_FMT " (" SLICE_FMT ")", SLICE_ARG(name), SLICE_ARG(id));
}
