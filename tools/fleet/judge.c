#include "tools/fleet/judge.h"

#include "health/machine.h"

#include <stdlib.h>
#include <string.h>

typedef struct Case {
    const Fleet *fleet;
    const FleetKiosk *kiosk;
    const HealthReport *report; /* of the last file */
    int days, silent_days;
} Case;

/* ---- what can be so -------------------------------------------------------------------------- */

static bool is_missing(const Case *c) {
    return c->kiosk->missing;
}

static bool is_unlisted(const Case *c) {
    return c->kiosk->unlisted;
}

static bool is_silent(const Case *c) {
    return c->days > c->silent_days;
}

static bool is_forged(const Case *c) {
    return c->kiosk->forged;
}

static bool is_twin(const Case *c) {
    return c->kiosk->twin;
}

/* A day ahead is another time zone. */
static bool is_future(const Case *c) {
    return c->days < -1;
}

static bool is_failing(const Case *c) {
    return c->report->disk_health[0] && strcmp(c->report->disk_health, "PASSED") != 0;
}

static bool is_not_writable(const Case *c) {
    return !c->report->storage_writable;
}

static bool is_full(const Case *c) {
    return c->report->disk_percent >= MACHINE_FULL_PERCENT;
}

static bool crashes(const Case *c) {
    return c->report->starts >= CRASHES_LEAST;
}

static bool restarts(const Case *c) {
    return c->report->starts >= RESTARTS_LEAST && !crashes(c);
}

static bool is_clock_off(const Case *c) {
    return !c->report->clock_trusted && !is_future(c);
}

static bool is_hot(const Case *c) {
    return c->report->temperature >= HOT_DEGREES;
}

static bool is_behind(const Case *c) {
    return c->report->content_version != HEALTH_UNKNOWN &&
           c->report->content_version < c->fleet->newest;
}

static bool is_old(const Case *c) {
    Millis dated;
    return civil_parse(c->report->content_dated, &dated) &&
           (c->fleet->today - dated) / CIVIL_DAY > OLD_DAYS;
}

static bool is_on_trial(const Case *c) {
    return c->report->content_in_trial;
}

/* ---- all of it ----------------------------------------------------------------------------- */

static const struct {
    bool (*is)(const Case *);
    Finding finding;
} FINDINGS[] = {
#define FINDING(name, is, level) {is, {FLEET_##name, FLEET_##name##_DO, LEVEL_##level}},
#include "tools/fleet/findings.def"
#undef FINDING
};

static Diagnosis judge(const Fleet *fleet, const FleetKiosk *kiosk, int silent_days) {
    int days = (int)((fleet->today - kiosk->last.day) / CIVIL_DAY);
    Case c = {fleet, kiosk, &kiosk->last.report, days, silent_days};
    Diagnosis diagnosis = {.kiosk = kiosk, .days = days};
    for (int i = 0; i < FINDINGS_MAX; i++) {
        bool known = !kiosk->missing || FINDINGS[i].is == is_missing;
        if (!known || !FINDINGS[i].is(&c))
            continue;
        const Finding *finding = &FINDINGS[i].finding;
        diagnosis.finding[diagnosis.finding_count++] = *finding;
        diagnosis.level = finding->level > diagnosis.level ? finding->level : diagnosis.level;
    }
    return diagnosis;
}

static int by_urgency(const void *a, const void *b) {
    const Diagnosis *x = a, *y = b;
    if (x->level != y->level)
        return (int)y->level - (int)x->level;
    return strcmp(x->kiosk->last.report.kiosk, y->kiosk->last.report.kiosk);
}

Diagnosis *judge_fleet(const Fleet *fleet, int silent_days, Arena *arena) {
    Diagnosis *diagnosis = arena_array(arena, Diagnosis, fleet->kiosk_count + 1);
    for (int i = 0; i < fleet->kiosk_count; i++)
        diagnosis[i] = judge(fleet, &fleet->kiosk[i], silent_days);
    if (fleet->kiosk_count)
        qsort(diagnosis, (size_t)fleet->kiosk_count, sizeof *diagnosis, by_urgency);
    return diagnosis;
}
