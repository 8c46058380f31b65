#include "base/civil.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

Civil civil_from(Millis when) {
    time_t seconds = (time_t)(when / 1000 - (when % 1000 < 0));
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return (Civil){
        tm.tm_year + 1900,          tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
        tm.tm_wday ? tm.tm_wday : 7};
}

Millis civil_midnight(Millis when) {
    return when - (when % CIVIL_DAY + CIVIL_DAY) % CIVIL_DAY;
}

/* What lies beyond a month or an hour is carried over. */
Millis civil_to(Civil c) {
    struct tm tm = {.tm_year = c.year - 1900,
                    .tm_mon = c.month - 1,
                    .tm_mday = c.day,
                    .tm_hour = c.hour,
                    .tm_min = c.minute,
                    .tm_sec = c.second};
    return (Millis)timegm(&tm) * 1000;
}

Millis civil_month(Millis when, int later) {
    Civil day = civil_from(when);
    return civil_to((Civil){.year = day.year, .month = day.month + later, .day = 1});
}

static bool is_civil(Civil c) {
    Civil back = civil_from(civil_to(c));
    return back.year == c.year && back.month == c.month && back.day == c.day && c.hour >= 0 &&
           c.hour < 24 && c.minute >= 0 && c.minute < 60 && c.second >= 0 && c.second < 60;
}

bool civil_parse(const char *iso, Millis *when) {
    Civil c = {0};
    int day_end = 0, minute_end = 0, second_end = 0;
    sscanf(iso, "%4d-%2d-%2d%n", &c.year, &c.month, &c.day, &day_end);
    if (day_end != 10)
        return false;
    const char *rest = iso + day_end;
    if (*rest == 'T') {
        sscanf(rest, "T%2d:%2d%n:%2d%n", &c.hour, &c.minute, &minute_end, &c.second, &second_end);
        if (second_end != 9 && minute_end != 6)
            return false;
        rest += second_end ? second_end : minute_end;
    }
    if (strcmp(rest, "") != 0 && strcmp(rest, "Z") != 0)
        return false;
    if (!is_civil(c))
        return false;
    *when = civil_to(c);
    return true;
}

int civil_week(Civil c, int *year) {
    struct tm tm = {.tm_year = c.year - 1900, .tm_mon = c.month - 1, .tm_mday = c.day};
    char text[16];
    int week = 0;
    timegm(&tm); /* fills in the days of the week and of the year */
    strftime(text, sizeof text, "%G %V", &tm);
    sscanf(text, "%d %d", year, &week);
    return week;
}
