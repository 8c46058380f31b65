/* What the files of import.h share. */
#pragma once

#include "tools/pack/import.h"

typedef struct ImportFile {
    Slice path, text;
} ImportFile;

/* Writes them all, or none; false after a fault. */
bool import_write_files(Import *import, ImportFile *file, int count);

/* Says what was found in a file that is tried. In the table it is what it is; a fault that follows
   elsewhere is to be mended there, and what the folder had before is of neither. */
void import_tell(Import *import, ReportEntry entry);

/* A file of a list, as it is and as it will be. */
typedef struct ListFile {
    RecordId id;
    Slice path, bytes;
    bool own;             /* it is a record */
    const YamlNode *root; /* NULL: it is not there yet */
    YamlNode *want;
} ListFile;

typedef struct ListFiles {
    ListFile *file;
    int count;
} ListFiles;

/* Lays the records over the files that have them, new ones beside: in a file each where the folder
   has a file each, else at the end of the list. False after a fault. */
bool import_lay(Import *import, ListFiles *files);

/* What stands in a file afterwards: nothing else of it changes. */
Slice import_text(Import *import, const ListFile *file);
