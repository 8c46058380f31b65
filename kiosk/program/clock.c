#include "program/program.h"

#include "base/helper.h"

#include <time.h>
#include <unistd.h>

/* The day on which the content was last edited: where a script without a date plays, and what a
   clock that lost its battery is surely behind. */
Millis program_content_day(const Program *p) {
    char dated[16];
    Millis day = 0;
    snprintf(dated, sizeof dated, SLICE_FMT, SLICE_ARG(p->pack.campus.dated));
    return p->has_pack && civil_parse(dated, &day) ? day : 0;
}

/* What the computer's clock says. */
Millis program_raw_local_now(void) {
    struct tm tm;
    time_t now = time(NULL);
    localtime_r(&now, &tm);
    return ((Millis)now + tm.tm_gmtoff) * 1000;
}

Millis program_local_now(const Program *p) {
    if (p->options.has_now)
        return p->options.now;
    Millis local = program_raw_local_now();
    return local < program_content_day(p) ? program_content_day(p) : local;
}

/* The app's clock starts at 0 with a script and with the glass's own in a window; `civil_shift`
 * makes local time of it. */
Millis program_now(const Program *p) {
    return p->civil_shift + p->app.now;
}

/* Set by systemd-timesyncd when a time server has answered. */
#define SYNCED "/run/systemd/timesync/synchronized"
#define FIRST_KIOSK "2000-01-01" /* before it there was none */

static Millis now_of(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (Millis)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool clock_is_ours(const Program *p) {
    return !p->options.script && !p->options.has_now;
}

/* A time that was given may lie before the content: whoever gave it meant it. */
void program_begin_clock(Program *p) {
    Millis floor = program_content_day(p), first = 0, now = program_now(p);
    civil_parse(FIRST_KIOSK, &first);
    if (!clock_is_ours(p) && now >= first && now < floor)
        floor = now;
    clock_begin(&p->clock, floor);
}

bool program_look_at_clock(Program *p) {
    Millis wall = now_of(CLOCK_REALTIME);
    ClockSight sight = {wall, program_raw_local_now(), now_of(CLOCK_BOOTTIME),
                        access(SYNCED, F_OK) == 0};
    if (!clock_is_ours(p))
        sight = (ClockSight){program_now(p), program_now(p), p->app.now, false};
    return clock_look(&p->clock, sight);
}

/* Summer time and a clock that was put right are noticed within the minute. */
void program_minute(void *self) {
    Program *p = self;
    if (clock_is_ours(p))
        p->civil_shift = program_local_now(p) - p->app.now;
    app_clock(&p->app, p->civil_shift, !program_look_at_clock(p));
}

/* A program of the installer's does it, who decides who may. */
bool program_set_clock(void *self, Millis local) {
    Program *p = self;
    char wish[32];
    Civil c = civil_from(local);
    snprintf(wish, sizeof wish, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour,
             c.minute, c.second);
    if (!helper_ended_well(helper_start(p->options.set_clock, wish)))
        return false;
    if (!clock_is_ours(p)) /* it goes on from there */
        p->civil_shift = local - p->app.now;
    clock_was_set(&p->clock);
    program_minute(p);
    return true;
}
