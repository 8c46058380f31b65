#include "app/guard.h"

static Millis length(bool steady) {
    return steady ? GUARD_STEADY_MS : GUARD_MS;
}

void guard_begin(Guard *guard, bool steady, Millis now) {
    guard->unseen = true;
    guard->since = now;
    guard->until = now + length(steady);
    guard->last = (Action){0};
}

void guard_seen(Guard *guard, bool steady, Millis now) {
    if (!guard->unseen)
        return;
    guard->unseen = false;
    guard->since = now;
    guard->until = now + length(steady);
}

bool guard_drops(Guard *guard, bool steady, Millis now) {
    if (now >= guard->until)
        return false;
    Millis renewed = now + length(steady), last = guard->since + GUARD_STEADY_MS;
    Millis until = renewed < last ? renewed : last;
    if (until > guard->until)
        guard->until = until;
    return true;
}

bool guard_repeats(Guard *guard, bool steady, Action action, Millis now) {
    bool same = action.token == guard->last.token && action.arg == guard->last.arg;
    if (steady && same && now - guard->last_at < GUARD_STEADY_MS)
        return true;
    guard->last = action;
    guard->last_at = now;
    return false;
}
