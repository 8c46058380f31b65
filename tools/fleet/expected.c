#include "tools/fleet/expected.h"

#include "health/health.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { EXPECTED_BYTES = 1 << 20, EXPECTED_MAX = 20000 };

/* ---- its bytes ------------------------------------------------------------------------------- */

static bool load(const char *path, Arena *arena, Slice *text, Error *error) {
    char *bytes = arena_array(arena, char, EXPECTED_BYTES);
    FILE *file = fopen(path, "re");
    size_t size = file ? fread(bytes, 1, EXPECTED_BYTES, file) : 0;
    bool good = file && !ferror(file);
    int why = errno;
    if (file)
        fclose(file);
    if (!good)
        return error_set(error, "%.200s : ne se lit pas : %s", path, error_why(why));
    *text = (Slice){bytes, (int)size};
    return size < EXPECTED_BYTES || error_set(error, "%.200s : trop grand pour une liste", path);
}

/* ---- names ----------------------------------------------------------------------------------- */

bool expected_has(const Expected *expected, Slice name) {
    for (int i = 0; i < expected->count; i++)
        if (slice_equal(expected->name[i], name))
            return true;
    return false;
}

/* Another could never come: a kiosk writes its name so. */
static bool may_be_name(Slice word) {
    char wish[HEALTH_TEXT], name[HEALTH_TEXT];
    if (word.len >= HEALTH_TEXT)
        return false;
    snprintf(wish, sizeof wish, SLICE_FMT, SLICE_ARG(word));
    health_name(wish, name);
    return strcmp(wish, name) == 0;
}

static Slice next_line(Slice *rest) {
    int end = slice_find(*rest, LIT("\n"));
    Slice line = slice_cut(*rest, 0, end < 0 ? rest->len : end);
    *rest = end < 0 ? (Slice){0} : slice_cut(*rest, end + 1, rest->len);
    return slice_trim(line);
}

static Slice without_mark(Slice text) { /* as some editors begin a file */
    return slice_find(text, LIT("\xEF\xBB\xBF")) == 0 ? slice_cut(text, 3, text.len) : text;
}

static bool take(Expected *expected, Slice line, const char *path, int row, Error *error) {
    if (!line.len || line.at[0] == '#' || expected_has(expected, line))
        return true;
    if (!may_be_name(line))
        return error_set(error,
                         "%.200s:%d : « %.*s » n’est pas un nom de borne : des lettres, des "
                         "chiffres, - et _",
                         path, row, line.len < 60 ? line.len : 60, line.at);
    if (expected->count == EXPECTED_MAX)
        return error_set(error, "%.200s : plus de %d bornes", path, EXPECTED_MAX);
    expected->name[expected->count++] = line;
    return true;
}

static int count_lines(Slice text) {
    int lines = 1;
    for (int i = 0; i < text.len; i++)
        lines += text.at[i] == '\n';
    return lines;
}

bool expected_read(const char *path, Arena *arena, Expected *expected, Error *error) {
    Slice text;
    *expected = (Expected){0};
    if (!load(path, arena, &text, error))
        return false;
    text = without_mark(text);
    if (!utf8_valid(text))
        return error_set(error, "%.200s : pas un texte (UTF-8)", path);
    expected->name = arena_array(arena, Slice, count_lines(text));
    for (int row = 1; text.len; row++)
        if (!take(expected, next_line(&text), path, row, error))
            return false;
    return expected->count || error_set(error, "%.200s : aucun nom de borne n’y figure", path);
}
