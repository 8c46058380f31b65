/* One record: its form, what is wrong with it, what two people did to it at once; made new, and
   taken away. */
#include "tools/studio/pages.h"

#include "tools/pack/lists.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"
#include "tools/studio/change.h"
#include "tools/studio/entry_form.h"
#include "tools/studio/progress.h"
#include "tools/studio/slug.h"

#include <string.h>

enum { WAIT_MS = 4000 };

bool page_kind(Desk *d, RecordId *kind) {
    Slice name = d->request->parts > 1 ? d->request->part[1] : LIT("");
    int dot = slice_find(name, LIT("."));
    *kind = menu_kind(slice_cut(name, 0, dot < 0 ? name.len : dot));
    if (*kind != RECORD_COUNT)
        return true;
    html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, name, LIT("")));
    return false;
}

Slice page_of_record(Desk *d, RecordId kind, Slice id) {
    return arena_printf(d->arena, "record/%s/" SLICE_FMT, record_of(kind)->table,
                        SLICE_ARG(html_coded(d->arena, id)));
}

/* The record that the path names. */
static const Entry *find_entry(Desk *d, RecordId kind) {
    Slice id = d->request->parts > 2 ? d->request->part[2] : LIT("");
    Kind *all = arena_new(d->arena, Kind);
    *all = kind_read(d, kind);
    const Entry *entry = kind_at(all, id);
    if (!entry)
        html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, id, LIT("")));
    return entry;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Of what there is one of there is no list. */
static void put_crumbs(Desk *d, RecordId kind) {
    html_format(d, "<p class=\"crumbs\">");
    if (list_alone(kind))
        html_link(d, "", LIT(""), studio_word(d->lang, STUDIO_HOME));
    else
        html_link(d, "", arena_printf(d->arena, "list/%s", record_of(kind)->table),
                  studio_kind(d->lang, kind));
    html_format(d, "</p>");
}

static void put_state(Desk *d, const FaultList *faults) {
    if (!faults->known)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_LOOKING));
    if (faults->trouble.len)
        html_notice(d, "bad",
                    studio_sentence(d->arena, d->lang, STUDIO_NO_TOOL, LIT("azimut-pack"),
                                    faults->trouble));
}

/* Most of a topic, and much of a film, is text of its own. */
static void put_texts_link(Desk *d, const Entry *entry) {
    html_format(d, "<p class=\"bar\">");
    html_link(d, "button",
              arena_printf(d->arena, "texts/%s/" SLICE_FMT, record_of(entry->kind)->table,
                           SLICE_ARG(html_coded(d->arena, entry->address))),
              studio_word(d->lang,
                          entry->kind == RECORD_topic ? STUDIO_EDIT_TEXTS : STUDIO_EDIT_CAPTIONS));
    html_format(d, "</p>");
}

static void put_save_bar(Desk *d, RecordId kind, const Entry *entry) {
    html_format(d, "<div class=\"bar\">");
    html_button(d, "primary", "do", LIT("save"), studio_word(d->lang, STUDIO_SAVE));
    if (entry && !list_alone(kind))
        html_link(d, "quiet",
                  arena_printf(d->arena, "delete/%s/" SLICE_FMT, record_of(kind)->table,
                               SLICE_ARG(html_coded(d->arena, entry->address))),
                  studio_word(d->lang, STUDIO_DELETE));
    if (entry)
        html_link(d, "quiet",
                  arena_printf(d->arena, "text/" SLICE_FMT,
                               SLICE_ARG(html_coded(d->arena, entry->source->file))),
                  studio_word(d->lang, STUDIO_AS_TEXT));
    html_format(d, "</div>");
}

static void put_preview(Desk *d, const Entry *entry) {
    html_format(d, "<aside><h2>");
    html_word(d, STUDIO_PREVIEW);
    html_format(d, "</h2><iframe title=\"");
    html_word(d, STUDIO_PREVIEW);
    html_format(d, "\" src=\"");
    html_path(d, "look/%s/" SLICE_FMT, record_of(entry->kind)->table,
              SLICE_ARG(html_coded(d->arena, entry->address)));
    html_format(d, "\"></iframe>");
    progress_put(d, entry->kind, entry->id);
    html_format(d, "</aside>");
}

/* A return key saves, whatever button stands first in the page. */
static void put_default_button(const Desk *d) {
    html_format(d, "<button class=\"hidden\" name=\"do\" value=\"save\" tabindex=\"-1\" "
                   "aria-hidden=\"true\"></button>");
}

static void show(Desk *d, RecordId kind, const Entry *entry, const YamlNode *map,
                 const YamlNode *beside, Slice notice, const char *class) {
    FaultList faults = entry ? faults_now(d, WAIT_MS) : (FaultList){.known = true};
    EntryForm form = entry_form_of(d, entry ? entry->source : NULL, entry ? &faults : NULL);
    form.fresh = !entry;
    form.beside = beside;
    Slice title = entry && entry->title.len ? entry->title : studio_kind(d->lang, kind);
    html_begin(d,
               entry ? title : studio_sentence(d->arena, d->lang, STUDIO_NEW_OF, title, LIT("")));
    put_crumbs(d, kind);
    if (notice.len)
        html_notice(d, class, notice);
    put_state(d, &faults);
    html_format(d, "<div class=\"%s\">", entry ? "two" : "");
    html_form(d,
              entry ? page_of_record(d, kind, entry->address)
                    : arena_printf(d->arena, "new/%s", record_of(kind)->table),
              false);
    put_default_button(d);
    html_hidden(d, "base", entry ? slice_from(entry->source->hash) : LIT("-"));
    if (d->request->post)
        html_unsaved(d);
    if (entry && texts_has(kind) && folder_id(entry->id))
        put_texts_link(d, entry);
    entry_form_put(&form, kind, map);
    put_save_bar(d, kind, entry);
    html_format(d, "</form>");
    if (entry)
        put_preview(d, entry);
    html_format(d, "</div>");
    if (entry && list_alone(kind))
        sheets_put(d, kind);
    html_end(d);
}

/* ---- saving ---------------------------------------------------------------------------------- */

/* The tree of the file with that record in the place of the one it was. */
static YamlNode *laid_in(Desk *d, const YamlNode *node, const YamlNode *old, YamlNode *record) {
    if (node == old) {
        record->key = node->key;
        return record;
    }
    YamlNode *copy = yaml_new(d->arena, node->kind, node->line);
    copy->key = node->key;
    copy->text = node->text;
    copy->was = node;
    for (const YamlNode *child = node->first; child; child = child->next)
        yaml_add(copy, laid_in(d, child, old, record));
    return copy;
}

static void save(Desk *d, const Entry *entry, YamlNode *map) {
    Error error;
    YamlNode *root = laid_in(d, entry->source->root, entry->map, map);
    if (!change_yaml(d, entry->source, root, STUDIO_DID_SAVE, entry->id, &error))
        show(d, entry->kind, entry, map, NULL, slice_from(error.text), "bad");
    else if (slice_equal(entry->address, entry->id))
        studio_go(d, SLICE_FMT "?saved=1", SLICE_ARG(page_of_record(d, entry->kind, entry->id)));
    else /* it may be called otherwise now */
        studio_go(d, "list/%s?saved=1", record_of(entry->kind)->table);
}

static void take_form(Desk *d, const Entry *entry) {
    EntryForm form = entry_form_of(d, entry->source, NULL);
    bool saves = slice_is(studio_value(d, "do"), "save") || !studio_has(d, "do");
    YamlNode *map = entry_form_read(&form, entry->kind, entry->map, !saves);
    if (!saves)
        show(d, entry->kind, entry, map, NULL, studio_word(d->lang, STUDIO_NOT_SAVED_YET), "soft");
    else if (slice_is(studio_value(d, "base"), entry->source->hash))
        save(d, entry, map);
    else {
        d->answer->status = 409;
        show(d, entry->kind, entry, map, entry->map,
             studio_sentence(d->arena, d->lang, STUDIO_CONFLICT, entry->source->file, LIT("")),
             "bad");
    }
}

void page_record(Desk *d) {
    RecordId kind;
    const Entry *entry = page_kind(d, &kind) ? find_entry(d, kind) : NULL;
    if (!entry)
        return;
    if (d->request->post)
        take_form(d, entry);
    else
        show(d, kind, entry, yaml_copied(d->arena, entry->map), NULL,
             studio_word(d->lang, studio_has(d, "saved") ? STUDIO_SAVED : STUDIO_NOTHING), "good");
}

/* ---- new ------------------------------------------------------------------------------------- */

static void name_record(Desk *d, RecordId kind, YamlNode *map, Slice id) {
    const char *key = record_of(kind)->field[0].key;
    YamlNode *name = (YamlNode *)(uintptr_t)yaml_get(map, key);
    if (name) {
        name->text = id;
        return;
    }
    name = yaml_scalar(d->arena, id, 0);
    name->key = slice_from(key);
    name->next = map->first;
    map->first = name;
    map->count++;
}

static Slice name_for(Desk *d, RecordId kind, const YamlNode *map) {
    const YamlNode *name = yaml_get(map, record_of(kind)->field[0].key);
    Slice own = name && name->kind == YAML_SCALAR ? name->text : LIT("");
    return own.len ? own : slug_of(d->arena, record_title(d, map));
}

/* The file is the record, a list with it, or a map with such a list. */
static bool begin_file(Desk *d, RecordId kind, Slice file, YamlNode *map, Slice id, Error *error) {
    const char *within = list_key(kind);
    if (list_alone(kind))
        return change_new(d, file, yaml_text(d->arena, map, true), map, STUDIO_DID_NEW, id, error);
    YamlNode *list = yaml_new(d->arena, YAML_LIST, 0), *whole = list;
    yaml_add(list, map);
    Slice text = yaml_text(d->arena, map, false);
    if (within) {
        whole = yaml_new(d->arena, YAML_MAP, 0);
        yaml_put(whole, within, list);
        text = yaml_text(d->arena, whole, true);
    }
    return change_new(d, file, text, whole, STUDIO_DID_NEW, id, error);
}

/* At the end of its list; of a file that is not there yet, the first. */
static bool add_to_list(Desk *d, RecordId kind, Slice file, YamlNode *map, Slice id, Error *error) {
    Source source;
    if (!folder_read(d, file, &source, error))
        return false;
    const YamlNode *list = source.root ? kind_list(kind, source.root) : NULL;
    if (source.there && list_alone(kind))
        return studio_refuse(d, error, STUDIO_TAKEN, file, "");
    if (source.there && (!list || list->kind != YAML_LIST))
        return studio_refuse(d, error, STUDIO_NOT_UNDERSTOOD, file, "");
    if (!source.there)
        return begin_file(d, kind, file, map, id, error);
    YamlNode *grown = yaml_copied(d->arena, list);
    grown->count = 0;
    YamlNode *last = grown->first;
    while (last && last->next)
        last = last->next;
    if (last)
        last->next = map;
    else
        grown->first = map;
    grown->count = list->count + 1;
    return change_yaml(d, &source, laid_in(d, source.root, list, grown), STUDIO_DID_NEW, id, error);
}

static bool create(Desk *d, RecordId kind, YamlNode *map, Slice id, Error *error) {
    bool own;
    Kind all = kind_read(d, kind);
    bool plain = record_of(kind)->field[0].kind == FIELD_ID;
    if (plain ? !folder_new_id(id) : !folder_id(id))
        return studio_refuse(d, error, STUDIO_BAD_ID, id, "");
    if (kind_find(&all, id))
        return studio_refuse(d, error, STUDIO_TAKEN, id, "");
    Slice file = kind_new_file(d, kind, id, &own);
    if (!own)
        return add_to_list(d, kind, file, map, id, error);
    Source source;
    if (!folder_read(d, file, &source, error))
        return false;
    if (source.there)
        return studio_refuse(d, error, STUDIO_TAKEN, file, "");
    return change_new(d, file, yaml_text(d->arena, map, true), map, STUDIO_DID_NEW, id, error);
}

void page_new(Desk *d) {
    RecordId kind;
    Error error;
    if (!page_kind(d, &kind))
        return;
    EntryForm form = entry_form_of(d, NULL, NULL);
    bool saves = slice_is(studio_value(d, "do"), "save") || !studio_has(d, "do");
    YamlNode *map = d->request->post ? entry_form_read(&form, kind, NULL, !saves) : NULL;
    if (!map || !saves) {
        show(d, kind, NULL, map, NULL, studio_word(d->lang, STUDIO_NEW_HELP), "soft");
        return;
    }
    Slice id = name_for(d, kind, map);
    if (folder_id(id))
        name_record(d, kind, map, id);
    if (create(d, kind, map, id, &error)) {
        studio_go(d, SLICE_FMT "?saved=1", SLICE_ARG(page_of_record(d, kind, id)));
        return;
    }
    d->answer->status = 409;
    show(d, kind, NULL, map, NULL, slice_from(error.text), "bad");
}

/* ---- taken away ------------------------------------------------------------------------------ */

static bool take_away(Desk *d, const Entry *entry, Error *error) {
    const YamlNode *list = kind_list(entry->kind, entry->source->root);
    if (entry->source->root == entry->map)
        return change_remove(d, entry->source->file, STUDIO_DID_DELETE, entry->id, error);
    YamlNode *rest = yaml_new(d->arena, YAML_LIST, list->line);
    rest->was = list;
    for (const YamlNode *map = list->first; map; map = map->next)
        if (map != entry->map)
            yaml_add(rest, yaml_copied(d->arena, map));
    return change_yaml(d, entry->source, laid_in(d, entry->source->root, list, rest),
                       STUDIO_DID_DELETE, entry->id, error);
}

static void ask_delete(Desk *d, const Entry *entry, Slice notice) {
    Slice name = entry->title.len ? entry->title : entry->id;
    html_begin(d, studio_sentence(d->arena, d->lang, STUDIO_DELETE_OF, name, LIT("")));
    put_crumbs(d, entry->kind);
    if (notice.len)
        html_notice(d, "bad", notice);
    html_word_in(d, "p", STUDIO_DELETE_HELP);
    html_form(d,
              arena_printf(d->arena, "delete/%s/" SLICE_FMT, record_of(entry->kind)->table,
                           SLICE_ARG(html_coded(d->arena, entry->address))),
              false);
    html_hidden(d, "base", slice_from(entry->source->hash));
    html_format(d, "<div class=\"bar\">");
    html_button(d, "danger", "do", LIT("delete"), studio_word(d->lang, STUDIO_DELETE));
    html_link(d, "quiet", page_of_record(d, entry->kind, entry->address),
              studio_word(d->lang, STUDIO_CANCEL));
    html_format(d, "</div></form>");
    html_end(d);
}

void page_delete(Desk *d) {
    RecordId kind;
    Error error;
    const Entry *entry = page_kind(d, &kind) ? find_entry(d, kind) : NULL;
    if (!entry)
        return;
    bool same = slice_is(studio_value(d, "base"), entry->source->hash);
    if (kind == RECORD_campus) /* without it there is no campus */
        studio_go(d, SLICE_FMT, SLICE_ARG(page_of_record(d, kind, entry->address)));
    else if (!d->request->post)
        ask_delete(d, entry, LIT(""));
    else if (!same)
        ask_delete(d, entry,
                   studio_sentence(d->arena, d->lang, STUDIO_CHANGED_MEANWHILE, entry->source->file,
                                   LIT("")));
    else if (take_away(d, entry, &error))
        studio_go(d, "list/%s?gone=1", record_of(kind)->table);
    else
        ask_delete(d, entry, slice_from(error.text));
}
