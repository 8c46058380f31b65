#include "quiz/indices.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N QUIZ_LETTERS

/* Steps between two letters on the hexagon, 0 to 3. */
static int steps_between(int a, int b) {
    int steps = abs(a - b);
    return steps > N / 2 ? N - steps : steps;
}

int indices_iachan(const int a[3], const int b[3]) {
    static const int WEIGHT[3][3] = {{22, 10, 4}, {10, 5, 2}, {4, 2, 1}};
    int sum = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            sum += a[i] == b[j] ? WEIGHT[i][j] : 0;
    return sum;
}

int indices_brown_gore(const int a[3], const int b[3]) {
    int sum = 0;
    for (int i = 0; i < 3; i++)
        sum += (3 - i) * (3 - steps_between(a[i], b[i]));
    return sum;
}

static int falling(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static double mean_of(const double score[N]) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += score[i];
    return sum / N;
}

double indices_spread(const double score[N]) {
    double mean = mean_of(score), sum = 0;
    for (int i = 0; i < N; i++)
        sum += (score[i] - mean) * (score[i] - mean);
    return sqrt(sum / N);
}

void indices_differentiation(const double score[N], double di[INDICES_DIFFERENTIATION]) {
    double x[N];
    memcpy(x, score, sizeof x);
    qsort(x, N, sizeof *x, falling);
    di[0] = x[0] - x[1];
    di[1] = x[0] - x[2];
    di[2] = x[0] - (x[1] + x[3]) / 2;
    di[3] = x[0] - (x[2] + x[4]) / 2;
    di[4] = x[0] - x[5];
    di[5] = di[0] / mean_of(score);
    di[6] = indices_spread(score);
}

int indices_leading(const double score[N]) {
    int first = 0;
    for (int i = 1; i < N; i++)
        if (score[i] > score[first])
            first = i;
    return first;
}

int indices_second(const double score[N]) {
    int first = indices_leading(score), second = first == 0;
    for (int i = 0; i < N; i++)
        if (i != first && score[i] > score[second])
            second = i;
    return second;
}

int indices_consistency(const double score[N]) {
    return steps_between(indices_leading(score), indices_second(score));
}

/* ---- the order of the hexagon ---------------------------------------------------------------- */

/* Each pair of letters nearer on the hexagon should correlate more than each pair farther apart:
   6 x 6 + 6 x 3 + 6 x 3. */
static void compare(const Covariance *r, const int at[N], int *met, int *violated) {
    *met = *violated = 0;
    for (int pair = 0; pair < N * N; pair++)
        for (int other = 0; other < N * N; other++) {
            int a = pair / N, b = pair % N, c = other / N, d = other % N;
            if (a >= b || c >= d || steps_between(a, b) >= steps_between(c, d))
                continue;
            double near = r->at[at[a]][at[b]], far = r->at[at[c]][at[d]];
            *met += near > far;
            *violated += near < far;
        }
}

static void swap(int *a, int *b) {
    int kept = *a;
    *a = *b;
    *b = kept;
}

/* The next arrangement in lexicographic order; false after the last. */
static bool next_order(int at[N]) {
    int i = N - 2, j = N - 1;
    while (i >= 0 && at[i] > at[i + 1])
        i--;
    if (i < 0)
        return false;
    while (at[j] < at[i])
        j--;
    swap(&at[i], &at[j]);
    for (int low = i + 1, high = N - 1; low < high; low++, high--)
        swap(&at[low], &at[high]);
    return true;
}

HexagonTest indices_hexagon(const Covariance *correlation) {
    HexagonTest test = {0};
    int at[N] = {0, 1, 2, 3, 4, 5}, orders = 0;
    compare(correlation, at, &test.met, &test.violated);
    do {
        int met, violated;
        compare(correlation, at, &met, &violated);
        test.as_good += met - violated >= test.met - test.violated;
        orders++;
    } while (next_order(at));
    test.index = (test.met - test.violated) / 72.0;
    test.p = (double)test.as_good / orders;
    return test;
}
