/* Times one answer of the quiz: the update, the choice of the next question, and the result read
   anew, as between two touches. usage: quiz PACK */
#include "app/bank.h"
#include "tools/quiz/pupils.h"
#include "quiz/result.h"
#include "tools/bench/took.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PUPILS 400
#define TIMES_MAX (PUPILS * QUIZ_MOST)

int main(int argc, char **argv) {
    static Pack pack;
    static QuizBank bank;
    static Crowd crowd;
    static double took[TIMES_MAX];
    Arena memory = {0};
    Error error;
    int count = 0;
    if (argc < 2 || !pack_load(argv[1], &memory, &pack, &error) ||
        !bank_from(&pack, &bank, &error)) {
        fprintf(stderr, "%s\n", argc < 2 ? "usage: quiz PACK" : error.text);
        return 2;
    }
    crowd_gather(&crowd, &bank, CROWD_MODEL, 1);
    for (int i = 0; i < PUPILS; i++) {
        Pupil pupil;
        Quiz quiz;
        QuizResult result;
        pupil_draw(&crowd, i, &pupil);
        quiz_begin(&quiz, &bank, (uint64_t)i);
        while (!quiz_finished(&quiz) && count < TIMES_MAX) {
            double since = ms_of(CLOCK_MONOTONIC);
            quiz_answer(&quiz, &bank, pupil.answer[quiz_item(&quiz, quiz.asked)], 0);
            result_of(&quiz, &bank, &result);
            took[count++] = ms_of(CLOCK_MONOTONIC) - since;
        }
    }
    took_sort(took, count);
    printf("quiz_answer_p50_ms %.3f\nquiz_answer_p99_ms %.3f\n", took[count / 2],
           took[count * 99 / 100]);
    arena_free(&memory);
    return 0;
}
