#include "support/depot.h"

#include "support/test.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char depot[64], depot_key[80];
Label depot_inside;
StoreLook depot_answer = LOOK_GOOD;
Label depot_built_in;

static void put(const char *path, const void *bytes, size_t count) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    fclose(file);
}

int depot_setup(void **state) {
    (void)state;
    char text[MINISIGN_TEXT];
    Signer signer = signer_new(1);
    snprintf(depot, sizeof depot, "/tmp/azimut-depot-XXXXXX");
    if (sodium_init() < 0 || !mkdtemp(depot))
        return -1;
    snprintf(depot_key, sizeof depot_key, "%s/key.pub", depot);
    signer_key(&signer, text);
    put(depot_key, text, strlen(text));
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk) {
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

int depot_teardown(void **state) {
    (void)state;
    return nftw(depot, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

Label depot_label(int64_t version) {
    return (Label){.id = "forges",
                   .version = version,
                   .size = DEPOT_BYTES,
                   .format = DEPOT_FORMAT,
                   .not_before = DEPOT_TODAY - CIVIL_DAY,
                   .expires = DEPOT_TODAY + CIVIL_DAY};
}

void depot_bytes(int seed, unsigned char bytes[DEPOT_BYTES]) {
    unsigned char from[randombytes_SEEDBYTES] = {(unsigned char)seed};
    randombytes_buf_deterministic(bytes, DEPOT_BYTES, from);
}

void depot_put(const char *name, const Label *label, int seed, const Signer *signer,
               char path[DISK_PATH]) {
    unsigned char bytes[DEPOT_BYTES], hash[MINISIGN_HASH];
    char comment[LABEL_TEXT], text[MINISIGN_TEXT], beside[DISK_PATH + 16];
    depot_bytes(seed, bytes);
    crypto_generichash(hash, sizeof hash, bytes, sizeof bytes, NULL, 0);
    label_write(label, comment);
    signer_text(signer, hash, comment, text);
    snprintf(path, DISK_PATH, "%s/%s", depot, name);
    snprintf(beside, sizeof beside, "%s.minisig", path);
    put(path, bytes, sizeof bytes);
    put(beside, text, strlen(text));
    depot_inside = *label;
}

StoreLook depot_look(const void *self, const char *path, Label *label) {
    (void)self;
    if (strcmp(path, DEPOT_BUILT_IN) == 0) {
        *label = depot_built_in;
        return LOOK_GOOD;
    }
    *label = depot_inside;
    return depot_answer;
}
