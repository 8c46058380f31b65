/* What is found, as it is called and written. */
#include "search/fold.h"
#include "search/search.h"

static LocalText same_in_all(Slice text) {
    LocalText words = {0};
    for (int lang = 0; lang < LANG_MAX; lang++)
        words.in[lang] = text;
    return words;
}

static LocalText place_title(const PlanSpace *space) {
    if (space->name.plain.in[0].len)
        return space->name.plain;
    return same_in_all(space->ref.len ? space->ref : space->id);
}

static LocalText short_or_long(LocalText brief, LocalText whole) {
    return brief.in[0].len ? brief : whole;
}

LocalText search_title(const Pack *pack, Target target) {
    int at = target.arg;
    switch (target.kind) {
    case TARGET_TRADE:
        return pack->trade[at].name;
    case TARGET_TOPIC:
        return pack->topic[at].title;
    case TARGET_PLACE:
        return place_title(&pack->plan.space[at]);
    case TARGET_WORD:
        return pack->glossary[at].word;
    case TARGET_COURSE:
        return pack->course[at].name;
    case TARGET_CERTIFICATION:
        return short_or_long(pack->certification[at].short_name, pack->certification[at].name);
    case TARGET_BLOCK:
        return short_or_long(pack->skill_block[at].short_name, pack->skill_block[at].name);
    case TARGET_DESK:
        return pack->desk[at].name;
    case TARGET_LAB:
        return pack->lab[at].name;
    case TARGET_MACHINE:
        return pack->lab_machine[at].name;
    case TARGET_PROJECT:
        return pack->lab_project[at].title;
    case TARGET_VIDEO:
        return pack->clip[at].title;
    case TARGET_PARTNER:
        return pack->partner[at].name;
    case TARGET_EVENT:
        return pack->campus_event[at].title;
    case TARGET_INTERNSHIP:
        return pack->internship[at].company;
    case TARGET_BACK:
        return pack->back_to_school[0].title;
    case TARGET_STORY:
        return pack->project_told[0].title;
    default:
        return same_in_all(LIT(""));
    }
}

/* Signs between words, as far as names have them. */
static bool is_between(uint32_t code) {
    return code == ' ' || code == 0xA0 || code == ',' || code == '-' || code == '\'' ||
           code == 0x2019 || code == '(' || code == ')' || code == '/';
}

static Slice take_written(Slice *rest) {
    Slice at = *rest;
    int end = 0;
    while (at.len && !is_between(utf8_next(&at)))
        end = rest->len - at.len;
    Slice word = slice_cut(*rest, 0, end);
    *rest = at;
    return word;
}

Slice search_written(const Pack *pack, Lang lang, Target of, Slice word) {
    for (Slice rest = search_title(pack, of).in[lang]; rest.len;) {
        char memory[FOLD_BYTES];
        Slice written = take_written(&rest);
        Slice same = {memory, fold(written, memory, sizeof memory)};
        if (slice_equal(fold_stem(same), word))
            return written;
    }
    return word;
}
