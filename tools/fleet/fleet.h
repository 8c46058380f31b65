/* Files of a folder put together kiosk by kiosk. Judges nothing. */
#pragma once

#include "base/arena.h"
#include "tools/fleet/expected.h"
#include "tools/fleet/health_file.h"

typedef struct FleetKiosk {
    HealthFile last; /* the latest that is genuine; of a kiosk without any, the latest */
    bool forged;     /* a file of that name has a false signature */
    bool twin;       /* there are genuine ones with different keys */
    bool missing;    /* expected, and no file has come: `last` has its name and nothing else */
    bool unlisted;   /* not among those that are expected */
} FleetKiosk;

typedef struct LeftOut {
    Slice path;
    HealthFault fault;
} LeftOut;

typedef struct Fleet {
    FleetKiosk *kiosk; /* by name */
    LeftOut *left_out; /* by path */
    int kiosk_count, left_out_count;
    int newest; /* version of the content, among genuine files */
    Millis today;
} Fleet;

/* Every kiosk-*.health below the folder, which may hold the folders that staff areas put on sticks,
   and the kiosks of `expected` (NULL: nobody says which) of which there is none. False: it cannot
   be read, or has none and none is expected. */
bool fleet_read(const char *folder, Millis today, const Expected *expected, Arena *arena,
                Fleet *fleet, Error *error);
