#include "ui/frame.h"

#include "ui/frame_parts.h"

#define BAR_SMALL 72 /* width of a sign without a plate */
#define BAR_PAD 10   /* beside a word below its sign */

static void add_clock(Page *page, Node *header, int minute_of_day) {
    Slice says =
        minute_of_day == CLOCK_DOUBTFUL
            ? tr(page, STR_CLOCK_DOUBT)
            : arena_printf(page->arena, "%02d:%02d", minute_of_day / 60, minute_of_day % 60);
    widget_quiet(page, header, TYPE_LABEL, says);
}

Node *frame_logo(Page *page, Node *parent, FrameLogo logo, Slice name) {
    Node *node = widget_drawing(page, parent, logo.picture, name);
    node->fill = PAINT_NONE;
    node->height = node->min_h = SPACE_64;
    node->width = SPACE_64 * logo.width / logo.height;
    return node;
}

static void add_name(Page *page, Node *header, FrameSpec spec) {
    if (spec.logo.width) {
        frame_logo(page, header, spec.logo, spec.campus);
        return;
    }
    page_add(page, header, (Node){.width = SPACE_12, .height = SPACE_44, .fill = PAINT_ACCENT});
    page_add(page, header,
             (Node){.role = ROLE_TEXT, .type = TYPE_UI, .ink = PAINT_INK, .text = spec.campus});
}

static void add_header(Page *page, Node *body, FrameSpec spec) {
    Node *header = widget_row(page, body, SPACE_20);
    header->height = FRAME_HEADER;
    header->align = ALIGN_CENTER;
    add_name(page, header, spec);
    if (spec.crumb.len && !page->form.narrow) {
        page_add(page, header, (Node){.width = 2, .height = SPACE_44, .fill = PAINT_LINE});
        widget_quiet(page, header, TYPE_SMALL, spec.crumb);
    }
    page_add(page, header, (Node){.grow = 1});
    add_clock(page, header, spec.minute_of_day);
}

LanguageButton frame_language(const Page *page, bool leads) {
    Lang now = page->settings.lang, other = langs_next(now);
    if (leads && langs()->count > 2)
        return (LanguageButton){.name = slice_from(langs()->name[now]),
                                .spoken = tr(page, STR_LANGUAGE_CHOOSE),
                                .action = {DO_LANGUAGES, 0}};
    Slice name = slice_from(langs()->name[other]);
    return (LanguageButton){name, name, {DO_LANG, other}};
}

static Node *add_stamp(Page *page, Node *line, Slice says) {
    Node *stamp = widget_dashed(page, line);
    stamp->pad_x = SPACE_12;
    stamp->pad_y = 0;
    return widget_quiet(page, stamp, TYPE_SMALL, says);
}

/* The rule above the bar; what of the page is an example is stamped on it, and that its language
   has not been read by anybody who speaks it. */
static void add_rule(Page *page, Node *outer, Examples examples) {
    bool unread = langs_unread(page->settings.lang), example = examples == EXAMPLES_SHOWN;
    if (!examples && !unread) {
        page_add(page, outer, (Node){.height = HAIRLINE, .fill = PAINT_LINE});
        return;
    }
    Node *line = widget_line(page, outer, 0);
    /* Side by side they take two lines where words are large; where they are largest, none is kept:
       it would not yield with the letters. */
    bool two_lines = examples && unread && page->form.narrow;
    if (!page->form.huge)
        line->min_h = page_lines(page, TYPE_SMALL, two_lines ? 2 : 1);
    if (!example && !unread)
        line->align = ALIGN_END; /* only its room is kept: the rule is where the bar begins */
    page_add(page, line, (Node){.grow = 1, .height = HAIRLINE, .fill = PAINT_LINE});
    if (example)
        add_stamp(page, line, tr(page, STR_EXAMPLE_CONFIRM))->illustrative = true;
    if (example && unread)
        widget_block(page, line, SPACE_20, HAIRLINE, PAINT_LINE);
    if (unread)
        add_stamp(page, line, tr(page, STR_UNREAD));
    widget_block(page, line, page->form.margin, HAIRLINE, PAINT_LINE);
}

/* ---- the bar --------------------------------------------------------------------------------- */

#define KEYS_MAX 7

typedef struct BarKey {
    Icon icon;
    Slice words, spoken; /* without words it is a sign alone */
    Action action;
    ButtonLook look;
    bool small; /* nothing to do here: no plate below it */
} BarKey;

/* One order on every page: what leads away at the left, what helps at the right. */
typedef struct Bar {
    BarKey key[KEYS_MAX];
    int count, left; /* so many of them at the left */
} Bar;

static void add_key(Bar *bar, BarKey key) {
    bar->key[bar->count++] = key;
}

/* With the keys of the voice in it the bar has room for signs only, upright for few. */
static bool is_crowded(const Page *page) {
    return page->settings.voice.state == VOICE_ON && page->strip == STRIP_IN_BAR;
}

/* From home itself one leaves. */
static void list_left(const Page *page, FrameSpec spec, Bar *bar) {
    Slice done = tr(page, STR_DONE_SHORT), back = tr(page, STR_BACK), home = tr(page, STR_HOME);
    if (spec.first)
        add_key(bar, (BarKey){ICON_check, done, done, {DO_DONE, 0}, BUTTON_PLAIN, false});
    else if (!spec.alone)
        add_key(bar, (BarKey){ICON_arrow_back, back, back, {DO_BACK, 0}, BUTTON_PLAIN, false});
    if (!spec.first && !spec.away)
        add_key(bar, (BarKey){ICON_home, home, home, {DO_HOME, 0}, BUTTON_PLAIN, false});
    bar->left = bar->count;
}

static void list_listen(const Page *page, Bar *bar) {
    VoiceState voice = page->settings.voice.state;
    ButtonLook look = voice == VOICE_ON ? BUTTON_CHOSEN : BUTTON_PLAIN;
    Slice words = tr(page, STR_LISTEN);
    if (voice != VOICE_NONE)
        add_key(bar, (BarKey){ICON_volume_up, words, words, {DO_LISTEN, 0}, look, false});
}

/* On the home page itself one searches in the page. */
static void list_right(const Page *page, FrameSpec spec, Bar *bar) {
    bool few = is_crowded(page) && !page->form.side_by_side;
    Slice privacy = tr(page, STR_PRIVACY), search = tr(page, STR_SEARCH_DO),
          ease = tr(page, STR_ACCESSIBILITY);
    LanguageButton lang = frame_language(page, !spec.away);
    if (!spec.away && !few)
        add_key(bar, (BarKey){ICON_shield, privacy, privacy, {DO_COUNTED, 0}, BUTTON_PLAIN, true});
    if (!spec.away && !few && !spec.first)
        add_key(bar, (BarKey){ICON_search, search, search, {DO_SEARCH, 0}, BUTTON_PLAIN, false});
    list_listen(page, bar);
    add_key(bar,
            (BarKey){ICON_translate, lang.name, lang.spoken, lang.action, BUTTON_PLAIN, false});
    add_key(
        bar,
        (BarKey){ICON_accessibility_new, ease, ease, {DO_ACCESSIBILITY, 0}, BUTTON_ACCENT, false});
}

/* Signs stand above their words where the page is narrow, else beside them. */
static int key_width(const Page *page, const BarKey *key) {
    int size = page_px(page, theme_size(TYPE_LABEL, page->settings.step));
    int words = text_width(page->typeface, page_face(page, TYPE_LABEL), size, key->words);
    int sign = page_px(page, theme_size(TYPE_ICON, page->settings.step));
    if (!key->words.len)
        return page_px(page, key->small ? BAR_SMALL : TARGET_BUTTON);
    if (!page->form.side_by_side)
        return (words > sign ? words : sign) + 2 * page_px(page, BAR_PAD);
    return words + sign + page_px(page, SPACE_12 + 2 * SPACE_20);
}

static int bar_width(const Page *page, const Bar *bar) {
    int width = page_px(page, 2 * page->form.margin + TARGET_GAP * bar->count);
    for (int i = 0; i < bar->count; i++)
        width += key_width(page, &bar->key[i]);
    return width;
}

/* Words leave one by one until the bar has its place: first those that help least. */
static void shorten(const Page *page, Bar *bar) {
    for (int i = bar->left; i < bar->count && bar_width(page, bar) > page->window.w; i++)
        bar->key[i].words = (Slice){0};
    for (int i = bar->left - 1; i >= 0 && bar_width(page, bar) > page->window.w; i--)
        bar->key[i].words = (Slice){0};
    for (int i = 0; i < bar->count && is_crowded(page); i++)
        bar->key[i].words = (Slice){0};
}

static void lay_bare(Node *plate) {
    plate->fill = plate->border = plate->edge = PAINT_NONE;
    plate->pad_x = SPACE_8;
}

static void lay_key(Page *page, Node *row, const BarKey *key) {
    bool above = !page->form.side_by_side;
    Node *plate = widget_plate(page, row, key->look, key->action);
    plate->flow = above ? FLOW_COLUMN : FLOW_ROW;
    plate->align = plate->justify = ALIGN_CENTER;
    plate->gap = above ? 0 : SPACE_12;
    plate->pad_x = above ? BAR_PAD : SPACE_20;
    plate->min_h = page->form.bar_key;
    plate->min_w = key->small ? BAR_SMALL : TARGET_BUTTON;
    plate->spoken = key->spoken;
    if (key->small)
        lay_bare(plate);
    widget_icon(page, plate, TYPE_ICON, key->icon, plate->ink);
    if (key->words.len)
        widget_label(page, plate, TYPE_LABEL, plate->ink, key->words);
}

static void add_bar(Page *page, Node *outer, FrameSpec spec) {
    Bar bar = {.count = 0};
    list_left(page, spec, &bar);
    list_right(page, spec, &bar);
    shorten(page, &bar);
    add_rule(page, outer, spec.examples);
    Node *row = page_add(page, outer,
                         (Node){.flow = FLOW_ROW,
                                .align = ALIGN_CENTER,
                                .gap = TARGET_GAP,
                                .height = page->form.bar,
                                .fill = PAINT_SURFACE,
                                .pad_x = page->form.margin,
                                .aside = true});
    for (int i = 0; i < bar.left; i++)
        lay_key(page, row, &bar.key[i]);
    widget_stretch(page, row);
    speech_keys(page, row);
    for (int i = bar.left; i < bar.count; i++)
        lay_key(page, row, &bar.key[i]);
}

Frame frame_begin(Page *page, FrameSpec spec) {
    Node *outer = widget_column(page, page->root, 0);
    Node *body = page_add(page, outer, (Node){.grow = 1, .pad_x = page->form.margin});
    add_header(page, body, spec);
    Node *reading =
        page_add(page, body, (Node){.gap = SPACE_8, .min_h = page->form.reach - FRAME_HEADER});
    Node *controls =
        page_add(page, body, (Node){.grow = 1, .gap = SPACE_20, .pad_y = page->form.pad});
    if (page->settings.voice.state == VOICE_ON)
        speech_strip(page, outer);
    add_bar(page, outer, spec);
    return (Frame){reading, controls};
}

Node *frame_bare(Page *page, int above) {
    return page_add(page, page->root,
                    (Node){.graphic.kind = GRAPHIC_PAPER,
                           .pad_x = page->form.margin,
                           .pad_y = above,
                           .gap = SPACE_28});
}

Halves frame_halves(Page *page, Frame frame, int controls, int reading) {
    if (!page->form.side_by_side)
        return (Halves){frame.controls, widget_share(page, frame.reading, 1, SPACE_12)};
    Node *row = widget_halves(page, frame.controls, SPACE_44);
    Node *left = widget_share(page, row, controls, SPACE_12);
    return (Halves){left, widget_share(page, row, reading, SPACE_12)};
}

Node *frame_sheets(Page *page, Frame frame) {
    Node *parent = page->form.side_by_side ? frame.controls : frame.reading;
    Node *sheets = widget_pair(page, parent, GUTTER);
    sheets->pad_y = SPACE_20;
    return sheets;
}

/* Puts everything so far out of reach below a scrim that closes on touch. */
static Node *add_scrim(Page *page, int token) {
    for (Node *below = page->root->first; below; below = below->next)
        below->inert = true;
    return page_add(page, page->root,
                    (Node){.flow = FLOW_LAYER,
                           .fill = PAINT_SCRIM,
                           .action = {token, 0},
                           .spoken = tr(page, STR_CLOSE)});
}

static Node *add_panel(Page *page, Node *scrim, Slice name) {
    return page_add(page, scrim,
                    (Node){.role = ROLE_DIALOG,
                           .fill = PAINT_SURFACE,
                           .border = PAINT_ACCENT,
                           .spoken = name,
                           .pad_x = SPACE_44,
                           .pad_y = SPACE_28,
                           .gap = TARGET_GAP});
}

Node *frame_drawer(Page *page, Slice name) {
    Node *scrim = add_scrim(page, DO_CLOSE);
    Node *panel = add_panel(page, scrim, name);
    scrim->justify = ALIGN_END;
    scrim->align = page->form.side_by_side ? ALIGN_END : ALIGN_STRETCH;
    panel->width = page->form.drawer_w;
    panel->height = page->form.drawer_h;
    return panel;
}

Node *frame_question(Page *page, Slice name) {
    Node *scrim = add_scrim(page, DO_STAY);
    scrim->flow = FLOW_COLUMN;
    scrim->align = ALIGN_CENTER;
    scrim->justify = page->form.side_by_side ? ALIGN_CENTER : ALIGN_END;
    scrim->pad_x = scrim->pad_y = SPACE_44;
    Node *panel = add_panel(page, scrim, name);
    panel->radius = RADIUS_MODAL;
    panel->width = page->form.dialog_w;
    return panel;
}
