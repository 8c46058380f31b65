/* Do the answers of somebody hang together, or could they be drawn at random? A likelihood ratio,
   than which no test of these two finds more of the one at the same share of the other (Neyman and
   Pearson 1933); in person fit since Levine and Rubin 1979. Pure; the same bits on every machine,
   as in belief.h. */
#pragma once

#include "quiz/belief.h"

/* One answer, and how its item measures. */
typedef struct GivenAnswer {
    Measure item;
    int answer, step; /* so far from one plate to the next */
} GivenAnswer;

/* How many times better chance explains the answers, in the order they were given, than the model
   does: far below 1 for somebody consistent; 0 while they are too few to say.
   By chance each plate is as likely as the next. By the model each answer is foretold from those
   before it: its share of N(mean + loading m[d], loading^2 V[d,d] + variance), rounded and cut. How
   steady a person is, and how true the numbers of an item, is not known: the likelihood is averaged
   over residuals s times as wide, log s ~ N(0, 0.4^2) within 0.6, as one does with what else is
   unknown (Snijders 2001 takes it off the moments instead). And people like everything more or
   less, or say so: SCATTER_GENERAL is added to every covariance, or whoever refuses all but two
   things would seem to guess. Tried on imagined pupils of both kinds, at 62 % of random respondents
   noticed: Gaussian densities and a known variance call 7 % of honest ones with real-looking items
   scattered, lz (Drasgow, Levine and Williams 1985) 10 %, a variance larger by what item means
   differ 10 %, this 5 %; 2.5 % when doubt is asked after (quiz.c). Unknown means of items and
   letters change nothing on top of it. */
#define SCATTER_GENERAL 0.6
#define SCATTER_DOUBT 1.0 /* above, more answers are wanted */
#define SCATTER_MOST                                                                               \
    3.0 /* above, they are scattered: positive evidence (Kass and Raftery 1995)                    \
         */

double scatter_ratio(const Covariance *prior, const GivenAnswer *given, int count);

/* How well the answer to an item could be foretold: the share expected of whichever comes, from .2
   by chance to 1. Answers to such items tell most of whether somebody guesses. */
double scatter_foretold(const Belief *belief, Measure item);
