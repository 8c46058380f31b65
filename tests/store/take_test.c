/* What is not taken, one thing wrong at a time, and that nothing in the store changes by it. */
#include "support/crash_disk.h"
#include "support/depot.h"
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "/store"

static Disk disk;
static Signer signer;
static Store store;
static Label read_label;
static char path[DISK_PATH], beside[DISK_PATH + 16];

static void begin(void) {
    char shown[DISK_PATH];
    store_end(&store);
    store_close(&store);
    store_open(&store, store.spec);
    store_begin(&store, "boot", DEPOT_TODAY, shown);
    store_healthy(&store);
}

static int start(void **state) {
    (void)state;
    crash_disk_begin(0, 1);
    disk = crash_disk();
    signer = signer_new(1);
    depot_answer = LOOK_GOOD;
    store_open(&store, (StoreSpec){.folder = FOLDER,
                                   .key = depot_key,
                                   .format = DEPOT_FORMAT,
                                   .disk = &disk,
                                   .look = depot_look});
    begin();
    return 0;
}

static int stop(void **state) {
    (void)state;
    store_close(&store);
    return 0;
}

static void put(const Label *label, int seed) {
    depot_put("c.pack", label, seed, &signer, path);
    snprintf(beside, sizeof beside, "%s.minisig", path);
}

static Refusal take(void) {
    return take_signed(&store, path, DEPOT_TODAY, &read_label);
}

static void come_in(int64_t version) {
    Label label = depot_label(version);
    put(&label, (int)version);
    assert_int_equal(take(), REFUSED_NONE);
    begin();
    assert_int_equal(store.running.version, version);
}

/* And the store is as it was, with nothing of it left. */
static void refuse(Refusal why) {
    Ledger before = store_ledger(&store);
    int files = crash_disk_count();
    assert_int_equal(take(), why);
    Ledger after = store_ledger(&store);
    assert_memory_equal(&before.shown, &after.shown, sizeof before.shown);
    assert_memory_equal(&before.next, &after.next, sizeof before.next);
    assert_int_equal(before.highest, after.highest);
    assert_int_equal(crash_disk_count(), files);
}

static void overwrite(const char *file, long at, const char *bytes) {
    FILE *out = fopen(file, "r+");
    assert_non_null(out);
    fseek(out, at, SEEK_SET);
    fputs(bytes, out);
    fclose(out);
}

/* ---- the file and its signature -------------------------------------------------------------- */

static void test_bytes(void **state) {
    (void)state;
    Label label = depot_label(1);
    put(&label, 1);
    assert_int_equal(truncate(path, DEPOT_BYTES - 1), 0);
    refuse(REFUSED_SIZE);
    assert_int_equal(truncate(path, DEPOT_BYTES + 1), 0);
    refuse(REFUSED_SIZE);
    put(&label, 1);
    overwrite(path, 700, "x"); /* the size is right */
    refuse(REFUSED_BYTES);
    char other[DISK_PATH];
    snprintf(other, sizeof other, "%s/other.minisig", depot);
    put(&label, 2);
    assert_int_equal(rename(beside, other), 0);
    put(&label, 1);
    assert_int_equal(rename(other, beside), 0); /* that of another pack */
    refuse(REFUSED_BYTES);
}

static void test_signatures(void **state) {
    (void)state;
    Label label = depot_label(1);
    Signer other = signer_new(2);
    depot_put("c.pack", &label, 1, &other, path);
    put(&label, 1);
    unlink(beside);
    refuse(REFUSED_UNSIGNED);
    depot_put("c.pack", &label, 1, &other, path);
    refuse(REFUSED_OTHER_KEY);
    put(&label, 1);
    overwrite(beside, strlen("untrusted comment: by hand\nR"), "W"); /* "RW": Ed */
    refuse(REFUSED_LEGACY);
    put(&label, 1);
    overwrite(beside, strlen("untrusted comment: by hand\n") + 101 + strlen("trusted comment: az"),
              "y");
    refuse(REFUSED_ALTERED);
    put(&label, 1);
    assert_int_equal(truncate(beside, 0), 0);
    refuse(REFUSED_NO_SIGNATURE);
}

static void test_no_label(void **state) {
    (void)state;
    Label label = depot_label(1);
    put(&label, 1);
    char text[MINISIGN_TEXT];
    unsigned char bytes[DEPOT_BYTES], hash[MINISIGN_HASH];
    depot_bytes(1, bytes);
    crypto_generichash(hash, sizeof hash, bytes, sizeof bytes, NULL, 0);
    signer_text(&signer, hash, "timestamp:1795874686\tfile:c.pack", text);
    FILE *out = fopen(beside, "w");
    fputs(text, out);
    fclose(out);
    refuse(REFUSED_NO_LABEL);
}

/* None of these keeps the kiosk waiting. */
static void test_what_is_no_file(void **state) {
    (void)state;
    Label label = depot_label(1);
    char real[DISK_PATH + 8];
    put(&label, 1);
    snprintf(real, sizeof real, "%s.real", path);
    assert_int_equal(rename(path, real), 0);
    assert_int_equal(symlink(real, path), 0);
    refuse(REFUSED_NOT_A_FILE);
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    refuse(REFUSED_NOT_A_FILE);
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    refuse(REFUSED_NOT_A_FILE);
    rmdir(path);
    refuse(REFUSED_NOT_READ);
    put(&label, 1);
    unlink(beside);
    assert_int_equal(mkfifo(beside, 0600), 0);
    refuse(REFUSED_NOT_A_FILE);
    unlink(beside);
    snprintf(path, sizeof path, "/dev/null");
    refuse(REFUSED_NOT_A_FILE);
}

static void test_keys(void **state) {
    (void)state;
    Label label = depot_label(1);
    char none[DISK_PATH];
    put(&label, 1);
    snprintf(none, sizeof none, "%s/empty.pub", depot);
    store.spec.key = none;
    refuse(REFUSED_NO_KEY);
    FILE *empty = fopen(none, "w");
    fclose(empty);
    refuse(REFUSED_NO_KEY);
    store.spec.key = depot;
    refuse(REFUSED_NO_KEY);
    store.spec.key = NULL;
    refuse(REFUSED_NO_KEY);
}

/* ---- what it is signed to be ----------------------------------------------------------------- */

static void refuse_label(Label label, Refusal why) {
    put(&label, 1);
    refuse(why);
}

static void test_labels(void **state) {
    (void)state;
    Label label = depot_label(1);
    label.version = INT64_MAX; /* above which there would be none */
    refuse_label(label, REFUSED_VERSION);
    label.version = LABEL_VERSION_MAX + INT64_C(1);
    refuse_label(label, REFUSED_VERSION);
    label.version = 0;
    refuse_label(label, REFUSED_VERSION);
    label = depot_label(1);
    label.format = DEPOT_FORMAT + 1;
    refuse_label(label, REFUSED_NEWER_FORMAT);
    label.format = DEPOT_FORMAT - 1;
    refuse_label(label, REFUSED_OLDER_FORMAT);
    label = depot_label(1);
    label.expires = DEPOT_TODAY - CIVIL_DAY;
    refuse_label(label, REFUSED_EXPIRED);
    label.expires = DEPOT_TODAY; /* that day still */
    label.not_before = DEPOT_TODAY + CIVIL_DAY;
    refuse_label(label, REFUSED_TOO_EARLY);
    label.not_before = DEPOT_TODAY;
    label.size++;
    refuse_label(label, REFUSED_SIZE);
    label.size--;
    put(&label, 1);
    assert_int_equal(take(), REFUSED_NONE);
    assert_int_equal(read_label.version, 1);
}

static void test_versions(void **state) {
    (void)state;
    come_in(5);
    refuse_label(depot_label(4), REFUSED_OLDER);
    refuse_label(depot_label(5), REFUSED_OTHER_BYTES); /* other bytes than the five */
    Label label = depot_label(5);
    put(&label, 5);
    refuse(REFUSED_SAME);
    label = depot_label(6);
    snprintf(label.id, sizeof label.id, "elsewhere");
    refuse_label(label, REFUSED_OTHER_ID);
    come_in(7);
    assert_int_equal(store_ledger(&store).kept.version, 5);
    come_in(8); /* three of them: the oldest is gone */
    assert_int_equal(store_ledger(&store).kept.version, 7);
    assert_int_equal(crash_disk_count(), 3);
}

/* A store that is empty goes on from what came with the program; of another campus it may be
   anything, and once something was taken that counts. */
static void test_what_came_with_the_program(void **state) {
    (void)state;
    store.spec.built_in = DEPOT_BUILT_IN;
    depot_built_in = depot_label(4);
    refuse_label(depot_label(3), REFUSED_OLDER);
    snprintf(depot_built_in.id, sizeof depot_built_in.id, "elsewhere");
    come_in(3);
    depot_built_in = depot_label(9);
    come_in(4);
}

static void test_as_old_as_what_came_with_the_program(void **state) {
    (void)state;
    store.spec.built_in = DEPOT_BUILT_IN;
    depot_built_in = depot_label(4);
    come_in(4);
}

/* Signed by the right key, and all the same not what it was signed to be. */
static void test_what_is_inside(void **state) {
    (void)state;
    come_in(1); /* so that there is a ledger */
    Label label = depot_label(2);
    put(&label, 2);
    depot_inside.version = 3;
    refuse(REFUSED_UNUSABLE);
    put(&label, 2);
    refuse(REFUSED_KNOWN_BAD); /* and never again */
    label = depot_label(3);
    put(&label, 3);
    depot_answer = LOOK_REFUSED;
    refuse(REFUSED_UNUSABLE);
    label = depot_label(4);
    put(&label, 4);
    depot_answer = LOOK_NO_TOOL;
    refuse(REFUSED_NO_TOOL);
    depot_answer = LOOK_GOOD;
    assert_int_equal(take(), REFUSED_NONE); /* that was not its fault */
}

/* Once may be the machine's fault, and slowness always: twice over the same bytes is theirs. */
static void test_what_is_crashed_over(void **state) {
    (void)state;
    come_in(1);
    Label label = depot_label(2);
    put(&label, 2);
    depot_answer = LOOK_SLOW;
    for (int i = 0; i < 3; i++)
        refuse(REFUSED_TOOL_FELL);
    depot_answer = LOOK_FELL;
    refuse(REFUSED_TOOL_FELL);
    label = depot_label(3);
    put(&label, 3);
    refuse(REFUSED_TOOL_FELL); /* another one */
    refuse(REFUSED_UNUSABLE);
    depot_answer = LOOK_GOOD;
    refuse(REFUSED_KNOWN_BAD);
    label = depot_label(2);
    put(&label, 2);
    assert_int_equal(take(), REFUSED_NONE);
}

/* A new key begins anew: the way back from a version far too high. */
static void test_another_key_begins_anew(void **state) {
    (void)state;
    char second[DISK_PATH], text[MINISIGN_TEXT];
    come_in(LABEL_VERSION_MAX);
    refuse_label(depot_label(12), REFUSED_OLDER);
    signer = signer_new(2);
    signer_key(&signer, text);
    snprintf(second, sizeof second, "%s/second.pub", depot);
    FILE *out = fopen(second, "w");
    fputs(text, out);
    fclose(out);
    store.spec.key = second;
    come_in(12);
    refuse_label(depot_label(11), REFUSED_OLDER);
}

/* ---- the disk -------------------------------------------------------------------------------- */

static void test_the_disk(void **state) {
    (void)state;
    static const struct {
        int error;
        Refusal refusal;
    } CASES[] = {{EIO, REFUSED_NOT_WRITTEN},
                 {ENOSPC, REFUSED_NO_SPACE},
                 {EDQUOT, REFUSED_NO_SPACE},
                 {EROFS, REFUSED_READ_ONLY}};
    come_in(1);
    Label label = depot_label(2);
    put(&label, 2);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (int at = 1; at <= 2; at++) { /* at its file, and at what is in it */
            crash_disk_fail(at, CASES[i].error);
            assert_int_equal(take(), CASES[i].refusal);
            assert_false(item_is_there(&store.ledger.next));
        }
    crash_disk_fail(0, 0);
    crash_disk_room(DEPOT_BYTES);
    refuse(REFUSED_NO_SPACE);
    crash_disk_room(INT64_C(1) << 30);
    assert_int_equal(take(), REFUSED_NONE);
}

static void test_two_at_once(void **state) {
    (void)state;
    int held;
    Label label = depot_label(1);
    put(&label, 1);
    assert_int_equal(disk.lock(disk.self, FOLDER "/.lock", &held), 0);
    store.spec.folder = "/tmp"; /* one that this test may write to */
    assert_int_equal(take(), REFUSED_BUSY);
    store.spec.folder = FOLDER;
    disk.unlock(disk.self, held);
    assert_int_equal(take(), REFUSED_NONE);
}

static void test_a_copy_that_is_given_up(void **state) {
    (void)state;
    Label label = depot_label(1);
    put(&label, 1);
    atomic_store(&store.stopping, true);
    refuse(REFUSED_BUSY);
    atomic_store(&store.stopping, false);
    assert_int_equal(take(), REFUSED_NONE);
}

/* ---- folders and what was built here --------------------------------------------------------- */

static void test_of_a_folder_the_newest(void **state) {
    (void)state;
    char name[DISK_PATH], other[DISK_PATH];
    Label label = depot_label(3);
    mkdir(strcat(strcpy(other, depot), "/many"), 0700);
    depot_put("many/a.pack", &label, 3, &signer, path);
    label = depot_label(2);
    depot_put("many/b.pack", &label, 2, &signer, path);
    depot_put("many/c.pack", &label, 2, &signer, path);
    strcat(path, ".minisig");
    unlink(path);
    depot_inside = depot_label(3);
    assert_int_equal(take_from(&store, other, DEPOT_TODAY, &label, name), REFUSED_NONE);
    assert_int_equal(label.version, 3);
    assert_string_equal(name, "a.pack");
    begin();
    assert_int_equal(take_from(&store, other, DEPOT_TODAY, &label, name), REFUSED_SAME);
    assert_int_equal(take_from(&store, "/nowhere", DEPOT_TODAY, &label, name), REFUSED_NONE);
    assert_int_equal(label.version, 0); /* there is nothing */
}

/* The staff answers for it: the version need not rise, and what is signed is not held back by it.
 */
static void test_what_is_built_here(void **state) {
    (void)state;
    char built[DISK_PATH];
    come_in(5);
    Label label = depot_label(5);
    depot_put("built", &label, 77, &signer, path);
    snprintf(built, sizeof built, "%s", path);
    /* the builder writes into the store itself: here, the disk of the test must know the file */
    int file;
    unsigned char bytes[DEPOT_BYTES];
    depot_bytes(77, bytes);
    assert_int_equal(disk.create(NULL, built, &file), 0);
    assert_int_equal(disk.write(NULL, file, bytes, sizeof bytes), 0);
    assert_int_equal(take_built(&store, built, &label), REFUSED_NONE);
    begin();
    assert_int_equal(store.running.version, 5);
    assert_false(store.running.is_signed);
    assert_int_equal(store_ledger(&store).kept.version, 5);
    assert_int_equal(take_built(&store, built, &label), REFUSED_SAME);
    come_in(6);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
    const struct CMUnitTest tests[] = {
        TEST(test_bytes),
        TEST(test_signatures),
        TEST(test_no_label),
        TEST(test_what_is_no_file),
        TEST(test_keys),
        TEST(test_labels),
        TEST(test_versions),
        TEST(test_what_came_with_the_program),
        TEST(test_as_old_as_what_came_with_the_program),
        TEST(test_what_is_inside),
        TEST(test_what_is_crashed_over),
        TEST(test_another_key_begins_anew),
        TEST(test_the_disk),
        TEST(test_two_at_once),
        TEST(test_a_copy_that_is_given_up),
        TEST(test_of_a_folder_the_newest),
        TEST(test_what_is_built_here),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
