#include "pupils.h"

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

static void draw_interest(const QuizBank *bank, Dice *dice, double interest[QUIZ_DIMENSIONS]) {
    double l[QUIZ_DIMENSIONS][QUIZ_DIMENSIONS], z[QUIZ_DIMENSIONS];
    belief_root(&bank->prior, l);
    for (int i = 0; i < QUIZ_DIMENSIONS; i++) {
        z[i] = normal(dice);
        interest[i] = 0;
        for (int k = 0; k <= i; k++)
            interest[i] += l[i][k] * z[k];
    }
}

static signed char rounded(double answer) {
    double nearest = floor(answer + 0.5);
    return (signed char)(nearest < 0 ? 0 : nearest > 4 ? 4 : nearest);
}

void pupil_draw(const QuizBank *bank, uint64_t seed, int number, Pupil *pupil) {
    Dice dice = dice_of(seed, number);
    draw_interest(bank, &dice, pupil->interest);
    for (int i = 0; i < bank->item_count; i++) {
        Measure item = bank->item[i];
        double pleasure = item.mean + item.loading * pupil->interest[item.dimension];
        pupil->answer[i] = rounded(pleasure + sqrt(item.variance) * normal(&dice));
    }
}

void pupil_draw_careless(const QuizBank *bank, uint64_t seed, int number, Pupil *pupil) {
    Dice dice = dice_of(seed, number);
    draw_interest(bank, &dice, pupil->interest);
    for (int i = 0; i < bank->item_count; i++)
        pupil->answer[i] = (signed char)(5 * uniform(&dice));
}

int pupil_nearest(const QuizBank *bank, const Pupil *pupil, int places, int *trade) {
    double score[QUIZ_TRADES_MAX];
    Taste taste = match_taste_exactly(pupil->interest);
    for (int t = 0; t < bank->trade_count; t++)
        score[t] = match_score(taste, pupil->interest, bank->profile[t]);
    return rank_best(score, bank->trade_count, places, trade);
}
