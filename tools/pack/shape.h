/* Takes typed values out of a YAML tree and says, in words, what is not as it should be. */
#pragma once

#include "base/lang.h"
#include "tools/sources/yaml.h"

typedef struct Shape {
    Report *report;
    Arena *arena;
    Slice file;
} Shape;

/* Faults for every key of the map that is not in the list (NULL-terminated), with the nearest that
 * is. */
void shape_keys(const Shape *shape, const YamlNode *map, const char *const *known);

/* The value of a key, which must be there; NULL after a fault. */
const YamlNode *shape_need(const Shape *shape, const YamlNode *map, const char *key);

Slice shape_text(const Shape *shape, const YamlNode *map, const char *key,
                 int most);                                               /* as it stands */
Slice shape_id(const Shape *shape, const YamlNode *map, const char *key); /* a-z, 0-9 and - */
Slice shape_code(const Shape *shape, const YamlNode *map, const char *key,
                 int most); /* letters, capitals too */
Words shape_words(const Shape *shape, const YamlNode *map, const char *key,
                  int most); /* both languages, set */
Words shape_words_of(const Shape *shape, const YamlNode *node,
                     int most); /* likewise, of a node itself */
Slice shape_one_of(const Shape *shape, const YamlNode *map, const char *key,
                   const char *const *known); /* NULL-terminated */
Slice shape_icon(const Shape *shape, const YamlNode *map,
                 const char *key); /* a name of ui/icons.def */
int shape_int(const Shape *shape, const YamlNode *map, const char *key, int least, int most);
double shape_number(const Shape *shape, const YamlNode *map, const char *key, double least,
                    double most);
bool shape_flag(const Shape *shape, const YamlNode *map,
                const char *key); /* may be absent: false */
const YamlNode *shape_list(const Shape *shape, const YamlNode *map, const char *key, int least,
                           int most);

/* What a key refers to: `found`, or 0 after a fault when that is -1. */
int shape_refer(const Shape *shape, const YamlNode *map, const char *key, int found,
                const char *where);

/* Faults for each language in which the words of a key are more than `most`. */
void shape_most_words(const Shape *shape, const YamlNode *map, const char *key, Words words,
                      int most);

/* Checks one text in one language and sets its typography. */
Slice shape_set(const Shape *shape, Slice text, Lang lang, int line, int most);

/* The candidate nearest to a word that was not understood; NULL when none is near. */
const char *shape_nearest(Slice word, const char *const *candidates);
