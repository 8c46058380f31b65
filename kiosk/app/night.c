#include "app/night.h"

static Millis sooner_than_never(Millis when) {
    return when == PLAN_NEVER ? 0 : when;
}

Night night_at(HoursNow hours, bool here, Millis touched, Millis now) {
    if (!hours.known)
        return (Night){0};
    if (hours.open)
        return (Night){.wake_at = sooner_than_never(hours.until)};
    if (here)
        return (Night){0};
    if (now - touched < NIGHT_AFTER_MS)
        return (Night){.wake_at = touched + NIGHT_AFTER_MS};
    return (Night){.asleep = true, .wake_at = sooner_than_never(hours.until)};
}
