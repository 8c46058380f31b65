/* Reads a sum from left to right and works it out on the way: nothing is kept, storyboards are
 * short. */
#include "tools/clips/sum.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define DEGREES (M_PI / 180)

typedef struct SumReader {
    const char *at;
    const Names *names;
    const char *error;
} SumReader;

static double lowest(SumReader *reader);

/* ---- functions ------------------------------------------------------------------------------- */
static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}
static double f_sin(const double *v) {
    return sin(v[0] * DEGREES);
}
static double f_cos(const double *v) {
    return cos(v[0] * DEGREES);
}
static double f_atan(const double *v) {
    return atan2(v[0], v[1]) / DEGREES;
}
static double f_sqrt(const double *v) {
    return sqrt(fmax(v[0], 0));
}
static double f_abs(const double *v) {
    return fabs(v[0]);
}
static double f_floor(const double *v) {
    return floor(v[0]);
}
static double f_round(const double *v) {
    return round(v[0]);
}
static double f_min(const double *v) {
    return fmin(v[0], v[1]);
}
static double f_max(const double *v) {
    return fmax(v[0], v[1]);
}
static double f_mod(const double *v) {
    return v[0] - v[1] * floor(v[0] / v[1]);
}
static double f_mix(const double *v) {
    return v[0] + (v[1] - v[0]) * v[2];
}
static double f_if(const double *v) {
    return v[0] != 0 ? v[1] : v[2];
}
static double f_clamp(const double *v) {
    return clamp(v[0], v[1], v[2]);
}

/* From 0 to 1 while v[0] goes from v[1] to v[2], at constant speed. */
static double f_ramp(const double *v) {
    return clamp((v[0] - v[1]) / (v[2] - v[1]), 0, 1);
}

/* The same, leaving and arriving softly. */
static double f_soft(const double *v) {
    double u = f_ramp(v);
    return u * u * (3 - 2 * u);
}

/* Dice that always fall the same way: 0 to 1 for a whole number, so that a clip can be made again
 * frame for frame. */
static double f_dice(const double *v) {
    uint32_t x = (uint32_t)(int32_t)v[0] * 2654435769u + 12345u;
    x = (x ^ (x >> 15)) * 2246822519u;
    x = (x ^ (x >> 13)) * 3266489917u;
    return (x ^ (x >> 16)) / 4294967296.0;
}

static const struct {
    const char *name;
    int takes;
    double (*of)(const double *);
} functions[] = {
    {"sin", 1, f_sin},     {"cos", 1, f_cos},     {"atan", 2, f_atan},   {"sqrt", 1, f_sqrt},
    {"abs", 1, f_abs},     {"floor", 1, f_floor}, {"round", 1, f_round}, {"min", 2, f_min},
    {"max", 2, f_max},     {"mod", 2, f_mod},     {"mix", 3, f_mix},     {"if", 3, f_if},
    {"clamp", 3, f_clamp}, {"ramp", 3, f_ramp},   {"soft", 3, f_soft},   {"dice", 1, f_dice},
};

/* ---- names ----------------------------------------------------------------------------------- */
static size_t place_of(const Names *names, const char *name, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    size_t at = hash % NAMES_MAX;
    while (names->name[at] &&
           (strncmp(names->name[at], name, length) != 0 || names->name[at][length]))
        at = (at + 1) % NAMES_MAX;
    return at;
}

void names_set(Names *names, const char *name, double value) {
    size_t at = place_of(names, name, strlen(name));
    names->name[at] = name;
    names->value[at] = value;
}

/* ---- reading --------------------------------------------------------------------------------- */
static void skip(SumReader *reader) {
    while (*reader->at == ' ')
        reader->at++;
}

static bool accept(SumReader *reader, const char *mark) {
    skip(reader);
    size_t length = strlen(mark);
    if (strncmp(reader->at, mark, length) != 0)
        return false;
    reader->at += length;
    return true;
}

static double wrong(SumReader *reader, const char *where) {
    if (!reader->error)
        reader->error = where;
    reader->at += strlen(reader->at);
    return 0;
}

static double call(SumReader *reader, const char *name, size_t length) {
    double values[3] = {0};
    int given = 0;
    do
        if (given < 3)
            values[given++] = lowest(reader);
        else
            return wrong(reader, name);
    while (accept(reader, ","));
    if (!accept(reader, ")"))
        return wrong(reader, name);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strlen(functions[i].name) == length && !strncmp(functions[i].name, name, length) &&
            functions[i].takes == given)
            return functions[i].of(values);
    return wrong(reader, name);
}

static double named(SumReader *reader) {
    const char *name = reader->at;
    while (isalnum((unsigned char)*reader->at) || *reader->at == '_')
        reader->at++;
    size_t length = (size_t)(reader->at - name);
    if (accept(reader, "("))
        return call(reader, name, length);
    size_t at = place_of(reader->names, name, length);
    return reader->names->name[at] ? reader->names->value[at] : wrong(reader, name);
}

static double single(SumReader *reader) {
    if (accept(reader, "-"))
        return -single(reader);
    if (accept(reader, "(")) {
        double value = lowest(reader);
        return accept(reader, ")") ? value : wrong(reader, reader->at);
    }
    if (isalpha((unsigned char)*reader->at))
        return named(reader);
    char *end;
    double value = strtod(reader->at, &end);
    if (end == reader->at)
        return wrong(reader, reader->at);
    reader->at = end;
    return value;
}

static double product(SumReader *reader) {
    double value = single(reader);
    for (;;)
        if (accept(reader, "*"))
            value *= single(reader);
        else if (accept(reader, "/"))
            value /= single(reader);
        else
            return value;
}

static double addition(SumReader *reader) {
    double value = product(reader);
    for (;;)
        if (accept(reader, "+"))
            value += product(reader);
        else if (accept(reader, "-"))
            value -= product(reader);
        else
            return value;
}

/* Comparisons are worth 1 or 0. */
static double lowest(SumReader *reader) {
    double value = addition(reader);
    if (accept(reader, "<"))
        return value < addition(reader);
    if (accept(reader, ">"))
        return value > addition(reader);
    return value;
}

double sum(const char *text, const Names *names, const char **error) {
    SumReader reader = {.at = text, .names = names};
    double value = lowest(&reader);
    skip(&reader);
    if (*reader.at)
        wrong(&reader, reader.at);
    *error = reader.error;
    return reader.error ? 0 : value;
}
