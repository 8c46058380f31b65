/* What azimut-pack finds in the campus, looked for beside the pages whenever something was saved;
   and the pack that it builds when nothing is wrong, for the preview. */
#pragma once

#include "tools/studio/studio.h"

typedef struct Fault {
    Slice file, message; /* the file as of the folder: "trades/soudage.yaml" */
    int line;
    bool warning, shown;
} Fault;

typedef struct FaultList {
    Fault *fault; /* by file and line */
    int count, grave;
    bool known;    /* of the campus as it is; false: it is still being looked at */
    bool built;    /* there is a pack of it, or of the last time that nothing was wrong */
    Slice trouble; /* azimut-pack itself did not run: why */
} FaultList;

bool faults_begin(Studio *studio);
void faults_end(Studio *studio);
void faults_stale(Studio *studio); /* something was changed: look again */

/* Waits until it is known, for some milliseconds; without the lock of the studio. The list is the
   desk's own. */
FaultList faults_now(Desk *d, int wait_ms);

/* The pack for the preview. */
const char *faults_pack(const Studio *studio);

/* "azimut-pack" or where it lies. */
const char *faults_tool(const Studio *studio, Arena *arena, const char *name);
