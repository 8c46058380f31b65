/* The hours of a week as they are set by touch: one span a day, in quarter hours. Read from and
 * written as the option `open`, whose grammar is richer: what has no place here (dates, holidays)
 * is kept as it stands. */
#pragma once

#include "base/civil.h"
#include "base/slice.h"

enum { WEEK_DAYS = 7, WEEK_TEXT = 512, WEEK_REST = 384, WEEK_QUARTER = 15 };

/* Minutes since midnight; `to` at or before `from` is on the next day. */
typedef struct WeekDay {
    bool open;
    int from, to;
} WeekDay;

typedef struct Week {
    bool known;             /* false: no hours are set, the kiosk is awake day and night */
    WeekDay day[WEEK_DAYS]; /* Monday first */
    char rest[WEEK_REST];   /* rules about dates and holidays, "" for none */
} Week;

/* False: it says more than fits here (two spans a day, an hour between quarters, too many dates),
   or is not understood. */
bool week_read(const char *text, Week *week);

/* "" for a week that is not known. There is room for all that is read. */
void week_print(const Week *week, char text[WEEK_TEXT]);

int week_run(const Week *week, int first);      /* the last of the days that are like that one */
Week week_usual(void);                          /* to begin with: Monday to Friday, 8 to 18 h */
void week_move(WeekDay *day, bool end, int by); /* by minutes; around midnight */
