/* What lies in a content folder under a name that nobody reads. */
#pragma once

#include "tools/sources/report.h"

/* Walks the folder before it is read: files whose ending is not what was meant (.JPG, .mov,
   .yaml.txt), files and folders that are not read at all, links that lead elsewhere, folders that
   cannot be opened. What is missing because of them is known to the report then. */
void strays_find(Report *report, Arena *arena, Slice folder);
