/* The kiosk's colours for a page of HTML: those of the theme "clair", by name. */
#pragma once

#include <stdio.h>

/* ":root{--ink:#14212B;--on-primary:#FFFFFF;…}" */
void palette_write(FILE *out);
