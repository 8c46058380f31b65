#include "support/pupil.h"

#include "quiz/pupils.h"
#include "quiz/run.h"

Quiz pupil_answers(const QuizBank *bank, uint64_t seed) {
    Pupil pupil;
    Quiz quiz;
    pupil_draw(bank, 7, (int)seed, &pupil);
    quiz_begin(&quiz, bank, seed);
    run_one(&quiz, bank, pupil.answer);
    return quiz;
}

Quiz pupil_always(const QuizBank *bank, uint64_t seed, int answer) {
    Quiz quiz;
    quiz_begin(&quiz, bank, seed);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank, answer, 3000);
    return quiz;
}
