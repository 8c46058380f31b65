/* What the staff is told of the machine and its content. */
#include "base/log.h"

#include "support/draws.h"
#include "support/staff_area.h"
#include "support/test.h"
#include "support/world.h"

#include <stdio.h>

static void look_at_state(Stats *stats) {
    staff_area_open(stats);
    staff_area_enter();
    world_tap_label("État");
}

static void test_what_is_wrong_is_said(void **state) {
    (void)state;
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01"));
    spec.path = "/no/such/folder/stats.db";
    shop_clean();
    look_at_state(stats_open(spec));
    assert_true(world_says("Les visites sont gardées en mémoire"));
    assert_true(world_says("Contenu version"));
    assert_false(world_says("Aucun souci"));
    world_tap_label("Chiffres");
    assert_true(
        world_says("Les chiffres ne se lisent pas")); /* and not that nothing is published */
    staff_area_close();
    look_at_state(staff_area_season());
    assert_false(world_says("Les visites sont gardées en mémoire")); /* all is well again */
    staff_area_close();
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
    look_at_state(stats);
    assert_true(world_says("L’ancien fichier des statistiques était illisible"));
    staff_area_close();
    stats = staff_area_season();
    log_line("stats", "a.db is kept as b.db: the clock went back");
    look_at_state(stats);
    assert_false(world_says("L’ancien fichier des statistiques était illisible"));
    staff_area_close();
}

static void look_at_content_of(const char *day, Stats *stats) {
    Slice was = world.pack.campus.dated;
    world.pack.campus.dated = slice_from(day);
    look_at_state(stats);
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
        look_at_content_of(CASES[i].dated, staff_area_season());
        assert_true(world_says("Contenu version"));
        assert_true(world_says(CASES[i].says));
        assert_false(world_says(CASES[i].not ));
        assert_false(world_says("Aucun contenu"));
        staff_area_close();
    }
}

/* Content that comes later: which is shown, that its signature is old, that none can be written;
   and the button that goes back asks twice. */
static void test_content_that_came_later(void **state) {
    (void)state;
    Stats *stats = staff_area_season();
    Store later;
    store_open(&later, (StoreSpec){.folder = "/proc/no/store", .disk = &DISK_REAL});
    assert_int_not_equal(later.trouble, 0);
    later.ledger.shown = later.running = (Item){.id = "forges",
                                                .version = 12,
                                                .hash = "0123456789abcdef",
                                                .is_signed = true,
                                                .expires = shop_time("2026-11-22")};
    later.ledger.since = shop_time("2026-11-24T09:10");
    update_begin(&staff_area.update,
                 (UpdateSpec){.store = &later, .mounts = "/none", .in_turn = true}, 0);
    staff_area.store = &later;
    look_at_state(stats);
    assert_true(world_says("La signature du contenu a expiré"));
    assert_true(world_says("Le dossier des contenus ne s’écrit pas"));
    world_tap_label("Contenu");
    assert_true(world_says("Contenu 12 à l’essai depuis 09:10"));
    world_tap_label("Mettre à jour depuis la clé");
    assert_true(world_says("Aucune clé USB trouvée"));
    world_tap_label("Revenir à la précédente");
    world_tap_label("Toucher encore");
    assert_true(world_says("Contenu 12 à l’essai")); /* it cannot be written, and stays */
    staff_area.store = NULL;
    staff_area_close();
    update_end(&staff_area.update);
    store_close(&later);
}

/* Started without --stats: said where the figures would be, among what is to be known, and at the
   export. */
static void test_without_statistics_it_says_so(void **state) {
    (void)state;
    shop_clean();
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01"));
    spec.path = NULL;
    look_at_content_of("2026-11-01", stats_open(spec));
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Aucun souci"));
    world_tap_label("Chiffres");
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Rien n’est encore publié"));
    world_tap_label("Borne");
    assert_true(world_says("sans fichier de statistiques"));
    assert_false(world_says("Brancher une clé"));
    staff_area_close();
}

/* The count beside the state leads to the records themselves: what each is, until when, what to do.
 */
static void test_what_is_to_be_renewed_is_named(void **state) {
    (void)state;
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
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_wrong_is_said),
        cmocka_unit_test(test_what_happened_to_the_statistics_is_said),
        cmocka_unit_test(test_the_age_of_the_content),
        cmocka_unit_test(test_content_that_came_later),
        cmocka_unit_test(test_without_statistics_it_says_so),
        STAFF_TEST(test_what_is_to_be_renewed_is_named),
    };
    return cmocka_run_group_tests(tests, staff_area_setup, staff_area_teardown);
}
