/* The health of a machine as one small signed file: kiosk-ID.health. Knows no visit, no statistics
   and no clock.

   The file is one JSON object (RFC 8259) on lines of their own:
     {"azimut-health":1,"kiosk":"accueil","day":"2026-11-28",…
     "key":"64 hexadecimal digits"
     ,"signature":"128 hexadecimal digits"}
   "key" is the kiosk's own public key (Ed25519), and the signature, with that key, is of all bytes
   before the last line. The key says that all files of that name come from one machine; which
   machine it is, people know. */
#pragma once

#include "base/error.h"
#include "base/slice.h"

#include <stdint.h>
#include <stdio.h>

enum { HEALTH_FORMAT = 1, HEALTH_UNKNOWN = -1, HEALTH_TEXT = 64, HEALTH_BYTES_MAX = 8192 };
enum { HEALTH_KEY_BYTES = 32, HEALTH_SECRET_BYTES = 64, HEALTH_SIGNATURE_BYTES = 64 };

typedef struct HealthReport {
#define TEXT(name) char name[HEALTH_TEXT];
#define COUNT(name) int name;
#define FLAG(name) bool name;
#include "health/health.def"
#undef TEXT
#undef COUNT
#undef FLAG
} HealthReport;

/* What stands in front of the signature in the last line. */
#define HEALTH_SEAL ",\"signature\":\""

void health_print(FILE *out, const HealthReport *report, const uint8_t secret[HEALTH_SECRET_BYTES]);

/* Whole or not at all, under its own name: `folder`/kiosk-ID.health. */
bool health_write(const char *folder, const HealthReport *report,
                  const uint8_t secret[HEALTH_SECRET_BYTES], Error *error);

/* Only what may stand in the name of a file stays of it; "borne" when nothing does. */
void health_name(const char *wish, char name[HEALTH_TEXT]);
