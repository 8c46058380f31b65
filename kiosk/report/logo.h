/* The logo of the campus at the head of a page of HTML; knows no pack. */
#pragma once

#include "base/arena.h"

#include <stdio.h>

/* As a picture, in which no script runs; nothing where the campus has none. */
void logo_write(FILE *out, Arena *arena);
