/* A file system of one open file for SQLite: reads the descriptor that it is handed, and knows no
   path, no journal, no lock. */
#pragma once

#include <sqlite3.h>

/* Its name is the descriptor in decimal; a duplicate is kept, and closed with the connection. NULL
   if it cannot be had. */
sqlite3_vfs *held_files(void);
