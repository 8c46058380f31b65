#include "tools/studio/style.h"

#include "report/palette.h"

#include <stdlib.h>

__asm__(".section .rodata\n"
        ".global azimut_studio_style\n"
        "azimut_studio_style:\n.incbin \"assets/studio.css\"\n.byte 0\n"
        ".global azimut_studio_script\n"
        "azimut_studio_script:\n.incbin \"assets/studio.js\"\n.byte 0\n.previous\n");
extern const char azimut_studio_style[], azimut_studio_script[];

Slice style_sheet(Arena *arena) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    palette_write(out);
    fputs(azimut_studio_style, out);
    fclose(out);
    Slice sheet = arena_copy(arena, (Slice){text, (int)size});
    free(text);
    return sheet;
}

const char *style_script(void) {
    return azimut_studio_script;
}
