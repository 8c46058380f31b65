#include "base/arena.h"

#include "support/test.h"

#include <string.h>

static void test_hands_out_zeroed_memory_that_does_not_overlap(void **state) {
    (void)state;
    Arena arena = {0};
    unsigned char *part[200];
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 200; i++) {
            size_t size = (size_t)(i * 7919 % 5000 + 1);
            part[i] = arena_alloc(&arena, size);
            assert_int_equal((uintptr_t)part[i] % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < size; k++)
                assert_int_equal(part[i][k], 0);
            memset(part[i], i + 1, size);
        }
        for (int i = 0; i < 200; i++)
            assert_int_equal(part[i][(size_t)(i * 7919 % 5000)], (unsigned char)(i + 1));
        arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    arena_free(&arena);
}

static void test_settled_arena_gives_the_same_memory_again(void **state) {
    (void)state;
    Arena arena = {0};
    void *first = arena_alloc(&arena, 100);
    arena_reset(&arena);
    assert_ptr_equal(arena_alloc(&arena, 100), first);
    arena_free(&arena);
}

static void test_wipe_leaves_nothing_to_read(void **state) {
    (void)state;
    Arena arena = {0};
    Slice secret = arena_copy(&arena, LIT("beaucoup"));
    arena_wipe(&arena);
    for (int i = 0; i < secret.len; i++)
        assert_int_equal(secret.at[i], 0);
    arena_free(&arena);
}

static void test_printf_of_any_length(void **state) {
    (void)state;
    Arena arena = {0};
    Slice text = arena_printf(&arena, "%0*d", 70000, 7);
    assert_int_equal(text.len, 70000);
    assert_int_equal(text.at[69999], '7');
    assert_int_equal(text.at[70000], 0);
    arena_free(&arena);
}

static void test_a_list_that_grows_keeps_what_it_has(void **state) {
    (void)state;
    Arena arena = {0};
    int *list = NULL, count = 0;
    for (int i = 0; i < 1000; i++)
        *LIST_ADD(&arena, list, count) = i;
    assert_int_equal(count, 1000);
    for (int i = 0; i < count; i++)
        assert_int_equal(list[i], i);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hands_out_zeroed_memory_that_does_not_overlap),
        cmocka_unit_test(test_settled_arena_gives_the_same_memory_again),
        cmocka_unit_test(test_wipe_leaves_nothing_to_read),
        cmocka_unit_test(test_printf_of_any_length),
        cmocka_unit_test(test_a_list_that_grows_keeps_what_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
