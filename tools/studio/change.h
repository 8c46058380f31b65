/* One change of the campus: what was there is kept, what is new takes its place whole, and faults
   are looked for again. */
#pragma once

#include "tools/studio/folder.h"

bool change_write(Desk *d, Slice file, Slice bytes, StudioWord what, Slice name, Error *error);
bool change_take(Desk *d, Slice file, const char *from, StudioWord what, Slice name, Error *error);
bool change_remove(Desk *d, Slice file, StudioWord what, Slice name, Error *error);

/* A first file of YAML, which is to read as `want`. */
bool change_new(Desk *d, Slice file, Slice text, const YamlNode *want, StudioWord what, Slice name,
                Error *error);

/* A file of YAML as `want` has it: nothing else of it changes. Refuses when what would be written
   would not be read so. */
bool change_yaml(Desk *d, const Source *source, const YamlNode *want, StudioWord what, Slice name,
                 Error *error);
