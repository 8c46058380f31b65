/* The gallery of videos, six on a page (four upright, where the hand reaches less); a family
 * narrows it. */
#include "screens/common/common.h"

enum { TAP_CLIP = 1, TAP_PAGE, TAP_CHOOSE, TAP_FAMILY };

#define ALL_FAMILIES 0 /* else 1 + the family */

typedef struct VideosState {
    int family, page;
    bool choosing;
} VideosState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(VideosState *)state = (VideosState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    VideosState *s = state;
    switch (action.token) {
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_CHOOSE:
        s->choosing = true;
        s->page = 0;
        return (Step){0};
    case TAP_FAMILY:
        *s = (VideosState){.family = action.arg};
        return (Step){0};
    default:
        return (Step){0};
    }
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    VideosState *s = state;
    bool was = s->choosing;
    s->choosing = false;
    s->page = was ? 0 : s->page;
    return was;
}

static int family_of(const Pack *pack, int clip) {
    return pack->trade[pack->clip[clip].trade].family;
}

static int count_clips(const Pack *pack, int family) {
    int count = 0;
    for (int c = 0; c < pack->clip_count; c++)
        count += family == ALL_FAMILIES || family_of(pack, c) == family - 1;
    return count;
}

/* How a family, or all of them, is called and looks. */
typedef struct FamilyFace {
    Slice name;
    Icon icon;
    Paint paint;
} FamilyFace;

static FamilyFace face_of(const Kiosk *k, const Page *page, int family) {
    if (family == ALL_FAMILIES)
        return (FamilyFace){tr(page, STR_ALL_FAMILIES), ICON_category, PAINT_PRIMARY};
    const Family *f = &k->pack->family[family - 1];
    return (FamilyFace){tr_text(page, f->name), icon_named(f->icon), theme_tone(f->tone)};
}

/* ---- choosing a family ----------------------------------------------------------------------- */

static void add_family(const Kiosk *k, Page *page, Node *grid, int family, bool chosen) {
    int count = count_clips(k->pack, family);
    if (!count)
        return;
    Action choose = {TAP_FAMILY, family};
    Node *card = widget_item(page, grid, widget_look(chosen), ITEM_CARD, choose);
    card->role = ROLE_CHOICE;
    FamilyFace face = face_of(k, page, family);
    widget_badge(page, card, face.icon, face.paint, BADGE_MIDDLE)->drop_rank = 2;
    Node *words = widget_share(page, card, 1, SPACE_4);
    widget_label(page, words, page->form.name, card->ink, face.name);
    Slice videos = tr_number(page, count == 1 ? STR_ONE_VIDEO : STR_VIDEO_COUNT, count);
    widget_label(page, words, TYPE_SMALL, chosen ? card->ink : PAINT_INK2, videos)->drop_rank = 1;
    card->spoken = face.name;
}

static void view_choosing(const VideosState *s, const Kiosk *k, Page *page, Frame frame) {
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_CHOOSE_FAMILY));
    common_poster(page, k, frame.reading, k->pack->clip_count - 1);
    CardGrid cards = {page->form.columns, PLATE_GAP, ROW_BADGE, page->form.badge_rows};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    for (int family = ALL_FAMILIES; family <= k->pack->family_count; family++)
        add_family(k, page, grid, family, family == s->family);
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

/* ---- the gallery ----------------------------------------------------------------------------- */

static void view_gallery(const VideosState *s, const Kiosk *k, Page *page, Frame frame) {
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_CARD_VIDEOS));
    if (!page->form.side_by_side)
        widget_quiet(page, frame.reading, TYPE_BODY, tr(page, STR_VIDEOS_LEAD));
    common_poster(page, k, frame.reading, k->pack->clip_count - 1);
    CardGrid cards = {page->form.wide_columns, SPACE_20, ROW_CLIP, page->form.clip_rows};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    for (int c = 0; c < k->pack->clip_count; c++)
        if (s->family == ALL_FAMILIES || family_of(k->pack, c) == s->family - 1)
            common_clip_card(page, grid, k, c, (Action){TAP_CLIP, c});
    Node *foot = widget_line(page, frame.controls, SPACE_20);
    widget_button(page, foot, BUTTON_PLAIN, ICON_filter_list, face_of(k, page, s->family).name,
                  (Action){TAP_CHOOSE, 0});
    widget_stretch(page, foot);
    widget_pager(page, foot, grid, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const VideosState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_VIDEOS));
    if (s->choosing)
        view_choosing(s, k, page, frame);
    else
        view_gallery(s, k, page, frame);
}

const Screen screen_videos = {
    .name = "videos",
    .state_size = sizeof(VideosState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
