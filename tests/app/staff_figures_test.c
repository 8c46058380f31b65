/* The figures of the staff: a period is chosen, a day noted, all of it taken away on a stick. */
#include "support/draws.h"
#include "support/staff_area.h"
#include "support/test.h"
#include "support/world.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* An earlier month, a year beside it, by touch; where there is none the way there is barred. */
static void test_the_period_is_chosen_by_touch(void **state) {
    (void)state;
    world_tap_label("Dernier mois");
    assert_true(world_says(
        "Du 1er\u00A0oct. 2026 au 31\u00A0oct. 2026, comparé à la période du 1er\u00A0sept."));
    world_tap_label("Plus tôt");
    assert_true(world_says(
        "Du 1er\u00A0sept. 2026 au 30\u00A0sept. 2026, comparé à la période du 1er\u00A0août"));
    world_tap_label("Plus tôt");
    assert_true(world_says("Du 1er\u00A0août 2026 au 31\u00A0août 2026"));
    assert_false(world_says("comparé"));
    world_tap_label("Plus tard");
    world_tap_label("Comparé à la période d’avant");
    assert_false(world_says("comparé à la période")); /* the year before is not there */
    world_tap_label("Comparé à un an plus tôt");
    world_tap_label("Comparé à une autre borne");
    assert_true(world_says("comparé à la période"));
}

/* What a counselor types stands beside the figures of its day and goes with the export. */
static void test_a_note_is_typed(void **state) {
    (void)state;
    for (int taken = 0; taken < 2; taken++) {
        world_tap_label("Dernier mois");
        world_tap_label("Noter un jour");
        assert_string_equal(app_screen_name(&world.app), "staff-note");
        for (int day = 0; day < 34; day++)
            world_tap_label("Le jour d’avant");
        static const char *const SIGNS[] = {"É", "T", "É", "Espace", "1"};
        for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS && !taken; i++)
            world_tap_label(SIGNS[i]);
        assert_true(taken || world_says("Été 1"));
        world_tap_label("Noter");
        assert_string_equal(app_screen_name(&world.app), "staff");
        assert_int_equal(world_says("21\u00A0oct.\u00A0: Été 1."),
                         !taken); /* without text it goes again */
    }
}

#define PATIENCE 2000 /* hundredths of a second */

static void wait_for_export(void) {
    for (int i = 0; i < PATIENCE; i++) {
        if (staff_service_view(&staff_area.desk)->exported != EXPORT_RUNNING)
            return;
        usleep(10000);
    }
}

static void mount_stick(void) {
    FILE *file = fopen(staff_area.mounts, "w");
    fprintf(file, "/dev/sdz1 %s vfat rw 0 0\n", staff_area.usb);
    fclose(file);
}

static bool is_on_stick(const char *name) {
    char path[200];
    snprintf(path, sizeof path, "%s/Azimut 2026-11-24/%s", staff_area.usb, name);
    return access(path, F_OK) == 0;
}

static void test_no_stick_is_said(void **state) {
    (void)state;
    world_tap_label("Borne");
    world_tap_label("Exporter sur une clé USB");
    wait_for_export();
    world_pass(300);
    assert_true(world_says("Aucune clé USB trouvée"));
}

static void test_the_export_is_whole(void **state) {
    (void)state;
    mount_stick();
    assert_int_equal(mkdir(staff_area.usb, 0755), 0);
    staff_service_ask(&staff_area.desk, ASK_EXPORT, 0, (Slice){0}); /* not without the code */
    assert_int_equal(staff_service_view(&staff_area.desk)->exported, EXPORT_IDLE);
    staff_area_enter();
    staff_service_ask(&staff_area.desk, ASK_EXPORT, 0, (Slice){0});
    wait_for_export();
    assert_int_equal(staff_service_view(&staff_area.desk)->exported, EXPORT_DONE);
    static const char *const FILES[] = {"rapport.html", "report-in-english.html",
                                        "statistiques.azimut", "tableaux/metiers.csv"};
    for (int i = 0; i < 4; i++)
        assert_true(is_on_stick(FILES[i]));
}

static struct {
    pthread_t looked, put;
    int looks;
} health;

static void look_at_health(void *self) {
    assert_ptr_equal(self, &health);
    health.looked = pthread_self();
    health.looks++;
}

static bool put_health(void *self, const char *to, Error *error) {
    (void)self, (void)to, (void)error;
    health.put = pthread_self();
    return true;
}

/* The export goes on beside the page, which sets its clock meanwhile: what it says of the time and
   of the machine is as it was when it began, and its thread looks at neither. */
static void test_the_export_is_of_the_day_on_which_it_began(void **state) {
    (void)state;
    staff_area.desk.spec.look_at_health = look_at_health;
    staff_area.desk.spec.put_health = put_health;
    staff_area.desk.spec.self = &health;
    assert_int_equal(mkdir(staff_area.usb, 0755), 0);
    unlink(staff_area.mounts);
    assert_int_equal(mkfifo(staff_area.mounts, 0600), 0); /* which keeps the export waiting */
    staff_area_enter();
    health.looks = 0;
    staff_service_ask(&staff_area.desk, ASK_EXPORT, 0, (Slice){0});
    assert_int_equal(health.looks, 1);
    assert_true(pthread_equal(health.looked, pthread_self()));
    staff_area.shift += CIVIL_DAY;
    mount_stick();
    wait_for_export();
    assert_int_equal(staff_service_view(&staff_area.desk)->exported, EXPORT_DONE);
    assert_true(is_on_stick("rapport.html"));
    assert_int_equal(health.looks, 1);
    assert_false(pthread_equal(health.put, pthread_self()));
    unlink(staff_area.mounts);
}

static void open_folder_on_stick(const char *name, char file[200]) {
    char folder[160];
    snprintf(folder, sizeof folder, "%s/%s", staff_area.usb, name);
    assert_int_equal(mkdir(folder, 0755), 0);
    snprintf(file, 200, "%s/statistiques.azimut", folder);
}

static void export_another_kiosk(const char *to) {
    static uint64_t seed = 77;
    char own[160];
    Error error;
    Millis now = shop_time("2026-08-01");
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_splitmix, &seed}, now);
    snprintf(own, sizeof own, "%s/other.db", shop_folder);
    spec.path = own;
    Stats *stats = stats_open(spec);
    for (; now < shop_time("2026-10-02"); now += CIVIL_DAY)
        stats_tick(stats, now);
    assert_true(stats_export(stats, to, &error));
    stats_close(stats);
}

/* Another kiosk's figures and a file that is none lie on the stick already. */
static void fill_stick(void) {
    char path[200];
    assert_int_equal(mkdir(staff_area.usb, 0755), 0);
    open_folder_on_stick("Azimut ailleurs 0", path);
    export_another_kiosk(path);
    open_folder_on_stick("Azimut ailleurs 1", path);
    FILE *file = fopen(path, "w");
    fputs("bonjour", file);
    fclose(file);
}

/* One report of all kiosks that lie on the stick, made without a terminal; what is none is left
 * out. */
static void test_the_kiosks_of_a_stick_go_together(void **state) {
    (void)state;
    mount_stick();
    fill_stick();
    staff_area_enter();
    staff_service_ask(&staff_area.desk, ASK_EXPORT, 0, (Slice){0});
    wait_for_export();
    assert_int_equal(staff_service_view(&staff_area.desk)->exported, EXPORT_DONE);
    assert_true(is_on_stick("rapport.html")); /* its own */
    assert_true(is_on_stick("Toutes les bornes/rapport.html"));
    assert_true(is_on_stick("Toutes les bornes/tableaux/par-borne/visites.csv"));
    char path[200];
    Arena arena = {0};
    static Figures figures;
    Error error;
    snprintf(path, sizeof path, "%s/Azimut 2026-11-24/Toutes les bornes/statistiques.azimut",
             staff_area.usb);
    assert_true(figures_read(path, (FiguresWish){0}, &arena, &figures, &error));
    assert_int_equal(figures.kiosks, 2);
    arena_free(&arena);
}

static void wait_for_others(void) {
    for (int i = 0; i < PATIENCE; i++) {
        if (staff_service_view(&staff_area.desk)->others != OTHERS_READING)
            break;
        usleep(10000);
    }
    world_pass(300);
}

/* On the glass, too, a month stands beside the same month of another kiosk, once a stick brings it.
 */
static void test_another_kiosk_stands_beside_this_one(void **state) {
    (void)state;
    unlink(staff_area.mounts);
    world_tap_label("Dernier mois");
    world_tap_label("Comparé à la période d’avant");
    world_tap_label("Comparé à un an plus tôt");
    wait_for_others();
    assert_true(world_says("Aucune autre borne sur une clé USB."));
    mount_stick();
    fill_stick();
    world_tap_label("Comparé à une autre borne");
    assert_true(world_says("comparé à la période du 1er\u00A0sept."));
    world_tap_label("Plus tôt");
    world_tap_label("Comparé à la période d’avant");
    world_tap_label("Comparé à un an plus tôt");
    wait_for_others();
    assert_true(
        world_says("Du 1er\u00A0sept. 2026 au 30\u00A0sept. 2026, comparé à\u00A0: borne "));
    assert_true(world_says("l’autre borne"));
    world_tap_label("Plus tard");
    assert_true(world_says("Du 1er\u00A0oct. 2026 au 31\u00A0oct. 2026, aucun chiffre de ces dates "
                           "pour\u00A0: borne "));
    char *const FILES[] = {".own", ".together"};
    for (int i = 0; i < 2; i++) {
        char path[200];
        snprintf(path, sizeof path, "%s%s", staff_area.scratch, FILES[i]);
        assert_int_not_equal(access(path, F_OK), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_the_period_is_chosen_by_touch),
        STAFF_TEST(test_a_note_is_typed),
        STAFF_TEST(test_no_stick_is_said),
        DOOR_TEST(test_the_export_is_whole),
        DOOR_TEST(test_the_export_is_of_the_day_on_which_it_began),
        STAFF_TEST(test_another_kiosk_stands_beside_this_one),
        DOOR_TEST(test_the_kiosks_of_a_stick_go_together),
    };
    return cmocka_run_group_tests(tests, staff_area_setup, staff_area_teardown);
}
