/* The life of a pack: waiting, on trial, proven, back. */
#include "support/crash_disk.h"
#include "support/depot.h"
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "/store"

static Disk disk;
static Signer signer;
static Store store;

static const char *folder;

static void open_store(void) {
    disk = crash_disk();
    store_open(&store, (StoreSpec){.folder = folder,
                                   .key = depot_key,
                                   .format = DEPOT_FORMAT,
                                   .disk = &disk,
                                   .look = depot_look});
}

static int64_t begin(const char *boot) {
    char path[DISK_PATH];
    return store_begin(&store, boot, DEPOT_TODAY, path) ? store.running.version : 0;
}

/* The last life ended without a word. */
static int64_t crash_into(const char *boot) {
    store_close(&store);
    open_store();
    return begin(boot);
}

static int64_t restart(const char *boot) {
    store_end(&store);
    return crash_into(boot);
}

static Refusal take(int64_t version) {
    char name[32], path[DISK_PATH];
    Label label = depot_label(version), read;
    snprintf(name, sizeof name, "%d.pack", (int)version);
    depot_put(name, &label, (int)version, &signer, path);
    return take_signed(&store, path, DEPOT_TODAY, &read);
}

static void prove(int64_t version) {
    assert_int_equal(take(version), REFUSED_NONE);
    assert_int_equal(restart("a"), version);
    store_healthy(&store);
}

static int start(void **state) {
    (void)state;
    crash_disk_begin(0, 1);
    signer = signer_new(1);
    folder = FOLDER;
    depot_answer = LOOK_GOOD;
    open_store();
    assert_int_equal(begin("a"), 0);
    return 0;
}

static int stop(void **state) {
    (void)state;
    store_close(&store);
    return 0;
}

static void test_nothing_changes_before_a_restart(void **state) {
    (void)state;
    assert_false(store_waits(&store));
    assert_int_equal(take(1), REFUSED_NONE);
    assert_true(store_waits(&store));
    assert_int_equal(store.running.version, 0);
    assert_int_equal(restart("a"), 1);
    assert_false(store_waits(&store));
    assert_true(store_on_trial(&store));
    assert_int_equal(store_ledger(&store).since, DEPOT_TODAY);
    store_healthy(&store);
    assert_false(store_on_trial(&store));
    for (int i = 0; i < 9; i++)
        assert_int_equal(crash_into("a"), 1); /* what is proven is not tried again */
}

static void test_two_crashes(void **state) {
    (void)state;
    prove(1);
    take(2);
    assert_int_equal(restart("a"), 2);
    assert_int_equal(crash_into("a"), 2);
    assert_int_equal(crash_into("a"), 1);
    Ledger l = store_ledger(&store);
    assert_int_equal(l.event, EVENT_FELL);
    assert_int_equal(l.event_version, 2);
    assert_int_equal(take(2), REFUSED_KNOWN_BAD);
    prove(3);
    assert_int_equal(store_ledger(&store).event, EVENT_NONE);
}

/* The built-in pack stands behind all. */
static void test_the_first_one_falls(void **state) {
    (void)state;
    take(1);
    restart("a");
    crash_into("a");
    assert_int_equal(crash_into("a"), 0);
}

static void test_an_end_in_order_is_no_crash(void **state) {
    (void)state;
    prove(1);
    take(2);
    for (int i = 0; i < 9; i++)
        assert_int_equal(restart("a"), 2);
    assert_true(store_on_trial(&store));
}

/* Whoever switches the kiosk off at the wall does not say that the pack is bad; but not for ever.
 */
static void test_power_cuts(void **state) {
    (void)state;
    char boot[8] = "a";
    prove(1);
    take(2);
    assert_int_equal(restart(boot), 2);
    for (int i = 1; i < STORE_CUT_SHORT; i++) {
        boot[0]++;
        assert_int_equal(crash_into(boot), 2);
    }
    boot[0]++;
    assert_int_equal(crash_into(boot), 1);
}

/* One that is tried still is not what one comes back to. */
static void test_a_new_one_during_a_trial(void **state) {
    (void)state;
    prove(1);
    take(2);
    restart("a");
    assert_true(store_on_trial(&store));
    take(3);
    assert_int_equal(restart("a"), 3);
    assert_int_equal(store_ledger(&store).kept.version, 1);
    crash_into("a");
    assert_int_equal(crash_into("a"), 1);
}

static void test_the_staff_goes_back_and_forth(void **state) {
    (void)state;
    prove(1);
    prove(2);
    assert_true(store_go_back(&store));
    assert_true(store_waits(&store));
    assert_int_equal(restart("a"), 1);
    assert_false(store_on_trial(&store));
    assert_int_equal(take(2), REFUSED_SAME); /* nobody but the staff takes it again */
    assert_true(store_go_back(&store));
    assert_int_equal(restart("a"), 2);
    assert_true(store_go_back(&store) && store_go_back(&store));
    assert_false(store_waits(&store));
}

static void test_back_to_what_came_with_the_program(void **state) {
    (void)state;
    prove(1);
    assert_true(store_go_back(&store));
    assert_int_equal(restart("a"), 0);
    assert_int_equal(take(1), REFUSED_SAME);
    assert_true(store_go_back(&store));
    assert_int_equal(restart("a"), 1);
}

/* Its file has gone bad on the disk: the one before, and it may come again. */
static void test_one_that_does_not_open(void **state) {
    (void)state;
    char path[DISK_PATH];
    prove(1);
    prove(2);
    store_failed(&store);
    assert_true(store_begin(&store, "a", DEPOT_TODAY, path));
    assert_int_equal(store.running.version, 1);
    assert_int_equal(store_ledger(&store).event, EVENT_LOST);
    prove(2);
    take(3);
    restart("a");
    store_failed(&store); /* on trial: then it is bad */
    assert_int_equal(begin("a"), 2);
    assert_int_equal(take(3), REFUSED_KNOWN_BAD);
}

/* Somebody took the file away: that is no crash of what was in it, even on trial. */
static void test_one_that_is_gone(void **state) {
    (void)state;
    char path[DISK_PATH];
    prove(1);
    take(2);
    assert_true(restart("a") == 2 && store_begin(&store, "a", DEPOT_TODAY, path));
    assert_int_equal(disk.remove(disk.self, path), 0);
    store_failed(&store);
    assert_int_equal(begin("a"), 1);
    assert_int_equal(store_ledger(&store).event, EVENT_LOST);
    assert_int_equal(take(2), REFUSED_NONE);
}

/* A trial that cannot be counted could crash for ever, and what waits must not make the kiosk
   restart for ever. */
static void test_a_ledger_that_cannot_be_written(void **state) {
    (void)state;
    prove(1);
    take(2);
    store_end(&store);
    crash_disk_fail(1, EROFS);
    assert_int_equal(crash_into("a"), 1);
    assert_false(store_waits(&store));
    assert_int_equal(store.trouble, EROFS);
    crash_disk_fail(0, 0);
    assert_int_equal(crash_into("a"), 2);
    crash_disk_fail(1, ENOSPC);
    assert_int_equal(crash_into("a"), 1);
    assert_false(store_waits(&store));
    assert_false(store_go_back(&store));
}

/* Nobody knows what it says, and it may be whole: what came with the program is shown, and nothing
   is lost. */
static void test_a_ledger_that_cannot_be_read(void **state) {
    (void)state;
    static const int WHYS[] = {EIO, EMFILE, EACCES};
    prove(1);
    prove(2);
    assert_int_equal(take(3), REFUSED_NONE);
    int files = crash_disk_count();
    for (size_t i = 0; i < sizeof WHYS / sizeof *WHYS; i++) {
        crash_disk_unreadable(WHYS[i]);
        assert_int_equal(crash_into("a"), 0);
        assert_int_equal(store_trouble(&store), WHYS[i]);
        assert_int_equal(take(4), REFUSED_NOT_WRITTEN);
        assert_false(store_waits(&store) || store_go_back(&store));
        store_healthy(&store);
        store_end(&store);
        assert_int_equal(crash_disk_count(), files);
    }
    crash_disk_unreadable(0);
    assert_int_equal(crash_into("a"), 3);
    assert_int_equal(store_trouble(&store), 0);
    assert_true(store_on_trial(&store));
    assert_int_equal(store_ledger(&store).kept.version, 2);
}

/* Named once, where it is opened, and cut nowhere. */
static void test_a_folder_with_too_long_a_name(void **state) {
    (void)state;
    char name[STORE_FOLDER + 2] = "/";
    memset(name + 1, 'f', STORE_FOLDER);
    store_close(&store);
    folder = name;
    long changes = crash_disk_changes();
    open_store();
    assert_int_equal(store_trouble(&store), ENAMETOOLONG);
    assert_int_equal(begin("a"), 0);
    assert_int_equal(take(1), REFUSED_NOT_WRITTEN);
    assert_int_equal(crash_disk_changes(), changes);
    store_close(&store);
    name[STORE_FOLDER] = 0;
    open_store();
    assert_int_equal(begin("a"), 0);
    prove(1);
    prove(2);
    prove(3); /* the first is swept */
    assert_int_equal(crash_into("a"), 3);
}

/* One byte of it is another: what the link names goes on, and has to show itself anew. */
static void test_a_ledger_that_is_damaged(void **state) {
    (void)state;
    int size;
    prove(1);
    prove(2);
    unsigned char *text = (unsigned char *)(uintptr_t)crash_disk_bytes(FOLDER "/ledger.txt", &size);
    text[size / 2] ^= 1;
    assert_int_equal(crash_into("a"), 2);
    assert_true(store_on_trial(&store));
    assert_int_equal(take(1), REFUSED_OLDER);
    prove(3);
}

static void test_what_a_path_says(void **state) {
    (void)state;
    static const char *const NONE[] = {"",
                                       "forges/2.pack",
                                       "forges/2-0123456789abcde.pack",
                                       "../2-0123456789abcdef.pack",
                                       "forges/0-0123456789abcdef.pack",
                                       "forges/02-0123456789abcdef.pack",
                                       "forges/2-0123456789abcdef.pack.part"};
    Item item;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(item_from_path(NONE[i], &item));
    assert_true(item_from_path("forges/2-0123456789abcdef.pack", &item));
    assert_int_equal(item.version, 2);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
    const struct CMUnitTest tests[] = {
        TEST(test_nothing_changes_before_a_restart),
        TEST(test_two_crashes),
        TEST(test_the_first_one_falls),
        TEST(test_an_end_in_order_is_no_crash),
        TEST(test_power_cuts),
        TEST(test_a_new_one_during_a_trial),
        TEST(test_the_staff_goes_back_and_forth),
        TEST(test_back_to_what_came_with_the_program),
        TEST(test_one_that_does_not_open),
        TEST(test_one_that_is_gone),
        TEST(test_a_ledger_that_cannot_be_written),
        TEST(test_a_ledger_that_cannot_be_read),
        TEST(test_a_ledger_that_is_damaged),
        TEST(test_a_folder_with_too_long_a_name),
        cmocka_unit_test(test_what_a_path_says),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
