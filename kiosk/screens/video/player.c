/* A clip and what can be done with it: stop it, go back, hear it, read it. The page only says what
 * it wishes for. */
#include "screens/video/player_picture.h"

enum {
    TAP_PLAY = TAP_PICTURE_COUNT,
    TAP_BACK_TEN,
    TAP_REPLAY,
    TAP_ALONG,
    TAP_SOFTER,
    TAP_LOUDER,
    TAP_SOUND,
    TAP_CAPTIONS,
    TAP_DESCRIBED,
    TAP_SIGNS,
    TAP_WORDS,
    TAP_LARGE
};

#define SEEK_RANGE 1000
#define BEFORE_END 500 /* ms: a touch at the very end of the bar still shows something */
#define CAPTION_LINES                                                                              \
    3 /* below the picture there is always room for so many: the page does not jump */
#define QUARTERS 4

/* ---- how the clip stands --------------------------------------------------------------------- */

/* ---- steps ----------------------------------------------------------------------------------- */

static void enter(void *state, const Kiosk *k, int arg) {
    PlayerState *s = state;
    *s =
        (PlayerState){.clip = arg,
                      .seek_id = s->seek_id + 1,
                      .paused = k->settings.still,
                      .large = k->settings.voice.state != VOICE_ON}; /* whose keys are in the bar */
}

static void go_to(PlayerState *s, Millis at) {
    s->from = s->seen = at;
    s->seek_id++;
}

static Millis place_along(const Clip *clip, int along) {
    Millis most = clip->duration > BEFORE_END ? clip->duration - BEFORE_END : 0,
           at = clip->duration * along / SEEK_RANGE;
    return at < most ? at : most;
}

static Step set_loudness(const Kiosk *k, int change) {
    Step step = {.sets = true, .settings = k->settings};
    int loudness = k->settings.loudness + change;
    step.settings.loudness = loudness < LOUDNESS_LEAST  ? LOUDNESS_LEAST
                             : loudness > LOUDNESS_MOST ? LOUDNESS_MOST
                                                        : loudness;
    step.settings.sound = SOUND_ON; /* who makes it louder wants to hear it */
    return step;
}

static Step set_sound(const PlayerState *s, const Kiosk *k) {
    Step step = {.sets = true, .settings = k->settings};
    step.settings.sound = player_is_silent(s, k) ? SOUND_ON : SOUND_OFF;
    return step;
}

static Step set_captions(const Kiosk *k) {
    Step step = {.sets = true, .settings = k->settings};
    step.settings.no_captions = !k->settings.no_captions;
    return step;
}

static Step set_described(const Kiosk *k) {
    Step step = {.sets = true, .settings = k->settings};
    step.settings.described = !k->settings.described;
    return step;
}

static Step set_signs(const Kiosk *k, bool shown, bool left) {
    Step step = {.sets = true, .settings = k->settings};
    step.settings.signs = shown;
    step.settings.signs_left = left;
    return step;
}

/* Left for now: whoever comes back finds it standing where it was. */
static Step leave_for(PlayerState *s, ScreenId screen, Millis at) {
    s->paused = true;
    go_to(s, at);
    return (Step){.go = (int)screen, .arg = s->clip};
}

static Step act(void *state, const Kiosk *k, Action action) {
    PlayerState *s = state;
    Millis at = player_report(s, k).at;
    switch (action.token) {
    case TAP_LARGE:
        s->large = !s->large;
        return (Step){0};
    case TAP_PICTURE:
    case TAP_PLAY:
        s->paused = !s->paused;
        return (Step){0};
    case TAP_BACK_TEN:
        go_to(s, at > 10000 ? at - 10000 : 0);
        return (Step){0};
    case TAP_REPLAY:
        go_to(s, 0);
        s->paused = false;
        return (Step){0};
    case TAP_ALONG:
        go_to(s, place_along(&k->pack->clip[s->clip], action.arg));
        return (Step){0};
    case TAP_SOFTER:
        return set_loudness(k, -1);
    case TAP_LOUDER:
        return set_loudness(k, 1);
    case TAP_SOUND:
        return set_sound(s, k);
    case TAP_CAPTIONS:
        return set_captions(k);
    case TAP_DESCRIBED:
        return set_described(k);
    case TAP_SIGNS:
        return set_signs(k, !k->settings.signs, k->settings.signs_left);
    case TAP_SIGNS_SIDE:
        return set_signs(k, true, !k->settings.signs_left);
    case TAP_WORDS:
        return leave_for(s, SCREEN_transcript, at);
    default:
        return (Step){0};
    }
}

/* A quarter counts when it was played through, not when it was jumped over. */
static void count(PlayerState *s, Step *step, int *facts, int quarter) {
    if (s->counted >> quarter & 1)
        return;
    s->counted |= 1 << quarter;
    step->fact[(*facts)++] = fact_watch(s->clip, quarter);
}

static Step tick(void *state, const Kiosk *k) {
    PlayerState *s = state;
    VideoReport video = player_report(s, k);
    Millis duration = k->pack->clip[s->clip].duration;
    Step step = {0};
    int facts = 0;
    if (video.status == VIDEO_SHOWING || video.status == VIDEO_ENDED)
        count(s, &step, &facts, 0);
    for (int q = 1; q < QUARTERS; q++)
        if (s->seen < duration * q / QUARTERS && video.at >= duration * q / QUARTERS)
            count(s, &step, &facts, q);
    s->seen = video.at;
    if (video.status != VIDEO_ENDED)
        return step;
    count(s, &step, &facts, QUARTERS);
    Step leave = leave_for(s, SCREEN_video_end, 0);
    step.go = leave.go;
    step.arg = leave.arg;
    return step;
}

/* Where all buttons stand close together: without its word. */
static void add_signs_sign(const Kiosk *k, Page *page, Node *row, const Clip *clip) {
    if (!clip->signed_by)
        return;
    Node *sign = widget_button(page, row, k->settings.signs ? BUTTON_CHOSEN : BUTTON_PLAIN,
                               ICON_sign_language, (Slice){0}, (Action){TAP_SIGNS, 0});
    sign->role = ROLE_CHOICE;
    sign->spoken = tr(page, STR_SIGNS);
    sign->min_h = sign->min_w = TARGET_MIN + SPACE_8;
}

/* How far it has come; touched, it goes on from there. */
static void add_bar(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    const Clip *clip = &k->pack->clip[s->clip];
    Node *row = widget_line(page, parent, SPACE_20);
    row->keeps_sides = true;
    row->grow = 1;
    VideoReport video = player_report(s, k);
    Track knob = {(int)video.at, (int)clip->duration, SEEK_RANGE};
    Slice time = arena_printf(page->arena, SLICE_FMT " / " SLICE_FMT,
                              SLICE_ARG(common_clock(page, video.at)),
                              SLICE_ARG(common_clock(page, clip->duration)));
    Node *bar = widget_track(page, row, knob, (Action){TAP_ALONG, 0});
    bar->disabled = video.status == VIDEO_BROKEN;
    bar->spoken = tr_list(page, tr(page, STR_ALONG), time);
    widget_quiet(page, row, TYPE_LABEL, time);
}

static void add_track(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    Node *row = widget_line(page, parent, SPACE_20);
    row->keeps_sides = true;
    add_bar(s, k, page, row);
    if (!page->form.side_by_side) /* it is as wide as the screen already */
        return;
    if (page->form.room_above)
        add_signs_sign(k, page, row, &k->pack->clip[s->clip]);
    Node *large =
        widget_button(page, row, BUTTON_PLAIN, ICON_fullscreen, (Slice){0}, (Action){TAP_LARGE, 0});
    large->spoken = tr(page, STR_FULL_SCREEN);
    large->min_h = large->min_w = TARGET_MIN + SPACE_8; /* no higher than the bar */
    large->disabled = player_report(s, k).status == VIDEO_BROKEN;
}

/* ---- the buttons ----------------------------------------------------------------------------- */

static Node *add_sign(Page *page, Node *parent, ButtonLook look, Icon icon, StringId word,
                      int token) {
    Node *button = widget_button(page, parent, look, icon, (Slice){0}, (Action){token, 0});
    button->spoken = tr(page, word);
    button->gap = SPACE_12;
    button->pad_x = SPACE_12;
    button->first->least = ICON_LEAST;
    return button;
}

static Node *add_button(Page *page, Node *parent, ButtonLook look, Icon icon, StringId word,
                        int token) {
    Node *button = add_sign(page, parent, look, icon, word, token);
    widget_label(page, button, TYPE_LABEL, button->ink, button->spoken)->drop_rank = 2;
    return button;
}

static Node *add_switch(Page *page, Node *parent, bool on, Icon icon, Icon off, StringId word,
                        int token) {
    Node *button =
        add_button(page, parent, on ? BUTTON_CHOSEN : BUTTON_PLAIN, on ? icon : off, word, token);
    button->role = ROLE_CHOICE;
    return button;
}

/* − ▂▃▅▆ + */
static void add_loudness(const Kiosk *k, Page *page, Node *parent) {
    int level = k->settings.loudness - LOUDNESS_LEAST + 1;
    Node *row = widget_row(page, parent, PLATE_GAP);
    Node *softer = widget_button(page, row, BUTTON_PLAIN, ICON_volume_down, (Slice){0},
                                 (Action){TAP_SOFTER, 0});
    softer->spoken = tr(page, STR_SOFTER);
    softer->disabled = level == 1;
    Node *middle = widget_middle(page, row);
    Node *bars = widget_bars(page, middle, BARS_SOUND, (Bars){level, PLAYER_LEVELS}, PAINT_NONE);
    bars->role = ROLE_PROGRESS;
    bars->spoken = tr_number(page, STR_LOUDNESS, level);
    Node *louder =
        widget_button(page, row, BUTTON_PLAIN, ICON_volume_up, (Slice){0}, (Action){TAP_LOUDER, 0});
    louder->spoken = tr(page, STR_LOUDER);
    louder->disabled = level == PLAYER_LEVELS;
}

static Node *add_play(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    StringId word = s->paused ? STR_PLAY : STR_PAUSE;
    Node *play =
        widget_button(page, parent, BUTTON_PRIMARY, s->paused ? ICON_play_arrow : ICON_pause,
                      tr(page, word), (Action){TAP_PLAY, 0});
    play->min_h = TARGET_PRIMARY;
    play->pad_x = play->gap = SPACE_12;
    play->disabled = player_report(s, k).status == VIDEO_BROKEN;
    return play;
}

static bool is_told(const PlayerState *s, const Kiosk *k) {
    return k->pack->clip[s->clip].told_count[k->settings.lang] &&
           k->settings.voice.state != VOICE_NONE;
}

/* Upright three stand side by side, and seated all stand together: there is not much height within
 * reach. */
static void add_buttons(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    bool close = page->form.room_above;
    if (!close)
        add_play(s, k, page, parent);
    Node *grid = widget_grid(page, parent, page->form.keys_a_row, PLATE_GAP);
    if (close)
        add_play(s, k, page, grid);
    add_button(page, grid, BUTTON_PLAIN, ICON_replay_10, STR_BACK_TEN, TAP_BACK_TEN);
    add_button(page, grid, BUTTON_PLAIN, ICON_replay, STR_REPLAY, TAP_REPLAY);
    add_switch(page, grid, !player_is_silent(s, k), ICON_volume_up, ICON_volume_off, STR_SOUND,
               TAP_SOUND);
    add_switch(page, grid, !k->settings.no_captions, ICON_closed_caption,
               ICON_closed_caption_disabled, STR_CAPTIONS, TAP_CAPTIONS);
    if (is_told(s, k))
        add_switch(page, grid, k->settings.described, ICON_record_voice_over,
                   ICON_record_voice_over, STR_DESCRIBED, TAP_DESCRIBED);
    bool is_signed = k->pack->clip[s->clip].signed_by && !(close && page->form.side_by_side);
    if (is_signed)
        add_switch(page, grid, k->settings.signs, ICON_sign_language, ICON_sign_language,
                   STR_SIGNS_SHORT, TAP_SIGNS)
            ->spoken = tr(page, STR_SIGNS);
    bool in_grid = close || is_signed; /* else it would take a row of its own */
    if (in_grid)
        add_button(page, grid, BUTTON_PLAIN, ICON_notes, STR_WORDS, TAP_WORDS);
    add_loudness(k, page, parent);
    if (!in_grid)
        add_button(page, parent, BUTTON_PLAIN, ICON_notes, STR_WORDS, TAP_WORDS);
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Who made it is said where there is room; that it is an example, always. */
static void add_title(const Clip *clip, Page *page, Node *parent, Type type) {
    widget_heading(page, parent, type, tr_text(page, clip->title));
    if (clip->illustrative)
        widget_example(page, parent);
    widget_quiet(page, parent, TYPE_SMALL, tr_text(page, clip->credit))->drop_rank = 1;
}

/* Its box has its shape, so that nothing black stands beside it. */
static int video_height(const Page *page, const Clip *clip) {
    int height = page->form.video_w * clip->height / clip->width;
    return height < page->form.video_h ? height : page->form.video_h;
}

/* What else needs the height makes it narrower too. */
static void keep_shape(Node *picture, const Clip *clip, int least_percent) {
    picture->width = picture->height * clip->width / clip->height;
    picture->least = picture->height * least_percent / 100;
}

/* The picture at the left, as large as it can be, with its bar; what can be done at the right. */
static void view_wide(const PlayerState *s, const Kiosk *k, Page *page, Frame frame) {
    frame.reading->min_h = 0;
    Node *row = widget_halves(page, frame.controls, GUTTER);
    Node *left = widget_column(page, row, PLATE_GAP);
    left->width = page->form.video_w;
    const Clip *clip = &k->pack->clip[s->clip];
    bool low = page->form.low; /* then it is as high as there is room */
    Node *picture = player_add_picture(s, k, page, left, low ? 0 : video_height(page, clip));
    if (low)
        picture->grow = 1;
    else
        keep_shape(picture, clip, 90); /* a stamp on the bottom line takes some of it */
    Node *words_over = widget_column(page, picture, 0);
    words_over->align = ALIGN_CENTER;
    player_add_words(s, k, page, words_over);
    add_track(s, k, page, left);
    Node *right = widget_share(page, row, 1, PLATE_GAP);
    Node *words = widget_share(page, right, 1, SPACE_4);
    add_title(&k->pack->clip[s->clip], page, words, TYPE_H3);
    add_buttons(s, k, page, right);
}

/* As wide as the page; where letters are huge it may be smaller, rather than nothing fits. */
static void add_picture_above(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    int height = page->form.video_h;
    if (!page->form.huge) {
        player_add_picture(s, k, page, parent, height);
        return;
    }
    Node *middle = widget_column(page, parent, 0);
    middle->align = ALIGN_CENTER;
    keep_shape(player_add_picture(s, k, page, middle, height), &k->pack->clip[s->clip], 80);
}

/* The picture on top with its captions below it, and everything to touch below the reach line. */
static void view_tall(const PlayerState *s, const Kiosk *k, Page *page, Frame frame) {
    const Clip *clip = &k->pack->clip[s->clip];
    add_title(clip, page, frame.reading, TYPE_H2);
    add_picture_above(s, k, page, frame.reading);
    Node *below = widget_share(page, frame.reading, 1, 0);
    below->fill = PAINT_BAND;
    below->justify = ALIGN_CENTER;
    below->min_h = CAPTION_LINES * page_lines(page, TYPE_CAPTION, 1) + 2 * SPACE_8;
    player_add_words(s, k, page, below);
    add_track(s, k, page, frame.controls);
    add_buttons(s, k, page, frame.controls);
}

/* Over a film; large words would leave no room for its bar. */
static Node *add_key(Page *page, Node *row, Icon icon, StringId word, int token) {
    return page->form.enlarged ? add_sign(page, row, BUTTON_PLAIN, icon, word, token)
                               : add_button(page, row, BUTTON_PLAIN, icon, word, token);
}

static void add_key_switch(Page *page, Node *row, bool on, Icon icon, StringId word, int token) {
    Node *key = add_sign(page, row, widget_look(on), icon, word, token);
    key->role = ROLE_CHOICE;
    if (!page->form.enlarged)
        widget_label(page, key, TYPE_LABEL, key->ink, key->spoken)->drop_rank = 2;
}

static void add_large_keys(const PlayerState *s, const Kiosk *k, Page *page, Node *row) {
    const Clip *clip = &k->pack->clip[s->clip];
    bool silent = player_is_silent(s, k), plain = k->settings.no_captions;
    add_key(page, row, ICON_arrow_back, STR_BACK, DO_BACK);
    if (s->paused)
        add_key(page, row, ICON_play_arrow, STR_PLAY, TAP_PLAY);
    else
        add_key(page, row, ICON_pause, STR_PAUSE, TAP_PLAY);
    add_bar(s, k, page, row);
    if (clip->illustrative)
        widget_example(page, row);
    add_key_switch(page, row, !silent, silent ? ICON_volume_off : ICON_volume_up, STR_SOUND,
                   TAP_SOUND);
    add_key_switch(page, row, !plain, plain ? ICON_closed_caption_disabled : ICON_closed_caption,
                   STR_CAPTIONS, TAP_CAPTIONS);
    if (is_told(s, k))
        add_key_switch(page, row, k->settings.described, ICON_record_voice_over, STR_DESCRIBED,
                       TAP_DESCRIBED);
    add_signs_sign(k, page, row, clip);
    add_key(page, row, ICON_fullscreen_exit, STR_SMALLER_PICTURE, TAP_LARGE);
}

/* The picture from edge to edge, what is said, and at its foot what is done most; all that can be
   done is one touch away. */
static void view_large(const PlayerState *s, const Kiosk *k, Page *page) {
    Node *picture = player_add_picture(s, k, page, page->root, page->form.height);
    picture->pad_x = SPACE_44;
    picture->gap = SPACE_12;
    Node *words = widget_column(page, picture, 0);
    words->align = ALIGN_CENTER;
    player_add_words(s, k, page, words);
    Node *row = widget_line(page, picture, PLATE_GAP);
    row->fill = PAINT_BG;
    row->radius = RADIUS_CARD;
    row->pad_x = row->pad_y = SPACE_12;
    add_large_keys(s, k, page, row);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const PlayerState *s = state;
    bool broken = player_report(s, k).status == VIDEO_BROKEN; /* then its words stand for it */
    if (s->large && page->form.side_by_side && !broken) {
        view_large(s, k, page);
        return;
    }
    Slice crumb = arena_printf(
        page->arena, SLICE_FMT " › " SLICE_FMT, SLICE_ARG(tr(page, STR_VIDEOS)),
        SLICE_ARG(tr_text(page, k->pack->trade[k->pack->clip[s->clip].trade].short_name)));
    Frame frame = common_frame(page, k, page->form.side_by_side ? crumb : tr(page, STR_VIDEOS));
    if (page->form.side_by_side)
        view_wide(s, k, page, frame);
    else
        view_tall(s, k, page, frame);
}

const Screen screen_player = {
    .name = "player",
    .state_size = sizeof(PlayerState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .tick = tick,
    .view = view,
};
