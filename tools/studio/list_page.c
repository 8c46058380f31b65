/* The lists: all kinds of records, the records of one, and their order. */
#include "tools/studio/pages.h"

#include "tools/pack/lists.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"
#include "tools/studio/change.h"
#include "tools/studio/faults.h"

#include <string.h>

enum { WAIT_MS = 300 };

/* ---- home ------------------------------------------------------------------------------------ */

static void put_kind(Desk *d, RecordId id) {
    Kind kind = kind_read(d, id);
    bool alone = list_alone(id) && kind.count == 1;
    html_format(d, "<li>");
    html_link(d, "card",
              alone ? page_of_record(d, id, kind.entry[0].address)
                    : arena_printf(d->arena, "list/%s", record_of(id)->table),
              studio_kind(d->lang, id));
    if (!list_alone(id))
        html_format(d, "<span class=\"number\">%d</span>", kind.count);
    html_format(d, "</li>");
}

static void put_group(Desk *d, MenuGroup group) {
    static const StudioWord WORDS[MENU_COUNT] = {STUDIO_GROUP_HOUSE, STUDIO_GROUP_TRADES,
                                                 STUDIO_GROUP_TRAIN, STUDIO_GROUP_MAKE};
    html_format(d, "<section><h2>");
    html_word(d, WORDS[group]);
    html_format(d, "</h2><ul class=\"cards\">");
    for (int i = 0; menu_line(i); i++)
        if (menu_line(i)->group == group)
            put_kind(d, menu_line(i)->kind);
    html_format(d, "</ul></section>");
}

static void put_faults_line(Desk *d) {
    FaultList faults = faults_now(d, WAIT_MS);
    StudioWord word = faults.grave ? STUDIO_SOME_FAULTS : STUDIO_NO_FAULTS;
    Slice count = arena_printf(d->arena, "%d", faults.grave), why = faults.trouble;
    if (!faults.known)
        word = STUDIO_LOOKING;
    else if (why.len) {
        word = STUDIO_NO_TOOL;
        count = LIT("azimut-pack");
    }
    bool bad = faults.known && (faults.grave || why.len);
    html_format(d, "<p class=\"notice %s\">", bad ? "bad" : "good");
    html_text(d, studio_sentence(d->arena, d->lang, word, count, why));
    html_format(d, " ");
    html_link(d, "", LIT("faults"), studio_word(d->lang, STUDIO_SEE_FAULTS));
    html_format(d, "</p>");
}

void page_home(Desk *d) {
    html_begin(d, studio_word(d->lang, STUDIO_TITLE));
    html_in(
        d, "p class=\"lead\"",
        studio_sentence(d->arena, d->lang, STUDIO_LEAD, slice_from(d->studio->folder), LIT("")));
    put_faults_line(d);
    for (int group = 0; group < MENU_COUNT; group++)
        put_group(d, (MenuGroup)group);
    html_end(d);
}

/* ---- one list -------------------------------------------------------------------------------- */

static int faults_of(const FaultList *faults, const Entry *entry) {
    const YamlNode *next = entry->map->next;
    int count = 0, to = next ? next->line - 1 : INT_MAX;
    for (int i = 0; i < faults->count; i++) {
        const Fault *fault = &faults->fault[i];
        count += slice_equal(fault->file, entry->source->file) && !fault->warning &&
                 fault->line >= entry->map->line && fault->line <= to;
    }
    return count;
}

static void put_mover(Desk *d, const char *what, Slice id, StudioWord word, const char *sign) {
    html_format(d, "<button class=\"tool\" name=\"do\" value=\"%s/", what);
    html_text(d, id);
    html_format(d, "\" title=\"");
    html_word(d, word);
    html_format(d, "\" aria-label=\"");
    html_text(d, studio_word(d->lang, word));
    html_format(d, " : ");
    html_text(d, id);
    html_format(d, "\">%s</button>", sign);
}

static void put_entry(Desk *d, const Entry *entry, const FaultList *faults, bool ordered) {
    int wrong = faults_of(faults, entry);
    html_format(d, "<li class=\"entry\"%s>", ordered ? " draggable=\"true\"" : "");
    html_hidden(d, "order", entry->address);
    html_link(d, "title", page_of_record(d, entry->kind, entry->address),
              entry->title.len ? entry->title : entry->id);
    html_format(d, "<code>");
    html_text(d, entry->id);
    html_format(d, "</code>");
    if (wrong)
        html_in(d, "span class=\"badge\"",
                studio_sentence(d->arena, d->lang, STUDIO_TO_MEND,
                                arena_printf(d->arena, "%d", wrong), LIT("")));
    if (ordered) {
        html_format(d, "<span class=\"tools\">");
        put_mover(d, "up", entry->address, STUDIO_UP, "↑");
        put_mover(d, "down", entry->address, STUDIO_DOWN, "↓");
        html_format(d, "</span>");
    }
    html_format(d, "</li>\n");
}

static void put_broken(Desk *d, const Kind *kind) {
    for (int i = 0; i < kind->source_count; i++) {
        const Source *source = kind->source[i];
        if (source->root)
            continue;
        html_format(d, "<p class=\"notice bad\" role=\"status\">");
        html_text(d, source->file);
        html_format(d, ":%d: ", source->broken_line);
        html_text(d, source->broken);
        html_format(d, " ");
        html_link(d, "",
                  arena_printf(d->arena, "text/" SLICE_FMT,
                               SLICE_ARG(html_coded(d->arena, source->file))),
                  studio_word(d->lang, STUDIO_AS_TEXT));
        html_format(d, "</p>");
    }
}

/* All stand in one list: then their order is that of the file. */
static bool is_ordered(const Kind *kind) {
    return kind->source_count == 1 && kind->count > 1 &&
           kind->entry[0].map != kind->source[0]->root;
}

static void show_list(Desk *d, RecordId id, Slice notice, const char *class) {
    FaultList faults = faults_now(d, WAIT_MS);
    Kind kind = kind_read(d, id);
    bool ordered = is_ordered(&kind);
    html_begin(d, studio_kind(d->lang, id));
    if (notice.len)
        html_notice(d, class, notice);
    put_broken(d, &kind);
    html_format(d, "<div class=\"bar\">");
    html_link(d, "primary button", arena_printf(d->arena, "new/%s", record_of(id)->table),
              studio_word(d->lang, STUDIO_NEW));
    html_format(d, "</div>");
    html_form(d, arena_printf(d->arena, "order/%s", record_of(id)->table), false);
    if (ordered)
        html_hidden(d, "base", slice_from(kind.source[0]->hash));
    html_format(d, "<ol class=\"entries%s\">", ordered ? " ordered" : "");
    for (int i = 0; i < kind.count; i++)
        put_entry(d, &kind.entry[i], &faults, ordered);
    html_format(d, "</ol>");
    if (ordered) {
        html_format(d, "<div class=\"bar moved\" hidden>");
        html_button(d, "primary", "do", LIT("order"), studio_word(d->lang, STUDIO_KEEP_ORDER));
        html_format(d, "</div>");
    }
    html_format(d, "</form>");
    sheets_put(d, id);
    html_end(d);
}

void page_list(Desk *d) {
    RecordId id;
    if (!page_kind(d, &id))
        return;
    StudioWord word = studio_has(d, "gone") ? STUDIO_GONE : STUDIO_NOTHING;
    if (studio_has(d, "ordered") || studio_has(d, "saved"))
        word = STUDIO_SAVED;
    show_list(d, id, studio_word(d->lang, word), "good");
}

/* ---- their order ----------------------------------------------------------------------------- */

static void move(const Entry **order, int count, Slice wish) {
    bool up = slice_has_prefix(wish, LIT("up/"));
    bool down = slice_has_prefix(wish, LIT("down/"));
    Slice address = slice_cut(wish, up ? 3 : 5, wish.len);
    for (int i = 0; i < count && (up || down); i++) {
        int to = up ? i - 1 : i + 1;
        if (!slice_equal(order[i]->address, address) || to < 0 || to >= count)
            continue;
        const Entry *other = order[to];
        order[to] = order[i];
        order[i] = other;
        return;
    }
}

/* Those that the form names, in its order; then what it does not know of. */
static int read_order(Desk *d, const Kind *kind, const Entry **order) {
    const Request *q = d->request;
    int count = 0;
    bool *taken = arena_array(d->arena, bool, kind->count + 1);
    for (int i = 0; i < q->param_count; i++)
        for (int e = 0; e < kind->count && slice_is(q->param[i].name, "order"); e++)
            if (!taken[e] && slice_equal(kind->entry[e].address, q->param[i].value)) {
                taken[e] = true;
                order[count++] = &kind->entry[e];
                break;
            }
    for (int e = 0; e < kind->count; e++)
        if (!taken[e])
            order[count++] = &kind->entry[e];
    return count;
}

/* The tree of the file with the list in the place of the one it was. */
static YamlNode *with_list(Desk *d, RecordId id, const YamlNode *root, YamlNode *list) {
    const YamlNode *old = kind_list(id, root);
    if (old == root)
        return list;
    YamlNode *copy = yaml_copied(d->arena, root);
    for (YamlNode **at = &copy->first; *at; at = &(*at)->next)
        if ((*at)->was == old) {
            list->key = old->key;
            list->next = (*at)->next;
            *at = list;
            break;
        }
    return copy;
}

static bool put_in_order(Desk *d, const Kind *kind, Error *error) {
    const Entry **order = arena_array(d->arena, const Entry *, kind->count + 1);
    int count = read_order(d, kind, order);
    const YamlNode *root = kind->source[0]->root;
    YamlNode *list = yaml_new(d->arena, YAML_LIST, 0);
    list->was = kind_list(kind->id, root);
    move(order, count, studio_value(d, "do"));
    for (int i = 0; i < count; i++)
        yaml_add(list, yaml_copied(d->arena, order[i]->map));
    for (const YamlNode *other = list->was->first; other; other = other->next)
        if (other->kind != YAML_MAP) /* no record, and not to be lost */
            yaml_add(list, yaml_copied(d->arena, other));
    return change_yaml(d, kind->source[0], with_list(d, kind->id, root, list), STUDIO_DID_ORDER,
                       studio_kind(d->lang, kind->id), error);
}

void page_order(Desk *d) {
    RecordId id;
    Error error;
    if (!page_kind(d, &id))
        return;
    Kind kind = kind_read(d, id);
    if (!is_ordered(&kind) || !d->request->post) {
        studio_go(d, "list/%s", record_of(id)->table);
    } else if (!slice_is(studio_value(d, "base"), kind.source[0]->hash)) {
        d->answer->status = 409;
        show_list(d, id,
                  studio_sentence(d->arena, d->lang, STUDIO_CHANGED_MEANWHILE, kind.source[0]->file,
                                  LIT("")),
                  "bad");
    } else if (put_in_order(d, &kind, &error)) {
        studio_go(d, "list/%s?ordered=1", record_of(id)->table);
    } else {
        show_list(d, id, slice_from(error.text), "bad");
    }
}
