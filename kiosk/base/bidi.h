/* Signs that nobody sees and that turn the order of what follows, up to where they are taken back.
   The marks that only stand for a letter of a direction (U+061C, U+200E, U+200F) are none of them.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

static inline bool bidi_turns(uint32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}
