/* What people who write YAML by hand slip on, each with a sentence of its own: YAML itself says of
   most that something is not as it should be further down, and of some nothing at all. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef struct YamlSlip {
    Slice sentence; /* empty: there is none */
    int line;       /* from 1 */
    bool warning;   /* it may have been meant */
} YamlSlip;

/* "colour: #0B4A7F": what is taken for a remark there; empty: nothing is. */
Slice yaml_slip_lost(Slice written, Slice after);

/* Of a file that is no YAML, whose reader stopped at a line: the slip behind it, there or above. */
YamlSlip yaml_slip_behind(Arena *arena, Slice bytes, int stopped);

/* Of a scalar that YAML reads otherwise than it was meant: as it stands in the file, quotes
   included, and what follows it on its line, of which YAML says nothing. `line`: its first. */
YamlSlip yaml_slip_of_scalar(Arena *arena, Slice written, Slice after, int line);

/* Of a name before a colon, in the same way. */
YamlSlip yaml_slip_of_key(Slice key, int line);

/* Of a text that is cut in two by a comma: {fr: one, two}. */
YamlSlip yaml_slip_of_comma(Arena *arena, Slice before, Slice behind, int line);
