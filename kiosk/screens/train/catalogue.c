/* What one can learn here, those that begin next first: narrowed by level, way of learning, family
   and date. A choice that would leave nothing is not offered; where nothing is left to begin, the
   page says so and names the desk that knows of the next. */
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/offers.h"

enum {
    TAP_COURSE = 1,
    TAP_PAGE,
    TAP_OPEN,
    TAP_CHOOSE,
    TAP_LEVEL,
    TAP_CLEAR,
    TAP_DOOR,
    TAP_TOPIC,
    TAP_DESK
};

#define SHOWN_MAX 60 /* cards that can be turned to: whoever wants others narrows the list */
#define CHOICES_MAX 64
#define DOOR_LETTERS 24
#define LEVELS_BESIDE 4 /* of more the chips beside them would have no room */

typedef enum Chip { CHIP_NONE, CHIP_LEVEL, CHIP_MODE, CHIP_FAMILY, CHIP_BEFORE, CHIP_COUNT } Chip;

typedef struct CatalogueState {
    OfferFilter filter;
    int months; /* begins before the end of so many; 0: whenever */
    Chip open;  /* whose choices are shown */
    int page;
} CatalogueState;

static const OfferFilter EVERYTHING = {CATALOGUE_CAMPUS, OFFER_ANY, OFFER_ANY, OFFER_ANY, 0};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    CatalogueState *s = state;
    *s = (CatalogueState){.filter = EVERYTHING};
    if (arg)
        s->filter.level = arg;
}

/* ---- choices --------------------------------------------------------------------------------- */

/* One value of what is chosen; the first one leaves it open. */
typedef struct Choice {
    int value, count;
} Choice;

typedef struct Choices {
    Choice at[CHOICES_MAX];
    int count;
} Choices;

static int value_of(const CatalogueState *s, Chip chip) {
    switch (chip) {
    case CHIP_LEVEL:
        return s->filter.level;
    case CHIP_MODE:
        return s->filter.mode;
    case CHIP_FAMILY:
        return s->filter.family;
    default:
        return s->months ? s->months : OFFER_ANY;
    }
}

static OfferFilter with(const CatalogueState *s, const Kiosk *k, Chip chip, int value) {
    OfferFilter filter = s->filter;
    switch (chip) {
    case CHIP_LEVEL:
        filter.level = value;
        break;
    case CHIP_MODE:
        filter.mode = value;
        break;
    case CHIP_FAMILY:
        filter.family = value;
        break;
    default:
        filter.before = value > 0 ? civil_month(k->today, value) : 0;
        break;
    }
    return filter;
}

static void choose(CatalogueState *s, const Kiosk *k, int value) {
    s->filter = with(s, k, s->open, value);
    if (s->open == CHIP_BEFORE)
        s->months = value > 0 ? value : 0;
    s->open = CHIP_NONE;
    s->page = 0;
}

static void range_of(const Kiosk *k, Chip chip, int *from, int *to) {
    *from = chip == CHIP_LEVEL ? 3 : chip == CHIP_BEFORE ? 1 : 0;
    *to = chip == CHIP_LEVEL    ? 8
          : chip == CHIP_MODE   ? MODE_MODULES + 1
          : chip == CHIP_FAMILY ? k->pack->family_count
                                : OFFER_MONTHS_MAX;
}

/* Dates that let in no more than the one before are left out, as is what would leave nothing. */
static Choices choices_of(const CatalogueState *s, const Kiosk *k, Chip chip) {
    Choices all = {{{OFFER_ANY, offers_count(k->pack, with(s, k, chip, OFFER_ANY), k->today)}}, 1};
    int from, to, last = 0;
    range_of(k, chip, &from, &to);
    for (int value = from; value < to && all.count < CHOICES_MAX; value++) {
        int count = offers_count(k->pack, with(s, k, chip, value), k->today);
        bool same = chip == CHIP_BEFORE && count == last;
        last = count;
        if (count && !same)
            all.at[all.count++] = (Choice){value, count};
    }
    return all;
}

static Slice month_words(const Page *page, const Kiosk *k, int months) {
    return text_of_month(civil_month(k->today, months), k->settings.lang, page->arena);
}

static Slice level_words(const Page *page, int level) {
    static const StringId WORDS[] = {
        [3] = STR_DIPLOMA_3, STR_DIPLOMA_4, STR_DIPLOMA_5, STR_DIPLOMA_6, STR_DIPLOMA_7};
    return tr(page, WORDS[level]);
}

static Slice chip_value(const Page *page, const Kiosk *k, Chip chip, int value) {
    static const StringId OPEN[] = {[CHIP_LEVEL] = STR_ALL_LEVELS,
                                    [CHIP_MODE] = STR_ALL_MODES,
                                    [CHIP_FAMILY] = STR_ALL_OF_THEM,
                                    [CHIP_BEFORE] = STR_ALL_DATES};
    if (value == OFFER_ANY)
        return tr(page, OPEN[chip]);
    switch (chip) {
    case CHIP_LEVEL:
        return level_words(page, value);
    case CHIP_MODE:
        return course_mode(page, value);
    case CHIP_FAMILY:
        return tr_text(page, k->pack->family[value].name);
    default:
        return month_words(page, k, value);
    }
}

static bool is_narrowed(const CatalogueState *s) {
    for (int chip = CHIP_LEVEL; chip < CHIP_COUNT; chip++)
        if (value_of(s, (Chip)chip) != OFFER_ANY)
            return true;
    return false;
}

/* ---- touches --------------------------------------------------------------------------------- */

static Step act(void *state, const Kiosk *k, Action action) {
    CatalogueState *s = state;
    switch (action.token) {
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_DOOR:
        return common_follow((Target){(TargetKind)action.arg, 0});
    case TAP_TOPIC:
        return common_follow((Target){TARGET_TOPIC, action.arg});
    case TAP_DESK:
        return common_follow((Target){TARGET_DESK, action.arg});
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_OPEN:
        s->open = s->open == (Chip)action.arg ? CHIP_NONE : (Chip)action.arg;
        s->page = 0;
        break;
    case TAP_CHOOSE:
        choose(s, k, action.arg);
        break;
    case TAP_LEVEL:
        s->filter.level = s->filter.level == action.arg ? OFFER_ANY : action.arg;
        s->open = CHIP_NONE;
        s->page = 0;
        break;
    case TAP_CLEAR:
        *s = (CatalogueState){.filter = EVERYTHING};
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    CatalogueState *s = state;
    bool shut = s->open != CHIP_NONE;
    s->open = CHIP_NONE;
    s->page = shut ? 0 : s->page;
    return shut;
}

/* ---- what is read ---------------------------------------------------------------------------- */

/* "sur 41 · En alternance · avant oct. 2027" */
static Slice lead_words(const CatalogueState *s, const Kiosk *k, Page *page) {
    int all = offers_count(k->pack, EVERYTHING, k->today);
    Slice lead = is_narrowed(s) ? tr_number(page, STR_COURSES_OF, all)
                                : tr(page, k->doubtful ? STR_CLOCK_DOUBT : STR_COURSES_NEXT_FIRST);
    for (int chip = CHIP_LEVEL; chip < CHIP_COUNT; chip++) {
        int value = value_of(s, (Chip)chip);
        if (value == OFFER_ANY)
            continue;
        Slice words = chip_value(page, k, (Chip)chip, value);
        if (chip == CHIP_BEFORE)
            words = widget_fill(page, tr(page, STR_BEFORE_MONTH), words);
        lead = tr_beside(page, lead, words);
    }
    return lead;
}

/* When the listed courses begin. */
static void add_departures(const Kiosk *k, Page *page, Node *show, const int *list, int count) {
    int month[MONTHS_SHOWN];
    offers_by_month(k->pack, list, count, k->today, month, MONTHS_SHOWN);
    add_months(page, show, k, tr(page, STR_DEPARTURES), month);
}

/* Where they are not shown. */
static void add_scene(Page *page, const Kiosk *k, Node *show) {
    if (!page->form.departures)
        common_scene(page, k, show);
}

/* ---- what is touched ------------------------------------------------------------------------- */

static const StringId NAMES[] = {[CHIP_LEVEL] = STR_CHIP_LEVEL,
                                 [CHIP_MODE] = STR_CHIP_MODE,
                                 [CHIP_FAMILY] = STR_CHIP_FAMILY,
                                 [CHIP_BEFORE] = STR_CHIP_BEFORE};

static void add_one_chip(const CatalogueState *s, const Kiosk *k, Page *page, Node *parent,
                         Chip chip) {
    int value = value_of(s, chip);
    bool set = value != OFFER_ANY, open = s->open == chip;
    add_chip(page, parent, (ChipSpec){NAMES[chip], chip_value(page, k, chip, value), set, open},
             (Action){TAP_OPEN, (int)chip})
        ->grow = 1;
}

/* ---- levels ---------------------------------------------------------------------------------- */

/* Most people come with a diploma in mind: its level is one touch, where there is the room. */
static void add_level(const CatalogueState *s, const Kiosk *k, Page *page, Node *row, int level) {
    static const StringId WORDS[] = {
        [3] = STR_LEVEL_OF_3, STR_LEVEL_OF_4, STR_LEVEL_OF_5, STR_LEVEL_OF_6, STR_LEVEL_OF_7};
    bool set = s->filter.level == level;
    Node *plate = widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_LEVEL, level});
    plate->role = ROLE_CHOICE;
    plate->selected = set;
    plate->fill = set ? PAINT_SOFT : plate->fill;
    plate->border = set ? PAINT_PRIMARY : plate->border;
    plate->disabled = !set && !offers_count(k->pack, with(s, k, CHIP_LEVEL, level), k->today);
    plate->justify = ALIGN_CENTER;
    plate->pad_x = SPACE_20;
    widget_level(page, plate, level_shape(level), level);
    widget_label(page, plate, TYPE_LABEL, PAINT_INK, tr(page, WORDS[level]));
    plate->spoken = level_words(page, level);
}

static Choices levels_of(const Kiosk *k) {
    const CatalogueState all = {.filter = EVERYTHING};
    return choices_of(&all, k, CHIP_LEVEL);
}

/* They stand in the row of the chips or, upright, in one of their own. */
static Node *add_levels(const CatalogueState *s, const Kiosk *k, Page *page, Node *hand,
                        const Choices *levels) {
    Node *row = widget_row(page, hand, TARGET_GAP);
    for (int i = 1; i < levels->count; i++)
        add_level(s, k, page, row, levels->at[i].value);
    if (page->form.ample)
        return row;
    for (Node *plate = row->first; plate; plate = plate->next)
        plate->grow = 1;
    return widget_row(page, hand, TARGET_GAP);
}

static void add_chips(const CatalogueState *s, const Kiosk *k, Page *page, Node *hand) {
    Choices levels = levels_of(k);
    bool beside = page->form.roomy && levels.count > 2 && levels.count <= LEVELS_BESIDE + 1;
    Node *row = beside ? add_levels(s, k, page, hand, &levels)
                       : widget_grid(page, hand, page->form.button_columns, TARGET_GAP);
    for (int chip = beside ? CHIP_MODE : CHIP_LEVEL; chip < CHIP_COUNT; chip++)
        add_one_chip(s, k, page, row, (Chip)chip);
}

static void add_choice(const CatalogueState *s, const Kiosk *k, Page *page, Node *grid,
                       Choice choice) {
    Slice words = chip_value(page, k, s->open, choice.value);
    if (s->open == CHIP_BEFORE && choice.value != OFFER_ANY)
        words = widget_fill(page, tr(page, STR_BEFORE_MONTH), words);
    add_chip_choice(page, grid, words, choice.count, choice.value == value_of(s, s->open),
                    (Action){TAP_CHOOSE, choice.value});
}

static Node *add_sheet(const CatalogueState *s, const Kiosk *k, Page *page, Node *hand) {
    Node *grid = add_chip_choices(page, hand, s->page);
    Choices all = choices_of(s, k, s->open);
    for (int i = 0; i < all.count; i++)
        add_choice(s, k, page, grid, all.at[i]);
    return grid;
}

/* Upright, so that a list need not be turned page by page: two a line where they are many. */
static bool in_halves(const Page *page, int count) {
    enum { LINES_OF_ONE = 3 };
    return page->form.one_a_line && !page->form.enlarged && count > LINES_OF_ONE;
}

static Node *add_list(const CatalogueState *s, const Kiosk *k, Page *page, Node *hand,
                      const int *list, int count) {
    bool ample = page->form.ample, half = in_halves(page, count);
    CardGrid cards = {ample || half ? page->form.columns : page->form.wide_columns, TARGET_GAP,
                      ample ? ROW_BESIDE : ROW_PLACE, ample ? page->form.card_rows : 4};
    Node *grid = widget_cards(page, hand, cards, s->page);
    for (int i = 0; i < count && i < SHOWN_MAX; i++)
        course_card(page, grid, k, (CourseCard){list[i], half}, (Action){TAP_COURSE, list[i]});
    return grid;
}

typedef struct Door {
    TabName name;
    TargetKind to;
} Door;

static const Door DOORS[] = {{{STR_DOOR_PATHWAY, ICON_extension}, TARGET_PATHWAY},
                             {{STR_DOOR_INTER, ICON_business}, TARGET_INTER},
                             {{STR_DOOR_INTERNSHIPS, ICON_work}, TARGET_INTERNSHIPS}};

enum { DOORS_COUNT = sizeof DOORS / sizeof *DOORS };

/* Upright the words have room as long as there are few letters; else there are signs. */
static bool has_words(const Page *page) {
    int letters = 0;
    for (int i = 0; i < DOORS_COUNT; i++)
        letters += utf8_count(tr(page, DOORS[i].name.label));
    return page->form.side_by_side || (!page->form.narrow && letters <= DOOR_LETTERS);
}

static void add_door(Page *page, Node *row, Door door) {
    bool words = has_words(page), sign = page->form.side_by_side || !words;
    Slice name = tr(page, door.name.label);
    Node *plate = widget_button(page, row, BUTTON_PLAIN, sign ? door.name.icon : ICON_NONE,
                                words ? name : (Slice){0}, (Action){TAP_DOOR, (int)door.to});
    plate->spoken = name;
    plate->pad_x = sign && words ? SPACE_20 : SPACE_12;
    plate->gap = SPACE_12;
}

/* What the campus tells about learning here. */
static void add_topic(const Kiosk *k, Page *page, Node *row) {
    int topic = common_topic_leading(k, TARGET_COURSES);
    if (topic < 0)
        return;
    widget_button(page, row, BUTTON_PLAIN, ICON_info, (Slice){0}, (Action){TAP_TOPIC, topic})
        ->spoken = tr_text(page, k->pack->topic[topic].title);
}

static void add_doors(const Kiosk *k, Page *page, Node *row) {
    const int HAS[DOORS_COUNT] = {k->pack->module_count, 1, k->pack->internship_count};
    for (int i = 0; i < DOORS_COUNT; i++)
        if (HAS[i])
            add_door(page, row, DOORS[i]);
    add_topic(k, page, row);
}

/* Other ways in while nothing is narrowed; else the way back to all. */
static void add_foot(const CatalogueState *s, const Kiosk *k, Page *page, Node *hand, Node *list) {
    Node *foot = widget_row(page, hand, PLATE_GAP);
    if (is_narrowed(s)) {
        widget_button(page, foot, BUTTON_PLAIN, ICON_close, tr(page, STR_CLEAR_ALL),
                      (Action){TAP_CLEAR, 0});
    } else {
        add_doors(k, page, foot);
    }
    widget_stretch(page, foot);
    widget_pager(page, foot, list, TAP_PAGE);
}

static bool any_example(const Kiosk *k, const int *list, int count) {
    for (int i = 0; i < count; i++)
        if (k->pack->course[list[i]].illustrative)
            return true;
    return false;
}

/* The desk of those that are over. */
static void add_none(const Kiosk *k, Page *page, Node *parent) {
    const Pack *pack = k->pack;
    int at = 0;
    while (at < pack->course_count && pack->course[at].catalogue == CATALOGUE_INTER)
        at++;
    if (at < pack->course_count)
        desk_plate(page, parent, k, pack->course[at].desk, TAP_DESK);
    add_doors(k, page, widget_row(page, parent, PLATE_GAP));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const CatalogueState *s = state;
    int *list, count = offers_list(k->pack, s->filter, k->today, page->arena, &list);
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES), any_example(k, list, count));
    if (!count && !is_narrowed(s)) {
        add_title_line(page, frame.reading, tr(page, STR_COURSES), tr(page, STR_COURSES_NONE));
        add_none(k, page, frame.controls);
        return;
    }
    Slice title = count == 1 ? tr(page, STR_ONE_COURSE) : tr_number(page, STR_COURSE_COUNT, count);
    add_title_line(page, frame.reading, title, lead_words(s, k, page));
    add_departures(k, page, frame.reading, list, count);
    add_scene(page, k, frame.reading);
    add_chips(s, k, page, frame.controls);
    Node *body = s->open ? add_sheet(s, k, page, frame.controls)
                         : add_list(s, k, page, frame.controls, list, count);
    add_foot(s, k, page, frame.controls, body);
}

const Screen screen_catalogue = {
    .name = "catalogue",
    .state_size = sizeof(CatalogueState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
