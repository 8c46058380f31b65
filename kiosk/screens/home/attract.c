/* Nobody is here yet: what this kiosk is, in three seconds, without a sound. */
#include "screens/common/answers.h"
#include "screens/common/common.h"
#include "screens/common/quiz_state.h"
#include "map/directions_text.h"

enum { TAP_START = 1, TAP_QUIZ, TAP_LANG, TAP_MAP, TAP_ANSWER };

#define SCENES 4 /* the kiosk's own drawing, then trades */

/* A film costs five times the power of a drawing: who works beside the kiosk all day has seen it
 * after some rounds. */
#define LIVELY_ROUNDS 3
#define CALM_SCENE_MS 15000 /* then the drawings stand longer… */
#define CALM_MS                                                                                    \
    600000 /* …and a film comes when they have been shown for so long: forty of them             \
            */
#define FADE_FRAME_MS 40

typedef struct AttractState {
    Millis since;
} AttractState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    ((AttractState *)state)->since = k->now;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state;
    switch (action.token) {
    case TAP_QUIZ:
        return (Step){.go = SCREEN_quiz};
    case TAP_ANSWER:
        return (Step){.go = SCREEN_quiz, .arg = action.arg + 1};
    case TAP_MAP:
        return (Step){.go = SCREEN_map};
    case TAP_LANG: {
        Step step = {.go = SCREEN_home, .sets = true, .settings = k->settings};
        step.settings.lang = (Lang)action.arg;
        return step;
    }
    default:
        return (Step){.go = SCREEN_home};
    }
}

/* Trades spread over the pack, so that the scenes show different families. */
static int trade_of_scene(const Pack *pack, int scene) {
    return scene ? (int)((long)pack->trade_count * (2 * scene - 1) / (2 * (SCENES - 1))) : -1;
}

static void add_picture(Page *page, Node *parent, const Pack *pack, int trade, int fade) {
    int height = page->form.scene;
    const Trade *t = trade < 0 ? NULL : &pack->trade[trade];
    Node *picture = t ? widget_picture(page, parent, t->picture, tr_text(page, t->alt))
                      : widget_emblem(page, parent);
    picture->graphic.picture.fade = fade;
    picture->radius = RADIUS_CARD;
    picture->height = height;
    picture->width = height * 3 / 2;
    picture->least = SCENE_LEAST;
}

static int attract_clip(const Pack *pack) {
    for (int c = 0; c < pack->clip_count; c++)
        if (pack->clip[c].attract)
            return c;
    return -1;
}

/* What is seen at a time since nobody was there any more. */
typedef struct Moment {
    bool video;
    int seek_id; /* of the film: how often it came before */
    int scene;
    Millis into, lasts; /* of the film or the scene */
} Moment;

/* `clip`: how long the film lasts; 0: there is none. */
static Moment moment_at(Millis age, Millis clip) {
    Millis lively = LIVELY_ROUNDS * (SCENES * (Millis)ATTRACT_SCENE_MS + clip);
    bool calm = age >= lively;
    Millis each = calm ? CALM_SCENE_MS : ATTRACT_SCENE_MS,
           drawings = calm ? CALM_MS : SCENES * each;
    Millis since = calm ? age - lively : age, at = since % (drawings + clip);
    int seek_id = (calm ? LIVELY_ROUNDS : 0) + (int)(since / (drawings + clip));
    if (at >= drawings)
        return (Moment){.video = true, .seek_id = seek_id, .into = at - drawings, .lasts = clip};
    return (Moment){.scene = (int)(at / each % SCENES), .into = at % each, .lasts = each};
}

/* Without a sound. */
static void add_video(const Kiosk *k, Page *page, Node *parent, int clip, Moment moment) {
    const Clip *video = &k->pack->clip[clip];
    int height = page->form.scene_video;
    Video view = {.wish = {.clip = clip, .seek_id = moment.seek_id},
                  .name = video->id,
                  .at = k->video.at / 1000 * 1000,
                  .poster = video->poster};
    Node *node = widget_video(page, parent, view, tr_text(page, video->line));
    node->height = height;
    node->width = height * 16 / 9;
    node->least = SCENE_LEAST;
    page_wake(page, k->now + moment.lasts - moment.into);
}

/* The last moments of a drawing let the next one through. Who wants no motion gets neither that nor
 * a film. */
static void add_drawings(const Kiosk *k, Page *page, Node *parent, Moment moment) {
    bool several = k->pack->trade_count >= SCENES, fades = several && !k->settings.still;
    int scene = several ? moment.scene : 0, next = (scene + 1) % SCENES;
    Millis left = moment.lasts - moment.into, fading = MOTION_FADE_MS - left;
    add_picture(page, parent, k->pack, trade_of_scene(k->pack, scene), 0);
    if (fades && fading > 0)
        add_picture(page, parent, k->pack, trade_of_scene(k->pack, next),
                    255 - (int)(255 * fading / MOTION_FADE_MS));
    if (fades && fading <= 0)
        left -= MOTION_FADE_MS - 1;
    page_wake(page, k->now + (fades && fading > 0 && left > FADE_FRAME_MS ? FADE_FRAME_MS : left));
}

static void add_scene(const AttractState *s, const Kiosk *k, Page *page, Node *parent) {
    int clip = k->settings.still ? -1 : attract_clip(k->pack);
    Moment moment = moment_at(k->now - s->since, clip < 0 ? 0 : k->pack->clip[clip].duration);
    if (moment.video)
        add_video(k, page, parent, clip, moment);
    else
        add_drawings(k, page, parent, moment);
}

/* Closed, and it is known until when: whoever stands before the door can read it. */
static void add_opening(const Kiosk *k, Page *page, Node *parent) {
    Slice opens = text_of_next_opening(k->opening, k->today, k->settings.lang, page->arena);
    if (!opens.len)
        return;
    widget_gap(page, parent, SPACE_28);
    Node *row = widget_line(page, parent, SPACE_12);
    widget_icon(page, row, TYPE_ICON, ICON_schedule, PAINT_INK);
    widget_text(page, widget_share(page, row, 1, 0), TYPE_UI, opens);
}

static void add_title(const Kiosk *k, Page *page, Node *parent) {
    Node *name = widget_line(page, parent, SPACE_20);
    widget_block(page, name, SPACE_12, SPACE_64, PAINT_ACCENT);
    widget_text(page, name, TYPE_H2, tr_text(page, k->pack->campus.name));
    widget_gap(page, parent, SPACE_44);
    widget_heading(page, parent, TYPE_HERO, tr_text(page, k->pack->campus.headline));
    widget_gap(page, parent, SPACE_12);
    widget_quiet(page, parent, TYPE_BODY, tr_text(page, k->pack->campus.lead));
    add_opening(k, page, parent);
}

/* The quiz has no page before its first question: that one is asked here, where there is room for
 * it. */
static bool asks(const Kiosk *k, const Page *page) {
    return k->pack->item_count && page->form.roomy;
}

static void add_first_question(const Kiosk *k, Page *page, Node *parent) {
    QuizState first = {0};
    quiz_state_begin(&first, k);
    Slice activity = tr_text(page, k->pack->item[quiz_item(&first.quiz, 0)].text);
    Node *part = widget_column(page, parent, SPACE_12);
    widget_heading(
        page, part, TYPE_H2,
        widget_fill(page, tr(page, STR_FIRST_QUESTION), text_uncapital(page->arena, activity)));
    answers_add_low(page, part, TAP_ANSWER);
}

static Node *big_button(Page *page, Node *row, ButtonLook look, Icon icon, Slice label,
                        Action action) {
    Node *button = widget_button(page, row, look, icon, label, action);
    button->grow = 1;
    button->min_h = TARGET_PRIMARY;
    return button;
}

static void add_buttons(const Kiosk *k, Page *page, Node *parent) {
    Node *row = widget_pair(page, parent, SPACE_20);
    Lang other = langs_next(k->settings.lang);
    big_button(page, row, BUTTON_PRIMARY, ICON_arrow_forward, tr(page, STR_START),
               (Action){TAP_START, 0});
    if (k->pack->item_count && !asks(k, page))
        big_button(page, row, BUTTON_PLAIN, ICON_quiz, tr(page, STR_CARD_QUIZ),
                   (Action){TAP_QUIZ, 0});
    if (k->plan)
        big_button(page, row, BUTTON_PLAIN, ICON_place, tr(page, STR_MAP_SHORT),
                   (Action){TAP_MAP, 0});
    big_button(page, row, BUTTON_PLAIN, ICON_translate, string_in(other, STR_LANGUAGE_NAME),
               (Action){TAP_LANG, other});
}

static void view(const void *state, const Kiosk *k, Page *page) {
    page->poster = true;
    Node *ground = frame_bare(page, SPACE_64);
    Node *wake = widget_pair(page, ground, SPACE_44);
    wake->grow = 1;
    Node *words = widget_share(page, wake, form_share(&page->form, 13), 0);
    words->pad_y = SPACE_28;
    add_title(k, page, words);
    Node *scene = widget_middle(page, wake);
    scene->flow = FLOW_LAYER;
    scene->grow = 10;
    add_scene(state, k, page, scene);
    if (asks(k, page))
        add_first_question(k, page, ground);
    add_buttons(k, page, ground);
}

const Screen screen_attract = {
    .name = "attract",
    .state_size = sizeof(AttractState),
    .wait = WAIT_NEVER,
    .enter = enter,
    .act = act,
    .view = view,
};
