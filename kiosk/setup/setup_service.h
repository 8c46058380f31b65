/* Behind the pages of the first day: reads what the configuration says already, tries out what can
 * be tried, writes the file. Nothing of the machine is known here: what turns displays and sets
 * clocks is handed in. */
#pragma once

#include "base/config_edit.h"
#include "setup/answers.h"

typedef struct SetupServiceSpec {
    const char *config; /* the file that is written; borrowed, as all of these */
    const char *model;  /* what a first one begins as, with its comments; may be missing */
    const char *pin;    /* where the code goes when the file does not say */
    const char *zones;  /* tzdata's folder */
    bool by_itself;
    bool turns; /* displays, with `turn`; else it is only written down */
    /* Would the kiosk start with this text? Else the fault, and in which row of it; 0: in none. */
    bool (*check)(const char *text, int *row, Error *error);
    void *self; /* for what follows; any may be NULL */
    void (*turn)(void *self, int degrees);
    void (*touch)(void *self, Affine touch);
    int (*volume)(void);
    bool (*set_volume)(int percent);
    void (*chime)(void *self);
    void (*set_zone)(void *self, const char *zone); /* "": the machine's own */
    bool (*set_clock)(void *self, Millis local);
    void (*restart)(void *self);
} SetupServiceSpec;

typedef struct SetupService {
    SetupServiceSpec spec;
    ConfigEdit edit; /* as read, lines that the kiosk does not understand muted */
    SetupView view;
    int volume; /* as it was */
    bool tried; /* something is to be undone when nothing is written */
} SetupService;

void setup_service_begin(SetupService *service, SetupServiceSpec spec);

/* For AppSetup.setup. */
const SetupView *setup_service_view(void *service);
void setup_service_ask(void *service, SetupAsk ask, const SetupAnswers *answers);
