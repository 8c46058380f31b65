/* Ways from space to space that no door marks: borders without a wall, and openings that the author
   allows to be supposed. */
#pragma once

#include "tools/import/passages.h"

/* Outlines so near to each other meet: kiosk:border_tolerance of a building, 5 cm if it says
   nothing. */
void borders_tolerance(PlanDraft *draft, const OsmObject *building);

/* After the doors and ways that are drawn: where one joins two spaces, the rest of their border
   stays shut. */
void borders_open(PlanDraft *draft);
void borders_say_missed(
    PlanDraft *draft); /* after all ways: spaces that run side by side and are not joined */
void borders_assume(
    PlanDraft *draft,
    Gaps *gaps); /* rooms without a door, under kiosk:assume_openings=yes; else they are said */
