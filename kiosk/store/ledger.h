/* What the store knows: which pack is shown, which is kept, which waits, what has failed. One small
   file of text with a sum at its end, replaced as a whole: it alone is true, and the files beside
   it are what it says or are swept away. */
#pragma once

#include "store/disk.h"
#include "store/label.h"
#include "store/minisign.h"

enum { ITEM_HASH = 17, ITEM_NAME = 128, LEDGER_BAD = 64, LEDGER_BOOT = 40 };

/* A pack of the store; version 0: none, the one that came with the program. */
typedef struct Item {
    char id[LABEL_ID];
    int64_t version;
    char hash[ITEM_HASH]; /* the first half of 16 digits of the BLAKE2b-512 of its bytes */
    bool is_signed;       /* else it was built here, from a stick */
    bool proven;          /* has shown itself for ten healthy minutes */
    Millis expires;
} Item;

/* What became of the last trial, for the staff. */
typedef enum LedgerEvent { EVENT_NONE, EVENT_FELL, EVENT_LOST, EVENT_COUNT } LedgerEvent;

typedef struct Ledger {
    Item shown, kept, next;
    unsigned char key[MINISIGN_ID]; /* who signed the highest version; zeros: anybody */
    int64_t highest;                /* of that key: none below is taken; a new key begins anew */
    char highest_hash[ITEM_HASH];
    int cut_short, crashes; /* ends of a trial that were none: all, and within one boot */
    char boot[LEDGER_BOOT]; /* the trial is running since this boot; "": it is not */
    Millis since;           /* local time at which the trial began */
    LedgerEvent event;
    int64_t event_version;
    char bad[LEDGER_BAD][ITEM_HASH]; /* never tried again; the oldest is forgotten */
    int bad_count;
} Ledger;

bool item_is_there(const Item *item);
bool item_equal(const Item *a, const Item *b);
void item_path(const Item *item, char path[ITEM_NAME]); /* "<id>/<version>-<hash>.pack" */
bool item_from_path(const char *path, Item *item);

bool ledger_is_bad(const Ledger *ledger, const char *hash);
void ledger_add_bad(Ledger *ledger, const char *hash);

/* 0, or an errno: EBADMSG when the file is not whole, ENOENT when there is none. */
int ledger_read(const Disk *disk, const char *folder, Ledger *ledger);
int ledger_write(const Disk *disk, const char *folder, const Ledger *ledger);
