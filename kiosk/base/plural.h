/* Which form of a text a number takes, by the rule that gettext's PO files carry:
   https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html */
#pragma once

#include "base/slice.h"

enum { PLURAL_FORMS_MAX = 6 };

/* The rule is "nplurals=3; plural=n==1 ? 0 : …;". A number below 0 counts as its opposite. What is
   no rule, or names a form that there is not, gives the form 0. */
int plural_form(Slice rule, int number);

/* How many forms the rule has; 0 for what is no rule. */
int plural_forms(Slice rule);
