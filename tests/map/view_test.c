/* What lies where on the glass: the camera, names within their rooms, a way walked in time. */
#include "map/labels.h"
#include "map/view.h"
#include "map/walk.h"

#include "support/languages.h"
#include "support/hand_plan.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

static Arena arena;

static int teardown(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

static void expect_near(double a, double b) {
    if (fabs(a - b) > NEAR * fmax(1, fabs(b)))
        fail_msg("%f is not %f", a, b);
}

static MapView view_of(const Plan *plan) {
    return (MapView){.plan = plan, .kiosk = 0, .chosen = PLAN_NONE, .frame = plan->box};
}

/* ---- the camera ------------------------------------------------------------------------------ */

static void test_there_and_back(void **state) {
    (void)state;
    Camera c = camera_fit((Spot){-1000, -2000}, (Spot){40000, 20000}, 33, 1240, 780, 20);
    for (int i = 0; i < 100; i++) {
        Spot there = {i * 731 % 41000 - 1000, i * 377 % 22000 - 2000};
        Spot back = camera_unproject(&c, camera_project(&c, there));
        expect_near(back.x, there.x);
        expect_near(back.y, there.y);
    }
}

static void test_up_is_what_lies_ahead(void **state) {
    (void)state;
    Plan p = hand_plan(); /* the screen faces south: who looks at it looks north */
    MapView view = view_of(&p);
    expect_near(view_up_deg(&view), 360);
    p.kiosk[0].bearing_cdeg = 9000; /* faces east: one looks west */
    Camera c = view_camera(&view, 1240, 780);
    expect_near(c.up_deg, 270);
    Pixel here = camera_project(&c, (Spot){5000, 6000}),
          west = camera_project(&c, (Spot){4000, 6000});
    assert_true(west.y < here.y);
    expect_near(west.x, here.x);
    view.north_up = true;
    expect_near(view_up_deg(&view), 0);
}

static void test_everything_fits_at_the_start(void **state) {
    (void)state;
    for (double up = 0; up < 360; up += 15) {
        Camera c = camera_fit((Spot){0, -12000}, (Spot){38000, 20000}, up, 1240, 780, 30);
        const Spot corners[] = {{0, -12000}, {38000, -12000}, {38000, 20000}, {0, 20000}};
        for (int i = 0; i < 4; i++) {
            Pixel p = camera_project(&c, corners[i]);
            assert_true(p.x >= 29.9 && p.y >= 29.9 && p.x <= 1210.1 && p.y <= 750.1);
        }
    }
}

static void test_what_is_under_the_finger_stays_there(void **state) {
    (void)state;
    Plan p = hand_plan();
    MapView view = view_of(&p);
    CameraBounds bounds = view_bounds(&view, 1240, 780);
    Camera c = view_camera(&view, 1240, 780);
    Pixel finger = {700, 300};
    Spot spot = camera_unproject(&c, finger);
    Camera moved[] = {camera_zoom(c, 1.7, finger, &bounds), camera_turn(c, 40, finger, &bounds)};
    for (int i = 0; i < 2; i++) {
        Pixel now = camera_project(&moved[i], spot);
        expect_near(now.x, finger.x);
        expect_near(now.y, finger.y);
    }
    Camera panned = camera_pan(c, 50, -20, &bounds);
    Pixel now = camera_project(&panned, spot);
    expect_near(now.x, finger.x + 50);
    expect_near(now.y, finger.y - 20);
}

static void test_nobody_gets_lost(void **state) {
    (void)state;
    Plan p = hand_plan();
    MapView view = view_of(&p);
    CameraBounds bounds = view_bounds(&view, 1240, 780);
    Camera c = view_camera(&view, 1240, 780);
    for (int i = 0; i < 100; i++)
        c = camera_pan(camera_zoom(c, 0.7, (Pixel){0, 0}, &bounds), -3000, 2000, &bounds);
    assert_true(c.at.x >= p.box.min.x && c.at.x <= p.box.max.x && c.at.y >= p.box.min.y &&
                c.at.y <= p.box.max.y);
    expect_near(c.scale, bounds.least_scale);
    for (int i = 0; i < 100; i++)
        c = camera_zoom(c, 1.5, (Pixel){600, 300}, &bounds);
    expect_near(c.scale, bounds.most_scale);
}

static void test_a_full_turn_is_no_turn(void **state) {
    (void)state;
    Plan p = hand_plan();
    MapView view = view_of(&p);
    CameraBounds bounds = view_bounds(&view, 1240, 780);
    Camera start = view_camera(&view, 1240, 780), c = start;
    for (int i = 0; i < 36; i++)
        c = camera_turn(c, 10, (Pixel){620, 390}, &bounds);
    assert_memory_equal(&c.up_deg, &start.up_deg, sizeof c.up_deg);
    expect_near(c.at.x, start.at.x);
    expect_near(c.at.y, start.at.y);
}

static void test_a_pose_gives_its_camera_back(void **state) {
    (void)state;
    Plan p = hand_plan();
    MapView view = view_of(&p);
    CameraBounds bounds = view_bounds(&view, 1240, 780);
    Camera c =
        camera_turn(camera_zoom(view_camera(&view, 1240, 780), 2.3, (Pixel){100, 200}, &bounds), 77,
                    (Pixel){5, 5}, &bounds);
    view.pose = view_pose(&view, c);
    Camera again = view_camera(&view, 1240, 780);
    expect_near(again.at.x, c.at.x);
    expect_near(again.at.y, c.at.y);
    expect_near(again.scale, c.scale);
    expect_near(again.up_deg, c.up_deg);
}

static void test_a_finger_finds_the_room_it_points_at(void **state) {
    (void)state;
    const Plan *plan = &world.pack.plan;
    for (int i = 0; i < plan->space_count; i++) {
        if (!plan->space[i].place)
            continue;
        MapView view = view_of(plan);
        view.level = plan->space[i].level;
        view.pose.turned_deg = 30;
        Camera c = view_camera(&view, 1240, 780);
        int found =
            view_pick(&view, &c,
                      camera_project(&c, (Spot){plan->space[i].anchor.x, plan->space[i].anchor.y}));
        assert_true(found == i || plan->space[found].area_dm2 < plan->space[i].area_dm2);
    }
    MapView view = view_of(plan);
    Camera c = view_camera(&view, 1240, 780);
    assert_int_equal(view_pick(&view, &c, (Pixel){1, 1}), PLAN_NONE);
}

/* ---- names ----------------------------------------------------------------------------------- */

static int list_wishes(const Plan *plan, int level, LabelWish *wish) {
    int count = 0;
    for (int i = 0; i < plan->space_count; i++)
        if (plan->space[i].level == level && plan->space[i].place)
            wish[count++] = (LabelWish){
                .space = i,
                .priority = 1,
                .form = {{plan->space[i].name.plain.in[LANG_FR].len * 16, 34}, {90, 68}, {50, 34}}};
    return count;
}

static bool crosses_a_wall(const Plan *plan, const Camera *c, const LabelSpot *spot) {
    const PlanSpace *s = &plan->space[spot->space];
    MapView view = view_of(plan);
    view.level = s->level;
    for (int edge = 0; edge < 40;
         edge++) { /* walk around the box: every point of it lies in the room */
        double t = edge % 10 / 9.0, x = edge < 10 ? t : edge < 20 ? 1 : edge < 30 ? 1 - t : 0;
        double y = edge < 10 ? 0 : edge < 20 ? t : edge < 30 ? 1 : 1 - t;
        int under = view_pick(
            &view, c, (Pixel){spot->box.x + x * spot->box.w, spot->box.y + y * spot->box.h});
        if (under == PLAN_NONE ||
            (under != spot->space && plan->space[under].area_dm2 >= s->area_dm2))
            return true;
    }
    return false;
}

static void check_names(const Plan *plan, const Camera *c, int level, LabelSpot *spot,
                        const LabelSpot *before, int before_count, int *count) {
    static LabelWish wish[512];
    int wishes = list_wishes(plan, level, wish);
    *count = labels_place(plan, c, wish, wishes, NULL, 0, before, before_count, spot);
    for (int i = 0; i < *count; i++) {
        assert_false(crosses_a_wall(plan, c, &spot[i]));
        for (int j = 0; j < i; j++)
            assert_false(box_overlap(spot[i].box, spot[j].box));
    }
}

static void test_names_stay_in_their_rooms_and_off_each_other(void **state) {
    (void)state;
    static LabelSpot spot[512];
    const Plan *plan = &world.pack.plan;
    int most = 0;
    for (int level = 0; level < plan->level_count; level++)
        for (double turn = 0; turn < 360; turn += 24)
            for (double closer = 0; closer < 3; closer++) {
                MapView view = view_of(plan);
                view.pose = (MapPose){.turned_deg = turn, .closer = closer};
                Camera c = view_camera(&view, 1240, 780);
                int count;
                check_names(plan, &c, level, spot, NULL, 0, &count);
                most = count > most ? count : most;
            }
    assert_true(most > 15);
}

static void test_a_name_that_stands_keeps_standing(void **state) {
    (void)state;
    static LabelSpot spot[2][512];
    const Plan *plan = &world.pack.plan;
    MapView view = view_of(plan);
    Camera c = view_camera(&view, 1240, 780);
    int count[2], now = 0;
    check_names(plan, &c, 0, spot[0], NULL, 0, &count[0]);
    for (int step = 0; step < 60; step++) {
        view.pose.turned_deg += 1;
        c = view_camera(&view, 1240, 780);
        check_names(plan, &c, 0, spot[!now], spot[now], count[now], &count[!now]);
        for (int i = 0; i < count[now];
             i++) { /* gone only if it no longer fits, in that form or against a neighbour */
            bool stays = false,
                 fits = labels_fits(plan, &c, spot[now][i].space, spot[now][i].box.w + 2,
                                    spot[now][i].box.h + 2),
                 free = true;
            Pixel at = camera_project(&c, (Spot){plan->space[spot[now][i].space].anchor.x,
                                                 plan->space[spot[now][i].space].anchor.y});
            Box box = {(int)at.x - spot[now][i].box.w / 2, (int)at.y - spot[now][i].box.h / 2,
                       spot[now][i].box.w, spot[now][i].box.h};
            free = box_within(box_grow(box, 2), (Box){0, 0, 1240, 780});
            for (int j = 0; j < count[!now]; j++) {
                stays |= spot[!now][j].space == spot[now][i].space;
                free &= spot[!now][j].space == spot[now][i].space ||
                        !box_overlap(box_grow(box, 8), spot[!now][j].box);
            }
            assert_true(stays || !fits || !free);
        }
        now = !now;
    }
}

/* ---- signs and plates ------------------------------------------------------------------------ */

static int place_two(const Plan *plan, LabelWish a, LabelWish b, LabelSpot spot[2]) {
    MapView view = view_of(plan);
    Camera c = view_camera(&view, 1240, 780);
    return labels_place(plan, &c, (LabelWish[]){a, b}, 2, NULL, 0, NULL, 0, spot);
}

static void test_a_plate_may_stand_over_walls_and_a_name_may_not(void **state) {
    (void)state;
    LabelSpot spot[2];
    const Plan *plan = &world.pack.plan;
    int room = plan_find_space(plan, LIT("A5"));
    LabelWish wide = {.space = room, .form = {{400, 30, false}}}, none = {.space = room};
    assert_int_equal(place_two(plan, wide, none, spot), 0);
    wide.form[0].over_walls = true;
    assert_int_equal(place_two(plan, wide, none, spot), 1);
    assert_int_equal(spot[0].box.w, 400);
}

/* One sign stands for its like next door; signs of two kinds stand side by side. */
static void test_signs_of_one_kind_keep_apart(void **state) {
    (void)state;
    LabelSpot spot[2];
    const Plan *plan = &world.pack.plan;
    int one = plan_find_space(plan, LIT("A2")), next = plan_find_space(plan, LIT("A3"));
    LabelWish a = {.space = one, .apart = 1, .form = {{40, 40, true}}},
              b = {.space = next, .apart = 1, .form = {{40, 40, true}}};
    assert_int_equal(place_two(plan, a, b, spot), 1);
    assert_int_equal(spot[0].space, one);
    b.apart = 2;
    assert_int_equal(place_two(plan, a, b, spot), 2);
    b.apart = 1;
    b.space = plan_find_space(plan, LIT("010")); /* far away */
    assert_int_equal(place_two(plan, a, b, spot), 2);
}

/* ---- the walk-through ------------------------------------------------------------------------ */

typedef struct Told {
    Path path;
    Decisions steps;
} Told;

static Told tell(const Plan *p, int space, Millis when) {
    RouteAsk ask = {p->kiosk[0].node, p->space[space].node, {true}, when};
    Route route = route_find(router_new(p, &arena), ask);
    Told told = {.path = path_of(p, &route, ask.from, &arena)};
    told.steps = directions_decide(p, &route, &told.path, 0, space, &arena);
    return told;
}

static void test_a_way_is_walked_step_by_step_once(void **state) {
    (void)state;
    Plan p = hand_plan();
    Told t = tell(&p, HAND_ROOM, 0);
    double last = 0;
    int step = 0;
    for (Millis age = 0; age < WALK_STEP_MS * t.steps.count; age += 16) {
        Walk now = walk_at(&t.path, &t.steps, age);
        const Decision *d = &t.steps.decision[now.step];
        assert_false(now.done);
        assert_true(now.step == step || now.step == step + 1);
        assert_true(now.reached_mm >= last - 0.001);
        assert_true(now.reached_mm >= d->along_mm - 0.001 && now.reached_mm <= d->until_mm + 0.001);
        assert_int_equal(now.level, d->level);
        step = now.step;
        last = now.reached_mm;
    }
    Walk end = walk_at(&t.path, &t.steps, WALK_MOST_MS);
    assert_true(end.done && end.step == t.steps.count - 1 &&
                fabs(end.reached_mm - t.path.length_mm) < 1);
    assert_true(walk_at(&(Path){0}, &(Decisions){0}, 5).done);
}

/* While a floor is left both are seen, and whoever walks is on one of the two. */
static void test_a_change_of_floors_shows_both(void **state) {
    (void)state;
    const Plan *p = &world.pack.plan;
    Millis when = civil_to((Civil){.year = 2026, .month = 11, .day = 23, .hour = 14});
    Told t = tell(p, plan_find_space(p, LIT("221")), when); /* two floors up */
    int changes = 0;
    for (Millis age = 0; age < WALK_MOST_MS; age += 16) {
        Walk now = walk_at(&t.path, &t.steps, age);
        const Decision *d = &t.steps.decision[now.step];
        assert_int_equal(now.beside, d->to_level == d->level ? PLAN_NONE : d->to_level);
        if (now.beside == PLAN_NONE)
            continue;
        int on = path_at(&t.path, now.reached_mm).level;
        assert_true(on == now.level || on == now.beside);
        changes++;
    }
    assert_true(changes > 0);
}

static void test_the_longest_way_takes_twelve_seconds(void **state) {
    (void)state;
    static Decision step[40];
    static PathPoint point[2] = {{.along_mm = 0}, {.at = {40000, 0}, .along_mm = 40000}};
    for (int i = 0; i < 40; i++)
        step[i] = (Decision){.along_mm = i * 1000, .until_mm = (i + 1) * 1000};
    Path path = {point, 2, 40000};
    Decisions steps = {step, 40};
    assert_int_equal(walk_at(&path, &steps, WALK_MOST_MS - 1).step, 39);
    assert_true(walk_at(&path, &steps, WALK_MOST_MS).done);
    assert_int_equal(walk_picture(&path, &steps, 7).step, 7);
    assert_true(walk_picture(&path, &steps, 7).reached_mm == 8000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_up_is_what_lies_ahead),
        cmocka_unit_test(test_everything_fits_at_the_start),
        cmocka_unit_test(test_what_is_under_the_finger_stays_there),
        cmocka_unit_test(test_nobody_gets_lost),
        cmocka_unit_test(test_a_full_turn_is_no_turn),
        cmocka_unit_test(test_a_pose_gives_its_camera_back),
        cmocka_unit_test(test_a_finger_finds_the_room_it_points_at),
        cmocka_unit_test(test_names_stay_in_their_rooms_and_off_each_other),
        cmocka_unit_test(test_a_name_that_stands_keeps_standing),
        cmocka_unit_test(test_a_plate_may_stand_over_walls_and_a_name_may_not),
        cmocka_unit_test(test_signs_of_one_kind_keep_apart),
        cmocka_unit_test(test_a_way_is_walked_step_by_step_once),
        cmocka_unit_test(test_a_change_of_floors_shows_both),
        cmocka_unit_test(test_the_longest_way_takes_twelve_seconds),
    };
    return cmocka_run_group_tests(tests, world_setup, teardown);
}
