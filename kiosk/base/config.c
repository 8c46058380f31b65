#include "base/config.h"

#include "base/message.h"
#include "base/nearest.h"
#include "base/slice.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define KEYS_MAX 64
#define KEY_BYTES 64

typedef struct Reading {
    const CommandLine *line;
    const char *path;
    int row;             /* of the file, from 1 */
    int given[KEYS_MAX]; /* in which row each option stands; 0: in none */
    void *order;
    Error *error;
} Reading;

static bool refuse(const Reading *r, const char *what, const char *word) {
    return error_set(r->error, "%s:%d: %s%s", r->path, r->row, message(what), word);
}

/* ---- what stands in a line ------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static char *trim(char *text) {
    while (is_blank(*text))
        text++;
    size_t len = strlen(text);
    while (len && is_blank(text[len - 1]))
        len--;
    text[len] = 0;
    return text;
}

static void cut_comment(char *text) {
    for (char *at = text; *at; at++)
        if (*at == '#' && (at == text || is_blank(at[-1]))) {
            *at = 0;
            return;
        }
}

/* ---- which option ---------------------------------------------------------------------------- */

static bool may_stand(const Option *option) {
    return strcmp(option->name, "config") != 0;
}

static int find(const Reading *r, const char *key) {
    for (int i = 0; i < r->line->option_count && i < KEYS_MAX; i++)
        if (may_stand(&r->line->option[i]) && strcmp(r->line->option[i].name, key) == 0)
            return i;
    return -1;
}

/* What is asked on the command line and nowhere else. */
static bool is_question(const char *key) {
    static const char *const QUESTION[] = {"config", "help", "version"};
    for (int i = 0; i < 3; i++)
        if (strcmp(QUESTION[i], key) == 0)
            return true;
    return false;
}

/* "Screen_Power" is near "screen-power", however many letters are large. */
static void as_usual(const char *key, char usual[KEY_BYTES]) {
    size_t len = 0;
    for (; key[len] && len < KEY_BYTES - 1; len++)
        usual[len] = key[len] == '_' ? '-' : (char)tolower((unsigned char)key[len]);
    usual[len] = 0;
}

static bool refuse_key(const Reading *r, const char *key) {
    const char *names[KEYS_MAX + 1];
    char usual[KEY_BYTES];
    int count = 0;
    as_usual(key, usual);
    if (is_question(usual))
        return error_set(r->error, "%s:%d: %s is asked on the command line: %s --%s", r->path,
                         r->row, key, r->line->program, usual);
    for (int i = 0; i < r->line->option_count && i < KEYS_MAX; i++)
        if (may_stand(&r->line->option[i]))
            names[count++] = r->line->option[i].name;
    names[count] = NULL;
    const char *near = nearest_word(slice_from(usual), names);
    if (near)
        return error_set(r->error, "%s:%d: no option is called %s, is %s meant?", r->path, r->row,
                         key, near);
    return error_set(r->error, "%s:%d: no option is called %s", r->path, r->row, key);
}

/* ---- its value ------------------------------------------------------------------------------- */

static bool read_switch(const Reading *r, const Option *option, const char *value) {
    if (strcmp(value, "yes") == 0)
        return option->read(NULL, (char *)r->order + option->field, r->error);
    return strcmp(value, "no") == 0 ||
           error_set(r->error, "%s:%d: not understood: %s = %s (yes or no)", r->path, r->row,
                     option->name, value);
}

static bool read_value(const Reading *r, const Option *option, char *value) {
    if (*value == '"' || *value == '\'')
        return refuse(r, "a value stands without quotation marks: ", value);
    if (!option->value)
        return read_switch(r, option, value);
    r->error->text[0] = 0;
    if (option->read(value, (char *)r->order + option->field, r->error))
        return true;
    Error why = *r->error;
    return error_set(r->error, "%s:%d: not understood: %s = %s (%s)%s%.160s", r->path, r->row,
                     option->name, value, message(option->value), why.text[0] ? ": " : "",
                     why.text);
}

/* Of options that stand for one another one at most is given. */
static bool check_rivals(const Reading *r, int option) {
    int first = option, end = option + 1;
    while (first > 0 && r->line->option[first].need == OPTION_OR)
        first--;
    while (end < r->line->option_count && r->line->option[end].need == OPTION_OR)
        end++;
    for (int i = first; i < end; i++)
        if (i != option && r->given[i])
            return error_set(r->error, "%s:%d: %s or %s, not both", r->path, r->row,
                             r->line->option[i].name, r->line->option[option].name);
    return true;
}

static bool take(Reading *r, const char *key, char *value) {
    int i = find(r, key);
    if (i < 0)
        return refuse_key(r, key);
    if (!*value)
        return refuse(r, "there is no value for ", key);
    if (r->given[i])
        return error_set(r->error, "%s:%d: %s stands in line %d already", r->path, r->row, key,
                         r->given[i]);
    r->given[i] = r->row;
    return check_rivals(r, i) && read_value(r, &r->line->option[i], value);
}

/* Two words, either side of the sign; false: it has none. */
static bool cut_line(char *text, char **key, char **value) {
    char *equals = strchr(text, '=');
    if (!equals || equals == text)
        return false;
    *equals = 0;
    *key = trim(text);
    *value = trim(equals + 1);
    return true;
}

static bool read_line(Reading *r, char *text) {
    char *key, *value;
    cut_comment(text);
    text = trim(text);
    if (!*text)
        return true;
    return cut_line(text, &key, &value) ? take(r, key, value)
                                        : refuse(r, "a line is `key = value`: ", text);
}

static bool is_among(const char *key, const char *const *keys) {
    for (; *keys; keys++)
        if (strcmp(*keys, key) == 0)
            return true;
    return false;
}

static void glean_line(Reading *r, char *text, const char *const *keys) {
    char *key, *value;
    cut_comment(text);
    if (cut_line(trim(text), &key, &value) && is_among(key, keys))
        take(r, key, value);
}

/* ---- the file -------------------------------------------------------------------------------- */

/* A pipe would keep everybody waiting. */
static FILE *open_file(const char *path, Error *error) {
    struct stat info;
    if (stat(path, &info) == 0 && S_ISFIFO(info.st_mode)) {
        error_set(error, "%s: a pipe, not a file", path);
        return NULL;
    }
    FILE *file = fopen(path, "re");
    if (!file)
        error_set(error, "%s: %s", path, error_why(errno));
    return file;
}

static bool load(const char *path, Config *config, Error *error) {
    FILE *file = open_file(path, error);
    if (!file)
        return false;
    size_t bytes = fread(config->text, 1, CONFIG_BYTES_MAX, file);
    int fault = ferror(file) ? errno : 0;
    fclose(file);
    if (fault)
        return error_set(error, "%s: %s", path, error_why(fault));
    if (bytes == CONFIG_BYTES_MAX)
        return error_set(error, "%s is larger than %d bytes", path, CONFIG_BYTES_MAX - 1);
    config->text[bytes] = 0;
    bool is_text = strlen(config->text) == bytes && utf8_valid(slice_from(config->text));
    return is_text || error_set(error, "%s is not a text file (UTF-8)", path);
}

static char *first_line(Config *config) {
    bool marked = strncmp(config->text, "\xEF\xBB\xBF", 3) == 0; /* as some editors begin a file */
    return config->text + (marked ? 3 : 0);
}

bool config_take(const CommandLine *line, const char *path, Config *config, void *order,
                 Error *error) {
    Reading r = {.line = line, .path = path, .order = order, .error = error};
    char *rest = first_line(config);
    for (char *text; (text = strsep(&rest, "\n"));) {
        r.row++;
        if (!read_line(&r, text))
            return false;
    }
    return true;
}

bool config_read(const CommandLine *line, const char *path, Config *config, void *order,
                 Error *error) {
    return load(path, config, error) && config_take(line, path, config, order, error);
}

void config_glean(const CommandLine *line, const char *path, const char *const *keys,
                  Config *config, void *order) {
    Error error;
    Reading r = {.line = line, .path = path, .order = order, .error = &error};
    if (!load(path, config, &error))
        return;
    char *rest = first_line(config);
    for (char *text; (text = strsep(&rest, "\n"));) {
        r.row++;
        glean_line(&r, text, keys);
    }
}
