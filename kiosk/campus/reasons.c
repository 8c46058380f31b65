/* Why a way is barred or a place is shut, in words; declared in phrases.h with the rest. */
#include "campus/phrases.h"

#include <stdlib.h>

static const char *colon(Lang lang) {
    return lang == LANG_FR ? "\u00A0:" : ":";
}

static Slice say(Lang lang, const char *fr, const char *en) {
    return slice_from(lang == LANG_FR ? fr : en);
}

static Slice zone_words(const Plan *plan, int index, Millis when, Lang lang, Arena *arena) {
    const PlanZone *zone = &plan->zone[index];
    bool early = when < zone->opens;
    const char *verb = early ? (lang == LANG_FR ? "ouverture le" : "opens on") : lang == LANG_FR ? "fermeture depuis le" : "closed since";
    return arena_printf(arena, SLICE_FMT "%s %s " SLICE_FMT, SLICE_ARG(zone->name.in[lang]), colon(lang), verb,
                        SLICE_ARG(phrase_date(early ? zone->opens : zone->closes, lang, arena)));
}

static Slice closed_name(const Plan *plan, const PlanClosure *c, Lang lang) {
    switch (c->target) {
    case TARGET_OF_CONNECTOR:
        return plan->connector[c->index].name.plain.in[lang];
    case TARGET_OF_SPACE:
        return plan->space[c->index].name.plain.in[lang].len ? plan->space[c->index].name.plain.in[lang]
                                                              : plan->space[c->index].ref;
    case TARGET_OF_ZONE:
        return plan->zone[c->index].name.in[lang];
    default:
        return say(lang, "Passage", "Passage");
    }
}

static Slice closure_words(const Plan *plan, int index, Lang lang, Arena *arena) {
    const PlanClosure *c = &plan->closure[index];
    Slice until = c->to == PLAN_NEVER ? LIT("")
                                      : arena_printf(arena, "%s" SLICE_FMT, lang == LANG_FR ? ", jusqu’au " : ", until ",
                                                     SLICE_ARG(phrase_date(c->to - 1, lang, arena)));
    return arena_printf(arena, SLICE_FMT "%s " SLICE_FMT SLICE_FMT, SLICE_ARG(closed_name(plan, c, lang)),
                        colon(lang), SLICE_ARG(c->reason.in[lang]), SLICE_ARG(until));
}

static Slice obstacle_words(const Plan *plan, PlanObstacle obstacle, Millis when, Lang lang, Arena *arena) {
    if (obstacle.bar == BAR_ZONE)
        return zone_words(plan, obstacle.index, when, lang, arena);
    return obstacle.bar == BAR_CLOSED ? closure_words(plan, obstacle.index, lang, arena) : LIT("");
}

/* ", au rez-de-chaussée": where the door or the steps are. */
static Slice bar_floor(const Plan *plan, const PlanEdge *edge, Lang lang, Arena *arena) {
    return arena_printf(arena, ", " SLICE_FMT, SLICE_ARG(plan->level[plan->node[edge->a].level].name.at.in[lang]));
}

static Slice named_bar(const Plan *plan, const PlanEdge *edge, Slice otherwise, Lang lang) {
    if (edge->connector == PLAN_NONE || !plan->connector[edge->connector].name.plain.in[lang].len)
        return otherwise;
    return plan->connector[edge->connector].name.plain.in[lang];
}

Slice phrase_bar(const Plan *plan, RouteBar bar, Millis when, Lang lang, Arena *arena) {
    const PlanEdge *edge = &plan->edge[bar.edge];
    Slice floor = bar_floor(plan, edge, lang, arena), what;
    switch (bar.obstacle.bar) {
    case BAR_STEPS:
        what = named_bar(plan, edge, say(lang, "Escalier", "Stairs"), lang);
        break;
    case BAR_ESCALATOR:
        what = named_bar(plan, edge, say(lang, "Escalier mécanique", "Escalator"), lang);
        break;
    case BAR_NARROW:
        what = arena_printf(arena, lang == LANG_FR ? "Porte étroite, %d\u00A0cm" : "Narrow door, %d\u00A0cm", edge->width_mm / 10);
        break;
    case BAR_STEEP:
        what = arena_printf(arena, lang == LANG_FR ? "Pente trop forte, %d\u00A0%%" : "Slope too steep, %d\u00A0%%",
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

Slice phrase_shut(const Plan *plan, int space, Millis when, Lang lang, Arena *arena) {
    return obstacle_words(plan, plan_space_shut(plan, space, when), when, lang, arena);
}
