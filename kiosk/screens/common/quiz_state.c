/* Where a visitor is in the quiz: begun here, on the page that waits, or once more. */
#include "screens/common/quiz_state.h"

#include <string.h>

static uint64_t round_seed(const QuizState *s, const Kiosk *k) {
    return k->seed + (uint64_t)s->rounds;
}

void quiz_state_begin(QuizState *s, const Kiosk *k) {
    QuizState kept = {.rounds = s->rounds, .film = s->film};
    *s = kept;
    quiz_begin(&s->quiz, k->bank, round_seed(s, k));
    s->rounds++;
    s->begun = true;
}

int quiz_state_first(int item, int answer) {
    return 1 + item * (QUIZ_ANSWER_MAX + 1) + answer;
}

int quiz_state_first_answer(int first) {
    return (first - 1) % (QUIZ_ANSWER_MAX + 1);
}

bool quiz_state_asks(const QuizState *s, int item) {
    return item >= 0 && (!s->begun || quiz_can_put(&s->quiz, item));
}

bool quiz_state_put(QuizState *s, int first) {
    int item = (first - 1) / (QUIZ_ANSWER_MAX + 1);
    bool can = quiz_can_put(&s->quiz, item);
    if (can)
        quiz_put(&s->quiz, item);
    return can;
}

static void remember_trades(QuizState *s, const QuizResult *r) {
    s->before_count = r->suggestion_count;
    for (int i = 0; i < r->suggestion_count; i++)
        s->before[i] = (short)r->suggestion[i].trade;
}

void quiz_state_again(QuizState *s, const Kiosk *k) {
    QuizState again = {.rounds = s->rounds + 1, .begun = true, .film = s->film};
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    remember_trades(&again, &r);
    quiz_begin_again(&again.quiz, k->bank, round_seed(s, k), &s->quiz);
    *s = again;
}
