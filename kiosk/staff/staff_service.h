/* The staff's desk: checks the code, gathers what the staff area shows, carries out what it asks
 * for. No page is made here. */
#pragma once

#include "content/pack.h"
#include "report/figures.h"
#include "base/staff_view.h"
#include "staff/content_words.h"
#include "staff/other_kiosks.h"
#include "staff/pin.h"
#include "staff/usb_stick.h"
#include "stats/stats.h"

#include <pthread.h>

typedef enum Leave { LEAVE_NOT, LEAVE_RESTART, LEAVE_QUIT } Leave;

typedef struct StaffServiceSpec {
    const char *pin;     /* file of the code; NULL: the area stays shut */
    const char *mounts;  /* /proc/mounts */
    const char *sticks;  /* folder in which sticks are mounted; NULL: as Debian does */
    const char *scratch; /* file for what is shown of the statistics, made and removed; NULL without
                            statistics */
    const Pack *pack;    /* NULL when there is none to show */
    Store *store;        /* of content that comes later; NULL: there is none */
    Update *update;      /* into that */
    Stats *stats;
    const Millis *now;         /* steady clock */
    const Millis *civil_shift; /* local time minus that */
    int (*volume)(void);       /* 0 to 100, -1 without a loudspeaker */
    bool (*set_volume)(int percent);
    bool (*set_clock)(void *self, Millis local); /* NULL: the staff cannot */
    /* A file about the machine beside the figures: looked at when an export begins, written from
       another thread. Both may be NULL. */
    void (*look_at_health)(void *self);
    bool (*put_health)(void *self, const char *folder, Error *error);
    bool (*storage_is_full)(void *self); /* or nearly so; may be NULL */
    void *self;                          /* for these four */
} StaffServiceSpec;

typedef struct StaffService {
    StaffServiceSpec spec;
    StaffView view;
    Pin pin;
    Arena memory;     /* of the figures, until the area is left */
    Figures *figures; /* NULL when there are none */
    OtherKiosks others;
    StaffSpan *span[LANG_MAX];
    Arena chosen[2];  /* of a span chosen by touch; two, since the page on the glass still shows the
                         last */
    int turn, choice; /* which of them is next; what was chosen last */
    Leave leave;
    ContentWords content_words;
    pthread_t thread;     /* of an export */
    bool exporting;       /* a thread is to be joined */
    Millis export_begun;  /* local time; set before the thread, which asks no clock */
    pthread_mutex_t lock; /* guards what follows */
    StaffExport exported;
    char exported_to[USB_STICK_PATH + 64];
} StaffService;

void staff_service_begin(StaffService *desk, StaffServiceSpec spec);
void staff_service_end(StaffService *desk);

/* For AppSetup.staff. */
const StaffView *staff_service_view(void *desk); /* as of now */
void staff_service_ask(void *desk, StaffAsk ask, int arg, Slice text);
