/* Nobody is here yet: a film from edge to edge, one line that can be read from five metres, and the
   question whether one would do that. Without a sound. */
#include "screens/common/answers.h"
#include "screens/common/common.h"
#include "screens/common/quiz_state.h"
#include "map/directions_text.h"

enum { TAP_START = 1, TAP_QUIZ, TAP_LANG, TAP_LANGUAGES, TAP_MAP, TAP_ANSWER, TAP_CLIP, TAP_TRADE };

#define TURNS 2           /* a gesture is seen twice, then comes the next film */
#define GESTURE_MS 9000   /* of a film whose author does not say where its gesture is */
#define LIVELY_MS 240000  /* who works beside the kiosk has seen it after some rounds: */
#define STILL_MS 20000    /* then pictures stand, each for so long, */
#define CALM_MS 600000    /* and between two films there is so much calm */
#define PROGRESS_STEPS 20 /* of the rule below a film, in one gesture */
#define PLATE_TALL 128    /* where a page stands */
#define ANSWER_NO 1       /* "pas trop", and "oui": two bars and five */
#define ANSWER_YES 4

typedef struct AttractState {
    Millis since;
} AttractState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    ((AttractState *)state)->since = k->now;
}

static Step in_language(const Kiosk *k, Lang lang) {
    Step step = {.go = SCREEN_home, .sets = true, .settings = k->settings};
    step.settings.lang = lang;
    return step;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state;
    switch (action.token) {
    case TAP_QUIZ:
        return (Step){.go = SCREEN_quiz};
    case TAP_ANSWER:
        return (Step){.go = SCREEN_quiz, .arg = action.arg};
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_MAP:
        return (Step){.go = SCREEN_map};
    case TAP_LANGUAGES:
        return (Step){.go = SCREEN_languages, .arg = LANGUAGES_FIRST};
    case TAP_LANG:
        return in_language(k, (Lang)action.arg);
    default:
        return (Step){.go = SCREEN_home};
    }
}

/* ---- what is on ------------------------------------------------------------------------------ */

/* A scene is a film or, in a pack without one that may play here, a trade. */
static int film_count(const Pack *pack) {
    int count = 0;
    for (int c = 0; c < pack->clip_count; c++)
        count += pack->clip[c].attract;
    return count;
}

static int nth_film(const Pack *pack, int scene) {
    for (int c = 0; c < pack->clip_count; c++)
        if (pack->clip[c].attract && scene-- == 0)
            return c;
    return -1;
}

static Millis gesture_from(const Clip *clip) {
    Millis from = 1000 * (Millis)clip->loop_from;
    return from < clip->duration ? from : 0;
}

/* Never nothing: the turns below are counted by it. */
static Millis gesture_lasts(const Clip *clip) {
    Millis from = gesture_from(clip), rest = clip->duration - from;
    Millis lasts = clip->loop_to > clip->loop_from
                       ? 1000 * (Millis)(clip->loop_to - clip->loop_from)
                       : GESTURE_MS;
    lasts = lasts < rest ? lasts : rest;
    return lasts > 0 ? lasts : 1;
}

typedef struct Moment {
    int scene;
    bool plays;
    int turn;           /* how many gestures were played before this one */
    Millis into, lasts; /* of the gesture, or of the still picture */
} Moment;

/* One film after the other from the beginning on. */
static Moment lively(const Pack *pack, Millis age, int films) {
    int turn = 0;
    for (int scene = 0;; scene = (scene + 1) % films, turn += TURNS) {
        Millis each = gesture_lasts(&pack->clip[nth_film(pack, scene)]);
        if (age < TURNS * each)
            return (Moment){scene, true, turn + (int)(age / each), age % each, each};
        age -= TURNS * each;
    }
}

/* Pictures, then one film, and again; each round begins one scene later. */
static Moment calm(const Pack *pack, Millis age, int films, int scenes) {
    Millis film = 0;
    for (int round = 0;; round++, age -= CALM_MS + film) {
        int scene = films ? (round + (int)(CALM_MS / STILL_MS)) % films : 0;
        Millis each = films ? gesture_lasts(&pack->clip[nth_film(pack, scene)]) : 0;
        film = TURNS * each;
        if (age < CALM_MS)
            return (Moment){(round + (int)(age / STILL_MS)) % scenes, false, 0, age % STILL_MS,
                            STILL_MS};
        Millis at = age - CALM_MS;
        if (at < film)
            return (Moment){scene, true, (int)(LIVELY_MS / 1000) + TURNS * round + (int)(at / each),
                            at % each, each};
    }
}

static Moment moment_at(const Kiosk *k, Millis age) {
    int films = film_count(k->pack), scenes = films ? films : k->pack->trade_count;
    if (!scenes)
        return (Moment){.lasts = CALM_MS};
    if (k->settings.still)
        return (Moment){(int)(age / STILL_MS % scenes), false, 0, age % STILL_MS, STILL_MS};
    if (films && age < LIVELY_MS)
        return lively(k->pack, age, films);
    return calm(k->pack, films ? age - LIVELY_MS : age, films, scenes);
}

/* ---- the picture ----------------------------------------------------------------------------- */

static Node *add_film(Page *page, Node *parent, const Kiosk *k, int clip, Moment moment) {
    const Clip *c = &k->pack->clip[clip];
    Video film = {.wish = {.clip = moment.plays ? clip : VIDEO_NO_CLIP,
                           .seek_id = moment.turn,
                           .from = gesture_from(c)},
                  .name = c->id,
                  .poster = c->poster,
                  .fit = {true, c->focus_x, c->focus_y}};
    Node *node = widget_video(page, parent, film, tr_text(page, c->line));
    node->action = (Action){TAP_CLIP, clip};
    node->video_ahead = clip + 1;
    return node;
}

static Node *add_trade(Page *page, Node *parent, const Kiosk *k, int trade) {
    const Trade *t = &k->pack->trade[trade];
    Node *node = widget_drawing(page, parent, t->picture, tr_text(page, t->alt));
    node->action = (Action){TAP_TRADE, trade};
    return node;
}

static void add_picture(Page *page, Node *parent, const Kiosk *k, Moment moment) {
    int clip = nth_film(k->pack, moment.scene);
    Node *picture = clip >= 0              ? add_film(page, parent, k, clip, moment)
                    : k->pack->trade_count ? add_trade(page, parent, k, moment.scene)
                                           : widget_emblem(page, parent);
    picture->grow = 1;
    picture->min_h = SCENE_LEAST;
}

/* How far the gesture has come: the one thing beside it that moves. */
static void add_progress(Page *page, Node *parent, const Kiosk *k, Moment moment) {
    Node *rule = widget_row(page, parent, 0);
    rule->height = SPACE_8;
    rule->fill = PAINT_SLAB_LINE;
    if (!moment.plays) {
        page_wake(page, k->now + moment.lasts - moment.into);
        return;
    }
    Millis step = moment.lasts / PROGRESS_STEPS + 1;
    int done = (int)(moment.into / step);
    Node *passed = widget_block(page, rule, 0, SPACE_8, PAINT_ACCENT);
    passed->grow = done;
    widget_stretch(page, rule)->grow = PROGRESS_STEPS - done;
    Millis next = (done + 1) * step < moment.lasts ? (done + 1) * step : moment.lasts;
    page_wake(page, k->now + next - moment.into);
}

/* ---- the bench below it ---------------------------------------------------------------------- */

/* Closed, and it is known until when: whoever stands before the door can read it. */
static Slice said_quietly(const Kiosk *k, const Page *page) {
    Slice opens = text_of_next_opening(k->opening, k->today, k->settings.lang, page->arena);
    return opens.len ? opens : tr_text(page, k->pack->campus.headline);
}

/* A logo is drawn for bright paper: it has some below it. */
static void add_sign(Page *page, Node *row, FrameLogo logo, Slice name) {
    if (!logo.width) {
        widget_block(page, row, SPACE_12, SPACE_44, PAINT_ACCENT);
        widget_label(page, row, TYPE_UI, PAINT_ON_SLAB, name)->role = ROLE_TEXT;
        return;
    }
    Node *paper = widget_row(page, row, 0);
    paper->fill = PAINT_SURFACE;
    paper->radius = RADIUS_CHIP;
    paper->pad_x = SPACE_20;
    paper->pad_y = SPACE_8;
    frame_logo(page, paper, logo, name);
}

/* Whose kiosk this is. It can be touched as all of the page can: it leads home. */
static void add_name(Page *page, Node *parent, const Kiosk *k) {
    Node *row = widget_line(page, parent, SPACE_20);
    row->action = (Action){TAP_START, 0};
    row->spoken = tr(page, STR_START);
    row->min_h = TARGET_MIN;
    row->grow = 1;
    add_sign(page, row, common_logo(k), tr_text(page, k->pack->campus.name));
    if (page->form.narrow)
        return;
    Node *words = widget_share(page, row, 1, 0);
    Node *line = widget_label(page, words, TYPE_SMALL, PAINT_ON_SLAB2, said_quietly(k, page));
    line->role = ROLE_TEXT;
    line->drop_rank = 1;
}

static Slice short_name(const Page *page, const Clip *clip) {
    Slice name = tr_text(page, clip->short_title);
    return name.len ? name : tr_text(page, clip->title);
}

static Node *add_line(Page *page, Node *row, Slice line) {
    Node *words = widget_share(page, row, 1, 0);
    Node *label = widget_label(page, words, TYPE_HERO, PAINT_ON_SLAB, line);
    label->least = page->form.line_afar_least;
    return words;
}

/* Larger than elsewhere: it is seen from afar. */
static void add_play(Page *page, Node *row) {
    Node *disc = widget_play(page, row);
    disc->width = disc->height = SPACE_96;
    disc->radius = SPACE_96 / 2;
    disc->first->type = TYPE_ICON_LARGE;
}

/* A film's name and how long it is, beside it or below. */
static void add_film_line(Page *page, Node *row, const Clip *clip) {
    add_play(page, row);
    Node *words = add_line(page, row, short_name(page, clip));
    Slice lasts = tr_number(page, STR_SECONDS_LONG, (int)(clip->duration / 1000));
    Node *label =
        widget_label(page, page->form.side_by_side ? row : words, TYPE_H3, PAINT_ON_SLAB2, lasts);
    label->drop_rank = 2;
}

/* The line that is read from afar; it and the picture are one door. */
static void add_headline(Page *page, Node *slab, const Kiosk *k, Moment moment) {
    int clip = nth_film(k->pack, moment.scene);
    bool trades = k->pack->trade_count;
    if (clip < 0 && !trades) {
        add_line(page, slab, tr_text(page, k->pack->campus.headline));
        return;
    }
    Node *row = widget_foot(
        page, slab, clip >= 0 ? (Action){TAP_CLIP, clip} : (Action){TAP_TRADE, moment.scene});
    row->pad_x = 0;
    row->pad_y = 0;
    row->gap = SPACE_28;
    if (clip < 0) {
        add_line(page, row, tr_text(page, k->pack->trade[moment.scene].short_name));
        return;
    }
    row->video_ahead = clip + 1;
    add_film_line(page, row, &k->pack->clip[clip]);
}

/* ---- the question, and three doors ----------------------------------------------------------- */

/* What the work of a trade is most made of; -1: of nothing. */
static int main_facet(const Pack *pack, const Trade *trade) {
    int most = -1;
    for (int d = QUIZ_LETTERS; d < QUIZ_LETTERS + pack->facet_count; d++)
        if (trade->weight[d] > (most < 0 ? 0 : trade->weight[most]))
            most = d;
    return most;
}

/* The first question about it; -1: there is none. */
static int item_about(const Pack *pack, const Trade *trade) {
    int facet = main_facet(pack, trade);
    for (int i = 0; facet >= 0 && i < pack->item_count; i++)
        if (pack->item[i].dimension == facet)
            return i;
    return -1;
}

/* About what the picture shows; -1: nothing asks about it. */
static int item_shown(const Pack *pack, Moment moment) {
    int clip = nth_film(pack, moment.scene);
    if (clip >= 0)
        return pack->clip[clip].question;
    return pack->trade_count ? item_about(pack, &pack->trade[moment.scene]) : -1;
}

/* Where nothing does, the first of the quiz. */
static int item_asked(const Kiosk *k, Moment moment) {
    int item = item_shown(k->pack, moment);
    if (item >= 0)
        return item;
    QuizState first = {0};
    quiz_state_begin(&first, k);
    return quiz_item(&first.quiz, 0);
}

static Slice question_of(Page *page, const Kiosk *k, Moment moment, int item) {
    int clip = nth_film(k->pack, moment.scene);
    if (clip >= 0 && k->pack->clip[clip].question >= 0)
        return tr(page, STR_WOULD_YOU);
    Slice activity = text_uncapital(page->arena, tr_text(page, k->pack->item[item].text));
    return widget_fill(page, tr(page, STR_FIRST_QUESTION), activity);
}

/* On the bench plates have no outline of the pen, which is its colour. */
static Node *on_slab(const Page *page, Node *plate) {
    plate->border = plate->fill == PAINT_SURFACE ? PAINT_ON_SLAB2 : PAINT_NONE;
    plate->min_h = page->form.roomy && !page->form.side_by_side ? PLATE_TALL : TARGET_PRIMARY;
    plate->pad_x = SPACE_20;
    plate->gap = SPACE_12;
    return plate;
}

static void add_answer(Page *page, Node *row, int item, int answer, StringId words) {
    Node *plate = on_slab(page, widget_plate(page, row, BUTTON_PLAIN,
                                             (Action){TAP_ANSWER, quiz_state_first(item, answer)}));
    plate->flow = FLOW_ROW;
    plate->align = plate->justify = ALIGN_CENTER;
    plate->grow = 2;
    plate->spoken = tr(page, words);
    plate->pad_y = SPACE_8;
    if (!page->form.enlarged) /* else its word needs the place */
        widget_bars(page, plate, BARS_NEAR, (Bars){answer + 1, QUIZ_ANSWER_MAX + 1}, plate->ink)
            ->drop_rank = 2;
    widget_label(page, plate, TYPE_H3, plate->ink, tr(page, words));
}

static void add_question(Page *page, Node *parent, const Kiosk *k, Moment moment) {
    if (!k->pack->item_count)
        return;
    int item = item_asked(k, moment);
    Node *row = page->form.side_by_side ? parent : widget_line(page, parent, PLATE_GAP);
    Node *ask = widget_share(page, row, 3, 0);
    ask->justify = ALIGN_CENTER;
    widget_label(page, ask, TYPE_H3, PAINT_ON_SLAB, question_of(page, k, moment, item))->role =
        ROLE_HEADING;
    add_answer(page, row, item, ANSWER_YES, STR_ANSWER_YES);
    add_answer(page, row, item, ANSWER_NO, STR_NOT_MUCH);
}

/* Who cannot read the page finds their own language there, each called as it calls itself. */
static Slice other_names(const Page *page) {
    Slice names = {0};
    bool room = !page->form.huge; /* else they fill the page, and the sign has to say it */
    for (int lang = 0; room && lang < langs()->count; lang++)
        if (lang != page->settings.lang)
            names = tr_list(page, names, slice_from(langs()->name[lang]));
    return names;
}

/* Six names are as wide as a page: they have a place of their own. */
static bool has_language_line(const Page *page) {
    return frame_language(page, true).action.token != DO_LANG && !page->form.enlarged;
}

static Node *add_languages(Page *page, Node *row) {
    LanguageButton lang = frame_language(page, true);
    bool one = lang.action.token == DO_LANG, named = !page->form.enlarged;
    Node *plate =
        on_slab(page, widget_plate(page, row, BUTTON_PLAIN,
                                   (Action){one ? TAP_LANG : TAP_LANGUAGES, lang.action.arg}));
    plate->flow = FLOW_ROW;
    plate->align = plate->justify = ALIGN_CENTER;
    plate->grow = !named || one;
    plate->spoken = lang.spoken;
    plate->pad_y = SPACE_8;
    widget_icon(page, plate, TYPE_ICON, ICON_translate, plate->ink)->drop_rank = named ? 2 : 0;
    if (named)
        widget_label(page, plate, one ? TYPE_UI : TYPE_SMALL, plate->ink,
                     one ? lang.name : other_names(page));
    return plate;
}

/* Beside the name of the campus where the page is wide, else below all else. */
static void add_language_line(Page *page, Node *parent) {
    Node *plate = add_languages(page, parent);
    plate->min_h = TARGET_MIN + SPACE_8;
    plate->pad_y = SPACE_4;
}

static void add_doors(Page *page, Node *parent, const Kiosk *k) {
    bool beside = page->form.side_by_side;
    Node *row = beside ? parent : widget_row(page, parent, PLATE_GAP);
    if (k->pack->item_count)
        on_slab(page, widget_button(page, row, BUTTON_ACCENT, ICON_NONE, tr(page, STR_START_QUIZ),
                                    (Action){TAP_QUIZ, 0}))
            ->grow = beside ? 0 : 2;
    if (k->plan)
        on_slab(page, widget_button(page, row, BUTTON_PLAIN, ICON_place, tr(page, STR_MAP_SHORT),
                                    (Action){TAP_MAP, 0}))
            ->grow = !beside;
    if (!has_language_line(page))
        add_languages(page, row);
}

static void add_slab(Page *page, Node *all, const Kiosk *k, Moment moment) {
    bool beside = page->form.side_by_side, line = has_language_line(page);
    Node *slab = widget_column(page, all, beside ? PLATE_GAP : SPACE_20);
    slab->fill = PAINT_SLAB;
    slab->pad_x = page->form.margin;
    slab->pad_y = beside ? SPACE_20 : SPACE_28;
    Node *head = widget_line(page, slab, GUTTER);
    add_name(page, head, k);
    if (line && beside)
        add_language_line(page, head);
    add_headline(page, slab, k, moment);
    Node *foot = beside ? widget_line(page, slab, PLATE_GAP) : slab;
    add_question(page, foot, k, moment);
    add_doors(page, foot, k);
    if (line && !beside)
        add_language_line(page, slab);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const AttractState *s = state;
    Moment moment = moment_at(k, k->now - s->since);
    page->poster = true;
    Node *all = widget_column(page, page->root, 0);
    add_picture(page, all, k, moment);
    add_progress(page, all, k, moment);
    add_slab(page, all, k, moment);
}

const Screen screen_attract = {
    .name = "attract",
    .state_size = sizeof(AttractState),
    .wait = WAIT_NEVER,
    .enter = enter,
    .act = act,
    .view = view,
};
