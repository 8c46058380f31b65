/* What the service manager is told: that a page stands before people, that it still does, and that
 * the program goes. The protocol is that of sd_notify(3), a line of text to a socket; without such
 * a manager nothing is told. Its own library would bring three decompressors along for these lines.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Takes the manager's socket and patience from the environment, which other processes then do not
 * have. */
void service_begin(void);

/* A page stands and was not waited for in vain: the first time that is "ready", then "alive", as
 * often as it takes. `now` is of any steady clock, in milliseconds. */
void service_alive(int64_t now);

/* How long nothing may be told without being taken for dead, with a margin, in milliseconds; 0: for
 * ever. */
int64_t service_patience(void);

/* The display sleeps, and nobody is here: azimut-night may switch the machine off. */
void service_asleep(bool asleep);

void service_stops(void);
