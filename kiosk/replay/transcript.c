#include "replay/transcript.h"

#include <string.h>

static const char *const FACT_KEYS[FACT_KIND_COUNT] = {
    "",
#define FACT(name, key, ...) key,
#include "base/facts.def"
#undef FACT
};

static void put_quoted(FILE *out, Slice text) {
    putc('"', out);
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            putc('\\', out);
        putc(text.at[i] == '\n' ? ' ' : text.at[i], out);
    }
    putc('"', out);
}

static void put_line(FILE *out, const char *what, Slice text) {
    fprintf(out, "%s ", what);
    put_quoted(out, text);
    putc('\n', out);
}

/* The language of what was not translated: text "Retour" in fr. */
static void put_lang(FILE *out, const Page *page, const Node *node) {
    Lang lang = page_label_lang(page, node);
    if (lang != page->settings.lang)
        fprintf(out, " in %s", langs()->code[lang]);
}

static void put_said(FILE *out, const Page *page, const char *what, const Node *node, Slice text) {
    fprintf(out, "%s ", what);
    put_quoted(out, text);
    put_lang(out, page, node);
    putc('\n', out);
}

static void put_action(FILE *out, const Page *page, const Node *node) {
    fputs("action ", out);
    put_quoted(out, page_label(page, node));
    put_lang(out, page, node);
    fprintf(out, " %d,%d %dx%d%s\n", node->box.x, node->box.y, node->box.w, node->box.h,
            node->selected ? " chosen" : "");
}

static bool in_action(const Node *node) {
    for (node = node->parent; node; node = node->parent)
        if (node->action.token && node->role != ROLE_BOX && node->role != ROLE_IMAGE)
            return true;
    return false;
}

static void put_video(FILE *out, const Video *video) {
    fprintf(out, "video " SLICE_FMT " at %lld%s%s\n", SLICE_ARG(video->name), (long long)video->at,
            video->wish.paused ? " paused" : "", video->wish.percent ? "" : " silent");
}

static void put_node(FILE *out, const Page *page, const Node *node) {
    if (node->graphic.kind == GRAPHIC_VIDEO)
        put_video(out, &node->graphic.video);
    else if (page_can_act(node) && node->role != ROLE_BOX)
        put_action(out, page, node);
    else if (node->text.len && !node->action.token && !in_action(node))
        put_said(out, page, "text", node, node->text);
    else if ((node->role == ROLE_IMAGE || node->role == ROLE_PROGRESS) && node->spoken.len &&
             !in_action(node))
        put_said(out, page, node->role == ROLE_IMAGE ? "image" : "progress", node, node->spoken);
}

static void put_code(FILE *out, const Node *node) {
    if (node->graphic.kind == GRAPHIC_CODE)
        put_line(out, "code", node->graphic.code);
}

void transcript_page(FILE *out, const Page *page) {
    fprintf(out, "screen %s\n", page->screen);
    for (int i = 0; i < page->shown_count; i++)
        if (!page->shown[i]->inert) {
            put_node(out, page, page->shown[i]);
            put_code(out, page->shown[i]);
        }
}

void transcript_speech(FILE *out, Lang lang, SpeechWish wish) {
    if (wish.rings)
        fputs("bell\n", out);
    if (!wish.text.len)
        return;
    fputs("say ", out);
    put_quoted(out, wish.text);
    if (strcmp(wish.lang, langs()->code[lang]) != 0)
        fprintf(out, " in %s", wish.lang);
    if (wish.recorded.name.len)
        fprintf(out, " recorded " SLICE_FMT, SLICE_ARG(wish.recorded.name));
    putc('\n', out);
}

typedef enum FactOf {
    OF_NUMBER,
    OF_TRADE,
    OF_TOPIC,
    OF_PLACE,
    OF_COURSE,
    OF_LAB,
    OF_DESK,
    OF_CLIP
} FactOf;

static const FactOf FACT_OF[FACT_KIND_COUNT] = {
    OF_NUMBER,
#define FACT(name, key, keep, of) OF_##of,
#include "base/facts.def"
#undef FACT
};

static void put_watch(FILE *out, const Pack *pack, FactWatch watch) {
    fprintf(out, SLICE_FMT " %d/4\n", SLICE_ARG(pack->clip[watch.clip].id), watch.quarters);
}

static void put_id(FILE *out, Slice id) {
    fprintf(out, SLICE_FMT "\n", SLICE_ARG(id));
}

void transcript_fact(FILE *out, const Pack *pack, Fact fact) {
    fprintf(out, "fact %s ", FACT_KEYS[fact.kind]);
    switch (pack ? FACT_OF[fact.kind] : OF_NUMBER) {
    case OF_TRADE:
        put_id(out, pack->trade[fact.arg].id);
        break;
    case OF_TOPIC:
        put_id(out, pack->topic[fact.arg].id);
        break;
    case OF_PLACE:
        put_id(out, pack->plan.space[fact.arg].id);
        break;
    case OF_COURSE:
        put_id(out, pack->course[fact.arg].id);
        break;
    case OF_LAB:
        put_id(out, pack->lab[fact.arg].id);
        break;
    case OF_DESK:
        put_id(out, pack->desk[fact.arg].id);
        break;
    case OF_CLIP:
        put_watch(out, pack, fact_watch_of(fact));
        break;
    case OF_NUMBER:
        fprintf(out, "%d\n", fact.arg);
        break;
    }
}
