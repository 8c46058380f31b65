#include "report/logo.h"

#include "base/look.h"
#include "ui/drawing.h"

#include <ctype.h>
#include <string.h>

static void put_byte(FILE *out, unsigned char byte) {
    if (isalnum(byte) || strchr("-_.~/", byte))
        putc(byte, out);
    else
        fprintf(out, "%%%02X", byte);
}

void logo_write(FILE *out, Arena *arena) {
    Slice logo = look_now().logo;
    if (!logo.len)
        return;
    char *svg = arena_array(arena, char, logo.len + 1);
    memcpy(svg, logo.at, (size_t)logo.len);
    drawing_recolour(svg, (size_t)logo.len, THEME_CLAIR);
    fputs("<img class=\"logo\" alt=\"\" src=\"data:image/svg+xml,", out);
    for (int i = 0; i < logo.len; i++)
        put_byte(out, (unsigned char)svg[i]);
    fputs("\">", out);
}
