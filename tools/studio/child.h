/* Another program of ours, or git: started, heard to its end. Knows none of them. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef struct Child {
    int status;  /* its own; -1: it could not be started, or was killed */
    Slice said;  /* on its output, in the arena */
    Slice wrong; /* on its other output */
} Child;

/* `input` is typed for it, once. `folder` is where it runs; NULL: here. What it says is kept up to
   some megabytes. */
Child child_run(Arena *arena, const char *folder, Slice input, const char *const *arguments);
