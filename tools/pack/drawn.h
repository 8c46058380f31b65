/* Can the kiosk draw what an author wrote? Asked of the same fonts. */
#pragma once

#include "tools/sources/report.h"

/* Has one of the kiosk's fonts that sign? Yes, too, where no font is there to be asked. */
bool drawn_has(uint32_t code);

/* A fault for the first sign of a text that would be an empty box. */
void drawn_check_signs(Report *report, Slice file, int line, Slice text);

/* Faults of a text that comes onto a page: the first sign that would be an empty box, and what
   comes from a web page and would be shown as it stands there, such as "&amp;" and "<br>". */
void drawn_check(Report *report, Slice file, int line, Slice text);
