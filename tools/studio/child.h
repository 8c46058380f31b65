/* Another program of ours, or git: started, heard to its end. Knows none of them. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef struct Child {
    int status;  /* its own; -1: it could not be started, or was killed */
    Slice said;  /* on its output, in the arena */
    Slice wrong; /* on its other output */
    bool cut;    /* it said more than 16 MB: what comes then is left out */
} Child;

/* `input` is typed for it, once. `folder` is where it runs; NULL: here. */
Child child_run(Arena *arena, const char *folder, Slice input, const char *const *arguments);

/* Its output goes into a new file, whatever its length, and `said` stays empty. */
Child child_run_into(Arena *arena, const char *folder, const char *path,
                     const char *const *arguments);

/* Between fork and exec: signals as a program expects them, whatever this one does with them. */
void child_signals(void);
