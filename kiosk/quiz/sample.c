/* What one finished quiz gives to calibration. */
#include "quiz/sample.h"

#include "quiz/choose.h"

enum {
    MIDDLE = 2,
    PRODUCT_MOST = 4,
    DRAWS = 1000 /* of the seed's numbers, those after all others */
};

SampleShape sample_shape(const QuizBank *bank) {
    return (SampleShape){bank->item_count, QUIZ_LETTERS + bank->facet_count};
}

int sample_cells(SampleShape shape) {
    return shape.items * SAMPLE_ANSWERS + shape.dimensions * (shape.dimensions - 1);
}

int sample_of_answer(int item, int answer) {
    return item * SAMPLE_ANSWERS + answer;
}

int sample_of_pair(SampleShape shape, int a, int b, bool together) {
    int low = a < b ? a : b, high = a < b ? b : a, pair = high - low - 1;
    for (int d = 0; d < low; d++)
        pair += shape.dimensions - 1 - d;
    return shape.items * SAMPLE_ANSWERS + 2 * pair + together;
}

static uint64_t dice(const Quiz *quiz, int throw) {
    return choose_random(quiz->seed, (uint64_t)(DRAWS + throw));
}

/* Positions of the first questions that were answered. */
static int find_answered(const Quiz *quiz, int position[QUIZ_WARM_UP]) {
    int count = 0;
    for (int i = 0; i < quiz->asked && i < QUIZ_WARM_UP; i++)
        if (quiz->answer[i] >= 0)
            position[count++] = i;
    return count;
}

static int draw_pair(const Quiz *quiz, const QuizBank *bank, int first, int second) {
    int a = bank->item[quiz->item[first]].dimension, b = bank->item[quiz->item[second]].dimension;
    int product = (quiz->answer[first] - MIDDLE) * (quiz->answer[second] - MIDDLE);
    bool together = (int)(dice(quiz, 3) % (2 * PRODUCT_MOST)) < PRODUCT_MOST + product;
    return a == b ? -1 : sample_of_pair(sample_shape(bank), a, b, together);
}

int sample_draw(const Quiz *quiz, const QuizBank *bank) {
    int position[QUIZ_WARM_UP], count = find_answered(quiz, position);
    if (!count)
        return -1;
    int first = (int)(dice(quiz, 0) % (uint64_t)count);
    if (count == 1 || dice(quiz, 1) % 2)
        return sample_of_answer(quiz->item[position[first]], quiz->answer[position[first]]);
    int second = (first + 1 + (int)(dice(quiz, 2) % (uint64_t)(count - 1))) % count;
    return draw_pair(quiz, bank, position[first], position[second]);
}
