/* When somebody is there: a line for now, and the hours of today as a rule. */
#pragma once

#include "screens/common/common.h"

/* As of now; not known while the clock is not believed. */
HoursNow opening_of(const Kiosk *k, const OpeningHours *hours);

/* The same in words of a place of the plan: empty when it says no hours. */
Slice opening_of_place(const Kiosk *k, int space, Arena *arena);

/* "Ouvert jusqu’à 17 h"; empty when no hours are known. */
Slice opening_words(const Kiosk *k, const OpeningHours *hours, Arena *arena);

/* The same with a sign; the one that is open stands out. */
void opening_line(Page *page, Node *parent, const Kiosk *k, const OpeningHours *hours, Type type);

/* The hours of today, and the sentence of all days beside them. */
Node *opening_day(Page *page, Node *parent, const Kiosk *k, const OpeningHours *hours,
                  LocalText sentence);

/* As one line for somebody's phone or a reading: "Ouvert : du lundi au vendredi, 9 h – 17 h". */
Slice opening_sentence(Page *page, LocalText sentence);
