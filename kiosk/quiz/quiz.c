#include "quiz/quiz.h"

#include "quiz/choose.h"
#include "quiz/rank.h"
#include "quiz/scatter.h"

#include <string.h>

#define N QUIZ_DIMENSIONS_MAX

/* Enough is known when the nearest trades have been the same for some answers, the leaders are
   likely to stay among them, the two letters of the title are carried and apart, and the answers
   hang together: while chance explains them as well, more of them will tell. Set with items as
   weak as real ones (loading .84, variance .81): 25 questions on average; .60 and .5 ask 27 and
   find 1 % more. */
#define STEADY_ANSWERS 3
#define SURE_LEADERS 3
#define SURE_CHANCE 0.45
#define LETTERS_APART 0.25 /* the first from the second, in units of how unsure that is */

enum { TITLE_LETTERS = 2 };

/* ---- which question -------------------------------------------------------------------------- */

static bool is_open(const Quiz *quiz, int item) {
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->item[i] == item)
            return false;
    return true;
}

/* Asked in an earlier round: once more only where nothing else is left. */
static bool is_seen(const Quiz *quiz, int item) {
    return quiz->seen[item / 64] >> item % 64 & 1;
}

static bool has_open(const Quiz *quiz, const QuizBank *bank, int dimension) {
    for (int i = 0; i < bank->item_count; i++)
        if (bank->item[i].dimension == dimension && is_open(quiz, i))
            return true;
    return false;
}

static int times_asked(const Quiz *quiz, const QuizBank *bank, int dimension) {
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        count += bank->item[quiz->item[i]].dimension == dimension;
    return count;
}

int quiz_answers_about(const Quiz *quiz, const QuizBank *bank, int dimension) {
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        count += quiz->answer[i] >= 0 && bank->item[quiz->item[i]].dimension == dimension;
    return count;
}

/* The two letters that would be in the title. */
static void leading_letters(const Quiz *quiz, const QuizBank *bank, int leader[TITLE_LETTERS + 1]) {
    double raw[QUIZ_LETTERS];
    for (int d = 0; d < QUIZ_LETTERS; d++)
        raw[d] = bank_raw(bank, d, quiz->belief.mean[d]);
    rank_best(raw, QUIZ_LETTERS, TITLE_LETTERS + 1, leader);
}

/* A letter leads and too few answers carry it. */
static bool is_thin(const Quiz *quiz, const QuizBank *bank, int letter) {
    return quiz_answers_about(quiz, bank, letter) < QUIZ_CARRIED && has_open(quiz, bank, letter);
}

/* Every dimension is heard once before anybody may see a result, so that nothing is left out
   unasked; and then whatever leads is heard twice. */
static bool is_owed(const Quiz *quiz, const QuizBank *bank, int dimension) {
    return bank->asked[dimension] && !times_asked(quiz, bank, dimension);
}

/* What must be asked now, with so many questions left before anybody may see a result: nothing
   while there is time, then what was never asked, and with the last of the time or after it what
   leads. False: anything may be asked. */
static bool find_owed(const Quiz *quiz, const QuizBank *bank, int left, bool owed[N]) {
    int count = 0, leader[TITLE_LETTERS + 1];
    for (int d = 0; d < N; d++)
        count += owed[d] = is_owed(quiz, bank, d);
    if (count > 0 && count >= left)
        return true;
    leading_letters(quiz, bank, leader);
    for (int i = 0; i < TITLE_LETTERS; i++)
        if (is_thin(quiz, bank, leader[i])) {
            owed[leader[i]] = true;
            count++;
        }
    return count > 0 && count >= left;
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

static int kinds_of_work(const QuizBank *bank) {
    int kinds = 0;
    for (int f = 0; f < bank->facet_count; f++)
        kinds = bank->kind[f] >= kinds ? bank->kind[f] + 1 : kinds;
    return kinds;
}

/* One of the facets of a kind; in a further round another one, as far as there are. */
static int facet_of_kind(const Quiz *quiz, const QuizBank *bank, int kind, int round) {
    int facet[QUIZ_FACETS_MAX], count = 0;
    for (int f = 0; f < bank->facet_count; f++)
        if (bank->kind[f] == kind)
            facet[count++] = f;
    if (!count)
        return 0; /* no bank has a kind without a facet */
    uint64_t drawn = choose_random(quiz->seed + 2, (uint64_t)kind) + (uint64_t)round;
    return facet[drawn % (uint64_t)count];
}

/* First every letter and one facet of each kind of work, in turn: a picture in broad strokes. */
static int warm_up_dimension(const Quiz *quiz, const QuizBank *bank) {
    int kinds = kinds_of_work(bank), turn = quiz->asked / 2;
    if (quiz->asked % 2 == 0 || kinds <= 0)
        return shuffled(quiz->seed, QUIZ_LETTERS, turn % QUIZ_LETTERS);
    int kind = shuffled(quiz->seed + 1, kinds, turn % kinds);
    return QUIZ_LETTERS + facet_of_kind(quiz, bank, kind, turn / kinds);
}

/* The dimension of a layer that was asked least, of those that still have questions; in a
   shuffled order. -1: none has. */
static int next_of_layer(const Quiz *quiz, const QuizBank *bank, uint64_t seed, int first,
                         int count) {
    int best = -1, least = 0;
    for (int i = 0; i < count; i++) {
        int d = first + shuffled(seed, count, i), times = times_asked(quiz, bank, d);
        if (has_open(quiz, bank, d) && (best < 0 || times < least)) {
            best = d;
            least = times;
        }
    }
    return best;
}

/* A letter and a facet in turn, as they are in the bank: the shortened form of the whole. Where
   one of the layers has nothing left, the other goes on. */
static int fixed_dimension(const Quiz *quiz, const QuizBank *bank) {
    int letter = next_of_layer(quiz, bank, quiz->seed, 0, QUIZ_LETTERS);
    int facet = next_of_layer(quiz, bank, quiz->seed + 1, QUIZ_LETTERS, bank->facet_count);
    bool letters_turn = quiz->asked % 2 == 0;
    return facet < 0 || (letters_turn && letter >= 0) ? letter : facet;
}

enum { RULES = 3 };

/* What may be asked now: only what is owed once the time for it runs out; never two of one
   dimension in a row; nothing of an earlier round. The rules bend when nothing else is left, the
   last one first. */
static void open_items(const Quiz *quiz, const QuizBank *bank, bool *open) {
    int last = quiz->asked ? bank->item[quiz->item[quiz->asked - 1]].dimension : -1;
    bool owed[N], any = false, only_owed = find_owed(quiz, bank, QUIZ_LEAST - quiz->asked, owed);
    for (int bent = 0; bent < RULES && !any; bent++)
        for (int i = 0; i < bank->item_count; i++) {
            int d = bank->item[i].dimension;
            bool fits = d != last && (!only_owed || owed[d]);
            open[i] = is_open(quiz, i) && (bent >= 1 || !is_seen(quiz, i)) && (bent >= 2 || fits);
            any |= open[i];
        }
}

/* The best item of one dimension, -1 when it has none left. */
static int of_dimension(const Quiz *quiz, const QuizBank *bank, int dimension, uint64_t random) {
    bool open[QUIZ_ITEMS_MAX];
    for (int i = 0; i < bank->item_count; i++)
        open[i] = is_open(quiz, i) && !is_seen(quiz, i);
    int item = choose_of_dimension(bank, open, dimension, random);
    if (item >= 0)
        return item;
    for (int i = 0; i < bank->item_count; i++)
        open[i] = is_open(quiz, i);
    return choose_of_dimension(bank, open, dimension, random);
}

/* Right after another one of its dimension: in the warm-up only when a film chose the first. */
static bool repeats(const Quiz *quiz, const QuizBank *bank, int item) {
    int last = quiz->asked ? quiz->item[quiz->asked - 1] : item;
    return quiz->asked && bank->item[last].dimension == bank->item[item].dimension;
}

static int next_item(const Quiz *quiz, const QuizBank *bank) {
    bool open[QUIZ_ITEMS_MAX];
    uint64_t random = choose_random(quiz->seed + 3, (uint64_t)quiz->asked);
    if (quiz->fixed)
        return of_dimension(quiz, bank, fixed_dimension(quiz, bank), random);
    bool warming_up = quiz->asked < QUIZ_WARM_UP;
    int item = warming_up ? of_dimension(quiz, bank, warm_up_dimension(quiz, bank), random) : -1;
    if (item >= 0 && !repeats(quiz, bank, item))
        return item;
    open_items(quiz, bank, open);
    if (quiz->asked >= QUIZ_LEAST && quiz_scatter(quiz, bank) > SCATTER_MOST)
        return choose_foretold(&quiz->belief, bank, open, random);
    return choose_item(&quiz->belief, bank, open, random);
}

/* ---- is it enough? --------------------------------------------------------------------------- */

static bool leaders_are_sure(const Quiz *quiz, const QuizBank *bank) {
    double chance[QUIZ_TRADES_MAX], score[QUIZ_TRADES_MAX];
    int leader[SURE_LEADERS], places = top_places(bank->trade_count);
    top_probability(&quiz->belief, bank, chance);
    rank_scores(&quiz->belief, bank, score);
    int count =
        rank_best(score, bank->trade_count, places < SURE_LEADERS ? places : SURE_LEADERS, leader);
    for (int i = 0; i < count; i++)
        if (chance[leader[i]] < SURE_CHANCE)
            return false;
    return true;
}

/* The letters of the title are carried, and the third is not as likely to stand there as the
   second. */
static bool letters_are_settled(const Quiz *quiz, const QuizBank *bank) {
    int leader[TITLE_LETTERS + 1];
    leading_letters(quiz, bank, leader);
    for (int i = 0; i < TITLE_LETTERS; i++)
        if (is_thin(quiz, bank, leader[i]))
            return false;
    return choose_letters_gap(&quiz->belief, bank, leader[0], leader[1]) >= LETTERS_APART;
}

static bool is_settled(const Quiz *quiz, const QuizBank *bank) {
    return quiz->asked >= QUIZ_LEAST && quiz->steady >= STEADY_ANSWERS &&
           letters_are_settled(quiz, bank) && leaders_are_sure(quiz, bank) &&
           quiz_scatter(quiz, bank) <= SCATTER_DOUBT;
}

static int longest(const Quiz *quiz, const QuizBank *bank) {
    int most = quiz->length ? quiz->length : QUIZ_MOST;
    return bank->item_count < most ? bank->item_count : most;
}

static bool is_enough(const Quiz *quiz, const QuizBank *bank) {
    return quiz->asked >= longest(quiz, bank) || (!quiz->length && is_settled(quiz, bank));
}

/* ---- answering ------------------------------------------------------------------------------- */

static void find_top(Quiz *quiz, const QuizBank *bank) {
    double score[QUIZ_TRADES_MAX];
    int top[TOP_PLACES];
    rank_scores(&quiz->belief, bank, score);
    int count = rank_best(score, bank->trade_count, top_places(bank->trade_count), top);
    for (int i = 1; i < count; i++) /* as a set: sorted */
        for (int j = i; j > 0 && top[j] < top[j - 1]; j--) {
            int kept = top[j];
            top[j] = top[j - 1];
            top[j - 1] = kept;
        }
    bool same =
        count == quiz->top_count && memcmp(top, quiz->top, sizeof *top * (size_t)count) == 0;
    quiz->steady = same ? quiz->steady + 1 : 0;
    quiz->top_count = count;
    memcpy(quiz->top, top, sizeof *top * (size_t)count);
}

int quiz_step(const Quiz *quiz, int position) {
    if (quiz->pair_at[position / 64] >> position % 64 & 1)
        return QUIZ_PAIR_STEP;
    return quiz->coarse_at[position / 64] >> position % 64 & 1 ? QUIZ_COARSE_STEP : 1;
}

bool quiz_could_answer(const Quiz *quiz, int position, int answer) {
    int step = quiz_step(quiz, position), least = step == QUIZ_PAIR_STEP ? QUIZ_PAIR_LEAST : 0;
    return answer >= least && answer <= QUIZ_ANSWER_MAX && (answer - least) % step == 0;
}

Measure quiz_measure(const Quiz *quiz, const QuizBank *bank, int position) {
    Measure item = bank->item[quiz->item[position]];
    item.variance += belief_rounding(quiz_step(quiz, position));
    return item;
}

double quiz_scatter(const Quiz *quiz, const QuizBank *bank) {
    GivenAnswer given[QUIZ_ITEMS_MAX];
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0)
            given[count++] =
                (GivenAnswer){bank->item[quiz->item[i]], quiz->answer[i], quiz_step(quiz, i)};
    return scatter_ratio(&bank->prior, given, count);
}

bool quiz_is_coarse(const Quiz *quiz) {
    for (int i = 0; i < quiz->asked; i++)
        if (quiz_step(quiz, i) > 1)
            return true;
    return false;
}

static void learn(Quiz *quiz, const QuizBank *bank, int position) {
    if (quiz->answer[position] >= 0)
        belief_answer(&quiz->belief, quiz_measure(quiz, bank, position), quiz->answer[position]);
    find_top(quiz, bank);
}

static void know_nothing(Quiz *quiz, const QuizBank *bank) {
    belief_begin(&quiz->belief, &bank->prior);
    memset(quiz->top, 0, sizeof quiz->top);
    quiz->top_count = quiz->steady = 0;
}

/* The question after the answered ones; another one than before makes what was answered to that
   one void. */
static void ask_next(Quiz *quiz, const QuizBank *bank) {
    int item = next_item(quiz, bank);
    if (quiz->item[quiz->asked] == item)
        return;
    quiz->item[quiz->asked] = (short)item;
    quiz->answer[quiz->asked] = QUIZ_UNANSWERED;
}

/* The first question of a quiz that is otherwise zero, or has its length and what was seen
   before. */
static void start(Quiz *quiz, const QuizBank *bank, uint64_t seed) {
    memset(quiz->answer, QUIZ_UNANSWERED, sizeof quiz->answer);
    quiz->seed = seed;
    know_nothing(quiz, bank);
    ask_next(quiz, bank);
}

static void begin(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length, bool fixed) {
    memset(quiz, 0, sizeof *quiz);
    quiz->length = length;
    quiz->fixed = fixed;
    start(quiz, bank, seed);
}

void quiz_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed) {
    begin(quiz, bank, seed, 0, false);
}

bool quiz_can_put(const Quiz *quiz, int item) {
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->item[i] == item)
            return false;
    return !quiz_finished(quiz);
}

void quiz_put(Quiz *quiz, int item) {
    quiz->item[quiz->asked] = (short)item;
    quiz->answer[quiz->asked] = QUIZ_UNANSWERED;
    quiz->pair_at[quiz->asked / 64] |= (uint64_t)1 << quiz->asked % 64;
}

void quiz_put_back(Quiz *quiz) {
    quiz->pair_at[quiz->asked / 64] &= ~((uint64_t)1 << quiz->asked % 64);
}

void quiz_begin_length(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length) {
    begin(quiz, bank, seed, length, false);
}

void quiz_begin_fixed(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length) {
    begin(quiz, bank, seed, length, true);
}

void quiz_begin_again(Quiz *quiz, const QuizBank *bank, uint64_t seed, const Quiz *before) {
    Quiz again = {.dropped_count = before->dropped_count};
    memcpy(again.dropped, before->dropped, sizeof again.dropped);
    memcpy(again.seen, before->seen, sizeof again.seen);
    for (int i = 0; i < before->asked; i++)
        again.seen[before->item[i] / 64] |= (uint64_t)1 << before->item[i] % 64;
    *quiz = again;
    start(quiz, bank, seed);
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
    quiz->coarse_at[quiz->asked / 64] &= ~((uint64_t)1 << quiz->asked % 64);
    quiz->coarse_at[quiz->asked / 64] |= (uint64_t)quiz->coarse << quiz->asked % 64;
    learn(quiz, bank, quiz->asked++);
    quiz->enough = is_enough(quiz, bank);
    if (!quiz_finished(quiz))
        ask_next(quiz, bank);
}

/* The same sums in the same order give the same bits. */
static void believe_anew(Quiz *quiz, const QuizBank *bank) {
    know_nothing(quiz, bank);
    for (int i = 0; i < quiz->asked; i++)
        learn(quiz, bank, i);
}

void quiz_undo(Quiz *quiz, const QuizBank *bank) {
    if (!quiz->asked)
        return;
    quiz->asked--;
    quiz->enough = false;
    quiz_put_back(quiz);
    believe_anew(quiz, bank);
}

void quiz_change(Quiz *quiz, const QuizBank *bank, int position, int answer) {
    quiz->answer[position] = (signed char)answer;
    believe_anew(quiz, bank);
}

bool quiz_has_enough(const Quiz *quiz) {
    return quiz->asked >= QUIZ_LEAST && !quiz_finished(quiz);
}

void quiz_end(Quiz *quiz) {
    if (quiz_has_enough(quiz))
        quiz->end = quiz->asked;
}

/* ---- what the visitor wants replaced --------------------------------------------------------- */

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
        memmove(quiz->dropped, quiz->dropped + 1,
                sizeof *quiz->dropped * (size_t)--quiz->dropped_count);
    quiz->dropped[quiz->dropped_count++] = (short)trade;
}
