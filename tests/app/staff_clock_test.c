/* The staff sets the clock, and sees that the disk fills. */
#include "support/staff_area.h"
#include "support/test.h"
#include "support/world.h"

static struct {
    Millis set; /* what was asked for */
    bool good, full;
} machine;

static bool set_clock(void *self, Millis local) {
    assert_ptr_equal(self, &machine);
    machine.set = local;
    staff_area.shift = machine.good ? local - staff_area.steady : staff_area.shift;
    app_clock(&world.app, staff_area.shift, false);
    return machine.good;
}

static bool storage_is_full(void *self) {
    (void)self;
    return machine.full;
}

/* Its clock is doubtful. */
static void enter_on_machine(bool good) {
    machine.set = 0;
    machine.good = good;
    staff_area.desk.spec.set_clock = set_clock;
    staff_area.desk.spec.storage_is_full = storage_is_full;
    staff_area.desk.spec.self = &machine;
    app_clock(&world.app, staff_area.shift, true);
    staff_area_enter();
}

static void test_the_staff_sets_the_clock(void **state) {
    (void)state;
    enter_on_machine(true);
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
}

static void test_a_clock_that_is_not_set_is_told(void **state) {
    (void)state;
    enter_on_machine(false);
    world_tap_label("Borne");
    world_tap_label("Régler l’horloge");
    world_tap_label("Mettre à cette heure");
    assert_true(world_says("ne s’est pas laissé régler"));
}

/* The 31st stays within shorter months, and February has its 29th. */
static void test_a_month_has_its_days(void **state) {
    (void)state;
    enter_on_machine(true);
    app_clock(&world.app, staff_area.shift = shop_time("2027-12-31T00:00"), true);
    world_tap_label("Borne");
    world_tap_label("Régler l’horloge");
    world_tap_label("Mois, plus");
    world_tap_label("Mois, plus");
    assert_true(world_says("29\u00A0février\u00A02028"));
    world_tap_label("Année, plus");
    assert_true(world_says("28\u00A0février\u00A02029"));
    world_tap_label("Jour, plus");
    assert_true(world_says("1er\u00A0mars\u00A02029"));
}

static void test_without_a_helper_the_clock_is_fixed(void **state) {
    (void)state;
    world_tap_label("Borne");
    assert_false(world_says("Régler l’horloge"));
}

static void test_a_disk_that_fills_is_told(void **state) {
    (void)state;
    for (int full = 0; full < 2; full++) {
        staff_area_open(staff_area_season());
        machine.full = full;
        enter_on_machine(true);
        world_tap_label("État");
        assert_int_equal(world_says("Le disque est presque plein"), full);
        staff_area_close();
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DOOR_TEST(test_the_staff_sets_the_clock),
        DOOR_TEST(test_a_clock_that_is_not_set_is_told),
        DOOR_TEST(test_a_month_has_its_days),
        STAFF_TEST(test_without_a_helper_the_clock_is_fixed),
        cmocka_unit_test(test_a_disk_that_fills_is_told),
    };
    return cmocka_run_group_tests(tests, staff_area_setup, staff_area_teardown);
}
