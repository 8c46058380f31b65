/* Parts of an address that a phone opens (RFC 3986). */
#pragma once

#include "base/arena.h"

/* The text as the value in an address: what is no letter, figure or one of "-._~" as %41; in the
   arena, zero-terminated. */
Slice address_value(Arena *arena, Slice text);
