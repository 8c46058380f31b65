#include "tools/pack/topic.h"

#include "base/message.h"
#include "tools/import/wording.h"

#include <cmark.h>

#define BLOCKS_MAX 200

enum {
    TITLE_MAX = 30,
    LEAD_MAX = 100,
    HEADING_MAX = 34,
    TEXT_MAX = 300,
    POINT_MAX = 140,
    LABEL_MAX = 28
};

typedef struct TopicReading {
    const YamlSchema *schema;
    Lang lang;
    TopicSource *topic;
} TopicReading;

static void error(TopicReading *r, cmark_node *node, const char *sentence) {
    report_fault(r->schema->report, r->schema->file, cmark_node_get_start_line(node), "%s",
                 message(sentence));
}

/* ---- text ------------------------------------------------------------------------------------ */

/* The plain text of a node; anything but text in it is a fault. */
static Slice plain_text(TopicReading *r, cmark_node *node) {
    Slice text = LIT("");
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        cmark_node_type type = cmark_node_get_type(child);
        if (type == CMARK_NODE_TEXT)
            text = arena_printf(r->schema->arena, SLICE_FMT "%s", SLICE_ARG(text),
                                cmark_node_get_literal(child));
        else if (type == CMARK_NODE_SOFTBREAK)
            text = arena_printf(r->schema->arena, SLICE_FMT " ", SLICE_ARG(text));
        else
            error(r, node,
                  "seul du texte simple est admis ici : ni gras, ni italique, ni code, ni lien "
                  "dans une phrase");
    }
    return text;
}

/* Takes the mark of an example off the end of a text. */
static bool take_mark(Slice *text, Lang lang) {
    Slice mark = wording(lang, WORDING_EXAMPLE_MARK);
    int from = text->len - mark.len;
    if (from < 0 || !slice_equal(slice_cut(*text, from, text->len), mark))
        return false;
    *text = slice_trim(slice_cut(*text, 0, from));
    return true;
}

static Slice set(TopicReading *r, cmark_node *node, Slice text, int most) {
    return schema_set(r->schema, text, r->lang, cmark_node_get_start_line(node), most);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static Block *add_block(TopicReading *r, cmark_node *node, BlockKind kind, Slice target) {
    TopicSource *t = r->topic;
    if (t->count == BLOCKS_MAX) {
        error(r, node, "ce thème est trop long ; le partager en deux");
        return NULL;
    }
    if (!t->sections && kind != BLOCK_HEADING)
        error(r, node, "un titre de partie (## …) doit venir avant ceci");
    t->target[t->count] = target;
    t->line[t->count] = cmark_node_get_start_line(node);
    Block *block = &t->block[t->count++];
    *block = (Block){.kind = kind, .section = t->sections ? t->sections - 1 : 0};
    return block;
}

static void add_text(TopicReading *r, cmark_node *node, cmark_node *paragraph, BlockKind kind,
                     int most) {
    Slice text = plain_text(r, paragraph);
    bool mark = take_mark(&text, r->lang);
    Block *block = add_block(r, node, kind, LIT(""));
    if (!block)
        return;
    block->text = set(r, node, text, most);
    block->illustrative = mark;
}

/* A link alone in its paragraph is a button, an image alone is a chart. */
static void add_button(TopicReading *r, cmark_node *node, cmark_node *link) {
    Slice url = slice_from(cmark_node_get_url(link));
    if (!slice_has_prefix(url, LIT("kiosk:"))) {
        error(r, node,
              "un bouton mène à un endroit de la borne : kiosk:quiz, kiosk:trades, kiosk:level/3, "
              "kiosk:trade/…, kiosk:topic/…");
        return;
    }
    Slice label = plain_text(r, link);
    Block *block =
        add_block(r, node, BLOCK_BUTTON, arena_copy(r->schema->arena, slice_cut(url, 6, url.len)));
    if (block)
        block->text = set(r, node, label, LABEL_MAX);
}

static void add_chart(TopicReading *r, cmark_node *node, cmark_node *image) {
    Slice url = slice_from(cmark_node_get_url(image));
    if (!slice_has_prefix(url, LIT("chart:"))) {
        error(r, node, "seuls des graphiques sont admis ici : ![](chart:…)");
        return;
    }
    Block *block =
        add_block(r, node, BLOCK_CHART, arena_copy(r->schema->arena, slice_cut(url, 6, url.len)));
    if (block)
        block->text = LIT("");
}

static void add_paragraph(TopicReading *r, cmark_node *node) {
    cmark_node *only = cmark_node_first_child(node);
    bool alone = only && !cmark_node_next(only);
    if (alone && cmark_node_get_type(only) == CMARK_NODE_LINK)
        add_button(r, node, only);
    else if (alone && cmark_node_get_type(only) == CMARK_NODE_IMAGE)
        add_chart(r, node, only);
    else if (!r->topic->sections && !r->topic->lead.len)
        r->topic->lead = set(r, node, plain_text(r, node), LEAD_MAX);
    else
        add_text(r, node, node, BLOCK_TEXT, TEXT_MAX);
}

static void add_heading(TopicReading *r, cmark_node *node) {
    int level = cmark_node_get_heading_level(node);
    Slice text = plain_text(r, node);
    if (level == 1 && !r->topic->title.len) {
        r->topic->title = set(r, node, text, TITLE_MAX);
    } else if (level == 2) {
        r->topic->sections++;
        Block *block = add_block(r, node, BLOCK_HEADING, LIT(""));
        if (block)
            block->text = set(r, node, text, HEADING_MAX);
    } else {
        error(r, node, "un seul titre (# …), puis des parties (## …)");
    }
}

static void add_list(TopicReading *r, cmark_node *list) {
    if (cmark_node_get_list_type(list) != CMARK_BULLET_LIST)
        error(r, list,
              "une liste numérotée n’est pas admise ; commencer chaque ligne par un tiret");
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        cmark_node *only = cmark_node_first_child(item);
        if (only && !cmark_node_next(only) && cmark_node_get_type(only) == CMARK_NODE_PARAGRAPH)
            add_text(r, item, only, BLOCK_POINT, POINT_MAX);
        else
            error(r, item, "une ligne de liste ne contient que du texte");
    }
}

void topic_read(const YamlSchema *schema, Slice bytes, Lang lang, TopicSource *topic) {
    *topic = (TopicSource){.title = LIT(""),
                           .lead = LIT(""),
                           .block = arena_array(schema->arena, Block, BLOCKS_MAX),
                           .target = arena_array(schema->arena, Slice, BLOCKS_MAX),
                           .line = arena_array(schema->arena, int, BLOCKS_MAX)};
    TopicReading r = {schema, lang, topic};
    cmark_node *document = cmark_parse_document(bytes.at, (size_t)bytes.len, CMARK_OPT_DEFAULT);
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            add_heading(&r, node);
            break;
        case CMARK_NODE_PARAGRAPH:
            add_paragraph(&r, node);
            break;
        case CMARK_NODE_LIST:
            add_list(&r, node);
            break;
        default:
            error(&r, node,
                  "ceci n’est pas admis ; écrire des parties (## …), des phrases et des listes à "
                  "tirets");
            break;
        }
    }
    cmark_node_free(document);
    if (!topic->title.len)
        report_fault(schema->report, schema->file, 1, "le titre (# …) manque en tête");
    if (!topic->lead.len)
        report_fault(schema->report, schema->file, 1, "la phrase d’annonce manque sous le titre");
    if (!topic->sections)
        report_fault(schema->report, schema->file, 1, "aucune partie (## …)");
}
