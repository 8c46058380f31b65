/* Brings new content in, beside the page: from a stick when the staff asks, from a folder that
   something else fills by itself. A stick may hold a signed pack or a folder of sources, which is
   built here. */
#pragma once

#include "staff/maker.h"
#include "staff/usb_stick.h"
#include "store/take.h"

#include <pthread.h>

typedef struct UpdateSpec {
    Store *store;
    const char *updates; /* the folder that something else fills; NULL: none */
    const Maker *maker;
    const char *mounts, *sticks; /* as usb_stick_find takes them */
    bool in_turn; /* a script: what is asked is done before the answer, on no clock of its own */
} UpdateSpec;

typedef enum UpdateState {
    UPDATE_IDLE,
    UPDATE_COPIES,
    UPDATE_BUILDS,
    UPDATE_READY, /* it waits in the store */
    UPDATE_REFUSED,
    UPDATE_FAULTS, /* what there is to mend is in `made` */
    UPDATE_NO_STICK,
    UPDATE_NOTHING, /* on the stick */
    UPDATE_MANY,    /* folders of sources: which one? */
    UPDATE_GONE,    /* the stick was pulled out */
    UPDATE_STATE_COUNT
} UpdateState;

/* How the last one stands. */
typedef struct UpdateReport {
    UpdateState state;
    Refusal refusal;
    int64_t version;
    char name[DISK_PATH]; /* of the file that was refused */
    bool by_itself;       /* from the folder: nobody has seen it yet */
    bool page_lost;       /* the stick did not take the list of what there is to mend */
    int turn;             /* another number when anything of this has changed */
} UpdateReport;

typedef struct Update {
    UpdateSpec spec;
    pthread_t thread;
    bool beside; /* the thread is there */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    Millis now; /* local time */
    bool asked, ends;
    const char *lang; /* of whoever asked, by its code */
    UpdateReport report;
    Made *made;       /* of the last folder that was built */
    uint64_t watched; /* how the folder looked when it was tried last, and is not tried again */
    uint64_t tried;   /* how it looked when nobody could look into what lies there */
    int tries, rest;  /* so often; minutes until it is tried again */
} Update;

void update_begin(Update *update, UpdateSpec spec, Millis now);
void update_end(Update *update); /* gives up a copy that is going on */
void update_tick(Update *update, Millis now);
void update_watch(Update *update); /* a minute is over: look at the folder */
/* Look at the stick, for whoever reads the language of that code. */
void update_ask(Update *update, const char *lang);
void update_forget(Update *update); /* what the staff was told of the last one */

UpdateReport update_report(Update *update);
bool update_runs(const UpdateReport *report);
