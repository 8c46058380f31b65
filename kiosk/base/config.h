/* A configuration file: the options of a command line, one a line, as `key = value`. What is wrong
 * is named with its file and line, and nothing is half taken: a kiosk that counts nothing for a
 * year because of a slip is worse than one that does not start while the technician is there. */
#pragma once

#include "base/command_line.h"

enum { CONFIG_BYTES_MAX = 16384 };

/* The values stay in here, where the options borrow them from. */
typedef struct Config {
    char text[CONFIG_BYTES_MAX];
} Config;

/* Fills the fields of `order` whose options the file has. Keys are the long names of options, but
 * not `config` itself; what is switched on has `yes` or `no`. A line that begins with # is a
 * comment, and so is what stands behind a blank and a #. */
bool config_read(const CommandLine *line, const char *path, Config *config, void *order,
                 Error *error);

/* The same of a text that is in `config` already; `path` is only named. */
bool config_take(const CommandLine *line, const char *path, Config *config, void *order,
                 Error *error);

/* Of a file in which something may be wrong, what can be read of some keys (NULL after the last),
 * as for the page that is shown when nothing else can be. */
void config_glean(const CommandLine *line, const char *path, const char *const *keys,
                  Config *config, void *order);
