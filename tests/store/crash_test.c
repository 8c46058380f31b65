/* The power goes at every change of the disk, one after the other, through a life of updates: what
   is shown afterwards is the old pack or the new one, whole, and the next update comes in. */
#include "support/crash_disk.h"
#include "support/depot.h"
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "/store"
#define WAYS 4

static Disk disk;
static Signer signer;

/* What may be shown when the power comes back. */
typedef struct Known {
    int64_t old, new;
    bool fell; /* version 4 is known to be bad */
} Known;

static Store open_store(void) {
    Store store;
    disk = crash_disk();
    store_open(&store, (StoreSpec){.folder = FOLDER,
                                   .key = depot_key,
                                   .format = DEPOT_FORMAT,
                                   .disk = &disk,
                                   .look = depot_look});
    return store;
}

static int64_t begin(Store *store, const char *boot) {
    char path[DISK_PATH];
    return store_begin(store, boot, DEPOT_TODAY, path) ? store->running.version : 0;
}

static Refusal take(Store *store, int64_t version) {
    char name[32], path[DISK_PATH];
    Label label = depot_label(version), read;
    snprintf(name, sizeof name, "%d.pack", (int)version);
    depot_put(name, &label, (int)version, &signer, path);
    return take_signed(store, path, DEPOT_TODAY, &read);
}

static void settle_on(Known *known, int64_t version) {
    if (!crash_disk_is_dead())
        *known = (Known){version, version, known->fell};
}

/* One pack comes in, is shown, and proves itself. */
static void update(Known *known, int64_t version) {
    known->new = version;
    Store store = open_store();
    begin(&store, "a");
    take(&store, version);
    settle_on(known, version);
    store_end(&store);
    store_close(&store);
    store = open_store();
    begin(&store, "a");
    store_healthy(&store);
    store_end(&store);
    store_close(&store);
}

static void go_back(Known *known, int64_t version) {
    known->new = version;
    Store store = open_store();
    begin(&store, "a");
    store_go_back(&store);
    settle_on(known, version);
    store_close(&store);
}

/* One that crashes as often as it is shown. */
static void crash_twice(Known *known, int64_t version) {
    int64_t good = known->old;
    known->new = version;
    Store store = open_store();
    begin(&store, "a");
    take(&store, version);
    for (int life = 0; life < 3; life++) {
        store_close(&store);
        store = open_store();
        begin(&store, "b");
    }
    store_close(&store);
    settle_on(known, good);
    known->fell = !crash_disk_is_dead();
}

static Known live(void) {
    static const struct {
        void (*step)(Known *known, int64_t version);
        int64_t version;
    } STEPS[] = {{update, 1},  {update, 2},  {update, 3},
                 {go_back, 2}, {go_back, 3}, {crash_twice, 4}};
    Known known = {0};
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && !crash_disk_is_dead(); i++)
        STEPS[i].step(&known, STEPS[i].version);
    return known;
}

static bool is_whole(const Item *item) {
    char name[ITEM_NAME], path[DISK_PATH];
    unsigned char bytes[DEPOT_BYTES];
    int size = 0;
    item_path(item, name);
    snprintf(path, sizeof path, FOLDER "/%s", name);
    const unsigned char *there = crash_disk_bytes(path, &size);
    depot_bytes((int)item->version, bytes);
    return there && size == DEPOT_BYTES && memcmp(there, bytes, DEPOT_BYTES) == 0;
}

/* Is all as it must be, after the power came back? */
static bool is_sound(const Known *known) {
    Store store = open_store();
    int64_t shown = begin(&store, "c");
    bool sound = (shown == known->old || shown == known->new) && store.trouble == 0;
    if (shown)
        sound &= is_whole(&store.running);
    if (item_is_there(&store.ledger.kept))
        sound &= is_whole(&store.ledger.kept);
    sound &= crash_disk_count() <= 3; /* the ledger, two packs: nothing half is left */
    if (known->fell)
        sound &= take(&store, 4) == REFUSED_KNOWN_BAD;
    sound &= take(&store, 9) == REFUSED_NONE;
    store_end(&store);
    store_close(&store);
    store = open_store();
    sound &= begin(&store, "c") == 9 && is_whole(&store.running);
    store_close(&store);
    return sound;
}

static long changes_of_a_life(void) {
    crash_disk_begin(0, 1);
    live();
    return crash_disk_changes();
}

static void test_a_life_without_harm(void **state) {
    (void)state;
    crash_disk_begin(0, 1);
    Known known = live();
    assert_int_equal(known.old, 3);
    assert_true(known.fell);
    assert_true(is_sound(&known));
}

static void test_the_power_goes_at_every_change(void **state) {
    (void)state;
    long all = changes_of_a_life();
    assert_true(all > 100);
    for (long fuse = 1; fuse <= all; fuse++)
        for (int way = 0; way < WAYS; way++) {
            crash_disk_begin(fuse, (uint64_t)(fuse * 13 + way));
            Known known = live();
            assert_true(crash_disk_is_dead());
            crash_disk_restart();
            if (!is_sound(&known))
                fail_msg("not sound: the power went at change %ld, way %d", fuse, way);
        }
}

/* Not waiting for the disk: this disk is hard enough to show it. */
static void test_carelessness_would_show(void **state) {
    (void)state;
    int broken = 0;
    crash_disk_careless(true);
    long all = changes_of_a_life();
    for (long fuse = 1; fuse <= all; fuse++) {
        crash_disk_begin(fuse, (uint64_t)fuse);
        Known known = live();
        crash_disk_restart();
        broken += !is_sound(&known);
    }
    crash_disk_careless(false);
    assert_true(broken > 10);
}

/* From every change on, nothing can be written any more: then the machine is mended. */
static void test_a_disk_that_fails(void **state) {
    (void)state;
    static const int ERRORS[] = {EIO, ENOSPC, EROFS};
    long all = changes_of_a_life();
    for (long at = 1; at <= all; at++)
        for (int e = 0; e < 3; e++) {
            crash_disk_begin(0, 1);
            crash_disk_fail(at, ERRORS[e]);
            live();
            Store store = open_store();
            begin(&store, "d");
            assert_true(!item_is_there(&store.running) || is_whole(&store.running));
            store_close(&store);
            crash_disk_fail(0, 0);
            store = open_store();
            int64_t shown = begin(&store, "e");
            assert_true(shown >= 0 && shown <= 4);
            assert_true(!shown || is_whole(&store.running));
            assert_int_equal(take(&store, 9), REFUSED_NONE);
            store_close(&store);
        }
}

static int setup(void **state) {
    int status = depot_setup(state);
    signer = signer_new(1);
    return status;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_life_without_harm),
        cmocka_unit_test(test_the_power_goes_at_every_change),
        cmocka_unit_test(test_carelessness_would_show),
        cmocka_unit_test(test_a_disk_that_fails),
    };
    return cmocka_run_group_tests(tests, setup, depot_teardown);
}
