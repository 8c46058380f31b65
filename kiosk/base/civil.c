#include "base/civil.h"

#include <stdio.h>
#include <string.h>

#define MS_PER_DAY ((Millis)86400000)

/* Days since 1970-01-01; Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain). */
static int64_t days_from_civil(int year, int month, int day) {
    int64_t y = year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void civil_from_days(int64_t days, Civil *civil) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted_month = (5 * day_of_year + 2) / 153;
    civil->day = (int)(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    civil->month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    civil->year = (int)(year_of_era + era * 400 + (civil->month <= 2));
}

Civil civil_from(Millis when) {
    int64_t days = when / MS_PER_DAY - (when % MS_PER_DAY < 0);
    int seconds = (int)((when - days * MS_PER_DAY) / 1000);
    Civil civil = {.hour = seconds / 3600, .minute = seconds / 60 % 60, .second = seconds % 60};
    civil_from_days(days, &civil);
    civil.weekday = (int)(((days + 3) % 7 + 7) % 7) + 1; /* 1970-01-01 was a Thursday */
    return civil;
}

Millis civil_to(Civil c) {
    return days_from_civil(c.year, c.month, c.day) * MS_PER_DAY +
           ((Millis)c.hour * 3600 + c.minute * 60 + c.second) * 1000;
}

static bool is_civil(Civil c) {
    Civil back = civil_from(civil_to(c));
    return back.year == c.year && back.month == c.month && back.day == c.day && c.hour >= 0 && c.hour < 24 &&
           c.minute >= 0 && c.minute < 60 && c.second >= 0 && c.second < 60;
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
    /* The week belongs to the year of its Thursday. */
    Civil thursday = civil_from(civil_to(c) + (Millis)(4 - c.weekday) * MS_PER_DAY);
    int64_t first = days_from_civil(thursday.year, 1, 1);
    int64_t day = days_from_civil(thursday.year, thursday.month, thursday.day);
    *year = thursday.year;
    return (int)((day - first) / 7) + 1;
}
