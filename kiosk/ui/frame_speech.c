#include "ui/frame_parts.h"

/* A step of the loudness is a bar of the picture of it. */
static int bars_lit(const VoiceSettings *voice) {
    return voice->loudness - SPEECH_QUIETEST + 1;
}

static Node *add_key(Page *page, Node *row, Icon icon, StringId word, Action action) {
    Node *key = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    key->spoken = tr(page, word);
    key->min_w = key->min_h = TARGET_MIN + SPACE_8;
    key->least = TARGET_MIN;
    return key;
}

static void add_pause(Page *page, Node *row) {
    bool paused = page->settings.voice.paused;
    StringId word = paused ? STR_VOICE_GO_ON : STR_PAUSE;
    Node *key = widget_button(page, row, BUTTON_PRIMARY, paused ? ICON_play_arrow : ICON_pause,
                              page->form.enlarged ? (Slice){0} : tr(page, word),
                              (Action){DO_SPEECH_PAUSE, 0});
    key->spoken = tr(page, word);
    key->min_w = key->min_h = TARGET_MIN + SPACE_8;
    key->gap = SPACE_12;
    key->grow = page->form.side_by_side ? 0 : 1;
}

static void add_steps(Page *page, Node *row) {
    add_key(page, row, ICON_skip_previous, STR_SENTENCE_BEFORE, (Action){DO_SPEECH_STEP, -1});
    add_key(page, row, ICON_skip_next, STR_SENTENCE_AFTER, (Action){DO_SPEECH_STEP, 1});
}

static void add_end(Page *page, Node *row) {
    add_key(page, row, ICON_close, STR_VOICE_END, (Action){DO_LISTEN, 0});
}

static void add_rates(Page *page, Node *row) {
    static const StringId NAMES[] = {STR_SPEED_SLOW, STR_SPEED_USUAL, STR_SPEED_FAST};
    for (int rate = RATE_SLOW; rate <= RATE_FAST; rate++) {
        bool chosen = (int)page->settings.voice.rate == rate;
        Node *choice = widget_choice(page, row, tr(page, NAMES[rate - RATE_SLOW]), chosen,
                                     (Action){DO_SPEECH_RATE, rate});
        choice->grow = page->form.side_by_side ? 0 : 1;
        choice->pad_x = SPACE_20;
    }
}

static void add_softer(Page *page, Node *row) {
    add_key(page, row, ICON_volume_down, STR_SOFTER, (Action){DO_SPEECH_LOUDNESS, -1})->disabled =
        page->settings.voice.loudness == SPEECH_QUIETEST;
}

static void add_louder(Page *page, Node *row) {
    add_key(page, row, ICON_volume_up, STR_LOUDER, (Action){DO_SPEECH_LOUDNESS, 1})->disabled =
        page->settings.voice.loudness == SPEECH_LOUDEST;
}

static void add_loudness_keys(Page *page, Node *row) {
    add_softer(page, row);
    add_louder(page, row);
}

static void add_loudness(Page *page, Node *row) {
    int lit = bars_lit(&page->settings.voice);
    add_softer(page, row);
    Node *middle = page->form.side_by_side ? row : widget_middle(page, row);
    Node *bars = widget_bars(page, middle, BARS_SOUND, (Bars){lit, SPEECH_STEPS}, PAINT_NONE);
    bars->role = ROLE_PROGRESS;
    bars->spoken = tr_number(page, STR_VOICE_LOUDNESS, lit);
    add_louder(page, row);
}

static Node *add_row(Page *page, Node *panel) {
    return widget_line(page, panel, TARGET_GAP);
}

static void add_name(Page *page, Node *row, Icon icon, StringId word) {
    widget_icon(page, row, TYPE_ICON, icon, PAINT_INK2);
    if (!page->form.enlarged)
        widget_label(page, row, TYPE_UI, PAINT_INK, tr(page, word))->width = SPACE_96 * 2;
}

/* Lying all stands in one row. */
static void add_one_row(Page *page, Node *panel) {
    Node *row = add_row(page, panel);
    add_pause(page, row);
    add_steps(page, row);
    widget_stretch(page, row);
    add_rates(page, row);
    widget_stretch(page, row);
    add_loudness(page, row);
    widget_stretch(page, row);
    add_end(page, row);
}

static void add_three_rows(Page *page, Node *panel) {
    Node *first = add_row(page, panel);
    add_pause(page, first);
    add_steps(page, first);
    add_end(page, first);
    Node *speed = add_row(page, panel);
    add_name(page, speed, ICON_speed, STR_SPEED);
    add_rates(page, speed);
    Node *loudness = add_row(page, panel);
    add_name(page, loudness, ICON_volume_up, STR_VOLUME);
    add_loudness(page, loudness);
}

static void add_hint(Page *page, Node *column) {
    Node *hint = widget_line(page, column, SPACE_20);
    hint->fill = PAINT_SOFT;
    hint->radius = RADIUS_PLATE;
    hint->pad_x = SPACE_28;
    hint->pad_y = SPACE_8;
    hint->drop_rank = 1;
    widget_icon(page, hint, TYPE_ICON, ICON_touch_app, PAINT_INK);
    Node *words = widget_share(page, hint, 1, 0);
    widget_label(page, words, TYPE_SMALL, PAINT_INK, tr(page, STR_EXPLORE_HOW));
}

static void add_panel(Page *page, Node *column) {
    Node *panel = widget_panel(page, column);
    panel->pad_x = panel->pad_y = SPACE_12;
    panel->gap = TARGET_GAP;
    (page->form.side_by_side ? add_one_row : add_three_rows)(page, panel);
}

/* One row, whichever way the screen hangs: speed and loudness are left to a page with more room. */
static void add_low_row(Page *page, Node *column) {
    Node *row = widget_line(page, column, TARGET_GAP);
    add_pause(page, row);
    add_steps(page, row);
    widget_stretch(page, row);
    add_loudness_keys(page, row);
    add_end(page, row);
}

void speech_strip(Page *page, Node *outer) {
    if (page->strip == STRIP_IN_BAR)
        return;
    Node *column =
        page_add(page, outer, (Node){.gap = TARGET_GAP, .pad_x = page->form.margin, .aside = true});
    widget_gap(page, column, 0); /* apart from what the page has last */
    if (page->strip == STRIP_FULL)
        add_hint(page, column);
    (page->strip == STRIP_FULL ? add_panel : add_low_row)(page, column);
    widget_gap(page, column, SPACE_12);
}

void speech_keys(Page *page, Node *bar) {
    if (page->settings.voice.state != VOICE_ON || page->strip != STRIP_IN_BAR)
        return;
    bool paused = page->settings.voice.paused;
    add_key(page, bar, paused ? ICON_play_arrow : ICON_pause, paused ? STR_VOICE_GO_ON : STR_PAUSE,
            (Action){DO_SPEECH_PAUSE, 0});
    add_steps(page, bar);
}
