/* The options of the kiosk, from its configuration file and its command line, read once. */
#pragma once

#include "base/affine.h"
#include "base/command_line.h"
#include "base/config.h"
#include "map/week_hours.h"
#include "ui/keypad.h"
#include "ui/settings.h"

#include <stdint.h>

typedef struct Options {
    const char *config; /* the file that the command line names */
    Config read;        /* the values of that file */
    const char *pack, *stats, *pin, *script, *shots, *transcript, *record;
    const char *edit;                     /* a folder of sources that is being written */
    const char *packs, *key, *updates;    /* the store of packs, its public key, a folder watched */
    const char *health;                   /* folder of the file about the machine; NULL: none */
    const char *screen_power, *set_clock; /* programs of the installer's */
    const char *printer;                  /* as CUPS calls it, or LP_DEFAULT; NULL: none */
    const char *kiosk;                    /* which of the plan's kiosks this is; NULL: the first */
    const char *renderer;                 /* SDL's name of it; NULL: the kiosk chooses */
    int width, height;                    /* 0: the whole screen */
    int display;                          /* 0: the primary one */
    int sound_delay_ms;   /* from a sample being handed to the device to its being heard */
    int rotate;           /* the display, clockwise in degrees; -1: as it is */
    Keypad keys;          /* what those of a keypad mean */
    Affine touch;         /* from where the glass says to where it is */
    int volume;           /* 0 to 100; -1: as it is */
    const char *timezone; /* NULL: the machine's */
    bool headless, has_now, set_pin, until_open;
    bool setup;     /* begins with the pages of the first day */
    Error fault;    /* then: why the file was not read, "" otherwise */
    bool calm;      /* without content */
    bool sounds;    /* a click at a touch, a chord with a result */
    bool calibrate; /* count one answer of each quiz */
    int64_t now;    /* local civil time as Millis */
    uint64_t seed;
    bool has_seed;
    const char *lang; /* code of a language of the pack; NULL: its first */
    Settings initial;
    PlanHours open[HOURS_ROWS_MAX]; /* when the campus is open, open_count rows */
    int open_count;
} Options;

/* What is installed with all options and their words; there may be none. */
#define OPTIONS_MODEL "/usr/share/azimut-kiosk/azimut.conf"
const char *options_model(void);

extern const CommandLine KIOSK_LINE;

/* The command line goes before the file. ASKED_WRONGLY names the option that was not understood,
   and where it stands. */
Asked options_read(int argc, char **argv, Options *options, Error *error);

/* The configuration file that is read, whether or not it is there; NULL for a script that names
   none. */
const char *options_config(const Options *options);

/* Would the kiosk start with that text as its file? Else the fault, and in which row; 0: in none.
 */
bool options_check(const char *text, int *row, Error *error);
