/* Why a way is barred, and when a place is open, in words; declared in phrases.h with the rest. */
#include "base/calendar.h"
#include "map/hours.h"
#include "map/directions_text.h"

#include <stdlib.h>

#define DAY_MS ((Millis)86400000)

static const char *colon(Lang lang) {
    return lang == LANG_FR ? "\u00A0:" : ":";
}

static Slice say(Lang lang, const char *fr, const char *en) {
    return slice_from(lang == LANG_FR ? fr : en);
}

/* ---- opening hours --------------------------------------------------------------------------- */

Slice text_of_clock(Millis when, Lang lang, Arena *arena) {
    Civil c = civil_from(when);
    if (lang == LANG_FR && c.hour == 0 && c.minute == 0)
        return LIT("minuit");
    if (lang == LANG_FR && c.hour == 12 && c.minute == 0)
        return LIT("midi");
    if (lang == LANG_FR)
        return c.minute ? arena_printf(arena, "%d\u00A0h\u00A0%02d", c.hour, c.minute)
                        : arena_printf(arena, "%d\u00A0h", c.hour);
    if (c.minute == 0 && c.hour % 12 == 0)
        return c.hour ? LIT("noon") : LIT("midnight");
    const char *half = c.hour < 12 ? "am" : "pm";
    int hour = c.hour % 12 ? c.hour % 12 : 12;
    return c.minute ? arena_printf(arena, "%d.%02d\u00A0%s", hour, c.minute, half)
                    : arena_printf(arena, "%d\u00A0%s", hour, half);
}

static int64_t day_of(Millis when) {
    return (when - (when % DAY_MS + DAY_MS) % DAY_MS) / DAY_MS;
}

/* "à 8 h", "demain à 8 h", "lundi à 8 h", "le 3 septembre 2018 à 8 h". */
static Slice moment_words(Millis when, Millis now, Lang lang, Arena *arena) {
    int64_t days = day_of(when) - day_of(now);
    Slice day = LIT(""), at = say(lang, "à ", "at ");
    if (days == 1)
        day = say(lang, "demain ", "tomorrow ");
    else if (days > 1 && days < 7)
        day = arena_printf(arena, lang == LANG_FR ? "%s " : "on %s ",
                           calendar_weekday(lang, civil_from(when).weekday));
    else if (days)
        day = arena_printf(arena, "%s" SLICE_FMT " ", lang == LANG_FR ? "le " : "on ",
                           SLICE_ARG(text_of_date(when, lang, arena)));
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(day), SLICE_ARG(at),
                        SLICE_ARG(text_of_clock(when, lang, arena)));
}

/* "jusqu’à 18 h", "jusqu’au 3 septembre 2018": an hour of the coming night says enough
   by itself. */
static Slice until_words(Millis until, Millis now, Lang lang, Arena *arena) {
    bool soon = until - now < DAY_MS;
    Slice end = soon ? text_of_clock(until, lang, arena) : text_of_date(until - 1, lang, arena);
    if (lang == LANG_EN)
        return arena_printf(arena, "until " SLICE_FMT, SLICE_ARG(end));
    return arena_printf(arena, soon ? "jusqu’à " SLICE_FMT : "jusqu’au " SLICE_FMT, SLICE_ARG(end));
}

Slice text_of_hours(HoursNow now, Millis when, Lang lang, Arena *arena) {
    if (!now.known)
        return LIT("");
    if (now.until == PLAN_NEVER)
        return now.open ? say(lang, "Ouvert jour et nuit", "Open day and night")
                        : say(lang, "Fermé", "Closed");
    Slice moment = now.open ? until_words(now.until, when, lang, arena)
                            : moment_words(now.until, when, lang, arena);
    Slice state =
        now.open ? say(lang, "Ouvert", "Open") : say(lang, "Fermé, ouvre", "Closed, opens");
    return arena_printf(arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(state), SLICE_ARG(moment));
}

Slice text_of_open(const Plan *plan, int space, Millis when, Lang lang, Arena *arena) {
    return text_of_hours(hours_at(plan, space, when), when, lang, arena);
}

/* ---- bars ------------------------------------------------------------------------------------ */

static Slice zone_words(const Plan *plan, int index, Millis when, Lang lang, Arena *arena) {
    const PlanZone *zone = &plan->zone[index];
    bool early = when < zone->opens;
    const char *verb = early             ? (lang == LANG_FR ? "ouverture le" : "opens on")
                       : lang == LANG_FR ? "fermé depuis le"
                                         : "closed since";
    return arena_printf(arena, SLICE_FMT "%s %s " SLICE_FMT, SLICE_ARG(zone->name.in[lang]),
                        colon(lang), verb,
                        SLICE_ARG(text_of_date(early ? zone->opens : zone->closes, lang, arena)));
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
        return say(lang, "Passage", "Passage");
    }
}

/* "Ascenseur A : en panne, jusqu’à midi". */
static Slice closure_words(const Plan *plan, int index, Millis when, Lang lang, Arena *arena) {
    const PlanClosure *c = &plan->closure[index];
    Slice reason = c->reason.in[lang].len ? c->reason.in[lang] : say(lang, "fermé", "closed"),
          until = LIT("");
    if (c->to != PLAN_NEVER)
        until =
            arena_printf(arena, ", " SLICE_FMT, SLICE_ARG(until_words(c->to, when, lang, arena)));
    return arena_printf(arena, SLICE_FMT "%s " SLICE_FMT SLICE_FMT,
                        SLICE_ARG(closed_name(plan, c, lang)), colon(lang), SLICE_ARG(reason),
                        SLICE_ARG(until));
}

static Slice obstacle_words(const Plan *plan, PlanObstacle obstacle, Millis when, Lang lang,
                            Arena *arena) {
    if (obstacle.bar == BAR_ZONE)
        return zone_words(plan, obstacle.index, when, lang, arena);
    return obstacle.bar == BAR_CLOSED ? closure_words(plan, obstacle.index, when, lang, arena)
                                      : LIT("");
}

/* ", au rez-de-chaussée": where the door or the steps are. */
static Slice bar_floor(const Plan *plan, const PlanEdge *edge, Lang lang, Arena *arena) {
    return arena_printf(arena, ", " SLICE_FMT,
                        SLICE_ARG(plan->level[plan->node[edge->a].level].name.at.in[lang]));
}

static Slice named_bar(const Plan *plan, const PlanEdge *edge, Slice otherwise, Lang lang) {
    if (edge->connector == PLAN_NONE || !plan->connector[edge->connector].name.plain.in[lang].len)
        return otherwise;
    return plan->connector[edge->connector].name.plain.in[lang];
}

static Slice narrow_words(const PlanEdge *edge, Lang lang, Arena *arena) {
    bool door = edge->kind == EDGE_DOOR && !(edge->flags & EDGE_OPENING);
    if (lang == LANG_FR)
        return arena_printf(arena, "%s, %d\u00A0cm", door ? "Porte étroite" : "Passage étroit",
                            edge->width_mm / 10);
    return arena_printf(arena, "Narrow %s, %d\u00A0cm", door ? "door" : "passage",
                        edge->width_mm / 10);
}

/* "Un mur ou une barrière coupe en deux le hall", when the space has a name; which of the two it is
   nobody knows here.
 */
static Slice wall_words(const Plan *plan, const PlanEdge *edge, Lang lang, Arena *arena) {
    const PlanName *name = edge->space == PLAN_NONE ? NULL : &plan->space[edge->space].name;
    if (!name || !name->the.in[lang].len)
        return say(lang, "Un mur ou une barrière ferme le passage",
                   "A wall or a barrier stands in the way");
    return arena_printf(arena,
                        lang == LANG_FR ? "Un mur ou une barrière coupe en deux " SLICE_FMT
                                        : "A wall or a barrier divides " SLICE_FMT,
                        SLICE_ARG(name->the.in[lang]));
}

Slice obstacle_text(const Plan *plan, Obstacle bar, Millis when, Lang lang, Arena *arena) {
    if (bar.edge == PLAN_NONE)
        return say(lang,
                   "Ce lieu n’est relié à aucun chemin. À l’accueil, quelqu’un peut y accompagner.",
                   "No way to this place is known. Someone at reception can take you there.");
    const PlanEdge *edge = &plan->edge[bar.edge];
    Slice floor = bar_floor(plan, edge, lang, arena), what;
    switch (bar.obstacle.bar) {
    case BAR_WALL:
        what = wall_words(plan, edge, lang, arena);
        break;
    case BAR_ONEWAY:
        what =
            arena_printf(arena,
                         lang == LANG_FR ? SLICE_FMT "\u00A0: dans l’autre sens seulement"
                                         : SLICE_FMT ": the other way only",
                         SLICE_ARG(named_bar(plan, edge, say(lang, "Passage", "Passage"), lang)));
        break;
    case BAR_ESCAPE:
        what = say(lang, "Issue de secours", "Emergency exit");
        break;
    case BAR_PRIVATE:
        what = say(lang, "Accès réservé au personnel", "Staff only");
        break;
    case BAR_STEPS:
        what = named_bar(plan, edge, say(lang, "Escalier", "Stairs"), lang);
        break;
    case BAR_ESCALATOR:
        what = named_bar(plan, edge, say(lang, "Escalier mécanique", "Escalator"), lang);
        break;
    case BAR_NARROW:
        what = narrow_words(edge, lang, arena);
        break;
    case BAR_STEEP:
        what = arena_printf(
            arena, lang == LANG_FR ? "Pente trop forte, %d\u00A0%%" : "Slope too steep, %d\u00A0%%",
            (abs(edge->incline_pm) + 5) / 10);
        break;
    case BAR_WHEELCHAIR:
        what = say(lang, "Passage impossible en fauteuil", "No passage for wheelchairs");
        break;
    default:
        return obstacle_words(plan, bar.obstacle, when, lang, arena);
    }
    return arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(what), SLICE_ARG(floor));
}

Slice text_of_shut(const Plan *plan, int space, Millis when, Lang lang, Arena *arena) {
    return obstacle_words(plan, plan_space_shut(plan, space, when), when, lang, arena);
}
