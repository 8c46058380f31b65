/* What the ways into the store and out of it share. */
#pragma once

#include "store/store.h"

/* Writes the ledger, then it is so; else an errno, and all is as it was. */
int store_commit(Store *store, const Ledger *ledger);
void store_path(const Store *store, const Item *item, char path[DISK_PATH]);

/* For the log: what has become of it. */
void store_note(const Item *item, const char *what);

/* One program at a time brings packs in or sweeps them out. */
bool store_hold(const Store *store, int *held);
void store_let_go(const Store *store, int held);
