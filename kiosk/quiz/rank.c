#include "quiz/rank.h"

#include "quiz/match.h"

void rank_scores(const Belief *belief, const QuizBank *bank, double *score) {
    MatchScale scale = match_scale(belief, bank->asked);
    for (int t = 0; t < bank->trade_count; t++)
        score[t] = match_score(scale, belief->mean, bank->profile[t]);
}

int rank_best(const double *score, int trades, int places, int *best) {
    int count = 0;
    double least = 0; /* of the best so far, once they are as many as there are places */
    for (int t = 0; t < trades; t++) {
        if (count == places && score[t] <= least)
            continue;
        int at = count < places ? count++ : count - 1;
        for (; at > 0 && score[t] > score[best[at - 1]]; at--)
            best[at] = best[at - 1];
        best[at] = t;
        least = score[best[count - 1]];
    }
    return count;
}
