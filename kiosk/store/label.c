#include "store/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MOST 19 /* of a number of 63 bits */
#define WORD 72

bool label_id(const char *id) {
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    bool taken = strcmp(id, "current") == 0 || strcmp(id, "incoming") == 0;
    return length > 0 && length < LABEL_ID && !id[length] && id[0] != '-' && !taken;
}

/* Takes "name=value " off the line. */
static bool take(const char **line, const char *name, char value[WORD]) {
    size_t named = strlen(name), length;
    if (strncmp(*line, name, named) != 0 || (*line)[named] != '=')
        return false;
    *line += named + 1;
    length = strcspn(*line, " ");
    if (length == 0 || length >= WORD)
        return false;
    memcpy(value, *line, length);
    value[length] = 0;
    *line += length + ((*line)[length] == ' ');
    return true;
}

static bool take_number(const char **line, const char *name, int64_t *number) {
    char text[WORD];
    if (!take(line, name, text))
        return false;
    size_t digits = strspn(text, "0123456789");
    *number = strtoll(text, NULL, 10);
    return digits <= DIGITS_MOST && !text[digits];
}

static bool take_day(const char **line, const char *name, Millis *day) {
    char text[WORD];
    return take(line, name, text) && strlen(text) == strlen("2026-11-28") && civil_parse(text, day);
}

static bool take_id(const char **line, char id[LABEL_ID]) {
    char text[WORD];
    if (!take(line, "id", text) || !label_id(text))
        return false;
    memcpy(id, text, strlen(text) + 1);
    return true;
}

bool label_read(const char *line, Label *label) {
    int64_t format = 0;
    if (strncmp(line, "azimut ", 7) != 0)
        return false;
    line += 7;
    bool good = take_id(&line, label->id) && take_number(&line, "version", &label->version) &&
                take_number(&line, "size", &label->size) && take_number(&line, "format", &format) &&
                take_day(&line, "not-before", &label->not_before) &&
                take_day(&line, "expires", &label->expires);
    label->format = format <= INT32_MAX ? (int)format : INT32_MAX;
    return good && !*line && line[-1] != ' ';
}

void label_write(const Label *label, char line[LABEL_TEXT]) {
    Civil from = civil_from(label->not_before), to = civil_from(label->expires);
    snprintf(line, LABEL_TEXT,
             "azimut id=%s version=%lld size=%lld format=%d not-before=%04d-%02d-%02d "
             "expires=%04d-%02d-%02d",
             label->id, (long long)label->version, (long long)label->size, label->format, from.year,
             from.month, from.day, to.year, to.month, to.day);
}
