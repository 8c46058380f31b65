/* The records of a campus, kind by kind, as its files have them. Checks none of them. */
#pragma once

#include "tools/studio/folder.h"

typedef struct Entry {
    RecordId kind;
    Slice id, title;
    Slice address; /* in paths: its id or, of one that has none, a bad one or that of another before
                      it, "accueil~2" */
    Source *source;
    const YamlNode *map;
} Entry;

/* All records of one kind, and the files in which they lie, broken ones too. */
typedef struct Kind {
    RecordId id;
    Entry *entry;
    int count;
    Source **source;
    int source_count;
} Kind;

typedef enum MenuGroup { MENU_HOUSE, MENU_TRADES, MENU_TRAIN, MENU_MAKE, MENU_COUNT } MenuGroup;

/* One line of the menu; NULL after the last, or for what is not in it. */
typedef struct MenuLine {
    RecordId kind;
    MenuGroup group;
    const char *page; /* of the kiosk, for what has none of its own; NULL: it has one */
} MenuLine;
const MenuLine *menu_line(int index);
const MenuLine *menu_line_of(RecordId kind);
RecordId menu_kind(Slice name); /* "trade"; RECORD_COUNT: none is called so */

Kind kind_read(Desk *d, RecordId id);
const Entry *kind_find(const Kind *kind, Slice id);
const Entry *kind_at(const Kind *kind, Slice address);

/* The list in its file; the file itself when that is the record. */
const YamlNode *kind_list(RecordId id, const YamlNode *root);

/* Where a new record of that name goes: a file of its own, or the list. */
Slice kind_new_file(Desk *d, RecordId id, Slice name, bool *own);

/* What a record is called, in the author's first language. */
Slice record_title(Desk *d, const YamlNode *map);

/* The languages that stand side by side in the files. */
int written_languages(Desk *d, Slice code[LANG_MAX]);
