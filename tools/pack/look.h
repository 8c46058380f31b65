/* Reads what a campus looks like, and says what could not be read or seen where it would stand. */
#pragma once

#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

/* `look:` of campus.yaml, if it is there, into pack->campus; its pictures are read by then. */
void look_read(Pack *pack, const YamlSchema *schema, const YamlNode *campus);
