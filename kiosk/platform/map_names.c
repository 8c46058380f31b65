#include "platform/map_names.h"

#include "ui/icon.h"

#include <stdlib.h>
#include <string.h>

static const Icon KIND_ICON[SPACE_KIND_COUNT] = {
    [SPACE_TOILETS] = ICON_wc,
    [SPACE_STAIRS] = ICON_stairs,
    [SPACE_LIFT] = ICON_elevator,
    [SPACE_ESCALATOR] = ICON_escalator,
};

static Icon icon_of(const PlanSpace *s) {
    return s->kind == SPACE_TOILETS && s->step_free ? ICON_accessible : KIND_ICON[s->kind];
}

int map_names_size(const NameForm *form, NameSizes sizes) {
    return form->icon && !form->small ? sizes.icon : sizes.words;
}

static void measure_form(LabelWish *wish, int at, const NameForm *form, Typeface face, NameSizes sizes) {
    int size = map_names_size(form, sizes), lines = form->line[1].len ? 2 : 1;
    for (int i = 0; i < lines; i++) {
        int w = face.advance(face.self, form->icon ? FACE_ICON : FACE_BOLD, size, form->line[i]);
        wish->form[at].w = w > wish->form[at].w ? w : wish->form[at].w;
    }
    wish->form[at].h = form->icon ? size : lines * sizes.leading;
}

/* The blank nearest to the middle; -1 for a single word. */
static int middle_blank(Slice name) {
    int best = -1;
    for (int i = 1; i + 1 < name.len; i++)
        if (name.at[i] == ' ' && (best < 0 || abs(2 * i - name.len) < abs(2 * best - name.len)))
            best = i;
    return best;
}

static void find_forms(NameForm *form, const PlanSpace *s, Lang lang) {
    Slice name = s->name.plain.in[lang];
    memset(form, 0, sizeof *form * LABEL_FORMS);
    if (icon_of(s)) {
        form[0] = (NameForm){.line = {icon_glyph(icon_of(s))}, .icon = true};
        form[1] = (NameForm){.line = {icon_glyph(icon_of(s))}, .icon = true, .small = true};
        return;
    }
    if (!name.len || !s->place)
        return;
    form[0].line[0] = name;
    int blank = middle_blank(name);
    if (blank >= 0)
        form[1] = (NameForm){.line = {slice_cut(name, 0, blank), slice_cut(name, blank + 1, name.len)}};
    form[2].line[0] = s->ref;
}

static int by_priority(const void *a, const void *b) {
    const LabelWish *x = a, *y = b;
    return x->priority != y->priority ? x->priority - y->priority : x->space - y->space;
}

static uint64_t key_of(const MapView *view, NameSizes sizes) {
    const uint64_t parts[] = {(uint64_t)(uintptr_t)view->plan, (uint64_t)view->level, (uint64_t)view->lang, (uint64_t)sizes.words};
    return slice_hash((Slice){(const char *)parts, sizeof parts}, 1);
}

static void make_room(MapNames *names, const Plan *plan) {
    size_t count = (size_t)plan->space_count + 1;
    map_names_free(names);
    names->wish = calloc(count, sizeof *names->wish);
    names->form = calloc(count, sizeof *names->form);
    names->spot = calloc(count, sizeof *names->spot);
    names->last = calloc(count, sizeof *names->last);
    if (!names->wish || !names->form || !names->spot || !names->last)
        abort();
}

void map_names_measure(MapNames *names, const MapView *view, Fonts *fonts, NameSizes sizes) {
    const Plan *plan = view->plan;
    uint64_t key = key_of(view, sizes);
    if (names->key == key)
        return;
    make_room(names, plan);
    names->key = key;
    for (int i = 0; i < plan->space_count; i++) {
        const PlanSpace *s = &plan->space[i];
        if (s->level != view->level)
            continue;
        LabelWish *wish = &names->wish[names->count];
        *wish = (LabelWish){.space = i, .priority = s->priority};
        find_forms(names->form[i], s, view->lang);
        for (int f = 0; f < LABEL_FORMS; f++)
            if (names->form[i][f].line[0].len)
                measure_form(wish, f, &names->form[i][f], fonts_typeface(fonts), sizes);
        names->count += wish->form[0].w > 0;
    }
    qsort(names->wish, (size_t)names->count, sizeof *names->wish, by_priority);
}

void map_names_place(MapNames *names, const MapView *view, const Camera *camera, const Box *taken, int taken_count) {
    LabelSpot *last = names->spot;
    names->spot = names->last;
    names->last = last;
    int last_count = view->moving ? names->spots : 0;
    names->spots = labels_place(view->plan, camera, names->wish, names->count, taken, taken_count, last, last_count, names->spot);
}

void map_names_free(MapNames *names) {
    free(names->wish);
    free(names->form);
    free(names->spot);
    free(names->last);
    *names = (MapNames){0};
}
