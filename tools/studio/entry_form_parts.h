/* What the files of entry_form.h share. Fields are called by their way through the record:
   "facts/0/label.fr". A row is called by its place in the file, a new one by a number beyond. */
#pragma once

#include "tools/studio/entry_form.h"

/* One field on its way to the page. */
typedef struct FormPlace {
    const FormField *field;
    Slice path;             /* "facts/0/label" */
    const YamlNode *value;  /* NULL: nothing yet */
    const YamlNode *beside; /* on the disk; NULL: nothing, or not asked for */
} FormPlace;

/* Has it the shape of that field? What is not there, and an empty row, has any. */
bool entry_form_fits(const FormField *f, const YamlNode *node);
bool entry_form_is_yes(Slice text); /* "true", and what else people write for it */

/* A control or several for everything but rows and groups. */
void entry_form_put_leaf(EntryForm *form, const FormPlace *place);
void entry_form_put_label(EntryForm *form, const FormPlace *place, bool control);

/* The number that a row of a list goes by: where it stood, or the next new one. */
int entry_form_row_number(const YamlNode *list, const YamlNode *row, int *fresh);

Slice entry_form_path(EntryForm *form, Slice path, Slice name); /* "facts/0" and "label" */
