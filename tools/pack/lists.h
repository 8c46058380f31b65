/* Where the records of each list lie in a content folder, and what the list is called. */
#pragma once

#include "content/record.h"

/* "trades", "quiz", "back-to-school": what people call the list by; "" for what has none. */
Slice list_name(RecordId id);
RecordId list_named(Slice name); /* RECORD_COUNT: none is called so */

bool list_alone(RecordId id);     /* there is one record, which is the file */
bool list_all_apart(RecordId id); /* each record is a file; there is no list file */
bool list_may_be_apart(RecordId id);

/* Of a file that has other things, too: the key of the list; NULL: the file is the list. */
const char *list_key(RecordId id);
