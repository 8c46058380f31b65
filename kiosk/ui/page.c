#include "ui/page.h"

#include <stdio.h>

#define SLOP 12 /* a finger this far outside a plate still means it */
#define LABEL_MAX 512
#define PAGES_MOST 6 /* of a list: more of them are a nuisance */

void page_begin(Page *page, Arena *frame, const Typeface *typeface, Settings settings, int width,
                int height) {
    Form form = form_of(settings, width, height);
    double across = (double)width / form.width, down = (double)height / form.height;
    *page = (Page){
        .arena = frame,
        .typeface = typeface,
        .settings = settings,
        .window = {0, 0, width, height},
        .scale = across < down ? across : down,
        .plain = typeface->wants_plain && typeface->wants_plain(typeface->self, settings.lang),
        .form = form,
    };
    page->root = page_add(page, NULL, (Node){.flow = FLOW_LAYER, .fill = PAINT_BG});
}

Node *page_add(Page *page, Node *parent, Node spec) {
    Node *node = arena_new(page->arena, Node);
    *node = spec;
    node->parent = parent;
    node->lang = page->settings.lang;
    page->node_count++;
    if (!parent)
        return node;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void page_wake(Page *page, Millis when) {
    if (!page->wake_at || when < page->wake_at)
        page->wake_at = when;
}

void page_wake_video(Page *page, Millis at) {
    if (at && (!page->video_wake || at < page->video_wake))
        page->video_wake = at;
}

int page_range(const Node *node) {
    return node->graphic.kind == GRAPHIC_TRACK ? node->graphic.track.range : 0;
}

int page_along(const Node *node, Point finger) {
    int x = finger.x - node->box.x, last = node->box.w - 1, range = page_range(node);
    if (last < 1 || x <= 0)
        return 0;
    return x >= last ? range : (int)((long)range * x / last);
}

static const Node *first_video(const Page *page, bool beside) {
    for (int i = 0; i < page->shown_count; i++) {
        const Graphic *graphic = &page->shown[i]->graphic;
        if (graphic->kind == GRAPHIC_VIDEO && graphic->video.beside == beside)
            return page->shown[i];
    }
    return NULL;
}

const Node *page_video(const Page *page) {
    return first_video(page, false);
}

const Node *page_signs(const Page *page) {
    return first_video(page, true);
}

VideoWish page_video_wish(const Page *page) {
    const Node *node = page_video(page);
    VideoWish wish = node ? node->graphic.video.wish : (VideoWish){.clip = VIDEO_NO_CLIP};
    if (node && node->inert) /* something lies over it */
        wish.paused = true;
    for (int i = 0; !node && i < page->shown_count; i++)
        if (page->shown[i]->pressed && page->shown[i]->video_ahead)
            wish =
                (VideoWish){.clip = page->shown[i]->video_ahead - 1, .paused = true, .early = true};
    return wish;
}

static bool is_control(const Node *node) {
    return page_can_act(node) && node->role != ROLE_BOX && node->role != ROLE_IMAGE;
}

static bool is_crowded(const Page *page, int at) {
    Box around = box_grow(page->shown[at]->box, page_px(page, TARGET_GAP));
    for (int i = 0; i < at && is_control(page->shown[at]); i++)
        if (is_control(page->shown[i]) && box_overlap(around, page->shown[i]->box))
            return true;
    return false;
}

static bool node_fits(const Page *page, const Node *node) {
    bool high = is_control(node) && node->box.y < page_reach(page);
    return !high && node->page_count <= PAGES_MOST && box_within(node->box, page->window);
}

bool page_fits(const Page *page) {
    for (int i = 0; i < page->shown_count; i++)
        if (!node_fits(page, page->shown[i]) || is_crowded(page, i))
            return false;
    return !page->overflows;
}

/* As lround, which is a fifth of a layout: asked for some ten thousand times a page. */
int page_px(const Page *page, int length) {
    double px = length * page->scale;
    return (int)(px < 0 ? px - 0.5 : px + 0.5);
}

int page_reach(const Page *page) {
    return page_px(page, page->form.reach);
}

Face page_face(const Page *page, Type type) {
    static const Face REGULAR[LETTERS_COUNT] = {FACE_REGULAR, FACE_COMFORT, FACE_DYSLEXIC};
    static const Face BOLD[LETTERS_COUNT] = {FACE_BOLD, FACE_COMFORT_BOLD, FACE_DYSLEXIC_BOLD};
    Face face = THEME_TYPE[type].face;
    Letters letters = page->settings.letters;
    if (face == FACE_ICON)
        return face;
    if (page->plain && letters == LETTERS_USUAL)
        return face == FACE_BOLD ? FACE_PLAIN_BOLD : FACE_PLAIN;
    return (face == FACE_BOLD ? BOLD : REGULAR)[letters];
}

/* Per cent of the size. */
static int leading_of(const Page *page, Type type) {
    int leading = THEME_TYPE[type].leading;
    if (THEME_TYPE[type].face == FACE_ICON)
        return leading;
    return leading + leading * page->form.more_leading / 100;
}

int page_leading(const Page *page, Type type, int size) {
    return size * leading_of(page, type) / 100;
}

int page_lines(const Page *page, Type type, int count) {
    return count * theme_size(type, page->settings.step) * leading_of(page, type) / 100;
}

bool page_can_act(const Node *node) {
    return node->action.token && !node->disabled && !node->inert && !node->hidden;
}

/* Pixels from the point to the nearest point of the box; 0 inside. */
static int distance(Box b, Point p) {
    int dx = p.x < b.x ? b.x - p.x : p.x >= b.x + b.w ? p.x - b.x - b.w + 1 : 0;
    int dy = p.y < b.y ? b.y - p.y : p.y >= b.y + b.h ? p.y - b.y - b.h + 1 : 0;
    return dx > dy ? dx : dy;
}

Node *page_hit(const Page *page, Point finger) {
    Node *nearest = NULL;
    int least = page_px(page, SLOP) + 1;
    for (int i = page->shown_count - 1; i >= 0 && least > 0; i--) {
        Node *node = page->shown[i];
        int away = distance(node->box, finger);
        if (node->role == ROLE_DIALOG && away == 0) /* what lies below it is out of reach */
            break;
        if (page_can_act(node) && away < least) {
            nearest = node;
            least = away;
        }
    }
    return nearest;
}

Node *page_node_doing(const Page *page, Action action) {
    Node *first = NULL;
    for (int i = 0; i < page->shown_count; i++) {
        Node *node = page->shown[i];
        bool does = page_can_act(node) && node->action.token == action.token &&
                    node->action.arg == action.arg;
        if (does && is_control(node))
            return node;
        if (does && !first)
            first = node;
    }
    return first;
}

static void gather_label(const Node *node, char *label, int *len) {
    Slice own = node->spoken.len ? node->spoken : node->text;
    if (own.len && *len + own.len + 2 < LABEL_MAX) {
        *len += snprintf(label + *len, (size_t)(LABEL_MAX - *len), "%s" SLICE_FMT, *len ? ", " : "",
                         SLICE_ARG(own));
        if (node->spoken.len)
            return;
    }
    for (const Node *child = node->first; child; child = child->next)
        if (!child->hidden)
            gather_label(child, label, len);
}

Lang page_label_lang(const Page *page, const Node *node) {
    Lang lang = node->lang;
    for (const Node *child = node->first; child && lang == page->settings.lang; child = child->next)
        if (!child->hidden && !node->spoken.len)
            lang = page_label_lang(page, child);
    return lang;
}

Slice page_label(const Page *page, const Node *node) {
    char label[LABEL_MAX];
    int len = 0;
    gather_label(node, label, &len);
    return arena_copy(page->arena, (Slice){label, len});
}
