/* What updates come by: a stick with its table of mounts, a folder that something else fills, the
   store they go to, and a compiler that is a script and says what a test wants. */
#pragma once

#include "staff/content_words.h"
#include "support/depot.h"

typedef struct Updates {
    Store store;
    Update update;
    Maker maker;
    Signer signer;
    char work[64], stick[96], mounts[96], tool[96], watched[96], packs[96];
} Updates;

extern Updates updates; /* of the test program, made anew for each test */
int updates_setup(void **state);
int updates_teardown(void **state);
#define UPDATE_TEST(name) cmocka_unit_test_setup_teardown(name, updates_setup, updates_teardown)

/* A start of the kiosk, and its end. */
void updates_begin(void);
void updates_end(void);

void updates_path(char *path, size_t room, const char *in, const char *name);
void updates_write(const char *path, const char *text);
void updates_write_in(const char *in, const char *name, const char *text);

void updates_make_tool(const char *script); /* says the same whatever it is asked */
void updates_make_compiler(int version);    /* makes a pack of a folder, and knows its label */

void updates_put_pack(const char *in, const char *name, int version); /* signed */
void updates_put_sources(const char *name);                           /* on the stick */
bool updates_is_on_stick(const char *name);

/* What the area would show, in French. */
const StaffView *updates_view(void);

/* The staff asks for an update, which ends so and is told in a sentence with these words. */
void updates_expect(UpdateState state, const char *says);
