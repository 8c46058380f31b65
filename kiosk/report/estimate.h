/* What the noised cells of a table can say together: numbers that hold what must hold, with margins
   in which the truth lies 19 times out of 20. Plain numbers, no keys, no words. */
#pragma once

#include "report/figures.h"

/* What is known of the sum of all cells from elsewhere. */
typedef enum BaseKind {
    BASE_NONE,
    BASE_AT_MOST, /* a visit is in one cell at most: the sum is no more than the base */
    BASE_EXACT,   /* every visit of the base is in one cell */
} BaseKind;

typedef struct Base {
    BaseKind kind;
    Count count;
} Base;

/* Cells fitted to each other. Least squares first: the base and the sum of the cells, each with its
   variance, agree on a sum, and the cells share what is missing. Then the nearest numbers that are
   not below 0 and have that sum: the projection on a simplex, as in J. Duchi et al., "Efficient
   Projections onto the l1-Ball", 2008, with a variance for each cell. Since a funnel is a sum from
   some step on, its steps never rise. */
typedef struct ShareFit {
    const Count *cell; /* borrowed */
    int count;
    double *x;                /* not below 0 */
    double raw, variance;     /* the sum of the cells as they are, and its variance */
    double sum, sum_variance; /* the sum as the base and the cells say it */
    double fitted;            /* the sum of x */
    double most;              /* no number is larger than this: the base with a generous margin */
} ShareFit;

ShareFit fit_cells(const Count *cell, int count, Base base, Arena *arena);

/* A number between its bounds. */
typedef struct Bounds {
    double n, low, high;
} Bounds;

/* The sum of the cells with these indices. The bounds are those of the linear estimate, which is
   normal but for its tails, cut where nothing can be and widened where x lies outside. */
Bounds fit_sum(const ShareFit *fit, const int *member, int count);

/* Its share of the sum of all cells, 0 to 1; n is below 0 where the noise is too great for any.
   Bounds of a ratio: E. C. Fieller, "Some Problems in Interval Estimation", 1954. */
Bounds fit_share(const ShareFit *fit, const int *member, int count);

/* Two or more independent measures of one number, weighed by their variances. */
Count count_mean(const Count *count, int counts);

/* As many standard deviations as a number must be away from 0 to be no chance, among `tries` that
   could be: 1.96 for one. The tails are corrected by the first term of Cornish and Fisher, 1938. */
double sigmas(Count noise, int tries);

/* Does the cell stand out from what an even table of the same sum would be, among all its cells? */
bool fit_stands_out(const ShareFit *fit, int cell);
