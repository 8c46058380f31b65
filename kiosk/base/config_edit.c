#include "base/config_edit.h"

#include "base/slice.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool config_edit_load(ConfigEdit *edit, const char *path, Error *error) {
    edit->text[0] = 0;
    FILE *file = file_may_take(path) ? fopen(path, "re") : NULL;
    if (!file)
        return errno == ENOENT || error_set(error, "%s: %s", path, strerror(errno));
    size_t bytes = fread(edit->text, 1, CONFIG_BYTES_MAX, file);
    int fault = ferror(file) ? errno : 0;
    fclose(file);
    if (bytes < CONFIG_BYTES_MAX)
        edit->text[bytes] = 0;
    bool good = !fault && bytes < CONFIG_BYTES_MAX && strlen(edit->text) == bytes;
    if (!good)
        edit->text[0] = 0;
    return good ||
           error_set(error, "%s: %s", path, fault ? strerror(fault) : "this is no text file");
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* A line, without what ends it; `value` lies in it, empty where there is none. */
typedef struct Line {
    Slice all, key, value;
    bool muted; /* it has a # in front */
} Line;

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static Slice without_comment(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (text.at[i] == '#' && (i == 0 || is_blank(text.at[i - 1])))
            return slice_cut(text, 0, i);
    return text;
}

static Line line_of(Slice all) {
    Slice body = slice_trim(all);
    Line line = {.all = all, .muted = body.len && body.at[0] == '#'};
    if (line.muted)
        body = slice_trim(slice_cut(body, 1, body.len));
    body = slice_trim(without_comment(body));
    int equals = slice_find(body, LIT("="));
    if (equals < 0)
        return line;
    line.key = slice_trim(slice_cut(body, 0, equals));
    line.value = slice_trim(slice_cut(body, equals + 1, body.len));
    return line;
}

/* The line that begins there; `next` is where the one after it does, NULL at the end. */
static Line line_at(const char *at, const char **next) {
    const char *end = strchr(at, '\n');
    *next = end ? end + 1 : NULL;
    return line_of((Slice){at, end ? (int)(end - at) : (int)strlen(at)});
}

/* Behind the mark with which some editors begin a file. */
static const char *first_line(const ConfigEdit *edit) {
    return edit->text + (strncmp(edit->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
}

static bool find(const ConfigEdit *edit, const char *key, bool muted, Line *found) {
    const char *next = first_line(edit);
    while (next && *next) {
        *found = line_at(next, &next);
        if (found->muted == muted && slice_is(found->key, key))
            return true;
    }
    return false;
}

bool config_edit_get(const ConfigEdit *edit, const char *key, char *value, size_t size) {
    Line line;
    if (!find(edit, key, false, &line) || !line.value.len || (size_t)line.value.len >= size)
        return false;
    memcpy(value, line.value.at, (size_t)line.value.len);
    value[line.value.len] = 0;
    return true;
}

/* ---- changing -------------------------------------------------------------------------------- */

/* In place of `old`, which lies in the text. */
static bool replace(ConfigEdit *edit, Slice old, const char *with) {
    size_t at = (size_t)(old.at - edit->text), len = strlen(with), rest = at + (size_t)old.len;
    size_t tail = strlen(edit->text + rest) + 1;
    if (at + len + tail > sizeof edit->text)
        return false;
    memmove(edit->text + at + len, edit->text + rest, tail);
    memcpy(edit->text + at, with, len);
    return true;
}

static bool take_out(ConfigEdit *edit, const char *key) {
    Line line;
    while (find(edit, key, false, &line)) {
        Slice all = line.all;
        all.len += all.at[all.len] == '\n';
        replace(edit, all, "");
    }
    return true;
}

/* Behind that line, or at the end of the text. */
static bool insert(ConfigEdit *edit, const Line *after, const char *key, const char *value) {
    char line[CONFIG_BYTES_MAX];
    size_t len = strlen(edit->text);
    const char *at = after ? after->all.at + after->all.len : edit->text + len;
    bool ends = *at == '\n' || at == edit->text || at[-1] == '\n';
    at += *at == '\n';
    int wrote = snprintf(line, sizeof line, "%s%s = %s\n", ends ? "" : "\n", key, value);
    return wrote < (int)sizeof line && replace(edit, (Slice){at, 0}, line);
}

bool config_edit_set(ConfigEdit *edit, const char *key, const char *value) {
    Line line, shown;
    if (!value)
        return take_out(edit, key);
    if (find(edit, key, false, &line)) {
        if (line.value.len)
            return replace(edit, line.value, value);
        int equals = slice_find(line.all, LIT("=")) + 1;
        char with[CONFIG_BYTES_MAX];
        snprintf(with, sizeof with, " %s", value);
        return replace(edit, (Slice){line.all.at + equals, 0}, with);
    }
    return insert(edit, find(edit, key, true, &shown) ? &shown : NULL, key, value);
}

bool config_edit_mute(ConfigEdit *edit, int row) {
    const char *next = first_line(edit);
    Line line = {0};
    for (int i = 0; i < row; i++) {
        if (!next || !*next)
            return false;
        line = line_at(next, &next);
    }
    return row > 0 && !line.muted && slice_trim(line.all).len &&
           replace(edit, (Slice){line.all.at, 0}, "# ");
}
