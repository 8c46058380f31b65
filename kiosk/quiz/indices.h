/* Indices of Holland's theory over profiles and codes of the six letters R I A S E C, numbered 0
   to 5 in the order of the hexagon: for counselors and for judging the model, never for ranking
   trades. Pure. */
#pragma once

#include "quiz/belief.h"

/* How alike two three-letter codes are. Iachan's M (1984), 0 to 28; Brown and Gore's C (1994), 0
   to 18. */
int indices_iachan(const int a[3], const int b[3]);
int indices_brown_gore(const int a[3], const int b[3]);

/* Seven indices of differentiation, of the scores sorted x1 >= ... >= x6: x1 - x2; x1 - x3;
   Iachan's x1 - (x2 + x4) / 2 and x1 - (x3 + x5) / 2; x1 - x6; (x1 - x2) / mean; the standard
   deviation of the six. */
enum { INDICES_DIFFERENTIATION = 7 };
void indices_differentiation(const double score[QUIZ_LETTERS], double di[INDICES_DIFFERENTIATION]);
double indices_spread(const double score[QUIZ_LETTERS]); /* the last of them */

/* Consistency of the two leading letters: 1 high (neighbours), 2 middling, 3 low (opposite). */
int indices_consistency(const double score[QUIZ_LETTERS]);
int indices_leading(const double score[QUIZ_LETTERS]); /* a tie goes to the earlier letter */
int indices_second(const double score[QUIZ_LETTERS]);

/* Hubert and Arabie's test of the hexagon's order in a correlation matrix: 72 predictions, the
   exact p over the 720 orders. */
typedef struct HexagonTest {
    int met, violated; /* of 72; equal correlations are neither */
    /* of the 720 arrangements of the letters, this one among them, how many meet at least as
       many net */
    int as_good;
    double index, p; /* (met - violated) / 72; as_good / 720 */
} HexagonTest;

HexagonTest indices_hexagon(const Covariance *correlation); /* of the letters, the first six */
