#include "app/spot.h"

#include "app/app_parts.h"
#include "content/target.h"
#include "screens/common/common.h"

#include <string.h>

void app_put(App *app, ScreenId screen, int arg, const void *state) {
    app->visit.begun = true;
    app_go_to(app, screen, arg);
    if (state)
        memcpy(visit_state(&app->visit, screen), state, screen_get(screen)->state_size);
    app->motion = MOTION_NONE;
}

void app_see(App *app, Settings settings) {
    app->setup.initial = app->visit.settings = settings;
    app->dirty = true;
}

/* ---- is it the same, in other words? --------------------------------------------------------- */

static Slice id_at(const Record *record, const Pack *pack, int index) {
    const char *at = record_at(record, pack, index);
    return *(const Slice *)(const void *)(at + record->field[0].offset); /* an id comes first */
}

static bool has_ids(const Record *record) {
    FieldKind first = record->field[0].kind;
    return first == FIELD_ID || first == FIELD_CODE;
}

static bool same_list(const Record *record, const Pack *a, const Pack *b) {
    int count = record_count(record, a);
    if (record_count(record, b) != count)
        return false;
    for (int i = 0; i < count && has_ids(record); i++)
        if (!slice_equal(id_at(record, a, i), id_at(record, b, i)))
            return false;
    return true;
}

static bool same_plan(const Plan *a, const Plan *b) {
    if (a->level_count != b->level_count || a->space_count != b->space_count ||
        a->edge_count != b->edge_count || a->zone_count != b->zone_count)
        return false;
    for (int i = 0; i < a->space_count; i++)
        if (!slice_equal(a->space[i].id, b->space[i].id))
            return false;
    return true;
}

/* A section of a topic is the one thing below a record that a state keeps the number of. */
static bool same_sections(const Pack *a, const Pack *b) {
    for (int i = 0; i < a->topic_count; i++)
        if (a->topic[i].section_count != b->topic[i].section_count)
            return false;
    return true;
}

/* What is found is found anew each time a page is built. */
static bool is_of_search(int id) {
    return id == RECORD_search_record || id == RECORD_search_word;
}

/* Screens keep indices: those mean the same as long as every list has the same records. */
static bool same_records(const Pack *a, const Pack *b) {
    for (int id = RECORD_campus + 1; id < RECORD_COUNT; id++) {
        const Record *record = record_of((RecordId)id);
        bool own = record->owner == RECORD_COUNT && !is_of_search(id);
        if (own && !same_list(record, a, b))
            return false;
    }
    return same_sections(a, b) && same_plan(&a->plan, &b->plan);
}

/* ---- found again ----------------------------------------------------------------------------- */

/* What leads to the page that was entered so; TARGET_NONE: nothing does. */
static Target leading_to(const Pack *pack, ScreenId screen, int arg) {
    for (int kind = TARGET_NONE + 1; kind < TARGET_KIND_COUNT; kind++)
        for (int i = 0; i < target_count(pack, (TargetKind)kind); i++) {
            Target target = {(TargetKind)kind, i};
            Step step = common_follow(target), learn = common_learn(i);
            bool learns = kind == TARGET_TRADE && learn.arg == arg; /* where it is learnt */
            if (step.go == (int)screen && (step.arg == arg || learns))
                return target;
        }
    return (Target){0};
}

/* The same thing in the other pack. */
static Target found_again(const Pack *was, const Pack *pack, Target target) {
    bool by_id = target_record(target.kind) != RECORD_COUNT || target.kind == TARGET_PLACE;
    if (by_id)
        target.arg = target_find(pack, target.kind, target_id(was, target));
    bool there = target.arg >= 0 && target_has_page(pack, target.kind);
    return there ? target : (Target){0};
}

static bool needs_no_content(ScreenId screen) {
    return screen == SCREEN_attract || screen == SCREEN_asleep;
}

/* All of the visit is indices into what is gone: only how it is seen stays. */
static void stand_anew(App *app, Target target) {
    Settings settings = app->visit.settings;
    bool waits = needs_no_content(app->visit.at);
    app_wake(app);
    app_see(app, settings);
    app->motion = MOTION_NONE;
    Step step = common_follow(target);
    if (step.go)
        app_put(app, (ScreenId)step.go, step.arg, NULL);
    else if (!waits)
        app_put(app, SCREEN_home, 0, NULL);
}

static Lang lang_again(const Pack *was, Lang lang) {
    return langs_or_first(was->lang.code[lang]);
}

void app_renew(App *app, const Pack *pack, const Pack *was, Wayfinder wayfinder,
               Recordings recordings) {
    Settings *settings = &app->visit.settings;
    app->setup.pack = pack;
    app->setup.wayfinder = wayfinder;
    app->setup.recordings = recordings;
    app->dirty = true;
    if (!was) {
        app_wake(app);
        return;
    }
    settings->lang = lang_again(was, settings->lang);
    app->setup.initial.lang = lang_again(was, app->setup.initial.lang);
    if (same_records(was, pack))
        return;
    Target target = leading_to(was, app->visit.at, app->visit.arg);
    stand_anew(app, found_again(was, pack, target));
}
