/* A content pack: opens an untrusted SQLite file safely and hands out its records, typed and whole.
   Knows nothing of screens, and never writes. */
#pragma once

#include "base/arena.h"
#include "base/cue.h"
#include "base/fault.h"
#include "base/lang.h"
#include "map/plan.h"
#include "content/schema.h"

#include <stdbool.h>

typedef struct Campus {
    Slice id, dated; /* dated: the day the content was last edited, YYYY-MM-DD */
    int version;
    Words name, headline, lead;
    Words advice_where, advice_when; /* the counselor's desk */
    bool advice_illustrative;
    Slice site; /* "https://…" of a page that shows a way from what follows its #; empty if there is none */
} Campus;

typedef struct Picture {
    Slice id;
    Slice data; /* the bytes of an SVG, PNG or JPEG file */
    int width, height;
} Picture;

typedef struct Family {
    Slice id, icon, tone;
    Words name;
    int first_trade, trade_count; /* its trades stand together in Pack.trade */
} Family;

typedef struct TradeFact {
    Words label, value;
    bool illustrative;
} TradeFact;

typedef enum PointKind { POINT_TOOL, POINT_GESTURE, POINT_LIKE, POINT_HARD, POINT_BLOCK, POINT_KIND_COUNT } PointKind;

typedef struct PointText {
    Words text;
    bool illustrative;
} PointText;

/* A way in: French levels 3 (CAP), 4 (bac pro), 5 (BTS), 6 (licence) and above. */
typedef struct Way {
    int level;
    Words text;
    bool illustrative;
} Way;

typedef struct Trade {
    Slice id, rome;
    int family;  /* index in Pack.family */
    Words name;  /* "Soudeur, soudeuse" */
    Words short_name; /* "Soudage" */
    Words line;  /* one line: what the person does */
    Words text;  /* at most 60 words */
    int picture; /* index in Pack.picture */
    Words alt;
    TradeFact *fact;
    int fact_count;
    PointText *point[POINT_KIND_COUNT];
    int point_count[POINT_KIND_COUNT];
    Way *way;
    int way_count;
    int *related; /* indices in Pack.trade */
    int related_count;
    double weight[PACK_DIMENSIONS]; /* O*NET interests 1 to 7, then facets 0 to 4 */
} Trade;

typedef struct Item {
    Slice id;
    int dimension; /* 0 to 15, see PACK_RIASEC and PACK_FACETS */
    Words text;
    int picture;   /* index in Pack.picture */
    double loading, mean, variance;
} Item;

typedef enum BlockKind { BLOCK_HEADING, BLOCK_TEXT, BLOCK_POINT, BLOCK_BUTTON, BLOCK_CHART, BLOCK_KIND_COUNT } BlockKind;

/* Where a button leads. */
typedef enum TargetKind { TARGET_NONE, TARGET_QUIZ, TARGET_TRADES, TARGET_LEVEL, TARGET_TRADE, TARGET_TOPIC, TARGET_PLACE } TargetKind;

typedef struct Target {
    TargetKind kind;
    int arg; /* the level, or an index in Pack.trade, Pack.topic or Pack.plan.space; else 0 */
} Target;

typedef struct Block {
    BlockKind kind;
    int section;
    Slice text;
    Target target; /* of a BLOCK_BUTTON */
    int chart;     /* of a BLOCK_CHART: index in Pack.chart */
    bool illustrative;
} Block;

typedef struct Topic {
    Slice id, icon, tone;
    Words title, lead;
    Block *block[LANG_COUNT];
    int block_count[LANG_COUNT];
    int section_count; /* the same in every language */
    bool illustrative;
} Topic;

typedef struct Bar {
    Words label;
    double value;
} Bar;

typedef struct Chart {
    Slice id;
    Words title, unit, note;
    Bar *bar;
    int bar_count;
} Chart;

enum { CHUNK_BYTES = 1 << 20, CHUNK_HASH = 32, CLIP_CHUNKS_MAX = 4096 };

/* A video. Its bytes stay in the file: content/chunks.h reads them there. */
typedef struct Clip {
    Slice id, licence;
    Words title, line, credit;
    Words place;  /* where the gesture can be seen; may be empty */
    int trade;    /* index in Pack.trade */
    int poster;   /* index in Pack.picture */
    bool muted;   /* its sound begins switched off */
    bool attract; /* may play, silent, while nobody is here */
    bool illustrative;
    Millis duration;
    int width, height;
    Slice codec; /* "h264 + aac" */
    int64_t bytes;
    unsigned char sha256[CHUNK_HASH]; /* of all the bytes */
    int chunk_count;
    unsigned char (*chunk_hash)[CHUNK_HASH]; /* SHA-256 of every chunk; zeros for one that is missing */
    Cue *cue[LANG_COUNT];
    int cue_count[LANG_COUNT];
    Slice *text[LANG_COUNT]; /* the transcript, by paragraphs */
    int text_count[LANG_COUNT];
} Clip;

/* A pack has trades, or a map, or both. */
typedef struct Pack {
    Campus campus;
    Picture *picture;
    Family *family;
    Trade *trade; /* in family order, then in the author's order */
    Item *item;
    double correlation[PACK_DIMENSIONS][PACK_DIMENSIONS]; /* of interests among people at large; symmetric, 1 on the diagonal */
    Topic *topic;
    Chart *chart;
    Clip *clip; /* in the order of the gallery */
    int picture_count, family_count, trade_count, item_count, topic_count, chart_count, clip_count;
    Plan plan; /* of the campus; without spaces when the pack has no map */
} Pack;

/* Opens the file, checks it from magic number to every reference, copies every record into `arena` and closes
   it again: afterwards the file may be replaced or unplugged (videos excepted, see chunks.h). False leaves `pack` empty and names the fault. */
bool pack_load(const char *path, Arena *arena, Pack *pack, Fault *fault);
