/* The packs of a kiosk that came after it: one is shown, the one before is kept, one may wait. A
 * new one is on trial until it has shown itself for ten healthy minutes; two crashes before, or
 * five ends by a power cut, and the last good one is back. The pack that came with the program lies
 * elsewhere and is shown when there is none here.
 *
 *     FOLDER/ledger.txt              what is so (ledger.h)
 *     FOLDER/ID/VERSION-HASH.pack    read-only
 *     FOLDER/incoming/               what is being copied or built; swept at every start
 *     FOLDER/current                 a link to the one that is shown, for people and other programs
 *
 * A version rises, by the key that signs: whoever signs with a new key begins anew, which is also
 * the way back when one was published that is far too high. The first one is not older than what
 * came with the program. Only the staff goes back, and only to
 * the one that is kept. */
#pragma once

#include "store/ledger.h"
#include "store/refusal.h"

#include <pthread.h>
#include <stdatomic.h>

enum {
    STORE_CRASHES = 2,   /* within one boot */
    STORE_CUT_SHORT = 5, /* of any kind */
    STORE_HEALTHY_MS = 600000,
    STORE_FOLDER = DISK_PATH - ITEM_NAME - 1, /* so long its path may be: what lies in it has one */
};

/* What a pack says of itself, read by somebody who may crash over it. */
typedef enum StoreLook {
    LOOK_GOOD,
    LOOK_REFUSED,
    LOOK_NO_TOOL, /* nobody is there to read it */
    LOOK_FELL,    /* whoever reads it crashed */
    LOOK_SLOW     /* or needs more time or memory than there is: that may be the machine's fault */
} StoreLook;

typedef struct StoreSpec {
    const char *folder;
    const char *key;      /* file of the public key; NULL: nothing signed is taken */
    const char *built_in; /* what is shown while nothing is here; NULL: nothing */
    int format;           /* of the packs that this program reads */
    const Disk *disk;
    StoreLook (*look)(const void *self, const char *path, Label *label);
    const void *looker;
} StoreSpec;

typedef struct Store {
    StoreSpec spec;
    Ledger ledger;
    Item running;         /* what the program has opened */
    Item stuck;           /* waited already when it began, and could not be taken */
    int changes;          /* another number when the ledger may be another */
    int trouble;          /* errno of the last write that failed; 0: all is well */
    char fell[ITEM_HASH]; /* over these bytes a look has crashed once */
    int shut;             /* errno: what the ledger says is not known, so it stays as it is */
    pthread_mutex_t lock; /* guards what stands above; a copy goes on beside it */
    atomic_bool stopping; /* a copy that is going on gives up */
} Store;

/* Reads what is there and puts right what was cut short. Never fails: a store that cannot be read
   or written is empty, and `trouble` says why. A ledger that is damaged is made anew; one that
   cannot be read is left alone, nothing is taken, and the next start reads it. */
void store_open(Store *store, StoreSpec spec);
void store_close(Store *store);

/* Of this program's life: takes what waits, counts a trial, and says what is to be opened. False:
   nothing of the store is, but what came with the program. `boot` is the same until the machine
   starts anew. */
bool store_begin(Store *store, const char *boot, Millis now, char path[DISK_PATH]);
void store_failed(Store *store);  /* that one cannot be opened: begin again */
void store_healthy(Store *store); /* ten healthy minutes are over */
void store_end(Store *store);     /* in good order, which is no crash */

bool store_waits(Store *store);    /* another than the running one is to be shown */
bool store_on_trial(Store *store); /* the running one is not proven */
bool store_go_back(Store *store);  /* to the one that is kept; false: it cannot be written */
Ledger store_ledger(Store *store); /* as of now */
int store_changes(Store *store);   /* another number when it may be another */
int store_trouble(Store *store);   /* as `trouble` */

/* The path of what has that name in its folder; false: it is too long. */
bool store_file(const Store *store, const char *name, char path[DISK_PATH]);
