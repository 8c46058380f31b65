/* A colour's like in another hue: what is lighter or darker than one colour of the house stands as
   far from that of a campus. Knows no themes. */
#pragma once

#include <stdint.h>

/* `house` is to `base` what the answer is to `own`: as much lighter, as much paler, in its hue; all
   0xRRGGBB. `base` itself gives `own`. */
uint32_t tint_like(uint32_t house, uint32_t base, uint32_t own);

/* The same hue, at another lightness, from 0 (black) to 1; as vivid as a display can show. */
uint32_t tint_at(uint32_t colour, double lightness);
double tint_lightness(uint32_t colour); /* as the eye sees it, 0 to 1 */
