#include "base/address.h"

#include <string.h>

static bool stands_for_itself(char c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
}

Slice address_value(Arena *arena, Slice text) {
    static const char HEX[] = "0123456789ABCDEF";
    char *out = arena_alloc(arena, 3 * (size_t)text.len + 1);
    int len = 0;
    for (int i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (stands_for_itself(text.at[i])) {
            out[len++] = text.at[i];
            continue;
        }
        out[len++] = '%';
        out[len++] = HEX[byte >> 4];
        out[len++] = HEX[byte & 15];
    }
    out[len] = 0;
    return (Slice){out, len};
}
