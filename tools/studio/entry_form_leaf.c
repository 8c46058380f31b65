/* The controls of a form: what is typed, chosen and ticked. */
#include "tools/studio/entry_form_parts.h"

#include "tools/sources/yaml_edit.h"
#include "tools/studio/html.h"

#include <string.h>

enum { LONG_SIGNS = 96, TEXT_ROWS = 3 };

static Slice text_of(const YamlNode *node) {
    return node && node->kind == YAML_SCALAR ? node->text : LIT("");
}

/* name, id and how it is told, of one control. */
static void put_names(EntryForm *form, Slice path) {
    const Desk *d = form->d;
    fputs(" name=\"", d->out);
    html_text(d, path);
    fputs("\" id=\"f/", d->out);
    html_text(d, path);
    fputs("\"", d->out);
}

static void put_beside(EntryForm *form, Slice here, Slice there) {
    if (!form->beside || slice_equal(here, there))
        return;
    html_format(form->d, "<p class=\"beside\">");
    html_text(form->d,
              studio_sentence(form->d->arena, form->d->lang,
                              there.len ? STUDIO_BESIDE : STUDIO_BESIDE_NOTHING, there, LIT("")));
    html_format(form->d, "</p>");
}

void entry_form_put_label(EntryForm *form, const FormPlace *place, bool control) {
    const Desk *d = form->d;
    const FormField *f = place->field;
    fputs(control ? "<label for=\"f/" : "<span class=\"label\" id=\"l/", d->out);
    html_text(d, place->path);
    fputs("\">", d->out);
    html_text(d, studio_field(d->lang, f->record, f->key));
    bool own_name = f->field->kind == FIELD_ID && slice_is(place->path, f->key);
    if (!f->may && !own_name) /* without one, a new record takes that of its title */
        html_word_in(d, "em class=\"need\"", STUDIO_NEEDED);
    fputs(control ? "</label>" : "</span>", d->out);
    Slice hint = studio_hint(d->lang, f->record, f->key);
    if (hint.len)
        html_in(d, "p class=\"hint\"", hint);
}

static void put_counter(EntryForm *form, Slice text, int most) {
    if (most > 0)
        html_format(form->d, "<span class=\"count%s\" data-most=\"%d\">%d / %d</span>",
                    utf8_count(text) > most ? " over" : "", most, utf8_count(text), most);
}

static void put_input(EntryForm *form, const FormPlace *place, Slice text, const char *more) {
    const Desk *d = form->d;
    if (place->field->most > LONG_SIGNS) {
        fputs("<textarea", d->out);
        put_names(form, place->path);
        fprintf(d->out, " rows=\"%d\"%s>\n", TEXT_ROWS, more);
        html_text(d, text);
        fputs("</textarea>", d->out);
    } else {
        fputs("<input type=\"text\"", d->out);
        put_names(form, place->path);
        fprintf(d->out, "%s value=\"", more);
        html_text(d, text);
        fputs("\">", d->out);
    }
    put_counter(form, text, place->field->most);
}

/* ---- texts ----------------------------------------------------------------------------------- */

static void put_text(EntryForm *form, const FormPlace *place, const char *more) {
    Slice text = text_of(place->value);
    entry_form_put_label(form, place, true);
    bool name = place->field->field->kind == FIELD_ID || place->field->field->kind == FIELD_CODE;
    bool top = slice_is(place->path, place->field->key) && !form->fresh;
    put_input(form, place, text, name && top && folder_id(text) ? " readonly" : more);
    put_beside(form, text, text_of(place->beside));
}

static Slice in_language(const YamlNode *node, Slice code, bool first) {
    if (!node || node->kind == YAML_LIST)
        return LIT("");
    if (node->kind == YAML_SCALAR)
        return first ? node->text : LIT("");
    return text_of(yaml_get(node, code.at));
}

static Slice language_name(Slice code) {
    int own = langs_find(langs(), code);
    return own < 0 ? code : slice_from(langs()->name[own]);
}

static void put_words(EntryForm *form, const FormPlace *place) {
    const Desk *d = form->d;
    fputs("<div class=\"words\" role=\"group\" aria-labelledby=\"l/", d->out);
    html_text(d, place->path);
    fputs("\">", d->out);
    entry_form_put_label(form, place, false);
    fputs("<div class=\"side\">", d->out);
    for (int lang = 0; lang < form->languages; lang++) {
        Slice code = form->code[lang], text = in_language(place->value, code, !lang);
        FormPlace own = *place;
        own.path = arena_printf(d->arena, SLICE_FMT "." SLICE_FMT, SLICE_ARG(place->path),
                                SLICE_ARG(code));
        fputs("<div><label class=\"lang\" for=\"f/", d->out);
        html_text(d, own.path);
        fputs("\">", d->out);
        html_text(d, language_name(code));
        fputs("</label>", d->out);
        put_input(form, &own, text,
                  folder_id(code) ? arena_printf(d->arena, " lang=\"%s\"", code.at).at : "");
        put_beside(form, text, in_language(place->beside, code, !lang));
        fputs("</div>", d->out);
    }
    fputs("</div></div>", d->out);
}

/* ---- chosen ---------------------------------------------------------------------------------- */

static void put_option(EntryForm *form, Choice choice, bool chosen) {
    const Desk *d = form->d;
    fputs("<option value=\"", d->out);
    html_text(d, choice.value);
    fputs(chosen ? "\" selected>" : "\">", d->out);
    html_text(d, choice.label);
    fputs("</option>", d->out);
}

/* What stands in the file and is none of the list stays, so that nothing goes by itself. */
static void put_pick(EntryForm *form, const FormPlace *place, bool label) {
    const Desk *d = form->d;
    Choice *choice;
    Slice text = text_of(place->value);
    bool found = !text.len;
    int count = shape_choices(form->d, place->field, &choice);
    if (label)
        entry_form_put_label(form, place, true);
    fputs("<select", d->out);
    put_names(form, place->path);
    if (!label) {
        fputs(" aria-label=\"", d->out);
        html_text(d, studio_field(d->lang, place->field->record, place->field->key));
        fputs("\"", d->out);
    }
    fputs("><option value=\"\">—</option>", d->out);
    for (int i = 0; i < count; i++) {
        bool chosen = text.len && slice_equal(choice[i].value, text);
        found |= chosen;
        put_option(form, choice[i], chosen);
    }
    if (!found)
        put_option(form, (Choice){text, text}, true);
    fputs("</select>", d->out);
    put_beside(form, text, text_of(place->beside));
}

static bool has_word(const YamlNode *list, Slice word) {
    for (const YamlNode *node = list ? list->first : NULL; node; node = node->next)
        if (slice_equal(text_of(node), word))
            return true;
    return false;
}

static void put_tick(EntryForm *form, Slice path, Slice value, Slice label, bool ticked) {
    const Desk *d = form->d;
    fputs("<label class=\"tick\"><input type=\"checkbox\" name=\"", d->out);
    html_text(d, path);
    fputs("\" value=\"", d->out);
    html_text(d, value);
    fputs(ticked ? "\" checked> " : "\"> ", d->out);
    html_text(d, label);
    fputs("</label>", d->out);
}

/* "school, apprentice", to stand beside. */
static Slice words_of(EntryForm *form, const YamlNode *list) {
    Slice all = LIT("");
    for (const YamlNode *node = list && list->kind == YAML_LIST ? list->first : NULL; node;
         node = node->next)
        all = arena_printf(form->d->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all),
                           all.len ? ", " : "", SLICE_ARG(node->text));
    return all;
}

static bool is_choice(const Choice *choice, int count, Slice word) {
    for (int i = 0; i < count; i++)
        if (slice_equal(choice[i].value, word))
            return true;
    return false;
}

/* An empty one with the same name says that the form asked. */
static void put_asked(EntryForm *form, Slice path) {
    html_hidden(form->d, arena_copy(form->d->arena, path).at, LIT(""));
}

/* What is none of the list stays ticked until somebody takes the tick away. */
static void put_picks(EntryForm *form, const FormPlace *place) {
    Choice *choice;
    int count = shape_choices(form->d, place->field, &choice);
    html_format(form->d, "<div role=\"group\">");
    entry_form_put_label(form, place, false);
    put_asked(form, place->path);
    html_format(form->d, "<div class=\"ticks\">");
    for (int i = 0; i < count; i++)
        put_tick(form, place->path, choice[i].value, choice[i].label,
                 has_word(place->value, choice[i].value));
    for (const YamlNode *node = place->value ? place->value->first : NULL; node; node = node->next)
        if (!is_choice(choice, count, node->text))
            put_tick(form, place->path, node->text, node->text, true);
    html_format(form->d, "</div>");
    put_beside(form, words_of(form, place->value), words_of(form, place->beside));
    html_format(form->d, "</div>");
}

static void put_flag(EntryForm *form, const FormPlace *place) {
    const FormField *f = place->field;
    put_asked(form, place->path);
    put_tick(form, place->path, LIT("true"), studio_field(form->d->lang, f->record, f->key),
             entry_form_is_yes(text_of(place->value)));
    put_beside(form, text_of(place->value), text_of(place->beside));
    Slice hint = studio_hint(form->d->lang, f->record, f->key);
    if (hint.len)
        html_in(form->d, "p class=\"hint\"", hint);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static void put_number(EntryForm *form, const FormPlace *place) {
    put_text(form, place, " inputmode=\"decimal\" class=\"number\"");
    const FormField *f = place->field;
    if (f->largest > f->least && f->largest < 1e6)
        html_format(form->d, "<span class=\"count\">%g – %g</span>", f->least, f->largest);
}

static void put_numbers(EntryForm *form, const FormPlace *place) {
    const Desk *d = form->d;
    Choice *choice;
    int count = shape_choices(form->d, place->field, &choice);
    fputs("<div role=\"group\">", d->out);
    entry_form_put_label(form, place, false);
    fputs("<div class=\"numbers\">", d->out);
    for (int i = 0; i < count; i++) {
        FormPlace own = *place;
        own.path = entry_form_path(form, place->path, choice[i].value);
        fputs("<label>", d->out);
        html_text(d, choice[i].label);
        fputs("<input class=\"number\" inputmode=\"numeric\"", d->out);
        put_names(form, own.path);
        fputs(" value=\"", d->out);
        html_text(d, text_of(yaml_get(place->value, choice[i].value.at)));
        fputs("\"></label>", d->out);
        put_beside(form, text_of(yaml_get(place->value, choice[i].value.at)),
                   text_of(yaml_get(place->beside, choice[i].value.at)));
    }
    fputs("</div></div>", d->out);
}

/* ---- as it is written ------------------------------------------------------------------------ */

static void put_raw(EntryForm *form, const FormPlace *place) {
    entry_form_put_label(form, place, false);
    if (place->value)
        html_in(form->d, "pre", yaml_flow_text(form->d->arena, place->value));
    html_word_in(form->d, "p class=\"hint\"", STUDIO_RAW);
}

void entry_form_put_leaf(EntryForm *form, const FormPlace *place) {
    switch (place->field->shape) {
    case SHAPE_WORDS:
    case SHAPE_WORD_ROWS:
        put_words(form, place);
        break;
    case SHAPE_NUMBER:
        put_number(form, place);
        break;
    case SHAPE_FLAG:
        put_flag(form, place);
        break;
    case SHAPE_DATE:
        put_text(form, place, " class=\"date\" placeholder=\"2026-11-28\"");
        break;
    case SHAPE_PICK:
    case SHAPE_PICK_ROWS:
        put_pick(form, place, place->field->shape == SHAPE_PICK);
        break;
    case SHAPE_PICKS:
        put_picks(form, place);
        break;
    case SHAPE_NUMBERS:
        put_numbers(form, place);
        break;
    case SHAPE_RAW:
        put_raw(form, place);
        break;
    default:
        put_text(form, place, "");
    }
}
