#include "map/directions_text.h"

#include "base/calendar.h"

#include <math.h>

#define SPOKEN_MM 8000 /* shorter stretches are not worth a figure */
/* a way so far off the screen's normal leads to the side, a nearer one behind who faces
   the screen */
#define ASIDE_DEG 67.5
#define BEHIND_DEG 105 /* farther off the screen's normal: behind the kiosk */

static const char *colon(Lang lang) {
    return lang == LANG_FR ? "\u00A0:" : ":";
}

static Slice say(Lang lang, const char *fr, const char *en) {
    return slice_from(lang == LANG_FR ? fr : en);
}

/* ---- figures --------------------------------------------------------------------------------- */

int text_of_minutes(int ms) {
    int minutes = (ms + 59999) / 60000;
    return minutes > 0 ? minutes : 1;
}

Slice text_of_time(int ms, Arena *arena) {
    return arena_printf(arena, "%d\u00A0min", text_of_minutes(ms));
}

int text_of_metres(double mm) {
    int unit = mm < 50000 ? 5 : 10, metres = unit * (int)lround(mm / 1000 / unit);
    return metres > unit ? metres : unit;
}

Slice text_of_length(double mm, Arena *arena) {
    return arena_printf(arena, "%d\u00A0m", text_of_metres(mm));
}

Slice text_of_date(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    return arena_printf(arena, SLICE_FMT "\u00A0%s\u00A0%d",
                        SLICE_ARG(calendar_day(lang, c.day, arena)), calendar_month(lang, c.month),
                        c.year);
}

Slice text_of_month(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%s\u00A0%d", calendar_month_short(lang, c.month), c.year);
}

/* ---- places ---------------------------------------------------------------------------------- */

Slice text_of_place(const Plan *plan, int space, Lang lang, Arena *arena) {
    const PlanSpace *s = &plan->space[space];
    Slice name = s->name.plain.in[lang];
    if (!name.len)
        return s->ref;
    if (!s->ref.len || slice_find(name, s->ref) >= 0)
        return name;
    return arena_printf(arena, SLICE_FMT " (" SLICE_FMT ")", SLICE_ARG(name), SLICE_ARG(s->ref));
}

Slice text_of_where(const Plan *plan, int space, Lang lang) {
    return plan->level[plan->space[space].level].name.plain.in[lang];
}

/* ---- steps ----------------------------------------------------------------------------------- */

static bool to_left(TurnClass turn) {
    return turn == TURN_LEFT || turn == TURN_SLIGHT_LEFT;
}

/* ", à gauche": where a door or a lift lies. */
static Slice side(TurnClass turn, Lang lang) {
    if (turn == TURN_STRAIGHT)
        return say(lang, ", en face", ", straight ahead");
    if (turn == TURN_BACK)
        return say(lang, ", derrière soi", ", behind you");
    return to_left(turn) ? say(lang, ", à gauche", ", on the left")
                         : say(lang, ", à droite", ", on the right");
}

static Slice by_landmark(const Decision *d, Lang lang, Arena *arena) {
    static const char *const FR[] = {"", "après", "à hauteur", "juste avant"}, *const EN[] = {
                                                                                   "", "after",
                                                                                   "by",
                                                                                   "just before"};
    if (!d->landmark || !d->relation)
        return LIT("");
    Slice name = lang == LANG_FR && d->relation == RELATION_AT ? d->landmark->of.in[lang]
                                                               : d->landmark->the.in[lang];
    return arena_printf(arena, " %s " SLICE_FMT, (lang == LANG_FR ? FR : EN)[d->relation],
                        SLICE_ARG(name));
}

/* " et passer la porte, sur 20 m": what follows until the next decision. */
static Slice until_next(const Decision *d, Lang lang, Arena *arena) {
    double mm = d->until_mm - d->along_mm;
    Slice door = d->passes ? say(lang, " et passer la porte", " and go through the door") : LIT("");
    if (d->passes > 1)
        door = arena_printf(arena,
                            lang == LANG_FR ? " et passer %d portes" : " and go through %d doors",
                            d->passes);
    if (mm < SPOKEN_MM)
        return door;
    return arena_printf(arena, SLICE_FMT " (" SLICE_FMT ")", SLICE_ARG(door),
                        SLICE_ARG(text_of_length(mm, arena)));
}

bool way_passes_kiosk(const Decision *start) {
    return start->into == PLAN_NONE && fabs(start->deg) > BEHIND_DEG;
}

/* Straight ahead or past the kiosk, a sentence says how one stands; left and right are always those
   of who faces the screen. */
static Slice start_words(const Decision *d, Lang lang) {
    bool left = d->deg > 0; /* to the right of the screen's normal */
    if (d->turn == TURN_STRAIGHT)
        return say(lang, "Dos à l’écran, aller tout droit",
                   "With your back to the screen, go straight ahead");
    if (way_passes_kiosk(d))
        return left ? say(lang, "Face à l’écran, passer à gauche de la borne",
                          "Facing the screen, walk past the kiosk on its left")
                    : say(lang, "Face à l’écran, passer à droite de la borne",
                          "Facing the screen, walk past the kiosk on its right");
    if (fabs(d->deg) > ASIDE_DEG)
        return left ? say(lang, "Face à l’écran, partir à gauche", "Facing the screen, go left")
                    : say(lang, "Face à l’écran, partir à droite", "Facing the screen, go right");
    return left ? say(lang, "Face à l’écran, partir derrière soi, sur la gauche",
                      "Facing the screen, head behind you, to the left")
                : say(lang, "Face à l’écran, partir derrière soi, sur la droite",
                      "Facing the screen, head behind you, to the right");
}

static Slice leave_place(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    Slice of = plan->space[d->into].name.of.in[lang];
    if (!of.len)
        return say(lang, "Partir d’ici", "Start here");
    if (lang == LANG_FR)
        return arena_printf(arena, "Partir " SLICE_FMT, SLICE_ARG(of));
    return arena_printf(arena, "Start from " SLICE_FMT,
                        SLICE_ARG(plan->space[d->into].name.the.in[lang]));
}

static Slice turn_words(TurnClass turn, Lang lang) {
    static const char *const FR[] = {"Continuer tout droit",    "Prendre un peu à gauche",
                                     "Prendre un peu à droite", "Tourner à gauche",
                                     "Tourner à droite",        "Faire demi-tour"};
    static const char *const EN[] = {"Go straight on", "Bear left",  "Bear right",
                                     "Turn left",      "Turn right", "Turn around"};
    return slice_from((lang == LANG_FR ? FR : EN)[turn]);
}

static Slice and_on(Slice words, const Decision *d, Lang lang, Arena *arena) {
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(words),
                        SLICE_ARG(by_landmark(d, lang, arena)),
                        SLICE_ARG(until_next(d, lang, arena)));
}

static bool has_leaf(const Plan *plan, int edge) {
    return edge != PLAN_NONE && !(plan->edge[edge].flags & (EDGE_OPENING | EDGE_ASSUMED));
}

/* "2e porte à gauche", with or without an article. */
static Slice door_words(const Plan *plan, const Decision *d, bool article, Lang lang,
                        Arena *arena) {
    bool leaf = has_leaf(plan, d->edge);
    Slice where = slice_cut(side(d->turn, lang), 2, side(d->turn, lang).len);
    if (lang == LANG_EN) {
        static const char *const NTH[] = {"", "1st ", "2nd ", "3rd "};
        return arena_printf(arena, "%s%s%s " SLICE_FMT, article ? "the " : "", NTH[d->nth],
                            leaf ? "door" : "passage", SLICE_ARG(where));
    }
    static const char *const DOOR[] = {"", "1re ", "2e ", "3e "}, *const PASSAGE[] = {"", "1er ",
                                                                                      "2e ", "3e "};
    return arena_printf(arena, "%s%s%s " SLICE_FMT, article ? (leaf ? "la " : "le ") : "",
                        (leaf ? DOOR : PASSAGE)[d->nth], leaf ? "porte" : "passage",
                        SLICE_ARG(where));
}

static Slice into_words(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    if (d->into == PLAN_NONE || !plan->space[d->into].name.the.in[lang].len)
        return LIT("");
    return arena_printf(arena, "%s" SLICE_FMT, lang == LANG_FR ? ", vers " : ", towards ",
                        SLICE_ARG(plan->space[d->into].name.the.in[lang]));
}

/* "Après le passage, tourner à droite". */
static Slice behind_door(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    Slice turn = turn_words(d->turn, lang);
    if (d->edge == PLAN_NONE)
        return turn;
    bool leaf = has_leaf(plan, d->edge);
    Slice door = leaf ? say(lang, "Après la porte, ", "After the door, ")
                      : say(lang, "Après le passage, ", "After the passage, ");
    return arena_printf(arena, SLICE_FMT "%c" SLICE_FMT, SLICE_ARG(door), turn.at[0] - 'A' + 'a',
                        SLICE_ARG(slice_cut(turn, 1, turn.len)));
}

static Slice door_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    return arena_printf(arena, "%s" SLICE_FMT SLICE_FMT SLICE_FMT,
                        lang == LANG_FR ? "Prendre " : "Take ",
                        SLICE_ARG(door_words(plan, d, true, lang, arena)),
                        SLICE_ARG(d->nth ? LIT("") : by_landmark(d, lang, arena)),
                        SLICE_ARG(into_words(plan, d, lang, arena)));
}

/* Names of a connector without a name of its own. */
static Slice connector_words(const Plan *plan, const Decision *d, bool of, Lang lang) {
    static const char *const THE[LANG_COUNT][EDGE_KIND_COUNT] = {
        {"le passage", "la porte", "l’escalier", "l’ascenseur", "l’escalier mécanique", "la rampe"},
        {"the passage", "the door", "the stairs", "the lift", "the escalator", "the ramp"}};
    static const char *const OF[LANG_COUNT][EDGE_KIND_COUNT] = {
        {"du passage", "de la porte", "de l’escalier", "de l’ascenseur", "de l’escalier mécanique",
         "de la rampe"},
        {"of the passage", "of the door", "of the stairs", "of the lift", "of the escalator",
         "of the ramp"}};
    const PlanEdge *edge = &plan->edge[d->edge];
    if (edge->connector != PLAN_NONE) {
        const PlanName *name = &plan->connector[edge->connector].name;
        Slice own = of ? name->of.in[lang] : name->the.in[lang];
        if (own.len)
            return own;
    }
    return slice_from((of ? OF : THE)[lang != LANG_FR][edge->kind]);
}

static Slice lift_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    const PlanLevel *to = &plan->level[d->to_level];
    Slice lift = connector_words(plan, d, false, lang), where = side(d->turn, lang);
    bool fr = lang == LANG_FR;
    return arena_printf(arena, "%s" SLICE_FMT SLICE_FMT "%s" SLICE_FMT " (%s\u00A0" SLICE_FMT ")",
                        fr ? "Prendre " : "Take ", SLICE_ARG(lift), SLICE_ARG(where),
                        fr ? ", jusqu’" : ", ", SLICE_ARG(to->name.to.in[lang]),
                        fr ? "bouton" : "button", SLICE_ARG(to->ref.in[lang]));
}

static Slice climb_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    if (plan->edge[d->edge].kind == EDGE_LIFT)
        return lift_step(plan, d, lang, arena);
    bool moves = d->to_level != d->level;
    if (!moves && plan->edge[d->edge].up_mm == 0)
        return arena_printf(arena, "%s " SLICE_FMT, lang == LANG_FR ? "Prendre" : "Take",
                            SLICE_ARG(connector_words(plan, d, false, lang)));
    Slice verb = d->up ? say(lang, "Monter", "Go up") : say(lang, "Descendre", "Go down");
    Slice floor = moves ? plan->level[d->to_level].name.to.in[lang] : LIT("");
    return arena_printf(arena, SLICE_FMT "%s" SLICE_FMT "%s" SLICE_FMT SLICE_FMT, SLICE_ARG(verb),
                        moves ? " " : "", SLICE_ARG(floor), lang == LANG_FR ? " par " : " by ",
                        SLICE_ARG(connector_words(plan, d, false, lang)),
                        SLICE_ARG(moves ? side(d->turn, lang) : LIT("")));
}

static Slice leave_step(const Plan *plan, const Decision *d, Lang lang, Arena *arena) {
    static const char *const FR[] = {"aller tout droit",        "prendre un peu à gauche",
                                     "prendre un peu à droite", "partir à gauche",
                                     "partir à droite",         "faire demi-tour"};
    static const char *const EN[] = {"go straight ahead", "bear left", "bear right",
                                     "go left",           "go right",  "turn around"};
    Slice words = arena_printf(
        arena, "%s" SLICE_FMT ", %s", lang == LANG_FR ? "En sortant " : "Coming out ",
        SLICE_ARG(connector_words(plan, d, true, lang)), (lang == LANG_FR ? FR : EN)[d->turn]);
    return and_on(words, d, lang, arena);
}

static Slice capital(Slice words, Arena *arena) {
    Slice copy = arena_copy(arena, words);
    if (copy.len && copy.at[0] >= 'a' && copy.at[0] <= 'z')
        ((char *)(uintptr_t)copy.at)[0] -= 'a' - 'A';
    return copy;
}

static Slice arrive_step(const Plan *plan, const Decision *d, int space, Lang lang, Arena *arena) {
    Slice place = text_of_place(plan, space, lang, arena),
          door = say(lang, "Arrivée", "You are there");
    if (d->edge != PLAN_NONE)
        door = capital(door_words(plan, d, false, lang, arena), arena);
    return arena_printf(arena, SLICE_FMT "%s " SLICE_FMT, SLICE_ARG(door), colon(lang),
                        SLICE_ARG(place));
}

Slice text_of_decision(const Plan *plan, const Decision *d, int space, Lang lang, Arena *arena) {
    switch (d->kind) {
    case DECIDE_START:
        return and_on(d->into == PLAN_NONE ? start_words(d, lang)
                                           : leave_place(plan, d, lang, arena),
                      d, lang, arena);
    case DECIDE_TURN:
        return and_on(behind_door(plan, d, lang, arena), d, lang, arena);
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
                                SLICE_ARG(text_of_time(route->ms, arena)),
                                SLICE_ARG(text_of_length(route->length_mm, arena)));
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
