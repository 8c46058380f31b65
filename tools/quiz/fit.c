/* The numbers of a bank, learnt from a table of answers. */
#include "tools/quiz/fit.h"

#include <math.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX
#define RIDGE 10           /* respondents */
#define USUAL_LOADING 0.68 /* of the spread of an item: the mean of public inventories */
#define LOADING_LEAST 0.05
#define VARIANCE_LEAST 0.05
#define STILL 1e-4 /* the largest move of a loading or correlation in a round */

/* ---- what can be learnt from ----------------------------------------------------------------- */

static int answer_at(const FitTable *table, int row, int column) {
    return table->at[(long)row * table->columns + column];
}

static FitFaultKind check_column(const FitTable *table, int column) {
    int first = -1;
    for (int r = 0; r < table->rows; r++) {
        int answer = answer_at(table, r, column);
        if (answer >= 0 && first >= 0 && answer != first)
            return FIT_GOOD;
        if (answer >= 0)
            first = answer;
    }
    return first < 0 ? FIT_UNASKED : FIT_CONSTANT;
}

static FitFault check_letters(const FitTable *table) {
    for (int d = 0; d < QUIZ_LETTERS; d++) {
        bool asked = false;
        for (int c = 0; c < table->columns; c++)
            asked |= table->dimension[c] == d;
        if (!asked)
            return (FitFault){FIT_NO_COLUMN, d};
    }
    return (FitFault){FIT_GOOD, 0};
}

static FitFault check(const FitTable *table) {
    if (table->rows < FIT_LEAST)
        return (FitFault){FIT_TOO_FEW, table->rows};
    for (int c = 0; c < table->columns; c++) {
        FitFaultKind kind = check_column(table, c);
        if (kind != FIT_GOOD)
            return (FitFault){kind, c};
    }
    return check_letters(table);
}

/* ---- expectation ----------------------------------------------------------------------------- */

/* Sums over those who answered an item: of answers y and of what is believed of their interest
   x. */
typedef struct Moments {
    double n, x, xx, y, xy, yy;
} Moments;

typedef struct Sums {
    Moments item[QUIZ_ITEMS_MAX];
    double product[N][N]; /* of interests */
} Sums;

static void add_respondent(const FitTable *table, const Fit *fit, int row, Sums *sums) {
    Belief belief;
    belief_begin(&belief, &fit->correlation);
    for (int c = 0; c < table->columns; c++)
        if (answer_at(table, row, c) >= 0)
            belief_answer(&belief, fit->item[c], answer_at(table, row, c));
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            sums->product[i][j] += belief.cov.at[i][j] + belief.mean[i] * belief.mean[j];
    for (int c = 0; c < table->columns; c++) {
        int d = table->dimension[c], y = answer_at(table, row, c);
        double x = belief.mean[d];
        Moments *m = &sums->item[c];
        if (y < 0)
            continue;
        *m = (Moments){m->n + 1, m->x + x,      m->xx + belief.cov.at[d][d] + x * x,
                       m->y + y, m->xy + x * y, m->yy + y * y};
    }
}

/* ---- maximisation ---------------------------------------------------------------------------- */

/* The regression of the answers on the interest, the ridge among the respondents. */
static void learn_item(const Measure *usual, Moments m, Measure *item) {
    m.n += RIDGE;
    m.xx += RIDGE;
    m.y += RIDGE * usual->mean;
    m.xy += RIDGE * usual->loading;
    m.yy += RIDGE * (usual->mean * usual->mean + usual->loading * usual->loading + usual->variance);
    item->loading = (m.xy - m.x * m.y / m.n) / (m.xx - m.x * m.x / m.n);
    item->mean = (m.y - item->loading * m.x) / m.n;
    item->variance = fmax((m.yy - item->mean * m.y - item->loading * m.xy) / m.n, VARIANCE_LEAST);
}

/* The covariance of the interests, brought back to 1 on the diagonal; the loadings take what it
   was. */
static void learn_correlation(const FitTable *table, const Sums *sums, Fit *fit) {
    double spread[N];
    bool asked[N] = {false};
    for (int c = 0; c < table->columns; c++)
        asked[table->dimension[c]] = true;
    for (int d = 0; d < N; d++)
        spread[d] = asked[d] ? sqrt((sums->product[d][d] + RIDGE) / (table->rows + RIDGE)) : 1;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double r = sums->product[i][j] / (table->rows + RIDGE) / spread[i] / spread[j];
            fit->correlation.at[i][j] = i == j ? 1 : asked[i] && asked[j] ? r : 0;
        }
    for (int c = 0; c < table->columns; c++)
        fit->item[c].loading *= spread[table->dimension[c]];
}

static double largest_move(const FitTable *table, const Fit *before, const Fit *after) {
    double most = 0;
    for (int c = 0; c < table->columns; c++)
        most = fmax(most, fabs(before->item[c].loading - after->item[c].loading));
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            most = fmax(most, fabs(before->correlation.at[i][j] - after->correlation.at[i][j]));
    return most;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void usual_items(const FitTable *table, Measure *usual) {
    for (int c = 0; c < table->columns; c++) {
        double n = 0, sum = 0, squares = 0;
        for (int r = 0; r < table->rows; r++) {
            int y = answer_at(table, r, c);
            n += y >= 0;
            sum += y >= 0 ? y : 0;
            squares += y >= 0 ? y * y : 0;
        }
        double mean = sum / n, variance = fmax(squares / n - mean * mean, VARIANCE_LEAST);
        double loading = USUAL_LOADING * sqrt(variance);
        usual[c] = (Measure){table->dimension[c], loading, mean, variance - loading * loading};
    }
}

static void one_round(const FitTable *table, const Measure *usual, Fit *fit) {
    static Sums sums;
    memset(&sums, 0, sizeof sums);
    for (int r = 0; r < table->rows; r++)
        add_respondent(table, fit, r, &sums);
    for (int c = 0; c < table->columns; c++) {
        fit->answers[c] = (int)sums.item[c].n;
        learn_item(&usual[c], sums.item[c], &fit->item[c]);
    }
    learn_correlation(table, &sums, fit);
    for (int c = 0; c < table->columns; c++) {
        fit->against[c] = fit->item[c].loading < LOADING_LEAST;
        fit->item[c].loading = fmax(fit->item[c].loading, LOADING_LEAST);
    }
}

FitFault fit_bank(const FitTable *table, Fit *fit) {
    Measure usual[QUIZ_ITEMS_MAX];
    FitFault error = check(table);
    *fit = (Fit){.rounds = 0};
    if (error.kind != FIT_GOOD)
        return error;
    usual_items(table, usual);
    memcpy(fit->item, usual, sizeof *usual * (size_t)table->columns);
    for (int d = 0; d < N; d++)
        fit->correlation.at[d][d] = 1;
    for (double moved = 1; moved > STILL && fit->rounds < FIT_ROUNDS; fit->rounds++) {
        Fit before = *fit;
        one_round(table, usual, fit);
        moved = largest_move(table, &before, fit);
    }
    return error;
}
