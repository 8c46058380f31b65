#include "tools/fleet/sentences.h"

#include "report/words.h"

#define KEY_SHOWN 4 /* bytes: enough to tell the machines of a campus apart */

static Slice number(const FleetView *v, int n) {
    return report_number(v->arena, v->lang, n);
}

static Slice known(const FleetView *v, int n) {
    return n == HEALTH_UNKNOWN ? fleet_word(v->lang, FLEET_UNKNOWN) : number(v, n);
}

static Slice percent(const FleetView *v, int n) {
    return n == HEALTH_UNKNOWN ? fleet_word(v->lang, FLEET_UNKNOWN)
                               : report_percent(v->arena, v->lang, n);
}

static Slice degrees(const FleetView *v, int n) {
    if (n == HEALTH_UNKNOWN)
        return fleet_word(v->lang, FLEET_UNKNOWN);
    return SLOTS_FILL(v->arena, fleet_word(v->lang, FLEET_DEGREES), {"number", number(v, n)});
}

static Slice date(const FleetView *v, const char *iso) {
    Millis day;
    return civil_parse(iso, &day) ? report_day(v->arena, v->lang, day) : slice_from(iso);
}

static Slice key(const FleetView *v, const uint8_t *bytes) {
    return arena_printf(v->arena, "%02x%02x%02x%02x", bytes[0], bytes[1], bytes[2],
                        bytes[KEY_SHOWN - 1]);
}

Slice fleet_level(const FleetView *v, FleetLevel level) {
    static const FleetWord WORD[LEVEL_COUNT] = {FLEET_GREEN, FLEET_AMBER, FLEET_RED};
    return fleet_word(v->lang, WORD[level]);
}

Slice fleet_summary(const FleetView *v) {
    int count[LEVEL_COUNT] = {0};
    for (int i = 0; i < v->fleet->kiosk_count; i++)
        count[v->diagnosis[i].level]++;
    return SLOTS_FILL(v->arena, fleet_word(v->lang, FLEET_SUMMARY),
                      {"date", report_day(v->arena, v->lang, v->fleet->today)},
                      {"red", number(v, count[LEVEL_RED])},
                      {"amber", number(v, count[LEVEL_AMBER])},
                      {"green", number(v, count[LEVEL_GREEN])});
}

/* Each sentence takes of these what it needs. */
Slice fleet_says(const FleetView *v, const Diagnosis *diagnosis, FleetWord word) {
    const HealthFile *file = &diagnosis->kiosk->last;
    const HealthReport *r = &file->report;
    return SLOTS_FILL(v->arena, fleet_word(v->lang, word), {"days", number(v, diagnosis->days)},
                      {"day", date(v, r->day)}, {"program", slice_from(r->program)},
                      {"system", slice_from(r->system)}, {"version", known(v, r->content_version)},
                      {"newest", number(v, v->fleet->newest)}, {"dated", date(v, r->content_dated)},
                      {"hours", known(v, r->uptime_hours)}, {"starts", known(v, r->starts)},
                      {"percent", percent(v, r->disk_percent)},
                      {"degrees", degrees(v, r->temperature)}, {"key", key(v, file->key)},
                      {"smart", slice_from(r->disk_health)});
}

Slice fleet_fault(const FleetView *v, HealthFault fault) {
    return SLOTS_FILL(v->arena, fleet_word(v->lang, fault.why),
                      {"field", slice_from(fault.field ? fault.field : "")});
}
