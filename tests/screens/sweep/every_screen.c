/* The list of what is swept: a new screen has its line here. */
#include "screens/sweep/sweep.h"

#include "support/world.h"
#include "screens/common/common.h"

void sweep_every_screen(View v) {
    sweep_learning(v);
    sweep_attract(v);
    sweep_explore(v, SCREEN_home, 0);
    sweep_explore(v, SCREEN_languages, 0);
    sweep_questions(v);
    sweep_duel(v);
    sweep_results(v);
    sweep_explore(v, SCREEN_families, 0);
    sweep_explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_ALL, 0}));
    for (int family = 0; family < world.pack.family_count; family++)
        sweep_explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_BY_FAMILY, family}));
    for (int level = 3; level <= 7; level++)
        sweep_explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_BY_LEVEL, level}));
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        sweep_explore(v, SCREEN_trade, trade);
    for (int trade = 0; trade < world.pack.trade_count; trade++)
        if (world.pack.trade[trade].moment_count)
            sweep_explore(v, SCREEN_day, trade);
    if (world.pack.clip_count)
        sweep_explore(v, SCREEN_videos, 0);
    for (int clip = 0; clip < world.pack.clip_count; clip += 3) {
        sweep_clip(v, clip);
        sweep_explore(v, SCREEN_transcript, clip);
        sweep_explore(v, SCREEN_video_end, clip);
    }
    for (int topic = 0; topic < world.pack.topic_count; topic++)
        sweep_explore(v, SCREEN_topic, topic);
    sweep_map(v);
    sweep_search(v);
    sweep_words(v);
    sweep_places(v);
    sweep_rooms(v);
    sweep_drawer(v, SCREEN_home, SCREEN_accessibility);
    sweep_drawer(v, SCREEN_home, SCREEN_aloud);
    sweep_drawer(v, SCREEN_home, SCREEN_counted);
    sweep_uncounted(v);
    sweep_staff(v);
    sweep_first_day(v);
    sweep_still_there(v);
    sweep_closed_campus(v);
    sweep_doubtful_clock(v);
    sweep_calm_page(v);
}

/* What the words, the pictures and the look of a campus are seen on: not what is the program's own,
   which the other campus shows, nor the cards of results, which are visited by tests/tools/new.sh.
 */
void sweep_of_its_own(View v) {
    const Pack *pack = &world.pack;
    sweep_attract(v);
    sweep_explore(v, SCREEN_home, 0);
    sweep_questions(v);
    sweep_explore(v, SCREEN_families, 0);
    sweep_explore(v, SCREEN_trades, common_trades((TradeFilter){TRADES_ALL, 0}));
    for (int trade = 0; trade < pack->trade_count; trade++)
        sweep_explore(v, SCREEN_trade, trade);
    for (int topic = 0; topic < pack->topic_count; topic++)
        sweep_explore(v, SCREEN_topic, topic);
    if (pack->course_count)
        sweep_catalogue(v);
    for (int course = 0; course < pack->course_count; course++)
        sweep_explore(v, SCREEN_course, course);
    for (int block = 0; block < pack->skill_block_count; block += 2)
        sweep_explore(v, SCREEN_certification, block);
    if (pack->glossary_count)
        sweep_words(v);
    if (pack->plan.space_count) {
        for (int space = 0; space < pack->plan.space_count; space++)
            sweep_first_steps(v, space);
        sweep_places(v);
    }
    sweep_rooms(v);
}
