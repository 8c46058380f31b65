/* Touches in any number, order, finger count and speed, with keys and time between them: nothing
 * breaks. */
#include "support/test.h"
#include "support/world.h"
#include "platform/window/finger.h"

#define TOUCHES 30000 /* a million of them are the soak's */

static uint64_t random_state;

/* xorshift64*: the same hands every time. */
static unsigned below(unsigned bound) {
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (unsigned)((random_state * 0x2545F4914F6CDD1DULL) >> 33) % bound;
}

/* Mostly on something, else anywhere, also off the screen. */
static Point somewhere(void) {
    const Page *page = app_page(&world.app);
    const Node *node = page->shown[below((unsigned)page->shown_count)];
    if (below(4) && !box_empty(node->box))
        return (Point){node->box.x + (int)below((unsigned)node->box.w),
                       node->box.y + (int)below((unsigned)node->box.h)};
    return (Point){(int)below(2200) - 100, (int)below(2200) - 100};
}

static void send(Finger *finger, RawTouch raw) {
    Touch touch;
    if (finger_take(finger, raw, &touch))
        app_touch(&world.app, touch);
}

/* Half of them are what a person does, the others are anything at all. */
static void one_touch(Finger *finger) {
    RawTouch raw = {(RawKind)below(6), (int64_t)below(4), somewhere(), world.app.now};
    if (below(3) == 0) /* else the page has only just come, and drops it */
        world_look();
    if (below(2)) {
        send(finger, raw);
        return;
    }
    raw.kind = RAW_FINGER_DOWN;
    send(finger, raw);
    app_page(&world.app);
    raw.kind = RAW_FINGER_UP;
    send(finger, raw);
}

static void something_else(void) {
    switch (below(5)) {
    case 0:
        app_key(&world.app, (KeyName)below(KEY_BACK + 1));
        break;
    case 1:
        app_type(&world.app, (char)('0' + below(10)));
        break;
    case 2:
        app_resize(&world.app, below(2) ? 1920 : 1080, below(2) ? 1080 : 1920);
        break;
    default:
        world_pass(below(below(20) ? 500 : 600000));
    }
}

static void test_random_touches(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    Finger finger = {0};
    random_state = 20261123;
    for (int i = 0; i < TOUCHES; i++) {
        one_touch(&finger);
        if (below(8) == 0)
            something_else();
        assert_true(app_page(&world.app)->shown_count > 0);
    }
    print_message("%d visits, %d answers, %d trades opened\n", world.ended,
                  world.facts[FACT_QUIZ_ANSWER], world.facts[FACT_TRADE_OPEN]);
    assert_true(world.ended > 30 && world.facts[FACT_QUIZ_ANSWER] > 30 &&
                world.facts[FACT_TRADE_OPEN] > 10);
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_touches)};
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
