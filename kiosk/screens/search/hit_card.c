#include "screens/search/hit_card.h"

#include "base/calendar.h"
#include "map/directions_text.h"
#include "screens/common/opening.h"
#include "screens/map/place_list.h"
#include "train/dates.h"

/* How many signs of detail have room beside the kind, on one line. */
enum { DETAIL_NARROW = 18, DETAIL_WIDE = 44 };

static const struct {
    StringId kind, kinds;
    Icon icon;
    Paint tone;
} KIND[TARGET_KIND_COUNT] = {
    [TARGET_QUIZ] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_quiz, PAINT_VIOLET},
    [TARGET_DUEL] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_people, PAINT_VIOLET},
    [TARGET_TRADES] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_NONE, PAINT_RUST},
    [TARGET_COURSES] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_school, PAINT_TEAL},
    [TARGET_PATHWAY] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_extension, PAINT_TEAL},
    [TARGET_INTER] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_business, PAINT_TEAL},
    [TARGET_INTERNSHIPS] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_work, PAINT_BLUE},
    [TARGET_DESKS] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_forum, PAINT_SLATE},
    [TARGET_BACK] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_explore, PAINT_VIOLET},
    [TARGET_STORY] = {STR_OF_KIND_PAGE, STR_OF_KIND_PAGE, ICON_apartment, PAINT_SLATE},
    [TARGET_WORD] = {STR_OF_KIND_WORD, STR_OF_KIND_WORDS, ICON_menu_book, PAINT_VIOLET},
    [TARGET_COURSE] = {STR_OF_KIND_COURSE, STR_OF_KIND_COURSES, ICON_school, PAINT_TEAL},
    [TARGET_CERTIFICATION] = {STR_OF_KIND_DIPLOMA, STR_OF_KIND_DIPLOMAS, ICON_school, PAINT_TEAL},
    [TARGET_BLOCK] = {STR_OF_KIND_BLOCK, STR_OF_KIND_BLOCKS, ICON_school, PAINT_TEAL},
    [TARGET_TRADE] = {STR_OF_KIND_TRADE, STR_TRADES, ICON_NONE, PAINT_RUST},
    [TARGET_PLACE] = {STR_OF_KIND_PLACE, STR_OF_KIND_PLACES, ICON_place, PAINT_BLUE},
    [TARGET_DESK] = {STR_OF_KIND_DESK, STR_OF_KIND_DESKS, ICON_forum, PAINT_SLATE},
    [TARGET_LAB] = {STR_OF_KIND_LAB, STR_OF_KIND_LABS, ICON_view_in_ar, PAINT_CRIMSON},
    [TARGET_MACHINE] = {STR_OF_KIND_MACHINE, STR_OF_KIND_MACHINES, ICON_view_in_ar, PAINT_CRIMSON},
    [TARGET_PROJECT] = {STR_OF_KIND_PROJECT, STR_OF_KIND_PROJECTS, ICON_view_in_ar, PAINT_CRIMSON},
    [TARGET_VIDEO] = {STR_OF_KIND_VIDEO, STR_OF_KIND_VIDEOS, ICON_video_library, PAINT_VIOLET},
    [TARGET_PARTNER] = {STR_OF_KIND_PARTNER, STR_OF_KIND_PARTNERS, ICON_groups, PAINT_SLATE},
    [TARGET_EVENT] = {STR_OF_KIND_EVENT, STR_OF_KIND_EVENTS, ICON_calendar_month, PAINT_BLUE},
    [TARGET_INTERNSHIP] = {STR_OF_KIND_INTERNSHIP, STR_OF_KIND_INTERNSHIPS, ICON_work, PAINT_BLUE},
    [TARGET_TOPIC] = {STR_OF_KIND_TOPIC, STR_OF_KIND_TOPICS, ICON_explore, PAINT_SLATE},
};

StringId hit_kinds(TargetKind kind) {
    return KIND[kind].kinds;
}

int hit_arg(Target target) {
    return target.arg * TARGET_KIND_COUNT + (int)target.kind;
}

Target hit_target(int arg) {
    return (Target){(TargetKind)(arg % TARGET_KIND_COUNT), arg / TARGET_KIND_COUNT};
}

bool hit_is_over(const Kiosk *k, Target target) {
    switch (target.kind) {
    case TARGET_PLACE:
        return plan_space_is_over(k->plan, target.arg, k->today);
    case TARGET_EVENT:
        return event_is_over(&k->pack->campus_event[target.arg], k->today);
    case TARGET_INTERNSHIP:
        return internship_is_over(&k->pack->internship[target.arg], k->today);
    case TARGET_CERTIFICATION:
        return certification_is_over(&k->pack->certification[target.arg], k->today);
    default:
        return false;
    }
}

/* ---- what one wants to know next ------------------------------------------------------------- */

static Slice day_words(const Kiosk *k, Page *page, Millis when) {
    Civil day = civil_from(when);
    Lang lang = k->settings.lang;
    return arena_printf(page->arena, SLICE_FMT " %s %d",
                        SLICE_ARG(calendar_day(lang, day.day, page->arena)),
                        calendar_month(lang, day.month), day.year);
}

static Slice of_course(const Kiosk *k, Page *page, const Course *course) {
    int next = k->doubtful ? -1 : course_next_session(course, k->today);
    return next < 0 ? tr_text(page, course->duration)
                    : day_words(k, page, course->session[next].begins);
}

static Slice of_place(const Kiosk *k, Page *page, int space) {
    return space == PLAN_NONE ? LIT("") : place_where(k, page, place_entry(k, space));
}

static Slice detail(const Kiosk *k, Page *page, Target target) {
    const Pack *pack = k->pack;
    switch (target.kind) {
    case TARGET_WORD:
        return tr_text(page, pack->glossary[target.arg].spelled);
    case TARGET_COURSE:
        return of_course(k, page, &pack->course[target.arg]);
    case TARGET_BLOCK:
        return tr_text(page, pack->certification[pack->skill_block[target.arg].certification].name);
    case TARGET_TRADE:
        return tr_text(page, pack->trade[target.arg].name);
    case TARGET_PLACE:
        return of_place(k, page, target.arg);
    case TARGET_DESK:
        return opening_words(k, &pack->desk[target.arg].hours, page->arena);
    case TARGET_LAB:
        return opening_words(k, &pack->lab[target.arg].hours, page->arena);
    case TARGET_MACHINE:
        return tr_text(page, pack->lab[pack->lab_machine[target.arg].lab].name);
    case TARGET_PROJECT:
        return tr_text(page, pack->lab[pack->lab_project[target.arg].lab].name);
    case TARGET_VIDEO:
        return tr_text(page, pack->trade[pack->clip[target.arg].trade].short_name);
    case TARGET_EVENT:
        return day_words(k, page, pack->campus_event[target.arg].begins);
    case TARGET_INTERNSHIP:
        return tr_text(page, pack->trade[pack->internship[target.arg].trade].short_name);
    default:
        return LIT("");
    }
}

/* ---- what is made up ------------------------------------------------------------------------- */

bool hit_is_example(const Kiosk *k, Target target) {
    const Pack *pack = k->pack;
    switch (target.kind) {
    case TARGET_COURSE:
        return pack->course[target.arg].illustrative;
    case TARGET_CERTIFICATION:
        return pack->certification[target.arg].illustrative;
    case TARGET_BLOCK:
        return pack->skill_block[target.arg].illustrative;
    case TARGET_DESK:
        return pack->desk[target.arg].illustrative;
    case TARGET_LAB:
        return pack->lab[target.arg].illustrative;
    case TARGET_MACHINE:
        return pack->lab_machine[target.arg].illustrative;
    case TARGET_PROJECT:
        return pack->lab_project[target.arg].illustrative;
    case TARGET_PARTNER:
        return pack->partner[target.arg].illustrative;
    case TARGET_EVENT:
        return pack->campus_event[target.arg].illustrative;
    case TARGET_INTERNSHIP:
        return pack->internship[target.arg].illustrative;
    default:
        return false;
    }
}

/* ---- the card -------------------------------------------------------------------------------- */

/* Of pages that are no record; the others have a title of their own. */
static const StringId PAGE_TITLE[TARGET_KIND_COUNT] = {[TARGET_QUIZ] = STR_QUIZ,
                                                       [TARGET_DUEL] = STR_DUEL,
                                                       [TARGET_TRADES] = STR_TRADES,
                                                       [TARGET_COURSES] = STR_COURSES,
                                                       [TARGET_PATHWAY] = STR_DOOR_PATHWAY,
                                                       [TARGET_INTER] = STR_INTER,
                                                       [TARGET_INTERNSHIPS] = STR_DOOR_INTERNSHIPS,
                                                       [TARGET_DESKS] = STR_DESKS};

static Slice title_of(const Kiosk *k, Page *page, Target target) {
    if (target.kind == TARGET_PLACE)
        return text_of_place(k->plan, target.arg, k->settings.lang, page->arena);
    if (target.kind == TARGET_TRADE)
        return tr_text(page, k->pack->trade[target.arg].short_name);
    if (PAGE_TITLE[target.kind])
        return tr(page, PAGE_TITLE[target.kind]);
    return tr_text(page, search_title(k->pack, target));
}

static Icon icon_of(const Kiosk *k, Target target) {
    switch (target.kind) {
    case TARGET_PLACE:
        return place_icon(k, target.arg);
    case TARGET_WORD:
        return icon_named(k->pack->glossary[target.arg].icon);
    case TARGET_MACHINE:
        return icon_named(k->pack->lab_machine[target.arg].icon);
    case TARGET_TRADES:
        return common_trade_icon(k);
    case TARGET_TRADE:
        return icon_named(k->pack->family[k->pack->trade[target.arg].family].icon);
    default:
        return KIND[target.kind].icon;
    }
}

/* Whether somebody is there says more than that it is a desk. */
static Slice said_above(Page *page, HitCard hit, Slice kind, Slice more) {
    bool has_hours = hit.target.kind == TARGET_DESK || hit.target.kind == TARGET_LAB;
    if (utf8_count(more) <= (hit.narrow ? DETAIL_NARROW : DETAIL_WIDE))
        return tr_beside(page, kind, more);
    return has_hours ? more : kind;
}

Node *hit_card(Page *page, Node *parent, const Kiosk *k, HitCard hit) {
    Target target = hit.target;
    Node *card =
        widget_item(page, parent, BUTTON_PLAIN, ITEM_LINES, (Action){hit.token, hit_arg(target)});
    widget_badge(page, card, icon_of(k, target), KIND[target.kind].tone, TARGET_MIN)->drop_rank = 3;
    Node *words = widget_share(page, card, 1, 0);
    Slice kind = tr(page, KIND[target.kind].kind), title = title_of(k, page, target);
    Slice more = detail(k, page, target), apart = LIT("");
    if (target.kind == TARGET_PLACE)
        apart = place_apart(k, page, place_entry(k, target.arg));
    widget_quiet(page, words, TYPE_SMALL, said_above(page, hit, kind, more))->drop_rank = 2;
    widget_label(page, words, TYPE_UI, card->ink, title);
    if (apart.len)
        widget_quiet(page, words, TYPE_SMALL, apart)->drop_rank = 1;
    card->spoken = tr_list(page, tr_list(page, title, kind), tr_beside(page, more, apart));
    return card;
}

void hit_explain(Page *page, Node *plate, const Kiosk *k, int word) {
    const GlossaryEntry *entry = &k->pack->glossary[word];
    Node *head = widget_line(page, plate, SPACE_20);
    widget_badge(page, head, icon_named(entry->icon), PAINT_VIOLET, SPACE_96)->drop_rank = 3;
    Node *words = widget_share(page, head, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, tr(page, STR_OF_KIND_WORD));
    widget_label(page, words, TYPE_H2, PAINT_INK, tr_text(page, entry->word));
    Slice spelled = tr_text(page, entry->spelled);
    if (spelled.len && !page->form.side_by_side)
        widget_label(page, plate, TYPE_UI, PAINT_INK, spelled);
    widget_text(page, plate, TYPE_BODY, tr_text(page, entry->text))->drop_rank = 2;
}
