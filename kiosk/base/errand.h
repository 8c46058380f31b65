/* A program run beside, under limits: what it reads, what it says, for how long. Who waits for it
   is a thread of its own: it may take as long as it is given. */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>

typedef struct Errand {
    char *const *command;        /* looked for along PATH where it has no slash */
    char *const *environment;    /* NULL: the kiosk's own */
    int in;                      /* what it reads; 0: what the kiosk reads */
    bool complains;              /* what it says on its standard error is wanted too */
    int seconds;                 /* then it is ended */
    const atomic_bool *gives_up; /* likewise, when that turns true; may be NULL */
} Errand;

/* What else than an exit status there is. */
enum { ERRAND_NOT_RUN = -1, ERRAND_CRASHED = -2, ERRAND_TOO_SLOW = -3 };

/* All that it says, as much as there is room for, and how it ended. What is not wanted of it goes
   where the kiosk's own words go. */
int errand_run(const Errand *errand, char *text, int room);
