#include "base/clock.h"

#define DAY_MS ((Millis)86400000)
#define YEAR_MS (365 * DAY_MS)

void clock_begin(ClockWatch *watch, Millis floor) {
    *watch = (ClockWatch){.floor = floor};
}

static bool is_jump(const ClockWatch *watch, ClockSight sight) {
    Millis gained = (sight.wall - watch->wall) - (sight.steady - watch->steady);
    return watch->looked && (gained > DAY_MS || gained < -DAY_MS);
}

static bool is_possible(const ClockWatch *watch, ClockSight sight) {
    return sight.local >= watch->floor && sight.local < watch->floor + CLOCK_YEARS * YEAR_MS;
}

bool clock_look(ClockWatch *watch, ClockSight sight) {
    watch->jumped = (watch->jumped || is_jump(watch, sight)) && !sight.synced;
    watch->wall = sight.wall;
    watch->steady = sight.steady;
    watch->looked = true;
    return watch->trusted = is_possible(watch, sight) && !watch->jumped;
}

void clock_was_set(ClockWatch *watch) {
    watch->looked = watch->jumped = false;
}
