/* When the file about the machine is written: once a night, and onto a stick when the staff
   exports. What it cannot see by itself it is told. Knows no statistics. */
#pragma once

#include "base/civil.h"
#include "health/health.h"

typedef struct HealthNow {
    Millis local; /* local time */
    bool clock_trusted, content_in_trial, storage_writable;
} HealthNow;

typedef struct Nightly {
    const char *beside; /* a file beside which key and starts lie: BESIDE.key, BESIDE.starts */
    const char *folder; /* where the file goes each night; NULL: nowhere */
    HealthReport known; /* kiosk, program and content */
    Millis written;     /* midnight of the day of the last file; 0: none yet */
} Nightly;

/* Notes that the program was started. */
void nightly_begin(Nightly *nightly, Millis local);

/* As often as once an hour: writes from NIGHTLY_HOUR on, unless that day has its file. */
enum { NIGHTLY_HOUR = 3 };
void nightly_look(Nightly *nightly, HealthNow now);

int nightly_disk_percent(const Nightly *nightly); /* of the disk that `beside` lies on */

bool nightly_write(const Nightly *nightly, const char *folder, HealthNow now, Error *error);
