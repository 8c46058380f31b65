/* quiz.yaml: what the quiz can ask, and how interests go together before any answer. */
#pragma once

#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

/* Reads the items and correlations; `map` NULL reads nothing. Faults for whatever the quiz could
 * not reckon with. */
void quiz_read(Pack *pack, const YamlSchema *schema, const YamlNode *map);
