#include "base/clock.h"

#define YEAR_MS (365 * CIVIL_DAY)

void clock_begin(ClockWatch *watch, Millis floor) {
    *watch = (ClockWatch){.floor = floor};
}

static bool is_jump(const ClockWatch *watch, ClockSight sight) {
    Millis gained = (sight.wall - watch->wall) - (sight.steady - watch->steady);
    return watch->looked && (gained > CIVIL_DAY || gained < -CIVIL_DAY);
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
