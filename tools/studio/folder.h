/* The files of the campus: none outside its folder, each replaced whole or not at all. Paths are
   told from the folder on: "trades/soudage.yaml". */
#pragma once

#include "tools/studio/studio.h"

#include "tools/sources/yaml.h"

enum { FOLDER_HASH = 33 };

/* A file as it stood when it was read. */
typedef struct Source {
    Slice file, bytes;
    bool there;
    char hash[FOLDER_HASH]; /* of its bytes on the disk; "-" when it is not there */
    YamlNode *root;         /* NULL: no YAML, or none that can be read: */
    Slice broken;           /* why, */
    int broken_line;        /* and where */
} Source;

/* The whole path; false for one that is none of the folder's: "..", a link that leads outside. */
bool folder_path(const Desk *d, Slice file, char path[PATH_MAX], Error *error);

/* False with an error when it cannot be read; one that is not there is read as empty. */
bool folder_read(Desk *d, Slice file, Source *source, Error *error);
bool folder_bytes(Desk *d, Slice file, Slice *bytes, Error *error); /* of any file, as they are */

/* A first file gets its folder, too. */
bool folder_write(Desk *d, Slice file, Slice bytes, Error *error);

/* The same of a file of any size that lies elsewhere. */
bool folder_take(Desk *d, Slice file, const char *from, Error *error);
bool folder_copy(const char *from, const char *to); /* on the disk; false: errno says why */
bool folder_remove(Desk *d, Slice file, Error *error);

/* Names in a folder that end so, sorted, without the ending. */
int folder_list(Desk *d, const char *folder, const char *ending, Slice **names);

bool folder_id(Slice id); /* letters, figures, "-", "_": what a record and its file are called by */
bool folder_new_id(Slice id); /* the same as azimut-pack takes it: without capitals and "_" */
