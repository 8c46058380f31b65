/* What is behind the pages of the first day: what they begin with, what is tried and undone, and
 * the file in the end, whatever the disk and the file before it are like. */
#include "setup/setup_service.h"

#include "app/options.h"
#include "setup/zones.h"
#include "staff/pin.h"
#include "support/test.h"

#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], conf[96], part[112], pin[96], model[96];
static SetupService desk;
static SetupAnswers answers;

/* ---- a machine ------------------------------------------------------------------------------- */

static struct {
    int turned, volume, chimes, restarts;
    bool set_clock;
    Affine touch;
    char zone[SETUP_ZONE];
    Millis clock;
} machine;

static void turn(void *self, int degrees) {
    (void)self;
    machine.turned = degrees;
}

static void touch(void *self, Affine matrix) {
    (void)self;
    machine.touch = matrix;
}

static int volume(void) {
    return machine.volume;
}

static bool set_volume(int percent) {
    machine.volume = percent;
    return true;
}

static void chime(void *self) {
    (void)self;
    machine.chimes++;
}

static void set_zone(void *self, const char *zone) {
    (void)self;
    snprintf(machine.zone, sizeof machine.zone, "%s", zone);
}

static bool set_clock(void *self, Millis local) {
    (void)self;
    machine.clock = local;
    return machine.set_clock;
}

static void restart(void *self) {
    (void)self;
    machine.restarts++;
}

static void begin(void) {
    setup_service_begin(&desk, (SetupServiceSpec){.config = conf,
                                                  .model = model,
                                                  .pin = pin,
                                                  .zones = ZONES_FOLDER,
                                                  .turns = true,
                                                  .check = options_check,
                                                  .turn = turn,
                                                  .touch = touch,
                                                  .volume = volume,
                                                  .set_volume = set_volume,
                                                  .chime = chime,
                                                  .set_zone = set_zone,
                                                  .set_clock = set_clock,
                                                  .restart = restart});
    answers = setup_service_view(&desk)->now;
}

static int setup(void **state) {
    (void)state;
    memset(&machine, 0, sizeof machine);
    machine.volume = 40;
    snprintf(folder, sizeof folder, "/tmp/azimut-setup-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(conf, sizeof conf, "%s/azimut.conf", folder);
    snprintf(part, sizeof part, "%s.part", conf);
    snprintf(pin, sizeof pin, "%s/pin", folder);
    snprintf(model, sizeof model, "%s/model.conf", folder);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    unlink(conf);
    unlink(pin);
    unlink(model);
    rmdir(part);
    return rmdir(folder);
}

static void put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static const char *written(void) {
    static char text[CONFIG_BYTES_MAX];
    FILE *file = fopen(conf, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    return text;
}

static void ask(SetupAsk what) {
    setup_service_ask(&desk, what, &answers);
}

/* ---- what it begins with --------------------------------------------------------------------- */

static void test_a_machine_without_a_file(void **state) {
    (void)state;
    begin();
    const SetupView *view = setup_service_view(&desk);
    assert_int_equal(answers.turned, 0);
    assert_int_equal(answers.volume, 40);
    assert_true(affine_is_none(&answers.touch));
    assert_false(answers.week.known);
    assert_false(answers.keeps_hours);
    assert_string_equal(answers.zone, "");
    assert_int_equal(view->muted, 0);
    assert_false(view->has_code);
    assert_true(view->zone_count > 30); /* tzdata is there */
    assert_int_equal(access(conf, F_OK), -1);
}

static void test_the_second_time_begins_with_what_was_said(void **state) {
    (void)state;
    begin();
    answers.lang = 1;
    answers.turned = 270;
    answers.touch = (Affine){1.5, 0, -.25, 0, .75, .125};
    answers.week = week_usual();
    answers.volume = 70;
    strcpy(answers.kiosk, "etage-1");
    strcpy(answers.zone, "Indian/Reunion");
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    assert_true(setup_service_view(&desk)->written);
    SetupAnswers first = answers;
    begin();
    assert_true(setup_service_view(&desk)->has_code);
    assert_string_equal(answers.code, ""); /* a code is never shown again */
    strcpy(answers.code, first.code);
    assert_int_equal(answers.lang, first.lang);
    assert_int_equal(answers.turned, 270);
    assert_memory_equal(&answers.touch, &first.touch, sizeof first.touch);
    assert_int_equal(answers.volume, 70);
    assert_string_equal(answers.kiosk, "etage-1");
    assert_string_equal(answers.zone, "Indian/Reunion");
    assert_true(answers.week.known && answers.week.day[4].open && !answers.week.day[5].open);
}

/* What the pages cannot show stays as it is. */
static void test_hours_that_say_more_are_kept(void **state) {
    (void)state;
    put(conf, "open = 1-5 08:00-12:00,13:30-18:00\n");
    begin();
    assert_true(answers.keeps_hours);
    ask(SETUP_WRITE);
    assert_non_null(strstr(written(), "open = 1-5 08:00-12:00,13:30-18:00\n"));
}

/* Hours that never open are none: the line is a comment, and the kiosk starts. */
static void test_every_day_shut(void **state) {
    (void)state;
    Error error;
    int row;
    begin();
    answers.week = (Week){.known = true};
    ask(SETUP_WRITE);
    assert_true(setup_service_view(&desk)->written);
    assert_non_null(strstr(written(), "# open = 1-7 fermé\n"));
    assert_true(options_check(written(), &row, &error));
}

/* However long the line is: to finish is not to delete it. */
static void test_a_long_line_is_kept(void **state) {
    (void)state;
    static char text[4096] = "open = 1-5 08:00-18:00; 6-7 fermé";
    for (int day = 1; day <= 28; day++)
        snprintf(text + strlen(text), 64, "; 2027-02-%02d fermé", day);
    size_t length = strlen(text);
    snprintf(text + length, sizeof text - length, "\npin = /%0600d\n", 0);
    put(conf, text);
    begin();
    assert_true(answers.keeps_hours);
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    text[length] = 0;
    assert_non_null(strstr(written(), text));
    assert_non_null(strstr(written(), "\npin = /000"));
}

/* ---- the file -------------------------------------------------------------------------------- */

static void test_a_first_file_has_the_words_of_the_model(void **state) {
    (void)state;
    put(model, "# how this kiosk is set up\nstats = /var/lib/azimut/stats.db\n\n# which one\n"
               "#kiosk = hall\n");
    begin();
    strcpy(answers.kiosk, "galerie");
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    assert_non_null(strstr(written(), "# how this kiosk is set up\n"
                                      "stats = /var/lib/azimut/stats.db\n\n# which one\n"
                                      "#kiosk = hall\nkiosk = galerie\n"));
    char line[128];
    snprintf(line, sizeof line, "pin = %s\n", pin);
    assert_non_null(strstr(written(), line)); /* else the code is of no use */
    Pin read;
    pin_open(&read, pin, 0);
    assert_true(pin_try(&read, "471108", 0));
    assert_int_equal(machine.restarts, 1);
}

static void test_comments_and_other_keys_stay(void **state) {
    (void)state;
    put(conf, "# ours\nstill = yes   # the art teacher's wish\n\nvolume = 10\ntheme = sombre\n");
    begin();
    answers.volume = 60;
    ask(SETUP_WRITE);
    assert_non_null(strstr(written(), "# ours\nstill = yes   # the art teacher's wish\n\n"
                                      "volume = 60\ntheme = sombre\n"));
}

/* The kiosk would not start with them: they are kept, as comments. */
static void test_lines_that_are_not_understood(void **state) {
    (void)state;
    put(conf, "theem = sombre\nlang = fr\nvolume = loud\nno line\nsetup = yes\n");
    begin();
    assert_int_equal(setup_service_view(&desk)->muted, 3);
    ask(SETUP_WRITE);
    assert_non_null(strstr(written(), "# theem = sombre\nlang = fr\n# volume = loud\n"));
    assert_non_null(strstr(written(), "# no line\n"));
    assert_null(strstr(written(), "setup"));
    int row;
    Error error;
    assert_true(options_check(written(), &row, &error));
}

/* A kiosk that does not start with its file is worse than none, so nothing is written. */
static void test_a_file_that_cannot_be_mended(void **state) {
    (void)state;
    put(conf, "stats = a\nrecord = b\n");
    begin();
    ask(SETUP_WRITE);
    assert_false(setup_service_view(&desk)->written);
    assert_int_equal(setup_service_view(&desk)->fault, SETUP_NO_FILE);
    assert_string_equal(written(), "stats = a\nrecord = b\n");
    assert_int_equal(machine.restarts, 0);
}

/* ---- a disk that fails ----------------------------------------------------------------------- */

static void assert_nothing_is_written(SetupFault fault) {
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    assert_false(setup_service_view(&desk)->written);
    assert_int_equal(setup_service_view(&desk)->fault, fault);
    assert_string_equal(written(), "theme = sombre\n");
    assert_int_equal(access(pin, F_OK), -1); /* nor is the code a new one */
    assert_int_equal(machine.restarts, 0);
}

static void test_a_full_disk(void **state) {
    (void)state;
    struct rlimit was, little;
    put(conf, "theme = sombre\n");
    begin();
    getrlimit(RLIMIT_FSIZE, &was);
    little = (struct rlimit){12, was.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &little);
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    setrlimit(RLIMIT_FSIZE, &was);
    assert_int_equal(setup_service_view(&desk)->fault, SETUP_NO_ROOM);
    assert_string_equal(written(), "theme = sombre\n");
    assert_int_equal(access(pin, F_OK), -1);
    ask(SETUP_WRITE); /* somebody made room */
    assert_true(setup_service_view(&desk)->written);
    assert_int_equal(setup_service_view(&desk)->fault, SETUP_WELL);
}

static void test_a_place_that_cannot_be_written(void **state) {
    (void)state;
    put(conf, "theme = sombre\n");
    begin();
    assert_int_equal(mkdir(part, 0700), 0); /* root may write anywhere else */
    assert_nothing_is_written(SETUP_NO_FILE);
}

static void test_a_code_that_cannot_be_written(void **state) {
    (void)state;
    snprintf(pin, sizeof pin, "/proc/azimut-pin");
    put(conf, "theme = sombre\n");
    begin();
    strcpy(answers.code, "471108");
    ask(SETUP_WRITE);
    assert_false(setup_service_view(&desk)->written);
    assert_string_equal(written(), "theme = sombre\n"); /* nor is anything else */
    assert_int_equal(access(part, F_OK), -1);
}

/* ---- what is tried --------------------------------------------------------------------------- */

static void test_what_is_tried_is_undone(void **state) {
    (void)state;
    put(conf, "rotate = 90\nvolume = 40\ntimezone = Europe/Paris\n");
    begin();
    answers.turned = 180;
    answers.touch.c = .5;
    answers.volume = 100;
    strcpy(answers.zone, "Pacific/Tahiti");
    ask(SETUP_TURN);
    ask(SETUP_TOUCH);
    ask(SETUP_SOUND);
    ask(SETUP_TIME_ZONE);
    assert_int_equal(machine.turned, 180);
    assert_int_equal(machine.volume, 100);
    assert_int_equal(machine.chimes, 1);
    assert_string_equal(machine.zone, "Pacific/Tahiti");
    setup_service_ask(&desk, SETUP_LEAVE, NULL);
    assert_int_equal(machine.turned, 90);
    assert_true(affine_is_none(&machine.touch));
    assert_int_equal(machine.volume, 40);
    assert_string_equal(machine.zone, "Europe/Paris");
    machine.turned = 7;
    setup_service_ask(&desk, SETUP_LEAVE, NULL); /* once */
    assert_int_equal(machine.turned, 7);
}

static void test_what_is_written_is_not_undone(void **state) {
    (void)state;
    begin();
    answers.turned = 180;
    ask(SETUP_TURN);
    ask(SETUP_WRITE);
    setup_service_ask(&desk, SETUP_LEAVE, NULL);
    assert_int_equal(machine.turned, 180);
}

static void test_the_clock_says_what_became_of_it(void **state) {
    (void)state;
    begin();
    answers.clock = 1795000000000;
    ask(SETUP_CLOCK);
    assert_int_equal(setup_service_view(&desk)->clock, CLOCK_NOT_SET);
    machine.set_clock = true;
    ask(SETUP_CLOCK);
    assert_int_equal(setup_service_view(&desk)->clock, CLOCK_SET);
    assert_true(machine.clock == answers.clock);
}

/* ---- zones ----------------------------------------------------------------------------------- */

static void test_zones(void **state) {
    (void)state;
    static char zone[SETUP_ZONES][SETUP_ZONE];
    int hours, count = zones_list(ZONES_FOLDER, "Europe/Berlin", zone);
    assert_string_equal(zone[0], "Europe/Paris");
    assert_string_equal(zone[count - 1], "Europe/Berlin");
    assert_int_equal(zones_list(ZONES_FOLDER, "Europe/Paris", zone), count - 1);
    assert_int_equal(zones_list("/nowhere", "", zone), 0);
    assert_true(zones_hours("Etc/GMT-11", &hours));
    assert_int_equal(hours, 11); /* POSIX counts the other way round */
    assert_true(zones_hours("Etc/GMT+3", &hours));
    assert_int_equal(hours, -3);
    assert_false(zones_hours("Europe/Paris", &hours));
    assert_false(zones_has(ZONES_FOLDER, "../../etc/passwd"));
    assert_false(zones_has(ZONES_FOLDER, "Europe"));
    assert_false(zones_has(ZONES_FOLDER, ""));
    for (int i = 0; i < count; i++)
        assert_true(zones_has(ZONES_FOLDER, zone[i]) || strcmp(zone[i], "Europe/Berlin") == 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_a_machine_without_a_file),
        TEST(test_the_second_time_begins_with_what_was_said),
        TEST(test_hours_that_say_more_are_kept),
        TEST(test_a_long_line_is_kept),
        TEST(test_every_day_shut),
        TEST(test_a_first_file_has_the_words_of_the_model),
        TEST(test_comments_and_other_keys_stay),
        TEST(test_lines_that_are_not_understood),
        TEST(test_a_file_that_cannot_be_mended),
        TEST(test_a_full_disk),
        TEST(test_a_place_that_cannot_be_written),
        TEST(test_a_code_that_cannot_be_written),
        TEST(test_what_is_tried_is_undone),
        TEST(test_what_is_written_is_not_undone),
        TEST(test_the_clock_says_what_became_of_it),
        TEST(test_zones),
    };
    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
