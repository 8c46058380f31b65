/* What a technician sets on the first day, and what the pages that ask for it are told: plain data
 * between them and the service behind them. */
#pragma once

#include "base/affine.h"
#include "base/civil.h"
#include "base/lang.h"
#include "setup/week.h"

enum { SETUP_CODE_DIGITS = 6, SETUP_ZONE = 48, SETUP_ID = 64, SETUP_ZONES = 64, SETUP_WHY = 160 };

typedef struct SetupAnswers {
    Lang lang;
    int turned; /* the display, clockwise: 0, 90, 180 or 270 */
    Affine touch;
    char kiosk[SETUP_ID]; /* of the plan; "": the first */
    Week week;
    bool keeps_hours; /* what the file says of them is more than a Week holds, and stays */
    char code[SETUP_CODE_DIGITS + 1]; /* of the staff; "": it stays as it is */
    int volume;                       /* 0 to 100; -1: nothing was said of it */
    char zone[SETUP_ZONE];            /* "Europe/Paris"; "": the machine's */
    Millis clock;                     /* local time that the clock is to be set to */
} SetupAnswers;

typedef enum SetupAsk {
    SETUP_NOTHING,
    SETUP_TURN,
    SETUP_TOUCH,
    SETUP_SOUND, /* sets the loudness and plays a chime */
    SETUP_TIME_ZONE,
    SETUP_CLOCK,
    SETUP_WRITE,
    SETUP_LEAVE /* what was only tried is undone */
} SetupAsk;

typedef enum SetupClock { CLOCK_UNTOUCHED, CLOCK_SET, CLOCK_NOT_SET } SetupClock;

/* Why the file is not written. */
typedef enum SetupFault {
    SETUP_WELL,
    SETUP_NO_ROOM,
    SETUP_NO_RIGHT, /* read-only, or somebody else's */
    SETUP_NO_FILE   /* anything else */
} SetupFault;

typedef struct SetupView {
    bool by_itself; /* nobody came here from the staff area */
    bool turns;     /* the kiosk itself turns the display; else the next session does */
    bool has_code, sets_clock;
    int volume;                         /* -1 without a loudspeaker */
    SetupAnswers now;                   /* to begin with */
    char zone[SETUP_ZONES][SETUP_ZONE]; /* France and its territories first, then by the hour */
    int zone_count;
    int muted; /* lines of the file that the kiosk does not understand */
    SetupClock clock;
    bool written;
    SetupFault fault;
    char file[SETUP_WHY]; /* that is written */
} SetupView;

bool setup_code_is_weak(const char *code); /* of so many digits: guessed at the first try */
