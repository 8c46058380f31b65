#include "content/target.h"

static const char *const WORD[] = {
    [TARGET_NONE] = "",       [TARGET_QUIZ] = "quiz",   [TARGET_TRADES] = "trades",
    [TARGET_LEVEL] = "level", [TARGET_TRADE] = "trade", [TARGET_TOPIC] = "topic",
    [TARGET_PLACE] = "place"};

static bool has_argument(TargetKind kind) {
    return kind >= TARGET_LEVEL;
}

static TargetKind kind_named(Slice word) {
    for (int kind = TARGET_QUIZ; kind <= TARGET_PLACE; kind++)
        if (slice_is(word, WORD[kind]))
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

static Slice id_of(const Pack *pack, Target target) {
    switch (target.kind) {
    case TARGET_TRADE:
        return pack->trade[target.arg].id;
    case TARGET_TOPIC:
        return pack->topic[target.arg].id;
    case TARGET_PLACE:
        return pack->plan.space[target.arg].id;
    default:
        return LIT("");
    }
}

Slice target_write(const Pack *pack, Target target, Arena *arena) {
    const char *word = WORD[target.kind];
    if (!has_argument(target.kind))
        return slice_from(word);
    if (target.kind == TARGET_LEVEL)
        return arena_printf(arena, "%s/%d", word, target.arg);
    return arena_printf(arena, "%s/" SLICE_FMT, word, SLICE_ARG(id_of(pack, target)));
}
