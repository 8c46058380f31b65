/* What there is to mend in a folder of sources, as a page for the stick it came on. */
#pragma once

#include "staff/maker.h"

/* STICK/a-corriger.html, whole or not at all: of good sources it says so, since an older one may
   lie there. 0 or an errno. */
int faults_page_write(const char *stick, const char *folder, const Made *made);

#define FAULTS_PAGE "a-corriger.html"
