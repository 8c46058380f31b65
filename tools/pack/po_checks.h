/* What a translator may get wrong in lang/LANG.po: each fault with its line, and how to mend it. */
#pragma once

#include "tools/sources/po.h"
#include "tools/sources/report.h"

/* The bytes themselves, before they are read as PO: false for another charset than UTF-8. */
bool po_check_bytes(Report *report, Slice path, Slice bytes);

/* The texts: slots, forms, hidden marks, length, signs that nothing draws. */
void po_check(Report *report, Slice path, const PoFile *file);
