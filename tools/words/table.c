#include "tools/words/table.h"

#include "tools/sources/po.h"

#include <stdlib.h>
#include <string.h>

FILE *table_begin(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.def", folder, name);
    FILE *out = fopen(path, "w");
    if (!out) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(EXIT_FAILURE);
    }
    return out;
}

static void put_sign(FILE *out, char c) {
    if (c == '"' || c == '\\')
        putc('\\', out);
    if (c == '\n')
        fputs("\\n", out);
    else if (c == PO_FORM_END[0])
        fputs("\" \"\\x1f\" \"", out); /* apart, so that no letter after it belongs to the number */
    else
        putc(c, out);
}

void table_string(FILE *out, Slice text) {
    putc('"', out);
    for (int i = 0; i < text.len; i++)
        put_sign(out, text.at[i]);
    putc('"', out);
}

Slice table_code(const char *path) {
    Slice name = slice_from(strrchr(path, '/') + 1);
    return slice_cut(name, 0, slice_find(name, LIT(".po")));
}
