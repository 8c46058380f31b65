/* A game for two: which questions, and that nothing is said of a team which two answers do not
   carry, on every pair of answers that a child could think of and on thousands drawn at random. */
#include "quiz/duel.h"

#include "quiz/choose.h"
#include "quiz/rank.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

#define SEEDS 400

static const QuizBank *bank(void) {
    return &world.bank;
}

static int dimension_at(const Duel *duel, int position) {
    return bank()->item[duel->item[position]].dimension;
}

/* ---- which questions ------------------------------------------------------------------------- */

static void test_ten_different_questions_two_of_each_dimension(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        Duel duel;
        duel_begin(&duel, bank(), seed);
        assert_int_equal(duel.length, DUEL_QUESTIONS);
        for (int i = 0; i < duel.length; i++) {
            int about = 0;
            for (int j = 0; j < duel.length; j++) {
                assert_true(i == j || duel.item[i] != duel.item[j]);
                about += dimension_at(&duel, i) == dimension_at(&duel, j);
            }
            assert_int_equal(about, DUEL_EACH);
            assert_true(!i || dimension_at(&duel, i) != dimension_at(&duel, i - 1));
        }
    }
}

static void test_one_of_each_kind_of_work(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        Duel duel;
        duel_begin(&duel, bank(), seed);
        for (int i = 0; i < DUEL_DIMENSIONS; i++)
            for (int j = 0; j < i; j++) {
                int a = dimension_at(&duel, i), b = dimension_at(&duel, j);
                assert_true(a >= QUIZ_LETTERS && b >= QUIZ_LETTERS);
                assert_int_not_equal(bank()->kind[a - QUIZ_LETTERS],
                                     bank()->kind[b - QUIZ_LETTERS]);
            }
    }
}

static void test_every_facet_has_its_turn(void **state) {
    (void)state;
    bool seen[QUIZ_DIMENSIONS_MAX] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        Duel duel;
        duel_begin(&duel, bank(), seed);
        for (int i = 0; i < duel.length; i++)
            seen[dimension_at(&duel, i)] = true;
    }
    for (int d = QUIZ_LETTERS; d < world_dimensions(); d++)
        assert_true(seen[d]);
}

static void test_a_small_bank_asks_what_it_has(void **state) {
    (void)state;
    static QuizBank small;
    small = *bank();
    int kept = 0, first = bank()->item[0].dimension;
    for (int i = 0; i < bank()->item_count; i++)
        if (bank()->item[i].dimension == first)
            small.item[kept++] = bank()->item[i];
    Duel duel;
    small.item_count = kept;
    duel_begin(&duel, &small, 1);
    assert_int_equal(duel.length, DUEL_EACH);
    small.item_count = 1;
    duel_begin(&duel, &small, 1);
    assert_int_equal(duel.length, 0);
}

/* ---- answering ------------------------------------------------------------------------------- */

static void test_the_next_question_is_for_both(void **state) {
    (void)state;
    Duel duel;
    duel_begin(&duel, bank(), 1);
    assert_false(duel_answered(&duel, 0));
    duel_answer(&duel, 1, 4);
    assert_false(duel_both_answered(&duel));
    duel_answer(&duel, 1, 0); /* thought better of it */
    duel_answer(&duel, 0, QUIZ_SKIPPED);
    assert_true(duel_both_answered(&duel));
    assert_int_equal(duel.answer[1][0], 0);
    duel_next(&duel);
    assert_int_equal(duel.at, 1);
    assert_false(duel_answered(&duel, 0) || duel_answered(&duel, 1));
    assert_true(duel_back(&duel));
    assert_false(duel_answered(&duel, 0) || duel_answered(&duel, 1));
    assert_false(duel_back(&duel));
}

/* ---- the team -------------------------------------------------------------------------------- */

/* Answers by dimension, in the order of their first questions. */
static DuelTeam team_of(uint64_t seed, const int left[DUEL_DIMENSIONS],
                        const int right[DUEL_DIMENSIONS], Duel *duel) {
    DuelTeam team;
    duel_begin(duel, bank(), seed);
    for (int i = 0; i < duel->length; i++, duel_next(duel)) {
        duel_answer(duel, 0, left[i % DUEL_DIMENSIONS]);
        duel_answer(duel, 1, right[i % DUEL_DIMENSIONS]);
    }
    duel_team(duel, bank(), &team);
    return team;
}

static void test_two_who_differ_are_a_team(void **state) {
    (void)state;
    int with_trades = 0;
    for (uint64_t seed = 0; seed < 40; seed++) {
        Duel duel;
        DuelTeam team = team_of(seed, (int[]){4, 0, 0, 0, 0}, (int[]){0, 4, 0, 0, 0}, &duel);
        assert_int_equal(team.kind, DUEL_TEAM);
        assert_int_equal(team.most[0], dimension_at(&duel, 0));
        assert_int_equal(team.most[1], dimension_at(&duel, 1));
        assert_int_equal(team.shared_count, 0);
        with_trades += team.trade_count > 0;
        for (int i = 0; i < team.trade_count; i++)
            for (int side = 0; side < DUEL_SIDES; side++)
                assert_true(bank()->profile[team.trade[i]][team.most[side]] > 0);
    }
    assert_in_range(with_trades, 10, 40);
}

static void test_what_both_like_is_said_of_both(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        Duel duel;
        DuelTeam team = team_of(seed, (int[]){4, 0, 2, 0, 4}, (int[]){4, 4, 0, 0, 0}, &duel);
        assert_int_equal(team.kind, DUEL_ALIKE);
        assert_int_equal(team.most[0], dimension_at(&duel, 0));
        assert_int_equal(team.most[1], team.most[0]);
        assert_int_equal(team.shared_count, 0);
    }
}

static void test_one_who_likes_nothing_is_no_fault(void **state) {
    (void)state;
    Duel duel;
    DuelTeam team = team_of(3, (int[]){4, 0, 0, 0, 0}, (int[]){0, 0, 0, 0, 0}, &duel);
    assert_int_equal(team.kind, DUEL_ONE);
    assert_int_equal(team.liking[1], DUEL_NOTHING);
    assert_int_equal(team.most[1], -1);
    assert_int_equal(team.trade_count, 0);
    team = team_of(3, (int[]){0, 0, 0, 0, 0}, (int[]){0, 0, 0, 0, 0}, &duel);
    assert_int_equal(team.kind, DUEL_NONE);
}

static void test_who_passes_everything_over_is_asked_for_nothing(void **state) {
    (void)state;
    static const int PASSED[] = {-1, -1, -1, -1, -1};
    Duel duel;
    DuelTeam team = team_of(3, PASSED, PASSED, &duel);
    assert_int_equal(team.kind, DUEL_NONE);
    assert_int_equal(team.liking[0], DUEL_TOO_FEW);
    assert_int_equal(team.liking[1], DUEL_TOO_FEW);
}

static void test_who_likes_everything_shares_everything(void **state) {
    (void)state;
    static const int ALL[] = {4, 4, 4, 4, 4};
    Duel duel;
    DuelTeam team = team_of(5, ALL, ALL, &duel);
    assert_int_equal(team.kind, DUEL_ALIKE);
    assert_int_equal(team.shared_count, DUEL_SHARED);
    assert_int_equal(team.trade_count, DUEL_TRADES);
    assert_int_not_equal(team.shared[0], team.most[0]);
    assert_int_not_equal(team.shared[0], team.shared[1]);
}

/* ---- held against the answers themselves ----------------------------------------------------- */

static void count(const Duel *duel, int side, int dimension, int *answers, int *sum) {
    *answers = *sum = 0;
    for (int i = 0; i < duel->length; i++)
        if (dimension_at(duel, i) == dimension && duel->answer[side][i] >= 0) {
            *sum += duel->answer[side][i];
            ++*answers;
        }
}

/* Two answers, and more yes than no. */
static void expect_carried(const Duel *duel, int side, int dimension) {
    int answers, sum;
    count(duel, side, dimension, &answers, &sum);
    assert_true(answers >= DUEL_EACH && sum > 2 * answers);
}

static void expect_leads(const Duel *duel, int side, int most) {
    int answers, sum, other;
    count(duel, side, most, &answers, &sum);
    expect_carried(duel, side, most);
    for (int i = 0; i < DUEL_DIMENSIONS; i++) {
        count(duel, side, dimension_at(duel, i), &answers, &other);
        assert_true(answers < DUEL_EACH || other <= sum);
    }
}

static void expect_true(const Duel *duel, const DuelTeam *team) {
    for (int side = 0; side < DUEL_SIDES; side++) {
        assert_int_equal(team->liking[side] == DUEL_LIKES, team->most[side] >= 0);
        if (team->most[side] >= 0)
            expect_leads(duel, side, team->most[side]);
        for (int i = 0; i < team->shared_count; i++)
            expect_carried(duel, side, team->shared[i]);
        for (int i = 0; i < team->trade_count; i++)
            assert_true(bank()->profile[team->trade[i]][team->most[side]] > 0);
    }
    if (team->kind == DUEL_ALIKE)
        assert_int_equal(team->most[0], team->most[1]);
    if (team->kind == DUEL_TEAM)
        assert_int_not_equal(team->most[0], team->most[1]);
    if (team->kind < DUEL_ALIKE)
        assert_int_equal(team->shared_count + team->trade_count, 0);
}

static void test_whatever_is_answered_what_is_said_is_true(void **state) {
    (void)state;
    static const int ANSWERS[] = {QUIZ_SKIPPED, 0, 2, 4};
    int kinds[DUEL_TEAM + 1] = {0};
    for (uint64_t game = 0; game < 1500; game++) {
        Duel duel;
        DuelTeam team;
        duel_begin(&duel, bank(), game);
        for (int i = 0; i < duel.length; i++, duel_next(&duel))
            for (int side = 0; side < DUEL_SIDES; side++) {
                uint64_t drawn = choose_random(game + 7, (uint64_t)(2 * i + side));
                duel_answer(&duel, side, ANSWERS[drawn % 4]);
            }
        duel_team(&duel, bank(), &team);
        expect_true(&duel, &team);
        kinds[team.kind]++;
    }
    for (int kind = DUEL_NONE; kind <= DUEL_TEAM; kind++)
        assert_in_range(kinds[kind], 10, 1500);
}

/* Who sits where makes no difference. */
static void test_sides_are_alike(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        Duel duel;
        static const int A[] = {4, 2, 0, 4, -1}, B[] = {2, 4, 4, 0, 0};
        DuelTeam one = team_of(seed, A, B, &duel), other = team_of(seed, B, A, &duel);
        assert_int_equal(one.kind, other.kind);
        assert_int_equal(one.most[0], other.most[1]);
        assert_int_equal(one.most[1], other.most[0]);
        assert_memory_equal(one.shared, other.shared, sizeof one.shared);
        assert_memory_equal(one.trade, other.trade, sizeof one.trade);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ten_different_questions_two_of_each_dimension),
        cmocka_unit_test(test_one_of_each_kind_of_work),
        cmocka_unit_test(test_every_facet_has_its_turn),
        cmocka_unit_test(test_a_small_bank_asks_what_it_has),
        cmocka_unit_test(test_the_next_question_is_for_both),
        cmocka_unit_test(test_two_who_differ_are_a_team),
        cmocka_unit_test(test_what_both_like_is_said_of_both),
        cmocka_unit_test(test_one_who_likes_nothing_is_no_fault),
        cmocka_unit_test(test_who_passes_everything_over_is_asked_for_nothing),
        cmocka_unit_test(test_who_likes_everything_shares_everything),
        cmocka_unit_test(test_whatever_is_answered_what_is_said_is_true),
        cmocka_unit_test(test_sides_are_alike),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
