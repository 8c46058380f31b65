/* Where a visitor is in the quiz: begun here, on the page that waits, or once more. */
#include "screens/common/quiz_state.h"

#include <string.h>

static uint64_t round_seed(const QuizState *s, const Kiosk *k) {
    return k->seed + (uint64_t)s->rounds;
}

void quiz_state_begin(QuizState *s, const Kiosk *k) {
    int rounds = s->rounds;
    memset(s, 0, sizeof *s);
    s->rounds = rounds;
    quiz_begin(&s->quiz, k->bank, round_seed(s, k));
    s->rounds++;
    s->begun = true;
}

static void remember_trades(QuizState *s, const QuizResult *r) {
    s->before_count = r->suggestion_count;
    for (int i = 0; i < r->suggestion_count; i++)
        s->before[i] = (short)r->suggestion[i].trade;
}

void quiz_state_again(QuizState *s, const Kiosk *k) {
    QuizState again = {.rounds = s->rounds + 1, .begun = true};
    QuizResult r;
    result_of(&s->quiz, k->bank, &r);
    remember_trades(&again, &r);
    quiz_begin_again(&again.quiz, k->bank, round_seed(s, k), &s->quiz);
    *s = again;
}
