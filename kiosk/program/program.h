/* The kiosk as one program: what it owns, and how its parts are wired. Each file is one subject:
   content, clock, counting, desks (of the staff and of the first day), commands, run. Nothing is
   decided here that a part could decide. */
#pragma once

#include "app/app.h"
#include "app/bank.h"
#include "app/options.h"
#include "app/recorded.h"
#include "base/clock.h"
#include "base/near.h"
#include "edit/edit.h"
#include "health/nightly.h"
#include "platform/window/display.h"
#include "print/printer.h"
#include "setup/setup_service.h"
#include "staff/staff_service.h"
#include "stats/stats.h"

#include <stdio.h>

#define MOUNTS "/proc/mounts"
#define PATH_BYTES NEAR_BYTES

typedef struct Program {
    Options options;
    Arena pack_memory, before_memory; /* of the pack, and of the one before it */
    Pack pack;
    QuizBank bank;
    Chunks *chunks; /* the bytes of its videos */
    bool has_pack;
    Wayfinder wayfinder; /* to the places of its plan */
    Recordings recordings;
    Display *display;
    App app;
    FILE *transcript;
    Stats *stats;
    VisitCounts counts; /* of the visit that is going on */
    Millis civil_shift; /* local time minus the steady clock */
    ClockWatch clock;
    Nightly nightly;    /* writes what the machine says of itself */
    HealthNow exported; /* as it was when the staff's export began: its thread reads nothing else */
    Store store;
    Maker maker; /* looks into what comes into the store */
    Update update;
    Millis proven_at; /* of the steady clock: healthy until then, a trial is over */
    StaffService desk;
    SetupService first_day;
    Printer printer;
    Edit *edit; /* of a folder that is being written; NULL: none */
    Companion beside;
    char built_in[PATH_BYTES]; /* the pack that came with the program */
    char tool[PATH_BYTES];     /* azimut-pack */
    char shown[PATH_BYTES];    /* file in which the staff area is handed its figures */
} Program;

int program_run(Program *p);        /* until it ends; its exit code */
int program_fail(const char *what); /* tells on stderr; the exit code */
int program_set_pin(const char *file);
int program_tell_until_open(const Program *p);

/* ---- content: what is shown, and what comes later -------------------------------------------- */

void *program_load(void *p); /* all that comes from the pack; may be a thread */
void program_open_store(Program *p);
void program_close_store(Program *p); /* in good order: that is no crash of what is shown */
void program_begin_updates(Program *p);
void program_end_updates(Program *p);
void program_turn(void *p, bool nobody); /* for LoopSpec */

/* A folder is shown as it is written; for LoopSpec, when there is an app. NULL: it is a kiosk. */
const Companion *program_begin_edit(Program *p);

/* ---- clock ----------------------------------------------------------------------------------- */

Millis program_content_day(const Program *p); /* when the content was last edited; 0: not known */
Millis program_raw_local_now(void);           /* what the computer's clock says */
Millis program_local_now(const Program *p);   /* the same, never before the content */
Millis program_now(const Program *p);         /* local time of the app's clock */
void program_begin_clock(Program *p);
bool program_look_at_clock(Program *p); /* is the time to be believed? */
void program_minute(void *p);           /* for FactSink */
bool program_set_clock(void *p, Millis local);

/* ---- counting: what visitors did, and how the machine is ---------------------------------------
 */

void program_open_stats(Program *p);
void program_note(void *p, Fact fact); /* these three for FactSink */
void program_end_visit(void *p, EndReason reason, Settings settings, bool counted);
void program_hour(void *p);
void program_begin_health(Program *p);
void program_look_at_health(void *p); /* these three for StaffServiceSpec */
bool program_put_health(void *p, const char *folder, Error *error);
bool program_storage_is_full(void *p);

/* ---- desks: of the staff, of the first day, of the printer -------------------------------------
 */

void program_begin_staff(Program *p);
void program_begin_setup(Program *p);
void program_begin_printer(Program *p);
PrintDesk program_print_desk(Program *p);
