#include "support/staff_area.h"

#include "support/draws.h"
#include "support/test.h"
#include "support/world.h"

#include <sodium.h>
#include <stdio.h>

#define CODE "471108"

StaffArea staff_area = {.volume = 40};

static int get_volume(void) {
    return staff_area.volume;
}

static bool set_volume(int percent) {
    staff_area.volume = percent;
    return true;
}

int staff_area_setup(void **state) {
    return sodium_init() < 0 || shop_setup(state) ? -1 : world_setup(state);
}

int staff_area_teardown(void **state) {
    return world_teardown(state) || shop_teardown(state);
}

Stats *staff_area_season(void) {
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-08-01")));
    for (int day = 0; day < 115; day++)
        for (int v = 0; v < 5; v++)
            shop_visit(stats, true, shop_time("2026-08-01T10:00") + day * CIVIL_DAY);
    return stats;
}

static void set_path(char path[96], const char *name) {
    snprintf(path, 96, "%s/%s", shop_folder, name);
}

void staff_area_open(Stats *stats) {
    StaffArea *s = &staff_area;
    Error error;
    set_path(s->pin, "pin");
    set_path(s->scratch, "shown");
    set_path(s->mounts, "mounts");
    set_path(s->usb, "usb");
    assert_true(pin_set(s->pin, CODE, &error));
    s->stats = stats;
    s->steady = 0;
    s->shift = shop_time("2026-11-24T10:00");
    staff_service_begin(&s->desk, (StaffServiceSpec){.pin = s->pin,
                                                     .mounts = s->mounts,
                                                     .sticks = "/tmp/",
                                                     .scratch = s->scratch,
                                                     .pack = &world.pack,
                                                     .store = s->store,
                                                     .update = s->store ? &s->update : NULL,
                                                     .stats = stats,
                                                     .now = &s->steady,
                                                     .civil_shift = &s->shift,
                                                     .volume = get_volume,
                                                     .set_volume = set_volume});
    world.staff = (StaffDesk){&s->desk, staff_service_view, staff_service_ask};
    world_begin((Settings){0}, 1920, 1080);
}

void staff_area_close(void) {
    world_end();
    staff_service_end(&staff_area.desk);
    stats_close(staff_area.stats);
}

void staff_area_knock(int times) {
    for (int i = 0; i < times; i++) {
        app_page(&world.app);
        app_touch(&world.app, (Touch){TOUCH_PRESS, {1860, 50}});
        app_touch(&world.app, (Touch){TOUCH_RELEASE, {1860, 50}});
    }
}

void staff_area_enter(void) {
    staff_area_knock(5);
    world_tap_each(CODE);
}

int staff_area_begins(void **state) {
    (void)state;
    staff_area_open(staff_area_season());
    return 0;
}

int staff_area_entered(void **state) {
    staff_area_begins(state);
    staff_area_enter();
    return 0;
}

int staff_area_ends(void **state) {
    (void)state;
    staff_area_close();
    return 0;
}
