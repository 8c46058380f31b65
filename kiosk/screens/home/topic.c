/* A subject the campus writes about itself, section by section, each with what can be done about
 * it. */
#include "screens/common/common.h"

enum { TAP_SECTION = 1, TAP_PAGE, TAP_MENU, TAP_GO };

typedef struct TopicState {
    int topic, section, page, menu;
} TopicState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(TopicState *)state = (TopicState){.topic = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    TopicState *s = state;
    const Topic *topic = &k->pack->topic[s->topic];
    switch (action.token) {
    case TAP_SECTION:
        s->section = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_MENU:
        s->menu = action.arg;
        return (Step){0};
    case TAP_GO:
        return common_open(k, topic->block[k->settings.lang][action.arg].target);
    default:
        return (Step){0};
    }
}

static void add_bar(Page *page, Node *parent, const Chart *chart, int i, double most) {
    const Bar *bar = &chart->bar[i];
    Slice unit = tr_text(page, chart->unit);
    int tenths = (int)(bar->value * 10 + 0.5);
    Slice value = arena_printf(page->arena, "%d" SLICE_FMT "%d\u00A0" SLICE_FMT, tenths / 10,
                               SLICE_ARG(tr(page, STR_POINT)), tenths % 10, SLICE_ARG(unit));
    Node *row = widget_column(page, parent, SPACE_4);
    Node *words = widget_row(page, row, SPACE_20);
    Node *label = widget_text(page, words, TYPE_SMALL, tr_text(page, bar->label));
    label->grow = 1;
    widget_text(page, words, TYPE_LABEL, value);
    Meter meter = {(int)(1000 * bar->value / most), 1000, 0};
    widget_meter(page, row, meter, PAINT_PRIMARY, (Slice){0});
}

static void add_chart(Page *page, Node *parent, const Chart *chart) {
    double most = 0.001;
    for (int i = 0; i < chart->bar_count; i++)
        most = chart->bar[i].value > most ? chart->bar[i].value : most;
    widget_heading(page, parent, TYPE_UI, tr_text(page, chart->title))->keep = true;
    for (int i = 0; i < chart->bar_count; i++)
        add_bar(page, parent, chart, i, most);
    widget_quiet(page, parent, TYPE_SMALL, tr_text(page, chart->note));
}

/* That so many lines of it are examples is said once: beside the one, else on the rule. */
static int examples_of(const TopicState *s, const Kiosk *k) {
    const Topic *topic = &k->pack->topic[s->topic];
    int examples = 0;
    for (int i = 0; i < topic->block_count[k->settings.lang]; i++) {
        const Block *block = &topic->block[k->settings.lang][i];
        examples += block->section == s->section && block->illustrative;
    }
    return examples;
}

static void add_block(Page *page, Node *body, const Kiosk *k, const Block *block, bool marks) {
    switch (block->kind) {
    case BLOCK_HEADING:
        widget_heading(page, body, TYPE_H2, block->text)->keep = true;
        break;
    case BLOCK_TEXT:
        widget_text(page, body, TYPE_BODY, block->text);
        if (block->illustrative && marks)
            widget_example(page, body);
        break;
    case BLOCK_POINT:
        common_point(page, body, block->text, block->illustrative && marks);
        break;
    case BLOCK_CHART:
        add_chart(page, body, &k->pack->chart[block->chart]);
        break;
    case BLOCK_BUTTON:
    case BLOCK_KIND_COUNT:
        break;
    }
}

/* Enlarged and seated, the chosen section in the menu is title enough. */
static bool has_room_for_title(const Page *page) {
    return !page->form.low || !page->form.enlarged;
}

/* What the visitor reads of the chosen section, on as many pages as it takes. */
static Node *add_reading(const TopicState *s, const Kiosk *k, Page *page, Node *parent) {
    const Topic *topic = &k->pack->topic[s->topic];
    Node *body = widget_pages(page, parent, SPACE_20, s->page);
    for (int i = 0; i < topic->block_count[k->settings.lang]; i++) {
        const Block *block = &topic->block[k->settings.lang][i];
        if (block->section == s->section && block->kind != BLOCK_BUTTON &&
            (block->kind != BLOCK_HEADING || has_room_for_title(page)))
            add_block(page, body, k, block, examples_of(s, k) == 1);
    }
    return body;
}

static bool is_button(const TopicState *s, const Block *block) {
    return block->section == s->section && block->kind == BLOCK_BUTTON;
}

static bool has_many_buttons(const TopicState *s, const Kiosk *k) {
    const Topic *topic = &k->pack->topic[s->topic];
    int count = 0;
    for (int i = 0; i < topic->block_count[k->settings.lang]; i++)
        count += is_button(s, &topic->block[k->settings.lang][i]);
    return count > 2;
}

static void put_buttons(const TopicState *s, const Kiosk *k, Page *page, Node *rows, Icon icon) {
    const Topic *topic = &k->pack->topic[s->topic];
    for (int i = 0; i < topic->block_count[k->settings.lang]; i++) {
        const Block *block = &topic->block[k->settings.lang][i];
        if (is_button(s, block))
            widget_button(page, rows, BUTTON_PRIMARY, icon, block->text, (Action){TAP_GO, i});
    }
}

/* One or two share a line where the page lies; more stand in rows, in words alone, or, where words
   are too large for that, with the sections. */
static void add_buttons(const TopicState *s, const Kiosk *k, Page *page, Node *parent) {
    int columns = page->form.side_by_side && !page->form.enlarged ? 3 : 2;
    if (!has_many_buttons(s, k))
        put_buttons(s, k, page, widget_pair(page, parent, PLATE_GAP), ICON_arrow_forward);
    else if (!page->form.largest)
        put_buttons(s, k, page, widget_grid(page, parent, columns, PLATE_GAP), ICON_NONE);
}

static Slice section_title(const Topic *topic, Lang lang, int section) {
    for (int i = 0; i < topic->block_count[lang]; i++)
        if (topic->block[lang][i].kind == BLOCK_HEADING && topic->block[lang][i].section == section)
            return topic->block[lang][i].text;
    return (Slice){0};
}

/* The sections to choose from; in portrait they share the lower part with the buttons, hence two
 * columns. */
static void add_menu(const TopicState *s, const Kiosk *k, Page *page, Node *parent) {
    const Topic *topic = &k->pack->topic[s->topic];
    CardGrid sections = {page->form.menu_columns, TARGET_GAP, TARGET_BUTTON, 0};
    Node *menu = widget_cards(page, parent, sections, s->menu);
    if (page->form.largest && has_many_buttons(s, k))
        put_buttons(s, k, page, menu, ICON_NONE);
    for (int section = 0; section < topic->section_count; section++) {
        Node *choice = widget_choice(page, menu, section_title(topic, k->settings.lang, section),
                                     section == s->section, (Action){TAP_SECTION, section});
        choice->justify = ALIGN_START;
        choice->pad_x = SPACE_20;
    }
    widget_pager_line(page, parent, ALIGN_START, menu, TAP_MENU);
}

static void view_wide(const TopicState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *row = widget_halves(page, frame.controls, SPACE_44);
    Node *left = widget_share(page, row, 10, TARGET_GAP);
    add_menu(s, k, page, left);
    Node *panel = widget_panel(page, row);
    panel->grow = 22;
    Node *body = add_reading(s, k, page, panel);
    Node *foot = widget_row(page, panel, SPACE_20);
    Node *buttons = widget_share(page, foot, 1, 0);
    add_buttons(s, k, page, buttons);
    widget_pager(page, foot, body, TAP_PAGE);
}

#define SCENE 200 /* height of a topic's drawing */

static void view_tall(const TopicState *s, const Kiosk *k, Page *page, Frame frame) {
    if (page->form.roomy) {
        Node *scene = common_scene_of(page, k, frame.reading, k->pack->topic[s->topic].id);
        scene->grow = 0;
        scene->height = SCENE;
        frame.reading->min_h += SCENE;
    }
    Node *panel = widget_panel(page, frame.reading);
    panel->grow = 1;
    Node *body = add_reading(s, k, page, panel);
    widget_pager_line(page, frame.controls, ALIGN_END, body, TAP_PAGE);
    add_buttons(s, k, page, frame.controls);
    add_menu(s, k, page, frame.controls);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const TopicState *s = state;
    const Topic *topic = &k->pack->topic[s->topic];
    Frame frame = common_frame_of(page, k, tr_text(page, topic->title), examples_of(s, k) > 1);
    widget_heading(page, frame.reading, TYPE_H1, tr_text(page, topic->title));
    Node *lead = widget_quiet(page, frame.reading, TYPE_BODY, tr_text(page, topic->lead));
    lead->drop_rank = 1;
    if (page->form.side_by_side)
        view_wide(s, k, page, frame);
    else
        view_tall(s, k, page, frame);
}

const Screen screen_topic = {
    .name = "topic",
    .state_size = sizeof(TopicState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
