/* The quiz, its results, and the game for two. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"
#include "screens/common/quiz_state.h"
#include "screens/quiz/duel_parts.h"

void sweep_questions(View v) {
    sweep_begin(v);
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; i < world.pack.item_count; i++) {
        s->quiz.item[0] = (short)i;
        world.app.dirty = true;
        sweep_inspect(v);
    }
    while (s->quiz.asked < QUIZ_LEAST) /* from here on the result may be asked for */
        quiz_answer(&s->quiz, world.app.setup.bank, 3, 3000);
    assert_true(quiz_has_enough(&s->quiz));
    world.app.dirty = true;
    sweep_inspect(v);
    world_end();
}

/* Every question for two, with and without answers; every team, with each of its doors. */
void sweep_duel(View v) {
    static const signed char GAMES[][DUEL_SIDES] = {
        {4, 4}, {4, 0}, {0, 0}, {QUIZ_SKIPPED, QUIZ_SKIPPED}};
    sweep_begin(v);
    world_go(SCREEN_duel, 0);
    DuelState *s = visit_state(&world.app.visit, SCREEN_duel);
    for (int i = 0; i < world.pack.item_count; i++) {
        s->duel.item[0] = (short)i;
        duel_answer(&s->duel, i % DUEL_SIDES, i % 2 ? 2 : QUIZ_SKIPPED);
        world.app.dirty = true;
        sweep_inspect(v);
    }
    world_end();
    for (size_t g = 0; g < sizeof GAMES / sizeof *GAMES + DUEL_DIMENSIONS; g++) {
        sweep_begin(v);
        world_go(SCREEN_duel, 0);
        s = visit_state(&world.app.visit, SCREEN_duel);
        bool team = g < DUEL_DIMENSIONS; /* either likes another thing */
        for (int i = 0; i < s->duel.length; i++, duel_next(&s->duel))
            for (int side = 0; side < DUEL_SIDES; side++) {
                bool likes = i % DUEL_DIMENSIONS == ((int)g + side) % DUEL_DIMENSIONS;
                duel_answer(&s->duel, side, team ? 4 * likes : GAMES[g - DUEL_DIMENSIONS][side]);
            }
        world.app.visit.at = SCREEN_duel_end;
        world.app.dirty = true;
        sweep_explore_from_here(v, SCREEN_duel_end, sizeof *s);
        world_end();
    }
}

/* Results of a pupil who likes everything, nothing, knows nothing, or one thing; every side of
 * each. */
void sweep_results(View v) {
    for (int kind = 0; kind < 4; kind++) {
        sweep_begin(v);
        world_go(SCREEN_quiz, 0);
        QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
        for (int i = 0; !quiz_finished(&s->quiz); i++)
            quiz_answer(&s->quiz, world.app.setup.bank,
                        kind == 0   ? 4
                        : kind == 1 ? 0
                        : kind == 2 ? QUIZ_SKIPPED
                                    : i * 3 % 5,
                        3000);
        world.app.visit.at = SCREEN_result;
        world.app.dirty = true;
        sweep_explore_from_here(v, SCREEN_result, sizeof *s);
        world_end();
    }
}
