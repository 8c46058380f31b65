/* The form of a record: as a page, and what comes back from it as YAML. */
#pragma once

#include "tools/studio/faults.h"
#include "tools/studio/shape.h"

typedef struct EntryForm {
    Desk *d;
    const Source *source; /* of the record; NULL: it is new */
    FaultList *faults;    /* what is said of it; NULL: nothing yet */
    Slice code[LANG_MAX]; /* that stand side by side */
    int languages;
    bool fresh;             /* its name is still to be chosen */
    const YamlNode *beside; /* what the disk has meanwhile; NULL: the same */
} EntryForm;

EntryForm entry_form_of(Desk *d, const Source *source, FaultList *faults);

/* All fields of the record, filled with `map`: a copy of yaml_copied or what form_read made. */
void entry_form_put(EntryForm *form, RecordId record, const YamlNode *map);

/* What was typed, laid over `old` (NULL: a new record); keys that the form does not have stay. With
   `keep`, rows without a word stay too: the form is to be shown again. */
YamlNode *entry_form_read(EntryForm *form, RecordId record, const YamlNode *old, bool keep);
