#include "base/calendar.h"

typedef enum DateWord {
#define DATE(name, fr, en) DATE_##name,
#include "date.def"
#undef DATE
    DATE_WORD_COUNT
} DateWord;

static const OwnWords WORDS[DATE_WORD_COUNT] = {
#define DATE(name, fr, en) {"date/" #name, {fr, en}},
#include "date.def"
#undef DATE
};

Slice calendar_month(Lang lang, int month) {
    return langs_say(lang, &WORDS[DATE_MONTH_1 + month - 1]);
}

Slice calendar_short_month(Lang lang, int month) {
    return langs_say(lang, &WORDS[DATE_SHORT_MONTH_1 + month - 1]);
}

Slice calendar_weekday(Lang lang, int weekday) {
    return langs_say(lang, &WORDS[DATE_WEEKDAY_1 + weekday - 1]);
}
