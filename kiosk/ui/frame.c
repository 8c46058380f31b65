#include "ui/frame.h"

#define BAR_HEIGHT 152 /* a button and 28 above and below */

static void add_clock(Page *page, Node *header, int minute_of_day) {
    Slice says =
        minute_of_day == CLOCK_DOUBTFUL
            ? tr(page, STR_CLOCK_DOUBT)
            : arena_printf(page->arena, "%02d:%02d", minute_of_day / 60, minute_of_day % 60);
    widget_quiet(page, header, TYPE_LABEL, says);
}

static void add_header(Page *page, Node *body, FrameSpec spec) {
    Node *header = widget_row(page, body, SPACE_20);
    header->height = FRAME_HEADER;
    header->align = ALIGN_CENTER;
    page_add(page, header, (Node){.width = SPACE_12, .height = SPACE_44, .fill = PAINT_ACCENT});
    page_add(page, header,
             (Node){.role = ROLE_TEXT, .type = TYPE_UI, .ink = PAINT_INK, .text = spec.campus});
    if (spec.crumb.len && !page->form.narrow) {
        page_add(page, header, (Node){.width = 2, .height = SPACE_44, .fill = PAINT_LINE});
        widget_quiet(page, header, TYPE_SMALL, spec.crumb);
    }
    page_add(page, header, (Node){.grow = 1});
    add_clock(page, header, spec.minute_of_day);
}

/* On the home page, where every visit begins. */
static void add_counted(Page *page, Node *bar) {
    Node *counted =
        widget_button(page, bar, BUTTON_PLAIN, ICON_shield, (Slice){0}, (Action){DO_COUNTED, 0});
    counted->spoken = tr(page, STR_COUNTED);
}

/* On the home page it has the look of a field, and all the room there is. */
static void add_search_field(Page *page, Node *bar) {
    Node *field = widget_plate(page, bar, BUTTON_PLAIN, (Action){DO_SEARCH, 0});
    field->flow = FLOW_ROW;
    field->align = ALIGN_CENTER;
    field->gap = SPACE_12;
    field->pad_x = SPACE_20;
    field->grow = 1;
    field->min_w = 0;
    widget_icon(page, field, TYPE_ICON, ICON_search, PAINT_INK2);
    widget_label(page, widget_share(page, field, 1, 0), TYPE_UI, PAINT_INK2,
                 tr(page, STR_SEARCH_FIELD));
    field->spoken = tr(page, STR_SEARCH_DO);
}

static void add_search(Page *page, Node *bar) {
    Node *search = widget_button(page, bar, BUTTON_PLAIN, ICON_search,
                                 page->form.wordy ? tr(page, STR_SEARCH_DO) : (Slice){0},
                                 (Action){DO_SEARCH, 0});
    search->spoken = tr(page, STR_SEARCH_DO);
}

static void add_settings(Page *page, Node *bar, bool first) {
    Lang other = langs_next(page->settings.lang);
    const Form *form = &page->form;
    bool named = form->side_by_side || (first && !form->narrow);
    Node *lang = widget_button(page, bar, BUTTON_PLAIN, ICON_translate,
                               named ? string_in(other, STR_LANGUAGE_NAME) : (Slice){0},
                               (Action){DO_LANG, other});
    lang->spoken = string_in(other, STR_LANGUAGE_NAME);
    Node *ease = widget_button(page, bar, BUTTON_ACCENT, ICON_accessibility_new,
                               form->side_by_side ? tr(page, STR_ACCESSIBILITY) : (Slice){0},
                               (Action){DO_ACCESSIBILITY, 0});
    ease->spoken = tr(page, STR_ACCESSIBILITY);
}

/* The rule above the bar; what of the page is an example is stamped on it. */
static void add_rule(Page *page, Node *outer, bool example) {
    if (!example) {
        page_add(page, outer, (Node){.height = HAIRLINE, .fill = PAINT_LINE});
        return;
    }
    Node *line = widget_line(page, outer, 0);
    page_add(page, line, (Node){.grow = 1, .height = HAIRLINE, .fill = PAINT_LINE});
    Node *stamp = widget_dashed(page, line);
    stamp->pad_x = SPACE_12;
    stamp->pad_y = 0;
    widget_quiet(page, stamp, TYPE_SMALL, tr(page, STR_EXAMPLE_CONFIRM))->illustrative = true;
    widget_block(page, line, page->form.margin, HAIRLINE, PAINT_LINE);
}

/* From home itself one leaves. */
static void add_home(Page *page, Node *bar, bool first) {
    Slice words = tr(page, first ? STR_DONE_SHORT : STR_HOME);
    bool named = first || !page->form.narrow;
    Node *home = widget_button(page, bar, BUTTON_PLAIN, first ? ICON_check : ICON_home,
                               named ? words : (Slice){0}, (Action){first ? DO_DONE : DO_HOME, 0});
    home->spoken = words;
}

static void add_bar(Page *page, Node *outer, FrameSpec spec) {
    bool first = spec.first;
    add_rule(page, outer, spec.example);
    Node *bar = page_add(page, outer,
                         (Node){.flow = FLOW_ROW,
                                .align = ALIGN_CENTER,
                                .gap = SPACE_20,
                                .height = BAR_HEIGHT,
                                .pad_x = page->form.margin});
    if (!first && !spec.alone)
        widget_button(page, bar, BUTTON_PLAIN, ICON_arrow_back, tr(page, STR_BACK),
                      (Action){DO_BACK, 0});
    if (!spec.away || first)
        add_home(page, bar, first);
    bool field = first && page->form.wordy; /* there is the room for one */
    if (field)
        add_search_field(page, bar);
    else
        widget_stretch(page, bar);
    if (!spec.away && !field)
        add_search(page, bar);
    if (first)
        add_counted(page, bar);
    add_settings(page, bar, first);
}

Frame frame_begin(Page *page, FrameSpec spec) {
    Node *outer = widget_column(page, page->root, 0);
    Node *body = page_add(page, outer, (Node){.grow = 1, .pad_x = page->form.margin});
    add_header(page, body, spec);
    Node *reading =
        page_add(page, body, (Node){.gap = SPACE_8, .min_h = page->form.reach - FRAME_HEADER});
    Node *controls = page_add(page, body, (Node){.grow = 1, .gap = SPACE_20, .pad_y = SPACE_20});
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
