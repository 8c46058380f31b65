/* Which doors of a plan are places that one can be led to, and under what name. */
#include "tools/import/import.h"

#include "support/languages.h"
#include "support/sketch.h"
#include "support/test.h"

/* A hall, a square before it, and a door to it for each kind of tags. */
static void draw(const char *tags) {
    sketch_begin();
    sketch_rect("indoor=area|room=hall|level=0|name:fr=Hall|kiosk:ref=hall", 0, 0, 20, 10);
    sketch_rect("indoor=area|room=outside|level=0|name:fr=Parvis|kiosk:ref=parvis", 0, -10, 20, 0);
    sketch_node(tags, 10, 0);
    sketch_import();
    assert_true(sketch.good);
}

static const PlanSpace *entrance(void) {
    const PlanSpace *found = NULL;
    for (int i = 0; i < sketch.plan.space_count; i++)
        if (sketch.plan.space[i].kind == SPACE_ENTRANCE) {
            assert_null(found); /* a door is one place */
            found = &sketch.plan.space[i];
        }
    return found;
}

static void expect_entrance(const char *tags, const char *french, const char *english) {
    draw(tags);
    const PlanSpace *s = entrance();
    assert_non_null(s);
    assert_true(s->place);
    assert_true(slice_is(s->name.plain.in[LANG_FR], french));
    assert_true(slice_is(s->name.plain.in[LANG_EN], english));
    assert_int_equal(sketch.plan.node[s->node].space, sketch_space("hall")); /* inside */
    assert_int_equal(s->ring_count, 1);
    assert_int_equal(s->corner_count, 0); /* nothing is drawn of it */
}

static void test_a_door_to_the_outside_is_a_place(void **state) {
    (void)state;
    expect_entrance("door=yes|level=0", "Entrée", "Entrance");
    expect_entrance("door=yes|entrance=main|level=0", "Entrée principale", "Main entrance");
    expect_entrance("door=yes|entrance=yes|level=0|name:fr=Porte du parc|name:en=Park gate",
                    "Porte du parc", "Park gate");
}

static void test_nobody_is_led_to_an_alarm_or_a_locked_door(void **state) {
    (void)state;
    draw("door=yes|entrance=emergency|level=0");
    assert_null(entrance());
    draw("door=yes|access=private|level=0");
    assert_null(entrance());
}

static void test_a_door_within_the_building_is_none(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|room=hall|level=0|name:fr=Hall|kiosk:ref=hall", 0, 0, 20, 10);
    sketch_rect("indoor=room|room=office|level=0|name:fr=Bureau|ref=B1", 20, 0, 30, 10);
    sketch_node("door=yes|level=0", 20, 5);
    sketch_import();
    assert_null(entrance());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_door_to_the_outside_is_a_place),
        cmocka_unit_test(test_nobody_is_led_to_an_alarm_or_a_locked_door),
        cmocka_unit_test(test_a_door_within_the_building_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
