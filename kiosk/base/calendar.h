/* What months and days are called. */
#pragma once

#include "base/lang.h"

Slice calendar_month(Lang lang, int month);       /* from 1: "janvier" */
Slice calendar_short_month(Lang lang, int month); /* "janv." */
Slice calendar_weekday(Lang lang, int weekday);   /* from 1, a Monday: "lundi" */
