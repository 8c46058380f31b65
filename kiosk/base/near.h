/* What lies beside the program, wherever both were put; knows no kinds of files. */
#pragma once

#include <stdbool.h>

enum { NEAR_BYTES = 4096 };

/* The first of `places` that can be read, as seen from the folder of the running program:
   "/campus.pack", "/../share/azimut/campus.pack"; NULL after the last, 64 bytes at most each. */
bool near_program(const char *const *places, char path[NEAR_BYTES]);
