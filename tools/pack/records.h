/* What one can learn, do and meet at a campus, from the lists of a content folder: certifications,
   courses, desks, labs… as content.def has them. */
#pragma once

#include "content/record.h"
#include "tools/pack/record_draft.h"

/* Each list is FOLDER/courses.yaml, or a file each in FOLDER/courses/, or both; any may be missing.
   Trades, pictures, clips and the plan must be known already.
   `now`: warns of what ends soon after it; 0: of nothing. */
void records_gather(Pack *pack, Arena *arena, Report *report, Slice folder, Millis now);

/* Records from elsewhere, in a tree like that of a list file. */
typedef struct RecordsOver {
    RecordId id;
    const YamlNode *list;
    bool whole;         /* lists of records within one (blocks, sessions) are all there are */
    const char *remark; /* a line above those that are new: what was guessed; NULL: none */
} RecordsOver;

/* The same with those laid over what the folder has, key by key: their faults, told by `schema`,
   are said in its report; those of the folder are not said. What became of every list is left in
   `drafts`, by RecordId. */
void records_lay_over(Pack *pack, const YamlSchema *schema, Slice folder, const RecordsOver *over,
                      int count, RecordDrafts *drafts);

/* The records of one list as the folder has them, with nothing checked or said. */
RecordDrafts records_written(Arena *arena, Slice folder, RecordId id);

/* The list that stands within records of another under a key; RECORD_COUNT: none. */
RecordId records_within(RecordId owner, Slice key);
