/* The facets of a campus's work, and what is written of each: in a trade, in a question, in rows of
   correlations. */
#pragma once

#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

/* A list of 4 to 12 with names of their own, each told from the others. */
void facets_read(Pack *pack, const YamlSchema *schema, const YamlNode *list);

/* The dimension that a node names, a letter or a facet; -1 after a fault, with the nearest. */
int facet_letter(const YamlSchema *schema, Slice name, int line);
int facet_named(const Pack *pack, const YamlSchema *schema, Slice name, int line);

/* What a dimension is called as a key: "R", or the id of a facet. */
const char *facet_key(const Pack *pack, const YamlSchema *schema, int dimension);

/* Faults for every key of a map that is no letter, or no facet, of those before `end`. */
void facet_keys(const Pack *pack, const YamlSchema *schema, const YamlNode *map, int first,
                int end);
