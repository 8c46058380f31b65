#include "platform/video/beside.h"

#include <stdlib.h>

#define APART_MS 300 /* more, and a hand speaks of another picture */

struct Beside {
    VideoView *view;
    const Pack *pack;
    VideoWish wish; /* the page's */
    bool fresh;     /* it was wished for since it was last kept in step */
    int turn;       /* of its own: as often as it was sent somewhere */
    Millis from;
};

Beside *beside_open(VideoViewSpec spec) {
    if (!spec.pack || spec.pack->film_count == spec.pack->clip_count)
        return NULL;
    Beside *b = calloc(1, sizeof *b);
    if (!b)
        abort();
    spec.silent = true;
    b->pack = spec.pack;
    b->view = video_view_open(spec);
    b->wish.clip = VIDEO_NO_CLIP;
    return b;
}

void beside_close(Beside *b) {
    if (b)
        video_view_close(b->view);
    free(b);
}

VideoView *beside_view(Beside *b) {
    return b ? b->view : NULL;
}

void beside_set_time(Beside *b, Millis now) {
    if (b)
        video_view_set_time(b->view, now);
}

bool beside_has_news(const Beside *b, Uint32 event) {
    return b && event == video_view_event(b->view);
}

int beside_wait(Beside *b, int limit) {
    int wait = b ? video_view_wait(b->view) : -1;
    return wait >= 0 && (limit < 0 || wait < limit) ? wait : limit;
}

static void send_to(Beside *b, Millis at) {
    b->turn++;
    b->from = at;
}

void beside_follow(Beside *b, const Page *page) {
    if (!b)
        return;
    const Node *node = page_signs(page);
    VideoWish was = b->wish;
    b->wish = node ? node->graphic.video.wish : (VideoWish){.clip = VIDEO_NO_CLIP};
    if (node && (b->wish.clip != was.clip || b->wish.seek_id != was.seek_id))
        b->fresh = true;
    if (node && node->inert) /* something lies over it */
        b->wish.paused = true;
}

/* Wished for in the middle of the first it comes in there, else where the first begins too. */
static void begin(Beside *b, VideoReport first) {
    bool of_it = first.clip == b->pack->clip[b->wish.clip].signs_of;
    bool there = of_it && first.seek_id == b->wish.seek_id && first.status == VIDEO_SHOWING;
    send_to(b, there ? first.at : b->wish.from);
    b->fresh = false;
}

static bool has_drifted(const Beside *b, VideoReport own, VideoReport first) {
    Millis apart = own.at - first.at;
    return own.seek_id == b->turn && own.status == VIDEO_SHOWING && video_plays(first) &&
           (apart > APART_MS || apart < -APART_MS);
}

bool beside_keep(Beside *b, VideoReport first) {
    if (!b)
        return true;
    VideoReport own = video_view_report(b->view);
    VideoWish wish = b->wish;
    if (b->fresh && wish.clip != VIDEO_NO_CLIP)
        begin(b, first);
    else if (has_drifted(b, own, first))
        send_to(b, first.at);
    if (wish.clip != VIDEO_NO_CLIP) {
        wish.seek_id = b->turn;
        wish.from = b->from;
        wish.paused |= first.status != VIDEO_SHOWING || first.paused;
    }
    video_view_follow(b->view, wish);
    return wish.clip == VIDEO_NO_CLIP || own.clip != wish.clip || own.status != VIDEO_BROKEN;
}
