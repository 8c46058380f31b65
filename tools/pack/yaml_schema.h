/* Takes typed values out of a YAML tree and says, in words, what is not as it should be. */
#pragma once

#include "base/lang.h"
#include "tools/sources/yaml.h"

typedef struct YamlSchema {
    Report *report;
    Arena *arena;
    Slice file;
} YamlSchema;

/* Faults for every key of the map that is not in the list (NULL-terminated), with the nearest that
 * is. */
void schema_keys(const YamlSchema *schema, const YamlNode *map, const char *const *known);

/* The value of a key, which must be there; NULL after a fault. */
const YamlNode *schema_need(const YamlSchema *schema, const YamlNode *map, const char *key);

Slice schema_text(const YamlSchema *schema, const YamlNode *map, const char *key,
                  int most); /* as it stands */
Slice schema_id(const YamlSchema *schema, const YamlNode *map,
                const char *key); /* a-z, 0-9 and - */
Slice schema_code(const YamlSchema *schema, const YamlNode *map, const char *key,
                  int most); /* with capitals */
LocalText schema_words(const YamlSchema *schema, const YamlNode *map, const char *key,
                       int most); /* each language that authors write, set */
LocalText schema_words_of(const YamlSchema *schema, const YamlNode *node,
                          int most); /* likewise, of a node itself */
LocalText schema_phrase(const YamlSchema *schema, const YamlNode *map, const char *key,
                        int most); /* the first language alone, as a plain text, or both */
Slice schema_one_of(const YamlSchema *schema, const YamlNode *map, const char *key,
                    const char *const *known); /* NULL-terminated */
Slice schema_icon(const YamlSchema *schema, const YamlNode *map,
                  const char *key); /* a name of ui/icons.def */
int schema_int(const YamlSchema *schema, const YamlNode *map, const char *key, int least, int most);
double schema_number(const YamlSchema *schema, const YamlNode *map, const char *key, double least,
                     double most);
bool schema_flag(const YamlSchema *schema, const YamlNode *map,
                 const char *key); /* may be absent: false */
const YamlNode *schema_list(const YamlSchema *schema, const YamlNode *map, const char *key,
                            int least, int most);

/* Faults for each language in which the words of a key are more than `most`. */
void schema_most_words(const YamlSchema *schema, const YamlNode *map, const char *key,
                       LocalText words, int most);

/* Faults for each map of a list whose `id` an earlier one has, too. */
void schema_unique(const YamlSchema *schema, const YamlNode *list);

/* Checks one text in one language and sets its typography. */
Slice schema_set(const YamlSchema *schema, Slice text, Lang lang, int line, int most);
