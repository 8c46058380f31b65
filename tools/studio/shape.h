/* What the form of a record is made of, field by field: by their shapes. */
#pragma once

#include "tools/pack/shapes.h"
#include "tools/studio/kinds.h"

typedef struct FormField {
    const char *key;
    Shape shape;
    RecordId record; /* that it is a field of, for its words */
    const Field *field;
    RecordId of;           /* of ROWS and of what names others; RECORD_COUNT: none */
    const char *group;     /* key of the group that it stands in; NULL: none */
    int most;              /* signs; 0: not told */
    double least, largest; /* of a number */
    bool may;              /* may be left out */
} FormField;

/* In the order of content.def; they live in the arena. */
int shape_fields(Desk *d, RecordId record, FormField **fields);
int shape_group(Desk *d, RecordId record, const char *group, FormField **fields);

typedef struct Choice {
    Slice value, label;
} Choice;

/* What a field is chosen from. */
int shape_choices(Desk *d, const FormField *field, Choice **choices);
