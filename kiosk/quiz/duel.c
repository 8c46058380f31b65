#include "quiz/duel.h"

#include "quiz/choose.h"
#include "quiz/rank.h"

#include <string.h>

#define N QUIZ_DIMENSIONS_MAX

/* ---- which questions ------------------------------------------------------------------------- */

static int items_of(const QuizBank *bank, int dimension) {
    int count = 0;
    for (int i = 0; i < bank->item_count; i++)
        count += bank->item[i].dimension == dimension;
    return count;
}

/* Dimensions in the order in which they are wanted: those of a rank before the next, within it as
   the seed has it. */
typedef struct Draw {
    const QuizBank *bank;
    uint64_t seed;
    int chosen[DUEL_DIMENSIONS], count;
} Draw;

static bool is_chosen(const Draw *draw, int dimension) {
    for (int i = 0; i < draw->count; i++)
        if (draw->chosen[i] == dimension)
            return true;
    return false;
}

static bool has_kind(const Draw *draw, int kind) {
    for (int i = 0; i < draw->count; i++) {
        int facet = draw->chosen[i] - QUIZ_LETTERS;
        if (facet >= 0 && draw->bank->kind[facet] == kind)
            return true;
    }
    return false;
}

typedef enum Rank { RANK_NEW_KIND, RANK_FACET, RANK_LETTER, RANK_COUNT } Rank;

static bool may_come(const Draw *draw, Rank rank, int dimension) {
    int facet = dimension - QUIZ_LETTERS;
    if (is_chosen(draw, dimension) || items_of(draw->bank, dimension) < DUEL_EACH)
        return false;
    if (rank == RANK_LETTER)
        return facet < 0;
    return facet >= 0 && (rank == RANK_FACET || !has_kind(draw, draw->bank->kind[facet]));
}

/* The one with the lowest number of the seed; -1: none is left. */
static int next_of(const Draw *draw, Rank rank) {
    int best = -1;
    for (int d = 0; d < QUIZ_LETTERS + draw->bank->facet_count; d++)
        if (may_come(draw, rank, d) && (best < 0 || choose_random(draw->seed, (uint64_t)d) <
                                                        choose_random(draw->seed, (uint64_t)best)))
            best = d;
    return best;
}

static void draw_dimensions(Draw *draw) {
    for (int rank = RANK_NEW_KIND; rank < RANK_COUNT; rank++)
        for (int d; draw->count < DUEL_DIMENSIONS && (d = next_of(draw, (Rank)rank)) >= 0;)
            draw->chosen[draw->count++] = d;
}

static int item_of(const Duel *duel, const QuizBank *bank, int dimension, uint64_t random) {
    bool open[QUIZ_ITEMS_MAX];
    for (int i = 0; i < bank->item_count; i++)
        open[i] = true;
    for (int i = 0; i < duel->length; i++)
        open[duel->item[i]] = false;
    return choose_of_dimension(bank, open, dimension, random);
}

void duel_begin(Duel *duel, const QuizBank *bank, uint64_t seed) {
    Draw draw = {.bank = bank, .seed = seed};
    memset(duel, 0, sizeof *duel);
    memset(duel->answer, QUIZ_UNANSWERED, sizeof duel->answer);
    draw_dimensions(&draw);
    for (int i = 0; i < DUEL_EACH * draw.count; i++) {
        int dimension = draw.chosen[i % draw.count];
        uint64_t random = choose_random(seed + 1, (uint64_t)i);
        duel->item[duel->length] = (short)item_of(duel, bank, dimension, random);
        duel->length++;
    }
}

/* ---- answering ------------------------------------------------------------------------------- */

void duel_answer(Duel *duel, int side, int answer) {
    duel->answer[side][duel->at] = (signed char)answer;
}

bool duel_answered(const Duel *duel, int side) {
    return duel->answer[side][duel->at] != QUIZ_UNANSWERED;
}

bool duel_both_answered(const Duel *duel) {
    return duel_answered(duel, 0) && duel_answered(duel, 1);
}

bool duel_is_last(const Duel *duel) {
    return duel->at + 1 >= duel->length;
}

static void forget_answers(Duel *duel) {
    for (int side = 0; side < DUEL_SIDES; side++)
        duel->answer[side][duel->at] = QUIZ_UNANSWERED;
}

void duel_next(Duel *duel) {
    if (!duel_is_last(duel))
        duel->at++;
}

bool duel_back(Duel *duel) {
    forget_answers(duel);
    if (!duel->at)
        return false;
    duel->at--;
    forget_answers(duel);
    return true;
}

/* ---- one side -------------------------------------------------------------------------------- */

/* As a quiz of three plates would have it, so that "liked" and "carried" mean the same in both. */
static void quiz_of(const Duel *duel, const QuizBank *bank, int side, Quiz *quiz) {
    memset(quiz, 0, sizeof *quiz);
    quiz->length = duel->length;
    quiz->fixed = true;
    belief_begin(&quiz->belief, &bank->prior);
    for (int i = 0; i < duel->length && duel->answer[side][i] != QUIZ_UNANSWERED; i++) {
        quiz->item[i] = duel->item[i];
        quiz->answer[i] = duel->answer[side][i];
        quiz->coarse_at[i / 64] |= (uint64_t)1 << i % 64;
        quiz->asked++;
        if (quiz->answer[i] >= 0)
            belief_answer(&quiz->belief, quiz_measure(quiz, bank, i), quiz->answer[i]);
    }
}

/* What is known of one side. */
typedef struct Side {
    Quiz quiz;
    QuizResult result;
    double score[QUIZ_TRADES_MAX];
    int sum[N]; /* of the answers about it, where it is liked and two answers carry it; else -1 */
} Side;

static int sum_about(const Quiz *quiz, const QuizBank *bank, int dimension) {
    int sum = 0;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] > 0 && bank->item[quiz->item[i]].dimension == dimension)
            sum += quiz->answer[i];
    return sum;
}

static void read_side(const Duel *duel, const QuizBank *bank, int side, Side *s) {
    quiz_of(duel, bank, side, &s->quiz);
    result_of(&s->quiz, bank, &s->result);
    rank_scores(&s->quiz.belief, bank, s->score);
    for (int d = 0; d < N; d++) {
        bool liked = s->result.level[d] >= LEVEL_RATHER &&
                     quiz_answers_about(&s->quiz, bank, d) >= QUIZ_CARRIED;
        s->sum[d] = liked ? sum_about(&s->quiz, bank, d) : -1;
    }
}

/* By the answers themselves; where they are equal, by what the model makes of them. */
static bool likes_more(const Side *s, int d, int than) {
    if (than < 0 || s->sum[d] != s->sum[than])
        return than < 0 || s->sum[d] > s->sum[than];
    return s->result.mean[d] > s->result.mean[than];
}

static int most_liked(const Side *s) {
    int best = -1;
    for (int d = 0; d < N; d++)
        if (s->sum[d] >= 0 && likes_more(s, d, best))
            best = d;
    return best;
}

static DuelLiking liking_of(const Side *s, int most) {
    if (most >= 0)
        return DUEL_LIKES;
    return s->result.kind == RESULT_TOO_FEW ? DUEL_TOO_FEW : DUEL_NOTHING;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool leads(const Side *s, int d, int most) {
    return s->sum[d] >= 0 && s->sum[d] == s->sum[most];
}

static double both_mean(const Side side[DUEL_SIDES], int d) {
    return side[0].result.mean[d] + side[1].result.mean[d];
}

/* What nothing is liked more than, on both sides; -1: they differ. */
static int leads_both(const Side side[DUEL_SIDES], const DuelTeam *team) {
    int best = -1;
    for (int d = 0; d < N; d++)
        if (leads(&side[0], d, team->most[0]) && leads(&side[1], d, team->most[1]) &&
            (best < 0 || both_mean(side, d) > both_mean(side, best)))
            best = d;
    return best;
}

static bool is_said(const DuelTeam *team, int d) {
    bool both = team->kind == DUEL_ALIKE && d == team->most[0];
    for (int i = 0; i < team->shared_count; i++)
        both |= team->shared[i] == d;
    return both;
}

static int next_shared(const Side side[DUEL_SIDES], const DuelTeam *team) {
    int best = -1;
    for (int d = 0; d < N; d++)
        if (side[0].sum[d] >= 0 && side[1].sum[d] >= 0 && !is_said(team, d) &&
            (best < 0 || both_mean(side, d) > both_mean(side, best)))
            best = d;
    return best;
}

static void find_shared(const Side side[DUEL_SIDES], DuelTeam *team) {
    for (int d; team->shared_count < DUEL_SHARED && (d = next_shared(side, team)) >= 0;)
        team->shared[team->shared_count++] = d;
}

static double less(double a, double b) {
    return a < b ? a : b;
}

/* How well a trade suits both, 0 or below: not. Of a team it must have something of either; what is
   liked alike must not be all that either likes of it. */
static double suits(const Side side[DUEL_SIDES], const QuizBank *bank, const DuelTeam *team,
                    int trade) {
    const double *profile = bank->profile[trade];
    double of_both = less(profile[team->most[0]], profile[team->most[1]]);
    if (team->kind == DUEL_TEAM || of_both <= 0)
        return of_both;
    return less(side[0].score[trade], side[1].score[trade]);
}

static void find_trades(const Side side[DUEL_SIDES], const QuizBank *bank, DuelTeam *team) {
    double worth[QUIZ_TRADES_MAX];
    for (int t = 0; t < bank->trade_count; t++)
        worth[t] = suits(side, bank, team, t);
    int best[DUEL_TRADES], count = rank_best(worth, bank->trade_count, DUEL_TRADES, best);
    for (int i = 0; i < count && worth[best[i]] > 0; i++)
        team->trade[team->trade_count++] = best[i];
}

static DuelKind kind_of(const DuelTeam *team, int both) {
    int likes = (team->most[0] >= 0) + (team->most[1] >= 0);
    if (likes < DUEL_SIDES)
        return likes ? DUEL_ONE : DUEL_NONE;
    return both >= 0 ? DUEL_ALIKE : DUEL_TEAM;
}

void duel_team(const Duel *duel, const QuizBank *bank, DuelTeam *team) {
    Side side[DUEL_SIDES];
    memset(team, 0, sizeof *team);
    for (int i = 0; i < DUEL_SIDES; i++) {
        read_side(duel, bank, i, &side[i]);
        team->most[i] = most_liked(&side[i]);
        team->liking[i] = liking_of(&side[i], team->most[i]);
    }
    bool both_like = team->most[0] >= 0 && team->most[1] >= 0;
    int both = both_like ? leads_both(side, team) : -1;
    team->kind = kind_of(team, both);
    if (both >= 0)
        team->most[0] = team->most[1] = both;
    if (!both_like)
        return;
    find_shared(side, team);
    find_trades(side, bank, team);
}
