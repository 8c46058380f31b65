/* Sets what nobody should have to type: no-break spaces, curly quotes, ellipses. Pure. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"

/* A text that is right already comes back the same. */
Slice typography_set(Arena *arena, Slice text, Lang lang);
