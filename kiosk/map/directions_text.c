#include "map/directions_text.h"

#include "base/calendar.h"
#include "map/say.h"

#include <math.h>

#define SPOKEN_MM 8000 /* shorter stretches are not worth a figure */
/* a way so far off the screen's normal leads to the side, a nearer one behind who faces
   the screen */
#define ASIDE_DEG 67.5
#define BEHIND_DEG 105 /* farther off the screen's normal: behind the kiosk */

/* ---- figures --------------------------------------------------------------------------------- */

int text_of_minutes(int ms) {
    int minutes = (ms + 59999) / 60000;
    return minutes > 0 ? minutes : 1;
}

Slice text_of_time(int ms, Lang lang, Arena *arena) {
    return SAY(arena, lang, TIME, {"minutes", arena_printf(arena, "%d", text_of_minutes(ms))});
}

int text_of_metres(double mm) {
    int unit = mm < 50000 ? 5 : 10, metres = unit * (int)lround(mm / 1000 / unit);
    return metres > unit ? metres : unit;
}

Slice text_of_length(double mm, Lang lang, Arena *arena) {
    return SAY(arena, lang, LENGTH, {"metres", arena_printf(arena, "%d", text_of_metres(mm))});
}

Slice text_of_date(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    return SAY(arena, lang, DATE, {"day", calendar_day(lang, c.day, arena)},
               {"month", slice_from(calendar_month(lang, c.month))},
               {"year", arena_printf(arena, "%d", c.year)});
}

Slice text_of_month(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    return SAY(arena, lang, MONTH, {"month", slice_from(calendar_month_short(lang, c.month))},
               {"year", arena_printf(arena, "%d", c.year)});
}

/* ---- places ---------------------------------------------------------------------------------- */

Slice text_of_place(const Plan *plan, int space, Lang lang, Arena *arena) {
    const PlanSpace *s = &plan->space[space];
    Slice name = s->name.plain.in[lang];
    if (!name.len)
        return s->ref;
    bool named = !s->ref.len || slice_find(name, s->ref) >= 0;
    if (named || langs_simple(lang)) /* an easy language has no codes */
        return name;
    return SAY(arena, lang, PLACE_REF, {"place", name}, {"ref", s->ref});
}

Slice text_of_where(const Plan *plan, int space, Lang lang) {
    return plan->level[plan->space[space].level].name.plain.in[lang];
}

/* ---- what a step is made of ------------------------------------------------------------------ */

static bool to_left(TurnClass turn) {
    return turn == TURN_LEFT || turn == TURN_SLIGHT_LEFT;
}

/* "à gauche": where a door or a lift lies. */
static Slice side(TurnClass turn, Lang lang) {
    if (turn == TURN_STRAIGHT)
        return say(lang, SAY_SIDE_FRONT);
    if (turn == TURN_BACK)
        return say(lang, SAY_SIDE_BACK);
    return say(lang, to_left(turn) ? SAY_SIDE_LEFT : SAY_SIDE_RIGHT);
}

_Static_assert(SAY_TURN_BACK - SAY_TURN_STRAIGHT == TURN_BACK &&
                   SAY_AFTER_DOOR_BACK - SAY_AFTER_DOOR_STRAIGHT == TURN_BACK &&
                   SAY_AFTER_PASSAGE_BACK - SAY_AFTER_PASSAGE_STRAIGHT == TURN_BACK &&
                   SAY_LEAVE_BACK - SAY_LEAVE_STRAIGHT == TURN_BACK &&
                   SAY_OF_RAMP - SAY_OF_WALK == EDGE_RAMP &&
                   SAY_THE_RAMP - SAY_THE_WALK == EDGE_RAMP,
               "assets/lang has them in the order of the turns, and of the kinds of ways");

/* The first of six sayings, one a turn, is given. */
static Slice turned(Saying straight, TurnClass turn, Lang lang) {
    return say(lang, (Saying)(straight + (int)turn));
}

static Slice by_landmark(Slice step, const Decision *d, Lang lang, Arena *arena) {
    static const Saying BY[] = {
        [RELATION_AFTER] = SAY_AFTER, [RELATION_AT] = SAY_AT, [RELATION_BEFORE] = SAY_BEFORE};
    if (!d->landmark || !d->relation)
        return step;
    return SLOTS_FILL(arena, say(lang, BY[d->relation]), {"step", step},
                      SAY_NAME("landmark", *d->landmark, lang));
}

/* "… et passer la porte (20 m)": what follows until the next decision. */
static Slice until_next(Slice step, const Decision *d, Lang lang, Arena *arena) {
    double mm = d->until_mm - d->along_mm;
    if (d->passes)
        step = SLOTS_FILL(arena, say_count(lang, SAY_PASSES, d->passes), {"step", step},
                          {"n", arena_printf(arena, "%d", d->passes)});
    if (mm < SPOKEN_MM)
        return step;
    return SAY(arena, lang, FOR_LENGTH, {"step", step},
               {"length", text_of_length(mm, lang, arena)});
}

static Slice and_on(Slice step, const Decision *d, Lang lang, Arena *arena) {
    return until_next(by_landmark(step, d, lang, arena), d, lang, arena);
}

/* ---- the start ------------------------------------------------------------------------------- */

bool way_passes_kiosk(const Decision *start) {
    return start->into == PLAN_NONE && fabs(start->deg) > BEHIND_DEG;
}

/* Straight ahead or past the kiosk, a sentence says how one stands; left and right are always those
   of who faces the screen. */
static Saying start_saying(const Decision *d) {
    bool left = d->deg > 0; /* to the right of the screen's normal */
    if (d->turn == TURN_STRAIGHT)
        return SAY_START_STRAIGHT;
    if (way_passes_kiosk(d))
        return left ? SAY_START_PAST_LEFT : SAY_START_PAST_RIGHT;
    if (fabs(d->deg) > ASIDE_DEG)
        return left ? SAY_START_LEFT : SAY_START_RIGHT;
    return left ? SAY_START_BEHIND_LEFT : SAY_START_BEHIND_RIGHT;
}

static Slice start_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    if (d->into == PLAN_NONE)
        return say(lang, start_saying(d));
    const PlanName *name = &plan->space[d->into].name;
    if (!name->of.in[lang].len)
        return say(lang, SAY_START_HERE);
    return SAY(arena, lang, START_FROM, SAY_NAME("place", *name, lang));
}

/* ---- doors ----------------------------------------------------------------------------------- */

static bool has_leaf(const Plan *plan, int edge) {
    return edge != PLAN_NONE && !(plan->edge[edge].flags & (EDGE_OPENING | EDGE_ASSUMED));
}

/* "2e porte à gauche": of four sayings, one a number, the first is given. */
static Slice counted(Saying only, const Decision *d, Lang lang, Arena *arena) {
    Saying nth = (Saying)(only + d->nth);
    return SLOTS_FILL(arena, say(lang, nth), {"side", side(d->turn, lang)});
}

/* "Après le passage, tourner à droite". */
static Slice turn_step(const Plan *plan, const Decision *d, Lang lang) {
    if (d->edge == PLAN_NONE)
        return turned(SAY_TURN_STRAIGHT, d->turn, lang);
    bool leaf = has_leaf(plan, d->edge);
    return turned(leaf ? SAY_AFTER_DOOR_STRAIGHT : SAY_AFTER_PASSAGE_STRAIGHT, d->turn, lang);
}

static Slice door_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    bool leaf = has_leaf(plan, d->edge);
    Slice step = counted(leaf ? SAY_TAKE_DOOR_0 : SAY_TAKE_PASSAGE_0, d, lang, arena);
    if (!d->nth)
        step = by_landmark(step, d, lang, arena);
    if (d->into == PLAN_NONE || !plan->space[d->into].name.the.in[lang].len)
        return step;
    return SAY(arena, lang, TOWARDS, {"step", step},
               SAY_NAME("place", plan->space[d->into].name, lang));
}

/* ---- floors ---------------------------------------------------------------------------------- */

/* A connector without a name of its own is called by its kind. */
static PlanName connector_name(const Plan *plan, const Decision *d, Lang lang) {
    const PlanEdge *edge = &plan->edge[d->edge];
    PlanName name = {0};
    if (edge->connector != PLAN_NONE)
        name = plan->connector[edge->connector].name;
    if (!name.the.in[lang].len)
        name.the.in[lang] = say(lang, (Saying)(SAY_THE_WALK + (int)edge->kind));
    if (!name.of.in[lang].len)
        name.of.in[lang] = say(lang, (Saying)(SAY_OF_WALK + (int)edge->kind));
    return name;
}

static Slice lift_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    const PlanLevel *to = &plan->level[d->to_level];
    PlanName lift = connector_name(plan, d, lang);
    return SAY(arena, lang, TAKE_LIFT, SAY_NAME("connector", lift, lang),
               SAY_NAME("floor", to->name, lang), {"side", side(d->turn, lang)},
               {"button", to->ref.in[lang]});
}

static Slice climb_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    PlanName stairs = connector_name(plan, d, lang);
    if (plan->edge[d->edge].kind == EDGE_LIFT)
        return lift_step(plan, d, lang, arena);
    bool moves = d->to_level != d->level;
    if (moves)
        return SLOTS_FILL(
            arena, say(lang, d->up ? SAY_UP_TO : SAY_DOWN_TO), SAY_NAME("connector", stairs, lang),
            SAY_NAME("floor", plan->level[d->to_level].name, lang), {"side", side(d->turn, lang)});
    Saying climb = d->up ? SAY_UP : SAY_DOWN;
    bool flat = plan->edge[d->edge].up_mm == 0;
    return SLOTS_FILL(arena, say(lang, flat ? SAY_TAKE : climb),
                      SAY_NAME("connector", stairs, lang));
}

static Slice leave_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    PlanName left = connector_name(plan, d, lang);
    Slice step = SLOTS_FILL(arena, turned(SAY_LEAVE_STRAIGHT, d->turn, lang),
                            SAY_NAME("connector", left, lang));
    return and_on(step, d, lang, arena);
}

/* ---- the end --------------------------------------------------------------------------------- */

static Slice arrive_step(const Plan *plan, const Decision *d, int space, Lang lang, Arena *arena) {
    Slice place = text_of_place(plan, space, lang, arena);
    if (d->edge == PLAN_NONE)
        return SAY(arena, lang, ARRIVE, {"place", place});
    Saying door = has_leaf(plan, d->edge) ? SAY_DOOR_0 : SAY_PASSAGE_0;
    Slice found = slots_capital(arena, counted(door, d, lang, arena));
    return SAY(arena, lang, ARRIVE_DOOR, {"door", found}, {"place", place});
}

Slice text_of_decision(const Plan *plan, const Decision *d, int space, Lang lang, Arena *arena) {
    switch (d->kind) {
    case DECIDE_START:
        return and_on(start_step(plan, d, lang, arena), d, lang, arena);
    case DECIDE_TURN:
        return and_on(turn_step(plan, d, lang), d, lang, arena);
    case DECIDE_DOOR:
        return door_step(plan, d, lang, arena);
    case DECIDE_CLIMB:
        return climb_step(plan, d, lang, arena);
    case DECIDE_LEAVE:
        return leave_step(plan, d, lang, arena);
    case DECIDE_ARRIVE:
    case DECISION_KIND_COUNT:
        break;
    }
    return arrive_step(plan, d, space, lang, arena);
}

/* ---- the letter ------------------------------------------------------------------------------ */

Slice route_as_text(const Plan *plan, const Route *route, const Decisions *decisions, int space,
                    Lang lang, int most_bytes, Arena *arena) {
    static const char ELLIPSIS[] = "\n…";
    Slice letter = arena_printf(arena, SLICE_FMT "\n" SLICE_FMT "\n" SLICE_FMT ", " SLICE_FMT,
                                SLICE_ARG(text_of_place(plan, space, lang, arena)),
                                SLICE_ARG(text_of_where(plan, space, lang)),
                                SLICE_ARG(text_of_time(route->ms, lang, arena)),
                                SLICE_ARG(text_of_length(route->length_mm, lang, arena)));
    for (int i = 0; i < decisions->count; i++) {
        Slice step = text_of_decision(plan, &decisions->decision[i], space, lang, arena);
        Slice longer = arena_printf(arena, SLICE_FMT "\n%d. " SLICE_FMT, SLICE_ARG(letter), i + 1,
                                    SLICE_ARG(step));
        int rest = i + 1 < decisions->count ? (int)sizeof ELLIPSIS - 1 : 0;
        if (longer.len + rest > most_bytes)
            return arena_printf(arena, SLICE_FMT "%s", SLICE_ARG(letter), ELLIPSIS);
        letter = longer;
    }
    return letter;
}
