#include "health/nightly.h"

#include "base/log.h"
#include "health/health_key.h"
#include "health/machine.h"
#include "health/starts.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define PATH_BYTES 4200

static void path_beside(const Nightly *nightly, const char *ending, char path[PATH_BYTES]) {
    snprintf(path, PATH_BYTES, "%.4000s.%s", nightly->beside, ending);
}

static int starts_of_day(const Nightly *nightly, Millis local) {
    char path[PATH_BYTES];
    path_beside(nightly, "starts", path);
    return starts_count(path, local);
}

int nightly_disk_percent(const Nightly *nightly) {
    char folder[PATH_BYTES];
    snprintf(folder, sizeof folder, "%.4000s", nightly->beside);
    char *slash = strrchr(folder, '/');
    if (slash)
        slash[slash == folder] = 0;
    return machine_disk_percent(slash ? folder : ".");
}

static HealthReport report_of(const Nightly *nightly, HealthNow now) {
    HealthReport r = nightly->known;
    Civil day = civil_from(now.local);
    snprintf(r.day, sizeof r.day, "%04d-%02d-%02d", day.year, day.month, day.day);
    machine_system("", r.system);
    machine_disk_health("", r.disk_health);
    r.uptime_hours = machine_uptime_hours("");
    r.starts = starts_of_day(nightly, now.local);
    r.disk_percent = nightly_disk_percent(nightly);
    r.temperature = machine_temperature("");
    r.clock_trusted = now.clock_trusted;
    r.content_in_trial = now.content_in_trial;
    r.storage_writable = now.storage_writable;
    return r;
}

void nightly_begin(Nightly *nightly, Millis local) {
    char path[PATH_BYTES];
    Error error;
    path_beside(nightly, "starts", path);
    if (!starts_note(path, local, &error))
        log_line("health", "%s", error.text);
}

bool nightly_write(const Nightly *nightly, const char *folder, HealthNow now, Error *error) {
    char path[PATH_BYTES];
    uint8_t secret[HEALTH_SECRET_BYTES];
    path_beside(nightly, "key", path);
    if (!health_key(path, secret, error))
        return false;
    HealthReport report = report_of(nightly, now);
    bool good = health_write(folder, &report, secret, error);
    sodium_memzero(secret, sizeof secret);
    return good;
}

/* What failed is tried again in the next hour. */
void nightly_look(Nightly *nightly, HealthNow now) {
    Error error;
    Millis midnight = civil_midnight(now.local);
    bool due = midnight != nightly->written && now.local - midnight >= NIGHTLY_HOUR * CIVIL_HOUR;
    if (!nightly->folder || !due)
        return;
    if (nightly_write(nightly, nightly->folder, now, &error))
        nightly->written = midnight;
    else
        log_line("health", "%s", error.text);
}
