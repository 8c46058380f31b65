/* Packs to be taken into a store, signed, in a folder of their own; what is in them is not a pack,
   and nobody opens them. */
#pragma once

#include "store/take.h"
#include "support/signer.h"

#define DEPOT_TODAY 1795824000000 /* 2026-11-28 */
enum { DEPOT_FORMAT = 8, DEPOT_BYTES = 1300 };

extern char depot[64];     /* the folder, made anew by depot_setup */
extern char depot_key[80]; /* the public key of signer_new(1) */

int depot_setup(void **state);
int depot_teardown(void **state);

Label depot_label(int64_t version); /* of the campus "forges", valid today */

/* Writes DEPOT/NAME with bytes made of `seed`, and what `label` says of them beside it. */
void depot_put(const char *name, const Label *label, int seed, const Signer *signer,
               char path[DISK_PATH]);
void depot_bytes(int seed, unsigned char bytes[DEPOT_BYTES]);

/* For StoreSpec: what the last pack was signed to be, and what came with the program. */
#define DEPOT_BUILT_IN "/usr/share/azimut/campus.pack"
extern Label depot_built_in;
extern Label depot_inside;
extern StoreLook depot_answer;
StoreLook depot_look(const void *self, const char *path, Label *label);
