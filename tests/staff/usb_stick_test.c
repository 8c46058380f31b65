/* A folder on a stick: whole under its name, or not there at all. */
#include "staff/usb_stick.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char stick[] = "/tmp/azimut-stick-XXXXXX";

static void put(const char *folder, const char *name) {
    char path[800];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("ok", file);
    fclose(file);
}

static bool is_there(const char *folder, const char *name) {
    char path[800];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return access(path, F_OK) == 0;
}

static void test_it_has_its_name_only_when_it_is_whole(void **state) {
    (void)state;
    UsbFolder folder;
    Error error;
    assert_true(usb_stick_begin(&folder, stick, "Azimut 2026-11-24", &error));
    put(folder.part, "rapport.html");
    assert_false(is_there(stick, "Azimut 2026-11-24"));
    assert_true(usb_stick_finish(&folder, &error));
    assert_true(is_there(stick, "Azimut 2026-11-24/rapport.html"));
    assert_false(is_there(stick, ".azimut.part"));
}

static void test_nothing_is_overwritten(void **state) {
    (void)state;
    UsbFolder folder;
    Error error;
    assert_true(usb_stick_begin(&folder, stick, "Azimut 2026-11-24", &error));
    assert_true(usb_stick_finish(&folder, &error));
    assert_true(is_there(stick, "Azimut 2026-11-24 (2)"));
    assert_true(is_there(stick, "Azimut 2026-11-24/rapport.html"));
}

/* Pulled in the middle: the next export takes the rest away. */
static void test_a_stick_that_was_pulled(void **state) {
    (void)state;
    UsbFolder pulled, folder;
    Error error;
    assert_true(usb_stick_begin(&pulled, stick, "Azimut 2026-11-25", &error));
    put(pulled.part, "half");
    assert_true(usb_stick_begin(&folder, stick, "Azimut 2026-11-25", &error));
    assert_false(is_there(folder.part, "half"));
    assert_true(usb_stick_finish(&folder, &error));
    assert_false(usb_stick_finish(&folder, &error)); /* gone: said, not believed */
    assert_true(usb_stick_begin(&folder, stick, "Azimut 2026-11-26", &error));
    usb_stick_abandon(&folder);
    assert_false(is_there(stick, ".azimut.part"));
}

static void test_where_nothing_can_be_written(void **state) {
    (void)state;
    UsbFolder folder;
    Error error;
    assert_false(usb_stick_begin(&folder, "/no/such/stick", "Azimut", &error));
    assert_non_null(strstr(error.text, "/no/such/stick"));
}

static void test_finding_it(void **state) {
    (void)state;
    char mounts[64], place[USB_STICK_PATH];
    snprintf(mounts, sizeof mounts, "%s/mounts", stick);
    assert_false(usb_stick_find("/no/such/mounts", NULL, W_OK, place));
    FILE *file = fopen(mounts, "w");
    fputs("/dev/sda1 / ext4 rw 0 0\ntmpfs /media/ram tmpfs rw 0 0\n/dev/sdb1 "
          "/media/none/CLE\\040BLEUE vfat rw 0 0\n",
          file);
    fclose(file);
    assert_false(
        usb_stick_find(mounts, NULL, W_OK, place)); /* what cannot be written is no stick */
    file = fopen(mounts, "w");
    fprintf(file, "tmpfs %s/ram tmpfs rw 0 0\n/dev/sdb1 %s vfat rw 0 0\n", stick, stick);
    fclose(file);
    assert_true(usb_stick_find(mounts, "/tmp/", W_OK, place));
    assert_string_equal(place, stick);
    unlink(mounts);
}

static int begin(void **state) {
    (void)state;
    return mkdtemp(stick) ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", stick);
    return system(command);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_has_its_name_only_when_it_is_whole),
        cmocka_unit_test(test_nothing_is_overwritten),
        cmocka_unit_test(test_a_stick_that_was_pulled),
        cmocka_unit_test(test_where_nothing_can_be_written),
        cmocka_unit_test(test_finding_it),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
