/* A content pack: opens an untrusted SQLite file safely and hands out its records, typed and whole.
   Knows nothing of screens, and never writes. What an author writes of a record is content.def. */
#pragma once

#include "base/arena.h"
#include "base/cue.h"
#include "base/dimensions.h"
#include "base/error.h"
#include "base/lang.h"
#include "map/plan.h"

#include <stdbool.h>

/* Row of the table clip_chunk: the clip's ord, then which mebibyte of it. */
#define PACK_CHUNK_ID(clip, seq) ((long long)(clip) << 16 | (seq))

/* What a record's members are. */
#define MEMBER_ID(member) Slice member
#define MEMBER_CODE(member) Slice member
#define MEMBER_TEXT(member) Slice member
#define MEMBER_WORDS(member) LocalText member
#define MEMBER_PHRASE(member) LocalText member /* may be in the first language alone */
#define MEMBER_INT(member) int member
#define MEMBER_LONG(member) int64_t member
#define MEMBER_REAL(member) double member
#define MEMBER_FLAG(member) bool member
#define MEMBER_ICON(member) Slice member
#define MEMBER_TONE(member) Slice member
#define MEMBER_REF(member) int member            /* index in the list of the table it refers to */
#define MEMBER_DATE(member) Millis member        /* midnight of the day; 0: not said */
#define MEMBER_MOMENT(member) Millis member      /* with a time; 0: not said */
#define MEMBER_CHOICE(member) int member         /* of the list's enum in choices.def; -1: none */
#define MEMBER_CHOICES(member) unsigned member   /* bit 1 << each of them */
#define MEMBER_REFS(member) Indices member       /* likewise, in the author's order */
#define MEMBER_PLACE(member) int member          /* index in Pack.plan.space, or PLAN_NONE */
#define MEMBER_PLACES(member) Indices member     /* likewise */
#define MEMBER_ZONES(member) Indices member      /* in Pack.plan.zone */
#define MEMBER_HOURS(member) OpeningHours member /* for hours_of_rows */
#define MEMBER_BLOB(member) Slice member
#define MEMBER_HASH(member) unsigned char member[CHUNK_HASH]

typedef struct Indices {
    int *at;
    int count;
} Indices;

typedef struct OpeningHours {
    Slice text; /* as the author wrote it, for hours_parse */
    PlanHours *row;
    int count;
} OpeningHours;

/* What an author chooses from. */
#define CHOICES_OF(Type, list) typedef enum Type {
#define ONE_OF(name, word) name,
#define END_CHOICES(Type, list)                                                                    \
    }                                                                                              \
    Type;
#include "content/choices.def"

/* Where a word is found: what it weighs there (1 to SEARCH_NAME, that of a name), then the index in
   Pack.search_record, the lowest byte first, and in which languages it stands there, bit 1 << lang
   for each; in the order of the records. */
enum { SEARCH_HIT_BYTES = 5, SEARCH_HIT_LANGS = 4, SEARCH_NAME = 100 };

enum { CHUNK_BYTES = 1 << 20, CHUNK_HASH = 32, CLIP_CHUNKS_MAX = 4096 };
enum { CLIP_MS_MAX = 30 * 60 * 1000, CLIP_PIXELS_MAX = 1920 };
enum { RECORDING_BYTES_MAX = 2 << 20 };
#define CLIP_BYTES_MAX ((int64_t)CLIP_CHUNKS_MAX * CHUNK_BYTES)

typedef enum PointKind {
    POINT_TOOL,
    POINT_GESTURE,
    POINT_LIKE,
    POINT_HARD,
    POINT_BLOCK,
    POINT_KIND_COUNT
} PointKind;

typedef enum BlockKind {
    BLOCK_HEADING,
    BLOCK_TEXT,
    BLOCK_POINT,
    BLOCK_BUTTON,
    BLOCK_CHART,
    BLOCK_KIND_COUNT
} BlockKind;

/* Where a button leads, and what a search finds. */
typedef enum TargetKind {
    TARGET_NONE,
    TARGET_QUIZ,
    TARGET_DUEL, /* for two at one screen */
    TARGET_TRADES,
    TARGET_COURSES,     /* the catalogue */
    TARGET_PATHWAY,     /* put together from bricks */
    TARGET_INTER,       /* what companies share */
    TARGET_INTERNSHIPS, /* all of them */
    TARGET_DESKS,       /* whom to talk to */
    TARGET_BACK,        /* back to school */
    TARGET_STORY,       /* the project told */
    TARGET_LEVEL,
    TARGET_TRADE,
    TARGET_TOPIC,
    TARGET_PLACE,
    TARGET_WORD, /* of the glossary */
    TARGET_COURSE,
    TARGET_CERTIFICATION,
    TARGET_BLOCK,
    TARGET_DESK,
    TARGET_LAB,
    TARGET_MACHINE,
    TARGET_PROJECT, /* of a lab */
    TARGET_VIDEO,
    TARGET_PARTNER,
    TARGET_EVENT,
    TARGET_INTERNSHIP,
    TARGET_KIND_COUNT
} TargetKind;

typedef struct Target {
    TargetKind kind;
    int arg; /* the level, or an index in Pack.plan.space or the list of that record; else 0 */
} Target;

typedef struct Block {
    BlockKind kind;
    int section;
    Slice text;
    Target target; /* of a BLOCK_BUTTON */
    int chart;     /* of a BLOCK_CHART: index in Pack.chart */
    bool illustrative;
} Block;

#define ONE(Type, ...) typedef struct Type {
#define RECORD(Type, ...) typedef struct Type {
#define CHILD(Type, ...) typedef struct Type {
#define CHILD_BY(Type, ...) typedef struct Type {
#define FIELD(KIND, member, ...) MEMBER_##KIND(member);
#define MAY(KIND, member, ...) MEMBER_##KIND(member);
#define LIST(Type, table, member, ...)                                                             \
    Type *member;                                                                                  \
    int member##_count;
#define OTHER(declaration) declaration;
#define KEY(key, doc)
#define END(Type)                                                                                  \
    }                                                                                              \
    Type;
#define END_CHILD(Type, ...)                                                                       \
    }                                                                                              \
    Type;
#define END_CHILD_BY(Type, ...)                                                                    \
    }                                                                                              \
    Type;
#include "content/content.def"

/* A pack has trades, or a map, or both. */
typedef struct Pack {
    LangList lang;  /* what it is written in; Words and the lists by language have as many */
    LangSaid *said; /* words of the program in languages that it does not speak */
    int said_count;
    LangStandIn *stand_in; /* what only the first language says, by address */
    int stand_in_count;
    Campus campus;
    Picture *picture;
    Family *family;
    Facet *facet; /* dimensions of the quiz: six letters, then these, in this order everywhere */
    Trade *trade; /* in family order, then in the author's order */
    Question *item;
    /* of interests among people at large; symmetric, 1 on the diagonal */
    double correlation[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX];
    Topic *topic;
    Chart *chart;
    Clip *clip; /* in the order of the gallery; behind them what shows others in sign language */
    int picture_count, family_count, facet_count, trade_count, item_count, topic_count, chart_count;
    int clip_count, film_count; /* film_count: with those behind */
    Certification *certification;
    SkillBlock *skill_block; /* in the order of the certifications */
    Course *course;
    Module *module;
    Pathway *pathway;
    int certification_count, skill_block_count, course_count, module_count, pathway_count;
    Partner *partner;
    HelpDesk *desk;
    Internship *internship;
    InternshipStep *internship_step; /* "how a PFMP goes" */
    int partner_count, desk_count, internship_count, internship_step_count;
    Lab *lab;
    LabMachine *lab_machine;
    LabProject *lab_project;
    CampusEvent *campus_event; /* each is in plan.event too, with those that the plan has alone */
    GlossaryEntry *glossary;
    int lab_count, lab_machine_count, lab_project_count, campus_event_count, glossary_count;
    BackToSchool *back_to_school; /* one, or none; it begins with the first question */
    PathQuestion *path_question;
    PathCard *path_card;
    int back_to_school_count, path_question_count, path_card_count;
    ProjectTold *project_told; /* one, or none */
    Committee *committee;
    ActionSheet *action_sheet;
    Funding *funding;
    Milestone *milestone;
    int project_told_count, committee_count, action_sheet_count, funding_count, milestone_count;
    Recording *recording; /* of sentences that are else made by a machine */
    int recording_count;
    SearchRecord *search_record;
    SearchWord *search_word;
    int search_record_count, search_word_count;
    Plan plan; /* of the campus; without spaces when the pack has no map */
} Pack;

/* How many dimensions its quiz has. */
static inline int pack_dimensions(const Pack *pack) {
    return QUIZ_LETTERS + pack->facet_count;
}

/* "R", or the id of a facet. */
static inline Slice pack_dimension(const Pack *pack, int d) {
    return d < QUIZ_LETTERS ? (Slice){&QUIZ_RIASEC[d], 1} : pack->facet[d - QUIZ_LETTERS].id;
}

/* Is the gesture of the clip within its film? Seconds are rounded: it may end within the last one.
 */
static inline bool pack_gesture_fits(const Clip *clip) {
    Millis from = 1000 * (Millis)clip->loop_from, to = 1000 * (Millis)clip->loop_to;
    return from < clip->duration && to < clip->duration + 1000 && (!to || to > from);
}

/* Opens the file, checks it from magic number to every reference, copies every record into `arena`,
   makes its languages those of the program (base/lang.h) and closes it again: afterwards the file
   may be replaced or unplugged (videos excepted, see chunks.h). False leaves `pack` empty and names
   the fault. */
bool pack_load(const char *path, Arena *arena, Pack *pack, Error *error);
