/* What the files of import.h share. */
#pragma once

#include "tools/pack/import.h"

/* Puts records into the files of the folder: a file each where the folder has a file each, else
   into the list file, whose other records and remarks stay as they are. All files or none; false
   after a fault in the report. Counts what was written in `import`. */
bool import_write(Import *import, const RecordDrafts *drafts);

typedef struct ImportFile {
    Slice path, text;
} ImportFile;

/* Writes them all, or none; false after a fault. */
bool import_write_files(Import *import, ImportFile *file, int count);
