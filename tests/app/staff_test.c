/* The door of the staff, what is done behind it, and visits that are not counted. */
#include "staff/staff_service.h"

#include "base/log.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"
#include "support/world.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY ((Millis)86400000)

static StaffService desk;
static Millis steady, shift;
static int volume = 40;

static int get_volume(void) {
    return volume;
}

static bool set_volume(int percent) {
    volume = percent;
    return true;
}

static char pin[96], scratch[96], mounts[96], usb[96];
static Store *store; /* with `update`; NULL: nothing comes later */
static Update update;

static void open_desk(Stats *stats) {
    Error error;
    snprintf(pin, sizeof pin, "%s/pin", shop_folder);
    snprintf(scratch, sizeof scratch, "%s/shown", shop_folder);
    snprintf(mounts, sizeof mounts, "%s/mounts", shop_folder);
    snprintf(usb, sizeof usb, "%s/usb", shop_folder);
    assert_true(pin_set(pin, "471108", &error));
    steady = 0;
    shift = shop_time("2026-11-24T10:00");
    staff_service_begin(&desk, (StaffServiceSpec){.pin = pin,
                                                  .mounts = mounts,
                                                  .sticks = "/tmp/",
                                                  .scratch = scratch,
                                                  .pack = &world.pack,
                                                  .store = store,
                                                  .update = store ? &update : NULL,
                                                  .stats = stats,
                                                  .now = &steady,
                                                  .civil_shift = &shift,
                                                  .volume = get_volume,
                                                  .set_volume = set_volume});
    world.staff = (StaffDesk){&desk, staff_service_view, staff_service_ask};
    world_begin((Settings){0}, 1920, 1080);
}

static Stats *open_stats(void) {
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01")));
    for (int day = 0; day < 115; day++)
        for (int v = 0; v < 5; v++)
            shop_visit(stats, true, shop_time("2026-08-01T10:00") + day * DAY);
    return stats;
}

static void close_all(Stats *stats) {
    world_end();
    staff_service_end(&desk);
    stats_close(stats);
}

static void knock(int times) {
    for (int i = 0; i < times; i++) {
        app_page(&world.app);
        app_touch(&world.app, (Touch){TOUCH_PRESS, {1860, 50}});
        app_touch(&world.app, (Touch){TOUCH_RELEASE, {1860, 50}});
    }
}

static void test_five_knocks_open_and_fewer_do_not(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    world_tap_label("Commencer");
    knock(4);
    assert_string_equal(app_screen_name(&world.app), "home");
    world_pass(7000);
    knock(4); /* too late: counted anew */
    assert_string_equal(app_screen_name(&world.app), "home");
    knock(1);
    assert_string_equal(app_screen_name(&world.app), "staff");
    assert_false(world_says("Chiffres")); /* nothing without the code */
    close_all(stats);
}

static void test_a_wrong_code_shows_nothing(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471109");
    assert_true(world_says("Ce n’est pas le code"));
    for (int i = 0; i < 4; i++)
        world_tap_each("000001");
    assert_true(world_says("Trop d’essais"));
    staff_service_ask(&desk, ASK_QUIT, 0,
                      (Slice){0}); /* whoever finds a way to ask is not answered either */
    assert_int_equal(desk.leave, LEAVE_NOT);
    close_all(stats);
}

static void test_the_area_and_its_end(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    assert_true(world_says("Dernier mois"));
    assert_true(world_says("Les visites"));
    assert_int_equal(access(scratch, F_OK), -1); /* what was read is gone again */
    world_tap_label("Borne");
    world_tap_label("Plus fort");
    assert_int_equal(volume, 50);
    world_tap_label("Quitter");
    assert_int_equal(desk.leave, LEAVE_NOT); /* not by a slip */
    world_tap_label("Toucher encore");
    assert_int_equal(desk.leave, LEAVE_QUIT);
    world_tap_label("J’ai fini");
    assert_string_equal(app_screen_name(&world.app), "attract");
    knock(5);
    assert_false(world_says("Les visites")); /* the code is asked for again */
    world_tap_label("J’ai fini");
    assert_int_equal(world.counted, 0);
    assert_int_equal(world.facts[FACT_VISIT_END], 0);
    close_all(stats);
}

static void test_a_forgotten_area_closes_itself(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    static const struct {
        const char *tab, *then;
    } PLACES[] = {{"Chiffres", NULL}, {"État", NULL}, {"Borne", NULL}, {"Borne", "Tester l’écran"}};
    for (int i = 0; i < 4; i++) { /* two minutes after the last touch, wherever it was */
        world_tap_each("471108");
        world_tap_label(PLACES[i].tab);
        if (PLACES[i].then)
            world_tap_label(PLACES[i].then);
        world_pass(119000);
        assert_true(staff_service_view(&desk)->open);
        world_pass(2000);
        assert_string_equal(app_screen_name(&world.app), "attract");
        assert_false(staff_service_view(&desk)->open);
        knock(5);
        assert_false(world_says("Les visites"));
    }
    close_all(stats);
}

/* Whoever asked for more time gets it with visitors' pages only. */
static void test_more_time_does_not_leave_the_area_open(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    world.app.visit.settings.patient = true;
    knock(5);
    world_tap_each("471108");
    world.app.visit.settings.patient = true;
    world_pass(121000);
    assert_false(staff_service_view(&desk)->open);
    close_all(stats);
}

static void test_no_stick_is_said(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("Borne");
    world_tap_label("Exporter sur une clé USB");
    for (int i = 0; i < 200 && staff_service_view(&desk)->exported == EXPORT_RUNNING; i++)
        usleep(10000);
    world_pass(300);
    assert_true(world_says("Aucune clé USB trouvée"));
    close_all(stats);
}

static void test_what_is_wrong_is_said(void **state) {
    (void)state;
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01"));
    spec.path = "/no/such/folder/stats.db";
    shop_clean();
    Stats *stats = stats_open(spec);
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    assert_true(world_says("Les visites sont gardées en mémoire"));
    assert_true(world_says("Contenu version"));
    assert_false(world_says("Aucun souci"));
    world_tap_label("Chiffres");
    assert_true(
        world_says("Les chiffres ne se lisent pas")); /* and not that nothing is published */
    close_all(stats);
    stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    assert_false(world_says("Les visites sont gardées en mémoire")); /* all is well again */
    close_all(stats);
}

/* What is over is told by its kind, whatever was said since, in whichever words. */
static void test_what_happened_to_the_statistics_is_said(void **state) {
    (void)state;
    shop_clean();
    FILE *file = fopen(shop_path, "w");
    fputs("this is no database", file);
    fclose(file);
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01")));
    log_line("stats", "something else");
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    assert_true(world_says("L’ancien fichier des statistiques était illisible"));
    close_all(stats);
    stats = open_stats();
    log_line("stats", "a.db is kept as b.db: the clock went back");
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    assert_false(world_says("L’ancien fichier des statistiques était illisible"));
    close_all(stats);
}

static void look_at_state(Stats *stats, const char *dated) {
    Slice was = world.pack.campus.dated;
    world.pack.campus.dated = slice_from(dated);
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    world.pack.campus.dated = was;
}

/* Content is a fault when it is old or its age is not known; it is never called unreadable while
   it shows. */
static void test_the_age_of_the_content(void **state) {
    (void)state;
    static const struct {
        const char *dated, *says, *not ;
    } CASES[] = {
        {"2026-11-01", "il y a 23\u00A0j", "plus d’un an"},
        {"2025-11-24", "il y a 365\u00A0j", "plus d’un an"},
        {"2024-11-13", "plus d’un an", "Aucun souci"}, /* 741 days */
        {"28/11/2026", "pas de date lisible", "Aucun souci"},
        {"1970-01-01", "pas de date lisible", "il y a"},
        {"2027-01-01", "daté du 1er", "il y a"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Stats *stats = open_stats();
        look_at_state(stats, CASES[i].dated);
        assert_true(world_says("Contenu version"));
        assert_true(world_says(CASES[i].says));
        assert_false(world_says(CASES[i].not ));
        assert_false(world_says("Aucun contenu"));
        close_all(stats);
    }
}

/* Content that comes later: which is shown, that its signature is old, that none can be written;
   and the button that goes back asks twice. */
static void test_content_that_came_later(void **state) {
    (void)state;
    Stats *stats = open_stats();
    Store later;
    store_open(&later, (StoreSpec){.folder = "/proc/no/store", .disk = &DISK_REAL});
    assert_int_not_equal(later.trouble, 0);
    later.ledger.shown = later.running = (Item){.id = "forges",
                                                .version = 12,
                                                .hash = "0123456789abcdef",
                                                .is_signed = true,
                                                .expires = shop_time("2026-11-22")};
    later.ledger.since = shop_time("2026-11-24T09:10");
    update_begin(&update, (UpdateSpec){.store = &later, .mounts = "/none", .in_turn = true}, 0);
    store = &later;
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    assert_true(world_says("La signature du contenu a expiré"));
    assert_true(world_says("Le dossier des contenus ne s’écrit pas"));
    world_tap_label("Contenu");
    assert_true(world_says("Contenu 12 à l’essai depuis 09:10"));
    world_tap_label("Mettre à jour depuis la clé");
    assert_true(world_says("Aucune clé USB trouvée"));
    world_tap_label("Revenir à la précédente");
    world_tap_label("Toucher encore");
    assert_true(world_says("Contenu 12 à l’essai")); /* it cannot be written, and stays */
    store = NULL;
    close_all(stats);
    update_end(&update);
    store_close(&later);
}

/* Started without --stats: said where the figures would be, among what is to be known, and at the
   export. */
static void test_without_statistics_it_says_so(void **state) {
    (void)state;
    shop_clean();
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01"));
    spec.path = NULL;
    Stats *stats = stats_open(spec);
    look_at_state(stats, "2026-11-01");
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Aucun souci"));
    world_tap_label("Chiffres");
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Rien n’est encore publié"));
    world_tap_label("Borne");
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Brancher une clé"));
    close_all(stats);
}

/* ---- the clock and the disk ------------------------------------------------------------------ */

static struct {
    Millis set; /* what was asked for */
    bool good, full;
} machine;

static bool set_clock(void *self, Millis local) {
    assert_ptr_equal(self, &machine);
    machine.set = local;
    shift = machine.good ? local - steady : shift;
    app_clock(&world.app, shift, false);
    return machine.good;
}

static bool storage_is_full(void *self) {
    (void)self;
    return machine.full;
}

static void open_machine(Stats *stats) {
    machine.set = 0;
    open_desk(stats);
    desk.spec.set_clock = set_clock;
    desk.spec.storage_is_full = storage_is_full;
    desk.spec.self = &machine;
    app_clock(&world.app, shift, true);
    knock(5);
    world_tap_each("471108");
}

static void test_the_staff_sets_the_clock(void **state) {
    (void)state;
    Stats *stats = open_stats();
    machine.good = true;
    open_machine(stats);
    world_tap_label("État");
    assert_true(world_says("24\u00A0novembre\u00A02026, 10\u00A0h. Elle n’est pas sûre"));
    world_tap_label("Borne");
    world_tap_label("Régler l’horloge");
    world_tap_label("Mois, plus");
    world_tap_label("Jour, plus");
    world_tap_label("Heure, moins");
    world_tap_label("Minute, moins");
    assert_int_equal(machine.set, 0);
    world_tap_label("Mettre à cette heure");
    assert_int_equal(machine.set, shop_time("2026-12-25T08:59"));
    assert_true(world_says("L’horloge est réglée"));
    world_tap_label("État");
    assert_true(world_says("25\u00A0décembre\u00A02026, 8\u00A0h\u00A059. Elle est sûre"));
    close_all(stats);
}

static void test_a_clock_that_is_not_set_is_told(void **state) {
    (void)state;
    Stats *stats = open_stats();
    machine.good = false;
    open_machine(stats);
    world_tap_label("Borne");
    world_tap_label("Régler l’horloge");
    world_tap_label("Mettre à cette heure");
    assert_true(world_says("ne s’est pas laissé régler"));
    close_all(stats);
}

/* The 31st stays within shorter months, and February has its 29th. */
static void test_a_month_has_its_days(void **state) {
    (void)state;
    Stats *stats = open_stats();
    machine.good = true;
    open_machine(stats);
    app_clock(&world.app, shift = shop_time("2027-12-31T00:00"), true);
    world_tap_label("Borne");
    world_tap_label("Régler l’horloge");
    world_tap_label("Mois, plus");
    world_tap_label("Mois, plus");
    assert_true(world_says("29\u00A0février\u00A02028"));
    world_tap_label("Année, plus");
    assert_true(world_says("28\u00A0février\u00A02029"));
    world_tap_label("Jour, plus");
    assert_true(world_says("1er\u00A0mars\u00A02029"));
    close_all(stats);
}

static void test_without_a_helper_the_clock_is_fixed(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("Borne");
    assert_false(world_says("Régler l’horloge"));
    close_all(stats);
}

static void test_a_disk_that_fills_is_told(void **state) {
    (void)state;
    for (int full = 0; full < 2; full++) {
        Stats *stats = open_stats();
        machine.full = full;
        open_machine(stats);
        world_tap_label("État");
        assert_int_equal(world_says("Le disque est presque plein"), full);
        close_all(stats);
    }
}

static bool is_on_stick(const char *name) {
    char path[200];
    snprintf(path, sizeof path, "%s/Azimut 2026-11-24/%s", usb, name);
    return access(path, F_OK) == 0;
}

static void test_the_export_is_whole(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    FILE *file = fopen(mounts, "w");
    fprintf(file, "/dev/sdz1 %s vfat rw 0 0\n", usb);
    fclose(file);
    assert_int_equal(mkdir(usb, 0755), 0);
    staff_service_ask(&desk, ASK_EXPORT, 0, (Slice){0}); /* not without the code */
    assert_int_equal(staff_service_view(&desk)->exported, EXPORT_IDLE);
    knock(5);
    world_tap_each("471108");
    staff_service_ask(&desk, ASK_EXPORT, 0, (Slice){0});
    for (int i = 0; i < 1000 && staff_service_view(&desk)->exported == EXPORT_RUNNING; i++)
        usleep(10000);
    assert_int_equal(staff_service_view(&desk)->exported, EXPORT_DONE);
    static const char *const FILES[] = {"rapport.html", "report-in-english.html",
                                        "statistiques.azimut", "tableaux/metiers.csv"};
    for (int i = 0; i < 4; i++)
        assert_true(is_on_stick(FILES[i]));
    close_all(stats);
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
    Stats *stats = open_stats();
    open_desk(stats);
    desk.spec.look_at_health = look_at_health;
    desk.spec.put_health = put_health;
    desk.spec.self = &health;
    assert_int_equal(mkdir(usb, 0755), 0);
    unlink(mounts);
    assert_int_equal(mkfifo(mounts, 0600), 0); /* which keeps the export waiting */
    knock(5);
    world_tap_each("471108");
    health.looks = 0;
    staff_service_ask(&desk, ASK_EXPORT, 0, (Slice){0});
    assert_int_equal(health.looks, 1);
    assert_true(pthread_equal(health.looked, pthread_self()));
    shift += DAY;
    FILE *file = fopen(mounts, "w");
    fprintf(file, "/dev/sdz1 %s vfat rw 0 0\n", usb);
    fclose(file);
    for (int i = 0; i < 1000 && staff_service_view(&desk)->exported == EXPORT_RUNNING; i++)
        usleep(10000);
    assert_int_equal(staff_service_view(&desk)->exported, EXPORT_DONE);
    assert_true(is_on_stick("rapport.html"));
    assert_int_equal(health.looks, 1);
    assert_false(pthread_equal(health.put, pthread_self()));
    unlink(mounts);
    close_all(stats);
}

/* Another kiosk's figures and a file that is none lie on the stick already. */
static void fill_stick(void) {
    char folder[160], path[200];
    Error error;
    assert_int_equal(mkdir(usb, 0755), 0);
    for (int other = 0; other < 2; other++) {
        snprintf(folder, sizeof folder, "%s/Azimut ailleurs %d", usb, other);
        assert_int_equal(mkdir(folder, 0755), 0);
        snprintf(path, sizeof path, "%s/statistiques.azimut", folder);
        if (other == 0) {
            StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01"));
            char own[160];
            snprintf(own, sizeof own, "%s/other.db", shop_folder);
            spec.path = own;
            static uint64_t seed = 77;
            spec.draw = (StatsDraw){draw_splitmix, &seed};
            Stats *stats = stats_open(spec);
            stats_tick(stats, shop_time("2026-10-02"));
            assert_true(stats_export(stats, path, &error));
            stats_close(stats);
        } else {
            FILE *file = fopen(path, "w");
            fputs("bonjour", file);
            fclose(file);
        }
    }
}

/* One report of all kiosks that lie on the stick, made without a terminal; what is none is left
 * out. */
static void test_the_kiosks_of_a_stick_go_together(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    FILE *file = fopen(mounts, "w");
    fprintf(file, "/dev/sdz1 %s vfat rw 0 0\n", usb);
    fclose(file);
    fill_stick();
    knock(5);
    world_tap_each("471108");
    staff_service_ask(&desk, ASK_EXPORT, 0, (Slice){0});
    for (int i = 0; i < 2000 && staff_service_view(&desk)->exported == EXPORT_RUNNING; i++)
        usleep(10000);
    assert_int_equal(staff_service_view(&desk)->exported, EXPORT_DONE);
    assert_true(is_on_stick("rapport.html")); /* its own */
    assert_true(is_on_stick("Toutes les bornes/rapport.html"));
    assert_true(is_on_stick("Toutes les bornes/tableaux/par-borne/visites.csv"));
    char path[200];
    Arena arena = {0};
    static Figures figures;
    Error error;
    snprintf(path, sizeof path, "%s/Azimut 2026-11-24/Toutes les bornes/statistiques.azimut", usb);
    assert_true(figures_read(path, (FiguresWish){0}, &arena, &figures, &error));
    assert_int_equal(figures.kiosks, 2);
    arena_free(&arena);
    close_all(stats);
}

/* An earlier month, a year beside it, by touch; where there is none the way there is barred. */
static void test_the_period_is_chosen_by_touch(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
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
    assert_true(world_says("comparé à la période"));
    close_all(stats);
}

/* What a counselor types stands beside the figures of its day and goes with the export. */
static void test_a_note_is_typed(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
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
    close_all(stats);
}

/* The count beside the state leads to the records themselves: what each is, until when, what to do.
 */
static void test_what_is_to_be_renewed_is_named(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("État");
    world_tap_label("À renouveler");
    assert_string_equal(app_screen_name(&world.app), "staff-renew");
    assert_true(world_says("Essayer le soudage sur simulateur"));
    assert_true(world_says("Événement · jusqu’au 2\u00A0décembre"));
    assert_true(world_says("Lui donner une nouvelle date, ou le laisser passer."));
    assert_false(world_says("Portes ouvertes du campus")); /* in more than sixty days */
    world_tap_label("Page suivante");
    assert_true(world_says("Demander à l’entreprise si l’offre continue."));
    world_tap_label("Retour");
    assert_string_equal(app_screen_name(&world.app), "staff");
    close_all(stats);
}

static void test_cleaning_answers_to_nothing(void **state) {
    (void)state;
    Stats *stats = open_stats();
    open_desk(stats);
    knock(5);
    world_tap_each("471108");
    world_tap_label("Borne");
    world_tap_label("Nettoyer l’écran");
    for (int y = 20; y < 1080; y += 60)
        for (int x = 20; x < 1920; x += 90) {
            app_touch(&world.app, (Touch){TOUCH_PRESS, {x, y}});
            app_touch(&world.app, (Touch){TOUCH_RELEASE, {x, y}});
        }
    assert_string_equal(app_screen_name(&world.app), "staff-clean");
    world_pass(61000);
    assert_string_equal(app_screen_name(&world.app), "staff");
    close_all(stats);
}

static void test_a_visit_that_asked_not_to_be_counted(void **state) {
    (void)state;
    world.staff = (StaffDesk){0};
    world_begin((Settings){0}, 1920, 1080);
    world_tap_label("Commencer");
    world_tap_label("Vie privée");
    world_tap_label("Ne pas compter cette visite");
    world_tap_label("Fermer");
    int before = world.facts[FACT_TRADE_OPEN];
    world_tap_label("Découvrir les métiers");
    world_tap_label("Tous les métiers");
    world_tap_label("Accueil");
    world_tap_label("J’ai fini");
    assert_int_equal(world.facts[FACT_TRADE_OPEN], before);
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.counted, 0);
    world_tap_label("Commencer"); /* the next visitor is counted again */
    world_tap_label("J’ai fini");
    assert_int_equal(world.counted, 1);
    world_end();
}

static int begin(void **state) {
    return sodium_init() < 0 || shop_setup(state) ? -1 : world_setup(state);
}

static int end(void **state) {
    return world_teardown(state) || shop_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_five_knocks_open_and_fewer_do_not),
        cmocka_unit_test(test_a_wrong_code_shows_nothing),
        cmocka_unit_test(test_the_area_and_its_end),
        cmocka_unit_test(test_a_forgotten_area_closes_itself),
        cmocka_unit_test(test_more_time_does_not_leave_the_area_open),
        cmocka_unit_test(test_no_stick_is_said),
        cmocka_unit_test(test_what_is_wrong_is_said),
        cmocka_unit_test(test_what_happened_to_the_statistics_is_said),
        cmocka_unit_test(test_the_age_of_the_content),
        cmocka_unit_test(test_content_that_came_later),
        cmocka_unit_test(test_without_statistics_it_says_so),
        cmocka_unit_test(test_the_staff_sets_the_clock),
        cmocka_unit_test(test_a_clock_that_is_not_set_is_told),
        cmocka_unit_test(test_a_month_has_its_days),
        cmocka_unit_test(test_without_a_helper_the_clock_is_fixed),
        cmocka_unit_test(test_a_disk_that_fills_is_told),
        cmocka_unit_test(test_the_export_is_whole),
        cmocka_unit_test(test_the_export_is_of_the_day_on_which_it_began),
        cmocka_unit_test(test_the_kiosks_of_a_stick_go_together),
        cmocka_unit_test(test_the_period_is_chosen_by_touch),
        cmocka_unit_test(test_a_note_is_typed),
        cmocka_unit_test(test_what_is_to_be_renewed_is_named),
        cmocka_unit_test(test_cleaning_answers_to_nothing),
        cmocka_unit_test(test_a_visit_that_asked_not_to_be_counted),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
