/* The file about the machine: what is in it, that its signature is what it says, and that there is
   no room in it for people. */
#include "health/health_key.h"
#include "health/machine.h"
#include "health/nightly.h"
#include "health/starts.h"

#include "support/test.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/azimut-health-XXXXXX";
static uint8_t secret[HEALTH_SECRET_BYTES], key[HEALTH_KEY_BYTES];
static Error error;

static const char *in_folder(const char *name) {
    static char path[16][256];
    static int turn;
    turn = (turn + 1) % 16;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void write_text(const char *path, const char *text) {
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static size_t read_text(const char *path, char *text, size_t room) {
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    size_t size = fread(text, 1, room - 1, in);
    fclose(in);
    text[size] = 0;
    return size;
}

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static HealthReport some(void) {
    return (HealthReport){.kiosk = "accueil",
                          .day = "2026-11-28",
                          .program = "0.9.0",
                          .system = "Debian \"12\"",
                          .content_version = 3,
                          .content_dated = "2026-11-20",
                          .uptime_hours = 70,
                          .starts = 1,
                          .disk_percent = 41,
                          .temperature = HEALTH_UNKNOWN,
                          .disk_health = "PASSED",
                          .clock_trusted = true,
                          .storage_writable = true};
}

static char *printed(const HealthReport *report) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    health_print(out, report, secret);
    fclose(out);
    return text;
}

static void test_the_file_is_as_its_header_says(void **state) {
    (void)state;
    HealthReport report = some();
    char *text = printed(&report);
    static const char BEGINS[] =
        "{\"azimut-health\":1,\"kiosk\":\"accueil\",\"day\":\"2026-11-28\",\"program\":\"0.9.0\","
        "\"system\":\"Debian \\\"12\\\"\",\"content_version\":3,\"content_dated\":\"2026-11-20\","
        "\"uptime_hours\":70,\"starts\":1,\"disk_percent\":41,\"temperature\":null,"
        "\"disk_health\":\"PASSED\",\"clock_trusted\":true,\"content_in_trial\":false,"
        "\"storage_writable\":true,\n\"key\":\"";
    assert_memory_equal(text, BEGINS, strlen(BEGINS));
    const char *seal = strstr(text, HEALTH_SEAL);
    uint8_t signature[HEALTH_SIGNATURE_BYTES];
    assert_non_null(seal);
    assert_int_equal(sodium_hex2bin(signature, sizeof signature, seal + strlen(HEALTH_SEAL),
                                    2 * sizeof signature, NULL, NULL, NULL),
                     0);
    assert_string_equal(seal + strlen(HEALTH_SEAL) + 2 * sizeof signature, "\"}\n");
    assert_int_equal(
        crypto_sign_verify_detached(signature, (const uint8_t *)text, (size_t)(seal - text), key),
        0);
    text[20] ^= 1;
    assert_int_not_equal(
        crypto_sign_verify_detached(signature, (const uint8_t *)text, (size_t)(seal - text), key),
        0);
    free(text);
}

/* Whoever adds a field answers here for its being about the machine. */
static void test_no_field_is_about_people(void **state) {
    (void)state;
    static const char *const MACHINE[] = {
        "kiosk",         "day",           "program",          "system",          "content_version",
        "content_dated", "uptime_hours",  "starts",           "disk_percent",    "temperature",
        "disk_health",   "clock_trusted", "content_in_trial", "storage_writable"};
    static const char *const FIELDS[] = {
#define TEXT(name) #name,
#define COUNT(name) #name,
#define FLAG(name) #name,
#include "health/health.def"
#undef TEXT
#undef COUNT
#undef FLAG
    };
    assert_int_equal(sizeof FIELDS, sizeof MACHINE);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        assert_string_equal(FIELDS[i], MACHINE[i]);
}

static void test_names_of_files_are_tame(void **state) {
    (void)state;
    char name[HEALTH_TEXT];
    health_name("../../etc/été 1", name);
    assert_string_equal(name, "etct1");
    health_name(NULL, name);
    assert_string_equal(name, "borne");
    health_name("////", name);
    assert_string_equal(name, "borne");
}

/* ---- the key --------------------------------------------------------------------------------- */

static void test_the_key_is_made_once_and_is_nobody_elses(void **state) {
    (void)state;
    uint8_t first[HEALTH_SECRET_BYTES], again[HEALTH_SECRET_BYTES];
    struct stat info;
    assert_true(health_key(in_folder("a.key"), first, &error));
    assert_int_equal(stat(in_folder("a.key"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_true(health_key(in_folder("a.key"), again, &error));
    assert_memory_equal(first, again, sizeof first);
}

static void test_what_is_no_key_is_not_touched(void **state) {
    (void)state;
    uint8_t got[HEALTH_SECRET_BYTES];
    char bytes[128];
    write_text(in_folder("cut.key"), "short");
    assert_false(health_key(in_folder("cut.key"), got, &error));
    assert_non_null(strstr(error.text, "cut.key is no key"));
    read_text(in_folder("cut.key"), bytes, sizeof bytes);
    assert_string_equal(bytes, "short");
    memset(bytes, 'x', 64);
    bytes[64] = 0;
    write_text(in_folder("junk.key"), bytes);
    assert_false(health_key(in_folder("junk.key"), got, &error));
    assert_int_equal(symlink("/etc/hostname", in_folder("link.key")), 0);
    assert_false(health_key(in_folder("link.key"), got, &error));
    assert_false(health_key("/nowhere/at/all.key", got, &error));
}

/* ---- the machine ----------------------------------------------------------------------------- */

static void make_folders(const char *path) {
    char part[256];
    snprintf(part, sizeof part, "%s", in_folder(path));
    for (char *slash = part + strlen(folder) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = 0;
        mkdir(part, 0755);
    }
    mkdir(part, 0755);
}

static void test_the_machine_is_read(void **state) {
    (void)state;
    char word[HEALTH_TEXT];
    make_folders("root/proc");
    make_folders("root/etc");
    make_folders("root/run/azimut");
    make_folders("root/sys/class/thermal/thermal_zone0");
    make_folders("root/sys/class/hwmon/hwmon1");
    const char *root = in_folder("root");
    write_text(in_folder("root/proc/uptime"), "360000.99 700000.00\n");
    write_text(in_folder("root/sys/class/thermal/thermal_zone0/temp"), "48000\n");
    write_text(in_folder("root/sys/class/hwmon/hwmon1/temp1_input"), "61500\n");
    write_text(in_folder("root/sys/class/hwmon/hwmon1/temp2_input"), "-273000\n");
    write_text(in_folder("root/etc/os-release"), "ID=debian\nPRETTY_NAME=\"Debian 12\"\n");
    write_text(in_folder("root/run/azimut/disk-health"), "PASSED\n");
    assert_int_equal(machine_uptime_hours(root), 100);
    assert_int_equal(machine_temperature(root), 61);
    machine_system(root, word);
    assert_string_equal(word, "Debian 12");
    machine_disk_health(root, word);
    assert_string_equal(word, "PASSED");
    assert_in_range(machine_disk_percent("/"), 0, 100);
}

static void test_a_machine_that_says_nothing(void **state) {
    (void)state;
    char word[HEALTH_TEXT] = "x";
    const char *root = in_folder("none");
    assert_int_equal(machine_uptime_hours(root), HEALTH_UNKNOWN);
    assert_int_equal(machine_temperature(root), HEALTH_UNKNOWN);
    assert_int_equal(machine_disk_percent(root), HEALTH_UNKNOWN);
    machine_system(root, word);
    assert_string_equal(word, "");
    make_folders("odd/proc");
    write_text(in_folder("odd/proc/uptime"), "soon");
    assert_int_equal(machine_uptime_hours(in_folder("odd")), HEALTH_UNKNOWN);
}

/* ---- starts ---------------------------------------------------------------------------------- */

static void test_starts_of_a_day(void **state) {
    (void)state;
    const char *path = in_folder("a.starts");
    Millis now = at("2026-11-28T10:00");
    assert_int_equal(starts_count(path, now), -1);
    assert_true(starts_note(path, now - CIVIL_DAY, &error));
    assert_true(starts_note(path, now - CIVIL_HOUR, &error));
    assert_true(starts_note(path, now, &error));
    assert_int_equal(starts_count(path, now), 2);
    assert_int_equal(starts_count(path, now + CIVIL_DAY), 0);
    assert_int_equal(starts_count(path, now - 2 * CIVIL_HOUR),
                     0); /* said by a clock that was ahead */
    for (int i = 0; i < 3 * STARTS_MAX; i++)
        assert_true(starts_note(path, now + i, &error));
    assert_int_equal(starts_count(path, now + CIVIL_HOUR), STARTS_MAX);
    write_text(path, "junk");
    assert_int_equal(starts_count(path, now), 0);
}

/* ---- the night ------------------------------------------------------------------------------- */

static bool is_written(const char *name) {
    bool there = access(in_folder(name), F_OK) == 0;
    unlink(in_folder(name));
    return there;
}

static void test_once_a_night(void **state) {
    (void)state;
    Nightly nightly = {.beside = in_folder("s.db"), .folder = folder, .known = some()};
    HealthNow now = {at("2026-11-28T02:59"), true, false, true};
    nightly_begin(&nightly, now.local);
    nightly_look(&nightly, now);
    assert_false(is_written("kiosk-accueil.health"));
    now.local = at("2026-11-28T03:00");
    nightly_look(&nightly, now);
    assert_true(is_written("kiosk-accueil.health"));
    now.local = at("2026-11-28T23:00");
    nightly_look(&nightly, now);
    assert_false(is_written("kiosk-accueil.health"));
    now.local = at("2026-11-29T07:30"); /* it was switched off at night */
    nightly_look(&nightly, now);
    assert_true(is_written("kiosk-accueil.health"));
    nightly.folder = NULL;
    now.local = at("2026-11-30T07:30");
    nightly_look(&nightly, now);
    assert_false(is_written("kiosk-accueil.health"));
}

static void test_a_folder_that_is_not_there_is_tried_again(void **state) {
    (void)state;
    Nightly nightly = {.beside = in_folder("s.db"), .folder = in_folder("later"), .known = some()};
    HealthNow now = {at("2026-11-28T03:00"), true, false, true};
    nightly_look(&nightly, now);
    assert_int_equal(nightly.written, 0);
    make_folders("later");
    now.local += CIVIL_HOUR;
    nightly_look(&nightly, now);
    assert_true(is_written("later/kiosk-accueil.health"));
}

static int begin(void **state) {
    (void)state;
    if (sodium_init() < 0 || !mkdtemp(folder))
        return -1;
    return crypto_sign_keypair(key, secret);
}

static int end(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_file_is_as_its_header_says),
        cmocka_unit_test(test_no_field_is_about_people),
        cmocka_unit_test(test_names_of_files_are_tame),
        cmocka_unit_test(test_the_key_is_made_once_and_is_nobody_elses),
        cmocka_unit_test(test_what_is_no_key_is_not_touched),
        cmocka_unit_test(test_the_machine_is_read),
        cmocka_unit_test(test_a_machine_that_says_nothing),
        cmocka_unit_test(test_starts_of_a_day),
        cmocka_unit_test(test_once_a_night),
        cmocka_unit_test(test_a_folder_that_is_not_there_is_tried_again),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
