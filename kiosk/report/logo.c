#include "report/logo.h"

#include "base/address.h"
#include "base/look.h"
#include "ui/drawing.h"

#include <string.h>

void logo_write(FILE *out, Arena *arena) {
    Slice logo = look_now().logo;
    if (!logo.len)
        return;
    char *svg = arena_array(arena, char, logo.len + 1);
    memcpy(svg, logo.at, (size_t)logo.len);
    drawing_recolour(svg, (size_t)logo.len, THEME_CLAIR);
    Slice value = address_value(arena, (Slice){svg, logo.len});
    fprintf(out, "<img class=\"logo\" alt=\"\" src=\"data:image/svg+xml," SLICE_FMT "\">",
            SLICE_ARG(value));
}
