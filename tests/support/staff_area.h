/* A kiosk of the real pack with a season of visits and a staff area, on 24 November 2026 at ten:
   its code is 471108, its sticks are looked for in a folder of the test. */
#pragma once

#include "staff/staff_service.h"
#include "support/shop.h"

typedef struct StaffArea {
    StaffService desk;
    Stats *stats;
    Millis steady, shift;
    int volume;
    Store *store; /* set before it opens, with `update`; NULL: nothing comes later */
    Update update;
    char pin[96], scratch[96], mounts[96], usb[96];
} StaffArea;

extern StaffArea staff_area; /* of the test program; for cmocka_run_group_tests: */
int staff_area_setup(void **state);
int staff_area_teardown(void **state);

/* Five visits a day since August, in a new file. */
Stats *staff_area_season(void);

/* A kiosk that nobody has touched yet, which counts there. */
void staff_area_open(Stats *stats);
void staff_area_close(void);

void staff_area_knock(int times); /* at its door */
void staff_area_enter(void);      /* with the code */

/* A test before the closed door, and one behind it. */
int staff_area_begins(void **state);
int staff_area_entered(void **state);
int staff_area_ends(void **state);
#define DOOR_TEST(name) cmocka_unit_test_setup_teardown(name, staff_area_begins, staff_area_ends)
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, staff_area_entered, staff_area_ends)
