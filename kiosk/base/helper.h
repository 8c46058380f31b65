/* Programs of the installer's that do for the kiosk what it may not or cannot do itself: switching
   a display off, setting the clock. Knows none of them. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/* Says at once what would only be said on the first evening: that it cannot be started. NULL: there
 * is none. */
void helper_look(const char *program);

/* Starts PROGRAM ARG; what it says goes where the kiosk's own words go. -1: it cannot be started.
 */
pid_t helper_start(const char *program, const char *arg);

/* Has it ended, and well? Waits for it. */
bool helper_ended_well(pid_t helper);
