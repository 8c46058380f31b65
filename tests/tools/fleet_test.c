/* What a technician is told: a folder with every kind of kiosk and of bad file, against its goldens
   in both languages (ACCEPT=1 takes new ones), and what each bad file is called. */
#include "tools/fleet/page.h"
#include "tools/fleet/text.h"

#include "base/file.h"
#include "support/languages.h"
#include "support/test.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/azimut-fleet-XXXXXX";
static Arena arena;
static Error error;

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static const char *in_folder(const char *name) {
    return arena_printf(&arena, "%s/%s", folder, name).at;
}

static HealthReport well(const char *kiosk) {
    HealthReport r = {.day = "2026-11-28",
                      .program = "0.9.0",
                      .system = "Debian GNU/Linux 12",
                      .content_version = 12,
                      .content_dated = "2026-11-20",
                      .uptime_hours = 1234,
                      .starts = 1,
                      .disk_percent = 41,
                      .temperature = 52,
                      .disk_health = "PASSED",
                      .clock_trusted = true,
                      .storage_writable = true};
    snprintf(r.kiosk, sizeof r.kiosk, "%s", kiosk);
    return r;
}

static void secret_of(int machine, uint8_t secret[HEALTH_SECRET_BYTES]) {
    uint8_t key[HEALTH_KEY_BYTES], seed[crypto_sign_SEEDBYTES];
    memset(seed, machine, sizeof seed);
    crypto_sign_seed_keypair(key, secret, seed);
}

/* In a folder of its own, as on a stick. */
static void write_in(const char *place, const HealthReport *report, int machine) {
    uint8_t secret[HEALTH_SECRET_BYTES];
    const char *path = in_folder(place);
    secret_of(machine, secret);
    if (mkdir(path, 0755) != 0)
        assert_int_equal(errno, EEXIST);
    if (!health_write(path, report, secret, &error))
        fail_msg("%s", error.text);
}

static Slice written(const HealthReport *report, int machine) {
    char *bytes = NULL;
    size_t size = 0;
    uint8_t secret[HEALTH_SECRET_BYTES];
    secret_of(machine, secret);
    FILE *memory = open_memstream(&bytes, &size);
    health_print(memory, report, secret);
    fclose(memory);
    Slice copy = arena_copy(&arena, (Slice){bytes, (int)size});
    free(bytes);
    return copy;
}

static void put_bytes(const char *name, Slice bytes) {
    assert_true(file_put(in_folder(name), bytes.at, (size_t)bytes.len, 0644, &error));
}

/* The file with one text in the place of another of the same length. */
static Slice changed(Slice bytes, const char *from, const char *to) {
    int place = slice_find(bytes, slice_from(from));
    assert_true(place >= 0 && strlen(from) == strlen(to));
    Slice copy = arena_copy(&arena, bytes);
    memcpy((char *)(uintptr_t)copy.at + place, to, strlen(to));
    return copy;
}

/* ---- one file -------------------------------------------------------------------------------- */

static HealthFile file;
static HealthFault fault;

static bool reads(Slice bytes) {
    put_bytes("one", bytes);
    return health_file_read(in_folder("one"), &file, &fault);
}

static void test_a_file_comes_back_as_it_was_written(void **state) {
    (void)state;
    HealthReport report = well("hall");
    report.temperature = HEALTH_UNKNOWN;
    snprintf(report.system, sizeof report.system, "a \"quoted\" \\ <tag> é");
    assert_true(reads(written(&report, 1)));
    assert_true(file.genuine);
    assert_string_equal(file.report.system, report.system);
    assert_int_equal(file.report.temperature, HEALTH_UNKNOWN);
    assert_int_equal(file.report.content_version, 12);
    assert_true(file.report.clock_trusted);
    assert_false(file.report.content_in_trial);
    assert_int_equal(file.day, at("2026-11-28"));
}

/* No bit of what is signed can be another one. */
static void test_every_bit_counts(void **state) {
    (void)state;
    HealthReport report = well("hall");
    Slice bytes = written(&report, 1);
    char *byte = (char *)(uintptr_t)bytes.at;
    int kept = 0, seal = slice_find(bytes, LIT(HEALTH_SEAL));
    for (int i = 0; i < seal; i++) {
        byte[i] ^= 1;
        kept += reads(bytes) && file.genuine;
        byte[i] ^= 1;
    }
    assert_int_equal(kept, 0);
    assert_true(reads(bytes) && file.genuine);
}

static void test_cut_anywhere_it_is_no_file(void **state) {
    (void)state;
    HealthReport report = well("hall");
    Slice bytes = written(&report, 1);
    for (int len = 0; len < bytes.len - 2; len++) { /* the last two are a brace and a line's end */
        assert_false(reads(slice_cut(bytes, 0, len)));
        assert_int_equal(fault.why, FLEET_FILE_CUT);
    }
}

static void refuse(Slice bytes, FleetWord why, const char *field) {
    assert_false(reads(bytes));
    assert_int_equal(fault.why, why);
    if (field)
        assert_string_equal(fault.field, field);
}

static void test_bad_files_are_named(void **state) {
    (void)state;
    HealthReport report = well("hall");
    Slice good = written(&report, 1);
    refuse(LIT(""), FLEET_FILE_CUT, NULL);
    refuse(LIT("[1,2]"), FLEET_FILE_CUT, NULL);
    refuse(LIT("{\"a\":1}\0x"), FLEET_FILE_CUT, NULL);
    refuse(LIT("{\"name\":\"somebody else's\"}"), FLEET_FILE_FOREIGN, NULL);
    refuse(LIT("{\"azimut-health\":\"1\"}"), FLEET_FILE_FOREIGN, NULL);
    refuse(LIT("{\"azimut-health\":2}"), FLEET_FILE_NEWER, NULL);
    refuse(LIT("{\"azimut-health\":1}"), FLEET_FILE_FIELD, "kiosk");
    refuse(changed(good, "\"hall\"", "\"h/ll\""), FLEET_FILE_FIELD, "kiosk");
    refuse(changed(good, "2026-11-28", "2026-13-28"), FLEET_FILE_FIELD, "day");
    refuse(changed(good, "\"starts\":1", "\"starts\":\"" /* no number */), FLEET_FILE_CUT, NULL);
    refuse(changed(good, "\"disk_percent\":41", "\"disk_percent\":-1"), FLEET_FILE_FIELD,
           "disk_percent");
    refuse(changed(good, "\"clock_trusted\":true", "\"clock_trusted\":null"), FLEET_FILE_FIELD,
           "clock_trusted");
    refuse(changed(good, "\"key\":\"8", "\"key\":\"x"), FLEET_FILE_FIELD, "key");
}

static void test_what_is_no_file_keeps_nobody_waiting(void **state) {
    (void)state;
    static char large[HEALTH_BYTES_MAX + 10];
    memset(large, ' ', sizeof large);
    refuse((Slice){large, (int)sizeof large}, FLEET_FILE_LARGE, NULL);
    assert_int_equal(mkfifo(in_folder("pipe"), 0644), 0);
    assert_false(health_file_read(in_folder("pipe"), &file, &fault));
    assert_int_equal(fault.why, FLEET_FILE_UNREADABLE);
    assert_int_equal(symlink(in_folder("one"), in_folder("link")), 0);
    assert_false(health_file_read(in_folder("link"), &file, &fault));
    assert_false(health_file_read(in_folder("nothing"), &file, &fault));
}

/* ---- a folder -------------------------------------------------------------------------------- */

static void write_kiosks(void) {
    HealthReport r = well("accueil");
    write_in("a", &r, 1);
    snprintf(r.day, sizeof r.day, "2026-11-27"); /* the newer one counts */
    r.disk_percent = 99;
    write_in("older", &r, 1);
    r = well("atelier"), r.disk_percent = 93, r.starts = 14, r.temperature = 84;
    write_in("a", &r, 2);
    r = well("bas"), r.clock_trusted = false, r.starts = 5, r.content_version = 11;
    write_in("a", &r, 3);
    r = well("cave"), r.storage_writable = false;
    snprintf(r.disk_health, sizeof r.disk_health, "FAILED");
    write_in("a", &r, 4);
    r = well("dortoir"), snprintf(r.day, sizeof r.day, "2026-11-24");
    r.disk_health[0] = 0, r.temperature = r.uptime_hours = r.starts = HEALTH_UNKNOWN;
    write_in("a", &r, 5);
    r = well("essai"), r.content_in_trial = true;
    snprintf(r.content_dated, sizeof r.content_dated, "2025-11-01");
    write_in("a", &r, 6);
    r = well("futur"), snprintf(r.day, sizeof r.day, "2027-11-28");
    write_in("a", &r, 7);
    r = well("jumeau");
    write_in("a", &r, 8);
    write_in("b", &r, 9);
}

static void write_bad_ones(void) {
    HealthReport r = well("faux");
    Slice good = written(&r, 10);
    put_bytes("a/kiosk-faux.health", changed(good, "2026-11-28", "2026-11-29"));
    put_bytes("b/kiosk-coupe.health", slice_cut(good, 0, 100));
    put_bytes("b/kiosk-ailleurs.health", LIT("{\"hello\":\"world\"}"));
    put_bytes("b/kiosk-demain.health", LIT("{\"azimut-health\":7}"));
    put_bytes("b/notes.txt", LIT("not asked"));
    assert_int_equal(mkdir(in_folder("b/kiosk-dossier.health"), 0755), 0);
}

static FleetView view_of(Fleet *fleet, Lang lang) {
    if (!fleet_read(folder, at("2026-11-29"), NULL, &arena, fleet, &error))
        fail_msg("%s", error.text);
    return (FleetView){fleet, judge_fleet(fleet, SILENT_DAYS, &arena), lang, &arena};
}

/* Without the name of the folder, which is another one each time. */
static Slice without_folder(Slice text) {
    Slice out = LIT("");
    for (int place; (place = slice_find(text, slice_from(folder))) >= 0;) {
        out = arena_printf(&arena, SLICE_FMT SLICE_FMT, SLICE_ARG(out),
                           SLICE_ARG(slice_cut(text, 0, place)));
        text = slice_cut(text, place + (int)strlen(folder) + 1, text.len);
    }
    return arena_printf(&arena, SLICE_FMT SLICE_FMT, SLICE_ARG(out), SLICE_ARG(text));
}

static void compare_with(const char *golden, Slice text) {
    static char wanted[65536];
    FILE *in = fopen(golden, "re");
    size_t size = in ? fread(wanted, 1, sizeof wanted, in) : 0;
    if (in)
        fclose(in);
    if (slice_equal(text, (Slice){wanted, (int)size}))
        return;
    assert_true(getenv("ACCEPT") ||
                (fprintf(stderr, "%s differs:\n" SLICE_FMT, golden, SLICE_ARG(text)), false));
    assert_true(file_put(golden, text.at, (size_t)text.len, 0644, &error));
}

static Slice told(void (*tell)(FILE *, const FleetView *), const FleetView *view) {
    char *bytes = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&bytes, &size);
    tell(memory, view);
    fclose(memory);
    Slice text = arena_copy(&arena, (Slice){bytes, (int)size});
    free(bytes);
    return without_folder(text);
}

static void test_the_report_is_its_golden(void **state) {
    (void)state;
    Fleet fleet;
    write_kiosks();
    write_bad_ones();
    FleetView view = view_of(&fleet, LANG_FR);
    compare_with("tests/golden/fleet.fr.txt", told(fleet_text, &view));
    compare_with("tests/golden/fleet.fr.html", told(fleet_page, &view));
    view.lang = LANG_EN;
    compare_with("tests/golden/fleet.en.txt", told(fleet_text, &view));
}

static FleetLevel level_of(const FleetView *view, const char *kiosk) {
    for (int i = 0; i < view->fleet->kiosk_count; i++)
        if (strcmp(view->diagnosis[i].kiosk->last.report.kiosk, kiosk) == 0)
            return view->diagnosis[i].level;
    fail_msg("no kiosk is called %s", kiosk);
    return LEVEL_COUNT;
}

static void test_colours(void **state) {
    (void)state;
    Fleet fleet;
    FleetView view = view_of(&fleet, LANG_FR);
    assert_int_equal(fleet.kiosk_count, 9);
    assert_int_equal(fleet.left_out_count, 3);
    assert_int_equal(fleet.newest, 12);
    static const char *const RED[] = {"atelier", "cave", "dortoir", "futur", "jumeau", "faux"};
    for (size_t i = 0; i < sizeof RED / sizeof *RED; i++)
        assert_int_equal(level_of(&view, RED[i]), LEVEL_RED);
    assert_int_equal(level_of(&view, "bas"), LEVEL_AMBER);
    assert_int_equal(level_of(&view, "essai"), LEVEL_AMBER);
    assert_int_equal(level_of(&view, "accueil"), LEVEL_GREEN);
    assert_int_equal(view.diagnosis[fleet.kiosk_count - 1].level, LEVEL_GREEN); /* the last */
}

/* ---- those that are expected ----------------------------------------------------------------- */

static Expected expected;

static bool expects(const char *list) {
    put_bytes("list", slice_from(list));
    return expected_read(in_folder("list"), &arena, &expected, &error);
}

static const Diagnosis *of_kiosk(const FleetView *view, const char *name) {
    for (int i = 0; i < view->fleet->kiosk_count; i++)
        if (strcmp(view->diagnosis[i].kiosk->last.report.kiosk, name) == 0)
            return &view->diagnosis[i];
    fail_msg("no kiosk is called %s", name);
    return NULL;
}

static void test_one_that_never_wrote(void **state) {
    (void)state;
    Fleet fleet;
    assert_true(expects("\xEF\xBB\xBF# ours\r\naccueil\r\n\n garage \naccueil\nbas"));
    assert_int_equal(expected.count, 3);
    assert_true(fleet_read(in_folder("a"), at("2026-11-29"), &expected, &arena, &fleet, &error));
    FleetView view = {&fleet, judge_fleet(&fleet, SILENT_DAYS, &arena), LANG_FR, &arena};
    const Diagnosis *garage = of_kiosk(&view, "garage");
    assert_int_equal(garage->level, LEVEL_RED);
    assert_int_equal(garage->finding_count, 1);
    assert_int_equal(garage->finding[0].says, FLEET_MISSING);
    assert_int_equal(of_kiosk(&view, "accueil")->level, LEVEL_GREEN);
    assert_int_equal(of_kiosk(&view, "essai")->finding[0].says, FLEET_UNLISTED);
    Slice text = told(fleet_text, &view), page = told(fleet_page, &view);
    assert_true(slice_find(text, LIT("garage · À dépanner\n  Elle est sur la liste")) >= 0);
    assert_true(slice_find(page, LIT("<th scope=\"rowgroup\" rowspan=\"1\">garage</th>")) >= 0);
}

static void test_none_has_written_yet(void **state) {
    (void)state;
    Fleet fleet;
    assert_true(expects("hall\n"));
    assert_int_equal(mkdir(in_folder("none"), 0755), 0);
    assert_true(fleet_read(in_folder("none"), 0, &expected, &arena, &fleet, &error));
    assert_int_equal(fleet.kiosk_count, 1);
    assert_true(fleet.kiosk[0].missing);
    assert_false(fleet_read("/nowhere", 0, &expected, &arena, &fleet, &error));
}

static void test_lists_that_are_none(void **state) {
    (void)state;
    assert_false(expects("accueil\n\nhall d’entrée\n"));
    assert_non_null(strstr(error.text, "list:3 : « hall d’entrée »"));
    assert_false(expects("# nobody\n\n"));
    assert_non_null(strstr(error.text, "aucun nom"));
    assert_false(expects("acc\xFFueil"));
    assert_non_null(strstr(error.text, "UTF-8"));
    assert_false(expected_read("/nowhere", &arena, &expected, &error));
    assert_non_null(strstr(error.text, "/nowhere"));
}

/* ---- one kiosk ------------------------------------------------------------------------------- */

static FleetKiosk kiosk;

static bool finds(FleetWord word, Millis today) {
    Fleet fleet = {.kiosk = &kiosk, .kiosk_count = 1, .newest = 12, .today = today};
    const Diagnosis *d = judge_fleet(&fleet, SILENT_DAYS, &arena);
    for (int i = 0; i < d->finding_count; i++)
        if (d->finding[i].says == word)
            return true;
    return false;
}

static void test_limits(void **state) {
    (void)state;
    Millis today = at("2026-11-28");
    HealthReport *r = &kiosk.last.report;
    *r = well("hall");
    kiosk.last.day = today;
    kiosk.last.genuine = true;
    assert_false(finds(FLEET_SILENT, today + SILENT_DAYS * CIVIL_DAY));
    assert_true(finds(FLEET_SILENT, today + (SILENT_DAYS + 1) * CIVIL_DAY));
    assert_false(finds(FLEET_FUTURE, today - CIVIL_DAY));
    assert_true(finds(FLEET_FUTURE, today - 2 * CIVIL_DAY));
    r->disk_percent = 89;
    assert_false(finds(FLEET_DISK, today));
    r->disk_percent = 90;
    assert_true(finds(FLEET_DISK, today));
    r->starts = 3;
    assert_false(finds(FLEET_RESTARTS, today));
    r->starts = 4;
    assert_true(finds(FLEET_RESTARTS, today));
    r->starts = 10;
    assert_true(finds(FLEET_CRASHES, today) && !finds(FLEET_RESTARTS, today));
    assert_false(finds(FLEET_OLD, at("2027-11-20")));
    assert_true(finds(FLEET_OLD, at("2027-11-21")));
    r->content_version = HEALTH_UNKNOWN;
    assert_false(finds(FLEET_BEHIND, today));
    r->temperature = 79;
    assert_false(finds(FLEET_HOT, today));
    r->temperature = 80;
    assert_true(finds(FLEET_HOT, today));
}

static void test_a_folder_without_any(void **state) {
    (void)state;
    Fleet fleet;
    assert_false(fleet_read("/nowhere", 0, NULL, &arena, &fleet, &error));
    assert_non_null(strstr(error.text, "/nowhere"));
    assert_false(fleet_read(in_folder("b/kiosk-dossier.health"), 0, NULL, &arena, &fleet, &error));
    assert_non_null(strstr(error.text, "kiosk-*.health"));
}

static int begin(void **state) {
    (void)state;
    return sodium_init() < 0 || !mkdtemp(folder);
}

static int end(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    arena_free(&arena);
    return system(command);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_comes_back_as_it_was_written),
        cmocka_unit_test(test_every_bit_counts),
        cmocka_unit_test(test_cut_anywhere_it_is_no_file),
        cmocka_unit_test(test_bad_files_are_named),
        cmocka_unit_test(test_what_is_no_file_keeps_nobody_waiting),
        cmocka_unit_test(test_the_report_is_its_golden),
        cmocka_unit_test(test_colours),
        cmocka_unit_test(test_one_that_never_wrote),
        cmocka_unit_test(test_none_has_written_yet),
        cmocka_unit_test(test_lists_that_are_none),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_a_folder_without_any),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
