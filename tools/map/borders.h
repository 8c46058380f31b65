/* Ways from space to space that no door marks: borders without a wall, and openings that the author allows to be supposed. */
#pragma once

#include "map/passages.h"

void borders_open(Draft *draft, Gaps *gaps);   /* after the doors: where one is drawn, the rest of the border stays shut */
void borders_assume(Draft *draft, Gaps *gaps); /* rooms without a door, under kiosk:assume_openings=yes; else they are said */
