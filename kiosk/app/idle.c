#include "app/idle.h"

/* How long to wait before asking, and how long the question stands: reference/ux.md 1.6,
 * WCAG 2.2.1. */
static const struct {
    Millis ask_after, countdown;
} TIMES[] = {
    [WAIT_NEVER] = {0, 0},        [WAIT_SHORT] = {60000, 30000}, [WAIT_READING] = {120000, 30000},
    [WAIT_QUIZ] = {90000, 30000}, [WAIT_STAFF] = {90000, 30000}, /* never longer: behind it lies
                                                                    what is not for everybody */
};

Idle idle_at(Wait wait, bool patient, Millis touched, Millis now) {
    int times = patient && wait != WAIT_STAFF ? 3 : 1;
    Millis ask_after = TIMES[wait].ask_after * times, countdown = TIMES[wait].countdown;
    if (!ask_after)
        return (Idle){0};
    Millis asks_at = touched + ask_after, over_at = asks_at + countdown;
    if (now < asks_at)
        return (Idle){.wake_at = asks_at};
    if (now >= over_at)
        return (Idle){.over = true};
    Millis left = over_at - now;
    return (Idle){.asks = true,
                  .seconds_left = (int)((left + 999) / 1000),
                  .wake_at = now + (left - 1) % 1000 + 1};
}
