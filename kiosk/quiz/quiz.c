#include "quiz/quiz.h"

#include "quiz/choose.h"
#include "quiz/rank.h"

#include <string.h>

#define N QUIZ_DIMENSIONS

/* Enough is known when the five nearest trades have been the same for some answers, the leaders are likely to stay among
   them, and no letter is vague. With 4 answers and .80 instead, 2,000 simulated pupils are asked 28.8 questions and found no
   better than with 24. */
#define STEADY_ANSWERS 3
#define SURE_LEADERS 3
#define SURE_CHANCE 0.60
#define LETTERS_SPREAD_MAX 0.55

enum { WARM_UP = 11, CLUSTERS = 5 };

/* ---- which question ------------------------------------------------------------------------------------------------------ */

static bool is_open(const Quiz *quiz, int item) {
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->item[i] == item)
            return false;
    return true;
}

/* Every dimension is heard once before anybody may see a result, so that nothing is left out unasked. */
static bool is_owed(const Quiz *quiz, const QuizBank *bank, int dimension) {
    for (int i = 0; i < quiz->asked; i++)
        if (bank->item[quiz->item[i]].dimension == dimension)
            return false;
    return true;
}

static int owed(const Quiz *quiz, const QuizBank *bank) {
    int count = 0;
    for (int d = 0; d < N; d++)
        count += is_owed(quiz, bank, d);
    return count;
}

/* Place `at` of a shuffled 0..count-1; Fisher and Yates with the seed's own numbers. */
static int shuffled(uint64_t seed, int count, int at) {
    int order[N];
    for (int i = 0; i < count; i++)
        order[i] = i;
    for (int i = count - 1; i > 0; i--) {
        int j = (int)(choose_random(seed, (uint64_t)i) % (uint64_t)(i + 1)), kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    return order[at];
}

/* First every letter and one facet of each kind of work, in turn: a picture in broad strokes. */
static int warm_up_dimension(const Quiz *quiz) {
    static const int CLUSTER[CLUSTERS][2] = {{6, 7}, {8, 12}, {9, 10}, {11, 13}, {14, 15}}; /* ME, AD, SP, LQ, OH */
    if (quiz->asked % 2 == 0)
        return shuffled(quiz->seed, QUIZ_LETTERS, quiz->asked / 2);
    int cluster = shuffled(quiz->seed + 1, CLUSTERS, quiz->asked / 2);
    return CLUSTER[cluster][choose_random(quiz->seed + 2, (uint64_t)cluster) & 1];
}

/* A letter and a facet in turn, as they are in the bank: the shortened form of the whole. */
static int fixed_dimension(const Quiz *quiz) {
    int at = quiz->asked / 2;
    return quiz->asked % 2 == 0 ? shuffled(quiz->seed, QUIZ_LETTERS, at % QUIZ_LETTERS)
                                : QUIZ_LETTERS + shuffled(quiz->seed + 1, QUIZ_FACETS, at % QUIZ_FACETS);
}

/* What may be asked now: only what is owed once the time for it runs out; never two of one dimension in a row. Both rules
   bend when nothing else is left. */
static void open_items(const Quiz *quiz, const QuizBank *bank, bool *open) {
    int last = quiz->asked ? bank->item[quiz->item[quiz->asked - 1]].dimension : -1;
    bool only_owed = quiz->asked < QUIZ_LEAST && owed(quiz, bank) >= QUIZ_LEAST - quiz->asked, any = false;
    for (int pass = 0; pass < 2 && !any; pass++)
        for (int i = 0; i < bank->item_count; i++) {
            int d = bank->item[i].dimension;
            open[i] = is_open(quiz, i) && (pass || (d != last && (!only_owed || is_owed(quiz, bank, d))));
            any |= open[i];
        }
}

static int next_item(const Quiz *quiz, const QuizBank *bank) {
    bool open[QUIZ_ITEMS_MAX];
    uint64_t random = choose_random(quiz->seed + 3, (uint64_t)quiz->asked);
    int item = -1;
    for (int i = 0; i < bank->item_count; i++)
        open[i] = is_open(quiz, i);
    if (quiz->fixed || quiz->asked < WARM_UP)
        item = choose_of_dimension(bank, open, quiz->fixed ? fixed_dimension(quiz) : warm_up_dimension(quiz), random);
    if (item >= 0)
        return item;
    open_items(quiz, bank, open);
    return choose_item(&quiz->belief, bank, open, random);
}

/* ---- is it enough? -------------------------------------------------------------------------------------------------------- */

static bool leaders_are_sure(const Quiz *quiz, const QuizBank *bank) {
    double chance[QUIZ_TRADES_MAX], score[QUIZ_TRADES_MAX];
    int leader[SURE_LEADERS];
    likely_top(&quiz->belief, bank, chance);
    rank_scores(&quiz->belief, bank, score);
    int count = rank_best(score, bank->trade_count, SURE_LEADERS, leader);
    for (int i = 0; i < count; i++)
        if (chance[leader[i]] < SURE_CHANCE)
            return false;
    return true;
}

static bool is_settled(const Quiz *quiz, const QuizBank *bank) {
    return quiz->asked >= QUIZ_LEAST && quiz->steady >= STEADY_ANSWERS &&
           belief_letters_spread(&quiz->belief) <= LETTERS_SPREAD_MAX && leaders_are_sure(quiz, bank);
}

static int longest(const Quiz *quiz, const QuizBank *bank) {
    int most = quiz->fixed ? quiz->fixed : QUIZ_MOST;
    return bank->item_count < most ? bank->item_count : most;
}

static bool is_enough(const Quiz *quiz, const QuizBank *bank) {
    return quiz->asked >= longest(quiz, bank) || (!quiz->fixed && is_settled(quiz, bank));
}

/* ---- answering ------------------------------------------------------------------------------------------------------------ */

static void find_top(Quiz *quiz, const QuizBank *bank) {
    double score[QUIZ_TRADES_MAX];
    int top[LIKELY_TOP];
    rank_scores(&quiz->belief, bank, score);
    int count = rank_best(score, bank->trade_count, LIKELY_TOP, top);
    for (int i = 1; i < count; i++) /* as a set: sorted */
        for (int j = i; j > 0 && top[j] < top[j - 1]; j--) {
            int kept = top[j];
            top[j] = top[j - 1];
            top[j - 1] = kept;
        }
    bool same = count == quiz->top_count && memcmp(top, quiz->top, sizeof *top * (size_t)count) == 0;
    quiz->steady = same ? quiz->steady + 1 : 0;
    quiz->top_count = count;
    memcpy(quiz->top, top, sizeof *top * (size_t)count);
}

static void learn(Quiz *quiz, const QuizBank *bank, int position) {
    if (quiz->answer[position] >= 0)
        belief_answer(&quiz->belief, bank->item[quiz->item[position]], quiz->answer[position]);
    find_top(quiz, bank);
}

static void know_nothing(Quiz *quiz, const QuizBank *bank) {
    belief_begin(&quiz->belief, &bank->prior);
    memset(quiz->top, 0, sizeof quiz->top);
    quiz->top_count = quiz->steady = 0;
}

/* The question after the answered ones; another one than before makes what was answered to that one void. */
static void ask_next(Quiz *quiz, const QuizBank *bank) {
    int item = next_item(quiz, bank);
    if (quiz->item[quiz->asked] == item)
        return;
    quiz->item[quiz->asked] = (short)item;
    quiz->answer[quiz->asked] = QUIZ_UNANSWERED;
}

void quiz_begin_fixed(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length) {
    memset(quiz, 0, sizeof *quiz);
    memset(quiz->answer, QUIZ_UNANSWERED, sizeof quiz->answer);
    quiz->seed = seed;
    quiz->fixed = length;
    know_nothing(quiz, bank);
    ask_next(quiz, bank);
}

void quiz_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed) {
    quiz_begin_fixed(quiz, bank, seed, 0);
}

int quiz_item(const Quiz *quiz, int position) {
    return quiz->item[position];
}

bool quiz_finished(const Quiz *quiz) {
    return quiz->enough || (quiz->end && quiz->asked >= quiz->end);
}

void quiz_answer(Quiz *quiz, const QuizBank *bank, int answer, int took_ms) {
    if (quiz_finished(quiz))
        return;
    quiz->answer[quiz->asked] = (signed char)answer;
    quiz->took_ms[quiz->asked] = took_ms;
    learn(quiz, bank, quiz->asked++);
    quiz->enough = is_enough(quiz, bank);
    if (!quiz_finished(quiz))
        ask_next(quiz, bank);
}

void quiz_undo(Quiz *quiz, const QuizBank *bank) {
    if (!quiz->asked)
        return;
    quiz->asked--;
    quiz->enough = false;
    know_nothing(quiz, bank); /* and learn it all again: the same sums in the same order give the same bits */
    for (int i = 0; i < quiz->asked; i++)
        learn(quiz, bank, i);
}

bool quiz_has_enough(const Quiz *quiz) {
    return quiz->asked >= QUIZ_LEAST && !quiz_finished(quiz);
}

void quiz_end(Quiz *quiz) {
    if (quiz_has_enough(quiz))
        quiz->end = quiz->asked;
}

/* ---- what the visitor wants replaced ---------------------------------------------------------------------------------------- */

bool quiz_is_dropped(const Quiz *quiz, int trade) {
    for (int i = 0; i < quiz->dropped_count; i++)
        if (quiz->dropped[i] == trade)
            return true;
    return false;
}

void quiz_drop(Quiz *quiz, int trade) {
    if (quiz_is_dropped(quiz, trade))
        return;
    if (quiz->dropped_count == QUIZ_DROPS_MAX)
        memmove(quiz->dropped, quiz->dropped + 1, sizeof *quiz->dropped * (size_t)--quiz->dropped_count);
    quiz->dropped[quiz->dropped_count++] = (short)trade;
}
