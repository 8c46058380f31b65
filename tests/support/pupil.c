#include "support/pupil.h"

#include "tools/quiz/run.h"

Quiz pupil_of(CrowdKind kind, const QuizBank *bank, uint64_t seed) {
    static Crowd crowd;
    Pupil pupil;
    Quiz quiz;
    crowd_gather(&crowd, bank, kind, 7);
    pupil_draw(&crowd, (int)seed, &pupil);
    quiz_begin(&quiz, bank, seed);
    run_one(&quiz, bank, pupil.answer);
    return quiz;
}

Quiz pupil_answers(const QuizBank *bank, uint64_t seed) {
    return pupil_of(CROWD_MODEL, bank, seed);
}

Quiz pupil_always(const QuizBank *bank, uint64_t seed, int answer) {
    Quiz quiz;
    quiz_begin(&quiz, bank, seed);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank, answer, 3000);
    return quiz;
}

Quiz pupil_skipping(const QuizBank *bank, uint64_t seed, int percent) {
    static Crowd crowd;
    Pupil pupil;
    Quiz quiz;
    crowd_gather(&crowd, bank, CROWD_MODEL, 7);
    pupil_draw(&crowd, (int)seed, &pupil);
    for (int i = 0; i < bank->item_count; i++)
        if ((int)((seed * 31 + (uint64_t)i * 37) % 101) < percent)
            pupil.answer[i] = QUIZ_SKIPPED;
    quiz_begin(&quiz, bank, seed);
    run_one(&quiz, bank, pupil.answer);
    return quiz;
}

Quiz pupil_number(const QuizBank *bank, int number) {
    if (number < 6)
        return pupil_always(bank, (uint64_t)number, number - 1);
    return pupil_answers(bank, (uint64_t)number);
}

double pupil_likes_facets(const QuizBank *bank, int dimensions, const double *mean, int trade) {
    double sum = 0, weights = 0;
    for (int d = QUIZ_LETTERS; d < dimensions; d++) {
        sum += bank->weight[trade][d] * mean[d];
        weights += bank->weight[trade][d];
    }
    return sum / weights;
}
