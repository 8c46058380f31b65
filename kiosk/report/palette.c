#include "report/palette.h"

#include "ui/theme.h"

#include <ctype.h>

static void put_name(FILE *out, const char *name) {
    for (; *name; name++)
        fputc(*name == '_' ? '-' : tolower((unsigned char)*name), out);
}

static void put(FILE *out, const char *name, unsigned colour) {
    fputs("--", out);
    put_name(out, name);
    fprintf(out, ":#%06X;", colour);
}

/* In the look of the campus, when the words of the report come from its pack. */
void palette_write(FILE *out) {
    fputs(":root{", out);
#define PAINT(name, ...) put(out, #name, theme_paint(THEME_CLAIR, PAINT_##name) & 0xFFFFFF);
#define TONE PAINT
#define OWN PAINT
#define MARK PAINT
#define VEIL(name, ...)
#include "ui/paints.def"
#undef PAINT
#undef TONE
#undef OWN
#undef MARK
#undef VEIL
    fputs("}\n", out);
}
