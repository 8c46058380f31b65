#include "base/calendar.h"

typedef enum DateWord {
#define DATE(name, ...) DATE_##name,
#include "date.def"
#undef DATE
    DATE_WORD_COUNT
} DateWord;

static const ProgramText WORDS[DATE_WORD_COUNT] = {
#define DATE(name, ...) {"date/" #name, {__VA_ARGS__}},
#include "date.def"
#undef DATE
};

/* A zero follows whatever is said. */
static const char *say(Lang lang, int word) {
    return langs_say(lang, &WORDS[word]).at;
}

const char *calendar_month(Lang lang, int month) {
    return say(lang, DATE_MONTH_1 + month - 1);
}

const char *calendar_month_alone(Lang lang, int month) {
    return say(lang, DATE_LONE_MONTH_1 + month - 1);
}

const char *calendar_month_short(Lang lang, int month) {
    return say(lang, DATE_SHORT_MONTH_1 + month - 1);
}

const char *calendar_weekday(Lang lang, int weekday) {
    return say(lang, DATE_WEEKDAY_1 + weekday - 1);
}

const char *calendar_weekday_short(Lang lang, int weekday) {
    return say(lang, DATE_SHORT_WEEKDAY_1 + weekday - 1);
}

Slice calendar_day(Lang lang, int day, Arena *arena) {
    return day == 1 ? langs_say(lang, &WORDS[DATE_FIRST_DAY]) : arena_printf(arena, "%d", day);
}
