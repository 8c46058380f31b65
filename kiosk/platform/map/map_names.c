#include "platform/map/map_names.h"

#include "ui/icon.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PLATES_MAX 12  /* of a floor */
#define NAMES_ENOUGH 6 /* in their rooms: then no plate lies over the walls */

/* What has a sign of its own on every floor plan, and the colour of its plate. */
static const struct {
    Icon icon;
    Paint paint;
    int apart; /* see LabelWish */
} SIGNS[SPACE_KIND_COUNT] = {
    [SPACE_TOILETS] = {ICON_wc, PAINT_PRIMARY, 1},
    [SPACE_STAIRS] = {ICON_stairs, PAINT_INK, 2},
    [SPACE_LIFT] = {ICON_elevator, PAINT_INK, 3},
    [SPACE_ESCALATOR] = {ICON_escalator, PAINT_INK, 4},
    [SPACE_ENTRANCE] = {ICON_exit_to_app, PAINT_TEAL, 5},
    [SPACE_RECEPTION] = {ICON_info, PAINT_PRIMARY, 6},
    [SPACE_PARKING] = {ICON_local_parking, PAINT_PRIMARY, 7},
};

Paint map_names_sign_paint(SpaceKind kind) {
    return SIGNS[kind].paint;
}

Face map_names_face(const NameForm *form, int line) {
    if (form->look == NAME_CODE)
        return line ? FACE_BOLD : FACE_ICON;
    return form->look == NAME_WORDS || form->look == NAME_PLATE ? FACE_BOLD : FACE_ICON;
}

int map_names_size(const NameForm *form, int line, NameSizes sizes) {
    if (form->look == NAME_SIGN || form->look == NAME_LIT)
        return form->look == NAME_LIT ? sizes.lit : sizes.sign;
    return map_names_face(form, line) == FACE_ICON ? sizes.icon : sizes.words;
}

static void measure_form(LabelWish *wish, int at, const NameForm *form, Typeface face,
                         NameSizes sizes) {
    int air = form->look >= NAME_SIGN ? sizes.air : 0;
    for (int i = 0; i < NAME_LINES && form->line[i].len; i++) {
        int size = map_names_size(form, i, sizes),
            w = face.advance(face.self, map_names_face(form, i), size, form->line[i]);
        wish->form[at].w = w + 2 * air > wish->form[at].w ? w + 2 * air : wish->form[at].w;
        wish->form[at].h += map_names_face(form, i) == FACE_ICON ? size : sizes.leading;
    }
    wish->form[at].h += 2 * air;
    if (form->look == NAME_SIGN ||
        form->look == NAME_LIT) /* a square, whatever the glyph's width */
        wish->form[at].w = wish->form[at].h;
    wish->form[at].over_walls = air > 0;
}

/* The blank nearest to the middle; -1 for a single word. */
static int middle_blank(Slice name) {
    int best = -1;
    for (int i = 1; i + 1 < name.len; i++)
        if (name.at[i] == ' ' && (best < 0 || abs(2 * i - name.len) < abs(2 * best - name.len)))
            best = i;
    return best;
}

static Slice sign_glyph(const PlanSpace *s) {
    return icon_glyph(s->kind == SPACE_TOILETS && s->step_free ? ICON_accessible
                                                               : SIGNS[s->kind].icon);
}

/* Its name, on one line or two; an icon over its code; its code alone, or the icon. */
static void find_words(NameForm *form, const PlanSpace *s, Icon icon, Slice name) {
    int blank = middle_blank(name), count = 0;
    form[count++] = (NameForm){NAME_WORDS, {name}};
    if (blank >= 0)
        form[count++] = (NameForm){
            NAME_WORDS, {slice_cut(name, 0, blank), slice_cut(name, blank + 1, name.len)}};
    if (s->ref.len && icon)
        form[count++] = (NameForm){NAME_CODE, {icon_glyph(icon), s->ref}};
    if (s->ref.len)
        form[count++] = (NameForm){NAME_WORDS, {s->ref}};
    else if (icon)
        form[count++] = (NameForm){NAME_ICON, {icon_glyph(icon)}};
}

static void find_forms(NameForm *form, const PlanSpace *s, Icon icon, Lang lang, bool lit) {
    Slice name = s->name.plain.in[lang];
    memset(form, 0, sizeof *form * LABEL_FORMS);
    if (SIGNS[s->kind].icon)
        form[0] = (NameForm){lit ? NAME_LIT : NAME_SIGN, {sign_glyph(s)}};
    else if (name.len && s->place)
        find_words(form, s, icon, name);
}

/* Before all names: where one is in a hurry to get to, or changes floors. */
static bool sign_first(SpaceKind kind) {
    return SIGNS[kind].icon && kind != SPACE_RECEPTION && kind != SPACE_ENTRANCE;
}

/* Of one priority the larger room first: more people look for it. */
static int by_priority(const void *a, const void *b) {
    const LabelWish *x = a, *y = b;
    if (x->priority != y->priority)
        return x->priority - y->priority;
    return x->area_dm2 != y->area_dm2 ? y->area_dm2 - x->area_dm2 : x->space - y->space;
}

/* ---- plates ---------------------------------------------------------------------------------- */

/* Where most people want to go, whatever the room's size. */
static bool is_sought(SpaceKind kind) {
    return kind == SPACE_CAFETERIA || kind == SPACE_LIBRARY || kind == SPACE_AUDITORIUM ||
           kind == SPACE_GALLERY || kind == SPACE_GUIDANCE || kind == SPACE_PARKING;
}

/* Rooms of which none is more than twice as large as another are of one size. */
static int size_class(int area_dm2) {
    int class = 0;
    while (area_dm2 >>= 1)
        class ++;
    return class;
}

/* The lower the sooner it has a plate. */
static int plate_rank(const Plan *plan, const LabelWish *wish) {
    int priority = is_sought(plan->space[wish->space].kind) ? 1 : wish->priority;
    return priority * 32 - size_class(wish->area_dm2);
}

/* Square millimetres to the nearest that has one already. */
static double plate_away(const Plan *plan, const MapNames *names, int i, const int *given,
                         int count) {
    double nearest = INFINITY;
    PlanPoint at = plan->space[names->wish[i].space].anchor;
    for (int g = 0; g < count; g++) {
        PlanPoint other = plan->space[names->wish[given[g]].space].anchor;
        double x = (double)at.x - other.x, y = (double)at.y - other.y;
        nearest = fmin(nearest, x * x + y * y);
    }
    return nearest;
}

static int free_form(const NameForm *form) {
    int at = 0;
    while (at < LABEL_FORMS && form[at].line[0].len)
        at++;
    return form[0].look == NAME_WORDS && at < LABEL_FORMS ? at : -1;
}

/* Of equal ones the farthest from all that have a plate: they tell the
   parts of a building apart. */
static int next_plate(const Plan *plan, const MapNames *names, const int *given, int count) {
    int best = PLAN_NONE;
    double best_away = 0;
    for (int i = 0; i < names->count; i++) {
        if (free_form(names->form[names->wish[i].space]) < 0)
            continue;
        int rank = plate_rank(plan, &names->wish[i]);
        int than = best == PLAN_NONE ? INT_MAX : plate_rank(plan, &names->wish[best]);
        double away = plate_away(plan, names, i, given, count);
        if (away > 0 && (rank < than || (rank == than && away > best_away))) {
            best = i;
            best_away = away;
        }
    }
    return best;
}

/* On a plan of many small rooms no name would fit: some may then stand on a plate over the
 * walls. */
static void add_plates(const Plan *plan, MapNames *names, Typeface face, NameSizes sizes) {
    int given[PLATES_MAX];
    for (int count = 0; count < PLATES_MAX; count++) {
        int i = next_plate(plan, names, given, count);
        if (i == PLAN_NONE)
            return;
        NameForm *form = names->form[names->wish[i].space];
        int at = free_form(form);
        form[at] = (NameForm){NAME_PLATE, {form[0].line[0]}};
        measure_form(&names->wish[i], at, &form[at], face, sizes);
        given[count] = i;
    }
}

/* ---- all names ------------------------------------------------------------------------------- */

/* Zones that are closed for good, as many as tell them apart: they close in a known order. */
static uint64_t zones_over(const MapView *view) {
    uint64_t count = 0;
    for (int i = 0; i < view->plan->zone_count; i++)
        count += view->when >= view->plan->zone[i].closes;
    return count;
}

static uint64_t key_of(const MapView *view, NameSizes sizes) {
    const uint64_t parts[] = {
        (uint64_t)(uintptr_t)view->plan, (uint64_t)view->level, (uint64_t)view->lang,
        (uint64_t)sizes.words,           (uint64_t)view->lit,   zones_over(view)};
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

/* What is lit goes before all else, and none of it stands for another. */
static LabelWish wish_for(const PlanSpace *s, int space, bool lit) {
    if (lit)
        return (LabelWish){.space = space, .priority = -1};
    return (LabelWish){.space = space,
                       .area_dm2 = s->area_dm2,
                       .priority = sign_first(s->kind) ? 0 : s->priority,
                       .apart = SIGNS[s->kind].apart};
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
        if (s->level != view->level || plan_space_is_over(plan, i, view->when))
            continue;
        LabelWish *wish = &names->wish[names->count];
        bool lit = view->lit != SPACE_OTHER && s->kind == view->lit;
        *wish = wish_for(s, i, lit);
        find_forms(names->form[i], s, view->icon ? (Icon)view->icon[i] : ICON_NONE, view->lang,
                   lit);
        for (int f = 0; f < LABEL_FORMS; f++)
            if (names->form[i][f].line[0].len)
                measure_form(wish, f, &names->form[i][f], fonts_typeface(fonts), sizes);
        names->count += wish->form[0].w > 0;
    }
    qsort(names->wish, (size_t)names->count, sizeof *names->wish, by_priority);
    add_plates(plan, names, fonts_typeface(fonts), sizes);
}

/* A form that is not wanted now has its width below 0. */
static void want_plates(MapNames *names, bool wanted) {
    for (int i = 0; i < names->count; i++)
        for (int f = 0; f < LABEL_FORMS; f++) {
            int w = abs(names->wish[i].form[f].w);
            if (names->form[names->wish[i].space][f].look == NAME_PLATE)
                names->wish[i].form[f].w = wanted ? w : -w;
        }
    names->plates = wanted;
}

static int count_words(const MapNames *names) {
    int count = 0;
    for (int i = 0; i < names->spots; i++)
        count += names->form[names->spot[i].space][names->spot[i].form].look != NAME_SIGN;
    return count;
}

/* While the view moves, what was decided of the plates stays. */
void map_names_place(MapNames *names, const MapView *view, const Camera *camera, const Box *taken,
                     int taken_count) {
    LabelSpot *last = names->spot;
    names->spot = names->last;
    names->last = last;
    int last_count = view->moving ? names->spots : 0;
    want_plates(names, view->moving && names->plates);
    for (int turn = 0; turn < 2; turn++) {
        names->spots = labels_place(view->plan, camera, names->wish, names->count, taken,
                                    taken_count, last, last_count, names->spot);
        if (view->moving || names->plates || count_words(names) >= NAMES_ENOUGH)
            return;
        want_plates(names, true);
    }
}

void map_names_free(MapNames *names) {
    free(names->wish);
    free(names->form);
    free(names->spot);
    free(names->last);
    *names = (MapNames){0};
}
