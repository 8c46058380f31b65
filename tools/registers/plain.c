#include "tools/registers/plain.h"

#include "base/civil.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <uninorm.h>

enum { ID_SIGNS = 40 };

/* ---- texts ----------------------------------------------------------------------------------- */

static bool take_entity(Slice *rest, char *sign) {
    static const struct {
        const char *name, sign;
    } ENTITIES[] = {{"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},   {"&quot;", '"'},
                    {"&nbsp;", ' '}, {"&#39;", '\''}, {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++) {
        Slice name = slice_from(ENTITIES[i].name);
        if (slice_has_prefix(*rest, name)) {
            *rest = slice_cut(*rest, name.len, rest->len);
            *sign = ENTITIES[i].sign;
            return true;
        }
    }
    return false;
}

/* "<p>", "</li>": from a bracket to the next, if a letter or a slash follows it. */
static bool take_tag(Slice *rest) {
    if (rest->len < 2 || rest->at[0] != '<' ||
        !(isalpha((unsigned char)rest->at[1]) || rest->at[1] == '/'))
        return false;
    int end = slice_find(*rest, LIT(">"));
    *rest = slice_cut(*rest, end < 0 ? rest->len : end + 1, rest->len);
    return true;
}

static Slice shortened(Arena *arena, Slice text, int most) {
    if (utf8_count(text) <= most)
        return text;
    Slice rest = text;
    for (int i = 0; i < most - 1; i++)
        utf8_next(&rest);
    int end = text.len - rest.len;
    while (end > 0 && text.at[end] != ' ')
        end--;
    return arena_printf(arena, SLICE_FMT "…", SLICE_ARG(slice_trim(slice_cut(text, 0, end))));
}

Slice plain_text(Arena *arena, Slice text, int most) {
    char *to = arena_alloc(arena, (size_t)text.len + 1);
    int len = 0;
    for (Slice rest = text; rest.len;) {
        char sign;
        if (take_tag(&rest)) {
            sign = ' ';
        } else if (!take_entity(&rest, &sign)) {
            sign = rest.at[0];
            rest = slice_cut(rest, 1, rest.len);
        }
        bool blank = sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
        if (blank && (!len || to[len - 1] == ' '))
            continue;
        to[len++] = (char)(blank ? ' ' : sign);
    }
    return shortened(arena, slice_trim((Slice){to, len}), most);
}

/* ---- days ------------------------------------------------------------------------------------ */

Slice plain_day(Arena *arena, Slice text) {
    char copy[16], iso[16];
    int day, month, year;
    Millis when;
    snprintf(copy, sizeof copy, SLICE_FMT, SLICE_ARG(text));
    bool good = sscanf(copy, "%4d-%2d-%2d", &year, &month, &day) == 3 && copy[4] == '-';
    good = good || (sscanf(copy, "%2d/%2d/%4d", &day, &month, &year) == 3) ||
           (sscanf(copy, "%2d-%2d-%4d", &day, &month, &year) == 3 && copy[2] == '-') ||
           (strspn(copy, "0123456789") == 8 && sscanf(copy, "%4d%2d%2d", &year, &month, &day) == 3);
    if (!good || year < 1000 || year > 9999)
        return LIT("");
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month % 100, day % 100);
    return civil_parse(iso, &when) ? arena_printf(arena, "%s", iso) : LIT("");
}

static bool is_day_at(const char *at) {
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? at[i] != '-' : !isdigit((unsigned char)at[i]))
            return false;
    return true;
}

Slice plain_file_day(Arena *arena, Slice path) {
    for (int i = path.len - 10; i >= 0; i--)
        if (is_day_at(path.at + i))
            return plain_day(arena, slice_cut(path, i, i + 10));
    struct stat info;
    struct tm day;
    if (stat(path.at, &info) != 0)
        return LIT("");
    localtime_r(&info.st_mtime, &day);
    return arena_printf(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

int plain_level(Slice text) {
    for (int i = text.len - 1; i >= 0; i--)
        if (isdigit((unsigned char)text.at[i]))
            return text.at[i] - '0';
    return 0;
}

/* ---- ids ------------------------------------------------------------------------------------- */

Slice plain_id(Arena *arena, Slice text) {
    char id[ID_SIGNS + 1];
    int len = 0;
    size_t size = 0;
    uint8_t *apart = u8_normalize(UNINORM_NFD, (const uint8_t *)text.at, (size_t)text.len, NULL,
                                  &size); /* letters first, then their accents */
    for (size_t i = 0; i < size && len < ID_SIGNS; i++) {
        if (isalnum(apart[i]) && apart[i] < 0x80)
            id[len++] = (char)tolower(apart[i]);
        else if (apart[i] < 0x80 && len && id[len - 1] != '-')
            id[len++] = '-';
    }
    free(apart);
    while (len && id[len - 1] == '-')
        len--;
    return arena_copy(arena, (Slice){id, len});
}
