/* Nobody is here yet: what this kiosk is, in three seconds, without a sound. */
#include "screens/answers.h"
#include "screens/part.h"
#include "screens/quiz_state.h"

enum { TAP_START = 1, TAP_QUIZ, TAP_LANG, TAP_MAP, TAP_ANSWER };

#define SCENE_WIDE 500
#define SCENE_TALL 656
#define SCENE_SMALL 380 /* portrait, beside enlarged words */
#define CLIP_WIDE 438 /* 16:9 beside the words, and across a portrait screen */
#define CLIP_TALL 553
#define SCENES 4 /* the kiosk's own drawing, then trades */

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
    Node *picture = page_add(page, parent, (Node){.role = ROLE_IMAGE, .fade = fade, .radius = RADIUS_CARD});
    bool small = page->tall && page->settings.step != STEP_NORMAL;
    if (trade >= 0) { /* the drawings are three wide, two high */
        picture->height = small ? SCENE_SMALL : page->tall ? SCENE_TALL : SCENE_WIDE;
        picture->value = pack->trade[trade].picture;
    }
    picture->graphic = trade < 0 ? GRAPHIC_EMBLEM : small ? GRAPHIC_DRAWING : GRAPHIC_PICTURE;
    picture->spoken = trade < 0 ? widget_say(page, WORD_EMBLEM) : widget_pick(page, pack->trade[trade].alt);
}

static int attract_clip(const Pack *pack) {
    for (int c = 0; c < pack->clip_count; c++)
        if (pack->clip[c].attract)
            return c;
    return -1;
}

/* After the drawings a clip plays, once, without a sound; answers whether it is its turn. Who wants no motion gets none. */
static bool add_clip(const AttractState *s, const Kiosk *k, Page *page, Node *parent, Millis *age) {
    int index = k->settings.still ? -1 : attract_clip(k->pack);
    if (index < 0)
        return false;
    const Clip *clip = &k->pack->clip[index];
    Millis drawings = (Millis)SCENES * ATTRACT_SCENE_MS, round = drawings + clip->duration;
    int turn = (int)((k->now - s->since) / round);
    *age = (k->now - s->since) % round;
    if (*age < drawings)
        return false;
    page_add(page, parent, (Node){.role = ROLE_IMAGE, .graphic = GRAPHIC_VIDEO, .value = clip->poster, .fill = PAINT_BAND,
                                  .height = page->tall ? CLIP_TALL : CLIP_WIDE, .spoken = widget_pick(page, clip->line),
                                  .film = {.clip = index, .turn = turn}, .film_name = clip->id, .film_at = k->film.at / 1000 * 1000});
    page_wake(page, k->now - *age + round);
    return true;
}

/* The drawing changes every few seconds; the last moments of a scene let the next one through. */
static void add_scene(const AttractState *s, const Kiosk *k, Page *page, Node *parent) {
    Millis age = k->now - s->since;
    if (add_clip(s, k, page, parent, &age))
        return;
    Millis into = age % ATTRACT_SCENE_MS;
    int scenes = k->pack->trade_count >= SCENES ? SCENES : 1;
    int scene = (int)(age / ATTRACT_SCENE_MS % scenes), next = (scene + 1) % scenes;
    Millis fading = into - (ATTRACT_SCENE_MS - MOTION_FADE_MS);
    add_picture(page, parent, k->pack, trade_of_scene(k->pack, scene), 0);
    if (scenes == 1)
        return;
    if (fading <= 0 || k->settings.still) {
        page_wake(page, k->now - into + ATTRACT_SCENE_MS - (k->settings.still ? 0 : MOTION_FADE_MS - 1));
        return;
    }
    add_picture(page, parent, k->pack, trade_of_scene(k->pack, next), 255 - (int)(255 * fading / MOTION_FADE_MS));
    page_wake(page, k->now + MOTION_FRAME_MS);
}

static void add_title(const Kiosk *k, Page *page, Node *parent) {
    Node *name = widget_row(page, parent, SPACE_20);
    name->align = ALIGN_CENTER;
    page_add(page, name, (Node){.width = SPACE_12, .height = SPACE_64, .fill = PAINT_ACCENT});
    page_add(page, name,
             (Node){.role = ROLE_TEXT, .type = TYPE_H2, .ink = PAINT_INK, .text = widget_pick(page, k->pack->campus.name)});
    page_add(page, parent, (Node){.height = SPACE_44});
    widget_heading(page, parent, TYPE_HERO, widget_pick(page, k->pack->campus.headline));
    page_add(page, parent, (Node){.height = SPACE_12});
    widget_quiet(page, parent, TYPE_BODY, widget_pick(page, k->pack->campus.lead));
}

/* The quiz has no page before its first question: that one is asked here, where there is room for it. */
static bool asks(const Kiosk *k) {
    return k->pack->item_count && k->settings.step == STEP_NORMAL && !k->settings.seated;
}

static void add_first_question(const Kiosk *k, Page *page, Node *parent) {
    QuizState first = {0};
    quiz_state_begin(&first, k);
    Slice activity = widget_pick(page, k->pack->item[quiz_item(&first.quiz, 0)].text);
    Node *part = page_add(page, parent, (Node){.gap = SPACE_12});
    widget_heading(page, part, TYPE_H2, widget_fill(page, widget_say(page, WORD_FIRST_QUESTION), text_uncapital(page->arena, activity)));
    answers_add_low(page, part, TAP_ANSWER);
}

static Node *big_button(Page *page, Node *row, ButtonLook look, Icon icon, Slice label, Action action) {
    Node *button = widget_button(page, row, look, icon, label, action);
    button->grow = 1;
    button->min_h = TARGET_PRIMARY;
    return button;
}

static void add_buttons(const Kiosk *k, Page *page, Node *parent) {
    Node *row = page_add(page, parent, (Node){.flow = page->tall ? FLOW_COLUMN : FLOW_ROW, .gap = SPACE_20});
    Lang other = k->settings.lang == LANG_FR ? LANG_EN : LANG_FR;
    big_button(page, row, BUTTON_PRIMARY, ICON_arrow_forward, widget_say(page, WORD_START), (Action){TAP_START, 0});
    if (k->pack->item_count && !asks(k))
        big_button(page, row, BUTTON_PLAIN, ICON_quiz, widget_say(page, WORD_CARD_QUIZ), (Action){TAP_QUIZ, 0});
    if (k->plan)
        big_button(page, row, BUTTON_PLAIN, ICON_place, widget_say(page, WORD_MAP_SHORT), (Action){TAP_MAP, 0});
    big_button(page, row, BUTTON_PLAIN, ICON_translate, word_in(other, WORD_LANGUAGE_NAME), (Action){TAP_LANG, other});
}

static void view(const void *state, const Kiosk *k, Page *page) {
    int margin = page->tall ? MARGIN_TALL : MARGIN_WIDE;
    Node *ground = page_add(page, page->root,
                            (Node){.graphic = GRAPHIC_PAPER, .pad_x = margin, .pad_y = SPACE_64, .gap = SPACE_28});
    Node *wake = page_add(page, ground, (Node){.grow = 1, .gap = SPACE_44, .flow = page->tall ? FLOW_COLUMN : FLOW_ROW});
    Node *words = page_add(page, wake, (Node){.grow = page->tall ? 0 : 13, .pad_y = SPACE_28});
    add_title(k, page, words);
    Node *scene = page_add(page, wake, (Node){.flow = FLOW_LAYER, .grow = 10, .spare = 1, .justify = ALIGN_CENTER});
    add_scene(state, k, page, scene);
    if (asks(k))
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
