/* What a result says must be so: held against the quiz reckoned anew. */
#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/match.h"
#include "quiz/rank.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define PUPILS 150

static const QuizBank *bank(void) {
    return &world.bank;
}

/* Pupils of all kinds: many drawn from the model, and the stubborn ones who always say the same. */
static Quiz pupil(int number) {
    return number < 6 ? pupil_always(bank(), (uint64_t)number, number - 1)
                      : pupil_answers(bank(), (uint64_t)number);
}

static int family(const Suggestion *s) {
    return bank()->family[s->trade];
}

static int families_among(const QuizResult *r) {
    int families = 0;
    for (int i = 0; i < r->suggestion_count; i++) {
        bool seen = false;
        for (int j = 0; j < i; j++)
            seen |= family(&r->suggestion[i]) == family(&r->suggestion[j]);
        families += !seen;
    }
    return families;
}

static void test_five_different_trades_of_three_families(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        assert_int_equal(r.suggestion_count, RESULT_TRADES);
        assert_true(families_among(&r) >= 3);
        for (int i = 0; i < RESULT_TRADES; i++)
            for (int j = 0; j < i; j++)
                assert_int_not_equal(r.suggestion[i].trade, r.suggestion[j].trade);
    }
}

/* The score by what people answer, from the textbook: letters and facets each as a correlation. */
static double plain_score(const QuizResult *r, int trade) {
    double raw[QUIZ_DIMENSIONS_MAX];
    for (int d = 0; d < world_dimensions(); d++)
        raw[d] = r->mean[d];
    return match_score(match_scale_exactly(raw, bank()->asked), raw, bank()->plain[trade]);
}

static void test_the_last_is_a_surprise_that_has_some_likeness(void **state) {
    (void)state;
    int surprises = 0;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        const Suggestion *last = &r.suggestion[RESULT_TRADES - 1];
        for (int i = 0; i < RESULT_TRADES - 1; i++) {
            assert_false(r.suggestion[i].surprise);
            assert_true(!last->surprise || family(&r.suggestion[i]) != family(last));
            assert_true(!i || r.suggestion[i].score <= r.suggestion[i - 1].score);
        }
        assert_true(!last->surprise || last->score > 0);
        surprises += last->surprise;
    }
    assert_true(surprises > PUPILS / 2);
}

/* What the trade's workshop is made of, weighed by its facets: 2 is neither liked nor disliked. */
static double workshop(const QuizResult *r, int trade) {
    double sum = 0, weights = 0;
    for (int d = QUIZ_LETTERS; d < world_dimensions(); d++) {
        sum += bank()->weight[trade][d] * r->mean[d];
        weights += bank()->weight[trade][d];
    }
    return sum / weights;
}

/* A band has a floor on the score, in both readings, as well as on the chance; "very near" one
   on liking it. */
static void test_bands_have_floors(void **state) {
    (void)state;
    static const CrowdKind KINDS[] = {CROWD_MODEL, CROWD_REAL, CROWD_CARELESS};
    int seen[3] = {0};
    for (int n = 0; n < 3 * PUPILS; n++) {
        Quiz quiz = pupil_of(KINDS[n % 3], bank(), (uint64_t)n);
        double chance[QUIZ_TRADES_MAX];
        QuizResult r;
        result_five(&quiz, bank(), &r);
        top_probability(&quiz.belief, bank(), chance);
        for (int i = 0; i < r.suggestion_count; i++) {
            const Suggestion *s = &r.suggestion[i];
            assert_true(s->chance == chance[s->trade]);
            if (s->closeness >= CLOSE_NEAR)
                assert_true(s->chance >= 0.40 && s->score > 0 && plain_score(&r, s->trade) > -1e-9);
            if (s->closeness == CLOSE_VERY_NEAR)
                assert_true(s->chance >= 0.75 && workshop(&r, s->trade) > 2 - 1e-9);
            assert_true(!i || s->closeness <= r.suggestion[i - 1].closeness);
            seen[s->closeness]++;
        }
    }
    assert_true(seen[CLOSE_TO_DISCOVER] && seen[CLOSE_NEAR] && seen[CLOSE_VERY_NEAR]);
}

/* The same quiz, said to be scattered or not: each band is one step lower. */
static void test_scattered_answers_lower_every_band(void **state) {
    (void)state;
    int scattered = 0;
    for (uint64_t n = 0; n < 100; n++) {
        Quiz quiz = pupil_of(CROWD_CARELESS, bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        if (!(r.flags >> FLAG_SCATTERED & 1))
            continue;
        scattered++;
        for (int i = 0; i < r.suggestion_count; i++) {
            assert_true(r.suggestion[i].closeness < CLOSE_VERY_NEAR);
            assert_true(r.suggestion[i].chance >= 0.75 ||
                        r.suggestion[i].closeness == CLOSE_TO_DISCOVER);
        }
    }
    assert_true(scattered > 40);
}

/* ---- what is said of letters and facets ------------------------------------------------------ */

static double mean_answer(const Quiz *quiz, int dimension) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0 && bank()->item[quiz_item(quiz, i)].dimension == dimension) {
            sum += quiz->answer[i];
            count++;
        }
    return count ? sum / count : -1;
}

/* A letter is named when two answers carry it, they like it, and it leads; the profile never
   calls it "peu" then. */
static void test_named_letters_are_liked_and_carried(void **state) {
    (void)state;
    int named = 0, facets = 0;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = n % 2 ? pupil_of(CROWD_REAL, bank(), (uint64_t)n) : pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int i = 0; i < r.named_count; i++) {
            assert_true(quiz_answers_about(&quiz, bank(), r.named[i]) >= 2);
            assert_true(r.mean[r.named[i]] > 2 && mean_answer(&quiz, r.named[i]) > 2);
            assert_true(r.level[r.named[i]] >= LEVEL_RATHER);
            int better = 0;
            for (int d = 0; d < QUIZ_LETTERS; d++)
                better += r.mean[d] > r.mean[r.named[i]];
            assert_int_equal(better, i);
        }
        int facet = QUIZ_LETTERS + r.facet;
        assert_true(r.facet < 0 || r.level[facet] >= LEVEL_RATHER);
        assert_true(!r.facet_named || quiz_answers_about(&quiz, bank(), facet) >= 2);
        assert_true(!r.facet_named || r.facet >= 0);
        named += r.named_count;
        facets += r.facet_named;
    }
    assert_true(named > PUPILS / 2 && facets > PUPILS / 4);
}

/* Of each kind as many letters as its title names, and no facet where it speaks of none: what is
   counted is read from here. */
static void test_nothing_is_named_that_is_not_said(void **state) {
    (void)state;
    static const int MOST[RESULT_KIND_COUNT] = {2, 0, 1, 0, 0};
    int seen[RESULT_KIND_COUNT] = {0};
    for (int n = 0; n < 3 * PUPILS; n++) {
        Quiz quiz = n % 3 ? pupil_skipping(bank(), (uint64_t)n, n % 3 * 40) : pupil(n / 3);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_true(r.named_count <= MOST[r.kind]);
        assert_true(r.kind == RESULT_FIVE || r.facet == -1);
        seen[r.kind]++;
    }
    assert_true(seen[RESULT_FIVE] && seen[RESULT_MANY] && seen[RESULT_TOO_FEW] > 20);
}

static void test_levels(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int d = 0; d < world_dimensions(); d++) {
            double own = mean_answer(&quiz, d), mean = r.mean[d];
            Level expected = mean < 1.5              ? LEVEL_LITTLE
                             : mean <= 2 || own <= 2 ? LEVEL_MIDDLING
                             : mean < 2.75           ? LEVEL_RATHER
                                                     : LEVEL_MUCH;
            assert_int_equal(r.level[d], own < 0 ? LEVEL_UNKNOWN : expected);
        }
    }
}

/* The raw reading: with popular items the same answers mean the same liking, though less than
   others do. */
static void test_real_means_do_not_turn_likes_into_likes_more_than_others(void **state) {
    (void)state;
    static QuizBank popular;
    popular = *bank();
    for (int i = 0; i < popular.item_count; i++)
        popular.item[i].mean = 3.2;
    assert_int_equal(bank_finish(&popular).kind, BANK_GOOD);
    Quiz quiz = pupil_always(&popular, 1, 3);
    QuizResult r;
    result_of(&quiz, &popular, &r);
    assert_int_equal(r.kind, RESULT_MANY);
    for (int d = 0; d < world_dimensions(); d++) {
        assert_true(quiz.belief.mean[d] < 0);
        assert_true(fabs(r.mean[d] - 3) < 0.25);
    }
}

/* ---- what there is to say -------------------------------------------------------------------- */

/* Answers by what each question is about. */
static Quiz answered_by(const int answer[QUIZ_DIMENSIONS_MAX]) {
    Quiz quiz;
    quiz_begin(&quiz, bank(), 5);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank(), answer[bank()->item[quiz_item(&quiz, quiz.asked)].dimension],
                    3000);
    return quiz;
}

static ResultKind kind_when(const int answer[QUIZ_DIMENSIONS_MAX], QuizResult *r) {
    Quiz quiz = answered_by(answer);
    result_of(&quiz, bank(), r);
    return r->kind;
}

static void test_nothing_liked(void **state) {
    (void)state;
    for (int answer = 0; answer <= 2; answer++) {
        Quiz quiz = pupil_always(bank(), 3, answer);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_NOTHING);
        assert_int_equal(r.suggestion_count, 0);
        assert_int_equal(r.named_count, 0);
        assert_int_equal(r.facet, -1);
    }
}

static int liked_from(const Quiz *quiz, int first) {
    int liked = 0;
    for (int i = 0; i < quiz->asked; i++)
        liked += quiz->answer[i] > 2 && bank()->item[quiz_item(quiz, i)].dimension >= first;
    return liked;
}

/* Refuses everything but every so many questions of the workshop, or of all. */
static Quiz refuses_but(int first, int every, uint64_t seed) {
    Quiz quiz;
    int met = 0;
    quiz_begin(&quiz, bank(), seed);
    while (!quiz_finished(&quiz)) {
        bool of = bank()->item[quiz_item(&quiz, quiz.asked)].dimension >= first;
        bool helping = first && bank()->item[quiz_item(&quiz, quiz.asked)].dimension == 3;
        quiz_answer(&quiz, bank(), helping || (of && ++met % every == 0) ? 4 : 0, 3000);
    }
    return quiz;
}

/* "Nothing" and "nothing of the workshop" are said only of no more than one liked answer; where
   there are two and no interest yet, there are leads, and none of them is near. */
static void test_a_few_likes_are_not_nothing(void **state) {
    (void)state;
    int nothing = 0, leads = 0, elsewhere = 0;
    for (int every = 4; every <= 28; every += 2)
        for (uint64_t seed = 0; seed < 8; seed++)
            for (int first = 0; first <= QUIZ_LETTERS; first += QUIZ_LETTERS) {
                Quiz quiz = refuses_but(first, every, seed);
                QuizResult r;
                result_of(&quiz, bank(), &r);
                assert_true(r.kind != RESULT_NOTHING || liked_from(&quiz, 0) <= 1);
                assert_true(r.kind != RESULT_ELSEWHERE || liked_from(&quiz, QUIZ_LETTERS) <= 1);
                nothing += r.kind == RESULT_NOTHING;
                elsewhere += r.kind == RESULT_ELSEWHERE;
                bool likes = false;
                for (int d = 0; d < world_dimensions(); d++)
                    likes |= r.level[d] >= LEVEL_RATHER;
                leads += r.kind == RESULT_FIVE && !likes;
                for (int i = 0; i < r.suggestion_count && !likes; i++)
                    assert_int_equal(r.suggestion[i].closeness, CLOSE_TO_DISCOVER);
            }
    assert_true(nothing && leads && elsewhere);
}

static void test_everything_liked(void **state) {
    (void)state;
    for (int answer = 3; answer <= 4; answer++) {
        Quiz quiz = pupil_always(bank(), 3, answer);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_MANY);
        assert_int_equal(families_among(&r), RESULT_TRADES);
    }
}

/* All skipped, or two thirds: nothing is said, and no letter or facet is there to be counted. */
static void test_too_few_answers(void **state) {
    (void)state;
    for (int every = 0; every <= 4; every += 4) {
        Quiz quiz;
        QuizResult r;
        quiz_begin(&quiz, bank(), 3);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, bank(), every && quiz.asked % every == 0 ? 4 : QUIZ_SKIPPED, 0);
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_TOO_FEW);
        assert_int_equal(r.suggestion_count, 0);
        for (int d = 0; d < world_dimensions() && !every; d++)
            assert_int_equal(r.level[d], LEVEL_UNKNOWN);
        assert_true(r.named_count == 0 && r.facet == -1);
    }
}

/* Helping or creating is liked and nothing of the workshop: what is nearest to it is a bridge. */
static void test_interests_that_lie_elsewhere(void **state) {
    (void)state;
    for (int letter = 2; letter <= 3; letter++) {
        int answer[QUIZ_DIMENSIONS_MAX] = {0};
        QuizResult r;
        answer[letter] = 4;
        assert_int_equal(kind_when(answer, &r), RESULT_ELSEWHERE);
        assert_int_equal(r.named[0], letter);
        assert_int_equal(r.suggestion_count, RESULT_BRIDGES);
        for (int i = 0; i < r.suggestion_count; i++) {
            double own = bank()->weight[r.suggestion[i].trade][letter];
            int more = 0;
            for (int t = 0; t < bank()->trade_count; t++)
                more += bank()->weight[t][letter] > own;
            assert_int_equal(more, i); /* no two have the same */
            assert_int_equal(r.suggestion[i].closeness, CLOSE_TO_DISCOVER);
        }
        answer[0] = 4; /* who likes to work with their hands is at home here */
        assert_int_equal(kind_when(answer, &r), RESULT_FIVE);
        answer[0] = 0;
        answer[9] = answer[7] = 4; /* with two workshops besides it is a result like others */
        assert_int_equal(kind_when(answer, &r), RESULT_FIVE);
    }
}

/* ---- why ------------------------------------------------------------------------------------- */

static double share(const Quiz *quiz, MatchScale scale, int position, int trade) {
    double part[QUIZ_DIMENSIONS_MAX];
    belief_part(&quiz->belief, bank()->item[quiz_item(quiz, position)], quiz->answer[position],
                part);
    return match_score(scale, part, bank()->profile[trade]);
}

static MatchScale workshop_scale(const Quiz *quiz) {
    return (MatchScale){0, match_scale(&quiz->belief, bank()->asked).facets};
}

static bool is_of_trade(const Quiz *quiz, int position, int trade) {
    int d = bank()->item[quiz_item(quiz, position)].dimension;
    return d >= QUIZ_LETTERS && bank()->profile[trade][d] > 0;
}

/* The two liked answers about the trade's own workshop that count most there, and the disliked
   one that costs most; nothing about something unrelated. */
static void check_workshop_reasons(const Quiz *quiz, const Suggestion *s) {
    MatchScale scale = workshop_scale(quiz);
    double second = s->because[1] >= 0 ? share(quiz, scale, s->because[1], s->trade) : 0;
    double worst = s->despite >= 0 ? share(quiz, scale, s->despite, s->trade) : 0;
    for (int i = 0; i < 2; i++)
        if (s->because[i] >= 0) {
            assert_true(quiz->answer[s->because[i]] > 2 &&
                        is_of_trade(quiz, s->because[i], s->trade));
            assert_true(share(quiz, scale, s->because[i], s->trade) >= second);
        }
    if (s->despite >= 0)
        assert_true(quiz->answer[s->despite] < 2 && is_of_trade(quiz, s->despite, s->trade) &&
                    worst < 0);
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] < 0 || !is_of_trade(quiz, i, s->trade))
            continue;
        double p = share(quiz, scale, i, s->trade);
        if (quiz->answer[i] > 2 && i != s->because[0] && i != s->because[1])
            assert_true(p <= second || p <= 0);
        if (quiz->answer[i] < 2)
            assert_true(p >= worst);
    }
}

/* A refusal is said when its share is the largest of all; and only then. */
static void check_unchosen(const Quiz *quiz, const Suggestion *s) {
    MatchScale scale = match_scale(&quiz->belief, bank()->asked);
    int largest = -1;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0 && share(quiz, scale, i, s->trade) > 0 &&
            (largest < 0 ||
             share(quiz, scale, i, s->trade) > share(quiz, scale, largest, s->trade)))
            largest = i;
    bool refused = largest >= 0 && quiz->answer[largest] < 2 &&
                   quiz->answer[largest] < bank()->item[quiz_item(quiz, largest)].mean;
    assert_int_equal(s->unchosen, refused ? largest : -1);
}

static void test_reasons_are_the_largest_shares(void **state) {
    (void)state;
    int because = 0, letters = 0, unchosen = 0, despite = 0;
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            const Suggestion *s = &r.suggestion[k];
            check_workshop_reasons(&quiz, s);
            check_unchosen(&quiz, s);
            if (s->because_letter >= 0)
                assert_true(r.level[s->because_letter] >= LEVEL_RATHER &&
                            bank()->profile[s->trade][s->because_letter] > 0);
            because += s->because[0] >= 0;
            letters += s->because_letter >= 0;
            unchosen += s->unchosen >= 0;
            despite += s->despite >= 0;
        }
    }
    assert_true(because > 0 && letters > 0 && unchosen > 0 && despite > 0);
}

/* The same questions with one answer replaced, believed from the beginning: is the trade among
   the five nearest? */
static bool near_with(const Quiz *quiz, int position, int answer, int trade) {
    Belief belief;
    double score[QUIZ_TRADES_MAX];
    int best[TOP_PLACES];
    belief_begin(&belief, &bank()->prior);
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0)
            belief_answer(&belief, bank()->item[quiz_item(quiz, i)],
                          i == position ? answer : quiz->answer[i]);
    rank_scores(&belief, bank(), score);
    for (int i = rank_best(score, bank()->trade_count, TOP_PLACES, best); i > 0; i--)
        if (best[i - 1] == trade)
            return true;
    return false;
}

static int smallest_step(const Quiz *quiz, int trade) {
    bool near = near_with(quiz, -1, 0, trade);
    for (int step = 1; step <= QUIZ_ANSWER_MAX; step++)
        for (int i = 0; i < quiz->asked; i++)
            for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++)
                if (quiz->answer[i] >= 0 &&
                    (answer - quiz->answer[i] == step || quiz->answer[i] - answer == step) &&
                    near_with(quiz, i, answer, trade) != near)
                    return step;
    return 0;
}

static void test_what_would_change_it_would_and_nothing_less(void **state) {
    (void)state;
    int turned = 0, never = 0;
    for (int n = 6; n < 36; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            int trade = r.suggestion[k].trade;
            Change change = result_change(&quiz, bank(), trade);
            if (change.position < 0) {
                assert_int_equal(smallest_step(&quiz, trade), 0);
                never++;
                continue;
            }
            int step = change.answer - quiz.answer[change.position];
            assert_true(near_with(&quiz, change.position, change.answer, trade) !=
                        near_with(&quiz, -1, 0, trade));
            assert_int_equal(step < 0 ? -step : step, smallest_step(&quiz, trade));
            turned++;
        }
    }
    assert_true(turned > 0 && never > 0);
}

static void test_a_dropped_trade_never_comes_back_and_the_others_stay(void **state) {
    (void)state;
    for (int n = 6; n < 40; n++) {
        Quiz quiz = pupil(n);
        QuizResult before, after;
        result_five(&quiz, bank(), &before);
        int trade = before.suggestion[n % RESULT_TRADES].trade;
        quiz_drop(&quiz, trade);
        result_five(&quiz, bank(), &after);
        assert_int_equal(after.suggestion_count, RESULT_TRADES);
        for (int i = 0; i < RESULT_TRADES; i++)
            assert_int_not_equal(after.suggestion[i].trade, trade);
    }
}

static void test_a_campus_of_few_trades_shows_them_all(void **state) {
    (void)state;
    static QuizBank few;
    for (int trades = 1; trades <= 4; trades++) {
        few = world.bank;
        few.trade_count = trades;
        assert_int_equal(bank_finish(&few).kind, BANK_GOOD);
        Quiz quiz = pupil_answers(&few, 1);
        QuizResult r;
        result_five(&quiz, &few, &r);
        assert_int_equal(r.suggestion_count, trades);
    }
}

static void test_ties_are_seen(void **state) {
    (void)state;
    int seen[RESULT_TRADES] = {0};
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        assert_true(r.neck_and_neck >= 1 && r.neck_and_neck < RESULT_TRADES);
        for (int i = 1; i < r.neck_and_neck; i++) /* "neck and neck" above two bands */
            assert_int_equal(r.suggestion[i].closeness, r.suggestion[0].closeness);
        seen[r.neck_and_neck]++;
    }
    assert_true(seen[1] > 0 && seen[2] > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_five_different_trades_of_three_families),
        cmocka_unit_test(test_the_last_is_a_surprise_that_has_some_likeness),
        cmocka_unit_test(test_bands_have_floors),
        cmocka_unit_test(test_scattered_answers_lower_every_band),
        cmocka_unit_test(test_named_letters_are_liked_and_carried),
        cmocka_unit_test(test_nothing_is_named_that_is_not_said),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_real_means_do_not_turn_likes_into_likes_more_than_others),
        cmocka_unit_test(test_nothing_liked),
        cmocka_unit_test(test_a_few_likes_are_not_nothing),
        cmocka_unit_test(test_everything_liked),
        cmocka_unit_test(test_too_few_answers),
        cmocka_unit_test(test_interests_that_lie_elsewhere),
        cmocka_unit_test(test_reasons_are_the_largest_shares),
        cmocka_unit_test(test_what_would_change_it_would_and_nothing_less),
        cmocka_unit_test(test_a_dropped_trade_never_comes_back_and_the_others_stay),
        cmocka_unit_test(test_a_campus_of_few_trades_shows_them_all),
        cmocka_unit_test(test_ties_are_seen),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
