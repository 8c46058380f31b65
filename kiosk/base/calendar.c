#include "base/calendar.h"

static const char *const MONTH[LANG_COUNT][12] = {
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
};

static const char *const SHORT[LANG_COUNT][12] = {
    {"janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
     "déc."},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
};

static const char *const WEEKDAY[LANG_COUNT][7] = {
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
};

const char *calendar_month(Lang lang, int month) {
    return MONTH[lang][month - 1];
}

const char *calendar_month_short(Lang lang, int month) {
    return SHORT[lang][month - 1];
}

const char *calendar_weekday(Lang lang, int weekday) {
    return WEEKDAY[lang][weekday - 1];
}
