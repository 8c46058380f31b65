#include "tools/studio/sticks.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES = 2048, STICKS_MOST = 32 };

/* "\040" is a blank there. */
static void uncode(char *text) {
    char *to = text;
    unsigned code;
    for (; *text; text++)
        if (*text == '\\' && sscanf(text + 1, "%3o", &code) == 1) {
            *to++ = (char)code;
            text += 3;
        } else {
            *to++ = *text;
        }
    *to = 0;
}

static int is_stick(const char *place) {
    return strncmp(place, "/media/", 7) == 0 || strncmp(place, "/run/media/", 11) == 0;
}

int sticks_find(Arena *arena, const char *mounts, Slice **places) {
    char line[LINE_BYTES], place[LINE_BYTES];
    int count = 0;
    FILE *in = fopen(mounts, "r");
    *places = arena_array(arena, Slice, STICKS_MOST);
    while (in && count < STICKS_MOST && fgets(line, sizeof line, in)) {
        if (sscanf(line, "%*s %2047s", place) != 1)
            continue;
        uncode(place);
        if (is_stick(place) && access(place, W_OK) == 0)
            (*places)[count++] = arena_copy(arena, slice_from(place));
    }
    if (in)
        fclose(in);
    return count;
}
