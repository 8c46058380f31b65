/* A button leads to a page only where the pack has what it is about. */
#include "content/target.h"

#include "support/test.h"

static void test_a_quiz_has_questions(void **state) {
    (void)state;
    Question item[1] = {{.dimension = 2}};
    Pack pack = {.item = item};
    assert_false(target_has_page(&pack, TARGET_QUIZ));
    pack.item_count = 1;
    assert_true(target_has_page(&pack, TARGET_QUIZ));
}

/* Where it asks of nothing twice there is nothing to ask at all. */
static void test_a_game_for_two_has_two_about_one_thing(void **state) {
    (void)state;
    Question item[4] = {
        {.dimension = 0}, {.dimension = 1}, {.dimension = QUIZ_LETTERS + 3}, {.dimension = 1}};
    Pack pack = {.item = item, .facet_count = QUIZ_FACETS_LEAST};
    for (pack.item_count = 0; pack.item_count < 4; pack.item_count++)
        assert_false(target_has_page(&pack, TARGET_DUEL));
    assert_true(target_has_page(&pack, TARGET_DUEL));
    item[3].dimension = QUIZ_LETTERS + 3; /* of a facet as of a letter */
    assert_true(target_has_page(&pack, TARGET_DUEL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_quiz_has_questions),
        cmocka_unit_test(test_a_game_for_two_has_two_about_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
