#include "tools/import/describe.h"

#include <stdio.h>

#define NAME_SIGNS_MAX 60

/* ---- what it is ------------------------------------------------------------------------------ */

/* Other words in use for room=*; the kiosk's own tags are in map/kinds.def. */
static const struct {
    const char *word;
    SpaceKind kind;
} OTHER_WORDS[] = {
    {"class", SPACE_CLASSROOM},
    {"lecture", SPACE_AUDITORIUM},
    {"amphitheatre", SPACE_AUDITORIUM},
    {"theatre", SPACE_AUDITORIUM},
    {"toilet", SPACE_TOILETS},
    {"restroom", SPACE_TOILETS},
    {"bathroom", SPACE_TOILETS},
    {"wc", SPACE_TOILETS},
    {"stairwell", SPACE_STAIRS},
    {"stair", SPACE_STAIRS},
    {"staircase", SPACE_STAIRS},
    {"lift", SPACE_LIFT},
    {"lobby", SPACE_HALL},
    {"entrance", SPACE_HALL},
    {"foyer", SPACE_HALL},
    {"exhibition", SPACE_GALLERY},
    {"exhibition_room", SPACE_GALLERY},
    {"lab", SPACE_LABORATORY},
    {"conference", SPACE_MEETING},
    {"restaurant", SPACE_CAFETERIA},
    {"canteen", SPACE_CAFETERIA},
    {"bar", SPACE_CAFETERIA},
    {"dining_room", SPACE_CAFETERIA},
    {"administration", SPACE_OFFICE},
    {"locker_room", SPACE_CHANGING},
    {"locker", SPACE_CHANGING},
    {"shower", SPACE_CHANGING},
    {"utility", SPACE_TECHNICAL},
    {"server", SPACE_TECHNICAL},
    {"machine", SPACE_TECHNICAL},
    {"storeroom", SPACE_STORAGE},
    {"cleaning", SPACE_STORAGE},
    {"waiting", SPACE_LOUNGE},
    {"waiting_room", SPACE_LOUNGE},
};

static SpaceKind kind_of_word(Slice word) {
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        if (slice_is(word, plan_kind_tag((SpaceKind)kind)))
            return (SpaceKind)kind;
    for (size_t i = 0; i < sizeof OTHER_WORDS / sizeof *OTHER_WORDS; i++)
        if (slice_is(word, OTHER_WORDS[i].word))
            return OTHER_WORDS[i].kind;
    return SPACE_OTHER;
}

SpaceKind describe_kind(const OsmObject *o) {
    SpaceKind kind = kind_of_word(osm_tag(o, "room"));
    if (osm_is(o, "highway", "elevator") || osm_is(o, "elevator", "yes"))
        return SPACE_LIFT;
    if (osm_has(o, "conveying") && !osm_is(o, "conveying", "no"))
        return SPACE_ESCALATOR; /* an area that carries people, whatever else it is called */
    if (kind != SPACE_OTHER)
        return kind;
    if (osm_is(o, "stairs", "yes") || osm_is(o, "highway", "steps"))
        return SPACE_STAIRS;
    if (osm_is(o, "amenity", "toilets"))
        return SPACE_TOILETS;
    if (osm_is(o, "amenity", "parking") || osm_is(o, "amenity", "bicycle_parking"))
        return SPACE_PARKING;
    return osm_is(o, "indoor", "corridor") || osm_is(o, "buildingpart", "corridor") ? SPACE_CORRIDOR
                                                                                    : SPACE_OTHER;
}

bool describe_is_shaft(SpaceKind kind) {
    return kind == SPACE_STAIRS || kind == SPACE_LIFT || kind == SPACE_ESCALATOR;
}

PlanAccess describe_access(const OsmObject *o) {
    static const char *const PRIVATE[] = {"private", "no", "staff", "employees", NULL};
    static const char *const PERMIT[] = {"permit", "key", "customers", "members", NULL};
    Slice access = osm_tag(o, "access");
    for (int i = 0; PRIVATE[i]; i++)
        if (slice_is(access, PRIVATE[i]))
            return ACCESS_PRIVATE;
    for (int i = 0; PERMIT[i]; i++)
        if (slice_is(access, PERMIT[i]))
            return ACCESS_PERMIT;
    return ACCESS_PUBLIC;
}

/* ---- its name -------------------------------------------------------------------------------- */

static bool names_itself(SpaceKind kind) {
    return kind != SPACE_OTHER && kind != SPACE_CORRIDOR && kind != SPACE_OUTSIDE &&
           kind != SPACE_CLASSROOM && kind != SPACE_OFFICE;
}

/* The author's name; else the kind and the code, "Salle 112"; else the kind alone where that says
   enough. */
static LocalText plain_name(const PlanDraft *d, const OsmObject *o, SpaceKind kind, Slice ref) {
    LocalText name = draft_words(d, o, "name"), of_kind = naming_kind(kind);
    if (name.in[LANG_FIRST].len)
        return name;
    if (ref.len && of_kind.in[LANG_FIRST].len)
        return naming_with_code(d->arena, of_kind, ref);
    return names_itself(kind) ? of_kind : (LocalText){{LIT("")}};
}

static NamingWhere where_one_is(SpaceKind kind) {
    bool point = describe_is_shaft(kind) || kind == SPACE_RECEPTION || kind == SPACE_OUTSIDE ||
                 kind == SPACE_PARKING;
    return point ? NAMING_AT : NAMING_IN;
}

/* Only an author who wrote the name can tell its article. */
static bool is_written(const OsmObject *o, Lang lang) {
    char key[8 + LANG_CODE_BYTES];
    snprintf(key, sizeof key, "name:%s", langs()->code[lang]);
    return osm_has(o, key);
}

void describe_articles(const PlanDraft *d, const OsmObject *o, Naming naming, PlanName *name) {
    naming.article = draft_articles(o);
    Lang unknown = naming_forms(d->arena, naming, name);
    if (unknown >= 0 && is_written(o, unknown))
        osm_warn(d->osm, o,
                 "« " SLICE_FMT " » : article inconnu ; ajouter kiosk:article:%s=" SLICE_FMT
                 ", ou - pour aucun",
                 SLICE_ARG(naming.plain.in[unknown]), langs()->code[unknown],
                 SLICE_ARG(naming_articles(d->arena, unknown)));
}

void describe_name(const PlanDraft *d, const OsmObject *o, PlanSpace *s) {
    LocalText plain = plain_name(d, o, s->kind, s->ref);
    if (!plain.in[LANG_FIRST].len)
        return;
    for (int lang = 0; lang < langs()->count; lang++)
        if (utf8_count(plain.in[lang]) > NAME_SIGNS_MAX)
            osm_warn(d->osm, o,
                     "nom trop long pour une étiquette : %d signes, %d au plus ; l’abréger",
                     utf8_count(plain.in[lang]), NAME_SIGNS_MAX);
    describe_articles(d, o, (Naming){.plain = plain, .where = where_one_is(s->kind)}, &s->name);
}

int describe_priority(const PlanDraft *d, const OsmObject *o) {
    Slice text = osm_tag(o, "kiosk:label_priority");
    if (text.len == 1 && text.at[0] >= '1' && text.at[0] <= '5')
        return text.at[0] - '0';
    if (text.len)
        osm_warn(d->osm, o, "kiosk:label_priority va de 1 à 5, pas « " SLICE_FMT " »",
                 SLICE_ARG(text));
    return 3;
}
