#include "screens/video/player_picture.h"

#define REFRESH_MS 250 /* how often the bar moves on */

/* Of the picture's height: hands are read from a step away, and a third of it is the least. */
#define SIGNS_PERCENT 40

/* ---- how the clip stands --------------------------------------------------------------------- */

VideoReport player_report(const PlayerState *s, const Kiosk *k) {
    if (k->video.status != VIDEO_NONE && k->video.clip == s->clip && k->video.seek_id == s->seek_id)
        return k->video;
    return (VideoReport){
        .clip = s->clip, .seek_id = s->seek_id, .status = VIDEO_OPENING, .at = s->from};
}

bool player_is_silent(const PlayerState *s, const Kiosk *k) {
    if (k->settings.sound == SOUND_AS_PACKED)
        return k->pack->clip[s->clip].muted;
    return k->settings.sound == SOUND_OFF;
}

/* Steps of 3 to 6 dB, 20 dB in all: EN 301 549, 8.2.1. */
static int percent(const PlayerState *s, const Kiosk *k) {
    static const int PERCENT[PLAYER_LEVELS] = {10, 20, 40, 70, 100};
    return player_is_silent(s, k) ? 0 : PERCENT[k->settings.loudness - LOUDNESS_LEAST];
}

/* ---- the picture ----------------------------------------------------------------------------- */

static Node *add_band(Page *page, Node *parent) {
    Node *band = widget_block(page, parent, 0, 0, PAINT_BAND);
    band->align = ALIGN_CENTER;
    band->pad_x = SPACE_20;
    band->pad_y = SPACE_8;
    return band;
}

static Node *add_words(Page *page, Node *band, Slice words) {
    Node *line = widget_text(page, band, TYPE_CAPTION, words);
    line->ink = PAINT_ON_BAND;
    line->live = true; /* who listens hears each as it comes */
    line->align = ALIGN_CENTER;
    return line;
}

/* As the author broke it where there is room, else broken anew. */
static void add_cue(Page *page, Node *band, const Cue *cue) {
    bool narrow = page->form.one_a_line;
    if (narrow && cue->line[1].len) {
        add_words(page, band,
                  arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(cue->line[0]),
                               SLICE_ARG(cue->line[1])));
        return;
    }
    for (int i = 0; i < 2 && cue->line[i].len; i++)
        add_words(page, band, cue->line[i]);
}

/* In a pause, where no caption stands: heard, and written like one. */
static void tell_pictures(const Kiosk *k, Page *page, Node *parent, const Clip *clip, Millis now) {
    Lang lang = page->settings.lang;
    if (!k->settings.described)
        return;
    int at = cue_at(clip->told[lang], clip->told_count[lang], now);
    page_wake_video(page, cue_change(clip->told[lang], clip->told_count[lang], now));
    if (at < 0)
        return;
    const Cue *cue = &clip->told[lang][at];
    page->telling = cue->line[1].len
                        ? arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                                       SLICE_ARG(cue->line[0]), SLICE_ARG(cue->line[1]))
                        : cue->line[0];
    add_words(page, add_band(page, parent), page->telling)->live = false; /* it is said already */
}

void player_add_words(const PlayerState *s, const Kiosk *k, Page *page, Node *parent) {
    const Clip *clip = &k->pack->clip[s->clip];
    VideoReport video = player_report(s, k);
    Lang lang = page->settings.lang;
    if (video.status == VIDEO_BROKEN) {
        add_words(page, add_band(page, parent), tr(page, STR_VIDEO_AWAY));
        return;
    }
    tell_pictures(k, page, parent, clip, video.at);
    int at = cue_at(clip->cue[lang], clip->cue_count[lang], video.at);
    if (at >= 0 && !k->settings.no_captions)
        add_cue(page, add_band(page, parent), &clip->cue[lang][at]);
    page_wake_video(page, cue_change(clip->cue[lang], clip->cue_count[lang], video.at));
}

static Video what_plays(const PlayerState *s, const Kiosk *k) {
    const Clip *clip = &k->pack->clip[s->clip];
    VideoWish wish = {.clip = s->clip,
                      .seek_id = s->seek_id,
                      .from = s->from,
                      .paused = s->paused,
                      .percent = percent(s, k)};
    return (Video){.wish = wish,
                   .name = clip->id,
                   .at = player_report(s, k).at / 1000 * 1000,
                   .poster = clip->poster};
}

/* In an upper corner, where no caption stands; a touch moves it to the other. */
static void add_signs(const PlayerState *s, const Kiosk *k, Page *page, Node *picture, int height) {
    const Clip *clip = &k->pack->clip[s->clip];
    if (!k->settings.signs || !clip->signed_by || k->video.signs_away)
        return;
    int by = clip->signed_by - 1;
    const Clip *signs = &k->pack->clip[by];
    Video video = what_plays(s, k);
    video.wish.clip = by;
    video.wish.percent = 0;
    video.name = signs->id;
    video.fit.covers = video.beside = true;
    Node *row = widget_line(page, picture, 0);
    row->keeps_sides = true;
    row->justify = k->settings.signs_left ? ALIGN_START : ALIGN_END;
    row->pad_x = SPACE_20;
    Node *frame = widget_block(page, row, 0, 0, PAINT_BAND);
    frame->role = ROLE_BUTTON;
    frame->spoken = tr(page, STR_SIGNS_SIDE);
    frame->action = (Action){TAP_SIGNS_SIDE, 0};
    frame->pad_x = frame->pad_y = SPACE_4;
    Node *window = widget_video(page, frame, video, (Slice){0});
    window->height = height * SIGNS_PERCENT / 100;
    window->width = window->height * signs->width / signs->height;
    widget_share(page, picture, 1, 0); /* the words stay at the foot */
}

Node *player_add_picture(const PlayerState *s, const Kiosk *k, Page *page, Node *parent,
                         int height) {
    const Clip *clip = &k->pack->clip[s->clip];
    VideoReport video = player_report(s, k);
    page_wake_video(page, video.at / REFRESH_MS * REFRESH_MS + REFRESH_MS);
    Action stops = {video.status == VIDEO_BROKEN ? 0 : TAP_PICTURE,
                    0}; /* for the finger; by keys there is "Pause" */
    Node *picture = widget_video(page, parent, what_plays(s, k), tr_text(page, clip->line));
    picture->justify = ALIGN_END;
    picture->pad_y = SPACE_20;
    picture->action = stops;
    picture->height = height;
    add_signs(s, k, page, picture, height ? height : page->form.video_h);
    return picture;
}
