/* What a clip shows and says, to be read: for whoever does not see it, does not hear it, or has no
 * time to watch. */
#include "screens/video/player_state.h"

enum { TAP_PAGE = 1 };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    PlayerState *s = state;
    s->clip = arg;
    s->page = 0;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((PlayerState *)state)->page = action.arg;
    return (Step){0};
}

static void add_paragraphs(const Clip *clip, Page *page, Node *body) {
    Lang lang = page->settings.lang;
    for (int i = 0; i < clip->text_count[lang]; i++)
        widget_text(page, body, TYPE_BODY, clip->text[lang][i]);
}

/* Enlarged, one sentence a line: a paragraph may be higher than a page. */
static void add_sentences(const Clip *clip, Page *page, Node *body) {
    Lang lang = page->settings.lang;
    for (int i = 0; i < clip->text_count[lang]; i++)
        for (Slice text = clip->text[lang][i]; text.len;) {
            int stop = slice_find(text, LIT(". "));
            int end = stop < 0 ? text.len : stop + 1;
            widget_text(page, body, TYPE_BODY, slice_cut(text, 0, end));
            text = slice_trim(slice_cut(text, end, text.len));
        }
}

static Node *add_body(const PlayerState *s, const Clip *clip, Page *page, Node *parent) {
    Node *body = widget_pages(page, parent, SPACE_20, s->page);
    if (page->form.by_sentence)
        add_sentences(clip, page, body);
    else
        add_paragraphs(clip, page, body);
    return body;
}

static Node *add_poster(const Clip *clip, Page *page, Node *parent) {
    Node *poster = widget_picture(page, parent, clip->poster, tr_text(page, clip->line));
    poster->radius = RADIUS_CARD;
    return poster;
}

/* The words, and their film's poster beside or above them. */
static void add_words(const PlayerState *s, const Clip *clip, Page *page, Frame frame) {
    Halves halves = frame_halves(page, frame, 17, 10);
    Node *body = add_body(s, clip, page, halves.controls);
    widget_pager_line(page, halves.controls, ALIGN_END, body, TAP_PAGE);
    halves.reading->align = page->form.poster_w ? ALIGN_CENTER : ALIGN_STRETCH;
    Node *poster = add_poster(clip, page, halves.reading);
    poster->height = page->form.poster_h;
    poster->width = page->form.poster_w;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const PlayerState *s = state;
    const Clip *clip = &k->pack->clip[s->clip];
    Frame frame = common_frame(page, k, tr(page, STR_VIDEOS));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_WORDS_OF));
    widget_quiet(page, frame.reading, TYPE_BODY, tr_text(page, clip->title));
    if (page->form.read_above)
        frame.reading->min_h = 0;
    add_words(s, clip, page, frame);
}

const Screen screen_transcript = {
    .name = "transcript",
    .state_size = sizeof(PlayerState),
    .shares = SCREEN_player,
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
