/* What months and weekdays are called in each language, written once: in assets/lang. Valid as
   long as the pack. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"

const char *calendar_month(Lang lang, int month);       /* 1 to 12: septembre, September */
const char *calendar_month_alone(Lang lang, int month); /* without a day: Ukrainian says it else */
const char *calendar_month_short(Lang lang, int month); /* sept., Sep: as CLDR shortens them */
Slice calendar_day(Lang lang, int day, Arena *arena);   /* of a month: 1er, 2; 1, 2 */
const char *calendar_weekday(Lang lang, int weekday);   /* 1 to 7: lundi, Monday */
const char *calendar_weekday_short(Lang lang, int weekday); /* lun., Mon */
