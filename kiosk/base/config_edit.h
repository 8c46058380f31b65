/* Changes values in a configuration file and leaves everything else as somebody wrote it: comments,
 * blank lines, the order, keys that nobody knows here. Knows no option. */
#pragma once

#include "base/config.h"
#include "base/file.h"

typedef struct ConfigEdit {
    char text[CONFIG_BYTES_MAX];
} ConfigEdit;

/* A file that is not there is an empty one. */
bool config_edit_load(ConfigEdit *edit, const char *path, Error *error);

/* The value of a key, without the comment behind it. False: it is not set, or has no room. */
bool config_edit_get(const ConfigEdit *edit, const char *key, char *value, size_t size);

/* In the line where it stands, else below the comment that shows it ("#key = …"), else at the end.
   NULL takes the line out. False: the file has no room for it. */
bool config_edit_set(ConfigEdit *edit, const char *key, const char *value);

/* Puts a # before that line, from 1: it is kept, and not read any more. False: there is none, it is
   none to read, or the file has no room. */
bool config_edit_mute(ConfigEdit *edit, int row);
