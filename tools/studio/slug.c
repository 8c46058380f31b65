#include "tools/studio/slug.h"

#include <stdlib.h>
#include <uninorm.h>

enum { NAME_MOST = 40 };

/* Of two letters in one, each with an e behind it, which no accent makes: Œuvre, curriculum vitæ.
 */
static char first_of(const uint8_t *at) {
    if (at[0] == 0xC5 && (at[1] == 0x92 || at[1] == 0x93))
        return 'o';
    return at[0] == 0xC3 && (at[1] == 0x86 || at[1] == 0xA6) ? 'a' : 0;
}

Slice slug_of(Arena *arena, Slice title) {
    size_t len = 0;
    uint8_t *parts =
        u8_normalize(UNINORM_NFD, (const uint8_t *)title.at, (size_t)title.len, NULL, &len);
    char id[NAME_MOST + 1];
    int count = 0;
    for (size_t i = 0; i < len && parts && count < NAME_MOST; i++) {
        bool capital = parts[i] >= 'A' && parts[i] <= 'Z';
        bool sign =
            capital || (parts[i] >= 'a' && parts[i] <= 'z') || (parts[i] >= '0' && parts[i] <= '9');
        if (sign) {
            id[count++] = (char)(capital ? parts[i] + 'a' - 'A' : parts[i]);
        } else if (i + 1 < len && first_of(parts + i) && count + 1 < NAME_MOST) {
            id[count++] = first_of(parts + i);
            id[count++] = 'e';
        } else if (parts[i] < 0x80 && count && id[count - 1] != '-') {
            id[count++] = '-';
        }
    }
    free(parts);
    while (count && id[count - 1] == '-')
        count--;
    return arena_copy(arena, (Slice){id, count});
}
