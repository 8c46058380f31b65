#include "content/target.h"

static const struct {
    const char *word;
    RecordId of;
} KIND[TARGET_KIND_COUNT] = {
    [TARGET_NONE] = {"", RECORD_COUNT},
    [TARGET_QUIZ] = {"quiz", RECORD_COUNT},
    [TARGET_DUEL] = {"duel", RECORD_COUNT},
    [TARGET_TRADES] = {"trades", RECORD_COUNT},
    [TARGET_COURSES] = {"courses", RECORD_COUNT},
    [TARGET_PATHWAY] = {"pathway", RECORD_COUNT},
    [TARGET_INTER] = {"inter", RECORD_COUNT},
    [TARGET_INTERNSHIPS] = {"internships", RECORD_COUNT},
    [TARGET_DESKS] = {"desks", RECORD_COUNT},
    [TARGET_BACK] = {"back-to-school", RECORD_COUNT},
    [TARGET_STORY] = {"story", RECORD_COUNT},
    [TARGET_LEVEL] = {"level", RECORD_COUNT},
    [TARGET_TRADE] = {"trade", RECORD_trade},
    [TARGET_TOPIC] = {"topic", RECORD_topic},
    [TARGET_PLACE] = {"place", RECORD_COUNT},
    [TARGET_WORD] = {"word", RECORD_glossary},
    [TARGET_COURSE] = {"course", RECORD_course},
    [TARGET_CERTIFICATION] = {"certification", RECORD_certification},
    [TARGET_BLOCK] = {"block", RECORD_skill_block},
    [TARGET_DESK] = {"desk", RECORD_desk},
    [TARGET_LAB] = {"lab", RECORD_lab},
    [TARGET_MACHINE] = {"machine", RECORD_lab_machine},
    [TARGET_PROJECT] = {"project", RECORD_lab_project},
    [TARGET_VIDEO] = {"video", RECORD_clip},
    [TARGET_PARTNER] = {"partner", RECORD_partner},
    [TARGET_EVENT] = {"event", RECORD_campus_event},
    [TARGET_INTERNSHIP] = {"internship", RECORD_internship},
};

const char *target_word(TargetKind kind) {
    return KIND[kind].word;
}

RecordId target_record(TargetKind kind) {
    return KIND[kind].of;
}

int target_count(const Pack *pack, TargetKind kind) {
    if (KIND[kind].of != RECORD_COUNT)
        return record_count(record_of(KIND[kind].of), pack);
    if (kind == TARGET_PLACE)
        return pack->plan.space_count;
    return kind == TARGET_LEVEL ? TARGET_LEVEL_MOST + 1 : 1;
}

static bool has_argument(TargetKind kind) {
    return kind >= TARGET_LEVEL;
}

static TargetKind kind_named(Slice word) {
    for (int kind = TARGET_QUIZ; kind < TARGET_KIND_COUNT; kind++)
        if (slice_is(word, KIND[kind].word))
            return (TargetKind)kind;
    return TARGET_NONE;
}

static int level_of(Slice text) {
    int level = text.len == 1 ? text.at[0] - '0' : 0;
    return level >= TARGET_LEVEL_LEAST && level <= TARGET_LEVEL_MOST ? level : 0;
}

Target target_read(Slice text, Slice *id) {
    int slash = slice_find(text, LIT("/")), end = slash < 0 ? text.len : slash;
    TargetKind kind = kind_named(slice_cut(text, 0, end));
    *id = slash < 0 ? LIT("") : slice_cut(text, slash + 1, text.len);
    int level = kind == TARGET_LEVEL ? level_of(*id) : 0;
    bool whole = has_argument(kind) == (slash >= 0) && (kind != TARGET_LEVEL || level);
    return whole ? (Target){kind, level} : (Target){TARGET_NONE, 0};
}

int target_find(const Pack *pack, TargetKind kind, Slice id) {
    if (kind == TARGET_PLACE)
        return plan_find_space(&pack->plan, id); /* PLAN_NONE is -1 too */
    return KIND[kind].of == RECORD_COUNT ? -1 : record_find(pack, KIND[kind].of, id);
}

static int items_of(const Pack *pack, int dimension) {
    int count = 0;
    for (int i = 0; i < pack->item_count; i++)
        count += pack->item[i].dimension == dimension;
    return count;
}

/* The game for two asks as often about a thing as it takes to say something of it. */
static bool has_duel(const Pack *pack) {
    for (int d = 0; d < pack_dimensions(pack); d++)
        if (items_of(pack, d) >= QUIZ_CARRIED)
            return true;
    return false;
}

bool target_has_page(const Pack *pack, TargetKind kind) {
    switch (kind) {
    case TARGET_QUIZ:
        return pack->item_count;
    case TARGET_DUEL:
        return has_duel(pack);
    case TARGET_DESKS:
        return pack->desk_count;
    case TARGET_BACK:
        return pack->back_to_school_count && pack->path_question_count;
    case TARGET_STORY:
        return pack->project_told_count;
    default:
        return kind != TARGET_NONE;
    }
}

Slice target_id(const Pack *pack, Target target) {
    if (target.kind == TARGET_PLACE)
        return pack->plan.space[target.arg].id;
    if (KIND[target.kind].of == RECORD_COUNT)
        return LIT("");
    const Record *record = record_of(KIND[target.kind].of);
    const char *at = record_at(record, pack, target.arg);
    return *(const Slice *)(const void *)(at + record->field[0].offset); /* an id comes first */
}

Slice target_write(const Pack *pack, Target target, Arena *arena) {
    const char *word = KIND[target.kind].word;
    if (!has_argument(target.kind))
        return slice_from(word);
    if (target.kind == TARGET_LEVEL)
        return arena_printf(arena, "%s/%d", word, target.arg);
    return arena_printf(arena, "%s/" SLICE_FMT, word, SLICE_ARG(target_id(pack, target)));
}
