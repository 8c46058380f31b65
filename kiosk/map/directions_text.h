/* What a decision, an obstacle, a time or a distance is in words: sentences of assets/lang or of
   the pack, whose slots are filled. Every noun comes in the forms that plan.h carries: nothing is
   declined here, so elision and gender are right. Infinitives: neither "tu" nor "vous". */
#pragma once

#include "map/directions.h"
#include "map/hours.h"

/* One step, without a full stop: "Tourner à gauche après l’accueil". `space` is where the way
   leads. */
Slice text_of_decision(const Plan *plan, const Decision *decision, int space, Lang lang,
                       Arena *arena);

/* Does a way begin behind the kiosk, so that its first step is told to somebody who faces the
   screen? */
bool way_passes_kiosk(const Decision *start);

/* "2e porte à gauche : Atelier soudage (A1)" wants the name with its ref, unless the name holds it
   already. */
Slice text_of_place(const Plan *plan, int space, Lang lang, Arena *arena);

/* Whole minutes, rounded up, from 1: "3 min". */
Slice text_of_time(int ms, Lang lang, Arena *arena);
int text_of_minutes(int ms);

/* To 5 m below 50 m, to 10 m above: "25 m". */
Slice text_of_length(double mm, Lang lang, Arena *arena);
int text_of_metres(double mm);

/* Why a way is barred: "Ascenseur A : en panne", "Aile est : ouverture le 3 septembre 2018", "porte
   de 70 cm". */
Slice obstacle_text(const Plan *plan, Obstacle bar, Millis when, Lang lang, Arena *arena);

/* Why a place cannot be entered at that time; empty when it can. */
Slice text_of_shut(const Plan *plan, int space, Millis when, Lang lang, Arena *arena);

/* By its opening hours: "Ouvert jusqu’à 18 h", "Fermé, ouvre demain à 8 h", "Fermé, ouvre lundi à 8
   h"; empty when the place says none. */
Slice text_of_open(const Plan *plan, int space, Millis when, Lang lang, Arena *arena);

/* The same of whatever has hours, as they stand at that time. */
Slice text_of_hours(HoursNow now, Millis when, Lang lang, Arena *arena);

/* "Ouvre lundi à 8 h"; empty of what is open, never opens, or says none. */
Slice text_of_next_opening(HoursNow now, Millis when, Lang lang, Arena *arena);

/* "8 h", "13 h 30"; "8 am", "1.30 pm", "noon". */
Slice text_of_clock(Millis when, Lang lang, Arena *arena);
Slice text_of_hour(int minutes, Lang lang, Arena *arena); /* since midnight; never by a name */

/* "3 septembre 2018", "1er mars 2019"; "3 September 2018". And "sept. 2018" alone. */
Slice text_of_date(Millis when, Lang lang, Arena *arena);
Slice text_of_month(Millis when, Lang lang, Arena *arena);

/* The name of its floor: "1er étage". Valid as long as the plan. */
Slice text_of_where(const Plan *plan, int space, Lang lang);

/* A whole way as plain text for a visitor's phone, at most `most_bytes` long: name, floor, time,
   numbered steps. Steps that do not fit are replaced by an ellipsis, never cut. */
Slice route_as_text(const Plan *plan, const Route *route, const Decisions *decisions, int space,
                    Lang lang, int most_bytes, Arena *arena);
