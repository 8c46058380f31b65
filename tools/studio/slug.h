/* What a thing may be called in a file, made of what people call it. */
#pragma once

#include "base/arena.h"

/* "Soudeur, soudeuse" is soudeur-soudeuse; empty when nothing is left. */
Slice slug_of(Arena *arena, Slice title);
