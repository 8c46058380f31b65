/* Why a way is barred, and when a place is open, in words; declared in directions_text.h with the
   rest. */
#include "base/calendar.h"
#include "map/hours.h"
#include "map/directions_text.h"
#include "map/say.h"

#include <stdlib.h>

#define NOON_MIN 720

static Slice number(Arena *arena, int n) {
    return arena_printf(arena, "%d", n);
}

/* ---- opening hours --------------------------------------------------------------------------- */

Slice text_of_hour(int minutes, Lang lang, Arena *arena) {
    static const Saying CLOCK[2][2] = {{SAY_MORNING, SAY_MORNING_MINUTE},
                                       {SAY_AFTERNOON, SAY_AFTERNOON_MINUTE}};
    int hour = minutes / 60 % 24, minute = minutes % 60;
    return SLOTS_FILL(arena, say(lang, CLOCK[hour >= 12][minute != 0]),
                      {"hour", number(arena, hour)},
                      {"twelve", number(arena, hour % 12 ? hour % 12 : 12)},
                      {"minute", arena_printf(arena, "%02d", minute)});
}

Slice text_of_clock(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    int minutes = c.hour * 60 + c.minute;
    if (minutes == 0)
        return say(lang, SAY_MIDNIGHT);
    return minutes == NOON_MIN ? say(lang, SAY_NOON) : text_of_hour(minutes, lang, arena);
}

static int64_t day_of(Millis when) {
    return civil_midnight(when) / CIVIL_DAY;
}

/* "Fermé, ouvre à 8 h", "… demain à 8 h", "… lundi à 8 h", "… le 3 septembre 2018 à 8 h". */
static const Saying SHUT[] = {SAY_SHUT_TODAY, SAY_SHUT_TOMORROW, SAY_SHUT_WEEKDAY, SAY_SHUT_DATE};
static const Saying OPENS[] = {SAY_OPENS_TODAY, SAY_OPENS_TOMORROW, SAY_OPENS_WEEKDAY,
                               SAY_OPENS_DATE};

static Saying opens_saying(const Saying *words, Millis when, Millis now) {
    int64_t days = day_of(when) - day_of(now);
    if (days == 0 || days == 1)
        return words[days];
    return words[days > 1 && days < 7 ? 2 : 3];
}

static Slice opening_words(const Saying *words, Millis opens, Millis now, Lang lang, Arena *arena) {
    return SLOTS_FILL(arena, say(lang, opens_saying(words, opens, now)),
                      {"clock", text_of_clock(opens, lang, arena)},
                      {"weekday", slice_from(calendar_weekday(lang, civil_from(opens).weekday))},
                      {"date", text_of_date(opens, lang, arena)});
}

/* An hour of the coming night says enough by itself. */
static bool is_soon(Millis until, Millis now) {
    return until - now < CIVIL_DAY;
}

static Slice open_words(Millis until, Millis now, Lang lang, Arena *arena) {
    if (is_soon(until, now))
        return SAY(arena, lang, OPEN_UNTIL_CLOCK, {"clock", text_of_clock(until, lang, arena)});
    return SAY(arena, lang, OPEN_UNTIL_DATE, {"date", text_of_date(until - 1, lang, arena)});
}

Slice text_of_open(const Plan *plan, int space, Millis when, Lang lang, Arena *arena) {
    return text_of_hours(hours_at(plan, space, when), when, lang, arena);
}

Slice text_of_hours(HoursNow now, Millis when, Lang lang, Arena *arena) {
    if (!now.known)
        return LIT("");
    if (now.until == PLAN_NEVER)
        return say(lang, now.open ? SAY_OPEN_ALWAYS : SAY_SHUT);
    return now.open ? open_words(now.until, when, lang, arena)
                    : opening_words(SHUT, now.until, when, lang, arena);
}

Slice text_of_next_opening(HoursNow now, Millis when, Lang lang, Arena *arena) {
    if (!now.known || now.open || now.until == PLAN_NEVER)
        return LIT("");
    return opening_words(OPENS, now.until, when, lang, arena);
}

/* ---- bars ------------------------------------------------------------------------------------ */

static Slice zone_words(const Plan *plan, int index, Millis when, Lang lang, Arena *arena) {
    const PlanZone *zone = &plan->zone[index];
    bool early = when < zone->opens;
    Slice date = text_of_date(early ? zone->opens : zone->closes, lang, arena);
    return SLOTS_FILL(arena, say(lang, early ? SAY_ZONE_OPENS : SAY_ZONE_CLOSED),
                      {"zone", zone->name.in[lang]}, {"date", date});
}

static Slice closed_name(const Plan *plan, const PlanClosure *c, Lang lang) {
    switch (c->target) {
    case TARGET_OF_CONNECTOR:
        return plan->connector[c->index].name.plain.in[lang];
    case TARGET_OF_SPACE:
        return plan->space[c->index].name.plain.in[lang].len
                   ? plan->space[c->index].name.plain.in[lang]
                   : plan->space[c->index].ref;
    case TARGET_OF_ZONE:
        return plan->zone[c->index].name.in[lang];
    default:
        return say(lang, SAY_BAR_PASSAGE);
    }
}

/* "Ascenseur A : en panne, jusqu’à midi". */
static Slice closure_words(const Plan *plan, int index, Millis when, Lang lang, Arena *arena) {
    const PlanClosure *c = &plan->closure[index];
    Slice place = closed_name(plan, c, lang), reason = c->reason.in[lang];
    if (!reason.len)
        reason = say(lang, SAY_CLOSURE_REASON);
    if (c->to == PLAN_NEVER)
        return SAY(arena, lang, CLOSURE, {"place", place}, {"reason", reason});
    if (is_soon(c->to, when))
        return SAY(arena, lang, CLOSURE_CLOCK, {"place", place}, {"reason", reason},
                   {"clock", text_of_clock(c->to, lang, arena)});
    return SAY(arena, lang, CLOSURE_DATE, {"place", place}, {"reason", reason},
               {"date", text_of_date(c->to - 1, lang, arena)});
}

static Slice obstacle_words(const Plan *plan, PlanObstacle obstacle, Millis when, Lang lang,
                            Arena *arena) {
    if (obstacle.bar == BAR_ZONE)
        return zone_words(plan, obstacle.index, when, lang, arena);
    return obstacle.bar == BAR_CLOSED ? closure_words(plan, obstacle.index, when, lang, arena)
                                      : LIT("");
}

static Slice named_bar(const Plan *plan, const PlanEdge *edge, Saying otherwise, Lang lang) {
    if (edge->connector == PLAN_NONE || !plan->connector[edge->connector].name.plain.in[lang].len)
        return say(lang, otherwise);
    return plan->connector[edge->connector].name.plain.in[lang];
}

static Slice narrow_words(const PlanEdge *edge, Lang lang, Arena *arena) {
    bool door = edge->kind == EDGE_DOOR && !(edge->flags & EDGE_OPENING);
    return SLOTS_FILL(arena, say(lang, door ? SAY_BAR_NARROW_DOOR : SAY_BAR_NARROW_PASSAGE),
                      {"n", number(arena, edge->width_mm / 10)});
}

/* "Un mur ou une barrière coupe en deux le hall", when the space has a name; which of the two it is
   nobody knows here.
 */
static Slice wall_words(const Plan *plan, const PlanEdge *edge, Lang lang, Arena *arena) {
    const PlanName *name = edge->space == PLAN_NONE ? NULL : &plan->space[edge->space].name;
    if (!name || !name->the.in[lang].len)
        return say(lang, SAY_BAR_WALL);
    return SAY(arena, lang, BAR_WALL_IN, SAY_NAME("place", *name, lang));
}

/* What bars the edge by itself, at any time; empty for what a date does. */
static Slice edge_words(const Plan *plan, const PlanEdge *edge, ObstacleKind bar, Lang lang,
                        Arena *arena) {
    switch (bar) {
    case BAR_WALL:
        return wall_words(plan, edge, lang, arena);
    case BAR_ONEWAY:
        return SAY(arena, lang, BAR_ONEWAY,
                   {"place", named_bar(plan, edge, SAY_BAR_PASSAGE, lang)});
    case BAR_ESCAPE:
        return say(lang, SAY_BAR_ESCAPE);
    case BAR_PRIVATE:
        return say(lang, SAY_BAR_PRIVATE);
    case BAR_STEPS:
        return named_bar(plan, edge, SAY_BAR_STEPS, lang);
    case BAR_ESCALATOR:
        return named_bar(plan, edge, SAY_BAR_ESCALATOR, lang);
    case BAR_NARROW:
        return narrow_words(edge, lang, arena);
    case BAR_STEEP:
        return SAY(arena, lang, BAR_STEEP, {"n", number(arena, (abs(edge->incline_pm) + 5) / 10)});
    case BAR_WHEELCHAIR:
        return say(lang, SAY_BAR_WHEELCHAIR);
    default:
        return LIT("");
    }
}

Slice obstacle_text(const Plan *plan, Obstacle bar, Millis when, Lang lang, Arena *arena) {
    if (bar.edge == PLAN_NONE)
        return say(lang, SAY_BAR_UNJOINED);
    const PlanEdge *edge = &plan->edge[bar.edge];
    Slice what = edge_words(plan, edge, bar.obstacle.bar, lang, arena);
    if (!what.len)
        return obstacle_words(plan, bar.obstacle, when, lang, arena);
    const PlanLevel *level = &plan->level[plan->node[edge->a].level];
    return SAY(arena, lang, BAR, {"bar", what}, SAY_NAME("floor", level->name, lang));
}

Slice text_of_shut(const Plan *plan, int space, Millis when, Lang lang, Arena *arena) {
    return obstacle_words(plan, plan_space_shut(plan, space, when), when, lang, arena);
}
