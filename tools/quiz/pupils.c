#include "tools/quiz/pupils.h"

#include "quiz/choose.h"
#include "quiz/match.h"
#include "quiz/rank.h"

#include <math.h>

#define PI 3.14159265358979323846

typedef struct Dice {
    uint64_t seed, thrown;
} Dice;

static Dice dice_of(uint64_t seed, int number) {
    return (Dice){choose_random(seed, (uint64_t)number), 0};
}

/* Above 0, below 1. */
static double uniform(Dice *dice) {
    return ((double)(choose_random(dice->seed, dice->thrown++) >> 11) + 0.5) / 9007199254740992.0;
}

/* Box and Muller. */
static double normal(Dice *dice) {
    double radius = sqrt(-2 * log(uniform(dice)));
    return radius * cos(2 * PI * uniform(dice));
}

/* ---- how items are answered ------------------------------------------------------------------ */

/* Of public inventories, where each letter has 8 items: S is liked by most (2.50 of 4), R by few
   (0.93); the others lie between. The workshop is put near R. Loadings .34 to .87, mean .68,
   which is .84 beside .81 of variance on 0 to 4: those of the answers, as a regression on the
   interest finds them; rounding and cutting take a share, which ROUNDED gives back. Of 985 people
   whose scales are laid over each other the variance about their own scale's mean (of items of
   variance 1, 24 of them) is .52 in the middle and 1.18 for one in twenty: 2.27 times as much. So
   unsteady people are; here it is .48 and 1.12. */
static const double POPULARITY[QUIZ_LETTERS] = {0.93, 2.0, 2.0, 2.50, 1.5, 1.25};
#define POPULARITY_WORKSHOP 1.9
#define POPULARITY_SPREAD 0.40
#define LOADING_MEAN 0.68
#define LOADING_SPREAD 0.12
#define LOADING_LEAST 0.34
#define LOADING_MOST 0.87
#define STRETCH 1.54
#define ROUNDED 1.07
#define UNSTEADINESS 0.28 /* spread of the logarithm of how unsteady people are */

static double within(double x, double least, double most) {
    return x < least ? least : x > most ? most : x;
}

/* The mean of round(middle + STRETCH * z), cut to 0..4. */
static double mean_answer(double middle) {
    double mean = 0;
    for (int step = 0; step < 4; step++)
        mean += 0.5 * erfc((step + 0.5 - middle) / STRETCH / sqrt(2));
    return mean;
}

static double middle_for(double mean) {
    double low = -10, high = 14;
    for (int i = 0; i < 50; i++) {
        double half = (low + high) / 2;
        if (mean_answer(half) < mean)
            low = half;
        else
            high = half;
    }
    return low;
}

static Habit real_habit(int dimension, Dice *dice) {
    double usual = dimension < QUIZ_LETTERS ? POPULARITY[dimension] : POPULARITY_WORKSHOP;
    double mean = within(usual + POPULARITY_SPREAD * normal(dice), 0.3, 3.6);
    double loading =
        within(LOADING_MEAN + LOADING_SPREAD * normal(dice), LOADING_LEAST, LOADING_MOST);
    return (Habit){dimension, ROUNDED * loading, middle_for(mean), STRETCH};
}

static Habit expected_habit(Measure item) {
    double spread = sqrt(item.loading * item.loading + item.variance);
    return (Habit){item.dimension, item.loading / spread, item.mean, spread};
}

/* What a letter's items are like on average, for those that the bank does not have. */
static Habit expected_letter(const QuizBank *bank, int letter) {
    Measure usual = {letter, bank->pull[letter], bank->base[letter], 0};
    int count = 0;
    for (int i = 0; i < bank->item_count; i++)
        if (bank->item[i].dimension == letter) {
            usual.variance += bank->item[i].variance;
            count++;
        }
    usual.variance /= count;
    return expected_habit(usual);
}

void crowd_gather(Crowd *crowd, const QuizBank *bank, CrowdKind kind, uint64_t seed) {
    *crowd = (Crowd){.bank = bank, .kind = kind, .seed = seed};
    belief_root(&bank->prior, crowd->root);
    Dice dice = dice_of(seed, -1);
    for (int i = 0; i < bank->item_count + HELD_OUT; i++) {
        bool held_out = i >= bank->item_count;
        int letter = (i - bank->item_count) % QUIZ_LETTERS;
        if (kind == CROWD_REAL)
            crowd->habit[i] = real_habit(held_out ? letter : bank->item[i].dimension, &dice);
        else
            crowd->habit[i] =
                held_out ? expected_letter(bank, letter) : expected_habit(bank->item[i]);
    }
}

/* ---- people ---------------------------------------------------------------------------------- */

static void draw_interest(const Crowd *crowd, Dice *dice, double interest[QUIZ_DIMENSIONS_MAX]) {
    double z[QUIZ_DIMENSIONS_MAX];
    for (int i = 0; i < QUIZ_LETTERS + crowd->bank->facet_count; i++) {
        z[i] = normal(dice);
        interest[i] = 0;
        for (int k = 0; k <= i; k++)
            interest[i] += crowd->root[i][k] * z[k];
    }
}

static signed char answer_of(const Habit *habit, const Pupil *pupil, double unsteady, Dice *dice) {
    double own = sqrt(1 - habit->loading * habit->loading) * unsteady * normal(dice);
    double pleasure = habit->loading * pupil->interest[habit->dimension] + own;
    return (signed char)within(floor(habit->middle + habit->stretch * pleasure + 0.5), 0, 4);
}

/* Of which the mean square is 1. */
static double unsteadiness(Dice *dice) {
    return exp(UNSTEADINESS * normal(dice) - UNSTEADINESS * UNSTEADINESS);
}

void pupil_draw(const Crowd *crowd, int number, Pupil *pupil) {
    Dice dice = dice_of(crowd->seed, number);
    int count = crowd->bank->item_count;
    *pupil = (Pupil){.answer = {0}};
    draw_interest(crowd, &dice, pupil->interest);
    double unsteady = crowd->kind == CROWD_REAL ? unsteadiness(&dice) : 1;
    for (int i = 0; i < count + HELD_OUT; i++) {
        signed char answer = crowd->kind == CROWD_CARELESS
                                 ? (signed char)(5 * uniform(&dice))
                                 : answer_of(&crowd->habit[i], pupil, unsteady, &dice);
        if (i < count)
            pupil->answer[i] = answer;
        else
            pupil->letter[crowd->habit[i].dimension] += (double)answer * QUIZ_LETTERS / HELD_OUT;
    }
}

int pupil_letter(const Pupil *pupil) {
    int best;
    rank_best(pupil->letter, QUIZ_LETTERS, 1, &best);
    return best;
}

int pupil_nearest(const QuizBank *bank, const Pupil *pupil, int places, int *trade) {
    double score[QUIZ_TRADES_MAX];
    MatchScale scale = match_scale_exactly(pupil->interest, bank->asked);
    for (int t = 0; t < bank->trade_count; t++)
        score[t] = match_score(scale, pupil->interest, bank->profile[t]);
    return rank_best(score, bank->trade_count, places, trade);
}
