/* A campus to start from: a folder of its own, copied from one of those that came with the program.
   Knows what a folder is, and of what is written in it only where its name stands. */
#pragma once

#include "base/error.h"

#include <stdbool.h>

/* Copies the campus called `from` into `folder`, which is made or has nothing in it, and gives it
   the name of the folder as its id. False: the sentence says why and what there is, in French, and
   nothing is left behind. */
bool new_campus(const char *folder, const char *from, Error *error);
