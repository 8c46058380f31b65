#include "voice/sentences.h"

#include "ui/frame.h"
#include "voice/speech_words.h"
#include "voice/spoken.h"

#include <string.h>
#include <unictype.h>

typedef struct Gathering {
    Arena *arena;
    const Page *page;
    Sentences all;
} Gathering;

static bool is_aside(const Node *node) {
    for (; node; node = node->parent)
        if (node->aside)
            return true;
    return false;
}

/* Two of a page that say the same are told apart by their order. */
static void name_sentence(Gathering *g, Sentence *s) {
    uint64_t id = slice_hash(s->said, (uint64_t)s->lang + 1);
    for (int i = 0; i < g->all.count - 1; i++)
        if (g->all.at[i].id == id) {
            id = id * 31 + 1;
            i = -1;
        }
    s->id = id;
}

/* ---- one sentence, of one piece or of several ------------------------------------------------ */

static Sentence begin_sentence(Gathering *g, Node *node, Lang lang) {
    return (Sentence){.lang = lang,
                      .node = node,
                      .control = page_can_act(node) && node->role != ROLE_BOX,
                      .heading = node->role == ROLE_HEADING,
                      .aside = is_aside(node),
                      .live = node->live,
                      .said = arena_copy(g->arena, (Slice){0})};
}

/* What goes on has no full stop. */
Slice sentence_without_stop(Slice said) {
    while (said.len && (said.at[said.len - 1] == '.' || said.at[said.len - 1] == ','))
        said.len--;
    return said;
}

/* Adds words that stand in `of` from `offset` on; NULL: they are only heard. */
static void add_words(Gathering *g, Sentence *s, Slice text, Node *of, int offset) {
    Spoken spoken = spoken_form(g->arena, s->lang, text);
    int before = s->said.len;
    const char *between = before && spoken.text.len ? ", " : "";
    Slice so_far = before ? sentence_without_stop(s->said) : s->said;
    s->said = arena_printf(g->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(so_far), between,
                           SLICE_ARG(spoken.text));
    int moved = s->said.len - spoken.text.len, count = of ? spoken.count : 0;
    for (int i = 0; i < count; i++)
        *LIST_ADD(g->arena, s->word, s->word_count) =
            (SentenceWord){spoken.word[i].said + moved, spoken.word[i].said_end + moved, of,
                           spoken.word[i].from + offset, spoken.word[i].to + offset};
}

static void end_sentence(Gathering *g, Sentence s) {
    if (!s.said.len)
        return;
    Sentence *last = LIST_ADD(g->arena, g->all.at, g->all.count);
    *last = s;
    name_sentence(g, last);
}

/* ---- a text, sentence by sentence ------------------------------------------------------------ */

/* Also as Arabic and Urdu write it. */
static bool ends_sentence(uint32_t sign) {
    return sign == '.' || sign == '!' || sign == '?' || sign == 0x2026 || sign == 0x61F ||
           sign == 0x6D4;
}

/* "M. Martin" goes on, and so does "É. Martin"; "à 8." does not. */
static bool is_initial(Slice text, int dot) {
    int start = dot ? utf8_start(text, dot - 1) : 0;
    Slice before = slice_cut(text, start, dot);
    bool alone = !start || text.at[start - 1] == ' ';
    return alone && (!before.len || uc_is_alpha(utf8_next(&before)));
}

/* "1. Chercher" goes on, too. */
static bool is_numbering(Slice text, int from, int dot) {
    int at = from;
    while (at < dot && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    return at == dot && dot > from;
}

/* Most scripts have no capital letters. */
static bool begins_sentence(Slice text, int at) {
    Slice rest = slice_cut(text, at, text.len);
    uint32_t sign = rest.len ? utf8_next(&rest) : 0;
    bool letter = uc_is_alpha(sign) && !uc_is_lower(sign);
    return !sign || letter || sign == 0xAB || sign == '[' || uc_decimal_value(sign) >= 0;
}

int sentence_end(Slice text, int from) {
    Slice rest = slice_cut(text, from, text.len);
    while (rest.len) {
        int at = text.len - rest.len;
        uint32_t sign = utf8_next(&rest);
        int next = text.len - rest.len;
        if (sign == '\n')
            return next;
        bool parted = rest.len && rest.at[0] == ' ' && begins_sentence(text, next + 1);
        bool goes_on = sign == '.' && (is_initial(text, at) || is_numbering(text, from, at));
        if (ends_sentence(sign) && parted && !goes_on)
            return next + 1;
    }
    return text.len;
}

static void say_text(Gathering *g, Node *node, Slice text, bool written) {
    for (int from = 0; from < text.len;) {
        int end = sentence_end(text, from);
        Sentence s = begin_sentence(g, node, node->lang);
        add_words(g, &s, slice_cut(text, from, end), written ? node : NULL, from);
        s.from = written ? from : 0;
        s.to = written ? end : 0;
        end_sentence(g, s);
        from = end;
    }
}

/* ---- what can be touched --------------------------------------------------------------------- */

/* A language is called in that language. */
static Lang lang_of(const Node *control, const Node *part) {
    return control->action.token == DO_LANG ? (Lang)control->action.arg : part->lang;
}

/* Its words, in the languages that they are in: another language is another sentence. */
static void add_label(Gathering *g, Sentence *s, Node *control, Node *part) {
    Slice own = part->spoken.len ? part->spoken : part->text;
    if (own.len && lang_of(control, part) != s->lang) {
        end_sentence(g, *s);
        *s = begin_sentence(g, control, lang_of(control, part));
    }
    if (own.len)
        add_words(g, s, own, part->spoken.len ? NULL : part, 0);
    if (part->spoken.len)
        return;
    for (Node *child = part->first; child; child = child->next)
        if (!child->hidden)
            add_label(g, s, control, child);
}

static SpeechWord role_of(const Node *control) {
    if (control->selected)
        return SPEECH_CHOSEN;
    return control->role == ROLE_CHOICE ? SPEECH_NOT_CHOSEN : SPEECH_BUTTON;
}

static void say_control(Gathering *g, Node *control) {
    Lang page = g->page->settings.lang;
    Sentence s = begin_sentence(g, control, lang_of(control, control));
    add_label(g, &s, control, control);
    if (!s.said.len)
        return;
    if (s.lang != page) {
        end_sentence(g, s);
        s = begin_sentence(g, control, page);
    }
    add_words(g, &s, speech_rule(page, role_of(control)), NULL, 0);
    end_sentence(g, s);
}

/* ---- the page -------------------------------------------------------------------------------- */

static bool in_action(const Node *node) {
    for (node = node->parent; node; node = node->parent)
        if (node->action.token && node->role != ROLE_BOX && node->role != ROLE_IMAGE)
            return true;
    return false;
}

static void say_node(Gathering *g, Node *node) {
    bool pictured = node->role == ROLE_IMAGE || node->role == ROLE_PROGRESS;
    if (node->inert || in_action(node) || node->disabled)
        return;
    if (page_can_act(node) && node->role != ROLE_BOX)
        say_control(g, node);
    else if (node->text.len)
        say_text(g, node, node->spoken.len ? node->spoken : node->text, !node->spoken.len);
    else if (pictured && node->spoken.len)
        say_text(g, node, node->spoken, false);
}

static int title_of(const Sentences *all) {
    for (int i = 0; i < all->count; i++)
        if (all->at[i].heading && !all->at[i].aside)
            return i;
    return 0;
}

Sentences sentences_of(Arena *arena, const Page *page) {
    Gathering g = {.arena = arena, .page = page};
    for (int i = 0; i < page->shown_count; i++)
        say_node(&g, page->shown[i]);
    g.all.first = title_of(&g.all);
    return g.all;
}

int sentences_find(const Sentences *all, uint64_t id) {
    for (int i = 0; i < all->count; i++)
        if (all->at[i].id == id)
            return i;
    return -1;
}

int sentences_of_node(const Sentences *all, const Node *node) {
    for (int i = 0; i < all->count; i++)
        if (all->at[i].node == node)
            return i;
    return -1;
}

/* What is touched goes before what is only read, as for a finger that chooses; a card says what the
   button on it says. */
int sentences_under(const Sentences *all, const Page *page, Point finger) {
    const Node *control = page_hit(page, finger);
    if (control)
        control = page_node_doing(page, control->action);
    int under = control ? sentences_of_node(all, control) : -1;
    for (int i = all->count - 1; i >= 0 && under < 0; i--)
        if (box_holds(all->at[i].node->box, finger))
            under = sentences_of_node(all, all->at[i].node);
    return under;
}
